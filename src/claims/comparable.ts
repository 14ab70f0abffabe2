import { periodMonths } from "../dataset/index.ts";
import { type Amount, missing } from "./amount.ts";
import type { NotedIssue } from "./evaluation.ts";
import { type Selection, SelectorError } from "./select.ts";

/**
 * Whether figures can be set against each other: all of them cover the whole of their periods, or none does.
 * @returns the amount to give instead, where they cannot.
 */
export function notComparable(selections: readonly Selection[]): Amount | undefined {
  const held = selections.filter(({ amount }) => amount.state !== "missing");
  const partial = held.filter(({ partialPeriod }) => partialPeriod);
  if (partial.length === 0 || partial.length === held.length) return undefined;
  const [first] = partial;
  const place = Object.values(first?.labels ?? {}).join(", ");
  return missing(`The figure for ${place} covers less than the whole period, so it cannot be compared.`);
}

/** What readers are told of figures that `notComparable` says why they cannot be compared. */
export function coverageUnequal(selections: readonly Selection[], reason: string): NotedIssue {
  const partial = selections.find(({ partialPeriod }) => partialPeriod);
  const place = { categories: partial?.areas ?? [], periods: partial?.periods ?? [] };
  return { code: "coverage-unequal", message: reason, note: (notes) => notes.notComparable(place) };
}

/** @throws SelectorError where counts of unequal spans of time would be compared: a half-year with a year. */
export function requireEqualSpans(selections: readonly Selection[]): void {
  const spans = new Set(
    selections.map(({ periods }) => Math.round(periods.reduce((sum, period) => sum + periodMonths(period), 0) * 10)),
  );
  if (spans.size < 2) return;
  const labels = [...new Set(selections.map(({ periods }) => periods.map(({ label }) => label).join(", ")))];
  throw new SelectorError({
    code: "unequal-periods",
    message: `The periods ${labels.slice(0, 4).join(" and ")} are not of one length, so their figures cannot be compared.`,
    hint: "Select periods of one length.",
  });
}
