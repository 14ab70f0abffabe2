import { isPossible } from "./alternative.ts";
import type { Alternative, Attack } from "./attack.ts";
import { isConsistentMove, priceFor, shownIn } from "./changes.ts";
import type { KnownAlternatives } from "./known-alternatives.ts";
import { cheapestMove, type Move, type PricedMove } from "./moves.ts";
import type { Need } from "./need.ts";
import { alternativesAlong, reach } from "./reach.ts";
import { solveAlternative } from "./solve-alternative.ts";

/** That a count is hidden as its need asks, or why it is not. */
export type Proof =
  | { readonly alternatives: readonly Alternative[] }
  /** Of each choice of values that would do, one that has no alternative. */
  | { readonly lacking: readonly number[] };

/** Corners looked at in the search for a box: for one whose corners can all give way, and for the cheapest. */
export const cornerLimits = { proof: 1500, choice: 20_000 } as const;

/**
 * What is tried: boxes alone, programmes too, or programmes in whole numbers too; or all that a choice of cells looks at, where that
 * found that nothing has to be hidden.
 */
export type Effort = "boxes" | "programmes" | "all" | "as-chosen";

interface ProofInput {
  readonly count: number;
  readonly need: Need;
  readonly effort: Effort;
  /** Tables that are looked at before a programme is asked. */
  readonly known?: KnownAlternatives | undefined;
}

/** Finds the alternatives that a need asks for, or a value that has none: by one box, by several, by linear programmes. */
export function prove(attack: Attack, input: ProofInput): Proof {
  const { count, need, effort, known } = input;
  const recalled = known && recall(known, { count, need, truth: attack.table.values[count] as number });
  if (recalled) return { alternatives: recalled };
  const limit = effort === "as-chosen" ? cornerLimits.choice : cornerLimits.proof;
  for (const values of need.choices) {
    const found = boxFor(attack, { count, values, hide: false, limit });
    if (found) return { alternatives: alternativesOfBox(attack, { count, values, move: found.move }) };
  }
  const lacking: number[] = [];
  for (const values of need.choices) {
    const ways = alternativesOfWays(attack, { count, values, limit });
    if ("alternatives" in ways) return ways;
    lacking.push(...ways.lacking);
  }
  return effort === "boxes" ? { lacking } : proveBySolver(attack, input);
}

/** What is known to do for all values of one choice. */
function recall(
  known: KnownAlternatives,
  { count, need: { choices, width }, truth }: { readonly count: number; readonly need: Need; readonly truth: number },
): readonly Alternative[] | undefined {
  if (width !== undefined) return undefined;
  for (const values of choices) {
    const others = values.filter((value) => value !== truth);
    const found = others.flatMap((value) => known.find(count, value) ?? []);
    if (found.length === others.length) return found;
  }
  return undefined;
}

interface BoxInput {
  readonly count: number;
  readonly values: readonly number[];
  readonly hide: boolean;
  readonly limit: number;
  readonly below?: number;
}

/** How far values lie above and below the truth. */
function spanOf({ table }: Attack, count: number, values: readonly number[]) {
  const truth = table.values[count] as number;
  return { up: Math.max(0, ...values.map((v) => v - truth)), down: Math.max(0, ...values.map((v) => truth - v)) };
}

/** The cheapest box along which a count takes all of some values. */
export function boxFor(attack: Attack, { count, values, ...search }: BoxInput): PricedMove | undefined {
  const { up, down } = spanOf(attack, count, values);
  const price = priceFor(attack, new Map(), { forwards: up, backwards: down, hide: search.hide });
  if (price(attack.table.cellOf[count] as number, 1) > 0) return undefined;
  const accept = (move: Move) =>
    [up, -down].every((times) => times === 0 || isConsistentMove(attack, new Map(), move, times));
  return cheapestMove(attack, { count, sign: 1, price, shown: shownIn(attack, search.hide), accept, ...search });
}

function alternativesOfBox(
  attack: Attack,
  { count, values, move }: { readonly count: number; readonly values: readonly number[]; readonly move: Move },
): readonly Alternative[] {
  const { up, down } = spanOf(attack, count, values);
  const back = { cells: move.cells, signs: move.signs.map((sign) => -sign) };
  return alternativesOfSteps(attack, { count, values, up: [{ move, times: up }], down: [{ move: back, times: down }] });
}

type Steps = Parameters<typeof alternativesAlong>[1]["steps"];

function alternativesOfSteps(
  attack: Attack,
  { count, values, up, down }: { readonly count: number; readonly values: readonly number[]; up: Steps; down: Steps },
): readonly Alternative[] {
  return [up, down].flatMap((steps) => alternativesAlong(attack, { steps }, { count, values }));
}

function alternativesOfWays(
  attack: Attack,
  { count, values, limit }: { readonly count: number; readonly values: readonly number[]; readonly limit: number },
): Proof {
  const truth = attack.table.values[count] as number;
  const { up, down } = spanOf(attack, count, values);
  const upwards = reach(attack, { count, value: truth + up, hide: false, limit });
  if (!upwards.reached) return { lacking: [truth + up] };
  const downwards = reach(attack, { count, value: truth - down, hide: false, limit });
  if (!downwards.reached) return { lacking: [truth - down] };
  return {
    alternatives: alternativesOfSteps(attack, { count, values, up: upwards.steps, down: downwards.steps }),
  };
}

function proveBySolver(attack: Attack, { count, need: { choices, width }, effort, known: before }: ProofInput): Proof {
  if (width !== undefined) return proveWidth(attack, count, width);
  const truth = attack.table.values[count] as number;
  const known = new Map<number, Alternative | undefined>([[truth, new Map()]]);
  const alternativeFor = (value: number) => {
    if (!known.has(value))
      known.set(
        value,
        before?.find(count, value) ??
          partOfWay(attack, { count, value, known }) ??
          solve(attack, { count, value, effort }),
      );
    return known.get(value);
  };
  const lacking: number[] = [];
  for (const values of choices) {
    // The ends first: where they are out of reach, so is the middle.
    const others = values.filter((value) => value !== truth).sort((a, b) => Math.abs(b - truth) - Math.abs(a - truth));
    const missing = others.find((value) => !alternativeFor(value));
    if (missing === undefined) return { alternatives: others.flatMap((value) => alternativeFor(value) ?? []) };
    lacking.push(missing);
  }
  return { lacking };
}

function solve(
  attack: Attack,
  { count, value, effort }: { readonly count: number; readonly value: number; readonly effort: Effort },
): Alternative | undefined {
  const isThorough = effort === "all" || effort === "as-chosen";
  const found = attack.blocks.alternative(count, value, isThorough);
  if (typeof found === "object") return found;
  // What a block has not may be beyond it.
  const isLeft = found === "unsure" ? isThorough : effort === "as-chosen";
  return isLeft ? solveAlternative(attack, count, { kind: "reach", value }) : undefined;
}

interface PartOfWay {
  readonly count: number;
  readonly value: number;
  readonly known: ReadonlyMap<number, Alternative | undefined>;
}

/** Part of the way to an alternative further off, where it divides into whole numbers. */
function partOfWay(attack: Attack, { count, value, known }: PartOfWay): Alternative | undefined {
  const { values } = attack.table;
  const truth = values[count] as number;
  for (const [further, alternative] of known) {
    const share = (value - truth) / (further - truth);
    if (!alternative || !(share > 0 && share < 1)) continue;
    const part = new Map(
      [...alternative].map(([other, own]) => {
        const before = values[other] as number;
        return [other, before + Math.round((own - before) * share)];
      }),
    );
    if (isPossible(attack, part)) return part;
  }
  return undefined;
}

function proveWidth(attack: Attack, count: number, width: number): Proof {
  const truth = attack.table.values[count] as number;
  const up = solveAlternative(attack, count, { kind: "up", by: width }) ?? new Map<number, number>();
  const reached = (up.get(count) ?? truth) - truth;
  if (reached >= width) return { alternatives: [up] };
  const down = solveAlternative(attack, count, { kind: "down", by: width - reached }) ?? new Map<number, number>();
  const missing = width - reached - (truth - (down.get(count) ?? truth));
  return missing <= 0 ? { alternatives: [up, down] } : { lacking: [truth + reached + missing] };
}
