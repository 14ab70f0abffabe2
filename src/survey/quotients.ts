import { createCellParser } from "../dataset/index.ts";
import { cellAt } from "../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";

/** What figures are that are parts of a whole, by other figures of their rows. */
export interface Quotient {
  /** What 1 is written as. */
  readonly whole: 1 | 100;
  readonly part: ColumnSurvey;
  /** What the part is of: a column, or two of them together. */
  readonly of: readonly ColumnSurvey[];
}

/**
 * Whether a share gives away small counts that are hidden, and no measure stands for what it is of, so that it could be hidden with it:
 * granted by granted and refused.
 */
export const givesAway = ({ part, of }: Quotient): boolean =>
  of.length > 1 && [part, ...of].some(({ figures }) => (figures?.small ?? 0) > 0);

/** So many rows are looked at; so many of them, with different quotients, show that it is no chance. */
const [mostRows, fewestRows, fewestQuotients] = [300, 5, 4];
/** Of so many counts beside them, a column of quotients may be made: the time grows with their square. */
const mostCounts = 12;
/** So many of the rows may be written otherwise, as where a figure was revised. */
const mostly = 0.97;

const parse = createCellParser();
const anyAmount = { label: "", unit: { one: "", other: "" }, statType: "mean" } as const;

/**
 * Columns that are the shares which counts beside them make: granted by granted and refused, say. What they are is told by no heading as
 * surely, and whether 0.4 is 40% or less than one.
 */
export function quotientsAmong({ sheet, columns, rows }: TableSurvey): ReadonlyMap<ColumnSurvey, Quotient> {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const counts = figures.filter(
    ({ figures: own }) => own?.isWhole === true && !own.hasNegative && !own.hasPercent && own.largest > 1,
  );
  const looked = rows.subarray(0, mostRows);
  const valuesOf = ({ index }: ColumnSurvey): Float64Array =>
    Float64Array.from(looked, (row) => {
      const read = parse(cellAt(sheet, row, index), anyAmount);
      return typeof read !== "string" && read.cell.state === "value" ? read.cell.value : Number.NaN;
    });
  const found = new Map<ColumnSurvey, Quotient>();
  if (counts.length < 2 || counts.length > mostCounts) return found;
  const known = counts.map((column) => ({ column, values: valuesOf(column) }));
  for (const column of figures) {
    const own = column.figures;
    if (!own || own.isWhole || own.hasNegative || own.largest > 100) continue;
    const wholes = own.largest <= 1 && !own.hasPercent ? ([1, 100] as const) : ([100] as const);
    const quotient = firstQuotient({ values: valuesOf(column), rounding: roundingOf(column), wholes }, known);
    if (quotient) found.set(column, quotient);
  }
  return found;
}

interface Known {
  readonly column: ColumnSurvey;
  readonly values: Float64Array;
}

interface Tried {
  readonly values: Float64Array;
  readonly rounding: number;
  readonly wholes: readonly Quotient["whole"][];
}

function firstQuotient(tried: Tried, known: readonly Known[]): Quotient | undefined {
  for (const part of known) {
    for (const other of known) {
      if (other === part) continue;
      const both = other.values.map((value, row) => value + (part.values[row] as number));
      for (const whole of tried.wholes) {
        if (isQuotient(tried, { whole, part: part.values, of: other.values }))
          return { whole, part: part.column, of: [other.column] };
        if (isQuotient(tried, { whole, part: part.values, of: both }))
          return { whole, part: part.column, of: [part.column, other.column] };
      }
    }
  }
  return undefined;
}

interface Assumed {
  readonly whole: number;
  readonly part: Float64Array;
  readonly of: Float64Array;
}

function isQuotient({ values, rounding }: Tried, { whole, part, of }: Assumed): boolean {
  const quotients = new Set<number>();
  let [held, failed] = [0, 0];
  for (const [row, value] of values.entries()) {
    const [above, below] = [part[row] as number, of[row] as number];
    if (Number.isNaN(value + above + below) || below === 0) continue;
    if (above > below) return false;
    if (Math.abs((above / below) * whole - value) <= rounding) held += 1;
    else failed += 1;
    quotients.add(value);
  }
  return held >= fewestRows && quotients.size >= fewestQuotients && held >= (held + failed) * mostly;
}

/** How far a figure may be from what it was rounded from: half of the last place that any has. */
function roundingOf({ texts }: ColumnSurvey): number {
  const decimals = Math.max(
    0,
    ...texts.map((text) => /\.(?<digits>\d+)\s*%?$/u.exec(text)?.groups?.digits?.length ?? 0),
  );
  return 0.5 * 10 ** -Math.min(decimals, 12) + 1e-9;
}
