import { cellAt, cellText } from "../../tables/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { isOfCounts, isOfMoney, saysAverage } from "../measures/measure-kind.ts";
import { isOfBirth } from "../periods/birth-dates.ts";
import { saysDays } from "../periods/says-days.ts";
import { saysSex } from "../says-sex.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isNumbering } from "../table/numberings.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import { isOfPlacesOfFew, isOfStreets } from "./places-of-few.ts";

/**
 * The columns by which each row of a table is one person, who was counted nowhere yet: the number of a pupil, days of birth, ages of one each, sexes
 * beside the day of an arrest. None where rows are of places, of groups, or of single years of age, and figures say how many.
 */
export function signsOfPeople(survey: TableSurvey): readonly ColumnSurvey[] {
  const own = survey.columns.filter(({ kind }) => kind !== "blank" && kind !== "apart");
  const saying = own.filter((column) => isNumberOfPerson(column, own, survey) || isDayOfBirth(column, own, survey));
  return [
    ...new Set([...saying, ...signsOfTraits(own, survey), ...placesOfEach(own, survey), ...flagsOfEach(own, survey)]),
  ];
}

/** The columns of places of a few people each, in a list of what is of one of them in each row: `Postcode`, `Benefit`, `Amount`. None where figures say how many. */
function placesOfEach(own: readonly ColumnSurvey[], { sheet, rows }: TableSurvey): readonly ColumnSurvey[] {
  const height = rows.length;
  const areIn = (looks: (column: ColumnSurvey) => boolean) =>
    own.filter((column) => column.filled >= height * nearlyAll && looks(column));
  const few = areIn(isOfPlacesOfFew);
  const places = [...new Set([...few, ...areIn(isOfStreets)])];
  const figures = own.filter(({ kind }) => kind === "figure");
  const isNamed = own.some((column) => !places.includes(column) && isNameOfRow(column, height));
  if (height < fewestPeople || places.length === 0 || isNamed || figures.some(isCountOrPrice)) return [];
  const isPaid = figures.some(({ name }) => isOfMoney(name) && !saysAverage(name));
  const isMeasured = figures.some((column) => column.figures?.isWhole === false && !isOfMoney(column.name));
  const telling = own.filter(({ kind }) => kind !== "figure");
  const areAlike = groupsAmong(telling, sheet, rows) < Math.min(height, mostLooked) * allButFew;
  const areOfEach = areAlike || (few.length > 0 && !isMeasured && (isPaid || areSparse(few, telling, height)));
  return areOfEach ? places : [];
}

/** Whether figures say how many, and not that each row is one; or what a house was sold for, which is of the house. */
const isCountOrPrice = (column: ColumnSurvey): boolean =>
  isCount(column) || /\bprices?\b/iu.test(meaningOf(column.name));

const isCount = ({ name, texts }: ColumnSurvey): boolean =>
  isOfCounts(name) && !isOfMoney(name) && texts.some((text) => Number(text) !== 1);

/** Whether most places have no row in most periods: of what is counted there, each would have one. */
const areSparse = (places: readonly ColumnSurvey[], telling: readonly ColumnSurvey[], height: number): boolean =>
  telling.some(
    ({ kind, texts }) => kind === "period" && places.some((place) => height < (place.texts.length * texts.length) / 2),
  );

/** Columns of 0 and 1 alone, several in rows that nothing else tells apart: whether something is so of each. None of places or rooms that have a name each, nor of days. */
function flagsOfEach(own: readonly ColumnSurvey[], survey: TableSurvey): readonly ColumnSurvey[] {
  const flags = own.filter(isZeroOrOne);
  const isOfEach =
    flags.length >= fewestFlags &&
    survey.rows.length >= fewestPeople &&
    !own.some((column) => isNameOfRow(column, survey.rows.length) || saysDays(column)) &&
    !own.some((column) => column.kind === "figure" && !flags.includes(column) && isCount(column)) &&
    areSeveralOfEach(own, survey);
  return isOfEach ? flags : [];
}
const fewestFlags = 2;

/** Whether a column says of each row whether something is so, by 1 and 0. */
export const isZeroOrOne = ({ kind, texts }: ColumnSurvey): boolean =>
  kind === "figure" && texts.length === 2 && texts.every((text) => /^[01](?:\.0+)?$/u.test(text.trim()));

/** The columns that say together, and one of them alone does not, that rows are people. */
function signsOfTraits(own: readonly ColumnSurvey[], survey: TableSurvey): readonly ColumnSurvey[] {
  const { rows } = survey;
  const traits = new Map(own.map((column) => [column, traitOf(column, survey)] as const));
  const having = (...of: readonly Trait[]) => own.filter((column) => of.includes(traits.get(column) ?? "other"));
  const [ages, sexes, numbers] = [having("age"), having("sex"), having("number")];
  if (having("sum").length > 0) return [];
  // So few are told by all that may be said of one.
  if (rows.length < fewestPeople && (ages.length === 0 || sexes.length === 0 || numbers.length === 0)) return [];
  const areAged =
    ages.length > 0 &&
    (ages.some(({ name }) => saysRole(name)) ||
      having("sex", "number", "day", "text").length > 0 ||
      having("flag", "code").length >= fewestCodes) &&
    // What was measured or paid is of one person only where more than an age says that each row is one.
    (having("amount").length === 0 || having("sex", "number").length > 0);
  const areNamed = own.some((column) => isNameOfRow(column, rows.length));
  const areNumbered = numbers.length > 0 && !areNamed;
  const areSexed =
    sexes.length > 0 &&
    ((areNumbered &&
      (having("day").length > 0 || having("flag").length >= fewestCodes || areSeveralOfEach(own, survey))) ||
      (!areNamed && areToldByGroups(own, rows.length) && areSeveralOfEach(own, survey)));
  const areAsked =
    areNumbered &&
    having("code", "flag").length >= fewestAnswers &&
    (having("weight").length > 0 || numbers.some(({ name }) => ofRespondents.test(meaningOf(name))));
  return areAged || areSexed || areAsked ? [...ages, ...sexes, ...numbers] : [];
}

/** Whether rows have the number of a pupil or a patient each, below a heading that says so: no school has one, and no group. */
function isNumberOfPerson(column: ColumnSurvey, own: readonly ColumnSurvey[], { rows }: TableSurvey): boolean {
  const { name, kind, texts, filled } = column;
  const isNumbered =
    texts.length >= fewestOfNumbers &&
    texts.length >= filled * allButFew &&
    filled >= rows.length * allButFew &&
    texts.every((text) => /\d/u.test(text)) &&
    // `Pupil number` may be how many there are.
    (kind !== "figure" || new Set(texts.map((text) => text.trim().length)).size === 1 || isNumbering(column));
  return isNumbered && ofPersonsNumber.test(wordsOf(name).trim()) && !isNamedElse(column, own, rows.length);
}

/** Whether rows have the day on which somebody was born each; players and presidents have names beside it. */
const isDayOfBirth = (column: ColumnSurvey, own: readonly ColumnSurvey[], { rows }: TableSurvey): boolean =>
  isOfBirth(column.name) &&
  saysDays(column) &&
  column.filled >= rows.length * mostly &&
  column.texts.length > column.filled * mostly &&
  !isNamedElse(column, own, rows.length);

const isNamedElse = (column: ColumnSurvey, own: readonly ColumnSurvey[], height: number): boolean =>
  own.some((other) => other !== column && isNameOfRow(other, height));

/** Whether rows are many of each group and period that they tell: of figures of groups there is one. */
function areSeveralOfEach(own: readonly ColumnSurvey[], { sheet, rows }: TableSurvey): boolean {
  const telling = own.filter(({ kind, texts, filled }) => kind !== "figure" && texts.length < filled * mostly);
  return groupsAmong(telling, sheet, rows) < Math.min(rows.length, mostLooked) * mostly;
}

/** Whether all that is no figure says in each row of which group it is. */
const areToldByGroups = (own: readonly ColumnSurvey[], height: number): boolean =>
  own.every(
    ({ kind, texts, filled }) => filled >= height * allButFew && (kind === "figure" || texts.length < filled * mostly),
  );

/** How many of the first rows some columns tell apart. */
const groupsAmong = (
  telling: readonly ColumnSurvey[],
  sheet: TableSurvey["sheet"],
  rows: TableSurvey["rows"],
): number =>
  new Set(
    Array.from(rows.slice(0, mostLooked), (row) =>
      JSON.stringify(telling.map(({ index }) => cellText(cellAt(sheet, row, index)))),
    ),
  ).size;

/** Fewer numbers tell nothing. */
const fewestOfNumbers = 8;
/** Fewer rows are no list; so many columns of codes are no chance; so many are the answers of a survey. */
const [fewestPeople, fewestCodes, fewestAnswers] = [24, 2, 3];

/** What a column says of one person, or that it sums up several. */
type Trait = "age" | "sex" | "number" | "day" | "flag" | "code" | "text" | "weight" | "amount" | "sum" | "other";

function traitOf(column: ColumnSurvey, survey: TableSurvey): Trait {
  const { kind, name, texts, figures } = column;
  const words = meaningOf(name).trim();
  if (isAgeOfOne(column, survey)) return "age";
  if (isSexOfOne(column)) return "sex";
  if (isNumberOfOne(column, survey.rows.length)) return "number";
  if (saysDays(column)) return "day";
  if (kind === "flag" || (texts.length <= 2 && texts.every((text) => ofFlags.test(text.trim())))) return "flag";
  if (kind !== "figure") return isFreeText(column) ? "text" : "other";
  if (ofWeights.test(words) && figures?.isWhole === false) return "weight";
  if (ofSums.test(words) && (figures?.largest ?? 0) > mostOfOne) return "sum";
  return figures?.isWhole && texts.length <= mostCodes && figures.largest < 100 ? "code" : "amount";
}
/** So many children, or earlier arrests, one person may have; so many answers one question. */
const [mostOfOne, mostCodes] = [12, 12];

/** A column of the ages of one person each, in years: not of a group, nor of single years that follow each other, of each of which others were counted. */
function isAgeOfOne(column: ColumnSurvey, { sheet, rows }: TableSurvey): boolean {
  const { name, texts, filled } = column;
  const words = meaningOf(name);
  if (!ofAges.test(words) || ofGroups.test(words) || filled < rows.length * mostly) return false;
  const ages = texts.filter((text) => asAge.test(text.trim()));
  if (ages.length < fewestAges || ages.length < texts.length * nearlyAll) return false;
  if (ages.some((text) => Number(text) > oldest && !ofUnknown.test(text.trim()))) return false;
  const inRows = [...rows.slice(0, mostLooked)].flatMap((row) => {
    const text = textIn(sheet, row, column.index);
    return asAge.test(text) ? [Number(text)] : [];
  });
  const steps = inRows.slice(1).map((age, at) => age - (inRows[at] as number));
  const following = steps.filter((step) => step === 0 || step === 1).length;
  return following < steps.length * mostly && steps.filter((step) => step < 0).length > steps.length * several;
}
/** `Alter` and `età` are words of other things as well, where they do not come first. */
const ofAges = /\bage\b|^(?:alter|et[aà])\b/iu;
const asAge = /^\d{1,3}(?:\.0)?$/u;
const ofUnknown = /^9{2,3}$/u;
const oldest = 115;
const [fewestAges, mostLooked] = [8, 2000];
const [mostly, nearlyAll, several] = [0.5, 0.8, 0.25];
/** `Age group`, `Mean age`, `Lowest age`, `Age of building`: of several people, or of none. */
const ofGroups =
  /\b(?:groups?|ranges?|bands?|brackets?|class(?:es)?|categor(?:y|ies)|means?|average|median|minimum|maximum|min|max|low(?:est)?|high(?:est)?|from|to|under|over|old age|rates?|share|per|percent|buildings?|trees?|dwellings?|vehicles?|propert(?:y|ies)|hous(?:es?|ing)|cars?|aircraft|ships?|vessels?|gruppe[n]?|grupo|fascia|tranche|faixa|rango|klasse)\b|%/iu;

/** Whether a heading is of who suffered something, or of who did it. */
const saysRole = (name: string): boolean =>
  /\b(?:victims?|victimas?|vitimas?|vittim[ae]|opfer|survivors?|casualt(?:y|ies)|patients?|deceased|offenders?|perpetrators?|suspects?|defendants?|aggressors?|agresor(?:es)?|agressor(?:es)?|autore?s?|auteurs?|tater|r[ée]us?|accused|prisoners?|detainees?|drivers?|respondents?|pupils?|students?)\b/iu.test(
    meaningOf(name),
  );

/** A column of the sex of one person each, in words or letters. Codes alone say it below a heading that does. */
const isSexOfOne = ({ name, texts, kind }: ColumnSurvey): boolean =>
  saysSex(name) &&
  kind !== "blank" &&
  texts.length > 1 &&
  texts.length <= mostSexes &&
  texts.filter((text) => sexOfOne.test(text.trim())).length >= Math.min(2, texts.length);
const mostSexes = 6;
const sexOfOne =
  /^(?:[mfwhkxvdпжчнeuo]|[0129]|males?|females?|man|woman|boy|girl|non-?binary|männlich|weiblich|homme|femme|hombre|mujer|mascul\p{L}+|femin\p{L}+|feminine|maschio|femmina|maschile|femminile|mann|kvinne|kvinde|kvinna|vrouw|mężczyzna|kobieta|muž|žena|férfi|nő|мужской|женский|чоловіча|жіноча|男[性]?|女[性]?|남[자성]?|여[자성]?|gwryw|benyw)$/iu;

/** A column of the number that each row has, below a heading that says so, or the places in a list. */
const isNumberOfOne = (column: ColumnSurvey, height: number): boolean =>
  column.texts.length === column.filled &&
  column.filled >= height * allButFew &&
  column.texts.every((text) => /^\S*\d\S*$/u.test(text.trim())) &&
  (ofNumbers.test(meaningOf(column.name)) || isNumbering(column));
const allButFew = 0.95;
const ofNumbers =
  /(?<!\p{L})(?:ids?|uuid|no|nr|numbers?|numero|num|#|n[°º]|№|lp|ref(?:erence)?|case|record|serial|key|index|row|\p{L}*(?:resp|person|patient|subject|pupil|student|case)id|identifi(?:er|cador|ant)|rhif|cyfeirnod|folio|(?:fall|akten|vorgangs)(?:nummer|nr|zeichen))(?!\p{L})/iu;
const ofRespondents =
  /(?:resp|person|patient|subject|pupil|student|client|child|case|interview|household|participant|member|id_?persona)/iu;

/** `UPN`, `Patient ID`, `Prisoner`, `Rhif disgybl`: what one person is known by, and nothing else. */
const ofPersonsNumber = new RegExp(
  `^(?:(?:anon(?:ymi[sz]ed)?|hashed|pseudo(?:nymi[sz]ed)?|unique|study) )?(?:${[
    "(?:pupil|student|learner|patient|client|claimant|prisoner|offender|inmate|detainee|respondent|participant|resident|tenant|employee|worker|person|individual|child|baby|mother|victim|defendant|suspect|subject|customer|service user|looked after child)(?: ?(?:ids?|ref(?:erence)?|no|nr|number|code|key|identifier|#))?\\.?",
    "(?:upn|uln|nhs (?:no|number|id)|chi (?:no|number)|nino|national insurance (?:no|number)|ssn|social security (?:no|number)|hospital number|mrn|crn|cpf|curp|rut|dni|nif|bsn|personnummer|fødselsnummer|cpr(?: ?n(?:umme)?r)?)",
    "rhif (?:y |yr )?(?:disgybl|claf|cleient|plentyn|carcharor|myfyriwr|gig)",
    "(?:patienten|schüler|klienten|probanden|personen|versicherten|matrikel)[ -]?(?:nummer|nr|id)\\.?",
    "(?:id|n[°ºo]|num[ée]ro|n[úu]mero|codice|c[óo]digo)\\.? (?:d[eiou] |del(?:la)? |d['’])?(?:patient|[ée]l[èe]ve|paciente|alumno|aluno|alunno|paziente|studente|persona|pessoa|personne)",
  ].join("|")})$`,
  "iu",
);

/** Whether each row has a name of its own: a school, a station, a council. */
const isNameOfRow = (column: ColumnSurvey, height: number): boolean =>
  column.kind === "label" &&
  column.filled >= height * allButFew &&
  column.texts.length >= column.filled * allButFew &&
  !isFreeText(column) &&
  column.texts.filter((text) => /\p{L}{3}/u.test(text)).length > column.texts.length / 2;

const isFreeText = ({ texts, filled }: ColumnSurvey): boolean =>
  texts.length > filled * mostly && texts.reduce((sum, text) => sum + text.length, 0) > texts.length * wordy;
/** So long are the texts of what is told of each, on average. */
const wordy = 30;

const ofFlags =
  /^(?:[01yntfxsj]|yes|no|true|false|s[ií]|oui|non|ja|nein|nee|nej|nei|n[ãa]o|sim|tak|nie|да|нет|так|ні|ie|nac)$/iu;
/** `Weight`, `pondération`: how many people a respondent stands for. */
export const ofWeights = /\b(?:weights?|wgts?|wts?|gewicht|poids|peso|ponderaci[oó]n|pond[eé]ration|waga)\b/iu;
/** What is said of several: how many there were, or what they came to. */
const ofSums =
  /\b(?:counts?|numbers?(?= of)|totals?|sums?|amounts?|population|quantity|sales?|revenue|spending|budgets?|votes?|visits|passengers|pupils|students|persons|people|men|women|births|deaths|cases|offen[cs]es|crimes|arrests|admissions|discharges|stops|searches|injuries|incidents|victims|casualties|claimants|recipients|starts|achievements|survivors|households|dwellings|values?|obs|freq(?:uency)?|n)\b/iu;
