import type { TopLevelSpec } from "vega-lite";
import { printedExpression } from "../round-as-printed.ts";
import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, emphasisWeight, lineLooks, subjectFor, subjectLayer } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, missingLabel, nameWithFigure } from "./figure-label.ts";
import type { LinesSpecOptions } from "./lines-spec-options.ts";
import { mostNamedGaps } from "./off-map.ts";
import { optionsNow } from "./options-now.ts";
import { periodEnds } from "./period-ends.ts";
import { commonAbove, paddingAbove, periodCharacters, periodLabel, periodParams } from "./period-names.ts";
import { recipeNotes } from "./recipe-notes.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { firstRow } from "./reference-layers.ts";
import {
  charactersIn,
  dotEnds,
  linePx,
  lines,
  linesOf,
  widthParam,
  wrapped,
  wrappedAtSpaces,
} from "./room-for-names.ts";
import { blockPx, centeredLines, labelHeight, linesPx, pixels, spreadLabels } from "./spread-labels.ts";
import { zeroAxis, zeroParams } from "./zero-line.ts";

/** There are two periods: the first on the left. */
export interface SlopeSpecOptions extends LinesSpecOptions {
  /**
   * `both` ends carry names where absent; `last`: the first only its figures, for narrow columns, and names of gaps. Lines that end in one figure have that of their
   * start before it, by which they are told apart: `24 → 6`.
   */
  readonly names?: "both" | "last";
  /** Of the plot, at least; 360 where absent. It grows with the number of labels. */
  readonly heightPx?: number;
}

/** Of more lines than these a crowd of names would lead nowhere: then the extremes are named, and the one that stands out. */
const mostNamed = 24;

/** Of the highest figure, a part below which the lowest stands on a scale from zero: nothing is written there, and lines of all others would leave it empty. */
const nearZero = "0.2";

/** As many are named that share a place, such as the lowest: of more the first is. */
const mostSharing = 6;

/** Narrower, px, names at both ends leave lines hardly the room to be told apart. */
const leastOfBothPx = 400;

/**
 * A line from one period to another for each area, with names and figures at both ends; names that leave the lines no room stand at the
 * last. Of more than 24 areas, or of 13 whose names would stand far from their lines, the one that stands out is named, the highest and the lowest of
 * either period, and those of the largest rise and fall, all that share such a place where they are few; the others are grey lines, and a note below says so.
 *
 * Labels that would touch are moved apart, in the order of their figures, with a thin line to the point that they are of.
 * A gap is a label without a line, below the others: [c] or [x]. Where few are named, one without any figure stands at the last period alone, and more than
 * ten of these are told as a number.
 */
export function slopeSpec(options: SlopeSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("slopeSpec", options);
  const own = {
    recipe: "slopeSpec",
    ends: options.x,
    layersFor: [subjectFor(options.highlight ?? "highlight")],
    written: { fields: [options.y], format: options.format },
    instead:
      "Use dumbbellSpec for up to 35 areas or long names, and rankingSpec with the rows of the last period for more.",
  };
  const ofLast = [
    { names: "last", hasStarts: true },
    { names: "last", hasStarts: false },
  ] as const;
  const ofBoth = [{ names: "both", hasStarts: false }, ...ofLast] as const;
  const named = options.names === "last" ? ofLast : ofBoth;
  const rooms = [
    ...named.flatMap((each, at) =>
      [false, true].map((isRoomy) => ({
        ...each,
        isRoomy,
        areFewNamed: false,
        after: afterOthers({ plain: 2 * at, isRoomy, hadStarts: named[at - 1]?.hasStarts === true }),
      })),
    ),
    ...named.map((each) => ({ ...each, isRoomy: false, areFewNamed: true, after: null })),
  ];
  const layouts = rooms.map(({ names, after, ...layout }) => ({
    draw: () => ({
      ...slope({ ...now, names }, layout),
      ...recipeNotes({ ...own, told: { field: options.series, ...(layout.areFewNamed ? ofMany : ofFew) } }),
    }),
    leastPx: names === "both" ? leastOfBothPx : 0,
    after,
  }));
  const widthsPx = layouts.map(({ leastPx }) => leastPx);
  const triedAfter = layouts.map(({ after }) => after);
  const [first, ...otherwise] = layouts.map(({ draw }) => draw);
  return recipeSpec(
    { ...own, told: { field: options.series, ...ofFew }, otherwise, widthsPx, triedAfter },
    { ...first?.() },
  );
}

/**
 * Room is for labels that a crowd has cut (`cutWhereCrowded`). A crowd with the figures of starts before names is one without them too: these are left out
 * where they had no room for another reason.
 */
function afterOthers({ plain, isRoomy, hadStarts }: { plain: number; isRoomy: boolean; hadStarts: boolean }) {
  if (hadStarts) return { way: isRoomy ? plain - 1 : plain - 2, isCut: false };
  return isRoomy ? { way: plain, isCut: true } : null;
}

/** Of no more names than these all are named however far they stand. */
const mostFollowed = 12;

interface Crowd {
  /** Names that stand further from the ends of their lines, px, and more of them, are led to by lines that run into one another. */
  readonly farPx: number;
  readonly mostFar: number;
  /** Of no more names than these all are shown as they are. */
  readonly mostNames: number;
}

/** Such crowds get more room first; those that are one with it too give way to fewer names. */
const crowds = {
  plain: { farPx: 40, mostFar: 2, mostNames: 0 },
  roomy: { farPx: 75, mostFar: 5, mostNames: mostFollowed },
} as const;

/** The parameter that tells whether the plot is higher, with room above and below the lines: what has another value is compiled once. */
const roomParam = (isRoomy: boolean) => ({ name: "isRoomy", value: isRoomy });

const crowdIf = (limit: keyof Crowd) => `(isRoomy ? ${crowds.roomy[limit]} : ${crowds.plain[limit]})`;

/** Transforms that cut the labels of such a crowd, so that another layout takes their place. */
const cutWhereCrowded = [
  { calculate: `!datum.isGap && abs(datum.labelAt - datum.labelHome) > ${crowdIf("farPx")} ? 1 : 0`, as: "isFar" },
  { joinaggregate: [{ op: "sum", field: "isFar", as: "farLabels" }] },
  {
    calculate: `datum.endLabel + (datum.farLabels > ${crowdIf("mostFar")} && length(data('data')) > 2 * ${crowdIf("mostNames")} ? '…' : '')`,
    as: "endLabel",
  },
];

/** Where names crowd at one end of the scale: px above and below the lines that names may stand at, and how much higher the plot is. */
const roomPx = 60;
const timesHigher = 1.5;
const roomyRange = {
  rangeMin: { expr: `isRoomy ? height - ${roomPx} : height` },
  rangeMax: { expr: `isRoomy ? ${roomPx} : 0` },
};

const ofFew = { from: 0, to: mostNamed };
const ofMany = { from: mostFollowed + 1, to: Number.MAX_SAFE_INTEGER };

/** Characters of a line of a name beside the figures of the first period, which are short. */
const gapCharacters = 12;

/** A Vega expression: the name of a gap of the first period, in lines that leave the slopes their room. */
const gapAtFirst = (series: string, figure: string): string =>
  `join(${wrappedAtSpaces(`${datumField(series)} + '  ' + (${figure})`, String(gapCharacters))}, '\\n')`;

/**
 * Transforms that tell from which figure each line comes where the ends of some are printed alike, among those that are named; null where all ends differ. Of
 * some lines alone it would be read as something else than what the others have.
 */
function startsOfShared(
  { y, series, format = defaultFormat }: SlopeSpecOptions,
  { areFewNamed }: Pick<SlopeLayout, "areFewNamed">,
): readonly object[] {
  const value = datumField(y);
  return [
    { calculate: `datum.isFirst && isValid(${value}) ? ${value} : null`, as: "startFigure" },
    {
      joinaggregate: [{ op: "values", field: fieldReference(series), as: "rowsOfLine" }],
      groupby: [fieldReference(series)],
    },
    // Not their maximum, which would be one of a figure that is hidden.
    { calculate: "pluck(datum.rowsOfLine, 'startFigure')", as: "startFigures" },
    { calculate: "isValid(datum.startFigures[0]) ? datum.startFigures[0] : datum.startFigures[1]", as: "startOfLine" },
    {
      calculate: `datum.isLast && isValid(${value})${areFewNamed ? " && datum.lineLook > 0" : ""} ? ${printedExpression(value, format)} : null`,
      as: "endFigure",
    },
    { joinaggregate: [{ op: "count", as: "endsAlike" }], groupby: ["endFigure"] },
    { calculate: "isValid(datum.endFigure) ? datum.endsAlike : 0", as: "endsShared" },
    { joinaggregate: [{ op: "max", field: "endsShared", as: "mostShared" }] },
    { calculate: "isValid(datum.startOfLine) && datum.mostShared > 1 ? datum.startOfLine : null", as: startOfShared },
  ];
}

const startOfShared = "startOfShared";

interface SlopeLayout {
  readonly areFewNamed: boolean;
  /** Whether the plot is higher, with room above and below the lines. */
  readonly isRoomy: boolean;
  /** Whether lines that end in one figure have that of their start before it. */
  readonly hasStarts: boolean;
}

function slope(options: SlopeSpecOptions, { areFewNamed, isRoomy, hasStarts }: SlopeLayout): object {
  const { x, y, series, highlight = "highlight", format = defaultFormat, names = "both" } = options;
  const { heightPx = 360 } = options;
  const value = datumField(y);
  const figure = figureText(y, format);
  const characters = charactersIn(names === "both" ? 0.3 : 0.4, 14);
  const size = blockPx(linesOf(series, characters));
  const name = lines(wrapped(datumField(series), characters));
  /** Px that the name of a gap takes: of the first period in lines of its own where that has figures alone. */
  const gapPx =
    names === "both"
      ? linesPx(name)
      : `(datum.isFirst ? ${linesPx(gapAtFirst(series, missingLabel))} : ${linesPx(name)})`;
  /** Gaps stand below the lines, and below the other labels where these need more room. */
  const gapsFrom = `max(height, datum.figureSizes) + 0.5 * ${size} + ${labelHeight}`;
  const color = { color: areFewNamed ? lineLooks.color : emphasisColor };
  const { params, says } = recipeWords({
    linesNotNamed: undefined,
    suppressed: undefined,
    missing: undefined,
    namesInData: undefined,
  });
  const start = hasStarts
    ? `(isValid(datum.${startOfShared}) && isValid(${value}) ? (${figureText(startOfShared, format)}) + ' → ' : '') + `
    : "";
  const labels = (end: "isFirst" | "isLast", side: 1 | -1) => {
    const label =
      side === 1
        ? `${start}(${figure}) + '  ' + ${name}`
        : names === "both"
          ? nameWithFigure(name, figure, value, "'  '")
          : `(isValid(${value}) ? ${figure} : ${gapAtFirst(series, figure)})`;
    return {
      transform: [
        ...(areFewNamed ? [{ filter: side === 1 ? `!(${isCounted})` : "datum.figuresOfLine > 0" }] : []),
        { filter: `datum.${end}${areFewNamed ? ` && (datum.lineLook > 0 || !isValid(${value}))` : ""}` },
        { calculate: `!isValid(${value})`, as: "isGap" },
        { calculate: label, as: "endLabel" },
        { calculate: `datum.isGap ? 0 : ${linesPx(name)}`, as: "figureSize" },
        { joinaggregate: [{ op: "sum", field: "figureSize", as: "figureSizes" }] },
        ...spreadLabels({
          at: `isValid(${value}) ? scale('y', ${value}) : ${gapsFrom}`,
          size: side === 1 || names === "both" ? linesPx(name) : `(datum.isGap ? ${gapPx} : ${linesPx(name)})`,
          groupby: ["isGap"],
          from: `datum.isGap ? ${gapsFrom} : 0`,
          to: `datum.isGap ? ${gapsFrom} + datum.labelSizes : height`,
        }),
        ...(areFewNamed ? [] : cutWhereCrowded),
      ],
      layer: [
        {
          transform: [{ filter: `isValid(${value})` }],
          mark: { type: "rule", xOffset: side * 6, x2Offset: side * 16, opacity: 0.6 },
          encoding: {
            x2: { field: fieldReference(x) },
            y: pixels("labelHome"),
            y2: { field: "labelAt" },
          },
        },
        {
          mark: {
            type: "text",
            align: side === 1 ? "left" : "right",
            ...centeredLines(),
            dx: side * 19,
            fontWeight: emphasisWeight,
          },
          encoding: { y: pixels("labelAt"), text: { field: "endLabel" } },
        },
      ],
    };
  };
  const ends = quantitative(y, options.yTitle, {
    axis: zeroAxis(y),
    scale: { nice: false, ...dotEnds(y, nearZero), ...(areFewNamed ? {} : roomyRange) },
  });
  const detail = { detail: nominal(series, options.seriesTitle) };
  return {
    ...onePlot,
    // The later one holds: a height by itself is a number, and this one grows with the rows, two for each line.
    height: heightPx,
    title: commonAbove(8, options.xTitle),
    params: [
      widthParam,
      ...periodParams(x),
      ...zeroParams,
      ...(areFewNamed
        ? params
        : [
            roomParam(isRoomy),
            {
              name: "height",
              expr: `max(isRoomy ? ${heightPx * timesHigher} : ${heightPx}, ${size} * length(data('data')) / 2)`,
            },
          ]),
    ],
    transform: [
      ...emphasise(highlight),
      ...periodEnds(x),
      ...(areFewNamed ? [...lookOfSlopes(options), ...withoutFigures(value, series)] : []),
      ...(hasStarts ? startsOfShared(options, { areFewNamed }) : []),
    ],
    encoding: {
      x: ordinal(x, options.xTitle, {
        scale: { type: "point", padding: 0 },
        axis: {
          title: null,
          orient: "top",
          domain: false,
          labelFontWeight: "bold",
          labelAngle: 0,
          labelOverlap: false,
          labelExpr: periodLabel(),
          ...paddingAbove(periodCharacters, 10),
          // Above the labels of their sides, so that narrow plots have room for both.
          labelAlign: { expr: "datum.index === 0 ? 'right' : 'left'" },
          labelOffset: { expr: "datum.index === 0 ? 4 : -4" },
          grid: true,
        },
      }),
    },
    layer: [
      {
        mark: areFewNamed
          ? { type: "line", strokeWidth: 1, point: { size: 18 } }
          : { type: "line", strokeWidth: 1.5, point: { size: 30 } },
        encoding: { y: ends, ...color, ...detail },
      },
      // Over those that are not named.
      ...(areFewNamed
        ? [
            {
              transform: [{ filter: "datum.lineLook === 1" }],
              mark: { type: "line", strokeWidth: 1.75, point: { size: 30 } },
              encoding: { y: ends, ...color, ...detail },
            },
          ]
        : []),
      // What stands out lies on top.
      {
        name: subjectLayer,
        transform: [{ filter: "datum.isSubject === 1" }],
        mark: { type: "line", strokeWidth: 3, point: { size: 55 } },
        encoding: { y: ends, ...color, ...detail },
      },
      labels("isFirst", -1),
      labels("isLast", 1),
      ...(areFewNamed ? notesBelow(says, { x, value, gapPx, size }) : []),
    ],
  };
}

/**
 * Transforms that tell which of many lines are named: `lineLook` is 2 in the rows of what stands out, 1 in those of the highest and the lowest of
 * either period and of the largest change in each direction, 0 in the rest.
 */
function lookOfSlopes({ x, y, series, format = defaultFormat }: SlopeSpecOptions) {
  const value = datumField(y);
  const figureOf = (index: 0 | 1) => `(datum.pairRows[${index}] ? datum.pairRows[${index}].slopeFigure : null)`;
  const [before, after] = [figureOf(0), figureOf(1)];
  const first = (of: string, order: "ascending" | "descending", as: string) => [
    // Gaps come last. What is printed alike shares a place.
    {
      calculate: `isValid(datum.${of}) ? ${printedExpression(`datum.${of}`, format)} : ${order === "descending" ? "-" : ""}MAX_VALUE`,
      as: `${as}Key`,
    },
    // A row whose position among all is that among those of its own figure has none of another figure before it. Ranks would count what is hidden.
    {
      window: [{ op: "row_number", as: `${as}Row` }],
      sort: [{ field: `${as}Key`, order }],
      groupby: [fieldReference(x)],
    },
    {
      window: [{ op: "row_number", as: `${as}Alike` }],
      sort: [{ field: `${as}Key`, order }],
      groupby: [fieldReference(x), `${as}Key`],
    },
    { joinaggregate: [{ op: "count", as: `${as}Sharing` }], groupby: [fieldReference(x), `${as}Key`] },
    {
      calculate: `datum.${as}Row === 1 || (datum.${as}Row === datum.${as}Alike && datum.${as}Sharing <= ${mostSharing}) ? 1 : 0`,
      as,
    },
  ];
  return [
    { calculate: `isValid(${value}) ? ${value} : null`, as: "slopeFigure" },
    {
      joinaggregate: [{ op: "values", field: fieldReference(series), as: "pairRows" }],
      groupby: [fieldReference(series)],
    },
    { calculate: `isValid(${before}) && isValid(${after}) ? ${after} - ${before} : null`, as: "slopeChange" },
    ...first("slopeFigure", "descending", "fromTop"),
    ...first("slopeFigure", "ascending", "fromFoot"),
    ...first("slopeChange", "descending", "fromRise"),
    ...first("slopeChange", "ascending", "fromFall"),
    {
      calculate:
        "(isValid(datum.slopeFigure) && (datum.fromTop === 1 || datum.fromFoot === 1)) || (datum.fromRise === 1 && datum.slopeChange > 0) || (datum.fromFall === 1 && datum.slopeChange < 0) ? 1 : 0",
      as: "isExtreme",
    },
    {
      joinaggregate: [
        { op: "max", field: "isExtreme", as: "isNamed" },
        { op: "max", field: "isSubject", as: "isSubjectLine" },
      ],
      groupby: [fieldReference(series)],
    },
    { calculate: "datum.isSubjectLine === 1 ? 2 : datum.isNamed", as: "lineLook" },
  ];
}

/** Transforms that tell which lines have no figure at all, and how many of these but the one that stands out. */
const withoutFigures = (value: string, series: string) => [
  { calculate: `isValid(${value}) ? 1 : 0`, as: "hasFigure" },
  { joinaggregate: [{ op: "sum", field: "hasFigure", as: "figuresOfLine" }], groupby: [fieldReference(series)] },
  { calculate: "datum.isFirst && datum.figuresOfLine === 0 && datum.isSubjectLine !== 1 ? 1 : 0", as: "isFigureless" },
  { joinaggregate: [{ op: "sum", field: "isFigureless", as: "figurelessCount" }] },
];

/** A Vega expression: whether the line of a row has no figure, and is told as a number with the others that have none. */
const isCounted = `datum.figurelessCount > ${mostNamedGaps} && datum.figuresOfLine === 0 && datum.isSubjectLine !== 1`;

interface BelowWords {
  readonly linesNotNamed: string;
  readonly suppressed: string;
  readonly missing: string;
  readonly namesInData: string;
}

/** Layers that say below all labels that not all are named, and how many have no figure: gaps stand below the lines. */
const notesBelow = (
  { linesNotNamed, suppressed, missing, namesInData }: BelowWords,
  {
    x,
    value,
    gapPx,
    size,
  }: { readonly x: string; readonly value: string; readonly gapPx: string; readonly size: string },
) => {
  const inLines = (said: string) => lines(wrapped(said, charactersIn(0.75)));
  const gaps = [
    {
      calculate: `isValid(${value}) || (datum.isFirst && datum.figuresOfLine === 0) || (${isCounted}) ? 0 : ${gapPx}`,
      as: "gapSize",
    },
    { joinaggregate: [{ op: "sum", field: "gapSize", as: "gapSizes" }], groupby: [fieldReference(x)] },
    { joinaggregate: [{ op: "max", field: "gapSizes", as: "mostGaps" }] },
  ];
  const gapsPx = `14 + (datum.mostGaps > 0 ? 0.5 * ${size} + ${labelHeight} + datum.mostGaps : 0)`;
  const notePx = `${linePx} * length(split(${inLines(linesNotNamed)}, '\\n')) + 5`;
  const text = (field: string, dy: string) => ({
    mark: {
      type: "text",
      baseline: "top",
      align: "center",
      dy: { expr: dy },
      fontStyle: "italic",
      lineBreak: "\n",
      lineHeight: linePx,
    },
    encoding: { x: { value: { expr: "width / 2" } }, y: { value: "height" }, text: { field } },
  });
  return [
    {
      transform: [...gaps, ...firstRow("notePosition"), { calculate: inLines(linesNotNamed), as: "restLabel" }],
      ...text("restLabel", gapsPx),
    },
    {
      transform: [
        ...gaps,
        { filter: `datum.isFirst && ${isCounted}` },
        { calculate: `datum.state === 'suppressed' ? ${suppressed} : ${missing}`, as: "gapName" },
        { aggregate: [{ op: "count", as: "gapCount" }], groupby: ["gapName", "mostGaps"] },
        { window: [{ op: "row_number", as: "reasonPosition" }] },
        { joinaggregate: [{ op: "count", as: "reasonCount" }] },
        {
          calculate: inLines(
            `(datum.gapName + ': ' + datum.gapCount + (datum.reasonPosition === datum.reasonCount ? '. ' + ${namesInData} : ''))`,
          ),
          as: "countLabel",
        },
        { calculate: "length(split(datum.countLabel, '\\n'))", as: "countLines" },
        { window: [{ op: "sum", field: "countLines", as: "linesSoFar" }], frame: [null, 0], ignorePeers: true },
      ],
      ...text("countLabel", `${gapsPx} + ${notePx} + ${linePx} * (datum.linesSoFar - datum.countLines)`),
    },
  ];
};
