import type { DateCell, SheetCell } from "./sheet.ts";

// Values of typed columns, of Parquet files and databases, as cells. A number that a double cannot hold exactly is a text of its
// digits: a name may be one, and no figure is.

/** Any decimal of so many digits comes back from a double as it went in. */
const exactDigits = 15;

export function integerCell(value: bigint | number): SheetCell {
  if (typeof value === "number") return value;
  const isExact = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  return isExact ? Number(value) : String(value);
}

/** @param unscaled the digits, of which `scale` stand behind the point. */
export function decimalCell(unscaled: bigint, scale: number): SheetCell {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const part = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/u, "");
  const text = `${unscaled < 0n ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}`;
  return text.replaceAll(/\D/gu, "").replace(/^0+/u, "").length > exactDigits ? text : Number(text);
}

/** The shortest decimal that a single-precision number stands for: 0.1, and not 0.10000000149011612. */
export function singleCell(value: number): SheetCell {
  if (!Number.isFinite(value)) return value;
  for (let digits = 1; digits <= 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

const msOfDay = 86_400_000;
const nanosOfDay = 86_400_000_000_000n;
/** What JavaScript's dates reach. */
const mostDays = 100_000_000;

/** @param days from 1970-01-01. Undefined for one that no calendar has. */
export function dayCell(days: number): DateCell | undefined {
  if (!Number.isInteger(days) || Math.abs(days) > mostDays) return undefined;
  const iso = new Date(days * msOfDay).toISOString();
  // Years before 0 and after 9999 have a sign and six digits.
  if (/^[+-]/u.test(iso)) return undefined;
  const date = iso.slice(0, "YYYY-MM-DD".length);
  return { kind: "date", date, shown: date };
}

/** @param isInstant whether it is a moment, in UTC, and not a time on some wall. */
export function timestampCell(nanos: bigint, isInstant: boolean): DateCell | undefined {
  const days = nanos / nanosOfDay - (nanos % nanosOfDay < 0n ? 1n : 0n);
  const day = dayCell(Number(days));
  if (!day) return undefined;
  const time = `${timeText(nanos - days * nanosOfDay)}${isInstant ? "Z" : ""}`;
  return { kind: "date", date: `${day.date}T${time}`, shown: `${day.date} ${time}` };
}

/** `12:30:00`, with a fraction of a second where there is one. */
export function timeText(nanos: bigint): string {
  const seconds = nanos / 1_000_000_000n;
  const two = (value: bigint) => String(value).padStart(2, "0");
  const fraction = String(nanos % 1_000_000_000n)
    .padStart(9, "0")
    .replace(/0+$/u, "");
  return `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}${fraction === "" ? "" : `.${fraction}`}`;
}
