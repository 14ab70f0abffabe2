import {
  categoryId,
  type Dataset,
  type DimensionSpec,
  isMeasured,
  type MeasureSpec,
  type Observation,
} from "../../dataset/index.ts";

/** So many figures have to be the shares that counts make, with so many different ones, where it is no chance; some may be revised. */
const [fewestShares, fewestDifferent, mostly] = [5, 4, 0.9];
/** How far a share that is written in whole numbers, or with decimals, may be from what the counts make. */
const [ofWhole, ofDecimals] = [0.51, 0.06];

const isShare = ({ statType, unit, numerator, denominator }: MeasureSpec): boolean =>
  (statType === "share" || (isMeasured({ statType }) && unit.other === "%")) &&
  (numerator === undefined || denominator === undefined);

/**
 * Measures that are the shares of counts in their own total, `Number` and `Percentage` by month beside a total of the months: with the total they
 * say the counts, also those that are hidden, and nothing hides them there.
 */
export function sharesOfTotals(
  dataset: Dataset,
  dimensions: Readonly<Record<string, DimensionSpec>>,
): readonly string[] {
  const { measures } = dataset.definition.spec;
  const shares = Object.entries(measures).flatMap(([id, own]) => (isShare(own) ? [id] : []));
  const counts = Object.entries(measures).flatMap(([id, own]) => (own.statType === "count" ? [id] : []));
  const wholes = Object.entries(dimensions).flatMap(([id, own]) =>
    own.role === "time" || own.total === undefined ? [] : [{ dimension: id, total: categoryId(own.total) }],
  );
  if (shares.length === 0 || counts.length === 0 || wholes.length === 0) return [];
  const ids = Object.keys(dimensions);
  const keyOf = (measure: string, at: Observation["at"]) => JSON.stringify([measure, ...ids.map((id) => at[id])]);
  const known = new Map<string, number>();
  for (const { measure, at, cell } of dataset.observations)
    if (cell.state === "value" && counts.includes(measure)) known.set(keyOf(measure, at), cell.value);
  const areOf = (share: string, count: string, { dimension, total }: (typeof wholes)[number]): boolean => {
    const own = dataset.observations.filter(({ measure, at }) => measure === share && at[dimension] !== total);
    const pairs = own.flatMap(({ at, cell }) => {
      const part = known.get(keyOf(count, at));
      const whole = known.get(keyOf(count, { ...at, [dimension]: total }));
      if (cell.state !== "value" || part === undefined || whole === undefined || whole === 0) return [];
      return [{ said: cell.value, made: (100 * part) / whole }];
    });
    const within = pairs.every(({ said }) => Number.isInteger(said)) ? ofWhole : ofDecimals;
    const same = pairs.filter(({ said, made }) => Math.abs(said - made) <= within);
    return (
      pairs.length >= fewestShares &&
      same.length >= pairs.length * mostly &&
      new Set(same.map(({ said }) => said)).size >= fewestDifferent
    );
  };
  return shares.filter((share) => counts.some((count) => wholes.some((whole) => areOf(share, count, whole))));
}
