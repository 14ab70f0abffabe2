import { comparePeriods } from "../dataset/index.ts";
import type { Selection } from "./select.ts";
import { periodRange } from "./words/english.ts";

/** The periods and areas that selections are about, as running text has them. */
export function placesOf(selections: readonly Selection[]): { readonly period: string; readonly area: string } {
  const periods = selections.flatMap((selection) => selection.periods).sort(comparePeriods);
  const areas = [...new Set(selections.flatMap((selection) => selection.areas.map(({ inText }) => inText)))];
  return { period: periodRange(periods), area: areas.join(", ") };
}
