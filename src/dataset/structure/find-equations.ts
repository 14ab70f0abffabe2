import { dependentColumns } from "./dependent-columns.ts";
import { enoughAgainstDenial, enoughBits, fewestHeldForOneFailed, findSums, subsets } from "./find-sums.ts";
import { searchSet } from "./search-set.ts";
import type { SearchBudget, Series } from "./series.ts";

/** Series that come to nothing in the data, each added or taken away: all less boys less girls. */
export interface Equation {
  readonly ids: readonly string[];
  /** 1 or -1 for each. */
  readonly signs: readonly number[];
}

interface Told {
  /** What the definition says to be the sum of what: parts by whole, as many lists as it tells. */
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  /** Series that are said to be a sum by chance: it takes more to reckon with what they come to. */
  readonly chance: ReadonlySet<string>;
}

/**
 * What a reader finds in the figures and the definition does not tell, whether or not it has a word for it: that all are boys
 * and girls, where they are said to be two ages; that boys and girls are as many as both ages, where no row has all. For a
 * whole that the definition tells of, and whose parts do not come to it, less evidence will do, since its name says to look.
 */
export function findEquations(
  series: readonly Series[],
  { sums, chance }: Told,
  effort: SearchBudget,
): readonly Equation[] {
  const all = series.filter(({ values }) => values.some((value) => value > 0));
  const held = all.filter(({ id }) => !chance.has(id));
  const byId = new Map(all.map((own) => [own.id, own]));
  const found: Equation[] = [];
  const kept = throughAbsent(sums, new Set(series.map(({ id }) => id))).filter(({ whole, parts }) => {
    const own = parts.flatMap((id) => byId.get(id) ?? []);
    const of = byId.get(whole);
    return of && own.length > 0 && bitsOf(of, own) !== undefined;
  });
  const zeros = new Set(series.filter(({ values }) => values.every((value) => value === 0)).map(({ id }) => id));
  const leaves = createLeaves(kept, zeros);
  const add = (whole: Series, parts: readonly Series[], signs: readonly number[]) => {
    const equation = { ids: [whole, ...parts].map(({ id }) => id), signs: [-1, ...signs] };
    if (!leaves.isTold(equation)) found.push(equation);
  };
  for (const { whole, parts, signs } of dependentColumns(held, effort)) {
    const bits = bitsOf(whole, parts, signs);
    if (bits !== undefined && bits - triedFor(held, parts, signs) >= enoughBits) add(whole, parts, signs);
  }
  for (const id of new Set(sums.map(({ whole }) => whole))) {
    const whole = chance.has(id) ? undefined : byId.get(id);
    if (!whole) continue;
    const told = kept.filter((sum) => sum.whole === id);
    const used = new Set([id, ...told.flatMap(({ parts }) => parts)]);
    // Where what is told of a whole holds, nobody looks for more; where it does not, its parts are among the others.
    const enough = told.length > 0 ? enoughBits : 0;
    // Where nothing may be searched any more, to look at all others of each of a thousand wholes finds nothing.
    while (effort.steps > 0) {
      const others = held.filter((own) => !used.has(own.id));
      const parts = searchSet(whole, others, effort);
      const bits = parts && bitsOf(whole, parts);
      if (!parts || bits === undefined || bits - subsets(others.length, parts.length) <= enough) break;
      add(
        whole,
        parts,
        parts.map(() => 1),
      );
      for (const part of parts) used.add(part.id);
    }
  }
  for (const { whole, parts, signs } of deniedSums(all, chance, effort)) add(whole, parts, signs);
  return found;
}

/**
 * What series come to that are said to be a sum by chance, where the figures leave no doubt that it is none: readers subtract whatever
 * a definition says.
 */
function deniedSums(held: readonly Series[], chance: ReadonlySet<string>, effort: SearchBudget) {
  if (chance.size === 0) return [];
  const byId = new Map(held.map((own) => [own.id, own]));
  const sums = findSums(held, effort).flatMap(({ whole: id, parts: ids, bits }) => {
    const whole = chance.has(id) && bits >= enoughAgainstDenial ? byId.get(id) : undefined;
    const parts = ids.flatMap((part) => byId.get(part) ?? []);
    return whole ? [{ whole, parts, signs: parts.map(() => 1) }] : [];
  });
  const others = dependentColumns(held, effort).filter(({ whole, parts, signs }) => {
    const bits = [whole, ...parts].some(({ id }) => chance.has(id)) ? bitsOf(whole, parts, signs) : undefined;
    return bits !== undefined && bits - triedFor(held, parts, signs) >= enoughAgainstDenial;
  });
  return [...sums, ...others];
}

/** The sets that might have been found instead, as a power of two. */
const triedFor = (held: readonly Series[], parts: readonly Series[], signs: readonly number[]): number =>
  subsets(held.length, parts.length) + (signs.includes(-1) ? parts.length : 0);

/** How far from chance it is that a series is the sum of others: the size of what is equal; undefined where it is not. */
function bitsOf(
  whole: Series,
  parts: readonly Series[],
  signs: readonly number[] = parts.map(() => 1),
): number | undefined {
  let [held, failed, bits] = [0, 0, 0];
  const seen = new Set<string>();
  for (const [column, value] of whole.values.entries()) {
    const own = parts.map(({ values }) => values[column] as number);
    const sum = own.reduce((result, part, index) => result + (signs[index] as number) * part, 0);
    if (Number.isNaN(value - sum) || (value === 0 && own.every((part) => part === 0))) continue;
    if (sum !== value) {
      failed += 1;
      continue;
    }
    held += 1;
    const key = own.join();
    if (!seen.has(key)) bits += Math.log2(1 + Math.max(value, ...own));
    seen.add(key);
  }
  return held > 0 && held >= failed * fewestHeldForOneFailed ? bits : undefined;
}

/** Sums in which the parts of a part that has no series stand in its place. */
function throughAbsent(sums: Told["sums"], there: ReadonlySet<string>): Told["sums"] {
  const through = (ids: readonly string[], within: ReadonlySet<string>): readonly string[] =>
    ids.flatMap((id) => {
      const own = there.has(id) || within.has(id) ? undefined : sums.find(({ whole }) => whole === id);
      return own ? through(own.parts, new Set([...within, id])) : [id];
    });
  return sums.map(({ whole, parts }) => ({ whole, parts: through(parts, new Set([whole])) }));
}

/** What series come to in terms of those that hold no others; those that are zero throughout add nothing to them. */
function createLeaves(sums: Told["sums"], zeros: ReadonlySet<string>) {
  const partsOf = new Map(sums.map(({ whole, parts }) => [whole, parts]));
  const known = new Map<string, ReadonlyMap<string, number>>();
  function leavesOf(id: string, within: ReadonlySet<string>): ReadonlyMap<string, number> {
    const before = known.get(id);
    if (before) return before;
    const parts = within.has(id) ? undefined : partsOf.get(id);
    const leaves = new Map<string, number>(parts ? [] : [[id, 1]]);
    for (const part of parts ?? [])
      for (const [leaf, times] of leavesOf(part, new Set([...within, id])))
        leaves.set(leaf, (leaves.get(leaf) ?? 0) + times);
    known.set(id, leaves);
    return leaves;
  }
  return {
    /** Does an equation follow from the sums? Readers to whom zeros are not shown know no more than these. */
    isTold({ ids, signs }: Equation): boolean {
      const all = new Map<string, number>();
      for (const [index, id] of ids.entries())
        for (const [leaf, times] of leavesOf(id, new Set()))
          all.set(leaf, (all.get(leaf) ?? 0) + times * (signs[index] as number));
      return [...all].every(([leaf, times]) => times === 0 || zeros.has(leaf));
    },
  };
}
