import {
  type Cell,
  categoryId,
  type Dataset,
  type DatasetSpec,
  findDimension,
  groupBy,
  isNotStated,
  isUnitInNames,
  lengthOf,
  type Observation,
  type Period,
} from "../dataset/index.ts";
import { isBound, isPlainTotal, isRank, isRunningTotal, isSampleSize } from "../survey/index.ts";
import { type ComparedPeriods, comparedPeriods } from "./compared-periods.ts";
import { type Happened, happenedPeriods } from "./happened-periods.ts";
import { measureOfTitle } from "./titled-statistic.ts";
import { chosenDimensions } from "./write-briefing.ts";

/** What a first briefing begins with. */
export interface Start extends ComparedPeriods {
  /** The id of the measure that it is about. */
  readonly measure: string;
  /** A category of each dimension that has no total. */
  readonly chosen: Readonly<Record<string, string>>;
  /** The label of the total of each further dimension that has one: charts are of it. */
  readonly totals: Readonly<Record<string, string>>;
  /** The id of an area that has figures there. */
  readonly area: string | undefined;
  /** Whether figures of the measure are hidden or not there. */
  readonly hasGaps: boolean;
  /** The label of the last period with a figure to show, where the latest of all has none. */
  readonly latest: string | undefined;
  /** The periods that the page tells of: forecasts are none of them. */
  readonly happened: Happened;
  /** Whether each figure is taken for a running total up to its period: it is no figure of that period, nor did it rise since the one before. */
  readonly isRunning: boolean;
}

/** Finds the categories for which the latest period has the most figures, so that there is something to see. */
export function chooseStart(dataset: Dataset, spec: DatasetSpec, date?: string): Start {
  const measure = mainMeasure(dataset, spec);
  const [area, time] = [findDimension({ spec }, "area"), findDimension({ spec }, "time")];
  const declared = Object.entries(spec.dimensions).flatMap(([id, own]) =>
    own.role === "category" && own.total !== undefined ? [[id, dataset.category(id, own.total)?.id] as const] : [],
  );
  const happened = happenedPeriods(dataset, measure, date);
  const told = ofFrequency(happened.periods.length > 0 ? happened.periods : dataset.periods(), spec);
  const latest = told.at(-1);
  const isHidden = isHiddenBy(spec);
  const isTold = new Set(told.map(({ id }) => id));
  const all = dataset.observations.filter(
    ({ measure: own, at }) => own === measure && (time === undefined || isTold.has(at[time] ?? "")),
  );
  const seen = withoutOtherUnits(
    all.filter(({ cell }) => cell.state !== "missing" && !isHidden(cell)),
    { spec, measure },
  );
  // Of figures that are all hidden, or not there, the first briefing says so of some; how large they are chooses none.
  const known = seen.length > 0 ? seen : all.map((own) => ({ ...own, cell: notSeen }));
  const whole = known.filter(({ at }) => declared.every(([id, total]) => at[id] === total));
  // Data may have a total of each dimension, and no figure of all totals together.
  const totals = whole.length > 0 ? declared : [];
  const shown = whole.length > 0 ? whole : known;
  const dimensions = [
    ...chosenDimensions(spec.dimensions),
    ...declared.flatMap(([id]) => (totals.length > 0 ? [] : [id])),
  ];
  const current = shown.filter(({ at }) => time === undefined || at[time] === latest?.id);
  const found = current.length > 0 ? current : shown;
  const labelOf = (id: string, at: Readonly<Record<string, string>>) => dataset.category(id, at[id] ?? "")?.label ?? "";
  const saysNothing = saysNothingOf(spec, measure);
  // The sizes of figures in several units say nothing of which of them to begin with.
  const areOfUnits = isUnitInNames(spec.measures[measure]?.unit);
  const isByFile = areOfUnits || liesOnBothSides(all);
  const keyOf = ({ at }: Observation) => JSON.stringify(dimensions.map((id) => labelOf(id, at)));
  const best = mostFrequent(found, keyOf, {
    saysNothing,
    isByFile,
    overTime: toldOverTime(shown, { keyOf, time, areOfUnits }),
    isOfAll: (key) =>
      (JSON.parse(key) as string[]).filter((label, at) =>
        isOfAll(label, spec.dimensions[dimensions[at] ?? ""]?.label ?? ""),
      ).length,
    isPreferred: (key) => (JSON.parse(key) as string[]).some((label) => isNamedIn(spec.title, label)),
  });
  const labels = best === undefined ? [] : (JSON.parse(best) as string[]);
  const chosen = Object.fromEntries(dimensions.flatMap((id, index) => (labels[index] ? [[id, labels[index]]] : [])));
  const chosenThere = found.filter(({ at }) => dimensions.every((id) => labelOf(id, at) === chosen[id]));
  const leaves = new Set(namedAreas(dataset, spec).map(({ id }) => id));
  const areasThere = new Set(chosenThere.map(({ at }) => at[area ?? ""]));
  const inAreas = shown.filter(({ at }) => areasThere.has(at[area ?? ""]));
  const ways = { saysNothing, isByFile };
  const leaf = mostFrequent(inAreas, ({ at }) => (leaves.has(at[area ?? ""] ?? "") ? at[area ?? ""] : undefined), ways);
  const first = leaf ?? mostFrequent(inAreas, ({ at }) => at[area ?? ""], ways);
  const hasGaps = dataset.observations.some(
    ({ measure: own, cell }) => own === measure && (cell.state === "missing" || isHidden(cell)),
  );
  const ofTotals = Object.fromEntries(
    totals.flatMap(([id, total]) => {
      const label = total === undefined ? undefined : dataset.category(id, total)?.label;
      return label === undefined ? [] : [[id, label] as const];
    }),
  );
  const here = shown.filter(
    ({ at }) =>
      dimensions.every((id) => labelOf(id, at) === chosen[id]) && (first === undefined || at[area ?? ""] === first),
  );
  const periodsHere = new Set(here.map(({ at }) => at[time ?? ""]));
  const lastShown = told.findLast(({ id }) => periodsHere.has(id));
  // Of spans of five years and of ten, "latest" says nothing, and it may be a year that goes on: the last one is named.
  const isUnclear = hasUnnamedLengths(dataset, spec);
  const isRunning = isRunningTotal(dataset, measure);
  const isNamed = isUnclear || happened.underWay !== undefined;
  const isLater = latest !== undefined && lastShown !== undefined && (lastShown.id !== latest.id || isNamed);
  return {
    measure,
    chosen,
    totals: ofTotals,
    hasGaps,
    area: first,
    latest: isLater ? lastShown.label : undefined,
    isRunning,
    ...(isLater || isRunning
      ? { isComparable: false }
      : comparedPeriods(dataset, { spec, measure, told, names: Object.values(chosen), date })),
    happened,
  };
}

/** The periods that "latest" may be, where the definition says of which length these are. */
function ofFrequency(periods: readonly Period[], spec: DatasetSpec): readonly Period[] {
  const time = spec.dimensions[findDimension({ spec }, "time") ?? ""];
  const frequency = time?.role === "time" ? time.frequency : undefined;
  const own = periods.filter((period) => frequency === undefined || lengthOf(period) === frequency);
  return own.length > 0 ? own : periods;
}

/** No percentage of anything is as large, but for changes. */
const farAboveAll = 200;

/** Figures without those of categories that are told in another unit, among percentages: 597.6 units of alcohol are no 597.6%. */
function withoutOtherUnits(
  figures: readonly Observation[],
  { spec, measure }: { readonly spec: DatasetSpec; readonly measure: string },
): readonly Observation[] {
  if (spec.measures[measure]?.unit.other !== "%") return figures;
  const beyond = figures.filter(({ cell }) => cell.state === "value" && cell.value > farAboveAll);
  for (const id of chosenDimensions(spec.dimensions)) {
    const others = new Set(beyond.map(({ at }) => at[id]));
    const left = figures.filter(({ at }) => !others.has(at[id]));
    if (others.size > 0 && left.length > 0) return left;
  }
  return figures;
}

const notSeen: Cell = { state: "missing", reason: "unavailable" };

/** Whether periods have several lengths, and the definition says of none of them that it is meant by "latest". */
function hasUnnamedLengths(dataset: Dataset, spec: DatasetSpec): boolean {
  const time = spec.dimensions[findDimension({ spec }, "time") ?? ""];
  const hasFrequency = time?.role === "time" && time.frequency !== undefined;
  return !hasFrequency && new Set(dataset.periods().map(lengthOf)).size > 1;
}

/** The areas that hold no other by the definition, but for those of which the data has no name. */
export function namedAreas(dataset: Dataset, spec: DatasetSpec): ReturnType<Dataset["leaves"]> {
  const area = findDimension({ spec }, "area");
  if (area === undefined) return [];
  const own = spec.dimensions[area];
  const wholes = own === undefined || own.role === "time" ? [] : [own.total, ...Object.keys(own.holds ?? {})];
  const unstated = unstatedArea(spec);
  return dataset.leaves(area).filter(({ id, label }) => label !== unstated && !wholes.includes(id));
}

/** What areas are called of which the data has no name, where it is not all of them: a figure of it is of no area. */
export function unstatedArea(spec: DatasetSpec): string | undefined {
  const area = findDimension({ spec }, "area") ?? "";
  const [own, dimensionLayout] = [spec.dimensions[area], spec.layout?.dimensions?.[area]];
  const blank = typeof dimensionLayout === "object" && "column" in dimensionLayout ? dimensionLayout.blank : undefined;
  const isTotal = own?.role !== "time" && own?.total !== undefined && categoryId(blank ?? "") === own.total;
  return isTotal ? undefined : blank;
}

/** What is called a name where there is none, `(blank)`, `Unknown`, `(row 5)`, or where a question was not asked, `Does not apply`. Nobody begins with it. */
const noName =
  /^\W*(?:(?:does|do|did) not apply|no code required|blank|unknown|not[ -](?:known|stated|specified|recorded|available|applicable|provided)|n\/?a|none|missing|others?)\W*$|^\(row \d+\)$/iu;
/** The id of several areas together, `total-43-forces`, `european-union-27-countries`: no briefing of one area begins with it. */
const ofSeveral = /^(?:total|all|world|oecd|european-union|euro-area|e[ua]-?\d+)\b/u;
/** A key is the id of an area, or a list of names. That of several areas, `total-43-forces`, is none of one. */
const hasNoName = (key: string): boolean =>
  key.startsWith("[")
    ? (JSON.parse(key) as string[]).some((name) => noName.test(name))
    : ofSeveral.test(key) || noName.test(key);

/** Whether a title names a category by several words: `Total factor productivity (11 divided by 25)` is what `Accounts: Total Factor Productivity` is about. */
function isNamedIn(title: string, label: string): boolean {
  const words = (text: string) => (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(" ");
  const own = words(label.replace(/^\d+(?:\.\d+)*\.?\s/u, "").replaceAll(/\s*\([^()]*\)/gu, ""));
  return own.includes(" ") && ` ${words(title)} `.includes(` ${own} `);
}

/** Whether a category is all of a dimension together, by its name: `Total`, and `All industries` of `Industry`. `All inputs` of `Item` is one of them, and what is left of all is not all. */
function isOfAll(label: string, dimension: string): boolean {
  const { what = "" } = /^all (?<what>\p{L}[\p{L} ]*)$/iu.exec(label)?.groups ?? {};
  const stems = (text: string) => (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 4));
  return (
    isPlainTotal(label) || (!/\bothers?\b/iu.test(what) && stems(dimension).some((stem) => stems(what).includes(stem)))
  );
}

/** Whether figures lie on both sides of zero: the highest of them is no larger than the lowest, and a lost sign makes it the highest. */
function liesOnBothSides(figures: readonly Observation[]): boolean {
  const values = figures.flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : []));
  return values.some((value) => value < 0) && values.some((value) => value > 0);
}

/** Whether a figure tells nothing by itself: none of anything, and all of it, as the share of all in the row of all. */
function saysNothingOf({ measures }: DatasetSpec, measure: string): (cell: Cell) => boolean {
  const isInPercent = measures[measure]?.unit.other === "%";
  return (cell) => cell.state === "value" && (cell.value === 0 || (isInPercent && cell.value === 100));
}

/**
 * How much is told over time of what has a key: something, where it has figures of several periods; of several units also for how many, and decimals, with which
 * all of them are told.
 */
function toldOverTime(
  figures: readonly Observation[],
  {
    keyOf,
    time = "",
    areOfUnits,
  }: {
    readonly keyOf: (figure: Observation) => string;
    readonly time: string | undefined;
    readonly areOfUnits: boolean;
  },
): (key: string) => number {
  const periods = new Map<string, Set<string | undefined>>();
  const withDecimals = new Set<string>();
  for (const figure of figures) {
    const key = keyOf(figure);
    const own = periods.get(key) ?? new Set();
    periods.set(key, own.add(figure.at[time]));
    if (figure.cell.state === "value" && !Number.isInteger(figure.cell.value)) withDecimals.add(key);
  }
  return (key) => {
    const count = periods.get(key)?.size ?? 0;
    return areOfUnits && count > 1 ? count + (withDecimals.has(key) ? figures.length : 0) : Number(count > 1);
  };
}

interface WaysToChoose {
  /** Whether a figure tells nothing: what has no others goes last. */
  readonly saysNothing: (cell: Cell) => boolean;
  /** Whether the order of the file decides, where none of the figures is the largest. */
  readonly isByFile: boolean;
  /** How many names of a key are of all. */
  readonly isOfAll?: (key: string) => number;
  readonly isPreferred?: (key: string) => boolean;
  /** How much a key tells over time. */
  readonly overTime?: (key: string) => number;
}

/** Of so many keys, one that is so many times the next is another thing than the others, or a slip: nobody begins with it. */
const [fewestCompared, timesNext] = [4, 50];

/**
 * The key that most figures have; of several, one that is preferred, or that is of all, then the one whose sum is largest, but for one that is out of line with all
 * others, and the first by the alphabet.
 */
function mostFrequent(
  figures: readonly Observation[],
  keyOf: (figure: Observation) => string | undefined,
  {
    saysNothing,
    isByFile,
    isOfAll: ofAllIn = () => 0,
    isPreferred = () => false,
    overTime: overTimeOf = () => 0,
  }: WaysToChoose,
): string | undefined {
  const counts = new Map<string, { count: number; sum: number; says: boolean; position: number }>();
  for (const figure of figures) {
    const key = keyOf(figure);
    if (key === undefined) continue;
    const own = counts.get(key) ?? { count: 0, sum: 0, says: false, position: counts.size };
    counts.set(key, own);
    own.count += 1;
    own.says ||= !saysNothing(figure.cell);
    if (figure.cell.state === "value") own.sum += figure.cell.value;
  }
  const sorted = [...counts]
    .map(([key, own]) => ({
      ...own,
      key,
      isNameless: hasNoName(key),
      isPreferred: isPreferred(key),
      ofAll: ofAllIn(key),
      overTime: overTimeOf(key),
    }))
    .sort(
      (one, other) =>
        Number(one.isNameless) - Number(other.isNameless) ||
        Number(other.says) - Number(one.says) ||
        other.overTime - one.overTime ||
        other.count - one.count ||
        Number(other.isPreferred) - Number(one.isPreferred) ||
        other.ofAll - one.ofAll ||
        (isByFile ? one.position - other.position : other.sum - one.sum) ||
        one.key.localeCompare(other.key, "en"),
    );
  const [first, next] = sorted;
  const isOutOfLine =
    !isByFile &&
    sorted.length >= fewestCompared &&
    first !== undefined &&
    next !== undefined &&
    !first.isPreferred &&
    first.ofAll === 0 &&
    first.count === next.count &&
    next.sum > 0 &&
    first.sum >= next.sum * timesNext;
  return (isOutOfLine ? next : first)?.key;
}

/** Whether a count is one that the definition hides. */
const isHiddenBy =
  ({ disclosure }: DatasetSpec) =>
  (cell: Cell): boolean =>
    cell.state === "suppressed" ||
    (disclosure !== undefined && cell.state === "value" && cell.value >= 1 && cell.value <= 4);

/**
 * The measure that a first briefing is about: of counts, what the first of them is a part of; the first of all where hardly any of them
 * is a count.
 */
function mainMeasure(dataset: Dataset, spec: DatasetSpec): string {
  const isHidden = isHiddenBy(spec);
  const shown = new Set(
    dataset.observations.flatMap(({ measure, cell }) => (cell.state === "missing" || isHidden(cell) ? [] : [measure])),
  );
  const labelOf = (id: string) => spec.measures[id]?.label ?? id;
  const known = Object.keys(spec.measures).filter((id) => shown.has(id));
  const larger = known.length > 1 ? measuresOfLarger(dataset, spec) : new Set<string>();
  const there = known.every((id) => larger.has(id)) ? known : known.filter((id) => !larger.has(id));
  const isOfRanks = (id: string) => isRank(spec.measures[id] ?? { unit: { one: "", other: "" } });
  // `n` beside shares is how many these are of.
  const hasShares = there.some((id) => spec.measures[id]?.statType === "share");
  const isSize = (id: string) => isSampleSize(labelOf(id)) || (hasShares && /^n$/iu.test(labelOf(id).trim()));
  const same = sameNearlyEverywhere(dataset);
  const ofOthers = there.filter((id) => !isSize(id) && !isBound(labelOf(id)) && !isOfRanks(id) && !same.has(id));
  const ids = ofOthers.length > 0 ? ofOthers : there;
  const counted = ids.filter((id) => spec.measures[id]?.statType === "count");
  const ofPeriods = counted.length > 1 ? counted.filter((id) => !isRunningTotal(dataset, id)) : counted;
  const all = ofPeriods.some((id) => !isBase(labelOf(id))) ? ofPeriods : counted;
  const bases = all.filter((id) => isBase(labelOf(id)));
  const counts = bases.length < all.length ? all.filter((id) => !bases.includes(id)) : all;
  // `Total` before `Number` and `Percent` is what these are of.
  const told = ids.some((id) => ofTotal.test(labelOf(id))) ? counts.filter((id) => !/^total$/iu.test(labelOf(id))) : [];
  const subjects = ids.some((id) => !isBase(labelOf(id))) ? ids.filter((id) => !isBase(labelOf(id))) : ids;
  const [first] =
    counts.length * fewOfAll < ids.length ? subjects : saidToCount(told.length > 0 ? told : counts, { labelOf, spec });
  const titled = first && measureOfTitle(spec.title, spec.measures, { first, among: ids });
  const whole = first === undefined ? undefined : wholeOf(titled ?? first, spec, ids);
  return whole === undefined ? (Object.keys(spec.measures)[0] ?? "") : seriesOfAll(whole, spec, ids);
}

/**
 * So many figures that are all the same, or nearly all zero, tell nothing of any: 100% of all who sat, in each subject; no exits in each hour of the
 * night. Of many, little where one figure is half of them: the 10 of most countries on a scale to 10.
 */
const [fewestSame, nearlyAll, fewestAlike, half] = [4, 0.95, 20, 0.5];

function sameNearlyEverywhere(dataset: Dataset): ReadonlySet<string> {
  const told = dataset.observations.flatMap(({ measure, cell }) =>
    cell.state === "value" ? [{ measure, value: cell.value }] : [],
  );
  const found = [...groupBy(told, ({ measure }) => measure)].filter(([, own]) => {
    const counts = new Map<number, number>();
    for (const { value } of own) counts.set(value, (counts.get(value) ?? 0) + 1);
    const most = [...counts.values()].reduce((larger, count) => Math.max(larger, count), 0);
    const isOftenOne = own.length >= fewestAlike && most >= own.length * half;
    const areZero = (counts.get(0) ?? 0) >= own.length * nearlyAll;
    return own.length >= fewestSame && (counts.size === 1 || isOftenOne || areZero);
  });
  return new Set(found.map(([measure]) => measure));
}

/** Of series that are told alike and named part by part, that of all: `Pay, Private and Public, All industries` beside `Pay, Private, Mining`. */
function seriesOfAll(measure: string, { measures }: DatasetSpec, among: readonly string[]): string {
  const partsOf = (id: string) => (measures[id]?.label ?? "").split(/\s*[;,:|]\s+|\s+[-–—]\s+/u);
  const own = partsOf(measure);
  const isAlike = (id: string) =>
    measures[id]?.unit.other === measures[measure]?.unit.other &&
    measures[id]?.statType === measures[measure]?.statType &&
    partsOf(id)[0] === own[0];
  const alike = among.filter(isAlike);
  if (own.length < 2 || alike.length < fewestSeries) return measure;
  const wholesIn = (id: string) =>
    partsOf(id)
      .slice(1)
      .filter((part) => ofAll.test(part)).length;
  const most = Math.max(...alike.map(wholesIn));
  const widest = alike.filter((id) => wholesIn(id) === most);
  const wordsOf = (id: string) => new Set(partsOf(id).flatMap((part) => part.toLowerCase().split(/\s+/u)));
  const holdsAll = (id: string) => widest.every((other) => [...wordsOf(other)].every((word) => wordsOf(id).has(word)));
  if (most === 0) return measure;
  return widest.find(holdsAll) ?? (widest.includes(measure) ? measure : (widest[0] ?? measure));
}

/** So many series are told alike before one of them is taken for that of all. */
const fewestSeries = 3;

/** What a part of a name says that all are in it: `All industries`, `Total`. */
const ofAll = /^(?:all(?: \p{L}+){0,3}|(?:grand )?totals?|both sexes)$/iu;

/** So many times as many areas have figures as these are of. */
const timesAsMany = 3;

/** The measures that are the same in all areas of one region, or in all there are: figures of what holds the areas, by which nobody ranks these. */
function measuresOfLarger(dataset: Dataset, spec: DatasetSpec): ReadonlySet<string> {
  const area = findDimension({ spec }, "area");
  if (area === undefined) return new Set();
  const parents = new Map(dataset.categories(area).map(({ id, parent }) => [id, parent ?? ""]));
  const told = dataset.observations.flatMap(({ measure, at, cell }) =>
    cell.state === "value" ? [{ measure, at, value: cell.value }] : [],
  );
  const beside = (at: Observation["at"]) =>
    JSON.stringify([parents.get(at[area] ?? ""), ...Object.entries(at).filter(([id]) => id !== area)]);
  const found = [...groupBy(told, ({ measure }) => measure)].filter(([, own]) => {
    const groups = [...groupBy(own, ({ at }) => beside(at)).values()];
    return (
      groups.length * timesAsMany <= own.length &&
      groups.every((group) => group.every(({ value }) => value === group[0]?.value))
    );
  });
  return new Set(found.map(([measure]) => measure));
}

/** What a measure is a part of, and that of it, as far as there is one among others. */
function wholeOf(measure: string, spec: DatasetSpec, among: readonly string[]): string {
  const known = new Set([measure]);
  const above = (own: string): string => {
    const ofOwn = spec.sums?.find(({ whole }) => whole === own)?.parts ?? [];
    // What is the sum of single weeks is a part of what is the sum of these and of more, also where no sum has it as one.
    const isWider = (parts: readonly string[]) =>
      ofOwn.length > 0 && parts.length > ofOwn.length && ofOwn.every((part) => parts.includes(part));
    const whole = spec.sums?.find(
      ({ whole, parts }) => (parts.includes(own) || isWider(parts)) && among.includes(whole) && !known.has(whole),
    )?.whole;
    if (whole === undefined) return own;
    known.add(whole);
    return above(whole);
  };
  return above(measure);
}

/**
 * Of counts, those that say what they are the number of, where any does: `Number of deaths` beside `Heroin` and `Cocaine`. A code for a heading says so little
 * that whatever has a unit goes before it.
 */
function saidToCount(
  ids: readonly string[],
  { labelOf, spec }: { readonly labelOf: (id: string) => string; readonly spec: DatasetSpec },
): readonly string[] {
  const said = ids.filter((id) => /^(?:total )?number of \p{L}/iu.test(labelOf(id)));
  const [first] = ids;
  const isUnsure = first !== undefined && isNotStated(spec.measures[first]?.unit) && isCodedLabel.test(labelOf(first));
  const surer = isUnsure ? ids.filter((id) => !isNotStated(spec.measures[id]?.unit)) : [];
  return said.length > 0 ? said : surer.length > 0 ? surer : ids;
}
const isCodedLabel = /^(?!(?:ALL|TOTAL)$)[\p{Lu}\d_]{2,}$/u;

/** What other figures are for: how many people there are, days in a month, or those that a reply covers. No briefing is about it where there is anything else. */
const isBase = (label: string): boolean =>
  /^(?:poblaci[oó]n(?: total)?|popula[cç][aã]o(?: total)?|popolazione(?: totale)?|population totale|einwohner(?:zahl|innen)?|bev[oö]lkerung|bevolking|inwoners|befolkning|habitant(?:e?s|i)|ludno[sś][cć])$|^(?:(?:total|resident|estimated|mid-year) )*(?:pop(?:ulation)?s?(?: estimates?)?|(?:days?|hours?|weeks?|months?)(?: (?:covered|observed|recorded))?|denominator|number of days)$/iu.test(
    label,
  );

/** What is told of a total beside it. */
const ofTotal = /^(?:number|percent(?:age)?|%|share|rate)$/iu;

/** A count among ten other figures was hardly meant to be one. */
const fewOfAll = 10;
