import { decimalsOf, exact, type Words } from "../../language/index.ts";
import type { RecipeNotes } from "../recipes/recipe-notes.ts";
import { printedDecimals, roundFigure } from "../round-as-printed.ts";
import { type FormatValue, formatFigure } from "./format-figure.ts";

/** A figure as a chart prints it, rounded as its format rounds; undefined where that writes every digit. */
function printedFigure(value: number, format: string, words: Words): string | undefined {
  const { decimals, isTrimmed, isShare } = printedDecimals(format) ?? {};
  if (decimals === undefined) return undefined;
  const places = decimals + (isShare ? 2 : 0);
  const rounded = roundFigure(value, places);
  const shown = isTrimmed ? Math.min(places, decimalsOf(rounded)) : places;
  return isShare
    ? words.numbers.percentSign(exact(rounded), Math.max(0, shown - 2))
    : words.numbers.decimal(exact(rounded), shown);
}

/** Digits and what stands between them: an author's own way to write a figure has more than that. */
const isBare = (text: string): boolean => /^[+−-]?[\d\s.,'’٠-٩]+$/u.test(text);

/**
 * Figures that a recipe's chart prints as it prints them, also where the data have more decimals; others, and those that an author writes otherwise
 * than in digits alone, by `formatValue`, or where an author says nothing as `otherwise` writes them.
 */
export function withPrinted(
  formatValue: FormatValue | undefined,
  written: RecipeNotes["written"],
  words: Words,
  otherwise?: FormatValue,
): FormatValue | undefined {
  if (!written) return formatValue ?? otherwise;
  const { format, fields } = written;
  return (value, field) => {
    const given = formatValue?.(value, field);
    const printed =
      fields.includes(field) && (given === undefined || isBare(given))
        ? printedFigure(value, format, words)
        : undefined;
    return printed ?? given ?? otherwise?.(value, field) ?? formatFigure(value, words);
  };
}
