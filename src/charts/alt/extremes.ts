import type { ChartRank } from "../../language/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { leastAndMost } from "./least-and-most.ts";
import { type Figure, figuresOf, gapOf, gapsOf, labelled, labelsOf, type Reading } from "./reading.ts";
import { areEqual, isAlikeAsWritten, isOpen, isRounded } from "./rounding.ts";

interface ExtremesOptions {
  readonly nameOf?: (figure: Figure) => string;
  /** Where the only highlighted one stands, where a sentence before says that. */
  readonly rank?: ChartRank | undefined;
}

/**
 * `highest London, 274; lowest Kent and Wiltshire, 12 each`, a clause; the figure itself where there is only one. Where some
 * are not shown, it says that it is of those that are: a hidden one may be higher.
 */
export function describeExtremes(
  reading: Reading,
  { nameOf = ({ name }) => name, rank }: ExtremesOptions = {},
): string {
  const figures = figuresOf(reading);
  const { words } = reading;
  const values = figures.map(({ value }) => value);
  const [lowest, highest] = leastAndMost(values);
  const isPartial = gapsOf(reading).length > 0;
  // Of several that were rounded, nobody knows that they are the same; some that are written so are not.
  const sharedBy = (all: readonly Figure[], value: number) => writtenFor(all, reading.format(value), reading);
  const held = (value: number) => {
    const all = thatRead(reading.format(value), figures, reading);
    const [first] = all;
    return {
      // What has no name, or the same as another, is not told by it twice.
      names: [...new Set(all.map((own) => nameOf(own) || nullIn(own, reading)).filter((name) => name.trim() !== ""))],
      figure: all.length === 1 && first ? figureOf(first, reading) : sharedBy(all, value),
    };
  };
  if (figures.length === 1) return words.charts.only(held(highest));
  // What reads the same is the same: no highest and lowest that differ by less than is shown.
  if (reading.format(highest) === reading.format(lowest))
    return words.charts.same(figures.length, sharedBy(figures, highest), isPartial);
  // Rounding leaves open which is the highest, or the lowest.
  if (isOpenAt(highest, figures, reading) || isOpenAt(lowest, figures, reading)) {
    const [low = "", high = ""] = [lowest, highest].map((end) => words.charts.about(reading.format(end)));
    return words.charts.interval({ figure: "", low, high });
  }
  const told = rank && endOf(rank);
  return words.charts.extremes({
    highest: told === "highest" ? undefined : held(highest),
    lowest: told === "lowest" ? undefined : held(lowest),
    shown: isPartial ? (rank ? "these" : figures.length) : undefined,
  });
}

/** A figure as it is written for several: `about 12` unless they are known to be the same. */
export function writtenFor(all: readonly Figure[], written: string, { words }: Reading): string {
  const [first] = all;
  const isSame = first === undefined || all.every((figure) => !isRounded(figure) && !isAlikeAsWritten(figure, first));
  return isSame ? written : words.charts.about(written);
}

/** What a bar is called that stands on a scale of figures, and has none there: as axes of names call it. */
const nullIn = ({ row }: Figure, { category }: Reading): string =>
  category?.type === "quantitative" && row[category.field] === null ? String(null) : "";

/** The figures that are written so. */
function thatRead(text: string, figures: readonly Figure[], { format }: Reading): readonly Figure[] {
  const found: Figure[] = [];
  for (const figure of figures) if (format(figure.value) === text) found.push(figure);
  return found;
}

/** Whether one at this end may, before it was rounded, have been beyond or within another that reads otherwise. */
function isOpenAt(end: number, figures: readonly Figure[], { format }: Reading): boolean {
  const text = format(end);
  for (const own of figures) {
    if (own.value !== end) continue;
    for (const other of figures) if (format(other.value) !== text && isOpen(own, other)) return true;
  }
  return false;
}

/** A figure with what stands beside it in its row: the ends of its interval, what it is compared with. */
export function figureOf({ value, row }: Figure, reading: Reading, short = false): string {
  const { low, high, other, words } = reading;
  const figure = reading.format(value);
  const [from, to, compared] = [low, high, other].map((field) => (field ? row[field.field] : undefined));
  if (low && high && isFigure(from) && isFigure(to))
    return words.charts.interval({ figure, ...intervalBetween(from, to, reading), short });
  if (other && isFigure(compared) && commonOther(reading) === undefined)
    return words.charts.comparison(figure, other.title, reading.format(compared, other));
  return figure;
}

/** Digits of a stretch's length that are told: more are a burden to who listens, and say nothing of where it ends. */
const digitsOfLength = 3;

/** The ends of a stretch, the lower first: specs name them in either order. */
export function intervalBetween(
  from: number,
  to: number,
  { low, high, format }: Reading,
): { readonly low: string; readonly high: string } {
  const decimals = from === to ? undefined : digitsOfLength - 1 - Math.floor(Math.log10(Math.abs(to - from)));
  const shortened = (end: number) =>
    decimals === undefined || decimals > 15 ? end : Number(end.toFixed(Math.max(0, decimals)));
  // A format of its own that has as many digits all the same would print zeros for them.
  const written = (end: number, field: EncodedField | undefined) =>
    [format(shortened(end), field), format(end, field)].reduce((a, b) => (b.length > a.length ? a : b));
  const ends = [written(from, low), written(to, high)] as const;
  const [lower, upper] = from <= to ? ends : [ends[1], ends[0]];
  return { low: lower, high: upper };
}

/** What figures are compared with, where it is the same for all. */
export function commonOther({ other, rows }: Reading): number | undefined {
  const [first, ...rest] = other ? rows.map((row) => row[other.field]) : [];
  return rest.length > 0 && typeof first === "number" && rest.every((cell) => cell === first) ? first : undefined;
}

/** Each highlighted row: its figure and its rank among the others, or that it has none. */
export function describeHighlighted(reading: Reading, isOneOfMany: boolean): readonly string[] {
  const { words, marksSubject } = reading;
  const figures = figuresOf(reading);
  const labelOf = (figure: { readonly name: string; readonly series: string }) =>
    labelled(reading.panel, figure.name, isOneOfMany ? figure.series : "");
  const some = figures.filter(({ isHighlighted }) => isHighlighted);
  const gaps = gapsOf(reading).filter(({ highlight }) => highlight === true);
  // A series that is highlighted as a whole has been told already.
  if (some.length + gaps.length === reading.rows.length) return [];
  // What the picture sets apart by nothing is told first, and not said to be so.
  if (!marksSubject) return some.map((figure) => toldOf(labelOf(figure), figureOf(figure, reading), reading));
  return [
    ...some.map((figure) =>
      words.charts.highlighted(labelOf(figure), figureOf(figure, reading), rankOf(figure, reading)),
    ),
    ...hiddenOf(gaps, reading).map(({ name, series, gap }) =>
      words.charts.highlightedGap(labelOf({ name, series }), gap),
    ),
  ];
}

/** What is hidden of what is highlighted: once of each name of which nothing is shown, for one reason. */
function hiddenOf(gaps: readonly ChartRow[], reading: Reading) {
  const all = gaps.map((row) => ({ ...labelsOf(row, reading), gap: gapOf(row) }));
  const isShown = new Set(figuresOf(reading).map(({ name }) => name));
  const isWhole = (of: string) => {
    const own = all.filter(({ name }) => name === of);
    return own.length > 1 && !isShown.has(of) && own.every(({ gap }) => gap === own[0]?.gap);
  };
  const told = all.map((own) => (isWhole(own.name) ? { ...own, series: "" } : own));
  return [...new Map(told.map((own) => [JSON.stringify(own), own])).values()];
}

/** `Kent, 12.` */
export const toldOf = (name: string, figure: string, { words }: Reading): string =>
  `${words.charts.only({ names: [name].filter(Boolean), figure })}.`;

/** Where the only highlighted row stands, as `describeHighlighted` tells it. */
export function rankOfHighlighted(reading: Reading): ChartRank | undefined {
  // Of a small chart among others the ends are told alone.
  if (reading.panel !== "" || !reading.marksSubject) return undefined;
  const marked = reading.rows.filter(({ highlight }) => highlight === true);
  const [own, ...others] = figuresOf(reading).filter(({ isHighlighted }) => isHighlighted);
  if (!own || others.length > 0 || marked.length !== 1) return undefined;
  return rankOf(own, reading);
}

/** The end that it is alone at. */
const endOf = ({ position, tied, order }: ChartRank): ChartRank["order"] | undefined =>
  position === 1 && !tied ? order : undefined;

/** A rank among two says no more than higher and lower. */
const fewest = 3;

/**
 * The rows that a figure is ranked among: each thing once. Where things have a figure in each series, as of men and of women, these are the
 * rows of its own.
 */
function peersOf({ series }: Figure, reading: Reading): Reading {
  const labels = reading.rows.map((row) => labelsOf(row, reading));
  if (new Set(labels.map(({ name }) => name)).size === labels.length) return reading;
  return { ...reading, rows: reading.rows.filter((_, index) => labels[index]?.series === series) };
}

/**
 * Where a figure stands among those that are alike, from the nearer end; none where rounding leaves it open. By the figures that the data have, as a
 * sentence of the text ranks them: two that only their format makes the same share no place.
 */
function rankOf(own: Figure, whole: Reading): ChartRank | undefined {
  const { value } = own;
  const reading = peersOf(own, whole);
  const figures = figuresOf(reading);
  const values = figures.map((figure) => figure.value);
  // Rounding leaves open which of them is above the other.
  if (figures.some((other) => other.row !== own.row && isOpen(other, own))) return undefined;
  if (!reading.isRanked || values.length < fewest) return undefined;
  const differing = values.filter((other) => !areEqual(other, value));
  const above = differing.filter((other) => other > value).length;
  const below = differing.length - above;
  // Nobody is above or below another where all are the same.
  if (differing.length === 0) return undefined;
  return {
    position: Math.min(above, below) + 1,
    order: above <= below ? "highest" : "lowest",
    tied: values.length - differing.length > 1,
    of: values.length,
    partial: gapsOf(reading).length > 0,
  };
}
