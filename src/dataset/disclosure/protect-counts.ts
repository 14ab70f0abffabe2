import { likenessOf, type Pattern, type Places, patternOf, placesOf, protectAlike } from "./alike.ts";
import type { Alternative, Attack } from "./attack.ts";
import { isProof } from "./is-proof.ts";
import { needOfHidden } from "./need.ts";
import { partsOf } from "./parts-of-table.ts";
import { type ProtectedPart, type ProtectInput, protectPart } from "./protect-part.ts";
import type { Publication } from "./publication.ts";

/** Why the hidden counts cannot be worked out: for each, the tables that would have been published just the same. */
export interface ProtectedCounts {
  readonly proofs: ReadonlyMap<number, readonly Alternative[]>;
  /** Counts that no choice of cells protects. */
  readonly exposed: readonly number[];
}

/** Counts of unlike parts together, up to which each may take as much as if it stood alone; and the share that is left in the largest tables. */
const fullEffort = { upTo: 3000, least: 1 / 8 };

/**
 * Hides further cells until no primary can be worked out, in each part of a table by itself. Parts that are alike are protected alike, and
 * at last everything is attacked once more.
 */
export function protectCounts(input: ProtectInput): ProtectedCounts {
  const { attack, primaries, unknown, remembered = [], bounds, unrevised } = input;
  const { parts, rest } = partsOf(attack, [...primaries, ...remembered]);
  const among = (counts: readonly number[], all: ReadonlySet<number>) => counts.filter((count) => all.has(count));
  const found: ProtectedPart[] = [];
  // Before the parts: all cells that are hidden for others by then are its own.
  if (rest.length > 0) {
    const own = new Set(rest);
    const some = { primaries: among(primaries, own), remembered: among(remembered, own) };
    found.push(protectPart({ ...input, ...some }));
  }
  const isPrimary = new Set(primaries);
  const isRemembered = new Set(remembered);
  const isPlain = (counts: readonly number[]) =>
    !counts.some(
      (count) => isRemembered.has(count) || unknown.has(count) || bounds?.has(count) || unrevised?.has(count),
    );
  const patterns = new Map<string, Pattern | undefined>();
  const looked = parts.map((counts) => {
    const places = placesOf(attack, counts);
    const likeness = isPlain(counts) ? likenessOf(attack, places) : undefined;
    const isLike = likeness !== undefined && patterns.has(likeness);
    if (likeness !== undefined) patterns.set(likeness, undefined);
    return { places, likeness, isLike };
  });
  const unlike = looked.reduce((sum, { places, isLike }) => sum + (isLike ? 0 : places.counts.length), 0);
  const effort = Math.min(1, Math.max(fullEffort.upTo / unlike, fullEffort.least));
  const needOf = () => needOfHidden(attack.publication.rule);
  for (const { places, likeness } of looked) {
    const pattern = likeness === undefined ? undefined : patterns.get(likeness);
    const own = (pattern && protectAlike(attack, places, { pattern, needOf })) ?? protectAlone(places);
    if (likeness !== undefined && !pattern) patterns.set(likeness, patternOf(attack, places, own));
    found.push(own);
  }
  function protectAlone({ counts, cells }: Places): ProtectedPart {
    const publication = ownPublication(attack.publication, cells);
    const some = { primaries: among(counts, isPrimary), remembered: among(counts, isRemembered) };
    return attack.blocks.withPart({ ...attack, publication, part: { counts, effort } }, (own) =>
      protectPart({ ...input, ...some, attack: own }),
    );
  }
  return attackAll(attack, found);
}

/** A publication that knows no other cells to be hidden for others than some, and those that are hidden through it. */
function ownPublication(publication: Publication, cells: readonly number[]): Publication {
  const secondaries = new Set(cells.filter((cell) => publication.statusOf(cell) === "secondary"));
  return {
    ...publication,
    secondaries,
    setStatus(cell, status) {
      publication.setStatus(cell, status);
      if (status === "secondary") secondaries.add(cell);
      else secondaries.delete(cell);
    },
  };
}

/** The last attack, on all that was found: whatever its proofs do not show to be hidden is exposed. */
function attackAll(attack: Attack, found: readonly ProtectedPart[]): ProtectedCounts {
  const proofs = new Map<number, readonly Alternative[]>();
  const exposed = new Set(found.flatMap((part) => part.exposed));
  for (const { proofs: own, needOf } of found)
    for (const [count, alternatives] of own) {
      proofs.set(count, alternatives);
      if (!isProof(attack, { count, need: needOf(count), alternatives })) exposed.add(count);
    }
  return { proofs, exposed: [...exposed] };
}
