import { isNotStated, type MeasureSpec } from "../../dataset/index.ts";
import type { FigureWords } from "../../language/index.ts";

/**
 * The words of a figure that stands in large: beneath it the name of its measure, where nobody has said what it is told in. Its phrase says once that this is not
 * known. A name with a number in it is no caption, since the number is no figure.
 */
export const nameInLarge = (words: FigureWords, { unit, label }: Pick<MeasureSpec, "unit" | "label">): FigureWords =>
  isNotStated(unit) && label !== undefined && !/\p{N}/u.test(label) ? { ...words, label } : words;
