import { type Period, previousPeriod } from "../dataset/index.ts";
import type { PreviousUnit } from "./mention.ts";

const monthStems = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The label of the period that lies so long before another: "a year earlier" than a month is that month of the year before.
 * Undefined where the words and the period do not go together: the quarter before a year.
 */
export function periodBefore(period: Period | undefined, unit: PreviousUnit): string | undefined {
  if (!period) return undefined;
  if (unit === "period") return previousPeriod(period).label;
  const { start, endExclusive, format } = period;
  if (format === "day") return unit === "year" ? `${Number(start.slice(0, 4)) - 1}${start.slice(4)}` : undefined;
  if (!start.endsWith("-01") || !endExclusive.endsWith("-01")) return undefined;
  const index = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const [first, length] = [index(start), index(endExclusive) - index(start)];
  const back = { year: 12, quarter: 3, month: 1, week: 0 }[unit];
  if (back < length || back === 0) return undefined;
  if (back === length && format !== "months") return previousPeriod(period).label;
  const [year, month] = [Math.floor((first - back) / 12), (first - back) % 12];
  if (format === "month") return `${monthStems[month]} ${year}`;
  if (format === "quarter") return `${year} Q${month / 3 + 1}`;
  if (format === "months" && month + length <= 12)
    return `${monthStems[month]}-${monthStems[month + length - 1]} ${year}`;
  const day = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
  return `${day(first - back)}/${day(first - back + length)}`;
}
