import type { Family } from "../mention.ts";
import { ages } from "./ages.ts";
import { clockTimes } from "./clock-times.ts";
import { compounds } from "./compounds.ts";
import { dates } from "./dates.ts";
import { durations } from "./durations.ts";
import { everyDay } from "./every-day.ts";
import { fractions } from "./fractions.ts";
import { identifiers } from "./identifiers.ts";
import { listNumbers } from "./list-numbers.ts";
import { measurements } from "./measurements.ts";
import { money } from "./money.ts";
import { multiples } from "./multiples.ts";
import { oneIn } from "./one-in.ts";
import { ordinals } from "./ordinals.ts";
import { percentagePoints } from "./percentage-points.ts";
import { percents } from "./percents.ts";
import { longPeriods, periods } from "./periods.ts";
import { phoneNumbers } from "./phone-numbers.ts";
import { plainNumbers } from "./plain-numbers.ts";
import { ranges } from "./ranges.ts";
import { ranks } from "./ranks.ts";
import { rateBases, ratesPer } from "./rates-per.ts";
import { records } from "./records.ts";
import { references } from "./references.ts";
import { scores } from "./scores.ts";
import { webAddresses } from "./web-addresses.ts";

/**
 * Every family, in the order in which they claim words: what is surely no statistic first, then what says most, plain
 * numbers last. A new one is a file here and a line below.
 */
export const families: readonly Family[] = [
  webAddresses,
  money,
  phoneNumbers,
  listNumbers,
  ages,
  clockTimes,
  ...longPeriods,
  dates,
  ...periods,
  ranges,
  percentagePoints,
  percents,
  references,
  ratesPer,
  rateBases,
  oneIn,
  measurements,
  ranks,
  records,
  everyDay,
  fractions,
  multiples,
  durations,
  scores,
  compounds,
  ordinals,
  identifiers,
  plainNumbers,
];
