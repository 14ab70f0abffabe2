import { type Attack, sizeOf } from "./attack.ts";
import type { Cuts } from "./cuts.ts";
import type { MasterProgram, Selection } from "./master-program.ts";
import { isWhole, tolerance } from "./solver.ts";

/** Times that the relaxed choice is attacked, and that it may be without getting dearer. */
const relaxedRounds = 40;
const patience = 4;
/** As many times more where each looks for a few rows alone. */
const smallSteps = 4;
/** Choices that tell which cells are wanted. */
const lookedBack = 12;
/** A choice that hides no more cells than so many in part is near to one of whole cells. */
const fewParts = 64;
/** Cells that are wanted by so much at least are hidden together: more at once where a table has more counts than so many. */
const heldFrom = { inSmall: 0.9, inLarge: 0.6, largeFrom: 250 };
/** Times that a search turns its last decision round before it is given up. */
const turns = 10;

interface Relaxing {
  /** What a choice of whole cells has to cost less than to be of use. */
  readonly below?: number;
  /** Rows that are looked for at a time. */
  readonly most?: number;
  readonly isLeft?: () => boolean;
  /** Takes the cells that the last choices hid part of; stays empty where the last is far from one of whole cells. */
  readonly wanted?: Set<number>;
}

/**
 * Attacks the relaxed choice, of parts of cells, until it holds, hardly gets dearer, or is too dear. Where a few rows are asked for at
 * a time, more of these steps lead as far.
 * @returns what every choice of whole cells costs at least.
 */
export function relax(
  master: MasterProgram,
  cuts: Cuts,
  { below = Number.POSITIVE_INFINITY, most, isLeft = () => true, wanted }: Relaxing = {},
): number {
  const steps = most === undefined ? 1 : smallSteps;
  let least = 0;
  let waiting = 0;
  const last: Selection[] = [];
  const program = master.open(new Set());
  for (let round = 0; round < relaxedRounds * steps && waiting < patience * steps && isLeft(); round += 1) {
    const relaxed = program.solve();
    if (!relaxed || leastWhole(relaxed.cost) >= below) break;
    waiting = relaxed.cost > least * 1.002 ? 0 : waiting + 1;
    least = Math.max(least, relaxed.cost);
    last.push(relaxed);
    if (cuts.add(relaxed, most) === 0) break;
  }
  for (const cell of wantedOf(last)) wanted?.add(cell);
  program.dispose();
  return leastWhole(least);
}

/** The cells that the last of some choices hide, in part at least; none where the very last is far from one of whole cells. */
function wantedOf(choices: readonly Selection[]): readonly number[] {
  const last = choices.at(-1);
  if (!last || [...last.shares.values()].filter((share) => !isWhole(share)).length > fewParts) return [];
  return choices
    .slice(-lookedBack)
    .flatMap(({ shares }) => [...shares].flatMap(([cell, share]) => (share > tolerance ? [cell] : [])));
}

interface Searching {
  /** What the choice has to cost less than. */
  readonly below: number;
  /** Whether a programme more may be solved after so many. */
  readonly isLeft: (programs: number) => boolean;
  /** Rows that are looked for at a time. */
  readonly most?: number;
}

/**
 * Goes from the relaxed choice to one of whole cells that no attack defeats, by holding what it wants most; where that gets
 * too dear, the last decision is turned round. Undefined where none is found.
 */
export function dive(
  { attack, master, cuts }: { readonly attack: Attack; readonly master: MasterProgram; readonly cuts: Cuts },
  { below, isLeft, most }: Searching,
): readonly number[] | undefined {
  const isLarge = sizeOf(attack) >= heldFrom.largeFrom;
  const wantedShare = isLarge ? heldFrom.inLarge : heldFrom.inSmall;
  const program = master.open(new Set());
  const decisions: (readonly Decision[])[] = [];
  let turned = 0;
  try {
    while (isLeft(program.programs)) {
      const selection = program.solve();
      if (!selection || leastWhole(selection.cost) >= below) {
        const last = decisions.pop();
        if (!last || turned === turns) return undefined;
        turned += 1;
        const [{ column, value }] = last as readonly [Decision];
        for (const other of last) program.fix(other.column, undefined);
        program.fix(column, value === 1 ? 0 : 1);
        continue;
      }
      const added = cuts.add(selection, most);
      const next = decide(master, selection, wantedShare);
      if (next.length > 0) {
        decisions.push(next);
        for (const { column, value } of next) program.fix(column, value);
      } else if (added === 0) return master.cells.filter((cell) => (selection.shares.get(cell) as number) > 0.5);
    }
    return undefined;
  } finally {
    program.dispose();
  }
}

/** A column that is held at one of its ends. */
export interface Decision {
  readonly column: number;
  readonly value: 0 | 1;
}

/** What to hold of a choice in parts: what is nearest to being whole, and all cells that are near enough; nothing if it is whole. */
function decide(master: MasterProgram, { shares, choices }: Selection, wantedShare: number): readonly Decision[] {
  const cells = [...shares]
    .filter(([, share]) => !isWhole(share))
    .map(([cell, share]) => ({ column: master.columnOf(cell), value: 1 as const, certainty: share }));
  const ways = choices.flatMap((share, goal) =>
    isWhole(share)
      ? []
      : [
          {
            column: master.cells.length + goal,
            value: share < 0.5 ? (0 as const) : (1 as const),
            certainty: Math.max(share, 1 - share),
          },
        ],
  );
  const first = [...cells, ...ways].sort((a, b) => b.certainty - a.certainty || a.column - b.column)[0];
  return first ? [first, ...cells.filter((cell) => cell !== first && cell.certainty >= wantedShare)] : [];
}

/** What a choice costs at least that is no better than a relaxed one: costs are whole numbers. */
export const leastWhole = (relaxed: number): number => Math.ceil(relaxed - tolerance);
