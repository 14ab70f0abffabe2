import type { Category } from "./observation.ts";
import { isPartialDate } from "./partial-date.ts";
import { addDays, type Period } from "./period.ts";
import { periodReadings } from "./period-reader.ts";

/** When a category is there: a district that was merged into another, a code that took the place of one. */
export interface Lifetime {
  /** The first day, ISO. Undefined: it was always there. */
  readonly start: string | undefined;
  /** The day after the last. Undefined: it still is. */
  readonly endExclusive: string | undefined;
}

type Timed = Pick<Category, "since" | "until">;

export const hasLifetime = ({ since, until }: Timed): boolean => since !== undefined || until !== undefined;

/** The lifetime that a definition says; what of it cannot be read is undefined. */
export function lifetimeOf({ since, until }: Timed): Lifetime {
  return {
    start: since === undefined ? undefined : spanOf(since)?.start,
    endExclusive: until === undefined ? undefined : spanOf(until)?.endExclusive,
  };
}

/** The days of an ISO date, or the first part of one, or of a period that has one reading. */
export function spanOf(text: string): Pick<Period, "start" | "endExclusive"> | undefined {
  if (!isPartialDate(text)) {
    const [period, other] = periodReadings(text);
    return other ? undefined : period;
  }
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const start = `${text}-01-01`.slice(0, "YYYY-MM-DD".length);
  const iso = (date: number) => new Date(date).toISOString().slice(0, "YYYY-MM-DD".length);
  if (day > 0) return { start, endExclusive: addDays(start, 1) };
  return { start, endExclusive: iso(month > 0 ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)) };
}

/** Whether a category is there in a period: on all of its days, on some, or on none. */
export function presenceIn(category: Timed, period: Pick<Period, "start" | "endExclusive">): "all" | "some" | "none" {
  if (!hasLifetime(category)) return "all";
  const { start, endExclusive } = lifetimeOf(category);
  if (
    (start !== undefined && start >= period.endExclusive) ||
    (endExclusive !== undefined && endExclusive <= period.start)
  )
    return "none";
  const isWhole =
    (start === undefined || start <= period.start) &&
    (endExclusive === undefined || endExclusive >= period.endExclusive);
  return isWhole ? "all" : "some";
}

/** Whether two categories are never there on one day. */
export function areApart(one: Timed, two: Timed): boolean {
  const [a, b] = [lifetimeOf(one), lifetimeOf(two)];
  const isBefore = (first: Lifetime, second: Lifetime) =>
    first.endExclusive !== undefined && second.start !== undefined && first.endExclusive <= second.start;
  return isBefore(a, b) || isBefore(b, a);
}

/** `since 2009-04-01`, `until 2009-03-31`. */
export const sayLifetime = ({ since, until }: Timed): string =>
  [since === undefined ? "" : `since ${since}`, until === undefined ? "" : `until ${until}`]
    .filter(Boolean)
    .join(" and ");
