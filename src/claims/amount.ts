import type { Rational } from "./rational.ts";

/** A number, or why there is none. */
export type Amount =
  | { readonly state: "value"; readonly value: Rational }
  | { readonly state: "suppressed" | "missing"; readonly reason: string }
  /** Vintages disagree: every value that some choice of vintages gives, each once. */
  | { readonly state: "conflict"; readonly values: readonly Rational[] };

export const known = (value: Rational): Amount => ({ state: "value", value });
export const missing = (reason: string): Amount => ({ state: "missing", reason });

/** The values that an amount may have. */
export const valuesOf = (amount: Amount): readonly Rational[] =>
  amount.state === "value" ? [amount.value] : amount.state === "conflict" ? amount.values : [];

/** Combinations of vintages looked at before a claim on many disputed cells is left undecided. */
const combinationLimit = 4096;

/**
 * Computes with amounts. What is hidden hides the result, what is missing leaves it missing, and what is disputed is
 * computed for every combination of vintages.
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
  return results.length === 1 && only ? known(only) : { state: "conflict", values: results };
}
