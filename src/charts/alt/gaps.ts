import type { ChartGap } from "../../language/index.ts";
import { type ChartRow, isFigure } from "../chart-row.ts";
import type { EncodedField } from "../spec/encoded-field.ts";
import { arePeriods } from "./order.ts";
import { bySeries, gapOf, labelled, labelsOf, type Reading } from "./reading.ts";
import { roundedTo } from "./rounding.ts";

/**
 * How many figures are not shown, and why, by name where they are few; nothing where every row has one. That counts are
 * rounded is said too.
 */
export function describeGaps(reading: Reading, panels: readonly EncodedField[], mostNamed: number): readonly string[] {
  const { kind, rows, words, nameOf, value, low, high, other, roundingOf } = reading;
  const gaps = rows.flatMap((row) => missingIn(row, reading).map((end) => ({ row, end })));
  const isOneOfMany = bySeries(reading).length > 1;
  const nameOfGap = ({ row, end }: (typeof gaps)[number]) => {
    const { name, series } = labelsOf(row, reading);
    const all = [...panels.map((field) => nameOf(row, field)), name, isOneOfMany ? series : ""].filter(Boolean);
    // What it is of, then when: `Gwent (2022)`.
    const whom = labelled(...all.filter((text) => !arePeriods([text])));
    const when = labelled(...all.filter((text) => arePeriods([text])), end);
    return whom && when ? `${whom} (${when})` : whom || when;
  };
  const names = gaps.map(nameOfGap);
  // Names that several share tell nobody which of them is not shown; a point has none but its other figure.
  const isNamed =
    gaps.length <= mostNamed && kind !== "scatter" && names.every(Boolean) && new Set(names).size === names.length;
  const of = (reason: ChartGap) => {
    const own = names.filter((_, index) => gapOf(gaps[index]?.row ?? {}) === reason);
    return isNamed && own.length > 0 ? own : own.length;
  };
  const fields = [value, low, high, other].flatMap((each) => each?.field ?? []);
  const base = roundedTo(rows, fields, roundingOf);
  return [
    ...(gaps.length > 0
      ? [
          words.charts.gaps({
            suppressed: of("suppressed"),
            missing: of("missing"),
            disputed: of("disputed"),
            of: kind === "map" || kind === "tile" ? "areas" : "values",
          }),
        ]
      : []),
    ...(base > 1 ? [words.notes.rounded({ base })] : []),
  ];
}

/** What a row does not show: of two points, each by its name; of a figure and what belongs to it, the whole. */
function missingIn(row: ChartRow, reading: Reading): readonly string[] {
  const { kind, value, low, high, category } = reading;
  const isGap = (field: EncodedField | undefined) => field !== undefined && !isFigure(row[field.field]);
  if (kind === "dumbbell" && low && high) return [low, high].filter(isGap).map(({ title }) => title);
  // A point has two figures, and is not there without either.
  const across = kind === "scatter" && category?.type === "quantitative" ? category : undefined;
  return [value, low, high, comparator(row, reading), across].some(isGap) ? [""] : [];
}

/**
 * What a figure is compared with, where the row should have it. A line that no row has a figure for is not drawn; and where the row's own
 * figure was rounded, one that is worked out of such figures is a range: it is known, and no mark can stand for it.
 */
function comparator(row: ChartRow, { rows, value, other, roundingOf }: Reading): EncodedField | undefined {
  if (!other || !rows.some((own) => isFigure(own[other.field]))) return undefined;
  return isFigure(row[value.field]) && roundingOf(row, value.field) ? undefined : other;
}
