import { createCellParser } from "../../dataset/index.ts";
import { cellAt } from "../../tables/index.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

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
/** Of so many counts beside them, a column of quotients may be made of any: the time grows with their square. Of more, its part stands next to it. */
const mostCounts = 12;
/** Of more than so many, what it is of stands near it too. */
const mostWholes = 60;
/** So many of the rows may be written otherwise, as where a figure was revised. */
const mostly = 0.97;
/** So many of the rows may have a part that is more than its whole, as where a population is an estimate: more may be vaccinated than live there. */
const mostOverOf = (rows: number): number => Math.max(1, rows * 0.1);
/** More than so much is no fraction of a whole. */
const mostFraction = 10;

const parse = createCellParser();
const anyAmount = { label: "", unit: { one: "", other: "" }, statType: "quantity" } as const;

/**
 * Columns that are the shares which counts beside them make: granted by granted and refused, say. What they are is told by no heading as
 * surely, and whether 0.4 is 40% or less than one.
 */
export function quotientsAmong({ sheet, columns, rows }: TableSurvey): ReadonlyMap<ColumnSurvey, Quotient> {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const counts = figures.filter(
    ({ figures: own }) => own?.isWhole === true && !own.hasNegative && !own.hasPercent && own.largest > 1,
  );
  const valuesOf = (column: ColumnSurvey) => firstValues({ sheet, rows }, column);
  const found = new Map<ColumnSurvey, Quotient>();
  if (counts.length < 2) return found;
  const known = counts.map((column) => ({ column, values: valuesOf(column) }));
  for (const column of figures) {
    const own = column.figures;
    // What is below zero may be a code for what is not there: it stands beside no counts then.
    if (!own || own.isWhole) continue;
    const wholes = own.largest <= mostFraction && !own.hasPercent ? ([1, 100] as const) : ([100] as const);
    const tried = { values: valuesOf(column), rounding: roundingOf(column), wholes };
    const quotient = firstQuotient(tried, candidatesFor(column, known));
    if (quotient) found.set(column, quotient);
  }
  return found;
}

/** The figures of a column in the first rows; what is none, or not there, as no number. */
export const firstValues = (
  { sheet, rows }: Pick<TableSurvey, "sheet" | "rows">,
  { index }: ColumnSurvey,
): Float64Array =>
  Float64Array.from(rows.subarray(0, mostRows), (row) => {
    const read = parse(cellAt(sheet, row, index), anyAmount);
    return typeof read !== "string" && read.cell.state === "value" ? read.cell.value : Number.NaN;
  });

interface Known {
  readonly column: ColumnSurvey;
  readonly values: Float64Array;
}

interface Tried {
  readonly values: Float64Array;
  readonly rounding: number;
  readonly wholes: readonly Quotient["whole"][];
}

interface Candidates {
  readonly parts: readonly Known[];
  readonly wholes: readonly Known[];
}

/** What a column may be made of: any counts, where there are few, else those that stand near it. */
function candidatesFor({ index }: ColumnSurvey, known: readonly Known[]): Candidates {
  if (known.length <= mostCounts) return { parts: known, wholes: known };
  const distanceTo = ({ column }: Known) => Math.abs(column.index - index);
  const near = known.toSorted((a, b) => distanceTo(a) - distanceTo(b));
  return { parts: near.slice(0, 2), wholes: known.length <= mostWholes ? known : near.slice(0, mostCounts) };
}

function firstQuotient(tried: Tried, { parts, wholes }: Candidates): Quotient | undefined {
  for (const part of parts) {
    for (const other of wholes) {
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
  const mostFailed = values.length * (1 - mostly);
  // Some offices cut off what lies behind the last place: 26.26% of 26.2699.
  let [known, held, cutOff, failed, over] = [0, 0, 0, 0, 0];
  for (const [row, value] of values.entries()) {
    const [above, below] = [part[row] as number, of[row] as number];
    if (Number.isNaN(value + above + below) || below === 0) continue;
    if (above > below) over += 1;
    const rest = (above / below) * whole - value;
    const [isRounded, isCutOff] = [Math.abs(rest) <= rounding, rest >= -tiny && rest <= 2 * rounding];
    if (isRounded) held += 1;
    if (isCutOff) cutOff += 1;
    if (!isRounded && !isCutOff) failed += 1;
    if (failed > mostFailed || over > mostOverOf(values.length)) return false;
    known += 1;
    // Where nearly all are nothing of something, 0 of 412, those that fail would be all that differ.
    if (isRounded || isCutOff) quotients.add(value);
  }
  const most = Math.max(held, cutOff);
  const isEnough = most >= fewestRows && quotients.size >= fewestQuotients;
  return isEnough && most >= known * mostly && over <= mostOverOf(known);
}

/**
 * How far a figure may be from what it was rounded from: half of the last place that any has. What lies behind the twelfth digit is of arithmetic: 13.93% is
 * 13.930000000000001 in some files.
 */
function roundingOf({ texts }: ColumnSurvey): number {
  const plain = (text: string) => (longFraction.test(text) ? `${Number(Number(text).toPrecision(12))}` : text);
  const decimals = Math.max(
    0,
    ...texts.map((text) => /\.(?<digits>\d+)\s*%?$/u.exec(plain(text))?.groups?.digits?.length ?? 0),
  );
  return 0.5 * 10 ** -Math.min(decimals, 12) + tiny;
}
/** What arithmetic with decimals is off by. */
const tiny = 1e-9;
const longFraction = /^\d+\.\d{10,}$/u;
