import type { Attack } from "./attack.ts";
import { isCandidate } from "./changes.ts";
import type { PastRelations } from "./past-relations.ts";
import type { Relation } from "./relation.ts";

type AttackOnEditions = Attack & { readonly relations: PastRelations };

/**
 * The last resort for a count that nothing protects: totals around it are hidden until this edition says nothing of it, so that readers know
 * what they knew before and no more. Leaves nothing hidden where that cannot be.
 * @returns whether this edition says nothing of it.
 */
export function withdrawAround(attack: AttackOnEditions, count: number): boolean {
  const { table, publication } = attack;
  const hidden: number[] = [];
  for (;;) {
    const left = tellingRelations(attack, count);
    if (left?.length === 0) return true;
    const cells = [
      ...new Set((left ?? []).flatMap((relation) => wholesOf(relation)).map((whole) => table.cellOf[whole])),
    ];
    const candidates = cells.filter((cell) => cell !== undefined && cell >= 0 && isCandidate(attack, cell));
    if (candidates.length === 0) {
      for (const cell of hidden) publication.setStatus(cell, "shown");
      return false;
    }
    for (const cell of candidates as number[]) {
      publication.setStatus(cell, "secondary");
      hidden.push(cell);
    }
  }
}

/** What of this edition ties a count, directly or over others, and says something of it; undefined where a figure does. */
function tellingRelations(attack: AttackOnEditions, start: number): readonly Relation[] | undefined {
  const { publication, relations } = attack;
  const isFree = (count: number) => publication.low(count) < publication.high(count);
  const counts = new Set([start]);
  const present = new Set<Relation>();
  const past = new Set<Relation>();
  for (const count of counts) {
    for (const { relation } of relations.of(count)) {
      const isPast = relations.isPast(relation);
      (isPast ? past : present).add(relation);
      for (const other of relation.counts) {
        if (isFree(other)) counts.add(other);
        // An earlier release left it open, and tied the hidden count to it: its figure is news.
        else if (isPast && !publication.isHidden(other) && !relations.wasTold(other)) return undefined;
      }
    }
  }
  if ([...counts].some((count) => !publication.isHidden(count))) return undefined;
  const left = new Set(present);
  const uses = (count: number) =>
    relations.of(count).filter(({ relation }) => past.has(relation) || left.has(relation)).length;
  // A hidden whole that nothing else ties is whatever its parts come to, and says nothing of them.
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const relation of left)
      if (
        wholesOf(relation).some(
          (whole) => whole !== start && publication.isHidden(whole) && isFree(whole) && uses(whole) === 1,
        )
      )
        left.delete(relation);
  }
  return [...left];
}

/** The counts that others are parts of: those alone that are subtracted where all others are added. */
function wholesOf({ kind, counts, signs }: Relation): readonly number[] {
  const wholes = counts.filter((_, index) => signs[index] === -1);
  return kind === "at-most" || wholes.length === 1 ? wholes : [];
}
