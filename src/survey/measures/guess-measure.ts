import type { MeasureSpec } from "../../dataset/index.ts";
import { sentence } from "../naming.ts";
import { guessedFrom } from "../remarks.ts";
import { isRunning } from "../rows/column-roles.ts";
import type { FigureSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import { isPlainCount, namesThings } from "./counted-things.ts";
import { countInThousands, guessCount, isThing, thingsIn } from "./guess-count.ts";
import { eachSaid, guessMean, perEach } from "./guess-mean.ts";
import { guessPercent, guessRate, thingsOfRate } from "./guess-rate.ts";
import { countedBy, isScale, moneyEach, unitInHeading, unitOfDuration, unitOfText } from "./guess-unit.ts";
import type { OwnNaming } from "./guessed-measures.ts";
import {
  isOfCounts,
  isOfMoney,
  isUnitAlone,
  kindOfMeasure,
  type MeasureKind,
  saysAmount,
  saysAverage,
  saysNumber,
  saysPercent,
} from "./measure-kind.ts";
import { type MeasureInput, notStated, type OneMeasure, summedBelow, whatIsCounted } from "./one-measure.ts";
import { withRateAbove } from "./rate-said-above.ts";
import { saysNumbers } from "./unit-evidence.ts";
import { asUnit, indexPoints, kindAsUnit, ratio, unitByName } from "./units-by-name.ts";
import { asMeant, currency, isOfSomePeso, isPayment, signOfAll, unitPaid, withSign } from "./units-of-money.ts";

interface KindInput extends Required<Pick<MeasureInput, "figures" | "unit">> {
  /** All headings. */
  readonly whole: string;
  readonly fileName: string | undefined;
}

/** What figures are by what they are called. A file may be called after anything: `coverage-report` makes no percentages of whole numbers. */
function kindByName({ whole, figures, unit, fileName }: KindInput): MeasureKind {
  const kind = kindOfMeasure(whole, figures, unit);
  if (whole !== fileName || !figures.every(({ isWhole }) => isWhole)) return kind;
  if (kind.isPercent && !saysPercent(`${whole} ${unit}`, figures)) return kindOfMeasure("", figures, unit);
  // Nor is it no count for a file called `points` or `rates`, where some are as small as counts that have to be hidden.
  if (kind.statType === "quantity" && !kind.isPercent && !kind.isAmount && figures.some(({ small }) => small > 0))
    return kindOfMeasure("", figures, unit);
  // A file that has an average may be named for it, and small counts in it have to be hidden.
  return kindOfMeasure(whole.replaceAll(/\b(?:averages?|means?|medians?)\b/giu, " "), figures, unit);
}

/** All that is said of what figures are: by their name, the headings above it, and whether they are a number of it. */
function wholeName(name: string, above: string, isNumber: boolean): string {
  const further = above === name ? "" : above.split(" | ").slice(0, -1).join(" ");
  const called = isNumber ? `number of ${name}` : name;
  return further === "" ? called : `${called} ${further}`;
}

/** One measure, by what it is called and by its figures: what kind it is of, and what it is told in. */
export function guessMeasure(
  id: string,
  {
    name: heading,
    figures,
    remarks,
    unit: unitSaid = "",
    ofColumn,
    above = "",
    isMoney = false,
    isIndex = false,
    isRunningTotal = isRunning(heading),
    mayBePortion = false,
    areMeans = false,
    areSummed = false,
    fileName,
    things,
    thingsAbove,
    rateAbove,
    currency: ofRows,
    isUnit = false,
    isOwnUnit = false,
    isNumber = false,
    isOfCategory = false,
  }: MeasureInput,
): MeasureSpec {
  const name = withRateAbove(heading, rateAbove);
  const { words, unit: own } = isUnit ? { words: name, unit: undefined } : unitInHeading(name);
  const field = `measures.${id}`;
  const whole = wholeName(name, above, isNumber);
  // Rates and margins are not told in thousands, where counts are, unless a row says it of each.
  const isOfOthers = isScale(unitSaid) && !isOwnUnit && !isToldInNumbers(words, kindOfMeasure(whole, figures));
  const sign = saysNumber(name) ? undefined : signOfAll(figures);
  const unit = withSign(isOfOthers ? "" : unitSaid, sign);
  const read = withoutSlips({ whole, figures, unit });
  if (read !== figures) remarks.also("layout.unreadableCells", countsWithDecimals(sentence(words)));
  const plain = kindByName({ whole, figures: read, unit, fileName });
  const kind = asMeant(plain, { isMoney: isMoney && own === undefined, areMeans, areSummed });
  const isPart = isShareOrRate(kind);
  const isPaid = !isIndex && isPayment(plain, { name, figures, isMoney, isOfCategory });
  const known = ofNamed(
    { label: sentence(words), things, kind },
    own ??
      (isPart ? undefined : unitAbove(name, above, { things, kind })) ??
      (isOfSomePeso(unit, name) ? currency : unitOfText(unit)?.unit) ??
      unitOfDuration(unit) ??
      (isPart ? undefined : moneyEach(unit)) ??
      (isUnitAlone(name) ? unitOfText(name)?.unit : undefined) ??
      asUnit(ofColumn ?? kindAsUnit(unit)) ??
      (isIndex ? indexPoints : undefined) ??
      unitPaid({ isPaid, kind, name, ofRows, said: unitSaid }),
  );
  const label = labelOf({ name, words, fileName, known });
  const input = { label, field, figures: read, remarks, known, mayBePortion, isOfFile: name === fileName };
  const said = `${whole} ${unit}`;
  const isCurrency = known?.other.endsWith(currency.other) === true;
  const isScaleAlone = known?.other.endsWith(notStated.other) === true;
  const thingsSaid = kind.statType === "rate" ? thingsOfRate(unit) : kind.statType === "count" ? thingsIn(unit) : "";
  const isSaid = isUnitSaid(kind, { name, known, figures }) || isThing(thingsSaid);
  if (isCurrency || isScaleAlone || !isSaid)
    remarks.add(
      `${field}.unit`,
      remarkOnUnit(kind, { isMoney: isCurrency, isNamed: namesThings(label), isScale: isScaleAlone }),
    );
  remarkOnNames(input, { whole, isRunningTotal });
  const inThousands = countInThousands({ ...input, name: words }, [own, unitSaid]);
  if (inThousands) return inThousands;
  if (kind.isPercent) return asWritten(guessPercent({ ...input, said }, kind, saysPercent(said, figures)), figures);
  if (kind.statType === "rate") return asWritten(guessRate({ ...input, things, saidUnit: thingsSaid }, kind), figures);
  return kind.statType === "count"
    ? guessCount({ ...input, name: said, saidUnit: thingsSaid, things, thingsAbove })
    : asWritten({ label, ...meanOf(input, kind, areSummed) }, figures, isOfMoney(words));
}

/**
 * A measure with the decimals that its figures are written with, where it would be told with fewer or more. Prices some of which have hundredths are
 * told with these: neither as `35,000.0` nor as `6.8`; whole per cents are told as whole ones.
 */
function asWritten(spec: MeasureSpec, figures: readonly FigureSurvey[], isPrice = false): MeasureSpec {
  const inHundredths = isPrice && figures.length > 0 && figures.every((own) => own.isInHundredths);
  const [written, ...others] = inHundredths ? [2] : new Set(figures.map(({ decimals }) => decimals));
  const areAlike = written !== undefined && others.length === 0 && written <= mostWritten;
  const isTold = written === (spec.decimals ?? 1) || spec.decimals === 0 || spec.fractions === true;
  return areAlike && !isTold && spec.statType !== "count" ? { ...spec, decimals: written } : spec;
}
/** Nobody publishes more: these come of a division. */
const mostWritten = 3;

const isShareOrRate = (kind: MeasureKind): boolean => kind.isPercent === true || kind.statType === "rate";

/** A mean or an amount; where rows below are the sums of all others, it says so. */
function meanOf(input: OneMeasure, kind: Extract<MeasureKind, { statType: "quantity" }>, areSummed: boolean) {
  const spec = guessMean(input, kind);
  if (areSummed && kind.isAmount) input.remarks.replace(`${input.field}.statType`, summedBelow);
  return spec;
}

/** Whether figures are numbers of what their name counts, or how much there is of it in all: of people there is a fraction where they are told in thousands. */
const isToldInNumbers = (name: string, kind: MeasureKind): boolean =>
  kind.statType === "count" ||
  (kind.statType === "quantity" &&
    !kind.isPercent &&
    (isPlainCount(name) || (saysAmount(name) && !isOfMoney(name))) &&
    !saysAverage(name));

/**
 * The unit in parentheses at the end of a heading above others: `Gross yield by sector (£m) | Arcades`, and `Trips (in thousands) | Rail`, which are thousands of what that one
 * counts. What counts something itself is told in no money and in no thousands of something else.
 */
function unitAbove(
  name: string,
  above: string,
  { things, kind }: Pick<OwnNaming, "things"> & { readonly kind: MeasureKind },
): MeasureSpec["unit"] | undefined {
  if (above === name || saysPercent(name, []) || saysNumber(name)) return undefined;
  // `Overall total` is one of what the heading above names.
  if (isOfCounts(name.replaceAll(/\btotals?\b/giu, " "))) return undefined;
  const said = above
    .split(" | ")
    .slice(0, -1)
    .flatMap((heading) => {
      const { words = "", text = "" } = unitBehind.exec(heading.trim())?.groups ?? {};
      const unit = unitOfText(text, "not");
      return unit ? [{ words, text, ...unit }] : [];
    });
  const own = said.at(-1);
  if (own === undefined || own.kind === "money") return own?.unit;
  if (saysAverage(name) || isOfMoney(name)) return undefined;
  return isScale(own.text) ? ofNamed({ label: sentence(own.words), things, kind }, own.unit) : own.unit;
}
const unitBehind = /^(?<words>.*?)\s*\((?<text>[^()]+)\)$/u;

/** Figures as those of a count, where a few of many have decimals, and their name or their unit says that they count something: `Number of offences`. */
function withoutSlips({
  whole,
  figures,
  unit,
}: Pick<KindInput, "whole" | "figures" | "unit">): readonly FigureSurvey[] {
  const areNearly = figures.length > 0 && figures.every((own) => own.isWhole || own.isNearlyWhole);
  const isSaid = saysNumbers.test(whole) || saysNumbers.test(unit) || saysNumber(whole) || isPlainCount(whole);
  if (!areNearly || figures.every(({ isWhole }) => isWhole) || !isSaid) return figures;
  const read = figures.map((own) => ({ ...own, isWhole: true, isNearlyWhole: false, isMostlySmall: false }));
  return kindOfMeasure(whole, read, unit).statType === "count" ? read : figures;
}

/** What a measure is called: by its unit where the name of a file without a word is all that there is, `01`. */
const labelOf = ({
  name,
  words,
  fileName,
  known,
}: Pick<MeasureInput, "name" | "fileName"> & Pick<OneMeasure, "known"> & { readonly words: string }): string =>
  sentence(name === fileName && !/\p{L}{2}/u.test(name) ? (known?.other ?? "") : withoutMarkBehind(words)) || "Figures";

/** `Estimate; Total:`: what would stand behind the mark, does not. */
const withoutMarkBehind = (words: string): string => words.replace(/(?<=\p{L})\s*[:;,]$/u, "");

const countsWithDecimals = (label: string): string =>
  `A few figures of "${label}" have decimals, and a count has none: not available until they are corrected. The build says where they stand. If they are right, say statType: "quantity", with additive: true.`;

/** `Deaths (000s)` are in thousand deaths; thousands of what nobody names are marked. What a label says is for each of someone is told so. */
function ofNamed(
  { label, things: ofTitle, kind }: Pick<OwnNaming, "things"> & { readonly label: string; readonly kind: MeasureKind },
  unit: MeasureSpec["unit"] | undefined,
): MeasureSpec["unit"] | undefined {
  // `Alcohol (litres) sold per adult drinker` is told in litres per adult drinker.
  if (unit && kind.statType === "quantity" && eachSaid(label) !== undefined) return perEach(unit, label);
  const { scale } = /^(?<scale>thousand|million|billion)s$/u.exec(unit?.other ?? "")?.groups ?? {};
  if (scale === undefined) return unit;
  const inBrackets = peopleInBrackets.exec(label)?.groups?.things ?? peopleAmongParts.exec(label)?.groups?.things;
  const things =
    inBrackets !== undefined
      ? countedBy(inBrackets).other
      : (isPlainCount(label) || namesThings(label)) && !isScale(label)
        ? countedBy(label).other
        : (ofTitle ?? notStated).other;
  return { one: `${scale} ${things}`, other: `${scale} ${things}` };
}

/** Whom a name says in brackets that it is a number of: `Estimated migration (Persons in April)`. */
const peopleInBrackets =
  /\((?<things>persons?|people|households|dwellings|employees|jobs)(?: (?:in|at|on|aged) [^()]*)?\)/iu;

/** Whom a name of several parts says that it is a number of: `Employed total, Persons, Trend`. */
const peopleAmongParts = /[,;:] ?(?:> ?)?(?<things>persons|people|households|dwellings|employees|jobs)(?=[,;:]|$)/iu;

/** Whether a heading, a column or a title says what a figure is told in: `Waste (tonnes)`, `Deaths`, `Change, %`. */
const isUnitSaid = (
  kind: MeasureKind,
  {
    name,
    known,
    figures,
  }: Pick<MeasureInput, "name" | "figures"> & { readonly known: MeasureSpec["unit"] | undefined },
): boolean =>
  kind.statType === "share"
    ? false
    : kind.isPercent ||
      (known ?? unitByName(name, figures)) !== undefined ||
      (kind.statType === "count" && isPlainCount(name) && !twoThings.test(name));

/** Two plurals beside each other, `Total households children`: which of them is counted, no word says. */
const twoThings = /^(?:total )?\p{L}{4,}[^\P{L}s]s (?:children|people|men|women|\p{L}{4,}[^\P{L}s]s)$/iu;

/** Says what follows from what a measure is called. */
function remarkOnNames(
  { label, field, known, remarks }: OneMeasure,
  { whole, isRunningTotal }: { readonly whole: string; readonly isRunningTotal: boolean },
): void {
  if (known === ratio) remarks.add(`${field}.unit`, ratioOfWhat);
  if (isScale(label)) remarks.add(`${field}.label`, unitForName);
  if (isRunningTotal) remarks.add(`${field}.statType`, runningTotal);
  if (isRolling(whole)) remarks.also(`${field}.statType`, rollingWindow);
}
const ratioOfWhat = "A ratio, as the data says: say of what to what, as a sentence has it.";
const unitForName = "Its heading says in what it is told, and not what it is: give it its name.";

/** Whether a heading is of a window that moves on, and overlaps the one before: `7T`, `7-day`, `rolling 3 months`, `last 14 days`; `decided within 13 weeks` is a limit, and `26 to 36 weeks` two, and `1000 t` a weight. */
const isRolling = (name: string): boolean =>
  /\b(?:rolling|moving|trailing|(?:last|past|previous) \d+ (?:days|weeks|months)|(?<!\b(?:within|after|under|over|than|least|most|up to) )(?<!\b\d+ ?(?:to|[-–])? ?)\b(?:\d+ ?-?(?:day|tage?|week|month)s?|\d{1,2}-?[dt])(?=\b(?! \d)))\b/iu.test(
    wordsOf(name),
  );
const rollingWindow =
  "Of several days or months each, by its name: where these overlap from one period to the next, never add it up over time.";

const runningTotal = guessedFrom(
  "its name",
  "A running total, by its name: each period holds those before it, so add up none over time, and take the differences to compare.",
);

const remarkOnUnit = (
  { isPercent, statType }: MeasureKind,
  { isMoney, isNamed, isScale: isInScale }: Readonly<Record<"isMoney" | "isNamed" | "isScale", boolean>>,
): string =>
  isPercent
    ? "Of what, as a sentence has it: % of …"
    : isMoney
      ? guessedFrom(
          "its name",
          "Taken for money: name the currency, in the singular and the plural, as a sentence has it, or say what it is.",
        )
      : statType === "count" && isNamed
        ? guessedFrom("its name", whatIsCounted)
        : statType === "quantity" && !isInScale
          ? whatItIsToldIn
          : whatIsCounted;

/** What is asked of the unit of figures that count nothing. */
const whatItIsToldIn = "What it is told in, in the singular and the plural, as a sentence has it.";
