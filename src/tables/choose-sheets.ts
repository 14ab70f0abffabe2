import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import type { SheetEntry } from "./workbook-sheet.ts";

interface ChooseOptions {
  readonly file: string;
  readonly sheets?: string | number | readonly (string | number)[] | undefined;
  readonly diagnostics: Diagnostics;
}

/**
 * The names of the sheets that are to be read: those that are asked for, hidden or not, by name (whatever its case) or by number among
 * those that are seen; otherwise all that are seen. One that is not there is reported.
 */
export function chooseSheets(
  sheets: readonly SheetEntry[],
  { file, sheets: asked, diagnostics }: ChooseOptions,
): readonly string[] {
  const seen = sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  if (asked === undefined) return seen;
  const names = sheets.map(({ name }) => name);
  return [asked].flat().flatMap((one) => {
    const found =
      typeof one === "number"
        ? seen[one - 1]
        : (names.find((name) => name === one) ?? names.find((name) => sameName(name, one)));
    if (found !== undefined) return [found];
    diagnostics.error({
      code: "unknown-sheet",
      message: typeof one === "number" ? `There is no sheet ${one}.` : `There is no sheet "${one}".`,
      hint: (typeof one === "string" && didYouMean(one, names)) || `There are: ${names.slice(0, 20).join(", ")}.`,
      source: { file, field: "sheets" },
    });
    return [];
  });
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
