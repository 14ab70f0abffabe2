import { printedExpression } from "../round-as-printed.ts";
import { placeholders, recipeWords } from "../spec/own-words.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { quantitative } from "./channels.ts";
import type { ClassedFiguresOptions, GapNames } from "./classed-figures-options.ts";
import { datumField, defaultFormat, labelField, tickFormat } from "./figure-label.ts";
import { nameKey } from "./name-key.ts";
import { firstRow } from "./reference-layers.ts";
import { characterPx, digitPx, extentOf, linePx, longestOf, wrappedLines } from "./room-for-names.ts";
import { growingLimits, stepParams } from "./step-params.ts";
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
 * What a figure is classed by: `as-printed` where the picture prints it, rounded by its format, so that no tile says 20 in the class below 20; else by
 * what it is (`as-is`), as it was published: 19.6 is not `≥ 20`.
 */
export type ClassedBy = "as-printed" | "as-is";

/**
 * The parameters that classes and their colours are worked out by: those of `stepParams` where no limits are given. Of figures none of which is above
 * zero the darkest class is the lowest: as of those above it, the one that is furthest from zero.
 */
export const classParams = (
  { value, classes, midpoint, format = defaultFormat }: ClassedFiguresOptions,
  by: ClassedBy,
): readonly object[] => [
  ...classWords.params,
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
        areClassedAsPrinted: by === "as-printed",
        areOpenEnded: true,
      })
    : []),
  ...(isGrowing({ limits: classes, midpoint })
    ? growingLimits({
        name: "class",
        value,
        printedBy: format,
        areClassedAsPrinted: by === "as-printed",
        most: mostClasses - 1,
      })
    : []),
];

/** Whether classes may be wider the higher they are: where neither limits are given nor what they are counted from. */
const isGrowing = ({ limits, midpoint }: Pick<ClassesOptions, "limits" | "midpoint">): boolean =>
  limits === undefined && midpoint === undefined;

/** The figure by which a row is classed, as a field of it. */
const classedField = "classedFigure";

/** The same for expressions. */
export const classedFigure = datumField(classedField);

/**
 * The transform that makes it. Of two that are printed alike, 0.0 for both, one would stand in the class below zero and one in that above it if what
 * prints them did not class them so.
 */
export const classedFigures = (
  { value, format = defaultFormat }: Pick<ClassedFiguresOptions, "value" | "format">,
  by: ClassedBy,
) => ({
  calculate: `isValid(${datumField(value)}) ? ${by === "as-printed" ? printedExpression(datumField(value), format) : datumField(value)} : null`,
  as: classedField,
});

/** Of a note, characters: it takes a line of a key for itself. */
export const noteCharacters = 500;

interface ClassNoteOptions {
  readonly value: string;
  /** Vega expressions: that colours go by rounded figures, and what is said before it in any case. */
  readonly rounded: string;
  readonly before?: string;
  /** Lines of text between the plot and the note, or a Vega expression for them. */
  readonly linesBelow: number | string;
}

/** A layer whose legend says that colours go by rounded figures; nothing where that makes no difference, and nothing else is said. */
export const classNote = ({ value, rounded, before, linesBelow }: ClassNoteOptions) =>
  nameKey({
    transform: [
      { calculate: `${isClassedElsewhere(value)} ? 1 : 0`, as: "isElsewhere" },
      // Vega-Lite adds the field of small maps to a list that has to be there.
      { joinaggregate: [{ op: "max", field: "isElsewhere", as: "areElsewhere" }], groupby: [] },
      ...(before === undefined ? [{ filter: "datum.areElsewhere === 1" }] : []),
      ...firstRow("notePosition"),
      {
        calculate: before === undefined ? rounded : `${before} + (datum.areElsewhere === 1 ? ' ' + ${rounded} : '')`,
        as: "keyNote",
      },
    ],
    longest: noteCharacters,
    offset: offsetBelow(linesBelow),
    channel: "strokeWidth",
    field: "keyNote",
  });

/** A Vega expression: whether a figure lies in another class than its rounded one, which it is printed as. */
const isClassedElsewhere = (value: string) =>
  `(isValid(${datumField(value)}) && scale('color', ${datumField(value)}) !== scale('color', ${classedFigure}))`;

/** An expression for the limits between classes, by these parameters. */
function roundLimits(midpoint = 0): string {
  const from = midpoint === 0 ? "" : `${midpoint} + `;
  // A product of a step of tenths has digits that the step has not.
  const limits = Array.from(
    { length: mostClasses - 1 },
    (_, index) => `toNumber(replace(format(${from}(classFirst + ${index}) * classStep, '.12~g'), '−', '-'))`,
  );
  return limits.reduceRight(
    (more, _, index) =>
      index === 0 ? more : `(classLast - classFirst < ${index} ? [${limits.slice(0, index).join(", ")}] : ${more})`,
    `[${limits.join(", ")}]`,
  );
}

/** What a class says in the legend, by what it lies between: a limit belongs to the class above it, and to no other. */
const classWords = recipeWords({
  classUnder: undefined,
  classBetween: undefined,
  classFrom: undefined,
  classTo: undefined,
});

/**
 * A Vega expression: it in place of what Vega writes, `< 5`, `5 – 10` and `≥ 10`. Classes that are worked out from the figures end with the highest of them, and begin
 * with the lowest where that is below zero: an open one may hold 11 or 800. Limits that are given are the same for all figures.
 */
function classLabel({ value, limits, format }: ClassesOptions): string {
  const { classUnder, classBetween, classFrom, classTo } = classWords.says;
  const { low, high } = placeholders;
  const filled = (words: string, place: string, by: string) => `replace(${words}, '${place}', ${by})`;
  const between = (words: string, from: string, to: string) => filled(filled(words, low, from), high, to);
  const part = (index: 0 | 1) => `split(datum.label, ' – ')[${index}]`;
  const limit = "slice(datum.label, 2)";
  const [lowest, highest] = [0, 1].map((end) => `${extentOf(value)}[${end}]`);
  const written = (figure: string) => `format(${figure}, ${JSON.stringify(format)})`;
  const under = filled(classUnder, high, limit);
  const from = filled(classFrom, low, limit);
  return [
    `test(regexp('^< '), datum.label) ? ${limits ? under : `(${lowest} < 0 ? ${between(classBetween, written(lowest as string), limit)} : ${under})`}`,
    `test(regexp('^≥ '), datum.label) ? ${limits ? from : `(${written("datum.value")} !== ${written(highest as string)} ? ${between(classTo, limit, written(highest as string))} : ${from})`}`,
    `test(regexp(' – '), datum.label) ? ${between(classBetween, part(0), part(1))}`,
    "datum.label",
  ].join(" : ");
}

/** What a class has in the legend beside the digits of its two limits, px: its square, the words between these, and the gap to the next. */
const besideWordsPx = 22;
const besideLimitsPx = `(${besideWordsPx} + ${characterPx} * (length(${classWords.says.classBetween}) - ${`${placeholders.low}${placeholders.high}`.length}))`;

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
 * where few lie far from them; each wider than the one before where these would leave most figures in the lowest.
 *
 * The rows have to have the field that `classedAsPrinted` makes. The legend has a square for each class, as the opacity (always full) takes part in it: of a fill alone Vega draws a
 * strip, on which limits that are close have no room.
 */
export function classColors(options: ClassesOptions) {
  const { value, title, limits, midpoint, format } = options;
  const even = roundLimits(midpoint);
  const domain =
    limits === undefined
      ? { expr: isGrowing({ limits, midpoint }) ? `length(classGrowing) > 0 ? classGrowing : ${even}` : even }
      : [...limits];
  const full = Array.from({ length: limits === undefined ? mostClasses : limits.length + 1 }, () => 1);
  const labelPx = `(2 * ${digitPx} * ${limitCharacters(limits, format)} + ${besideLimitsPx})`;
  // The first class has one limit, and the last where it is open: on one line these take less.
  const areOnOneLine = `${full.length} <= ${mostClasses} && ${full.length} * ${labelPx} - ${limits ? 2 : 1} * ${digitPx} * ${limitCharacters(limits, format)} <= ${pictureWidth}`;
  const columns = {
    expr: `${areOnOneLine} ? ${full.length} : max(1, min(${mostClasses}, floor(${pictureWidth} / ${labelPx})))`,
  };
  const legend = {
    offset: legendPx,
    format: tickFormat(format),
    labelExpr: classLabel(options),
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

/** The same of a legend, where lines may be a Vega expression. */
const offsetBelow = (lines: number | string) =>
  typeof lines === "number" ? belowMap(lines) : { expr: `${belowMap(0)} + ${linePx} * ${lines}` };

/** Dashes of what disclosure control hid, and dots of what nobody has: colour does not tell them apart. */
const gapDash = (isHidden: string) => `${isHidden} ? [5, 2.5] : [1.25, 2]`;

/** The outline of areas without a figure. */
export const gapOutline = { strokeWidth: 1.25, strokeDash: { expr: gapDash("datum.state === 'suppressed'") } };

/** The outline of areas that the rows never speak of. */
export const paleOutline = { strokeWidth: 0.75, strokeOpacity: 0.6 };

interface NotInDataOptions {
  /** What the names of its layers begin with. */
  readonly name: string;
  /** Rows of such areas. */
  readonly data: object;
  readonly transform: readonly object[];
  /** A Vega expression: that some are not in the data. */
  readonly said: string;
  readonly offset: number;
}

/** A layer whose legend says how many areas of a map have no row. */
export const notInData = ({ name, data, transform, said, offset }: NotInDataOptions) => ({
  name: `${name}Said`,
  ...nameKey({
    data,
    transform: [
      ...transform,
      { aggregate: [{ op: "count", as: "absentCount" }] },
      { filter: "datum.absentCount > 0" },
      { calculate: `${said} + ': ' + datum.absentCount + '.'`, as: "keyNote" },
    ],
    longest: noteCharacters,
    offset,
    channel: "strokeWidth",
    field: "keyNote",
  }),
});

/** A transform: what has no figure has the colour of context. */
export const gapToned = { calculate: "'gap'", as: "gapTone" };

/** The colour of outlines, that of context, by `gapTone`: a word, as numbers are read as figures that have a colour. */
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
          offset: offsetBelow(linesBelow),
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

/** Transforms that name a gap as the legend does. */
export const gapNamed = ({ suppressed, missing }: GapNames) => [
  { calculate: `datum.state === 'suppressed' ? ${suppressed} : ${missing}`, as: "gapName" },
  gapToned,
];

/** What it calls them as Vega expressions: the author's names, or the language's by parameters that the spec has to have. */
export const gapWords = (names: Partial<GapNames> = {}) =>
  recipeWords({ suppressed: names.suppressed, missing: names.missing });
