import { type Dataset, isAdditive } from "../../dataset/index.ts";
import { type Family, familiesOf } from "../evidence.ts";

/** More measures than these, and figures, are not looked at. */
const [mostMeasures, mostCompared] = [8, 40];
/** How far a total may be from the sum of others, as a part of it, and in how many of the places where all are known. */
const [nearness, mostlySums] = [0.002, 0.9];
/** So many figures of a total, or of one with so many parts, show that it is no chance. */
const [fewestSums, fewestParts] = [2, 8];
/** Of a total some of whose parts are hidden, so much at most is theirs. */
const mostHidden = 0.1;

interface LeavesInput {
  readonly dimension: string;
  /** The ids of the categories that would stand beside each other. */
  readonly leaves: readonly string[];
}

const familiesAmong = (dataset: Dataset, dimension: string, areOfSums: boolean): readonly Family[] => {
  const { measures } = dataset.definition.spec;
  const own = Object.keys(measures).filter((id) => !areOfSums || (measures[id] && isAdditive(measures[id])));
  return familiesOf(dataset, new Set(own.slice(0, mostMeasures)), dimension);
};

/** Whether the total of a dimension is the sum of its leaves, in nearly all figures: none of them can hold others then. */
export function areSumOfLeaves(
  dataset: Dataset,
  { dimension, total, leaves }: LeavesInput & { readonly total: string | undefined },
): boolean {
  const whole = total === undefined ? undefined : dataset.category(dimension, total)?.id;
  if (whole === undefined || leaves.length < 2) return false;
  const checks = familiesAmong(dataset, dimension, false).flatMap(({ values }) => {
    const all = values.get(whole);
    const parts = leaves.flatMap((leaf) => values.get(leaf) ?? []);
    if (all === undefined || all <= 0 || parts.length < 2) return [];
    const left = all - parts.reduce((sum, value) => sum + value, 0);
    const slack = Math.max(all * nearness, Number.isInteger(all) ? parts.length / 2 : 0);
    const isHidden = parts.length < leaves.length;
    return [
      { isSum: Math.abs(left) <= slack || (isHidden && left > 0 && left <= all * mostHidden), parts: parts.length },
    ];
  });
  const sums = checks.filter(({ isSum }) => isSum);
  const areEnough = sums.length >= fewestSums || sums.some(({ parts }) => parts >= fewestParts);
  return areEnough && sums.length >= checks.length * mostlySums;
}

/** Figures that go no further may be percentages, of which a whole has more than some of its parts and less than others. */
const mostPercent = 100;

/** Whether each of two categories is somewhere more than the other, of all pairs of them, in figures that add up: then none is a part of another. */
export function holdNoneOfEachOther(dataset: Dataset, { dimension, leaves }: LeavesInput): boolean {
  if (leaves.length > mostCompared) return false;
  const counted = familiesAmong(dataset, dimension, true);
  const areBeyond = new Set(
    counted.flatMap(({ measure, values }) => ([...values.values()].some((own) => own > mostPercent) ? [measure] : [])),
  );
  const families = counted.filter(({ measure }) => areBeyond.has(measure));
  const isSomewhereMore = (one: string, other: string) =>
    families.some(({ values }) => (values.get(one) ?? 0) > (values.get(other) ?? Number.POSITIVE_INFINITY));
  return leaves.every((one) => leaves.every((other) => one === other || isSomewhereMore(one, other)));
}

/** One that is so many times the next one is by far the largest; and what is so nearly everywhere is no chance. */
const [timesNext, nearlyAll] = [2, 0.8];
/** Of so many categories, and figures, one that lies between the others everywhere is hardly so by chance. */
const [fewestBetween, mostBetween, fewestPlaces] = [3, 12, 6];

/** Counts that go no further may be percentages. */
const mostOfShares = 100;

/** The figures of one place, from the greatest on. */
type SortedFigures = readonly (readonly [id: string, value: number])[];

const sortedAmong = (families: readonly Family[], own: ReadonlySet<string>): readonly SortedFigures[] =>
  families
    .map(({ values }) => [...values].filter(([id]) => own.has(id)).toSorted(([, a], [, b]) => b - a))
    .filter(({ length }) => length > 1);

/** A category whose figures are like those of a whole of others, if any, and why they are. */
export function likeWholesByFigures(
  dataset: Dataset,
  { dimension, leaves }: LeavesInput,
): { readonly id: string; readonly why: string } | undefined {
  const own = new Set(leaves);
  const known = familiesAmong(dataset, dimension, false);
  const families = sortedAmong(known, own);
  const isMostly = (
    id: string,
    is: (family: SortedFigures) => boolean,
    among: readonly SortedFigures[] = families,
  ): boolean =>
    among.filter((family) => family.some(([other]) => other === id) && is(family)).length >= among.length * nearlyAll;
  const isFar = (id: string) =>
    isMostly(
      id,
      ([first, next]) => first?.[0] === id && (next?.[1] ?? 0) > 0 && first[1] >= (next?.[1] ?? 0) * timesNext,
    );
  const largest = families[0]?.[0]?.[0];
  if (largest !== undefined && isFar(largest)) return { id: largest, why: "by far the largest" };
  // A whole of what adds up is no less than any part of it.
  const { measures } = dataset.definition.spec;
  const adds = ({ measure, values }: Family) => {
    const spec = measures[measure];
    return spec !== undefined && isAdditive(spec) && [...values.values()].some((value) => value > mostOfShares);
  };
  const added = new Set(known.flatMap((family) => (adds(family) ? [family.measure] : [])));
  const others = sortedAmong(
    known.filter(({ measure }) => !added.has(measure)),
    own,
  );
  if (leaves.length < fewestBetween || leaves.length > mostBetween || others.length < fewestPlaces) return undefined;
  const isBetween = (id: string) => (family: SortedFigures) =>
    family.length > 2 && family[0]?.[0] !== id && family.at(-1)?.[0] !== id;
  const between = leaves.filter((id) => isMostly(id, isBetween(id)) && isMostly(id, isBetween(id), others));
  const [only] = between;
  return only !== undefined && between.length === 1 ? { id: only, why: "between the others everywhere" } : undefined;
}
