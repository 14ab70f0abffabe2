import type { DiagnosticDetails } from "../../diagnostics/index.ts";
import type { CategoryRegistry } from "../category-registry.ts";
import { type ObservationColumns, observationAt, rowsOfMeasure } from "../columns/observation-columns.ts";
import type { DatasetSpec } from "../definition.ts";
import { breakdownOf } from "../dimensions-of.ts";
import { findDimension } from "../find-dimension.ts";
import { groupBy } from "../group-by.ts";
import { enoughAgainstDenial, enoughBits, fewestHeldForOneFailed } from "./find-sums.ts";
import { ifChance } from "./if-chance.ts";

interface Input {
  readonly spec: DatasetSpec;
  readonly categories: Pick<CategoryRegistry, "periods">;
  readonly columns: ObservationColumns;
}

/** Figures of periods of one kind, in order, from the first that there is to the last; NaN where there is none between. */
interface Run {
  /** The number of the first period. */
  readonly first: number;
  readonly values: readonly number[];
}

/** Periods looked back over: months of a year. */
const longest = 12;

/**
 * What to say of counts that repeat another measure's of other periods, singly or added up: the year before, the year to date,
 * the last twelve months. The difference of two of them is a count that may be hidden. Holds no figure.
 */
export function sumsOverTime({ spec, categories, columns }: Input): readonly DiagnosticDetails[] {
  const time = findDimension({ spec }, "time");
  if (time === undefined) return [];
  const denied = new Set(spec.notSums);
  const counts = Object.entries(spec.measures)
    .filter(([, { statType }]) => statType === "count")
    .map(([id, measure]) => ({ id, by: breakdownOf(spec, measure) }));
  const runs = new Map<string, ReadonlyMap<string, Run>>();
  const runsOf = (id: string) => {
    const known = runs.get(id) ?? readRuns({ categories, columns }, id, time);
    runs.set(id, known);
    return known;
  };
  return counts.flatMap(({ id, by }): readonly DiagnosticDetails[] => {
    const isDenied = denied.has(id);
    if (spec.disclosure?.measures?.[id] === "publish") return [];
    const other = counts.find(
      (own) => own.id !== id && own.by === by && isMadeOf(runsOf(id), runsOf(own.id), isDenied),
    );
    if (!other) return [];
    return [
      {
        code: "undeclared-sum",
        message: `The measure ${id} has figures of ${other.id} of other periods, singly or added up, so that what ${other.id} hides can be worked out from it.`,
        hint: `Leave ${id} out (layout: { ignore: [ … ] }): claims compare periods and add them up by what is published. ${ifChance(id, isDenied)}`,
        source: { id: spec.title, field: `measures.${id}` },
      },
    ];
  });
}

function readRuns(
  { categories, columns }: Omit<Input, "spec">,
  measure: string,
  time: string,
): ReadonlyMap<string, Run> {
  const kinds = groupBy(categories.periods(), ({ format }) => format);
  const positions = new Map(
    [...kinds].flatMap(([format, periods]) => periods.map(({ id }, index) => [id, { format, index }] as const)),
  );
  const found = new Map<string, Map<number, number>>();
  for (const row of rowsOfMeasure(columns, measure)) {
    const { at, cell } = observationAt(columns, row);
    const position = positions.get(at[time] ?? "");
    if (!position || !("value" in cell)) continue;
    const key = JSON.stringify([position.format, { ...at, [time]: "" }]);
    const own = found.get(key) ?? new Map<number, number>();
    found.set(key, own.set(position.index, cell.value));
  }
  return new Map([...found].map(([key, own]) => [key, runOf(own)]));
}

/** Many lists have one day of each name: a run is no longer than what there is of it. */
function runOf(figures: ReadonlyMap<number, number>): Run {
  const indices = [...figures.keys()].sort((a, b) => a - b);
  const [first = 0, last = first] = [indices[0], indices.at(-1)];
  return {
    first,
    values: Array.from({ length: last - first + 1 }, (_, index) => figures.get(first + index) ?? Number.NaN),
  };
}

/** Is one measure another's of an earlier period, its running total, or its sum over the last few? */
function isMadeOf(whole: ReadonlyMap<string, Run>, part: ReadonlyMap<string, Run>, isDenied: boolean): boolean {
  const pairs = [...whole].flatMap(([key, own]) => {
    const other = part.get(key);
    return other ? [{ own, other }] : [];
  });
  const at = ({ first, values }: Run, index: number) => values[index - first] ?? Number.NaN;
  const rise = (run: Run, index: number) => at(run, index) - at(run, index - 1);
  const agree = (
    left: (pair: (typeof pairs)[number], index: number) => number,
    right: (pair: (typeof pairs)[number], index: number) => number,
    restarts: boolean,
  ) => {
    let [held, failed, bits] = [0, 0, -Math.log2(2 * longest)];
    const seen = new Set<number>();
    for (const pair of pairs) {
      for (let index = pair.own.first; index < pair.own.first + pair.own.values.length; index += 1) {
        const [one, two] = [left(pair, index), right(pair, index)];
        if (Number.isNaN(one - two) || (one === 0 && two === 0)) continue;
        if (one !== two) {
          failed += 1;
          continue;
        }
        held += 1;
        if (!seen.has(one)) bits += Math.log2(1 + Math.abs(one));
        seen.add(one);
      }
    }
    return (
      bits >= (isDenied ? enoughAgainstDenial : enoughBits) &&
      held > 2 &&
      held >= failed * (restarts ? 1 : fewestHeldForOneFailed)
    );
  };
  if (
    agree(
      ({ own }, index) => rise(own, index),
      ({ other }, index) => at(other, index),
      true,
    )
  )
    return true;
  // Further back there is nothing of the other.
  const furthest = pairs.reduce(
    (most, { own, other }) => Math.max(most, own.first + own.values.length - 1 - other.first),
    0,
  );
  for (let back = 1; back <= Math.min(longest, furthest); back += 1) {
    if (
      agree(
        ({ own }, index) => at(own, index),
        ({ other }, index) => at(other, index - back),
        false,
      )
    )
      return true;
    if (back === 1) continue;
    const change = ({ other }: (typeof pairs)[number], index: number) => at(other, index) - at(other, index - back);
    if (agree(({ own }, index) => rise(own, index), change, false)) return true;
  }
  return false;
}
