import { type Diagnostics, didYouMean } from "../diagnostics/index.ts";
import { createGlob } from "./glob.ts";
import type { SheetEntry } from "./workbook-sheet.ts";

interface ChooseOptions {
  readonly file: string;
  readonly sheets?: string | number | readonly (string | number)[] | undefined;
  readonly diagnostics: Diagnostics;
}

/**
 * The names of the sheets that are to be read: those that are asked for, hidden or not, by name (whatever its case) or by number among
 * those that are seen; by a name with `*`, all that are seen and fit; otherwise all that are seen. One that is not there is reported.
 */
export function chooseSheets(
  sheets: readonly SheetEntry[],
  { file, sheets: asked, diagnostics }: ChooseOptions,
): readonly string[] {
  const seen = sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  if (asked === undefined) return seen;
  const names = sheets.map(({ name }) => name);
  return [asked].flat().flatMap((one) => {
    if (typeof one === "string" && one.includes("*")) {
      const fits = createGlob(one, plainName);
      const fitting = seen.filter(fits);
      const hidden = names.filter((name) => fits(name) && !seen.includes(name));
      if (fitting.length > 0 && hidden.length > 0) {
        diagnostics.warn({
          code: "hidden-sheets",
          message: `"${one}" fits sheets that the workbook hides, and these are not read: ${listed(hidden)}.`,
          hint: "If they are meant, name each sheet.",
          source: { file, field: "sheets" },
        });
      }
      if (fitting.length === 0) {
        diagnostics.error({
          code: "unknown-sheet",
          message: `No sheet is called "${one}".`,
          hint: `There are ${listed(seen)}.`,
          source: { file, field: "sheets" },
        });
      }
      return fitting;
    }
    const found =
      typeof one === "number"
        ? seen[one - 1]
        : (names.find((name) => name === one) ?? names.find((name) => sameName(name, one)));
    if (found !== undefined) return [found];
    diagnostics.error({
      code: "unknown-sheet",
      message: typeof one === "number" ? `There is no sheet ${one}.` : `There is no sheet "${one}".`,
      hint:
        (typeof one === "string" && didYouMean(one, names)) || `There are: ${names.slice(0, shownNames).join(", ")}.`,
      source: { file, field: "sheets" },
    });
    return [];
  });
}

const shownNames = 20;
const listed = (names: readonly string[]): string =>
  names
    .slice(0, shownNames)
    .map((name) => `"${name}"`)
    .join(", ");

const plainName = (name: string): string => name.trim().toLowerCase();
const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);
