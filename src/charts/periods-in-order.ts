import type { ChartRow } from "./chart-row.ts";
import type { ChartShape } from "./shape/chart-shape.ts";

/**
 * The rows of a recipe so that each period is first met in its order. Axes and small charts stand in the order of the rows, and where the first area lacks
 * years these would come after all that it has: 2019, 2022, 2020, 2021. Areas keep their order as far as they can, and rows that nothing is wrong with theirs;
 * so do those of an author who goes from the latest to the earliest.
 */
export function periodsInOrder(
  rows: readonly ChartRow[],
  { category, series, panels }: Pick<ChartShape, "category" | "series" | "panels">,
  times?: KnownTimes,
): readonly ChartRow[] {
  const fields = [...new Set([category, series, ...panels].flatMap((each) => each?.field ?? []))];
  return fields.reduce<readonly ChartRow[]>(
    (sorted, field) =>
      byPeriod(sorted, {
        field,
        others: fields.filter((each) => each !== field),
        times: times?.field === field ? times : undefined,
      }),
    rows,
  );
}

/** When the periods of a field are. */
export interface KnownTimes {
  readonly field: string;
  /** In months or days. */
  readonly at: ReadonlyMap<Cell, number>;
  /** Lines go from period to period: those whose rows go to and fro are drawn in the order of time. */
  readonly isOfLines: boolean;
}

interface PeriodField {
  readonly field: string;
  /** What tells rows of one period apart. */
  readonly others: readonly string[];
  /** Where they are not known, the years in the names tell. */
  readonly times: KnownTimes | undefined;
}

function byPeriod(rows: readonly ChartRow[], { field, others, times }: PeriodField): readonly ChartRow[] {
  const met = [...new Set(rows.map((row) => row[field]))];
  const years = new Map(met.map((period) => [period, times ? times.at.get(period) : yearOf(period)]));
  if ((others.length === 0 && !times?.isOfLines) || [...years.values()].includes(undefined)) return rows;
  const keyOf = (row: ChartRow) => JSON.stringify(others.map((other) => row[other]));
  const rowsOf = new Map<string, ChartRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = rowsOf.get(key);
    if (own) own.push(row);
    else rowsOf.set(key, [row]);
  }
  const followers = followersIn([...rowsOf.values()], field);
  const isRising = [...followers].every(([period, later]) =>
    [...later].every((one) => Number(years.get(one)) >= Number(years.get(period))),
  );
  if (!isRising) return times?.isOfLines ? inOneDirection(rows, followers, times) : rows;
  const periods = merged(met, followers, (period) => Number(years.get(period)));
  if (periods.every((period, index) => period === met[index])) return rows;
  return inTurn(rows, {
    periodAt: new Map(periods.map((period, index) => [period, index])),
    count: periods.length,
    field,
    rowsBeside: (row) => rowsOf.get(keyOf(row)) ?? [],
  });
}

type Cell = ChartRow[string] | undefined;

/** Rows that go from the latest period to the earliest as they are, and others in the order of time. */
function inOneDirection(
  rows: readonly ChartRow[],
  followers: ReadonlyMap<Cell, ReadonlySet<Cell>>,
  { field, at }: KnownTimes,
): readonly ChartRow[] {
  const timeOf = (period: Cell) => at.get(period) ?? 0;
  const isFalling = [...followers].every(([period, later]) => [...later].every((one) => timeOf(one) <= timeOf(period)));
  return isFalling ? rows : rows.toSorted((a, b) => timeOf(a[field]) - timeOf(b[field]));
}

/** The first year that a name of a period has; undefined of any other name. */
function yearOf(name: Cell): number | undefined {
  if (typeof name !== "string") return undefined;
  const latin = name.replace(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660));
  const [year] = /(?<!\d)(?:18|19|20|21)\d\d(?!\d)/.exec(latin) ?? [];
  return year === undefined ? undefined : Number(year);
}

/** What comes next to each period, in the rows of some area. */
function followersIn(groups: readonly (readonly ChartRow[])[], field: string): ReadonlyMap<Cell, ReadonlySet<Cell>> {
  const followers = new Map<Cell, Set<Cell>>();
  for (const rows of groups)
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1]?.[field];
      if (next === undefined || next === row[field]) continue;
      followers.set(row[field], (followers.get(row[field]) ?? new Set()).add(next));
    }
  return followers;
}

/** One order of all that no area's own contradicts: the earliest of those that nothing else comes before. */
function merged(
  met: readonly Cell[],
  followers: ReadonlyMap<Cell, ReadonlySet<Cell>>,
  yearAt: (period: Cell) => number,
): readonly Cell[] {
  const left = new Set(met.toSorted((a, b) => yearAt(a) - yearAt(b)));
  /** How many of those that are left come before each. */
  const countBefore = new Map<Cell, number>();
  const count = (period: Cell, by: 1 | -1) => {
    for (const later of followers.get(period) ?? [])
      if (later !== period) countBefore.set(later, (countBefore.get(later) ?? 0) + by);
  };
  for (const period of left) count(period, 1);
  return met.map(() => {
    const next = firstIn(left, (period) => !countBefore.get(period));
    left.delete(next);
    count(next, -1);
    return next;
  });
}

/** The first that is free, else the first. */
function firstIn(left: ReadonlySet<Cell>, isFree: (period: Cell) => boolean): Cell {
  for (const period of left) if (isFree(period)) return period;
  const [first] = left;
  return first;
}

interface InTurnOptions {
  readonly periodAt: ReadonlyMap<Cell, number>;
  readonly count: number;
  readonly field: string;
  /** Rows of the same area. */
  readonly rowsBeside: (row: ChartRow) => readonly ChartRow[];
}

/** Before a row whose period is not met yet come the earlier ones, from the first areas that have them. */
function inTurn(rows: readonly ChartRow[], { periodAt, field, rowsBeside, count }: InTurnOptions): readonly ChartRow[] {
  const placed = new Set<ChartRow>();
  const at = (row: ChartRow) => periodAt.get(row[field]) ?? 0;
  const firstOf: (ChartRow | undefined)[] = Array.from({ length: count });
  for (const row of rows) firstOf[at(row)] ??= row;
  let next = 0;
  const place = (row: ChartRow) => {
    placed.add(row);
    if (at(row) === next) next++;
  };
  for (const row of rows) {
    while (!placed.has(row) && at(row) > next) {
      const first = firstOf[next];
      const own = first === undefined ? [] : rowsBeside(first);
      // With all that the same area has before: its line is drawn in the order of its rows.
      for (const each of own) if (at(each) <= next && !placed.has(each)) place(each);
    }
    if (!placed.has(row)) place(row);
  }
  // A row that is given twice is left where it is.
  return placed.size === rows.length ? [...placed] : rows;
}
