import {
  categoryId,
  type DataInput,
  type Dataset,
  type DatasetSpec,
  type DimensionSpec,
  defineDataset,
  type Frequency,
  findDimension,
  findUndeclaredSums,
  groupBy,
  hasUndeclaredSums,
  isAdditive,
  isFrequency,
  lengthOf,
  type MeasureSpec,
  type Period,
  readDataset,
  type SumSpec,
  someObservation,
} from "../dataset/index.ts";
import { BriefingError, defined } from "../diagnostics/index.ts";
import { withoutNamedWholes } from "./areas/named-wholes.ts";
import { withoutResidualAreas } from "./areas/residual-areas.ts";
import { withoutSummedAreas } from "./areas/summed-areas.ts";
import { doubtCategories, withProvenSums } from "./evidence.ts";
import type { DefinitionGuess } from "./guess-definition.ts";
import { findDenominators } from "./measures/find-denominators.ts";
import { askWhatMeansAreOf, withMeansOfFew } from "./measures/means-of-few.ts";
import { countsThings } from "./measures/things.ts";
import { mendGuess } from "./mend-guess.ts";
import { byCoarserPeriods } from "./periods/coarser-periods.ts";
import { saysForecast } from "./periods/forecasts.ts";
import { createRemarks, guessedFrom, isGuessed, type Remarks, togetherOnMeasures } from "./remarks.ts";
import { createShowing, type Showing } from "./showing.ts";
import { markBalances } from "./sums/balances.ts";
import { mayBeChance, withRefusedDeclared } from "./sums/declare-refused.ts";
import { ofLatest, ofTotals } from "./sums/fewer-rows.ts";
import { takeBackAnswered } from "./sums/further-totals.ts";
import { findGiveaways, type Giveaway, sharesOfFew, shownGiveaways } from "./sums/giveaways.ts";
import { fieldOfLeftOut, type LeavingInput, leaveOutSums, withoutMeasure } from "./sums/leave-out-sums.ts";
import { mayAddUp } from "./sums/may-add-up.ts";
import { takeBackHeld } from "./sums/parts-by-name.ts";
import { withPossibleSums } from "./sums/protect-possible-sums.ts";
import { remarkOnRoundedSums } from "./sums/rounded-sums.ts";
import { roundingBase, roundingSlack } from "./sums/rounding-base.ts";
import { sharesOfTotals } from "./sums/shares-of-totals.ts";
import { sumsInSomeRows } from "./sums/sums-in-some-rows.ts";
import { figuresBeside, isSum, thinWholes } from "./sums/thin-wholes.ts";
import { isNoSum, type Tilings, tilingOf } from "./sums/tilings.ts";
import { namesInColumn, totalsOfSome } from "./sums/totals-of-some.ts";
import { isPlainTotal, isTotal } from "./table/survey-column.ts";
import { doubtZeros } from "./table/zeros.ts";

export interface CompleteGuess extends DefinitionGuess {
  /** As the definition reads it, before any protection: for the author's eyes alone. */
  readonly dataset: Dataset | undefined;
  /** What readers see of it: undefined where nothing asked for that. */
  readonly shown: Dataset | undefined;
  /** Why it cannot be read, where it cannot. */
  readonly problems: BriefingError | undefined;
}

/**
 * Reads data by a guess, and adds what only all figures together tell: totals, what holds what, sums of measures, and whether
 * small counts ask for protection. No sum is denied.
 * @param date the day after which periods are still to come, as `2026-11-28`; where absent, none is known to be.
 */
export async function completeGuess(
  { spec: given, alike, rowsAre, remarks: first }: DefinitionGuess,
  data: DataInput,
  date?: string,
): Promise<CompleteGuess> {
  const remarks = createRemarks();
  for (const [field, text] of first) remarks.add(field, text);
  const loose = loosePartsOf(given);
  const mendedFirst = await readMended(loose.length > 0 ? withKnownParts(given, false, remarks) : given, data, remarks);
  const all = await withoutLoose(mendedFirst, loose, { data, remarks });
  // Of several columns of measures, the first are kept before any row is left out.
  const hasSums = createSumsTest();
  const whole = isOfColumns(all.spec) ? all : await withFewerRows(all, { data, hasSums, remarks });
  const told = whole.dataset ? withoutDenominators(whole.spec, whole.dataset, remarks) : undefined;
  const plain = told ? await readGuess(told, data, remarks) : whole;
  const fewer =
    plain.dataset && hasSmallCounts(plain.dataset) ? withFewerMeasures(plain.spec, plain.dataset, hasSums) : undefined;
  if (fewer) remarks.also(fieldOfLeftOut(fewer.spec), fewer.remark);
  const measured = fewer ? await readGuess(withKnownParts(fewer.spec, true, remarks), data, remarks) : plain;
  const fewest = await withFewerRows(measured, { data, hasSums, remarks });
  const read = await withCoarserPeriods(fewest, { data, remarks });
  const { spec, dataset } = read;
  if (!dataset)
    return { spec: given, alike, remarks: first, dataset: undefined, shown: undefined, problems: read.problems };
  const isSmall = read !== fewest || mayBeSmall(dataset, rowsAre);
  remarkOnThings(dataset, isSmall, remarks);
  const found = findUndeclaredSums(dataset, { isProtective: isSmall });
  const dimensions: Record<string, DimensionSpec> = { ...spec.dimensions };
  const tilings = tilingsOf(dataset, isSmall ? dimensions : {});
  const ofCategories = withTilings(found.dimensions, tilings);
  const { across, equal } = declareSums(dimensions, { dataset, found: ofCategories, isSmall, remarks });
  spreadTotals(dimensions, dataset);
  addNearTotals(dimensions, dataset, remarks);
  const proven = ofCategories.flatMap(({ dimension, total }) => (total === undefined ? [] : [dimension]));
  dropTotals(dimensions, { dataset, proven, remarks });
  remarkOnSums(dimensions, { dataset, proven, remarks });
  confirmTotals(dimensions, { dataset, remarks });
  const proved = withProvenSums({ dataset, dimensions, remarks });
  doubtCategories({ dataset, dimensions, remarks });
  markBalances(dimensions, { dataset, isSmall, remarks });
  doubtZeros(dataset, remarks);
  const time = findDimension({ spec }, "time");
  if (time !== undefined) {
    remarkOnRising(dataset, time, remarks);
    remarkOnFuture(dataset, { time, date, remarks });
  }
  const timeSpec = dimensions[time ?? ""];
  const frequency = mostFrequent(dataset.periods());
  if (time !== undefined && timeSpec?.role === "time" && frequency !== undefined) {
    dimensions[time] = { ...timeSpec, frequency };
    remarks.add(
      `dimensions.${time}.frequency`,
      `Periods have several lengths: "latest" and "previous" are of the ${frequency} ones.`,
    );
  }
  const sums = found.measures.map(({ whole, parts }) => ({ whole, parts }));
  remarkOnRoundedSums(dataset, { told: sums, remarks });
  const possibleSums = isSmall ? sumsInSomeRows(dataset).filter((sum) => !isTold(sum, sums)) : [];
  if (possibleSums.length > 0) remarks.add("possibleSums", addUpInSomeRows);
  const { measures, unknown } = isSmall ? withSmallHidden(proved, dataset, remarks) : { measures: proved, unknown: [] };
  const layout = nameBlankTotals(spec, dimensions, { dataset, remarks });
  const complete: DatasetSpec = {
    ...spec,
    dimensions,
    measures,
    ...defined({
      layout,
      sums: sums.length > 0 ? sums : undefined,
      possibleSums: possibleSums.length > 0 ? possibleSums : undefined,
      disclosure: isSmall ? { ...smallHidden, ...publishedRates(measures) } : undefined,
    }),
  };
  const telling = isSmall ? sharesOfTotals(dataset, dimensions) : [];
  if (telling.length > 0) remarks.also(fieldOfLeftOut(spec), remarkOnShares(spec, telling));
  const rows = rowsToLeave(dataset, { dimensions, across, tilings, isSmall });
  const untold = telling.reduce(withoutMeasure, complete);
  const showing = createShowing((own) => readGuess(own, data, createRemarks()));
  const untelling = isSmall
    ? await withoutGiveaways(
        withKnownParts(leaveOutSums(untold, { dataset, ...rows, equal, remarks }), true, remarks),
        findGiveaways(dataset),
        { showing, remarks },
      )
    : complete;
  const leaves = withoutResidualAreas(withoutNamedWholes(untelling, dataset, remarks), dataset, remarks);
  const ranked = withoutSummedAreas(leaves, dataset, remarks);
  const unshared = await withoutSharesOfFew(ranked, { showing, remarks });
  const readable = await withRefusedDeclared(unshared, dataset, { data, tilings, remarks });
  const safe = await withPossibleSums(readable, dataset, { data, tilings, showing, remarks });
  forgetLeftOut(safe, remarks);
  askWhatMeansAreOf(unknown, safe.measures, remarks);
  takeBackAnswered(safe, { dataset, remarks });
  takeBackHeld(safe, remarks);
  const nameOf = (measure: string) => safe.measures[measure]?.label ?? measure;
  const named = await readAgain(dataset, { layout, safe, spec, data });
  return {
    spec: safe,
    alike,
    remarks: togetherOnMeasures(remarks.all, nameOf),
    dataset: named,
    shown: showing.known(safe),
    problems: undefined,
  };
}

/** Whether a sum is among others, whatever the order of its parts. */
const isTold = ({ whole, parts }: SumSpec, sums: readonly SumSpec[]): boolean =>
  sums.some(
    (own) =>
      own.whole === whole && own.parts.length === parts.length && own.parts.every((part) => parts.includes(part)),
  );

const addUpInSomeRows = guessedFrom(
  "the figures",
  "In some rows the parts come to the whole, and in others they do not: small counts are protected wherever they do. Where all of a whole are in its parts, say so by sums; what adds up by chance, take off this list.",
);

/** Takes back what was said of measures that are left out. */
function forgetLeftOut({ measures }: DatasetSpec, remarks: Remarks): void {
  for (const field of [...remarks.all.keys()]) {
    const measure = /^measures\.(?<id>[^.]+)/u.exec(field)?.groups?.id;
    if (measure !== undefined && !(measure in measures)) remarks.remove(field);
  }
}

/** Sums whose rows are left out: those that cut across others, and, of data that is protected, totals of some of the others that nothing declares. */
function rowsToLeave(
  dataset: Dataset,
  {
    dimensions,
    across,
    tilings,
    isSmall,
  }: Pick<LeavingInput, "across"> & {
    readonly tilings: Tilings;
    readonly dimensions: Readonly<Record<string, DimensionSpec>>;
    readonly isSmall: boolean;
  },
): Pick<LeavingInput, "across" | "ofSome"> {
  const all = new Map(across);
  const ofSome = new Set<string>();
  for (const [dimension, own] of Object.entries(isSmall ? dimensions : {})) {
    const names = namesInColumn(dataset.definition.spec.layout, dimension);
    const totals = names ? totalsOfSome(dataset, { dimension, own, names }) : [];
    const found = totals.filter((id) => !isNoSum(tilings.get(dimension), id));
    if (found.length === 0) continue;
    ofSome.add(dimension);
    all.set(dimension, [...new Set([...(all.get(dimension) ?? []), ...found])]);
  }
  return { across: all, ofSome };
}

const remarkOnShares = ({ measures }: DatasetSpec, ids: readonly string[]): string =>
  `${ids.map((id) => `"${measures[id]?.label ?? id}"`).join(", ")}: what the counts beside them are of their total, which would give away small ones. A claim works it out where it may be said.`;

/** A definition without what would say counts that it hides, of what was found to say counts. */
async function withoutGiveaways(
  spec: DatasetSpec,
  found: readonly Giveaway[],
  { showing, remarks }: { readonly showing: Showing; readonly remarks: Remarks },
): Promise<DatasetSpec> {
  const own = found.filter(({ from }) => from.every((id) => id in spec.measures));
  if (own.length === 0) return spec;
  const dataset = await showing.of(spec);
  // What cannot be protected shows nothing, and may do so once somebody mends it.
  const telling = dataset ? shownGiveaways(own, dataset) : [...new Set(own.map(({ leaveOut }) => leaveOut))];
  if (telling.length === 0) return spec;
  const labels = telling.map((id) => `"${spec.measures[id]?.label ?? id}"`).join(", ");
  remarks.also(
    fieldOfLeftOut(spec),
    `${labels}: with the counts that are shown, they would say small ones that are hidden.`,
  );
  return withKnownParts(telling.reduce(withoutMeasure, spec), true, remarks);
}

/** A definition without what would make small counts that no cell has, of what it shows. */
async function withoutSharesOfFew(
  spec: DatasetSpec,
  { showing, remarks }: { readonly showing: Showing; readonly remarks: Remarks },
): Promise<DatasetSpec> {
  const types = new Set(Object.values(spec.measures).map(({ statType }) => statType));
  if (types.size < 2 || !types.has("count")) return spec;
  const dataset = await showing.of(spec);
  const telling = dataset ? sharesOfFew(dataset) : [];
  if (telling.length === 0) return spec;
  const labels = telling.map((id) => `"${spec.measures[id]?.label ?? id}"`).join(", ");
  remarks.also(
    fieldOfLeftOut(spec),
    `${labels}: with what stands beside them, they make counts from 1 to 4 that are in no cell. Take them off this list where nobody could be harmed.`,
  );
  return withKnownParts(telling.reduce(withoutMeasure, spec), true, remarks);
}

/** A dataset as it is where what empty cells are called has changed, or rows were left out: what the data is asked for has to be there, by its name. */
async function readAgain(
  dataset: Dataset,
  {
    spec,
    layout,
    safe,
    data,
  }: {
    readonly spec: DatasetSpec;
    readonly layout: DatasetSpec["layout"];
    readonly safe: DatasetSpec;
    readonly data: DataInput;
  },
): Promise<Dataset> {
  if (layout === spec.layout && safe.layout?.rows === spec.layout?.rows) return dataset;
  return await readDataset(defineDataset(unprotected(safe)), data, { id: "data" });
}

const unprotected = ({ disclosure: _, ...spec }: DatasetSpec): DatasetSpec => spec;

/** Measures of which small counts are hidden, with what is of those who are counted. */
function withSmallHidden(
  measures: DatasetSpec["measures"],
  dataset: Dataset,
  remarks: Remarks,
): ReturnType<typeof withMeansOfFew> {
  remarkOnHidden(dataset, remarks);
  return withMeansOfFew(measures, dataset, remarks);
}

/** Says of small counts that are not hidden why they are not, and how to hide them. */
function remarkOnThings(dataset: Dataset, isSmall: boolean, remarks: Remarks): void {
  if (isSmall || !areSmall(dataset)) return;
  const { spec } = dataset.definition;
  const [first] = Object.entries(spec.measures).flatMap(([id, { statType }]) => (statType === "count" ? [id] : []));
  if (first !== undefined) remarks.also(`measures.${first}.unit`, thingsAreShown);
}
const thingsAreShown = guessedFrom(
  "its heading",
  "Things are counted, and no people: small numbers of them are shown. Where few of them say something of somebody, hide them: disclosure: { profile: { hide: { from: 1, to: 4 } } }.",
);

function remarkOnHidden(dataset: Dataset, remarks: Remarks): void {
  remarks.add(
    "disclosure",
    'Counts from 1 to 4 are hidden, and what would give them away. profile: "none" where nobody could be harmed.',
  );
  if (areAllHidden(dataset)) remarks.also("disclosure", nothingShown);
}

/** Whether each figure of counts is one of those that are hidden, or comes hidden, so that a page of them says nothing. */
function areAllHidden({ observations, definition }: Dataset): boolean {
  const counts = observations.filter(({ measure }) => definition.spec.measures[measure]?.statType === "count");
  const { from, to } = smallHidden.profile.hide;
  return (
    counts.length > 0 &&
    counts.length === observations.length &&
    counts.every(
      ({ cell }) => cell.state === "suppressed" || (cell.state === "value" && cell.value >= from && cell.value <= to),
    )
  );
}
const nothingShown =
  "All of these figures are hidden so, or come hidden, and a briefing of this table shows none of them: take one of larger areas, longer periods or fewer groups.";

const smallHidden = { profile: { hide: { from: 1, to: 4 } } } as const;

/** What was read, by coarser periods where all counts of the finer ones would be hidden. */
async function withCoarserPeriods(
  read: ReadGuess,
  { data, remarks }: { readonly data: DataInput; readonly remarks: Remarks },
): Promise<ReadGuess> {
  const { spec, dataset } = read;
  if (!dataset || !hasSmallCounts(dataset)) return read;
  return (await byCoarserPeriods({ spec, dataset }, { data, disclosure: smallHidden, remarks })) ?? read;
}

/** Whether counts are small, or may be: whoever counts rows counts what may be people, and more of them come; rows that are things are none of these. */
const mayBeSmall = (dataset: Dataset, rowsAre: DefinitionGuess["rowsAre"]): boolean =>
  rowsAre === "people" ||
  hasSmallCounts(dataset) ||
  ((rowsAre === "cases" || dataset.definition.spec.layout?.counted !== undefined) && !countsThings(dataset));

/** Whether any count is so small that it has to be hidden: few things of a kind are no secret. */
const hasSmallCounts = (dataset: Dataset): boolean => areSmall(dataset) && !countsThings(dataset);

const areSmall = (dataset: Dataset): boolean =>
  someObservation(
    dataset,
    ({ measure, cell }) =>
      dataset.definition.spec.measures[measure]?.statType === "count" &&
      ((cell.state === "value" && cell.value >= 1 && cell.value <= 4) || cell.state === "suppressed"),
  );

/**
 * A definition that adds up no counts which are the same in all categories of a dimension. Where some counts are small they are left out,
 * since they would give those away. Undefined where there are none.
 */
function withoutDenominators(spec: DatasetSpec, dataset: Dataset, remarks: Remarks): DatasetSpec | undefined {
  const found = findDenominators(dataset);
  if (found.length === 0) return undefined;
  const isSmall = hasSmallCounts(dataset);
  let own = spec;
  for (const { measure, dimension } of found) {
    const { [measure]: given } = own.measures;
    if (!given) continue;
    const by = spec.dimensions[dimension]?.label ?? dimension;
    const text = `the same for each "${by}" of one of the others, so the number of all of them`;
    if (isSmall) {
      remarks.also(fieldOfLeftOut(spec), `"${given.label}": ${text}, which would give away small counts.`);
      own = withoutMeasure(own, measure);
    } else {
      remarks.also(`measures.${measure}.statType`, `"${given.label}" is ${text}: it is never added up.`);
      own = { ...own, measures: { ...own.measures, [measure]: { ...given, statType: "mean", decimals: 0 } } };
    }
  }
  return withKnownParts(own, isSmall, remarks);
}

/**
 * A definition whose shares name no parts that are gone, or are no counts: without what they are made of, they would give away small
 * counts, and are left out where there are any.
 */
function withKnownParts(spec: DatasetSpec, isSmall: boolean, remarks: Remarks): DatasetSpec {
  const isKnown = (id: string | undefined) => id === undefined || spec.measures[id]?.statType === "count";
  let own = spec;
  for (const [id, { numerator, denominator, ...rest }] of Object.entries(spec.measures)) {
    if (isKnown(numerator) && isKnown(denominator)) continue;
    if (isSmall) {
      remarks.also(
        fieldOfLeftOut(spec),
        `"${rest.label}": made of counts that are left out, and would give them away.`,
      );
      own = withoutMeasure(own, id);
    } else own = { ...own, measures: { ...own.measures, [id]: rest } };
  }
  return own;
}

/** Measures that are said to be made of what is no count: of staff in full-time equivalents, say. */
const loosePartsOf = ({ measures }: DatasetSpec): readonly string[] =>
  Object.entries(measures).flatMap(([id, { numerator, denominator }]) =>
    [numerator, denominator].some((of) => of !== undefined && measures[of]?.statType !== "count") ? [id] : [],
  );

/** What was read, without measures that nobody could hide beside the small counts that they are made of. */
async function withoutLoose(
  read: ReadGuess,
  loose: readonly string[],
  { data, remarks }: { readonly data: DataInput; readonly remarks: Remarks },
): Promise<ReadGuess> {
  if (!read.dataset || loose.length === 0 || !hasSmallCounts(read.dataset)) return read;
  const labels = loose.map((id) => `"${read.spec.measures[id]?.label ?? id}"`).join(", ");
  remarks.also(fieldOfLeftOut(read.spec), `${labels}: made of counts that are small, and would give them away.`);
  return readGuess(loose.reduce(withoutMeasure, read.spec), data, remarks);
}

/** So many figures are protected within seconds, where some are sums of others, or none is; of fewer measures, none is left out. */
const [mostSummed, mostUnsummed, fewestMeasures] = [40_000, 100_000, 2];

/** Whether some figures are the sums of others, by what a definition or the figures themselves say. */
type SumsTest = (spec: DatasetSpec, dataset: Dataset) => boolean;

/** Figures are looked through once for each dataset, which takes as long as all else where there are many. */
function createSumsTest(): SumsTest {
  const known = new Map<Dataset, boolean>();
  return ({ dimensions }, dataset) => {
    const isDeclared = Object.values(dimensions).some(
      (own) => own.role !== "time" && (own.total !== undefined || own.holds !== undefined),
    );
    if (isDeclared) return true;
    const isAny = known.get(dataset) ?? hasUndeclaredSums(dataset);
    known.set(dataset, isAny);
    return isAny;
  };
}

/** A definition of the first measures, where a table has more figures than a first build protects while someone waits. */
function withFewerMeasures(
  spec: DatasetSpec,
  dataset: Dataset,
  hasSums: SumsTest,
): { readonly spec: DatasetSpec; readonly remark: string } | undefined {
  const ids = Object.keys(spec.measures);
  const all = dataset.observations.length;
  if (all <= mostSummed || spec.layout?.wide || spec.layout?.long) return undefined;
  const mostFigures = hasSums(spec, dataset) ? mostSummed : mostUnsummed;
  const most = Math.max(fewestMeasures, Math.floor((ids.length * mostFigures) / all));
  if (all <= mostFigures || ids.length <= most) return undefined;
  const left = ids.slice(most);
  const [first, last] = [left[0], left.at(-1)].map((id) => spec.measures[id ?? ""]?.label);
  return {
    spec: left.reduce(withoutMeasure, spec),
    remark: `From "${first}" to "${last}": ${left.length} of ${ids.length} measures are left out at first, since ${all} figures with small counts among them take long to protect. Take those that you need off this list.`,
  };
}

/** Whether measures stand in columns of their own, several of them. */
const isOfColumns = ({ layout, measures }: DatasetSpec): boolean =>
  !layout?.wide && !layout?.long && Object.keys(measures).length > 1;

/** What was read, or fewer of its rows, where a table has more figures than a first build protects while someone waits. */
async function withFewerRows(
  read: ReadGuess,
  { data, hasSums, remarks }: { readonly data: DataInput; readonly hasSums: SumsTest; readonly remarks: Remarks },
): Promise<ReadGuess> {
  const { spec, dataset } = read;
  const all = dataset?.observations.length ?? 0;
  if (!dataset || all <= mostSummed || !hasSmallCounts(dataset)) return read;
  // Whether some of very many figures are sums takes long to find out, too.
  const most = all > mostUnsummed || hasSums(spec, dataset) ? mostSummed : mostUnsummed;
  if (all <= most) return read;
  const byTotals = await readFewer(ofTotals(spec, dataset, most), read, data);
  const byPeriods = await readFewer(ofLatest(byTotals.spec, byTotals.dataset ?? dataset, most), byTotals, data);
  if (byPeriods === read) return read;
  const left = byPeriods.dataset?.observations.length ?? 0;
  remarks.also(
    byPeriods.spec.layout?.rows?.only === spec.layout?.rows?.only ? "layout.ignore" : "layout.rows",
    `Read at first are ${left} of ${all} figures, ${said(byTotals === read, byPeriods === byTotals)}: with small counts among them, all take long to protect. To read the others, take them off this list.`,
  );
  return byPeriods;
}

const said = (areAll: boolean, areOfAllPeriods: boolean): string =>
  [areAll ? [] : ["those of the totals of its categories"], areOfAllPeriods ? [] : ["those of the latest periods"]]
    .flat()
    .join(", and of these ");

/** What is read by another definition, if it reads less. */
async function readFewer(spec: DatasetSpec | undefined, before: ReadGuess, data: DataInput): Promise<ReadGuess> {
  if (!spec) return before;
  const read = await readGuess(spec, data, createRemarks());
  const [left, all] = [read, before].map(({ dataset }) => dataset?.observations.length ?? 0);
  return read.dataset && (left as number) > 0 && (left as number) < (all as number) ? read : before;
}

/** So many of the figures of a whole have to be the sums of its parts, where they are its parts and no accident of small counts. */
const mostlySums = 0.5;

/** So many different figures that are the sums of two others are no chance. */
const fewestSums = 3;

/** Whether most figures of a category, in all measures, are the sums of those of others: of two, in several cases. */
function isMostlySum(
  dataset: Dataset,
  dimension: string,
  one: readonly [whole: string, parts: readonly string[]],
): boolean {
  const full = figuresBeside(dataset, dimension, one);
  const sums = full.filter(isSum);
  const areSeveral = one[1].length > 2 || new Set(sums.map((own) => own.whole)).size >= fewestSums;
  return sums.length >= full.length * mostlySums && areSeveral;
}

/** Whether sums are of so few amounts that these may happen to be others: two that are a third are no proof, where each case has one figure. */
function areFew(dataset: Dataset, dimension: string, holds: Readonly<Record<string, readonly string[]>>): boolean {
  const isSingle = Object.keys(dataset.definition.spec.dimensions).length === 1;
  return (
    (isSingle && Object.values(holds).every((parts) => parts.length < 3)) ||
    Object.entries(holds).some((one) => !isMostlySum(dataset, dimension, one))
  );
}

type FoundSums = ReturnType<typeof findUndeclaredSums>["dimensions"];

/** How the categories of each dimension are listed, where nothing tells of it yet. */
function tilingsOf(dataset: Dataset, dimensions: Readonly<Record<string, DimensionSpec>>): Tilings {
  return new Map(
    Object.entries(dimensions).flatMap(([id, own]) => {
      const isTold = own.role === "time" || own.holds || own.categories?.some(({ parent }) => parent !== undefined);
      // Names that say in which group they are tell it as well.
      const isGrouped = namesInColumn(dataset.definition.spec.layout, id)?.isGrouped === true;
      const tiling = isTold || isGrouped ? undefined : tilingOf(dataset, id, own.total);
      return tiling ? [[id, tiling] as const] : [];
    }),
  );
}

/** Sums that were found, those of a proven tiling in the place of all others of its dimension: what lies in one of its wholes is no sum. */
function withTilings(found: FoundSums, tilings: Tilings): FoundSums {
  const proven = [...tilings].filter(([, { isProven }]) => isProven);
  const told = proven.map(([dimension, { sums, total }]) => ({
    dimension,
    total: total?.whole ?? found.find((own) => own.dimension === dimension)?.total,
    holds: Object.fromEntries(sums.map(({ whole, parts }) => [whole, parts])),
    across: [],
    columns: 1,
  }));
  return [...found.filter(({ dimension }) => !tilings.get(dimension)?.isProven), ...told];
}

interface DeclareInput {
  readonly dataset: Dataset;
  readonly found: FoundSums;
  /** Whether there are counts to be protected. */
  readonly isSmall: boolean;
  readonly remarks: Remarks;
}

/**
 * Adds the sums that figures tell to dimensions. @returns those that cut across the others, by dimension; and what holds what where some hold one
 * category alone, which is not added.
 */
function declareSums(
  dimensions: Record<string, DimensionSpec>,
  { dataset, found, isSmall, remarks }: DeclareInput,
): Pick<LeavingInput, "across" | "equal"> {
  const crossing = new Map<string, readonly string[]>();
  const equal = new Map<string, Readonly<Record<string, readonly string[]>>>();
  for (const { dimension, total, holds, across } of found) {
    const own = dimensions[dimension];
    if (!own || own.role === "time") continue;
    const thin = thinWholes(dataset, dimension, holds);
    const isChance = thin.length > 0 || areFew(dataset, dimension, holds);
    // Of data that is protected, they are declared all the same: it would be refused.
    if (total === undefined && isChance && !isSmall) continue;
    if (thin.length > 0 || (total === undefined && isChance)) remarks.add(`dimensions.${dimension}.holds`, mayBeChance);
    const known = Object.entries(holds).filter(([whole]) => isSmall || !thin.includes(whole));
    const all = withOneParent(Object.fromEntries(known));
    // What holds one thing alone has the figures of that, as numbers of all people have beside each group.
    const tree = Object.fromEntries(Object.entries(all).filter(([, parts]) => parts.length > 1));
    if (Object.keys(tree).length < Object.keys(all).length) equal.set(dimension, all);
    dimensions[dimension] = {
      ...own,
      ...defined({ total, holds: Object.keys(tree).length > 0 ? tree : undefined }),
    };
    if (Object.keys(tree).length > 0)
      remarks.add(`dimensions.${dimension}.holds`, "By their figures: each whole is the sum of its parts.");
    if (total !== undefined) {
      // Its name is no longer all that says so.
      remarks.replace(`dimensions.${dimension}.total`, "The sum of the others, in all figures.");
    }
    if (across.length > 0) crossing.set(dimension, across);
    if (across.length > 0)
      remarks.add(
        `dimensions.${dimension}`,
        `${across.join(", ")} are sums that cut across the others: leave those rows out by layout.rows.`,
      );
  }
  return { across: crossing, equal };
}

/** What holds what, without wholes that hold a part of another: figures that are all the same are no tree. */
function withOneParent(
  holds: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const taken = new Set<string>();
  return Object.fromEntries(
    Object.entries(holds).filter(([, parts]) => {
      if (parts.some((part) => taken.has(part))) return false;
      for (const part of parts) taken.add(part);
      return true;
    }),
  );
}

type ReadGuess =
  | { readonly spec: DatasetSpec; readonly dataset: Dataset; readonly problems?: never }
  | { readonly spec: DatasetSpec; readonly dataset?: never; readonly problems: BriefingError };

/** So often a guess is mended by what the data contradicts. */
const mostMends = 5;

/** Reads data by a guess, and takes back of this what the data contradicts: a file that holds figures is always read. */
async function readMended(given: DatasetSpec, data: DataInput, remarks: Remarks): Promise<ReadGuess> {
  let read = await readGuess(given, data, remarks);
  for (let mends = 0; read.problems && mends < mostMends; mends += 1) {
    const errors = read.problems.diagnostics.filter(({ severity }) => severity === "error");
    const mended = mendGuess(read.spec, errors, remarks);
    if (!mended) break;
    read = await readGuess(withKnownParts(mended, false, remarks), data, remarks);
  }
  return read;
}

/** Reads data by a guess; of periods that can be read in two ways, in the likelier of them, with a remark. */
async function readGuess(spec: DatasetSpec, data: DataInput, remarks: Remarks): Promise<ReadGuess> {
  try {
    return { spec, dataset: await readDataset(defineDataset(spec), data, { id: "data" }) };
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    const time = findDimension({ spec }, "time");
    const own = spec.dimensions[time ?? ""];
    const doubt = error.diagnostics.find(({ code }) => code === "ambiguous-period");
    const formats = [...(doubt?.hint?.matchAll(/format: "(?<name>[^"]+)"/gu) ?? [])].flatMap(
      ({ groups }) => groups?.name ?? [],
    );
    if (time === undefined || own?.role !== "time" || own.format !== undefined || !doubt || formats.length < 2)
      return { spec, problems: error };
    // Where each label names the first of something, the months are what differs.
    const isFirst = /^"0?1[/.]\d{1,2}[/.]/u.test(doubt.message);
    // "12-13", and no month of 2013; 2567, of which nobody has figures yet.
    const two = formats.find((name) => name === "yy/yy" || name === "thai-year");
    const format = two ?? formats.find((name) => name.startsWith(isFirst ? "dd" : "mm")) ?? (formats[0] as string);
    const clear = { ...spec, dimensions: { ...spec.dimensions, [time]: { ...own, format } } } as DatasetSpec;
    try {
      const dataset = await readDataset(defineDataset(clear), data, { id: "data" });
      remarks.add(`dimensions.${time}.format`, `Its labels can be read in several ways: ${formats.join(", ")}.`);
      return { spec: clear, dataset };
    } catch (again) {
      if (!(again instanceof BriefingError)) throw again;
      return { spec, problems: error };
    }
  }
}

/** What empty cells stand for is all, where their figures are the sums of the others. */
function nameBlankTotals(
  { layout }: DatasetSpec,
  dimensions: Record<string, DimensionSpec>,
  { dataset, remarks }: Pick<Totals, "dataset" | "remarks">,
): DatasetSpec["layout"] {
  const layouts = Object.entries(layout?.dimensions ?? {}).map(([id, read]) => {
    const own = dimensions[id];
    const blank = typeof read === "object" && "column" in read ? read.blank : undefined;
    const isTotal = own?.role !== "time" && own?.total !== undefined && categoryId(blank ?? "") === own.total;
    const isNamed = dataset.categories(id).some((one) => one.id === categoryId(allOfThem));
    // What holds others by their figures is no rest of them, of one area alone or of all.
    const stated = own?.role === "time" ? undefined : own?.holds;
    const held = blank === undefined ? undefined : stated?.[categoryId(blank)];
    if (own && own.role !== "time" && blank === notStated && held && stated && !isNamed) {
      const { [categoryId(blank)]: _, ...others } = stated;
      dimensions[id] = { ...own, holds: { ...others, [categoryId(allOfThem)]: held } };
      remarks.also(`dimensions.${id}.holds`, blankHolds);
      return [id, { ...(read as { readonly column: string }), blank: allOfThem }] as const;
    }
    // One that is called as a total of the table is goes by its name.
    const isCalled = isPlainTotal(blank ?? "");
    if (blank === allOfThem && own?.role !== "time" && own?.total === undefined)
      return [id, { ...(read as { readonly column: string }), blank: notStated }] as const;
    if (!own || own.role === "time" || !isTotal || isNamed || isCalled) return [id, read] as const;
    dimensions[id] = { ...own, total: categoryId(allOfThem) };
    if (remarks.all.has(`dimensions.${id}.total`)) {
      remarks.remove(`dimensions.${id}.total`);
      remarks.add(`dimensions.${id}.total`, blankTotal);
    }
    return [id, { ...(read as { readonly column: string }), blank: allOfThem }] as const;
  });
  const isSame = layouts.every(([id, read]) => layout?.dimensions?.[id as string] === read);
  return isSame ? layout : layout && { ...layout, dimensions: Object.fromEntries(layouts) };
}

const [allOfThem, notStated] = ["All", "Not stated"];
const blankTotal = guessedFrom(
  "the figures",
  "Empty cells are about the sum of all others, and were taken for their total.",
);

const blankHolds = guessedFrom(
  "the figures",
  "Empty cells are the sums of others that stand beside them, and were taken for all of these.",
);

/** How far figures that are rounded each for itself may be from the sum of all others. */
const nearness = 0.005;

/** Takes a category that is about the sum of all others, in all additive figures, for their total. */
function addNearTotals(dimensions: Record<string, DimensionSpec>, dataset: Dataset, remarks: Remarks): void {
  const { measures } = dataset.definition.spec;
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total !== undefined || Object.keys(own.holds ?? {}).length > 0) continue;
    const families = new Map<string, { largest: number; of: string; sum: number; values: number[] }>();
    for (const { measure, at, cell } of dataset.observations) {
      const spec = measures[measure];
      if (spec === undefined || !mayAddUp(spec) || cell.state !== "value") continue;
      const key = JSON.stringify([measure, ...Object.entries(at).filter(([other]) => other !== id)]);
      const known = families.get(key) ?? { largest: Number.NEGATIVE_INFINITY, of: "", sum: 0, values: [] };
      families.set(key, known);
      known.sum += cell.value;
      known.values.push(cell.value);
      if (cell.value > known.largest) [known.largest, known.of] = [cell.value, at[id] ?? ""];
    }
    const full = [...families.values()].filter(({ values, sum }) => values.length > 3 && sum > 0);
    const [whole, other] = [...new Set(full.map(({ of }) => of))];
    const base = roundingBase(full.flatMap(({ values }) => values));
    // Some of the figures that are rounded are off to one side, and some to the other.
    const isNear = full.every(
      ({ largest, sum, values: { length } }) =>
        Math.abs(sum - 2 * largest) <=
        Math.max(largest * nearness, Math.min(roundingSlack(base, length) * mostlyOff, largest / 10)),
    );
    if (whole === undefined || other !== undefined || !isNear) continue;
    dimensions[id] = { ...own, total: whole };
    const label = dataset.category(id, whole)?.label;
    remarks.add(
      `dimensions.${id}.total`,
      guessedFrom("its figures", `"${label}" is about the sum of all others, and was taken for their total.`),
    );
  }
}

/** So much of what rounding may be off by together it is in fact. */
const mostlyOff = 0.5;

/** What is a total of one dimension is one of each that has it: `None selected`. */
function spreadTotals(dimensions: Record<string, DimensionSpec>, dataset: Dataset): void {
  const labels = new Set(
    Object.entries(dimensions).flatMap(([id, own]) =>
      own.role === "time" || own.total === undefined ? [] : [dataset.category(id, own.total)?.label],
    ),
  );
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total !== undefined) continue;
    const total = dataset.categories(id).find(({ label }) => labels.has(label));
    if (total && dataset.categories(id).length > 1) dimensions[id] = { ...own, total: total.id };
  }
}

interface Totals {
  readonly dataset: Dataset;
  /** Dimensions whose totals the figures add up to. */
  readonly proven: readonly string[];
  readonly remarks: Remarks;
}

/** Takes back totals that are one by name alone: without figures, beside none of the others, or less than what they should total. */
function dropTotals(dimensions: Record<string, DimensionSpec>, { dataset, proven, remarks }: Totals): void {
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total === undefined) continue;
    // Where nothing but totals is read at first, they stand beside none of what they total.
    if (isCutToTotal(dataset, id, own.total)) continue;
    if (!proven.includes(id) && isWeakTotal(dataset, id, own.total)) {
      const { total, ...rest } = own;
      dimensions[id] = rest;
      remarks.remove(`dimensions.${id}.total`);
      // Of one whose rows are left out, nothing is to be said.
      const label = dataset.category(id, total)?.label;
      if (label !== undefined && !isBlankCalled(dataset, id, total)) remarks.add(`dimensions.${id}`, mayBeTotal(label));
      continue;
    }
    if (!proven.includes(id) && isBlankCalled(dataset, id, own.total) && !isAboutSum(dataset, id, own.total)) {
      const { total, ...rest } = own;
      dimensions[id] = rest;
      remarks.remove(`dimensions.${id}.total`);
      remarks.also(`dimensions.${id}`, blankIsNoSum);
      continue;
    }
    const isThere = hasFigures(dataset, id, own.total);
    const isLess = isExceeded(dataset, id, own.total);
    if ((isThere || proven.includes(id)) && !isLess) continue;
    const { total, ...rest } = own;
    dimensions[id] = rest;
    remarks.remove(`dimensions.${id}.total`);
    // Of a country among others it was a guess alone.
    const label = dataset.category(id, total)?.label ?? total;
    if (isLess && isTotal(label))
      remarks.add(
        `dimensions.${id}`,
        `"${label}" is less than another of them, and so no total of all: say what it holds by "holds".`,
      );
  }
}

/**
 * Whether a total is one by a word of its name, `TOTAL E&P ITALIA`, among figures that cannot show it, as they never add up; or never stands
 * beside what it should total, of the same period and the same everything else.
 */
function isWeakTotal(dataset: Dataset, dimension: string, total: string): boolean {
  const label = dataset.category(dimension, total)?.label ?? total;
  const { measures } = dataset.definition.spec;
  const isByWord = /^total\P{L}+\p{L}/iu.test(label) && !isPlainTotal(label);
  return (isByWord && !Object.values(measures).some(isAdditive)) || !standsBeside(dataset, dimension, total);
}

/** Whether nothing is read of a dimension but its total, by the rows or the headings that are left out. */
function isCutToTotal(dataset: Dataset, dimension: string, total: string): boolean {
  const { layout } = dataset.definition.spec;
  const column = namesInColumn(layout, dimension)?.column;
  const isCut = (column !== undefined && layout?.rows?.only?.[column] !== undefined) || layout?.wide !== undefined;
  const [only, other] = isCut ? dataset.categories(dimension) : [];
  return only !== undefined && other === undefined && only.id === dataset.category(dimension, total)?.id;
}

/** Whether a category is what empty cells were taken for: what else they may be is remarked. */
function isBlankCalled(dataset: Dataset, dimension: string, name: string): boolean {
  const read = dataset.definition.spec.layout?.dimensions?.[dimension];
  const blank = typeof read === "object" && "column" in read ? read.blank : undefined;
  return blank !== undefined && dataset.category(dimension, name)?.id === dataset.category(dimension, blank)?.id;
}

const blankIsNoSum =
  "Empty cells are not the sum of the others, and were taken for what is not stated: say their name in layout.dimensions where they are something else.";

/** How far sums may be from what empty cells say, and in how many cases these have to be about the sum. */
const [aboutSum, mostlyAbout] = [0.1, 0.5];

/** Whether a category is about the sum of the others, where they stand beside it in figures that add up; of others, nobody can tell. */
function isAboutSum(dataset: Dataset, dimension: string, total: string): boolean {
  const whole = dataset.category(dimension, total)?.id;
  const { measures } = dataset.definition.spec;
  if (!Object.values(measures).some(isAdditive)) return true;
  const families = new Map<string, { whole: number; parts: number }>();
  for (const { measure, at, cell } of dataset.observations) {
    const spec = measures[measure];
    if (!spec || !isAdditive(spec) || cell.state !== "value") continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
    const known = families.get(key) ?? { whole: 0, parts: 0 };
    families.set(key, known);
    if (at[dimension] === whole) known.whole += cell.value;
    else known.parts += cell.value;
  }
  const full = [...families.values()].filter((own) => own.whole > 0 && own.parts > 0);
  const about = full.filter((own) => Math.abs(own.whole - own.parts) <= own.whole * aboutSum);
  return full.length > 0 && about.length >= full.length * mostlyAbout;
}

/** Whether the data has figures of a total and of what it should total, that differ in nothing else. */
function standsBeside(dataset: Dataset, dimension: string, total: string): boolean {
  const whole = dataset.category(dimension, total)?.id;
  const keyOf = ({ measure, at }: Dataset["observations"][number]) =>
    JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
  const wholes = new Set(dataset.observations.filter(({ at }) => at[dimension] === whole).map(keyOf));
  return dataset.observations.some((one) => one.at[dimension] !== whole && wholes.has(keyOf(one)));
}
const mayBeTotal = (label: string): string =>
  `"${label}" may be the total of some of the others, by its name: say what it holds by "holds", or that it is theirs by "total".`;

/** Whether the data has a figure of a category: a row may be called `Total` and be empty. */
const hasFigures = (dataset: Dataset, dimension: string, name: string): boolean => {
  const id = dataset.category(dimension, name)?.id;
  return (
    id !== undefined && someObservation(dataset, ({ at, cell }) => at[dimension] === id && cell.state !== "missing")
  );
};

/** So few of all figures may be larger than their total, as they are where some are estimates. */
const mostSlips = 0.01;

/** Whether a category that should be the total of all is less than one of the others, in counts. */
function isExceeded(dataset: Dataset, dimension: string, total: string): boolean {
  const whole = dataset.category(dimension, total)?.id;
  const { measures } = dataset.definition.spec;
  const elsewhere = ({ measure, at }: Dataset["observations"][number]) =>
    JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
  const counts = dataset.observations.filter(({ measure }) => {
    const own = measures[measure];
    return own !== undefined && isAdditive(own);
  });
  const totals = new Map<string, number>();
  for (const one of counts)
    if (one.at[dimension] === whole && one.cell.state === "value") totals.set(elsewhere(one), one.cell.value);
  // Where a part is below zero, as of a balance, another may be more than all are together.
  const balances = new Set(
    counts.filter(({ cell }) => cell.state === "value" && cell.value < 0).map((one) => elsewhere(one)),
  );
  const known = counts.filter((one) => {
    const key = elsewhere(one);
    return one.cell.state === "value" && totals.has(key) && !balances.has(key);
  });
  const larger = known.filter(
    (one) => one.cell.state === "value" && one.cell.value > (totals.get(elsewhere(one)) ?? Number.POSITIVE_INFINITY),
  );
  return larger.length > known.length * mostSlips;
}

/** How far the sum of all categories may be from their total, where figures are rounded or estimated. */
const tolerance = 0.02;

/** Remarks on the dimensions whose categories add up to another figure than their total. */
function remarkOnSums(dimensions: Readonly<Record<string, DimensionSpec>>, { dataset, proven, remarks }: Totals): void {
  for (const [id, own] of Object.entries(dimensions)) {
    if (own.role === "time" || own.total === undefined || proven.includes(id)) continue;
    const text = remarkOnSum(dataset, id, { total: own.total, holds: own.holds ?? {} });
    if (text !== undefined) remarks.add(`dimensions.${id}`, text);
  }
}

/** Takes the doubt from totals by name that their figures show to be such. */
function confirmTotals(
  dimensions: Readonly<Record<string, DimensionSpec>>,
  { dataset, remarks }: Omit<Totals, "proven">,
): void {
  for (const [id, own] of Object.entries(dimensions)) {
    const field = `dimensions.${id}.total`;
    if (own.role === "time" || own.total === undefined || !isGuessed(remarks.all.get(field) ?? "", "its name"))
      continue;
    const counted = Object.values(dataset.definition.spec.measures).some(isAdditive);
    const isLess = remarks.all.get(`dimensions.${id}`)?.includes("add up to") === true;
    if (!counted || isLess || !isAboutSum(dataset, id, own.total)) continue;
    const label = dataset.category(id, own.total)?.label ?? own.total;
    remarks.replace(field, `"${label}" was taken for the total of all others, by its name and by their figures.`);
  }
}

/** What to say where categories add up to more than their total, or to less, in counts and amounts. */
function remarkOnSum(
  dataset: Dataset,
  dimension: string,
  { total, holds }: { readonly total: string; readonly holds: Readonly<Record<string, readonly string[]>> },
): string | undefined {
  const whole = dataset.category(dimension, total)?.id;
  const { measures } = dataset.definition.spec;
  const held = new Set(Object.values(holds).flat());
  const sums = new Map<string, { all: number; parts: number; isFull: boolean }>();
  for (const { measure, at, cell } of dataset.observations) {
    const spec = measures[measure];
    const own = at[dimension];
    if (spec === undefined || !isAdditive(spec) || own === undefined || held.has(own)) continue;
    const key = JSON.stringify([measure, ...Object.entries(at).filter(([id]) => id !== dimension)]);
    const known = sums.get(key) ?? { all: 0, parts: 0, isFull: true };
    sums.set(key, known);
    if (cell.state !== "value") known.isFull = false;
    else if (own === whole) known.all += cell.value;
    else known.parts += cell.value;
  }
  // Parts of which some are not known are more than their whole, if the others are.
  const full = [...sums.values()].filter(
    ({ all, parts, isFull }) => all > 0 && parts > 0 && (isFull || parts > all * (1 + tolerance)),
  );
  const all = full.reduce((sum, one) => sum + one.all, 0);
  const parts = full.reduce((sum, one) => sum + one.parts, 0);
  if (full.length === 0 || Math.abs(parts - all) <= all * tolerance) return undefined;
  const label = dataset.category(dimension, total)?.label;
  return parts > all
    ? `Its categories add up to more than "${label}": some lie within others, or count the same again. Say which by "holds", and add up none across them.`
    : `Its categories add up to less than "${label}": some of it is in none of them.`;
}

/** Over so many steps in time no count but a running total keeps from falling; so many of them may be corrections. */
const [fewestSteps, mostFalls] = [30, 0.05];
/** So many days in a row that a count of the day never falls are no chance; years and months may grow. */
const fewestDays = 10;

/** Says of counts that never fall, in any series, and rise often, that they may be running totals. */
function remarkOnRising(dataset: Dataset, time: string, remarks: Remarks): void {
  const order = new Map(dataset.periods().map(({ id }, index) => [id, index]));
  const areDays = dataset.periods().every(({ format }) => format === "day");
  for (const [measure, spec] of Object.entries(dataset.definition.spec.measures)) {
    if (spec.statType !== "count" && spec.additive !== true) continue;
    const series = new Map<string, Map<number, number>>();
    for (const { measure: own, at, cell } of dataset.observations) {
      const index = order.get(at[time] ?? "");
      if (own !== measure || cell.state !== "value" || index === undefined) continue;
      const key = JSON.stringify({ ...at, [time]: "" });
      series.set(key, (series.get(key) ?? new Map<number, number>()).set(index, cell.value));
    }
    const changes = [...series.values()].flatMap((own) => {
      const values = [...own].sort(([a], [b]) => a - b).map(([, value]) => value);
      return values.slice(1).map((value, at) => value - (values[at] as number));
    });
    const [rises, falls] = [changes.filter((by) => by > 0).length, changes.filter((by) => by < 0).length];
    // A count that is no running total falls about as often as it rises, however seldom it changes.
    const isShort = areDays && rises >= fewestDays && falls === 0;
    if (isShort || (rises >= fewestSteps && falls <= (rises + falls) * mostFalls))
      remarks.also(
        `measures.${measure}.statType`,
        "Hardly ever falls from one period to the next: if it is a running total, take the differences before you add it up or compare.",
      );
  }
}

/**
 * Says of projections that "latest" is the last of them: where a table calls its figures so, and where periods come after a day that
 * somebody names. Today is none: the same file would mean something else tomorrow.
 */
function remarkOnFuture(
  dataset: Dataset,
  { time, date, remarks }: { readonly time: string; readonly date: string | undefined; readonly remarks: Remarks },
): void {
  const { title, measures, dimensions } = dataset.definition.spec;
  const labels = [...Object.values(measures), ...Object.values(dimensions)].map(({ label }) => label);
  const names = Object.entries(dimensions).flatMap(([id, { role }]) =>
    role === "category" ? dataset.categories(id).map(({ label }) => label) : [],
  );
  const said = [title, ...labels, ...(names.length <= mostNamesRead ? names : [])].find(saysForecast);
  const first = date === undefined ? undefined : dataset.periods().find(({ start }) => start > date);
  // Those that are known to be forecasts are told as such, and "latest" is none of them.
  const own = dimensions[time];
  if (
    own?.role === "time" &&
    Object.values(own.statuses ?? {})
      .flat()
      .includes("forecast")
  )
    return;
  const advice = `and "latest" is the last of them. Say which, so that "latest" is the last that has happened and none is told as a rise or a fall that was: statuses: { ${JSON.stringify(dataset.periods().at(-1)?.label ?? "")}: "forecast" }, with a line for each.`;
  if (first)
    remarks.also(
      `dimensions.${time}`,
      `From "${first.label}" on, periods come after ${date}: their figures are projections, ${advice}`,
    );
  else if (said !== undefined)
    remarks.also(`dimensions.${time}`, `"${said}": figures of its later periods are projections, ${advice}`);
}

/** Of more names than these, one that speaks of forecasts says little of the others. */
const mostNamesRead = 40;

/** The named length that most periods have, where they have several. */
function mostFrequent(periods: readonly Period[]): Frequency | undefined {
  const byLength = [...groupBy(periods, lengthOf)].sort(([, a], [, b]) => b.length - a.length);
  return byLength.length < 2 ? undefined : byLength.map(([length]) => length).find(isFrequency);
}

/** A rate or a share has to name what it is made of, and a mean what it is of, or be published as it is. */
function publishedRates(measures: DatasetSpec["measures"]): { measures?: Readonly<Record<string, "publish">> } {
  const isNamed = ({ statType, numerator, denominator }: MeasureSpec) =>
    numerator !== undefined && (denominator !== undefined || statType === "mean");
  const rates = Object.entries(measures).filter(([, own]) => own.statType !== "count" && !isNamed(own));
  return rates.length === 0 ? {} : { measures: Object.fromEntries(rates.map(([id]) => [id, "publish"] as const)) };
}
