import { monthNames } from "./month-names.ts";

/** An ISO date, month or year in words: `12 September 2019`, `September 2019`, `2019`. Undefined if it is none. */
export function writtenDate(iso: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(iso) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return year;
  const name = monthNames[Number(month) - 1];
  if (name === undefined) return undefined;
  if (day === undefined) return `${name} ${year}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  return exists ? `${Number(day)} ${name} ${year}` : undefined;
}
