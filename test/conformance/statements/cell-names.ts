import { writeFigure } from "./printed-figures.ts";

/** What a cell of a row may hold. */
export type Cell = unknown;

const started = (names: readonly string[]) => names.map((name) => name.slice(0, 3));
const months = "January February March April May June July August September October November December".split(" ");
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const calendars = [
  { months, shortMonths: started(months), days, shortDays: started(days) },
  {
    months: "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split(" "),
    shortMonths: "Ion Chwef Maw Ebr Mai Meh Gorff Awst Medi Hyd Tach Rhag".split(" "),
    days: "Sul Llun Mawrth Mercher Iau Gwener Sadwrn".split(" ").map((day) => `Dydd ${day}`),
    shortDays: "Sul Llun Maw Mer Iau Gwe Sad".split(" "),
  },
];
const two = (value: number) => String(value).padStart(2, "0");

/** A cell as a figure; NaN where it holds none. */
export function numberIn(cell: Cell): number {
  if (typeof cell === "number") return cell;
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell === "boolean") return Number(cell);
  return typeof cell === "string" && cell.trim() !== "" ? Number(cell) : Number.NaN;
}

/** Tells cells of a column apart. */
export const keyOf = (cell: Cell): string =>
  cell instanceof Date ? `date ${cell.getTime()}` : `${typeof cell} ${JSON.stringify(cell)}`;

/** All that a time may be called, however finely. */
function timeNames(time: Date): readonly string[] {
  const [year, month, date] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  const [hours, minutes, seconds] = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()].map(two);
  const clock = `${hours}:${minutes}`;
  const quarter = `Q${Math.floor(month / 3) + 1}`;
  return calendars.flatMap((calendar) => {
    const [name = "", short = ""] = [calendar.months[month], calendar.shortMonths[month]];
    const [weekday = "", shortDay = ""] = [calendar.days[time.getUTCDay()], calendar.shortDays[time.getUTCDay()]];
    return [
      ...[`${year}`, `${name} ${year}`, `${date} ${name} ${year}`, `${date} ${name} ${year}, ${clock}`, name, short],
      ...[`${date} ${name}`, `${date}`, two(date), clock, weekday, shortDay, quarter, `${quarter} ${year}`],
      ...[`${short} ${date}`, `${name} ${date}`, `${short} ${year}`, `${time.getUTCHours()}`],
      ...[`${clock}:${seconds}`, `${minutes}:${seconds}`, `:${minutes}`, `:${seconds}`],
    ];
  });
}

/** Scales of figures: a gross of 2,000,000,000 is no time. */
const ofFigures = /^(?:linear|log|pow|sqrt|symlog|identity|quantize|quantile|threshold|bin-ordinal)$/;

/** Whether the figures of a column are times, by their scale where it has one: where one is, all are. */
export function holdsTimes(cells: readonly Cell[], scaleType: string | undefined): boolean {
  if (cells.some((cell) => cell instanceof Date) || scaleType === "time" || scaleType === "utc") return true;
  if (ofFigures.test(scaleType ?? "")) return false;
  const figures = cells.filter((cell) => typeof cell === "number");
  return figures.some((figure) => Math.abs(figure) > 1e9) && figures.every((figure) => Number.isInteger(figure));
}

/** What a cell may be called in words. */
export function namesOf(cell: Cell, isTime: boolean): ReadonlySet<string> {
  if (cell === null || cell === undefined) return new Set(["", String(cell)]);
  const names = new Set([String(cell)]);
  if (typeof cell === "string") names.add(cell.replaceAll(/\s+/g, " ").trim());
  if (typeof cell === "number") names.add(writeFigure(cell)).add(String(cell).replace("-", "−"));
  const isDated = typeof cell === "string" && /\d{4}|[a-z]{3} \d/i.test(cell);
  const time = cell instanceof Date || (typeof cell === "number" && isTime) || isDated ? readTime(cell) : undefined;
  if (time !== undefined) for (const name of timeNames(time)) names.add(name);
  return names;
}

/** Texts without a zone are in UTC, as the charts are drawn. */
function readTime(cell: Date | number | string): Date | undefined {
  const time = new Date(cell);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
