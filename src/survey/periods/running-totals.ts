import type { Dataset } from "../../dataset/index.ts";
import type { Remarks } from "../remarks.ts";

/** Over so many steps in time no count but a running total keeps from falling; so many of them may be corrections. */
const [fewestSteps, mostFalls] = [30, 0.05];
/** So many days in a row that a count of the day never falls are no chance; years and months may grow. */
const fewestDays = 10;

/** Says of counts that never fall, in any series, and rise often, that they may be running totals. */
export function remarkOnRising(dataset: Dataset, time: string, remarks: Remarks): void {
  const order = new Map(dataset.periods().map(({ id }, index) => [id, index]));
  const areDays = dataset.periods().every(({ format }) => format === "day");
  for (const [measure, spec] of Object.entries(dataset.definition.spec.measures)) {
    if (spec.statType !== "count" && spec.additive !== true) continue;
    const series = new Map<string, Map<number, number>>();
    for (const { measure: own, at, cell } of dataset.observations) {
      const index = order.get(at[time] ?? "");
      if (own !== measure || cell.state !== "value" || index === undefined) continue;
      const key = JSON.stringify({ ...at, [time]: "" });
      series.set(key, (series.get(key) ?? new Map<number, number>()).set(index, cell.value));
    }
    const changes = [...series.values()].flatMap((own) => {
      const values = [...own].sort(([a], [b]) => a - b).map(([, value]) => value);
      return values.slice(1).map((value, at) => value - (values[at] as number));
    });
    const [rises, falls] = [changes.filter((by) => by > 0).length, changes.filter((by) => by < 0).length];
    // A count that is no running total falls about as often as it rises, however seldom it changes.
    const isShort = areDays && rises >= fewestDays && falls === 0;
    if (isShort || (rises >= fewestSteps && falls <= (rises + falls) * mostFalls))
      remarks.also(
        `measures.${measure}.statType`,
        "Hardly ever falls from one period to the next: if it is a running total, take the differences before you add it up or compare.",
      );
  }
}
