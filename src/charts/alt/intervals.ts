import { describeAgainst } from "./bars.ts";
import { describeExtremes, describeHighlighted, figureOf } from "./extremes.ts";
import { bySeries, type Describe, figuresOf, labelled, sentence } from "./reading.ts";

/** So many rows are told one by one; past it the highest and the lowest are, and those highlighted. */
const mostRows = 4;

/** Estimates with their intervals: `Kent, 12, from 6.2 to 20.9`. */
export const describeIntervals: Describe = (reading) => {
  const { words, panel } = reading;
  const figures = figuresOf(reading);
  const groups = bySeries(reading);
  const isOneOfMany = groups.length > 1;
  const items = figures.map((figure) => {
    const name = labelled(panel, figure.name, isOneOfMany ? figure.series : "");
    return `${words.charts.only({ names: name ? [name] : [], figure: figureOf(figure, reading) })}.`;
  });
  const { more } = words.charts;
  const second = isOneOfMany ? [] : describeAgainst(reading);
  if (figures.length <= mostRows) return { lead: [], second, items, more };
  const extremes = groups.map(([name, group]) => {
    const clause = describeExtremes(group);
    return isOneOfMany || panel ? `${name}: ${clause}.` : `${sentence(clause, words)}.`;
  });
  const highlighted = groups.flatMap(([, group]) => describeHighlighted(group, isOneOfMany));
  const isMarked = highlighted.length > 0;
  if (isOneOfMany) return { lead: [], items: [...highlighted, ...extremes], isMarked, more, extra: items };
  return { lead: extremes, second, items: highlighted, isMarked, more, extra: items };
};

/** Medians, with the range that holds the middle half. */
export const describeBoxes: Describe = (reading) => {
  const told = describeIntervals(reading);
  return { ...told, lead: [reading.words.charts.middles, ...told.lead] };
};

/** Stretches from one figure to another, without an estimate. */
export const describeRanges: Describe = (reading) => {
  const { low, high, words, rows, panel, nameOf, category } = reading;
  const { charts } = words;
  if (!low || !high) return { lead: [charts.rows(rows.length)] };
  const items = rows.flatMap((row) => {
    const [from, to] = [row[low.field], row[high.field]];
    if (typeof from !== "number" || typeof to !== "number") return [];
    const name = labelled(panel, category ? nameOf(row, category) : "");
    const figure = charts.interval({ figure: "", low: reading.format(from, low), high: reading.format(to, high) });
    return [{ isHighlighted: row.highlight === true, text: `${charts.only({ names: name ? [name] : [], figure })}.` }];
  });
  const sorted = [...items.filter((item) => item.isHighlighted), ...items.filter((item) => !item.isHighlighted)];
  return { lead: [], items: sorted.map(({ text }) => text), more: charts.more };
};
