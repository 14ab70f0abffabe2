import type { CountTable } from "./count-table.ts";
import { isWithin, type PastCells } from "./past-cells.ts";
import type { Membership, Relation, Relations } from "./relation.ts";

type Member = { readonly isSettled: boolean } & ({ readonly count: number } | { readonly known: number });

/**
 * Relations with what held in earlier releases, for a reader who knows which cells were revised since. What a release showed is
 * settled: where it hid some of a family and showed the rest, its figures say what the hidden ones came to, and a cell that is not
 * revised is the same number there and here. Of which are revised nothing is known here, so that an alternative has to
 * be one for every release: it changes each cell by the same in all that hid it, and by nothing in those that showed it.
 *
 * Only a whole with a part that a release lacks, and that is not zero, is a number of its own in that release.
 */
export function withPastRelations(table: CountTable, base: Relations, past: PastCells): Relations {
  const derived = new Map<Relation, readonly Relation[]>();
  const byCount = new Map<number, readonly Membership[]>();
  /** Of wholes that grew: the count in a release, by cell and the parts that it lacks. */
  const formerCounts = new Map<string, number>();
  const originOf = new Map<number, number>();

  const cellOf = (count: number) => table.cellOf[count] as number;
  const isUnpublished = (count: number) => table.latent.has(count);
  const isAbsent = (count: number, release: number) =>
    !isUnpublished(count) && past.shownIn(cellOf(count), release) === null;

  /** The count that a hidden cell had in a release, as far as it is sure to be another than now. */
  function countIn(count: number, release: number): number {
    if (cellOf(count) < 0) return count;
    const added = new Set<number>();
    for (const { relation } of base.of(count)) {
      if (relation.kind !== "equal" || relation.counts[0] !== count) continue;
      for (const part of relation.counts.slice(1))
        if (cellOf(part) >= 0 && isAbsent(part, release) && table.values[part] !== 0) added.add(part);
    }
    if (added.size === 0) return count;
    const grown = [...added].reduce((sum, part) => sum + (table.values[part] as number), 0);
    const value = Math.max(0, (table.values[count] as number) - grown);
    return formerCount(count, `without ${[...added].sort((a, b) => a - b).join()}`, value);
  }

  /** A count as it was before it was revised. */
  function formerCount(count: number, when: string, value: number): number {
    const id = `${count} ${when}`;
    const known = formerCounts.get(id);
    if (known !== undefined) return known;
    const former = table.addWithoutCell(value);
    formerCounts.set(id, former);
    originOf.set(former, count);
    return former;
  }

  /** What a release said of a member of a relation: a count that may differ, or a figure that is settled. */
  function memberIn(count: number, release: number): Member {
    const cell = cellOf(count);
    const shown = cell < 0 ? null : past.shownIn(cell, release);
    if (shown === null) return isUnpublished(count) ? { count, isSettled: true } : { known: 0, isSettled: true };
    if (shown === "hidden") return { count: countIn(count, release), isSettled: true };
    const bounds = past.boundsIn(cell, release);
    const [first = { low: 0, high: 0 }] = bounds;
    const value = table.values[count] as number;
    const isSettled = bounds.length === 1 && first.low === first.high;
    if (isSettled || bounds.every(({ low, high }) => low === high)) return { known: first.low, isSettled };
    // As long as it may be unrevised, a rounded figure leaves the count what room it has by now.
    if (bounds.some((own) => isWithin(value, own))) return { count, isSettled };
    const nearest = Math.min(Math.max(value, first.low), first.high);
    const former = formerCount(count, `from ${first.low} to ${first.high}`, nearest);
    past.told.set(former, { from: first.low, to: first.high });
    return { count: former, isSettled };
  }

  /** What a relation came to in a release; undefined where it says nothing more than now. */
  function relationIn({ kind, counts, signs }: Relation, release: number): Relation | undefined {
    const [whole = -1] = counts;
    if (isAbsent(whole, release)) return undefined;
    const members = counts.map((count, index) => ({ ...memberIn(count, release), sign: signs[index] as number }));
    const free = members.flatMap((member) => ("count" in member ? [member] : []));
    if (free.length === 0) return undefined;
    const isSame = free.length === counts.length && free.every(({ count }, index) => count === counts[index]);
    if (isSame) return undefined;
    const own = { counts: free.map(({ count }) => count), signs: free.map(({ sign }) => sign) };
    if (kind === "equal") return { kind, ...own };
    if (!members.every(({ isSettled }) => isSettled)) return undefined;
    const known = members.reduce((sum, member) => sum + ("known" in member ? member.sign * member.known : 0), 0);
    const sum = free.reduce((all, { count, sign }) => all + sign * (table.values[count] as number), known);
    return sum <= 0 ? { kind, ...own, known } : undefined;
  }

  function derive(relation: Relation): readonly Relation[] {
    const known = derived.get(relation);
    if (known) return known;
    const changes = new Set(
      relation.counts.flatMap((count) => (cellOf(count) < 0 ? [] : past.changesOf(cellOf(count)))),
    );
    const found = new Map<string, Relation>();
    for (const release of changes) {
      const own = relationIn(relation, release);
      if (own) found.set(JSON.stringify(own), own);
    }
    const all = [...found.values()];
    derived.set(relation, all);
    return all;
  }

  return {
    of(count) {
      const known = byCount.get(count);
      if (known) return known;
      const origin = originOf.get(count);
      const found = base
        .of(origin ?? count)
        .flatMap((membership) => [
          ...(origin === undefined ? [membership] : []),
          ...derive(membership.relation).flatMap((relation) => membershipOf(relation, count)),
        ]);
      byCount.set(count, found);
      return found;
    },
    nestingOf: base.nestingOf,
    drop: base.drop,
  };
}

function membershipOf(relation: Relation, count: number): readonly Membership[] {
  const index = relation.counts.indexOf(count);
  return index < 0 ? [] : [{ relation, sign: relation.signs[index] as number }];
}
