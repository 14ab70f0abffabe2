import type { MeasureSpec } from "../../dataset/index.ts";
import type { FigureWords } from "../../language/index.ts";

/**
 * The words of a figure whose unit is a remark in brackets, `(unit not stated)`, `(rank)`: the name of its measure stands beneath it in large, and before it
 * where it is the first thing said. Its phrase has the remark. A name with a number in it is neither, since the number is no figure.
 */
export const nameInLarge = (words: FigureWords, { unit, label }: Pick<MeasureSpec, "unit" | "label">): FigureWords =>
  unit.other.startsWith("(") && unit.other.endsWith(")") && label !== undefined && !/\p{N}/u.test(label)
    ? { ...words, label, lead: `${label}: ${words.phrase}` }
    : words;
