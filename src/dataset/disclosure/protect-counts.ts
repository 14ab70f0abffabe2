import { type Alternative, type Attack, isPossible } from "./alternative.ts";
import { isLarge } from "./block.ts";
import { type Choice, chooseSecondaries, costOf } from "./choose-secondaries.ts";
import { findAlternative } from "./find-alternative.ts";
import { type Move, moved, movesOf, rangeOf, slackFirst } from "./moves.ts";

/** What a reader has to hold possible of one hidden count. */
type Need =
  /** Each of these values, and one of those beyond. */
  | { readonly kind: "values"; readonly values: readonly number[]; readonly beyond: readonly number[] }
  /** Two values so far apart: where nobody here knows the count itself. */
  | { readonly kind: "width"; readonly width: number };

/** Why the hidden counts cannot be worked out: for each, the tables that would have been published just the same. */
export interface ProtectedCounts {
  readonly proofs: ReadonlyMap<number, readonly Alternative[]>;
  /** Counts that no choice of cells protects. */
  readonly exposed: readonly number[];
}

interface ProtectInput {
  readonly attack: Attack;
  /** The counts that the rule hides. */
  readonly primaries: readonly number[];
  /** Those among them whose value nobody here knows. */
  readonly unknown: ReadonlySet<number>;
}

/** Choices tried for one count before it is given up. */
const attempts = 8;
/** Above this many counts, the clean-up asks no solver. */
const thoroughCleanUp = 3000;

/**
 * Hides further cells until no primary can be worked out: attacks each primary, hides the cheapest cells that defeat the
 * attack, shows again what turns out not to be needed, and at last attacks everything once more.
 */
export function protectCounts({ attack, primaries, unknown }: ProtectInput): ProtectedCounts {
  const proofs = new Map<number, readonly Alternative[]>();
  const exposed: number[] = [];
  const needOf = (count: number) => needFor(attack, unknown.has(count));
  for (const count of primaries) {
    const proof = protect(attack, count, needOf(count));
    if (proof) proofs.set(count, proof);
    else exposed.push(count);
  }
  showAgain(attack, proofs, needOf);
  for (const [count, alternatives] of proofs)
    if (!alternatives.every((alternative) => isPossible(attack, alternative))) exposed.push(count);
  return { proofs, exposed };
}

/** Hides cells until a count is proven; undefined where none is left to hide. */
function protect(attack: Attack, count: number, need: Need): readonly Alternative[] | undefined {
  const { publication } = attack;
  // In a large table a box is found faster than a programme is solved. Rounding leaves a little room in many cells, and it
  // takes a programme to put it together.
  const byBoxes = isLarge(attack, count) && need.kind === "values" && publication.rule.base === 1;
  const quick = byBoxes ? { ...attack, solver: undefined } : attack;
  let proof = prove(quick, count, need);
  for (let attempt = 0; attempt < attempts && "lacking" in proof; attempt += 1) {
    const choice = choose(attack, { count, need, lacking: proof.lacking, attempt });
    if (!choice) break;
    for (const cell of choice.cells) publication.setStatus(cell, "secondary");
    const byBox = choice.move && proveByMove(attack, { count, need, move: choice.move });
    proof = byBox ? { alternatives: byBox } : prove(attack, count, need);
  }
  return "lacking" in proof ? undefined : proof.alternatives;
}

/** A rule that hides a thousand values is not shown to leave each of them possible, but so many, evenly spread. */
const triedValues = 50;

function needFor({ publication }: Attack, isUnknown: boolean): Need {
  const { from, to, width } = publication.rule;
  if (isUnknown) return { kind: "width", width };
  const step = Math.max(1, (to - from) / triedValues);
  const values: number[] = [];
  for (let value = from; value < to; value += step) values.push(Math.round(value));
  // The ends first: where they are out of reach, so is the middle.
  values.unshift(to);
  const further = width - (to - from);
  return { kind: "values", values, beyond: [to + further, from - further].filter((value) => value >= 0) };
}

type Proof = { readonly alternatives: readonly Alternative[] } | { readonly lacking: number };

/** Finds the alternatives that a need asks for, or a value that has none. */
function prove(attack: Attack, count: number, need: Need): Proof {
  if (need.kind === "width") return proveWidth(attack, count, need.width);
  const alternatives = proveByOneMove(attack, count, need);
  if (alternatives) return { alternatives };
  if (!attack.solver) return { lacking: need.values[0] as number };
  const found: Alternative[] = [];
  for (const value of need.values) {
    const alternative = findAlternative(attack, count, { kind: "reach", value });
    if (!alternative) return { lacking: value };
    found.push(alternative);
  }
  for (const value of need.beyond) {
    const alternative = findAlternative(attack, count, { kind: "reach", value });
    if (alternative) return { alternatives: [...found, alternative] };
  }
  return { lacking: need.beyond[0] as number };
}

const triedMoves = 24;

/** One box that leads to all values: what most hidden cells of a large table have. */
function proveByOneMove(
  attack: Attack,
  count: number,
  need: Extract<Need, { kind: "values" }>,
): readonly Alternative[] | undefined {
  let tried = 0;
  for (const move of movesOf(attack, count, slackFirst(attack))) {
    const alternatives = proveByMove(attack, { count, need, move });
    if (alternatives) return alternatives;
    tried += 1;
    if (tried === triedMoves) break;
  }
  return undefined;
}

interface MoveInput {
  readonly count: number;
  readonly need: Need;
  readonly move: Move;
}

function proveByMove(attack: Attack, { count, need, move }: MoveInput): readonly Alternative[] | undefined {
  if (need.kind === "width") return undefined;
  const truth = attack.table.values[count] as number;
  const [down, up] = rangeOf(attack, move);
  for (const further of need.beyond) {
    const wanted = [...need.values, further];
    if (wanted.some((value) => value - truth < down || value - truth > up)) continue;
    const alternatives = wanted.flatMap((value) => moved(attack, move, value - truth) ?? []);
    if (alternatives.length === wanted.length) return alternatives;
  }
  return undefined;
}

function proveWidth(attack: Attack, count: number, width: number): Proof {
  const truth = attack.table.values[count] as number;
  const up = findAlternative(attack, count, { kind: "up", by: width }) ?? new Map<number, number>();
  const reached = (up.get(count) ?? truth) - truth;
  if (reached >= width) return { alternatives: [up] };
  const down = findAlternative(attack, count, { kind: "down", by: width - reached }) ?? new Map<number, number>();
  const missing = width - reached - (truth - (down.get(count) ?? truth));
  return missing <= 0 ? { alternatives: [up, down] } : { lacking: truth + reached + missing };
}

interface ChooseInput {
  readonly count: number;
  readonly need: Need;
  readonly lacking: number;
  readonly attempt: number;
}

/** The cheapest way to give a count the range that it needs; from the second attempt, the values that it lacks, in whole numbers. */
function choose(attack: Attack, { count, need, lacking, attempt }: ChooseInput): Choice | undefined {
  if (attempt > 0) {
    return chooseSecondaries(attack, count, { values: [lacking], whole: true });
  }
  const truth = attack.table.values[count] as number;
  const ranges =
    need.kind === "values"
      ? need.beyond.map((further) => [Math.min(...need.values, further), Math.max(...need.values, further)])
      : [[truth, truth + need.width], ...(truth >= need.width ? [[truth - need.width, truth]] : [])];
  let best: Choice | undefined;
  for (const range of ranges) {
    const choice = chooseSecondaries(attack, count, { values: range.filter((value) => value !== truth) });
    if (choice && (!best || choice.cost < best.cost)) best = choice;
  }
  return best;
}

/** Shows again each secondary cell that the others make up for, the dearest first. */
function showAgain(attack: Attack, proofs: Map<number, readonly Alternative[]>, needOf: (count: number) => Need): void {
  const { table, publication } = attack;
  const users = new Map<number, Set<number>>();
  const note = (count: number, alternatives: readonly Alternative[]) => {
    for (const other of alternatives.flatMap((alternative) => [...alternative.keys()])) {
      const cell = table.cellOf[other] as number;
      if (cell < 0 || publication.statusOf(cell) !== "secondary") continue;
      const known = users.get(cell);
      if (known) known.add(count);
      else users.set(cell, new Set([count]));
    }
  };
  for (const [count, alternatives] of proofs) note(count, alternatives);
  const secondaries = [...table.gridOf.keys()].filter((cell) => publication.statusOf(cell) === "secondary");
  const costs = new Map(secondaries.map((cell) => [cell, costOf(attack, cell)]));
  secondaries.sort((a, b) => (costs.get(b) as number) - (costs.get(a) as number) || a - b);
  const careful: Attack = table.values.length > thoroughCleanUp ? { ...attack, solver: undefined } : attack;
  for (const cell of secondaries) {
    publication.setStatus(cell, "shown");
    const renewed = new Map<number, readonly Alternative[]>();
    const stillProven = [...(users.get(cell) ?? [])].every((count) => {
      const alternatives = proofs.get(count) ?? [];
      if (alternatives.every((alternative) => isPossible(attack, alternative))) return true;
      const proof = prove(careful, count, needOf(count));
      if ("lacking" in proof) return false;
      renewed.set(count, proof.alternatives);
      return true;
    });
    if (!stillProven) {
      publication.setStatus(cell, "secondary");
      continue;
    }
    for (const [count, alternatives] of renewed) {
      proofs.set(count, alternatives);
      note(count, alternatives);
    }
  }
}
