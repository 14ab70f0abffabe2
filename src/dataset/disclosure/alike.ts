import { roomIn } from "./alternative.ts";
import type { Alternative, Attack } from "./attack.ts";
import { isProof } from "./is-proof.ts";
import type { ProtectedPart } from "./protect-part.ts";
import type { Relation } from "./relation.ts";

/** Times the width of the rule: values and rooms beyond that are as good as any larger ones. */
const muchRoom = 20;

/** Where counts stand in their part, and their cells, each once. */
export interface Places {
  readonly counts: readonly number[];
  readonly cells: readonly number[];
}

export function placesOf({ table }: Pick<Attack, "table">, counts: readonly number[]): Places {
  const cells = new Set(counts.map((count) => table.cellOf[count] as number));
  return { counts, cells: [...cells] };
}

/**
 * What a part of a table is like: two parts of which this is the same differ in nothing that decides on which cells to hide, but for values that
 * are large in both. A thousand matches of two or three goals each are a dozen of such parts.
 */
export function likenessOf(
  attack: Pick<Attack, "table" | "relations" | "publication" | "costOf">,
  { counts, cells }: Places,
): string {
  const { table, relations, publication, costOf } = attack;
  const { width, base, to } = publication.rule;
  const much = muchRoom * (width + base + to);
  const cut = (value: number) => Math.min(value, much);
  const placeOf = new Map(counts.map((count, place) => [count, place]));
  const cellPlaces = new Map(cells.map((cell, place) => [cell, place]));
  const seen = new Map<Relation, number>();
  const said = counts.map((count) => {
    const cell = table.cellOf[count] as number;
    const value = table.values[count] as number;
    const status = cell < 0 || table.latent.has(count) ? "" : `${publication.statusOf(cell)} ${costOf(cell)}`;
    const rooms = `${cut(value - publication.low(count))} ${cut(publication.high(count) - value)}`;
    for (const { relation } of relations.of(count)) if (!seen.has(relation)) seen.set(relation, seen.size);
    return `${cellPlaces.get(cell)} ${cut(value)} ${rooms} ${status}`;
  });
  const tied = [...seen.keys()].map((relation) => {
    const members = relation.counts.flatMap((count, at) => {
      const place = placeOf.get(count);
      return place === undefined ? [] : [`${relation.signs[at]} ${place}`];
    });
    return `${relation.kind === "equal" ? "" : cut(roomIn(table, relation))}:${members.join()}`;
  });
  return `${said.join("|")}/${tied.join("|")}`;
}

/** A part that is protected, in terms of its places. */
export interface Pattern {
  /** The cells that are hidden for others. */
  readonly hidden: readonly number[];
  /** By the place of a count: the tables in which it has other values, each by how far counts are from the truth. */
  readonly proofs: readonly (readonly [
    place: number,
    alternatives: readonly (readonly (readonly [number, number])[])[],
  ])[];
  readonly exposed: readonly number[];
}

export function patternOf({ table, publication }: Attack, places: Places, { proofs, exposed }: ProtectedPart): Pattern {
  const placeOf = new Map(places.counts.map((count, place) => [count, place]));
  const at = (count: number) => placeOf.get(count) as number;
  return {
    hidden: places.cells.flatMap((cell, place) => (publication.statusOf(cell) === "secondary" ? [place] : [])),
    proofs: [...proofs].map(([count, alternatives]) => [
      at(count),
      alternatives.map((alternative) =>
        [...alternative].map(([other, value]) => [at(other), value - (table.values[other] as number)] as const),
      ),
    ]),
    exposed: exposed.map(at),
  };
}

/** Protects a part as one that is like it was; undefined, and nothing hidden, where that is no proof here. */
export function protectAlike(
  attack: Attack,
  { counts, cells }: Places,
  { pattern, needOf }: { readonly pattern: Pattern; readonly needOf: ProtectedPart["needOf"] },
): ProtectedPart | undefined {
  const { table, publication } = attack;
  const hidden = pattern.hidden.map((place) => cells[place] as number);
  for (const cell of hidden) publication.setStatus(cell, "secondary");
  const proofs = new Map(
    pattern.proofs.map(([place, alternatives]) => [
      counts[place] as number,
      alternatives.map(
        (changes): Alternative =>
          new Map(
            changes.map(([other, change]) => {
              const count = counts[other] as number;
              return [count, (table.values[count] as number) + change];
            }),
          ),
      ),
    ]),
  );
  const isSafe = [...proofs].every(([count, alternatives]) =>
    isProof(attack, { count, need: needOf(count), alternatives }),
  );
  if (isSafe) return { proofs, needOf, exposed: pattern.exposed.map((place) => counts[place] as number) };
  for (const cell of hidden) publication.setStatus(cell, "shown");
  return undefined;
}
