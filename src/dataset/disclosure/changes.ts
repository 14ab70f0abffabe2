import { keepsRelations } from "./alternative.ts";
import type { Alternative, Attack } from "./attack.ts";
import { isLatent } from "./count-table.ts";
import type { Move } from "./moves.ts";
import type { Relation } from "./relation.ts";
import type { Price, Shown } from "./shifts.ts";

/** By how much counts differ from the truth. */
export type Changes = Map<number, number>;

/** How far a cell can still go up (1) or down (-1): all that its publications hold goes with it. */
export function roomOf({ table, publication }: Attack, changes: Changes, cell: number, sign: number): number {
  let room = Number.POSITIVE_INFINITY;
  for (const count of table.countsOf[cell] as readonly number[]) {
    const value = (table.values[count] as number) + (changes.get(count) ?? 0);
    room = Math.min(room, sign > 0 ? publication.high(count) - value : value - publication.low(count));
  }
  return room;
}

/** Whether a cell may be hidden for the sake of others. */
export function isCandidate({ table, publication }: Pick<Attack, "table" | "publication">, cell: number): boolean {
  return publication.statusOf(cell) === "shown" && !isLatent(table, cell);
}

/** How far a cell could go if it were hidden. */
function hiddenRoom({ table }: Attack, changes: Changes, cell: number, sign: number): number {
  if (sign > 0) return Number.POSITIVE_INFINITY;
  let room = Number.POSITIVE_INFINITY;
  for (const count of table.countsOf[cell] as readonly number[])
    room = Math.min(room, (table.values[count] as number) + (changes.get(count) ?? 0));
  return room;
}

/** By how much a move is to be made: forwards, and, from the same table, backwards. */
export interface Reach {
  readonly forwards: number;
  readonly backwards: number;
}

/** What cells cost that have to go so far: nothing if they can; what hiding them costs, if that is allowed and would do. */
export function priceFor(
  attack: Attack,
  changes: Changes,
  { forwards, backwards, hide }: Reach & { readonly hide: boolean },
): Price {
  const suffices = (room: typeof roomOf, cell: number, sign: number) =>
    (forwards === 0 || room(attack, changes, cell, sign) >= forwards) &&
    (backwards === 0 || room(attack, changes, cell, -sign) >= backwards);
  const { table, publication } = attack;
  const isFixed = (cell: number) =>
    publication.rule.base === 1 && !publication.isHidden(table.countsOf[cell]?.[0] as number);
  return (cell, sign) => {
    if (!isFixed(cell) && suffices(roomOf, cell, sign)) return 0;
    if (!hide || !isCandidate(attack, cell) || !suffices(hiddenRoom, cell, sign)) return Number.POSITIVE_INFINITY;
    return attack.costOf(cell);
  };
}

/** What cells that are shown do in a move: where figures are rounded, some give way for nothing. */
export const shownIn = ({ publication }: Pick<Attack, "publication">, hide: boolean): Shown | undefined =>
  publication.rule.base > 1 ? undefined : hide ? "at-cost" : "fixed";

/** The cells of a move that it could not be made without hiding. */
export function cellsToHide(attack: Attack, changes: Changes, { cells, signs }: Move, reach: Reach): readonly number[] {
  const price = priceFor(attack, changes, { ...reach, hide: true });
  return cells.filter((cell, index) => price(cell, signs[index] as number) > 0);
}

/** The changes after a move. */
export function afterMove({ table }: Attack, changes: Changes, { cells, signs }: Move, times: number): Changes {
  const after = new Map(changes);
  for (const [index, cell] of cells.entries())
    for (const count of table.countsOf[cell] as readonly number[])
      after.set(count, (after.get(count) ?? 0) + times * (signs[index] as number));
  return after;
}

/** The values that counts have after some changes: by count, those that differ from the truth alone. */
export function alternativeOf({ table }: Pick<Attack, "table">, changes: Changes): Alternative {
  const alternative = new Map<number, number>();
  for (const [count, change] of changes)
    if (change !== 0) alternative.set(count, (table.values[count] as number) + change);
  return alternative;
}

/** Whether relations hold after a move from changes after which they do, whatever is hidden. */
export function isConsistentMove(attack: Attack, changes: Changes, move: Move, times: number): boolean {
  return keepsSums(attack, move) && areConsistent(attack, afterMove(attack, changes, move, times));
}

/** Whether a move changes no sum, however often it is made. Most that do not hold up break one. */
function keepsSums({ table, relations }: Attack, { cells, signs }: Move): boolean {
  const sums: Relation[] = [];
  const changes: number[] = [];
  for (let index = 0; index < cells.length; index += 1)
    for (const count of table.countsOf[cells[index] as number] as readonly number[])
      for (const { relation, sign } of relations.of(count)) {
        if (relation.kind !== "equal") continue;
        // They are a dozen or two: looked for one by one, they are found sooner than by a map.
        const known = sums.indexOf(relation);
        const change = sign * (signs[index] as number);
        if (known >= 0) changes[known] = (changes[known] as number) + change;
        else {
          sums.push(relation);
          changes.push(change);
        }
      }
  return changes.every((change) => change === 0);
}

/** Whether relations hold after changes, whatever is hidden. */
function areConsistent(attack: Attack, changes: Changes): boolean {
  return keepsRelations(attack, alternativeOf(attack, changes));
}
