import {
  type Dataset,
  type DatasetSpec,
  type DimensionSpec,
  isAdditive,
  isMeasured,
  type MeasureSpec,
} from "../dataset/index.ts";
import { isCurrencyName, isMoney } from "./measures/guess-unit.ts";
import { perWhat, saysAll, saysAmount, saysAverage, saysNumber } from "./measures/measure-kind.ts";
import { summedBelow, summedOverTime } from "./measures/one-measure.ts";
import { currency } from "./measures/units-of-money.ts";
import { guessedFrom, type Remarks } from "./remarks.ts";
import { figuresByRow } from "./sums/figures-by-row.ts";

type Dimensions = Readonly<Record<string, DimensionSpec>>;

interface EvidenceInput {
  readonly dataset: Dataset;
  /** As they are known by now: their totals, and what holds what. */
  readonly dimensions: Dimensions;
  readonly remarks: Remarks;
}

/**
 * Measures without that they add up where neither figures nor words show it: the unit alone, kg or pounds, says it of no average. Of those whose total is
 * their sum, and of which nothing else says that they are amounts, it is remarked; and of amounts by a word that is as good for what one of something has,
 * `Income (£)`, that they may be none.
 */
export function withProvenSums({ dataset, dimensions, remarks }: EvidenceInput): DatasetSpec["measures"] {
  const { measures, title } = dataset.definition.spec;
  const means = Object.entries(measures).filter(
    ([, { statType, unit }]) => isMeasured({ statType }) && unit.other !== "%",
  );
  if (means.length === 0) return measures;
  const summed = measuresWithSums(dataset, new Set(means.map(([id]) => id)), dimensions);
  const unproven = new Set<string>();
  const among = means.flatMap(([id, spec]) => (isAdditive(spec) ? [id] : []));
  const amountsBy = (isAmount: (spec: MeasureSpec) => boolean) =>
    withTheirParts(dataset, { amounts: means.flatMap(([id, spec]) => (isAmount(spec) ? [id] : [])), among });
  const amounts = amountsBy((spec) => isSaidAmount(spec, title));
  const sure = amountsBy((spec) => isSurelyAmount(spec, title));
  for (const [id, spec] of means) {
    const said = remarks.all.get(`measures.${id}.statType`);
    if (said?.includes(summedBelow) || said?.includes(summedOverTime)) continue;
    // Of money beside amounts in the same unit, `Wages` beside `Costs`, it is said that it was taken for no amount.
    if (!isAdditive(spec) && !summed.has(id) && said === undefined && isMoneyBeside(id, measures, amounts))
      remarks.add(`measures.${id}.statType`, nothingSaysSum);
    if (isAdditive(spec) === summed.has(id)) continue;
    const isSure = sure.has(id) || isBesideAmounts(id, measures, sure);
    const isUnproven = !isSure && !amounts.has(id) && !isBesideAmounts(id, measures, amounts);
    if (summed.has(id)) remarks.also(`measures.${id}.statType`, totalIsSum);
    else if (
      isUnproven ||
      (!isSure && isSmallMoney(dataset, id)) ||
      isAlikeEverywhere(id, { dataset, dimensions, isSure })
    ) {
      unproven.add(id);
      remarks.also(`measures.${id}.statType`, nothingSaysSum);
    } else if (!isSure) remarks.also(`measures.${id}.statType`, mayBeOfOne);
  }
  return Object.fromEntries(
    Object.entries(measures).map(([id, { additive, ...rest }]) => [
      id,
      additive === undefined || unproven.has(id) ? rest : { ...rest, additive },
    ]),
  );
}

const isSaidAmount = ({ label, unit }: MeasureSpec, title: string): boolean =>
  (saysAmount(label) || saysNumber(label) || saysAmount(`${unit.other} ${title}`)) && !saysAverage(`${label} ${title}`);

/** Whether words say that figures are all that there is: a total, an amount, how much was made of it, or so many millions. */
const isSurelyAmount = ({ label, unit }: MeasureSpec, title: string): boolean =>
  (saysAll(label) || saysAll(unit.other) || /\b(?:totals?|amounts?|sums?|numbers?)\b/iu.test(title)) &&
  !saysAverage(`${label} ${title}`);

/** In so many areas or more, money of less than so much that differs by less than so many times is no amount: places are not of one size, and what people get is. */
const [fewestAreas, mostOfOne, timesAlike] = [30, 1_000_000, 2.5];
/** Of so many areas, countries say, some have a hundred times as much as others, where they have it in all. */
const [fewestCountries, timesOfCountries] = [100, 100];

/** Whether money is much the same in nearly all areas, as `Gross income` is where it is that of one person. */
function isAlikeEverywhere(
  id: string,
  { dataset, dimensions, isSure }: Pick<EvidenceInput, "dataset" | "dimensions"> & { readonly isSure: boolean },
): boolean {
  const [area] = Object.entries(dimensions).flatMap(([key, { role }]) => (role === "area" ? [key] : []));
  const unit = dataset.definition.spec.measures[id]?.unit.other ?? "";
  if (area === undefined || !(isCurrencyName(unit) || unit === currency.other)) return false;
  const known = dataset.observations.filter(({ measure, cell }) => measure === id && cell.state === "value");
  const areas = new Set(known.map(({ at }) => at[area]));
  const values = known.flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : [])).toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [0.1, 0.9].map((part) => values[Math.floor((values.length - 1) * part)]);
  const times = !isSure && unit === currency.other && areas.size >= fewestCountries ? timesOfCountries : timesAlike;
  return areas.size >= fewestAreas && low > 0 && high < mostOfOne && high < low * times;
}

/** No more than so much of money whose currency nothing tells may as well be percentages or scores: `Income independence`. */
const mostOfHundred = 100;

/** Whether figures that were taken for money in some currency are no more than percentages are. */
function isSmallMoney(dataset: Dataset, id: string): boolean {
  const isUnknown = dataset.definition.spec.measures[id]?.unit.other === currency.other;
  return (
    isUnknown &&
    dataset.observations.every(
      ({ measure, cell }) => measure !== id || cell.state !== "value" || Math.abs(cell.value) <= mostOfHundred,
    )
  );
}

/** Whether a measure that does not say so itself stands beside amounts alone, in its unit: `Drawn in year` beside `Loan amount` and `Balance`. */
function isBesideAmounts(id: string, measures: DatasetSpec["measures"], amounts: ReadonlySet<string>): boolean {
  const [own, ...others] = [
    measures[id] as MeasureSpec,
    ...Object.keys(measures).filter(
      (other) =>
        other !== id &&
        measures[other] !== undefined &&
        isMeasured(measures[other]) &&
        measures[other].unit.other === measures[id]?.unit.other,
    ),
  ];
  return !saysAverage(own.label) && others.length > 0 && others.every((other) => amounts.has(other));
}

/** Whether money that no word calls an average or for each of something stands beside amounts in its unit. */
function isMoneyBeside(id: string, measures: DatasetSpec["measures"], amounts: ReadonlySet<string>): boolean {
  const { label = "", unit } = measures[id] ?? {};
  const isPlain = unit !== undefined && isMoney(unit) && perWhat(label) === undefined && !saysAverage(label);
  return isPlain && [...amounts].some((other) => measures[other]?.unit.other === unit.other);
}

/** So many rows show that two columns come to a third, of the first so many; among more columns nobody looks for it. */
const [fewestRows, mostRows, mostColumns] = [8, 500, 16];
/** What figures with two decimals are rounded to. */
const cent = 0.011;

/** Amounts, with the measures that make one of them, or a part of one, with one more: what a grant is made of is paid as the grant is. */
function withTheirParts(
  dataset: Dataset,
  { amounts, among }: { readonly amounts: readonly string[]; readonly among: readonly string[] },
): ReadonlySet<string> {
  const known = new Set(amounts);
  if (known.size === 0 || among.every((id) => known.has(id)) || among.length > mostColumns) return known;
  const rows = figuresByRow(dataset, new Set(among)).slice(0, mostRows);
  const pairs = among.flatMap((one, at) => among.slice(at + 1).map((other) => [one, other] as const));
  const makes = (whole: string, [one, other]: readonly [string, string]): boolean => {
    const all = rows.flatMap(({ values }) => {
      const [sum = 0, part = 0, rest = 0] = [values.get(whole), values.get(one), values.get(other)];
      return part === 0 || rest === 0 ? [] : [Math.abs(sum - part - rest) <= Math.max(cent, Math.abs(sum) * nearness)];
    });
    return all.length >= fewestRows && all.filter(Boolean).length >= all.length * mostlySums;
  };
  const sums = among.flatMap((whole) =>
    pairs.filter((pair) => !pair.includes(whole) && makes(whole, pair)).map((pair) => ({ whole, pair })),
  );
  // What makes a part of an amount is one, too.
  for (let before = 0; before !== known.size; ) {
    before = known.size;
    for (const { whole, pair } of sums) if (known.has(whole)) for (const id of pair) known.add(id);
  }
  return known;
}

const nothingSaysSum = guessedFrom(
  "its heading",
  "Not added up: its heading names no amounts, and no total that is read is the sum of the others: add additive: true where they are amounts.",
);
const mayBeOfOne = guessedFrom(
  "its name",
  "That it adds up is a guess: take additive out where it is a mean, a rate, or what there is for each of someone.",
);
const totalIsSum = guessedFrom(
  "its heading",
  "No amounts by their heading, yet the total is the sum of the others: add additive: true where they are.",
);

/** How far a total may be from the sum of the others, as a part of it, where each is rounded for itself. */
const nearness = 0.005;
/** So many of the totals have to be sums, and so many parts has one that shows it. */
const [mostlySums, fewestParts] = [0.8, 3];

/** The measures of which a total is the sum of the others. */
function measuresWithSums(dataset: Dataset, among: ReadonlySet<string>, dimensions: Dimensions): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [dimension, own] of Object.entries(dimensions)) {
    const total = own.role === "time" ? undefined : own.total;
    const whole = total === undefined ? undefined : dataset.category(dimension, total)?.id;
    if (own.role === "time" || whole === undefined) continue;
    const held = new Set(Object.values(own.holds ?? {}).flat());
    const totals = new Map<string, { sums: number; all: number }>();
    for (const { measure, values } of familiesOf(dataset, among, dimension)) {
      const all = values.get(whole);
      const parts = [...values].flatMap(([id, value]) => (id === whole || held.has(id) ? [] : [value]));
      if (!all || parts.length < fewestParts) continue;
      const known = totals.get(measure) ?? { sums: 0, all: 0 };
      const sum = parts.reduce((sum, value) => sum + value, 0);
      const isSum = Math.abs(all - sum) <= Math.abs(all) * nearness;
      totals.set(measure, { sums: known.sums + (isSum ? 1 : 0), all: known.all + 1 });
    }
    for (const [measure, { sums, all }] of totals) if (sums >= all * mostlySums) found.add(measure);
  }
  return found;
}

export interface Family {
  readonly measure: string;
  /** By category. */
  readonly values: ReadonlyMap<string, number>;
}

/** The known figures of measures by the categories of a dimension, for each combination of all else. */
export function familiesOf(dataset: Dataset, among: ReadonlySet<string>, dimension: string): readonly Family[] {
  const families = new Map<string, { measure: string; values: Map<string, number> }>();
  for (const { measure, at, cell } of dataset.observations) {
    const id = at[dimension];
    if (!among.has(measure) || id === undefined || cell.state !== "value") continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([other]) => other !== dimension)]);
    const family = families.get(key) ?? { measure, values: new Map<string, number>() };
    families.set(key, family);
    family.values.set(id, cell.value);
  }
  return [...families.values()];
}

/** Figures of two kinds differ by so many times, in what lies in their midst. */
const timesApart = 50;
/** So many figures of each show what they are like, and of more kinds than these nobody makes measures. */
const [fewestOfKind, mostKinds] = [3, 12];

/** What the figures of a category are like. */
interface Likeness {
  readonly label: string;
  readonly middle: number;
  readonly hasNegative: boolean;
}

/**
 * Says of categories whose figures are unlike that they may be measures: prices beside changes of these, numbers of deaths beside rates. Counts of what is
 * common and what is rare differ by as much, and amounts too.
 */
export function doubtCategories({ dataset, dimensions, remarks }: EvidenceInput): void {
  const { measures } = dataset.definition.spec;
  const means = Object.entries(measures).filter(([, spec]) => !isAdditive(spec));
  for (const [dimension, { role }] of Object.entries(dimensions)) {
    const kinds = dataset.categories(dimension);
    if (role !== "category" || kinds.length < 2 || kinds.length > mostKinds) continue;
    for (const [measure] of means) {
      const unlike = unlikeAmong(likenessesOf(dataset, { measure, dimension }));
      if (!unlike) continue;
      remarks.keepApart(`dimensions.${dimension}`, "unlike figures", mayBeMeasures(unlike));
      break;
    }
  }
}

const mayBeMeasures = ([one, other]: readonly [Likeness, Likeness]): string =>
  guessedFrom(
    "its figures",
    `Figures of "${one.label}" and of "${other.label}" are unlike: where they are of other kinds or units, make each a measure, by layout.long.`,
  );

/** Two categories of which one has figures below zero and the other has none, or of which one is so many times the other. */
function unlikeAmong(all: readonly Likeness[]): readonly [Likeness, Likeness] | undefined {
  const bySize = all.filter(({ middle }) => middle > 0).toSorted((a, b) => b.middle - a.middle);
  const [first, last] = [bySize[0], bySize.at(-1)];
  if (first && last && first.middle > last.middle * timesApart) return [first, last];
  const signed = all.find(({ hasNegative }) => hasNegative);
  const unsigned = bySize.find(({ hasNegative }) => !hasNegative);
  const isOther = signed && unsigned && unsigned.middle > signed.middle * timesUnsigned;
  return isOther ? [unsigned, signed] : undefined;
}
/** What never falls below zero, and is so many times what does, is hardly the same. */
const timesUnsigned = 10;

function likenessesOf(
  dataset: Dataset,
  { measure, dimension }: { readonly measure: string; readonly dimension: string },
): readonly Likeness[] {
  const values = new Map<string, number[]>();
  for (const { measure: own, at, cell } of dataset.observations) {
    const id = at[dimension];
    if (own !== measure || id === undefined || cell.state !== "value") continue;
    const known = values.get(id) ?? [];
    values.set(id, known);
    known.push(cell.value);
  }
  return [...values].flatMap(([id, own]) => {
    if (own.length < fewestOfKind) return [];
    const sizes = own.map(Math.abs).sort((a, b) => a - b);
    return {
      label: dataset.category(dimension, id)?.label ?? id,
      middle: sizes[Math.floor(sizes.length / 2)] ?? 0,
      hasNegative: own.some((value) => value < 0),
    };
  });
}
