import type { ChartGap, Words } from "../../language/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import type { ChartShape } from "../shape/chart-shape.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import type { NameOf } from "./category-names.ts";
import type { Bounded, RoundingOf } from "./rounding.ts";

/** A chart's data, as a description reads it: figures by category, in the order of the rows. */
export interface Reading
  extends Pick<
    ChartShape,
    "kind" | "category" | "series" | "low" | "high" | "outer" | "other" | "isRanked" | "subject"
  > {
  readonly value: EncodedField;
  /** Whether the chart sets apart whom it is about; where not, nothing of it is said to be highlighted. */
  readonly marksSubject: boolean;
  /** What its intervals are: `95% confidence interval`; undefined where it has none, or nobody has said it. */
  readonly interval: string | undefined;
  /** Whether the first of its lines stands out where none of them is highlighted. */
  readonly marksFirst: boolean;
  /** Whether what its figures are compared with has a mark at each, which says so where it is missing. */
  readonly marksCompared: boolean;
  /** The small chart that it is, among several; empty where there is one chart only. */
  readonly panel: string;
  readonly rows: readonly ChartRow[];
  /** How a figure of a field is written; of `value` where no field is given. */
  readonly format: (value: number, field?: EncodedField) => string;
  readonly nameOf: NameOf;
  readonly roundingOf: RoundingOf;
  readonly words: Words;
}

/** What a kind of chart has to say. Each is a whole sentence. */
export interface Told {
  /** Said right behind the kind of chart: how many small charts there are. */
  readonly intro?: readonly string[];
  /** Said in any case. */
  readonly lead: readonly string[];
  /** The same with fewer names, each shorter than the one before: for an alt text that has no room for it. */
  readonly leadInShort?: readonly (readonly string[])[];
  /** Said after it where there is room for that and for the first of the items. */
  readonly second?: readonly string[];
  /** One a line, a bar, a panel, the most telling first: the alt text takes as many as it has room for. */
  readonly items?: readonly string[];
  /** Says how many of the items were left out. */
  readonly more?: (count: number) => string;
  /** How many of the items, the first ones, are of what is highlighted: told before all else, the first of them in any case. */
  readonly marked?: number;
  /** So many of the items, the first ones, are told rather than the names of figures that are not shown. */
  readonly needed?: number;
  /** More items than so many are not for an alt text; 4 where absent. */
  readonly most?: number;
  /** For the long description only, after all items. */
  readonly extra?: readonly string[];
  /** Says how many of these were left out, where they are things of one kind; without it they are left out in silence. */
  readonly moreExtra?: (count: number) => string;
}

/** Writes what one kind of chart shows. Figures come from the rows, written by `format`. */
export type Describe = (reading: Reading) => Told;

/** One row that has a figure. */
export interface Figure extends Bounded {
  readonly name: string;
  readonly series: string;
  readonly isHighlighted: boolean;
  readonly row: ChartRow;
}

const knownFigures = new WeakMap<Reading, readonly Figure[]>();

/** Rows with a figure; gaps are told apart, by `describeGaps`. Each sentence asks for them. */
export function figuresOf(reading: Reading): readonly Figure[] {
  const known = knownFigures.get(reading) ?? readFigures(reading);
  knownFigures.set(reading, known);
  return known;
}

function readFigures(reading: Reading): readonly Figure[] {
  const figures: Figure[] = [];
  for (const row of reading.rows) {
    const own = boundedIn(row, reading.value, reading);
    if (!own) continue;
    const { name, series } = labelsOf(row, reading);
    const { value, low, high } = own;
    figures.push({ name, series, value, low, high, isHighlighted: row.highlight === true, row });
  }
  return figures;
}

/** The figure of a row in a field, if it has one. */
export function boundedIn(
  row: ChartRow,
  { field }: EncodedField,
  { roundingOf }: Pick<Reading, "roundingOf">,
): Bounded | undefined {
  const value = row[field];
  if (!isFigure(value)) return undefined;
  const { low, high } = roundingOf(row, field) ?? { low: value, high: value };
  return { value, low, high };
}

/** Whether it shows stretches of time, whose ends are dates and no figures. */
export const isOfTimes = ({ kind, low, high }: Reading): boolean =>
  kind === "range" && low !== undefined && high !== undefined && [low, high].some(({ type }) => type === "temporal");

/** Whether a row has both ends of its stretch of time. */
export const hasTimes = (row: ChartRow, { low, high }: Pick<Reading, "low" | "high">): boolean =>
  [low, high].every((field) => (row[field?.field ?? ""] ?? "") !== "");

/** What a row is of. */
export const labelsOf = (row: ChartRow, { category, series, nameOf }: Reading) => ({
  name: category ? nameOf(row, category) : "",
  series: series ? nameOf(row, series) : "",
});

/** Rows without a figure. */
export const gapsOf = ({ rows, value }: Reading): readonly ChartRow[] =>
  rows.filter((row) => !isFigure(row[value.field]));

export const gapOf = ({ state }: ChartRow): ChartGap =>
  state === "suppressed" ? "suppressed" : state === "conflict" ? "disputed" : "missing";

/** The readings of each series, in the order first seen, and of the whole where it has none; also those without a figure. */
export function allSeries(reading: Reading): readonly (readonly [name: string, reading: Reading])[] {
  const groups = new Map<string, ChartRow[]>();
  for (const row of reading.rows) {
    const { series } = labelsOf(row, reading);
    const group = groups.get(series);
    if (group) group.push(row);
    else groups.set(series, [row]);
  }
  return [...groups].map(([name, rows]) => [labelled(reading.panel, name), { ...reading, rows }] as const);
}

/** Those of them that have a figure. */
export const bySeries = (reading: Reading) =>
  allSeries(reading).filter(([, { rows }]) => rows.some((row) => isFigure(row[reading.value.field])));

/** Names of one thing, the larger first. */
export const labelled = (...names: readonly string[]): string => [...new Set(names.filter(Boolean))].join(", ");

/** A clause as it opens a sentence. Names and figures stay as the chart has them: `18–24, 12`. */
export const sentence = (clause: string, { numbers }: Words): string =>
  /^\P{L}*\p{N}/u.test(clause) ? clause : numbers.sentence(clause);
