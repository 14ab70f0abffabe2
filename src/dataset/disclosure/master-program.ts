import { type Attack, extentOf } from "./attack.ts";
import type { Shares } from "./attacker.ts";
import { isCandidate } from "./changes.ts";
import type { Proven } from "./is-proof.ts";
import { type OpenProgram, type ProgramRow, tolerance } from "./solver.ts";

/** How far a count has to rise and fall: one or the other of two choices. */
export interface Goal {
  readonly count: number;
  readonly choices: readonly { readonly up: number; readonly down: number }[];
}

/** The goal that a count's need sets: how far it has to move from the truth, by the alternatives found where a width is needed. */
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

/** A choice of cells, whole or in part. */
export interface Selection {
  readonly cost: number;
  readonly shares: Shares;
  /** By goal: how much of it takes the second choice. */
  readonly choices: readonly number[];
}

/**
 * The programme that chooses cells (the master problem of Benders): the least cost that keeps to what attacks have taught it
 * so far, each a row that says that one of some cells has to be hidden.
 */
export interface MasterProgram {
  /** Those that may be hidden: the first columns. */
  readonly cells: readonly number[];
  /** Each has a column after those of the cells: 1 where the goal takes its second choice. */
  readonly goals: readonly Goal[];
  columnOf(cell: number): number;
  /** Adds a row that has a lower bound. @returns whether it is new. */
  add(row: CutRow): boolean;
  /** The cheapest choice of whole cells that keeps to the rows that are of use; undefined where none is found. */
  solveWhole(asked: WholeQuestion): WholeSelection | undefined;
  /** What is left to choose with some cells hidden. Rows that are added later are known to it. */
  open(kept: ReadonlySet<number>): PartialProgram;
}

interface WholeQuestion {
  /** The cells to choose among. */
  readonly among: ReadonlySet<number>;
  /** What the choice has to cost less than. */
  readonly below: number;
  /** Nodes of the search. */
  readonly nodes: number;
}

interface WholeSelection extends Selection {
  /** Rows that it does not keep to, since they looked of no use: from now on they are asked for. */
  readonly broken: number;
}

/** At least `lower` of what the columns come to has to be hidden: no upper bound. */
export type CutRow = Pick<ProgramRow, "columns" | "factors" | "lower">;

/** The relaxed programme of what is left to choose: parts of cells may be hidden. */
export interface PartialProgram {
  /** The cheapest choice, the cells that are hidden anyway included: no whole choice costs less. Undefined where there is none. */
  solve(): Selection | undefined;
  /** Holds a column at 0 or 1, or lets it go. */
  fix(column: number, value: 0 | 1 | undefined): void;
  /** Programmes solved so far: several for one choice, where it breaks rows that were left out. */
  readonly programs: number;
  dispose(): void;
}

interface PooledRow extends CutRow {
  readonly id: string;
  /** When the programme last rested on it, by the number of partial programmes opened. */
  used: number;
}

/** Costs are whole numbers: a choice that is cheaper is so by one at least. */
const leastDifference = 1;

/** Partial programmes after which a row that none of them rested on is forgotten: an attack may find it again. */
const keptIdle = 20;

/** Rows for each column, beyond which a partial programme is made anew from those that it rests on. */
const rowsPerColumn = 2;

const cellsIn = (attack: Attack): Iterable<number> =>
  attack.part
    ? new Set(
        extentOf(attack)
          .map((count) => attack.table.cellOf[count] as number)
          .filter((cell) => cell >= 0),
      )
    : attack.table.gridOf.keys();

/** @param among cells that may be hidden, as far as they are shown: all of the table, if none are named. */
export function createMasterProgram(
  attack: Attack,
  goals: readonly Goal[],
  among: Iterable<number> = cellsIn(attack),
): MasterProgram {
  const { costOf, solver } = attack;
  const cells = [...among].filter((cell) => isCandidate(attack, cell));
  const columns = new Map(cells.map((cell, index) => [cell, index]));
  const costs = [...cells.map(costOf), ...goals.map(() => 0)];
  const upper = costs.map((_, column) => {
    const goal = goals[column - cells.length];
    return goal === undefined || goal.choices.length > 1 ? 1 : 0;
  });
  let rows: PooledRow[] = [];
  const known = new Set<string>();
  /** Rows that a choice of whole cells is asked to keep to: those that a relaxed one rested on, later ones, and those that one broke. */
  const useful = new Set<PooledRow>();
  let tight: readonly PooledRow[] = [];
  let seenByWhole = 0;
  let clock = 0;
  const selectionOf = (values: readonly number[]): Selection => ({
    cost: costs.reduce((sum, cost, column) => sum + cost * (values[column] as number), 0),
    shares: new Map(cells.map((cell, column) => [cell, Math.min(1, Math.max(0, values[column] as number))])),
    choices: goals.map((_, goal) => values[cells.length + goal] as number),
  });
  return {
    cells,
    goals,
    columnOf: (cell) => columns.get(cell) as number,
    add(row) {
      const id = `${row.columns.join()}|${row.factors.map((factor) => factor.toFixed(4)).join()}|${row.lower}`;
      if (known.has(id)) return false;
      known.add(id);
      rows.push({ ...row, id, used: clock });
      return true;
    },
    solveWhole({ among, below, nodes }) {
      for (const row of [...tight, ...rows.slice(seenByWhole)]) useful.add(row);
      tight = [];
      seenByWhole = rows.length;
      const isIn = (column: number) => column >= cells.length || among.has(cells[column] as number);
      const cheaper = { columns: [...costs.keys()], factors: costs, lower: 0, upper: below - leastDifference };
      const solution = solver.solve(
        {
          costs,
          lower: costs.map(() => 0),
          upper: upper.map((most, column) => (isIn(column) ? most : 0)),
          whole: costs.map(() => true),
          rows: [...Array.from(useful, (row) => ({ ...row, upper: Number.POSITIVE_INFINITY })), cheaper],
        },
        { nodes, isQuick: true },
      );
      if (!solution) return undefined;
      const values = solution.map(Math.round);
      const broken = rows.filter((row) => !useful.has(row) && isBroken(row, values));
      for (const row of broken) useful.add(row);
      return { ...selectionOf(values), broken: broken.length };
    },
    open(kept) {
      clock += 1;
      const idle = rows.filter(({ used }) => clock - used > keptIdle);
      for (const { id } of idle) known.delete(id);
      if (idle.length > 0) rows = rows.filter(({ used }) => clock - used <= keptIdle);
      const fixed = upper.map((most, column): number | undefined =>
        kept.has(cells[column] ?? -1) ? 1 : most === 0 ? 0 : undefined,
      );
      const free = [...costs.keys()].filter((column) => fixed[column] === undefined);
      const own = new Map(free.map((column, index) => [column, index]));
      const pool = rows;
      let seen = pool.length;
      /** Rows that the programme knows, and those that it does not until a choice breaks them: few of them all are of use. */
      let held: PooledRow[] = [];
      let waiting: readonly PooledRow[] = [];
      let programs = 0;
      const decided = new Map<number, 0 | 1>();
      const openWith = (chosen: readonly PooledRow[]): OpenProgram => {
        held = [];
        return solver.open({
          costs: free.map((column) => costs[column] as number),
          lower: free.map((column) => decided.get(column) ?? 0),
          upper: free.map((column) => decided.get(column) ?? 1),
          whole: [],
          rows: chosen.flatMap(reduced),
        });
      };
      const reduced = (row: PooledRow): readonly ProgramRow[] => {
        const left = reduceRow(row, fixed, own);
        if (!left) return [];
        held.push(row);
        return [left];
      };
      const isRecent = ({ used }: PooledRow) => used >= clock - 1;
      waiting = pool.filter((row) => !isRecent(row));
      let program = openWith(pool.filter(isRecent));
      /** The choice that keeps to every row. */
      const solveAll = (): readonly number[] | undefined => {
        for (;;) {
          programs += 1;
          const solution = program.solve();
          if (!solution) return undefined;
          const values = fixed.map((value) => value ?? 0);
          for (const [index, column] of free.entries()) values[column] = solution[index] as number;
          const broken = new Set(waiting.filter((row) => isBroken(row, values)));
          if (broken.size === 0) return values;
          waiting = waiting.filter((row) => !broken.has(row));
          for (const row of broken) for (const left of reduced(row)) program.addRow(left);
        }
      };
      return {
        get programs() {
          return programs;
        },
        solve() {
          for (const row of pool.slice(seen)) for (const left of reduced(row)) program.addRow(left);
          seen = pool.length;
          const values = solveAll();
          if (!values) return undefined;
          const duals = program.rowDuals();
          tight = held.filter((_, index) => (duals[index] as number) > tolerance);
          for (const row of tight) row.used = clock;
          seenByWhole = pool.length;
          if (held.length > rowsPerColumn * free.length) {
            const kept = new Set(tight);
            waiting = [...waiting, ...held.filter((row) => !kept.has(row))];
            program.dispose();
            program = openWith(tight);
          }
          return selectionOf(values);
        },
        fix(column, value) {
          const index = own.get(column);
          if (index === undefined) return;
          if (value === undefined) decided.delete(column);
          else decided.set(column, value);
          program.setBounds(index, value ?? 0, value ?? 1);
        },
        dispose: () => program.dispose(),
      };
    },
  };
}

function isBroken({ columns, factors, lower }: CutRow, values: readonly number[]): boolean {
  let sum = 0;
  for (let index = 0; index < columns.length; index += 1)
    sum += (factors[index] as number) * (values[columns[index] as number] as number);
  return sum < lower - tolerance;
}

/** A row in terms of the columns that are not fixed; undefined where it holds whatever these are. */
function reduceRow(
  row: CutRow,
  fixed: readonly (number | undefined)[],
  own: ReadonlyMap<number, number>,
): ProgramRow | undefined {
  const columns: number[] = [];
  const factors: number[] = [];
  let { lower } = row;
  let least = 0;
  for (const [index, column] of row.columns.entries()) {
    const factor = row.factors[index] as number;
    const value = fixed[column];
    if (value === undefined) {
      columns.push(own.get(column) as number);
      factors.push(factor);
      least += Math.min(0, factor);
    } else lower -= factor * value;
  }
  return least < lower - tolerance ? { columns, factors, lower, upper: Number.POSITIVE_INFINITY } : undefined;
}
