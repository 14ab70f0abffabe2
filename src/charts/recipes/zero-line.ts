import { isObject, type JsonObject } from "../json.ts";
import { type ChartTheme, defaultTheme } from "../theme/chart-theme.ts";
import type { LayerNeed } from "./layer-needs.ts";
import { firstRow } from "./reference-layers.ts";
import { extentOf } from "./room-for-names.ts";

/** Parameters that have colours of the theme: those of the house in the spec, so that it can be drawn elsewhere too. */
const colorOf = {
  zeroLineColor: ({ mutedColor }: ChartTheme) => mutedColor,
  gridLineColor: ({ gridColor }: ChartTheme) => gridColor,
} as const;

type ColorParam = keyof typeof colorOf;

const isColorParam = (name: unknown): name is ColorParam => typeof name === "string" && name in colorOf;

/** The parameters that the axes below read. */
export const zeroParams = (Object.keys(colorOf) as ColorParam[]).map((name) => ({
  name,
  value: colorOf[name](defaultTheme),
}));

/** A spec whose lines are in the colours of a theme. */
export function withLineColors(spec: JsonObject, theme: ChartTheme): JsonObject {
  if (!Array.isArray(spec.params)) return spec;
  const params = spec.params.map((param: unknown) =>
    isObject(param) && isColorParam(param.name) ? { ...param, value: colorOf[param.name](theme) } : param,
  );
  return { ...spec, params };
}

/** A Vega expression: whether figures of some fields are below zero. */
const goBelowZero = (...fields: readonly string[]): string =>
  `(${fields.map((field) => `${extentOf(field)}[0] < 0`).join(" || ")})`;

const zeroPx = 1.5;

/** Of an axis with a grid: where figures go below zero, that is the heavy line from which they are read. */
export function heavyZero(...fields: readonly string[]) {
  const isZero = `datum.value === 0 && ${goBelowZero(...fields)}`;
  return {
    gridColor: { expr: `${isZero} ? zeroLineColor : gridLineColor` },
    gridWidth: { expr: `${isZero} ? ${zeroPx} : 1` },
  } as const;
}

/** Of the axis at the foot of such a plot: its line is that of zero, unless figures go below it. */
export function lineUnlessBelow(...fields: readonly string[]) {
  const opacity = { expr: `${goBelowZero(...fields)} ? 0 : 1` };
  return { domain: true, domainOpacity: opacity, tickOpacity: opacity } as const;
}

/** A line at zero, where bars go either way. */
export const zeroLine = (value: string) =>
  ({
    title: null,
    values: [0],
    labels: false,
    ticks: false,
    domain: false,
    grid: true,
    gridWidth: zeroPx,
    gridColor: { expr: `${goBelowZero(value)} ? zeroLineColor : gridLineColor` },
    gridOpacity: { expr: `${goBelowZero(value)} ? 1 : 0` },
  }) as const;

/** The same for a plot that has no axis where no figure is below zero. */
export const zeroAxis = (...fields: readonly string[]) =>
  ({
    title: null,
    values: { expr: `${goBelowZero(...fields)} ? [0] : []` },
    labels: false,
    ticks: false,
    domain: false,
    grid: true,
    gridWidth: zeroPx,
    gridColor: { expr: "zeroLineColor" },
  }) as const;

/** Where a line from top to bottom ends, so far above the foot of the plot. */
export const toFoot = (px: number) => ({ value: px === 0 ? "height" : { expr: `height - ${px}` } });

const zeroLayer = "zeroRule";

/** Rows that need that of a field. */
export const zeroRuleFor = (field: string): LayerNeed => ({ layer: zeroLayer, draws: "belowZero", field });

interface ZeroRuleOptions {
  readonly hasZero: boolean;
  readonly fields: readonly string[];
  /** How far below the top of the plot it begins, or a Vega expression for it: where names stand there, with lines of their own. */
  readonly fromPx?: number | string;
  /** How far above its foot it ends: where names stand there. */
  readonly footPx?: number;
}

/** A layer with that line across a scale from left to right that has no grid. A scale that does not begin at zero has it where a figure of the last field is above. */
export const zeroRule = (scale: object, { hasZero, fields, fromPx = 0, footPx = 0 }: ZeroRuleOptions) => {
  const { field: _, ...place } = scale as JsonObject;
  const reachZero = hasZero ? "" : ` && ${extentOf(fields.at(-1) ?? "")}[1] >= 0`;
  return {
    name: zeroLayer,
    transform: [...firstRow("zeroPosition"), { filter: `${goBelowZero(...fields)}${reachZero}` }],
    mark: { type: "rule", strokeWidth: zeroPx },
    encoding: {
      x: { ...place, title: null, datum: 0 },
      y: { value: typeof fromPx === "number" ? fromPx : { expr: fromPx } },
      y2: toFoot(footPx),
    },
  };
};
