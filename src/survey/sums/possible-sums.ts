import type { Dataset } from "../../dataset/index.ts";
import {
  addTo,
  areMore,
  type Column,
  type Figure,
  type Figures,
  isOver,
  most,
  type RunningSum,
  readColumns,
  runningSums,
  type Sum,
  sumOf,
} from "./figures-beside.ts";
import { isNoSum, sumsOf, type Tiling } from "./tilings.ts";

/**
 * Of so few categories any set may be a sum. Of more, some set fits by chance: looked at are those that stand together, where most of the rows are within
 * one.
 */
const [mostInSets, mostListed, mostly] = [9, 1000, 0.5];
const fewestParts = 2;
/** Of a list in which the search takes more than this, the sums are read that were found. */
const mostSteps = 4_000_000;

/** Sums that fit, and whether the search for them was cut short. */
export interface FoundSums {
  readonly sums: readonly Sum[];
  readonly isCut: boolean;
}

interface Input {
  /** As it is read, before any protection. */
  readonly dataset: Dataset;
  /** What readers see of it; where absent, nothing is asked of what is hidden. */
  readonly shown: Dataset | undefined;
  readonly dimension: string;
  /** What a definition says to be sums. */
  readonly declared: ReadonlySet<string>;
  /** How the categories are listed, where that is known. */
  readonly tiling: Tiling | undefined;
}

/**
 * The categories that readers see and that may be the sums of others, one of which is hidden: in all figures, which are too few to tell it from chance.
 * What is hidden would be what is left of them.
 */
export function possibleSums({ dataset, shown, dimension, declared, tiling }: Input): {
  readonly ids: readonly string[];
  readonly isCut: boolean;
} {
  const figures = readColumns(dataset, shown, dimension);
  const { ids, columnsOf } = figures;
  const { sums, isCut } = fittingSums(
    ids.filter((id) => !declared.has(id)),
    { figures, tiling },
  );
  const telling = sums.filter((own) => !shown || columnsOf(own.whole).some((column) => tellsHidden(own, column)));
  return { ids: [...new Set(telling.map(({ whole }) => whole))], isCut };
}

/** All sums that fit, also of what a definition says to be sums, and of rows that are left out. */
export function allFittingSums({
  dataset,
  dimension,
  tiling,
}: Pick<Input, "dataset" | "dimension" | "tiling">): FoundSums {
  const figures = readColumns(dataset, undefined, dimension);
  // What is nothing everywhere makes many sums of each.
  const isNothing = (id: string) => figures.columnsOf(id).every((column) => (column.get(id)?.high ?? 0) === 0);
  return fittingSums(
    figures.ids.filter((id) => !isNothing(id)),
    { figures, tiling },
  );
}

function fittingSums(
  list: readonly string[],
  { figures, tiling }: { readonly figures: Figures } & Pick<Input, "tiling">,
): FoundSums {
  const told = tiling ? sumsOf(tiling).filter(({ whole }) => list.includes(whole)) : [];
  const { sums, isCut } = fittingAmong(list, figures);
  return { sums: [...told, ...sums.filter(({ whole }) => !isNoSum(tiling, whole))], isCut };
}

function fittingAmong(list: readonly string[], figures: Figures): FoundSums {
  if (list.length <= fewestParts || list.length > mostListed) return { sums: [], isCut: list.length > mostListed };
  if (list.length <= mostInSets) return { sums: list.flatMap((whole) => setsOf(whole, list, figures)), isCut: false };
  const effort = { steps: 0 };
  const found = list.flatMap((whole, at) =>
    [list.slice(at + 1), list.slice(0, at).reverse()].flatMap((others) => runsTo(whole, others, { figures, effort })),
  );
  const isCut = effort.steps > mostSteps;
  const within = new Set(found.flatMap(({ parts }) => parts));
  return { sums: isCut || within.size >= list.length * mostly ? found : [], isCut };
}

/** Any sets that may come to a whole wherever it is anything. */
function setsOf(whole: string, list: readonly string[], { columnsOf }: Figures): readonly Sum[] {
  const others = list.filter((id) => id !== whole);
  const beside = columnsBeside(whole, others, columnsOf(whole));
  if (!beside.some((column) => (column.get(whole) as Figure).low > 0)) return [];
  const sets = Array.from({ length: 2 ** others.length }, (_, bits) => others.filter((_, at) => (bits >> at) & 1));
  return sets.flatMap((parts) =>
    parts.length >= fewestParts && isSum(whole, parts, beside) ? [{ whole, parts }] : [],
  );
}

/** The columns of a whole in which it stands beside others, of those that say the same one: in a list of cases most have one category alone. */
function columnsBeside(whole: string, others: readonly string[], columns: readonly Column[]): readonly Column[] {
  const told = columns.filter((column) => others.some((id) => column.has(id)));
  const keyOf = (column: Column) =>
    [whole, ...others].map((id) => `${column.get(id)?.low} ${column.get(id)?.high}`).join();
  return [...new Map(told.map((column) => [keyOf(column), column])).values()];
}

/** How much a search has taken: figures that were added up, and parts of sums. It is counted and not timed, so that a slow machine finds the same. */
interface Effort {
  steps: number;
}

/** The categories that follow and have figures beside those of a whole, as long as they come to no more than it, wherever they may be its parts. */
function runsTo(
  whole: string,
  others: readonly string[],
  { figures, effort }: { readonly figures: Figures; readonly effort: Effort },
): readonly Sum[] {
  effort.steps += 1;
  const columns = figures.columnsOf(whole);
  // Most are exceeded by what follows already.
  if (columns.some((column) => areMore(column, whole, others.slice(0, 1)))) return [];
  const sums = runningSums(whole, columns);
  const runs: Sum[] = [];
  if (!sums.some((sum) => sum.whole.low > 0)) return runs;
  const parts: string[] = [];
  for (const id of others) {
    effort.steps += sums.length;
    if (effort.steps > mostSteps) break;
    const isBeside = sums.map((sum) => addTo(sum, id)).some(Boolean);
    if (!isBeside) continue;
    if (sums.some(isOver)) break;
    parts.push(id);
    if (parts.length < fewestParts || !areAllReached(sums)) continue;
    effort.steps += parts.length;
    runs.push({ whole, parts: [...parts] });
  }
  return runs;
}

/** Whether parts that come to no more than a whole may come to it wherever it is anything. With a part that is not available any would. */
function areAllReached(sums: readonly RunningSum[]): boolean {
  const known = sums.filter(({ parts, high }) => parts > 0 && Number.isFinite(high));
  return known.every(({ high, whole }) => high >= whole.low) && known.some(({ whole }) => whole.low > 0);
}

/** Whether a whole may be the sum of parts wherever it is anything. With a part that is not available any would be. */
function isSum(whole: string, parts: readonly string[], columns: readonly Column[]): boolean {
  let isAny = false;
  for (const column of columns) {
    const own = column.get(whole);
    const figures = parts.flatMap((part) => column.get(part) ?? []);
    if (!own || figures.length === 0 || !areKnown(figures)) continue;
    if (sumOf(figures, "low") > own.high || sumOf(figures, "high") < own.low) return false;
    isAny ||= own.low > 0;
  }
  return isAny;
}

/** Whether what is left of a whole says what is hidden: one alone, or several that come to no more than a small count. */
function tellsHidden({ whole, parts }: Sum, column: Column): boolean {
  const own = column.get(whole);
  const figures = parts.flatMap((part) => column.get(part) ?? []);
  const hidden = figures.filter(({ isShown }) => !isShown);
  if (!own?.isShown || hidden.length === 0) return false;
  const known = figures.filter(({ isShown }) => isShown);
  return hidden.length === 1 || own.low - sumOf(known, "low") <= most;
}

const areKnown = (figures: readonly Figure[]): boolean => figures.every(({ high }) => Number.isFinite(high));
