import type { Dataset, DimensionSpec } from "../../dataset/index.ts";
import { isSampleSize } from "../measures/sample-sizes.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
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
    const label = dataset.category(id, own.total)?.label ?? own.total;
    const { less, more } = apartFromTotal(dataset, id, { ...own, total: own.total });
    if (more.length > 0) remarks.also(`dimensions.${id}`, isExceeded(label, namesAmong(more, dataset)));
    if (less.length === 0) continue;
    remarks.also(
      `dimensions.${id}`,
      isNotAllThere(label, { of: namesAmong(less, dataset), ...figuresOf(less, dataset, id) }),
    );
    const field = `dimensions.${id}.total`;
    const said = remarks.all.get(field);
    // It holds more than they are: `England` beside the councils of one region.
    if (said !== undefined) remarks.replace(field, said.replace("the total of all others", "what holds all others"));
  }
}

/** The measures that are added up, counts and amounts, whose categories come to less than their total, and those that come to more. */
function apartFromTotal(dataset: Dataset, dimension: string, own: SummedDimension) {
  const sums = sumsBesideTotals(dataset, dimension, own);
  const refuted = refutedAmong(sums);
  const { measures } = dataset.definition.spec;
  // How many were asked in each of several places is no part of how many were asked in all.
  const isSample = (measure: string) => isSampleSize(measures[measure]?.label ?? "");
  const apart = [...sums].filter(([measure, sum]) => !refuted.has(measure) && !isSample(measure) && !isAbout(sum));
  const measuresOf = (isOwn: (sum: SumBesideTotal) => boolean) =>
    apart.flatMap(([measure, sum]) => (isOwn(sum) ? [measure] : []));
  return {
    less: measuresOf(({ all, parts }) => parts < all),
    more: measuresOf(({ all, parts }) => parts > all),
  };
}

/** Which measures something is said of, where it is not of all. */
function namesAmong(ids: readonly string[], { definition }: Dataset): string {
  const { measures } = definition.spec;
  return ids.length < Object.keys(measures).length ? ` in ${someOf(ids.map((id) => measures[id]?.label ?? id))}` : "";
}

/** How many categories a dimension has, and of how many of them none of some measures has a figure. */
function figuresOf(ids: readonly string[], { observations }: Dataset, dimension: string) {
  const all = new Set(observations.map(({ at }) => at[dimension]));
  const there = new Set(observations.flatMap(({ measure, at }) => (ids.includes(measure) ? [at[dimension]] : [])));
  return { all: all.size, absent: all.size - there.size };
}

const isExceeded = (label: string, of: string): string =>
  `Its categories add up to more than "${label}"${of}: some lie within others, or count the same again. Say which by "holds", and add up none across them.`;
const isNotAllThere = (
  label: string,
  { of, all, absent }: { readonly of: string; readonly all: number; readonly absent: number },
): string =>
  `Its categories add up to less than "${label}"${of}: ${absent > 0 ? `${absent} of ${all} have no figure there` : "some of it is in none of them"}.`;
