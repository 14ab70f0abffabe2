import type { Period } from "../../dataset/index.ts";
import {
  type DatedFigure,
  type Distance,
  directionOf,
  exact,
  type Rational,
  roundHalfUp,
  type TrendFacts,
  type TrendRemark,
} from "../../language/index.ts";
import { type Amount, combine, endsOf, isRounded } from "../result/amount.ts";
import type { Series } from "../select/select-series.ts";
import type { Selection } from "../select/selection.ts";
import { testSpan } from "../select/span-uncertainty.ts";
import { smallBase } from "./change.ts";
import { changeModes, isInPercent } from "./change-modes.ts";

/** A turn is one where it lies beyond both ends by this part of the range of all figures. */
const turnPart = exact(0.2);
/** A way back is said from this part of the range on, and of figures that are no shares, of the extreme. */
const reboundPart = exact(0.1);
/** So many steps one way are a run; of long series, a quarter of all steps. */
const runLength = 3;
/** Of fewer steps than this, a change came mostly with the first or the last of them, or it is not said when. */
const pacedLength = 6;
/** One in so many steps may go the other way where the others are called all but these; at most two. */
const exceptionPart = 5;
const twoThirds = exact(2).div(3);
/** A largest step is one that is larger than each other one by this much. */
const largestPart = exact(1.25);

/** Rounded by whoever published it, and said as that. */
export const isPublished = (amount: Amount): boolean => amount.state === "value" && amount.base !== undefined;

const valueIn = ({ amount }: Selection): Rational => (amount.state === "value" ? amount.value : exact(0));

/** Whether a figure is below another, whatever their rounding, and reads so. */
export function isBelow(one: Selection, other: Selection, decimals: number): boolean {
  const [its, others] = [endsOf(one.amount), endsOf(other.amount)];
  if (!its || !others || its.high.compare(others.low) >= 0) return false;
  return roundHalfUp(valueIn(one), decimals).compare(roundHalfUp(valueIn(other), decimals)) < 0;
}

/** Whether two figures are one, as they are known and as they are printed. */
const isSame = (one: Selection, other: Selection, decimals: number): boolean =>
  !isRounded(one.amount) &&
  valueIn(one).equals(valueIn(other)) &&
  roundHalfUp(valueIn(one), decimals).equals(roundHalfUp(valueIn(other), decimals));

/** Whether two figures differ by more than chance; of figures that are no counts this is not known, and not asked. */
const isMoreThanChance = (one: Selection, other: Selection): boolean =>
  one.measureSpec.statType !== "count" || testSpan({ from: one, to: other })?.significant === true;

/**
 * Of figures with years between them of which nothing is known, no run and no record of all years is said.
 * @param back where the way back begins that is told with the way there.
 */
export function factsOf({ selections: series, step }: Series, decimals: number, back?: DatedFigure): TrendFacts {
  const from = series[0] as Selection;
  const to = series.at(-1) as Selection;
  const below = (one: Selection, other: Selection) => isBelow(one, other, decimals);
  const distance = distanceBetween(from, to, decimals);
  const [rises, falls] = [below(from, to), below(to, from)];
  const direction = isSlight(from, to, decimals) ? "flat" : rises ? "up" : falls ? "down" : "flat";
  const towards = direction === "down" ? "lowest" : "highest";
  const course: Course = {
    series,
    decimals,
    direction,
    beyond: (extreme, one, other) => (extreme === "highest" ? below(other, one) : below(one, other)),
  };
  const isSteady =
    step === 1 &&
    direction !== "flat" &&
    series.length > runLength &&
    series.slice(1).every((_, index) => goesOn(course, index + 1));
  const extremes = isSteady ? [] : turnsOf(course);
  const turns = back
    ? wayBackTurn(course, back)
    : extremes.length === 1 && isWayBack(extremes[0], direction)
      ? []
      : extremes;
  const record =
    step === 1 &&
    direction !== "flat" &&
    series.length > 4 &&
    series.slice(0, -1).every((other) => course.beyond(towards, to, other)) &&
    !isSteady;
  return {
    measure: to.measureSpec,
    areas: to.areas,
    from: dated(from),
    to: dated(to),
    decimals,
    isPercent: isInPercent(to.measureSpec),
    direction,
    unchanged: roundHalfUp(valueIn(from), decimals).equals(roundHalfUp(valueIn(to), decimals)),
    isConstant: step === 1 && series.length > 2 && series.every((one) => isSame(one, from, decimals)),
    distance: direction === "flat" ? undefined : distance,
    multiple: distance && multipleOf(from, to, decimals),
    isSteady,
    record: record ? { extreme: towards, periods: series.flatMap(({ periods }) => periods) } : undefined,
    turns: turns.map(({ selection, extreme }) => ({ ...dated(selection), extreme })),
    ...(turns.length === 1 && saidOfTurn(course, { step, turn: turns[0] as Turn, isRecord: record })),
    ...(turns.length === 0 && direction !== "flat" && saidAfter(course, { step, isSteady })),
  };
}

function saidOfTurn(
  course: Course,
  { step, turn, isRecord }: { readonly step: number; readonly turn: Turn; readonly isRecord: boolean },
): Pick<TrendFacts, "ways" | "pace"> {
  const { series, decimals } = course;
  const to = series.at(-1) as Selection;
  const ofEach = step === 1 ? waysOf(course, turn) : { out: false, back: false };
  return {
    ways: { ...ofEach, multiple: isSmallCount(turn.selection) ? undefined : multipleOf(turn.selection, to, decimals) },
    // A sentence with a record is long enough.
    pace: step === 1 && !isRecord ? largestOf(readings(series, decimals), course) : undefined,
  };
}

/** What is said of a course without turns when its ends are: how the change is spread over time, and what is worth a sentence more. */
function saidAfter(
  course: Course,
  { step, isSteady }: { readonly step: number; readonly isSteady: boolean },
): Pick<TrendFacts, "pace" | "more"> {
  const more = isSteady ? undefined : remarkOf(course, step);
  // A step that is more than half of all says when it came.
  const pace = more?.kind === "step" ? undefined : paceOf(course);
  // The one exception has been told, with its figures.
  if (more?.kind === "except" && pace?.kind === "largest" && pace.isAgainst)
    return { more: { ...more, otherWay: undefined }, pace };
  // Between years of which nothing is known there may have been larger steps than those from one figure to the next.
  return { more, pace: step !== 1 && pace?.kind === "largest" ? { ...pace, isOfFigures: true } : pace };
}

interface Course {
  readonly series: readonly Selection[];
  readonly decimals: number;
  readonly direction: "up" | "down" | "flat";
  /** Whether one figure is further out than another. */
  readonly beyond: (extreme: "highest" | "lowest", one: Selection, other: Selection) => boolean;
}

interface Turn {
  readonly selection: Selection;
  readonly extreme: "highest" | "lowest";
}

const dated = (selection: Selection): DatedFigure => ({
  value: valueIn(selection),
  about: isPublished(selection.amount),
  period: periodOf(selection),
});

const isSmallCount = ({ measureSpec, amount }: Selection): boolean =>
  measureSpec.statType === "count" && amount.state === "value" && amount.value.compare(smallBase) < 0;

/** The change as it would be said: in per cent, or of shares in points. */
function changeBetween(from: Selection, to: Selection, decimals: number) {
  const mode = isInPercent(to.measureSpec) ? "points" : "relative";
  const ownDecimals = mode === "points" ? decimals : 0;
  const amount = combine([from.amount, to.amount], ([before, after]) =>
    before && after ? changeModes[mode].compute(before, after) : null,
  );
  return { mode, decimals: ownDecimals, amount } as const;
}

/** A change that rounds to nothing; small counts are said as they are. */
function isSlight(from: Selection, to: Selection, decimals: number): boolean {
  if (isSmallCount(from)) return false;
  const { amount, decimals: ownDecimals } = changeBetween(from, to, decimals);
  return amount.state === "value" && !isRounded(amount) && directionOf(amount.value.mul(100), ownDecimals) === "flat";
}

/** Undefined where it rounds to nothing, has no base, or rounding leaves more than one to print. */
function distanceBetween(from: Selection, to: Selection, decimals: number): Distance | undefined {
  if (isSmallCount(from)) return undefined;
  const { amount: change, mode, decimals: ownDecimals } = changeBetween(from, to, decimals);
  if (change.state !== "value" || (mode === "relative" && isBeyondTen(from, to))) return undefined;
  const printed = (value: Rational) => roundHalfUp(value.mul(100), ownDecimals);
  const ends = endsOf(change);
  if (
    !ends ||
    !printed(ends.low).equals(printed(ends.high)) ||
    directionOf(change.value.mul(100), ownDecimals) === "flat"
  )
    return undefined;
  const size = change.value.abs();
  return { size: mode === "points" ? size.mul(100) : size, mode, decimals: ownDecimals };
}

/** So many times a figure is said of what is more than that, and no more than the next of them: six times it has not trebled. */
const saidTimes = [9, 8, 7, 6, 5, 4, 3, 2] as const;

/** Of figures as they are known and as they are printed. */
function multipleOf(from: Selection, to: Selection, decimals: number): TrendFacts["multiple"] {
  const [before, after] = [endsOf(from.amount), endsOf(to.amount)];
  if (isInPercent(to.measureSpec) || !before || !after || before.low.compare(0) <= 0) return undefined;
  const [first, last] = [roundHalfUp(valueIn(from), decimals), roundHalfUp(valueIn(to), decimals)];
  const isOver = (times: number) => after.low.compare(before.high.mul(times)) > 0 && last.compare(first.mul(times)) > 0;
  // A tenth of it, and no half, is what is left: its percentage says more, where that is not all by rounding.
  const isNearlyAll = before.high.mul(0.1).compare(after.high) > 0 && before.low.mul(0.005).compare(after.low) < 0;
  if (after.high.mul(2).compare(before.low) < 0 && last.mul(2).compare(first) < 0)
    return isNearlyAll ? undefined : "half";
  if (isBeyondTen(from, to)) return undefined;
  return saidTimes.find(isOver);
}

/** Whether a figure may have grown more than tenfold: of a series that began with next to nothing, its two ends say all, and neither a multiple nor a percentage. */
function isBeyondTen(from: Selection, to: Selection): boolean {
  const [before, after] = [endsOf(from.amount), endsOf(to.amount)];
  return (
    before !== undefined &&
    after !== undefined &&
    before.low.compare(0) > 0 &&
    after.high.compare(before.low.mul(10)) > 0
  );
}

const rangeOf = (series: readonly Selection[]): Rational => {
  const values = series.map(valueIn).sort((a, b) => a.compare(b));
  return (values.at(-1) ?? exact(0)).sub(values[0] ?? 0);
};

/** The one figure between the ends that is beyond all others. */
function extremeOf({ series, beyond }: Course, extreme: "highest" | "lowest"): Selection | undefined {
  return series.slice(1, -1).find((one) => series.every((other) => other === one || beyond(extreme, one, other)));
}

/** Extremes that lie far beyond both ends, earliest first. */
function turnsOf(course: Course): readonly Turn[] {
  const { series } = course;
  const ends = [series[0], series.at(-1)] as [Selection, Selection];
  const least = rangeOf(series).mul(turnPart);
  const found = (["highest", "lowest"] as const).flatMap((extreme): Turn[] => {
    const selection = extremeOf(course, extreme);
    const isFar = (end: Selection) =>
      selection && valueIn(selection).sub(valueIn(end)).abs().compare(least) >= 0 && isMoreThanChance(selection, end);
    return selection && ends.every(isFar) ? [{ selection, extreme }] : [];
  });
  return found.sort((a, b) => series.indexOf(a.selection) - series.indexOf(b.selection));
}

/** Which of the ways to a turn and back from it go on in every period, where there are enough of them to say so. */
function waysOf({ series, beyond }: Course, { selection, extreme }: Turn): { out: boolean; back: boolean } {
  const turn = series.indexOf(selection);
  const opposite = extreme === "highest" ? "lowest" : "highest";
  const goes = (from: number, to: number, towards: "highest" | "lowest") =>
    to - from >= runLength &&
    series.slice(from + 1, to + 1).every((one, index) => beyond(towards, one, series[from + index] as Selection));
  return { out: goes(0, turn, extreme), back: goes(turn, series.length - 1, opposite) };
}

function wayBackTurn({ series, direction }: Course, back: DatedFigure): readonly Turn[] {
  const selection = series.find((one) => periodOf(one) === back.period);
  return selection ? [{ selection, extreme: direction === "down" ? "lowest" : "highest" }] : [];
}

/** A low in a fall, a high in a rise: the change is said first, and the way back after it. */
const isWayBack = (turn: Turn | undefined, direction: Course["direction"]): boolean =>
  (turn?.extreme === "lowest" && direction === "down") || (turn?.extreme === "highest" && direction === "up");

/** Whether it goes the way of the whole change from the period before to this one. */
function goesOn({ series, direction, beyond }: Course, index: number): boolean {
  const [before, after] = [series[index - 1], series[index]] as [Selection, Selection];
  return beyond(direction === "down" ? "lowest" : "highest", after, before);
}

function remarkOf(course: Course, step: number): TrendRemark | undefined {
  const ofEach = step === 1 ? (allBut(course) ?? lastRun(course)) : undefined;
  return wayBack(course, step) ?? ofEach ?? largestStep(course);
}

/** The few periods in which it did not go the way of the whole change. */
function allBut(course: Course): TrendRemark | undefined {
  const { series, direction, beyond } = course;
  const against = series.slice(1).flatMap(({ periods }, index) => (goesOn(course, index + 1) ? [] : periods));
  const isFew = against.length <= 2 && against.length * exceptionPart <= series.length - 1;
  if (against.length === 0 || !isFew) return undefined;
  const index = series.slice(1).findIndex((_, at) => !goesOn(course, at + 1)) + 1;
  const [before, after] = [series[index - 1], series[index]] as [Selection, Selection];
  const isOtherWay = beyond(direction === "down" ? "highest" : "lowest", after, before);
  return {
    kind: "except",
    periods: against,
    otherWay: against.length === 1 && isOtherWay && isMoreThanChance(before, after) ? dated(after) : undefined,
  };
}

/** Figures as they are known, and as they are printed: what is said of their distances is true of both. */
const readings = (series: readonly Selection[], decimals: number): readonly (readonly Rational[])[] => {
  const known = series.map(valueIn);
  return [known, known.map((value) => roundHalfUp(value, decimals))];
};

/** Whether more than half of the change, or another part, and no more than all of it, lies between two figures: in all readings. */
function isMost(all: readonly (readonly Rational[])[], from: number, to: number, least = exact(0.5)): boolean {
  return all.every((values) => {
    const whole = (values.at(-1) as Rational).sub(values[0] as Rational);
    if (whole.equals(0)) return false;
    const part = (values[to] as Rational).sub(values[from] as Rational).div(whole);
    return part.compare(least) > 0 && part.compare(1) <= 0;
  });
}

/**
 * Whether most of the change came in the first or the last third of the time, or two thirds of it in either half, or which step was by far
 * the largest. The half-way mark is passed once, so that no other part of the time could be called the one in which most of it came.
 */
function paceOf(course: Course): TrendFacts["pace"] {
  const { series, decimals } = course;
  const steps = series.length - 1;
  if (steps < 2 || series.some(({ amount }) => isRounded(amount))) return undefined;
  const all = readings(series, decimals);
  const at = (index: number) => series[index] as Selection;
  const isBeyondHalf = (index: number) => isMost(all, 0, index);
  const half = series.findIndex((_, index) => index > 0 && isBeyondHalf(index));
  const isPassedOnce =
    half > 0 && all.every((values) => series.every((_, index) => isPastMiddle(values, index) === index >= half));
  const isPart = (from: number, to: number) => isMost(all, from, to) && isMoreThanChance(at(from), at(to));
  if (!isPassedOnce || isPartlyUndone(course)) return largestOf(all, course);
  // Of few figures, the first step or the last one.
  if (steps < pacedLength) {
    if (half === 1 && isPart(0, 1)) return { kind: "early", part: "half", from: periodOf(at(0)), to: periodOf(at(1)) };
    return half === steps && isPart(steps - 1, steps)
      ? { kind: "late", part: "half", since: periodOf(at(steps - 1)) }
      : undefined;
  }
  if (half * 3 <= steps && isPart(0, half))
    return { kind: "early", part: "half", from: periodOf(at(0)), to: periodOf(at(half)) };
  if ((half - 1) * 3 >= 2 * steps && isPart(half - 1, steps))
    return { kind: "late", part: "half", since: periodOf(at(half - 1)) };
  const [before, after] = [Math.floor(steps / 2), Math.ceil(steps / 2)];
  if (isMost(all, 0, before, twoThirds) && isPart(0, before))
    return { kind: "early", part: "two-thirds", from: periodOf(at(0)), to: periodOf(at(before)) };
  if (isMost(all, after, steps, twoThirds) && isPart(after, steps))
    return { kind: "late", part: "two-thirds", since: periodOf(at(after)) };
  return largestOf(all, course);
}

/** Whether a figure lies beyond the ends: of what came on the way there, some is no part of the change. */
function isPartlyUndone({ series, direction, beyond }: Course): boolean {
  const [first, last] = [series[0], series.at(-1)] as [Selection, Selection];
  const [low, high] = direction === "up" ? [first, last] : [last, first];
  return series.some((one) => beyond("lowest", one, low) || beyond("highest", one, high));
}

/** Of a rise, whether a figure is above the middle between the ends; of a fall, below it. */
function isPastMiddle(values: readonly Rational[], index: number): boolean {
  const [first, last] = [values[0], values.at(-1)] as [Rational, Rational];
  const order = (values[index] as Rational).mul(2).compare(first.add(last));
  return last.compare(first) > 0 ? order > 0 : order < 0;
}

function largestOf(
  all: readonly (readonly Rational[])[],
  { series, direction }: Pick<Course, "series" | "direction">,
): TrendFacts["pace"] {
  if (series.length <= pacedLength || series.some(({ amount }) => isRounded(amount))) return undefined;
  const [known = []] = all;
  const stepsOf = (values: readonly Rational[]) =>
    values.slice(1).map((value, index) => value.sub(values[index] as Rational));
  const sizes = stepsOf(known).map((step) => step.abs());
  const index = sizes.reduce((best, size, at) => (size.compare(sizes[best] as Rational) > 0 ? at : best), 0);
  const isLargest = all.every((values) => {
    const steps = stepsOf(values).map((step) => step.abs());
    return steps.every((size, at) => at === index || (steps[index] as Rational).compare(size.mul(largestPart)) >= 0);
  });
  const [from, to] = [series[index], series[index + 1]] as [Selection, Selection];
  if (!isLargest || !isMoreThanChance(from, to)) return undefined;
  const way = valueIn(to).compare(valueIn(from)) > 0 ? "up" : "down";
  const isAgainst = direction !== "flat" && way !== direction;
  return { kind: "largest", from: dated(from), to: dated(to), direction: way, isAgainst, isOfFigures: false };
}

const periodOf = ({ periods }: Selection): Period => periods[0] as Period;

function wayBack(course: Course, step: number): TrendRemark | undefined {
  const { series, direction, decimals } = course;
  const extreme = direction === "down" ? "lowest" : "highest";
  const turn = extremeOf(course, extreme);
  const to = series.at(-1);
  if (!turn || !to) return undefined;
  const back = valueIn(to).sub(valueIn(turn)).abs();
  const isShare = isInPercent(to.measureSpec);
  if (back.compare(rangeOf(series).mul(reboundPart)) < 0) return undefined;
  if (!isShare && back.compare(valueIn(turn).abs().mul(reboundPart)) < 0) return undefined;
  if (!isMoreThanChance(turn, to)) return undefined;
  return {
    kind: "since",
    direction: extreme === "highest" ? "down" : "up",
    turn: { ...dated(turn), extreme },
    isSteady: step === 1 && waysOf(course, { selection: turn, extreme }).back,
    distance: distanceBetween(turn, to, decimals),
    multiple: isSmallCount(turn) ? undefined : multipleOf(turn, to, decimals),
  };
}

function lastRun(course: Course): TrendRemark | undefined {
  const { series } = course;
  let start = series.length - 1;
  while (start > 0 && goesOn(course, start)) start -= 1;
  const since = series[start]?.periods[0];
  const steps = series.length - 1;
  return since && steps - start >= Math.max(runLength, steps / 4) ? { kind: "run", since } : undefined;
}

/**
 * More than half of the change between two neighbours, and no more than all of it. Where a figure lies beyond the ends, some of what came
 * between two neighbours was undone: it is no part of the change.
 */
function largestStep(course: Course): TrendRemark | undefined {
  const { series, decimals } = course;
  if (series.length <= runLength || isPartlyUndone(course)) return undefined;
  const all = readings(series, decimals);
  for (let index = 1; index < series.length; index += 1) {
    const [from, to] = [series[index - 1], series[index]] as [Selection, Selection];
    if (isMost(all, index - 1, index) && !isRounded(from.amount) && !isRounded(to.amount) && isMoreThanChance(from, to))
      return { kind: "step", from: dated(from), to: dated(to) };
  }
  return undefined;
}
