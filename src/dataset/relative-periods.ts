import type { Frequency } from "./dimension-spec.ts";
import { groupBy } from "./group-by.ts";
import { type Period, periodMonths, previousPeriod } from "./period.ts";

/** A word for a period of a measure: the same period whatever cells are asked for. */
export type RelativePeriod = "latest" | "previous" | "first";

export const relativePeriodWords: readonly RelativePeriod[] = ["latest", "previous", "first"];

/** Each area's own last period. Unlike the words above it differs from area to area, so nothing is ranked by it. */
export const latestAvailable = "latest-available";

export const isRelativePeriod = (name: string): name is RelativePeriod =>
  (relativePeriodWords as readonly string[]).includes(name);

/** Whether a name stands for a period without naming one. */
export const isPeriodWord = (name: string): boolean => isRelativePeriod(name) || name === latestAvailable;

/** What the words mean for one measure. */
export interface RelativePeriods {
  /** The periods for which any cell of the measure has a figure, also a hidden one; earliest first. */
  readonly held: readonly Period[];
  /** The held ones of the length that the words are about, earliest first. */
  readonly series: readonly Period[];
  /** One period a word; a sentence where the data does not say what the words mean, with what to do. */
  readonly meaning: Readonly<Record<RelativePeriod, MeantPeriod>> | { readonly unclear: string; readonly hint: string };
}

export interface MeantPeriod {
  readonly period: Period | undefined;
  /** A sentence for the author where fewer than half of the areas have a figure for it. */
  readonly sparse: string | undefined;
}

interface RelativePeriodsInput {
  readonly measure: string;
  /** All periods of the dataset, earliest first. */
  readonly periods: readonly Period[];
  /** Period and area (undefined without an area dimension) of every cell of the measure that has a figure, also a hidden one. */
  readonly cells: readonly { readonly period: string; readonly area: string | undefined }[];
  readonly frequency: Frequency | undefined;
  readonly timeDimension: string;
  /** Whether an area is there throughout a period. */
  readonly isThere: (area: string, period: Period) => boolean;
}

/**
 * Works out once a measure what `latest`, `previous` and `first` mean. Cells are counted, never their values: a hidden
 * cell counts as any other, so nothing hidden decides. Where nothing is held, the words are about all periods of the data.
 */
export function readRelativePeriods(input: RelativePeriodsInput): RelativePeriods {
  const { measure, periods, cells, frequency, timeDimension } = input;
  const areasIn = new Map(
    [...groupBy(cells, ({ period }) => period)].map(([period, inPeriod]) => [
      period,
      new Set(inPeriod.flatMap(({ area }) => area ?? [])),
    ]),
  );
  const held = periods.filter(({ id }) => areasIn.has(id));
  const byLength = [...groupBy(held.length > 0 ? held : periods, lengthOf)].sort(([, a], [, b]) => b.length - a.length);
  const series = frequency ? byLength.find(([length]) => length === frequency)?.[1] : byLength[0]?.[1];
  if (frequency && !series) {
    return {
      held,
      series: [],
      meaning: {
        unclear: `The data holds no ${frequency} period of ${measure}.`,
        hint: `Correct dimensions.${timeDimension}.frequency, or name the period.`,
      },
    };
  }
  const found = series ?? [];
  if (!frequency && !isOneSeries(byLength)) {
    const lengths = byLength.map(([length, [example]]) => `${length} ones (${example?.label})`).join(" and ");
    return {
      held,
      series: found,
      meaning: {
        unclear: `The data holds periods of several lengths for ${measure}: ${lengths}.`,
        hint: `Say which are meant, by dimensions.${timeDimension}.frequency, or name the period.`,
      },
    };
  }
  const all = [...new Set(cells.flatMap(({ area }) => area ?? []))];
  /** Those that may have a figure for a period. */
  const areasOf = (period: Period) =>
    all.filter((area) => areasIn.get(period.id)?.has(area) || input.isThere(area, period)).length;
  const coverage = (period: Period) => areasIn.get(period.id)?.size ?? 0;
  const latest = found.at(-1);
  const before = latest && periodBefore(latest, held);
  const previous = before && (periods.find(({ id }) => id === before.id) ?? before);
  const meant = (word: RelativePeriod, period: Period | undefined): MeantPeriod => {
    const areas = period ? areasOf(period) : 0;
    if (!period || areas === 0 || coverage(period) * 2 >= areas) return { period, sparse: undefined };
    const most = found.filter((candidate) => coverage(candidate) * 2 > areasOf(candidate));
    const named = word === "first" ? most[0] : most.at(-1);
    const instead = named
      ? ` The ${word === "first" ? "first" : "last"} period that most of them have is ${named.label}.`
      : " There is no period that most of them have.";
    return {
      period,
      sparse: `"${word}" is ${period.label}, for which ${coverage(period)} of ${areas} areas ${coverage(period) === 1 ? "has" : "have"} a figure of ${measure}.${instead}`,
    };
  };
  return {
    held,
    series: found,
    meaning: {
      latest: meant("latest", latest),
      previous: meant("previous", previous),
      first: meant("first", found[0]),
    },
  };
}

/**
 * The period of the same length just before another. Where a measure is held at even distances alone, every fifth year say, it is the
 * one before among these: nothing is ever held in between.
 * @param held the periods that a measure has figures for, of any length, earliest first.
 */
export function periodBefore(period: Period, held: readonly Period[]): Period {
  const length = lengthOf(period);
  return periodsBack(period, evenDistance(held.filter((other) => lengthOf(other) === length)));
}

const periodsBack = (period: Period, count: number): Period =>
  Array.from({ length: count }).reduce<Period>(previousPeriod, period);

/** More periods than this between two of them are no distance at which something is published. */
const farthest = 40;

/** How many periods lie from one to the next of some of one length; 1 where that is not the same all along, or they are too few to tell. */
function evenDistance(held: readonly Period[]): number {
  const [last, before] = held.toReversed();
  if (held.length < 3 || !last || !before) return 1;
  let distance = 1;
  for (let period = previousPeriod(last); period.start > before.start; period = previousPeriod(period)) {
    if (distance === farthest) return 1;
    distance += 1;
  }
  const isEven = held.every((period, index) => {
    const next = held[index + 1];
    return !next || periodsBack(next, distance).start === period.start;
  });
  return isEven ? distance : 1;
}

/**
 * One length, or one with a stray part of a period beside it: a half-year among years. Years and their quarters are two
 * series, and nobody can tell which of them "latest" is about.
 */
function isOneSeries(byLength: readonly (readonly [string, readonly Period[]])[]): boolean {
  const [main, ...others] = byLength;
  if (!main || others.length === 0) return true;
  const months = (periods: readonly Period[]) => Math.max(...periods.map(periodMonths));
  return main[1].length > 1 && others.every(([, periods]) => periods.length === 1 && months(periods) < months(main[1]));
}

const frequencies: ReadonlyMap<number, Frequency> = new Map([
  [12, "annual"],
  [6, "half-yearly"],
  [3, "quarterly"],
  [1, "monthly"],
]);

const frequencyNames: ReadonlySet<string> = new Set<Frequency>([...frequencies.values(), "weekly", "daily"]);

/** Whether a length has a name by which a definition can ask for it. */
export const isFrequency = (length: string): length is Frequency => frequencyNames.has(length);

/** The name of a length, or its size where it has none. A month of days and a month are one length. */
export function lengthOf(period: Period): string {
  if (period.format === "rail-period") return period.format;
  const months = periodMonths(period);
  const days = Math.round(months * 30);
  return (
    frequencies.get(months) ?? (days === 1 ? "daily" : days === 7 ? "weekly" : `${Math.round(months * 10) / 10}-month`)
  );
}
