import type { Attack } from "./attack.ts";
import { isCandidate } from "./changes.ts";
import type { RelationsOverTime } from "./past-relations.ts";
import type { Relation } from "./relation.ts";

type AttackOnEditions = Attack & { readonly relations: RelationsOverTime };

/**
 * The last resort for a count that nothing protects: what this edition says of it is hidden, until that is nothing and readers know what they
 * knew before and no more. Totals go first, then what else stands in the way; what turns out not to be needed is shown again. Leaves
 * nothing hidden where that does not do.
 * @returns whether this edition says nothing of it.
 */
export function withdrawAround(attack: AttackOnEditions, count: number): boolean {
  const { publication } = attack;
  const hidden: number[] = [];
  for (;;) {
    const telling = tellingCounts(attack, count);
    if (telling.length === 0 && !isToldByWholes(attack, count)) break;
    const cells = nextToHide(attack, telling);
    for (const cell of cells) publication.setStatus(cell, "secondary");
    hidden.push(...cells);
    if (cells.length > 0) continue;
    for (const cell of hidden) publication.setStatus(cell, "shown");
    return false;
  }
  for (const cell of hidden.toReversed().slice(0, triedAgain)) {
    publication.setStatus(cell, "shown");
    if (tellingCounts(attack, count).length > 0) publication.setStatus(cell, "secondary");
  }
  return true;
}

/** Whether this edition publishes of a whole what the last one did not, and so bounds the count or hidden ones that are tied to it. */
function isToldByWholes(attack: AttackOnEditions, start: number): boolean {
  const { table, relations } = attack;
  const { counts } = relationsAround(attack, start);
  const cells = new Set([...counts].map((count) => table.cellOf[count] as number));
  return table.published.some((whole) => whole.parts.some((cell) => cells.has(cell)) && relations.isNews(whole));
}

/** Cells that are tried to be shown again: each takes a look at all that is tied to the count. */
const triedAgain = 100;

/** A count that is shown and says something of a hidden one. */
interface Telling {
  readonly count: number;
  /** Whether it adds up others. */
  readonly isWhole: boolean;
}

/**
 * The cells to hide next: totals, or where there are none, others. What an earlier edition showed and was not revised stays: readers would
 * hold it for what it was, while later editions had to take it for revised.
 */
function nextToHide(attack: AttackOnEditions, telling: readonly Telling[]): readonly number[] {
  const { table } = attack;
  for (const some of [telling.filter(({ isWhole }) => isWhole), telling]) {
    const cells = some.map(({ count }) => table.cellOf[count] as number);
    const own = cells.filter((cell) => cell >= 0 && isCandidate(attack, cell));
    if (own.length > 0) return [...new Set(own)];
  }
  return [];
}

/** What this edition shows and ties to a count, directly or over hidden ones. */
function tellingCounts(attack: AttackOnEditions, start: number): readonly Telling[] {
  const { publication, relations } = attack;
  const around = relationsAround(attack, start);
  const tiedBefore = new Set(around.past.flatMap(({ counts }) => counts));
  const isSum = (count: number) =>
    count !== start && publication.isHidden(count) && !tiedBefore.has(count) && isUnbounded(attack, count);
  // What the last release showed just so is no news to readers who know which figures were revised since.
  const isTelling = (count: number) => !publication.isHidden(count) && !relations.isAsLast(count);
  const past = around.past.map(
    ({ counts }): Tie => ({
      counts,
      // An earlier release left it open, and tied the hidden count to it: its figure is news.
      telling: counts
        .filter((count) => isTelling(count) && !relations.wasTold(count))
        .map((count) => ({ count, isWhole: false })),
    }),
  );
  const present = residuals(around.present, isSum).map(({ relation, left }): Tie => {
    const wholes = new Set(wholesOf(relation));
    return { counts: left, telling: left.filter(isTelling).map((count) => ({ count, isWhole: wholes.has(count) })) };
  });
  return tiedTo(start, [...past, ...present], publication.isHidden).flatMap(({ telling }) => telling);
}

/** What holds between counts, and which of them say something of the others. */
interface Tie {
  readonly counts: readonly number[];
  readonly telling: readonly Telling[];
}

/** The ties that lead to a count over hidden ones. */
function tiedTo(start: number, ties: readonly Tie[], isHidden: (count: number) => boolean): readonly Tie[] {
  const byCount = new Map<number, Tie[]>();
  for (const tie of ties)
    for (const count of tie.counts.filter(isHidden)) {
      const own = byCount.get(count);
      if (own) own.push(tie);
      else byCount.set(count, [tie]);
    }
  const reached = new Set([start]);
  const found = new Set<Tie>();
  for (const count of reached)
    for (const tie of byCount.get(count) ?? []) {
      if (found.has(tie)) continue;
      found.add(tie);
      for (const other of tie.counts) if (isHidden(other)) reached.add(other);
    }
  return [...found];
}

const isUnbounded = ({ publication }: AttackOnEditions, count: number): boolean =>
  publication.low(count) === 0 && publication.high(count) === Number.POSITIVE_INFINITY;

/** The relations of this edition and of earlier ones that tie a count to others, directly or over hidden ones. */
function relationsAround({ publication, relations }: AttackOnEditions, start: number) {
  const counts = new Set([start]);
  const present = new Set<Relation>();
  const past = new Set<Relation>();
  for (const count of counts)
    for (const { relation } of relations.of(count)) {
      (relations.isPast(relation) ? past : present).add(relation);
      for (const other of relation.counts) if (publication.isHidden(other)) counts.add(other);
    }
  return { counts, present: [...present], past: [...past] };
}

/**
 * What is left of relations where hidden sums are whatever their parts come to: each is put in for by its parts, and a relation that says no
 * more than that is gone. Of a table in several ways, where sums of sums come to the same, nothing is left.
 */
function residuals(
  relations: readonly Relation[],
  isSum: (count: number) => boolean,
): readonly { readonly relation: Relation; readonly left: readonly number[] }[] {
  const definitions = new Map<number, Relation>();
  for (const kind of ["equal", "at-most"])
    for (const relation of relations)
      for (const whole of relation.kind === kind ? sumsOf(relation) : [])
        if (isSum(whole) && !definitions.has(whole) && !isPartOfItself(definitions, whole, relation))
          definitions.set(whole, relation);
  const known = new Map<number, ReadonlyMap<number, number>>();
  const expand = (count: number): ReadonlyMap<number, number> => {
    const found = known.get(count);
    if (found) return found;
    const definition = definitions.get(count);
    const terms = definition
      ? termsOf(definition, (each) => (each === count ? new Map() : expand(each)))
      : new Map([[count, 1]]);
    known.set(count, terms);
    return terms;
  };
  return relations
    .filter((relation) => !sumsOf(relation).some((whole) => definitions.get(whole) === relation))
    .map((relation) => ({ relation, left: [...termsOf(relation, expand).keys()] }));
}

/** Whether a whole is put in for its own parts, or theirs: where all others come to nothing, each may be said to hold the other. */
function isPartOfItself(definitions: ReadonlyMap<number, Relation>, whole: number, { counts }: Relation): boolean {
  const below = new Set(counts.filter((count) => count !== whole));
  for (const count of below)
    for (const part of definitions.get(count)?.counts ?? []) if (part !== count) below.add(part);
  return below.has(whole);
}

/** The counts of a relation, each as the sum that it is put in for by, without those that cancel out. */
function termsOf(
  { counts, signs }: Relation,
  expand: (count: number) => ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const terms = new Map<number, number>();
  for (const [index, count] of counts.entries())
    for (const [other, times] of expand(count))
      terms.set(other, (terms.get(other) ?? 0) + (signs[index] as number) * times);
  for (const [count, times] of terms) if (times === 0) terms.delete(count);
  return terms;
}

/** The counts that others are parts of: those alone that are subtracted where all others are added. */
function wholesOf({ kind, counts, signs }: Relation): readonly number[] {
  const wholes = counts.filter((_, index) => signs[index] === -1);
  return kind === "at-most" || wholes.length === 1 ? wholes : [];
}

/** The count that is all others together, or more. */
function sumsOf({ counts, signs }: Relation): readonly number[] {
  const wholes = counts.filter((_, index) => signs[index] === -1);
  return wholes.length === 1 ? wholes : [];
}
