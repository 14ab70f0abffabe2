import { periodReadings } from "../dataset/index.ts";
import type { ColumnSurvey } from "./column-survey.ts";
import type { PeriodGuess } from "./guess-period.ts";
import type { PeriodFormat } from "./guess-wide.ts";

/** Ways to write the day of a case, and its time, which says nothing of how many there were. */
const writtenDays: readonly {
  readonly look: RegExp;
  readonly write: (part: "years" | "months", separator: string) => PeriodFormat;
}[] = [
  {
    look: /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>\d{1,2}(?:[T ].*)?$/u,
    write: (part, sign) => (part === "years" ? "{yyyy}{any}" : `{yyyy}${sign}{mm}${sign}{any}`),
  },
  {
    look: /^(?:0?[1-9]|[12]\d|3[01])(?<sign>[-/.])(?<month>0?[1-9]|1[0-2])\k<sign>(?<year>\d{4})(?:,? .*)?$/u,
    write: (part, sign) => (part === "years" ? `{any}${sign}{yyyy}{any}` : `{any}${sign}{mm}${sign}{yyyy}{any}`),
  },
  {
    look: /^(?<month>0?[1-9]|1[0-2])(?<sign>[-/.])(?:0?[1-9]|[12]\d|3[01])\k<sign>(?<year>\d{4})(?:,? .*)?$/u,
    write: (part, sign) => (part === "years" ? `{any}${sign}{yyyy}{any}` : `{mm}${sign}{any}${sign}{yyyy}{any}`),
  },
];

type WrittenDay = Readonly<Record<"year" | "month" | "sign", string>>;

/** A table with so few days is none of cases that happened on any day. */
const fewestDays = 8;

/**
 * The years, or of one year the months, of cases that each have a day: what happened on one day, in one place, is hardly ever more than once, and
 * says nothing by itself. Undefined where a column has no days, or all are of one month.
 */
export function periodOfDays(column: ColumnSurvey): PeriodGuess | undefined {
  const { texts } = column;
  if (texts.length < fewestDays) return undefined;
  const forms = writtenDays.flatMap(({ look, write }) => {
    const read = texts.flatMap((text) => (look.exec(text.trim())?.groups as WrittenDay | undefined) ?? []);
    const signs = new Set(read.map(({ sign }) => sign));
    return read.length === texts.length && signs.size === 1 ? [{ read, write, sign: read[0]?.sign ?? "" }] : [];
  });
  const [form, other] = forms;
  if (!form) return undefined;
  const years = new Set(form.read.map(({ year }) => year));
  const months = new Set(form.read.map(({ month }) => Number(month)));
  // Of days that can be read in two ways, only the years are sure.
  const part = years.size > 1 ? "years" : months.size > 1 && !other ? "months" : undefined;
  if (part === undefined) return undefined;
  return { columns: [column], joined: undefined, format: form.write(part, form.sign), others: [], isOfCases: part };
}

/** Whether a column says of each row on which day it was, and perhaps at what time. */
export const isOfDays = ({ kind, texts }: ColumnSurvey): boolean =>
  (kind === "period" || kind === "label") &&
  texts.length >= fewestDays &&
  texts.every(
    (text) =>
      writtenDays.some(({ look }) => look.test(text.trim())) ||
      periodReadings(text).some(({ format }) => format === "day"),
  );
