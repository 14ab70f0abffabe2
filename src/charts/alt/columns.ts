import { describeAgainst, describeBars } from "./bars.ts";
import { describeHighlighted } from "./extremes.ts";
import { describeLines, isTrend } from "./lines.ts";
import { bySeries, type Describe } from "./reading.ts";

/** Bars of periods are told as a line is, others by their highest and lowest. */
export const describeColumns: Describe = (reading) => {
  if (!isTrend(reading)) return describeBars(reading);
  const told = describeLines(reading);
  if (bySeries(reading).length > 1) return told;
  const items = describeHighlighted({ ...reading, isRanked: false }, false);
  const { more } = reading.words.charts;
  const lead = [...told.lead, ...(told.items ?? [])];
  const extra = told.extra ?? [];
  return { lead, second: describeAgainst(reading), items, marked: items.length, more, extra };
};
