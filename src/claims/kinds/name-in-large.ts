import type { MeasureSpec } from "../../dataset/index.ts";
import type { FigureWords } from "../../language/index.ts";

/**
 * The words of a figure that stands in large: beneath it the name of its measure, where what stands for its unit is a remark in brackets, `(unit not stated)`,
 * `(rank)`. Its phrase says that once. A name with a number in it is no caption, since the number is no figure.
 */
export const nameInLarge = (words: FigureWords, { unit, label }: Pick<MeasureSpec, "unit" | "label">): FigureWords =>
  unit.other.startsWith("(") && unit.other.endsWith(")") && label !== undefined && !/\p{N}/u.test(label)
    ? { ...words, label }
    : words;
