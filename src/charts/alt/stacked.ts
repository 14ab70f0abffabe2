import type { LargestPart } from "../../language/index.ts";
import { describeBars } from "./bars.ts";
import { leastAndMost } from "./least-and-most.ts";
import { describeLine } from "./lines.ts";
import { arePeriods, namesOnAxis } from "./order.ts";
import { bySeries, type Describe, figuresOf, gapsOf, labelsOf, type Reading } from "./reading.ts";
import { isOpen } from "./rounding.ts";

/** Parts that lie on one another by period: which is largest in the first and in the last, and how each changed. */
export const describeStacked: Describe = (reading) => {
  const { words } = reading;
  const names = namesOnAxis(reading);
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return describeBars(reading);
  if (first === last) return describeBars({ ...reading, category: reading.series, series: undefined, isRanked: false });
  if (!arePeriods(names)) return describeBars(reading);
  const [begin, end] = [largestPart(first, reading), largestPart(last, reading)];
  const largest = [...new Set([...(begin?.names ?? []), ...(end?.names ?? [])])];
  const parts = bySeries(reading);
  const nameOf = (label: string) =>
    label.slice(reading.panel === "" || label === reading.panel ? 0 : reading.panel.length + 2);
  const sorted = [
    ...parts.filter(([label]) => largest.includes(nameOf(label))),
    ...parts.filter(([label]) => !largest.includes(nameOf(label))),
  ];
  return {
    lead: begin && end ? [words.charts.largestParts(begin, end)] : [],
    items: sorted.map(([label, part]) => describeLine(label, part)),
    most: Math.max(2, Math.min(4, parts.length)),
    more: words.charts.more,
  };
};

function largestPart(at: string, reading: Reading): LargestPart | undefined {
  const isHere = ({ name }: { readonly name: string }) => name === at;
  const figures = figuresOf(reading).filter(isHere);
  if (figures.length === 0) return undefined;
  const largest = figures.reduce((best, figure) => (figure.value > best.value ? figure : best));
  // Rounding leaves open which is the largest.
  if (figures.some((other) => other !== largest && isOpen(other, largest))) return undefined;
  const most = reading.format(leastAndMost(figures.map(({ value }) => value))[1]);
  return {
    at,
    names: figures.filter(({ value }) => reading.format(value) === most).map(({ series }) => series),
    partial: gapsOf(reading).some((row) => isHere(labelsOf(row, reading))),
  };
}
