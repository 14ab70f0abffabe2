import { inOrder, namesOnAxis } from "./order.ts";
import { allSeries, bySeries, type Describe, figuresOf, gapOf, gapsOf } from "./reading.ts";

/** Places of names by period: who is first in the first and in the last, and the way of each, from its first place to its last. */
export const describePlaces: Describe = (reading) => {
  const { charts } = reading.words;
  const groups = bySeries(reading);
  const isHighlighted = ([, { rows }]: (typeof groups)[number]) => rows.some(({ highlight }) => highlight === true);
  const sorted = [...groups.filter(isHighlighted), ...groups.filter((group) => !isHighlighted(group))];
  const names = namesOnAxis(reading);
  const leaders = [...new Set([names[0], names.at(-1)])].flatMap((at) => {
    const first = figuresOf(reading).filter(({ name, value }) => name === at && value === 1);
    return at === undefined || first.length === 0 ? [] : [{ at, names: first.map(({ series }) => series) }];
  });
  const hidden = allSeries(reading).flatMap(([name, group]) => {
    const [row] = group.rows;
    return row?.highlight === true && gapsOf(group).length === group.rows.length
      ? [charts.highlightedGap(name, gapOf(row))]
      : [];
  });
  const items = sorted.map(([name, group]) => {
    const figures = inOrder(figuresOf(group), group);
    const ends = figures.length > 1 ? [figures[0], figures.at(-1)] : [figures[0]];
    const points = ends.flatMap((end) => (end ? [{ name: end.name, figure: reading.format(end.value) }] : []));
    return charts.places({ series: name, points });
  });
  return {
    lead: leaders.length > 0 ? [charts.firstPlaces(leaders)] : [],
    items: [...hidden, ...items],
    marked: hidden.length + groups.filter(isHighlighted).length,
    more: charts.more,
  };
};
