import type { ChartPoint, Held } from "../../language/index.ts";
import { describeBars } from "./bars.ts";
import { describeMoves, isMoves, type Moves } from "./differences.ts";
import { figureOf, writtenFor } from "./extremes.ts";
import { arePeriods, inOrder, namesOnAxis } from "./order.ts";
import { describePoints } from "./points.ts";
import {
  allSeries,
  boundedIn,
  bySeries,
  type Describe,
  type Figure,
  figuresOf,
  gapOf,
  gapsOf,
  labelsOf,
  type Reading,
} from "./reading.ts";
import { areAboutSame, isAlikeAsWritten, isOpen } from "./rounding.ts";

/** Whether it is told as a way from period to period: a line, or bars of several periods. */
export const isTrend = (reading: Reading): boolean =>
  reading.kind === "line" ||
  reading.kind === "area" ||
  (reading.kind === "bar" &&
    reading.category?.order !== "other" &&
    namesOnAxis(reading).length > 1 &&
    arePeriods(namesOnAxis(reading)));

/** More lines than a listener can hold; past it only highlighted ones are told, or the first. */
const mostLines = 4;

/** Lines and areas: for each line the first figure, the last, the way between, and a peak or low on the way. */
export const describeLines: Describe = (reading) => {
  const { charts } = reading.words;
  if (!reading.category) return describePoints({ ...reading, series: undefined });
  const groups = bySeries(reading);
  if (isSortedOtherwise(reading) || groups.some(([, group]) => comesBack(group))) return describeBars(reading);
  const isHighlighted = ([, { rows }]: (typeof groups)[number]) => rows.some(({ highlight }) => highlight === true);
  const sorted = [...groups.filter(isHighlighted), ...groups.filter((group) => !isHighlighted(group))];
  const some = sorted.filter(isHighlighted).length;
  const hidden = hiddenSubjects(reading);
  const most = groups.length <= mostLines ? groups.length : Math.max(1, some);
  // What has one figure is no line.
  const linesAmong = (others: typeof groups) => {
    const count = others.filter(([, group]) => figuresOf(group).length > 1).length;
    return count > 0 ? charts.moreLines(count) : "";
  };
  // Where all are drawn alike, none is there for the sake of another.
  const areAlike = some + hidden.length === 0 && !reading.marksFirst;
  const labelOf = (name: string) => (groups.length > 1 || reading.panel || reading.series ? name : "");
  return {
    ...movesOf(reading, groups.length),
    marked: some + hidden.length,
    items: [...hidden, ...sorted.map(([name, group]) => describeLine(labelOf(name), group))],
    most: most + hidden.length,
    more: reading.kind === "bar" || areAlike ? charts.more : (count) => linesAmong(sorted.slice(-count)),
    // Of many lines, the table tells it better.
    extra:
      reading.panel === "" && groups.length <= mostLines
        ? sorted.flatMap(([name, group]) => describeTurns(labelOf(name), group))
        : [],
  };
};

/** Whether names stand in an order that rows do not tell: which of them is the first, and which way leads on, is not known. */
const isSortedOtherwise = ({ kind, category, ...reading }: Reading): boolean =>
  kind !== "bar" && category?.order === "other" && !arePeriods(namesOnAxis({ kind, category, ...reading }));

/**
 * Whether a line comes back to a name that it has left, or has several figures at one period: then it goes by another order, or joins those of other things, and no
 * way leads from the first name to the last.
 */
function comesBack(reading: Reading): boolean {
  const { category } = reading;
  const figures = figuresOf(reading);
  const names = figures.map(({ name }) => name);
  const places = arePeriods(names) ? figures.map(({ row }) => row[category?.field ?? ""]) : names;
  return (places !== names || category?.type === "nominal") && new Set(places).size < places.length;
}

/** Lines that the chart is about, and that have no figure to draw. */
const hiddenSubjects = (reading: Reading): readonly string[] =>
  allSeries(reading).flatMap(([name, group]) => {
    const [first] = group.rows;
    const isHidden =
      first && gapsOf(group).length === group.rows.length && first.highlight === true && reading.marksSubject;
    return isHidden ? [reading.words.charts.highlightedGap(name, gapOf(first))] : [];
  });

/** Of lines that are not all told, also which moved furthest. */
function movesOf(reading: Reading, count: number): Moves {
  if (count > mostLines) return describeMoves(reading);
  return { lead: isMoves(reading) ? describeMoves(reading).lead : [], second: [] };
}

export function describeLine(series: string, reading: Reading): string {
  const { format, words } = reading;
  // What is at no place along the line is not drawn.
  const figures = inOrder(
    figuresOf(reading).filter(({ name }) => name.trim() !== ""),
    reading,
  );
  const [first, ...later] = figures;
  const last = later.at(-1);
  if (!first) return "";
  const point = pointOf(reading);
  if (!last) return words.charts.line({ series, first: point(first), direction: "flat" });
  const isSame = areAboutSame(first, last, format);
  const { peak, low } = extremesBetween(figures, [first, last], format);
  return words.charts.line({
    series,
    first: point(first),
    last: point(last),
    direction: isSame ? "flat" : last.value > first.value ? "up" : "down",
    about: isSame && isAlikeAsWritten(first, last),
    partial: gapsOf(reading).length > 0,
    peak: peak && heldBy(peak, figures, reading),
    low: low && heldBy(low, figures, reading),
  });
}

const pointOf =
  (reading: Reading) =>
  (figure: Figure): ChartPoint => ({ name: figure.name, figure: figureOf(figure, reading, true) });

/** An end of a line, with all that are written like it. */
function heldBy(end: Figure, figures: readonly Figure[], reading: Reading): Held {
  const written = reading.format(end.value);
  const all = figures.filter(({ value }) => reading.format(value) === written);
  return {
    names: [...new Set(all.map(({ name }) => name))],
    figure: all.length === 1 ? figureOf(end, reading, true) : writtenFor(all, written, reading),
  };
}

interface Between {
  readonly peak: Figure | undefined;
  readonly low: Figure | undefined;
}

/** The highest and the lowest between the ends, where they pass both ends. */
function extremesBetween(
  figures: readonly Figure[],
  ends: readonly [Figure, Figure],
  format: Reading["format"],
): Between {
  const high = figures.reduce((best, figure) => (figure.value > best.value ? figure : best));
  const low = figures.reduce((best, figure) => (figure.value < best.value ? figure : best));
  const isTurn = (figure: Figure) =>
    ends.every(({ value }) => format(value) !== format(figure.value)) &&
    figures.every((other) => other === figure || !isOpen(other, figure));
  return { peak: isTurn(high) ? high : undefined, low: isTurn(low) ? low : undefined };
}

const shortLine = 12;

/** Where a line turns from rising to falling or back: of figures with both neighbours shown, as they are written. */
function describeTurns(series: string, reading: Reading): readonly string[] {
  const { format, words } = reading;
  const all = inOrder(
    reading.rows.map((row) => toPoint(row, reading)),
    reading,
  );
  const points = withoutRuns(all, format);
  const turns = points.filter((at, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!isShown(before) || !isShown(at) || !isShown(after)) return false;
    if ([before, after].some((other) => format(other.value) === format(at.value) || isOpen(other, at))) return false;
    return before.value < at.value === after.value < at.value;
  });
  // One or two are the peak and the low that the line's own sentence tells; of a short line the table tells all.
  return turns.length > 2 && all.length > shortLine ? [words.charts.turns(series, turns.map(pointOf(reading)))] : [];
}

/** Without all but one of those that follow one another and are written alike: a line turns at them, and not beside them. */
function withoutRuns(points: readonly Figure[], format: Reading["format"]): readonly Figure[] {
  const isAlike = (a: Figure, b: Figure) => isShown(a) && isShown(b) && format(a.value) === format(b.value);
  const runs: Figure[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run?.[0] && isAlike(run[0], point)) run.push(point);
    else runs.push([point]);
  }
  return runs.map((run, index) => {
    const before = runs[index - 1]?.[0];
    const isAbove = before !== undefined && (run[0]?.value ?? 0) > before.value;
    return run.reduce((best, point) =>
      (isAbove ? point.value > best.value : point.value < best.value) ? point : best,
    );
  });
}

const isShown = (figure: Figure | undefined): figure is Figure => figure !== undefined && !Number.isNaN(figure.value);

const gap = { value: Number.NaN, low: Number.NaN, high: Number.NaN };

/** A gap is no number. */
const toPoint = (row: Reading["rows"][number], reading: Reading): Figure => ({
  ...labelsOf(row, reading),
  ...(boundedIn(row, reading.value, reading) ?? gap),
  isHighlighted: false,
  row,
});
