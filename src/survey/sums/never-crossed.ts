import { type Dataset, type DatasetSpec, isAdditive, type Observation } from "../../dataset/index.ts";
import { type Remarks, someOf } from "../remarks.ts";

/** A category of all that stands with that of another dimension alone, and this one with it: `All` of a characteristic, and `All` of its answers. */
interface AllOfBoth {
  readonly dimension: string;
  readonly whole: string;
  readonly beside: string;
}

/**
 * A definition that says what its data never has to be not available, where nobody said it: that is no zero where rows were never crossed, a total beside a total alone or
 * what lies in one of the others each. Undefined where it has nothing to say.
 */
export function withNeverCrossed(
  spec: DatasetSpec,
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): DatasetSpec | undefined {
  const isSparse = dataset.diagnostics.some(({ code }) => code === "sparse-counts");
  const why = isSparse ? whyNotCrossed(spec.dimensions, dataset) : undefined;
  if (why === undefined) return undefined;
  const measures = Object.entries(spec.measures).map(([id, own]) => {
    if (own.statType !== "count" || own.absent !== undefined) return [id, own] as const;
    remarks.add(`measures.${id}.absent`, why);
    return [id, { ...own, absent: "not-available" as const }] as const;
  });
  return { ...spec, measures: Object.fromEntries(measures) };
}

function whyNotCrossed(dimensions: DatasetSpec["dimensions"], dataset: Dataset): string | undefined {
  const { observations } = dataset;
  const ids = idsOf(dimensions);
  const all = allOfBoth(ids, observations);
  if (all)
    return `"${dataset.category(all.dimension, all.whole)?.label}" stands with one category of "${dimensions[all.beside]?.label}" alone: what is not there was not told apart, and is no zero.`;
  for (const inner of ids)
    for (const outer of ids)
      if (inner !== outer && liesIn(observations, inner, outer))
        return `Each of "${dimensions[inner]?.label}" stands with one of "${dimensions[outer]?.label}" alone: with the others it is not there, and no zero.`;
  return undefined;
}

const idsOf = (dimensions: DatasetSpec["dimensions"]): readonly string[] =>
  Object.entries(dimensions).flatMap(([id, { role }]) => (role === "time" ? [] : [id]));

/** The categories of one dimension that each category of another stands with. */
function besideOf(
  observations: readonly Observation[],
  one: string,
  other: string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { at } of observations) {
    const [own, beside] = [at[one], at[other]];
    if (own !== undefined && beside !== undefined) found.set(own, (found.get(own) ?? new Set()).add(beside));
  }
  return found;
}

/** Whether several of one dimension stand with each of another, and each with that alone. */
function liesIn(observations: readonly Observation[], inner: string, outer: string): boolean {
  const beside = besideOf(observations, inner, outer);
  const outers = new Set([...beside.values()].flatMap((own) => [...own]));
  return outers.size > 1 && beside.size > outers.size && [...beside.values()].every(({ size }) => size === 1);
}

/** The one category of a dimension that stands with one of another alone, and that with it, where the others of both stand with several. */
function allOfBoth(ids: readonly string[], observations: readonly Observation[]): AllOfBoth | undefined {
  for (const dimension of ids)
    for (const beside of ids) {
      if (dimension === beside) continue;
      const own = besideOf(observations, dimension, beside);
      const other = besideOf(observations, beside, dimension);
      const [only, further] = [...own].filter(([, { size }]) => size === 1);
      const [whole, with_] = only ?? [];
      const [partner] = with_ ?? [];
      const isMutual = partner !== undefined && other.get(partner)?.size === 1;
      if (whole !== undefined && !further && isMutual && own.size > 2 && other.size > 2)
        return { dimension, whole, beside };
    }
  return undefined;
}

/**
 * Says of categories each of which comes to nearly all of their total, in the rows of another dimension, that they are the same again, told apart in other ways.
 */
export function remarkOnOverlaps(
  dimensions: DatasetSpec["dimensions"],
  { dataset, remarks }: { readonly dataset: Dataset; readonly remarks: Remarks },
): void {
  const ids = idsOf(dimensions);
  const { measures } = dataset.definition.spec;
  const known = dataset.observations.filter(
    ({ measure }) => measures[measure] !== undefined && isAdditive(measures[measure]),
  );
  const all = allOfBoth(ids, known);
  if (!all) return;
  const ofAll = known.filter(({ at }) => at[all.dimension] === all.whole);
  for (const id of ids.filter((own) => own !== all.dimension && own !== all.beside)) {
    const sums = [...sumsBy(ofAll, id).values()];
    const [most, least] = [Math.max(...sums), Math.min(...sums)];
    if (sums.length > 1 && least > 0 && most - least <= most * rounded)
      remarks.keepApart(`dimensions.${id}`, "the same people again", eachIsAll);
  }
  // Either of both may be the one whose categories are alternatives.
  for (const [dimension, beside] of [
    [all.dimension, all.beside],
    [all.beside, all.dimension],
  ] as const) {
    const sums = sumsBy(known, dimension);
    const whole = dimension === all.dimension ? all.whole : wholeBeside(known, all);
    const total = sums.get(whole) ?? 0;
    const parts = [...sums].filter(([id]) => id !== whole);
    if (
      parts.length < 2 ||
      total <= 0 ||
      !parts.every(([, sum]) => sum > total * nearlyAll && sum < total * hardlyMore)
    )
      continue;
    const labels = parts.map(([id]) => dataset.category(dimension, id)?.label ?? id);
    const field = `dimensions.${dimension}`;
    // What was said of their sum is not so.
    const left = remarks.all
      .get(field)
      ?.replace(/ ?Its categories add up to (?:less|more) than "[^"]*": [^.]*\./u, "")
      .trim();
    if (left === "") remarks.remove(field);
    else if (left !== undefined) remarks.replace(field, left);
    remarks.keepApart(
      field,
      "the same people again",
      `${someOf(labels)}: each comes to nearly all of "${dataset.category(dimension, whole)?.label}" by itself, over "${dimensions[beside]?.label}": the same again, told apart in another way. Add up none across them.`,
    );
    return;
  }
}
const eachIsAll =
  "Each of these has as much as any other in all: the same again, grouped in another way. Add up none across them.";
/** What figures rounded each for itself may differ by. */
const rounded = 0.005;

/** What the known figures of each category of a dimension come to. */
function sumsBy(figures: readonly Observation[], dimension: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { at, cell } of figures) {
    const id = at[dimension] ?? "";
    if (cell.state === "value") sums.set(id, (sums.get(id) ?? 0) + cell.value);
  }
  return sums;
}

/** Some of each is hidden or rounded. */
const [nearlyAll, hardlyMore] = [0.8, 1.1];

const wholeBeside = (observations: readonly Observation[], { dimension, whole, beside }: AllOfBoth): string =>
  observations.find(({ at }) => at[dimension] === whole)?.at[beside] ?? "";
