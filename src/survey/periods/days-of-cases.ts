import { periodReadings } from "../../dataset/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { textIn } from "../text-in.ts";
import type { PeriodFormat } from "./period-format.ts";
import type { PeriodGuess } from "./period-guess.ts";

/** Ways to write the day of a case, and its time, which says nothing of how many there were. */
const writtenDays: readonly {
  readonly look: RegExp;
  readonly write: (part: "years" | "months" | "days", separator: string, isShort: boolean) => PeriodFormat;
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

/** Ways to write the day of a case with the name of its month: `05-Jul-17`, `5 July 2017`, `July 5, 2017`. */
const namedDays: typeof writtenDays = [
  {
    look: /^(?<day>\d{1,2})(?<sign>[-/. ])(?<name>\p{L}{3,9})\k<sign>(?<year>\d{4}|\d{2})$/u,
    write: (part, sign, isShort) => {
      const year = isShort ? "{yy}" : "{yyyy}";
      return part === "years"
        ? `{any}${sign}${year}`
        : `${part === "days" ? "{dd}" : "{any}"}${sign}{month}${sign}${year}`;
    },
  },
  {
    look: /^(?<name>\p{L}{3,9})(?<sign>\.? )(?<day>\d{1,2}), (?<year>\d{4})$/u,
    write: (part, sign) =>
      part === "years" ? "{any}, {yyyy}" : `{month}${sign}${part === "days" ? "{dd}" : "{any}"}, {yyyy}`,
  },
];

type WrittenDay = Readonly<Record<"year" | "month" | "day" | "sign", string>>;

/** How a text writes a day. Undefined where it is none of that look. */
function writtenDay(text: string, look: RegExp): (WrittenDay & { readonly isShort: boolean }) | undefined {
  const found = look.exec(text.trim())?.groups;
  if (!found) return undefined;
  const { year = "", month, day = "", sign = "", name } = found;
  if (name === undefined) return { year, month: month ?? "", day, sign, isShort: false };
  const [read] = periodReadings(text);
  if (read?.format !== "day") return undefined;
  return { year: read.start.slice(0, 4), month: read.start.slice(5, 7), day, sign, isShort: year.length === 2 };
}

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
  return { columns: [column], joined: undefined, format: form.write(part), others: form.others, isOfCases: part };
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
  const ends = rows.filter((row) => isEnd.has(textIn(sheet, row, column.index)));
  return rows.length > 0 && ends.length >= rows.length * mostlyEnds;
}

/** The ways in which the days of a column can be read; a few of its cells may say something else. */
function formsOf({ texts }: ColumnSurvey) {
  if (texts.length < fewestDays) return [];
  return [...writtenDays, ...namedDays].flatMap(({ look, write }) => {
    const own = texts.map((text) => writtenDay(text, look));
    const read = own.flatMap((day) => day ?? []);
    const [first, other] = new Set(read.map(({ sign, isShort }) => `${sign}${isShort}`));
    const { sign = "", isShort = false } = read[0] ?? {};
    return first !== undefined && other === undefined && read.length >= texts.length * nearlyAll
      ? [
          {
            read,
            texts: texts.filter((_, at) => own[at] !== undefined),
            others: texts.filter((_, at) => own[at] === undefined),
            write: (part: "years" | "months" | "days") => write(part, sign, isShort),
          },
        ]
      : [];
  });
}

/** So many of the cells of a list say the day in one way. */
const nearlyAll = 0.9;

/** The days of a column that has each with the time at which its figures were written down, and no day twice. */
export function daysWithTimes(columns: readonly ColumnSurvey[]): PeriodGuess | undefined {
  for (const column of columns) {
    const [form, other] = column.kind === "label" ? formsOf(column) : [];
    const days = new Set(form?.read.map(({ year, month, day }) => [year, month, day].map(Number).join()));
    if (form && !other && days.size === column.texts.length && form.others.length === 0)
      return {
        columns: [column],
        joined: undefined,
        format: form.write("days"),
        others: [],
        isOfTimes: true,
      };
  }
  return undefined;
}

/** Whether a column says of nearly each row on which day it was, and perhaps at what time. */
export const isOfDays = ({ kind, texts }: ColumnSurvey): boolean =>
  (kind === "period" || kind === "label") &&
  texts.length >= fewestDays &&
  texts.filter(
    (text) =>
      writtenDays.some(({ look }) => look.test(text.trim())) ||
      periodReadings(text).some(({ format }) => format === "day"),
  ).length >=
    texts.length * nearlyAll;
