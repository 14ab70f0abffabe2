import type { CountBounds } from "../cell.ts";
import type { Alternative, Attack } from "./attack.ts";
import { chooseParts } from "./choose-parts.ts";
import { chooseTogether, isChosenTogether, isSmallTable, waysOf } from "./choose-together.ts";
import { isHiddenBy } from "./disclosure-spec.ts";
import { type Need, needOfHidden, needOfUncertain, needOfUnknown } from "./need.ts";
import { protectCount } from "./protect-count.ts";
import { secondariesOf } from "./publication.ts";
import { ruinAndRecreate } from "./ruin-and-recreate.ts";
import { showAgain } from "./show-again.ts";

/** Why the hidden counts of a table, or of a part of it, cannot be worked out. */
export interface ProtectedPart {
  /** For each count, the tables that would have been published just the same. */
  readonly proofs: ReadonlyMap<number, readonly Alternative[]>;
  readonly needOf: (count: number) => Need;
  /** Counts that no choice of cells protects. */
  readonly exposed: readonly number[];
}

export interface ProtectInput {
  readonly attack: Attack;
  /** The counts that the rule hides. */
  readonly primaries: readonly number[];
  /** Those among them whose value nobody here knows. */
  readonly unknown: ReadonlySet<number>;
  /** Counts that earlier editions hid and the rule does not: with them, what they were is kept. */
  readonly remembered?: readonly number[];
  /** What readers of earlier editions can tell of hidden counts. */
  readonly bounds?: ReadonlyMap<number, CountBounds>;
  /** The same, if figures were not revised. */
  readonly unrevised?: ReadonlyMap<number, CountBounds>;
}

/**
 * Hides further cells until no primary can be worked out: attacks each primary, hides the cheapest cells that defeat the
 * attack, and shows again what turns out not to be needed.
 */
export function protectPart(input: ProtectInput): ProtectedPart {
  const { attack } = input;
  const { proofs, needOf, exposed } = protectEach(input);
  const isTogether = isChosenTogether(attack);
  if (!isTogether || isSmallTable(attack)) showAgain(attack, proofs, needOf);
  if (isTogether) chooseTogether(attack, proofs, needOf);
  else {
    // In three ways few counts have a box that it finds.
    if (waysOf(attack) <= 2) ruinAndRecreate(attack, proofs, needOf);
    chooseParts(attack, proofs, needOf);
  }
  return { proofs, needOf, exposed };
}

/** Protects one count after another, and shows nothing again. */
export function protectEach({
  attack,
  primaries,
  unknown,
  remembered = [],
  bounds = new Map(),
  unrevised = new Map(),
}: ProtectInput): ProtectedPart & { readonly proofs: Map<number, readonly Alternative[]> } {
  const { table, publication } = attack;
  const proofs = new Map<number, readonly Alternative[]>();
  const exposed: number[] = [];
  const adopted = new Map<number, Need>();
  const needOf = (count: number): Need =>
    adopted.get(count) ??
    (unknown.has(count)
      ? needOfUnknown(publication.rule, table.values[count] as number, table.bounds.get(count))
      : needOfHidden(publication.rule, upTo(table.most.get(count), bounds.get(count)), unrevised.get(count)));
  for (const count of primaries) {
    const proof = protectCount(attack, count, needOf(count));
    if (proof) proofs.set(count, proof);
    else exposed.push(count);
  }
  for (const count of remembered) {
    const found = protectRemembered(attack, count);
    if (found) {
      proofs.set(count, found.proof);
      adopted.set(count, found.need);
    } else exposed.push(count);
  }
  return { proofs, needOf, exposed };
}

/**
 * Keeps a count open that an earlier edition hid: as wide as one that nobody here knows, since it may have been one that the rule
 * hides. It may also have been hidden for another's sake and never have been as open; then it must not become certain, nor must it
 * become certain that the rule hides it.
 */
function protectRemembered(
  attack: Attack,
  count: number,
): { readonly proof: readonly Alternative[]; readonly need: Need } | undefined {
  const { table, publication } = attack;
  const value = table.values[count] as number;
  const before = new Set(secondariesOf(publication));
  const { rule } = publication;
  const bounds = table.bounds.get(count);
  const least = isHiddenBy(rule, value) ? needOfUncertain(rule) : needOfUnknown({ ...rule, width: 1 }, value, bounds);
  for (const need of [needOfUnknown(rule, value, bounds), least]) {
    const proof = protectCount(attack, count, need);
    if (proof) return { proof, need };
    for (const cell of secondariesOf(publication)) if (!before.has(cell)) publication.setStatus(cell, "shown");
  }
  return undefined;
}

/** Bounds of which no more than so much is left. */
const upTo = (most: number | undefined, bounds: CountBounds | undefined): CountBounds | undefined =>
  most === undefined ? bounds : { from: bounds?.from ?? 0, to: Math.min(most, bounds?.to ?? most) };
