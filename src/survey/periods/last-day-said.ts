import { type Period, periodReadings } from "../../dataset/index.ts";
import type { Roles } from "../rows/column-roles.ts";
import type { TableSurvey } from "../table/column-survey.ts";
import { areOfOneDay } from "./stocks.ts";

/** The last period of a series, of which not all days are there, and what says so. */
export interface PartOfLast {
  readonly label: string;
  readonly said: string;
}

/** A day with its month, and its year or none; and behind a sign or a word the day up to which figures are: `1 enero – 7 de mayo de 2020`. */
const day = "(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|\\.|º)? (?:de |of )?\\p{L}{3,}\\.?,?";
const fromDayToDay = new RegExp(
  `(?<start>${day})(?: (?:de |of )?(?:19|20)\\d{2})?\\P{N}{1,12}(?<end>${day} (?:de |of )?(?:19|20)\\d{2})(?!\\d)`,
  "giu",
);

/**
 * The last of several periods, where what is said above or below the table is of days that end within it. Figures of a day in each period are of no part of
 * one, and days that come to whole years, `1 April 1993 to 31 March 2023`, are all of theirs.
 */
export function partOfLastPeriod(
  { titles, notes }: Pick<TableSurvey, "titles" | "notes">,
  { wide, period }: Pick<Roles, "wide" | "period">,
  labels: readonly string[],
): PartOfLast | undefined {
  const lang = wide?.lang ?? period?.lang;
  const read = labels.flatMap((label) => {
    const [reading, other] = periodReadings(label, undefined, lang);
    return reading && !other ? [{ label, reading }] : [];
  });
  const last = read.toSorted((a, b) => (a.reading.endExclusive < b.reading.endExclusive ? 1 : -1))[0];
  if (!last || read.length < 2 || areOfOneDay(titles)) return undefined;
  for (const text of [...titles, ...notes])
    for (const { 0: said, groups } of text.replaceAll(/\s+/gu, " ").matchAll(fromDayToDay)) {
      const [end] = periodReadings(plainDay(groups?.end ?? ""), undefined, lang);
      if (!end || !endsWithin(end, last.reading)) continue;
      const [next] = periodReadings(
        `${plainDay(groups?.start ?? "")} ${end.endExclusive.slice(0, 4)}`,
        undefined,
        lang,
      );
      if (next?.start !== end.endExclusive) return { label: last.label, said };
    }
  return undefined;
}

/** A day as it is read: `7 mayo 2020` for `7 de mayo de 2020`. */
const plainDay = (text: string): string =>
  text.replaceAll(/(?<=\d|\s)(?:de|of) |(?<=\d)(?:st|nd|rd|th|er|\.|º)|[.,]/giu, "").replaceAll(/\s+/gu, " ");

const endsWithin = (end: Period, last: Period): boolean =>
  end.start >= last.start && end.endExclusive < last.endExclusive;
