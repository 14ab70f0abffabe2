import type { Alternative, Attack } from "./attack.ts";
import type { CountTable } from "./count-table.ts";
import type { Relation } from "./relation.ts";

/**
 * Whether a reader cannot tell the alternative from the truth: whole numbers, each possible in its own cell, that keep to
 * every relation. This is plain arithmetic on whole numbers; whatever found the alternative need not be trusted.
 */
export function isPossible(
  { table, relations, publication }: Pick<Attack, "table" | "relations" | "publication">,
  alternative: Alternative,
): boolean {
  for (const [count, value] of alternative) {
    if (!Number.isSafeInteger(value)) return false;
    if (value < publication.low(count) || value > publication.high(count)) return false;
  }
  return keepsRelations({ table, relations }, alternative);
}

/** Whether all that a reader knows to hold between counts holds in an alternative. */
export function keepsRelations(
  { table, relations }: Pick<Attack, "table" | "relations">,
  alternative: Alternative,
): boolean {
  const changes = new Map<Relation, number>();
  for (const [count, value] of alternative) {
    const change = value - (table.values[count] as number);
    for (const { relation, sign } of relations.of(count))
      changes.set(relation, (changes.get(relation) ?? 0) + sign * change);
  }
  for (const [relation, change] of changes) {
    if (relation.kind === "equal" ? change !== 0 : change > 0 && change > roomIn(table, relation)) return false;
  }
  return true;
}

/** How much a relation of inequality leaves between its two sides. */
export function roomIn({ values }: CountTable, { counts, signs, known = 0 }: Relation): number {
  let sum = known;
  for (const [index, count] of counts.entries()) sum += (signs[index] as number) * (values[count] as number);
  return -sum;
}
