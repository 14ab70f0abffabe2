import { type Period, periodDays, periodsOfLabels } from "../../dataset/index.ts";
import type { ChartRow } from "../chart-row.ts";

/** When a period begins and ends. */
export interface ChartPeriod {
  /** ISO dates. */
  readonly start: string;
  readonly endExclusive: string;
}

/** What periods are called in the rows. */
export type PeriodName = string | number;

/** Where periods stand that do not follow one another at equal distances. What the expressions of a spec read: see `withTimeAxis`. */
export interface TimeSteps {
  /** The places of the axis, at equal distances: names of periods, and between them places that no row has. */
  readonly slots: readonly PeriodName[];
  /** The same with one empty place for each stretch that has none of the periods: for a list, or where there is no room for all. */
  readonly broken: readonly PeriodName[];
  /** The periods that there are, in the order of the axis. */
  readonly periods: readonly PeriodName[];
  /** Of each period, the share of the axis that is free beside its name, if those with more room than it have theirs. */
  readonly rooms: readonly number[];
  /** So many periods would stand along the axis if all were as close as the two closest. */
  readonly closest: number;
  /** Stretches of periods that follow one another, first and last of each. */
  readonly stretches: readonly (readonly [first: PeriodName, last: PeriodName])[];
}

/** What is known of the periods of a chart. */
export interface PeriodTimes {
  /** Where each is in time, in months or days; undefined where one of them is no period, or where they are of unlike lengths. */
  readonly at: ReadonlyMap<PeriodName, number> | undefined;
  /** A short period and a long one, where they are of unlike lengths. */
  readonly unlike: readonly [short: PeriodName, long: PeriodName] | undefined;
  /** Of periods in the order of their axis; undefined where all follow one another at one distance, or where it is not known when they are. */
  stepsOf(inOrder: readonly PeriodName[]): TimeSteps | undefined;
}

export interface PeriodTimesOptions {
  /** Absent: the names say when they are. */
  readonly periodOf: PeriodOf | undefined;
  readonly lang: string;
}

/** When the period of a name is; undefined where it is none. */
export type PeriodOf = (name: string) => ChartPeriod | undefined;

/** The longer of two periods that are alike is longer by a share of so much at most: months are, and quarters. */
const mostLonger = 1.15;
/** Of an axis, what no picture is wide enough for that a name has room in it. */
const leastRoom = 1 / 250;
/** Places of an axis, at most: closer ones are no whole tenth of a pixel apart. */
const mostSlots = 5000;

const emptyStart = "\u0000";
/** A place that no row has. */
const empty = (index: number) => `${emptyStart}${index}`;
/** Whether a place of an axis is one that no row has. */
export const isEmptyPlace = (value: unknown): boolean => typeof value === "string" && value.startsWith(emptyStart);

const unknown: PeriodTimes = { at: undefined, unlike: undefined, stepsOf: () => undefined };

/** The periods that rows have in a field, each once, in the order in which they come. */
export function periodsIn(rows: readonly ChartRow[], field: string): readonly PeriodName[] {
  const names = new Set<PeriodName>();
  for (const row of rows) {
    const cell = row[field];
    if (typeof cell === "string" || typeof cell === "number") names.add(cell);
  }
  return [...names];
}

/** Reads when the periods of a field of the rows are. */
export function periodTimes(rows: readonly ChartRow[], field: string, options: PeriodTimesOptions): PeriodTimes {
  const names = periodsIn(rows, field);
  const periods = names.length < 2 ? [] : readPeriods(names, options);
  if (periods.length < names.length) return unknown;
  const unlike = unlikeLengths(names, periods);
  if (unlike) return { ...unknown, unlike };
  const positions = positionsOf(periods);
  // Two names of one period would lie on one another.
  if (new Set(positions).size < names.length) return unknown;
  const placed = new Map(
    names.map((name, index) => [name, { at: positions[index] as number, ...(periods[index] as ChartPeriod) }]),
  );
  return {
    at: new Map([...placed].map(([name, { at }]) => [name, at])),
    unlike: undefined,
    stepsOf: (inOrder) =>
      stepsOf(
        inOrder.flatMap((name) => {
          const place = placed.get(name);
          return place ? [{ name, ...place }] : [];
        }),
      ),
  };
}

/** As many as there are names, or fewer where one is no period. */
function readPeriods(names: readonly PeriodName[], { periodOf, lang }: PeriodTimesOptions): readonly ChartPeriod[] {
  const labels = names.map(String);
  if (periodOf) return labels.flatMap((label) => periodOf(label) ?? []);
  // Names that have no year are those of something else: `10-14` is an age.
  if (!arePeriodNames(labels)) return [];
  const known = periodsOfLabels(labels, lang) ?? yearsAlike(labels);
  return known ? labels.flatMap((label) => known.get(label) ?? []) : [];
}

/** Years of which all names say the same besides their number, in whatever language: where they begin is not known, and how far apart they are is. */
function yearsAlike(labels: readonly string[]): ReadonlyMap<string, Period> | undefined {
  const words = new Set(labels.map((label) => label.replace(/[\d٠-٩]{4}$/, "")));
  const [common = ""] = words;
  const numbers = labels.map((label) => label.slice(common.length));
  const years = words.size === 1 ? periodsOfLabels(numbers) : undefined;
  return years && new Map(labels.map((label, index) => [label, years.get(numbers[index] as string) as Period]));
}

/** Whether all names have a year, in digits of Latin or of Arabic script. */
const arePeriodNames = (names: readonly string[]): boolean =>
  names.every((name) => /(?<!\d)(?:18|19|20|21)\d\d(?!\d)|(?<![٠-٩])[٠-٩]{4}(?![٠-٩])/.test(name));

function unlikeLengths(
  names: readonly PeriodName[],
  periods: readonly ChartPeriod[],
): readonly [PeriodName, PeriodName] | undefined {
  const days = periods.map((period) => periodDays(period as Period));
  const [least, most] = [leastOf(days), -leastOf(days.map((each) => -each))];
  return most > least * mostLonger
    ? [names[days.indexOf(least)] as PeriodName, names[days.indexOf(most)] as PeriodName]
    : undefined;
}

/** As arguments of `Math.min` they may be more than a call can have. */
const leastOf = (numbers: readonly number[]): number =>
  numbers.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);

/** Months, where all begin or all end with the same day of one; else days. */
function positionsOf(periods: readonly ChartPeriod[]): readonly number[] {
  for (const end of ["start", "endExclusive"] as const) {
    const days = new Set(periods.map((period) => period[end].slice(8)));
    if (days.size === 1 && Number([...days][0]) <= 28)
      return periods.map((period) => Number(period[end].slice(0, 4)) * 12 + Number(period[end].slice(5, 7)));
  }
  return periods.map(({ start }) => Date.parse(start) / 86_400_000);
}

interface PlacedPeriod extends ChartPeriod {
  readonly name: PeriodName;
  /** In months or days. */
  readonly at: number;
}

function stepsOf(periods: readonly PlacedPeriod[]): TimeSteps | undefined {
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return undefined;
  const isFalling = last.at < first.at;
  const places = periods.map(({ at }) => Math.abs(at - first.at));
  const gaps = places.slice(1).map((place, index) => place - (places[index] as number));
  const least = leastOf(gaps);
  // What goes to and fro stands in the order that its author gave it.
  if (!(least > 0) || gaps.every((gap) => gap === least)) return undefined;
  const span = places.at(-1) as number;
  const unit = Math.max(gaps.reduce(greatestCommon), Math.min(span / mostSlots, least));
  const slotOf = places.map((place) => Math.round(place / unit));
  const names = periods.map(({ name }) => name);
  const slots = Array.from({ length: (slotOf.at(-1) as number) + 1 }, (_, slot) => slot);
  const nameAt = new Map(slotOf.map((slot, index) => [slot, names[index] as PeriodName]));
  return {
    slots: slots.map((slot) => nameAt.get(slot) ?? empty(slot)),
    broken: names.flatMap((name, index) =>
      index > 0 && (gaps[index - 1] as number) > least ? [empty(index), name] : [name],
    ),
    periods: names,
    rooms: yearRoomsOf(periods, places) ?? roomsOf(places),
    closest: 1 + span / least,
    stretches: stretchesOf(periods, isFalling),
  };
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));

/**
 * Names are written where they have room, the last and the first before all others; then always the one that is furthest from those that are written.
 * Whatever room a name takes, those with as much are as far apart.
 */
function roomsOf(places: readonly number[]): readonly number[] {
  const span = places.at(-1) as number;
  const rooms = places.map((place) => Math.min(place, span - place));
  const written = new Set([0, places.length - 1]);
  const found = places.map((_, index) => Number(written.has(index)));
  while (written.size < places.length) {
    let next = -1;
    for (let index = 0; index < places.length; index++)
      if (!written.has(index) && (next < 0 || (rooms[index] as number) >= (rooms[next] as number))) next = index;
    if ((rooms[next] as number) < span * leastRoom) break;
    written.add(next);
    found[next] = (rooms[next] as number) / span;
    for (let index = 0; index < places.length; index++)
      rooms[index] = Math.min(rooms[index] as number, Math.abs((places[index] as number) - (places[next] as number)));
  }
  return found;
}

/** Years that are named before others, of few years and of many: multiples of one of these, each a multiple of the next. */
const namedYears = { ofFew: [4, 2, 1], ofMany: [100, 50, 10, 5, 1] } as const;
const mostFew = 16;
/** Shorter and longer periods, days, are named as they have room; so are those of fewer years. */
const [shortestInYear, longestInYear] = [28, 100] as const;
const fewestYears = 4;
/** A year is named where its first period begins in one of so many months. */
const firstMonths = 3;

/**
 * The same of months and quarters of several years, among which some are missing: beside the first and the last of all those are named that begin a
 * year, of few that have room those of round years, and no others. Undefined of others.
 */
function yearRoomsOf(periods: readonly PlacedPeriod[], places: readonly number[]): readonly number[] | undefined {
  const years = periods.map(({ start }) => Number(start.slice(0, 4)));
  const arePartsOfYears = periods.every(({ start, endExclusive }) => {
    const days = periodDays({ start, endExclusive } as Period);
    return days >= shortestInYear && days <= longestInYear;
  });
  const count = new Set(years).size;
  if (!arePartsOfYears || count < fewestYears) return undefined;
  const [first, last] = [0, periods.length - 1];
  const isFalling = (years[last] as number) < (years[first] as number);
  const beginsYear = (index: number) =>
    years[index] !== years[isFalling ? index + 1 : index - 1] &&
    Number((periods[index] as PlacedPeriod).start.slice(5, 7)) <= firstMonths;
  const starts = years.flatMap((_, index) => (index !== first && index !== last && beginsYear(index) ? [index] : []));
  if (starts.length < fewestYears - 2) return undefined;
  const at = (index: number) => places[index] as number;
  const span = at(last);
  const found = places.map((_, index) => Number(index === first || index === last));
  for (const step of count > mostFew ? namedYears.ofMany : namedYears.ofFew) {
    const named = starts.filter((index) => (years[index] as number) % step === 0);
    const apart = leastOf(named.slice(1).map((index, before) => at(index) - at(named[before] as number)));
    for (const index of named)
      if (found[index] === 0) found[index] = Math.min(apart, at(index), span - at(index)) / span;
  }
  return found;
}

function stretchesOf(
  periods: readonly PlacedPeriod[],
  isFalling: boolean,
): readonly (readonly [PeriodName, PeriodName])[] {
  const stretches: [PeriodName, PeriodName][] = [];
  let before: PlacedPeriod | undefined;
  for (const period of periods) {
    const last = stretches.at(-1);
    const [earlier, later] = isFalling ? [period, before] : [before, period];
    if (last && earlier && later && later.start <= earlier.endExclusive) last[1] = period.name;
    else stretches.push([period.name, period.name]);
    before = period;
  }
  return stretches;
}
