import type { CountBounds } from "../cell.ts";
import type { DisclosureRule } from "./disclosure-spec.ts";
import { anyCount } from "./publication.ts";

/** What a reader has to hold possible of one hidden count. */
export interface Need {
  /** Values each of which has to be possible, with one beyond those that the rule hides; any one list will do. */
  readonly choices: readonly (readonly number[])[];
  /** Where nobody here knows the count itself: two possible values so far apart will do. */
  readonly width: number | undefined;
}

/** A rule that hides a thousand values is not shown to leave each of them possible, but so many, evenly spread. */
const triedValues = 50;

/**
 * What a reader has to hold possible of a count that the rule hides: all that it hides, and one value that it does not; within bounds that
 * readers may know, whatever else is hidden.
 * @param likely what it is within if figures were not revised: of values that the rule does not hide, one of these.
 */
export function needOfHidden(
  { from, to, width }: DisclosureRule,
  bounds: CountBounds = anyCount,
  likely: CountBounds = anyCount,
): Need {
  const isWithin = (value: number) => value >= bounds.from && value <= bounds.to;
  const isLikely = (value: number) => value >= likely.from && value <= likely.to;
  const step = Math.max(1, (to - from) / triedValues);
  const values: number[] = [];
  for (let value = from; value < to; value += step) values.push(Math.round(value));
  values.push(to);
  const further = width - (to - from);
  const beyond = [to + further, from - further].filter((value) => value >= 0);
  const own = values.filter(isWithin);
  const choices = beyond.filter((value) => isWithin(value) && isLikely(value)).map((value) => [...own, value]);
  // Beyond all bounds, it cannot be had: such a count is known to be one that the rule hides.
  return { choices: choices.length > 0 ? choices : [beyond], width: undefined };
}

/** The least that a reader has to hold possible of a count that the rule hides: one value that it does not. */
export const needOfUncertain = ({ from, to }: DisclosureRule): Need => ({
  choices: [to + 1, from - 1].flatMap((value) => (value >= 0 ? [[value]] : [])),
  width: undefined,
});

/** What a reader has to hold possible of a count that comes hidden, and that its publisher says to be within bounds. */
export function needOfUnknown(rule: DisclosureRule, value: number, { from, to }: CountBounds = anyCount): Need {
  const width = Math.min(rule.width, to - from);
  const ends = [value + width, value - width].filter((other) => other >= from && other <= to);
  return { choices: ends.length > 0 ? ends.map((other) => [other]) : [[from, to]], width };
}
