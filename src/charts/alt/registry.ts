import type { ChartKindName } from "../../language/index.ts";
import { describeBars } from "./bars.ts";
import { describeCells } from "./cells.ts";
import { describeColumns } from "./columns.ts";
import { describePairs } from "./differences.ts";
import { describeFunnel } from "./funnel.ts";
import { describeBoxes, describeIntervals, describeRanges } from "./intervals.ts";
import { describeLines } from "./lines.ts";
import { describePlaces } from "./places.ts";
import { describePoints } from "./points.ts";
import type { Describe } from "./reading.ts";
import { describeStacked } from "./stacked.ts";

/** How each kind of chart is described; the chart computes the figures of those that are not here. */
export const describers: Readonly<Partial<Record<ChartKindName, Describe>>> = {
  bar: describeColumns,
  stacked: describeStacked,
  stackedArea: describeStacked,
  line: describeLines,
  slope: describeLines,
  places: describePlaces,
  area: describeLines,
  pie: describeBars,
  dot: describePoints,
  scatter: describePoints,
  funnel: describeFunnel,
  strip: describePoints,
  dumbbell: describePairs,
  interval: describeIntervals,
  range: describeRanges,
  box: describeBoxes,
  histogram: describeBars,
  heat: describeCells,
  table: describeCells,
  tile: describeBars,
  map: describeBars,
};
