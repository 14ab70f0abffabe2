import { type Dataset, isAdditive, type MeasureSpec } from "../../dataset/index.ts";
import { roundingBase } from "./rounding-base.ts";

/** Figures of one measure, at one time: one a row, not there or NaN where nobody knows it. */
type Column = readonly (number | undefined)[];

/** More are not looked at: the time grows with the square of rows, and with the columns. */
const [mostListed, mostColumns, mostTried] = [1000, 200, 4];
const fewestListed = 4;
/** A sum holds in so many columns and in such a part of those that are complete: others may be rounded, or revised. */
const [fewestHeld, mostlyRounded] = [2, 0.55];
/** Where nothing else speaks for a sum, it has to hold nearly everywhere. */
export const nearlyEverywhere = 0.9;
/** How far from chance it is, as a power of two, beside the number of runs that were tried. */
const enoughBits = 10;
/** A dimension of which nearly every category has one value describes it, and tells no figures apart. */
const mostlyOne = 1.1;

/**
 * The categories whose figures are the sums of rows that stand together, of all others, or level by level; where cells are not known, or where what
 * only describes a category was read as a dimension, so that no two of them have a column in common.
 * @param declared those that a definition tells of already.
 * @param mayAddUp of which measures figures are looked at.
 * @param mostlyHeld in which part of the complete columns a sum has to hold.
 */
export function wholesByFigures(
  dataset: Dataset,
  dimension: string,
  declared: ReadonlySet<string>,
  mayAddUp: (measure: MeasureSpec) => boolean = isAdditive,
  mostlyHeld: number = mostlyRounded,
): readonly string[] {
  const { ids, columns: written } = readRows(dataset, dimension, mayAddUp);
  // Figures that are all rounded to tens come to each other by chance ten times as often.
  const base = roundingBase(written.flatMap((column) => column.flatMap((figure) => figure || [])));
  const columns = base === 1 ? written : written.map((column) => column.map((figure) => figure && figure / base));
  if (ids.length < fewestListed || ids.length > mostListed) return [];
  const sizes = ids.map((_, at) => columns.reduce((sum, column) => sum + (column[at] || 0), 0));
  const list = ids.flatMap((id, at) => (declared.has(id) ? [] : [at]));
  const found = new Set<number>();
  // The smallest first, so that what holds them is the sum of the rows inside.
  for (const whole of list.toSorted((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0))) {
    const targets = columns.map((column) => column[whole] ?? Number.NaN);
    const levels = [list.filter((at) => at !== whole && !found.has(at)), list.filter((at) => found.has(at))];
    if (levels.some((level) => runOf(targets, level, { columns, mostlyHeld }))) found.add(whole);
  }
  const rest = list.filter((at) => !found.has(at));
  return [...new Set([...found, ...levelOf(rest, { columns, mostlyHeld })].flatMap((at) => ids[at] ?? []))];
}

/** Rows that stand together and come to as much as all others: these again, by what holds them. */
function levelOf(rest: readonly number[], { columns, mostlyHeld }: Searched): readonly number[] {
  const halves = columns.map((column) => sumOf(column, rest) / 2);
  const run = runOf(halves, rest, { columns, mostlyHeld });
  if (!run) return [];
  const others = rest.filter((at) => !run.includes(at));
  const [fewer, more] = run.length < others.length ? [run, others] : [others, run];
  return fewer.length * 2 <= more.length ? fewer : [];
}

const sumOf = (column: Column, list: readonly number[]): number =>
  list.reduce((sum, at) => sum + (column[at] ?? Number.NaN), 0);

/** Rows without a gap that come to figures in most columns. */
function runOf(
  targets: readonly number[],
  others: readonly number[],
  { columns, mostlyHeld }: Searched,
): readonly number[] | undefined {
  if (!areTelling(targets, others.length)) return undefined;
  const tried = columns
    .map((column, index) => ({ column, target: targets[index] ?? Number.NaN }))
    .filter(({ column, target }) => target > 0 && others.every((at) => !((column[at] ?? 0) < 0)))
    .toSorted((a, b) => b.target - a.target)
    .slice(0, mostTried);
  for (const { column, target } of tried) {
    const run = runsIn(column, target, others).find((own) =>
      holds(own, { targets, columns, mostlyHeld, length: others.length }),
    );
    if (run) return run;
  }
  return undefined;
}

/** Runs of at least two that come to a figure in one column of none below zero; what is not known adds nothing. */
function runsIn(column: Column, target: number, others: readonly number[]): readonly (readonly number[])[] {
  const runs: (readonly number[])[] = [];
  let [start, sum] = [0, 0];
  for (const [end, at] of others.entries()) {
    sum += column[at] || 0;
    for (; sum > target + tiny(target) && start < end; start += 1) sum -= column[others[start] as number] || 0;
    if (isEqual(sum, target) && end > start) runs.push(others.slice(start, end + 1));
  }
  return runs;
}

interface Searched {
  readonly columns: readonly Column[];
  /** In which part of the complete columns a sum has to hold. */
  readonly mostlyHeld: number;
}

interface Holding extends Searched {
  readonly targets: readonly number[];
  /** Of how many rows a run is one. */
  readonly length: number;
}

/** Whether a run comes to the figures in most columns that are complete, and to no more in the others, by no chance. */
function holds(run: readonly number[], { targets, columns, mostlyHeld, length }: Holding): boolean {
  const told = columns.flatMap((column, index) => {
    const target = targets[index] ?? Number.NaN;
    const sum = sumOf(column, run);
    return target > 0 && !Number.isNaN(sum) ? [{ target, isHeld: isEqual(sum, target) }] : [];
  });
  const held = told.filter(({ isHeld }) => isHeld);
  return (
    held.length >= told.length * mostlyHeld &&
    areTelling(
      held.map(({ target }) => target),
      length,
    ) &&
    columns.every((column, index) => !isExceeded(column, run, targets[index] ?? Number.NaN))
  );
}

/** Whether it would be no chance that one of the runs of so many rows comes to all of these figures. */
function areTelling(figures: readonly number[], length: number): boolean {
  const different = new Set(figures.filter((figure) => figure > 0));
  const bits = [...different].reduce((sum, figure) => sum + Math.log2(Math.max(1, figure)), 0);
  return different.size >= fewestHeld && bits >= enoughBits + 2 * Math.log2(length);
}

/** Whether what is known of a run, the rest of which is hidden, is more than the figure already. */
function isExceeded(column: Column, run: readonly number[], target: number): boolean {
  const known = run.filter((at) => !Number.isNaN(column[at] ?? Number.NaN));
  if (known.length === run.length || known.some((at) => (column[at] ?? 0) < 0)) return false;
  // A rounded figure may be off by one half for each row.
  return sumOf(column, known) > target + run.length / 2;
}

const tiny = (target: number): number => Math.abs(target) * 1e-9;
const isEqual = (sum: number, target: number): boolean => Math.abs(sum - target) <= tiny(target);

interface Rows {
  /** The category of each. */
  readonly ids: readonly string[];
  readonly columns: readonly Column[];
}

/**
 * The rows in their order, with a column for each measure that adds up and each combination of what tells figures of one category apart. A quarter and
 * its district may have one name: they are two rows.
 */
function readRows(dataset: Dataset, dimension: string, mayAddUp: (measure: MeasureSpec) => boolean): Rows {
  const { measures } = dataset.definition.spec;
  const apart = tellingApart(dataset, dimension);
  const positions = new Map<string, number>();
  const ids: string[] = [];
  const columns = new Map<string, { readonly values: (number | undefined)[]; readonly times: Map<string, number> }>();
  for (const { measure, at, cell } of dataset.observations) {
    const [id, spec] = [at[dimension], measures[measure]];
    if (id === undefined || !spec || !mayAddUp(spec)) continue;
    const key = JSON.stringify([measure, ...apart.map((other) => at[other])]);
    if (!columns.has(key) && columns.size >= mostColumns) continue;
    const column = columns.get(key) ?? { values: [], times: new Map<string, number>() };
    columns.set(key, column);
    const time = column.times.get(id) ?? 0;
    column.times.set(id, time + 1);
    const name = JSON.stringify([id, time]);
    const position = positions.get(name) ?? ids.push(id) - 1;
    positions.set(name, position);
    column.values[position] = cell.state === "value" ? cell.value : Number.NaN;
  }
  return { ids, columns: [...columns.values()].map(({ values }) => values) };
}

/** The other dimensions, without those of which nearly every category has one value. */
function tellingApart(dataset: Dataset, dimension: string): readonly string[] {
  const { dimensions } = dataset.definition.spec;
  const others = Object.keys(dimensions).filter((id) => id !== dimension);
  const pairs = new Map(others.map((id) => [id, new Set<string>()]));
  const held = new Set<string>();
  for (const { at } of dataset.observations) {
    const own = at[dimension] ?? "";
    held.add(own);
    for (const [other, known] of pairs) known.add(JSON.stringify([own, at[other]]));
  }
  return others.filter(
    (id) =>
      dimensions[id]?.role === "time" || (pairs.get(id)?.size ?? 0) > Math.max(held.size * mostlyOne, held.size + 1),
  );
}
