import { type Dataset, type DatasetSpec, type DimensionSpec, isAdditive } from "../../dataset/index.ts";
import type { Remarks } from "../remarks.ts";

/** How far the sum of all categories may be from their total, where figures are rounded or estimated. */
const tolerance = 0.02;
/** Smaller counts are those that may have to be hidden: what they add up to is known to whoever hides them. */
const leastOfPublished = 10;

/** A dimension with a total, and what else holds others of it. */
export interface SummedDimension {
  readonly total: string;
  readonly holds?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** What a total has of a measure, and what the categories beside it add up to. */
export interface SumBesideTotal {
  readonly all: number;
  readonly parts: number;
}

/** Whether a sum is about the total, as it is where figures are rounded. */
export const isAbout = ({ all, parts }: SumBesideTotal): boolean => Math.abs(parts - all) <= all * tolerance;

/** What the total of a dimension has of each measure that is added up, and what the others come to, over all rows in which every figure is known. */
export function sumsBesideTotals(
  dataset: Dataset,
  dimension: string,
  { total, holds = {} }: SummedDimension,
): ReadonlyMap<string, SumBesideTotal> {
  const whole = dataset.category(dimension, total)?.id;
  const { measures } = dataset.definition.spec;
  const held = new Set(Object.values(holds).flat());
  const rows = new Map<string, RowBesideTotal>();
  for (const { measure, at, cell } of dataset.observations) {
    const spec = measures[measure];
    const own = at[dimension];
    if (spec === undefined || !isAdditive(spec) || own === undefined || held.has(own)) continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
    const { all, parts, isFull, count } = rows.get(key) ?? { all: 0, parts: 0, isFull: true, count: 0 };
    const value = cell.state === "value" ? cell.value : 0;
    rows.set(key, {
      measure,
      all: own === whole ? all + value : all,
      parts: own === whole ? parts : parts + value,
      isFull: isFull && cell.state === "value",
      count: own === whole ? count : count + 1,
    });
  }
  const most = new Map<string, number>();
  for (const { measure, count } of rows.values()) most.set(measure, Math.max(most.get(measure) ?? 0, count));
  const sums = new Map<string, SumBesideTotal>();
  for (const row of rows.values()) {
    const { measure, all, parts } = row;
    if (!isCompared(row, most.get(measure) ?? 0)) continue;
    const known = sums.get(measure) ?? { all: 0, parts: 0 };
    sums.set(measure, { all: known.all + all, parts: known.parts + parts });
  }
  return sums;
}

interface RowBesideTotal extends SumBesideTotal {
  readonly measure: string;
  /** Whether all that stands there has a figure. */
  readonly isFull: boolean;
  /** How many categories stand beside the total. */
  readonly count: number;
}

/** Whether a total is held against what stands beside it: parts of which some are not there or not known are no less than it, and more if the others are. */
function isCompared({ all, parts, isFull, count }: RowBesideTotal, most: number): boolean {
  if (all <= 0 || parts <= 0) return false;
  return parts > all * (1 + tolerance) || (isFull && (count >= most || parts >= all * (1 - tolerance)));
}

/** The measures whose categories add up to more than their total has, where those of others beside them do not. */
export function refutedAmong(sums: ReadonlyMap<string, SumBesideTotal>): ReadonlySet<string> {
  const more = [...sums].filter(([, sum]) => sum.parts > sum.all && !isAbout(sum));
  return new Set(more.length < sums.size && [...sums.values()].some(isAbout) ? more.map(([measure]) => measure) : []);
}

/**
 * Measures without that they add up where the total of the file says otherwise, and not of those beside them: whoever had two grants is one recipient of each, and one
 * of all.
 */
export function withoutRefutedSums(
  measures: DatasetSpec["measures"],
  {
    dataset,
    dimensions,
    remarks,
  }: {
    readonly dataset: Dataset;
    readonly dimensions: Readonly<Record<string, DimensionSpec>>;
    readonly remarks: Remarks;
  },
): DatasetSpec["measures"] {
  const kept = { ...measures };
  for (const [dimension, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total === undefined) continue;
    const sums = sumsBesideTotals(dataset, dimension, { ...own, total: own.total });
    for (const id of refutedAmong(sums)) {
      const spec = kept[id];
      if (spec === undefined) continue;
      const label = dataset.category(dimension, own.total)?.label;
      const isPublished = dataset.observations.every(
        ({ measure, cell }) => measure !== id || cell.state !== "value" || cell.value >= leastOfPublished,
      );
      remarks.also(
        `measures.${id}.${isPublished ? "additive" : "statType"}`,
        `The categories of "${own.label}" add up to more than "${label}", those of other measures do not: some may be counted in several. Add up none of them.`,
      );
      if (!isPublished) continue;
      const { additive: _, ...rest } = spec;
      kept[id] = spec.statType === "count" ? { ...rest, additive: false } : rest;
    }
  }
  return kept;
}
