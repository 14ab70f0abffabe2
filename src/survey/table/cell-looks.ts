import { cellText, type Sheet, type SheetCell } from "../../tables/index.ts";

/** What cells look like that hold a figure and more: its bounds, how far it may be off, or its share of all. */
export interface CellLook {
  readonly holds: "bounds" | "margin" | "share";
  /** What stands before the second figure, between it and a third, and behind. */
  readonly signs: readonly string[];
}

const number = "[<>≤≥+\\-−]{0,2}\\s?[£$€¥]?\\d(?:[\\d.,'’\\u00A0\\u2009\\u202F]*\\d)?\\s?%?";
const looks: readonly { readonly holds: CellLook["holds"]; readonly look: RegExp }[] = [
  {
    holds: "bounds",
    look: new RegExp(
      `^(?<first>${number})\\s*(?<open>[([])\\s*${number}\\s*(?<between>-|–|—|,|;|\\bto\\b)\\s*${number}\\s*(?<close>[)\\]])$`,
      "iu",
    ),
  },
  { holds: "margin", look: new RegExp(`^(?<first>${number})\\s*(?<open>±|\\+/-)\\s*${number}$`, "iu") },
  {
    holds: "share",
    look: new RegExp(`^(?<first>${number})\\s*(?<open>\\()\\s*\\d[\\d.,]*\\s?%\\s*(?<close>\\))$`, "iu"),
  },
];

/** So many of the cells of a column that have a digit look alike, and no fewer than so many of all. */
const [mostlyAlike, fewestCells] = [0.8, 2];

/** Longer texts are no figures. */
const longestCell = 80;

function readLook(cell: SheetCell): { readonly look: CellLook; readonly first: string } | undefined {
  const text = typeof cell === "string" && cell.length <= longestCell ? cell.trim() : "";
  for (const { holds, look } of looks) {
    const { first, open, between, close } = look.exec(text)?.groups ?? {};
    if (first === undefined) continue;
    return { look: { holds, signs: [open, between, close].filter((sign) => sign !== undefined) }, first };
  }
  return undefined;
}

/** How the cells of a column look, by its index, where they hold several figures each. */
export function looksOfCells({ columns }: Sheet): ReadonlyMap<number, CellLook> {
  const found = new Map<number, CellLook>();
  for (const [index, { values }] of columns.entries()) {
    const counts = new Map<string, number>();
    let numbers = 0;
    for (const value of values) {
      if (value === null || !/\d/u.test(cellText(value))) continue;
      numbers += 1;
      const read = readLook(value);
      if (read) counts.set(JSON.stringify(read.look), (counts.get(JSON.stringify(read.look)) ?? 0) + 1);
    }
    const [[look, most] = ["", 0]] = [...counts].sort(([, a], [, b]) => b - a);
    // A heading has digits too.
    if (most >= fewestCells && most >= (numbers - 1) * mostlyAlike) found.set(index, JSON.parse(look) as CellLook);
  }
  return found;
}

/** A sheet whose cells of several figures have the first of them alone. */
export const withFirstFigures = (sheet: Sheet, looks: ReadonlyMap<number, CellLook>): Sheet =>
  looks.size === 0
    ? sheet
    : {
        ...sheet,
        columns: sheet.columns.map((column, index) =>
          looks.has(index)
            ? { ...column, values: column.values.map((value) => readLook(value)?.first.trim() ?? value) }
            : column,
        ),
      };

/** A heading of counts with their shares, without what it says of these: `Children (%)`, `Boys, n (%)`. Digits may be those of a period, which a pattern reads. */
export function withoutShareOfCell(heading: string): string {
  if (/\d/u.test(heading)) return heading;
  const words = heading.replace(shareOfCell, "").trim();
  return words === "" ? "Number" : words;
}

const shareOfCell =
  /(?:[\s,;:([]*(?<!\p{L})(?:n|nos?\.?|numbers?|counts?))?[\s,;:([/&+]*(?:and |or )?(?:%|per ?cent(?:ages?)?|shares?)[\s)\]]*$/iu;
