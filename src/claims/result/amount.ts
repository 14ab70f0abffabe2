import { type Bounds, hull, type PlainReason, type Rational } from "../../language/index.ts";
import { because, type Said } from "./said.ts";

/** A number, or why there is none. */
export type Amount =
  | {
      readonly state: "value";
      readonly value: Rational;
      /**
       * Every value that rounding leaves possible, where the number comes from figures that were rounded: the true one is
       * among them. `unlimited`: nothing limits it on one side or the other.
       */
      readonly bounds?: Bounds | "unlimited" | undefined;
      /** The multiple that the number itself was published as, where it is one cell's. */
      readonly base?: number;
    }
  | { readonly state: "suppressed" | "missing"; readonly reason: Said }
  /** Vintages disagree: every value that some choice of vintages gives, each once, and the bounds of all of them. */
  | {
      readonly state: "conflict";
      readonly values: readonly Rational[];
      readonly bounds?: Bounds | "unlimited" | undefined;
    };

export const known = (value: Rational, bounds?: Bounds | "unlimited"): Amount =>
  bounds === undefined || (bounds !== "unlimited" && bounds.low.equals(value) && bounds.high.equals(value))
    ? { state: "value", value }
    : { state: "value", value, bounds };
export const missing = (reason: Said | PlainReason): Amount => ({
  state: "missing",
  reason: typeof reason === "string" ? because(reason) : reason,
});

/** The values that an amount may have. */
export const valuesOf = (amount: Amount): readonly Rational[] =>
  amount.state === "value" ? [amount.value] : amount.state === "conflict" ? amount.values : [];

/** The least and the greatest that an amount can be; undefined where there is none, or nothing limits it. */
export function endsOf(amount: Amount): Bounds | undefined {
  const { bounds } = { bounds: undefined, ...amount };
  return bounds === "unlimited" ? undefined : (bounds ?? hull(valuesOf(amount)));
}

/** Whether rounding leaves open what an amount is. */
export const isRounded = (amount: Amount): boolean => "bounds" in amount && amount.bounds !== undefined;

/** Combinations of vintages looked at before a claim on many disputed cells is left undecided. */
const combinationLimit = 4096;

/** A result by values; null where the computation has none, e.g. for a base of zero. */
type Compute = (values: readonly Rational[]) => Rational | null;

interface CombineOptions {
  /** Why there is no result. */
  readonly noResult?: PlainReason;
  /** The same at the ends of what rounding leaves possible, where that is not what `compute` gives. */
  readonly bound?: Compute;
}

/**
 * Computes with two amounts at most. What is hidden hides the result, what is missing leaves it missing, and what is
 * disputed is computed for every combination of vintages. What is rounded gives the result bounds: the least and the
 * greatest over all combinations of ends, which is right of every function that only rises or only falls in each of its
 * values while the other stays as it is, whatever that is: differences, and quotients by what is above zero.
 */
export function combine(
  amounts: readonly [Amount] | readonly [Amount, Amount],
  compute: Compute,
  { noResult, bound = compute }: CombineOptions = {},
): Amount {
  return combineAll(amounts, compute, { noResult, boundsOf: (ends) => cornerBounds(ends, bound) });
}

/**
 * The same with any number of amounts, by a function that never falls where one of its values rises: a sum, a median. Its
 * bounds are its values at all low ends and at all high ends.
 */
export function combineRising(amounts: readonly Amount[], compute: (values: readonly Rational[]) => Rational): Amount {
  return combineAll(amounts, compute, {
    boundsOf: (ends) => ({ low: compute(ends.map(({ low }) => low)), high: compute(ends.map(({ high }) => high)) }),
  });
}

interface CombineAllOptions {
  readonly noResult?: PlainReason | undefined;
  readonly boundsOf: (ends: readonly Bounds[]) => Bounds | "unlimited";
}

function combineAll(
  amounts: readonly Amount[],
  compute: Compute,
  { noResult = "no-result", boundsOf }: CombineAllOptions,
): Amount {
  const suppressed = amounts.find(({ state }) => state === "suppressed");
  if (suppressed) return suppressed;
  const absent = amounts.find(({ state }) => state === "missing");
  if (absent) return absent;
  const values = amounts.map(valuesOf);
  const combinations = values.reduce((count, { length }) => count * length, 1);
  if (combinations > combinationLimit) return missing("too-many-disputed");
  // Nearly always there is one: a list of a thousand values is not copied for each of them.
  const rows = combinations === 1 ? [values.flat()] : rowsOf(values);
  const results: Rational[] = [];
  for (const row of rows) {
    const result = compute(row);
    if (result === null) return missing(noResult);
    if (!results.some((other) => other.equals(result))) results.push(result);
  }
  const bounds = amounts.some(isRounded) ? boundsOfAll(amounts, boundsOf) : undefined;
  const [only] = results;
  if (results.length === 1 && only) return known(only, bounds);
  return { state: "conflict", values: results, bounds };
}

/** Every choice of one value of each list. */
function rowsOf(lists: readonly (readonly Rational[])[]): readonly (readonly Rational[])[] {
  let rows: readonly (readonly Rational[])[] = [[]];
  for (const list of lists) rows = rows.flatMap((row) => list.map((value) => [...row, value]));
  return rows;
}

function boundsOfAll(
  amounts: readonly Amount[],
  boundsOf: (ends: readonly Bounds[]) => Bounds | "unlimited",
): Bounds | "unlimited" {
  const ends = amounts.map(endsOf);
  const limited = ends.flatMap((bounds) => bounds ?? []);
  return limited.length === ends.length ? boundsOf(limited) : "unlimited";
}

function cornerBounds(ends: readonly Bounds[], compute: Compute): Bounds | "unlimited" {
  let corners: (readonly Rational[])[] = [[]];
  for (const { low, high } of ends) corners = corners.flatMap((corner) => [low, high].map((end) => [...corner, end]));
  const results = corners.map(compute);
  const limited = results.flatMap((result) => result ?? []);
  return (limited.length === results.length && hull(limited)) || "unlimited";
}
