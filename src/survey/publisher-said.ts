import type { SourceSpec } from "../dataset/index.ts";
import { isNameOfArea } from "./areas/find-area.ts";
import { isOfCounts } from "./measures/measure-kind.ts";
import type { TableSurvey } from "./table/column-survey.ts";
import { isPublisher } from "./title-said.ts";
import { wordsOf } from "./words.ts";

/** Who published a table, as it says itself, and where it says so. */
export interface SaidPublisher {
  readonly publisher: string;
  readonly by: "a note" | "a column" | "a sheet without a table";
}

/**
 * Who published a table: what stands behind `Published by`, `Source:` or `©`, or else a line that is the name of an office alone; beside the table first, then what a column
 * says in each row, then on sheets that hold no table, where all of them name the same one.
 */
export function publisherSaid(
  beside: readonly string[],
  elsewhere: readonly string[] = [],
  table?: Pick<TableSurvey, "columns" | "rows">,
): SaidPublisher | undefined {
  const ways = [behind(ofPublisher, ofPublisherAlone), behind(ofSource, ofSourceAlone), ofRights, namesAlone];
  for (const publishersIn of ways) {
    const [own] = publishersIn(beside);
    if (own !== undefined) return { publisher: own, by: "a note" };
  }
  const inColumn = table && inEachRow(table);
  if (inColumn !== undefined) return { publisher: inColumn, by: "a column" };
  for (const publishersIn of ways) {
    const [one, other] = new Set(publishersIn(elsewhere));
    if (one !== undefined && other === undefined) return { publisher: one, by: "a sheet without a table" };
  }
  return undefined;
}

/** What a column of sources or publishers says in each row, where that may be a body. */
function inEachRow({ columns, rows }: Pick<TableSurvey, "columns" | "rows">): string | undefined {
  for (const { name, texts, filled } of columns) {
    const [only = "", other] = texts;
    if (other !== undefined || filled < rows.length || !ofPublishers.test(wordsOf(name))) continue;
    const body = bodyIn(only);
    if (body !== undefined) return body;
  }
  return undefined;
}
const ofPublishers =
  /^(?:(?:data )?(?:sources?|publishers?|provider)|(?:publishing|reporting )?(?:organi[sz]ation|body)(?: name)?|published by|fuente|fonte|quelle|herausgeber)$/iu;

/** A line that says a source from which no publisher is taken: `Source: Labour Force Survey`. */
export const sourceWithoutPublisher = (beside: readonly string[]): string | undefined =>
  beside.map((text) => text.trim()).find((text) => ofSource.test(text) && text.length <= longestSource);
const longestSource = 120;

/** Whether a publisher is of a state, by its name: what it publishes are official statistics. */
export const kindOfPublisher = (publisher: string): SourceSpec["kind"] =>
  ofState.test(publisher) ? "official-statistics" : "other";
const ofState =
  /\b(?:Office (?:for|of)|Home Office|Cabinet Office|Department|Ministry|Government|Statistics \p{Lu}|\p{L}+stat|NHS|Police|Bureau|Statistical|Statistics (?:Agency|Authority|and Research)|Council$|HM \p{Lu}|Census Bureau|Records of|Nacional de Estad[íi]stica)\b|^(?:ONS|NRS|NISRA|HMRC|OECD)$|^(?:Ministerio|Minist[èe]re|Statistisches|Bundesamt|Instituto Nacional|Istituto Nazionale|Statistisk)\b/u;

const ofPublisher =
  /^(?:(?:data )?publish(?:ed by|er)|(?:produced|issued|compiled|released) by|herausgeber|veröffentlicht von|publié par|publicado por|pubblicato da)\s*[:–-]?\s+(?:the )?(?<who>\p{Lu}.*)$/iu;
const ofPublisherAlone =
  /^(?:(?:data )?publish(?:ed by|er|ing (?:body|organi[sz]ation))|(?:produced|issued) by|(?:responsible|producing) (?:body|organi[sz]ation|statistician's organi[sz]ation)|herausgeber)\s*:?$/iu;
const ofSource =
  /^(?:data )?(?:sources?|quellen?|fuentes?|fontes?|fonti|källa|kilde|bron|lähde|źródło|zdroj|forrás)\s*:\s*(?:the )?(?<who>\p{Lu}.*)$/iu;
const ofSourceAlone = /^(?:data )?(?:sources?|quelle|fuente|fonte|källa|kilde|bron|lähde|źródło|zdroj|forrás)\s*:?$/iu;

/** Whose rights a line says that a table is, where that is an office: `© Statistics Office, 2022`. Of maps, others have them. */
const ofRights = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => {
    const body = bodyIn(ofCopyright.exec(text.trim())?.groups?.who ?? "");
    return body !== undefined && (isOfOffice(body) || isPublisher(body) || ofState.test(body)) ? [body] : [];
  });
const ofCopyright = /^(?:©|\(c\)|copyright)[\s©:]*(?:(?:19|20)[\d–-]+,?\s+)?(?:by )?(?:the )?(?<who>\p{Lu}.*)$/iu;

/** What stands behind words that say so, on their line or as the next text. */
const behind =
  (key: RegExp, keyAlone: RegExp) =>
  (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text, at) => {
      const said = keyAlone.test(text.trim()) ? texts[at + 1] : key.exec(text.trim())?.groups?.who;
      const body = bodyIn(said ?? "");
      // Of several sources in short forms none is known to have published it: they may be databases.
      const isOneOfShort = /^(?:data )?sources:/iu.test(text.trim()) && /^\p{Lu}+(?:,| and ).*\p{Lu}/u.test(said ?? "");
      return body === undefined || isOneOfShort ? [] : [body];
    });

/** A line that is the name of an office; a division is one of an office that is not named. */
const namesAlone = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.trim()).filter((text) => isPublisher(text) && !/\b(?:Division|Affairs)$/u.test(text));

/** The body that a text begins with, or names behind what it did: `Resolution Foundation analysis of ONS data` is of the first. */
function bodyIn(text: string): string | undefined {
  const plain = text.replaceAll(/\s+/gu, " ").replace(/^the /iu, "");
  const listed = ofLongName.exec(plain)?.[0];
  if (listed !== undefined) return listed;
  // What stands in brackets within a word cuts no name: `HOSP(Agg)D`.
  const clauses = plain
    .split(/[,;:|/]\s?|\((?![^()]*\)\p{L})|\.(?:\s|$)|\s[–—-]\s/u)
    .map((clause) => clause.trim().replace(ofOffer, "$<body>"))
    .filter((clause) => !/^\S*\p{L}\(/u.test(clause));
  const [first = ""] = clauses;
  return clauses.map(nameBefore).find(isOfOffice) ?? (beginsSentence(first) ? [] : [nameBefore(first)]).find(mayBeBody);
}

/** What a body offers behind its name: `Harbour Union Open Data`. A local authority is each of many. */
const ofOffer =
  /^(?!(?:local|housing|hospital)\b)(?<body>.*\b(?:Office|Agency|Union|Organi[sz]ation|Commission|Bureau|Bank|Fund|Institute|Council|Authority|Association|Foundation))(?: Open)?(?: Data| Database)(?: (?:Portal|Platform|Hub|Library|Catalogue))?$/iu;

/** Whether a text begins with one word that has a capital for that alone, `Age-standardised death rates`: `Shelter analysis` does not. */
const beginsSentence = (text: string): boolean => {
  const name = nameBefore(text);
  return (
    /^\p{Lu}[\p{Ll}-]+$/u.test(name) &&
    text.length > name.length &&
    !/^(?:analysis|analyses|calculations?|research|survey|based|website|press)\b/iu.test(text.slice(name.length).trim())
  );
};

/** `Department for Environment, Food and Rural Affairs` */
const ofLongName =
  /^(?:(?:UK|Scottish|Welsh|Irish|Australian|US) )?(?:Department|Ministry)(?: (?:for|of))? [\p{L}’' ]+(?:, (?!.*\b(?:Office|Department|Ministry|Agency|Authority|Institute)\b)\p{Lu}[\p{L} ]*)+ (?:and|&) (?:\p{Lu}[\p{L}’']*)(?: \p{Lu}[\p{L}’']*)*/u;

/** The words of a name at the beginning of a text: those with a capital, and little ones between them. */
const nameBefore = (text: string): string =>
  /^(?:[\p{Lu}\d][\p{L}\d’'&.-]*|&)(?: (?:(?:of|for|and|the|in|on|de|des|del|della|du|la|le|für|der|und|y|e|van|voor|&|to) )*(?:[\p{Lu}\d][\p{L}\d’'&.-]*|&))*/u
    .exec(text)?.[0]
    ?.replace(/[.’']+$/u, "") ?? "";

/** Whether a name says that it is of a body. */
const isOfOffice = (name: string): boolean =>
  !/\d/u.test(name) &&
  /\b(?:Offices?|Agency|Departments?|Ministry|Authority|Institutes?|Council|Commission|Bureau|Board|Association|Foundation|Trust|University|Organi[sz]ation|Society|Inspectorate|Executive|Government|Federation|Union|Ltd|plc|Bank|Fund|Statistics (?!\p{L}+ Survey)\p{Lu}\p{L}+|Bundesamt|Ministerio|Ministère|Instituto|Istituto|Institut|Eurostat)\b/u.test(
    name,
  ) &&
  !ofWork.test(name);

/** A survey, a report or a database is published by somebody else. */
const ofWork =
  /\b(?:surveys?|census(?:es)?(?! bureau)|reports?|database|data ?sets?|data|register|returns?|collection|index|bulletin|tables?|figures?|accounts|estimates|panel|study|yearbook|records|episodes?|monitor|tracker|wave|system|exchange)$|\b(?:survey|census(?! bureau)) of\b|(?<!\b(?:national|for|of|central) )\bstatistics$/iu;

/** Whether a name is of figures, and of nobody who publishes them: `Registrations`, `Life Expectancy in Scotland`, `Base`. */
const isOfFigures = (name: string): boolean =>
  (!name.includes(" ") && isOfCounts(name)) ||
  isNameOfArea(/ in (?:the )?(?<where>.+)$/u.exec(name)?.groups?.where ?? "") ||
  /^(?:base|basis|method\w*|definitions?|units?|samples?|respondents?|coverage|all|provisional|estimated?s?|rates?|registrations?|administrative)\b/iu.test(
    name,
  );

/** Whether a name may be of a body: one that says no more, and is none of a work, nor a word with which sentences begin. */
const mayBeBody = (name: string): boolean =>
  name.length > 1 &&
  !isOfFigures(name) &&
  name.split(" ").length <= longestName &&
  !/\d/u.test(name) &&
  !ofWork.test(name) &&
  !/^(?:authors?|own|analys\w*|calculat\w+|see|various|as|this|these|our|data|based|adapted|from|notes?|taken|compiled|internal|eigene|elaboraci[óo]n|elaborazione|elaboração|n\/?a|none|not)\b/iu.test(
    name,
  );
const longestName = 8;
