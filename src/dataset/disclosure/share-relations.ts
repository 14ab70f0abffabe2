import type { DatasetSpec } from "../definition.ts";
import { groupBy } from "../group-by.ts";
import type { Observation } from "../observation.ts";
import {
  type Axis,
  type CountTable,
  categoryIn,
  coordinatesOf,
  type Grid,
  isLatent,
  isThere,
  lastValue,
  type PublishedWhole,
} from "./count-table.ts";
import { isOfPart } from "./reckoned-share.ts";
import type { Relation, RelationContext } from "./relation.ts";
import type { RoundingBounds } from "./rounding-bounds.ts";

/** Cells that come to no more than another one, or than what is published of it. */
interface Within {
  readonly parts: readonly number[];
  readonly whole: number | PublishedWhole;
}

/**
 * What a share counts is no more than what it is a share of: readers know it, whether or not the share is shown. It holds between two
 * measures if the data keep it wherever both are known. Where the part is broken down further than its whole, its categories come to no
 * more together.
 * @returns the relations of a cell, by share.
 */
export function shareRelations(
  context: RelationContext,
  measures: DatasetSpec["measures"],
): (cell: number) => readonly (readonly Relation[])[] {
  const { table } = context;
  const shares = Object.values(measures).flatMap(({ statType, numerator = "", denominator = "" }) => {
    const [part, whole] = [table.gridFor(numerator), table.gridFor(denominator)];
    return isOfPart({ statType }) && part && whole && part !== whole ? [byCell(boundsBetween(table, part, whole))] : [];
  });
  // One alone is bounded by itself.
  const sums = table.published.filter(({ parts }) => parts.length > 1);
  if (sums.length > 0) shares.push(byCell(sums.map((whole) => ({ parts: whole.parts, whole }))));
  const known = new Map<Within, readonly Relation[]>();
  return (cell) =>
    shares.flatMap((families) =>
      (families.get(cell) ?? []).map((within) => {
        const found = known.get(within) ?? relate(context, within);
        known.set(within, found);
        return found;
      }),
    );
}

function byCell(all: readonly Within[]): ReadonlyMap<number, readonly Within[]> {
  const found = new Map<number, Within[]>();
  for (const within of all) {
    for (const cell of typeof within.whole === "number" ? [...within.parts, within.whole] : within.parts) {
      const own = found.get(cell);
      if (own) own.push(within);
      else found.set(cell, [within]);
    }
  }
  return found;
}

/** What the cells of two measures come to; nothing where a part is more than its whole. */
function boundsBetween(table: CountTable, part: Grid, whole: Grid): readonly Within[] {
  const common = whole.axes.filter(({ dimension }) => part.axes.some((axis) => axis.dimension === dimension));
  const wholes = groupBy(cellsOf(table, whole), (cell) => placeIn(table, cell, common));
  const pairs = cellsOf(table, part).flatMap((cell) =>
    (wholes.get(placeIn(table, cell, common)) ?? []).map((other) => ({ cell, other })),
  );
  if (pairs.some(({ cell, other }) => lastValue(table, cell) > lastValue(table, other))) return [];
  const single = pairs.map(({ cell, other }): Within => ({ parts: [cell], whole: other }));
  const sums = [...groupBy(pairs, ({ other }) => other)].flatMap(([other, own]) =>
    sumsWithin(
      table,
      own.map(({ cell }) => cell),
      freeAxes(part, common),
    ).map((parts): Within => ({ parts, whole: other })),
  );
  const areKept = sums.every(({ parts, whole: other }) => !(sumOf(table, parts) > lastValue(table, other as number)));
  return areKept ? [...single, ...sums] : single;
}

const cellsOf = (table: CountTable, { cells }: Grid): readonly number[] =>
  [...cells.values()].filter((cell) => !isLatent(table, cell));

const sumOf = (table: CountTable, cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + lastValue(table, cell), 0);

function placeIn(table: CountTable, cell: number, axes: readonly Axis[]): string {
  const at = coordinatesOf(table, cell);
  return JSON.stringify(axes.map(({ dimension }) => at[dimension]));
}

/** The numbers of the axes that a part has beside those of its whole, and along which no case is counted twice. */
const freeAxes = ({ axes, additive }: Grid, common: readonly Axis[]): readonly number[] =>
  additive
    ? axes.flatMap(({ dimension, overlapping, periods }, axis) =>
        overlapping || periods || common.some((own) => own.dimension === dimension) ? [] : [axis],
      )
    : [];

/** Of the cells of a part that lie within one cell of its whole: those that nothing else among them holds, together. */
function sumsWithin(
  table: CountTable,
  cells: readonly number[],
  axes: readonly number[],
): readonly (readonly number[])[] {
  if (axes.length === 0) return [];
  const categoryOf = (cell: number, axis: number) =>
    categoryIn(table.gridOf[cell] as Grid, table.keyOf[cell] as number, axis);
  const others = (cell: number) =>
    (table.gridOf[cell] as Grid).axes.flatMap((_, axis) => (axes.includes(axis) ? [] : [categoryOf(cell, axis)]));
  return [...groupBy(cells, (cell) => others(cell).join()).values()].flatMap((own) => {
    const held = axes.map((axis) => new Set(own.map((cell) => categoryOf(cell, axis))));
    const parts = own.filter((cell) => {
      const grid = table.gridOf[cell] as Grid;
      return (
        isThere(grid, table.keyOf[cell] as number) &&
        axes.every((axis, index) => {
          const above = grid.axes[axis]?.above[categoryOf(cell, axis)] ?? [];
          return !above.some((holder) => held[index]?.has(holder));
        })
      );
    });
    return parts.length > 1 ? [parts] : [];
  });
}

function relate({ table, editionsOf }: RelationContext, { parts, whole }: Within): readonly Relation[] {
  const cells = typeof whole === "number" ? [...parts, whole] : parts;
  const signs = cells.map((cell) => (cell === whole ? -1 : 1));
  const known = typeof whole === "number" ? 0 : -whole.most;
  return editionsOf(cells).flatMap((counts): readonly Relation[] => {
    const sum = counts.reduce((all, count, at) => all + (signs[at] as number) * (table.values[count] as number), known);
    if (sum > 0) return [];
    const relation: Relation = { kind: "at-most", counts, signs };
    return [typeof whole === "number" ? relation : { ...relation, known, published: whole }];
  });
}

interface Published {
  lookup(measure: string, at: Readonly<Record<string, string>>): readonly Observation[];
}

/** The same where a share is of what is no secret: each count, and all that it is divided into, is at most what is published there. */
export function boundByShares(table: CountTable, measures: DatasetSpec["measures"], { lookup }: Published): void {
  for (const { statType, numerator = "", denominator = "" } of Object.values(measures)) {
    const part = table.gridFor(numerator);
    if (!isOfPart({ statType }) || !part || denominator === "" || table.gridFor(denominator)) continue;
    const found = cellsOf(table, part).flatMap((cell): readonly PublishedWhole[] => {
      const wholes = lookup(denominator, coordinatesOf(table, cell));
      const [first] = wholes;
      const least = Math.min(...wholes.map((whole) => boundsOf(whole.cell).low));
      const most = Math.max(...wholes.map((whole) => boundsOf(whole.cell).high));
      return first && Number.isFinite(most) ? [{ measure: denominator, at: first.at, parts: [cell], least, most }] : [];
    });
    const isKept = ({ parts, most }: PublishedWhole) =>
      parts.every((cell) => (table.countsOf[cell] ?? []).every((count) => !((table.values[count] as number) > most)));
    if (!found.every(isKept)) continue;
    table.published.push(...found);
    for (const { parts, most } of found)
      for (const count of parts.flatMap((cell) => table.countsOf[cell] ?? []))
        table.most.set(count, Math.min(most, table.most.get(count) ?? most));
    const own = new Set(found.flatMap(({ at }) => Object.keys(at)));
    const common = part.axes.filter(({ dimension }) => own.has(dimension));
    const groups = groupBy(found, ({ at }) => JSON.stringify(common.map(({ dimension }) => at[dimension])));
    const sums = [...groups.values()].flatMap((group) => {
      const cells = group.flatMap(({ parts }) => parts);
      return sumsWithin(table, cells, freeAxes(part, common)).flatMap((parts) =>
        group[0] ? [{ ...group[0], parts }] : [],
      );
    });
    if (sums.every(({ parts, most }) => !(sumOf(table, parts) > most))) table.published.push(...sums);
  }
}

/** What a published figure says that a count is; nothing where it is hidden or missing. */
const boundsOf = (cell: Observation["cell"]): RoundingBounds =>
  cell.state === "value"
    ? { low: cell.value, high: cell.value }
    : cell.state === "rounded"
      ? cell
      : { low: 0, high: Number.POSITIVE_INFINITY };
