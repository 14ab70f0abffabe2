import type { ChartGap, ChartGaps, Words } from "../../language/index.ts";
import { type ChartRow, drawnAtZero, isFigure } from "../chart-row.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { arePeriods, namesOnAxis } from "./order.ts";
import { bySeries, gapOf, hasTimes, isOfTimes, labelled, labelsOf, type Reading } from "./reading.ts";
import { roundedTo } from "./rounding.ts";

/**
 * How many figures are not shown, and why, by name where they are few; nothing where every row has one. That counts are
 * rounded is said too.
 */
export function describeGaps(reading: Reading, panels: readonly EncodedField[], mostNamed: number): readonly string[] {
  const { kind, rows, words, nameOf, value, low, high, other, roundingOf } = reading;
  const gaps = rows.flatMap((row) => missingIn(row, reading).map((end) => ({ row, end })));
  const isOneOfMany = bySeries(reading).length > 1;
  const named = gaps.map(({ row, end }): NamedGap => {
    const { name: at, series } = labelsOf(row, reading);
    // A point is called by its name, and not by the other of its figures.
    const name = reading.category?.type === "quantitative" && series !== "" ? "" : at;
    const all = [...panels.map((field) => nameOf(row, field)), name, isOneOfMany ? series : ""].filter(Boolean);
    const whom = labelled(...all.filter((text) => !arePeriods([text])));
    return { whom, when: [...all.filter((text) => arePeriods([text])), end].filter(Boolean), reason: gapOf(row) };
  });
  const runs = runsOf(named, periodsOf(reading, panels), words);
  const names = runs.map(({ name }) => name);
  // Names that several share tell nobody which of them is not shown; a point has none but its other figure.
  const isNamed =
    runs.length <= mostNamed && kind !== "scatter" && names.every(Boolean) && new Set(names).size === names.length;
  const of = (reason: ChartGap): ChartGaps => ({
    count: named.filter((gap) => gap.reason === reason).length,
    names: isNamed ? runs.filter((run) => run.reason === reason).map(({ name }) => name) : [],
  });
  const fields = [value, low, high, other].flatMap((each) => each?.field ?? []);
  const base = roundedTo(rows, fields, roundingOf);
  return [
    ...(gaps.length > 0
      ? [
          words.charts.gaps({
            suppressed: of("suppressed"),
            missing: of("missing"),
            disputed: of("disputed"),
            // In several small maps an area has several.
            of: (kind === "map" || kind === "tile") && panels.length === 0 ? "areas" : "values",
          }),
        ]
      : []),
    ...(gaps.some(({ row }) => row[drawnAtZero] === true) ? [words.charts.missingAtZero] : []),
    ...(base > 1 ? [words.notes.rounded({ base })] : []),
  ];
}

/** What a figure that is not shown is of, when, and why. */
interface NamedGap {
  readonly whom: string;
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
  const whoms = new Map([...new Set(gaps.map(({ whom }) => whom))].map((whom, index) => [whom, index]));
  const byWhom = ({ whom }: NamedGap) => whoms.get(whom) ?? 0;
  for (const gap of gaps.toSorted((a, b) => byWhom(a) - byWhom(b) || at(a) - at(b))) {
    const [period = "", ...end] = gap.when;
    const key = JSON.stringify([gap.whom, gap.reason, end]);
    const run = last.get(key);
    const before = position.get(run?.at(-1) ?? "");
    if (run && before !== undefined && position.get(period) === before + 1) run.push(period);
    else {
      const begun = [period];
      runs.push({ first: gap, periods: begun });
      last.set(key, begun);
    }
  }
  return runs.flatMap(({ first: { whom, reason, when }, periods: own }) => {
    const [from = "", to, ...more] = own;
    // Two by themselves are two names of a list.
    if (whom === "" && to !== undefined && more.length === 0) return own.map((name) => ({ reason, name }));
    const stretch = more.length > 0 ? words.charts.stretch(from, more.at(-1) as string) : words.numbers.list(own);
    const said = labelled(stretch, ...when.slice(1));
    // What it is of, then when: `Gwent (2022)`.
    return [{ reason, name: whom && said ? `${whom} (${said})` : whom || said }];
  });
}

/** What a row does not show: of two points, each by its name; of a figure and what belongs to it, the whole. */
function missingIn(row: ChartRow, reading: Reading): readonly string[] {
  const { kind, value, low, high, category, rows } = reading;
  if (isOfTimes(reading)) return hasTimes(row, reading) ? [] : [""];
  const isGap = (field: EncodedField | undefined) => field !== undefined && !isFigure(row[field.field]);
  if (kind === "dumbbell" && low && high) return [low, high].filter(isGap).map(({ title }) => title);
  // A point has two figures, and is not there without either.
  const across = kind === "scatter" && category?.type === "quantitative" ? category : undefined;
  // Ends that no row has a figure for are of what is drawn with other data.
  const ends = [low, high].filter((field) => field && rows.some((own) => isFigure(own[field.field])));
  return [value, ...ends, comparator(row, reading), across].some(isGap) ? [""] : [];
}

/**
 * What a figure is compared with, where the row should have it. A line that no row has a figure for is not drawn; and where the row's own
 * figure was rounded, one that is worked out of such figures is a range: it is known, and no mark can stand for it.
 */
function comparator(row: ChartRow, { rows, value, other, roundingOf }: Reading): EncodedField | undefined {
  if (!other || !rows.some((own) => isFigure(own[other.field]))) return undefined;
  return isFigure(row[value.field]) && roundingOf(row, value.field) ? undefined : other;
}
