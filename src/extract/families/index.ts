import type { Family } from "../mention.ts";
import { ages } from "./ages.ts";
import { dates } from "./dates.ts";
import { everyDay } from "./every-day.ts";
import { fractions } from "./fractions.ts";
import { multiples } from "./multiples.ts";
import { oneIn } from "./one-in.ts";
import { percentagePoints } from "./percentage-points.ts";
import { percents } from "./percents.ts";
import { longPeriods, periods } from "./periods.ts";
import { plainNumbers } from "./plain-numbers.ts";
import { ranges } from "./ranges.ts";
import { ranks } from "./ranks.ts";
import { rateBases, ratesPer } from "./rates-per.ts";
import { records } from "./records.ts";
import { refused } from "./refused.ts";

/**
 * Every family, in the order in which they claim words: what is surely no statistic first, then what says most, plain
 * numbers last. A new one is a file here, or a line in `refused.ts` where nothing is read of it, and a line below.
 */
export const families: readonly Family[] = [
  refused.webAddresses,
  refused.money,
  refused.phoneNumbers,
  refused.listNumbers,
  ages,
  refused.clockTimes,
  ...longPeriods,
  dates,
  ...periods,
  ranges,
  percentagePoints,
  percents,
  refused.references,
  ratesPer,
  rateBases,
  oneIn,
  refused.measurements,
  ranks,
  records,
  everyDay,
  fractions,
  multiples,
  refused.durations,
  refused.scores,
  refused.compounds,
  refused.ordinals,
  refused.identifiers,
  plainNumbers,
];
