import { type Dataset, isMeasured, type MeasureSpec } from "../../dataset/index.ts";
import { guessedFrom, type Remarks, someOf } from "../remarks.ts";
import { saysNumber } from "./measure-kind.ts";

type Measures = Readonly<Record<string, MeasureSpec>>;

/** What is hidden of counts: so few of anything. */
const [fewest, few] = [1, 4];

/**
 * Measures with means that are hidden where the count is that they are of, by their names: the mean age of one victim is the age of somebody. With the other
 * means and amounts that stand beside small counts, of which it is asked what they are of.
 */
export function withMeansOfFew(
  measures: Measures,
  dataset: Dataset,
  remarks: Remarks,
): { readonly measures: Measures; readonly unknown: readonly string[] } {
  const counts = Object.keys(measures).filter((id) => measures[id]?.statType === "count");
  const placesOf = placesByMeasure(dataset, counts);
  const isBeside = (id: string) =>
    counts.some((count) => [...(placesOf(id) ?? [])].some((place) => placesOf(count)?.has(place)));
  const means = Object.entries(measures).filter(
    ([id, { statType, numerator }]) => isMeasured({ statType }) && numerator === undefined && isBeside(id),
  );
  const unknown: string[] = [];
  const isMoreThan = (id: string, count: string) => isNumberOfMore(id, { count, dataset });
  const own = means.map(([id, spec]) => {
    const numerator = counts.find((count) => {
      const own = measures[count] as MeasureSpec;
      return isOf(spec.label, own) && areBelowOne(spec.label, own.label) && !isMoreThan(id, count);
    });
    if (numerator === undefined) {
      unknown.push(id);
      return [id, spec] as const;
    }
    remarks.also(`measures.${id}.numerator`, hiddenWith(measures[numerator]?.label ?? numerator));
    return [id, { ...spec, numerator }] as const;
  });
  return { measures: own.length === 0 ? measures : { ...measures, ...Object.fromEntries(own) }, unknown };
}

/** Asks what means and amounts beside small counts are of, of those that are not left out. */
export function askWhatMeansAreOf(unknown: readonly string[], measures: Measures, remarks: Remarks): void {
  const labels = unknown.flatMap((id) => measures[id]?.label ?? []);
  if (labels.length > 0) remarks.also("disclosure", shownBeside(labels));
}

/** Where counts are small, and where other measures have figures. */
function placesByMeasure({ observations, definition }: Dataset, counts: readonly string[]) {
  const ids = Object.keys(definition.spec.dimensions);
  const places = new Map<string, Set<string>>();
  for (const { measure, at, cell } of observations) {
    const isSmall = cell.state === "value" && cell.value >= fewest && cell.value <= few;
    if (counts.includes(measure) ? !isSmall : cell.state !== "value") continue;
    const own = places.get(measure) ?? new Set();
    places.set(measure, own.add(JSON.stringify(ids.map((id) => at[id]))));
  }
  return (id: string) => places.get(id);
}

/** Whether what is counted is what a mean is of: `Mean age of victims` beside victims; not `Referrals per day` beside referrals. */
function isOf(label: string, { unit }: MeasureSpec): boolean {
  const words = label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
  const { of } = /\b(?:of|for|per|among|by)\b(?<of>.*)$/u.exec(words)?.groups ?? {};
  return (
    of !== undefined &&
    [unit.one, unit.other].some((name) => /^\p{L}/u.test(name) && `${of} `.includes(` ${name.toLowerCase()} `))
  );
}

/**
 * Whether a measure is a number of things in thousands or the like, by its name, and more than a count in each row that has both: `Households in area`, of which no
 * count beside them is the whole.
 */
function isNumberOfMore(
  id: string,
  { count, dataset: { observations, definition } }: { readonly count: string; readonly dataset: Dataset },
): boolean {
  const { [id]: spec } = definition.spec.measures;
  if (spec?.additive !== true || !saysNumber(spec.label)) return false;
  const { scale = "" } = /^(?<scale>thousand|million)\b/u.exec(spec.unit.other)?.groups ?? {};
  const times = scale === "million" ? 1_000_000 : scale === "thousand" ? 1000 : 1;
  const counted = new Map<string, number>();
  const keyOf = (at: Dataset["observations"][number]["at"]) =>
    JSON.stringify(Object.keys(definition.spec.dimensions).map((own) => at[own]));
  for (const { measure, at, cell } of observations)
    if (measure === count && cell.state === "value") counted.set(keyOf(at), cell.value);
  const pairs = observations.flatMap(({ measure, at, cell }) => {
    const other = measure === id && cell.state === "value" ? counted.get(keyOf(at)) : undefined;
    return other === undefined || cell.state !== "value" ? [] : [cell.value * times > other];
  });
  return pairs.length > 0 && pairs.every(Boolean);
}

/** Whether both stand below one heading, where each stands below any: a rate of all deaths is made of no deaths of one cause. */
function areBelowOne(label: string, other: string): boolean {
  const [above, otherAbove] = [label, other].map((text) => /^(?<above>.+): /u.exec(text)?.groups?.above);
  return above === undefined || otherAbove === undefined || above === otherAbove;
}

const hiddenWith = (label: string): string =>
  guessedFrom("its name", `Of what "${label}" counts, and hidden where that is: of one alone it says what is theirs.`);

const shownBeside = (labels: readonly string[]): string =>
  `${someOf([...labels].sort())}: shown where the counts beside them are hidden. If they are of the same people, leave them out, or say that count as their numerator.`;
