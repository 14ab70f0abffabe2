import type { DatasetSpec } from "../definition.ts";
import type { Observation } from "../observation.ts";
import { type CountTable, coordinatesOf, type Grid, isLatent, lastValue } from "./count-table.ts";
import type { Relation, RelationContext } from "./relation.ts";

/** A cell of what a share counts, and the one of what it is a share of. */
type Pair = readonly [part: number, whole: number];

/**
 * What a share counts is no more than what it is a share of: readers know it, whether or not the share is shown. It holds between two
 * measures if the data keep it wherever both are known.
 * @returns the relations of a cell, by share.
 */
export function shareRelations(
  context: RelationContext,
  measures: DatasetSpec["measures"],
): (cell: number) => readonly (readonly Relation[])[] {
  const { table } = context;
  const shares = Object.values(measures).flatMap(({ statType, numerator = "", denominator = "" }) => {
    const [part, whole] = [table.gridFor(numerator), table.gridFor(denominator)];
    return statType === "share" && part && whole ? [pairsOf(context, part, whole)] : [];
  });
  const known = new Map<Pair, readonly Relation[]>();
  return (cell) =>
    shares.flatMap((pairs) => {
      const pair = pairs.get(cell);
      if (!pair) return [];
      const found = known.get(pair) ?? relate(context, pair);
      known.set(pair, found);
      return [found];
    });
}

const isWithin = (one: Grid, other: Grid): boolean =>
  one.axes.every(({ dimension }) => other.axes.some((axis) => axis.dimension === dimension));

/** The pairs of two measures that are broken down alike, by either cell; none where a part is more than its whole. */
function pairsOf({ table }: RelationContext, part: Grid, whole: Grid): ReadonlyMap<number, Pair> {
  const pairs = new Map<number, Pair>();
  if (part === whole || !isWithin(part, whole) || !isWithin(whole, part)) return pairs;
  for (const cell of part.cells.values()) {
    if (isLatent(table, cell)) continue;
    const other = table.cellAt(whole.measure, coordinatesOf(table, cell));
    if (other === undefined || isLatent(table, other)) continue;
    if (lastValue(table, cell) > lastValue(table, other)) return new Map();
    const pair: Pair = [cell, other];
    pairs.set(cell, pair).set(other, pair);
  }
  return pairs;
}

function relate({ table, editionsOf }: RelationContext, pair: Pair): readonly Relation[] {
  const seen = new Set<string>();
  return editionsOf(pair).flatMap((counts): readonly Relation[] => {
    const [part = -1, whole = -1] = counts;
    if (seen.has(counts.join()) || (table.values[part] as number) > (table.values[whole] as number)) return [];
    seen.add(counts.join());
    return [{ kind: "at-most", counts, signs: [1, -1] }];
  });
}

interface Published {
  lookup(measure: string, at: Readonly<Record<string, string>>): readonly Observation[];
}

/** The same where a share is of what is no secret: each count is at most what is published there. */
export function boundByShares(table: CountTable, measures: DatasetSpec["measures"], { lookup }: Published): void {
  for (const { statType, numerator = "", denominator = "" } of Object.values(measures)) {
    const part = table.gridFor(numerator);
    if (statType !== "share" || !part || denominator === "" || table.gridFor(denominator)) continue;
    const found = [...part.cells.values()].map((cell) => ({
      counts: table.countsOf[cell] ?? [],
      most: Math.max(-1, ...lookup(denominator, coordinatesOf(table, cell)).map(({ cell: whole }) => greatest(whole))),
    }));
    const isKept = ({ counts, most }: (typeof found)[number]) =>
      most < 0 || counts.every((count) => !((table.values[count] as number) > most));
    if (!found.every(isKept)) continue;
    for (const { counts, most } of found) {
      if (most < 0) continue;
      for (const count of counts) table.most.set(count, Math.min(most, table.most.get(count) ?? most));
    }
  }
}

/** The most that a published figure says that a count is; infinite where it is hidden or missing. */
const greatest = (cell: Observation["cell"]): number =>
  cell.state === "value" ? cell.value : cell.state === "rounded" ? cell.high : Number.POSITIVE_INFINITY;
