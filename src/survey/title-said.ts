import { isNameOfCountry, isNameOfDivision } from "./areas/area-names.ts";
import { isNameOfArea } from "./areas/find-area.ts";
import { inSentence, isShareAlone, unitOfText } from "./measures/guess-unit.ts";
import { seriesOf } from "./measures/name-of-all.ts";
import { isOfUnits } from "./rows/column-roles.ts";
import type { TableSurvey } from "./table/column-survey.ts";
import { wordsIn } from "./words.ts";

/** What a file says that a table is called, and what says it. */
interface SaidTitle {
  readonly title: string;
  readonly by: "table" | "contents" | "measure" | "series" | "cover";
}

/**
 * What a table is called, by the best that the file says of it: what stands above it, what the contents of its workbook say of its sheet, what a column says that all
 * figures are of, who published it or in which series, and what a sheet before it says of all. Undefined where nothing reads like a title.
 */
export function titleSaid(
  { titles: above, overColumns = [], contents, columns = [] }: Pick<TableSurvey, "titles"> & Partial<TableSurvey>,
  cover: readonly string[],
): SaidTitle | undefined {
  const titles = above.filter((text) => !overColumns.includes(text));
  const own = titlesAmong(titles);
  const [listed] = contents === undefined ? [] : titlesAmong([contents]);
  const [before] = titlesAmong(cover);
  const ranked: readonly (readonly [by: SaidTitle["by"], title: string | undefined])[] = [
    ["table", ownTitle(own, titles, columns)],
    ["contents", listed],
    ["measure", nameOfMeasure(columns)],
    ["series", own[0]],
    ["cover", before],
  ];
  const [best] = ranked.flatMap(([by, title]) => (title === undefined ? [] : [{ by, title }]));
  const figures = best?.by === "table" ? figuresSaid(titles, best.title) : undefined;
  return best && figures !== undefined ? { ...best, title: `${best.title}: ${inSentence(figures)}` } : best;
}

/** What another line than the title says that all figures are, before their unit: `Net current expenditure (£ thousand)`. */
function figuresSaid(titles: readonly string[], title: string): string | undefined {
  const said = titles.flatMap((text, at) => {
    // What stands beside `Unit` is no more than that.
    if (isOfUnits(titles[at - 1]?.trim() ?? "")) return [];
    const { words = "", unit = "" } = beforeUnit.exec(text.trim())?.groups ?? {};
    const isSaid = title.toLowerCase().includes(words.toLowerCase());
    return isSaid || isNameOfArea(words) || unitOfText(unit, "not") === undefined ? [] : [words];
  });
  const [only, other] = new Set(said);
  return other === undefined ? only : undefined;
}
const beforeUnit =
  /^(?<words>(?!(?:all|figures|amounts?|values?|units?|data|in|notes?|table|figure)\b)\p{Lu}[\p{L}’' -]*\p{Ll} [\p{L}’' -]{2,50}?)\s*\((?<unit>[^()]+)\)$/iu;

/** What a table is of, among the lines above it: above that may stand who published it, `Statistical Office`, or in which series, `Trade statistics 2019`. */
function ownTitle(
  own: readonly string[],
  titles: readonly string[],
  columns: TableSurvey["columns"],
): string | undefined {
  const [first, ...later] = own;
  if (first === undefined) return undefined;
  const isBegun = (text: string) => text.length >= shortestBegun && first.startsWith(text);
  const line =
    titles.find((text) => text !== "" && (text.includes(first) || isBegun(withoutNumber(text).trim()))) ?? "";
  if (tableNumber.test(line) || ofTable.test(line) || keyOfTitle.test(line)) return first;
  const isSource = /^data sources?:?$/iu.test(titles[titles.indexOf(line) - 1]?.trim() ?? "");
  if (isSource || ofSeries.test(first) || isPublisher(first)) {
    const below = later.filter(isBelowSeries);
    return below.find((text) => saysFigures(text, columns)) ?? below[0];
  }
  if (saysRows(first, columns)) return first;
  if (!saysBy(first)) {
    const below = later.find((text) => saysBy(text) && (yearSaid.test(text) || namesHeading(text, columns)));
    if (below !== undefined) return below;
  }
  // A sentence is a note.
  const isSentence = (text: string) => titles.some((own) => own.trim().endsWith(`${text}.`));
  const ofRows = later.find((text) => saysRows(text, columns) && !isSentence(text));
  if (ofRows !== undefined || saysFigures(first, columns)) return ofRows ?? first;
  return later.find((text) => saysFigures(text, columns) && !isSentence(text)) ?? first;
}

/** So many letters of a line that goes on in the next one are those of no other. */
const shortestBegun = 12;

/** Whether a line says by what its figures are told, as a title does and the name of an office does not: `Cas selon le diagnostic`. */
const saysBy = (text: string): boolean =>
  /^\p{Lu}.*\p{Ll} (?:by|according to|selon|par|nach|por|según|segundo|secondo|per|volgens|naar|efter|etter|fordelt på|podle|według|wg) (?!cent\b)\p{L}.*\p{L}{3}/u.test(
    text,
  );
const yearSaid = /(?<!\d)(?:19|20)\d{2}(?!\d)/u;

/** Whether a line has a word of a heading, of some length. */
function namesHeading(text: string, columns: TableSurvey["columns"]): boolean {
  const said = new Set(wordsIn(text).split(" "));
  return columns.some(({ name }) =>
    wordsIn(name)
      .split(" ")
      .some((word) => word.length >= longestSmallWord && said.has(word)),
  );
}
/** Words of fewer letters may be of any sentence. */
const longestSmallWord = 5;

/**
 * Whether a line names the figures of its table in the words of their heading, and says more of them: `Evolution of net migration in Norland` over `Net migration`. Where the
 * first line above a table does not, and another does, the first is of a source or a series.
 */
function saysFigures(text: string, columns: TableSurvey["columns"]): boolean {
  const said = wordsIn(text);
  return columns.some(({ kind, name }) => {
    const heading = wordsIn(name);
    return (
      kind === "figure" &&
      /\p{L}{2,} \p{L}{3,}/u.test(heading) &&
      ` ${said} `.includes(` ${heading} `) &&
      said.split(" ").length - heading.split(" ").length >= fewestWords
    );
  });
}

/**
 * Whether a line says by what the rows of its table are told, in the words of their heading and in any language: `Óbitos por Região e Ano` over `Região`. Where the
 * first line above a table does not, and another does, the first is of all tables of a series.
 */
function saysRows(text: string, columns: TableSurvey["columns"]): boolean {
  const said = text.toLowerCase();
  return columns.some(({ kind, name }) => {
    const heading = name.trim().toLowerCase();
    if ((kind !== "label" && kind !== "period") || !/\p{L}{4}/u.test(heading)) return false;
    const at = said.indexOf(` ${heading}`);
    const [before, after] = [text.slice(0, Math.max(0, at)), said.slice(at + 1 + heading.length)];
    return /^\p{Lu}.*\p{L}{3} \p{Ll}{1,8}$/u.test(before) && /^(?:s?$|s?[^\p{L}])/u.test(after);
  });
}

/** A publication of many tables, by its name. */
const ofSeries = /\b(?:statistics|outlook|prospects|yearbook|bulletin|handbook|database)\b(?!.*\b(?:by|per)\b)/iu;

/** Whether a line is the name of an office or a company, and of nothing that it has figures of: `Gaming Commission`. */
export const isPublisher = (text: string): boolean =>
  /^(?:United Nations|World Bank(?: Group)?|European Union|OECD|Eurostat|(?:(?:\p{Lu}[\p{L}'’&-]*|of|for|and|the|in|on) ){1,6}(?:Commission|Agency|Authority|Office|Bureau|Institute|Ministry|Department|Board|Association|Foundation|University|Fund|Division|Affairs|Organi[sz]ation))$/u.test(
    text,
  );

/** Whether a line below the name of a series says what one of its tables is of: no place, and not when. */
const isBelowSeries = (text: string): boolean =>
  text.split(/\s+/u).length >= fewestWords &&
  !ofSeries.test(text) &&
  !isPublisher(text) &&
  !isNameOfArea(text) &&
  !/^(?:all|current|as (?:at|of|on)|position|version|edition|volume|part|section|chapter)\b/iu.test(text);
/** So many words say what figures are of. */
const fewestWords = 3;

/** What a column says that all figures are of, in words: `Average earnings of employees by sex`. */
function nameOfMeasure(columns: TableSurvey["columns"]): string | undefined {
  const [text = ""] = seriesOf({ columns })?.texts ?? [];
  return text.split(/\s+/u).length >= fewestWords && /^\p{L}/u.test(text) ? text : undefined;
}

/** The texts that read like titles, the likeliest first. */
function titlesAmong(titles: readonly string[]): readonly string[] {
  // `Series title:`, and beside it what it is.
  const called = titles.flatMap((text, at) =>
    aloneKeyOfTitle.test(text)
      ? (titles[at + 1]?.replace(/^\([^()]{1,12}\)\s*/u, "") ?? [])
      : (keyOfTitle.exec(text)?.groups?.title ?? []),
  );
  // What says that it is the title of a table goes before what stands above all tables of a sheet.
  const lines = titles.map((_, at) => joinedByNext(titles.slice(at)));
  const isBelowNumber = (at: number) => numberAlone.test(titles[at - 1]?.trim() ?? "");
  const numbered = lines.filter(
    (_, at) => ofTable.test(titles[at] ?? "") || numberOfTable.test(titles[at] ?? "") || isBelowNumber(at),
  );
  const name = nameAboveFilters(titles);
  const above = [...called, ...numbered, ...lines].map((own) => ({ own, text: withoutNumber(own) }));
  const isPath = (text: string) => text.split(/\s[/>»]\s/u).length >= fewestOfPath;
  const paths = above.filter(({ text }) => isPath(text));
  const fitting = [...above.filter(({ text }) => !isPath(text)), ...paths].filter(
    ({ own, text }) =>
      // What a table is numbered by is its title, however long.
      text.length <= (tableNumber.test(own) || numbered.includes(own) ? longestNumbered : longestTitle) &&
      isNoOther(text) &&
      !isOfPlace(text) &&
      !isNote(own),
  );
  const [first = ""] = titles;
  const long = firstSentence(withoutNumber(first));
  const isLong = first.length > longestTitle && long.length <= longestNumbered && !/\.(?:\s|$)/u.test(long);
  const all = [
    ...(name === undefined ? [] : [name]),
    ...fitting.filter(({ own, text }) => numbered.includes(own) && inCapitals.test(text)).map(({ text }) => text),
    ...fitting.filter(({ own, text }) => inWords.test(text) || isTitleOfEastAsia(text, own)).map(({ text }) => text),
    ...(isLong && inWords.test(long) && isNoOther(long) ? [long] : []),
    ...fitting.filter(({ text }) => inCapitals.test(text)).map(({ text }) => text),
    ...fitting.filter(({ text }) => /^\p{Lu}\p{Ll}{9,}(?: (?:19|20)\d{2})?$/u.test(text)).map(({ text }) => text),
  ];
  return [...new Set(all.map((text) => text.replaceAll(/\s+/gu, " ").replace(/[.,;\s]+$/u, "")))];
}

/** So many names behind each other say where a table is found, and not what it is of: `Health / Prevention / EXAPROST`. */
const fewestOfPath = 3;

/**
 * The one word in the first line above a table, with what was chosen of it by the lines that follow: `Divorces, North` of `Divorces` above `Region : North` and `Query of: Divorces
 * By: Year of filing`. These lines are no titles.
 */
function nameAboveFilters(titles: readonly string[]): string | undefined {
  const [first = "", ...others] = titles.map((text) => text.trim());
  const isName = /^\p{Lu}\p{L}{3,}$/u.test(first) && isNoOther(first) && !isNameOfArea(first);
  const isRepeated = others.some((text) => text.includes(`: ${first}`));
  if (!isName || !isRepeated) return undefined;
  const chosen = others.flatMap((text) => /^\p{L}[^:]{0,60} : (?<value>[^:]{2,40})$/u.exec(text)?.groups?.value ?? []);
  return [first, ...chosen].join(", ");
}

/**
 * The first of some lines with those that go on with it: `Crime in Norland`, and below it `by county and year`, or what is cut off behind a word that another one follows, `Offences by Region
 * and`.
 */
function joinedByNext([text = "", next, ...others]: readonly string[]): string {
  const below = next?.trim() ?? "";
  const isCut = isCutOff.test(text) && isNoOther(below) && !numberOfTable.test(below);
  const goesOn = isCut || (/^by \p{L}/u.test(below) && !/\bby\b|[:.]$/u.test(text));
  if (next === undefined || below === "" || !goesOn) return text;
  const joined = `${text.trimEnd()} ${below}`;
  return joined.length > longestNumbered ? text : joinedByNext([joined, ...others]);
}
/** Words that no title ends with, in the languages of a few offices. */
const isCutOff =
  /\p{L}{3}[,:;]? .*(?:,|(?<!\p{L})(?:and|or|of|the|in|for|by|with|from|at|per|y|e|o|de|del|la|las|los|en|por|con|según|et|le|les|des|du|par|selon|da|do|das|dos|di|della|und|oder|der|die|das|des|von|nach|für|och|av|og|van|het))\s*$/iu;

/** What a longer first line says before its second sentence, where it says by what its figures are told. */
function firstSentence(text: string): string {
  const [first = ""] = text.split(/(?<=[\p{L})]{3})\. (?=\p{Lu})/u);
  return saysBy(first) ? first : text;
}

/** Whether a line says of which place figures are, and nothing of what they are: `England and Wales`, `Republic of Norland`. */
const isOfPlace = (text: string): boolean =>
  ofState.test(text.trim()) ||
  text
    .trim()
    .split(/,? and |, /u)
    .every((part) => isNameOfCountry(part) || isNameOfDivision(part));
const ofState =
  /^(?:the )?(?:(?:[\p{L}]+ )?(?:republic|república|repubblica|république|republik|kingdom|reino|regno|royaume|königreich)(?: (?:of|de|do|da|del|della|du)(?: \p{Lu}[\p{L}’'-]+){1,3}| \p{Lu}[\p{L}-]+)?|(?:government|gobierno|governo|gouvernement) (?:of|de|do|da|del|della|du) (?:\p{L}+ ){0,2}\p{Lu}\p{L}+)$/iu;

/** Whether a line is a sentence on the figures, by its full stop and its length. A title with a full stop has fewer words, or says by what its figures are told. */
const isNote = (line: string): boolean =>
  /[\p{L}\d]\.$/u.test(line.trim()) &&
  !numberOfTable.test(line) &&
  line.trim().split(/\s+/u).length > mostOfTitle &&
  !saysBy(line);
const mostOfTitle = 14;

/** A line without its number in a publication, its code in a database, and the numbers of notes behind it. */
const withoutNumber = (line: string): string =>
  line
    .replace(remarkBelow, "")
    .trimEnd()
    .replace(tableNumber, "")
    .replace(ofTable, "")
    .replace(numberOfEastAsia, "")
    .replace(codeBefore, "")
    .replace(codeOfData, "")
    .replace(lettersOfNotes, "")
    .replace(notesOfTitle, "");

/** Several words, the first with a capital: `Deaths by cause`, `5-year-old Survey`. */
const inWords = /^(?:\d{1,2}-year-olds? |(?:19|20)\d{2} )?\p{Lu}.*\p{Ll}[,:;]? \p{L}/u;
/** Several words in capitals throughout: `DIRECT INVESTMENT BY COUNTRY OF ORIGIN`. */
const inCapitals = /^(?!.*\p{Ll})\p{Lu}{3,}(?:[\s,–-]+\S+)*?[\s,–-]+\p{Lu}{3,}(?:[\s,–-]+\S+)*?[\s,–-]+\p{Lu}{3,}/u;

/** Whether a text says nothing else of a table: no unit, no source, no legend, no note on its sheet. */
const isNoOther = (text: string): boolean =>
  !numberAlone.test(text.trim()) &&
  !keyOfNotes.test(text) &&
  !statusAlone.test(text.trim()) &&
  !ofLegend.test(text) &&
  !ofPublisher.test(text) &&
  !ofDownload.test(text) &&
  !nameOfFile.test(text) &&
  !asFormula.test(text) &&
  !isShareAlone(text) &&
  !isHeadline(text) &&
  !/[{}>|]|https?:|:$|^[^:]{0,24}\b(?:source|units?|notes?|filter|sort|run|date|period|year|contact|release|publication|update|arguments|shorthand|sheet|prepared|created|e-?mail|tel|telephone|coverage|geography)\b[^:]{0,12}:|^(?:return|back) to\b|^(?:zurück zu[mr]?|retour (?:au|à)|volver (?:al?|a la)|voltar (?:ao|à)|torna (?:al|a)|terug naar)\b|^onderstaande tabel\b|\b(?:please|click|my needs|(?:is|are) published as)\b|^(?:table of )?contents\b|\b(?:row headers|column headers|this (?:work)?sheet)\b/iu.test(
    text,
  );

/**
 * Whether a text tells what came of figures, and not what they are of: `The number of deaths decreased by 2.2% in 2024`. What stands behind `where` or `that` says which ones
 * they are: `Areas where rents fell by 5% or more`.
 */
const isHeadline = (text: string): boolean =>
  /^(?!.*\b(?:who|that|which|whose|where|when|if|with|of which)\b.* (?:rose|fell|grew|dropped|declined|increased|decreased))\p{L}.*? (?:rose|fell|grew|dropped|declined|increased|decreased)(?: [\p{L}-]+){0,3} (?:by|to|from)(?: \p{Ll}+){0,3} [£$€]?\d[\d.,]*/iu.test(
    text,
  );

/** Whether a text may be a title in letters of East Asia, which have no capitals and no gaps: so many of them, and no source, note or unit. A numbered one has a colon. */
const isTitleOfEastAsia = (text: string, line: string): boolean =>
  /^(?:.*?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]){8}/u.test(text) &&
  (numberOfEastAsia.test(line) || !/[:：]/u.test(text)) &&
  !/。|^[(（*※]|^(?:資料|出典|出所|注|備考|単位|来源|資料來源|单位|單位|자료|출처|단위|주)/u.test(text);

const [longestTitle, longestNumbered] = [130, 260];

/** What refers to notes behind a title, `[note 1,2]`, `2008-2013(1)`, `by country 1)`, `in 2015 1,2,3`, and whose it is. No key stage is a note. */
const notesOfTitle =
  /(?:\s*[[(]notes? \d+(?:,? ?(?:and |& )?\d+)*[\])])+$|(?<=\p{L}{2}|\d)\s*\(\d(?:, ?\d)*\)$|(?<=\p{L}{2}|\d)(?<!\([^()]*) \d{1,2}\)$|(?<!\b(?:grades?|levels?|stages?|bands?|tables?|parts?|classes|class|tiers?|zones?)) \d(?:,\d{1,2})+$|,? ©.*$/iu;

/** Several notes behind a title by the numbers and letters that they have below its table: `Households by area (I II III z)`. */
const lettersOfNotes =
  /(?<=\p{L}{2}|\d)\s\((?:[IVX]{1,5}|[ivx]{1,5}|\p{Ll}|\d{1,2})(?:,?\s(?:[IVX]{1,5}|[ivx]{1,5}|\p{Ll}|\d{1,2}))+\)$/u;

/** A title that says that it is one, among lines that say other things of a table: `Title: M870041-Admissions to hospitals`. */
const keyOfTitle =
  /^(?:(?:(?:table|data ?set|series) )?(?:title|name)\s*[:=]|data ?set\s*:)\s*(?:[A-Z]{1,3}\d{3,}\s*[-–:]\s*)?(?<title>.+)$/iu;

const aloneKeyOfTitle = /^(?:(?:(?:table|data ?set|series) )?(?:title|name)|data ?set)\s*:$/iu;

/** The code of a table behind its title, as a database has it: `Live births by month [demo_fmonth]`. */
const codeOfData = /\s*\[[a-z][a-z\d]*(?:[_$]+[a-z\d]+)+\]$/u;

/** What colours or signs stand for, above a table: `Did not take part in survey`. */
const ofLegend =
  /(?<!\b(?:who|that|which) )\b(?:did|does|do) not (?:partake|participate|take part|respond|reply|make a return)\b|\btoo (?:small|few)\b|^based on (?:fewer|less) than \d/iu;

/** A remark in parentheses on a line of its own below a title, in the same cell. */
const remarkBelow = /\s*\n\s*\([^()]*\)\s*$/u;

/** Who published a table, on which day and where to ask, in the languages of a few offices. */
const ofPublisher =
  /@|^(?:publikationsdatum|stand|quelle|auskunft|auskünfte|fuente|fonte|kilde|källa|bron|genesis-tabelle)\b|^(?:schweizerische eidgenossenschaft|(?:statistisches )?(?:bundesamt|landesamt|amt) für|office (?:for|of) national|(?:abteilung|sektion) \p{L}|(?:d[ée]partement|department|division|bureau|direktion|direction) (?:of|for|f[üu]r|des?|du) |eidgen[öo]ssisches departement |office fédéral|ministry of|ministère|ministerio|instituto nacional|istituto nazionale|national statistic(?:s|al) )/iu;

/** When and from where a table was taken, and whose it is. */
const ofDownload =
  /^(?:data |table )?(?:extracted|downloaded|retrieved|exported|generated) (?:on|from|at|by|using|with)\b|^(?:data )?(?:export|extract|download|query|report)\b.* (?:using|made (?:by|with|in)|(?:created|generated|produced) (?:by|with|in|on|at))\b|crown copyright|^(?:©|\(c\) ?(?:19|20)|copyright)/iu;

/** The name of a file, with what says that it is one: `Filename: table04.csv`. */
const nameOfFile = /(?:^|[\s:/\\])[\w.-]+\.(?:csv|tsv|txt|xls[xmb]?|ods|pdf|docx?|zip|sav|dta|json)$/iu;

/** How far figures are settled, or for where they are, and nothing of what they are: `Final results`, `National results`. */
const statusAlone =
  /^(?:(?:final|provisional|preliminary|national|regional|local|revised|definitive|interim|official|experimental|main|detailed|key|latest|and|by)[ ,]+)+(?:results?|figures|data|estimates|statistics|releases?)$|^(?:resultados|r[ée]sultats|risultati|ergebnisse) (?:definiti\p{L}+|d[ée]finitifs|provis\p{L}+|nacionales|nationaux|nazionali|provvisori|preliminares)$|^(?:endg[üu]ltige|vorl[äa]ufige) (?:ergebnisse|zahlen|daten)$/iu;

/** What stands before a note on the data, in a cell of its own: `Data Source`, before its name. */
const keyOfNotes = /^(?:data sources?|last updated(?: date)?|date of (?:publication|extraction)|extraction date)$/iu;

/** `Table 5.1: Schools by local authority`: the number of a table is no part of its title. */
const tableNumber =
  /^(?:file [A-Z]{2,}\/[\w-]{1,6}|(?:data for )?(?:table|figure|fig\.?|chart|sheet|tab\.|abb\.|tabelle|abbildung|tabela|tabla|cuadro|tableau|tabella|tavola|tabel) (?:[\w.]{1,6}(?:-\d\w{0,4})?|\d{2,4}-\d{4}(?: \d{1,2})?)(?=\s|[:.–-]\s)|[a-z]{2,5}[ _]?\d+[a-z]?)\s*[:.–-]\s*(?=\p{L})|^(?:\d{1,2}|[ivx]{1,5})(?:\.\d{1,2}){1,2}[a-z]?[:.]?\s+(?=\p{L}{3})|^\d{1,2}[a-z]\s+(?=\p{Lu}\p{Ll})/iu;

/** A table by its number, and what it is of: `Cuadro 4. Población`. */
const numberOfTable =
  /^(?:table|tabelle|tabela|tabla|cuadro|tableau|tabella|tavola|tabel) \p{L}{0,6}\d[\w.-]{0,8}\s*[:.–-]\s*\p{L}/iu;

/** `Table VEH0104a`, on a line of its own above the title. */
const numberAlone =
  /^(?:table|figure|fig\.?|chart|sheet|tabelle|abbildung|tabela|tabla|cuadro|tableau|tabella|tavola|tabel) \p{L}{0,6}[-_. ]?\d[\w.-]{0,8}[:.]?$/iu;

/** `表2-9A(1)　年齢別人口` */
const numberOfEastAsia = /^[表図][\d０-９][\w().－-]*[\s:：]+/u;

/** The code of a table before its title, as an office that exchanges data has it: `(DF_PRICES) Consumer prices`. */
const codeBefore = /^\([A-Z][A-Z\d]*(?:_[A-Z\d]+)+\)\s+/u;

/** `Table 3 Percentage of people`, without a sign between both. */
const ofTable =
  /^(?:(?:appendix|annex|supplementary) )?(?:table|figure|chart) [a-z]?\d{1,2}(?:\.\d{1,2})?[a-z]?[:.–-]? +(?=\p{Lu}\p{Ll})/iu;

/** `Number invited × 100`: how figures were worked out. */
const asFormula = /(?<!\d)[x×*÷/]\s*\(?1(?:,?0{3})*0{0,2}\)?$/iu;
