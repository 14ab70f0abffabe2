import { isShareAlone, restrictionsOf, type TableSurvey } from "../survey/index.ts";
import { bareName } from "../tables/index.ts";

/**
 * What stands above a table, or else on the short sheet before it, where it reads like a title; else the name of the file. With who alone is counted.
 * @param cover what stands on a sheet that says what the others are of.
 */
export const titleOf = (
  file: string,
  survey: Pick<TableSurvey, "titles"> & Partial<TableSurvey>,
  cover: readonly string[] = [],
): string => [titleAmong(survey.titles) ?? titleAmong(cover) ?? nameOf(file), ...restrictionsOf(survey)].join(", ");

/** Whether a table is called as the sheet before it says, which may be of more than this table. */
export const isTitleOfCover = ({ titles }: Pick<TableSurvey, "titles">, cover: readonly string[]): boolean =>
  titleAmong(titles) === undefined && titleAmong(cover) !== undefined;

function titleAmong(titles: readonly string[]): string | undefined {
  // `Series title:`, and beside it what it is.
  const called = titles.flatMap((text, at) =>
    aloneKeyOfTitle.test(text)
      ? (titles[at + 1]?.replace(/^\([^()]{1,12}\)\s*/u, "") ?? [])
      : (keyOfTitle.exec(text)?.groups?.title ?? []),
  );
  // What says that it is the title of a table goes before what stands above all tables of a sheet.
  const numbered = titles.filter((text) => ofTable.test(text));
  const above = [...called, ...numbered, ...titles]
    .map((own) => ({
      own,
      text: own
        .replace(remarkBelow, "")
        .replace(tableNumber, "")
        .replace(ofTable, "")
        .replace(codeOfData, "")
        .replace(notesOfTitle, ""),
    }))
    .find(
      ({ own, text }) =>
        // What a table is numbered by is its title, however long.
        text.length <= (tableNumber.test(own) ? longestNumbered : longestTitle) &&
        (/^(?:\d{1,2}-year-olds? )?\p{Lu}.*\p{Ll}[,:;]? \p{L}|^\p{Lu}\p{Ll}{9,}$/u.test(text) ||
          isTitleOfEastAsia(text)) &&
        !keyOfNotes.test(text) &&
        !ofLegend.test(text) &&
        !ofPublisher.test(text) &&
        !ofDownload.test(text) &&
        !asFormula.test(text) &&
        !isShareAlone(text) &&
        !/[{}>|]|https?:|:$|^[^:]{0,24}\b(?:source|units?|notes?|filter|sort|run|date|period|year|contact|release|publication|update|arguments|shorthand|sheet|prepared|created|e-?mail|tel|telephone|coverage|geography)\b[^:]{0,12}:|^(?:return|back) to\b|^(?:zurück zu[mr]?|retour (?:au|à)|volver (?:al?|a la)|voltar (?:ao|à)|torna (?:al|a)|terug naar)\b|^onderstaande tabel\b|\b(?:please|click|my needs|(?:is|are) published as)\b|^(?:table of )?contents\b|\b(?:row headers|column headers|this (?:work)?sheet)\b/iu.test(
          text,
        ),
    )?.text;
  return above?.replaceAll(/\s+/gu, " ").replace(/[.,;\s]+$/u, "");
}

/** Whether a text may be a title in letters of East Asia, which have no capitals and no gaps: so many of them, and no source, note or unit. */
const isTitleOfEastAsia = (text: string): boolean =>
  /^(?:.*?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]){8}/u.test(text) &&
  !/[:：。]|^[(（*※]|^(?:資料|出典|出所|注|備考|単位|来源|資料來源|单位|單位|자료|출처|단위|주)/u.test(text);

const [longestTitle, longestNumbered] = [130, 260];

/** What refers to notes behind a title: `[note 1,2]`. */
const notesOfTitle = /(?:\s*\[notes? \d+(?:, ?\d+)*\])+$/iu;

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
  /^(?:data |table )?(?:extracted|downloaded|retrieved|exported|generated) (?:on|from|at)\b|crown copyright|^(?:©|\(c\) ?(?:19|20)|copyright)/iu;

/** What stands before a note on the data, in a cell of its own: `Data Source`, before its name. */
const keyOfNotes = /^(?:data sources?|last updated(?: date)?|date of (?:publication|extraction)|extraction date)$/iu;

/** `Table 5.1: Schools by local authority`: the number of a table is no part of its title. */
const tableNumber =
  /^(?:(?:data for )?(?:table|figure|fig\.?|chart|sheet|tab\.|abb\.|tabelle|abbildung|tabela|tabla|cuadro|tableau|tabella|tavola|tabel) (?:[\w.]{1,6}(?:-\d\w{0,4})?|\d{2,4}-\d{4}(?: \d{1,2})?)(?=\s|[:–-]\s)|[a-z]{2,5} ?\d+[a-z]?)\s*[:.–-]\s*(?=\p{L})|^\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?[:.]?\s+(?=\p{L}{3})/iu;

/** `Table 3 Percentage of people`, without a sign between both. */
const ofTable = /^table [a-z]?\d{1,2}(?:\.\d{1,2})?[a-z]?[:.–-]? +(?=\p{Lu}\p{Ll})/iu;

/** `Number invited × 100`: how figures were worked out. */
const asFormula = /(?<!\d)[x×*÷/]\s*\(?1(?:,?0{3})*0{0,2}\)?$/iu;

/** The name of a file, in words. */
export function nameOf(file: string): string {
  const words = bareName(file)
    .replaceAll(/[_\-.+]+|%20/gu, " ")
    .replaceAll(/\s*\(\d+\)$/gu, "")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .trim();
  return words === "" ? "Figures" : `${words[0]?.toUpperCase()}${words.slice(1)}`;
}
