import type { Alternative, Attack } from "./attack.ts";
import {
  afterMove,
  alternativeOf,
  type Changes,
  cellsToHide,
  isConsistentMove,
  priceFor,
  roomOf,
  shownIn,
} from "./changes.ts";
import { cheapestMove, type Move } from "./moves.ts";

/** A move and how often it is made. */
interface Step {
  readonly move: Move;
  readonly times: number;
}

/** A way to a value of a count, over all values between. */
export interface Way {
  readonly steps: readonly Step[];
  readonly reached: boolean;
  /** What has to be hidden for it. */
  readonly hidden: readonly number[];
  readonly cost: number;
}

interface Reaching {
  readonly count: number;
  readonly value: number;
  /** Whether cells may be hidden on the way. They are, and stay so: who does not take the way shows them again. */
  readonly hide: boolean;
  readonly limit: number;
  /** A way that costs as much or more is of no use. */
  readonly below?: number;
}

/** Steps of one way: beyond, it is left to the solver. */
const longestWay = 12;

/** Goes from the truth towards a value of a count by one box after another, each as far as its corners give way. */
export function reach(attack: Attack, reaching: Reaching): Way {
  const { count, value, hide, limit, below = Number.POSITIVE_INFINITY } = reaching;
  const { table, publication } = attack;
  const steps: Step[] = [];
  const hidden: number[] = [];
  let changes: Changes = new Map();
  let cost = 0;
  const remaining = () => value - (table.values[count] as number) - (changes.get(count) ?? 0);
  while (remaining() !== 0 && steps.length < longestWay) {
    const sign = remaining() > 0 ? 1 : -1;
    const wanted = Math.abs(remaining());
    const found = nextMove(attack, changes, { count, sign, wanted, hide, limit, below: below - cost });
    if (!found) break;
    const { move, amount, price } = found;
    for (const cell of price > 0 ? cellsToHide(attack, changes, move, { forwards: amount, backwards: 0 }) : []) {
      publication.setStatus(cell, "secondary");
      hidden.push(cell);
    }
    cost += price;
    const times = furthest(attack, changes, move, wanted);
    steps.push({ move, times });
    changes = afterMove(attack, changes, move, times);
  }
  return { steps, reached: remaining() === 0, hidden, cost };
}

interface NextMove {
  readonly count: number;
  readonly sign: 1 | -1;
  readonly wanted: number;
  readonly hide: boolean;
  readonly limit: number;
  readonly below: number;
}

/** A move that goes all the way, or else one that goes some of it; better one that hides nothing. */
function nextMove(attack: Attack, changes: Changes, next: NextMove) {
  const { count, sign, wanted, limit, below } = next;
  for (const hide of next.hide ? [false, true] : [false]) {
    for (const amount of wanted === 1 ? [1] : [wanted, 1]) {
      const price = priceFor(attack, changes, { forwards: amount, backwards: 0, hide });
      if (price(attack.table.cellOf[count] as number, sign) > 0) continue;
      const accept = (move: Move) => isConsistentMove(attack, changes, move, amount);
      const found = cheapestMove(attack, { count, sign, price, shown: shownIn(attack, hide), accept, limit, below });
      if (found) return { ...found, amount };
    }
  }
  return undefined;
}

function furthest(attack: Attack, changes: Changes, move: Move, wanted: number): number {
  const rooms = move.cells.map((cell, index) => roomOf(attack, changes, cell, move.signs[index] as number));
  const times = Math.min(wanted, ...rooms);
  return times > 1 && !isConsistentMove(attack, changes, move, times) ? 1 : times;
}

/** The tables along a way in which the count has one of some values. */
export function alternativesAlong(
  attack: Attack,
  { steps }: Pick<Way, "steps">,
  { count, values }: { readonly count: number; readonly values: readonly number[] },
): readonly Alternative[] {
  const { table } = attack;
  const cell = table.cellOf[count] as number;
  const wanted = new Set(values);
  const found: Alternative[] = [];
  let changes: Changes = new Map();
  let reached = table.values[count] as number;
  for (const { move, times } of steps) {
    const sign = move.signs[move.cells.indexOf(cell)] as number;
    for (let part = 1; part <= times; part += 1)
      if (wanted.has(reached + sign * part)) found.push(alternativeOf(attack, afterMove(attack, changes, move, part)));
    changes = afterMove(attack, changes, move, times);
    reached += sign * times;
  }
  return found;
}
