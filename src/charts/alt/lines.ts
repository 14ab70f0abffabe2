import type { ChartPoint } from "../../claims/index.ts";
import { bySeries, type Describe, type Figure, figuresOf, type Reading } from "./reading.ts";

/** More lines than a listener can hold; past it only highlighted ones are told, or the first. */
const mostLines = 4;

/** Lines and areas: for each line the first figure, the last, the way between, and a peak or low on the way. */
export const describeLines: Describe = (reading) => {
  const groups = [...bySeries(figuresOf(reading))].map(([series, figures]) => ({
    series,
    figures: inOrder(figures, reading),
  }));
  const highlighted = groups.filter(({ figures }) => figures.some(({ isHighlighted }) => isHighlighted));
  const others = groups.filter((group) => !highlighted.includes(group));
  const told =
    groups.length <= mostLines ? groups : [...highlighted, ...others].slice(0, Math.max(1, highlighted.length));
  const untold = groups.length - told.length;
  const sentences = told.map(({ series, figures }) => describeLine(series, figures, reading));
  return untold > 0 ? [...sentences, reading.words.charts.moreLines(untold)] : sentences;
};

/** Rows come in reading order; a scale of time or numbers puts its own order on them. */
function inOrder(figures: readonly Figure[], { category }: Reading): readonly Figure[] {
  if (category?.type === "temporal")
    return figures.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (category?.type === "quantitative") return figures.toSorted((a, b) => Number(a.name) - Number(b.name));
  return figures;
}

function describeLine(series: string, figures: readonly Figure[], { format, words }: Reading): string {
  const [first, ...later] = figures;
  const last = later.at(-1);
  if (!first) return "";
  const point = ({ name, value }: Figure): ChartPoint => ({ name, figure: format(value) });
  if (!last) return words.charts.line({ series, first: point(first), direction: "flat" });
  const isSame = format(first.value) === format(last.value);
  const { peak, low } = turns(figures, [first, last], format);
  return words.charts.line({
    series,
    first: point(first),
    last: point(last),
    direction: isSame ? "flat" : last.value > first.value ? "up" : "down",
    ...(peak && { peak: point(peak) }),
    ...(low && { low: point(low) }),
  });
}

interface Turns {
  readonly peak: Figure | undefined;
  readonly low: Figure | undefined;
}

/** The highest and the lowest between the ends, where they pass both ends. */
function turns(figures: readonly Figure[], ends: readonly [Figure, Figure], format: Reading["format"]): Turns {
  const high = figures.reduce((best, figure) => (figure.value > best.value ? figure : best));
  const low = figures.reduce((best, figure) => (figure.value < best.value ? figure : best));
  const isTurn = (figure: Figure) => ends.every(({ value }) => format(value) !== format(figure.value));
  return { peak: isTurn(high) ? high : undefined, low: isTurn(low) ? low : undefined };
}
