import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import { emphasisColor, emphasise, emphasisWeight } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, missingLabel, nameWithFigure } from "./figure-label.ts";
import type { LinesSpecOptions } from "./lines-spec-options.ts";
import { periodEnds } from "./period-ends.ts";
import { commonAbove, paddingAbove, periodCharacters, periodLabel, periodParams } from "./period-names.ts";
import { onePlot, recipeSpec } from "./recipe-spec.ts";
import { charactersIn, dotEnds, lines, linesOf, widthParam, wrapped, wrappedAtSpaces } from "./room-for-names.ts";
import { blockPx, centeredLines, labelHeight, linesPx, pixels, spreadLabels } from "./spread-labels.ts";

/** There are two periods: the first on the left. */
export interface SlopeSpecOptions extends LinesSpecOptions {
  /** `both` ends carry names where absent; `last`: the first only its figures, for narrow columns, and names of gaps. */
  readonly names?: "both" | "last";
  /** Of the plot, at least; 360 where absent. It grows with the number of labels. */
  readonly heightPx?: number;
}

/** Narrower, px, names at both ends leave lines hardly the room to be told apart. */
const leastOfBothPx = 400;

/**
 * A line from one period to another for each of up to 60 areas, with names and figures at both ends; names that leave the lines
 * no room stand at the last.
 *
 * Labels that would touch are moved apart, in the order of their figures, with a thin line to the point that they are of.
 * A gap is a label without a line, below the others: [c] or [x].
 */
export function slopeSpec(options: SlopeSpecOptions): TopLevelSpec {
  annotationsOf("slopeSpec", options);
  const notes = {
    recipe: "slopeSpec",
    written: { fields: [options.y], format: options.format },
    ...(options.names === "last"
      ? {}
      : { otherwise: [slope({ ...options, names: "last" })], widthsPx: [leastOfBothPx, 0] }),
    instead:
      "Use dumbbellSpec for up to 60 areas or long names, and rankingSpec with the rows of the last period for more.",
  };
  return recipeSpec(notes, slope(options));
}

/** Characters of a line of a name beside the figures of the first period, which are short. */
const gapCharacters = 12;

/** A Vega expression: the name of a gap of the first period, in lines that leave the slopes their room. */
const gapAtFirst = (series: string, figure: string): string =>
  `join(${wrappedAtSpaces(`${datumField(series)} + '  ' + (${figure})`, String(gapCharacters))}, '\\n')`;

function slope(options: SlopeSpecOptions): object {
  const { x, y, series, highlight = "highlight", format = defaultFormat, names = "both", heightPx = 360 } = options;
  const value = datumField(y);
  const figure = figureText(y, format);
  const characters = charactersIn(names === "both" ? 0.3 : 0.4, 14);
  const size = blockPx(linesOf(series, characters));
  const name = lines(wrapped(datumField(series), characters));
  /** Gaps stand below the lines, and below the other labels where these need more room. */
  const gapsFrom = `max(height, datum.figureSizes) + 0.5 * ${size} + ${labelHeight}`;
  const color = { color: emphasisColor };
  const labels = (end: "isFirst" | "isLast", side: 1 | -1) => {
    const label =
      side === 1
        ? `(${figure}) + '  ' + ${name}`
        : names === "both"
          ? nameWithFigure(name, figure, value, "'  '")
          : `(isValid(${value}) ? ${figure} : ${gapAtFirst(series, figure)})`;
    return {
      transform: [
        { filter: `datum.${end}` },
        { calculate: `!isValid(${value})`, as: "isGap" },
        { calculate: label, as: "endLabel" },
        { calculate: `datum.isGap ? 0 : ${linesPx(name)}`, as: "figureSize" },
        { joinaggregate: [{ op: "sum", field: "figureSize", as: "figureSizes" }] },
        ...spreadLabels({
          at: `isValid(${value}) ? scale('y', ${value}) : ${gapsFrom}`,
          size:
            side === 1 || names === "both"
              ? linesPx(name)
              : `(datum.isGap ? ${linesPx(gapAtFirst(series, missingLabel))} : ${linesPx(name)})`,
          groupby: ["isGap"],
          from: `datum.isGap ? ${gapsFrom} : 0`,
          to: `datum.isGap ? ${gapsFrom} + datum.labelSizes : height`,
        }),
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
  const ends = quantitative(y, options.yTitle, { axis: null, scale: { nice: false, ...dotEnds(y) } });
  const detail = { detail: nominal(series, options.seriesTitle) };
  return {
    ...onePlot,
    // The later one holds: a height by itself is a number, and this one grows with the rows, two for each line.
    height: heightPx,
    title: commonAbove(8),
    params: [
      widthParam,
      ...periodParams(x),
      { name: "height", expr: `max(${heightPx}, ${size} * length(data('data')) / 2)` },
    ],
    transform: [...emphasise(highlight), ...periodEnds(x)],
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
          ...paddingAbove(x, periodCharacters, 10),
          // Above the labels of their sides, so that narrow plots have room for both.
          labelAlign: { expr: "datum.index === 0 ? 'right' : 'left'" },
          labelOffset: { expr: "datum.index === 0 ? 4 : -4" },
          grid: true,
        },
      }),
    },
    layer: [
      { mark: { type: "line", strokeWidth: 1.5, point: { size: 30 } }, encoding: { y: ends, ...color, ...detail } },
      // What stands out lies on top.
      {
        transform: [{ filter: "datum.isSubject === 1" }],
        mark: { type: "line", strokeWidth: 3, point: { size: 55 } },
        encoding: { y: ends, ...color, ...detail },
      },
      labels("isFirst", -1),
      labels("isLast", 1),
    ],
  };
}
