import { type Dataset, type DimensionSpec, isAdditive } from "../../dataset/index.ts";
import { namesAt } from "../names-at.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { roundingBase, roundingSlack } from "./rounding-base.ts";

/** In so many rows, and in so large a part of them, a total is the sum of the others. */
const [fewestRows, mostly] = [10, 0.9];

/** Says of totals that are the sums of the others in nearly all rows in how many they are not, and where first. */
export function remarkOnNearlySums(
  dimensions: Readonly<Record<string, DimensionSpec>>,
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): void {
  for (const [dimension, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total === undefined) continue;
    const whole = dataset.category(dimension, own.total)?.id;
    const held = new Set(Object.values(own.holds ?? {}).flat());
    const rows = new Map<
      string,
      { readonly at: Record<string, string>; parts: number[]; all: number; isFull: boolean }
    >();
    for (const { measure, at, cell } of dataset.observations) {
      const { [dimension]: id, ...beside } = at;
      const spec = dataset.definition.spec.measures[measure];
      if (id === undefined || held.has(id) || spec === undefined || !isAdditive(spec)) continue;
      const key = JSON.stringify([measure, beside]);
      const row = rows.get(key) ?? { at: beside, parts: [], all: Number.NaN, isFull: true };
      rows.set(key, row);
      if (cell.state !== "value") row.isFull = false;
      else if (id === whole) row.all = cell.value;
      else row.parts.push(cell.value);
    }
    const full = [...rows.values()].filter(({ all, parts, isFull }) => isFull && all > 0 && parts.length > 1);
    const figures = full.flatMap(({ all, parts }) => [all, ...parts]);
    // What has decimals may be rounded by itself.
    const step = figures.every(Number.isInteger) ? roundingBase(figures) : undefined;
    const isSum = ({ all, parts }: (typeof full)[number]) =>
      Math.abs(parts.reduce((sum, part) => sum + part, 0) - all) <=
      (step === undefined ? parts.length + 1 : roundingSlack(step, parts.length));
    const failed = full.filter((row) => !isSum(row));
    const [first] = failed;
    const holds = full.length - failed.length;
    if (!first || full.length < fewestRows || holds < full.length * mostly) continue;
    const label = dataset.category(dimension, own.total)?.label ?? own.total;
    const where = namesAt(dataset, first.at);
    remarks.also(
      `dimensions.${dimension}.total`,
      guessedFrom(
        "the figures",
        `"${label}" is the sum of the others in ${holds} of ${full.length} rows, but not in all, first ${where.length > 0 ? `in ${someOf(where)}` : "in one"}: take "total" away where it is of other things than these.`,
      ),
    );
  }
}
