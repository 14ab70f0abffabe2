import { type Dataset, type DatasetSpec, type LinearProgram, loadSolver, type Solver } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import type { Sum } from "./figures-beside.ts";
import { namesInColumn } from "./totals-of-some.ts";

/** Categories of one dimension that add up to another in all figures, as far as these are known. */
export interface FittingSum extends Sum {
  readonly dimension: string;
  /** Whether the definition says of the whole that it is one. */
  readonly isDeclared: boolean;
}

interface Input {
  /** As it is read, before any protection. */
  readonly dataset: Dataset;
  /** What readers see of it. */
  readonly shown: Dataset;
  readonly spec: DatasetSpec;
  readonly sums: readonly FittingSum[];
}

/** Of more figures, or more hidden ones, the search would take longer than a first guess may. */
const [mostFigures, mostHidden, mostSums] = [600, 80, 400];
/** So often it is asked what figures may be: counted and not timed, so that a slow machine finds the same. */
const mostSearches = 1000;
/** What a hidden count may be, and what it is not. */
const small = [1, 2, 3, 4] as const;
const others = [5, 0, 6, 7, 8, 9] as const;

export interface Telling {
  /** Categories by dimension: one that closes all, if there is one; else all that may. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** Why not all sums were read together, where they were not. */
  readonly cut: string | undefined;
}

/**
 * The categories whose rows readers see and that say hidden counts by all sums that fit, read together: where several sums share parts, what is left of
 * one may be what another lacks.
 */
export async function sumsThatTell(input: Input): Promise<Telling> {
  const all = programOf(input);
  const hidden = all.figures.filter(({ isSmall }) => isSmall).length;
  if (hidden === 0) return { rows: new Map(), cut: undefined };
  if (all.figures.length > mostFigures || hidden > mostHidden)
    return { rows: new Map(), cut: `${all.figures.length} figures, ${hidden} of them small counts that are hidden` };
  const solver = createSureness(await loadSolver());
  try {
    const program = withoutContradictions(all, solver);
    const rows = rowsToLeave(input, program, solver);
    return { rows: rows ?? new Map(), cut: whyCut(input, rows, solver) };
  } finally {
    solver.dispose();
  }
}

function whyCut({ sums }: Input, rows: Telling["rows"] | undefined, { isSure }: SureSolver): string | undefined {
  if (rows?.size === 0) return "rows that cannot be left out by a name";
  if (sums.length > mostSums) return `${sums.length} sums that may be`;
  return isSure ? undefined : "too many ways to make them up";
}

/** A solver that remembers whether all of its searches came to their end. */
function createSureness(solver: Solver): SureSolver {
  let isSure = true;
  return {
    get isSure() {
      return isSure;
    },
    find(program) {
      if (solver.programs >= mostSearches) {
        isSure = false;
        return { solution: undefined, isPossible: true };
      }
      const solution = solver.solve(program);
      const isEnded = solution !== undefined || solver.isSure;
      isSure &&= isEnded;
      return { solution, isPossible: solution !== undefined || !isEnded };
    },
    dispose: () => solver.dispose(),
  };
}

interface SureSolver extends Pick<Solver, "isSure" | "dispose"> {
  /** Whether there may be a solution: where a search ends early, nobody knows. */
  find(program: LinearProgram): { readonly solution: readonly number[] | undefined; readonly isPossible: boolean };
}

interface Figure {
  readonly at: Readonly<Record<string, string | undefined>>;
  /** What readers see. */
  readonly value: number | undefined;
  /** Whether it is a small count, by what the file says or by its marker. */
  readonly isSmall: boolean;
  /** Whether somebody has hidden it before. */
  readonly isUnknown: boolean;
}

interface Program {
  readonly figures: readonly Figure[];
  /** The number of a whole and of its parts. */
  readonly sums: readonly (readonly [whole: number, parts: readonly number[]])[];
}

function programOf({ dataset, shown, spec, sums: found }: Input): Program {
  // Of more, those that are declared or have few parts: many are chance.
  const sums = found
    .toSorted((a, b) => Number(b.isDeclared) - Number(a.isDeclared) || a.parts.length - b.parts.length)
    .slice(0, mostSums);
  const keyOf = ({ measure, at }: Pick<Dataset["observations"][number], "measure" | "at">) =>
    JSON.stringify([measure, Object.keys(spec.dimensions).map((id) => at[id])]);
  const seen = new Map(shown.observations.map((own) => [keyOf(own), own.cell]));
  // Also of rows that are left out: what they say may be what is left of others.
  const counts = dataset.observations.filter((own) => spec.measures[own.measure]?.statType === "count");
  const figures = counts.map((own): Figure => {
    const cell = seen.get(keyOf(own));
    const value = cell?.state === "value" ? cell.value : undefined;
    const isHidden = value === undefined;
    const isUnknown = own.cell.state === "suppressed";
    const counted = own.cell.state === "value" ? own.cell.value : undefined;
    const isCount = small.some((one) => one === counted);
    return { at: own.at, value, isSmall: isHidden && (isUnknown || isCount), isUnknown };
  });
  const numbers = new Map(counts.map((own, index) => [keyOf(own), index]));
  const all = [
    ...counts.flatMap(({ measure, at }, index) =>
      sums.flatMap(({ dimension, whole, parts }) =>
        at[dimension] === whole
          ? [[index, parts.map((part) => numbers.get(keyOf({ measure, at: { ...at, [dimension]: part } })))] as const]
          : [],
      ),
    ),
    ...counts.flatMap(({ measure, at }, index) =>
      (spec.sums ?? []).flatMap((own) =>
        own.whole === measure
          ? [[index, own.parts.map((part) => numbers.get(keyOf({ measure: part, at })))] as const]
          : [],
      ),
    ),
  ];
  // A part that no row has is nothing.
  return { figures, sums: all.map(([whole, parts]) => [whole, parts.flatMap((part) => part ?? [])]) };
}

/** What figures may be, where some are known. */
function solutionOf(
  { figures, sums }: Program,
  solver: SureSolver,
  {
    left,
    fixed,
  }: { readonly left?: (figure: Figure) => boolean; readonly fixed?: readonly [index: number, value: number] } = {},
): ReturnType<SureSolver["find"]> {
  const known = figures.map((figure, index) => {
    if (fixed?.[0] === index) return fixed[1];
    return left?.(figure) ? undefined : figure.value;
  });
  return solver.find({
    costs: figures.map(() => 0),
    lower: known.map((value) => value ?? 0),
    upper: known.map((value) => value ?? Number.POSITIVE_INFINITY),
    whole: figures.map(() => true),
    rows: sums.map(([whole, parts]) => ({
      columns: [whole, ...parts],
      factors: [1, ...parts.map(() => -1)],
      lower: 0,
      upper: 0,
    })),
  });
}

/** Sums that fit each for itself may not hold together, where somebody has hidden figures: those that do or may, from the first on. */
function withoutContradictions(program: Program, solver: SureSolver): Program {
  if (solutionOf(program, solver).isPossible) return program;
  const sums: Program["sums"][number][] = [];
  for (const sum of program.sums)
    if (solutionOf({ ...program, sums: [...sums, sum] }, solver).isPossible) sums.push(sum);
  return { ...program, sums };
}

/**
 * Whether a hidden count cannot be any small one, or nothing else, where readers see no rows of some categories. One of which nobody found in time that it can
 * is told.
 */
function isTold(program: Program, solver: SureSolver, left?: (figure: Figure) => boolean): boolean {
  const { figures } = program;
  const possible = figures.map(() => new Set<number>());
  const may = (index: number, value: number) => {
    if (possible[index]?.has(value)) return true;
    const { solution } = solutionOf(program, solver, { fixed: [index, value], ...defined({ left }) });
    for (const [at, own] of (solution ?? []).entries()) possible[at]?.add(Math.round(own));
    return solution !== undefined;
  };
  return figures.some((figure, index) => {
    if (!figure.isSmall) return false;
    // Nobody here knows what one is that somebody has hidden before.
    const isAnySmall = figure.isUnknown || small.every((value) => may(index, value));
    return !isAnySmall || !others.some((value) => may(index, value));
  });
}

/** The rows that tell hidden counts; undefined where none do. */
function rowsToLeave({ spec, sums }: Input, program: Program, solver: SureSolver): Telling["rows"] | undefined {
  if (!isTold(program, solver)) return undefined;
  const isShown = ({ dimension, whole }: FittingSum) =>
    program.figures.some(({ at, value }) => at[dimension] === whole && value !== undefined);
  const wholes = [...new Map(sums.map((own) => [JSON.stringify([own.dimension, own.whole]), own])).values()].filter(
    (own) => isShown(own) && namesInColumn(spec.layout, own.dimension) !== undefined,
  );
  const told = [wholes.filter((own) => !own.isDeclared), wholes.filter((own) => own.isDeclared)].filter(
    ({ length }) => length > 0,
  );
  for (const some of told) {
    const closing = some.find(
      ({ dimension, whole }) => !isTold(program, solver, (figure) => figure.at[dimension] === whole),
    );
    if (closing) return new Map([[closing.dimension, [closing.whole]]]);
  }
  const [all = []] = told;
  return new Map(
    [...new Set(all.map(({ dimension }) => dimension))].map((dimension) => [
      dimension,
      all.filter((own) => own.dimension === dimension).map(({ whole }) => whole),
    ]),
  );
}
