import type { Dataset, DimensionSpec, findUndeclaredSums } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import type { Remarks } from "../remarks.ts";
import { mayBeChance } from "./declare-refused.ts";
import type { LeavingInput } from "./leave-out-sums.ts";
import { figuresBeside, isSum, thinWholes } from "./thin-wholes.ts";
import { type Tilings, tilingOf } from "./tilings.ts";
import { namesInColumn } from "./totals-of-some.ts";

/** So many of the figures of a whole have to be the sums of its parts, where they are its parts and no accident of small counts. */
const mostlySums = 0.5;

/** So many different figures that are the sums of two others are no chance. */
const fewestSums = 3;

/** Whether most figures of a category, in all measures, are the sums of those of others: of two, in several cases. */
function isMostlySum(
  dataset: Dataset,
  dimension: string,
  one: readonly [whole: string, parts: readonly string[]],
): boolean {
  const full = figuresBeside(dataset, dimension, one);
  const sums = full.filter(isSum);
  const areSeveral = one[1].length > 2 || new Set(sums.map((own) => own.whole)).size >= fewestSums;
  return sums.length >= full.length * mostlySums && areSeveral;
}

/** Whether sums are of so few amounts that these may happen to be others: two that are a third are no proof, where each case has one figure. */
function areFew(dataset: Dataset, dimension: string, holds: Readonly<Record<string, readonly string[]>>): boolean {
  const isSingle = Object.keys(dataset.definition.spec.dimensions).length === 1;
  return (
    (isSingle && Object.values(holds).every((parts) => parts.length < 3)) ||
    Object.entries(holds).some((one) => !isMostlySum(dataset, dimension, one))
  );
}

type FoundSums = ReturnType<typeof findUndeclaredSums>["dimensions"];

/** How the categories of each dimension are listed, where nothing tells of it yet. */
export function tilingsOf(dataset: Dataset, dimensions: Readonly<Record<string, DimensionSpec>>): Tilings {
  return new Map(
    Object.entries(dimensions).flatMap(([id, own]) => {
      const isTold = own.role === "time" || own.holds || own.categories?.some(({ parent }) => parent !== undefined);
      // Names that say in which group they are tell it as well.
      const isGrouped = namesInColumn(dataset.definition.spec.layout, id)?.isGrouped === true;
      const tiling = isTold || isGrouped ? undefined : tilingOf(dataset, id, own.total);
      return tiling ? [[id, tiling] as const] : [];
    }),
  );
}

/** Sums that were found, those of a proven tiling in the place of all others of its dimension: what lies in one of its wholes is no sum. */
export function withTilings(found: FoundSums, tilings: Tilings): FoundSums {
  const proven = [...tilings].filter(([, { isProven }]) => isProven);
  const told = proven.map(([dimension, { sums, total }]) => ({
    dimension,
    total: total?.whole ?? found.find((own) => own.dimension === dimension)?.total,
    holds: Object.fromEntries(sums.map(({ whole, parts }) => [whole, parts])),
    across: [],
    columns: 1,
  }));
  return [...found.filter(({ dimension }) => !tilings.get(dimension)?.isProven), ...told];
}

interface DeclareInput {
  readonly dataset: Dataset;
  readonly found: FoundSums;
  /** Whether there are counts to be protected. */
  readonly isSmall: boolean;
  readonly remarks: Remarks;
}

/**
 * Adds the sums that figures tell to dimensions. @returns those that cut across the others, by dimension; and what holds what where some hold one
 * category alone, which is not added.
 */
export function declareSums(
  dimensions: Record<string, DimensionSpec>,
  { dataset, found, isSmall, remarks }: DeclareInput,
): Pick<LeavingInput, "across" | "equal"> {
  const crossing = new Map<string, readonly string[]>();
  const equal = new Map<string, Readonly<Record<string, readonly string[]>>>();
  for (const { dimension, total, holds, across } of found) {
    const own = dimensions[dimension];
    if (!own || own.role === "time") continue;
    const thin = thinWholes(dataset, dimension, holds);
    const isChance = thin.length > 0 || areFew(dataset, dimension, holds);
    // Of data that is protected, they are declared all the same: it would be refused.
    if (total === undefined && isChance && !isSmall) continue;
    if (thin.length > 0 || (total === undefined && isChance)) remarks.add(`dimensions.${dimension}.holds`, mayBeChance);
    const known = Object.entries(holds).filter(([whole]) => isSmall || !thin.includes(whole));
    const all = withOneParent(Object.fromEntries(known));
    // What holds one thing alone has the figures of that, as numbers of all people have beside each group.
    const tree = Object.fromEntries(Object.entries(all).filter(([, parts]) => parts.length > 1));
    if (Object.keys(tree).length < Object.keys(all).length) equal.set(dimension, all);
    dimensions[dimension] = {
      ...own,
      ...defined({ total, holds: Object.keys(tree).length > 0 ? tree : undefined }),
    };
    if (Object.keys(tree).length > 0)
      remarks.add(`dimensions.${dimension}.holds`, "By their figures: each whole is the sum of its parts.");
    if (total !== undefined) {
      // Its name is no longer all that says so.
      remarks.replace(`dimensions.${dimension}.total`, "The sum of the others, in all figures.");
    }
    if (across.length > 0) crossing.set(dimension, across);
    if (across.length > 0)
      remarks.add(
        `dimensions.${dimension}`,
        `${across.join(", ")} are sums that cut across the others: leave those rows out by layout.rows.`,
      );
  }
  return { across: crossing, equal };
}

/** What holds what, without wholes that hold a part of another: figures that are all the same are no tree. */
function withOneParent(
  holds: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const taken = new Set<string>();
  return Object.fromEntries(
    Object.entries(holds).filter(([, parts]) => {
      if (parts.some((part) => taken.has(part))) return false;
      for (const part of parts) taken.add(part);
      return true;
    }),
  );
}
