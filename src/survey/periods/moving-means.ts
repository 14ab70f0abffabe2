import {
  addsOverTime,
  type Dataset,
  type DatasetSpec,
  findDimension,
  groupBy,
  haveOverlap,
  type MeasureSpec,
} from "../../dataset/index.ts";
import { guessedFrom, type Remarks } from "../remarks.ts";

/** Periods that a mean is taken over; of more measures nobody looks at all pairs. */
const [windows, mostMeasures] = [[3, 4, 5, 7, 12, 13, 52], 20] as const;
/** So near to the mean are so many figures, of so many that are clearly none of the period's own: it was rounded, or taken of figures that were revised. */
const [nearness, mostly, fewest] = [0.003, 0.9, 20] as const;

/**
 * Takes measures whose figures are the mean of another over the periods up to each, `4-week average`, for what makes no sum over time, whatever they are called: a
 * mean of counts counts each of them several times.
 */
export function withMovingMeans(
  measures: DatasetSpec["measures"],
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): DatasetSpec["measures"] {
  const ids = Object.keys(measures).filter((id) => addsOverTime(measures[id] as MeasureSpec));
  const time = findDimension(dataset.definition, "time");
  if (time === undefined || ids.length < 2 || ids.length > mostMeasures || haveOverlap(dataset.periods()))
    return measures;
  const series = seriesOf(dataset, time, new Set(ids));
  const found = new Map(
    ids.flatMap((id) => {
      const of = ids.flatMap((other) => {
        const window =
          other === id ? undefined : windows.find((length) => isMeanOf(series, { mean: id, of: other, length }));
        return window === undefined ? [] : [{ other, window }];
      })[0];
      return of ? [[id, of] as const] : [];
    }),
  );
  return Object.fromEntries(
    Object.entries(measures).map(([id, spec]): readonly [string, MeasureSpec] => {
      const own = found.get(id);
      if (!own) return [id, spec];
      remarks.also(`measures.${id}.overTime`, meanOf(measures[own.other]?.label ?? own.other, own.window));
      return [id, { ...spec, overTime: "stock" }];
    }),
  );
}

const meanOf = (label: string, window: number): string =>
  guessedFrom("its figures", `The mean of "${label}" over ${window} periods up to each, which makes no sum over time.`);

/** By place: the figures of each measure, in the order of periods, NaN where there is none. */
type Series = readonly ReadonlyMap<string, Float64Array>[];

function seriesOf(dataset: Dataset, time: string, ids: ReadonlySet<string>): Series {
  const order = new Map(dataset.periods().map(({ id }, index) => [id, index]));
  const known = dataset.observations.filter(({ measure, cell }) => ids.has(measure) && cell.state === "value");
  return [...groupBy(known, ({ at }) => JSON.stringify({ ...at, [time]: "" })).values()].map((own) => {
    const all = new Map<string, Float64Array>();
    for (const { measure, at, cell } of own) {
      const values = all.get(measure) ?? new Float64Array(order.size).fill(Number.NaN);
      all.set(measure, values);
      if (cell.state === "value") values[order.get(at[time] ?? "") ?? -1] = cell.value;
    }
    return all;
  });
}

/** Whether figures are the means of others up to each period, where these are clearly other than the period's own. */
function isMeanOf(
  all: Series,
  { mean, of, length }: { readonly mean: string; readonly of: string; readonly length: number },
): boolean {
  let [held, failed] = [0, 0];
  for (const own of all) {
    const [means, values] = [own.get(mean), own.get(of)];
    if (!means || !values) continue;
    for (let at = length - 1; at < values.length; at += 1) {
      const window = values.subarray(at - length + 1, at + 1);
      const expected = window.reduce((sum, value) => sum + value, 0) / length;
      const [figure, last] = [means[at] as number, values[at] as number];
      if (Number.isNaN(expected) || Number.isNaN(figure) || expected <= 0) continue;
      if (Math.abs(last - expected) <= 3 * nearness * expected) continue;
      if (Math.abs(figure - expected) <= nearness * expected) held += 1;
      else failed += 1;
    }
    if (failed > fewest && held < failed) return false;
  }
  return held >= fewest && held >= (held + failed) * mostly;
}
