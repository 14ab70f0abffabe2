import { formatDecimal, type Rational } from "../../language/index.ts";
import type { Interval } from "../result/interval.ts";

const formats = {
  percent: (value: Rational) => `${formatDecimal(value.mul(100), 1)}%`,
  "percentage-points": (value: Rational) => `${formatDecimal(value.mul(100), 1)} percentage points`,
  times: (value: Rational) => `${formatDecimal(value, 2)} times`,
  number: (value: Rational) => formatDecimal(value, 0),
} as const;

/** An interval in words: `35.9%`, `33.3% to 38.1%`, `more than 20.0%`. */
export function describeInterval({ low, high }: Interval, unit: keyof typeof formats): string {
  const [from, to] = [low, high].map((end) => (end ? formats[unit](end) : undefined));
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} to ${to}`;
  return from !== undefined ? `${from} or more` : to !== undefined ? `${to} or less` : "any number";
}
