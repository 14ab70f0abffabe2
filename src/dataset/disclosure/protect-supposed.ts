import type { Attack } from "./attack.ts";
import { isProof } from "./is-proof.ts";
import type { Supposition } from "./past-cells.ts";
import { type ProtectedCounts, protectCounts } from "./protect-counts.ts";
import { type ProtectInput, protectEach } from "./protect-part.ts";
import type { Relation } from "./relation.ts";

interface SupposedInput extends ProtectInput {
  /** Counts that readers may know, and nobody here knows whether they do. */
  readonly supposed: ReadonlyMap<number, Supposition>;
  /** Whether a relation held in an earlier edition, and says nothing of this one. */
  readonly isPast: (relation: Relation) => boolean;
}

/**
 * Protects counts among which are some that readers may know: all others against those who know all of these, and each of these against those
 * who know all but that. So they protect no others.
 */
export function protectSupposed(input: SupposedInput): ProtectedCounts {
  const { attack, primaries, remembered = [], supposed, isPast } = input;
  const { publication, relations } = attack;
  const counts = [...supposed.keys()];
  const groups = counts.map((count) => withTied(attack, count));
  const apart = new Set(groups.flatMap((group) => [...group]));
  const among = (isMeant: (count: number) => boolean) => ({
    primaries: primaries.filter(isMeant),
    remembered: remembered.filter(isMeant),
  });
  publication.suppose(new Set(counts));
  const found = [protectCounts({ ...input, ...among((count) => !apart.has(count)) })];
  const protectOnly = (own: Attack, group: ReadonlySet<number>) => {
    publication.suppose(new Set(counts.filter((count) => !group.has(count))));
    found.push(
      attack.blocks.withPart(own, (part) =>
        protectFew({ ...input, ...among((count) => group.has(count)), attack: part }),
      ),
    );
  };
  for (const group of groups) protectOnly(attack, group);
  for (const [count, supposition] of supposed) {
    if (supposition === "known") continue;
    // What was hidden beside it then does not change with what it is by now.
    const of = (other: number) => relations.of(other).filter(({ relation }) => other !== count || !isPast(relation));
    protectOnly({ ...attack, relations: { ...relations, of } }, new Set([count]));
  }
  publication.suppose(new Set(counts));
  return {
    proofs: new Map(found.flatMap(({ proofs }) => [...proofs])),
    exposed: [...new Set(found.flatMap(({ exposed }) => exposed))],
  };
}

function protectFew(input: ProtectInput): ProtectedCounts {
  const { proofs, needOf, exposed } = protectEach(input);
  const failed = [...proofs].filter(
    ([count, alternatives]) => !isProof(input.attack, { count, need: needOf(count), alternatives }),
  );
  return { proofs, exposed: [...exposed, ...failed.map(([count]) => count)] };
}

/** A count with those that are the same number. */
function withTied({ relations }: Attack, count: number): ReadonlySet<number> {
  const same = relations
    .of(count)
    .flatMap(({ relation: { kind, counts } }) => (kind === "equal" && counts.length === 2 ? counts : []));
  return new Set([count, ...same]);
}
