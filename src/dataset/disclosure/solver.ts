import type { Highs, Model } from "highs";

/** A linear programme: the least cost, within bounds. */
export interface LinearProgram {
  /** By column. */
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly whole: readonly boolean[];
  readonly rows: readonly ProgramRow[];
}

/** The sum of factor times column lies between `lower` and `upper`; both may be infinite. `columns` and `factors` are of one length. */
export interface ProgramRow {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** Solves linear programmes, with whole numbers where asked. The same programme has the same solution on any machine. */
export interface Solver {
  /** The best values found; undefined where there are none. */
  solve(program: LinearProgram, search?: WholeSearch): readonly number[] | undefined;
  /** Whether the last search for whole numbers came to its end: otherwise there may be some where none were found. */
  readonly isSure: boolean;
  /** Programmes that `solve` was given so far: a measure of work that is the same on every machine. */
  readonly programs: number;
  /** All that the programmes took that were kept: another. */
  readonly pivots: number;
  /** What the searches for whole numbers took: a third. */
  readonly wholePivots: number;
  /** Keeps a programme without whole numbers, of which something changes between one solution and the next. */
  open(program: LinearProgram, changing?: Changing): OpenProgram;
  dispose(): void;
}

/** How whole numbers are searched for. */
export interface WholeSearch {
  /** Limits the search: counted and not timed, so that a slow machine finds the same. */
  readonly nodes: number;
  /** Branches at once, without trying first where to, and ends where nothing is left that is better by one: costs have to be whole. */
  readonly isQuick: boolean;
  /** Without presolve, which takes a little of what is possible now and then. */
  readonly isAsIs?: boolean;
}

/**
 * What of a programme changes from one solution to the next: with other bounds or rows the last solution is still the cheapest and may
 * not be allowed (dual simplex); with other costs it is still allowed and may not be the cheapest (primal simplex).
 */
export type Changing = "bounds" | "costs";

/** A programme that is kept by HiGHS; whoever opens it disposes of it. */
export interface OpenProgram {
  setBounds(column: number, lower: number, upper: number): void;
  /** The bounds of all columns at once: quicker than many by themselves. */
  setAllBounds(lower: Float64Array, upper: Float64Array): void;
  setCost(column: number, cost: number): void;
  addRow(row: ProgramRow): void;
  /** Starts from the last solution, so that a small change takes a few pivots. */
  solve(): ArrayLike<number> | undefined;
  /** The reduced cost of each column in the last solution. */
  duals(): ArrayLike<number>;
  /** The dual of each row in the last solution: nothing where the row holds by itself. */
  rowDuals(): ArrayLike<number>;
  /** All that it took so far. */
  readonly pivots: number;
  dispose(): void;
}

/**
 * How far what stands in a solution may be from what it ought to be: HiGHS keeps to rows and bounds within a tenth of this.
 */
export const tolerance = 1e-6;

/** Whether a number of a solution is a whole one. */
export const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < tolerance;

const thorough: WholeSearch = { nodes: 500, isQuick: false };

/** Options of HiGHS: those that it has by itself, and those of a quick search. */
const searchOptions = {
  thorough: {
    mip_abs_gap: 1e-6,
    mip_pscost_minreliable: 8,
    mip_detect_symmetry: true,
    mip_allow_restart: true,
  },
  quick: {
    mip_abs_gap: 0.999,
    mip_pscost_minreliable: 0,
    mip_detect_symmetry: false,
    mip_allow_restart: false,
  },
} as const;

/** The `simplex_strategy` of HiGHS. */
const strategies: Readonly<Record<Changing, number>> = { bounds: 1, costs: 4 };

/** Pivots that one solution may take from the last. */
const pivotLimit = 5000;

/** HiGHS in memory of its own that nobody uses any more: to make one takes longer than to solve what most tables ask. */
let spare: Highs | undefined;

/** Columns of a programme. What larger ones took of memory is given back: HiGHS keeps it for as long as it is there. */
const largestKept = 2000;

/** Loads HiGHS; only data that has something to hide needs it. `dispose` leaves it to the next who asks. */
export async function loadSolver(): Promise<Solver> {
  const { default: loadHighs } = await import("highs");
  const highs = spare ?? (await loadHighs());
  spare = undefined;
  let isKept = true;
  const run = (asked: Model, columns: number) => {
    if (columns > largestKept) isKept = false;
    try {
      asked.run();
    } catch (error) {
      isKept = false;
      throw error;
    }
  };
  const { modelStatus, variableType } = highs.constants;
  const model: Model = highs.createModel();
  const all = new Set([model]);
  model.options.set({ output_flag: false });
  let programs = 0;
  let allPivots = 0;
  let wholePivots = 0;
  let isSure = true;
  return {
    get isSure() {
      return isSure;
    },
    get programs() {
      return programs;
    },
    get pivots() {
      return allPivots;
    },
    get wholePivots() {
      return wholePivots;
    },
    solve(program, { nodes, isQuick, isAsIs = false } = thorough) {
      const { costs, whole } = program;
      const hasWhole = whole.some(Boolean);
      programs += 1;
      // Presolve costs more than it saves on small programmes without whole numbers.
      model.options.set({
        presolve: !isAsIs && (hasWhole || costs.length > 500) ? "choose" : "off",
        mip_max_nodes: nodes,
        mip_feasibility_tolerance: isAsIs ? tolerance / 1000 : tolerance,
        ...searchOptions[isQuick ? "quick" : "thorough"],
      });
      model.passModel({
        ...dataOf(program),
        ...(hasWhole && {
          integrality: whole.map((isWhole) => (isWhole ? variableType.integer : variableType.continuous)),
        }),
      });
      run(model, costs.length);
      if (hasWhole) wholePivots += Number(model.info.get("simplex_iteration_count"));
      const status = model.getModelStatus();
      isSure = status === modelStatus.optimal || status === modelStatus.infeasible;
      const solved = status === modelStatus.optimal || (status === modelStatus.solutionLimit && hasWhole);
      if (!solved) return undefined;
      const found = Array.from(model.getSolution().colValue);
      return found.length === costs.length && found.every(Number.isFinite) ? found : undefined;
    },
    open(program, changing = "bounds") {
      const opened: Model = highs.createModel(dataOf(program));
      all.add(opened);
      opened.options.set({
        output_flag: false,
        presolve: "off",
        simplex_iteration_limit: pivotLimit,
        simplex_strategy: strategies[changing],
      });
      let pivots = 0;
      return {
        get pivots() {
          return pivots;
        },
        setBounds: (column, lower, upper) => void opened.changeColBounds(column, lower, upper),
        setAllBounds: (lower, upper) =>
          void opened.changeColsBounds({ kind: "range", from: 0, to: lower.length - 1 }, lower, upper),
        setCost: (column, cost) => void opened.changeColCost(column, cost),
        addRow: ({ columns, factors, lower, upper }) =>
          void opened.addRow(lower, upper, { indices: columns, values: factors }),
        duals: () => opened.getSolution().colDual,
        rowDuals: () => opened.getSolution().rowDual,
        solve() {
          run(opened, program.costs.length);
          const own = Number(opened.info.get("simplex_iteration_count"));
          pivots += own;
          allPivots += own;
          return opened.getModelStatus() === modelStatus.optimal ? opened.getSolution().colValue : undefined;
        },
        dispose() {
          opened.dispose();
          all.delete(opened);
        },
      };
    },
    dispose() {
      for (const opened of all) opened.dispose();
      if (isKept) spare = highs;
    },
  };
}

function dataOf({ costs, lower, upper, rows }: LinearProgram) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { columns, factors } of rows) {
    // One by one: a row may have more columns than a call takes arguments.
    for (const column of columns) indices.push(column);
    for (const factor of factors) values.push(factor);
    starts.push(indices.length);
  }
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: { format: "csr" as const, numRows: rows.length, numCols: costs.length, starts, indices, values },
  };
}
