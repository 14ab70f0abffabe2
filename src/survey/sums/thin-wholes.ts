import type { Dataset } from "../../dataset/index.ts";
import { mayAddUp } from "./may-add-up.ts";
import { roundingBase } from "./rounding-base.ts";

type Holds = Readonly<Record<string, readonly string[]>>;

/** How far figures that are rounded each for itself may be from their sum. */
const nearness = 0.005;

/**
 * The wholes that may be sums by chance: since few figures say so and these are small or rounded, as one of three hundred numbers of rents, in tens, is the sum of
 * five others; and since nothing else does, or most wholes stand on the other side of their parts.
 */
export function thinWholes(dataset: Dataset, dimension: string, holds: Holds): readonly string[] {
  const { measures } = dataset.definition.spec;
  const values = dataset.observations.flatMap(({ measure, cell }) =>
    cell.state === "value" && measures[measure]?.statType === "count" ? [cell.value] : [],
  );
  const base = roundingBase(values);
  const positions = new Map(dataset.categories(dimension).map(({ id }, position) => [id, position]));
  const bitsOfRuns = 2 * Math.log2(Math.max(2, positions.size));
  const wholes = Object.entries(holds).map(([id, parts]) => ({
    id,
    bits: [...new Set(sumsOf(dataset, dimension, [id, parts]).map((own) => own.whole))].reduce(
      (sum, value) => sum + Math.log2(Math.max(1, value / base)),
      -bitsOfRuns,
    ),
    isAbove: parts.every((part) => (positions.get(part) ?? 0) > (positions.get(id) ?? 0)),
  }));
  const areMostAbove = wholes.filter(({ isAbove }) => isAbove).length * 2 > wholes.length;
  const areThin = wholes.reduce((sum, { bits }) => sum + bits, 0) < enoughBits;
  return wholes.flatMap(({ id, bits, isAbove }) =>
    bits < enoughBits && (areThin || isAbove !== areMostAbove) ? [id] : [],
  );
}
/** How far from chance sums of categories are, as a power of two, beside the number of runs that may come to one. */
const enoughBits = 3;

/** The figures of a category that are the sums of those of others. */
const sumsOf = (...input: Parameters<typeof figuresBeside>) => figuresBeside(...input).filter(isSum);
export const isSum = (own: { readonly whole: number; readonly sum: number }): boolean =>
  Math.abs(own.whole - own.sum) <= Math.max(1, own.whole * nearness);

/** The figures of a category, and what those of others come to beside each, in all measures that may add up. */
export function figuresBeside(
  dataset: Dataset,
  dimension: string,
  [whole, parts]: readonly [whole: string, parts: readonly string[]],
): readonly { readonly whole: number; readonly sum: number }[] {
  const families = new Map<string, { whole: number; sum: number }>();
  for (const { measure, at, cell } of dataset.observations) {
    const own = at[dimension] ?? "";
    const spec = dataset.definition.spec.measures[measure];
    if (cell.state !== "value" || !spec || !mayAddUp(spec) || !(own === whole || parts.includes(own))) continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
    const family = families.get(key) ?? { whole: 0, sum: 0 };
    families.set(key, family);
    if (own === whole) family.whole += cell.value;
    else family.sum += cell.value;
  }
  return [...families.values()].filter((own) => own.whole > 0);
}
