import type { Model } from "highs";

/** A linear programme: the least cost, within bounds. */
export interface LinearProgram {
  /** By column. */
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly whole: readonly boolean[];
  readonly rows: readonly ProgramRow[];
}

export interface ProgramRow {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** Solves linear programmes, with whole numbers where asked. The same programme has the same solution on any machine. */
export interface Solver {
  /** The best values found; undefined where there are none. */
  solve(program: LinearProgram): readonly number[] | undefined;
  dispose(): void;
}

/** A limit that is counted and not timed, so that a slow machine finds the same. */
const nodeLimit = 500;

/** Loads HiGHS; only data that has something to hide needs it. */
export async function loadSolver(): Promise<Solver> {
  const { default: loadHighs } = await import("highs");
  const highs = await loadHighs();
  const model: Model = highs.createModel();
  model.options.set({ output_flag: false, mip_max_nodes: nodeLimit });
  const { modelStatus } = highs.constants;
  return {
    solve({ costs, lower, upper, whole, rows }) {
      const starts = [0];
      const indices: number[] = [];
      const values: number[] = [];
      for (const { columns, factors } of rows) {
        indices.push(...columns);
        values.push(...factors);
        starts.push(indices.length);
      }
      const hasWhole = whole.some(Boolean);
      // Presolve costs more than it saves on small programmes without whole numbers.
      model.options.set("presolve", hasWhole || costs.length > 500 ? "choose" : "off");
      model.passModel({
        numCols: costs.length,
        numRows: rows.length,
        colCost: costs,
        colLower: lower,
        colUpper: upper,
        rowLower: rows.map((row) => row.lower),
        rowUpper: rows.map((row) => row.upper),
        matrix: { format: "csr", numRows: rows.length, numCols: costs.length, starts, indices, values },
        ...(hasWhole && {
          integrality: whole.map((isWhole) =>
            isWhole ? highs.constants.variableType.integer : highs.constants.variableType.continuous,
          ),
        }),
      });
      model.run();
      const status = model.getModelStatus();
      const solved = status === modelStatus.optimal || (status === modelStatus.solutionLimit && hasWhole);
      if (!solved) return undefined;
      const found = Array.from(model.getSolution().colValue);
      return found.length === costs.length && found.every(Number.isFinite) ? found : undefined;
    },
    dispose: () => model.dispose(),
  };
}
