import { commonOther, describeExtremes, describeHighlighted, rankOfHighlighted, toldOf } from "./extremes.ts";
import { boundedIn, bySeries, type Describe, figuresOf, labelled, type Reading, sentence } from "./reading.ts";
import { type Bounded, isAlikeAsWritten, isOpen } from "./rounding.ts";

/** Bars, columns, dots on a scale, slices, areas of a map: the highest, the lowest, what is highlighted. */
export const describeBars: Describe = (reading) => {
  const { words } = reading;
  const groups = bySeries(reading);
  const isOneOfMany = groups.length > 1;
  const sentences = groups.map(([name, group]) => {
    const clause = describeExtremes(group, { rank: isOneOfMany ? undefined : rankOfHighlighted(group) });
    // A series without a name is told without one.
    return (isOneOfMany || reading.panel) && name ? `${name}: ${clause}.` : `${sentence(clause, words)}.`;
  });
  const highlighted = isOneOfMany ? describeMarked(reading, groups) : describeHighlighted(reading, false);
  const against = isOneOfMany ? [] : describeAgainst(reading);
  const marked = highlighted.length;
  const { more } = words.charts;
  if (!isOneOfMany) return { lead: sentences, second: against, items: highlighted, marked, more };
  // Two series are two halves: neither is told without the other.
  const needed = groups.length === 2 ? marked + groups.length : 0;
  return { lead: [], items: [...highlighted, ...sentences], marked, needed, more, most: 6 };
};

/** How many are above and below what stands beside them, by the figures as they are written. */
export function describeAgainst(reading: Reading): readonly string[] {
  const { other, words } = reading;
  if (!other) return [];
  const pairs = figuresOf(reading).flatMap((figure): readonly (readonly [Bounded, Bounded])[] => {
    const compared = boundedIn(figure.row, other, reading);
    return compared ? [[figure, compared]] : [];
  });
  if (pairs.length < 2) return [];
  const isOpenPair = (pair: (typeof pairs)[number]) => isOpen(...pair);
  const isDiffering = (pair: (typeof pairs)[number]) =>
    !isOpenPair(pair) && reading.format(pair[0].value) !== reading.format(pair[1].value);
  const differing = pairs.filter(isDiffering);
  const same = pairs.filter((pair) => !isDiffering(pair));
  const higher = differing.filter(([own, compared]) => own.value > compared.value).length;
  const figure = commonOther(reading);
  const counts = { title: other.title, higher, lower: differing.length - higher, same: same.length };
  return [
    words.charts.against({
      ...counts,
      about: same.some((pair) => isAlikeAsWritten(...pair)),
      figure: figure === undefined ? undefined : reading.format(figure, other),
    }),
  ];
}

/** Highlighted cells by category, each with all of its figures: `Highlighted: Kent, 5 (2016/17) and 12 (2017/18).` */
export function describeMarked(reading: Reading, told: ReturnType<typeof bySeries>): readonly string[] {
  const { charts } = reading.words;
  // A series that is highlighted as a whole has a sentence of its own.
  const isTold = new Set(
    told.filter(([, { rows }]) => rows.every(({ highlight }) => highlight === true)).map(([name]) => name),
  );
  const marked = figuresOf(reading).filter(
    ({ isHighlighted, series }) => isHighlighted && !isTold.has(labelled(reading.panel, series)),
  );
  if (marked.length === 0 && isTold.size > 0) return [];
  const names = [...new Set(marked.map(({ name }) => name))];
  // A highlighted cell alone is told as a bar is.
  if (marked.length === names.length) return describeHighlighted(reading, true);
  return names.map((name) => {
    const own = marked.filter((figure) => figure.name === name);
    const points = own.map(({ series, value }) => ({ name: series, figure: reading.format(value) }));
    const said = [labelled(reading.panel, name), charts.several(points)] as const;
    return reading.marksSubject ? charts.highlighted(...said) : toldOf(...said, reading);
  });
}
