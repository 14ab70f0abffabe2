import { periodReadings } from "../dataset/index.ts";
import { cellAt, cellText } from "../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import type { PeriodFormat, PeriodGuess } from "./period-guess.ts";

/** Ways to write the day of a case, and its time, which says nothing of how many there were. */
const writtenDays: readonly {
  readonly look: RegExp;
  readonly write: (part: "years" | "months" | "days", separator: string) => PeriodFormat;
}[] = [
  {
    look: /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?:[T ].*)?$/u,
    write: (part, sign) =>
      part === "years" ? "{yyyy}{any}" : `{yyyy}${sign}{mm}${sign}${part === "days" ? "{dd}{any}" : "{any}"}`,
  },
  {
    look: /^(?<day>0?[1-9]|[12]\d|3[01])(?<sign>[-/.])(?<month>0?[1-9]|1[0-2])\k<sign>(?<year>\d{4})(?:,? .*)?$/u,
    write: (part, sign) =>
      part === "years"
        ? `{any}${sign}{yyyy}{any}`
        : `${part === "days" ? "{dd}" : "{any}"}${sign}{mm}${sign}{yyyy}{any}`,
  },
  {
    look: /^(?<month>0?[1-9]|1[0-2])(?<sign>[-/.])(?:0?[1-9]|[12]\d|3[01])\k<sign>(?<year>\d{4})(?:,? .*)?$/u,
    write: (part, sign) =>
      part === "years"
        ? `{any}${sign}{yyyy}{any}`
        : `{mm}${sign}${part === "days" ? "{dd}" : "{any}"}${sign}{yyyy}{any}`,
  },
];

type WrittenDay = Readonly<Record<"year" | "month" | "day" | "sign", string>>;

/** A table with so few days is none of cases that happened on any day. */
const fewestDays = 8;

/**
 * The years, or of one year the months, of cases that each have a day: what happened on one day, in one place, is hardly ever more than once, and
 * says nothing by itself. Undefined where a column has no days, or all are of one month.
 */
export function periodOfDays(column: ColumnSurvey): PeriodGuess | undefined {
  const [form, other] = formsOf(column);
  if (!form) return undefined;
  const years = new Set(form.read.map(({ year }) => year));
  const months = new Set(form.read.map(({ month }) => Number(month)));
  // Of days that can be read in two ways, only the years are sure.
  const part = years.size > 1 ? "years" : months.size > 1 && !other ? "months" : undefined;
  if (part === undefined) return undefined;
  return { columns: [column], joined: undefined, format: form.write(part, form.sign), others: [], isOfCases: part };
}

/** So much of all figures is of the last days of months where these are told month by month: of what happens on any day, a thirtieth is. */
const mostlyEnds = 0.5;

/** Whether most rows are of the last day of a month: how many there were then, and no cases, of which as many happen on any other day. */
export function areMonthEnds(column: ColumnSurvey, { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">): boolean {
  const [form] = formsOf(column);
  const isEnd = new Set(
    form?.texts.filter((_, at) => {
      const { year, month, day } = form.read[at] as WrittenDay;
      return Number(day) === new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    }),
  );
  const ends = rows.filter((row) => isEnd.has(cellText(cellAt(sheet, row, column.index)).trim()));
  return rows.length > 0 && ends.length >= rows.length * mostlyEnds;
}

/** The ways in which the days of a column can be read. */
function formsOf({ texts }: ColumnSurvey) {
  if (texts.length < fewestDays) return [];
  return writtenDays.flatMap(({ look, write }) => {
    const read = texts.flatMap((text) => (look.exec(text.trim())?.groups as WrittenDay | undefined) ?? []);
    const signs = new Set(read.map(({ sign }) => sign));
    return read.length === texts.length && signs.size === 1 ? [{ read, write, sign: read[0]?.sign ?? "", texts }] : [];
  });
}

/** The days of a column that has each with the time at which its figures were written down, and no day twice. */
export function daysWithTimes(columns: readonly ColumnSurvey[]): PeriodGuess | undefined {
  for (const column of columns) {
    const [form, other] = column.kind === "label" ? formsOf(column) : [];
    const days = new Set(form?.read.map(({ year, month, day }) => [year, month, day].map(Number).join()));
    if (form && !other && days.size === column.texts.length)
      return {
        columns: [column],
        joined: undefined,
        format: form.write("days", form.sign),
        others: [],
        isOfTimes: true,
      };
  }
  return undefined;
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
