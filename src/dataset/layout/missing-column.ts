import { columnLetters, didYouMean } from "../../diagnostics/index.ts";
import { headsLike } from "./names.ts";

/** The headings of a table, and where they stand. */
export interface Headings {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly headerRow: number;
  readonly columns: readonly string[];
}

/** The location of a heading, for errors. */
export const headingLocation = ({ file, sheet, headerRow }: Headings, field?: string) => ({
  file,
  sheet,
  row: headerRow > 0 ? headerRow : undefined,
  field,
});

/** Where the headings were found, for hints. */
export const takenForHeadings = ({ headerRow }: Pick<Headings, "headerRow">): string =>
  headerRow > 0
    ? `Row ${headerRow} was taken for the headings; layout.headerRow says another one.`
    : 'No row was taken for the headings, as layout.headerRow says: "none".';

/** The error that a column is not there, or that a name with `*` is that of several. */
export function missingColumn(table: Headings, name: string, purpose: string) {
  const fitting = headsLike(table.columns, [name]);
  if (fitting.length > 1)
    return {
      code: "missing-column",
      message: `${fitting.length} columns are called "${name}", which is for ${purpose}: ${fitting
        .slice(0, 3)
        .map((index) => `"${table.columns[index]}" (#${columnLetters(index + 1)})`)
        .join(", ")}${fitting.length > 3 ? ", …" : ""}.`,
      hint: "Say more of the one that is meant, or its letter.",
      source: headingLocation(table),
    } as const;
  const named = table.columns.filter((column) => column !== "");
  return {
    code: "missing-column",
    message: `There is no column "${name}" for ${purpose}.`,
    hint: `${didYouMean(name, named)} ${takenForHeadings(table)}`,
    source: headingLocation(table),
  } as const;
}

/** The error that a name is that of two columns. */
export function twinColumns(table: Headings, [first, second]: readonly [number, number]) {
  const name = table.columns[first] ?? "";
  const letters = [first, second].map((index) => `"#${columnLetters(index + 1)}"`).join(" or ");
  return {
    code: "duplicate-column",
    message: `Two columns are called "${name}".`,
    hint: `Name the one that is meant by its letter in the layout, ${letters}; or say headerRow: [first, last] where a row above tells them apart.`,
    source: headingLocation(table, name),
  } as const;
}
