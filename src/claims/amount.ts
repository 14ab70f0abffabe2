import type { Rational } from "./rational.ts";

/** A number, or why there is none. */
export type Amount =
  | {
      readonly state: "value";
      readonly value: Rational;
      /** The least and the greatest that it can be, where it comes from counts that disclosure control rounded. */
      readonly range?: readonly [Rational, Rational];
    }
  | { readonly state: "suppressed" | "missing"; readonly reason: string }
  /** Vintages disagree: every value that some choice of vintages gives, each once. */
  | { readonly state: "conflict"; readonly values: readonly Rational[] };

export const known = (value: Rational, range?: readonly [Rational, Rational]): Amount =>
  range ? { state: "value", value, range } : { state: "value", value };
export const missing = (reason: string): Amount => ({ state: "missing", reason });

/** The values that an amount may have. */
export const valuesOf = (amount: Amount): readonly Rational[] =>
  amount.state === "value" ? [amount.value] : amount.state === "conflict" ? amount.values : [];

/** Combinations of vintages looked at before a claim on many disputed cells is left undecided. */
const combinationLimit = 4096;

/**
 * Computes with amounts. What is hidden hides the result, what is missing leaves it missing, and what is disputed is
 * computed for every combination of vintages. What is rounded gives a range: the results at the ends of all ranges, which
 * is where sums, differences and quotients have theirs.
 * @param compute returns null where the computation has no result, e.g. for a base of zero.
 */
export function combine(
  amounts: readonly Amount[],
  compute: (values: readonly Rational[]) => Rational | null,
  noResult = "The figures give no result.",
): Amount {
  const suppressed = amounts.find(({ state }) => state === "suppressed");
  if (suppressed) return suppressed;
  const absent = amounts.find(({ state }) => state === "missing");
  if (absent) return absent;
  const combinations = amounts.reduce((count, amount) => count * valuesOf(amount).length, 1);
  if (combinations > combinationLimit) return missing("Too many of the figures are disputed between publications.");
  let rows: Rational[][] = [[]];
  for (const amount of amounts) rows = rows.flatMap((row) => valuesOf(amount).map((value) => [...row, value]));
  const results: Rational[] = [];
  for (const row of rows) {
    const result = compute(row);
    if (result === null) return missing(noResult);
    if (!results.some((other) => other.equals(result))) results.push(result);
  }
  const [only] = results;
  if (results.length !== 1 || !only) return { state: "conflict", values: results };
  return known(only, rangeOf(amounts, compute));
}

/** Ranges of so many amounts are taken in every combination; those of more, all at one end: they are sums and medians. */
const cornerLimit = 8;

function rangeOf(
  amounts: readonly Amount[],
  compute: (values: readonly Rational[]) => Rational | null,
): readonly [Rational, Rational] | undefined {
  const ends = amounts.map((amount) => ("range" in amount && amount.range ? amount.range : valuesOf(amount)));
  const ranged = ends.filter(({ length }) => length > 1).length;
  if (ranged === 0 || amounts.some(({ state }) => state !== "value")) return undefined;
  let corners: (readonly Rational[])[] = [[]];
  if (ranged <= cornerLimit)
    for (const values of ends) corners = corners.flatMap((corner) => values.map((value) => [...corner, value]));
  else corners = [0, -1].map((end) => ends.flatMap((values) => values.at(end) ?? []));
  const results = corners.flatMap((corner) => compute(corner) ?? []).sort((a, b) => a.compare(b));
  const [least, greatest] = [results[0], results.at(-1)];
  return least && greatest && [least, greatest];
}

/** Whether rounding leaves something said of an amount open: it holds at one end of its range, and not at the other. */
export function isOpen<T>(amount: Amount, said: (value: Rational) => T): boolean {
  if (amount.state !== "value" || !amount.range) return false;
  const [least, greatest] = amount.range;
  return said(least) !== said(greatest);
}
