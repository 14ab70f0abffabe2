import { groupBy, type MeasureSpec } from "../../dataset/index.ts";
import { defined } from "../../diagnostics/index.ts";
import { cellAt, cellText } from "../../tables/index.ts";
import { isNameOfArea } from "../areas/find-area.ts";
import { ageLabel, isOfOrigins, type WideGuess } from "../guess-wide.ts";
import { isForeign, meaningOf } from "../meaning-of.ts";
import { lastHeading, type Naming, sentence } from "../naming.ts";
import { isForecast, isOutturn } from "../periods/forecasts.ts";
import { guessedFrom, isGuessed, type Remarks } from "../remarks.ts";
import {
  isOfCurrency,
  isOfUnits,
  isOfValues,
  isRunning,
  type LongGuess,
  measureName,
  type Roles,
} from "../rows/column-roles.ts";
import { ofWeights } from "../rows/records-of-people.ts";
import { sumsBeside } from "../sums/sums-beside.ts";
import type { ColumnSurvey, FigureSurvey, TableSurvey } from "../table/column-survey.ts";
import { withoutGluedNotes } from "../table/note-marks.ts";
import { isRanking } from "../table/numberings.ts";
import { figuresIn, textsWhere } from "../table/survey-column.ts";
import { wordsOf } from "../words.ts";
import { type PartOfInterval, partsOfInterval } from "./bounds-in-rows.ts";
import { isEndOfInterval, makeBounds, saysHowSure, specOfBound, withoutBounds } from "./bounds-of-measures.ts";
import {
  countedBy,
  inSentence,
  isCurrencyName,
  isScale,
  pluralOf,
  unitInHeading,
  unitOfBlock,
  unitOfCode,
  unitOfDuration,
  unitOfText,
  withoutQuoted,
} from "./guess-unit.ts";
import {
  arePartsOfOne,
  isInPercent,
  isOfChange,
  isOfClaimants,
  isOfCounts,
  isOfMoney,
  isUnitAlone,
  kindOfMeasure,
  type MeasureKind,
  mayBeNone,
  ofBase,
  saysAverage,
  saysNumber,
  saysPercent,
} from "./measure-kind.ts";
import { givesAway, type Quotient, quotientsAmong } from "./quotients.ts";
import { isSampleSize, ofSample } from "./sample-sizes.ts";
import { isNameOfThings, thingNamed } from "./things.ts";
import { thingsElsewhere } from "./things-of-languages.ts";
import { saysNumbers, unitEvidence } from "./unit-evidence.ts";

export interface GuessedMeasures {
  readonly specs: Readonly<Record<string, MeasureSpec>>;
  /** Names in the data, where the id and the label are others. */
  readonly names: Readonly<Record<string, string>>;
  /** The measure of a wide table's columns whose headings do not tell it. */
  readonly only?: string | undefined;
  /** Columns of figures that are no measures. */
  readonly leftOut?: readonly ColumnSurvey[];
  /** Columns of what rates are made of, people mostly, that have small figures and could not be protected, since some have decimals. */
  readonly uncounted?: readonly ColumnSurvey[];
  /** Counts that cannot be hidden, since a few of them are below zero. */
  readonly slips?: readonly ColumnSurvey[];
  /** The count of rows, where no column has figures. */
  readonly counted?: string | undefined;
}

interface TitledNaming extends Naming {
  /** What the file is called. */
  readonly called: string;
  /** What stands above the table, or what the file is called. */
  readonly title: string;
  /** Whether the title stands on a sheet before the table. */
  readonly isOfCover: boolean;
}

/** Guesses what the figures of a table are: what they are called, their units, and whether they may be added up. */
export function guessMeasures(survey: TableSurvey, roles: Roles, naming: TitledNaming): GuessedMeasures {
  if (!roles.wide && roles.figures.length === 0) return countOfRows(survey, naming);
  const guessed = guessByHeadings(survey, roles, naming);
  const baseArea = baseRow(survey, roles);
  const base = survey.titles.find((text) => baseYear.test(text)) ?? baseOfLabels(roles) ?? baseArea;
  if (base === undefined || roles.long) return guessed;
  if (baseArea !== undefined) remarkOnBase(baseArea, naming.remarks);
  return { ...guessed, specs: asIndices(guessed.specs, base, naming.remarks) };
}

/** The one measure of a list without figures: how many rows there are. */
function countOfRows(survey: TableSurvey, naming: TitledNaming): GuessedMeasures {
  const label = sentence(nameOfAll(survey, naming)) || "Rows";
  const id = naming.idOf(label, "rows");
  naming.remarks.add(`measures.${id}.unit`, remarkOnRows(survey));
  return { specs: { [id]: { label, unit: unitOfRows(survey, label), statType: "count" } }, names: {}, counted: id };
}

/** What the rows of a list are, by what each has of its own, the name of a school or the official code of an area, or by what the list is called: `Stations`. */
function unitOfRows({ columns, rows, people, cases }: TableSurvey, label: string): MeasureSpec["unit"] {
  const isKey = ({ texts, filled }: ColumnSurvey) => filled === rows.length && texts.length === rows.length;
  const keys = people || cases ? [] : columns.filter(isKey);
  const [noun] = keys.flatMap((column) => (areOfficialCodes(column) ? ["area"] : (thingNamed(column.name) ?? [])));
  if (noun !== undefined) return countedBy(pluralOf(noun));
  return !people && isNameOfThings(label) ? countedBy(label) : { one: "row", other: "rows" };
}
const areOfficialCodes = ({ texts }: ColumnSurvey): boolean => texts.every((text) => /^[EKNSW]\d{8}$/u.test(text));

const remarkOnRows = ({ people, cases, columns }: TableSurvey): string =>
  people ? peopleAreCounted(people) : cases ? `${casesAreCounted(cases)}${notWeighted(columns)}` : rowsAreCounted;
/** What a survey of some people says of all only by how many each of them stands for. */
const notWeighted = (columns: readonly ColumnSurvey[]): string => {
  const weight = columns.find(({ isOfOnePerson, name }) => isOfOnePerson && ofWeights.test(meaningOf(name)));
  return weight ? ` "${weight.name}" seems to say how many each stands for: these counts do not weigh them.` : "";
};
const casesAreCounted = (names: readonly string[]): string =>
  guessedFrom(
    "the headings",
    `A list of cases, by ${names.map((name) => `"${name}"`).join(", ")}: no place, day or number of one of them is shown, and rows are counted. Say what each is one of, in the singular and the plural, as a sentence has it.`,
  );
const peopleAreCounted = (names: readonly string[]): string =>
  guessedFrom(
    "its labels",
    `A list of people, by ${names.map((name) => `"${name}"`).join(", ")}: nobody is named, nothing that is of one of them is shown, and rows are counted. Say what each is one of, in the singular and the plural, as a sentence has it.`,
  );
const rowsAreCounted = guessedFrom(
  "the name of the file",
  "No column has figures, so that rows are counted: say what each is one of, in the singular and the plural, as a sentence has it.",
);

/** `1973 = 100` */
const baseYear = /(?<!\d)(?:19|20)\d{2}(?:[/–-]\d{2,4})?\s*=\s*100(?!\d)/u;

/** What the names of all series say that they are told as 100 of: `General indices (2000 = 100)` beside `Food indices (2000 = 100)`. */
const baseOfLabels = ({ naming, constant }: Roles): string | undefined =>
  [...naming, ...constant].flatMap(({ texts }) => (texts.every((text) => baseYear.test(text)) ? texts : []))[0];

/** So many figures that are all 100 in one row are no chance. */
const fewestIndices = 3;

/** The name of the one row that has 100 below each heading, as what all others are set against. */
function baseRow({ sheet, rows }: TableSurvey, { figures, naming, wide }: Roles): string | undefined {
  if (wide || figures.length < fewestIndices) return undefined;
  const found = rows.filter((row) =>
    figures.every(({ index }) => /^100(?:\.0+)?$/u.test(cellText(cellAt(sheet, row, index)).trim())),
  );
  const [only, other] = found;
  const [name] = naming;
  if (only === undefined || other !== undefined || !name || rows.length <= fewestIndices) return undefined;
  return cellText(cellAt(sheet, only, name.index)).trim();
}

/** Says of the name that all others are set against, where it was taken for their total, that it is none. */
function remarkOnBase(base: string, remarks: Remarks): void {
  for (const [field, text] of remarks.all)
    if (/^dimensions\.[^.]+\.total$/u.test(field) && text.includes(`"${base}"`))
      remarks.replace(field, `"${base}" is 100 throughout: what all others are set against, and no sum of them.`);
}

/** Measures that are told as 100 of something: percentages and rates stay what they are. */
const asIndices = (specs: GuessedMeasures["specs"], base: string, remarks: Remarks): GuessedMeasures["specs"] =>
  Object.fromEntries(
    Object.entries(specs).map(([id, own]) => {
      const isOther = own.statType === "share" || own.statType === "rate" || own.unit.other === "%";
      // `Annual growth rate` beside the index that it is of.
      if (isOther || isOfChange(own.label)) return [id, own];
      for (const field of ["unit", "statType"]) remarks.remove(`measures.${id}.${field}`);
      remarks.add(`measures.${id}.unit`, `Index numbers, by "${base}": say what 100 is.`);
      const { label } = own;
      return [id, { label, unit: indexPoints, statType: "mean" as const }];
    }),
  );

function guessByHeadings(survey: TableSurvey, roles: Roles, naming: TitledNaming): GuessedMeasures {
  const { wide, long, figures, constant } = roles;
  const { said, unit, corner, ofColumn, areNumbers, isScaled } = unitEvidence(survey, roles);
  const called = nameOfAll(survey, naming);
  const { fileName, doubtOfCalled } = whatCalls(called, survey, naming);
  const things = naming.title === naming.called ? undefined : thingsOfTitle(naming.title);
  const currency = currencyAmong(constant) ?? currencyBeside(figures);
  const quotients = quotientsAmong(survey);
  if (wide && !long)
    return wideMeasures(survey, wide, {
      ...naming,
      called,
      doubtOfCalled,
      things,
      fileName,
      currency,
      quotients,
      areMeans: survey.titles.some((text) => ofMeans.test(text)),
      unit: wide.unit ?? unit,
    });
  if (long) {
    const ends = partsOfInterval(long.measure.texts);
    return ends
      ? estimateWithBounds(survey, { ...long, ends }, { ...naming, currency, unit, called, doubtOfCalled })
      : longMeasures(survey, long, { ...naming, currency, unit });
  }
  const large = figures.filter((column) => (column.figures?.largest ?? 0) >= leastMoney);
  const parts = partsOfHundred(survey, figures);
  const isMoney =
    (isOfMoney(`${naming.called} ${naming.title}`) && !isOfClaimants(naming.title)) ||
    (large.length > 2 && large.filter(({ name }) => isOfMoney(name)).length > large.length / 2);
  return plainMeasures(figures, {
    ...naming,
    parts,
    quotients,
    sumsBeside: sumsBeside(survey),
    currency,
    running: roles.running,
    called,
    doubtOfCalled,
    things,
    fileName,
    isMoney,
    areMeans: survey.titles.some((text) => ofMeans.test(text)),
    isSeries: seriesOf(survey) !== undefined,
    areNumbers,
    isScaled,
    unit:
      figures.length === 1
        ? unit
        : (survey.unitAbove ?? (areOfOneRate(figures, called) ? "%" : unitOfAll(said || (corner ?? ""), figures))),
    ...defined({ ofColumn: figures.length === 1 ? ofColumn : undefined }),
  });
}

/** What figures are called by that are called as all of them are, and what is in doubt then. */
function whatCalls(
  called: string,
  survey: TableSurvey,
  naming: TitledNaming,
): Pick<OwnNaming, "fileName" | "doubtOfCalled"> {
  const isByTitle = called === headOfTitle(naming.title);
  if (isByTitle && naming.title === naming.called) return { fileName: called, doubtOfCalled: calledAsFile };
  const doubtOfTitle = isByTitle && naming.isOfCover ? calledAsCover : undefined;
  return {
    fileName: undefined,
    doubtOfCalled: doubtOfTitle ?? (isWordOfSheet(called, survey) ? calledAsSheet : undefined),
  };
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

/** What a column says of the unit of all rows, where no heading says another: `TJ` of coal, of oil and of gas. */
const unitOfAll = (said: string, figures: readonly ColumnSurvey[]): string =>
  unitOfText(said) !== undefined &&
  figures.every(({ name }) => unitInHeading(name).unit === undefined && !saysPercent(name, []) && !isOfCounts(name))
    ? said
    : "";

/**
 * What all figures are of, where no heading says it: by the column that names the one measure, the pivot table, the title, the sheet,
 * or the file.
 */
function nameOfAll(survey: TableSurvey, { called, title }: TitledNaming): string {
  const { sheet, titles } = survey;
  const series = seriesOf(survey);
  // What stands behind a colon is what the one measure is of: `Indices of Deprivation: Living Environment`.
  const [told = ""] = series?.texts ?? [];
  if (told !== "") return told.includes(": ") ? told : headOfTitle(told);
  const summed = titles.flatMap(
    (text) => /^(?:sum|count|average|total) of (?<name>.*\p{L}{3}.*)$/iu.exec(text)?.groups?.name ?? [],
  );
  if (summed[0] !== undefined) return summed[0];
  // `Counting: Households on Universal Credit`
  const counted = titles.flatMap((text) => /^counting\s*:\s*(?<name>.*\p{L}{3}.*)$/iu.exec(text)?.groups?.name ?? []);
  if (counted[0] !== undefined) return counted[0];
  // `Measure`, and beside it what it is.
  const of = titles.findIndex((text) => /^(?:measure|indicator|variable|series)s?\s*:?$/iu.test(text.trim()));
  const measured = of < 0 ? undefined : titles[of + 1];
  if (measured !== undefined && /\p{L}{3}/u.test(measured)) return measured;
  const own = sheet.name ?? "";
  // A title names all that the sheets of a workbook have, and each sheet one of them: `Área plantada (Hectares)`.
  if (title !== called) return isNamedIn(own, title) ? own : headOfTitle(title);
  // Of a sheet for each area, the area is no name of what is measured.
  const isOfRows = survey.columns.some(({ texts: [text, other] }) => other === undefined && text === own.trim());
  return isOfRows || genericSheet.test(own.trim()) ? headOfTitle(title) : own;
}

/** Whether figures are called by a word or two that are the name of a sheet: these may be of anything. */
const isWordOfSheet = (called: string, { sheet }: Pick<TableSurvey, "sheet">): boolean =>
  called === sheet.name && called.trim().split(/[\s_-]+/u).length < fewestWords;
/** So many words are a name of figures. */
const fewestWords = 3;

/** Whether a sheet is called as one of several things that a title lists: by several words, before its unit. */
function isNamedIn(sheet: string, title: string): boolean {
  const words = /^(?<words>.+?) \([^()]+\)$/u.exec(sheet.trim())?.groups?.words?.toLowerCase() ?? "";
  return (
    /\p{L} \p{L}/u.test(words) &&
    title
      .toLowerCase()
      .split(/, | - /u)
      .includes(words)
  );
}

/** The column that names the one measure of all rows; of a code and what it stands for, the latter. */
function seriesOf({ columns }: TableSurvey): ColumnSurvey | undefined {
  const named = columns.filter(
    ({ name, texts: [text = "", other] }) =>
      measureName.test(name.trim()) && other === undefined && /\p{L}{2}/u.test(text) && text.length <= longestName,
  );
  return named.find(({ texts: [text = ""] }) => /\p{Ll}{2}/u.test(text)) ?? named[0];
}

/** A text that is longer describes a measure, and is no name of it. */
const longestName = 120;

/** Names of sheets that say nothing of what stands in them. */
const genericSheet =
  /^(?:(?:sheet|web|table|tabelle|tablica|tabl[ae]|tableau|tabela|tabella|tabell|feuil(?:le)?|hoja|folha|foglio|blad|ark(?:usz)?|лист|planilha|tab|data|fig(?:ures?)?|results?|export|csv|chart|main|all|raw|final|output|analysis|pivot|sheet name|top|in|\d+)?[\s_.-]*)*\d*[a-z]?$/iu;

/** What a title says that its figures are of: `Table 1: Pupils by local authority` is of pupils. */
function headOfTitle(title: string): string {
  const plain = title
    .replace(/^(?:table|figure|chart|(?:work)?sheet) (?:\d{2,4}-\d{4}|[\w.]+)\s*[:.–-]?\s*/iu, "")
    .replace(/^(?:distribution|breakdown|summary|overview) of (?:the )?(?=\p{L}{3})/iu, "")
    .replace(/^(?:data|statistics|figures|information) (?:on|about) (?:the )?(?=\p{L}{3})/iu, "");
  const cut =
    /^(?<head>.+?)(?:(?<!\b(?:caused|recorded|reported|committed|provided|funded|made|held|owned|run)),? (?:broken down )?by |,? (?:selon|nach|según|secondo|efter|etter|naar) (?=\p{L})|, \p{Ll}[\p{L} ]{0,20} by |, (?:snapshot|as (?:at|of|on)) | \| |: |; |, (?=\p{Lu}|\d))/u.exec(
      plain,
    )?.groups?.head ?? plain;
  // `(MMR; maternal deaths per 100,000 live births)` is one remark, and is not cut in its midst.
  const isOpen = cut.lastIndexOf("(") > cut.lastIndexOf(")");
  // `Offences recorded by the police` is no name, though it ends as those of forces do.
  const isArea = isNameOfArea(cut) && !/\s\p{Ll}{5,}(?=\s|$)/u.test(cut);
  const head = isOpen || isArea ? plain : cut;
  const words = head.replace(
    /[\s(,–-]+(?:in |to |up to |since |from |for |between |until )?(?:(?:19|20)\d{2}(?: ?(?:to|[-/–&]|and)? ?(?:(?:19|20)?\d{2}\b)?)?)\)?$/iu,
    "",
  );
  return /\p{L}{3}/u.test(words) ? words : title;
}

/** What a title says that is counted: `Pupils by ethnic group`, `Home Payment recipients by state`. */
function thingsOfTitle(title: string): MeasureSpec["unit"] | undefined {
  const { who } = /\b(?<who>recipients|claimants|beneficiaries|pensioners)\b/iu.exec(title)?.groups ?? {};
  if (who !== undefined && isOfClaimants(title)) return countedBy(who.toLowerCase());
  // `Drug deaths in Scotland` are drug deaths.
  const head = sentence(headOfTitle(title).replace(/ (?:in|across|within) (?:the )?\p{Lu}.*$/u, ""));
  const first = isForeign(head) ? /^\p{Lu}\p{Ll}{4,}s(?= \p{Ll})/u.exec(head)?.[0] : undefined;
  // `Infractions enregistrées par la police` are offences.
  if (first !== undefined && isOfCounts(first))
    return { one: first.slice(0, -1).toLowerCase(), other: first.toLowerCase() };
  if (isOfMoney(head) || saysAverage(head)) return undefined;
  const isNumber = /^(?:total )?numbers? of \p{L}/iu.test(head) && namesThings(head);
  if (isPlainCount(head) || isNumber) return countedBy(head);
  // `Pupils with a fixed-term exclusion`: of a long name its noun, and any noun that something is told "by", but for those of no thing.
  const isDivided = head !== sentence(title) && /\bby \p{L}/u.test(title);
  const noun = nounBefore(head);
  return isPlainCount(noun) || (isDivided && mayBeThings(noun)) ? countedBy(noun) : undefined;
}

/** The words of a name up to what says more of it: `Pupils` of `Pupils with a fixed-term exclusion`. */
const nounBefore = (name: string): string =>
  /^(?<noun>.+?)\s(?:\p{L}{3,}ed|of|in|with|who|whose|aged?|by|from|per|on|at|not|against|for|to|under|over|due|looked)\b/u.exec(
    name,
  )?.groups?.noun ?? name;

/** Whether a name of a few words may be of things that are counted: a plural, and none of figures, amounts or sums of money. */
const mayBeThings = (name: string): boolean =>
  /^(?:[\p{L}-]+ ){0,2}\p{L}+(?<![suia])s$/u.test(name) &&
  isCountable(name) &&
  !namesNothing(name) &&
  !saysPercent(name, []) &&
  !ofNoThings.test(name);
const ofNoThings =
  /\b(?:statistics|figures|results|data|tables?|rates?|ratios?|levels?|trends?|indicators?|measures?|estimates?|projections?|forecasts?|scores?|prices?|costs?|sales|earnings|wages|incomes?|rents?|expenses|emissions|imports|exports|hours|days|weeks|months|years|changes|differences|characteristics|times|temperatures|areas?|sizes?|lengths?|weights?|distances?|tonnes|percentages?|proportions?|shares?|gains|losses|savings|loans?|grants?|benefits?|taxes|revenues?|funds?|series|news|politics|economics|analysis|needs|accounts?|stocks|yields?|averages?|details|types|reasons|causes|methods|perceptions|attitudes|views|opinions|conditions|services|outcomes|destinations|facts|findings|qualifications|standards|totals?|numbers?)$/iu;

/** What a heading above others says that all of these count: `Number of officers` over `Arrested | Convicted`. */
function thingsAbove(heading: string): MeasureSpec["unit"] | undefined {
  const above = heading.split(" | ").slice(0, -1).at(-1) ?? "";
  return /^(?:(?:total )?numbers?|nos?\.?) of \p{L}{3}/iu.test(above) ? countedBy(above) : undefined;
}

interface OwnNaming extends Naming {
  /** What stands above the table, or what the file is called. */
  readonly title: string;
  /** What all figures are of, where no heading says it. */
  readonly called: string;
  /** What the title says that is counted. */
  readonly things: MeasureSpec["unit"] | undefined;
  /** What a column says of the unit of all figures. */
  readonly unit: string;
  /** What is in doubt where figures are called so: the file, or the sheet, may be called after anything. */
  readonly doubtOfCalled: string | undefined;
  readonly fileName: string | undefined;
  /** Whether a column names the one measure of all rows. */
  readonly isSeries?: boolean;
  /** Whether a column says of all rows that they are numbers of something. */
  readonly areNumbers?: boolean;
  /** Whether a column says of all rows that they are told in thousands or millions. */
  readonly isScaled?: boolean;
  /** The unit that a column says, and that is no usual one. */
  readonly ofColumn?: string;
  /** Whether the title is of money. */
  readonly isMoney?: boolean;
  /** Whether what stands above the table says of its figures that they are means, or of one each. */
  readonly areMeans?: boolean;
  readonly running?: readonly ColumnSurvey[];
  /** The currency that a column names for all rows. */
  readonly currency?: MeasureSpec["unit"] | undefined;
  /** Columns that are shares of one whole, in percent. */
  readonly parts?: readonly ColumnSurvey[];
  /** Columns that are shares, by counts beside them. */
  readonly quotients: ReadonlyMap<ColumnSurvey, Quotient>;
  /** Columns that are the sums of those beside them. */
  readonly sumsBeside?: ReturnType<typeof sumsBeside>;
}

function plainMeasures(figures: readonly ColumnSurvey[], naming: OwnNaming): GuessedMeasures {
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  if (mayBeCategories(withoutBounds(figures))) naming.remarks.add("measures", categoriesOfOne);
  const arePortions = areAllPortions(figures);
  const percents = figures.filter(({ name }) => saysPercent(name, []));
  const lasts = groupBy(figures, ({ name }) => lastHeading(name));
  const plain = withoutGluedNotes(figures.map(({ name }) => name));
  const leftOut = givingAway(figures, naming);
  const uncounted = uncountedAmong(figures);
  const slips = countsWithSlips(figures);
  const ids = new Map<ColumnSurvey, string>();
  for (const column of figures.filter((own) => ![leftOut, uncounted, slips].flat().includes(own))) {
    const isOnly =
      lasts.get(lastHeading(column.name))?.length === 1 &&
      !saysNothingBelow(column, figures) &&
      !isForm(lastHeading(column.name));
    const unmarked = plain.get(column.name) ?? column.name;
    const own = isOnly ? lastHeading(unmarked) : unmarked;
    const { name, isNamed, bound } = nameOfFigure(own, { figures, naming });
    const id = naming.idOf(name, "value");
    const parts = partsWith(column, naming);
    const columns = arePortions ? figures : (parts ?? familyOf(column, figures, percents));
    specs[id] = guessMeasure(id, {
      ...naming,
      name,
      figures: columns.flatMap((one) => one.figures ?? []),
      thingsAbove: thingsAbove(column.name),
      above: isOnly ? column.name : "",
      mayBePortion: arePortions || figures.length === 1,
      unit:
        column.unit ||
        unitOfAllBut(column, naming.unit) ||
        (bound ? unitInSeries(naming.called) : "") ||
        (parts ? "%" : unitOfSiblings(column, figures)),
      isOwnUnit: column.unit !== undefined || naming.isScaled === true,
      isNumber:
        isNumberOfThem(own, isNamed, { figures, naming }) ||
        isNumberByTitle(column, naming) ||
        (isOfMoney(name) && isOfClaimants(naming.title) && unitInHeading(own).kind === "none"),
      isIndex: isIndexed(name, naming),
      isRunningTotal: naming.running?.includes(column) ?? false,
      areMeans: naming.areMeans ?? false,
      isMoney: isBelowMoney(name, column, naming),
    });
    names[id] = column.ref;
    ids.set(column, id);
    remarkOnHeading(id, own, { figures, naming, isNamed });
    if (plain.has(column.name)) naming.remarks.add(`measures.${id}.label`, withoutItsNote);
  }
  makeRanks(specs, ids, naming.remarks);
  makeSums(specs, ids, naming);
  makeParts(specs, ids, naming);
  remarkOnSamples(specs, naming.remarks);
  for (const [column, id] of ids)
    makeShare(specs, id, {
      remarks: naming.remarks,
      quotient: naming.quotients.get(column),
      idOf: (of) => ids.get(of),
    });
  makeBounds(specs, ids, naming.remarks);
  remarkOnTwins(specs, ids, naming.remarks);
  takeBackPluralsOfNames(specs, naming.remarks);
  nameCasesOfRates(specs, naming.remarks);
  return { specs, names, leftOut, uncounted, slips };
}

/** Says of rates of which neither heading nor title names the cases, `Rate per 100,000`, that they are of those of the one count beside them. */
function nameCasesOfRates(specs: Record<string, MeasureSpec>, remarks: Remarks): void {
  const counts = Object.values(specs).filter(({ statType, unit }) => statType === "count" && unit !== notStated);
  const [unit, further] = new Map(counts.map((own) => [own.unit.other, own.unit])).values();
  if (!unit || further) return;
  for (const [id, own] of Object.entries(specs)) {
    if (own.statType !== "rate" || own.unit !== notStated) continue;
    specs[id] = { ...own, unit };
    remarks.replace(`measures.${id}.unit`, guessedFrom("a count beside it", whatIsCounted));
  }
}

/** So many headings of one word each that count nothing known are names, and so is one among them that ends as a plural does. */
const [fewestOfNames, mostlyOfNames] = [5, 0.8];

/** Takes back what is counted by a heading that only happens to look like a plural, among names of places and such: `Paradies` beside `Altstadt | Egg | Staad`. */
function takeBackPluralsOfNames(specs: Record<string, MeasureSpec>, remarks: Remarks): void {
  const all = Object.entries(specs);
  const isName = ({ label }: MeasureSpec) => /^\p{L}+$/u.test(label);
  const unknown = all.filter(([, own]) => own.unit.other === notStated.other && isName(own));
  if (unknown.length < fewestOfNames || unknown.length < (all.length - 1) * mostlyOfNames) return;
  for (const [id, own] of all) {
    const field = `measures.${id}.unit`;
    const isByName = own.unit.other.toLowerCase() === own.label.toLowerCase() && isName(own);
    if (!isByName || isPlainCount(own.label) || !isGuessed(remarks.all.get(field) ?? "", "its name")) continue;
    specs[id] = { ...own, unit: notStated };
    remarks.replace(field, whatIsCounted);
  }
}

/** So few of the figures of a count are below zero where somebody mistyped them. */
const mostBelowZero = 0.01;

/** Counts of which a few are below zero, small ones among them, beside others: taken for balances, they would say these. */
const countsWithSlips = (all: readonly ColumnSurvey[]): readonly ColumnSurvey[] => {
  const areCounted = ({ figures }: ColumnSurvey) => figures?.isWhole === true && !figures.hasNegative;
  const found = all.filter(
    ({ name, figures, filled, texts }) =>
      figures?.hasNegative === true &&
      figures.belowZero <= filled * mostBelowZero &&
      figures.small > 0 &&
      texts.every((text) => /^[-–−]?\d[\d, ]*(?:\.0+)?$/u.test(text)) &&
      !isOfChange(name),
  );
  return all.some(areCounted) ? found : [];
};

/** Numerators and denominators with decimals in some rows and small counts in others, beside other figures. */
const uncountedAmong = (all: readonly ColumnSurvey[]): readonly ColumnSurvey[] => {
  const found = all.filter(
    ({ name, figures }) =>
      /\b(?:numerators?|denominators?)$/iu.test(meaningOf(name)) && figures?.isWhole === false && figures.small > 0,
  );
  return found.length < all.length ? found : [];
};

/** Says of measures that are called alike which column each stands behind: `Annual change`, once of the median and once of the mean. */
function remarkOnTwins(
  specs: Readonly<Record<string, MeasureSpec>>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  remarks: Remarks,
): void {
  const all = [...ids.values()];
  const alike = groupBy(all, (id) => specs[id]?.label ?? id);
  for (const id of all.filter((own) => (alike.get(specs[own]?.label ?? own)?.length ?? 0) > 1)) {
    const before = specs[all[all.indexOf(id) - 1] ?? ""]?.label;
    const where = before === undefined ? "the first of them" : `it stands behind "${before}"`;
    remarks.also(`measures.${id}.label`, `Several columns are called so, and ${where}: say what it is of.`);
  }
}

/** Makes counts of measures that are the sums of counts beside them, whatever their headings say: published as means, they would tell hidden ones. */
function makeSums(
  specs: Record<string, MeasureSpec>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  { sumsBeside: sums, remarks }: Pick<OwnNaming, "sumsBeside" | "remarks">,
): void {
  const isCount = (column: ColumnSurvey) => specs[ids.get(column) ?? ""]?.statType === "count";
  for (const [column, id] of ids) {
    const [own, parts] = [specs[id], sums?.get(column)];
    if (own?.statType !== "mean" || !parts?.every(isCount)) continue;
    const named = parts.map(({ name }) => `"${name}"`).join(", ");
    remarks.replace(`measures.${id}.statType`, guessedFrom("its figures", `A count: the sum of ${named}.`));
    specs[id] = { label: own.label, unit: own.unit, statType: "count" };
  }
}

/** Makes counts of what was taken for money and is, with other counts, a part of one. */
function makeParts(
  specs: Record<string, MeasureSpec>,
  ids: ReadonlyMap<ColumnSurvey, string>,
  { sumsBeside: sums, remarks }: Pick<OwnNaming, "sumsBeside" | "remarks">,
): void {
  const specOf = (column: ColumnSurvey) => specs[ids.get(column) ?? ""];
  for (const [whole, parts] of sums ?? []) {
    const counted = parts.filter((part) => isTakenForMoney(part, specOf(part)));
    const unit = specOf(whole)?.unit ?? notStated;
    // Small amounts of money are rare, and small counts have to be hidden.
    const areSmall = parts.some(({ figures }) => (figures?.small ?? 0) > 0);
    if (!areSmall || specOf(whole)?.statType !== "count" || counted.length === parts.length) continue;
    for (const part of counted) {
      const id = ids.get(part) as string;
      remarks.replace(`measures.${id}.statType`, guessedFrom("its figures", `A count: a part of "${whole.name}".`));
      remarks.replace(`measures.${id}.unit`, whatIsCounted);
      specs[id] = { label: specs[id]?.label ?? id, unit, statType: "count" };
    }
  }
}

/** Whether whole numbers were taken for money by their name: `Social rent` among homes, which make a number of these. */
const isTakenForMoney = ({ figures }: ColumnSurvey, spec: MeasureSpec | undefined): boolean =>
  spec?.statType === "mean" && spec.unit.other === currency.other && figures?.isWhole === true;

/** Says of measures that are sample sizes that they are the base of the others. */
function remarkOnSamples(specs: Readonly<Record<string, MeasureSpec>>, remarks: Remarks): void {
  for (const [id, { label }] of Object.entries(specs))
    if (isSampleSize(label)) remarks.also(`measures.${id}.statType`, ofSample);
}

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
/** Rates and scores are hardly larger. */
const mostPercent = 100;

/** Makes ranks of measures that have each number once, as others beside them do: places, whatever they are called by. */
function makeRanks(specs: Record<string, MeasureSpec>, ids: ReadonlyMap<ColumnSurvey, string>, remarks: Remarks): void {
  const columns = [...ids.keys()];
  for (const [column, id] of ids) {
    if (!isRanking(column, columns)) continue;
    for (const field of ["unit", "statType"]) remarks.remove(`measures.${id}.${field}`);
    remarks.add(`measures.${id}.statType`, ranks);
    const label = specs[id]?.label ?? column.name;
    specs[id] = { label, unit: { one: "place", other: "places" }, statType: "mean", decimals: 0 };
  }
}
const ranks = guessedFrom(
  "its figures",
  "Each number from 1 on stands there once, so these are ranks: never add them up, and say which end of them is which.",
);

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

interface ShareInput {
  readonly remarks: Remarks;
  readonly quotient: Quotient | undefined;
  readonly idOf: (of: ColumnSurvey) => string | undefined;
}

/** Makes a measure the share that figures beside it show it to be, and says which measures it is made of, so that it is hidden where these are. */
function makeShare(specs: Record<string, MeasureSpec>, id: string, { remarks, quotient, idOf }: ShareInput): void {
  const own = specs[id];
  if (!quotient || !own) return;
  const { whole, part, of } = quotient;
  const [base, other] = of;
  for (const field of ["unit", "statType"]) remarks.remove(`measures.${id}.${field}`);
  const named = of.map(({ name }) => `"${name}"`).join(" and ");
  remarks.add(`measures.${id}.unit`, `Of what, as a sentence has it: by their figures, "${part.name}" of ${named}.`);
  const ofPart = specs[idOf(part) ?? ""]?.label;
  // Of several columns that are called `%`, each is called after what it is the share of.
  const label = shareAlone.test(own.label) && ofPart !== undefined ? `${ofPart}, in %` : own.label;
  if (label !== own.label) remarks.remove(`measures.${id}.label`);
  specs[id] = defined({
    label,
    unit: { one: "%", other: "%" },
    statType: "share",
    fractions: whole === 1 || undefined,
    numerator: idOf(part),
    denominator: base && !other ? idOf(base) : undefined,
  });
}

const shareAlone = /^(?:(?:in )?%|per ?cent(?:ages?)?|shares?|pct)$/iu;

const partsWith = (column: ColumnSurvey, { parts }: Pick<OwnNaming, "parts">): readonly ColumnSurvey[] | undefined =>
  parts?.includes(column) ? parts : undefined;

/** Whether a column of large figures stands below a title of money, and counts or times nothing itself. */
const isBelowMoney = (name: string, { figures }: ColumnSurvey, { isMoney }: OwnNaming): boolean =>
  isMoney === true &&
  ((figures?.largest ?? 0) >= leastMoney || middleOfMoney.test(wordsOf(name))) &&
  !isOfCounts(name) &&
  !isOfTime(name);
/** What a table of rents, of whatever size, has of these: `Median`, `Lower quartile`. */
const middleOfMoney =
  /^(?:means?|medians?|averages?|(?:lower|upper|first|third) quartile|\d{1,2}(?:th|st|nd|rd) percentile)$/iu;

/** Shares that would give away what is hidden. */
const givingAway = (figures: readonly ColumnSurvey[], { quotients }: OwnNaming): readonly ColumnSurvey[] =>
  figures.filter((column) => {
    const quotient = quotients.get(column);
    return quotient !== undefined && givesAway(quotient);
  });

/** Whether all are chances or portions: those that are 0 or 1 in all rows are no counts then. */
const areAllPortions = (figures: readonly ColumnSurvey[]): boolean =>
  figures.some((column) => column.figures?.isWhole === false) &&
  figures.every((column) => (column.figures?.largest ?? 2) <= 1 && !column.figures?.hasPercent);

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
  const isTotal = figures.length === 1 && /^totals?$/iu.test(meaningOf(own).trim());
  // `Count`, beside a column that names for all rows what is counted.
  const isCount = naming.isSeries === true && saysNumbers.test(own);
  const saysNothing = own === "" || isTotal || isCount || isOfAxes(own) || (isOfValues(own) && !/^amount$/iu.test(own));
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

/** Whether the lowest headings below another say nothing without it: `Total`, `Percent` below `Residents of age`. */
function saysNothingBelow({ name }: ColumnSurvey, figures: readonly ColumnSurvey[]): boolean {
  const above = name.split(" | ").slice(0, -1).join(" | ");
  const below = figures.filter((other) => above !== "" && other.name.startsWith(`${above} | `));
  const own = wordsOf(lastHeading(name));
  return (
    below.length > 0 &&
    (genericName.test(own) || below.every((other) => genericName.test(wordsOf(other.name.split(" | ").at(-1) ?? ""))))
  );
}

/** What says nothing without the heading above it: `Total`, and the ages or years `15`, `10 - 14`, `17+`. */
const genericName =
  /^(?:totals?|numbers?|counts?|values?|%|per ?cent(?:age)?|shares?|rates?|\d{1,4}(?: ?(?:[-–]|to) ?\d{1,4}| ?\+)?)$/iu;

const numberOrNone = 'It begins with "no": the number of them, or those without any; say which, and what is counted.';
const withoutItsNote = "Without the number at the end of its heading, which was taken for that of a note.";
const calledAsFile = guessedFrom(
  "the name of the file",
  "No heading says what these figures are: called as the table or the file is. Say what they are.",
);
const calledAsSheet = guessedFrom(
  "the name of the sheet",
  "No heading says what these figures are: called as the sheet is. Say what they are.",
);
const calledAsCover = guessedFrom(
  "a sheet before it",
  "No heading says what these figures are: called as that sheet is, which may be of others too. Say what they are.",
);
const headingHasNumber = "Its heading ends with a number: say what that is, an age or a year, say.";
/** What a heading does not say of its figures. */
const doubtOfHeading = (heading: string): string | undefined =>
  isCode(heading) ? headingIsCode : /\p{L}{2}[ _]\d{1,3}$/u.test(heading) ? headingHasNumber : undefined;

/** What a letter at the end of a heading may say of the unit: `K12_M`, and no `TOTAL_M` beside `TOTAL_F`. */
function scaleInLetters(heading: string, figures: readonly ColumnSurvey[]): string | undefined {
  const { stem, letter } = /^(?<stem>.+)_(?<letter>MM?|K|BN|Bn|bn|mn)$/u.exec(heading.trim())?.groups ?? {};
  if (stem === undefined || letter === undefined) return undefined;
  const isSex = figures.some(({ name }) => name.trim() === `${stem}_F`);
  const times = /^K/u.test(letter) ? "thousands" : /^b/iu.test(letter) ? "billions" : "millions";
  return isSex ? undefined : `Its heading ends with "${letter}": if it is told in ${times}, say so in the unit.`;
}

const headingIsCode = "Its heading is a code or a short form: say what it stands for.";

/** Whether a heading says nothing in words: `B03002001`, `HC01_EST`, `C`, `lpi`. */
const isCode = (heading: string): boolean => {
  const words = wordsOf(heading)
    .split(/[\s,;:()]+/u)
    .filter(Boolean);
  return (
    words.length <= 3 &&
    // Other letters have other vowels.
    !/(?!\p{Script=Latin})\p{L}/u.test(heading) &&
    words.every((word) => /\d{3}/u.test(word) || word.length < 3 || !/[aeiouyäöüéèáíóú]/iu.test(word))
  );
};

/** Whether a heading is the short form of the one above it: `q(x)`. */
const isForm = (heading: string): boolean => /^\p{L}{1,2}\s?\(\p{L}{1,2}\)$/u.test(heading.trim());

/** How far the sum of shares may be from 100, as each is rounded for itself. */
const roundedShares = 0.6;

/** So many columns side by side may be shares of one whole, in so many rows at least. */
const fewestRows = 3;

const [fewestParts, mostParts] = [2, 12];

/** Columns of figures side by side that add up to 100 in each row: `Know nothing`, `Know a little`, `Know a lot`. */
function partsOfHundred({ sheet, rows }: TableSurvey, figures: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const may = figures.filter((column) => {
    const own = column.figures;
    return own && !own.hasNegative && !own.hasPercent && own.largest <= 100 && own.gaps + own.unknown.size === 0;
  });
  const valuesOf = ({ index }: ColumnSurvey) =>
    Array.from(rows, (row) => Number(cellText(cellAt(sheet, row, index)).trim()));
  const values = may.map(valuesOf);
  for (const first of may.keys()) {
    const sums = new Array<number>(rows.length).fill(0);
    for (let last = first; last < Math.min(may.length, first + mostParts); last += 1) {
      for (const [at, value] of (values[last] ?? []).entries()) sums[at] = (sums[at] ?? 0) + value;
      const isWhole = sums.every((sum) => Math.abs(sum - 100) <= roundedShares);
      if (isWhole && last - first + 1 >= fewestParts && rows.length >= fewestRows) return may.slice(first, last + 1);
    }
  }
  return [];
}

/** So many of the columns are of one kind. */
const mostlyAlike = 0.9;

/** Columns of one kind whose headings say of hardly any of them what is measured: of regions, ages, kinds of something. */
function mayBeCategories(figures: readonly ColumnSurvey[]): boolean {
  const kinds = groupBy(
    figures,
    (column) => kindOfMeasure(column.name, column.figures ? [column.figures] : []).statType,
  );
  // `Grant` and `Island` are counties too.
  const areAlike = [...kinds.values()].some(({ length }) => length >= figures.length * mostlyAlike);
  const said = figures.filter(
    ({ name }) =>
      unitInHeading(lastHeading(name)).kind !== "none" ||
      isOfMoney(name) ||
      isOfCounts(lastHeading(name)) ||
      saysPercent(name, []),
  );
  return figures.length > 3 && areAlike && said.length < figures.length / 2;
}

const categoriesOfOne =
  'These headings may be categories of one measure: then give it its name and unit, make a dimension of them, and say its id in layout.wide: { columns: "{…}" }.';

/** The unit that stands above all columns, but money for those of people: `65+ pop` below `£ thousands`. */
const unitOfAllBut = ({ name }: ColumnSurvey, unit: string): string =>
  unitOfText(unit)?.kind === "money" && (saysNumber(name) || ofPopulation.test(meaningOf(lastHeading(name))))
    ? ""
    : unit;
const ofPopulation = /\b(?:pop(?:ulation)?(?: size)?|headcount)$/iu;

/** What is told in days or years is no amount, also below a title of money. */
const isOfTime = (name: string): boolean =>
  /\b(?<!\bin (?:the )?)(?:days?|weeks?|months?|years?|hours?|age|duration|lag|quarter|qtr|district)\b/iu.test(name);

/** What is said of figures that nobody adds up: what one of something has, or gets, on average. */
const ofMeans = /\b(?:mean|median|averages?|per (?:capita|head|person|pupil|hour|week|household)|hourly|weekly)\b/iu;

/** Smaller figures below a title of money are no amounts. */
const leastMoney = 1000;

/**
 * The unit of a column that is named like others: `Emissions from coal` beside `Emissions from oil (tonnes)`. What is counted in
 * one is not measured in the next, so that their unit is taken where a heading has none.
 */
function unitOfSiblings(column: ColumnSurvey, figures: readonly ColumnSurvey[]): string {
  if ((column.figures?.largest ?? 0) <= 1 || saysPercent(column.name, [])) return "";
  if (unitInHeading(lastHeading(column.name)).kind !== "none") return "";
  const stems = stemsOf(column);
  // `Volunteer hours` says nothing of `Volunteer shifts`: another word stands where its unit does.
  const last = wordsOf(column.name).toLowerCase().split(" ").at(-1) ?? "";
  // How many there are is told in no money, and what a heading calls their count in nothing that is measured.
  if (saysNumber(column.name) || /\bnumber of\b/iu.test(column.name)) return "";
  const isNumber = isOfCounts(column.name);
  const isReplaced = ({ name }: ColumnSurvey) =>
    !/[)\]]$|\|/u.test(name) && !wordsOf(name).toLowerCase().split(" ").includes(last) && /\p{L}{3}s$/u.test(last);
  const alike = figures.filter(
    (other) => other !== column && !isReplaced(other) && stemsOf(other).some((stem) => stems.includes(stem)),
  );
  const known = alike
    .map(({ name }) => unitInHeading(lastHeading(name)))
    // How many at a time is said of one column alone.
    .filter(({ kind, said = "" }) => kind !== "none" && !isScale(said) && !(isNumber && kind === "money"));
  // One of many that is told in dollars says nothing of the others; the first of all says it for those that follow.
  const isFirst = alike[0] === figures[0] && unitInHeading(lastHeading(alike[0]?.name ?? "")).kind !== "none";
  return isFirst || known.length >= alike.length / 3 ? (known.find(({ said }) => said)?.said ?? "") : "";
}

/** The nouns that a heading begins and ends with. */
const stemsOf = ({ name }: ColumnSurvey): readonly string[] =>
  (
    unitInHeading(lastHeading(name))
      .words.toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  ).filter((word) => !commonWords.test(word));

const commonWords =
  /^(?:total|number|from|with|other|average|mean|median|rate|percent|percentage|share|capita|change|without|within|under|over|aged|years?)$/u;

/**
 * Columns that differ by their first words alone, before the same parentheses, `Wood (Gales 2007)`, `Wind (Gales 2007)`, or by digits alone,
 * `spent1112`, `spent1718`.
 */
function familyOf(
  column: ColumnSurvey,
  figures: readonly ColumnSurvey[],
  percents: readonly ColumnSurvey[],
): readonly ColumnSurvey[] {
  // One hand writes percentages in one way: those below 1 beside others above are no fractions.
  if (percents.length > 2 && percents.includes(column)) return isWithinHundred(column) ? [column] : percents;
  const end = /\(.{5,}\)\s*$/u.exec(column.name)?.[0];
  const own = end === undefined ? [column] : figures.filter(({ name }) => name.endsWith(end));
  const plain = (name: string) => name.replaceAll(/\d+/gu, "");
  const byDigits = figures.filter(
    ({ name }) => /\d/u.test(name) && plain(name) === plain(column.name) && /\p{L}/u.test(name),
  );
  const above = column.name.split(" | ").slice(0, -1).join(" | ");
  const below = figures.filter(({ name }) => above !== "" && name.startsWith(`${above} | `));
  // `Turnout | Men` beside `Turnout | Other`: who was there is counted in all of them, or in none.
  if (below.length > 1 && mayBeShare.test(above)) return below;
  return own.length > 2 ? own : byDigits.length > 1 ? byDigits : [column];
}

/** Whether figures are percentages by themselves, whatever others beside them are, changes say. */
const isWithinHundred = ({ figures }: ColumnSurvey): boolean =>
  figures !== undefined &&
  !figures.hasNegative &&
  !figures.isMostlySmall &&
  figures.largest > 1 &&
  figures.largest <= 100;

/** What is a share in some tables, and a number of people in others. */
const mayBeShare = /\b(?:uptake|coverage|turnout|prevalence)\b/iu;

function wideMeasures({ columns }: TableSurvey, wide: WideGuess, naming: OwnNaming): GuessedMeasures {
  const own = columns.filter(({ index }) => wide.indices.includes(index) && !wide.bare.includes(index));
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  const around = wordsAround([wide.columns].flat().at(-1) ?? "");
  const unitAround = around.replaceAll(/[()[\]]/gu, "").trim();
  const isUnit = unitOfText(unitAround) !== undefined || /^(?:%|per ?cent|pct)$/iu.test(unitAround);
  const add = (name: string, fallback: string, of: readonly ColumnSurvey[], saidUnit?: string) => {
    const id = naming.idOf(name, fallback);
    specs[id] = guessMeasure(id, {
      ...naming,
      ...defined({ unit: isUnit && wide.measures.length === 0 ? unitAround : saidUnit }),
      name: name || naming.called,
      isNumber: (name || naming.called) === naming.called && areNoAges(naming.called, of),
      mayBePortion: true,
      figures: of.flatMap(({ figures }) => figures ?? []),
    });
    return id;
  };
  // What names the rows, or the time, says nothing of the figures: `England and Wales | As at: | Sep-18`, `Financial year | 04/05`.
  const isOfRows = columns.some(
    ({ kind, name }) =>
      kind !== "figure" && kind !== "blank" && wordsAround(name).toLowerCase() === around.toLowerCase(),
  );
  const saysNothing =
    isUnit ||
    isOfRows ||
    // `ort_*_{area}`: the word before codes says what these are of.
    (wide.tells.join() === "area" && around.endsWith("*")) ||
    sayingNothing.test(around) ||
    isForecast(around) ||
    isOutturn(around) ||
    ofTimeAlone.test(meaningOf(around)) ||
    isOfAxes(around);
  const named = saysNothing || wide.label === ageLabel ? naming.called : around;
  const single = numberOfGroups(named, wide, own) ?? named;
  const bare = columns.filter(({ index }) => wide.bare.includes(index));
  const unnamed = wide.measures.length === 0 ? own : bare;
  const only = unnamed.length > 0 ? add(single, "figures", unnamed) : undefined;
  if (only !== undefined && naming.doubtOfCalled !== undefined && single === naming.called)
    naming.remarks.add(`measures.${only}.label`, naming.doubtOfCalled);
  // Of two names, one may be a part of the other.
  const byLength = [...wide.measures].sort((a, b) => b.length - a.length);
  const nameIn = (column: ColumnSurvey) =>
    wide.measureOf?.get(column.index) ?? byLength.find((name) => (column.heading ?? column.name).includes(name));
  const ids = new Map<string | undefined, string>();
  const columnsOf = new Map<ColumnSurvey, string>();
  const [sole, further] = wide.measures.filter((name) => !isEndOfInterval(name));
  for (const name of wide.measures) {
    const of = own.filter((column) => nameIn(column) === name);
    // `rate`, beside the ends of its interval alone, is that of what the title says.
    const isSole =
      name === sole && further === undefined && wide.measures.length > 1 && bareStatistic.test(name.trim());
    // `£ million`, beside `as a per cent of all`, is the unit of what the title says.
    const ofUnit = unitOfText(name.trim(), "not")?.kind === "money" ? name.trim() : undefined;
    const id = add(isSole || ofUnit ? naming.called : withoutNotes(name, of), "figures", of, ofUnit);
    names[id] = name;
    ids.set(name, id);
    if (of[0]) columnsOf.set(of[0], id);
  }
  makeBounds(specs, columnsOf, naming.remarks);
  for (const [name, id] of ids) {
    const quotient = commonQuotient(
      own.filter((column) => nameIn(column) === name),
      naming.quotients,
    );
    makeShare(specs, id, { remarks: naming.remarks, quotient, idOf: (of) => ids.get(nameIn(of)) });
  }
  return { specs, names, only };
}

/** What a part of headings is called without the numbers of notes behind it, where these were read off the headings. */
function withoutNotes(name: string, columns: readonly ColumnSurvey[]): string {
  const plain = name.replace(/(?:[1-9]\d?)(?:, ?[1-9]\d?)*$/u, "");
  const areRead = columns.every(({ heading, name: own }) => heading?.endsWith(name) && own.endsWith(plain));
  return columns.length > 0 && plain !== name && areRead ? plain : name;
}

/** Whether whole figures of a file that is called after ages count those of each: nobody is so old. */
const areNoAges = (called: string, of: readonly ColumnSurvey[]): boolean =>
  /\bages?\b/iu.test(meaningOf(called)) &&
  of.every(({ figures }) => figures?.isWhole === true && !figures.hasNegative) &&
  of.some(({ figures }) => (figures?.largest ?? 0) > oldest);
const oldest = 130;

/** What figures are, and of nothing. */
const bareStatistic = /^(?:rates?|numbers?|counts?|values?|estimates?|percent(?:age)?s?|%|means?|averages?)$/iu;

const sayingNothing = /^(?:total|number|count|value|estimates?|yr|year|\p{L})?$/iu;
/** What says of figures when they are, and not what. */
const ofTimeAlone =
  /^(?:(?:calendar|financial|fiscal|academic|school|reporting|reference|survey|crop|marketing) )?(?:years?|months?|quarters?|periods?|weeks?|dates?|days?|time|time periods?|seasons?|situation|position)(?: (?:end|ending|ended|of|beginning))?$/iu;

/** Whether a heading names two ways in which figures are divided, time first, and none of them: `Ano x Produto das lavouras`. */
const isOfAxes = (heading: string): boolean => {
  const { first } = /^(?<first>\p{L}+) [x×] \p{L}/iu.exec(heading)?.groups ?? {};
  return first !== undefined && ofTimeAlone.test(meaningOf(first));
};

/** What whole figures are below the names of groups that they are called by, `All ratings` of A to G: how many have each. */
function numberOfGroups(
  called: string,
  { label = "", tells }: WideGuess,
  columns: readonly ColumnSurvey[],
): string | undefined {
  const nounOf = (text: string) => wordsOf(text).toLowerCase().split(" ").at(-1)?.replace(/s$/u, "") ?? "";
  const areCounts = columns.every(({ figures }) => figures?.isWhole === true && !figures.hasNegative);
  // `Decile groups ranked by income` end as what they are ranked by.
  const isName = label !== "" && label.split(" ").length <= longestGroup && !ofMeans.test(called);
  const isGroup = tells.join() === "category" && isName && !isOfOrigins(label) && nounOf(label) === nounOf(called);
  return isGroup && areCounts ? `Number of ${pluralOf(inSentence(label))}` : undefined;
}

/** So many words has a name of groups that says what there is a number of. */
const longestGroup = 4;

/** What all columns of a measure are, each by others; undefined where some are not, or are written otherwise. */
function commonQuotient(columns: readonly ColumnSurvey[], quotients: OwnNaming["quotients"]): Quotient | undefined {
  const [first, ...others] = columns.map((column) => quotients.get(column));
  return first && others.every((own) => own?.whole === first.whole) ? first : undefined;
}

/** What stands beside the holes of a pattern, without the words that only lead to them: `Total in {period}`. */
const wordsAround = (pattern: string): string =>
  pattern
    // `{period}.00`, `{period}.5` of the middle of a year, and `{period}年`
    .replaceAll(/\{[^}]*\}(?:\.(?:0+|5)$|(?:年度?|년)$)?/gu, " ")
    // `{period} [YR*]`
    .replaceAll(/[[(][^\][()]*\*[^\][()]*[\])]/gu, " ")
    // `({period}) *`: the same year again
    .replaceAll(/(?<=^|\s)\*(?=\s|$)/gu, " ")
    .replace(/^(?:sum|count|avg|mean|max|min)\s*\((?<inside>.*)\)$/iu, "$<inside>")
    .replaceAll(/[`"']/gu, "")
    // `Population (mid {period})`
    .replaceAll(/\(\s*(?:mid\W*)?\)/giu, " ")
    // `Population;{period};[persons]`
    .replace(/;\s*\[[^\][]*\]$/u, "")
    .replaceAll(/[\s,;:|–_-]+/gu, " ")
    .trim()
    .replace(/(?:(?:^| )(?:in|at|for|on|of|as|to|by))+$/iu, "");

function longMeasures(
  survey: TableSurvey,
  { measure, values }: LongGuess,
  naming: Naming & Pick<OwnNaming, "unit" | "currency">,
): GuessedMeasures {
  const specs: Record<string, MeasureSpec> = {};
  const names: Record<string, string> = {};
  const units = survey.columns.find((column) => column !== measure && isOfUnits(column.name));
  const section = survey.columns.find(({ kind }) => kind === "section");
  // Headings between the rows may stand in the same column.
  const inRows = new Set(Array.from(survey.rows, (row) => cellText(cellAt(survey.sheet, row, measure.index)).trim()));
  for (const name of [...measure.texts].filter((text) => inRows.has(text)).sort()) {
    const id = naming.idOf(name, "measure");
    const own = units ? textsWhere(survey, units, { column: measure, text: name }) : [];
    const [heading, other] = section ? textsWhere(survey, section, { column: measure, text: name }) : [];
    const ofRows = heading !== undefined && other === undefined ? unitOfBlock(heading) : undefined;
    const spec = guessMeasure(id, {
      ...naming,
      name,
      figures: values.map((value) => figuresIn(survey, value, { column: measure, text: name })),
      isUnit: isOfUnits(measure.name) && unitOfCode(name) !== name,
      unit:
        own.length === 1
          ? unitOfCode(own[0] ?? "")
          : isOfUnits(measure.name)
            ? unitOfCode(name)
            : (ofRows ?? naming.unit),
      ...defined({ ofColumn: own.length === 1 && isOtherUnit(own[0] ?? "") ? own[0] : undefined }),
    });
    // `Count` and `Percentage` are of what another column says of all rows.
    const of = isQuantityAlone(spec.label) ? seriesOf(survey)?.texts[0] : undefined;
    specs[id] = of === undefined ? spec : { ...spec, label: `${sentence(of)}: ${inSentence(spec.label)}` };
    names[id] = name;
  }
  return { specs, names };
}

/** One measure, called as all figures are, whose rows of lower and upper figures are its bounds. */
function estimateWithBounds(
  survey: TableSurvey,
  { measure, values, ends }: LongGuess & { readonly ends: NonNullable<ReturnType<typeof partsOfInterval>> },
  naming: Naming & Pick<OwnNaming, "unit" | "currency" | "called" | "doubtOfCalled">,
): GuessedMeasures {
  const { called, doubtOfCalled, remarks } = naming;
  const textOf = (part: PartOfInterval) => measure.texts.find((text) => ends.get(text) === part) ?? "";
  const id = naming.idOf(called, "estimate");
  const figures = values.map((value) => figuresIn(survey, value, { column: measure, text: textOf("middle") }));
  const spec = guessMeasure(id, { ...naming, name: called, figures });
  if (doubtOfCalled !== undefined) remarks.add(`measures.${id}.label`, doubtOfCalled);
  const bounds = (["lower", "upper"] as const).map((end) => {
    const own = naming.idOf(`${called} ${end}`, end);
    remarks.add(`measures.${own}.statType`, guessedFrom("its labels", saysHowSure(spec.label)));
    return { id: own, text: textOf(end), spec: specOfBound(spec, end) };
  });
  return {
    specs: { [id]: spec, ...Object.fromEntries(bounds.map((own) => [own.id, own.spec])) },
    names: { [id]: textOf("middle"), ...Object.fromEntries(bounds.map((own) => [own.id, own.text])) },
  };
}

/** Whether a name says how something is told, and not what. */
const isQuantityAlone = (name: string): boolean =>
  /^(?:counts?|numbers?|percent(?:ages?)?|per cent|%|proportions?|shares?|rates?|values?)$/iu.test(name.trim());

/** Whether what a column of units says is a short unit that nobody else knows: `Gg`. */
const isOtherUnit = (text: string): boolean =>
  /^\p{L}[\p{L}\d/ ]{1,11}$/u.test(text) &&
  !isThing(text) &&
  !/^(?:total |absolute |simple )?(?:counts?|numbers?|values?|units?|totals?|amounts?)$/iu.test(text) &&
  unitOfText(unitOfCode(text)) === undefined &&
  !saysPercent(text, []);

interface MeasureInput {
  readonly name: string;
  readonly figures: readonly FigureSurvey[];
  readonly remarks: Remarks;
  /** What a column says of the unit. */
  readonly unit?: string;
  readonly ofColumn?: string;
  /** All headings of its column, where the name is the last of them. */
  readonly above?: string;
  /** Whether the title is of money, and the heading of nothing else. */
  readonly isMoney?: boolean;
  /** Whether the title says of a price that it is an index. */
  readonly isIndex?: boolean;
  /** Absent: by its name. */
  readonly isRunningTotal?: boolean;
  /** Whether what stands above says that amounts are means. */
  readonly areMeans?: boolean;
  /** Whether no other figures of the table show that they are no fractions. */
  readonly mayBePortion?: boolean;
  /** Whether its name is the code of a unit, and nothing else. */
  readonly isUnit?: boolean;
  /** Whether a row of units says the unit of this column alone. */
  readonly isOwnUnit?: boolean;
  /** Whether the heading says that it is a number of something, and the name what of. */
  readonly isNumber?: boolean;
  /** What the file is called, where figures may be called so. */
  readonly fileName?: string | undefined;
  /** What the title says that is counted. */
  readonly things?: MeasureSpec["unit"] | undefined;
  /** What a heading above its own says that is counted. */
  readonly thingsAbove?: MeasureSpec["unit"] | undefined;
  /** The currency that a column names for all rows. */
  readonly currency?: MeasureSpec["unit"] | undefined;
}

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
  if (kind.statType === "mean" && !kind.isPercent && !kind.isAmount && figures.some(({ small }) => small > 0))
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

function guessMeasure(
  id: string,
  {
    name,
    figures,
    remarks,
    unit: unitSaid = "",
    ofColumn,
    above = "",
    isMoney = false,
    isIndex = false,
    isRunningTotal = isRunning(name),
    mayBePortion = false,
    areMeans = false,
    fileName,
    things,
    thingsAbove,
    currency: ofRows,
    isUnit = false,
    isOwnUnit = false,
    isNumber = false,
  }: MeasureInput,
): MeasureSpec {
  const { words, unit: own } = isUnit ? { words: name, unit: undefined } : unitInHeading(name);
  const field = `measures.${id}`;
  const whole = wholeName(name, above, isNumber);
  // Rates and margins are not told in thousands, where counts are, unless a row says it of each.
  const isOfOthers = isScale(unitSaid) && !isOwnUnit && kindOfMeasure(whole, figures).statType !== "count";
  const sign = saysNumber(name) ? undefined : signOfAll(figures);
  const unit = withSign(isOfOthers ? "" : unitSaid, sign);
  const read = withoutSlips({ whole, figures, unit });
  if (read !== figures) remarks.also("layout.unreadableCells", countsWithDecimals(sentence(words)));
  const plain = kindByName({ whole, figures: read, unit, fileName });
  const kind = asMeant(plain, { isMoney: isMoney && own === undefined, areMeans });
  const isPaid = !isIndex && isPayment(plain, { name, figures, isMoney });
  const known = ofNamed(
    { label: sentence(words), things },
    own ??
      (kind.isPercent || kind.statType === "rate" ? undefined : unitAbove(name, above)) ??
      (isOfSomePeso(unit, name) ? currency : unitOfText(unit)?.unit) ??
      unitOfDuration(unit) ??
      (isUnitAlone(name) ? unitOfText(name)?.unit : undefined) ??
      asUnit(ofColumn ?? (indexUnit.test(unit.trim()) ? unit : undefined)) ??
      (isIndex ? indexPoints : undefined) ??
      unitPaid({ isPaid, kind, name, ofRows }),
  );
  const label = labelOf({ name, words, fileName, known });
  const input = { label, field, figures: read, remarks, known, mayBePortion };
  const said = `${whole} ${unit}`;
  const isCurrency = known?.other.endsWith(currency.other) === true;
  const isScaleAlone = known?.other.endsWith(notStated.other) === true;
  const isSaid = isUnitSaid(kind, { name, known, figures }) || (kind.statType === "count" && isThing(thingsIn(unit)));
  if (isCurrency || isScaleAlone || !isSaid)
    remarks.add(`${field}.unit`, remarkOnUnit(kind, { isMoney: isCurrency, isNamed: namesThings(label) }));
  if (isRunningTotal) remarks.add(`${field}.statType`, runningTotal);
  if (isRolling(whole)) remarks.also(`${field}.statType`, rollingWindow);
  const inThousands = countInThousands({ ...input, name: words }, [own, unitSaid]);
  if (inThousands) return inThousands;
  if (kind.isPercent) return guessPercent(input, kind, saysPercent(said, figures));
  if (kind.statType === "rate") return guessRate({ ...input, things }, kind);
  return kind.statType === "count"
    ? guessCount({ ...input, name: said, saidUnit: thingsIn(unit), things, thingsAbove })
    : { label, ...guessMean(input, kind) };
}

/** The unit in parentheses at the end of a heading above others: `Gross yield by sector (£m) | Arcades`. What counts something is told in no money. */
function unitAbove(name: string, above: string): MeasureSpec["unit"] | undefined {
  if (above === name || saysPercent(name, []) || saysNumber(name)) return undefined;
  // `Overall total` is one of what the heading above names.
  if (isOfCounts(name.replaceAll(/\btotals?\b/giu, " "))) return undefined;
  const said = above
    .split(" | ")
    .slice(0, -1)
    .flatMap((heading) => /\((?<said>[^()]+)\)$/u.exec(heading.trim())?.groups?.said ?? []);
  const known = said.flatMap((text) => unitOfText(text, "not") ?? []).at(-1);
  return known?.kind === "money" ? known.unit : undefined;
}

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
  sentence(name === fileName && !/\p{L}{2}/u.test(name) ? (known?.other ?? "") : words) || "Figures";

/** Whether figures are of money by their name, or below a title of money. */
const isPayment = (
  kind: MeasureKind,
  { name, figures, isMoney = false }: Pick<MeasureInput, "name" | "figures" | "isMoney">,
): boolean =>
  kind.statType === "mean" &&
  !kind.isPercent &&
  !kind.isFraction &&
  !areMostlySmall(figures) &&
  (isMoney || isOfMoney(name) || /^amount$/iu.test(name.trim()));

const countsWithDecimals = (label: string): string =>
  `A few figures of "${label}" have decimals, and a count has none: not available until they are corrected. The build says where they stand. If they are right, say statType: "mean", with additive: true.`;

/** The sign of money that all figures have in their cells. */
function signOfAll(figures: readonly FigureSurvey[]): string | undefined {
  const [sign, ...others] = new Set(figures.map((own) => own.sign));
  return others.length === 0 ? sign : undefined;
}

/** What is said of a unit, with the sign that stands in the cells: pounds, and how many at a time where that is said. */
const withSign = (said: string, sign: string | undefined): string =>
  sign === undefined || (said !== "" && !isScale(said)) ? said : `${sign} ${said}`.trim();

/** In which dollars or pesos something is paid that has their sign in a cell, no table of other languages says. */
const isOfSomePeso = (unit: string, name: string): boolean => unit === "$" && isForeign(name);

/** `Deaths (000s)` are in thousand deaths; thousands of what nobody names are marked. */
function ofNamed(
  { label, things: ofTitle }: Pick<OwnNaming, "things"> & { readonly label: string },
  unit: MeasureSpec["unit"] | undefined,
): MeasureSpec["unit"] | undefined {
  const { scale } = /^(?<scale>thousand|million|billion)s$/u.exec(unit?.other ?? "")?.groups ?? {};
  if (scale === undefined) return unit;
  const inBrackets = peopleInBrackets.exec(label)?.groups?.things ?? peopleAmongParts.exec(label)?.groups?.things;
  const things =
    inBrackets !== undefined
      ? countedBy(inBrackets).other
      : isPlainCount(label) || namesThings(label)
        ? countedBy(label).other
        : (ofTitle ?? notStated).other;
  return { one: `${scale} ${things}`, other: `${scale} ${things}` };
}

/** Whom a name says in brackets that it is a number of: `Estimated migration (Persons in April)`. */
const peopleInBrackets =
  /\((?<things>persons?|people|households|dwellings|employees|jobs)(?: (?:in|at|on|aged) [^()]*)?\)/iu;

/** Whom a name of several parts says that it is a number of: `Employed total, Persons, Trend`. */
const peopleAmongParts = /[,;:] ?(?:> ?)?(?<things>persons|people|households|dwellings|employees|jobs)(?=[,;:]|$)/iu;

const readAsCounts =
  "Told in thousands, and some are 1 to 9 of what is counted: read as the counts that they are, so that small ones are hidden.";

/**
 * Figures that are told in thousands and are so small that they are numbers of people. Undefined of others: of tonnes and pounds, of means,
 * and of those that were rounded to hundreds.
 * @param units what the heading says of its unit, and what a column or the title says.
 */
function countInThousands(
  input: Omit<CountInput, "saidUnit">,
  [own, said]: readonly [own: MeasureSpec["unit"] | undefined, said: string],
): MeasureSpec | undefined {
  const { field, figures, remarks, name } = input;
  const unit = own ?? unitOfText(said)?.unit;
  const { things } = /^thousands?(?: (?<things>.+))?$/iu.exec(unit?.other ?? "")?.groups ?? {};
  const isOfPeople = figures.every((one) => one.isInThousandths) && figures.some((one) => one.smallThousandths > 0);
  const isScaled = /^thousands?\b/iu.test(unit?.other ?? "");
  const areMeasured = things !== undefined && (unitOfText(things) !== undefined || isCurrencyName(things));
  if (!isScaled || !isOfPeople || areMeasured) return undefined;
  const whole = figures.map((one) => ({ ...one, isWhole: true, isMostlySmall: false, isMostlyFraction: false }));
  if (kindOfMeasure(name, whole).statType !== "count") return undefined;
  remarks.add(`${field}.thousands`, readAsCounts);
  const counted = guessCount({ ...input, figures: whole, known: undefined, saidUnit: things ?? "" });
  return { ...counted, thousands: true };
}

/** What figures are as the title of a table has it: whole numbers below a title of money are amounts, and amounts below one of means are none. */
const asMeant = (
  kind: MeasureKind,
  { isMoney, areMeans }: { readonly isMoney: boolean; readonly areMeans: boolean },
): MeasureKind => {
  if (kind.statType === "count") return isMoney ? amount : kind;
  return kind.statType === "mean" && areMeans ? { ...kind, isAmount: false } : kind;
};

const indexPoints = { one: "index point", other: "index points" };
const indexUnit = /^ind(?:ex|ices)(?: (?:numbers?|points?))?$/iu;
const asUnit = (said: string | undefined): MeasureSpec["unit"] | undefined =>
  said === undefined ? undefined : indexUnit.test(said.trim()) ? indexPoints : { one: said, other: said };

/** Whether nearly all figures lie between -1 and 1, as parts of something do. */
const areMostlySmall = (figures: readonly FigureSurvey[]): boolean =>
  figures.length > 0 && figures.every((one) => one.isMostlySmall);

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
      (kind.statType === "count" && isPlainCount(name));

/** Whether a heading is the name of what is counted, and of little else: `Deaths`, `Number of pupils`, `total_population`. */
const isPlainCount = (name: string): boolean => {
  const { one, other } = countedBy(sentence(name));
  if (namesNothing(name) || !isCountable(name) || (isForeign(name) && !isShortName(name))) return false;
  const [head = ""] = other.split(/[\s(]+(?:\p{L}+ed\b|of|in|with|who|aged|by|from|per|on|at|for|not|against)\b|\s\(/u);
  // `Vacancies sc` are no `vacancies scs`: what comes first is counted where its plural stands there already.
  const isFirst = isOfCounts(other.split(" ")[0] ?? "") && inSentence(name).includes(other);
  // `Sex male` and `Given absolute discharge` are no plural of anything: what is counted is not said.
  const isNamed =
    isForeign(name) ||
    !head.includes(" ") ||
    endsInPlural(name, head) ||
    saysHowMany.test(meaningOf(name)) ||
    one === other;
  return (
    !/^(?:totals?|others?|numbers?|counts?|all|records?)$/iu.test(meaningOf(other)) &&
    (isFirst || (isNamed && isOfCounts(head.split(" ").at(-1) ?? ""))) &&
    other.split(" ").length <= mostWordsOfUnit
  );
};
const saysHowMany = /\b(?:counts?|numbers?|no|nr|totals?|cases?|deaths?|births?|population|pop)\b/iu;
const mostWordsOfUnit = 4;

/**
 * Whether what is left of a heading without its `number of` is a noun that has a plural: no `number in cohort`, whose things are not named,
 * no `employment`, no `causing death`, which is one deed in words.
 */
const isCountable = (label: string): boolean => {
  const { one, other } = countedBy(label);
  const head =
    /^(?<head>.+?)(?: (?:of|in|with|who|by|from|per|on|at|for|aged?)\b.*)?$/iu.exec(other)?.groups?.head ?? other;
  if (isForeign(label)) return true;
  if (amountsOnly.test(head.split(" ").at(-1) ?? "")) return false;
  if (/^(?:causing|committing|attempting|using|making|having|being|taking) /iu.test(other)) return false;
  return one !== other || !/(?:[^e]ment|[st]ion|ness|ity|ance|ence)$/iu.test(head);
};
/** What says how much there is of something that it does not name. */
const amountsOnly =
  /^(?:numbers?|counts?|totals?|amounts?|values?|figures|sums?|cohorts?|volumes?|quantit(?:y|ies)|sizes?)$/iu;

/** Whether a heading is short for something (`ES`, `INES`), an answer, a sex in another language, an area (`Arkansas`), or of what is estimated, and its plural is none of a thing. */
const namesNothing = (name: string): boolean =>
  /^\p{Lu}{2,5}$/u.test(name.trim()) ||
  /^yes$/iu.test(name.trim()) ||
  // `Männlich` says of what is counted which part it is.
  (isForeign(name) && /^(?:fe)?males?$/iu.test(meaningOf(name))) ||
  /(?<!\bpop(?:ulation)?[ _])\bestimates?$/iu.test(wordsOf(name)) ||
  isNameOfArea(name.replace(/^(?:total|all) | (?:totals?|numbers?|counts?)$/giu, "").trim()) ||
  partsOfPlace(name) !== undefined;

/** What stands below a title of money. */
const amount = { statType: "mean", isPercent: false, isAmount: true, isFraction: false } as const satisfies MeasureKind;
const currency: MeasureSpec["unit"] = { one: "unit of currency", other: "units of currency" };

interface Paid {
  readonly isPaid: boolean;
  readonly kind: MeasureKind;
  readonly name: string;
  /** The currency that a column names for all rows. */
  readonly ofRows: MeasureSpec["unit"] | undefined;
}

const unitPaid = ({ isPaid, kind, name, ofRows }: Paid): MeasureSpec["unit"] | undefined =>
  isPaid ? (ofRows ?? currencyOf(name)) : kind === amount ? (ofRows ?? currency) : undefined;

/** The currency of money, as far as its heading tells: `Amount ($30,000.00 etc.)`, `Total income (m)`. */
function currencyOf(name: string): MeasureSpec["unit"] {
  const sign = /[£$€](?=\s?\d)/u.exec(name)?.[0];
  const scale = /\((?<scale>m|mn|k|bn|000s?|thousands?|millions?|billions?)\)\s*$/iu.exec(name)?.groups?.scale;
  const known = sign === undefined ? undefined : unitOfText(sign)?.unit;
  if (known || scale === undefined) return known ?? currency;
  const scaled = unitOfText(`$${scale}`)?.unit?.other.replace("dollars", currency.other) ?? currency.other;
  return { one: scaled, other: scaled };
}

/** Whether a heading is of a window that moves on, and overlaps the one before: `7T`, `7-day`, `rolling 3 months`, `last 14 days`. */
const isRolling = (name: string): boolean =>
  /\b(?:rolling|moving|trailing|(?:last|past|previous) \d+ (?:days|weeks|months)|\d+ ?-?(?:day|d|tage?|t|week|month)s?(?=\b(?! \d)))\b/iu.test(
    wordsOf(name),
  );
const rollingWindow =
  "Of several days or months each, by its name: where these overlap from one period to the next, never add it up over time.";

const runningTotal = guessedFrom("its name", "A running total, by its name: it is never added up over time.");

const remarkOnUnit = (
  { isPercent, statType }: MeasureKind,
  { isMoney, isNamed }: { readonly isMoney: boolean; readonly isNamed: boolean },
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
        : whatIsCounted;

const whatIsCounted = "What is counted, in the singular and the plural, as a sentence has it.";

function guessPercent(
  { label, field, remarks, figures }: OneMeasure,
  { statType }: MeasureKind,
  isSaid: boolean,
): MeasureSpec {
  const areParts = isSaid && arePartsOfOne(figures);
  if (areParts) remarks.add(`${field}.fractions`, partsOfOne);
  else if (figures.length > 0 && figures.every((own) => own.isMostlySmall && !own.hasPercent))
    remarks.also(
      `${field}.unit`,
      "Nearly all lie between -1 and 1: if these are fractions, add fractions: true, and 0.5 is read as 50%; or name another unit.",
    );
  if (!isSaid) remarks.add(`${field}.statType`, guessedFrom("its name", "Taken for percentages by its name alone."));
  const most = isOfChange(label) ? 0 : Math.max(0, ...figures.map(({ largest }) => largest));
  if (most > noPercentages) {
    remarks.replace(`${field}.unit`, ofOtherUnits);
    remarks.remove(`${field}.statType`);
    return { label, unit: notStated, statType: "mean" };
  }
  if (most > farAboveAll) remarks.also(`${field}.unit`, beyondAll);
  return defined({ label, unit: { one: "%", other: "%" }, statType, fractions: areParts || undefined });
}

const partsOfOne = guessedFrom(
  "its figures",
  "Percentages, as the table says, and none is above 1: read as parts of 1, so that 0.5 is 50%. Take fractions away where 0.5 is half of one percent.",
);

/** Figures above it are hardly percentages: numbers of answers among their shares, or what a column calls so by mistake. */
const farAboveAll = 200;
/** Nor is any so large: where rows are of several kinds, the unit of some is none of all. */
const noPercentages = 1000;
const ofOtherUnits =
  "Some rows are percentages, by a sign or a name, and some are far above 100: read those of one unit (layout.rows), or make a measure of each (layout.long), and say its unit.";
const beyondAll =
  "Some are far above 100: leave out rows of other figures by layout.rows, numbers of answers say, or name another unit.";

function guessRate(
  { label, field, remarks, things }: OneMeasure & Pick<MeasureInput, "things">,
  { per, people }: Extract<MeasureKind, { statType: "rate" }>,
): MeasureSpec {
  remarks.add(`${field}.per`, "Cases per how many.");
  const { inside } = /\((?:[^();]*; ?)?(?<inside>\p{L}[\p{L} -]*?) per \d[^()]*\)$/u.exec(label)?.groups ?? {};
  const cases = (inside ?? label)
    // `Aid no P10000HH` says of nothing that it is counted.
    .replace(/^.*\bp10{3,6}.*$/iu, "")
    .replace(/\s*(?:\b(?:rates?\b.*|per ?\(?['’]?\d.*|per \(?(?:thousand|million).*)|\/ ?1[ ,.]?0{2}.*)$/iu, "")
    .replace(/[\s,;:(]+$/u, "")
    .replace(/\bmortality$/iu, "deaths");
  // `England rate per 100,000` is a rate in England, and of no `englands`.
  const isOfAny = cases === "" || isNameOfArea(cases) || ofNoThing.test(cases);
  if (isOfAny && things) remarks.replace(`${field}.unit`, guessedFrom("the title", whatIsCounted));
  else if (isOfAny) remarks.add(`${field}.unit`, "Its heading does not say what is counted: say it.");
  return defined({
    label,
    unit: isOfAny ? (things ?? notStated) : countedBy(cases),
    statType: "rate",
    per,
    population: isOfPeople(people) ? people : undefined,
  });
}

/** What has a rate, and no plural that says what is counted for it: `Prevalence`, `Unemployment`. */
const ofNoThing =
  /^(?:(?:directly|indirectly|age|sex|and|crude|standardi[sz]ed|adjusted|specific|annual|average|mean|overall|total)[\s-]*)+$|(?:^|\s)(?:incidence|prevalence|(?:un)?employment|obesity|poverty|fertility|morbidity|literacy)$/iu;

/** Whether what stands behind `per 100,000` is a word for whom, and no short form, as `NL` is of a lower bound, nor the beginning of an age. */
const isOfPeople = (text: string): boolean => /\p{L}{4}/u.test(text) && !/\b(?:aged?|under|over)$/iu.test(text.trim());

/** What a unit says that is counted: `persons` in `Number of persons`. */
const thingsIn = (unit: string): string =>
  unit
    .trim()
    .replace(/^(?:numbers?|counts?|no\.?|total) (?:of )?/iu, "")
    .replace(/ (?:numbers?|counts?)$/iu, "");

/** Whether a word may be a German noun, which keeps its capital: `Personen`, and not `Personas`. */
const isOfGerman = (text: string): boolean => isForeign(text) && /(?:en|er|e|n)$/u.test(text);

/** Whether a column of units names what is counted: `Persons`, `Person`, `Personen`, and not `Number`. */
const isThing = (unit: string): boolean =>
  (/^(?:\p{L}{2,} ){0,3}\p{L}{4,}s$|^people$/iu.test(unit) || (/^\p{L}{3,}$/u.test(unit) && isOfCounts(unit))) &&
  !/^(?:counts?|numbers?|totals?|frequency|units?|values?|applications)$/iu.test(meaningOf(unit));

interface CountInput extends OneMeasure, Pick<MeasureInput, "name" | "things" | "thingsAbove"> {
  /** As a column says it. */
  readonly saidUnit: string;
}

function guessCount({
  label,
  field,
  figures,
  remarks,
  known,
  name,
  saidUnit,
  things,
  thingsAbove,
}: CountInput): MeasureSpec {
  const isSure = isPlainCount(label) && !mayBeNone.test(label);
  if (mayBeNone.test(label)) remarks.add(`${field}.label`, numberOrNone);
  if (!isSure && figures.length > 0 && figures.every(({ largest, isWhole }) => isWhole && largest === 1))
    remarks.also(`${field}.unit`, "Nothing but 0 and 1: whether something is so, if it counts nothing.");
  if (!isSure && figures.every(({ largest }) => largest <= 100) && figures.some(({ largest }) => largest > 30))
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        'Whole numbers up to 100 were taken for counts; say "share", of the unit %, where they are percentages.',
      ),
    );
  else if (!isOfCounts(name) && known === undefined)
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        'Whole numbers were taken for counts; say "mean" where they are amounts (with additive: true), scores, ranks or years.',
      ),
    );
  const last = lastThings(label) ?? thingsOfPlace(label);
  const isPlace = things !== undefined && placeOfDeed.test(label);
  const counted = isThing(saidUnit)
    ? countedBy(isOfGerman(saidUnit) ? saidUnit : saidUnit.toLowerCase())
    : (isSure || last !== undefined || namesThings(label)) && !crossesTotals.test(label) && !isPlace
      ? countedBy(last ?? label)
      : undefined;
  const unit = known ?? counted;
  const said = thingsAbove ?? things;
  if (unit === undefined && said)
    remarks.replace(`${field}.unit`, guessedFrom(thingsAbove ? "its heading" : "the title", whatIsCounted));
  return { label, ...shortName(label), unit: unit ?? said ?? notStated, statType: "count" };
}

/** What the last of several headings says that is counted, where the ones above it name more: `Deaths involving COVID-19: Deaths`. */
function lastThings(label: string): string | undefined {
  const last = /: (?<last>\p{L}+s)$/iu.exec(label)?.groups?.last;
  return last !== undefined && isPlainCount(last) ? last : undefined;
}

/** What is counted in a place that stands before it, with its source in brackets or none, `England and Wales (census): All deaths`: no place is counted. */
function thingsOfPlace(label: string): string | undefined {
  const { things } = partsOfPlace(label) ?? {};
  return things !== undefined && isPlainCount(things) ? things : undefined;
}

/** A label that begins with the name of a place. */
function partsOfPlace(label: string): { readonly place: string; readonly things: string } | undefined {
  const { place, things } = /^(?<place>[^:(]+?)(?: \([^()]*\))?: (?<things>.+)$/u.exec(label)?.groups ?? {};
  return place !== undefined && things !== undefined && isNameOfArea(place) ? { place, things } : undefined;
}

/** Where something happened, in the singular: of deaths by place, `Home` and `Hospital` count no homes and no hospitals. */
const placeOfDeed =
  /^(?:(?:own|care|nursing|residential|private|at|in|other|public|the) )*(?:home|house|hospital|hospice|school|prison|hotel|street|workplace|clinic)$/iu;

/** Two ways to divide the same, of one of which it is the total: `Stage - Total Outcome - Solved`. */
const crossesTotals = /\p{L} [-–:|] total \p{L}/iu;

/** Printed where nobody said it: seen at once by who fills it in, and taken by no reader for what is counted. */
const notStated = { one: "(unit not stated)", other: "(unit not stated)" } as const satisfies MeasureSpec["unit"];

interface OneMeasure {
  readonly label: string;
  /** Of the definition. */
  readonly field: string;
  readonly figures: readonly FigureSurvey[];
  readonly remarks: Remarks;
  readonly known: MeasureSpec["unit"] | undefined;
  readonly mayBePortion: boolean;
}

function guessMean(
  { label, field, figures, remarks, known, mayBePortion }: OneMeasure,
  { isFraction, isAmount }: Extract<MeasureKind, { statType: "mean" }>,
): Omit<MeasureSpec, "label"> {
  const isWhole = figures.length > 0 && figures.every((one) => one.isWhole);
  const mayBeFraction =
    known === undefined &&
    figures.length > 0 &&
    !isWhole &&
    figures.every(
      (one) => one.isMostlyFraction || (mayBePortion && one.largest <= 1 && (!one.hasNegative || one.isMostlySmall)),
    );
  if (isFraction)
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        "Figures up to 1 may be fractions: of the unit %, they are a share, with fractions: true.",
      ),
    );
  else if (mayBeFraction)
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        "Figures that nearly all lie between -1 and 1 may be fractions: of the unit %, they are a share, with fractions: true.",
      ),
    );
  // A number of people that a model makes has decimals.
  if (!saysMean(label, known) && !(isAmount && isNumberOf(label)))
    remarks.add(
      `${field}.statType`,
      guessedFrom(
        "its figures",
        'Figures that are no plain counts were taken for means; say "rate" (with per) or "share" where they are.',
      ),
    );
  const largest = Math.max(0, ...figures.map((one) => one.largest));
  const areLarge = figures.length > 0 && figures.every((one) => one.isMostlyLarge);
  const decimals = isWhole || areLarge ? 0 : largest <= 1 ? 3 : largest < 10 ? 2 : undefined;
  return defined({
    ...(shortName(label) ?? (saysMean(label, undefined) ? undefined : { short: "figure" })),
    // Nobody counts `0.181 north scotlands`.
    unit: known ?? unitByName(label, figures) ?? (isNumberOf(label) ? countedBy(label) : notStated),
    statType: "mean",
    decimals,
    additive: isAmount || undefined,
  });
}

/** Whether a mean is one of how many: `Average number of rooms`. */
const isNumberOf = (label: string): boolean =>
  /^(?:(?:average|avg|mean|median) (?:number|count)|number) of \p{L}{3}/iu.test(label) ||
  thingsElsewhere(label) !== undefined;

/** What figures have a name of their own for that stands well in a sentence: `Kent's population`, `Mali's GDP per capita`. */
const ownName =
  /^(?:(?:total|median|average|mean|net|gross|annual|disposable|household|public|active|final|primary|resident|estimated|real|nominal) )*(?:population|income|spending|expenditure|scores?|employment|unemployment|revenue|turnover|budget|debt|gdp|gdp per (?:capita|head)|productivity|density|energy|consumption|production|rainfall|temperature|funding|aid|investment|capacity|turnout|attendance|deficit|surplus|output|life expectancy|rent|wage|pay|price|cost|ratio|index)$/iu;

/** How sentences call a measure: by its own name where it is one for that. */
function shortName(label: string): Pick<MeasureSpec, "short"> | undefined {
  return ownName.test(label) ? { short: inSentence(label) } : undefined;
}

/** Whether a label is the plural of what is counted, in a language whose plurals are known: `Eviction records`, and no `Confirmed`. */
const namesThings = (label: string): boolean => {
  if (mayBeNone.test(label) || namesNothing(label) || !isCountable(label)) return false;
  const { one, other } = countedBy(label);
  return (
    /^people\b/u.test(other) ||
    /^(?:(?:total|estimated) )*(?:number|count|no\.) of \p{L}{3}/iu.test(label) ||
    (isForeign(label) && isShortName(label) && !isCode(label) && !genericName.test(meaningOf(label))) ||
    (one !== other && endsInPlural(label, other))
  );
};

/** Whether a name in another language may be the plural of what is counted: a word or a few, `Demandes d'asile`, or what says that it is a number of them. */
const isShortName = (label: string): boolean =>
  thingsElsewhere(label) !== undefined || /^\p{L}[\p{L}'’-]{3,}(?: \p{L}[\p{L}'’-]*){0,2}$/u.test(label);

/** Whether the plural that was made of a label stands in it already. */
const endsInPlural = (label: string, other: string): boolean =>
  inSentence(label).toLowerCase().includes(other.toLowerCase()) &&
  // `Residents aged 0-14 years` are residents.
  !divisions.test(other.replace(/ aged \d.*$/iu, ""));

/** What things are divided by, or are called where nobody says what they are, and what is counted by nobody: `All ages`. */
const divisions =
  /(?:^(?:totals?|others?|numbers?|counts?|all|values?)|\b(?:ages|sexes|genders|groups|categories|types|kinds|classes|levels|causes|reasons|ethnicities|origins|sources|sizes|years|months))$/iu;

/** Whether a unit that is measured, or a word, says of a figure that it is neither a count nor a share. */
const saysMean = (label: string, known: MeasureSpec["unit"] | undefined): boolean =>
  known !== undefined ||
  /\b(?:averages?|avg|mean|median|ind(?:ex|ices)|scores?|ratings?|ranks?|temperature|life expectancy)\b/iu.test(
    meaningOf(label),
  );

/** How long people live. */
const ofLife = /\b(?:life expectancy|expectation of life)\b/iu;

/** Units of figures that count nothing; money has its own. */
const unitsByName: readonly (readonly [RegExp, one: string, other: string])[] = [
  [/\brank(?:ing|ed)?\d*\b/iu, "place", "places"],
  [/\b(?:score|points?|rating)\b/iu, "point", "points"],
  [/\bind(?:ex|ices)\b/iu, indexPoints.one, indexPoints.other],
  // Indices of prices that are called by their letters.
  [
    /(?<!\p{L})(?:HPI|CPIH?|RPIX?|HICP|PPI)(?!\p{L})(?!.*(?:%|\b(?:rate|change|inflation)\b))/u,
    indexPoints.one,
    indexPoints.other,
  ],
  [ofBase, indexPoints.one, indexPoints.other],
  [
    /(?<!\b(?:voting|working|school|pension|old|since|over|under|above|below|from|until|by|at|before|after|to|of)(?: the)?[ -])(?<!\p{L})[aâ]ge\b(?!\W*(?:groups?|bands?|class|under|over|adjusted|standardi[sz]ed|specific|weighted|x\b|(?:of )?\d))/iu,
    "year",
    "years",
  ],
  [ofLife, "year", "years"],
  [/\btemperature\b/iu, "degree", "degrees"],
  [/\bfull[- ]time equivalents?$|\b(?:ftes?|wtes?)$/iu, "full-time equivalent", "full-time equivalents"],
];

function unitByName(label: string, figures: readonly FigureSurvey[]): MeasureSpec["unit"] | undefined {
  const [, one, other] = unitsByName.find(([look]) => look.test(withoutQuoted(label))) ?? [];
  const areNoYears =
    other === "years" &&
    (ofRate.test(meaningOf(label)) ||
      // How much longer women live may be less than nothing.
      figures.some(({ largest, hasNegative }) => (hasNegative && !ofLife.test(label)) || largest > oldest));
  return one === undefined || other === undefined || areNoYears ? undefined : { one, other };
}
/** What is said of deaths and cases that were made alike in age, `Age-adjusted death rate`, or are of some ages: these are told in no years. */
const ofRate =
  /\b(?:rates?|ratios?|incidence|mortality|percent(?:age)?|shares?)\b|\bage(?:s|d)?[ -]?(?:and[ -]sex[ -])?(?:adjusted|standardi[sz]ed|specific|weighted|related)\b/iu;
