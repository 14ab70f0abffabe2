import type { Alternative, Attack } from "./attack.ts";
import { createAttacker } from "./attacker.ts";
import { isApart } from "./blocks.ts";
import { type Cuts, createCuts } from "./cuts.ts";
import { createMasterProgram, type Goal, type MasterProgram, type Selection } from "./master-program.ts";
import type { Need } from "./need.ts";
import { protectCount } from "./protect-count.ts";
import { prove } from "./prove.ts";
import { secondariesOf } from "./publication.ts";
import { showAgain } from "./show-again.ts";
import { tolerance } from "./solver.ts";

type Proofs = Map<number, readonly Alternative[]>;

/** Counts of a table whose cells are chosen by one programme: in three ways each attack takes some three times as long. */
const largestTable = { inTwoWays: 1_200, inMore: 700 };
/** Times that the relaxed choice is attacked, and that it may be without getting dearer. */
const relaxedRounds = 40;
const patience = 4;
/** As many times more where each looks for a few rows alone. */
const smallSteps = 4;
/** Relaxed programmes that the search for whole cells may take: fewer in a large table, where each takes longer. */
const programLimit = { most: 600, timesCounts: 100_000 };
/** Cells that are wanted by so much at least are hidden together: more at once where a table has more counts than so many. */
const wanted = { inSmall: 0.9, inLarge: 0.6, largeFrom: 250 };
/** Times that a search turns its last decision round before it is given up. */
const turns = 10;

/**
 * Chooses the secondary cells of a table anew, by cutting planes (Fischetti and Salazar 2001): a programme with a share from
 * nothing to all of each cell, to which each attack that succeeds adds that one of the cells that would have defeated it has
 * to be hidden. The cells that it wants most are hidden for good, one after another. Keeps what costs less and has every count
 * proven.
 */
export function chooseTogether(attack: Attack, proofs: Proofs, needOf: (count: number) => Need): void {
  const { table, publication, costOf } = attack;
  const secondaries = secondariesOf(table, publication);
  if (sumOf(secondaries, costOf) <= 1) return;
  const goals = [...proofs].map(([count, alternatives]) =>
    goalOf(attack, { count, alternatives, need: needOf(count) }),
  );
  for (const cell of secondaries) publication.setStatus(cell, "shown");
  const attacker = createAttacker(attack, [...table.values.keys()]);
  try {
    const master = createMasterProgram(attack, goals);
    const cuts = createCuts(attack, master, attacker);
    relax(master, cuts);
    const below = sumOf(secondaries, costOf);
    const { most, timesCounts } = programLimit;
    const work = { left: Math.min(most, Math.floor(timesCounts / table.values.length)) };
    const cells = searchWhole({ attack, master, cuts }, { below, isLeft: (programs) => programs < work.left });
    const adopted = cells && adopt({ attack, proofs, needOf }, { cells, below });
    for (const cell of adopted ?? secondaries) publication.setStatus(cell, "secondary");
  } finally {
    attacker.dispose();
  }
}

/** How many dimensions a table has that hang together, other measures and editions beside the first as one each. */
export const waysOf = ({ table: { grids } }: Pick<Attack, "table">): number =>
  Math.max(...grids.map(({ axes }) => axes.filter((axis) => !isApart(axis)).length)) + grids.length - 1;

/** Whether a table is small enough, with what its relations bring along: totals that no row has. */
export function isChosenTogether({ table, relations }: Attack): boolean {
  const { values } = table;
  const largest = waysOf({ table }) > 2 ? largestTable.inMore : largestTable.inTwoWays;
  for (let count = 0; count < values.length && values.length <= largest; count += 1) relations.of(count);
  return values.length <= largest;
}

interface Relaxing {
  /** What a choice of whole cells has to cost less than to be of use. */
  readonly below?: number;
  /** Rows that are looked for at a time. */
  readonly most?: number;
  readonly isLeft?: () => boolean;
}

/**
 * Attacks the relaxed choice, of parts of cells, until it holds, hardly gets dearer, or is too dear. Where a few rows are asked for at
 * a time, more of these steps lead as far.
 */
export function relax(
  master: MasterProgram,
  cuts: Cuts,
  { below = Number.POSITIVE_INFINITY, most, isLeft = () => true }: Relaxing = {},
): void {
  const steps = most === undefined ? 1 : smallSteps;
  let least = 0;
  let waiting = 0;
  const program = master.open(new Set());
  for (let round = 0; round < relaxedRounds * steps && waiting < patience * steps && isLeft(); round += 1) {
    const relaxed = program.solve();
    if (!relaxed || Math.ceil(relaxed.cost - tolerance) >= below) break;
    waiting = relaxed.cost > least * 1.002 ? 0 : waiting + 1;
    least = Math.max(least, relaxed.cost);
    if (cuts.add(relaxed, most) === 0) break;
  }
  program.dispose();
}

interface Choosing {
  readonly attack: Attack;
  readonly proofs: Proofs;
  readonly needOf: (count: number) => Need;
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
export function searchWhole(
  { attack, master, cuts }: { readonly attack: Attack; readonly master: MasterProgram; readonly cuts: Cuts },
  { below, isLeft, most }: Searching,
): readonly number[] | undefined {
  const isLarge = attack.table.values.length >= wanted.largeFrom;
  const wantedShare = isLarge ? wanted.inLarge : wanted.inSmall;
  const program = master.open(new Set());
  const decisions: (readonly Decision[])[] = [];
  let turned = 0;
  try {
    while (isLeft(program.programs)) {
      const selection = program.solve();
      if (!selection || Math.ceil(selection.cost - tolerance) >= below) {
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
interface Decision {
  readonly column: number;
  readonly value: 0 | 1;
}

/** What to hold of a choice in parts: what is nearest to being whole, and all cells that are near enough; nothing if it is whole. */
function decide(master: MasterProgram, { shares, choices }: Selection, wantedShare: number): readonly Decision[] {
  const isWhole = (share: number) => Math.abs(share - Math.round(share)) < tolerance;
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

/**
 * Proves all counts with some cells hidden, further ones where it takes them, and fewer where it does not. Leaves none hidden.
 * @returns the cells, if they cost less than so much.
 */
function adopt(
  { attack, proofs, needOf }: Choosing,
  { cells, below }: { readonly cells: readonly number[]; readonly below: number },
): readonly number[] | undefined {
  const { publication, costOf, table } = attack;
  for (const cell of cells) publication.setStatus(cell, "secondary");
  const renewed: Proofs = new Map();
  for (const count of proofs.keys()) {
    const need = needOf(count);
    const proof = prove(attack, { count, need, effort: "all" });
    const alternatives = "lacking" in proof ? protectCount(attack, count, need) : proof.alternatives;
    if (!alternatives) break;
    renewed.set(count, alternatives);
  }
  const isWhole = renewed.size === proofs.size;
  if (isWhole) showAgain(attack, renewed, needOf);
  const all = secondariesOf(table, publication);
  for (const cell of all) publication.setStatus(cell, "shown");
  if (!isWhole || sumOf(all, costOf) >= below) return undefined;
  for (const [count, alternatives] of renewed) proofs.set(count, alternatives);
  return all;
}

interface Proven {
  readonly count: number;
  readonly alternatives: readonly Alternative[];
  readonly need: Need;
}

export function goalOf({ table }: Attack, { count, alternatives, need }: Proven): Goal {
  const truth = table.values[count] as number;
  const proven = alternatives.map((alternative) => alternative.get(count) ?? truth);
  const choices = need.width === undefined ? need.choices : [proven];
  return {
    count,
    choices: choices.map((values) => ({
      up: Math.max(0, ...values.map((value) => value - truth)),
      down: Math.max(0, ...values.map((value) => truth - value)),
    })),
  };
}

const sumOf = (cells: readonly number[], costOf: (cell: number) => number): number =>
  cells.reduce((sum, cell) => sum + costOf(cell), 0);
