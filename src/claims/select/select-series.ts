import { findDimension, type PlainSelector, periodMonths, previousPeriod } from "../../dataset/index.ts";
import { type SelectContext, select } from "./select.ts";
import type { Selection } from "./selection.ts";

/** More periods than this are no series that a sentence is about. */
const mostPeriods = 2000;

interface SeriesInput {
  /** One place, without its period. */
  readonly of: PlainSelector;
  readonly from: Selection;
  readonly to: Selection;
}

/**
 * The same place in every period from one to another, both included, earliest first; a period that the data lacks is there,
 * and missing. Undefined where the two are not a whole number of periods apart, or lie too far from each other.
 */
export function selectSeries(context: SelectContext, { of, from, to }: SeriesInput): readonly Selection[] | undefined {
  const [first] = from.periods;
  const [last] = to.periods;
  const time = findDimension(to.dataset.definition, "time");
  if (!first || !last || !time || periodMonths(first) !== periodMonths(last)) return undefined;
  const between: Selection[] = [];
  for (let period = previousPeriod(last); period.start > first.start; period = previousPeriod(period)) {
    if (between.length === mostPeriods) return undefined;
    between.unshift(select(context, { ...of, at: { ...of.at, [time]: period.label } }, "between"));
  }
  const second = between[0]?.periods[0] ?? last;
  return previousPeriod(second).start === first.start ? [from, ...between, to] : undefined;
}
