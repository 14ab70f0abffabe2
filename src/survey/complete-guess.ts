import {
  type DataInput,
  type Dataset,
  type DatasetSpec,
  type DimensionSpec,
  defineDataset,
  findUndeclaredSums,
  isMeasured,
  type MeasureSpec,
  readDataset,
  type SumSpec,
} from "../dataset/index.ts";
import { type BriefingError, defined } from "../diagnostics/index.ts";
import { accountOfCells } from "./account-of-cells.ts";
import { withoutNamedWholes } from "./areas/named-wholes.ts";
import { withoutPartsBeside } from "./areas/parts-beside-whole.ts";
import { withoutResidualAreas } from "./areas/residual-areas.ts";
import { withoutSummedAreas } from "./areas/summed-areas.ts";
import { doubtCategories, withProvenSums } from "./evidence.ts";
import type { DefinitionGuess } from "./guess-definition.ts";
import { comparabilityOf } from "./levels/comparability.ts";
import type { Comparability } from "./levels/comparable.ts";
import { withBoundsByFigures } from "./measures/bounds-by-figures.ts";
import { askWhatMeansAreOf } from "./measures/means-of-few.ts";
import { withUnitsOfWholes } from "./measures/units-of-parts.ts";
import { completeTime } from "./periods/complete-time.ts";
import { withMovingMeans } from "./periods/moving-means.ts";
import { withRunningTotals } from "./periods/running-totals.ts";
import { doubtSumsOverPeriods } from "./periods/sums-over-periods.ts";
import { type ReadGuess, readGuess, readMended } from "./read-guess.ts";
import { createRemarks, guessedFrom, type Remarks, someOf, togetherOnMeasures } from "./remarks.ts";
import { createShowing, type Showing } from "./showing.ts";
import { hasSmallCounts, mayBeSmall, remarkOnThings, withCoarserPeriods, withSmallHidden } from "./small-counts.ts";
import { markBalances } from "./sums/balances.ts";
import { placeOthersBeside } from "./sums/beside-totals.ts";
import { nameBlankTotals } from "./sums/blank-totals.ts";
import { withRefusedDeclared } from "./sums/declare-refused.ts";
import { declareSums, tilingsOf, withTilings } from "./sums/declare-sums.ts";
import { createSumsTest, isOfColumns, withFewerMeasures, withFewerRows } from "./sums/fewer-figures.ts";
import { takeBackAnswered } from "./sums/further-totals.ts";
import { findGiveaways } from "./sums/giveaways.ts";
import { withoutRoundedTotals } from "./sums/guessed-totals.ts";
import { loosePartsOf, withKnownParts } from "./sums/known-parts.ts";
import { fieldOfLeftOut, type LeavingInput, leaveOutSums, withoutMeasure } from "./sums/leave-out-sums.ts";
import { remarkOnOverlaps, withNeverCrossed } from "./sums/never-crossed.ts";
import { takeBackHeld } from "./sums/parts-by-name.ts";
import { withPossibleSums } from "./sums/protect-possible-sums.ts";
import { withoutRefutedSums } from "./sums/refuted-sums.ts";
import { remarkOnRoundedSums } from "./sums/rounded-sums.ts";
import { sharesOfTotals } from "./sums/shares-of-totals.ts";
import { remarkOnNearlySums } from "./sums/sums-in-most-rows.ts";
import { sumsInSomeRows } from "./sums/sums-in-some-rows.ts";
import { remarkOnFailingSums, sumsThatHold } from "./sums/sums-that-fail.ts";
import { isNoSum, type Tilings } from "./sums/tilings.ts";
import { addNearTotals, remarkOnSums, spreadTotals } from "./sums/totals-by-figures.ts";
import { confirmTotals, dropTotals } from "./sums/totals-by-name.ts";
import { namesInColumn, totalsOfSome } from "./sums/totals-of-some.ts";
import { withoutDenominators, withoutGiveaways, withoutLoose, withoutSharesOfFew } from "./sums/without-giveaways.ts";
import { withoutWholes } from "./sums/without-wholes.ts";
import { doubtZeros } from "./table/zeros.ts";

/** A definition of all that the data tells, and the data as it reads it. */
export interface CompleteGuess extends Omit<DefinitionGuess, "remarks" | "signs"> {
  /** What could not be known, by the field of the definition that it is about. */
  readonly remarks: ReadonlyMap<string, string>;
  /** As the definition reads it, before any protection: for the author's eyes alone. */
  readonly dataset: Dataset | undefined;
  /** What readers see of it: undefined where nothing asked for that. */
  readonly shown: Dataset | undefined;
  /** Why it cannot be read, where it cannot. */
  readonly problems: BriefingError | undefined;
  /** Whether the categories of each dimension may stand beside each other. */
  readonly comparability: ReadonlyMap<string, Comparability>;
}

/**
 * Reads data by a guess, and adds what only all figures together tell: totals, what holds what, sums of measures, and whether
 * small counts ask for protection. No sum is denied.
 * @param date the day after which periods are still to come, as `2026-11-28`; where absent, none is known to be.
 */
export async function completeGuess(
  { spec: given, alike, rowsAre, hiddenBelow, remarks: first, signs }: DefinitionGuess,
  data: DataInput,
  date?: string,
): Promise<CompleteGuess> {
  const remarks = first.copy();
  const { read, isFewer } = await readFirst(given, { data, remarks });
  const { spec, dataset } = read;
  if (!dataset)
    return {
      spec: given,
      alike,
      remarks: first.all,
      dataset: undefined,
      shown: undefined,
      problems: read.problems,
      comparability: new Map(),
    };
  // Whoever takes off a list what was left out for its small counts finds them hidden.
  const isSmall = isFewer || mayBeSmall(dataset, rowsAre);
  remarkOnThings(dataset, isSmall, remarks);
  const dimensions: Record<string, DimensionSpec> = { ...spec.dimensions };
  const { sums: found, proven, ...told } = completeDimensions(dimensions, { dataset, isSmall, remarks });
  const { sums, replaced } = sumsThatHold(found, { dataset, remarks });
  const summed = withUnitsOfWholes(withProvenSums({ dataset, dimensions, remarks }), sums, remarks);
  const bounded = withBoundsByFigures(withoutRefutedSums(summed, { dataset, dimensions, remarks }), dataset, remarks);
  const proved = withMovingMeans(withRunningTotals(bounded, { dataset, remarks }), { dataset, remarks });
  doubtCategories({ dataset, dimensions, remarks });
  markBalances(dimensions, { dataset, isSmall, remarks });
  doubtZeros(dataset, remarks);
  completeTime(dimensions, dataset, { date, remarks });
  remarkOnNearlySums(dimensions, { dataset, remarks });
  remarkOnRoundedSums(dataset, { told: sums, remarks });
  const failing = replaced.map((sum) => ({ ...sum, isDenied: true }));
  const inRows = isSmall ? [...sumsInSomeRows(dataset), ...failing].filter((sum) => !isTold(sum, sums)) : [];
  const possibleSums = inRows.flatMap((sum, at) =>
    isTold(sum, inRows.slice(0, at)) ? [] : [{ whole: sum.whole, parts: sum.parts }],
  );
  if (inRows.some(({ isDenied }) => isDenied)) remarks.add("possibleSums", addUpInSomeRows);
  const further = inRows.filter(({ isDenied }) => !isDenied);
  if (further.length > 0)
    remarks.also("possibleSums", addUpToo(further.map(({ whole }) => spec.measures[whole]?.label ?? whole)));
  const { measures, unknown, profile } = isSmall
    ? withSmallHidden(proved, { dataset, told: hiddenBelow, remarks })
    : { measures: proved, unknown: [] };
  const layout = nameBlankTotals(spec, dimensions, { dataset, remarks });
  const complete: DatasetSpec = {
    ...spec,
    dimensions,
    measures,
    ...defined({
      layout,
      sums: sums.length > 0 ? sums : undefined,
      possibleSums: possibleSums.length > 0 ? possibleSums : undefined,
      disclosure: profile ? { profile, ...publishedRates(measures) } : undefined,
    }),
  };
  const showing = createShowing((own) => readGuess(own, data, createRemarks()));
  const untelling = await withoutTelling(complete, {
    ...told,
    spec,
    dataset,
    dimensions,
    isSmall,
    data,
    showing,
    signs,
    remarks,
  });
  const { safe: crossed, named: asNamed } = await readSafe(untelling, { dataset, layout, spec, data, remarks });
  remarkOnOverlaps(crossed.dimensions, { dataset: asNamed, remarks });
  const withAbsent = withNeverCrossed(crossed, { dataset: asNamed, remarks });
  const safe = withAbsent ?? crossed;
  const again = withAbsent && (await readGuess(unprotected(safe), data, createRemarks())).dataset;
  const named = again ?? asNamed;
  forgetLeftOut(safe, remarks);
  remarkOnSums(safe.dimensions, { dataset: named, proven, remarks });
  askWhatMeansAreOf(unknown, safe.measures, remarks);
  remarkOnFailingSums(safe.sums ?? [], { dataset: named, remarks });
  takeBackAnswered(safe, { dataset, remarks });
  takeBackHeld(safe, remarks);
  doubtSumsOverPeriods(safe, named, remarks);
  const nameOf = (measure: string) => safe.measures[measure]?.label ?? measure;
  const account = await accountOfCells(safe, data);
  if (account !== undefined) remarks.also("layout", account);
  const comparability = comparabilityOf(safe, { dataset: named, signs, remarks });
  return {
    spec: safe,
    alike,
    remarks: togetherOnMeasures(remarks.all, nameOf),
    dataset: named,
    shown: showing.known(safe),
    problems: undefined,
    comparability,
  };
}

/**
 * Reads data by a guess: without what could not be hidden, and by fewer measures, rows or periods where all would take long to protect, or show nothing.
 * @returns what was read, and whether it is less, or of coarser periods, than what the data has, for the small counts in that.
 */
async function readFirst(
  given: DatasetSpec,
  { data, remarks }: { readonly data: DataInput; readonly remarks: Remarks },
): Promise<{ readonly read: ReadGuess; readonly isFewer: boolean }> {
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
  const isLess = read !== mendedFirst && mendedFirst.dataset !== undefined && hasSmallCounts(mendedFirst.dataset);
  return { read, isFewer: isLess || read !== fewest };
}

interface ToldBySums extends Pick<LeavingInput, "across" | "equal"> {
  readonly tilings: Tilings;
}

/** Adds to dimensions what figures tell of them: what holds what, and which are totals. Those that are totals by name alone are taken back. */
function completeDimensions(
  dimensions: Record<string, DimensionSpec>,
  { dataset, isSmall, remarks }: { readonly dataset: Dataset; readonly isSmall: boolean; readonly remarks: Remarks },
): ToldBySums & { readonly sums: readonly SumSpec[]; readonly proven: readonly string[] } {
  const found = findUndeclaredSums(dataset, { isProtective: isSmall });
  const tilings = tilingsOf(dataset, isSmall ? dimensions : {});
  const ofCategories = withTilings(found.dimensions, tilings);
  const { across, equal } = declareSums(dimensions, { dataset, found: ofCategories, isSmall, remarks });
  spreadTotals(dimensions, dataset);
  addNearTotals(dimensions, dataset, remarks);
  const proven = ofCategories.flatMap(({ dimension, total }) => (total === undefined ? [] : [dimension]));
  dropTotals(dimensions, { dataset, proven, remarks });
  confirmTotals(dimensions, { dataset, remarks });
  placeOthersBeside(dimensions, { dataset, proven, remarks });
  const sums = found.measures.map(({ whole, parts }) => ({ whole, parts }));
  return { sums, proven, tilings, across, equal };
}

interface TellingInput extends ToldBySums {
  /** As it was read. */
  readonly spec: DatasetSpec;
  readonly dataset: Dataset;
  readonly dimensions: Readonly<Record<string, DimensionSpec>>;
  readonly isSmall: boolean;
  readonly data: DataInput;
  readonly showing: Showing;
  readonly signs: DefinitionGuess["signs"];
  readonly remarks: Remarks;
}

/** A definition without what would tell figures that it hides, and with sums declared that protection has to know of. */
async function withoutTelling(
  complete: DatasetSpec,
  { spec, dataset, dimensions, across, equal, tilings, isSmall, data, showing, signs, remarks }: TellingInput,
): Promise<DatasetSpec> {
  const telling = isSmall ? sharesOfTotals(dataset, dimensions) : [];
  if (telling.length > 0) remarks.also(fieldOfLeftOut(spec), remarkOnShares(spec, telling));
  const rows = rowsToLeave(dataset, { dimensions, across, tilings, isSmall });
  const untold = telling.reduce(withoutMeasure, complete);
  const untelling = isSmall
    ? await withoutGiveaways(
        withKnownParts(leaveOutSums(untold, { dataset, ...rows, equal, remarks }), true, remarks),
        findGiveaways(dataset),
        { showing, remarks },
      )
    : complete;
  const known = { dataset, signs, remarks };
  const leaves = withoutResidualAreas(withoutNamedWholes(untelling, known), dataset, remarks);
  const ranked = withoutSummedAreas(withoutPartsBeside(leaves, known), known);
  const unshared = await withoutSharesOfFew(ranked, { showing, remarks });
  const exact = isSmall ? withoutRoundedTotals(unshared, { dataset, remarks }) : unshared;
  const readable = await withRefusedDeclared(exact, dataset, { data, tilings, remarks });
  return await withPossibleSums(readable, dataset, { data, tilings, showing, remarks });
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

const addUpToo = (wholes: readonly string[]): string =>
  `In each row that was compared, ${someOf([...new Set(wholes)])} also comes from parts that are listed here: where that is so by their meaning, move these to sums.`;

/** Takes back what was said of measures that are left out, and of totals and parts that are no longer declared. */
function forgetLeftOut({ measures, dimensions }: DatasetSpec, remarks: Remarks): void {
  for (const field of [...remarks.all.keys()]) {
    const measure = /^measures\.(?<id>[^.]+)/u.exec(field)?.groups?.id;
    const { id = "", said } = /^dimensions\.(?<id>[^.]+)\.(?<said>total|holds)$/u.exec(field)?.groups ?? {};
    const isGone = measure !== undefined && !(measure in measures);
    if (isGone || (said !== undefined && !(said in (dimensions[id] ?? {})))) remarks.remove(field);
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

/**
 * A dataset as it is where what empty cells are called has changed, or rows were left out: what the data is asked for has to be there, by its name. A
 * definition that speaks of what is not there any more says nothing of sums.
 */
async function readSafe(
  given: DatasetSpec,
  {
    dataset,
    spec,
    layout,
    data,
    remarks,
  }: {
    readonly dataset: Dataset;
    readonly spec: DatasetSpec;
    readonly layout: DatasetSpec["layout"];
    readonly data: DataInput;
    readonly remarks: Remarks;
  },
): Promise<{ readonly safe: DatasetSpec; readonly named: Dataset }> {
  if (layout === spec.layout && given.layout?.rows === spec.layout?.rows) return { safe: given, named: dataset };
  const read = await readGuess(unprotected(given), data, createRemarks());
  if (read.dataset) return { safe: given, named: read.dataset };
  const fewer = withoutWholes(given, { dataset, remarks });
  return { safe: fewer, named: await readDataset(defineDataset(unprotected(fewer)), data, { id: "data" }) };
}

const unprotected = ({ disclosure: _, ...spec }: DatasetSpec): DatasetSpec => spec;

/** A rate or a share has to name what it is made of, and a mean what it is of, or be published as it is. */
function publishedRates(measures: DatasetSpec["measures"]): { measures?: Readonly<Record<string, "publish">> } {
  const isNamed = ({ statType, numerator, denominator }: MeasureSpec) =>
    numerator !== undefined && (denominator !== undefined || isMeasured({ statType }));
  const rates = Object.entries(measures).filter(([, own]) => own.statType !== "count" && !isNamed(own));
  return rates.length === 0 ? {} : { measures: Object.fromEntries(rates.map(([id]) => [id, "publish"] as const)) };
}
