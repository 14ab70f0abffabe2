import { groupBy, type MeasureSpec } from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { lastHeading, sentence } from "../naming.ts";
import { guessedFrom } from "../remarks.ts";
import { isOfValues } from "../rows/column-roles.ts";
import type { ColumnSurvey } from "../table/column-survey.ts";
import { withoutGluedNotes, withoutNumberedNotes } from "../table/note-marks.ts";
import { isTotal } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";
import { isBelowMoney } from "./below-money.ts";
import { withoutBounds } from "./bounds-of-measures.ts";
import {
  areAllPortions,
  askOfOneMeasure,
  familyOf,
  figuresOfParts,
  mayBeCategories,
  saidOfOneMeasure,
  scoresAmong,
  unitBelowWhole,
  unitOfAllBut,
  unitOfSiblings,
} from "./columns-alike.ts";
import { guessMeasure } from "./guess-measure.ts";
import { noPercentages } from "./guess-rate.ts";
import { unitInHeading, unitOfText } from "./guess-unit.ts";
import type { GuessedMeasures, OwnNaming } from "./guessed-measures.ts";
import { isOfChange, isOfClaimants, isOfMoney, ofMeans, saysAverage, saysNumber, saysPercent } from "./measure-kind.ts";
import { askOfSiblings, settleTogether, unitsOfTitle } from "./measures-together.ts";
import { notStated, summedOverTime } from "./one-measure.ts";
import { askOfBeginnings, askOfGroups, askOfParts } from "./parts-in-headings.ts";
import { isSampleSize } from "./sample-sizes.ts";
import { isCode, isForm, isOfAxes, saysNothingBelow } from "./saying-nothing.ts";
import { headOfTitle, thingsAbove } from "./things-of-titles.ts";
import { saysNumbers } from "./unit-evidence.ts";
import { countsWithSlips, givingAway, uncountedAmong } from "./unprotected-columns.ts";

/** `% of Total | No. Sat`: the lower heading alone says that a share is a number. */
const isShareOfNumber = (name: string): boolean =>
  /^(?:(?:no|nr)\.|numbers?\b|counts?\b)/iu.test(lastHeading(name)) &&
  saysPercent(name.split(" | ").slice(0, -1).join(" | "), []);

/** Whether a heading is all of what the one above it says: `Renewables | All sources`. */
const isAllOfAnother = (name: string): boolean => name.includes(" | ") && isTotal(lastHeading(name));

/** Whether the lowest heading of a column says by itself what its figures are. */
const isNamedByLast = (column: ColumnSurvey, figures: readonly ColumnSurvey[]): boolean =>
  !isAllOfAnother(column.name) &&
  !saysNothingBelow(column, figures) &&
  !saysDay(column, figures) &&
  !isForm(lastHeading(column.name)) &&
  !isShareOfNumber(column.name);

/** The lowest heading, or both where one goes on in the row below, in small letters: `Number on parole per 100,000 | residents at the end`. */
function lowestHeading(name: string): string {
  const { first, rest } = brokenHeading.exec(name)?.groups ?? {};
  const isBroken = first !== undefined && rest !== undefined && unitOfText(rest, "not") === undefined;
  return isBroken ? `${first} ${rest}` : lastHeading(name);
}
const brokenHeading = /^(?<first>\p{Lu}[^|]*[\p{L}\d,]) \| (?<rest>\p{Ll}{3,},? [^|]+)$/u;

/** Whether the heading above says on which day some figures are, and others are on none: `Reserves at 1 April 2011 | Schools`. */
function saysDay({ name }: ColumnSurvey, figures: readonly ColumnSurvey[]): boolean {
  const above = name.split(" | ").slice(0, -1).join(" | ");
  return ofDay.test(above) && figures.some((other) => !other.name.startsWith(`${above} | `));
}
const ofDay = /\b(?:at|on|of) (?:the )?\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}+ (?:19|20)\d{2}\b/u;

/** The measures of columns that have one each, called by their headings. */
export function plainMeasures(figures: readonly ColumnSurvey[], naming: OwnNaming): GuessedMeasures {
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  const { isAsked, areKinds } = askOfCategories(figures, naming);
  const arePortions = areAllPortions(figures);
  const scores = scoresAmong(figures);
  const percents = figures.filter((column) => saysPercent(column.name, []) && mayBePercent(column));
  const lasts = groupBy(figures, ({ name }) => lastHeading(name));
  const headings = figures.map(({ name }) => name);
  const plain = new Map([...withoutNumberedNotes(headings), ...withoutGluedNotes(headings)]);
  const leftOut = givingAway(figures, naming);
  const uncounted = uncountedAmong(figures);
  const slips = countsWithSlips(figures, naming);
  const ids = new Map<ColumnSurvey, string>();
  for (const column of figures.filter((own) => ![leftOut, uncounted, slips].flat().includes(own))) {
    const isOnly = lasts.get(lastHeading(column.name))?.length === 1 && isNamedByLast(column, figures);
    const unmarked = plain.get(column.name) ?? column.name;
    const own = isOnly ? lowestHeading(unmarked) : unmarked;
    const { name, isNamed, bound } = nameOfFigure(own, { figures, naming });
    const id = naming.idOf(name, "value");
    const parts = partsWith(column, naming);
    const family = scores.includes(column) ? scores : familyOf(column, figures, percents);
    const columns = arePortions ? figures : family;
    const spec = guessMeasure(id, {
      ...namingOf(column, { figures, naming }),
      name,
      figures: figuresOf(parts, columns),
      thingsAbove: thingsAbove(column.name),
      above: isOnly ? column.name : "",
      mayBePortion: arePortions || figures.length === 1,
      unit: unitBeside(column, { figures, naming, isBound: bound !== undefined && bound !== "", parts }),
      isOwnUnit: column.unit !== undefined || naming.isScaled === true || unitBelowWhole(column, figures) !== "",
      isNumber:
        isNumberOfThem(own, isNamed, { figures, naming }) ||
        isNumberByTitle(column, naming) ||
        definesNumber(column) ||
        (isOfMoney(name) && isOfClaimants(naming.title) && unitInHeading(own).kind === "none"),
      isIndex: isIndexed(name, naming),
      isRunningTotal: naming.running?.includes(column) ?? false,
      areMeans: (naming.areMeans ?? false) || ofMeans.test(meaningOf(column.definition ?? "")),
      areSummed: isSummed(column, naming),
      isMoney: mayBeMoney(name, column, { figures, naming }),
      isOfCategory: isAsked,
    });
    specs[id] = calledByUnit(spec, id, { heading: own, figures, naming, isNamed });
    remarkOnSums(id, spec, { column, naming });
    names[id] = column.ref;
    ids.set(column, id);
    remarkOnHeading(id, own, { figures, naming, isNamed });
    if (plain.has(column.name)) naming.remarks.add(`measures.${id}.label`, withoutItsNote);
  }
  settleTogether(specs, ids, naming);
  if (areKinds) askOfSiblings(specs, naming.remarks);
  if (isAsked) unitsOfTitle(specs, naming.remarks);
  return { specs, names, leftOut, uncounted, slips };
}

const isSummed = (column: ColumnSurvey, { areSummed, summed }: OwnNaming): boolean =>
  areSummed === true || summed?.has(column) === true;

/** Says of a measure that totals show its sums over time, in the place of what was in doubt of amounts. */
function remarkOnSums(
  id: string,
  { statType, additive }: MeasureSpec,
  { column, naming }: { readonly column: ColumnSurvey; readonly naming: OwnNaming },
): void {
  if (naming.summed?.has(column) !== true || !(statType === "count" || additive === true)) return;
  naming.remarks[statType === "count" ? "also" : "replace"](`measures.${id}.statType`, summedOverTime);
}

/** What a column has, with those beside it that it is told apart from others by. */
const figuresOf = (parts: readonly ColumnSurvey[] | undefined, columns: readonly ColumnSurvey[]) =>
  parts ? figuresOfParts(parts) : columns.flatMap(({ figures }) => figures ?? []);

/** Asks whether headings are categories, and returns whether that was asked, and whether nothing in them says what is measured. */
function askOfCategories(
  figures: readonly ColumnSurvey[],
  { unit, across, sumsBeside, remarks }: OwnNaming,
): { readonly isAsked: boolean; readonly areKinds: boolean } {
  const plainly = withoutBounds(figures);
  const because =
    plainly.length === figures.length ? saidOfOneMeasure(figures, { unit, across, sums: sumsBeside }) : undefined;
  const isAsked = because !== undefined || mayBeCategories(plainly);
  const ask =
    askOfParts(figures) ??
    askOfGroups(figures) ??
    (isAsked ? askOfOneMeasure(figures, because) : askOfBeginnings(figures));
  if (ask !== undefined) remarks.add("measures", ask);
  return { isAsked, areKinds: ask !== undefined };
}

/** Whether a column says how many were asked, beside what was found: nothing that is said of all figures is said of it. */
const isBase = ({ name }: ColumnSurvey, figures: readonly ColumnSurvey[]): boolean =>
  figures.length > 1 && isSampleSize(lastHeading(name));

/** What is known of all figures, as far as it holds for a column. */
function namingOf(column: ColumnSurvey, { figures, naming }: Pick<HeadingInput, "figures" | "naming">): OwnNaming {
  const { ofColumn, ...others } = naming;
  return ofColumn === undefined || isBase(column, figures) ? others : naming;
}

const mayBeMoney = (
  name: string,
  column: ColumnSurvey,
  { figures, naming }: Pick<HeadingInput, "figures" | "naming">,
): boolean => !isBase(column, figures) && !definesNumber(column) && isBelowMoney(name, column, naming, figures);

interface UnitInput extends Pick<HeadingInput, "figures" | "naming"> {
  readonly isBound: boolean;
  /** Shares of one whole that the column is one of. */
  readonly parts: readonly ColumnSurvey[] | undefined;
}

/** What a row of units, the lines above the table, or headings of other columns say of the unit of one; "" where none does. */
const unitBeside = (column: ColumnSurvey, { figures, naming, isBound, parts }: UnitInput): string =>
  isBase(column, figures)
    ? (column.unit ?? "")
    : column.unit ||
      unitOfAllBut(column, naming.unit) ||
      (isBound ? unitInSeries(naming.called) : "") ||
      unitBelowWhole(column, figures) ||
      (parts ? "%" : definesNumber(column) ? "" : unitOfSiblings(column, figures));

/** Figures of which nothing but the unit is said, `Value` beside `People` in all rows, as what they count. */
function calledByUnit(
  spec: MeasureSpec,
  id: string,
  { heading, figures, naming, isNamed }: HeadingInput & { readonly heading: string },
): MeasureSpec {
  if (!isNamed || figures.length > 1 || !isOfValues(heading) || /\p{L}{3}/u.test(naming.called)) return spec;
  naming.remarks.add(`measures.${id}.label`, valueSaysNothing);
  return spec.statType === "count" && spec.unit !== notStated ? { ...spec, label: sentence(spec.unit.other) } : spec;
}

const valueSaysNothing = guessedFrom(
  "its heading",
  "Neither a heading, a title nor a column says what these figures are: say it.",
);

/** Whether figures of a column may be percentages: one that is called so and holds others says nothing of those beside it. */
const mayBePercent = ({ figures }: ColumnSurvey): boolean => (figures?.largest ?? 0) <= noPercentages;

/** Whether the heading of figures, or what a column says of the one measure, is that they are numbers of what all is called. */
const isNumberOfThem = (
  own: string,
  isNamed: boolean,
  { figures, naming }: Pick<HeadingInput, "figures" | "naming">,
): boolean =>
  (figures.length === 1 && naming.areNumbers === true) || (!isNamed && /^(?:numbers?|counts?)$/iu.test(meaningOf(own)));

/**
 * Whether whole figures are numbers of what the title says that there is a number of, whatever their heading seems to say: `Basic rate` below `Number of
 * taxpayers by rate`.
 */
const isNumberByTitle = ({ name, figures }: ColumnSurvey, { title }: Pick<OwnNaming, "title">): boolean =>
  /^(?:total )?numbers? of \p{L}/iu.test(headOfTitle(title)) &&
  !saysAverage(headOfTitle(title)) &&
  figures?.isWhole === true &&
  !figures.hasNegative &&
  !figures.hasPercent &&
  figures.largest > mostPercent &&
  !saysAverage(name) &&
  !saysPercent(name, []) &&
  !isOfChange(name) &&
  unitInHeading(lastHeading(name)).kind === "none";
/** Whether whole figures are a number of something by their definition, and not for each of something else: `Anzahl der Haushalte` below `Haushalte`. */
const definesNumber = ({ definition = "", figures }: ColumnSurvey): boolean =>
  figures?.isWhole === true &&
  saysNumber(definition) &&
  !saysAverage(definition) &&
  !/(?<!\p{L})(?:per|je|pro|par|por)(?!\p{L})/iu.test(definition);
/** Rates and scores are hardly larger. */
const mostPercent = 100;

interface HeadingInput {
  readonly figures: readonly ColumnSurvey[];
  readonly naming: OwnNaming;
  readonly isNamed: boolean;
}

/** Says what a heading leaves open of its figures. */
function remarkOnHeading(id: string, heading: string, { figures, naming, isNamed }: HeadingInput): void {
  const scale = scaleInLetters(heading, figures);
  if (scale !== undefined) naming.remarks.also(`measures.${id}.unit`, scale);
  const doubt = (isNamed ? undefined : naming.doubtOfCalled) ?? doubtOfHeading(heading);
  if (doubt !== undefined) naming.remarks.add(`measures.${id}.label`, doubt);
}

const partsWith = (column: ColumnSurvey, { parts }: Pick<OwnNaming, "parts">): readonly ColumnSurvey[] | undefined =>
  parts?.includes(column) ? parts : undefined;

/** Whether the file says of a price that it is an index of prices, or a change of them. */
const isIndexed = (name: string, { called, title }: Pick<OwnNaming, "called" | "title">): boolean =>
  /^(?:price|value|level|close)s?$/iu.test(wordsOf(name)) && /\bind(?:ex|ices)\b/iu.test(`${called} ${title}`);

/** What one column of figures is called: as its heading is, or as all of them are where it says nothing. */
function nameOfFigure(
  own: string,
  { figures, naming }: { readonly figures: readonly ColumnSurvey[]; readonly naming: OwnNaming },
): { readonly name: string; readonly isNamed: boolean; readonly bound: string | undefined } {
  const bound = naming.isSeries && figures.length > 1 ? boundOf(own) : undefined;
  if (bound !== undefined && bound !== "")
    return { name: `${naming.called.replace(/\s*\([^()]*\)$/u, "")}: ${bound}`, isNamed: false, bound };
  const isTotalAlone = figures.length === 1 && /^totals?$/iu.test(meaningOf(own).trim());
  // `Count`, beside a column that names for all rows what is counted.
  const isCount = naming.isSeries === true && saysNumbers.test(own);
  const saysNothing =
    own === "" || isTotalAlone || isCount || isOfAxes(own) || (isOfValues(own) && !/^amount$/iu.test(own));
  const isNamed = (figures.length > 1 && bound === undefined) || !saysNothing || !/\p{L}{3}/u.test(naming.called);
  return { name: isNamed ? own : naming.called, isNamed, bound };
}

/** What bounds of the one figure of a series are: `low` in `FactValueNumericLow`, "" in `Value`. Undefined of any other figure. */
function boundOf(name: string): string | undefined {
  const { value, bound = "" } =
    /^(?<value>.*?)[ _-]*(?<bound>low(?:er)?(?:[ _-]?(?:ci|limit|bound))?|high(?:er)?|upper(?:[ _-]?(?:ci|limit|bound))?|lci|uci)?$/iu.exec(
      wordsOf(name),
    )?.groups ?? {};
  return value !== undefined && (isOfValues(value) || (value === "" && bound !== "")) ? bound.toLowerCase() : undefined;
}

/** What the name of a series says of the unit of its bounds: `%` in `Prevalence of anaemia (%)`. */
const unitInSeries = (name: string): string => /\((?<said>[^()]*)\)\s*$/u.exec(name)?.groups?.said ?? "";
const withoutItsNote = "Without the number at the end of its heading, which was taken for that of a note.";
const headingHasNumber = "Its heading ends with a number: say what that is, an age or a year, say.";
/** What a heading does not say of its figures. */
const doubtOfHeading = (heading: string): string | undefined =>
  isCode(heading)
    ? headingIsCode
    : /\p{L}{2}[ _]\d{1,3}$/u.test(heading)
      ? headingHasNumber
      : gluedNumber.test(heading)
        ? headingHasGlued
        : heading.length > longestLabel
          ? headingIsLong
          : undefined;
/** A number that stands right behind a word, within a heading or at its end: `Respiratory2 deaths`. */
const gluedNumber = /\p{Ll}{3}[1-9](?<!co2)(?![\p{L}\d.])/u;
const headingHasGlued = "A number stands right behind a word of its heading: take it off where it is that of a note.";
/** What is longer is no name that a sentence could have. */
const longestLabel = 110;
const headingIsLong = "Its heading is as long as a sentence: give it a name of a few words.";

/** What a letter at the end of a heading may say of the unit: `K12_M`, and no `TOTAL_M` beside `TOTAL_F`. */
function scaleInLetters(heading: string, figures: readonly ColumnSurvey[]): string | undefined {
  const { stem, letter } = /^(?<stem>.+)_(?<letter>MM?|K|BN|Bn|bn|mn)$/u.exec(heading.trim())?.groups ?? {};
  if (stem === undefined || letter === undefined) return undefined;
  // Boys, girls, and those who read well beside `READ_M`: letters of groups.
  const isOfGroups = figures.some(({ name }) => {
    const own = name.trim();
    return own.startsWith(`${stem}_`) && /^[A-Z]$/u.test(own.slice(stem.length + 1)) && !/[MKB]$/u.test(own);
  });
  const times = /^K/u.test(letter) ? "thousands" : /^b/iu.test(letter) ? "billions" : "millions";
  return isOfGroups ? undefined : `Its heading ends with "${letter}": if it is told in ${times}, say so in the unit.`;
}

const headingIsCode = "Its heading is a code or a short form: say what it stands for.";
