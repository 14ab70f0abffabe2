import type { MonthWords } from "../month-names.ts";
import type { Span } from "../period-span.ts";

/** Names of the readings that labels of one look may have; a time dimension names one of them as its `format`. */
export const formatNames = [
  "yyyy",
  "thai-year",
  "hijri-year",
  "persian-year",
  "yy-yy",
  "yyyy-mm",
  "yyyy-yy",
  "yyyy/mm",
  "years",
  "fy-years",
  "yyyymm",
  "yyyyyy",
  "yy/yy",
  "mm/yy",
  "yy/mm",
  "months-end",
  "months-start",
  "fy-start",
  "fy-end",
  "fy-months",
  "rail-periods",
  "dd/mm/yyyy",
  "mm/dd/yyyy",
  "dd/mm/yy",
  "mm/dd/yy",
  "yy/mm/dd",
] as const;
export type FormatName = (typeof formatNames)[number];

/** When years begin that are not calendar years; 1 to 12. */
export interface YearStarts {
  /** Of a year such as `2018/19`. */
  readonly financial: number;
  /** Of one that says that it is academic. */
  readonly academic: number;
}

export interface PeriodReading {
  /** Where a label of this look has other readings too: what tells this one from them. */
  readonly name?: FormatName | undefined;
  /** Taken only where no other reading fits: `2018/03` is a month, since no year is written so. */
  readonly fallback?: true;
  /** Of a fallback: whether it counts as much as the others in a column of these labels. */
  readonly rivals?: (labels: readonly string[]) => boolean;
  /** The span that the groups of the pattern stand for; undefined where they are none: a month 13, a year that does not follow. */
  readonly read: (parts: readonly string[], starts: YearStarts) => Span | undefined;
}

/** Labels of one look. No label has two looks. */
export interface PeriodLook {
  readonly pattern: RegExp;
  /** What such a label may mean. Of several, one is chosen for a whole column. */
  readonly readings: readonly PeriodReading[];
  /** The label is a code, such as `201516`, which nobody would write in a sentence. */
  readonly isCode?: true;
  /** What else a column of such labels may be that is no period, as a phrase after `or`; undefined where its labels say that they are. */
  readonly doubt?: (labels: readonly PeriodLabel[]) => { readonly phrase: string; readonly hint: string } | undefined;
}

/** A label of a look, divided by its groups. */
export interface PeriodLabel {
  readonly text: string;
  readonly parts: readonly string[];
}

/** Makes looks; patterns match a whole label, in capitals or small letters. */
export const look = (
  source: string,
  readings: PeriodReading["read"] | readonly PeriodReading[],
  more: Pick<PeriodLook, "isCode" | "doubt"> = {},
): PeriodLook => ({
  pattern: new RegExp(`^(?:${source})$`, "i"),
  readings: typeof readings === "function" ? [{ read: readings }] : readings,
  ...more,
});

/** A year in four digits or two: `2018`, `18`, `'18`. */
export const anyYear = "['’]?(\\d{4}|\\d{2})";
/** Two years that may follow each other: `2018/19`, `2018-2019`, `18/19`, `2018 to 2019`. */
export const twoYears = "(\\d{4}|\\d{2})(?:\\s?[-/–—]\\s?|\\s+to\\s+)(\\d{4}|\\d{2})";
export const until = "(?:\\s*[-–—]\\s*|\\s+to\\s+)";
/** A year that one of its calendar years names: `FY2018`. */
export const financialYearWord = "(?:f\\/?y|financial year|fiscal year)\\s?[-:]?\\s?";

/** Of `FY2018`: the year begins in 2018, or ends in it. */
export const beginsOrEnds = (
  read: (firstYear: number, parts: readonly string[], starts: YearStarts) => Span | undefined,
  yearOfParts: (parts: readonly string[]) => number | undefined,
): readonly PeriodReading[] =>
  (["fy-start", "fy-end"] as const).map((name) => ({
    name,
    read(parts, starts) {
      const year = yearOfParts(parts);
      const back = name === "fy-end" && starts.financial > 1 ? 1 : 0;
      return year === undefined ? undefined : read(year - back, parts, starts);
    },
  }));

export interface LookWords {
  readonly months: MonthWords;
  /** Further words for a quarter, as alternatives of a pattern; undefined where there are none. */
  readonly quarter: string | undefined;
}
