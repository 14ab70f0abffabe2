import type { Column } from "./drawn-table.ts";
import { type FigureRow, isMarked, type Reading, shown } from "./holds.ts";
import type { Statement } from "./statement.ts";

const named: readonly Statement["kind"][] = [
  "extremes",
  "line",
  "held",
  "span",
  "several",
  "points",
  "highlighted",
  "highlightedGap",
  "rows",
  "same",
  "noData",
  "places",
  "limits",
  "times",
];

/** Whether a sentence tells one thing of several, by its name; a stretch is one where stretches are drawn. */
const isOfOne = (statement: Statement, kind: string): boolean => {
  if (!named.includes(statement.kind)) return false;
  if (statement.kind === "span") return kind === "Range chart" || statement.title !== "";
  if (statement.kind === "times") return statement.names !== "";
  return !("of" in statement) || statement.of !== "" || (statement.kind === "held" && statement.held.names !== "");
};

interface ToldPlot {
  /** The kind of chart, by its English name. */
  readonly kind: string;
  /** What the sentences so far say. */
  readonly said: readonly Statement[];
}

/** How many may be left out of what a description tells one by one, by what its sentences have told of it. */
export function leftOut({ kind, said }: ToldPlot, reading: Reading): readonly number[] {
  const told = said.filter((statement) => isOfOne(statement, kind));
  const panels = said.find((statement) => statement.kind === "panels");
  // A way through small maps is of what is marked in each of them.
  const isWay = ({ kind: own }: Statement) => own === "line" && /^(?:Tile map|Map)$/.test(kind);
  if (panels?.kind === "panels") return [panels.count - told.filter((own) => !isWay(own)).length];
  // How far all stretches reach comes before them.
  const hasReach = kind === "Range chart" && told[0]?.kind === "span" && shown(reading.rows).length > 4;
  return totalsOf(kind, said, reading).map((total) => total - told.length + (hasReach ? 1 : 0));
}

const keysOf = (rows: readonly Reading["gaps"][number][], column: Column | undefined): ReadonlySet<string> =>
  new Set(rows.map((row) => column?.keyOf(row) ?? ""));

/** How many there are of what is told one by one, by the kind of chart. */
function totalsOf(kind: string, said: readonly Statement[], reading: Reading): readonly number[] {
  const { rows, gaps, series, category } = reading;
  const known = shown(rows);
  const marked = [...new Map([...rows, ...gaps].filter(isMarked).map((row) => [row.cells, row])).values()];
  /** Those that have a figure, and of the others those that are marked. */
  const things = (column: Column | undefined) => new Set([...keysOf(known, column), ...keysOf(marked, column)]).size;
  if (kind === "Dumbbell chart") return [things(category)];
  if (kind === "Range chart") return [known.length];
  if (/^(?:Line|Slope|Area)|of places$/.test(kind) || said.some((own) => own.kind === "line")) return [things(series)];
  // Cells have no series of their own.
  const hasHalves = series !== undefined && !/^(?:Heat|Table)/.test(kind) && isSplit(known, series);
  const halves = hasHalves ? keysOf(known, series).size : 0;
  const totals = [marked.length, keysOf(marked, category).size].map((own) => own + halves);
  return /^(?:Interval|Box)/.test(kind) ? [known.length, ...totals] : totals;
}

const isSplit = (rows: readonly FigureRow[], series: Column): boolean => keysOf(rows, series).size > 1;
