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
/** Relaxed programmes that the search for whole cells may take: fewer in a large table, where each takes longer. */
const programLimit = { most: 600, timesCounts: 100_000 };
/** Secondary cells that are chosen anew at once, after all of them were. */
const opened = [8, 16, 24, 48];
/** Cells that are wanted by so much at least are hidden together: more at once where a table has more counts than so many. */
const wanted = { inSmall: 0.9, inLarge: 0.6, largeFrom: 250 };
/** Times that a search turns its last decision round before it is given up. */
const turns = 10;

/**
 * Chooses the secondary cells of a table anew, by cutting planes (Fischetti and Salazar 2001): a programme with a share from
 * nothing to all of each cell, to which each attack that succeeds adds that one of the cells that would have defeated it has
 * to be hidden. The cells that it wants most are hidden for good, one after another; then parts of the choice are made anew
 * in the same way while the others stay. Keeps what costs less and has every count proven.
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
    const best = improve({ attack, proofs, needOf, master, cuts }, secondaries);
    for (const cell of best) publication.setStatus(cell, "secondary");
  } finally {
    attacker.dispose();
  }
}

/** Whether a table is small enough, with what its relations bring along: totals that no row has. */
export function isChosenTogether({ table: { grids, values }, relations }: Attack): boolean {
  const ways = Math.max(...grids.map(({ axes }) => axes.filter((axis) => !isApart(axis)).length)) + grids.length - 1;
  const largest = ways > 2 ? largestTable.inMore : largestTable.inTwoWays;
  for (let count = 0; count < values.length && values.length <= largest; count += 1) relations.of(count);
  return values.length <= largest;
}

/** Attacks the relaxed choice, of parts of cells, until it holds or hardly gets dearer. */
function relax(master: MasterProgram, cuts: Cuts): void {
  let least = 0;
  let waiting = 0;
  const program = master.open(new Set());
  for (let round = 0; round < relaxedRounds && waiting < patience; round += 1) {
    const relaxed = program.solve();
    if (!relaxed) break;
    waiting = relaxed.cost > least * 1.002 ? 0 : waiting + 1;
    least = Math.max(least, relaxed.cost);
    if (cuts.add(relaxed) === 0) break;
  }
  program.dispose();
}

interface Improving {
  readonly attack: Attack;
  readonly proofs: Proofs;
  readonly needOf: (count: number) => Need;
  readonly master: MasterProgram;
  readonly cuts: Cuts;
}

/** Chooses all cells anew, then parts of them, until no part that is looked at can be chosen better. */
function improve(improving: Improving, first: readonly number[]): readonly number[] {
  const { attack, master } = improving;
  const { most, timesCounts } = programLimit;
  const work = { left: Math.min(most, Math.floor(timesCounts / attack.table.values.length)) };
  const tried = new Set<string>();
  let best = first;
  const choose = (part: readonly number[]): boolean => {
    const kept = new Set(best.filter((cell) => !part.includes(cell)));
    const below = sumOf(best, attack.costOf);
    const id = `${[...part].sort((a, b) => a - b).join()} of ${below}`;
    if (tried.has(id)) return false;
    tried.add(id);
    const found = searchWhole(improving, { kept, below, work });
    const cells = found && master.cells.filter((cell) => (found.shares.get(cell) as number) > 0.5);
    const adopted = cells && adopt(improving, { cells, below });
    best = adopted ?? best;
    return adopted !== undefined;
  };
  choose(best);
  for (let improved = true; improved; ) {
    improved = false;
    for (const size of opened)
      for (const start of best)
        if (work.left > 0 && best.includes(start)) improved = choose(around(improving, best, start, size)) || improved;
  }
  return best;
}

/** A secondary cell with those that the same proofs rest on, and so on outwards. */
function around(
  { attack: { table }, proofs }: Improving,
  best: readonly number[],
  start: number,
  most: number,
): readonly number[] {
  const bases = [...proofs.values()].map(
    (alternatives) => new Set(alternatives.flatMap((each) => [...each.keys()].map((count) => table.cellOf[count]))),
  );
  const found = new Set([start]);
  for (const cell of found) {
    for (const basis of bases.filter((cells) => cells.has(cell))) {
      for (const other of best) if (basis.has(other) && found.size < most) found.add(other);
    }
  }
  return [...found];
}

interface Searching {
  /** Cells that stay hidden. */
  readonly kept: ReadonlySet<number>;
  /** What the choice has to cost less than. */
  readonly below: number;
  readonly work: { left: number };
}

/**
 * Goes from the relaxed choice to one of whole cells that no attack defeats, by holding what it wants most; where that gets
 * too dear, the last decision is turned round. Undefined where none is found.
 */
function searchWhole({ attack, master, cuts }: Improving, { kept, below, work }: Searching): Selection | undefined {
  const isLarge = attack.table.values.length >= wanted.largeFrom;
  const wantedShare = isLarge ? wanted.inLarge : wanted.inSmall;
  const program = master.open(kept);
  const decisions: (readonly Decision[])[] = [];
  let turned = 0;
  try {
    while (work.left > 0) {
      const before = program.programs;
      const selection = program.solve();
      work.left -= program.programs - before;
      if (!selection || Math.ceil(selection.cost - tolerance) >= below) {
        const last = decisions.pop();
        if (!last || turned === turns) return undefined;
        turned += 1;
        const [{ column, value }] = last as readonly [Decision];
        for (const other of last) program.fix(other.column, undefined);
        program.fix(column, value === 1 ? 0 : 1);
        continue;
      }
      const added = cuts.add(selection);
      const next = decide(master, selection, wantedShare);
      if (next.length > 0) {
        decisions.push(next);
        for (const { column, value } of next) program.fix(column, value);
      } else if (added === 0) return selection;
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
  { attack, proofs, needOf }: Improving,
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

function goalOf({ table }: Attack, { count, alternatives, need }: Proven): Goal {
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
