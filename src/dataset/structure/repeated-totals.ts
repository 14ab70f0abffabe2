import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import { hasValue } from "../columns/cell-columns.ts";
import { groupRows } from "../columns/group-rows.ts";
import { type ObservationColumns, rowsOfMeasure } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { breakdownOf, dimensionsOf } from "../dimensions-of.ts";
import { enoughAgainstDenial, enoughBits, fewestHeldForOneFailed } from "./find-sums.ts";
import { ifChance } from "./if-chance.ts";

interface Input {
  readonly spec: DatasetSpec;
  readonly columns: ObservationColumns;
}

/** What to say of counts that stand in each row of what they are the sum of: the cases of an area beside those of each age. */
export function repeatedTotals({ spec, columns }: Input): readonly DiagnosticDetails[] {
  const denied = new Set(spec.notSums);
  const counts = Object.entries(spec.measures).filter(([, { statType }]) => statType === "count");
  const rows = new Map(counts.map(([id]) => [id, rowsOfMeasure(columns, id)]));
  const told = new Map<string, Told>();
  const toldBy = (by: readonly string[], breakdown: string): Told => {
    const key = JSON.stringify([breakdown, by]);
    // Measures that are broken down alike are told by the same groups, found once.
    const family = counts.filter(([, own]) => breakdownOf(spec, own) === breakdown).map(([id]) => id);
    const known = told.get(key) ?? createTold(columns, { rows, family, by });
    told.set(key, known);
    return known;
  };
  return counts.flatMap(([id, measure]): readonly DiagnosticDetails[] => {
    const isDenied = denied.has(id);
    const own = dimensionsOf(spec, measure);
    const breakdown = breakdownOf(spec, measure);
    const alike = counts.filter(([other, own]) => other !== id && breakdownOf(spec, own) === breakdown);
    for (const dimension of own.filter((name) => spec.dimensions[name]?.role !== "time")) {
      const left = own.filter((other) => other !== dimension);
      const groups = toldBy(left, breakdown);
      const found = alike.find(([part]) => areTotals(groups.of(id), groups.of(part), isDenied));
      if (!found) continue;
      return [
        {
          code: "undeclared-sum",
          message: `The measure ${id} is the sum of ${found[0]} over ${dimension}, and stands beside each part of it.`,
          hint: `Say measures.${id}.dimensions: ${JSON.stringify(left)}, and add to the definition: sums: [{ whole: "${id}", parts: ["${found[0]}"] }]. ${ifChance(id, isDenied)}`,
          source: { id: spec.title, field: `measures.${id}` },
        },
      ];
    }
    return [];
  });
}

/** What the figures of a measure come to, by groups of rows that agree in some dimensions. */
interface Figures {
  readonly counts: Uint32Array;
  /** NaN where a figure is missing. */
  readonly sums: Float64Array;
  /** The figure of all rows of a group; NaN where they differ, or one is missing. */
  readonly same: Float64Array;
}

interface Told {
  of(measure: string): Figures;
}

interface ToldInput {
  /** By measure. */
  readonly rows: ReadonlyMap<string, Uint32Array>;
  /** Measures that are broken down alike. */
  readonly family: readonly string[];
  readonly by: readonly string[];
}

function createTold(columns: ObservationColumns, { rows, family, by }: ToldInput): Told {
  const keys = columns.categoryColumns.filter(({ dimension }) => by.includes(dimension)).map(({ codes }) => codes);
  const own = family.map((id) => rows.get(id) ?? new Uint32Array());
  const all = new Uint32Array(own.reduce((length, some) => length + some.length, 0));
  const starts = new Map<string, number>();
  let length = 0;
  for (const [index, some] of own.entries()) {
    all.set(some, length);
    starts.set(family[index] as string, length);
    length += some.length;
  }
  const { groups, groupOf } = groupRows(keys, all);
  const known = new Map<string, Figures>();
  return {
    of(measure) {
      const start = starts.get(measure) ?? 0;
      const found =
        known.get(measure) ??
        figuresBy(columns, {
          rows: rows.get(measure) ?? new Uint32Array(),
          groupOf: groupOf.subarray(start),
          count: groups.count,
        });
      known.set(measure, found);
      return found;
    },
  };
}

interface GroupedInput {
  readonly rows: Uint32Array;
  /** The group of each of them. */
  readonly groupOf: Uint32Array;
  readonly count: number;
}

function figuresBy({ cells }: ObservationColumns, { rows, groupOf, count }: GroupedInput): Figures {
  const counts = new Uint32Array(count);
  const sums = new Float64Array(count);
  const same = new Float64Array(count);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const group = groupOf[index] as number;
    const value = hasValue(cells, row) ? (cells.values[row] as number) : Number.NaN;
    if (counts[group] === 0) same[group] = value;
    else if (same[group] !== value) same[group] = Number.NaN;
    counts[group] = (counts[group] as number) + 1;
    sums[group] = (sums[group] as number) + value;
  }
  return { counts, sums, same };
}

/** Is each figure the sum of the parts that agree with it in some dimensions, too often for chance? */
function areTotals(whole: Figures, parts: Figures, isDenied: boolean): boolean {
  let [held, failed] = [0, 0];
  const seen = new Set<number>();
  for (let group = 0; group < whole.counts.length; group += 1) {
    const sum = parts.sums[group] as number;
    if (whole.counts[group] === 0 || (parts.counts[group] as number) < 2 || sum === 0 || Number.isNaN(sum)) continue;
    if (whole.same[group] === sum) {
      held += 1;
      seen.add(sum);
    } else failed += 1;
  }
  const bits = [...seen].reduce((all, sum) => all + Math.log2(1 + sum), 0);
  return bits >= (isDenied ? enoughAgainstDenial : enoughBits) && held >= failed * fewestHeldForOneFailed;
}
