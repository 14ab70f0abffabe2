import type { Alternative, Attack } from "./attack.ts";
import { type Attacker, type Ceiling, createAttacker, type Shares } from "./attacker.ts";
import { isCandidate } from "./changes.ts";
import type { Need } from "./need.ts";
import { protectCount } from "./protect-count.ts";
import { prove } from "./prove.ts";
import { secondariesOf } from "./publication.ts";
import { showAgain } from "./show-again.ts";
import type { ProgramRow } from "./solver.ts";

type Proofs = Map<number, readonly Alternative[]>;

/** Counts of a table whose cells are chosen by one programme. */
const largestTable = 700;
/** Pivots of the attacks, and times that the relaxed choice is attacked. */
const pivotLimit = 60_000;
const relaxedRounds = 40;
/** Rounds that may pass without a dearer relaxed choice. */
const patience = 4;
/** Times that a choice in whole cells is attacked: fewer in a large table, where each takes longer. */
const wholeRounds = { least: 3, most: 12, timesCounts: 1600 };
/** The cells that it is made among, beside those chosen before, and the nodes of each programme. */
const mostCells = 100;
const nodeLimit = 20;
const tolerance = 1e-6;

/**
 * Chooses all secondary cells of a table anew, by cutting planes (Fischetti and Salazar 2001): a programme with a yes or no
 * for each cell, to which each attack that succeeds adds that one of the cells that would have defeated it has to be
 * hidden. Keeps the choice if it costs less and every count is proven with it.
 */
export function chooseTogether(attack: Attack, proofs: Proofs, needOf: (count: number) => Need): void {
  const { table, publication, costOf } = attack;
  if (!isWithin(attack, largestTable)) return;
  const counts = [...table.values.keys()];
  const secondaries = secondariesOf(table, publication);
  const cost = sumOf(secondaries, costOf);
  if (cost <= 1) return;
  const goals = [...proofs].map(([count, alternatives]) =>
    goalOf(attack, { count, alternatives, need: needOf(count) }),
  );
  for (const cell of secondaries) publication.setStatus(cell, "shown");
  const attacker = createAttacker(attack, counts);
  const master = createMaster(attack, goals);
  try {
    relax(master, attacker);
    let best: readonly number[] = secondaries;
    const { least, most, timesCounts } = wholeRounds;
    const rounds = Math.max(least, Math.min(most, Math.floor(timesCounts / counts.length)));
    for (let round = 0; round < rounds && attacker.pivots < pivotLimit; round += 1) {
      const chosen = master.solveWhole(best, sumOf(best, costOf));
      if (!chosen) break;
      const repaired = adopt(attack, { cells: chosen, below: sumOf(best, costOf), proofs, needOf });
      if (repaired) best = repaired;
      const shares = new Map(master.cells.map((cell) => [cell, chosen.includes(cell) ? 1 : 0]));
      if (addCuts(master, attacker, { shares, choices: master.choicesOfLast() }) === 0) break;
    }
    for (const cell of best) publication.setStatus(cell, "secondary");
  } finally {
    attacker.dispose();
    master.dispose();
  }
}

/** Whether a table has no more counts than so many, with those that its relations bring along: totals that no row has. */
function isWithin({ table, relations }: Attack, most: number): boolean {
  for (let count = 0; count < table.values.length && table.values.length <= most; count += 1) relations.of(count);
  return table.values.length <= most;
}

/** Attacks the relaxed choice, of parts of cells, until it holds or hardly gets dearer. */
function relax(master: Master, attacker: Attacker): void {
  let least = 0;
  let waiting = 0;
  for (let round = 0; round < relaxedRounds && waiting < patience && attacker.pivots < pivotLimit; round += 1) {
    const relaxed = master.solveRelaxed();
    if (!relaxed) return;
    waiting = relaxed.cost > least * 1.002 ? 0 : waiting + 1;
    least = Math.max(least, relaxed.cost);
    if (addCuts(master, attacker, relaxed) === 0) return;
  }
}

interface Adopting {
  readonly cells: readonly number[];
  readonly below: number;
  readonly proofs: Proofs;
  readonly needOf: (count: number) => Need;
}

/**
 * Proves all counts with some cells hidden, further ones where it takes them, and fewer where it does not. Leaves none hidden.
 * @returns the cells, if they cost less than so much.
 */
function adopt(attack: Attack, { cells, below, proofs, needOf }: Adopting): readonly number[] | undefined {
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

/** How far a count has to rise and fall: one or the other of two choices. */
interface Goal {
  readonly count: number;
  readonly choices: readonly { readonly up: number; readonly down: number }[];
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

interface Relaxed {
  readonly cost: number;
  readonly shares: Shares;
  /** By goal: how much of it takes the second choice. */
  readonly choices: readonly number[];
}

/** The programme that chooses cells, and what attacks taught it. */
interface Master {
  readonly cells: readonly number[];
  readonly goals: readonly Goal[];
  /** The cells of each sum that a reader can tell, where none of it is hidden anyway. */
  readonly sums: readonly (readonly number[])[];
  solveRelaxed(): Relaxed | undefined;
  /** A choice of whole cells among those that the relaxed one wants most, and those chosen before; undefined where none costs less. */
  solveWhole(before: readonly number[], below: number): readonly number[] | undefined;
  choicesOfLast(): readonly number[];
  /** One of some cells has to be hidden. @returns whether that is new. */
  add(row: ProgramRow): boolean;
  columnOf(cell: number): number;
  choiceColumn(goal: number): number;
  dispose(): void;
}

function createMaster(attack: Attack, goals: readonly Goal[]): Master {
  const { costOf, solver, table } = attack;
  const cells = [...table.gridOf.keys()].filter((cell) => isCandidate(attack, cell));
  const columns = new Map(cells.map((cell, index) => [cell, index]));
  const costs = [...cells.map(costOf), ...goals.map(() => 0)];
  const upper = costs.map((_, column) =>
    column < cells.length || (goals[column - cells.length] as Goal).choices.length > 1 ? 1 : 0,
  );
  const base = { costs, lower: costs.map(() => 0), whole: costs.map(() => true) };
  const program = solver.open({ ...base, upper, whole: [], rows: [] });
  const rows: ProgramRow[] = [];
  const known = new Set<string>();
  let last: { readonly values: ArrayLike<number>; readonly duals: ArrayLike<number> } | undefined;
  let choices: readonly number[] = goals.map(() => 0);
  return {
    cells,
    goals,
    sums: sumsOf(attack),
    columnOf: (cell) => columns.get(cell) as number,
    choiceColumn: (goal) => cells.length + goal,
    add(row) {
      const id = `${row.columns.join()}|${row.factors.map((factor) => factor.toFixed(4)).join()}|${row.lower}`;
      if (known.has(id)) return false;
      known.add(id);
      rows.push(row);
      program.addRow(row);
      return true;
    },
    solveRelaxed() {
      const values = program.solve();
      if (!values) return undefined;
      last = { values, duals: program.duals() };
      return {
        cost: costs.reduce((sum, cost, column) => sum + cost * (values[column] as number), 0),
        shares: new Map(cells.map((cell, column) => [cell, Math.min(1, Math.max(0, values[column] as number))])),
        choices: goals.map((_, goal) => values[cells.length + goal] as number),
      };
    },
    solveWhole(before, below) {
      const wanted = new Set(before.map((cell) => columns.get(cell) as number));
      const { values, duals } = last ?? { values: [], duals: [] };
      const reduced = (column: number) => ((values[column] ?? 0) > tolerance ? -1 : (duals[column] ?? 0));
      const order = [...cells.keys()].sort((a, b) => reduced(a) - reduced(b) || a - b);
      for (const column of order.slice(0, mostCells)) wanted.add(column);
      const solution = solver.solve(
        {
          ...base,
          upper: upper.map((most, column) => (column < cells.length && !wanted.has(column) ? 0 : most)),
          rows: [
            ...rows,
            {
              columns: [...cells.keys()],
              factors: cells.map(costOf),
              lower: Number.NEGATIVE_INFINITY,
              upper: below - 1,
            },
          ],
        },
        nodeLimit,
      );
      if (!solution) return undefined;
      choices = goals.map((_, goal) => Math.round(solution[cells.length + goal] as number));
      return cells.filter((_, column) => (solution[column] as number) > 0.5);
    },
    choicesOfLast: () => choices,
    dispose: () => program.dispose(),
  };
}

function sumsOf({ table, relations, publication }: Attack): readonly (readonly number[])[] {
  if (publication.rule.base > 1) return [];
  const found = new Set(
    [...table.values.keys()].flatMap((count) => relations.of(count).map(({ relation }) => relation)),
  );
  return [...found]
    .filter(({ kind, counts }) => kind === "equal" && !counts.some((count) => publication.isHidden(count)))
    .map(({ counts }) => [...new Set(counts.map((count) => table.cellOf[count] as number))])
    .map((cells) => cells.filter((cell) => isCandidate({ table, publication }, cell)));
}

/** Attacks a choice, and tells the programme what would have defeated each attack. @returns how many succeeded. */
function addCuts(master: Master, attacker: Attacker, { shares, choices }: Pick<Relaxed, "shares" | "choices">): number {
  let added = addCompanions(master, shares);
  const asked = master.goals.flatMap(({ count, choices: ways }, goal) =>
    ([1, -1] as const).map((sign) => {
      const [first = 0, second = first] = ways.map(({ up, down }) => (sign > 0 ? up : down));
      const share = choices[goal] as number;
      return { count, goal, sign, first, second, by: Math.ceil(first + share * (second - first) - tolerance) };
    }),
  );
  asked.sort((a, b) => a.by - b.by || a.count - b.count);
  for (const { count, goal, sign, first, second, by } of asked) {
    if (by <= 0) continue;
    const ceiling = attacker.ceiling(shares, { count, sign, by });
    if (!ceiling) continue;
    const always = cutOf(master, ceiling, Math.min(first, second));
    if (always && master.add({ ...always, lower: 1, upper: Number.POSITIVE_INFINITY })) added += 1;
    if (first === second) continue;
    const cut = cutOf(master, ceiling, Math.max(first, second));
    if (!cut) continue;
    // Holds only for the choice that asks for more.
    const columns = [...cut.columns, master.choiceColumn(goal)];
    const factors = [...cut.factors, first > second ? 1 : -1];
    if (master.add({ columns, factors, lower: first > second ? 1 : 0, upper: Number.POSITIVE_INFINITY })) added += 1;
  }
  return added;
}

/** Nothing is won by hiding one cell alone of a sum: those that the choice hides so get a companion there. */
function addCompanions({ sums, columnOf, add }: Master, shares: Shares): number {
  let added = 0;
  for (const sum of sums) {
    const total = sumOf(sum, (cell) => shares.get(cell) ?? 0);
    for (const cell of sum) {
      const share = shares.get(cell) ?? 0;
      if (total - share > share - 1e-4) continue;
      const others = sum.filter((other) => other !== cell);
      const columns = [columnOf(cell), ...others.map(columnOf)];
      if (add({ columns, factors: [-1, ...others.map(() => 1)], lower: 0, upper: Number.POSITIVE_INFINITY }))
        added += 1;
    }
  }
  return added;
}

/** The cells without which a count does not go so far, each by its part in it; undefined where it can. */
function cutOf(master: Master, { least, adds }: Ceiling, by: number) {
  const missing = by - least;
  if (missing < tolerance) return undefined;
  const columns: number[] = [];
  const factors: number[] = [];
  for (const [cell, more] of adds) {
    columns.push(master.columnOf(cell));
    factors.push(Math.min(1, more / missing));
  }
  return { columns, factors };
}

const sumOf = (cells: readonly number[], costOf: (cell: number) => number): number =>
  cells.reduce((sum, cell) => sum + costOf(cell), 0);
