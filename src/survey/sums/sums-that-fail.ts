import type { Dataset, SumSpec } from "../../dataset/index.ts";
import { namesAt } from "../names-at.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { type FiguresOfRow, figuresByRow } from "./figures-by-row.ts";

/** Among more measures nobody looks for other parts: the time grows with the third power of them. */
const mostMeasures = 60;
/** How far from chance it has to be, as a power of two, that parts come to a whole, beside the number of sets that were tried. */
const enoughBits = 10;

interface CheckedSums {
  readonly sums: readonly SumSpec[];
  /** Those that fail somewhere, and of whose wholes there is a sum that never does. */
  readonly replaced: readonly SumSpec[];
}

/**
 * Asks of sums that hold nearly everywhere whether they hold in all rows. Where others add up to the same whole and never fail, by more figures than chance
 * explains, these are its parts.
 */
export function sumsThatHold(
  found: readonly SumSpec[],
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): CheckedSums {
  if (found.length === 0) return { sums: [], replaced: [] };
  const { measures } = dataset.definition.spec;
  const rows = rowsOfCounts(dataset);
  const replaced: SumSpec[] = [];
  const sums = found.map((sum): SumSpec => {
    const better = rows.some((row) => doesFail(sum, row)) ? partsThatHold(sum, { rows, known: found }) : undefined;
    if (better !== undefined) replaced.push(sum);
    return better ?? sum;
  });
  const equal = sums.flatMap(({ whole, parts: [part, other] }) =>
    other === undefined && part !== undefined ? [someOf([whole, part].map((id) => measures[id]?.label ?? id))] : [],
  );
  if (equal.length > 0) remarks.add("sums", areEqual(equal));
  return {
    sums: [...new Map(sums.map((own) => [JSON.stringify([own.whole, [...own.parts].sort()]), own])).values()],
    replaced,
  };
}

/** Says of sums in how many rows of those that are read they fail, and where first. */
export function remarkOnFailingSums(
  sums: readonly SumSpec[],
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): void {
  const rows = sums.length === 0 ? [] : rowsOfCounts(dataset);
  const told = sums.flatMap((sum) => {
    const [first, ...others] = rows.filter((row) => doesFail(sum, row));
    if (first === undefined) return [];
    const among = rows.filter((row) => isFull(sum, row)).length;
    return [failsIn(sum, { dataset, first, times: others.length + 1, among })];
  });
  if (told.length > 0) remarks.also("sums", guessedFrom("the figures", told.join(" ")));
}

function rowsOfCounts(dataset: Dataset): readonly FiguresOfRow[] {
  const { measures } = dataset.definition.spec;
  return figuresByRow(dataset, new Set(Object.keys(measures).filter((id) => measures[id]?.statType === "count")));
}

const areEqual = (pairs: readonly string[]): string =>
  `${[...new Set(pairs)].join("; ")}: the same figures in all rows, so that each tells the other; where they are one thing, leave one out by layout.ignore.`;

const isFull = ({ whole, parts }: SumSpec, { values }: FiguresOfRow): boolean =>
  [whole, ...parts].every((id) => values.has(id));

const doesFail = (sum: SumSpec, row: FiguresOfRow): boolean =>
  isFull(sum, row) &&
  sum.parts.reduce((all, part) => all + (row.values.get(part) ?? 0), 0) !== row.values.get(sum.whole);

/** Two or three measures that come to a whole in all rows: the fewest, and of these those that are furthest from chance. */
function partsThatHold(
  { whole }: SumSpec,
  { rows, known }: { readonly rows: readonly FiguresOfRow[]; readonly known: readonly SumSpec[] },
): SumSpec | undefined {
  const all = [...new Set(rows.flatMap(({ values }) => [...values.keys()]))];
  const others = all.filter(
    (id) => id !== whole && !known.some((own) => own.whole === id && own.parts.includes(whole)),
  );
  if (all.length > mostMeasures) return undefined;
  // Where the whole is largest, most sets fail at once.
  const ordered = rows
    .filter(({ values }) => values.has(whole))
    .sort((a, b) => (b.values.get(whole) ?? 0) - (a.values.get(whole) ?? 0));
  const pairs = others.flatMap((one, at) => others.slice(at + 1).map((other) => [one, other]));
  const triples = () =>
    others.flatMap((one, at) =>
      others.slice(at + 1).flatMap((two, next) => others.slice(at + next + 2).map((three) => [one, two, three])),
    );
  return furthest(pairs, { whole, rows: ordered }) ?? furthest(triples(), { whole, rows: ordered });
}

function furthest(
  sets: readonly (readonly string[])[],
  { whole, rows }: { readonly whole: string; readonly rows: readonly FiguresOfRow[] },
): SumSpec | undefined {
  const tried = Math.log2(1 + sets.length);
  const proven = sets.flatMap((parts) => {
    const sum = { whole, parts };
    if (rows.some((row) => doesFail(sum, row))) return [];
    const bits = bitsOf(sum, rows);
    return bits - tried >= enoughBits ? [{ sum, bits }] : [];
  });
  return proven.toSorted((a, b) => b.bits - a.bits)[0]?.sum;
}

/** How far from chance it is that a sum holds in these rows: the size of its different wholes, where at least two parts, and in some row each of them, are anything. */
function bitsOf(sum: SumSpec, rows: readonly FiguresOfRow[]): number {
  const full = rows.filter((row) => isFull(sum, row));
  if (!sum.parts.every((part) => full.some(({ values }) => (values.get(part) ?? 0) > 0))) return 0;
  const mixed = full.filter(({ values }) => sum.parts.filter((part) => (values.get(part) ?? 0) > 0).length > 1);
  return [...new Set(mixed.map(({ values }) => values.get(sum.whole) ?? 0))].reduce(
    (bits, value) => bits + Math.log2(1 + value),
    0,
  );
}

function failsIn(
  { whole }: SumSpec,
  {
    dataset,
    first,
    times,
    among,
  }: { readonly dataset: Dataset; readonly first: FiguresOfRow; readonly times: number; readonly among: number },
): string {
  const label = dataset.definition.spec.measures[whole]?.label ?? whole;
  return `"${label}" is not the sum of these parts in ${times} of ${among} rows, first in ${someOf(namesAt(dataset, first.at))}: take it off this list where they are not its parts.`;
}
