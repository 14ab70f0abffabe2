import { type Dataset, type DatasetSpec, groupBy } from "../../dataset/index.ts";
import type { Remarks } from "../remarks.ts";
import { bareEnd, makeBound } from "./bounds-of-measures.ts";

/** In so many cases a figure lies between two others by no chance. */
const fewestBetween = 8;

/**
 * Measures, of which both ends of an interval name no other, `Lower limit` and `Upper limit`, as the bounds of the one that lies between them in all
 * cases. Where several do, or none, nothing is known.
 */
export function withBoundsByFigures(
  measures: DatasetSpec["measures"],
  dataset: Dataset,
  remarks: Remarks,
): DatasetSpec["measures"] {
  const endsOf = (end: "lower" | "upper") =>
    Object.entries(measures).flatMap(([id, { label }]) => (bareEnd(label) === end ? [id] : []));
  const [[lower, ...otherLower], [upper, ...otherUpper]] = [endsOf("lower"), endsOf("upper")];
  if (lower === undefined || upper === undefined || otherLower.length + otherUpper.length > 0) return measures;
  const between = Object.keys(measures).filter(
    (id) => id !== lower && id !== upper && liesBetween(dataset, { id, lower, upper }),
  );
  const [of, another] = between;
  if (of === undefined || another !== undefined) return measures;
  const specs = { ...measures };
  makeBound(specs, { id: lower, of, end: "lower", from: "its figures" }, remarks);
  makeBound(specs, { id: upper, of, end: "upper", from: "its figures" }, remarks);
  return specs;
}

/** Whether figures of a measure are never below those of one, nor above those of another, wherever all three are there. */
function liesBetween(
  { observations }: Dataset,
  { id, lower, upper }: Readonly<Record<"id" | "lower" | "upper", string>>,
): boolean {
  const told = observations.flatMap(({ measure, at, cell }) =>
    cell.state === "value" && [id, lower, upper].includes(measure)
      ? [{ measure, key: JSON.stringify(at), value: cell.value }]
      : [],
  );
  const full = [...groupBy(told, ({ key }) => key).values()].flatMap((own) => {
    const [value, low, high] = [id, lower, upper].map((name) => own.find(({ measure }) => measure === name)?.value);
    return value === undefined || low === undefined || high === undefined ? [] : [low <= value && value <= high];
  });
  return full.length >= fewestBetween && full.every((isBetween) => isBetween);
}
