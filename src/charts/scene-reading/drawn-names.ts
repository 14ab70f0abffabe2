import type { Words } from "../../language/index.ts";
import { isObject } from "../json.ts";
import { readUtcDate } from "../spec/utc-dates.ts";
import { unitsIn } from "../vega/field-titles.ts";
import { nameScales } from "./drawn-parts.ts";
import type { ReadMark } from "./read-scene.ts";

/** Lengths of an ISO text that units of time have which do not come round. */
const depths: Readonly<Record<string, number>> = {
  year: 4,
  yearmonth: 7,
  yearmonthdate: 10,
  yearmonthdatehours: 16,
  yearmonthdatehoursminutes: 16,
};
const [day, minute] = [10, 16] as const;

const timeUnit = /^(?:utc)?((?:year|quarter|month|week|date|dayofyear|day|hours|minutes|seconds|milliseconds)+)_/;

/** The unit of time that a field was made with, as Vega-Lite names it: `yearmonth_date`. */
export const timeUnitOf = (field: string): string | undefined => timeUnit.exec(field)?.[1];

const aggregate = /^(sum|mean|average|median|min|max|distinct|stdev|variance|product|q1|q3)_(.+)$/;

/** The field whose figures Vega-Lite made one of: `people` of `sum_people`. */
export const aggregatedIn = (field: string): string | undefined => aggregate.exec(field)?.[2];

/** Whether figures that Vega-Lite made of several rows add up to one that may be called the same: sums do, and means do not. */
export const addsUp = (field: string): boolean => ["sum", undefined].includes(aggregate.exec(field)?.[1]);

/** What axes call a field that Vega-Lite made: `Sum of people`. Of one that it made of dates, the unit is left out. */
export function titleOfField(field: string, { charts }: Pick<Words, "charts">, isTime: boolean): string {
  if (field === "__count") return charts.fieldTitle({ field: "", made: { kind: "aggregate", operation: "count" } });
  const plain = field
    .replace(isTime ? timeUnit : "", "")
    .replace(/^bin_(?:maxbins_\d+_|step_[\d.]+_|minstep_[\d.]+_|extent_+\d+_+\d+_)*/, "");
  const [, made = "", of = ""] = aggregate.exec(plain) ?? [];
  return made ? charts.fieldTitle({ field: of, made: { kind: "aggregate", operation: made } }) : plain;
}

/** What readers call what marks stand at. */
export interface PointNames {
  /** A date or milliseconds, as fine as the unit. */
  time(cell: unknown, unit: string | undefined): string;
  knowsUnit(unit: string | undefined): boolean;
  /** The unit of time that the chart made a field with; none where the data call it so: a `year_group` is no date. */
  unitOf(field: string): string | undefined;
  /** Of a field that no axis titles. */
  title(field: string): string;
  /** Of a field that splits a chart into small ones, which no heading names: `date (year)`, as each is of a year. */
  heading(field: string): string;
  /** A value of a scale of names, as its axis or legend writes it. */
  name(scale: string | undefined, cell: unknown, field: string): string;
  /** What a small chart is of, as its heading has it: also where it is of rows without a name. */
  panel(cell: unknown, field: string): string;
  /** A class of figures, by its ends in either order. */
  range(first: number | undefined, second: number | undefined): string;
}

/** What names are written with. */
export interface NameWriting {
  readonly words: Words;
  /** Writes a figure of a scale. */
  readonly figure: (value: number) => string;
  /** Whether the chart made a field of dates, by a unit of time. */
  readonly isTime: (field: string) => boolean;
}

/** Names as the axes and legends of a scene write them, else in the language. */
export function createPointNames(scene: readonly ReadMark[], { words, figure, isTime }: NameWriting): PointNames {
  const written = writtenLabels(scene);
  const { numbers, lang, charts } = words;
  const named = ownNames(lang);
  const time = (cell: unknown, unit: string | undefined): string => {
    const date =
      cell instanceof Date ? cell : new Date(typeof cell === "string" ? readUtcDate(cell) : (cell as number));
    if (Number.isNaN(date.getTime())) return "";
    const own = unit === undefined ? undefined : named[unit];
    if (own) return own(date);
    const iso = date.toISOString();
    const fine = iso.slice(11, minute) === "00:00" ? day : minute;
    const depth = unit === undefined ? fine : (depths[unit] ?? day);
    const name = numbers.date(iso.slice(0, Math.min(depth, day))) ?? iso.slice(0, depth);
    return depth === minute ? `${name}, ${iso.slice(11, minute)}` : name;
  };
  const unitOf = (field: string) => (isTime(field) ? timeUnitOf(field) : undefined);
  const called = (cell: unknown, field: string): string => {
    const unit = unitOf(field);
    return cell instanceof Date || (unit !== undefined && typeof cell === "number") ? time(cell, unit) : String(cell);
  };
  return {
    time,
    unitOf,
    title: (field) => titleOfField(field, words, isTime(field)),
    heading(field) {
      const unit = unitOf(field);
      const title = titleOfField(field, words, isTime(field));
      return unit === undefined
        ? title
        : charts.fieldTitle({ field: title, made: { kind: "time", units: unitsIn(unit) } });
    },
    knowsUnit: (unit) => unit === undefined || unit in named || unit in depths,
    // What is null has a name, as axes and legends of names have it; a field that is not in the data has none.
    name: (scale, cell, field) =>
      cell === undefined
        ? ""
        : ((scale === undefined ? undefined : written.get(scale)?.get(keyOf(cell))) ?? called(cell, field)),
    panel: (cell, field) => called(cell, field),
    range(first, second) {
      if (first === undefined || second === undefined) return "";
      // Where the classes were made before, Vega-Lite draws them from their higher end.
      const [low, high] = [Math.min(first, second), Math.max(first, second)];
      const [from, to] = [figure(low), figure(high)];
      return low < 0 ? charts.interval({ figure: "", low: from, high: to }) : `${from}–${to}`;
    },
  };
}

/** Units of time that are no part of an ISO date, as most come round again, and how each is called. */
function ownNames(lang: string): Readonly<Record<string, (date: Date) => string>> {
  const made = new Map<string, Intl.DateTimeFormat>();
  const called = (style: Intl.DateTimeFormatOptions) => (date: Date) => {
    const key = JSON.stringify(style);
    const format = made.get(key) ?? new Intl.DateTimeFormat(lang, { ...style, timeZone: "UTC" });
    made.set(key, format);
    return format.format(date);
  };
  const part = (from: number, to: number) => (date: Date) => date.toISOString().slice(from, to);
  const clock = part(11, minute);
  const quarter = (date: Date) => `Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
  return {
    quarter,
    yearquarter: (date) => `${quarter(date)} ${date.getUTCFullYear()}`,
    month: called({ month: "long" }),
    day: called({ weekday: "long" }),
    date: (date) => String(date.getUTCDate()),
    monthdate: called({ day: "numeric", month: "long" }),
    hours: clock,
    hoursminutes: clock,
    // As axes have them.
    hoursminutesseconds: part(11, 19),
    minutes: (date) => `:${part(14, 16)(date)}`,
    minutesseconds: part(14, 19),
    seconds: (date) => `:${part(17, 19)(date)}`,
  };
}

/** By scale, what its axis or legend writes for each value. */
function writtenLabels(scene: readonly ReadMark[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { guideScale, role, items, type, scaleOf } of scene) {
    if (guideScale === undefined || type !== "text" || !/-label$/.test(role)) continue;
    if (!nameScales.includes(scaleOf(guideScale)?.type ?? "")) continue;
    const labels = found.get(guideScale) ?? new Map<string, string>();
    found.set(guideScale, labels);
    for (const { datum, text } of items) {
      const written = [text].flat().filter((line) => typeof line === "string" || typeof line === "number");
      if (isObject(datum) && written.length > 0) labels.set(keyOf(datum.value), written.join(" "));
    }
  }
  // Where two values are written alike, the labels tell no names.
  for (const [scale, labels] of found) if (new Set(labels.values()).size < labels.size) found.delete(scale);
  return found;
}

const keyOf = (cell: unknown): string => (cell instanceof Date ? String(cell.getTime()) : String(cell));
