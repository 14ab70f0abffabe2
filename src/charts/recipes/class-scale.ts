import { printedExpression } from "../round-as-printed.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { quantitative } from "./channels.ts";
import type { ClassedFiguresOptions, GapNames } from "./classed-figures-options.ts";
import { datumField, defaultFormat, labelField, nameWithFigure, tickFormat } from "./figure-label.ts";
import {
  characterPx,
  charactersIn,
  digitPx,
  extentOf,
  figureCharacters,
  linePx,
  lines,
  linesOf,
  longestOf,
  wrapped,
  wrappedLines,
} from "./room-for-names.ts";
import { stepParams } from "./step-params.ts";
import { classRange } from "./two-sides.ts";

export interface ClassesOptions {
  readonly value: string;
  readonly title: string | undefined;
  readonly limits: readonly number[] | undefined;
  readonly midpoint: number | undefined;
  readonly format: string;
}

/** Classes of equal width between the open ones at the ends where no limits are given: more are not told apart by their shades. */
export const mostClasses = 6;

/** The parameter that says whether the ramp is turned round. */
const isTurned = "classTurned";

/**
 * The parameters that classes and their colours are worked out by: those of `stepParams` where no limits are given. Of figures none of which is above
 * zero the darkest class is the lowest: as of those above it, the one that is furthest from zero.
 */
export const classParams = ({
  value,
  classes,
  midpoint,
  format = defaultFormat,
}: ClassedFiguresOptions): readonly object[] => [
  {
    name: isTurned,
    expr: midpoint === undefined ? `${extentOf(value)}[0] < 0 && ${extentOf(value)}[1] <= 0` : "false",
  },
  ...(classes === undefined
    ? stepParams({
        name: "class",
        value,
        most: String(mostClasses),
        areFewOfSame: true,
        isFine: true,
        from: midpoint,
        printedBy: format,
        areOpenEnded: true,
      })
    : []),
];

/** The figure by which a row is classed, as a field of it. */
const classedField = "classedFigure";

/** The same for expressions. */
export const classedFigure = datumField(classedField);

/**
 * The transform that makes it: the figure as it is printed. Of two that are printed alike, 0.0 for both, one would else stand in the class below
 * zero, and one in that above it.
 */
export const classedAsPrinted = ({
  value,
  format = defaultFormat,
}: Pick<ClassedFiguresOptions, "value" | "format">) => ({
  calculate: `isValid(${datumField(value)}) ? ${printedExpression(datumField(value), format)} : null`,
  as: classedField,
});

/** An expression for the limits between classes, by these parameters. */
function roundLimits(midpoint = 0): { readonly expr: string } {
  const from = midpoint === 0 ? "" : `${midpoint} + `;
  // A product of a step of tenths has digits that the step has not.
  const limits = Array.from(
    { length: mostClasses - 1 },
    (_, index) => `toNumber(replace(format(${from}(classFirst + ${index}) * classStep, '.12~g'), '−', '-'))`,
  );
  return {
    expr: limits.reduceRight(
      (more, _, index) =>
        index === 0 ? more : `(classLast - classFirst < ${index} ? [${limits.slice(0, index).join(", ")}] : ${more})`,
      `[${limits.join(", ")}]`,
    ),
  };
}

/** What a class has in the legend beside the digits of its two limits, px: its square, ` – < `, and the gap to the next. */
const besideLimitsPx = 58;

/** A Vega expression: digits of the longest limit between classes, as it is written. */
function limitCharacters(limits: readonly number[] | undefined, format: string): string {
  const written = (limit: string | number) => `length(format(${limit}, ${JSON.stringify(tickFormat(format))}))`;
  const ends = limits ?? ["classFirst * classStep", "classLast * classStep"];
  return `max(1, ${ends.map(written).join(", ")})`;
}

/** From the legend to the plot. */
const legendPx = 12;

/**
 * Colour by classes of figures: between the limits given, else up to six of equal width from the lowest to the highest, or between most figures
 * where few lie far from them.
 *
 * The rows have to have the field that `classedAsPrinted` makes. The legend has a square for each class, as the opacity (always full) takes part in it: of a fill alone Vega draws a
 * strip, on which limits that are close have no room.
 */
export function classColors({ value, title, limits, midpoint, format }: ClassesOptions) {
  const domain = limits === undefined ? roundLimits(midpoint) : [...limits];
  const full = Array.from({ length: limits === undefined ? mostClasses : limits.length + 1 }, () => 1);
  const labelPx = `(2 * ${digitPx} * ${limitCharacters(limits, format)} + ${besideLimitsPx})`;
  const columns = { expr: `max(1, min(6, floor(${pictureWidth} / ${labelPx})))` };
  const legend = {
    offset: legendPx,
    format: tickFormat(format),
    // A limit belongs to the class above it, and to no other.
    labelExpr: "replace(datum.label, ' – ', ' – < ')",
    symbolType: "square",
    columns,
    direction: "horizontal",
    // Vega cuts titles at 180 px, which "Offences recorded per 100,000 children" is longer than.
    titleLimit: { expr: pictureWidth },
  };
  const channel = (own: object) =>
    quantitative(classedField, title ?? value, { scale: { type: "threshold", domain, ...own }, legend });
  return { color: channel({ range: classRange, reverse: { expr: isTurned } }), opacity: channel({ range: full }) };
}

/** Lines of figures without a place on the map that are written below it, most often none: more are tried where fewer have no room. */
export const linesBelow = [0, 1, 3, 8, 20, 45] as const;

/** From the map to what is written below it, px: so many lines. */
export const belowMap = (lines: number): number => 17 + linePx * lines;

/** Dashes of what disclosure control hid, and dots of what nobody has: colour does not tell them apart. */
const gapDash = (isHidden: string) => `${isHidden} ? [5, 2.5] : [1.25, 2]`;

/** The outline of areas without a figure. */
export const gapOutline = { strokeWidth: 1.25, strokeDash: { expr: gapDash("datum.state === 'suppressed'") } };

/** Its colour, that of context, by `gapTone`: a word, as numbers are read as figures that have a colour. */
export const gapStroke = {
  field: "gapTone",
  type: "nominal",
  legend: null,
  scale: { domain: ["subject", "gap"], range: "emphasis" },
};

interface OutlineLegendOptions {
  /** Lines of text between the map and the legend, or a Vega expression for them; 1 where absent. */
  readonly linesBelow?: number | string;
  /** Field of the areas, one of which it may name. */
  readonly area?: string;
}

/**
 * A layer that draws nothing: its legend, below the map and so many lines that are written there, says what outlines mean: dashes and dots of
 * gaps, by `gapName`, and the heavy line of the area that stands out, by its name in the same field, where nothing else names it.
 */
export const outlineLegend = (
  { suppressed, missing }: GapNames,
  { linesBelow = 1, area }: OutlineLegendOptions = {},
) => {
  const isGap = `(datum.value === ${suppressed} || datum.value === ${missing})`;
  const symbols = {
    strokeDash: { value: { signal: `${isGap} ? (${gapDash(`datum.value === ${suppressed}`)}) : [1, 0]` } },
    stroke: { value: { signal: `scale('stroke', ${isGap} ? 'gap' : 'subject')` } },
    strokeWidth: { value: { signal: `${isGap} ? 1.25 : 2.5` } },
  };
  return {
    mark: { type: "point", filled: false, opacity: 0 },
    encoding: {
      shape: {
        field: "gapName",
        type: "nominal",
        title: null,
        scale: { range: ["square"] },
        legend: {
          orient: "bottom",
          direction: "horizontal",
          offset:
            typeof linesBelow === "number"
              ? belowMap(linesBelow)
              : { expr: `${belowMap(0)} + ${linePx} * ${linesBelow}` },
          ...(area === undefined ? {} : namesInRoom(area)),
          symbolOpacity: 1,
          symbolFillColor: "transparent",
          encoding: { symbols },
        },
      },
    },
  };
};

/** What both kinds of gap take of a legend of one line, px. */
const gapNamesPx = 290;

/** The properties of a legend that has a name among its entries: below one another where they have no room beside it. */
const namesInRoom = (area: string) => ({
  columns: {
    expr: `${longestOf(area, [8, 12, 16, 20, 28, 40, 60])} * ${characterPx} + ${gapNamesPx} <= ${pictureWidth} ? 3 : 1`,
  },
  labelExpr: wrappedLines("datum.label", `max(8, floor((${pictureWidth} - 30) / ${characterPx}))`),
  labelLimit: { expr: pictureWidth },
  labelLineHeight: linePx,
});

/**
 * The same for the area that stands out, with the marker of its gap where a field of its only figure is given.
 * @param isUnnamed whether nothing else names it, as a Vega expression.
 */
export const subjectLegend = (
  isUnnamed: string,
  says: GapNames,
  { value, ...options }: Required<OutlineLegendOptions> & { readonly value?: string },
) => ({
  transform: [
    { filter: `datum.isSubject === 1 && ${isUnnamed}` },
    {
      calculate: `${datumField(options.area)}${value === undefined ? "" : ` + (isValid(${datumField(value)}) ? '' : ' ' + datum.${labelField})`}`,
      as: "gapName",
    },
  ],
  ...outlineLegend(says, options),
});

/** Transforms that name a gap as the legend does, by what says whether it was hidden: a Vega expression. */
export const gapNamed = ({ suppressed, missing }: GapNames, isHidden = "datum.state === 'suppressed'") => [
  { calculate: `${isHidden} ? ${suppressed} : ${missing}`, as: "gapName" },
  { calculate: "'gap'", as: "gapTone" },
];

/** What it calls them as Vega expressions: the author's names, or the language's by parameters that the spec has to have. */
export const gapWords = (names: Partial<GapNames> = {}) =>
  recipeWords({ suppressed: names.suppressed, missing: names.missing });

export interface OffMapOptions {
  readonly area: string;
  readonly value: string;
  readonly format: string;
  /** A Vega expression: whether a row has no place on the map. */
  readonly isOff: string;
  /** Below the plot, px, or a Vega expression for it; 8 where absent. */
  readonly dy?: number | string;
  /** The room that it has, px, as a Vega expression; the picture's width where absent. */
  readonly roomPx?: string;
  /** The field that says which of several maps it stands below. */
  readonly by?: string;
  /** What gaps are called, and where their names are, as Vega expressions: many of them are told as a number, but those whose `isSubject` is 1. All are named where absent. */
  readonly counted?: GapNames & { readonly namesInData: string };
}

/** Areas without a figure that are named, where more are told as a number. */
export const mostNamedGaps = 10;

/**
 * A layer that writes the figures which have no place on the map below it, a text for each row, in as many columns as the longest leaves
 * room for: no figure is lost, and each stands by itself beside its name.
 */
export const offMap = ({ area, value, format, isOff, dy = 8, roomPx = pictureWidth, by, counted }: OffMapOptions) => {
  const characters = `max(8, floor(${pictureWidth} / ${characterPx}))`;
  // By all names: what only gaps have in common would tell of them.
  const longest = `min(${characters}, ${longestOf(area, [6, 8, 10, 14, 20, 28, 40, 60])} + 2 + ${figureCharacters(value, format)})`;
  const columnPx = `(${longest} * ${characterPx} + 12)`;
  const columns = `max(1, floor((${roomPx} + 12) / ${columnPx}))`;
  const rowPx = `(${linePx} * ${linesOf(area, `(${characters} - 1 - ${figureCharacters(value, format)})`)})`;
  const groupby = by === undefined ? [] : [fieldReference(by)];
  const gapCount = [
    { calculate: `isValid(${datumField(value)}) ? 0 : 1`, as: "offGap" },
    { calculate: "datum.offGap === 0 || datum.isSubject === 1 ? 1 : 0", as: "offNamed" },
    {
      joinaggregate: [
        { op: "sum", field: "offGap", as: "offGaps" },
        { op: "sum", field: "offNamed", as: "offNames" },
      ],
      groupby,
    },
  ];
  const names = {
    transform: [
      { filter: isOff },
      ...(counted === undefined
        ? []
        : [...gapCount, { filter: `datum.offGaps <= ${mostNamedGaps} || datum.offNamed === 1` }]),
      {
        calculate: lines(
          wrapped(nameWithFigure(datumField(area), datumField(labelField), datumField(value)), characters),
        ),
        as: "offText",
      },
      {
        window: [{ op: "row_number", as: "offPosition" }],
        groupby,
      },
    ],
    mark: {
      type: "text",
      align: "left",
      baseline: "top",
      dx: { expr: `((datum.offPosition - 1) % ${columns}) * ${columnPx}` },
      dy: { expr: `${dy} + floor((datum.offPosition - 1) / ${columns}) * ${rowPx}` },
      lineBreak: "\n",
      lineHeight: linePx,
    },
    encoding: { x: { value: 0 }, y: { value: "height" }, text: { field: "offText" } },
  };
  if (counted === undefined) return names;
  const below = `${dy} + ceil(datum.offNames / ${columns}) * ${rowPx}`;
  const charactersAcross = roomPx === pictureWidth ? charactersIn(0.85) : `max(8, floor(${roomPx} / ${characterPx}))`;
  return {
    layer: [
      names,
      countedGaps([{ filter: isOff }, ...gapCount], { dy: below, groupby, counted, characters: charactersAcross }),
    ],
  };
};

interface CountedGapsOptions extends Required<Pick<OffMapOptions, "counted">> {
  readonly dy: string;
  readonly groupby: readonly string[];
  /** Of a line, a Vega expression. */
  readonly characters: string;
}

/** How many have no figure, by the reason: more than are named. Whom the chart is about is named above them, and what has a figure. */
const countedGaps = (
  gapCount: readonly object[],
  { dy, groupby, counted: { suppressed, missing, namesInData }, characters }: CountedGapsOptions,
) => ({
  transform: [
    ...gapCount,
    { filter: `datum.offGap === 1 && datum.offGaps > ${mostNamedGaps}` },
    { calculate: `datum.state === 'suppressed' ? ${suppressed} : ${missing}`, as: "gapName" },
    { aggregate: [{ op: "count", as: "offCount" }], groupby: ["gapName", "offNames", ...groupby] },
    {
      window: [{ op: "row_number", as: "offPosition" }],
      groupby,
    },
    { joinaggregate: [{ op: "count", as: "offReasons" }], groupby },
    {
      calculate: `datum.gapName + ': ' + datum.offCount + (datum.offPosition === datum.offReasons ? '. ' + ${namesInData} : '')`,
      as: "offSaid",
    },
    { calculate: lines(wrapped("datum.offSaid", characters)), as: "offText" },
    { calculate: "length(split(datum.offText, '\\n'))", as: "offLines" },
    {
      window: [{ op: "sum", field: "offLines", as: "offLine" }],
      frame: [null, 0],
      groupby,
    },
  ],
  mark: {
    type: "text",
    align: "left",
    baseline: "top",
    dy: { expr: `${dy} + ${linePx} * (datum.offLine - datum.offLines)` },
    lineBreak: "\n",
    lineHeight: linePx,
  },
  encoding: { x: { value: 0 }, y: { value: "height" }, text: { field: "offText" } },
});

/** What charts that count gaps read for it, and the parameters that this takes. */
export function countedGapWords(names: Partial<GapNames> = {}) {
  const { suppressed, missing } = names;
  const { says, params } = recipeWords({ suppressed, missing, namesInData: undefined });
  return { counted: says, params };
}
