import type { Dataset, DimensionSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";
import { mayAddUp } from "./may-add-up.ts";
import { isAbout, refutedAmong, type SumBesideTotal, type SummedDimension, sumsBesideTotals } from "./refuted-sums.ts";
import { roundingBase, roundingSlack } from "./rounding-base.ts";

/** How far figures that are rounded each for itself may be from the sum of all others. */
const nearness = 0.005;

/** Takes a category that is about the sum of all others, in all additive figures, for their total. */
export function addNearTotals(dimensions: Record<string, DimensionSpec>, dataset: Dataset, remarks: Remarks): void {
  const { measures } = dataset.definition.spec;
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total !== undefined || Object.keys(own.holds ?? {}).length > 0) continue;
    const families = new Map<string, { largest: number; of: string; sum: number; values: number[] }>();
    for (const { measure, at, cell } of dataset.observations) {
      const spec = measures[measure];
      if (spec === undefined || !mayAddUp(spec) || cell.state !== "value") continue;
      const key = JSON.stringify([measure, ...Object.entries(at).filter(([other]) => other !== id)]);
      const known = families.get(key) ?? { largest: Number.NEGATIVE_INFINITY, of: "", sum: 0, values: [] };
      families.set(key, known);
      known.sum += cell.value;
      known.values.push(cell.value);
      if (cell.value > known.largest) [known.largest, known.of] = [cell.value, at[id] ?? ""];
    }
    const full = [...families.values()].filter(({ values, sum }) => values.length > 3 && sum > 0);
    const [whole, other] = [...new Set(full.map(({ of }) => of))];
    const base = roundingBase(full.flatMap(({ values }) => values));
    // Some of the figures that are rounded are off to one side, and some to the other.
    const isNear = full.every(
      ({ largest, sum, values: { length } }) =>
        Math.abs(sum - 2 * largest) <=
        Math.max(largest * nearness, Math.min(roundingSlack(base, length) * mostlyOff, largest / 10)),
    );
    if (whole === undefined || other !== undefined || !isNear) continue;
    dimensions[id] = { ...own, total: whole };
    const label = dataset.category(id, whole)?.label;
    remarks.add(
      `dimensions.${id}.total`,
      guessedFrom("its figures", `"${label}" is about the sum of all others, and was taken for their total.`),
    );
  }
}

/** So much of what rounding may be off by together it is in fact. */
const mostlyOff = 0.5;

/** What is a total of one dimension is one of each that has it: `None selected`. */
export function spreadTotals(dimensions: Record<string, DimensionSpec>, dataset: Dataset): void {
  const labels = new Set(
    Object.entries(dimensions).flatMap(([id, own]) =>
      own.role === "time" || own.total === undefined ? [] : [dataset.category(id, own.total)?.label],
    ),
  );
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total !== undefined) continue;
    const total = dataset.categories(id).find(({ label }) => labels.has(label));
    if (total && dataset.categories(id).length > 1) dimensions[id] = { ...own, total: total.id };
  }
}

/** What the totals of dimensions are held against. */
export interface Totals {
  readonly dataset: Dataset;
  /** Dimensions whose totals the figures add up to. */
  readonly proven: readonly string[];
  readonly remarks: Remarks;
}

/** Remarks on the dimensions whose categories add up to another figure than their total. */
export function remarkOnSums(
  dimensions: Readonly<Record<string, DimensionSpec>>,
  { dataset, proven, remarks }: Totals,
): void {
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total === undefined || proven.includes(id)) continue;
    const sum = apartFromTotal(dataset, id, { ...own, total: own.total });
    if (sum === undefined) continue;
    const label = dataset.category(id, own.total)?.label ?? own.total;
    remarks.also(`dimensions.${id}`, sum.parts > sum.all ? isExceeded(label) : isNotAllThere(label));
    const field = `dimensions.${id}.total`;
    const said = remarks.all.get(field);
    // It holds more than they are: `England` beside the councils of one region.
    if (said !== undefined && sum.parts < sum.all)
      remarks.replace(field, said.replace("the total of all others", "what holds all others"));
  }
}

/** What a total has, and what its categories add up to, in counts and amounts, where that is more or less. */
function apartFromTotal(dataset: Dataset, dimension: string, own: SummedDimension): SumBesideTotal | undefined {
  const sums = sumsBesideTotals(dataset, dimension, own);
  const refuted = refutedAmong(sums);
  const kept = [...sums].flatMap(([measure, sum]) => (refuted.has(measure) ? [] : [sum]));
  const all = kept.reduce((sum, one) => sum + one.all, 0);
  const parts = kept.reduce((sum, one) => sum + one.parts, 0);
  return kept.length === 0 || isAbout({ all, parts }) ? undefined : { all, parts };
}

const isExceeded = (label: string): string =>
  `Its categories add up to more than "${label}": some lie within others, or count the same again. Say which by "holds", and add up none across them.`;
const isNotAllThere = (label: string): string =>
  `Its categories add up to less than "${label}": some of it is in none of them.`;
