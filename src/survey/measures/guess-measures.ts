import type { MeasureSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { lastHeading } from "../naming.ts";
import { isOfCurrency, type Roles } from "../rows/column-roles.ts";
import { saidAcross } from "../said-in-titles.ts";
import { summedColumns } from "../sums/summed-columns.ts";
import { sumsBeside } from "../sums/sums-beside.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isTableOfMoney } from "./below-money.ts";
import { partsOfInterval } from "./bounds-in-rows.ts";
import { partsOfWhole } from "./columns-alike.ts";
import { countOfRows } from "./count-of-rows.ts";
import { isCurrencyName, unitInHeading, unitOfText } from "./guess-unit.ts";
import type { GuessedMeasures, TitledNaming } from "./guessed-measures.ts";
import { asIndexNumbers, calledIndices } from "./index-numbers.ts";
import { estimateWithBounds, longMeasures } from "./long-measures.ts";
import { isInPercent, isOfCounts, ofMeans, saysPercent } from "./measure-kind.ts";
import { withCasesBeside } from "./measures-together.ts";
import { nameOfAll, seriesOf, whatCalls } from "./name-of-all.ts";
import { plainMeasures } from "./plain-measures.ts";
import { quotientsAmong } from "./quotients.ts";
import { remarkOnRanks } from "./ranks.ts";
import { rateSaidAbove } from "./rate-said-above.ts";
import { isSampleSize } from "./sample-sizes.ts";
import { thingsOfTitle } from "./things-of-titles.ts";
import { unitEvidence } from "./unit-evidence.ts";
import { wideMeasures } from "./wide-measures.ts";

/** Guesses what the figures of a table are: what they are called, their units, and whether they may be added up. */
export function guessMeasures(survey: TableSurvey, roles: Roles, naming: TitledNaming): GuessedMeasures {
  if (!roles.wide && roles.figures.length === 0) return countOfRows(survey, naming);
  const guessed = withCasesBeside(guessByHeadings(survey, roles, naming), naming.remarks);
  remarkOnRanks(guessed.specs, naming.remarks);
  const { remarks } = naming;
  return calledIndices(roles.long ? guessed : asIndexNumbers(guessed, { survey, roles, remarks }), remarks);
}

function guessByHeadings(survey: TableSurvey, roles: Roles, naming: TitledNaming): GuessedMeasures {
  const { wide, long, figures, constant } = roles;
  const { said, unit, corner, ofColumn, areNumbers, isScaled } = unitEvidence(survey, roles);
  const called = nameOfAll(survey, naming);
  const { fileName, doubtOfCalled } = whatCalls(called, survey, naming);
  const things = naming.title === naming.called ? undefined : thingsOfTitle(naming.title);
  const currency =
    currencyAmong(constant) ??
    (hasCurrencies(survey) ? undefined : (currencyBeside(figures) ?? currencyOfNotes(survey)));
  const quotients = quotientsAmong(survey);
  const areMeans = survey.titles.some((text) => ofMeans.test(text));
  const areSummed = survey.totals?.areSums === true;
  const rateAbove = rateSaidAbove(survey);
  if (wide && !long)
    return wideMeasures(survey, wide, {
      ...naming,
      called,
      doubtOfCalled,
      things,
      fileName,
      currency,
      quotients,
      areMeans,
      areSummed,
      rateAbove,
      unit: wide.unit ?? unit,
    });
  if (long) {
    const ends = partsOfInterval(long.measure.texts);
    return ends
      ? estimateWithBounds(survey, { ...long, ends }, { ...naming, currency, unit, called, doubtOfCalled })
      : longMeasures(survey, long, { ...naming, currency, unit, things });
  }
  const parts = partsOfWhole(survey, figures);
  // What a column says of the unit is said of what was found, and not of how many were asked.
  const isOnly = figures.length === 1 || figures.filter(({ name }) => !isSampleSize(name)).length === 1;
  const summed = summedColumns(survey, roles);
  return plainMeasures(figures, {
    ...naming,
    parts,
    quotients,
    sumsBeside: sumsBeside(survey),
    across: saidAcross(survey),
    currency,
    running: roles.running,
    called,
    doubtOfCalled,
    things,
    fileName,
    isMoney: isTableOfMoney(figures, naming),
    areMeans,
    areSummed,
    summed,
    rateAbove,
    isSeries: seriesOf(survey) !== undefined,
    areNumbers,
    isScaled,
    unit: isOnly
      ? unit
      : (survey.unitAbove ?? (areOfOneRate(figures, called) ? "%" : unitOfAll(said || (corner ?? ""), figures))),
    ...defined({ ofColumn: isOnly ? ofColumn : undefined }),
  });
}

/** Whether headings are nothing but the people that a rate is of, where the sheet, the title or the file names it: `Unemployment rates` of men and of women. */
const areOfOneRate = (figures: readonly ColumnSurvey[], called: string): boolean =>
  figures.length > 1 &&
  figures.every(({ name }) => ofPeople.test(name.trim())) &&
  isInPercent(
    meaningOf(called),
    figures.flatMap((column) => column.figures ?? []),
  );
const ofPeople =
  /^(?:overall|totals?|all|both(?: sexes)?|persons?|people|(?:fe)?males?|(?:wo)?men|boys|girls|adults|youth|children)$/iu;

/** The currency of all rows, where a column names it: `USD`. */
function currencyAmong(constant: readonly ColumnSurvey[]): MeasureSpec["unit"] | undefined {
  const said = constant.find(
    ({ name, texts: [text = ""] }) => isOfCurrency(name) && /^\p{L}[\p{L} ]{2,24}$/u.test(text),
  );
  const [text] = said?.texts ?? [];
  return text === undefined ? undefined : (unitOfText(text)?.unit ?? { one: text, other: text });
}

/** Whether a column says of each row in which currency it is: what no heading says the currency of is in that one. */
const hasCurrencies = ({ columns }: TableSurvey): boolean =>
  columns.some(({ kind, name, texts }) => kind !== "figure" && isOfCurrency(name) && texts.length > 1);

/** The one currency that some columns of money say, by their headings or in their cells: those beside them are in no other. In millions of it, others may be too. */
function currencyBeside(figures: readonly ColumnSurvey[]): MeasureSpec["unit"] | undefined {
  const said = figures.flatMap(({ name, figures: own }) => {
    const unit = (unitInHeading(lastHeading(name)).said ?? "").replace(/^(?<sign>[£€$]) ?per .*$/iu, "$<sign>");
    const known = unitOfText(own?.sign ?? unit, "not");
    return known?.kind === "money" && known.unit ? [known.unit] : [];
  });
  const [only, other] = new Map(said.map((unit) => [unit.other, unit])).values();
  return only !== undefined && other === undefined && isCurrencyName(only.other) ? only : undefined;
}

/** The one currency that notes say figures are told in, `All averages are expressed in £ values`; none where they say it with a scale, which may be that of some. */
function currencyOfNotes({ notes }: Pick<TableSurvey, "notes">): MeasureSpec["unit"] | undefined {
  const said = notes.flatMap((text) => {
    const sign = toldInMoney.exec(text)?.groups?.sign;
    const known = sign === undefined ? undefined : unitOfText(sign, "not");
    return known?.kind === "money" && known.unit ? [known.unit] : [];
  });
  const [only, other] = new Map(said.map((unit) => [unit.other, unit])).values();
  return other === undefined ? only : undefined;
}
const toldInMoney =
  /\b(?:expressed|shown|given|reported|presented|stated|quoted|(?:are|is)(?: all)?) in (?<sign>[£€]|pounds(?: sterling)?|euros|us dollars|us\$)(?! ?(?:\d|m\b|mn\b|bn\b|k\b|(?:thousand|million|billion)s?\b|0{3}|per\b))/iu;

/** What a column says of the unit of all rows, where no heading says another: `TJ` of coal, of oil and of gas. */
const unitOfAll = (said: string, figures: readonly ColumnSurvey[]): string =>
  unitOfText(said) !== undefined &&
  figures.every(({ name }) => unitInHeading(name).unit === undefined && !saysPercent(name, []) && !isOfCounts(name))
    ? said
    : "";
