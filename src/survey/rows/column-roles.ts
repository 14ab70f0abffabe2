import { columnLetters } from "../../diagnostics/index.ts";
import { findArea } from "../areas/find-area.ts";
import { meaningOf } from "../meaning-of.ts";
import { partsOfInterval } from "../measures/bounds-in-rows.ts";
import { isScale, isShareAlone, unitInHeading, unitOfBlock, unitOfCode, unitOfText } from "../measures/guess-unit.ts";
import { isAddable, isOfChange, kindOfMeasure, saysPercent } from "../measures/measure-kind.ts";
import { areQuantities } from "../measures/quantities.ts";
import { isNumberBeside, numberOfName } from "../naming.ts";
import { isOfBirth } from "../periods/birth-dates.ts";
import { areMonthEnds, isOfDays, periodOfDays } from "../periods/days-of-cases.ts";
import { guessPeriod, isPartSaidAbove, isPlainlyPeriod } from "../periods/guess-period.ts";
import type { PeriodGuess } from "../periods/period-guess.ts";
import { saysPeriodAgain, saysYearOfEra } from "../periods/periods-in-words.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { preparedSurvey } from "../table/prepared-survey.ts";
import { isOfRanks } from "../table/ranked-by.ts";
import { figuresIn, isCensored, isTotal, isWorkbookError, textsWhere } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { guessWide } from "../wide/guess-wide.ts";
import { withoutPeriodsAgain } from "../wide/periods-again.ts";
import { allCategories, type WideGuess } from "../wide/wide-guess.ts";
import { wordsOf } from "../words.ts";
import { type RowsReading, type TellingInput, type ToldApart, tellApart } from "./tell-apart.ts";
import { toldBy } from "./told-by.ts";

export const measureName =
  /^(?:subject|item|value type|indi[ck]ator(?:en|e)?|indic(?:[ _]\p{L}{2,3})?|na[ _]item|indicadore?s?|indicateurs?|kennzahl|merkmal|variabler?|(?:measures?|indicators?|variables?|metrics?|statistics?|series)(?:[ _.]?(?:names?|labels?|descriptions?))?|ind[ _]names?|contents?|inn?eh[åa]ll|innhold|statistikkvariabel|tipo (?:di )?dato)$/iu;
const unitsWords =
  /^(?:data ?formats?|units?(?: ?(?:of|de|di|da) ?(?:measure(?:ment)?|medida|mesure|misura)| ?measure| ?names?| ?miary)?|uom)$/iu;
/** Whether a heading says that units stand below it. */
export const isOfUnits = (name: string): boolean => unitsWords.test(meaningOf(name));
/** Whether a heading says that currencies stand below it. */
export const isOfCurrency = (name: string): boolean =>
  /\bcurrenc(?:y|ies)(?: ?(?:codes?|names?|units?))?$/iu.test(wordsOf(name));
const valueWords =
  /^(?:(?:fact ?)?values?(?: ?numeric)?|numeric(?: ?value)?|obs ?value|observation|figure|data(?: ?value)?|amount|number|v4 \d+)$/iu;
/** Whether a heading of figures does not say what they are. */
export const isOfValues = (name: string): boolean => valueWords.test(wordsOf(name)) || valueWords.test(meaningOf(name));

/** What each column of a table is for. */
export interface Roles extends ToldApart {
  readonly period: PeriodGuess | undefined;
  /** Columns of dates that are no dimension. */
  readonly dates: readonly ColumnSurvey[];
  readonly wide: WideGuess | undefined;
  readonly long: LongGuess | undefined;
  readonly area: ColumnSurvey | undefined;
  readonly figures: readonly ColumnSurvey[];
  /** Labels that stand in the first of their rows only. */
  readonly downwards: readonly ColumnSurvey[];
  readonly constant: readonly ColumnSurvey[];
  readonly vintage: ColumnSurvey | undefined;
  /** Headings between rows. */
  readonly section: ColumnSurvey | undefined;
  /** What titles of blocks tell apart. */
  readonly block: ColumnSurvey | undefined;
  /** Of headings between rows that say of each measure what its name says, and so are no dimension, a column that is blank beside these alone. */
  readonly besideHeadings: ColumnSurvey | undefined;
  /** Running totals. */
  readonly running: readonly ColumnSurvey[];
  /** Running totals of counts, some of which are small: what is hidden can be worked out from them. */
  readonly runningTotals: readonly ColumnSurvey[];
  /** Columns of figures that cannot be read without a correction. */
  readonly unreadable: readonly ColumnSurvey[];
}

/** Whether many cells of a column hold a text with a number that is none: `£50 or £70`. No marker can stand for it. */
const hasRanges = (column: ColumnSurvey, wide?: WideGuess): boolean =>
  oddIn(column).length > 0 && slipsIn(column).length === 0 && !hasUnread(column, wide);

/** Texts with a number that are none, nor stand for one. */
const oddIn = ({ figures }: ColumnSurvey): readonly string[] =>
  [...(figures?.unknown.keys() ?? [])].filter(
    (text) => /\d/u.test(text) && !isWorkbookError(text) && !isCensored(text),
  );

/** So few of the cells of a column may be slips, and so few different ones. */
const [fewSlips, fewLists, mostSlips] = [0.02, 0.05, 20];

/** Slips of whoever typed a column of figures, `32405,64` among whole numbers: a few cells of many. */
export function slipsIn(column: ColumnSurvey): readonly string[] {
  const odd = oddIn(column);
  // Two numbers in a cell are those of something: `8011, 7019`.
  // Of two in a few cells of a list, `380; 600`, the sum is not known.
  return odd.every((text) => /^[^\p{L}\d]*\d[\d.,]*(?:; ?\d[\d.,]*)*[^\p{L}\d]*$/u.test(text)) &&
    odd.length <= mostSlips &&
    countOf(column, odd) <= column.filled * (odd.every((text) => text.includes(";")) ? fewLists : fewSlips)
    ? odd
    : [];
}

const countOf = ({ figures }: ColumnSurvey, texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (figures?.unknown.get(text) ?? 0), 0);

/** So many of the cells of a column may hold what nobody can read, where the others are figures; of a series, whose other columns are such, more. */
const [mostUnread, mostUnreadOfSeries] = [0.1, 0.3];

/**
 * Whether a few cells of a column hold what is neither a number nor a slip, `£50 or £70` among prices, `Enrolment below 5`: their figures are not
 * available. What they say may be a figure that was hidden, and no marker repeats it.
 */
export const hasUnread = (column: ColumnSurvey, wide: WideGuess | undefined): boolean => {
  const odd = oddIn(column);
  const share = wide?.indices.includes(column.index) ? mostUnreadOfSeries : mostUnread;
  return odd.length > 0 && slipsIn(column).length === 0 && countOf(column, odd) <= column.filled * share;
};

/** Whether a heading is of a running total. */
export const isRunning = (name: string): boolean =>
  /\b(?:n?cum|n?cumul\w*|kumul\w*|[ak]cumulad[ao]s?|cumulati[vf]\w*|running total|(?<!\bup )(?:to|until) date|so far|ytd)\b/iu.test(
    wordsOf(name),
  );

/** Running totals by their names, or as `DeathsTotal` beside `DeathsNew` is one, where it never falls. */
function runningAmong(
  figures: readonly ColumnSurvey[],
  { sheet, rows, columns }: TableSurvey,
): readonly ColumnSurvey[] {
  const stemOf = (name: string, word: RegExp) => {
    const words = wordsOf(name).toLowerCase();
    return word.test(words) ? words.replace(word, "").trim() : undefined;
  };
  const added = figures.flatMap(({ name }) => stemOf(name, /\b(?:new|daily|added)\b/u) ?? []);
  // Rows of one thing alone, day by day: of several, the figures of each begin anew.
  const areOfOne = columns.every(({ kind }) => kind !== "label");
  const rises = ({ index }: ColumnSurvey): boolean => {
    let [last, falls, steps] = [Number.NaN, 0, 0];
    for (const row of rows) {
      const value = Number(textIn(sheet, row, index) || Number.NaN);
      if (Number.isNaN(value)) continue;
      steps += 1;
      if (value < last) falls += 1;
      last = value;
    }
    return steps > fewestSteps && (falls <= steps * mostFalls || falls >= steps * (1 - mostFalls));
  };
  return figures.filter((column) => {
    const stem = stemOf(column.name, /\btotal\b/u);
    const isNamed = isRunning(column.name) && (!areOfOne || rises(column) || rows.length <= fewestSteps);
    return isNamed || (stem !== undefined && stem !== "" && added.includes(stem) && rises(column));
  });
}

/** So many figures in a row show that they never fall; so many may be corrected. */
const [fewestSteps, mostFalls] = [10, 0.03];

/** What says of a figure how sure it is, or why it is not there, and not of what. */
export const statusName =
  /^(?:(?:.* )?(?:flags?(?: codes?)?|markers?|symbols?|footnotes?)|(?:obs(?:ervation)?|data|value) ?status(?: name)?|status ?(?:flags?|codes?))$/iu;

/** Whether any count is small, of figures that are no running totals. */
const hasSmall = (figures: readonly ColumnSurvey[]): boolean =>
  figures.some(({ name, figures: own }) => (own?.small ?? 0) > 0 && !isRunning(name));

/** Columns of a series without the few that cannot be read without a correction. */
function readableWide(wide: WideGuess | undefined, columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const unreadable = columns.filter((column) => wide?.indices.includes(column.index) && hasRanges(column, wide));
  if (!wide || unreadable.length === 0 || unreadable.length > wide.indices.length / 2) return wide;
  const isKept = (index: number) => !unreadable.some((column) => column.index === index);
  return { ...wide, indices: wide.indices.filter(isKept), bare: wide.bare.filter(isKept) };
}

/** So many times as many figures, and so many, are what a table is about, beside a series of a few years. */
const [timesMore, fewestBeside] = [2, 8];

/** A series of periods across the top, unless there are many more figures beside it: capacities of a dozen fuels, and generation by year. */
function mainWide(wide: WideGuess | undefined, columns: readonly ColumnSurvey[]): WideGuess | undefined {
  if (wide?.tells.join() !== "period" || wide.joined) return wide;
  const beside = columns.filter(
    ({ kind, index, name }) => kind === "figure" && !wide.indices.includes(index) && !isOfChange(name),
  );
  const isSide = beside.length >= fewestBeside && beside.length > wide.indices.length * timesMore;
  return isSide ? undefined : wide;
}

/** Whether one column names each row. */
const isEachAlone = ({ naming: [first, second] }: ToldApart, { rows }: TableSurvey): boolean =>
  first !== undefined && second === undefined && first.texts.length === rows.length;

/** The hole of headings that tell the period; the time dimension has the same id. */
export const timeHole = "period";

/**
 * Finds what each column of a table is for.
 * @param wanted how rows are to be read that no columns tell apart.
 */
export function columnRoles(survey: TableSurvey, wanted?: RowsReading): Roles {
  const { columns, rows } = survey;
  const wide = withoutPeriodsAgain(
    readableWide(mainWide(guessWide(survey, timeHole), columns) ?? guessCrossed(columns), columns),
    survey,
  );
  const firstFigure = columns.findIndex(({ kind }) => kind === "figure");
  const downwards = downwardsAmong(survey, firstFigure);
  const anyFigures = columns.filter(({ kind, index }) => kind === "figure" || wide?.indices.includes(index));
  const read = wide?.tells.includes("period") ? undefined : guessPeriod(survey, { figures: anyFigures, downwards });
  const found = read && isPartSaidAbove(read, survey) ? undefined : read;
  const plain = anyFigures.filter(
    (column) =>
      !wide?.indices.includes(column.index) &&
      !found?.columns.includes(column) &&
      !(column.texts.every((text) => /^\d{4}$/u.test(text)) && saysYearOfEra(column, found?.columns ?? [], survey)),
  );
  const running = runningAmong(plain, survey);
  const runningTotals = hasSmall(plain) ? running : [];
  const readable = plain.filter((column) => !hasRanges(column) && !runningTotals.includes(column));
  const figures = readable.length > 0 ? readable : plain;
  const all = columns.filter(
    (column) => (column.kind === "label" || downwards.includes(column)) && !found?.columns.includes(column),
  );
  const codesOf = ({ index }: ColumnSurvey) => survey.sheet.columns[index]?.codes;
  const counted = rows.filter((row) => anyFigures.some((column) => codesOf(column)?.[row] !== 0));
  const full = all.filter(
    (column) => downwards.includes(column) || counted.every((row) => codesOf(column)?.[row] !== 0),
  );
  const series = columns.filter(({ index }) => wide?.indices.includes(index));
  const constant = all.filter(({ texts, filled }) => texts.length === 1 && filled === rows.length && filled > 1);
  const long = wide
    ? guessLongSeries(survey, { labels: full, wide, series })
    : guessLong(survey, full, figures, constant);
  const vintage = columns.find(({ kind }) => kind === "vintage");
  const { section, besideHeadings } = headingsBetween(survey, long);
  const block = columns.find(({ kind }) => kind === "block");
  const measured = anyFigures.filter((column) => !found?.columns.includes(column));
  const beside = [
    ...(wide?.joined?.column ? [wide.joined.column] : []),
    ...(long ? [long.measure] : []),
    ...(vintage ? [vintage] : []),
    ...[section, block].filter((own) => own !== undefined),
  ];
  const input: TellingInput = {
    survey,
    always: [...(found?.columns ?? []), ...beside],
    labels: all.filter(
      (column) =>
        !statusName.test(wordsOf(column.name)) &&
        !isOfRanks(column.name) &&
        column !== long?.measure &&
        column !== wide?.joined?.column &&
        !constant.includes(column) &&
        !saysPeriodAgain(column, found?.columns ?? [], survey) &&
        !(long && toldBy(column, [long.measure], survey)),
    ),
    downwards,
    figures: measured,
    // Rows of a short table of periods that are called alike are of what stands above them, and no cases.
    canAdd:
      measured.every(isAddable) &&
      !(wide?.tells.includes("period") && rows.length <= mostOfTable) &&
      !(found?.columns.length === 1 && found.columns.some((column) => areMonthEnds(column, survey))),
    wanted,
  };
  const byDay = wide || long ? undefined : casesByDay(input, { beside, found });
  const told = byDay?.told ?? tellWithoutSources(input);
  const isRemark = isRemarkOfRows(found, told, survey);
  // `Charter Number`, the same in all rows of a school, is its number, and counts nothing.
  const numbers = new Map(
    figures.flatMap((column) => {
      const isNamed = numberOfName.test(wordsOf(column.name)) && !isNumberBeside(column.name, columns);
      const by = isNamed ? toldBy(column, told.naming, survey, "either") : undefined;
      return by && by.texts.length < rows.length ? [[column, by] as const] : [];
    }),
  );
  return {
    ...told,
    attributes: new Map([...told.attributes, ...numbers]),
    period: byDay?.period ?? (isRemark ? undefined : found),
    dates: isRemark && !byDay ? (found?.columns ?? []) : [],
    wide,
    long,
    area: wide?.tells.includes("area") ? undefined : findArea(survey, told.naming, told.attributes),
    figures: numbers.size < figures.length ? figures.filter((column) => !numbers.has(column)) : figures,
    downwards,
    constant,
    vintage,
    section,
    block,
    besideHeadings,
    running,
    runningTotals,
    unreadable: columns.filter(
      (column) => plain.includes(column) && (!figures.includes(column) || (wide && hasRanges(column))),
    ),
  };
}

/** Whether periods say no more than a remark of rows that a name tells apart, or that are cases. */
function isRemarkOfRows(found: PeriodGuess | undefined, told: ToldApart, survey: TableSurvey): boolean {
  const [first] = found?.columns ?? [];
  if (first === undefined || first.texts.length < 2 || isPlainlyPeriod(first)) return false;
  const isTold =
    (told.alike !== undefined && told.alike.rows !== "left-out") ||
    toldBy(first, told.naming, survey) !== undefined ||
    isEachAlone(told, survey);
  const areYears = first.texts.every((text) => /^(?:19|20)\d{2}$/u.test(text));
  return isTold && !(told.alike?.rows === "added" && areYears);
}

/** What tells rows apart, without where each was taken from and what somebody remarked, where others do: no figures are of these. */
function tellWithoutSources(input: TellingInput): ToldApart {
  const others = input.labels.filter(({ name }) => !sourceName.test(meaningOf(name)));
  if (others.length === input.labels.length) return tellApart(input);
  const told = tellApart({ ...input, labels: others });
  return told.alike ? tellApart(input) : told;
}
const sourceName =
  /^(?:(?:data|original|primary) ?)?(?:sources?(?: ?(?:name|title|type|document|file|url|link|note|text|organi[sz]ation))?|citations?|references?|publications?|publishers?|quellen?|fuentes?|fontes?|fonti|bron|k[äa]lla|kilde|comments?|remarks?|notes?|caveats?|methodolog(?:y|ies)|(?:last )?updated?|updated (?:at|on|by)|retrieved(?: (?:at|on|date))?|accessed(?: (?:at|on|date))?|extracted(?: (?:at|on|date))?|data ?flow|structure(?: id)?)$/iu;

/** A list of cases that each have a day, with what tells their sums apart, and the years or months that these are of. Undefined of other tables. */
function casesByDay(
  input: TellingInput,
  { beside, found }: { readonly beside: readonly ColumnSurvey[]; readonly found: PeriodGuess | undefined },
): { readonly told: ToldApart; readonly period: PeriodGuess } | undefined {
  const { survey, labels } = input;
  if (found && (found.joined !== undefined || !found.columns.every(isOfDays))) return undefined;
  const codesOf = ({ index }: ColumnSurvey) => survey.sheet.columns[index]?.codes;
  const day =
    found?.columns[0] ??
    labels.find(
      (column) =>
        isOfDays(column) && !isOfBirth(column.name) && survey.rows.every((row) => codesOf(column)?.[row] !== 0),
    );
  const period = day && !areMonthEnds(day, survey) ? periodOfDays(day) : undefined;
  if (period && input.figures.length === 0)
    return { told: tellApart({ ...input, labels: labels.filter((column) => column !== day) }), period };
  const first = day && tellApart(input);
  if (!period || !first?.alike || first.alike.rows === "left-out") return undefined;
  const told = tellApart({ ...input, always: beside, labels: labels.filter((column) => column !== day) });
  return told.alike?.rows === "added" ? { told, period } : undefined;
}

/** So many rows are those of a table that somebody laid out, and no list of cases. */
const mostOfTable = 120;

/** Whether the heading above the names of rows is the unit of all figures, and no name of these: `1 000 CHF`. */
export function isCornerUnit({ wide }: Pick<Roles, "wide">, { kind, name, texts }: ColumnSurvey): boolean {
  if (wide?.tells.includes("period") && isShareAlone(name)) return true;
  const unit = isScale(name) ? undefined : unitOfText(name, "not");
  if (!unit || wide?.tells.includes("period") === true) return unit !== undefined;
  // `Hours` above `Part-time`, and `Euros` above `10 to 20`, say what these are.
  return unit.kind === "money" && kind === "label" && texts.every((text) => /^\P{N}*\p{L}{3}\P{N}*$/u.test(text));
}

/** Whether labels tell the rows of a table apart: in a sheet of notes or of several tables they do not. */
export function isToldApart(survey: TableSurvey): boolean {
  const { alike } = columnRoles(preparedSurvey(survey));
  return alike === undefined || alike.areCases === true || alike.rows === "left-out";
}

/** A column that names measures, and those with their figures: one, or a series of periods. */
export interface LongGuess {
  readonly measure: ColumnSurvey;
  readonly values: readonly ColumnSurvey[];
}

interface SeriesInput {
  readonly labels: readonly ColumnSurvey[];
  readonly wide: WideGuess;
  readonly series: readonly ColumnSurvey[];
}

/**
 * The column that names the measures of a series of periods: one of units, or one that is called so and whose figures are of several kinds.
 * Of one kind, they may be parts of a whole, and are categories.
 */
function guessLongSeries(survey: TableSurvey, { labels, wide, series }: SeriesInput): LongGuess | undefined {
  const tells = wide.tells.join();
  if (!(tells === "period" || tells === "area" || wide.isCrossed) || wide.measures.length > 0) return undefined;
  const kindsIn = (column: ColumnSurvey): number =>
    new Set(
      column.texts.map((text) => {
        const { statType } = kindOfMeasure(
          text,
          series.map((value) => figuresIn(survey, value, { column, text })),
        );
        return `${statType} ${unitInHeading(text).said ?? ""}`;
      }),
    ).size;
  const named = labels.filter(({ texts }) => texts.length > 1 && texts.length <= mostMeasures);
  const units = named.find((column) => isOfUnits(column.name) && column.texts.length <= mostUnits);
  // What each unit is of, where another column says it: `CO2` in Gg, `Sulphur` in tonnes.
  const others = named.filter((column) => column !== units);
  const measure =
    (units && (toldBy(units, others, survey) ?? units)) ??
    named.find(({ texts }) => partsOfInterval(texts) !== undefined) ??
    named.find((column) => measureName.test(column.name.trim()) && kindsIn(column) > 1) ??
    named.find(areEachOfAKind) ??
    named.find((column) => areNumbersAndShares(survey, column, series)) ??
    named.find((column) => areQuantities(column.texts) && kindsIn(column) > 1) ??
    namesBelowUnits(survey, named);
  return measure && { measure, values: series };
}

/** Headings between rows: a dimension, or what says of each measure what its name says. */
function headingsBetween(survey: TableSurvey, long: LongGuess | undefined): Pick<Roles, "section" | "besideHeadings"> {
  const { columns, rows, sheet } = survey;
  const section = columns.find(({ kind }) => kind === "section");
  if (!section || !long || section.name !== "") return { section, besideHeadings: undefined };
  const textAt = (row: number, index: number) => textIn(sheet, row, index);
  // A name may stand in the first of its rows alone.
  let name = "";
  const below = new Map<string, Set<string>>();
  for (const row of rows) {
    name = textAt(row, long.measure.index) || name;
    below.set(name, new Set(below.get(name)).add(textAt(row, section.index)));
  }
  const isTold = below.size > 1 && [...below.values()].every(({ size }) => size === 1);
  const letterOf = (index: number) => `#${columnLetters(sheet.columns[index]?.column ?? index + 1)}`;
  const isOther = ({ ref, index }: ColumnSurvey) => ref !== section.ref && letterOf(index) !== section.ref;
  const beside = columns.find(
    (own) => (own.kind === "period" || own.kind === "label") && own.filled === rows.length && isOther(own),
  );
  return isTold && beside ? { section: undefined, besideHeadings: beside } : { section, besideHeadings: undefined };
}

/** The names of rows below headings that are units, several of them, and each name below one: `Exports` below `In millions of dollars:`. */
function namesBelowUnits(survey: TableSurvey, labels: readonly ColumnSurvey[]): ColumnSurvey | undefined {
  const section = survey.columns.find(({ kind }) => kind === "section");
  const units = new Set(section?.texts.map(unitOfBlock));
  if (!section || units.size < 2 || units.has(undefined)) return undefined;
  return labels.find((column) =>
    column.texts.every((text) => textsWhere(survey, section, { column, text }).length < 2),
  );
}

/**
 * Areas or groups across the top, in a table whose rows say what is measured: `variable`, and below it `population`, `percent_seen`. Whether
 * these are of several kinds is for whoever looks at their figures.
 */
function guessCrossed(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  const named = columns.find(
    ({ kind, name, texts }) =>
      kind === "label" && measureName.test(name.trim()) && texts.length > 1 && texts.length <= mostMeasures,
  );
  const [first] = columns;
  const areKinds = first?.kind === "label" && columns.every(({ kind }) => kind !== "section") && areEachOfAKind(first);
  const saysKinds =
    areKinds ||
    (named !== undefined &&
      new Set(named.texts.map((text) => saysPercent(wordsOf(text), []) || /\brate\b/iu.test(wordsOf(text)))).size > 1);
  if (!saysKinds || figures.length < fewestCrossed || figures.some(({ name }) => isOfValues(name))) return undefined;
  return { ...allCategories(figures), isCrossed: true };
}

/**
 * Whether each row of a table is a figure of its own kind, by what it is called: `Population`, `Unemployed (%)`, `Aged 65 or over (%)`. Some of them have to
 * say that they are percentages, and some something else.
 */
function areEachOfAKind({ texts, filled }: ColumnSurvey): boolean {
  const percent = texts.filter((text) => saysPercent(wordsOf(text), [])).length;
  const others = texts.length - percent;
  return texts.length === filled && texts.length <= mostMeasures && percent >= fewestOfKind && others >= fewestOfKind;
}
const fewestOfKind = 3;

/** Percentages are up to 100; what is so many times larger is none. */
const [mostPercent, timesLarger] = [100, 20];

/**
 * Whether figures are percentages in the rows of some names, as these say, and far larger numbers in those of others: `Uninsured`, `Percent uninsured`
 * below each state. They are two measures: one unit of all would be that of the wrong ones.
 */
function areNumbersAndShares(survey: TableSurvey, column: ColumnSurvey, values: readonly ColumnSurvey[]): boolean {
  const shares = column.texts.filter((text) => saysPercent(wordsOf(text), []));
  if (shares.length === 0 || shares.length === column.texts.length || column.texts.length > mostMeasures) return false;
  const largestOf = (text: string) =>
    Math.max(0, ...values.map((value) => figuresIn(survey, value, { column, text }).largest));
  return (
    shares.every((text) => largestOf(text) <= mostPercent) &&
    column.texts.some((text) => !shares.includes(text) && largestOf(text) > mostPercent * timesLarger)
  );
}

/** So many columns beside names of measures are groups, and no values. */
const fewestCrossed = 3;

/** So many names of measures are those of one table; so many units are. */
const [mostMeasures, mostUnits] = [60, 12];

/**
 * Whether what a column of indicators names are groups of one thing, `0 people in household`, `1 person in household`, …: all are told in one
 * unit, as another column says, and end or begin with the same words, beside numbers.
 */
function areGroupsOfOne({ texts, name }: ColumnSurvey, constant: readonly ColumnSurvey[]): boolean {
  const isInOneUnit = constant.some((column) => isOfUnits(column.name));
  if (!isInOneUnit || isOfUnits(name) || texts.length < fewestGroups) return false;
  const words = texts.map((text) => wordsOf(text).toLowerCase().split(" "));
  const shared = new Set(words[0]?.filter((word) => /^\p{L}/u.test(word) && words.every((own) => own.includes(word))));
  const numbered = texts.filter((text) => /\d/u.test(text)).length;
  return shared.size > 0 && numbered >= texts.length - 1;
}

/** Whether what a column of variables names are sexes or ages, and nothing that is measured: `Female` and `Male` below `variable`. */
const arePartsOfPeople = ({ texts }: ColumnSurvey): boolean =>
  texts.length > 1 &&
  texts.every((text) => partOfPeople.test(text.trim()) || isTotal(text.trim())) &&
  texts.some((text) => !isTotal(text.trim()) && !/^tot$/iu.test(text.trim()));
const partOfPeople =
  /^(?:(?:fe)?males?|(?:wo)?men|boys|girls|m|f|tot|(?:ages? )?(?:\d{1,3} ?(?:-|–|to) ?\d{1,3}|\d{1,3} ?(?:\+|(?:and|or) (?:over|above|more|older|under))|(?:under|over|below) \d{1,3})(?: years?)?)$/iu;

/** So many groups are no two measures. */
const fewestGroups = 3;

/** What is told in units, where another column says it of each of them: `Number of live births` beside `Number`. */
const namesOfUnits = (
  units: ColumnSurvey,
  labels: readonly ColumnSurvey[],
  survey: TableSurvey,
): ColumnSurvey | undefined =>
  labels.find(
    (column) =>
      column !== units &&
      column.texts.length === units.texts.length &&
      toldBy(units, [column], survey, "either") !== undefined &&
      toldBy(column, [units], survey, "either") !== undefined &&
      column.texts.join("").length > units.texts.join("").length,
  );

/**
 * What is told in units: what is called a measure, where it says of each row its unit; else the column of the fewest names that does: `Element` above `Yield`,
 * `Production`, and not `Item` above what both are of. Undefined where none does.
 */
const tellingUnits = (
  units: ColumnSurvey,
  called: ColumnSurvey,
  { named, survey }: { readonly named: readonly ColumnSurvey[]; readonly survey: TableSurvey },
): ColumnSurvey | undefined => {
  const telling = named.filter(
    (column) =>
      column !== units &&
      column.texts.length <= mostMeasures &&
      toldBy(units, [column], survey, "either") !== undefined,
  );
  return telling.includes(called) ? called : telling.toSorted((a, b) => a.texts.length - b.texts.length)[0];
};

/** Whether a column says of some rows that they are rates or shares of what others are: `Residents`, and `Residents (per 1 000 inhabitants)`. */
const tellsRatesOfOthers = ({ texts }: ColumnSurvey): boolean =>
  texts.some((text) => {
    const plain = text.replace(/[\s,(–-]+(?:(?:in )?per ?cent|per \d|%).*$/iu, "").trim();
    return plain !== text && plain !== "" && texts.includes(plain);
  });

function guessLong(
  survey: TableSurvey,
  labels: readonly ColumnSurvey[],
  figures: readonly ColumnSurvey[],
  constant: readonly ColumnSurvey[],
): LongGuess | undefined {
  const named = labels.filter(({ texts }) => texts.length > 1);
  // Percentages and millions in one column are no figures of one measure.
  const units = named.find((column) => isOfUnits(column.name) && column.texts.length <= mostUnits && saysUnits(column));
  const value = figures.length === 1 ? figures[0] : figures.find(({ name }) => isOfValues(name));
  const called = named.find(({ name, texts }) => measureName.test(name.trim()) && texts.length <= mostMeasures);
  const measure =
    named.find(({ texts }) => partsOfInterval(texts) !== undefined) ??
    (called && units ? (tellingUnits(units, called, { named, survey }) ?? units) : called) ??
    named.find((column) => column.texts.length <= mostMeasures && tellsRatesOfOthers(column)) ??
    (units && (namesOfUnits(units, named, survey) ?? units)) ??
    (value && /\bpopulation\b/iu.test(value.name) ? named.find(tellsChangesOfPopulation) : undefined) ??
    (value && isOfValues(value.name)
      ? (named.find((column) => areNumbersAndShares(survey, column, [value])) ??
        named.find(({ texts }) => texts.length <= mostMeasures && areQuantities(texts)))
      : undefined);
  if (measure && (areGroupsOfOne(measure, constant) || arePartsOfPeople(measure))) return undefined;
  // `Subject` above names of subjects is a dimension of what its own heading names: `Teachers`.
  if (measure && value && /^(?:subject|item)$/iu.test(measure.name.trim()) && !isOfValues(value.name)) return undefined;
  // Beside a code of each stands what it is called.
  const byName = measure?.texts.every(isCodeOfMeasure) ? namesOfUnits(measure, named, survey) : undefined;
  return measure && value ? { measure: byName ?? measure, values: [value] } : undefined;
}

/** Whether a column names what a population gains and loses: births below `Population` are no population. */
const tellsChangesOfPopulation = ({ texts }: ColumnSurvey): boolean =>
  texts.every((text) => partOfChange.test(wordsOf(text))) && texts.some((text) => /births?|deaths?|migra/iu.test(text));
const partOfChange =
  /^(?:(?:live|still|total|all|net|internal|international|in|out|natural|other|inward|outward)[ -]?)*(?:births?|deaths?|(?:im|e)?migra(?:tion|nts)|changes?|increase|decrease|population)$/iu;

/** What some offices call their statistics by: `RCD08C01`. */
const isCodeOfMeasure = (text: string): boolean => /^(?=.*\d)[A-Z\d][A-Z\d_.-]{2,15}$/u.test(text);

/** Whether what stands below a heading of units are units, some of them at least: `Sex` and `Age` below one are what rows are broken down by. */
const saysUnits = ({ texts }: ColumnSurvey): boolean =>
  texts.some((text) => {
    const unit = unitOfCode(text);
    return (
      unitOfText(unit) !== undefined ||
      saysPercent(unit, []) ||
      /\b(?:numbers?|counts?|persons?|people|per|rates?|index|years?|days?)\b/iu.test(unit) ||
      text.length <= longestUnitCode
    );
  });
/** A code of a unit may be anybody's: `NR`, `Gg`, `1/h`. */
const longestUnitCode = 4;

/** Labels that stand in the first of their rows only. Those that come again and again are of what such labels before them hold. */
function downwardsAmong(survey: TableSurvey, firstFigure: number): readonly ColumnSurvey[] {
  const found: ColumnSurvey[] = [];
  for (const column of survey.columns) {
    if (column.index >= firstFigure || !standsOnce(survey, column)) continue;
    if (found.length > 0 || column.filled <= column.texts.length * mostAgain) found.push(column);
  }
  return found;
}

/** So often, on average, stands a label of the outermost groups. */
const mostAgain = 2;

/** Whether the labels of a column stand in the first of their rows only: in the very first row, and never twice in a row. */
function standsOnce({ sheet, rows }: TableSurvey, { index, kind, texts, filled }: ColumnSurvey): boolean {
  if ((kind !== "label" && kind !== "period" && kind !== "note") || texts.length < 2 || filled === rows.length)
    return false;
  // A list in which some names are not known has no labels that stand for the rows below them.
  if (rows.length < 1.5 * filled) return false;
  const codes = rows.map((row) => sheet.columns[index]?.codes[row] ?? 0);
  return codes[0] !== 0 && codes.every((code, at) => code === 0 || code !== codes[at - 1]);
}
