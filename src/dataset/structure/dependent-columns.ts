import { type SearchBudget, type Series, smallestFirst } from "./series.ts";

/** A prime below 2^26: products of two residues are exact in a double. */
const prime = 67_108_859;
/** What is left of a whole number below 2^53; a remainder of doubles takes several times as long. */
function residueOf(value: number): number {
  const rest = value - Math.floor(value / prime) * prime;
  return rest < 0 ? rest + prime : rest;
}
/** Series above which elimination would take longer than it is worth: its time grows with their third power. */
const mostSeries = 400;
/** Columns looked at beyond the number of series, so that no set fits by chance. */
const spareColumns = 24;
/** Columns that the combinations are taken from. */
const mostColumns = 3000;

interface Dependence {
  readonly whole: Series;
  readonly parts: readonly Series[];
  /** 1 for a part that is added, -1 for one that is taken away. */
  readonly signs: readonly number[];
}

/**
 * Series that are sums of smaller ones, or such sums less others, found by elimination: smallest first, each that depends on those
 * before it does so in one way alone, and where that way takes each once or not at all, it is told. Columns in which any figure is unknown are
 * left out. Arithmetic is modulo a prime and columns are combined at random (with fixed numbers), so what is found has to
 * be checked.
 */
export function dependentColumns(
  series: readonly Series[],
  effort: Pick<SearchBudget, "products">,
): readonly Dependence[] {
  const cost = series.length ** 3;
  if (series.length < 2 || series.length > mostSeries || cost > effort.products) return [];
  effort.products -= cost;
  const sorted = smallestFirst(series);
  const rows = combinedColumns(sorted);
  const pivots: { readonly row: number; readonly column: number }[] = [];
  const found: Dependence[] = [];
  for (const [column, whole] of sorted.entries()) {
    const row = rows.findIndex((values, index) => index >= pivots.length && values[column] !== 0);
    if (row >= 0) {
      eliminate(rows, { row, column, to: pivots.length });
      pivots.push({ row: pivots.length, column });
      continue;
    }
    const factors = pivots.map((pivot) => rows[pivot.row]?.[column] ?? 0);
    if (factors.some((factor) => factor > 1 && factor < prime - 1)) continue;
    const used = pivots.flatMap(({ column: part }, index) => {
      const factor = factors[index] as number;
      return factor === 0 ? [] : [{ part: sorted[part] as Series, sign: factor === 1 ? 1 : -1 }];
    });
    if (used.length > 0)
      found.push({ whole, parts: used.map(({ part }) => part), signs: used.map(({ sign }) => sign) });
  }
  return found;
}

/** How many products it takes at most to combine columns, and to eliminate series from them. */
export function productsOf(series: readonly Series[]): number {
  const columns = Math.min(mostColumns, series[0]?.values.length ?? 0);
  return series.length ** 3 + (series.length + spareColumns) * columns;
}

/** A row a column of figures; where there are many, so many combinations of them. */
function combinedColumns(series: readonly Series[]): Float64Array[] {
  const columns = columnsKnown(series);
  const step = Math.max(1, Math.ceil(columns.length / mostColumns));
  const chosen = columns.filter((_, index) => index % step === 0);
  const wanted = series.length + spareColumns;
  const residueAt = ({ values }: Series, column: number) => (values[column] as number) % prime;
  if (chosen.length <= wanted)
    return chosen.map((column) => Float64Array.from(series, (own) => residueAt(own, column)));
  // Most figures of a long list of names are nothing, and take no time.
  const filled = chosen.map((column) => {
    const indexes = [...series.keys()].filter((index) => residueAt(series[index] as Series, column) !== 0);
    return { indexes, residues: indexes.map((index) => residueAt(series[index] as Series, column)) };
  });
  const next = numbers();
  return Array.from({ length: wanted }, () => {
    const combined = new Float64Array(series.length);
    for (const { indexes, residues } of filled) {
      const factor = next();
      for (let at = 0; at < indexes.length; at += 1) {
        const index = indexes[at] as number;
        combined[index] = residueOf((combined[index] as number) + factor * (residues[at] as number));
      }
    }
    return combined;
  });
}

/** The columns in which each figure is known. */
function columnsKnown(series: readonly Series[]): readonly number[] {
  const isUnknown = new Uint8Array(series[0]?.values.length ?? 0);
  for (const { values } of series)
    for (let column = 0; column < isUnknown.length; column += 1)
      if (Number.isNaN(values[column])) isUnknown[column] = 1;
  const columns: number[] = [];
  for (let column = 0; column < isUnknown.length; column += 1) if (isUnknown[column] === 0) columns.push(column);
  return columns;
}

interface Elimination {
  readonly row: number;
  readonly column: number;
  /** Where the row belongs. */
  readonly to: number;
}

function eliminate(rows: Float64Array[], { row, column, to }: Elimination): void {
  const pivot = rows[row] as Float64Array;
  rows[row] = rows[to] as Float64Array;
  rows[to] = pivot;
  const inverse = power(pivot[column] as number, prime - 2);
  for (let index = column; index < pivot.length; index += 1)
    pivot[index] = ((pivot[index] as number) * inverse) % prime;
  for (const [other, values] of rows.entries()) {
    const factor = values[column] as number;
    if (other === to || factor === 0) continue;
    for (let index = column; index < values.length; index += 1)
      values[index] = residueOf((values[index] as number) + (prime - factor) * (pivot[index] as number));
  }
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

/** The same numbers each time (a linear congruence). */
function numbers(): () => number {
  let state = 12_345;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return 1 + (state % (prime - 1));
  };
}
