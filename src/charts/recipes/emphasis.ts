import { isObject, type JsonObject } from "../json.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { defaultTheme } from "../theme/chart-theme.ts";
import { sideRanges } from "../theme/side-ranges.ts";
import { datumField } from "./figure-label.ts";
import type { LayerNeed } from "./layer-needs.ts";

/**
 * Transforms that tell what stands out: `emphasis` is 1 in the rows to be drawn in the main colour, 0 in those that are
 * context. Where no row stands out, all are in the main colour.
 */
export function emphasise(highlight: string) {
  return [
    { calculate: `${datumField(highlight)} === true ? 1 : 0`, as: "isSubject" },
    { joinaggregate: [{ op: "max" as const, field: "isSubject", as: "hasSubject" }] },
    { calculate: "datum.isSubject === datum.hasSubject ? 1 : 0", as: "rowEmphasis" },
  ];
}

/** Transforms that number the rows, and tell which of them stand out, for `aboutLine`. */
export const markRows = (name: string, highlight: string) => [
  { calculate: `${datumField(highlight)} === true ? 1 : 0`, as: "isMarked" },
  {
    window: [
      { op: "row_number" as const, as: "rowNumber" },
      { op: "first_value" as const, field: fieldReference(name), as: "firstName" },
    ],
    frame: [null, null],
  },
];

/** What is told of each line, for `emphasiseLine`: whether some row of it stands out, and where it begins. */
export const aboutLine = [
  { op: "max" as const, field: "isMarked", as: "isSubject" },
  { op: "min" as const, field: "rowNumber", as: "seriesStart" },
];

/**
 * The same of lines: `emphasis` is 1 in all rows of the names that stand out in some row. Where none does, the first name in the order of the
 * rows is what the others are compared with.
 */
export const emphasiseLine = (name: string) => [
  {
    joinaggregate: [
      { op: "max" as const, field: "isSubject", as: "hasSubject" },
      { op: "min" as const, field: "isSubject", as: "leastSubject" },
      { op: "distinct" as const, field: fieldReference(name), as: "lineCount" },
    ],
  },
  {
    calculate: `datum.hasSubject === 1 ? datum.isSubject : ${datumField(name)} === datum.firstName ? 1 : 0`,
    as: "rowEmphasis",
  },
];

/** A Vega expression: whether there are lines beside those that stand out. */
export const hasOthers = "(datum.hasSubject === 1 ? datum.leastSubject === 0 : datum.lineCount > 1)";

/** The theme's colours for it. */
export const emphasisColor = {
  field: "rowEmphasis",
  type: "nominal",
  legend: null,
  scale: { domain: [1, 0], range: "emphasis" as never },
} as const;

/** So many lines are told apart from the rest besides the subject: each by its dashes, which more of them would not be. */
export const mostCompared = 3;

/**
 * Transforms after `emphasiseLine` that tell how each line looks: `lineLook` is 2 in the subject's rows, 1 in those of the lines that it is compared
 * with, 0 in the rest; `comparedPosition` counts the former from 1. They are the names given; where none is, all others, where they are few.
 */
export const lookOfLines = (series: string, compared: readonly string[] | undefined) => [
  ...(compared === undefined
    ? [
        {
          window: [{ op: "dense_rank" as const, as: "seriesPosition" }],
          sort: [{ field: "seriesStart" }],
          groupby: ["rowEmphasis"],
        },
        {
          joinaggregate: [{ op: "distinct" as const, field: fieldReference(series), as: "alikeCount" }],
          groupby: ["rowEmphasis"],
        },
        {
          calculate: `datum.rowEmphasis === 0 && datum.alikeCount <= ${mostCompared} ? datum.seriesPosition : 0`,
          as: "comparedPosition",
        },
      ]
    : [
        {
          calculate: `datum.rowEmphasis === 0 ? indexof(${JSON.stringify(compared)}, ${datumField(series)}) + 1 : 0`,
          as: "comparedPosition",
        },
      ]),
  { calculate: "datum.rowEmphasis === 1 ? 2 : datum.comparedPosition > 0 ? 1 : 0", as: "lineLook" },
];

/** A property of a mark: Vega-Lite writes the width of a theme's lines over one that an encoding gives. */
export const lineWidth = { expr: "datum.lineLook === 0 ? 1.25 : 2.5" };

/** How lines of each look are drawn: the subject in its colour, those it is compared with in a darker grey and dashed, the rest thin. */
export const lineLooks = {
  color: {
    field: "lineLook",
    type: "nominal",
    legend: null,
    scale: { domain: [2, 1, 0], range: "lines" as never },
  },
  strokeDash: {
    condition: [
      { test: "datum.comparedPosition === 2", value: [8, 4] },
      { test: "datum.comparedPosition === 3", value: [2, 4] },
    ],
    value: [1, 0],
  },
} as const;

/** The style of texts that may lie on lines and dots: a theme gives them an outline in the colour of the page, under their letters. */
export const overMarks = "over-marks";

/** What the names of layers begin with that draw what stands out and nothing else, and the rows that need them. */
export const subjectLayer = "ofSubject";
export const subjectFor = (highlight: string): LayerNeed => ({
  layer: subjectLayer,
  draws: "marked",
  field: highlight,
});

/** The style of texts that name what stands out: in its colour, where that can be read. */
export const namesSubject = "names-subject";

/** Bold where one stands out; where none does, nothing is. */
export const emphasisWeight = { expr: "datum.isSubject === 1 ? 'bold' : 'normal'" };

/** The colours that the range `emphasis` has where no theme is: in Vega's editor, or by Vega alone. */
export const emphasisConfig = () => ({
  range: {
    emphasis: [defaultTheme.highlightColor, defaultTheme.contextColor],
    lines: [defaultTheme.highlightColor, defaultTheme.mutedColor, defaultTheme.contextColor],
  },
});

/** A spec without the colours that its recipe gave it, so that it takes the theme's; colours of the author's own stay. */
export function withoutRecipeColors(spec: JsonObject): JsonObject {
  const { config } = spec;
  if (!isObject(config) || !isObject(config.range)) return spec;
  const recipes = { ...emphasisConfig().range, ...sideRanges(defaultTheme.diverging) } as Readonly<
    Record<string, unknown>
  >;
  const own = Object.entries(config.range).filter(
    ([name, colors]) => JSON.stringify(colors) !== JSON.stringify(recipes[name]),
  );
  return { ...spec, config: { ...config, range: Object.fromEntries(own) } };
}
