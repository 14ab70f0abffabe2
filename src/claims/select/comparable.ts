import { latestAvailable, periodMonths } from "../../dataset/index.ts";
import { type Amount, missing } from "../result/amount.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import type { Said } from "../result/said.ts";
import { SelectorError } from "./select.ts";
import type { Selection } from "./selection.ts";

/**
 * Whether figures can be set against each other: all of them cover the whole of their periods, or none does; all of them are forecasts, or none is.
 * @returns the amount to give instead, where they cannot.
 */
export function notComparable(selections: readonly Selection[]): Amount | undefined {
  const held = selections.filter(({ amount }) => amount.state !== "missing");
  const partial = held.filter(({ partialPeriod }) => partialPeriod);
  const [first] = partial;
  if (first && partial.length < held.length) return missing((words) => words.reasons.partOnly(first.name(words)));
  return held.every(({ forecast }) => forecast) ? undefined : ofForecast(held);
}

/** What is said in place of how figures came to be what they are, where one of them is a forecast: nothing has happened. */
export function ofForecast(selections: readonly Selection[]): Amount | undefined {
  const forecast = selections.find((selection) => selection.forecast);
  if (!forecast) return undefined;
  const { areas, periods } = forecast;
  return missing(({ notes }) => notes.forecast({ categories: areas, periods }));
}

/** What readers are told of figures that `notComparable` says why they cannot be compared. */
export function coverageUnequal(selections: readonly Selection[], reason: Said): NotedIssue {
  const partial = selections.find(({ partialPeriod }) => partialPeriod);
  const coordinates = { categories: partial?.areas ?? [], periods: partial?.periods ?? [] };
  return { code: "coverage-unequal", message: reason, note: (notes) => notes.notComparable(coordinates) };
}

/**
 * A base that is of another time than the cases it divides, where the author named its time: readers are told.
 * @throws SelectorError where a word such as `latest` chose it, so that nobody decided on the mixture.
 */
export function basePeriodIssues(cases: Selection, base: Selection): readonly NotedIssue[] {
  if (cases.periods.length === 0 || base.periods.length === 0 || sameTime(cases, base)) return [];
  const word = base.periodWords.find((chosen) => chosen !== latestAvailable);
  if (word !== undefined) throw mixedPeriods(word, [cases, base]);
  return [
    {
      code: "periods-differ",
      note: (notes) => notes.periodsDiffer({ cases: cases.periods, base: base.periods }),
    },
  ];
}

/** @throws SelectorError where one word means two periods: `latest` of two datasets, one of which ends before the other. */
export function requireOneMeaning(selections: readonly Selection[]): void {
  const [first, ...others] = selections;
  for (const word of first?.periodWords ?? []) {
    const other = others.find(
      (selection) => selection.periodWords.includes(word) && first !== undefined && !sameTime(selection, first),
    );
    if (first && other) throw mixedPeriods(word, [first, other]);
  }
}

const sameTime = (a: Selection, b: Selection): boolean => timeOf(a) === timeOf(b);
const timeOf = ({ periods }: Selection): string => periods.map(({ id }) => id).join(" ");
const periodsOf = ({ periods }: Selection): string => periods.map(({ label }) => label).join(", ");

function mixedPeriods(word: string, [a, b]: readonly [Selection, Selection]): SelectorError {
  const named = (selection: Selection) => `${periodsOf(selection)} for ${selection.measure} of ${selection.dataset.id}`;
  return new SelectorError({
    code: "mixed-periods",
    message: `The figure would mix two periods: ${named(a)}, ${named(b)} ("${word}").`,
    hint: `Name the second period outright, or as "${latestAvailable}", if the mixture is meant.`,
  });
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
