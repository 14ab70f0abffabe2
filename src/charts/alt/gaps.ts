import type { ChartGap, ChartGaps, Words } from "../../language/index.ts";
import { type ChartRow, drawnAtZero, isFigure } from "../chart-row.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { arePeriods, namesOnAxis } from "./order.ts";
import { bySeries, gapOf, hasTimes, isOfTimes, labelled, labelsOf, type Reading } from "./reading.ts";
import { roundedTo } from "./rounding.ts";

/**
 * How many figures are not shown, and why, by name where they are `mostNamed` at most; nothing where every row has one. One that all rows are compared with is no
 * figure of a row, and is named by itself. That counts are rounded is said too. The rows are looked through once, for however many lengths it is asked.
 */
export function describeGaps(
  reading: Reading,
  panels: readonly EncodedField[],
): (mostNamed: number) => readonly string[] {
  const { rows, words, value, low, high, other, roundingOf } = reading;
  const fields = [value, low, high, other].flatMap((each) => each?.field ?? []);
  const base = roundedTo(rows, fields, roundingOf);
  const rounded = base > 1 ? [words.notes.rounded({ base })] : [];
  const gaps = findGaps(reading);
  if (gaps.length === 0) return () => rounded;
  const told = [gaps.filter(({ isOfAll }) => !isOfAll), gaps.filter(({ isOfAll }) => isOfAll)]
    .filter((own) => own.length > 0)
    .map((own) => tellGaps(own, reading, panels));
  const closing = [
    ...(gaps.some(({ row }) => row[drawnAtZero] === true) ? [words.charts.missingAtZero] : []),
    ...rounded,
  ];
  return (mostNamed) => [...told.map((tell) => tell(mostNamed)), ...closing];
}

function tellGaps(
  gaps: readonly Gap[],
  reading: Reading,
  panels: readonly EncodedField[],
): (mostNamed: number) => string {
  const { kind, words } = reading;
  const named = nameGaps(gaps, reading, panels);
  const runs = runsOf(named, periodsOf(reading, panels), words);
  const names = runs.map(({ name }) => name);
  // Names that several share tell nobody which of them is not shown; a point has none but its other figure.
  const areNames = kind !== "scatter" && names.every(Boolean) && new Set(names).size === names.length;
  return (mostNamed) => {
    const of = (reason: ChartGap): ChartGaps => ({
      count: named.filter((gap) => gap.reason === reason).length,
      names:
        areNames && runs.length <= mostNamed ? runs.filter((run) => run.reason === reason).map(({ name }) => name) : [],
    });
    return words.charts.gaps({
      suppressed: of("suppressed"),
      missing: of("missing"),
      disputed: of("disputed"),
      // In several small maps an area has several.
      of: (kind === "map" || kind === "tile") && panels.length === 0 ? "areas" : "values",
    });
  };
}

/** A figure that is not shown: of which row, and which of two where the row has two. */
interface Gap {
  readonly row: ChartRow;
  readonly end: string;
  /** Whether it is one figure that all rows are compared with. */
  readonly isOfAll?: boolean;
}

function nameGaps(gaps: readonly Gap[], reading: Reading, panels: readonly EncodedField[]): readonly NamedGap[] {
  const isOneOfMany = bySeries(reading).length > 1;
  return gaps.map(({ row, end, isOfAll = false }) => {
    if (isOfAll) return { whom: "", beside: [], when: [end], reason: gapOf(row) };
    const { name: at, series } = labelsOf(row, reading);
    // A point is called by its name, and not by the other of its figures.
    const name = reading.category?.type === "quantitative" && series !== "" ? "" : at;
    const all = [name, ...panels.map((field) => reading.nameOf(row, field)), isOneOfMany ? series : ""].filter(Boolean);
    const [whom = "", ...beside] = new Set(all.filter((text) => !arePeriods([text])));
    return {
      whom,
      beside,
      when: [...all.filter((text) => arePeriods([text])), end].filter(Boolean),
      reason: gapOf(row),
    };
  });
}

/** What a figure that is not shown is of, when, and why. */
interface NamedGap {
  readonly whom: string;
  /** What else it is of: the small chart, the series. */
  readonly beside: readonly string[];
  /** The period, and which of two figures it is where its row has two. */
  readonly when: readonly string[];
  readonly reason: ChartGap;
}

/** The periods of a chart, by their years: rows may come in another order, and a stretch goes from the earliest to the latest. */
function periodsOf(reading: Reading, panels: readonly EncodedField[]): readonly string[] {
  const { rows, nameOf, series } = reading;
  const others = [...panels, series].map((field) =>
    field === undefined ? [] : [...new Set(rows.map((row) => nameOf(row, field)))],
  );
  const periods = [namesOnAxis(reading), ...others].find(arePeriods) ?? [];
  return periods.toSorted((a, b) => yearIn(a) - yearIn(b));
}

const yearIn = (period: string): number => Number(/\d{4}/.exec(period)?.[0]);

/** Gaps by what they are of, those of periods that follow one another as one: `Gwent (2018 to 2020)`. */
function runsOf(gaps: readonly NamedGap[], periods: readonly string[], words: Words) {
  const position = new Map(periods.map((period, index) => [period, index]));
  const runs: { readonly first: NamedGap; readonly periods: string[] }[] = [];
  const last = new Map<string, string[]>();
  const at = ({ when: [period = ""] }: NamedGap) => position.get(period) ?? 0;
  const keyOf = ({ whom, beside }: NamedGap) => JSON.stringify([whom, beside]);
  const whoms = new Map([...new Set(gaps.map(keyOf))].map((key, index) => [key, index]));
  const byWhom = (gap: NamedGap) => whoms.get(keyOf(gap)) ?? 0;
  for (const gap of gaps.toSorted((a, b) => byWhom(a) - byWhom(b) || at(a) - at(b))) {
    const [period = "", ...end] = gap.when;
    const key = JSON.stringify([gap.whom, gap.beside, gap.reason, end]);
    const run = last.get(key);
    const before = position.get(run?.at(-1) ?? "");
    if (run && before !== undefined && position.get(period) === before + 1) run.push(period);
    else {
      const begun = [period];
      runs.push({ first: gap, periods: begun });
      last.set(key, begun);
    }
  }
  return runs.flatMap(({ first: { whom, beside, reason, when }, periods: own }) => {
    const [from = "", to, ...more] = own;
    // Two by themselves are two names of a list.
    if (whom === "" && to !== undefined && more.length === 0) return own.map((name) => ({ reason, name }));
    const stretch = more.length > 0 ? words.charts.stretch(from, more.at(-1) as string) : words.numbers.list(own);
    const said = labelled(...beside, stretch, ...when.slice(1));
    // What it is of, then what else and when: `Gwent (2022)`, `Scotland (Asthma)`. The commas of a list are between names alone.
    return [{ reason, name: whom && said ? `${whom} (${said})` : whom || said }];
  });
}

/** What rows do not show: of two points, each by its name; of a figure and what belongs to it, the whole. */
function findGaps(reading: Reading): readonly Gap[] {
  const { kind, rows, low, high } = reading;
  if (isOfTimes(reading)) return rows.filter((row) => !hasTimes(row, reading)).map((row) => ({ row, end: "" }));
  if (kind === "dumbbell" && low && high) return rows.flatMap((row) => gapsOfPair(row, [low, high]));
  return gapsOfFigures(reading);
}

const gapsOfPair = (row: ChartRow, ends: readonly EncodedField[]): readonly Gap[] =>
  ends.filter(({ field }) => !isFigure(row[field])).map(({ title }) => ({ row, end: title }));

function gapsOfFigures(reading: Reading): readonly Gap[] {
  const { kind, rows, value, low, high, category, interval = "" } = reading;
  // A point has two figures, and is not there without either.
  const across = kind === "scatter" && category?.type === "quantitative" ? [category] : [];
  const fields = [value, ...drawnIn(rows, [low, high]), ...across].map(({ field }) => field);
  const compared = new Map(comparedGaps(reading, fields).map((gap) => [gap.row, gap]));
  const gaps: Gap[] = [];
  for (const row of rows) {
    const isOfEnds = across.length === 0 && isFigure(row[value.field]);
    const isGap = fields.some((field) => !isFigure(row[field]));
    const gap = isGap ? { row, end: isOfEnds ? interval : "" } : compared.get(row);
    if (gap) gaps.push(gap);
  }
  return gaps;
}

/** What rows with a figure are compared with, and do not show. */
function comparedGaps(reading: Reading, fields: readonly string[]): readonly Gap[] {
  const { rows, other } = reading;
  if (!other) return [];
  const isOfAll = !rows.some((row) => isFigure(row[other.field]));
  // A line across all that has no figure is left out with a warning; the mark of each row is said to be missing.
  if (isOfAll && !reading.marksCompared) return [];
  const without = rows.filter(
    (row) => fields.every((field) => isFigure(row[field])) && lacksCompared(row, other, reading),
  );
  if (!isOfAll) return without.map((row) => ({ row, end: other.title }));
  return without.slice(0, 1).map((row) => ({ row, end: other.title, isOfAll }));
}

/** Ends that no row has a figure for are of what is drawn with other data, and a line without any is not drawn. */
const drawnIn = (rows: readonly ChartRow[], fields: readonly (EncodedField | undefined)[]): readonly EncodedField[] =>
  fields.filter((each) => each !== undefined).filter(({ field }) => rows.some((row) => isFigure(row[field])));

/**
 * Whether what its figure is compared with is missing, where the row should have it. Where the row's own figure was rounded, one that is
 * worked out of such figures is a range: it is known, and no mark can stand for it.
 */
const lacksCompared = (row: ChartRow, compared: EncodedField, { value, roundingOf }: Reading): boolean =>
  !isFigure(row[compared.field]) && !(isFigure(row[value.field]) && roundingOf(row, value.field) !== undefined);
