import { type Cell, holdsTimes, keyOf, namesOf, numberIn } from "./cell-names.ts";
import { writeFigure } from "./printed-figures.ts";

/** A mark, or a row that has none: what is in its datum and in the facet that it stands in, and where it is. */
export interface DrawnRow {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly x: number;
  readonly y: number;
  /** Whether a line or an area leaves it out, as it has no place. */
  readonly isLeftOut?: boolean;
}

/** All that one mark of a chart draws, or all rows of its data. */
export interface DrawnTable {
  readonly name: string;
  readonly rows: readonly DrawnRow[];
  readonly fields: readonly string[];
  /** Fields that set small charts apart. */
  readonly panels: readonly string[];
  /** By which scale a field is drawn, and in which direction; undefined: by none. */
  readonly channelOf: (field: string) => { readonly channel: string; readonly scale: string | undefined } | undefined;
  /** The type of that scale. */
  readonly scaleTypeOf: (field: string) => string | undefined;
  /** What readers may know a field by: the titles of its axis or legend; none where it has no title. */
  readonly titlesOf: (field: string) => readonly string[];
  /** The level of the confidence intervals that it draws, where the chart says one. */
  readonly intervalLevel?: number | undefined;
  /** What all rows are compared with, and what the chart writes before its figure, where it is a bullet chart. */
  readonly comparedWith?: { readonly field: string; readonly title: string } | undefined;
  /** How many areas of its map the rows do not speak of, where they are a recipe's. */
  readonly areasNotInData?: number | undefined;
}

/** What rows are told apart by: a field, or the two ends of a class. */
export interface Column {
  readonly label: string;
  readonly fields: readonly [string] | readonly [string, string];
  readonly keyOf: (row: DrawnRow) => string;
  readonly namesOf: (row: DrawnRow) => ReadonlySet<string>;
  /** Along a scale. */
  readonly placeOf: (row: DrawnRow) => number;
}

const kept = new WeakMap<DrawnTable, Map<string, Column>>();

/** The column of a field of a table, or of the two fields of a class. */
export function columnOf(table: DrawnTable, start: string, end?: string): Column {
  const columns = kept.get(table) ?? new Map<string, Column>();
  kept.set(table, columns);
  const label = end === undefined ? start : `${start}–${end}`;
  const column = columns.get(label) ?? (end === undefined ? fieldColumn(table, start) : classColumn(table, start, end));
  columns.set(label, column);
  return column;
}

function fieldColumn({ rows, channelOf, scaleTypeOf }: DrawnTable, field: string): Column {
  const isTime = holdsTimes(
    rows.map((row) => row.cells[field]),
    scaleTypeOf(field),
  );
  const common = commonStart(rows.map((row) => row.cells[field]));
  const known = new Map<string, ReadonlySet<string>>();
  const isDown = /^y/.test(channelOf(field)?.channel ?? "");
  const cells = rows.map((row) => row.cells[field]);
  // What has no figure on a scale of figures has no place on it.
  const isOrdered =
    cells.every((cell) => typeof cell !== "string") && cells.some((cell) => Number.isFinite(numberIn(cell)));
  return {
    label: field,
    fields: [field],
    keyOf: (row) => keyOf(row.cells[field]),
    namesOf(row) {
      const key = keyOf(row.cells[field]);
      const names = known.get(key) ?? withRest(namesOf(row.cells[field], isTime), common);
      known.set(key, names);
      return names;
    },
    placeOf: (row) => (isOrdered ? numberIn(row.cells[field]) : isDown ? row.y : row.x),
  };
}

/** The words that all names of a column begin with, which descriptions say once; empty where there are none. */
function commonStart(cells: readonly Cell[]): string {
  const names = [...new Set(cells)];
  const [first] = names;
  if (typeof first !== "string" || names.length < 2) return "";
  const start = first.slice(0, first.lastIndexOf(" ") + 1);
  return names.every((name) => typeof name === "string" && name.startsWith(start)) ? start : "";
}

const withRest = (names: ReadonlySet<string>, start: string): ReadonlySet<string> =>
  start === "" ? names : new Set([...names, ...[...names].map((name) => name.slice(start.length))]);

function classColumn(table: DrawnTable, start: string, end: string): Column {
  const columns = [columnOf(table, start), columnOf(table, end)] as const;
  const isTime = holdsTimes(
    table.rows.map(({ cells }) => cells[start]),
    table.scaleTypeOf(start),
  );
  // Some are drawn from their higher end.
  const isTurned = ({ cells }: DrawnRow) => numberIn(cells[start]) > numberIn(cells[end]);
  return {
    label: `${start}–${end}`,
    fields: [start, end],
    keyOf: (row) => columns.map((column) => column.keyOf(row)).join(" "),
    namesOf(row) {
      const [first, second] = isTurned(row) ? ([end, start] as const) : ([start, end] as const);
      if (isTime) return columnOf(table, first).namesOf(row);
      const ends = [first, second].map((field) => writeFigure(numberIn(row.cells[field])));
      return new Set(
        ["–", " – ", " to ", " i "].flatMap((to) => [ends.join(to), `${to === " i " ? "o" : "from"} ${ends.join(to)}`]),
      );
    },
    placeOf: ({ cells }) => Math.min(numberIn(cells[start]), numberIn(cells[end])),
  };
}
