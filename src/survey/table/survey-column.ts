import { createCellParser, periodReadings } from "../../dataset/index.ts";
import { columnLetters } from "../../diagnostics/index.ts";
import { cellText, type Sheet, type SheetCell } from "../../tables/index.ts";
import { codeInBrackets, isAreaName } from "../areas/find-area.ts";
import { meaningOf } from "../meaning-of.ts";
import { isOfChange } from "../measures/measure-kind.ts";
import { lastHeading } from "../naming.ts";
import { formatOfQuarter, formatOfQuarters } from "../periods/quarters-of-languages.ts";
import { withoutNumbering, wordsOf } from "../words.ts";
import type { ColumnKind, ColumnSurvey, FigureSurvey, TableSurvey } from "./column-survey.ts";
import { withoutNoteMark } from "./note-marks.ts";

/** A text that is longer, below the last figure of a table, is a note. */
export const longestLabel = 60;

interface ColumnInput {
  readonly sheet: Sheet;
  readonly index: number;
  readonly name: string;
  readonly rows: Uint32Array;
  /** Whether another column has the same name. */
  readonly isTwin: boolean;
}

export const cellParser = createCellParser({
  markers: { c: "suppressed", "~": "suppressed", ":": "unavailable", x: "unavailable" },
});
export const parseUsual = createCellParser();
export const anyMeasure = { label: "", unit: { one: "", other: "" }, statType: "quantity" } as const;
const anyCount = { ...anyMeasure, statType: "count" } as const;

/** The different cells of a column, and how often each stands there. */
function cellsOf({ columns }: Sheet, index: number, rows: Uint32Array) {
  const column = columns[index];
  const counts = new Map<number, number>();
  for (const row of rows) {
    const code = column?.codes[row] ?? 0;
    if (code !== 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const cells = [...counts].map(([code, count]) => ({ cell: column?.values[code] ?? null, count }));
  const filled = cells.reduce((sum, { count }) => sum + count, 0);
  return { cells, filled, blank: rows.length - filled };
}

/** What one column holds: its kind, its texts and its figures. */
export function surveyColumn({ sheet, index, name, rows, isTwin }: ColumnInput): ColumnSurvey {
  const { cells, filled, blank } = cellsOf(sheet, index, rows);
  const texts = [...new Set(cells.map(({ cell }) => cellText(cell).trim()))];
  const kind = kindOf(name, { cells, texts, filled });
  return {
    index,
    name,
    ref: name === "" || isTwin || /[{}]/u.test(name) ? `#${columnLetters(index + 1)}` : name,
    kind,
    texts,
    filled,
    figures: kind === "figure" ? figuresOf(cells, blank) : undefined,
  };
}

/** Rows in which a column says something. */
export interface RowsWhere {
  readonly column: ColumnSurvey;
  readonly text: string;
}

function rowsWhere({ sheet, rows }: TableSurvey, { column, text }: RowsWhere): Uint32Array {
  const cells = sheet.columns[column.index];
  const isOwn = cells?.values.map((cell) => cellText(cell).trim() === text) ?? [];
  return rows.filter((row) => isOwn[cells?.codes[row] ?? 0] ?? false);
}

/** What a column says in some rows. */
export function textsWhere(survey: TableSurvey, column: ColumnSurvey, where: RowsWhere): readonly string[] {
  const cells = survey.sheet.columns[column.index];
  const codes = new Set(Array.from(rowsWhere(survey, where), (row) => cells?.codes[row] ?? 0));
  return [...new Set([...codes].map((code) => cellText(cells?.values[code] ?? null).trim()))];
}

/** The figures of a column in some rows. */
export const figuresIn = (survey: TableSurvey, { index }: ColumnSurvey, where: RowsWhere): FigureSurvey =>
  figuresOfRows(survey.sheet, index, rowsWhere(survey, where));

/** The figures of a column, whatever it was taken for. */
export function figuresOfRows(sheet: Sheet, index: number, rows: Uint32Array): FigureSurvey {
  const { cells, blank } = cellsOf(sheet, index, rows);
  return figuresOf(cells, blank);
}

interface Cells {
  readonly cells: readonly { readonly cell: SheetCell; readonly count: number }[];
  readonly texts: readonly string[];
  readonly filled: number;
}

/** Whether the texts of a column, some of which are numbers, are periods. */
function arePeriods(
  name: string,
  { texts, filled, numeric }: Omit<Cells, "cells"> & { readonly numeric: number },
): boolean {
  const isNamed = (text: string) => !isTotal(text) && !notKnown.test(text);
  const areThai = periodName.test(name) && texts.every((text) => thaiYear.test(text) || !isNamed(text));
  const odd = areThai ? [] : oddAmong(texts, isNamed);
  if (!odd) return false;
  const named = texts.filter(isNamed);
  if (!areMostlyPeriods(named, odd)) return false;
  const isOdd = new Set(odd);
  const periods = named.filter((text) => !isOdd.has(text));
  // `1955 Q1` between years is no number of anything.
  const areSaid = () =>
    named.filter((text) => /\D/u.test(text) && !/^\d+\.\d+$/u.test(text) && periodReadings(text).length > 0).length >=
    named.length / 2;
  // What stands among the numbers once, `N` or a total, makes none of them come again.
  const rows = filled - (texts.length - periods.length);
  return numeric === 0 || isOfPeriods(name) || areDayNumbers(periods) || areYears(name, periods, rows) || areSaid();
}

/** Whether a heading says that periods stand below it: `2012-13 Period 9` is one itself, of the figures below it. */
const isOfPeriods = (name: string): boolean => periodName.test(name.replace(ages, "")) && !hasPeriod(name);

/** How old people are, or how long something lasts, by a number of years: `between 25 and 29 years`, and not `3 years ending`. */
const ages = /\d\+? years?\b(?! (?:to|end))/giu;

/** The texts of a column that are no periods; undefined where these are too many, which the first of very many tell. */
function oddAmong(texts: readonly string[], isNamed: (text: string) => boolean): readonly string[] | undefined {
  const odd: string[] = [];
  let others = 0;
  for (const text of texts) {
    if ((periodReadings(text).length > 0 && !notYear.test(text)) || !isNamed(text)) continue;
    odd.push(text);
    if (!isOfChange(text)) others += 1;
    if (others > mostOddRows) return undefined;
  }
  return odd;
}

/** How many labels of a column of periods may be none: `Dataset identifier`, `Latest year`, `Release date`. */
const mostOddRows = 12;

/** So many periods are a series, whatever is said of it above them. */
const fewestOfSeries = 5;

/** Whether labels that are no periods all stand above those that are, in the first rows: `Frequency`, `Unit`, `Series ID`. */
const stateSeries = (texts: readonly string[], odd: readonly string[]): boolean =>
  odd.length <= Math.min(mostOddRows, texts.length - odd.length) &&
  texts.length - odd.length >= fewestOfSeries &&
  odd.every((text, at) => texts[at] === text && /\p{L}/u.test(text));

/** Whether labels are periods but for a few odd ones. */
function areMostlyPeriods(named: readonly string[], odd: readonly string[]): boolean {
  // Below two years stands what changed from one to the other.
  const others = odd.filter((text) => !isOfChange(text));
  const areFew = others.length <= Math.min(mostOddRows, named.length / 10) || stateSeries(named, others);
  return named.length > odd.length && areFew;
}

/** Words that say of a figure that it is not there. */
export const notKnown =
  /^\W*(?:(?:not|no|none) (?:stated|available|applicable|held|provided|given|recorded|known|supplied|data|reported|collected|disclosed|response)|refused|unknown|withheld|suppressed|masked|redacted|hidden|confidential|tbc|n\/?a\.?|nil|none|null|nan|missing|unavailable)\W*$/iu;

/** What a workbook shows in place of a value that it could not work out: `#N/A`, `#DIV/0!`. */
export const isWorkbookError = (text: string): boolean => /^#[A-Z/0]+[!?]?$/u.test(text);

/** A figure that is given as a range with one end, to protect people: `20 or less`, `>950`. */
export const isCensored = (text: string): boolean =>
  /^(?:(?:\p{L}[\p{L} ]{0,24} )?[<>≤≥]=? ?[.,]?\d[\d,.]*%?|(?:fewer|less|more|under|over) (?:than )?\d[\d,.]*|\d[\d,.]* (?:or|and) (?:less|fewer|more|under|over|above|below))$/iu.test(
    text.trim(),
  );

/** How many different words may stand in the place of figures. */
const mostMarkers = 8;

const periodName =
  /\b(?:opened|closed|founded|built|established|years?|periods?|dates?|date ?stamps?|time ?stamps?|months?|quarters?|time|weeks?|fy|season)\b|^yr$|blwyddyn|dyddiad/iu;
const codeName =
  /(?:^|[\W_])(?:teryt|kod|ags|codes?\d?(?![ _](?:offen[cs]es?|violations?|breach(?:es)?|crimes?|complaints?|citations?|infringements?|fines)(?![\p{L}]))|vocabulary|cod|c[oó]digo|codice|sigla|naics|isic|soc(?![ _]\p{L}{2,}(?<!codes?|groups?|major|minor|unit|level|digits?|titles?)(?:$|[\W_]))|(?:super)?sector rollup|isced|id|gss|ons|m49|fips(?:[ _]?txt)?|iso\d?|nuts\d?|cd|rownames?|uuid|plz|identifi(?:er|kator|cant)|kennung|ref(?![ _]?(?:area|date|period|year|month))|dguid|vector|coordinate|(?:mod)?zcta|zip|join|object_?id|fid|uk?prn|urn|[uo]prn|usrn|laestab|estab|lea|apn|parcel(?:[ _]?(?:id|pin|key))?|bbl|npi|ccn|duns|isbn|issn|mmsi|vin|geo_?id\d*|ein(?!-| (?:und|oder|bzw)(?![\p{L}]))|nces|qid|wikidata|u?locale|puma|crn|sba|cbsa|nta|boro_?cd|index[ _]?num(?:ber)?|sort[ _]?order|order[ _]?num(?:ber)?|seq[ _]?n(?:br|o|um(?:ber)?)|[xy][ _]?(?:index|pos(?:ition)?|coord(?:inate)?))(?:$|[\W_])|\d{2}cd$|^x$|^y$/iu;
/** `Region number`, `claim_no`: numbers of things, where those of people are counts. */
const numberName =
  /^(?:(?:no|nr|num|n[°º])\.?(?:\s+|$)){2,}$|^nr\.?(?: (?:\p{L}{1,4}\.|(?:okr|obw|gmin|powiat|komisj|wahl|stimm|kreis|bezirk|gemeinde)\p{L}*)){0,2}$|\b(?:document|transaction|invoice|voucher|payment|cheque|receipt|supplier|vendor|creditor|purchase order|po|contract|journal|batch|inventar|inventory|accession|objekt|katalog|catalogue|establishment|(?:unique )?reference|identification|region|area|district|ward|bfs|route|case|claim|line|row|order|serial|house|flight|file|record|docket|page|version|org|urn|lea?|licen[cs]e|permit|registration|charity|company|account|phone|telephone|school|precinct|pct|seq|contest|candidate|start(?:ing)?|bib|lane|seed|squad|shirt|jersey|draw|station|item|question|table|parcel|lot|block|plot|folio|tax|patient|student|employee|member|customer|badge|booking|ticket|citation|complaint|vehicle|engine|serial|model|part|bill|roll|gate|unit|apt|suite|room|fax|mobile|cell|contact|tel|post|zip|building)[ _]?(?:numbers?|nummer|num|nbr|no|nr)\.?$|^(?:la|lea)[ _]?number$|^sort$|(?<!anzahl )\b\p{L}{3,}[ -]?(?:nummer|nr)\.?$/iu;
const noteName = /\bdata quality\b|\b(?:notes?|comments?|remarks?|footnotes?|flags?|description|url|link)\b/iu;
/** `Rejects (tonnes) - See "Notes" sheet for detail`: where to read more of what is no note. */
const seeNotes = /(?<=\S)[\s–(,;:-]+(?:please )?(?:see|refer to)\b.*$/iu;
const flagName = /^(?:is|has|was|had|did|are)\b/iu;
const vintageName =
  /\b(?:published|publication|released?|vintage|updated|(?:book|data|budget|report) version|edition)\b/iu;
/** Whether a column has the one day on which a file was made, which is none of its figures. */
const isDayOfFile = (name: string, [text = "", other]: readonly string[]): boolean =>
  other === undefined &&
  ofFile.test(name) &&
  /^(?:\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d{1,2}[/.]\d{1,2}[/.]\d{4})$/u.test(text);
const ofFile =
  /\b(?:(?:last |this )?updates?|of ?(?:this ?)?(?:dataset|data set|file|extract|release)|uploaded|created|creation|extracted|extraction|downloaded|scraped|retrieved|accessed|modified|generated)\b/iu;
const groupName =
  /^(?:sub)?(?:group|cluster)s?(?: ?(?:id|no|number))?$|\b(?:hour|weekday|age|ages|sex|gender|ethnic(?:ity)?|marital(?: ?status)?|religion|severity|band|deciles?|quintiles?|quartiles?|quantiles?|vigintiles?|imd|simd|wimd|type|grade|class|ward|year group|rank|ordinal|region|division|sumlev|district|precinct|priority|state|month|(?:calendar|mmwr|iso) week|day|quarter|qtr|mes|d[ií]a|monat|mois|jour|mese|giorno)\b/iu;

/** Whether a heading is of groups: by its last word, or by a word of a few. */
const isOfGroups = (name: string): boolean => {
  const found = groupName.exec(name);
  // `7-day cases` are of seven days each, and no days.
  if (/\b\d+[ -]?(?:day|week|month|quarter|hour)s?\b(?! \d)/iu.test(name)) return false;
  return (
    found !== null &&
    // `district_detainees` are people of a district.
    !/\b(?!class)\p{L}{5,}s$/u.test(name.slice(found.index + found[0].length)) &&
    (name.split(" ").length <= 3 || /^\W*\d*\W*(?:\(.*\))?$/u.test(name.slice(found.index + found[0].length)))
  );
};

/** Whether numbers below `Vaccine group` or `Tariff type` are codes of a few of them, row after row. */
const areCodesOfGroups = (name: string, texts: readonly string[], filled: number): boolean =>
  /^(?:(?!(?:numbers?|no|count|total|people|in|of|per|by|all)\b)\p{L}+ ){1,2}(?:group|category|type|class)$/iu.test(
    wordsOf(name),
  ) &&
  texts.length <= filled / fewestOfDescription &&
  texts.every((text) => /^\d{2,}$/u.test(text));

/** So often, on average, stands what describes a thing in a table of its figures. */
const fewestOfDescription = 3;

/** Of so many days a table was published. */
const mostVintages = 12;

/** Four digits that are no year of any table: 5000 `Drawn in year`. */
const notYear = /^(?:[03-9]\d|2[2-9])\d{2}$/u;
/** Years of the Thai calendar, where a heading says that they are years. */
const thaiYear = /^2[456]\d{2}$/u;

/** A description, in whichever language. */
export const descriptionName = /\bdescription(?: \p{L}{2})?$/iu;

/** Whether descriptions stand in row after row, and are names: short ones in two, all others in three. */
const areRepeated = (texts: readonly string[], filled: number): boolean =>
  texts.length <= filled / fewestOfDescription ||
  (texts.length <= filled / 2 && texts.every((text) => text.length <= longestLabel));

/** Whether descriptions are the names of many things, each of which has one: `Description | Code` over `Darlington UA | E06000005`. */
const areNames = (texts: readonly string[], filled: number): boolean =>
  texts.length >= fewestNames &&
  texts.length >= filled * mostlyDifferent &&
  texts.filter((text) => /^\p{Lu}/u.test(text.trim()) && text.length <= mostOfName && !/[.!?;]$/u.test(text.trim()))
    .length >=
    texts.length * mostlyDifferent &&
  texts.reduce((sum, text) => sum + text.length, 0) <= texts.length * usualName;
const [fewestNames, mostlyDifferent, mostOfName, usualName] = [20, 0.9, 60, 25];

/** Whether a column is of notes by its heading, or of links. A description of each of a few things, row after row, is its name. */
const isOfNotes = (name: string, texts: readonly string[], filled: number): boolean =>
  (noteName.test(name.replace(seeNotes, "")) &&
    !(descriptionName.test(wordsOf(name)) && (areRepeated(texts, filled) || areNames(texts, filled)))) ||
  isDayOfFile(name, texts) ||
  areLinks(texts);
/** Whether texts say where something is to be found, or are files of pictures: no names of it. */
export const areLinks = (texts: readonly string[]): boolean =>
  texts.filter((text) => link.test(text)).length > texts.length * 0.3;
const link = /^(?:https?:|www\.)|[^.]\.(?:png|jpe?g|gif|svg|webp|pdf)$/iu;

/** What a database calls its periods, or the codes of these: `DATE_NAME`, `DateCode`. */
const timeName = /^(?:dates?|time|periods?|years?|months?|quarters?) (?:codes?|names?|labels?)$/iu;
const hasPeriod = (text: string): boolean => periodReadings(text).length > 0;

/** Whether texts are periods or codes of them, whatever their heading is a code of. */
const arePeriodCodes = (heading: string, texts: readonly string[]): boolean =>
  (timeName.test(wordsOf(lastHeading(heading))) && texts.every(hasPeriod)) ||
  formatOfCodes(meaningOf(lastHeading(heading)), texts) !== undefined;

/** Whether what is called by periods and by codes has dates and little else: `Time period and Region Code` above `Region Code`, `Jan 2005`, `Feb 2005`. */
function areDatesBesideCode(name: string, texts: readonly string[]): boolean {
  if (!periodName.test(name) || !/\bcodes?$/iu.test(name)) return false;
  const odd = texts.filter((text) => !/\D/u.test(text) || !hasPeriod(text));
  return odd.length > 0 && stateSeries(texts, odd);
}

/** Codes of periods as offices write them: years, quarters and months of Statistics Netherlands, months behind a point of Stats NZ. */
const periodCodes = [
  [/^(?:19|20)\d{2}JJ00$/u, "{yyyy}JJ00"],
  [/^(?:19|20)\d{2}KW0[1-4]$/u, "{yyyy}KW0{q}"],
  [/^(?:19|20)\d{2}MM(?:0[1-9]|1[0-2])$/u, "{yyyy}MM{mm}"],
] as const;
const monthBehindPoint = /^(?:19|20)\d{2}\.(?:0[1-9]|1[0-2])$/u;

/** `1993 01` to `1993 12`: of one year, several months stand there, where `2001 02` alone may be two years. */
const monthBehindYear = /^(?<year>(?:19|20)\d{2}) (?:0[1-9]|1[0-2])$/u;
function areMonthsBehindYears(texts: readonly string[]): boolean {
  const years = texts.flatMap((text) => monthBehindYear.exec(text)?.groups?.year ?? []);
  return years.length === texts.length && years.length >= new Set(years).size * fewestMonths;
}
/** So many months of each year, on average, are no years that follow it. */
const fewestMonths = 3;

/** How codes of periods are written, where all are of one kind; numbers such as `2015.03` where their heading says so. */
export function formatOfCodes(name: string, texts: readonly string[]) {
  if (texts.length === 0) return undefined;
  if (periodName.test(name) && texts.every((text) => monthBehindPoint.test(text))) return "{yyyy}.{mm}";
  if (areMonthsBehindYears(texts)) return "{yyyy} {mm}";
  return periodCodes.find(([look]) => texts.every((text) => look.test(text)))?.[1] ?? formatOfQuarters(texts);
}
/** Whether a text is a code of a period. */
export const isPeriodCode = (text: string): boolean =>
  monthBehindPoint.test(text) ||
  monthBehindYear.test(text) ||
  periodCodes.some(([look]) => look.test(text)) ||
  formatOfQuarter(text) !== undefined;

function kindOf(heading: string, { cells, texts, filled }: Cells): ColumnKind {
  const name = meaningOf(lastHeading(heading));
  if (filled === 0) return "blank";
  if (isOfNotes(name, texts, filled)) return "note";
  if (vintageName.test(name) && texts.every((text) => /^\d{4}(?:-\d{2}){0,2}$/u.test(text)))
    // What was published on each of many days is a series of these.
    return texts.length > mostVintages && texts.length > filled / 2 ? "period" : "vintage";
  const written = kindOfWritten(heading, texts);
  if (written !== undefined) return written;
  if (areCodes(name, { cells, texts, filled }) || areCodesOfGroups(name, texts, filled)) return "code";
  // Whether something is so is no number of anything.
  if (flagName.test(name) && texts.every((text) => /^[01]$/u.test(text))) return "flag";
  const ofTime = kindByTime(name, texts);
  if (ofTime !== undefined) return ofTime;
  const numbers = cells.filter(({ cell }) => cellParser.isFigure(cell) && /\d/u.test(cellText(cell)));
  const numeric = numbers.reduce((sum, { count }) => sum + count, 0);
  const figures = cells.filter(({ cell }) => cellParser.isFigure(cell)).reduce((sum, { count }) => sum + count, 0);
  if (arePeriods(name, { texts, filled, numeric })) return "period";
  if (areMarkedYears(texts, filled)) return "label";
  const words = cells.filter(({ cell }) => !cellParser.isFigure(cell));
  // "Not held", "Refused": few words that stand for what is not known.
  const areMarkers = standForGaps(words, { numbers, numeric, filled });
  // `1`, `2`, `semi`, `final`, each again and again: rounds, and no figures of which some are missing.
  const areRounds =
    words.filter(({ cell }) => !isGap(cell)).length > 1 &&
    numbers.length <= mostRepeated &&
    filled >= texts.length * fewestEach;
  // What has a total among its numbers, in row after row, are the groups that it is the total of.
  const hasTotal = texts.length <= filled / 2 && texts.some(isPlainTotal);
  if (
    numeric > 0 &&
    !hasTotal &&
    !areRounds &&
    (figures >= 0.7 * filled || areMarkers) &&
    !(isOfGroups(name) && areGroups(name, numbers)) &&
    !areNumbersOfParts(name, numbers)
  )
    return "figure";
  return isNote(name, texts, filled) ? "note" : "label";
}

const isGap = (cell: SheetCell): boolean =>
  notKnown.test(cellText(cell).trim()) || isWorkbookError(cellText(cell).trim());

/** Whether words among numbers stand for figures that are not there: a few of them, or those that say so. */
const standForGaps = (
  words: Cells["cells"],
  { numbers, numeric, filled }: { readonly numbers: Cells["cells"]; readonly numeric: number; readonly filled: number },
): boolean =>
  words.every(({ cell }) => isGap(cell) || (numbers.length >= fewestBeside && isCensored(cellText(cell)))) ||
  isOneMarker(words, numbers) ||
  (words.length <= mostMarkers &&
    numbers.length >= 5 &&
    numeric >= 0.25 * filled &&
    words.every(({ cell }) => !/\d/u.test(cellText(cell)) || isCensored(cellText(cell))) &&
    // The first and the second round of an election.
    !words.some(({ cell }) => /^[IVX]{2,4}$/u.test(cellText(cell).trim())));

/**
 * Whether the only text among decimals is a letter or two, as statistical secrecy is marked, in however many rows: `s`; or the only one among
 * many numbers is a point, where there is no figure.
 */
const isOneMarker = ([first, other]: Cells["cells"], numbers: Cells["cells"]): boolean => {
  if (first === undefined || other !== undefined || numbers.length < 2) return false;
  const text = cellText(first.cell).trim();
  return /^\p{Ll}{1,2}$/u.test(text)
    ? numbers.some(({ cell }) => /\.\d/u.test(cellText(cell)))
    : /^(?:\.{1,3}|…|[-–—*:#]+)$/u.test(text) && numbers.length >= fewestBesideMarker;
};
/** So many different numbers beside what says that others lie below a bound are figures: `<50` beside `382` and `Masked`. */
const fewestBeside = 5;
/** So many different numbers beside one sign are figures, in however many rows it stands. */
const fewestBesideMarker = 20;

/** Whether texts say something of their rows, and are no names. */
function isNote(name: string, texts: readonly string[], filled: number): boolean {
  // `1.2% (0.1% - 4.3%)`: a figure that nobody can read as one.
  if (
    texts.filter((text) => text.length <= longestBounded && withBounds.test(text)).length >=
    texts.length * mostlyBounded
  )
    return true;
  // `±34,559`: how far a figure beside it may be from the truth.
  if (texts.filter((text) => /^±\s?\d/u.test(text)).length >= texts.length * mostlyMargins) return true;
  // `3 of 41`, `3:38`: two figures, which may be as small as those that are hidden beside them.
  if (
    texts.length > filled / fewestOfDescription &&
    texts.every((text) => ofTwoFigures.test(text) || notKnown.test(text))
  )
    return !texts.every((text) => /^\d{1,2}:[0-5]\d$/u.test(text)) || /\bratio\b/iu.test(name);
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  // Long names of a few things stand in row after row; notes are of one row each.
  const isRepeated =
    (texts.length <= Math.min(mostLongNames, filled / 2) || texts.length <= filled / 3) && length <= longestName;
  // The names of census tracts say what all of them lie in.
  const areAreas = length <= longestName && texts.length === filled && isAreaName(name);
  return length > 60 && !isRepeated && !areAreas;
}

const ofTwoFigures = /^\d[\d,.]*\s*(?:of|out of|\/|:)\s*\d[\d,.]*(?:\s*\([\d.,]+\s?%\))?$/iu;

const withBounds = /^[^\p{L}(]*\d[^\p{L}(]*[([][^\p{L}\d]*\d[^\p{L}]*(?:-|–|,|;|\bto\b)[^\p{L}]*\d[^\p{L}]*[)\]]$/u;
/** So many of the texts are margins of error, where a few say that there is none. */
const mostlyMargins = 0.5;
/** Longer texts are no figures. */
const longestBounded = 200;
const mostlyBounded = 0.8;

/**
 * Whether numbers are years: each in several rows, some again and all in order, or below no heading. Counts of four digits come again by chance too, but
 * seldom, and in no order.
 */
const areYears = (name: string, texts: readonly string[], filled: number): boolean =>
  texts.every((text) => /^(?:1[5-9]|20)\d{2}$/u.test(text)) &&
  // A round number in all rows, `1500`, is a price or a threshold as well.
  !(texts.length === 1 && /00$/u.test(texts[0] ?? "")) &&
  (texts.length <= filled / rowsOfYear ||
    (texts.length < filled && areInOrder(texts)) ||
    /^(?:x|column [a-z]{1,3})?$/iu.test(name) ||
    (!hasPeriod(name) && areYearsInTurn(texts)));

/** In so many rows, on average, stands a year where nothing says that it is one. */
const rowsOfYear = 1.5;

/** Whether numbers only rise, or only fall. */
const areInOrder = (texts: readonly string[]): boolean => {
  const steps = texts.slice(1).map((text, at) => Number(text) - Number(texts[at]));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
};

/** Whether numbers are years, each the one after that before it, or before: no codes are, whatever stands above them, `SIC 2007` say. */
const areYearsInTurn = (texts: readonly string[]): boolean => {
  const step = Number(texts[1]) - Number(texts[0]);
  return (
    texts.length >= fewestYearsInTurn &&
    Math.abs(step) === 1 &&
    texts.every((text, at) => isYear(text) && (at === 0 || Number(text) === Number(texts[at - 1]) + step))
  );
};
const fewestYearsInTurn = 10;

/**
 * Whether years stand in row after row, some with a letter behind them that tells two in one year apart: `1974F`, `1974O`, elections of February
 * and October. They name rows, and count nothing.
 */
const areMarkedYears = (texts: readonly string[], filled: number): boolean =>
  texts.length >= fewestOfSeries &&
  texts.length <= filled / 2 &&
  texts.every((text) => /^(?:1[5-9]|20)\d{2} ?[A-Za-z]?$/u.test(text)) &&
  texts.some((text) => /[A-Za-z]$/u.test(text));

/** So many long texts may be names of categories, with so many letters on average. */
const [mostLongNames, longestName] = [60, 200];

/** So few numbers, each in so many rows, number something where words stand among them. */
const [mostRepeated, fewestEach] = [12, 20];

/** So many of the different texts have decimals; of so many with one each, none is the number of a chapter. */
const [mostlyDecimal, fewestTenths] = [0.5, 8];

/** How large a shape of a map is, in the units of its projection, as programs of maps write beside each: `Shape__Area`. */
const shapeName = /^(?:shape|st) ?(?:area|len(?:g|gth)?)(?: ?\(shape\))?$/iu;

/** So many numbers that begin with a zero are codes, whatever length they have: `01`, `01001`. */
const fewestZeros = 3;

/** Whether numbers of one length, several of which begin with a zero, stand above or below a few words: `01`, `02` of areas, and `Mainland`. */
const areCodesBesideWords = (texts: readonly string[], digits: readonly string[]): boolean =>
  digits.length > texts.length / 2 &&
  digits.filter((text) => /^0\d/u.test(text)).length >= fewestZeros &&
  digits.every((text) => text.length === digits[0]?.length) &&
  texts.every((text) => /^\d+$/u.test(text) || /^\P{N}*\p{L}{3}\P{N}*$/u.test(text));

/** Whether cells are codes or numbers of something, and no figures. */
function areCodes(name: string, { cells: all, texts: allTexts, filled }: Cells): boolean {
  // What is not known of a thing says nothing of its number.
  const texts = allTexts.filter((text) => !notKnown.test(text));
  const cells = all.filter(({ cell }) => !notKnown.test(cellText(cell).trim()));
  if (texts.length === 0) return false;
  if (shapeName.test(wordsOf(name))) return true;
  const digits = texts.filter((text) => /^\d+$/u.test(text));
  // "05" is the number of something, also where a few others are letters: `01`, `02`, …, `U`.
  const areNumbered =
    (texts.some((text) => /^0+[1-9]/u.test(text)) ||
      (/^0\d/u.test(texts[0] ?? "") && texts.every((text) => text.length === texts[0]?.length))) &&
    (digits.length === texts.length ||
      areCodesBesideWords(texts, digits) ||
      (digits.length >= texts.length * mostlyNumbers &&
        (digits.every((text) => text.length === digits[0]?.length) ||
          digits.filter((text) => /^0\d/u.test(text)).length >= fewestZeros) &&
        texts.every((text) => /^[\dA-Z.-]{1,8}$/u.test(text))));
  const isWord = texts.filter((text) => !/\s/u.test(text)).length >= 0.8 * texts.length;
  const isCode =
    texts.every((text) =>
      /^[A-Z]{1,3}\d{2,9}$|^[a-z]\d{8}$|^[\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12}$/u.test(text),
    ) ||
    (codeName.test(name.replace(codeInBrackets, "")) &&
      isWord &&
      !(name === "x" && texts.every(isYear)) &&
      !areYearsInTurn(texts) &&
      // Occupations have four digits: these are votes.
      !(/(?:^|\s)soc$/iu.test(name) && texts.every((text) => /^\d{1,3}$/u.test(text))) &&
      !/\b(?:population|deaths|births|cases|counts?|total)$/iu.test(name));
  // Codes have no decimals: `ny_gdp_pcap_cd`, `& Soc A`.
  const decimals = texts.filter((text) => /^-?\d+\.\d{2,}$/u.test(text) && !/0$/u.test(text)).length;
  const tenths = texts.filter((text) => /^\d{1,5}\.\d$/u.test(text)).length;
  const isOfOthers =
    /\s/u.test(name.trim()) &&
    !/\b(?:codes?|naics|isic|isced|lat|lon|lng|long|x|y|id|version|no|number)\b/iu.test(name);
  if (tenths >= texts.length * mostlyDecimal && texts.length >= fewestTenths && isOfOthers && !numberName.test(name))
    return false;
  if (
    decimals >= texts.length * mostlyDecimal &&
    !numberName.test(name) &&
    !/\b(?:codes?|naics|isic|isced|lat|lon|lng|long|x|y|eastings?|northings?)\b|(?:lat|long?|lng)(?:itud(?:e|ine)?)?$|(?:breiten|l[äa]ngen)grad$/iu.test(
      name,
    )
  )
    return false;
  // Nothing is called by a number below zero: `socChg`.
  const isBelow = texts.some((text) => /^-\d/u.test(text));
  // But `-8`, among the codes of answers, is that of what does not apply.
  if (isBelow && /\scodes?$/iu.test(name) && texts.every((text) => /^-?\d+$/u.test(text))) return true;
  if (isBelow && !isOfCoordinates(name)) return false;
  return (
    isCode ||
    areNumbered ||
    numberName.test(name) ||
    (/\bnames?$/iu.test(name) && digits.length === texts.length) ||
    isRunning(cells, filled) ||
    isNumberOfThing(name, cells, filled) ||
    (name === "" && texts.length === filled && texts.every((text) => /^[\d.]+$/u.test(text)) && !texts.every(isYear))
  );
}

/** Whether texts are periods and nothing else: `2022-W29` below `YearWeekISO`, `Q42010` below `Quarter`. */
const areWrittenPeriods = (name: string, texts: readonly string[]): boolean =>
  periodName.test(wordsOf(name)) &&
  texts.every((text) => /^\d{4}\D|^[QH][1-4]\d{4}$/u.test(text) && periodReadings(text).length > 0);

/** What a column holds whose texts are periods and nothing else: hours are no periods here. */
function kindOfWritten(heading: string, texts: readonly string[]): ColumnKind | undefined {
  if (arePeriodCodes(heading, texts)) return "period";
  const name = meaningOf(lastHeading(heading));
  if (areDatesBesideCode(name, texts)) return "period";
  if (!areWrittenPeriods(name, texts) && !areMoments(texts) && !areDayNumbers(texts)) return undefined;
  return areHours(texts) ? "label" : "period";
}

/** A day and a time of it: `2020-03-04T17:00:00`. */
const moment = /^(?<day>\d{4}[-/]\d{1,2}[-/]\d{1,2})[T ](?<time>\d{1,2}:\d{2}(?::\d{2})?)/u;
/** Whether texts are days with the time of each. */
const areMoments = (texts: readonly string[]): boolean =>
  texts.every((text) => moment.test(text) && periodReadings(text).length > 0);
/** Whether some of them are of the same day, so that they are hours and no days: not where all are its beginning, as workbooks write days. */
const areHours = (texts: readonly string[]): boolean => {
  const read = texts.flatMap((text) => {
    const { day, time = "" } = moment.exec(text)?.groups ?? {};
    return day === undefined ? [] : [{ day, isMidnight: /^0?0:00(?::00)?$/u.test(time) }];
  });
  if (read.every(({ isMidnight }) => isMidnight)) return false;
  const days = read.map(({ day }) => day);
  return days.length > 0 && new Set(days).size < texts.length;
};
/** Whether numbers are days, `20180221`, whatever stands above them: no count of anything is one in each of several rows. */
const areDayNumbers = (texts: readonly string[]): boolean =>
  texts.length >= fewestDays &&
  texts.every((text) => /^(?:19|20)\d{6}$/u.test(text) && periodReadings(text).length > 0);
const fewestDays = 3;

/** Whether numbers below a heading of years are some, of which the first are before 1000. */
const isOfEarlyYears = (texts: readonly string[]): boolean =>
  texts.length > 2 && texts.every((text) => /^\d{1,4}$/u.test(text)) && texts.some((text) => Number(text) < 1000);

/** What columns hold that say of a time what no look of a period has. */
function kindByTime(name: string, texts: readonly string[]): ColumnKind | undefined {
  if (isOfMidYears(name, texts)) return "period";
  // Years before Christ are labels.
  const hasNegative = texts.length > 2 && texts.some((text) => /^-\d+$/u.test(text));
  if (hasNegative && /^years?$/iu.test(name)) return "label";
  // So are those before 1000, which nobody adds up.
  if (/^year$/iu.test(name) && isOfEarlyYears(texts)) return "label";
  // Days as spreadsheets number them, 43831 for the first of 2020: no figures, whatever a reader makes of them.
  if (/\b(?:date|day)\b/iu.test(name) && texts.length > 1 && texts.every(isDayOfSheet)) return "label";
  // What another column says of a period, as a part of its year.
  return /^(?:decimal ?(?:date|year)|date ?decimal|year ?fraction)$/iu.test(name) ? "code" : undefined;
}

/** Whether a number is one that a spreadsheet has for a day between 1955 and 2064. */
const isDayOfSheet = (text: string): boolean => /^[2-5]\d{4}$/u.test(text);

/** Whether a column has the middles of years, 1993.5 below `time`, as tables of the United Nations do. */
const isOfMidYears = (name: string, texts: readonly string[]): boolean =>
  periodName.test(name) && texts.length > 1 && texts.every((text) => midYear.test(text));
/** The middle of a year. */
export const midYear = /^(?:1[5-9]|20|21)\d{2}\.50*$/u;

/** Whether numbers below `Age` or `Ward` are groups, and no figures of `Year group 1` or `Total of school age`. */
const areGroups = (name: string, numbers: Cells["cells"]): boolean =>
  !/\d\W*(?:(?:up|plus|and (?:over|above|older|under)|years?|yrs?)\W*)?$|\b(?:all|total|number|count|average|mean|median)\b|%/iu.test(
    name,
  ) &&
  !areAnswersTold(name, numbers) &&
  numbers.every(({ cell }) => {
    const value = Number(cellText(cell));
    return Number.isInteger(value) && value <= 130;
  });

/** Whether whole numbers that are all written with a decimal stand below a sentence, `Climate should be a high priority` over `53.0`: what answers came to, and no groups. */
const areAnswersTold = (name: string, numbers: Cells["cells"]): boolean =>
  name.trim().split(/\s+/u).length >= wordsOfSentence &&
  numbers.length >= fewestTenths &&
  numbers.every(({ cell }) => /^\d+\.0$/u.test(cellText(cell)));
/** So many words are more than the name of a group has. */
const wordsOfSentence = 6;

/** Whether numbers are those of weeks, months or quarters of a year by their heading, `BRC Week Num`, and count nothing. */
function areNumbersOfParts(name: string, numbers: Cells["cells"]): boolean {
  const most = partsOfYear[numberOfPart.exec(name)?.groups?.part?.toLowerCase() ?? ""];
  return (
    most !== undefined &&
    numbers.every(({ cell }) => {
      const value = Number(cellText(cell));
      return Number.isInteger(value) && value >= 0 && value <= most;
    })
  );
}
const numberOfPart =
  /\b(?<part>week|month|quarter|day|term) ?(?:num(?:ber)?|no\.?|nr\.?|id|of (?:the )?(?:year|month|week))$/iu;
/** So many of each a year has at most, whoever numbers them. */
const partsOfYear: Readonly<Record<string, number>> = { week: 54, month: 13, quarter: 4, day: 366, term: 6 };

/** Whether a column numbers its rows: 1, 2, 3, … in each of them once; or in all but a few of a long list, which have none, or one twice. */
function isRunning(cells: Cells["cells"], filled: number): boolean {
  if (filled < 5 || cells.length < filled * mostlyNumbered) return false;
  const numbers = cells.map(({ cell }) => Number(cellText(cell)));
  if (!numbers.every(Number.isInteger) || (numbers[0] !== 0 && numbers[0] !== 1)) return false;
  if (cells.length === filled && numbers.every((number, index) => number === (numbers[0] as number) + index))
    return true;
  const steps = numbers.filter((number, index) => index > 0 && number === (numbers[index - 1] as number) + 1).length;
  return filled >= fewestNumbered && steps >= (numbers.length - 1) * mostlyNumbered;
}

/** So many numbers, each one more than the one before, are no chance; some may be left out or come twice. */
const [fewestNumbered, mostlyNumbered] = [100, 0.98];

const thingName =
  /(?:id\d?|^index|\b(?:row|sort|order|object|feature|record|line|item|page|list) ?index|name|phone|zip)$/iu;
const coordinateName =
  /\b(?:lat|lng|lon)$|(?:latitud(?:e|ine)?|longitud(?:e|ine)?|(?:breiten|l[äa]ngen)grad|easting|northing)$|^long$/iu;
/** What no other numbers are called than those of a grid over a country, in however many rows the same place stands. */
const isOfGrid = /\b(?:eastings?|northings?)$/iu;
/** Whether a heading ends as one of coordinates does: `closestlat`, and no name of a place, `Dalat`. */
const isOfCoordinates = (name: string): boolean =>
  coordinateName.test(wordsOf(name)) || /^[\p{Ll}_ ]+(?:lat|lng|lon)$/u.test(name);
/** Whether numbers say where something lies on the map: `city_lat`, of which each is a part of a circle, and to a few metres below `nextlat`. */
const isCoordinate = (name: string, cells: Cells["cells"]): boolean => {
  const isNamed =
    /(?:^|[ _.])(?:lat|lng|lon|long|latitud(?:e|ine)?|longitud(?:e|ine)?|(?:breiten|l[äa]ngen)grad)$/iu.test(name);
  const areFine = cells.filter(({ cell }) => /\.\d{4}/u.test(cellText(cell))).length >= cells.length * mostlyKnown;
  return (
    (isNamed || (areFine && isOfCoordinates(name) && !otherName.test(name))) &&
    cells.every(({ cell }) => !(Math.abs(Number(cellText(cell))) > 180)) &&
    cells.some(({ cell }) => /\.\d{2}/u.test(cellText(cell)))
  );
};
/** Words that end as those do. */
/** A name of its own that ends so: `Madrid`, and no `nearestid`, `BoxId` or `ID`. */
const nameOnly = /^\p{Lu}\p{Ll}+id$/u;
const otherName = /(?:aid|bid|covid|grid|hybrid|valid|avoid|void|liquid|flat|salon)$/iu;

/** So much is known of where things lie. */
const mostlyKnown = 0.6;

/** So many of the codes of a column are numbers. */
const mostlyNumbers = 0.9;

/** Whether numbers only name things: `nearestid`, or numbers that grow from row to row below `index`, or below nothing. */
function isNumberOfThing(name: string, cells: Cells["cells"], filled: number): boolean {
  const isNumber = ({ cell }: { readonly cell: SheetCell }) => /^[-+]?\d+(?:\.\d+)?$/u.test(cellText(cell).trim());
  // `PCTCODE`, `CONGDIST`: what is called so is a code, however often each stands there, and whatever a row of totals says.
  if (
    /(?:code|dist)$|^(?:ID|ORGID)\p{Lu}{2,}$/u.test(name.replace(/(?:code|dist)$/iu, "code")) &&
    filled > 4 &&
    cells.filter(isNumber).length >= cells.length * mostlyNumbers
  )
    return true;
  const areNumbers = cells.filter(isNumber).length >= cells.length * mostlyKnown;
  if (filled > 4 && areNumbers && isCoordinate(name, cells)) return true;
  if (filled > 4 && areNumbers && isOfGrid.test(wordsOf(name))) return true;
  // Of some things it is not known where they are.
  if (filled > 4 && areNumbers && isOfCoordinates(name) && !otherName.test(name) && cells.length > filled / 2)
    return true;
  if (filled < 5 || !cells.every(isNumber)) return false;
  const numbers = cells.map(({ cell }) => Number(cellText(cell)));
  const grows =
    cells.length === filled &&
    numbers.every((number, at) => Number.isInteger(number) && (at === 0 || number > (numbers[at - 1] as number)));
  const areYears = name === "" && cells.every(({ cell }) => isYear(cellText(cell).trim()));
  if (grows && !areYears && /^(?:|index|row|unnamed: \d+|serial(?: number)?|number|no\.?|#)$/iu.test(name)) return true;
  const areWhole = numbers.every(Number.isInteger);
  return thingName.test(name) && areWhole && !otherName.test(name) && !nameOnly.test(name) && cells.length > filled / 2;
}

/** Whether a number below no heading, in the first column say, is a year. */
const isYear = (text: string): boolean => /^(?:1[5-9]|20)\d{2}$/u.test(text);

/** So many of the changes that are fractions are no larger than what they are of. */
const mostlyWithin = 0.9;

/** Beside figures from here on, a decimal says nothing; nor of those a tenth as large. */
const large = 1000;

function figuresOf(cells: Cells["cells"], blank: number): FigureSurvey {
  const read = cells.map(({ cell, count }) => ({ ...readFigure(cell), count }));
  const numbers = read.flatMap(({ value, ...one }) => (value === undefined ? [] : [{ ...one, value }]));
  const sumOf = (of: readonly { readonly count: number }[]): number => of.reduce((sum, { count }) => sum + count, 0);
  const values = sumOf(numbers);
  const within = sumOf(numbers.filter(({ value }) => Math.abs(value) <= 1));
  const fine = sumOf(numbers.filter(({ text }) => /\.\d{3}/u.test(text) || /e-\d+$/iu.test(text)));
  const fixed = sumOf(numbers.filter(({ text }) => /\.\d{2,3}$/u.test(text)));
  // Nobody counts `1.00`.
  const isWhole = numbers.every((one) => one.isWhole) && !(fixed > 0 && fixed >= values * mostlyWithin);
  const broken = sumOf(numbers.filter((one) => !one.isWhole));
  const isMostly = values > 0 && within >= values * mostlyWithin;
  const some = numbers.filter(({ value }) => value !== 0);
  const isLarge = some.some(({ value }) => Math.abs(value) >= large);
  const readWithout = sumOf(some.filter(({ value }) => Math.abs(value) >= large / 10));
  return {
    isWhole,
    isNearlyWhole: broken > 0 && broken <= Math.min(mostBroken, values * mostlyWhole),
    hasNegative: numbers.some(({ value }) => value < 0),
    belowZero: sumOf(numbers.filter(({ value }) => value < 0)),
    hasPercent: read.some(({ text }) => text.includes("%")),
    sign: signOf(read),
    isMostlySmall: !isWhole && isMostly,
    isMostlyFraction: isMostly && fine >= values / 2,
    isMostlyLarge: isLarge && readWithout >= sumOf(some) * mostlyWithin,
    small: sumOf(numbers.filter(({ value }) => Number.isInteger(value) && value >= 1 && value <= 9)),
    isInThousandths: numbers.every(({ value }) => value >= 0 && isThousandth(value)),
    smallThousandths: sumOf(numbers.filter(({ value }) => value > 0 && Math.round(value * 1000) <= 9)),
    largest: numbers.reduce((largest, { value }) => Math.max(largest, value), 0),
    ...precisionOf(numbers),
    unknown: new Map(read.flatMap(({ text, isUnknown, count }) => (isUnknown ? [[text, count] as const] : []))),
    gaps: blank + sumOf(read.filter(({ value, isUnknown }) => value === undefined && !isUnknown)),
  };
}

/** The decimals that nearly all of several numbers are written with, the last of which a workbook leaves out where it is a zero. */
function precisionOf(
  numbers: readonly { readonly text: string; readonly count: number }[],
): Pick<FigureSurvey, "decimals" | "isInHundredths"> {
  const cellsOf = new Map<number, number>();
  for (const { text, count } of numbers) {
    const { digits = "", exponent = 0 } =
      /\.?(?<digits>(?<=\.)\d+)?(?:e-(?<exponent>\d+))?\s*%?$/iu.exec(text)?.groups ?? {};
    const own = digits.length + Number(exponent);
    cellsOf.set(own, (cellsOf.get(own) ?? 0) + count);
  }
  const most = Math.max(0, ...cellsOf.keys());
  const values = [...cellsOf.values()].reduce((sum, count) => sum + count, 0);
  const [whole = 0, tenths = 0, hundredths = 0] = [0, 1, 2].map((decimals) => cellsOf.get(decimals));
  return {
    decimals: (cellsOf.get(most) ?? 0) >= values * mostlyWritten ? most : undefined,
    isInHundredths: hundredths > 0 && whole + tenths + hundredths >= values * mostlyWithin,
  };
}
const mostlyWritten = 0.75;

/** So few of the figures of a count have decimals, and so few of all of them. */
const [mostBroken, mostlyWhole] = [20, 0.01];

/** The sign of money that nearly all numbers have; of several, none is that of all. What somebody forgot in a cell, or has for none, says nothing. */
function signOf(read: readonly { readonly text: string; readonly count: number }[]): string | undefined {
  const counts = new Map<string, number>();
  let numbers = 0;
  for (const { text, count } of read) {
    if (!/[1-9]/u.test(text)) continue;
    numbers += count;
    const sign = signOfMoney.exec(text)?.[0];
    if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + count);
  }
  const [[sign, signed] = ["", 0], other] = counts;
  return other === undefined && signed > 0 && signed >= numbers * mostlySigned ? sign : undefined;
}
const signOfMoney = /(?:R|US|U|A|AU|C|CA|NZ|HK|S|NT|MX)?\$|[£€]/u;
/** So many of the numbers of a column of money have its sign. */
const mostlySigned = 0.8;

/** Whether a number has three decimals at most. */
const isThousandth = (value: number): boolean => Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6;

/** What a cell of figures holds: a number, a gap, or what is neither. */
function readFigure(cell: SheetCell) {
  const text = cellText(cell).trim();
  const parsed = parseUsual(cell, anyMeasure);
  if (typeof parsed === "string") return { text, isUnknown: true, value: undefined, isWhole: false };
  const value = parsed.cell.state === "value" ? parsed.cell.value : undefined;
  // What arithmetic left of a whole number, 130.00000000000001, is read as one in counts.
  const isWhole = text.includes("%") ? Number.isInteger(value) : typeof parseUsual(cell, anyCount) !== "string";
  return { text, isUnknown: false, value, isWhole };
}

/** What the total of others is called. */
const totalName =
  /^(?:all|total|totals|overall|grand total|both|persons|everyone|world|.+ \(total\)|total \(.+\)|total \S+(?: \S+)?|all (?:aged? )?\d+(?: ?(?:\+|(?:-|–|to) ?\d+|(?:and|or) (?:over|above|older)))?(?: years?)?|all (?!the |my |our |your |other)(?:\S+ ){0,3}(?:\S+s|people|children|men|women)|.* total|(?:.+ \()?(?:nation|state|city|borough|county|country|district|company)[ -]?wide\)?|(?:alle|alla|kaikki|tous les|toutes les|todos los|todas las|todos os|todas as|tutt[ei] (?:le|i|gli)|wszystkie|všechny|összes|semua|tüm) \p{L}.*|cyfanswm|pawb)$/iu;

/** What says by itself that it is all there is, `Total, all causes of death`; `_T` and `TOT` are codes of the total. */
const plainTotal =
  /^(?:all|total|totals|total ?[,:–-] ?(?:all|both) .+|sum|overall|grand total|both|persons|everyone|both ?sex(?:es)?|world|cyfanswm|pawb|_T|tot|btsx)$/iu;

/** Whether a label is the name of a total, in one of the languages that are known. */
export const isTotal = (given: string): boolean => {
  const text = withoutNumbering(withoutNoteMark(given));
  return totalName.test(text) || isPlainTotal(text) || (text.length <= longestTotal && totalName.test(meaningOf(text)));
};

/** Whether a label says by itself that it is all there is. */
export const isPlainTotal = (given: string): boolean => {
  const text = withoutNumbering(withoutNoteMark(given));
  return plainTotal.test(text) || (text.length <= longestTotal && plainTotal.test(meaningOf(text)));
};

/** A text that is longer is no total in any of the languages that are known. */
const longestTotal = 24;
