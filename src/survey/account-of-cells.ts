import { type CellUse, type DataInput, type DatasetSpec, type NumberRead, tellNumbers } from "../dataset/index.ts";
import { columnLetters } from "../diagnostics/index.ts";

/** Cells of one use, counted: of how many numbers, in which columns and rows. */
interface Counted {
  numbers: number;
  /** By column, as a layout counts them from 0: its heading, its letters on the sheet, and how many of the numbers stand there. */
  readonly columns: Map<number, { readonly heading: string; readonly letters: string; numbers: number }>;
  /** As a spreadsheet numbers them, by sheet. */
  readonly rows: Map<string, Set<number>>;
}

/**
 * What becomes of the numbers on the sheets that a definition reads, as far as they are neither figures nor names of what figures are of: how many there are,
 * where, and what to do to read them. Undefined where all are read. It is worked out from the reading itself, so that no way to leave a cell out is forgotten.
 */
export async function accountOfCells(spec: DatasetSpec, data: DataInput): Promise<string | undefined> {
  const uses = new Map<CellUse, Counted>();
  await tellNumbers(spec, data, (number) => count(uses, number));
  const all = [...uses.values()].reduce((sum, { numbers }) => sum + numbers, 0);
  const parts = unread.flatMap((use) => {
    const own = uses.get(use);
    return own ? [{ numbers: own.numbers, text: sayings[use](own, spec) }] : [];
  });
  if (parts.length === 0) return undefined;
  const left = parts.reduce((sum, { numbers }) => sum + numbers, 0);
  const texts = parts.map(({ text }) => text).join("; ");
  return `${numbered(left)} of the ${numbered(all)} numbers on ${whereOf(spec)} ${left === 1 ? "is no figure" : "are no figures"} here: ${texts}.`;
}

function count(uses: Map<CellUse, Counted>, { use, column, heading, row, sheet }: NumberRead): void {
  const own = uses.get(use) ?? { numbers: 0, columns: new Map(), rows: new Map() };
  uses.set(use, own);
  own.numbers += 1;
  const known = own.columns.get(column) ?? {
    heading,
    letters: columnLetters(sheet.columns[column]?.column ?? column + 1),
    numbers: 0,
  };
  known.numbers += 1;
  own.columns.set(column, known);
  const rows = own.rows.get(sheet.name ?? "") ?? new Set();
  own.rows.set(sheet.name ?? "", rows.add(row));
}

type Unread = Exclude<CellUse, "figure" | "key">;

/** In the order in which they are told: what most readers would miss comes first. */
const unread: readonly Unread[] = ["below", "unused", "row left out", "ignored", "above"];

const sayings: Readonly<Record<Unread, (counted: Counted, spec: DatasetSpec) => string>> = {
  below: (own) =>
    `${numbersOf(own)} below the table, in ${rowsOf(own)} (where another table stands there, read it as a dataset of its own, by headerRow and lastRow)`,
  unused: (own) =>
    `${numbersOf(own)} in ${columnsOf(own)}, of which nothing is read (name them by their letters in layout, as "#${lettersOf(own)}"${withoutHidden(own)}, where they are figures)`,
  "row left out": (own, { layout }) =>
    `${numbersOf(own)} in ${rowCount(own)} ${layout?.rows || layout?.long ? `that ${layout.rows ? "layout.rows" : "layout.measures"} leaves out` : "of the table that are not read"}`,
  ignored: (own) => `${numbersOf(own)} in columns that layout.ignore lists, ${columnsOf(own)}`,
  above: (own) => `${numbersOf(own)} above the headings, in ${rowsOf(own)}`,
};

const numbered = (value: number): string => value.toLocaleString("en-GB");
const numbersOf = ({ numbers }: Counted): string => numbered(numbers);

const whereOf = ({ layout }: DatasetSpec): string => {
  const sheets = [layout?.sheets ?? []].flat();
  return sheets.length === 0 ? "its sheet" : sheets.length === 1 ? `"${sheets[0]}"` : `its ${sheets.length} sheets`;
};

/** So many columns, and runs of rows, are named. */
const mostNamed = 6;

/** The columns with most of the numbers, each with how many. */
function columnsOf({ columns }: Counted): string {
  const all = [...columns].sort(([, one], [, other]) => other.numbers - one.numbers);
  const named = all
    .slice(0, mostNamed)
    .map(([, { heading, letters, numbers }]) =>
      heading === ""
        ? `${letters} without a heading that is read (${numbers})`
        : `"${heading}" (${letters}, ${numbers})`,
    );
  const more = all.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** A layout counts the columns that are shown. */
const withoutHidden = ({ columns }: Counted): string =>
  [...columns].some(([index, { letters }]) => letters !== columnLetters(index + 1))
    ? ", counted without the hidden columns"
    : "";

const lettersOf = ({ columns }: Counted): string => columnLetters(Math.min(...columns.keys()) + 1);

const rowCount = ({ rows }: Counted): string => {
  const all = [...rows.values()].reduce((sum, own) => sum + own.size, 0);
  return `${numbered(all)} ${all === 1 ? "row" : "rows"}`;
};

/** The rows, as runs, of the first sheet that has any; of further sheets, how many there are. */
function rowsOf({ rows }: Counted): string {
  const [[name, own] = ["", new Set<number>()], ...others] = [...rows];
  const runs = runsOf([...own].sort((a, b) => a - b));
  const named = runs.slice(0, mostNamed).map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  const more = runs.length - named.length;
  const elsewhere = others.length > 0 ? ` of "${name}", and on ${others.length} more sheets` : "";
  return `${own.size === 1 ? "row" : "rows"} ${named.join(", ")}${more > 0 ? " and further ones" : ""}${elsewhere}`;
}

/** Rows with fewer than this between them are one run. */
const gapOfRuns = 3;

function runsOf(rows: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row - last[1] < gapOfRuns) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
