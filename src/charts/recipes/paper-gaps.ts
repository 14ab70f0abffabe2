import { formatHex, readColor, white } from "../../stylesheet/index.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { ChartTheme } from "../theme/chart-theme.ts";
import { behind } from "../theme/theme-config.ts";

/** What a recipe paints in it is a gap between shapes, through which the paper is seen. */
const paper = "white";
/** An outline in it makes a mark of its own of what is filled with white: it is no gap. */
const ink = "black";

/** A recipe's spec whose gaps between shapes have the colour that is behind the chart: white ones would be lines of their own on other paper. */
export function withPaperGaps(spec: JsonObject, theme: ChartTheme): JsonObject {
  const color = behind(theme);
  if (formatHex(readColor(color) ?? white) === formatHex(white)) return spec;
  const gap = (value: unknown) => (value === paper ? color : value);
  const painted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(painted);
    if (!isObject(value)) return value;
    const parts = Object.entries(value).map(([key, part]) => [
      key,
      (key === "fill" || key === "stroke") && value.stroke !== ink ? gap(part) : painted(part),
    ]);
    return Object.fromEntries(parts);
  };
  return Object.fromEntries(Object.entries(spec).map(([key, part]) => [key, drawing.has(key) ? painted(part) : part]));
}

/** Properties of a spec that hold marks. */
const drawing: ReadonlySet<string> = new Set(["layer", "mark", "spec", "vconcat"]);
