import type { TopLevelSpec } from "vega-lite";
import { fieldReference } from "../spec/encoded-field.ts";
import { recipeWords } from "../spec/own-words.ts";
import { gapLayer, loneLayer } from "../vega/gap-marks.ts";
import { annotationsOf } from "./annotations.ts";
import { nominal, ordinal, quantitative } from "./channels.ts";
import { emphasisColor, emphasisConfig, emphasise, emphasisWeight, overMarks } from "./emphasis.ts";
import { datumField, defaultFormat, figureText, labelField } from "./figure-label.ts";
import { fittingSpec, pagePx, widerPx } from "./fitting-spec.ts";
import { closeRuns, gapRuns, nearest, rowsOfLine } from "./gap-runs.ts";
import { endCharacters, endsAxis, lineEnds, lonePoints, rowPositions } from "./line-ends.ts";
import type { LinesSpecOptions } from "./lines-spec-options.ts";
import { optionsNow } from "./options-now.ts";
import { commonAbove, paddingAbove, periodParams, shortPeriod } from "./period-names.ts";
import { recipeDataset } from "./recipe-spec.ts";
import { characterPx, digitPx, figuresPx, linePx, lines, wrapped, wrappedLines } from "./room-for-names.ts";
import { inRowOrder } from "./row-order.ts";
import { centeredLines } from "./spread-labels.ts";

/** Each name has a row. */
export interface SparklinesSpecOptions extends LinesSpecOptions {
  /**
   * `independent` where absent: each line fills its row, from its lowest figure to its highest, and a note above says so. `shared`: one scale for
   * all, from zero.
   */
  readonly scale?: "independent" | "shared";
  /** Of the whole; where absent 640, 740 or 860 where its place is as wide, and 340 or 300 where it has no room for that. */
  readonly widthPx?: number;
}

/** How its columns are laid out: what has no room in one way may have it in the next. */
interface Layout {
  readonly widthPx: number;
  readonly rowPx: number;
  /** Of each of the two columns of figures. */
  readonly figurePx: number;
  /** Of the whole width, for the names. */
  readonly nameShare: number;
  /** What a letter of a name takes, px; that of most names where absent. */
  readonly letterPx?: number;
  readonly told?: { readonly field: string; readonly from: number; readonly to: number };
}

/** Of so many names a page has room for higher rows, in which a line is read better. */
const mostAiry = 24;
const airyPx = 26;

const oneLine = { rowPx: 18, figurePx: 64, nameShare: 0.34 };
const twoLines = { rowPx: 28, figurePx: 64, nameShare: 0.34 };
/** Of names in capitals, which are wider: their lines end sooner. */
const capitals = { letterPx: 9 };
/** A telephone's, less its margins. */
const narrowPx = 340;
/** The narrowest that is drawn: half of a page's column. */
const halfPx = 300;

/**
 * A table with a small line in each of up to 55 rows, 45 where names are long, and fewer where they take three lines and more: name, first figure, line, last
 * figure. Rows are higher where names are long.
 *
 * A gap breaks the line, and says why: [c] or [x], once for each run of gaps, and for close ones together; below or above the figures beside it where its row
 * has room. The figures are those of the first and
 * the last period, not of the first and last that are known; a line whose rows begin or end at another period says which, `1999: 0.2`.
 */
export function sparklinesSpec(options: SparklinesSpecOptions): TopLevelSpec {
  const now = optionsNow(options);
  annotationsOf("sparklinesSpec", options);
  const { widthPx = pagePx } = options;
  const wideFigures = { figurePx: 104, nameShare: 0.3 };
  const inRows = (widthPx: number): readonly Layout[] => [
    { ...oneLine, rowPx: airyPx, widthPx, told: { field: options.series, from: 0, to: mostAiry } },
    { ...oneLine, widthPx },
    { ...twoLines, widthPx },
  ];
  const layouts: readonly Layout[] = [
    ...inRows(widthPx),
    ...(options.widthPx === undefined
      ? widerPx.flatMap((px) => [...inRows(px), { ...oneLine, ...wideFigures, rowPx: 20, widthPx: px }])
      : []),
    // Where a page has no room for as many of these.
    { ...twoLines, rowPx: 24, widthPx },
    { ...oneLine, ...wideFigures, widthPx },
    { ...twoLines, ...wideFigures, widthPx },
    { ...twoLines, figurePx: 136, nameShare: 0.26, widthPx },
    // Of three lines, and of four.
    { ...twoLines, rowPx: 42, widthPx },
    { ...twoLines, rowPx: 42, figurePx: 84, widthPx },
    { ...twoLines, rowPx: 54, ...wideFigures, widthPx },
    { ...twoLines, rowPx: 54, figurePx: 136, nameShare: 0.26, widthPx },
    { ...oneLine, widthPx: narrowPx, figurePx: 44, nameShare: 0.42 },
    { ...twoLines, widthPx: narrowPx, figurePx: 50, nameShare: 0.4 },
    { ...twoLines, ...capitals, widthPx: narrowPx, figurePx: 50, nameShare: 0.4 },
    { ...twoLines, widthPx: narrowPx, figurePx: 76, nameShare: 0.34 },
    { ...twoLines, rowPx: 42, widthPx: narrowPx, figurePx: 90, nameShare: 0.28 },
    { ...twoLines, widthPx: narrowPx, figurePx: 104, nameShare: 0.28 },
    { ...twoLines, rowPx: 42, widthPx: narrowPx, figurePx: 104, nameShare: 0.28 },
    { ...twoLines, ...capitals, widthPx: narrowPx, rowPx: 54, figurePx: 50, nameShare: 0.4 },
    { ...twoLines, widthPx: narrowPx, rowPx: 72, figurePx: 50, nameShare: 0.4 },
    { ...twoLines, widthPx: narrowPx, rowPx: 80, figurePx: 76, nameShare: 0.34 },
    { ...twoLines, widthPx: narrowPx, rowPx: 92, figurePx: 104, nameShare: 0.28 },
    { ...oneLine, widthPx: halfPx, figurePx: 44, nameShare: 0.48 },
    { ...twoLines, widthPx: halfPx, figurePx: 50, nameShare: 0.38 },
    { ...twoLines, rowPx: 24, widthPx: halfPx, figurePx: 50, nameShare: 0.38 },
    { ...twoLines, ...capitals, widthPx: halfPx, rowPx: 42, figurePx: 50, nameShare: 0.4 },
    { ...twoLines, widthPx: halfPx, rowPx: 42, figurePx: 76, nameShare: 0.3 },
    { ...twoLines, widthPx: halfPx, rowPx: 80, figurePx: 64, nameShare: 0.4 },
  ];
  const roomy = layouts.filter((layout, index) => index === 0 || lineRoom(layout) >= leastLinePx);
  return fittingSpec({
    recipe: "sparklinesSpec",
    timeAxis: { field: options.x, holds: "lines" as const },
    gaps: { field: options.y, line: options.series },
    ...(options.scale === "shared" ? { oneScale: { field: options.y, line: options.series } } : {}),
    written: { fields: [options.y], format: options.format },
    instead:
      "Use trendSpec for up to 15 lines, which says below them where they have gaps, or rankingSpec with the rows of the last period, which has room for any number of names.",
    widthPx,
    layouts: roomy,
    draw: (layout) => drawn(now, layout),
  });
}

/** From the first figures to the lines, and from the last figures to the edge, px. */
const fromLinePx = 12;
const toEdgePx = 6;
/** From the end of a line to the head of the last figures, either way, px: it ends where they do, and one that would not ends above the line. */
const mostBesidePx = 11;

/** From a dot to the middle of the mark of a gap, px. */
const fromDotPx = 15;

/** What the mark of a gap takes across, with air to the next, and of its row; and its letters downwards, px. */
const markPx = 20;
const markHeightPx = 13;

/** The narrowest that a line is drawn, px. */
const leastLinePx = 36;
/** What a layout leaves to the lines, px. */
const lineRoom = ({ widthPx, figurePx, nameShare }: Layout) => widthPx - Math.round(widthPx * nameShare) - 2 * figurePx;

function drawn(options: SparklinesSpecOptions, layout: Layout): object {
  const { widthPx, rowPx, figurePx, nameShare, letterPx = characterPx } = layout;
  const { x, y, series, highlight = "highlight", format = defaultFormat, scale = "independent" } = options;
  const namePx = Math.round(widthPx * nameShare);
  const cellPx = lineRoom(layout);
  const nameCharacters = String(Math.floor((namePx - 8) / letterPx));
  const lastHeadPx = `(length(${shortPeriod("('' + peek(domain('x')))")}) * ${digitPx})`;
  const isLong = `${lastHeadPx} - ${mostBesidePx} > ${figurePx}`;
  // The last figures end where their head does, unless they are longer.
  const lastEnd = `(${isLong} ? ${figurePx - toEdgePx} : min(${figurePx - toEdgePx}, max(${mostBesidePx} + ${lastHeadPx}, ${fromLinePx} + ${figuresPx(y, format)})))`;
  const ownEnd = `length(datum.endLabel) < length(${ofOwnPeriod(x, "last")}) ? ${figurePx - toEdgePx} : ${lastEnd}`;
  const column = (end: "first" | "last") => ({
    transform: [
      ...rowPositions([fieldReference(series)]),
      { filter: end === "first" ? "datum.rowPosition === 1" : "datum.rowPosition === datum.rowCount" },
      { calculate: figureText(y, format), as: "endLabel" },
    ],
    mark: {
      type: "text",
      text: { expr: ofOwnPeriod(x, end) },
      align: "right",
      baseline: "middle",
      fontWeight: end === "last" ? "bold" : emphasisWeight,
      dx: end === "first" ? -fromLinePx : { expr: ownEnd },
      // What is longer would stand on the line, or on the name: cut, it makes way for a layout with more room.
      limit: figurePx - (end === "first" ? 16 : 10),
    },
    encoding: {
      x: { value: end === "first" ? 0 : "width" },
      y: { value: rowPx / 2 },
    },
  });
  const name = nominal(series, options.seriesTitle);
  const at = `scale('x', ${datumField(x)})`;
  const line = [fieldReference(series)];
  const markAt = `${at} + datum.markShift`;
  const fromEnds = `datum.markShift + max(0, ${fromDotPx} - (${markAt})) + min(0, ${cellPx - fromDotPx} - (${markAt}))`;
  const { params, says } = recipeWords({ ownScales: undefined });
  const own = scale === "independent";
  const noteLines = wrappedLines(says.ownScales, String(Math.floor(widthPx / characterPx)));
  const headShift = `clamp(${lastEnd} - ${lastHeadPx}, ${-mostBesidePx}, ${mostBesidePx})`;
  return {
    config: emphasisConfig(),
    data: recipeDataset,
    params: [...periodParams(x), ...(own ? params : [])],
    title: own
      ? { ...commonAbove(0, options.xTitle), offset: 10, subtitle: { expr: noteLines }, subtitleLineHeight: linePx }
      : commonAbove(6, options.xTitle),
    transform: [...emphasise(highlight), ...inRowOrder(series, "seriesPosition")],
    facet: {
      row: {
        ...name,
        // Vega-Lite sorts the parts of a facet by name where nothing is said.
        sort: { field: "seriesPosition", op: "min" },
        header: { title: null, labels: false },
      },
    },
    bounds: "flush",
    spacing: 2,
    resolve: { scale: { y: scale } },
    spec: {
      width: cellPx,
      height: rowPx,
      encoding: {
        x: ordinal(x, options.xTitle, {
          scale: { type: "point", padding: 0 },
          // The heads of the two columns of figures: above a short line they would meet.
          axis: {
            ...endsAxis(),
            ...paddingAbove(endCharacters, 4),
            orient: "top",
            domain: false,
            labelAlign: { expr: `datum.index === 0 || ${isLong} ? 'right' : 'left'` },
            labelOffset: {
              expr: `datum.index === 0 ? ${-fromLinePx} : datum.index === 1 && !(${isLong}) ? ${headShift} : 0`,
            },
          },
        }),
        y: quantitative(y, options.yTitle, {
          axis: null,
          // Clear of the lines between rows, with the dots at its ends.
          scale: { zero: !own, nice: false, rangeMin: rowPx - 4, rangeMax: 3 },
        }),
      },
      layer: [
        { mark: { type: "line", strokeWidth: 1.75 }, encoding: { color: emphasisColor, detail: name } },
        {
          name: loneLayer,
          transform: lonePoints(y, [fieldReference(series)]),
          mark: { type: "point", size: 12 },
          encoding: { color: emphasisColor },
        },
        {
          transform: lineEnds(y, [fieldReference(series)]),
          mark: { type: "point", size: 22 },
          encoding: { color: emphasisColor },
        },
        {
          name: gapLayer,
          // The columns say it of the first and the last period.
          transform: [
            rowsOfLine(line),
            ...gapRuns(y, line),
            { filter: "datum.runEnd < datum.rowCount && datum.runEnd > datum.runLength" },
            ...closeRuns(line, String(cellPx), markPx),
          ],
          // Clear of the dots at the ends of the line.
          mark: { type: "text", style: overMarks, baseline: "middle", dx: { expr: fromEnds } },
          encoding: { y: { value: { expr: clearOfLine(y, { rowPx, cellPx }) } }, text: { field: labelField } },
        },
        {
          transform: [
            ...rowPositions([fieldReference(series)]),
            { filter: "datum.rowPosition === 1" },
            { calculate: lines(wrapped(datumField(series), nameCharacters)), as: "nameLines" },
            // Of more lines than its row has room for, it makes way for a layout with higher rows.
            {
              calculate: `datum.nameLines + (length(split(datum.nameLines, '\\n')) > ${Math.floor((rowPx + 2) / linePx)} ? '…' : '')`,
              as: "seriesName",
            },
          ],
          mark: {
            type: "text",
            align: "left",
            ...centeredLines("seriesName"),
            dx: -namePx - figurePx + 6,
            limit: namePx - 2,
            fontWeight: emphasisWeight,
          },
          encoding: { x: { value: 0 }, y: { value: rowPx / 2 }, text: { field: "seriesName" } },
        },
        column("first"),
        column("last"),
        {
          transform: [...rowPositions([fieldReference(series)]), { filter: "datum.rowPosition === 1" }],
          mark: { type: "rule", opacity: 0.25, xOffset: -namePx - figurePx + 6, x2Offset: figurePx - 6 },
          encoding: { x: { value: 0 }, x2: { value: "width" }, y: { value: rowPx + 1 } },
        },
      ],
    },
  };
}

/** A Vega expression: the figure at an end of a line, behind its period where that is another than the one which the head of the column names. */
function ofOwnPeriod(x: string, end: "first" | "last"): string {
  const head = end === "first" ? "domain('x')[0]" : "peek(domain('x'))";
  const period = `('' + ${datumField(x)})`;
  return `${period} === '' + ${head} ? datum.endLabel : ${shortPeriod(period)} + ': ' + datum.endLabel`;
}

/**
 * A Vega expression: the middle of the mark of a gap, px from the top of its row, where it is clear of the figures that it is wide enough to cover: below them
 * or above them, else in the middle of the row. It reads no scale of periods: a height that did would be taken for that of a period.
 */
function clearOfLine(y: string, { rowPx, cellPx }: { readonly rowPx: number; readonly cellPx: number }): string {
  const stepPx = `(${cellPx} / max(1, datum.rowCount - 1))`;
  const reachPx = `(${markPx / 2} + max(abs(datum.markShift), ${fromDotPx} - ${stepPx} * min(datum.rowPosition - 1, datum.rowCount - datum.rowPosition)))`;
  const at = (end: "highest" | "lowest") => `scale('y', ${nearest(end, y, `(${reachPx} / ${stepPx})`)})`;
  const half = markHeightPx / 2;
  return `${at("lowest")} <= ${rowPx - markHeightPx} ? ${rowPx - half} : ${at("highest")} >= ${markHeightPx} ? ${half} : ${rowPx / 2}`;
}
