/** When a briefing was published. */
export interface BriefingDate {
  /** ISO, and no more of it than is known: `2019-09-11`, `2019-09`, `2019`; empty where nothing is. */
  readonly known: string;
  /** For files that hold a moment: the date that a caller gave, or the first moment that it may be. */
  readonly instant: Date;
}

/** The date that a caller gave, read in UTC, or that of the newest publication, as far as it is known. */
export function briefingDate(given: Date | undefined, newestSource: string): BriefingDate {
  return given
    ? { known: given.toISOString().slice(0, "YYYY-MM-DD".length), instant: given }
    : { known: newestSource, instant: new Date(Date.parse(newestSource || "1970-01-01")) };
}
