import { black, readColor } from "../../stylesheet/index.ts";
import type { ChartRow } from "../chart-row.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { ChartTheme } from "../theme/chart-theme.ts";
import { type SideRamps, sideRamps } from "../theme/side-ramps.ts";
import type { ClassedFiguresOptions, WarmSide } from "./classed-figures-options.ts";

/** Classes of figures that lie on both sides of a midpoint. */
export interface TwoSides {
  /** Field of the figures. */
  readonly field: string;
  /** Declared by the author: then both sides have their colours, whatever the figures are. Else it is zero, where figures lie on both sides of it. */
  readonly midpoint: number | undefined;
  /** Limits between classes, where they are given: with zero between them they have two sides by themselves. */
  readonly limits?: readonly number[] | undefined;
  /** The side with the warm hue; as the theme has them in specs that were kept from versions without it. */
  readonly warm?: WarmSide | undefined;
  /** Temperatures, whose zero is one of many: a few that lie little below it are the lowest of one scale. */
  readonly areTemperatures?: boolean;
}

/** What recipes that class figures say of them. */
export const twoSidesOf = ({
  value,
  midpoint,
  classes,
  warm = "above",
  valueTitle = "",
}: ClassedFiguresOptions): TwoSides => ({
  field: value,
  midpoint,
  limits: classes,
  warm,
  areTemperatures: /°\s?[CF](?!\p{L})/u.test(valueTitle),
});

/** Of temperatures, the part of the reach to the other side of zero that makes a side. */
const sidePart = 0.1;

/** Whether rows are coloured by two ramps. */
export const haveTwoSides = (sides: TwoSides | undefined, rows: readonly ChartRow[]): boolean => {
  if (sides === undefined) return false;
  let [below, above] = [0, 0];
  for (const { [sides.field]: figure } of rows)
    if (typeof figure === "number") [below, above] = [Math.max(below, -figure), Math.max(above, figure)];
  const { midpoint, limits = [], areTemperatures = false } = sides;
  const least = areTemperatures ? sidePart * Math.max(below, above) : 0;
  return midpoint !== undefined || Math.min(below, above) > least || areOnBothSides(limits);
};

/** Of areas that have a chart each, all have the same classes, in the same colours, wherever the figures of one of them lie. */
const areOnBothSides = (limits: readonly number[]): boolean =>
  limits.some((limit) => limit < 0) && limits.some((limit) => limit > 0);

/** The range that classes of figures have in a spec, which a theme gives its ramp. */
export const classRange = "ordinal";

/** A spec whose classes have the ramps of a theme on both sides of the midpoint, in place of the one from light to dark. */
export function withTwoSides(
  spec: JsonObject,
  { midpoint = 0, warm }: TwoSides,
  { theme, mostClasses }: { readonly theme: ChartTheme; readonly mostClasses: number },
): JsonObject {
  const count = Math.max(mostClasses, ...limitsIn(spec).map((limits) => limits.length + 1));
  const ramps = withWarmSide(sideRamps(theme, count), warm);
  const sided = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sided);
    if (!isObject(value)) return value;
    if (value.type === "threshold" && value.range === classRange)
      return {
        ...value,
        reverse: false,
        range: Array.isArray(value.domain)
          ? ofLimits(value.domain.map(Number), midpoint, ramps)
          : Array.from({ length: mostClasses }, (_, index) => ({ expr: ofStep(index, ramps) })),
      };
    // Data and notes have no scales.
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, unscaled.has(key) ? part : sided(part)]),
    );
  };
  return sided(spec) as JsonObject;
}

/** Ramps of which the warm one is on a side, where one of them is warm and the other is not. */
function withWarmSide({ below, above, middle }: SideRamps, warm: WarmSide | undefined): SideRamps {
  const isOnOther = warm === "above" ? isWarm(below) && !isWarm(above) : isWarm(above) && !isWarm(below);
  return warm !== undefined && isOnOther ? { below: above, above: below, middle } : { below, above, middle };
}

/** By the colour that is furthest from the midpoint. */
function isWarm(ramps: SideRamps["below"]): boolean {
  const { red, blue } = readColor(ramps.at(-1)?.at(-1) ?? "") ?? black;
  return red > blue;
}

const unscaled: ReadonlySet<string> = new Set(["datasets", "data", "transform", "params", "usermeta", "config"]);

function limitsIn(value: unknown): readonly (readonly unknown[])[] {
  if (Array.isArray(value)) return value.flatMap(limitsIn);
  if (!isObject(value)) return [];
  if (value.type === "threshold" && value.range === classRange)
    return Array.isArray(value.domain) ? [value.domain] : [];
  return Object.entries(value).flatMap(([key, part]) => (unscaled.has(key) ? [] : limitsIn(part)));
}

/** Of limits that are given. */
function ofLimits(limits: readonly number[], midpoint: number, { below, above, middle }: SideRamps): readonly string[] {
  const countBelow = limits.filter((limit) => limit <= midpoint).length;
  const countAbove = limits.filter((limit) => limit >= midpoint).length;
  const longer = Math.max(countBelow, countAbove, 1) - 1;
  const isBetween = !limits.includes(midpoint);
  return [
    ...(below[longer] ?? []).slice(0, countBelow).toReversed(),
    ...(isBetween ? [middle] : []),
    ...(above[longer] ?? []).slice(0, countAbove),
  ];
}

/** A Vega expression: the colour of a class by its index, of limits that are multiples of a step from the midpoint (`stepParams`). */
function ofStep(index: number, { below, above }: SideRamps): string {
  const at = `(classFirst + ${index})`;
  const longer = "max(0, max(1 - classFirst, classLast + 1) - 1)";
  const colors = (ramps: SideRamps["below"], rank: string) =>
    `${JSON.stringify(ramps)}[${longer}][min(${rank}, ${longer})]`;
  return `${at} <= 0 ? ${colors(below, `-${at}`)} : ${colors(above, `${at} - 1`)}`;
}
