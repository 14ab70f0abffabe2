/**
 * The thirteen periods of a year of the railways of Great Britain: four weeks each, from Sunday to Saturday, but for the first, which begins on 1 April
 * and ends on the Saturday from 26 April to 2 May, and the last, which ends on 31 March.
 */
export function railPeriodOf(
  firstYear: number,
  number: number,
): { readonly start: string; readonly endExclusive: string } | undefined {
  if (!Number.isInteger(number) || number < 1 || number > periodsOfYear) return undefined;
  const first = dayAfterFirst(firstYear);
  const start = number === 1 ? Date.UTC(firstYear, april, 1) : first + (number - 2) * fourWeeks;
  const end = number === periodsOfYear ? Date.UTC(firstYear + 1, april, 1) : first + (number - 1) * fourWeeks;
  return { start: isoDate(start), endExclusive: isoDate(end) };
}

/** Which one a rail period is, by its first day. */
export function railNumberOf(start: string): { readonly firstYear: number; readonly number: number } {
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  const firstYear = month > april ? year : year - 1;
  const weeks = Date.parse(start) - dayAfterFirst(firstYear);
  return { firstYear, number: weeks < 0 ? 1 : Math.round(weeks / fourWeeks) + 2 };
}

const periodsOfYear = 13;
const [day, april] = [86_400_000, 3];
const fourWeeks = 28 * day;

/** The Sunday after the first period of a year. */
function dayAfterFirst(firstYear: number): number {
  const earliest = Date.UTC(firstYear, april, 27);
  return earliest + ((7 - new Date(earliest).getUTCDay()) % 7) * day;
}

const isoDate = (time: number): string => new Date(time).toISOString().slice(0, 10);
