import type { Cell } from "./cell.ts";
import { isMeasured, type MeasureSpec } from "./measure-spec.ts";

/**
 * A cell as its measure's `roundedTo` says that it was rounded: to the nearest multiple, a half in either direction, since
 * publishers differ in that. Other cells, and those of measures that say nothing, are as they were.
 * @returns a sentence that says what is wrong with a value that is no such multiple.
 */
export function declaredRounding(cell: Cell, measure: MeasureSpec): Cell | string {
  const { roundedTo, statType } = measure;
  if (cell.state !== "value" || roundedTo === undefined || (statType === "count" && roundedTo === 1)) return cell;
  const { value } = cell;
  const times = value / roundedTo;
  if (Math.abs(times - Math.round(times)) > tolerance) return `is not a multiple of ${roundedTo}, as roundedTo says`;
  const half = roundedTo / 2;
  const decimals = decimalsOf(half);
  const ends = [value - half, value + half].map((end) => Number(end.toFixed(decimals))) as [number, number];
  const [low, high] = statType === "count" ? [Math.ceil(ends[0]), Math.floor(ends[1])] : ends;
  return {
    state: "rounded",
    value,
    base: roundedTo,
    of: "figure",
    low: isMeasured(measure) ? low : Math.max(0, low),
    high,
  };
}

/** Of quotients of decimals as doubles. */
const tolerance = 1e-6;

/** Of 0.05: 2. */
function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}
