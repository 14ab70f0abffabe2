import { type Dataset, isAdditive } from "../../dataset/index.ts";

/** The figures of one measure beside each other, one a category: what each is, or what it lies between, and whether readers see it. */
export type Column = ReadonlyMap<string, Figure>;

export interface Figure {
  readonly low: number;
  readonly high: number;
  readonly isShown: boolean;
}

/** Categories of one dimension that add up to another. */
export interface Sum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** What somebody has hidden is a small count, where nothing says what it lies between. */
const least = 1;
export const most = 4;

export interface Figures {
  /** In the order of the table. */
  readonly ids: readonly string[];
  readonly columns: readonly Column[];
  /** The columns that have a figure of a category: of villages, each in one of a thousand towns, hardly any. */
  readonly columnsOf: (id: string) => readonly Column[];
}

/** Looks for the columns of each category once, when somebody asks for any. */
function figuresIn(ids: readonly string[], columns: readonly Column[]): Figures {
  let known: Map<string, Column[]> | undefined;
  return {
    ids,
    columns,
    columnsOf(id) {
      known ??= columnsById(columns);
      return known.get(id) ?? [];
    },
  };
}

function columnsById(columns: readonly Column[]): Map<string, Column[]> {
  const byId = new Map<string, Column[]>();
  for (const column of columns)
    for (const id of column.keys()) {
      const own = byId.get(id);
      if (own) own.push(column);
      else byId.set(id, [column]);
    }
  return byId;
}

/** What the figures of counts that add up are or lie between, by all that differs from one column to the next; of columns that are alike, one. */
export function figuresOf(dataset: Dataset, dimension: string): Figures {
  const known = figuresRead.get(dataset) ?? new Map<string, Figures>();
  figuresRead.set(dataset, known);
  const figures = known.get(dimension) ?? withoutAlike(dataset, dimension);
  known.set(dimension, figures);
  return figures;
}
/** By dimension: they are asked for several times, and a dataset never changes. */
const figuresRead = new WeakMap<Dataset, Map<string, Figures>>();

function withoutAlike(dataset: Dataset, dimension: string): Figures {
  const { ids, columns } = readColumns(dataset, undefined, dimension);
  const keyOf = (column: Column) => ids.map((id) => keyOfFigure(column.get(id))).join();
  return figuresIn(ids, [...new Map(columns.map((column) => [keyOf(column), column])).values()]);
}

const keyOfFigure = (figure: Figure | undefined): string =>
  figure ? `${figure.low} ${figure.high} ${figure.isShown}` : "";

/** The figures that readers may see of counts that add up, by all that differs from one column to the next. */
export function readColumns(dataset: Dataset, shown: Dataset | undefined, dimension: string): Figures {
  const { measures, dimensions } = dataset.definition.spec;
  const others = Object.keys(dimensions).filter((id) => id !== dimension);
  // No name has a line break.
  const columnOf = ({ measure, at }: Dataset["observations"][number]) => {
    let key = measure;
    for (const other of others) key += `\n${at[other] ?? ""}`;
    return key;
  };
  const keyOf = (own: Dataset["observations"][number]) => `${columnOf(own)}\n${own.at[dimension]}`;
  const seen = shown && new Map(shown.observations.map((own) => [keyOf(own), own.cell.state === "value"]));
  const ids = new Set<string>();
  const columns = new Map<string, Map<string, Figure>>();
  for (const own of dataset.observations) {
    const [id, spec] = [own.at[dimension], measures[own.measure]];
    const isShown = seen ? seen.get(keyOf(own)) : own.cell.state === "value";
    if (id === undefined || isShown === undefined || spec?.statType !== "count" || !isAdditive(spec)) continue;
    const [low, high] = boundsOf(own.cell);
    const key = columnOf(own);
    const column = columns.get(key) ?? new Map<string, Figure>();
    columns.set(key, column.set(id, { low, high, isShown }));
    ids.add(id);
  }
  return figuresIn([...ids], [...columns.values()]);
}

function boundsOf(cell: Dataset["observations"][number]["cell"]): readonly [low: number, high: number] {
  if (cell.state === "value") return [cell.value, cell.value];
  return cell.state === "suppressed" ? [least, most] : [0, Number.POSITIVE_INFINITY];
}

export const sumOf = (figures: readonly Figure[], end: "low" | "high"): number =>
  figures.reduce((sum, figure) => sum + figure[end], 0);

/** What figures come to, one after the other, in a column that has a figure of the whole that they may make. */
export interface RunningSum {
  readonly column: Column;
  readonly whole: Figure;
  low: number;
  high: number;
  /** How many there are, and how many of these may be anything. */
  parts: number;
  positive: number;
}

/** @param columns those that have the whole. */
export const runningSums = (whole: string, columns: readonly Column[]): readonly RunningSum[] =>
  columns.map((column) => ({ column, whole: column.get(whole) as Figure, low: 0, high: 0, parts: 0, positive: 0 }));

/** Adds a category to what others come to; false where it has no figure. */
export function addTo(sum: RunningSum, id: string): boolean {
  const figure = sum.column.get(id);
  if (!figure) return false;
  sum.low += figure.low;
  sum.high += figure.high;
  sum.parts += 1;
  if (figure.high > 0) sum.positive += 1;
  return true;
}

/** Whether figures come to more than a whole, and so are not its parts, whatever else is. */
export const isOver = ({ low, whole }: RunningSum): boolean => low > whole.high;

/** Whether parts come to more than a whole in one column; where it is not known there, nobody can tell. */
export function areMore(column: Column, whole: string, parts: readonly string[]): boolean {
  const own = column.get(whole);
  return own !== undefined && parts.reduce((sum, part) => sum + (column.get(part)?.low ?? 0), 0) > own.high;
}
