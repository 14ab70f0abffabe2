import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { gapLayer, loneLayer } from "../vega/gap-marks.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import { emphasisColor, emphasisConfig, emphasise, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, gapLabel, labelField } from "./figure-label.ts";
import { fittingSpec, pagePx, widerPx } from "./fitting-spec.ts";
import { closeRuns, gapRuns, nearest, rowsOfLine } from "./gap-runs.ts";
import { endsAxis, lonePoints, rowPositions } from "./line-ends.ts";
import type { LinesSpecOptions } from "./lines-spec-options.ts";
import { optionsNow } from "./options-now.ts";
import { commonAbove, periodLines, periodParams } from "./period-names.ts";
import { recipeDataset } from "./recipe-spec.ts";
import {
  characterPx,
  endAboveZero,
  figureAxis,
  figuresPx,
  hasNegative,
  linePx,
  lines,
  linesOf,
  wrapped,
} from "./room-for-names.ts";
import { inRowOrder } from "./row-order.ts";
import { heavyZero, lineUnlessBelow, zeroParams } from "./zero-line.ts";

/** Each name has a small chart. */
export interface SmallMultiplesSpecOptions extends LinesSpecOptions {
  /** Charts in a row; 4 where absent. */
  readonly columns?: number;
  /** Of the whole; where absent 640, 740 or 860 where its place is as wide, and 340 or 300 where it has no room for that. */
  readonly widthPx?: number;
}

/** How the small charts are laid out: what has no room in one way may have it in the next. */
interface Layout {
  readonly widthPx: number;
  readonly columns: number;
  /** Of a small chart's plot. */
  readonly heightPx: number;
  /** Room for the figures of the scale at the left. */
  readonly scalePx: number;
  /** Lines of a name. */
  readonly nameLines: number;
  readonly told?: { readonly field: string; readonly from: number; readonly to: number };
}

const usual = { heightPx: 72, scalePx: 36, nameLines: 1 };
/** Long names and figures. */
const roomy = { heightPx: 72, scalePx: 84, nameLines: 3 };
/** A few that have a row for themselves. */
const few = { ...usual, heightPx: 110 };
const low = { heightPx: 44, scalePx: 36, nameLines: 1 };
/** Figures of six digits on the scale. */
const longScale = { ...usual, scalePx: 54 };
/** Of five, where charts are low. */
const lowLongScale = { ...low, scalePx: 54 };
/** Of one name that is as long as a sentence, where charts stand beside one another. */
const longLines = 6;
/** A telephone's, less its margins. */
const narrowPx = 340;
/** The narrowest that is drawn: half of a page's column. */
const halfPx = 300;
/** From a line to its last figure, and from the widest of these to the next chart, px. */
const besideLinePx = 6;
const betweenPx = 10;
/** A plot that is narrower, px, has no room for what stands at its ends. */
const leastPlotPx = 40;
/** From the dot at the end of a line to the middle of the mark of a gap, and from the top of a plot to its foot, px. */
const fromDotPx = 15;
const belowTopPx = 13;
/** What the mark of a gap takes across, with air to the next, and its letters downwards, px. */
const markPx = 20;
const markHeightPx = 13;
/** From the mark of a gap to the line below it, or above it, px. */
const fromMarkPx = 4;

/** Characters of a line of a period, at least: what has no room then has it in a wider chart. */
const leastPeriodLine = 10;

/**
 * A small trend for each of up to 60 areas, 40 where names are long, all on one scale from zero, each with its name and the figure of the last period. A warning
 * (`chart-flat-lines`) says where half of them would be flat.
 *
 * A gap breaks the line, and says why: [c] or [x], once for each run of gaps, and for close ones together; clear of the figures beside it, at the foot or
 * above the line. Where names or figures have no room there are fewer
 * charts in a row; where a page has none for all, the charts are lower; on a narrow page there are two in a row, or one.
 */
export function smallMultiplesSpec(options: SmallMultiplesSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("smallMultiplesSpec", options);
  const { columns = 4, widthPx = pagePx } = options;
  const counted = (from: number, to: number) => ({ told: { field: options.series, from, to } });
  const inRows = (widthPx: number): readonly Layout[] => {
    const fewer = Math.max(1, Math.min(columns, Math.floor(widthPx / 250)));
    /** Less than a row of them: they take its width all the same. */
    const ofFew = Array.from({ length: columns - 1 }, (_, index) => ({
      ...few,
      widthPx,
      columns: index + 1,
      nameLines: 2,
      ...counted(index + 1, index + 1),
    }));
    return [
      { ...usual, widthPx, columns, ...counted(columns, Number.MAX_SAFE_INTEGER) },
      ...ofFew,
      { ...usual, widthPx, columns },
      { ...usual, widthPx, columns, nameLines: 2 },
      { ...longScale, widthPx, columns, nameLines: 2 },
      { ...roomy, widthPx, columns: fewer, nameLines: 1 },
      { ...roomy, widthPx, columns: fewer },
    ];
  };
  const layouts: readonly Layout[] = [
    ...inRows(widthPx),
    ...(options.widthPx === undefined
      ? widerPx.flatMap((px) => [...inRows(px), { ...low, widthPx: px, columns: columns + 1 }])
      : []),
    { ...low, widthPx, columns: columns + 1 },
    { ...low, widthPx, columns, nameLines: 2 },
    { ...low, widthPx, columns, nameLines: longLines },
    { ...usual, widthPx: narrowPx, columns: 2, nameLines: 2 },
    { ...low, widthPx: narrowPx, columns: 2, nameLines: 2 },
    { ...lowLongScale, widthPx: narrowPx, columns: 2 },
    { ...low, widthPx: narrowPx, columns: 3, nameLines: 2 },
    { ...lowLongScale, widthPx: narrowPx, columns: 2, nameLines: longLines },
    { ...roomy, widthPx: narrowPx, columns: 1, nameLines: 1 },
    { ...roomy, widthPx: narrowPx, columns: 1 },
    { ...usual, widthPx: halfPx, columns: 2, nameLines: 2 },
    { ...low, widthPx: halfPx, columns: 2, nameLines: 2 },
    { ...lowLongScale, widthPx: halfPx, columns: 2, nameLines: 3 },
    { ...lowLongScale, widthPx: halfPx, columns: 1, nameLines: 1 },
    { ...lowLongScale, widthPx: halfPx, columns: 1, nameLines: 2 },
    { ...roomy, widthPx: halfPx, columns: 1 },
  ];
  return fittingSpec({
    recipe: "smallMultiplesSpec",
    timeAxis: { field: options.x, holds: "lines" as const },
    gaps: { field: options.y, line: options.series },
    oneScale: { field: options.y, line: options.series },
    written: { fields: [options.y], format: options.format },
    instead: "Use sparklinesSpec for up to 45 areas, and rankingSpec with the rows of the last period for more.",
    widthPx,
    layouts,
    draw: (layout) => drawn(now, layout),
  });
}

function drawn(options: SmallMultiplesSpecOptions, layout: Layout): object {
  const { x, y, series, highlight = "highlight", format = defaultFormat } = options;
  const { widthPx, columns, heightPx, scalePx, nameLines } = layout;
  const cellPx = Math.floor((widthPx - scalePx) / columns) - betweenPx;
  // The last figures take what the widest needs.
  const plotPx = `max(${leastPlotPx}, floor(${cellPx - besideLinePx} - ${figuresPx(y, format)}))`;
  // The first and the last stand beside one another, further apart than words of one name do.
  const periodLine = `max(${leastPeriodLine}, min(14, floor((${plotPx} - 16) / ${2 * characterPx})))`;
  const figures = quantitative(y, options.yTitle);
  const name = nominal(series, options.seriesTitle);
  const isFigure = `isValid(${datumField(y)})`;
  const last = [...rowPositions([fieldReference(series)]), { filter: "datum.rowPosition === datum.rowCount" }];
  const line = [fieldReference(series)];
  // Not into the chart before, and clear of the dot at the end.
  const isFirst = "datum.markStart === 1";
  const dx = `(${isFirst} ? 0 : datum.markShift + min(0, ${plotPx} - ${fromDotPx} - datum.markShift - scale('x', ${datumField(x)})))`;
  // Without the scale of periods: a height that reads it would be taken for that of a period.
  const stepPx = `(${plotPx} / max(1, datum.rowCount - 1))`;
  const fromEnd = `${fromDotPx} - ${stepPx} * (datum.rowCount - datum.rowPosition)`;
  const reachPx = `(${isFirst} ? ${markPx} : ${markPx / 2} + max(abs(datum.markShift), ${fromEnd}))`;
  const rowsInReach = `(${reachPx} / ${stepPx})`;
  const nameCharacters = String(Math.max(4, Math.floor((cellPx - 2) / characterPx)));
  return {
    config: emphasisConfig(),
    data: recipeDataset,
    params: [...periodParams(x), ...zeroParams],
    title: commonAbove(4, options.xTitle),
    transform: [...emphasise(highlight), ...inRowOrder(series, "seriesPosition")],
    facet: {
      ...name,
      // Vega-Lite sorts the parts of a facet by name where nothing is said.
      sort: { field: "seriesPosition", op: "min" },
      header: { title: null, labelExpr: "''", labelPadding: 0 },
    },
    columns,
    bounds: "flush",
    // Labels of the periods in several lines stand above the names of the next row, and, unless charts are low, a name in two lines nearer to its own chart than to these.
    spacing: {
      column: betweenPx,
      row: {
        signal: `43 + ${linePx} * ${heightPx === low.heightPx ? nameLines : `max(${nameLines}, min(2, ${linesOf(series, nameCharacters)}))`} + ${linePx} * (${periodLines(periodLine)} - 1)`,
      },
    },
    resolve: { axis: { x: "independent" } },
    spec: {
      width: cellPx,
      height: heightPx,
      encoding: {
        x: ordinal(x, options.xTitle, {
          scale: { type: "point", padding: 0, range: [0, { expr: plotPx }] },
          axis: { ...endsAxis(periodLine), ...lineUnlessBelow(y) },
        }),
        y: {
          ...figures,
          axis: { title: null, ...figureAxis(y, format), ...heavyZero(y), tickCount: 3 },
          scale: { zero: true, nice: 3, ...endAboveZero(y) },
        },
      },
      layer: [
        { mark: { type: "line", strokeWidth: 2 }, encoding: { color: emphasisColor, detail: name } },
        {
          name: loneLayer,
          transform: lonePoints(y, [fieldReference(series)]),
          mark: { type: "point", size: 16 },
          encoding: { color: emphasisColor },
        },
        // For a header, which moves up with a point at the top of its chart.
        {
          transform: [...last, { calculate: lines(wrapped(datumField(series), nameCharacters)), as: "seriesName" }],
          mark: {
            type: "text",
            style: overMarks,
            align: "left",
            baseline: "bottom",
            // Lines grow downwards from the first: upwards they take the room that the layout left for them, and no more.
            dy: { expr: `-8 - ${linePx} * (length(split(datum.seriesName, '\\n')) - 1)` },
            fontWeight: "bold",
            limit: cellPx,
            lineBreak: "\n",
            lineHeight: linePx,
          },
          encoding: { x: { value: 0 }, y: { value: 0 }, text: { field: "seriesName" } },
        },
        {
          transform: [...last, { filter: isFigure }],
          mark: { type: "point", size: 30 },
          encoding: { color: emphasisColor },
        },
        {
          transform: [
            ...last,
            { filter: isFigure },
            { calculate: `format(${datumField(y)}, ${JSON.stringify(format)})`, as: "endLabel" },
          ],
          mark: {
            type: "text",
            align: "left",
            baseline: "middle",
            dx: besideLinePx,
            dy: { expr: clearOfZero(y) },
            fontWeight: "bold",
          },
          encoding: { text: { field: "endLabel" } },
        },
        {
          name: `${gapLayer}AtEnd`,
          transform: [...last, { filter: `!${isFigure}` }, { calculate: gapLabel, as: labelField }],
          mark: { type: "text", style: overMarks, align: "left", baseline: "bottom", dx: 6, dy: -3 },
          encoding: { y: { value: "height" }, text: { field: labelField } },
        },
        {
          name: gapLayer,
          transform: [
            rowsOfLine(line),
            ...gapRuns(y, line),
            { filter: "datum.runEnd < datum.rowCount" },
            ...closeRuns(line, plotPx, markPx),
          ],
          mark: {
            type: "text",
            style: overMarks,
            baseline: "bottom",
            align: { expr: `${isFirst} ? 'left' : 'center'` },
            dx: { expr: dx },
          },
          encoding: {
            y: { value: { expr: clearOfLine(y, heightPx, rowsInReach) } },
            text: { field: labelField },
          },
        },
      ],
    },
  };
}

/** Half of the height of a figure with air, px. */
const halfFigurePx = 8;

/** A Vega expression: how far a figure near zero is moved from the line at zero, which a line that ends before the last period leaves below it, px. */
function clearOfZero(y: string): string {
  const above = `(scale('y', 0) - scale('y', ${datumField(y)}))`;
  return `${datumField(y)} < 0 ? max(0, ${halfFigurePx} + ${above}) : -max(0, ${halfFigurePx} - ${above})`;
}

/**
 * A Vega expression: where the mark of a gap stands clear of the figures beside it, which it is wider than the gap between, px from the top: at the foot,
 * else above the line. Lines that go below zero are near the foot more often than near the top.
 */
function clearOfLine(y: string, heightPx: number, rowsInReach: string): string {
  const [top, foot] = [belowTopPx, heightPx - 3];
  const at = (figure: string, none: number) => `(isValid(${figure}) ? scale('y', ${figure}) : ${none})`;
  const lineTop = at(nearest("highest", y, rowsInReach), heightPx);
  const lineFoot = at(nearest("lowest", y, rowsInReach), 0);
  const usual = `${hasNegative(y)} ? ${top} : ${foot}`;
  return [
    `${hasNegative(y)} && ${lineTop} >= ${top + fromMarkPx} ? ${top}`,
    `${lineFoot} <= ${foot - markHeightPx - fromMarkPx} ? ${foot}`,
    `${lineTop} >= ${markHeightPx + fromMarkPx} ? ${lineTop} - ${fromMarkPx}`,
    usual,
  ].join(" : ");
}
