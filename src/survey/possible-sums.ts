import type { Dataset } from "../dataset/index.ts";
import { type Column, type Figure, type Figures, most, readColumns, type Sum, sumOf } from "./figures-beside.ts";
import { isNoSum, sumsOf, type Tiling } from "./tilings.ts";

/**
 * Of so few categories any set may be a sum. Of more, some set fits by chance: looked at are those that stand together, where most of the rows are within
 * one.
 */
const [mostInSets, mostListed, mostly] = [9, 1000, 0.5];
const fewestParts = 2;

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
export function possibleSums({ dataset, shown, dimension, declared, tiling }: Input): readonly string[] {
  const { ids, columns } = readColumns(dataset, shown, dimension);
  const found = fittingSums(
    ids.filter((id) => !declared.has(id)),
    { columns, tiling },
  );
  const telling = found.filter((own) => !shown || columns.some((column) => tellsHidden(own, column)));
  return [...new Set(telling.map(({ whole }) => whole))];
}

/** All sums that fit, also of what a definition says to be sums, and of rows that are left out. */
export function allFittingSums({
  dataset,
  dimension,
  tiling,
}: Pick<Input, "dataset" | "dimension" | "tiling">): readonly Sum[] {
  const { ids, columns } = readColumns(dataset, undefined, dimension);
  // What is nothing everywhere makes many sums of each.
  const isNothing = (id: string) => columns.every((column) => (column.get(id)?.high ?? 0) === 0);
  return fittingSums(
    ids.filter((id) => !isNothing(id)),
    { columns, tiling },
  );
}

function fittingSums(
  list: readonly string[],
  { columns, tiling }: Pick<Figures, "columns"> & Pick<Input, "tiling">,
): readonly Sum[] {
  const told = tiling ? sumsOf(tiling).filter(({ whole }) => list.includes(whole)) : [];
  return [...told, ...fittingAmong(list, columns).filter(({ whole }) => !isNoSum(tiling, whole))];
}

function fittingAmong(list: readonly string[], columns: readonly Column[]): readonly Sum[] {
  if (list.length <= fewestParts || list.length > mostListed) return [];
  const sums =
    list.length <= mostInSets
      ? setsOf(list).flatMap((parts) => list.flatMap((whole) => (parts.includes(whole) ? [] : [{ whole, parts }])))
      : list.flatMap((whole, at) =>
          [list.slice(at + 1), list.slice(0, at).reverse()].flatMap((others) => runsTo(whole, others, columns)),
        );
  const found = sums.filter(({ whole, parts }) => isSum(whole, parts, columns));
  const within = new Set(found.flatMap(({ parts }) => parts));
  return list.length > mostInSets && within.size < list.length * mostly ? [] : found;
}

function setsOf(list: readonly string[]): readonly (readonly string[])[] {
  const sets = Array.from({ length: 2 ** list.length }, (_, bits) => list.filter((_, at) => (bits >> at) & 1));
  return sets.filter((set) => set.length >= fewestParts);
}

/** The categories that follow, as long as they come to no more than a whole. */
function runsTo(whole: string, others: readonly string[], columns: readonly Column[]): readonly Sum[] {
  const column = columns.find((own) => (own.get(whole)?.low ?? 0) > 0);
  if (!column) return [];
  const runs: Sum[] = [];
  let sum = 0;
  for (const [index, id] of others.entries()) {
    sum += column.get(id)?.low ?? 0;
    if (sum > (column.get(whole)?.high ?? 0)) break;
    if (index + 1 >= fewestParts) runs.push({ whole, parts: others.slice(0, index + 1) });
  }
  return runs;
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
