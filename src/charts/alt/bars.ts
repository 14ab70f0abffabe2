import { describeExtremes } from "./extremes.ts";
import { bySeries, type Describe, figuresOf } from "./reading.ts";

/** Bars, columns, dots on a scale, slices: the highest, the lowest, what is highlighted. */
export const describeBars: Describe = (reading) => {
  const figures = figuresOf(reading);
  const { format, words } = reading;
  const groups = [...bySeries(figures)];
  const extremes = groups.map(([series, group]) => {
    const clause = describeExtremes(group, reading);
    return groups.length > 1 ? `${series}: ${clause}.` : `${words.numbers.sentence(clause)}.`;
  });
  // A series that is highlighted as a whole has been told already.
  const highlighted = groups.flatMap(([, group]) => {
    const some = group.filter(({ isHighlighted }) => isHighlighted);
    return some.length < group.length ? some : [];
  });
  return [
    ...extremes,
    ...highlighted.map(({ name, series, value }) => {
      const label = [name, groups.length > 1 ? series : ""].filter(Boolean).join(", ");
      return words.charts.highlighted(label, format(value));
    }),
  ];
};
