import type { Period } from "../../dataset/index.ts";
import type { Formats } from "../numbers/formats.ts";

/** What a language says of periods that have more to their name than figures and months. */
export interface PeriodWords {
  /** A year by its end, a month or a day: `year ending March 2019`. */
  yearEnding(end: string, of: "month" | "day"): string;
  /** `academic year 2018/19`. */
  academicYear(years: string): string;
  /** From 1. */
  quarter(quarter: number, year: number): string;
  half(half: 1 | 2, year: number): string;
  /** By its first day. */
  week(firstDay: string): string;
  /** From one to another, of months (`April–September 2017`), days or years. */
  span(first: string, last: string, of: "months" | "days" | "years"): string;
}

/**
 * Makes what names periods in a language by what they are. The label is the data's: a code, such as `201904`, has an English one, and
 * others may be written in another language than the briefing. What is figures alone, as `2018-19`, stays as the data writes it.
 */
export const createPeriodName =
  (words: PeriodWords, date: Formats["date"]) =>
  ({ format, start, endExclusive, label }: Period): string => {
    const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
    const lastDay = new Date(Date.parse(endExclusive) - dayMs).toISOString().slice(0, 10);
    const written = (iso: string) => date(iso) ?? iso;
    const [firstMonth, lastMonth] = [written(start.slice(0, 7)), written(lastDay.slice(0, 7))];
    const isWholeMonths = start.endsWith("-01") && endExclusive.endsWith("-01");
    const isOneYear = lastDay.startsWith(start.slice(0, 4));
    const months = () => words.span(isOneYear ? firstMonth.replace(/ \d+$/, "") : firstMonth, lastMonth, "months");
    const days = () => (isWholeMonths ? months() : words.span(written(start), written(lastDay), "days"));
    const figures = (named: string) => (/^[\d/–-]+$/.test(label) ? label : named);
    const twoYears = `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
    /** Years that begin with another month have halves and quarters of their own. */
    const saysTwoYears = /\d{2}[/–-]\d{2}/.test(label);
    switch (format) {
      case "month":
        return firstMonth;
      case "months":
        return months();
      case "year-ending":
        return isWholeMonths ? words.yearEnding(lastMonth, "month") : words.yearEnding(written(lastDay), "day");
      case "quarter":
        return month % 3 !== 1 || saysTwoYears ? months() : words.quarter(Math.ceil(month / 3), year);
      case "half":
        return month % 6 !== 1 || saysTwoYears ? months() : words.half(month === 1 ? 1 : 2, year);
      case "rail-period":
        return label;
      case "week":
        return words.week(written(start));
      case "day":
        return date(start) ?? label;
      case "year":
        return figures(String(year));
      case "financial-year":
        return figures(twoYears);
      case "academic-year":
        return words.academicYear(twoYears);
      case "years":
        return figures(month === 1 ? words.span(String(year), lastDay.slice(0, 4), "years") : months());
      case "interval":
        return days();
    }
  };

const dayMs = 86_400_000;
