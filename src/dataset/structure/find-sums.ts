import { groupBy } from "../group-by.ts";
import { dependentColumns, productsOf } from "./dependent-columns.ts";
import { searchSet } from "./search-set.ts";
import { isAnything, type SearchBudget, type Series, sizeOf, smallestFirst } from "./series.ts";

/** A series that is the sum of others in every column, or in nearly all: a figure that was revised hides no total. */
export interface FoundSum {
  readonly whole: string;
  readonly parts: readonly string[];
  /** Columns that tell: not all zero, and no two alike. */
  readonly columns: number;
  /** How far from chance: one in so many, as a power of two. */
  readonly bits: number;
}

/** Half a second or so, for tables of many measures; most need a hundredth of it. */
export const fullEffort = (): SearchBudget => ({ steps: 60_000, products: 50_000_000, excerpts: 20_000_000 });

/** How much less likely than one half, time and again, a coincidence has to be. */
export const enoughBits = 10;
/** The same for a series whose name says that it is a total. */
const enoughBitsOfNamed = 3;
/** Columns in which a sum holds for each in which it does not. */
export const fewestHeldForOneFailed = 4;
/** Two series of equal figures are one thing under two names only if so many columns say so, and so clearly. */
export const enoughToBeEqual = { bits: 24, columns: 3 } as const;
/**
 * The same for what a definition says to be chance (`notSums`): readers see the figures and not the definition. Below, the definition
 * is believed.
 */
export const enoughAgainstDenial = 24;

/**
 * Finds series that are sums of others, in columns of whole numbers: a "Total" among areas, regions among districts, all
 * among men and women. Looks for the sum of all others, for runs before and after a series (as tables list what a region
 * holds), and, where there are as many columns as series, for any set at all. A sum is told only where chance is no
 * explanation: the figures have to be large enough, in enough different columns, for the number of sets that were tried.
 * @param series in the order of the table, which tells what is listed under what.
 */
export function findSums(series: readonly Series[], effort: SearchBudget): readonly FoundSum[] {
  const held = series.filter(isAnything);
  const found = new Map<string, FoundSum>();
  const byId = new Map(held.map((own) => [own.id, own]));
  for (const excerpt of [held, ...excerptsOf(held, effort)])
    for (const { whole, parts, signs } of dependentColumns(
      excerpt,
      excerpt === held ? effort : forExcerpt(excerpt, effort),
    )) {
      if (signs.includes(-1) || found.has(whole.id)) continue;
      const [own, ...all] = [whole, ...parts].flatMap(({ id }) => byId.get(id) ?? []);
      const tried = subsets(held.length, parts.length) + (excerpt === held ? 0 : Math.log2(mostExcerpts));
      const sum = own && provenSum({ whole: own, parts: all, tried });
      if (sum) found.set(sum.whole, sum);
    }
  findRuns(held, found);
  findSets(held, found, effort);
  const rest = outermost(held, found);
  const largest = largestOf(rest);
  for (const whole of new Set([...(largest ? [largest] : []), ...rest.filter(({ label }) => saysTotal(label))])) {
    const parts = rest.filter((other) => other !== whole);
    const sum = provenSum({ whole, parts, tried: Math.log2(held.length) });
    if (sum && !found.has(whole.id)) found.set(whole.id, sum);
  }
  return [...found.values()];
}

/** The first of those with the largest sum. */
function largestOf(series: readonly Series[]): Series | undefined {
  const sizes = series.map(sizeOf);
  return series[sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), Number.NEGATIVE_INFINITY))];
}

/** So many stretches of columns, and so many sets of series that are known together, are looked at at most. */
const [mostStretches, mostTogether] = [7, 7];
const mostExcerpts = (1 + mostStretches) * (1 + mostTogether);
/** Columns beyond the number of series, so that few sets fit by chance. */
const spareColumns = 4;

/** The series, or those of them that are known together, in all columns of theirs or in some; none where too much has been looked at so. */
function excerptsOf(held: readonly Series[], effort: SearchBudget): readonly (readonly Series[])[] {
  effort.excerpts -= held.length * (held[0]?.values.length ?? 0);
  if (effort.excerpts <= 0) return [];
  const together = knownTogether(held);
  return [...together, ...[held, ...together].flatMap(stretchesOf)];
}

/** What an excerpt may take, which is not taken from what is searched after it. */
function forExcerpt(excerpt: readonly Series[], effort: SearchBudget): Pick<SearchBudget, "products"> {
  const products = productsOf(excerpt);
  effort.excerpts -= products;
  return { products: effort.excerpts > 0 ? products : 0 };
}

/**
 * The same series, each time in some of the columns that follow one another. A sum that holds in nearly all columns holds in all of some stretch: one
 * figure that was revised, or typed wrongly, hides it in all columns together.
 */
function stretchesOf(held: readonly Series[]): readonly (readonly Series[])[] {
  const columns = held[0]?.values.length ?? 0;
  const count = Math.min(mostStretches, Math.floor(columns / (held.length + spareColumns)));
  if (count < 2) return [];
  const length = Math.ceil(columns / count);
  return Array.from({ length: count }, (_, at) =>
    held.map((own) => ({ ...own, values: own.values.slice(at * length, (at + 1) * length) })),
  );
}

/** Series that are known in the same columns, and not all of the others: what a census asks for the first time, say. Those of most columns first. */
function knownTogether(held: readonly Series[]): readonly (readonly Series[])[] {
  if (!held.some(({ values }) => values.some(Number.isNaN))) return [];
  const columns = [...(held[0]?.values.keys() ?? [])];
  const codes = codesOfKnown(held);
  const bySet = groupBy(columns, (column) => codes[column] as number);
  return [...bySet.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, mostTogether)
    .flatMap(([column = 0]) => {
      const known = held.filter(({ values }) => !Number.isNaN(values[column]));
      const own = columns.filter((at) => known.every(({ values }) => !Number.isNaN(values[at])));
      if (known.length <= 2 || known.length === held.length || own.length < known.length + spareColumns) return [];
      return [
        known.map(({ values, ...series }) => ({ ...series, values: Float64Array.from(own, (at) => values[at] ?? 0) })),
      ];
    });
}

/** A number of each column for which of the series are known there: of other ones, another, but for a rare chance. */
function codesOfKnown(held: readonly Series[]): Int32Array {
  const codes = new Int32Array(held[0]?.values.length ?? 0);
  let code = 1;
  for (const { values } of held) {
    // Numbers that look like chance (xorshift).
    code ^= code << 13;
    code ^= code >>> 17;
    code ^= code << 5;
    for (let column = 0; column < codes.length; column += 1)
      if (Number.isNaN(values[column])) codes[column] = (codes[column] as number) ^ code;
  }
  return codes;
}

/** Names of totals, in the languages of briefings and a few more. */
export const saysTotal = (label: string): boolean =>
  /^(?:(?:grand |sub)?totals?|all|overall|both sexes|everyone|persons|cyfanswm|pob|gesamt|insgesamt|ensemble|totale)\b/i.test(
    label.trim(),
  );

/** Beside other wholes, so many bits tell one. */
const enoughBitsBeside = 3;

interface Known {
  /** Wholes that were found. */
  readonly found: ReadonlyMap<string, FoundSum>;
  /** Wholes that a definition tells of. */
  readonly declared: ReadonlySet<string>;
  /** Whether a series is known to be the sum of no others. */
  readonly isNone: (id: string) => boolean;
}

/**
 * Further sums, where some of the series are known to hold others: of all that no whole holds, of the rows that stand beside a whole, or of any. A table that
 * has the sum of some of its rows most likely has those of the others, and fewer figures tell. Where a total is all that is known, and is the sum of all
 * others, there are none.
 */
export function findBeside(series: readonly Series[], known: Known, effort: SearchBudget): readonly FoundSum[] {
  const held = series.filter(isAnything);
  if (held.length > mostInRuns || !areSomeWithin(held, known)) return [];
  const unknown = unknownIn(held);
  const found = new Map(known.found);
  const further: FoundSum[] = [];
  const bySize = smallestFirst(held);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const whole of bySize) {
      if (found.has(whole.id) || known.declared.has(whole.id) || known.isNone(whole.id)) continue;
      const columns = positiveColumns(whole, unknown);
      const sum = besideOf(whole, { ...known, held, found, columns, effort });
      if (!sum) continue;
      found.set(whole.id, sum);
      further.push(sum);
    }
  }
  return further;
}

/** Whether some lie within others that are not all: by a sum of some, or since all others come to more than what is said to hold them. */
function areSomeWithin(held: readonly Series[], { found, declared }: Known): boolean {
  if ([...found.values()].some(({ parts }) => parts.length > 1 && parts.length < held.length - 1)) return true;
  const others = held.filter(({ id }) => !declared.has(id));
  return held.some((whole) => declared.has(whole.id) && isExceeded(whole, others));
}

/** Whether parts come to more than a whole, wherever that is known. */
function isExceeded({ values }: Series, parts: readonly Series[]): boolean {
  let [more, no] = [0, 0];
  for (const [column, value] of values.entries()) {
    const sum = parts.reduce((all, own) => all + (own.values[column] || 0), 0);
    if (sum > value) more += 1;
    else if (sum > 0) no += 1;
  }
  return more > 0 && no === 0;
}

interface Beside extends Known {
  readonly held: readonly Series[];
  /** Where the whole is anything. */
  readonly columns: readonly number[];
  readonly effort: SearchBudget;
}

function besideOf(whole: Series, { held, found, declared, columns, effort }: Beside): FoundSum | undefined {
  const isFree = (own: Series) => own !== whole && !found.has(own.id) && !declared.has(own.id);
  const position = held.indexOf(whole);
  const within = [...found.values()].map(({ parts }) => new Set(parts));
  const lists = [outermost(held, found), ...within.map((ids) => held.filter(({ id }) => ids.has(id)))];
  const sumOf = (parts: readonly Series[] | undefined, tried: number) =>
    parts && parts.length > 1 ? provenSum({ whole, parts, tried, enough: enoughBitsBeside }) : undefined;
  for (const list of lists) {
    const own = list.filter(isFree);
    const after = own.filter((other) => held.indexOf(other) > position);
    const before = own.filter((other) => held.indexOf(other) < position).reverse();
    const ofRun = 1 + Math.log2(1 + own.length);
    const sum =
      sumOf(own, 1) ?? sumOf(runOf(whole, after, columns), ofRun) ?? sumOf(runOf(whole, before, columns), ofRun);
    if (sum) return sum;
    const any = own.length > mostSearched ? undefined : searchSet(whole, own, effort);
    const found = sumOf(any, Math.log2(held.length) + subsets(own.length, any?.length ?? 0));
    if (found) return found;
  }
  return undefined;
}

/** What no whole holds: the top of what has been found so far. */
function outermost(series: readonly Series[], found: ReadonlyMap<string, FoundSum>): readonly Series[] {
  const inside = new Set([...found.values()].flatMap(({ parts }) => parts));
  return series.filter(({ id }) => !inside.has(id));
}

/** Series above which no runs are looked for: the time grows with their square. */
const mostInRuns = 1000;

/** Sums of the series that follow a whole, or come before it, without a gap; then of the wholes so found, and so on. */
function findRuns(held: readonly Series[], found: Map<string, FoundSum>): void {
  if (held.length > mostInRuns) return;
  const unknown = unknownIn(held);
  const positive = new Map(held.map((own) => [own, positiveColumns(own, unknown)]));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    const list = outermost(held, found);
    for (const [index, whole] of list.entries()) {
      if (found.has(whole.id)) continue;
      for (const others of [list.slice(index + 1), list.slice(0, index).reverse()]) {
        const parts = runOf(whole, others, positive.get(whole) ?? []);
        const tried = 1 + 2 * Math.log2(held.length);
        const sum = parts && provenSum({ whole, parts, tried });
        if (!sum) continue;
        found.set(whole.id, sum);
        break;
      }
    }
  }
}

/** Series above which no set is searched for among all: the time grows with their square. */
const mostSearched = 100;

/** Sums of any set, where a search finds one: smaller wholes first, and then those that they are parts of. */
function findSets(held: readonly Series[], found: Map<string, FoundSum>, effort: SearchBudget): void {
  if (held.length > mostSearched) return;
  for (const whole of smallestFirst(held)) {
    if (found.has(whole.id)) continue;
    const list = outermost(held, found).filter((other) => other !== whole);
    const parts = searchSet(whole, list, effort);
    const sum =
      parts && provenSum({ whole, parts, tried: Math.log2(held.length) + subsets(list.length, parts.length) });
    if (sum) found.set(sum.whole, sum);
  }
}

/**
 * The shortest run, from the first on, whose sum is the whole's in the first column where that is anything.
 * @param columns those where it is.
 */
function runOf(whole: Series, others: readonly Series[], columns: readonly number[]): readonly Series[] | undefined {
  const first = columns[0] as number;
  const target = whole.values[first] as number;
  // What the run comes to in the first column; where the whole is anything, and everywhere, as far as anybody asked.
  let sum = 0;
  const sums = new Float64Array(columns.length);
  let all: Float64Array | undefined;
  let [summed, added] = [0, 0];
  for (let index = 0; index < others.length; index += 1) {
    sum += (others[index] as Series).values[first] as number;
    if (Number.isNaN(sum) || sum > target) return undefined;
    if (sum !== target || index === 0) continue;
    for (; summed <= index; summed += 1) {
      const { values: own } = others[summed] as Series;
      for (let at = 0; at < columns.length; at += 1)
        sums[at] = (sums[at] as number) + (own[columns[at] as number] as number);
    }
    if (!mayAddUp(whole, columns, sums)) continue;
    all ??= new Float64Array(whole.values.length);
    for (; added <= index; added += 1) addTo(all, others[added] as Series);
    // What follows may add nothing in this column and something in others.
    if (comesTo(whole, all, index + 1)) return others.slice(0, index + 1);
  }
  return undefined;
}

function addTo(sums: Float64Array, { values }: Series): void {
  for (let column = 0; column < sums.length; column += 1)
    sums[column] = (sums[column] as number) + (values[column] as number);
}

/** The columns where a series is anything; before others those that are best known, since the first tells how long a run is. */
function positiveColumns({ values }: Series, unknown: Uint32Array): readonly number[] {
  const columns: number[] = [];
  for (let column = 0; column < values.length; column += 1) if ((values[column] as number) > 0) columns.push(column);
  const [first] = columns;
  return first === undefined || unknown[first] === 0
    ? columns
    : columns.sort((a, b) => (unknown[a] as number) - (unknown[b] as number));
}

/** How many figures of each column nobody knows. */
function unknownIn(series: readonly Series[]): Uint32Array {
  const counts = new Uint32Array(series[0]?.values.length ?? 0);
  for (const { values } of series)
    for (let column = 0; column < values.length; column += 1)
      if (Number.isNaN(values[column])) counts[column] = (counts[column] as number) + 1;
  return counts;
}

/** Whether a sum holds in enough of the columns where the whole is anything: in others it can only fail. */
function mayAddUp({ values }: Series, columns: readonly number[], sums: Float64Array): boolean {
  let [held, failed] = [0, 0];
  for (const [at, column] of columns.entries()) {
    const sum = sums[at] as number;
    if (sum === values[column]) held += 1;
    else if (!Number.isNaN(sum)) failed += 1;
  }
  return failed === 0 || held >= failed * fewestHeldForOneFailed;
}

function addsUp(whole: Series, parts: readonly Series[]): boolean {
  const sums = new Float64Array(whole.values.length);
  for (const part of parts) addTo(sums, part);
  return comesTo(whole, sums, parts.length);
}

/** @param sums of so many parts; NaN where any is not known. */
function comesTo(whole: Series, sums: Float64Array, parts: number): boolean {
  let [held, failed] = [0, 0];
  for (let column = 0; column < sums.length; column += 1) {
    const [value, sum] = [whole.values[column] as number, sums[column] as number];
    if (Number.isNaN(value) || Number.isNaN(sum) || (value === 0 && sum === 0)) continue;
    if (sum === value) held += 1;
    else failed += 1;
  }
  return failed === 0 || (parts > 1 && held >= failed * fewestHeldForOneFailed);
}

/** NaN where any part is not known. */
function sumAt(parts: readonly Series[], column: number): number {
  let sum = 0;
  for (const { values } of parts) sum += values[column] as number;
  return sum;
}

interface Trial {
  readonly whole: Series;
  readonly parts: readonly Series[];
  /** The number of sets that might have been found instead, as a power of two. */
  readonly tried: number;
  /** What is far enough from chance, where it is another than by the name of the whole. */
  readonly enough?: number;
}

/** A sum that holds in all columns or nearly so, and in so many that chance does not explain it. */
function provenSum({ whole, parts, tried, enough }: Trial): FoundSum | undefined {
  if (parts.length === 0 || !addsUp(whole, parts)) return undefined;
  const seen = new Set<string>();
  let bits = -tried;
  for (const [column, value] of whole.values.entries()) {
    const sum = sumAt(parts, column);
    if (Number.isNaN(value) || Number.isNaN(sum)) continue;
    if (sum !== value) bits -= Math.log2(whole.values.length);
    if (sum !== value || value === 0) continue;
    const key = parts.map(({ values }) => values[column]).join();
    if (seen.has(key)) continue;
    seen.add(key);
    bits += Math.log2(1 + value);
  }
  if (parts.length === 1 && (seen.size < enoughToBeEqual.columns || bits < enoughToBeEqual.bits)) return undefined;
  if (bits < (enough ?? (saysTotal(whole.label) ? enoughBitsOfNamed : enoughBits))) return undefined;
  return { whole: whole.id, parts: parts.map(({ id }) => id), columns: seen.size, bits };
}

/** The number of sets of so many among so many, as a power of two. */
export function subsets(all: number, size: number): number {
  let bits = 0;
  for (let index = 0; index < Math.min(size, all - size); index += 1) bits += Math.log2((all - index) / (index + 1));
  return bits;
}
