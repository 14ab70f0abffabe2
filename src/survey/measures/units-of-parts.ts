import { type DatasetSpec, isNotStated, type SumSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";

/**
 * Tells the parts of a count in its unit, where nothing says theirs: what comes to a number of residents in each row is a number of residents.
 * @param sums wholes with their parts, by the figures of all rows.
 */
export function withUnitsOfWholes(
  measures: DatasetSpec["measures"],
  sums: readonly Pick<SumSpec, "whole" | "parts">[],
  remarks: Remarks,
): DatasetSpec["measures"] {
  const told = { ...measures };
  for (const { whole, parts } of sums) {
    const own = told[whole];
    if (own?.statType !== "count" || isNotStated(own.unit)) continue;
    for (const id of parts) {
      const part = told[id];
      if (part?.statType !== "count" || !isNotStated(part.unit)) continue;
      told[id] = { ...part, unit: own.unit };
      remarks.replace(
        `measures.${id}.unit`,
        guessedFrom("the figures", `These add up to "${own.label}", and are told as it is.`),
      );
    }
  }
  return told;
}
