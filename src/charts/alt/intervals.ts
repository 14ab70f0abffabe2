import { type ChartRow, isFigure } from "../chart-row.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { describeAgainst } from "./bars.ts";
import { describeExtremes, describeHighlighted, figureOf, intervalBetween, rankOfHighlighted } from "./extremes.ts";
import { leastAndMost } from "./least-and-most.ts";
import {
  allSeries,
  bySeries,
  type Describe,
  type Figure,
  figuresOf,
  hasTimes,
  isOfTimes,
  labelled,
  labelsOf,
  sentence,
} from "./reading.ts";

/** So many rows are told one by one; past it the highest and the lowest are, and those highlighted. */
const mostRows = 4;

/** Estimates with their intervals: `Kent, 12, from 6.2 to 20.9`. */
export const describeIntervals: Describe = (reading) => {
  const { words, panel } = reading;
  const figures = figuresOf(reading);
  const groups = bySeries(reading);
  const isOneOfMany = groups.length > 1;
  const tell = (figure: Figure) => {
    const name = labelled(panel, figure.name, isOneOfMany ? figure.series : "");
    return `${words.charts.only({ names: name ? [name] : [], figure: figureOf(figure, reading) })}.`;
  };
  const { more } = words.charts;
  const second = isOneOfMany ? [] : describeAgainst(reading);
  if (figures.length <= mostRows) return { lead: [], second, items: figures.map(tell), more };
  const extremes = groups.map(([name, group]) => {
    const clause = describeExtremes(group, { rank: isOneOfMany ? undefined : rankOfHighlighted(group) });
    return isOneOfMany || panel ? `${name}: ${clause}.` : `${sentence(clause, words)}.`;
  });
  const highlighted = groups.flatMap(([, group]) => describeHighlighted(group, isOneOfMany));
  const marked = highlighted.length;
  // The one that is told first is not told once more among all.
  const extra = figures.filter(({ isHighlighted }) => marked === 0 || !isHighlighted).map(tell);
  if (isOneOfMany) return { lead: [], items: [...highlighted, ...extremes], marked, more, extra, moreExtra: more };
  return { lead: extremes, second, items: highlighted, marked, more, extra, moreExtra: more };
};

/** Medians, with the range that holds the middle half. */
export const describeBoxes: Describe = (reading) => {
  const told = describeIntervals(reading);
  return { ...told, lead: [reading.words.charts.middles, ...told.lead] };
};

/** Stretches from one figure to another, without an estimate; of many, how far they reach together. */
export const describeRanges: Describe = (reading) => {
  const { low, high, value, subject, words, rows, panel } = reading;
  const { charts } = words;
  if (!low || !high) return { lead: [charts.rows(rows.length)] };
  const isOneOfMany = allSeries(reading).length > 1;
  const ends: number[] = [];
  // The second end has no type of its own in a spec.
  const timeOf = (row: ChartRow, field: EncodedField) => reading.nameOf(row, { ...field, type: "temporal" });
  const stretchOf = (row: ChartRow): { readonly low: string; readonly high: string } | undefined => {
    const [from, to] = [row[low.field], row[high.field]];
    if (isOfTimes(reading))
      return hasTimes(row, reading) ? { low: timeOf(row, low), high: timeOf(row, high) } : undefined;
    if (!isFigure(from) || !isFigure(to)) return undefined;
    ends.push(from, to);
    return intervalBetween(from, to, reading);
  };
  const items = rows.flatMap((row) => {
    const stretch = stretchOf(row);
    if (!stretch) return [];
    const { name, series } = labelsOf(row, reading);
    const label = labelled(panel, name, isOneOfMany ? series : "");
    const figure = charts.interval({ figure: "", ...stretch });
    return [
      { isHighlighted: row.highlight === true, text: `${charts.only({ names: label ? [label] : [], figure })}.` },
    ];
  });
  const sorted = [...items.filter((item) => item.isHighlighted), ...items.filter((item) => !item.isHighlighted)];
  const reach = (): string => {
    const [lowest, highest] = leastAndMost(ends);
    return charts.span(
      labelled(panel, subject ?? value.title),
      reading.format(lowest, low),
      reading.format(highest, high),
    );
  };
  return {
    lead: items.length > mostRows && ends.length > 0 ? [reach()] : [],
    items: sorted.map(({ text }) => text),
    marked: items.filter(({ isHighlighted }) => isHighlighted).length,
    more: charts.more,
  };
};
