import { figuresOf, shownIn } from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import { type CountTable, coordinatesOf, type PublishedWhole } from "./count-table.ts";
import { isWithin, type PastCells } from "./past-cells.ts";
import type { PastFamilies, PastFamily, PastMember } from "./past-families.ts";
import type { Membership, Relation, Relations } from "./relation.ts";

type Member = {
  readonly isSettled: boolean;
  /** Whether nobody here knows what readers make of it: it was known from elsewhere, or had several figures. */
  readonly isVague?: boolean;
} & ({ readonly count: number } | { readonly known: number });

/** Relations of this release and of earlier ones, and what readers know by these. */
export interface RelationsOverTime extends Relations {
  /** Whether a relation held in an earlier release, and says nothing of this one. */
  isPast(relation: Relation): boolean;
  /** Whether a count is what an earlier release showed, exactly. */
  wasTold(count: number): boolean;
  /** Whether a count is what the last release showed of it, exactly. */
  isAsLast(count: number): boolean;
  /** Whether the last release published something else of a whole, or nothing. */
  isNews(whole: PublishedWhole): boolean;
}

export interface PastRelations extends RelationsOverTime {
  /** What held in earlier releases between counts that were not shown exactly, and figures that were. */
  equations(): readonly PastEquation[];
  /** Whether what ties a whole to its parts now did so in a release. */
  heldIn(relation: Relation, release: number): boolean;
  /** Whether a release had no such cell, nor parts of it. */
  isAbsent(count: number, release: number): boolean;
}

/** What a release says that counts come to: the sum of sign times count and what is known is nothing. */
export interface PastEquation extends Pick<Relation, "counts" | "signs"> {
  readonly known: number;
}

/**
 * Relations with what held in earlier releases, for a reader who knows which cells were revised since. What a release showed is
 * settled: where it hid some of a family and showed the rest, its figures say what the hidden ones came to, and a cell that is not
 * revised is the same number there and here. Of which are revised nothing is known here, so that an alternative has to
 * be one for every release: it changes each cell by the same in all that hid it, and by nothing in those that showed it.
 *
 * Only a whole is a number of its own in a release that lacks one of its parts, which is not zero, that had other parts, or that showed
 * another figure of one of them. What it has in common with what it is now are the parts that both are sums of.
 */
export function withPastRelations(
  table: CountTable,
  { base, past, families }: { readonly base: Relations; readonly past: PastCells; readonly families: PastFamilies },
): PastRelations {
  const derived = new Map<Relation, readonly Relation[]>();
  const ofPast = new Set<Relation>();
  const byCount = new Map<number, readonly Membership[]>();
  /** Of wholes that grew: the count in a release, by cell and the parts that it lacks. */
  const formerCounts = new Map<string, number>();
  const originOf = new Map<number, number>();

  const cellOf = (count: number) => table.cellOf[count] as number;
  const isUnpublished = (count: number) => table.latent.has(count);
  const isAbsent = (count: number, release: number): boolean =>
    !isUnpublished(count) && past.shownIn(cellOf(count), release) === null && !hadParts(count, release);

  /** Whether a release had parts of a whole, though it had no row of it: it is as much a number as one that nobody publishes. */
  const hadParts = (count: number, release: number): boolean =>
    base
      .of(count)
      .some(
        ({ relation: { kind, counts } }) =>
          kind === "equal" &&
          counts[0] === count &&
          counts.slice(1).some((part) => cellOf(part) >= 0 && !isAbsent(part, release)),
      );

  /** What a count was made of in a release, where that is not what it is made of now. */
  const familiesIn = (count: number, release: number): readonly PastFamily[] =>
    families.of(count).filter(({ members, releases }) => members[0]?.count === count && releases.has(release));

  /** The count that a hidden cell had in a release, as far as it is sure to be another than now. */
  function countIn(count: number, release: number): number {
    if (cellOf(count) < 0) return count;
    const gone = new Map(
      familiesIn(count, release)
        .flatMap(({ members }) => members.slice(1))
        .filter(({ cell }) => families.isGone(cell) && shownIn(cell, release) !== null)
        .map((part) => [cellText(part.cell), valueIn(part, release)]),
    );
    const { added, revised, growth } = changedParts(count, release);
    if (added.size === 0 && gone.size === 0 && revised.size === 0) return count;
    const sumOf = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
    const grown = sumOf([...added].map((part) => table.values[part] as number)) - sumOf(gone.values());
    const value = Math.max(0, (table.values[count] as number) - grown - growth);
    const when = `without ${[...added].sort((a, b) => a - b).join()}, with ${[...gone.keys()].sort().join()}, by ${[...revised].sort().join()}`;
    return formerCount(count, when, value);
  }

  /** The same of one that was more than what the release published of its whole: then it was another one, and no more than that. */
  function hiddenIn(count: number, release: number): number {
    const own = countIn(count, release);
    const most = past.mostOf(cellOf(count), release);
    if (own !== count || most >= (table.values[count] as number)) return own;
    const former = formerCount(count, `at most ${most}`, Math.max(0, most));
    past.told.set(former, { from: 0, to: Math.max(0, most) });
    return former;
  }

  /** The parts of a whole that a release lacks or that are sure to be other numbers now, and what the latter have grown by. */
  function changedParts(count: number, release: number) {
    const added = new Set<number>();
    const revised = new Set<string>();
    /** By each of the sums that the whole is. */
    const growths = [0];
    const sums = base.of(count).filter(({ relation: { kind, counts } }) => kind === "equal" && counts[0] === count);
    for (const { relation } of sums) {
      let growth = 0;
      for (const part of relation.counts.slice(1).filter((own) => cellOf(own) >= 0)) {
        const isNew = isAbsent(part, release);
        if (isNew && table.values[part] !== 0) added.add(part);
        const before = isNew ? undefined : formerOf(part, release);
        if (before === undefined) continue;
        revised.add(`${part} ${before.name}`);
        growth += (table.values[part] as number) - before.value;
      }
      growths.push(growth);
    }
    return { added, revised, growth: Math.max(...growths) };
  }

  /** What a part was in a release, where it is sure to be another number now: its figure says so, or that of a part of it. */
  function formerOf(part: number, release: number): { readonly name: string; readonly value: number } | undefined {
    const shown = (isUnpublished(part) ? null : past.shownIn(cellOf(part), release)) ?? "hidden";
    if (shown === "hidden") {
      const former = countIn(part, release);
      return former === part ? undefined : { name: `#${former}`, value: table.values[former] as number };
    }
    const [first, ...others] = shown === "known" ? [] : past.boundsIn(cellOf(part), release);
    if (first === undefined || others.length > 0 || first.low !== first.high) return undefined;
    return first.low === table.values[part] ? undefined : { name: `was ${first.low}`, value: first.low };
  }

  const valueIn = ({ cell, count }: PastMember, release: number): number =>
    count === undefined ? (figuresOf(shownIn(cell, release)).at(-1) ?? 0) : (table.values[count] as number);

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
    if (shown === null) {
      const isNone = !isUnpublished(count) && (cell < 0 || isAbsent(count, release));
      return isNone ? { known: 0, isSettled: true } : { count: countIn(count, release), isSettled: true };
    }
    if (shown === "known") return { known: 0, isSettled: false, isVague: true };
    if (shown === "hidden") return { count: hiddenIn(count, release), isSettled: true };
    const bounds = past.boundsIn(cell, release);
    const [first = { low: 0, high: 0 }] = bounds;
    const value = table.values[count] as number;
    const isSettled = bounds.length === 1 && first.low === first.high;
    const isVague = bounds.length > 1;
    if (isSettled || bounds.every(({ low, high }) => low === high)) return { known: first.low, isSettled, isVague };
    // As long as it may be unrevised, a rounded figure leaves the count what room it has by now.
    if (bounds.some((own) => isWithin(value, own)) && !past.wasAnother(cell, value, release))
      return { count, isSettled, isVague };
    const nearest = Math.min(Math.max(value, first.low), first.high);
    const former = formerCount(count, `from ${first.low} to ${first.high}`, nearest);
    past.told.set(former, { from: first.low, to: first.high });
    return { count: former, isSettled, isVague };
  }

  const equations: PastEquation[] = [];

  /** Notes what a release says of the members of a sum, as far as that is known here. */
  function note(members: readonly (Member & { readonly sign: number })[]): void {
    if (members.some(({ isVague }) => isVague)) return;
    const free = members.flatMap((member) => ("count" in member ? [member] : []));
    equations.push({
      counts: free.map(({ count }) => count),
      signs: free.map(({ sign }) => sign),
      known: members.reduce((sum, member) => sum + ("known" in member ? member.sign * member.known : 0), 0),
    });
  }

  /** What a relation came to in a release; undefined where it says nothing more than now. */
  function relationIn({ kind, counts, signs, published }: Relation, release: number): Relation | undefined {
    const most = published ? past.mostIn(published, release) : 0;
    if (!Number.isFinite(most)) return undefined;
    const [whole = -1] = counts;
    if (isAbsent(whole, release)) return undefined;
    const members = counts.map((count, index) => ({ ...memberIn(count, release), sign: signs[index] as number }));
    const free = members.flatMap((member) => ("count" in member ? [member] : []));
    if (free.length === 0) return undefined;
    const isSame = free.length === counts.length && free.every(({ count }, index) => count === counts[index]);
    if (isSame && most === (published?.most ?? 0)) return undefined;
    const own = { counts: free.map(({ count }) => count), signs: free.map(({ sign }) => sign) };
    if (kind === "equal") {
      note(members);
      return { kind, ...own };
    }
    if (!members.every(({ isSettled }) => isSettled)) return undefined;
    const known = members.reduce((sum, member) => sum + ("known" in member ? member.sign * member.known : 0), -most);
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
      if (isSuperseded(relation, release)) continue;
      const own = relationIn(relation, release);
      if (own) found.set(JSON.stringify(own), own);
    }
    const all = [...found.values()];
    for (const own of all) ofPast.add(own);
    derived.set(relation, all);
    return all;
  }

  /** Whether a whole had other parts in a release, so that what ties it to its parts of now did not hold. */
  function isSuperseded({ counts }: Relation, release: number): boolean {
    const [whole = -1, part = -1] = counts;
    if (cellOf(whole) < 0 || cellOf(part) < 0) return false;
    return familiesIn(whole, release).some(({ dimension }) => {
      if (dimension === undefined) return table.gridOf[cellOf(whole)] !== table.gridOf[cellOf(part)];
      const [a, b] = [coordinatesOf(table, cellOf(whole)), coordinatesOf(table, cellOf(part))];
      return table.gridOf[cellOf(whole)] === table.gridOf[cellOf(part)] && a[dimension] !== b[dimension];
    });
  }

  const ofFamily = new Map<readonly PastMember[], readonly Relation[]>();

  /** What a family came to in the releases in which its cells hung together so. */
  function deriveFamily({ members, releases }: PastFamily): readonly Relation[] {
    const known = ofFamily.get(members);
    if (known) return known;
    const found = new Map<string, Relation>();
    for (const release of releases) {
      const [whole] = members;
      if (!whole || shownIn(whole.cell, release) === null) continue;
      const held = members.flatMap(({ cell, count }, index) => {
        if (shownIn(cell, release) === null) return [];
        const sign = index === 0 ? -1 : 1;
        if (count !== undefined) return [{ ...memberIn(count, release), sign }];
        const figures = figuresOf(shownIn(cell, release));
        return [{ known: figures[0] ?? 0, isSettled: true, isVague: figures.length !== 1, sign }];
      });
      const free = held.flatMap((member) => ("count" in member ? [member] : []));
      if (free.length === 0) continue;
      note(held);
      const own: Relation = {
        kind: "equal",
        counts: free.map(({ count }) => count),
        signs: free.map(({ sign }) => sign),
      };
      found.set(JSON.stringify(own), own);
    }
    const all = [...found.values()];
    for (const own of all) ofPast.add(own);
    ofFamily.set(members, all);
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
        ])
        .concat(
          families
            .of(origin ?? count)
            .flatMap((family) => deriveFamily(family).flatMap((relation) => membershipOf(relation, count))),
          families.tiesOf(count).flatMap((relation) => membershipOf(relation, count)),
        );
      byCount.set(count, found);
      return found;
    },
    isPast: (relation) => ofPast.has(relation),
    equations: () => equations,
    wasTold(count) {
      const own = past.told.get(count);
      return own !== undefined && own.from === own.to;
    },
    isAsLast(count) {
      const cell = cellOf(count);
      const last = past.releases - 1;
      // The same figure says something else of other parts: of one that is new, and of those that are left.
      const isOther =
        families.of(count).length > 0 ||
        base
          .of(count)
          .some(({ relation }) => relation.counts.some((other) => cellOf(other) >= 0 && isAbsent(other, last)));
      const bounds = cell < 0 || isOther || isUnpublished(count) ? [] : past.boundsIn(cell, last);
      return bounds.length === 1 && bounds.every(({ low, high }) => low === high && low === table.values[count]);
    },
    heldIn: (relation, release) =>
      !isAbsent(relation.counts[0] ?? -1, release) &&
      familiesIn(relation.counts[0] ?? -1, release).length === 0 &&
      !isSuperseded(relation, release),
    isNews: (whole) => past.mostIn(whole, past.releases - 1) !== whole.most,
    isAbsent,
    nestingOf: base.nestingOf,
    drop: base.drop,
  };
}

function membershipOf(relation: Relation, count: number): readonly Membership[] {
  const index = relation.counts.indexOf(count);
  return index < 0 ? [] : [{ relation, sign: relation.signs[index] as number }];
}
