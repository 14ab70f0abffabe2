import { type Dataset, type DatasetSpec, loadSolver, type Solver } from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
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
/** What a hidden count may be, and what it is not. */
const small = [1, 2, 3, 4] as const;
const others = [5, 0, 6, 7, 8, 9] as const;

/**
 * The categories whose rows readers see and that say hidden counts by all sums that fit, read together: where several sums share parts, what is left of
 * one may be what another lacks. One that closes all, if there is one; else all that may.
 */
export async function sumsThatTell(input: Input): Promise<ReadonlyMap<string, readonly string[]>> {
  const program = programOf(input);
  if (!program) return new Map();
  const solver = await loadSolver();
  try {
    return rowsToLeave(input, withoutContradictions(program, solver), solver);
  } finally {
    solver.dispose();
  }
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

function programOf({ dataset, shown, spec, sums: found }: Input): Program | undefined {
  // Of more, those that are declared or have few parts: many are chance.
  const sums = found
    .toSorted((a, b) => Number(b.isDeclared) - Number(a.isDeclared) || a.parts.length - b.parts.length)
    .slice(0, mostSums);
  const keyOf = ({ measure, at }: Pick<Dataset["observations"][number], "measure" | "at">) =>
    JSON.stringify([measure, Object.keys(spec.dimensions).map((id) => at[id])]);
  const seen = new Map(shown.observations.map((own) => [keyOf(own), own.cell]));
  // Also of rows that are left out: what they say may be what is left of others.
  const counts = dataset.observations.filter((own) => spec.measures[own.measure]?.statType === "count");
  if (counts.length > mostFigures) return undefined;
  const figures = counts.map((own): Figure => {
    const cell = seen.get(keyOf(own));
    const value = cell?.state === "value" ? cell.value : undefined;
    const isHidden = value === undefined;
    const isUnknown = own.cell.state === "suppressed";
    const counted = own.cell.state === "value" ? own.cell.value : undefined;
    const isCount = small.some((one) => one === counted);
    return { at: own.at, value, isSmall: isHidden && (isUnknown || isCount), isUnknown };
  });
  const hidden = figures.filter(({ isSmall }) => isSmall).length;
  if (hidden === 0 || hidden > mostHidden) return undefined;
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

/** What figures may be, where some are known: undefined where they cannot be. */
function solutionOf(
  { figures, sums }: Program,
  solver: Solver,
  {
    left,
    fixed,
  }: { readonly left?: (figure: Figure) => boolean; readonly fixed?: readonly [index: number, value: number] } = {},
): readonly number[] | undefined {
  const known = figures.map((figure, index) => {
    if (fixed?.[0] === index) return fixed[1];
    return left?.(figure) ? undefined : figure.value;
  });
  return solver.solve({
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

/** Sums that fit each for itself may not hold together, where somebody has hidden figures: those that do, from the first on. */
function withoutContradictions(program: Program, solver: Solver): Program {
  if (solutionOf(program, solver)) return program;
  const sums: Program["sums"][number][] = [];
  for (const sum of program.sums) if (solutionOf({ ...program, sums: [...sums, sum] }, solver)) sums.push(sum);
  return { ...program, sums };
}

/** Whether a hidden count cannot be any small one, or nothing else, where readers see no rows of some categories. */
function isTold(program: Program, solver: Solver, left?: (figure: Figure) => boolean): boolean {
  const { figures } = program;
  const possible = figures.map(() => new Set<number>());
  const may = (index: number, value: number) => {
    if (possible[index]?.has(value)) return true;
    const found = solutionOf(program, solver, { fixed: [index, value], ...defined({ left }) });
    for (const [at, own] of (found ?? []).entries()) possible[at]?.add(Math.round(own));
    return found !== undefined;
  };
  return figures.some((figure, index) => {
    if (!figure.isSmall) return false;
    // Nobody here knows what one is that somebody has hidden before.
    const isAnySmall = figure.isUnknown || small.every((value) => may(index, value));
    return !isAnySmall || !others.some((value) => may(index, value));
  });
}

function rowsToLeave({ spec, sums }: Input, program: Program, solver: Solver): ReadonlyMap<string, readonly string[]> {
  if (!isTold(program, solver)) return new Map();
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
