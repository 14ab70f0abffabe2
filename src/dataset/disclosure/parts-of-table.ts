import type { Attack } from "./attack.ts";
import { isCandidate } from "./changes.ts";

/** Counts of a part that is looked at by itself; what hangs together beyond that is looked at with all of the table, as one. */
const largestPart = 1500;

/** The parts that some counts lie in. */
export interface TableParts {
  /** The counts of each, in their order. */
  readonly parts: readonly (readonly number[])[];
  /** Those of the counts that hang together with more than a part holds. */
  readonly rest: readonly number[];
}

/**
 * Finds what hangs together around some counts: what no relation ties to them, over counts that can differ from the truth or may be hidden,
 * has no say in whether they can be worked out, nor in what that takes.
 */
export function partsOf(attack: Looking, starts: readonly number[]): TableParts {
  const placeOf = new Map<number, Group>();
  const groups = new Set<Group>();
  for (const start of starts) {
    if (placeOf.has(start)) continue;
    const { group, absorbed } = groupAround(attack, start, placeOf);
    for (const other of absorbed) groups.delete(other);
    for (const count of group.counts) placeOf.set(count, group);
    groups.add(group);
  }
  return {
    parts: [...groups].filter(({ isLarge }) => !isLarge).map(({ counts }) => [...counts].sort((a, b) => a - b)),
    rest: starts.filter((start) => placeOf.get(start)?.isLarge),
  };
}

interface Group {
  readonly counts: ReadonlySet<number>;
  readonly isLarge: boolean;
}

type Looking = Pick<Attack, "table" | "relations" | "publication">;

/** The counts around one, up to the largest part: then, or where it meets another that is too large, it is one of these. */
function groupAround(
  { table, relations, publication }: Looking,
  start: number,
  placeOf: ReadonlyMap<number, Group>,
): { readonly group: Group; readonly absorbed: ReadonlySet<Group> } {
  const counts = new Set([start]);
  const absorbed = new Set<Group>();
  let isLarge = false;
  const add = (count: number): void => {
    if (counts.has(count) || !canDiffer({ table, publication }, count)) return;
    counts.add(count);
    const met = placeOf.get(count);
    if (met?.isLarge) isLarge = true;
    else if (met) {
      // A relation that one of its counts tells of, and another does not.
      absorbed.add(met);
      for (const other of met.counts) counts.add(other);
    }
  };
  for (const count of counts) {
    for (const { relation } of relations.of(count)) {
      for (const other of relation.counts) add(other);
      if (isLarge) break;
    }
    // The counts of one cell are hidden together.
    for (const other of table.countsOf[table.cellOf[count] as number] ?? []) add(other);
    isLarge ||= counts.size > largestPart;
    if (isLarge) break;
  }
  return { group: { counts, isLarge }, absorbed };
}

/** Whether a count may have another value than it has, as things are or with its cell hidden. */
function canDiffer({ table, publication }: Omit<Looking, "relations">, count: number): boolean {
  const cell = table.cellOf[count] as number;
  return publication.low(count) < publication.high(count) || (cell >= 0 && isCandidate({ table, publication }, cell));
}
