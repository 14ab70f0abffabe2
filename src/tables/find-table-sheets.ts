import { cellText, type Sheet } from "./sheet.ts";

/** What the sheets of a statistical workbook are for. */
export type SheetPurpose = "cover" | "contents" | "notes" | "data";

/** Names by which the sheets beside the data go: as aftables and gptables write them, and as publishers do by hand. */
const purposeByName: readonly (readonly [RegExp, SheetPurpose])[] = [
  [/^(?:cover(?: (?:sheet|page))?|title(?: page)?|front (?:sheet|page))$/, "cover"],
  [/^(?:(?:table of )?contents?(?: (?:sheet|page|table))?|index|toc|list of tables)$/, "contents"],
  [
    /^(?:(?:foot|end|technical |general |user )?notes?(?: (?:table|page|(?:and|&) .+))?|about(?: .+)?|information|metadata|read ?me|definitions?|glossary|guidance|methodology|background|introduction|key|symbols?(?: used)?|shorthand|sources?|further information|(?:background|data) quality|quality|revisions?|contacts?|contact details|user guide)$/,
    "notes",
  ],
];

/**
 * What each sheet of a workbook is for, so that the data can be read without saying where it is. A sheet beside the data is known by
 * its name, or by its having no figure and no more than two columns. Where nothing would be data, all is.
 */
export function findTableSheets(
  sheets: readonly Sheet[],
): readonly { readonly sheet: Sheet; readonly purpose: SheetPurpose }[] {
  const found = sheets.map((sheet) => ({ sheet, purpose: purposeOf(sheet) }));
  const hasData = found.some(({ purpose }) => purpose === "data");
  return hasData ? found : sheets.map((sheet) => ({ sheet, purpose: "data" }));
}

function purposeOf(sheet: Sheet): SheetPurpose {
  const name = (sheet.name ?? "")
    .toLowerCase()
    .replaceAll(/[\s_.-]+/gu, " ")
    .trim();
  const named = purposeByName.find(([pattern]) => pattern.test(name));
  if (named) return named[1];
  return sheet.columns.length > 2 || hasFigures(sheet) ? "data" : "notes";
}

/** A number, or a text of digits that stands for one. */
const hasFigures = ({ columns }: Sheet): boolean =>
  columns.some(({ values }) =>
    values.some((value) => typeof value === "number" || /^[^\p{L}]*\d[^\p{L}]*$/u.test(cellText(value))),
  );
