import { englishMonthNames } from "../english-month-names.ts";
import type { FormatToken } from "./format-sections.ts";

/** A day and a time of day, as clocks show them; months count from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

const two = (value: number): string => String(value).padStart(2, "0");

/** A date as a format shows it, with names in English. `m` is minutes behind hours and before seconds, and otherwise months. */
export function formatDate(tokens: readonly FormatToken[], parts: DateParts): string {
  const dates = tokens.filter((token): token is FormatToken & { readonly kind: "date" } => token.kind === "date");
  const halfDay = dates.some(({ text }) => /^a/.test(text));
  return tokens
    .map((token) => {
      if (token.kind === "literal") return token.text;
      if (token.kind !== "date") return "";
      const position = dates.indexOf(token);
      const isMinute =
        token.text.length < 3 &&
        (/^h/.test(dates[position - 1]?.text ?? "") || /^s/.test(dates[position + 1]?.text ?? ""));
      return datePart(token.text, parts, { isMinute, halfDay });
    })
    .join("");
}

interface DateContext {
  readonly isMinute: boolean;
  /** Hours go to 12. */
  readonly halfDay: boolean;
}

function datePart(text: string, parts: DateParts, { isMinute, halfDay }: DateContext): string {
  switch (text[0]) {
    case "y":
      return text.length > 2 ? String(parts.year).padStart(4, "0") : two(parts.year % 100);
    case "e":
      return String(parts.year);
    case "m":
      return isMinute ? digits(text, parts.minute) : named(text, englishMonthNames[parts.month - 1] ?? "", parts.month);
    case "d":
      return named(text, weekdays[parts.weekday] ?? "", parts.day);
    case "h":
      return digits(text, halfDay ? parts.hour % 12 || 12 : parts.hour);
    case "s":
      return digits(text, parts.second);
    case "a":
      return parts.hour < 12 ? "AM" : "PM";
    default:
      return "";
  }
}

/** `m` is 3, `mm` 03, `mmm` Mar, `mmmm` March, `mmmmm` M. */
function named(text: string, name: string, number: number): string {
  if (text.length < 3) return digits(text, number);
  return text.length === 3 ? name.slice(0, 3) : text.length === 5 ? name.slice(0, 1) : name;
}

const digits = (text: string, value: number): string => (text.length > 1 ? two(value) : String(value));
