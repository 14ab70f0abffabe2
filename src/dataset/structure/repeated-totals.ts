import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import { type ObservationColumns, observationAt, rowsOfMeasure } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { breakdownOf, dimensionsOf } from "../dimensions-of.ts";
import { groupBy } from "../group-by.ts";
import type { Observation } from "../observation.ts";
import { enoughBits, fewestHeldForOneFailed } from "./find-sums.ts";

interface Input {
  readonly spec: DatasetSpec;
  readonly columns: ObservationColumns;
}

/** What to say of counts that stand in each row of what they are the sum of: the cases of an area beside those of each age. */
export function repeatedTotals({ spec, columns }: Input): readonly DiagnosticDetails[] {
  const denied = new Set(spec.notSums);
  const counts = Object.entries(spec.measures).filter(([, { statType }]) => statType === "count");
  const figures = new Map(
    counts.map(([id]) => [id, Array.from(rowsOfMeasure(columns, id), (row) => observationAt(columns, row))]),
  );
  return counts.flatMap(([id, measure]): readonly DiagnosticDetails[] => {
    if (denied.has(id)) return [];
    const own = dimensionsOf(spec, measure);
    const alike = counts.filter(
      ([other, otherMeasure]) => other !== id && breakdownOf(spec, otherMeasure) === breakdownOf(spec, measure),
    );
    for (const dimension of own.filter((name) => spec.dimensions[name]?.role !== "time")) {
      const left = own.filter((other) => other !== dimension);
      const found = alike.find(([part]) => areTotals(figures.get(id) ?? [], figures.get(part) ?? [], left));
      if (!found) continue;
      return [
        {
          code: "undeclared-sum",
          message: `The measure ${id} is the sum of ${found[0]} over ${dimension}, and stands beside each part of it.`,
          hint: `Say measures.${id}.dimensions: ${JSON.stringify(left)}, and add to the definition: sums: [{ whole: "${id}", parts: ["${found[0]}"] }]. If that is chance, notSums: ["${id}"].`,
          source: { id: spec.title, field: `measures.${id}` },
        },
      ];
    }
    return [];
  });
}

const figureOf = ({ cell }: Observation): number => ("value" in cell ? cell.value : Number.NaN);

/** Is each figure the sum of the parts that agree with it in some dimensions, too often for chance? */
function areTotals(wholes: readonly Observation[], parts: readonly Observation[], by: readonly string[]): boolean {
  const keyOf = ({ at }: Observation) => JSON.stringify(by.map((dimension) => at[dimension]));
  const under = groupBy(parts, keyOf);
  let [held, failed] = [0, 0];
  const seen = new Set<number>();
  for (const [key, same] of groupBy(wholes, keyOf)) {
    const own = under.get(key) ?? [];
    const sum = own.reduce((all, part) => all + figureOf(part), 0);
    if (own.length < 2 || sum === 0 || Number.isNaN(sum)) continue;
    if (same.every((whole) => figureOf(whole) === sum)) {
      held += 1;
      seen.add(sum);
    } else failed += 1;
  }
  const bits = [...seen].reduce((all, sum) => all + Math.log2(1 + sum), 0);
  return bits >= enoughBits && held >= failed * fewestHeldForOneFailed;
}
