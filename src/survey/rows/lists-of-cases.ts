import { periodReadings } from "../../dataset/index.ts";
import { isAreaName, isOfAreaCodes } from "../areas/find-area.ts";
import { meaningOf } from "../meaning-of.ts";
import { areOfAnyMinute } from "../periods/clock-times.ts";
import { periodOfDays } from "../periods/days-of-cases.ts";
import { saysDays } from "../periods/says-days.ts";
import { saysSex } from "../says-sex.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { isZeroOrOne, signsOfPeople } from "./records-of-people.ts";

/**
 * A table without what says where and when each single case was, where its rows are cases: deaths on roads with their crossings and days, say, of
 * which anybody who was there knows who it was. What is left says of which kinds and areas they are, and their rows are counted.
 */
export function withoutSpots(survey: TableSurvey): TableSurvey {
  if (survey.people) return survey;
  const persons = signsOfPeople(survey);
  if (persons.length === 0 && !isOfCases(survey)) return survey;
  const height = survey.rows.length;
  const isGroup = (column: ColumnSurvey) =>
    !isOfOneCase(column, height) && (!persons.includes(column) || isSexInWords(column));
  // Of how many of a group something is so may be said; without groups, it would be said of each.
  const areGrouped = survey.columns.some(
    (column) => column.kind === "label" && column.texts.length > 1 && isGroup(column),
  );
  const columns = survey.columns.map((column): ColumnSurvey => {
    if (isLeftAlone(column) || (areGrouped && persons.includes(column) && isZeroOrOne(column))) return column;
    if (isNumberedArea(column) && kindOfSpot(column) === undefined && !persons.includes(column))
      return { ...column, kind: "label", figures: undefined };
    return isGroup(column) ? column : { ...column, kind: "note", figures: undefined, isOfOnePerson: true };
  });
  const spots = survey.columns.filter(
    (column) => !isLeftAlone(column) && (persons.includes(column) || kindOfSpot(column) !== undefined),
  );
  return { ...survey, columns, cases: spots.map(({ name }) => name) };
}

const isLeftAlone = ({ kind }: ColumnSurvey): boolean => kind === "blank" || kind === "apart";

/** Fewer rows are no list of cases; so many of them have to be dated, and so many of those that say where they were to do it once. */
const [fewestCases, nearlyAll, mostly, many] = [24, 0.8, 0.5, 0.4];
/** So many kinds of what is of one case are no chance; so many are no figures of stations or of earthquakes, whatever else was measured. */
const [fewestKinds, manyKinds] = [2, 3];
/** A name that more rows have on average is one of a group; more names than any city has districts are of spots. */
const [fewestOfEach, mostNames] = [4, 150];

/** Whether each row is one case: it is dated, and says in several ways where, when or whose it was, or has the number of a case, or the minute at which it was; and no figures add up. */
function isOfCases({ columns, rows }: TableSurvey): boolean {
  const height = rows.length;
  const own = columns.filter((column) => !isLeftAlone(column));
  const isDated = (looks: (column: ColumnSurvey) => boolean) =>
    own.some(
      (column) => column.filled >= height * nearlyAll && !ofRegisters.test(meaningOf(column.name)) && looks(column),
    );
  const kinds = new Map(own.map((column) => [column, kindOfSpot(column)] as const).filter(([, kind]) => kind));
  const of = new Set(kinds.values());
  // Where one spot comes again day by day, it is a place at which something is measured.
  const areAlone = [...kinds].some(
    ([column, kind]) => kind !== "clock" && kind !== "person" && column.filled >= height * many && isEachOnce(column),
  );
  // Of patients that have a number each it is no figure of a station what was measured.
  const areOfPeople = of.has("person") && own.some(isNumberOfCase);
  const areTimed = [...kinds].some(([{ texts }, kind]) => kind === "clock" && areOfAnyMinute(texts));
  return (
    height >= fewestCases &&
    (areTimed || (areAlone && (of.size >= fewestKinds || (of.has("number") && isRegisterOfCases(own))))) &&
    (isDated(saysDays) || (of.has("number") && isDated(saysMonths))) &&
    !own.some((column) => addsUp(column, of.size >= manyKinds || of.has("number"))) &&
    (of.size >= manyKinds ||
      areOfPeople ||
      !own.some((column) => isMeasured(column) && !ofOneLoss.test(meaningOf(column.name))))
  );
}

/**
 * Whether rows have the number of a case, a complaint or an incident each, what kind it was, and no figures but those of one alone: how long it took, how
 * severe it was.
 */
const isRegisterOfCases = (columns: readonly ColumnSurvey[]): boolean =>
  columns.some(isNumberOfCase) &&
  columns.some(
    ({ kind, texts, filled }) => kind === "label" && texts.length > 1 && texts.length * fewestOfEach <= filled,
  ) &&
  columns.every(({ kind, name }) => kind !== "figure" || ofOneCase.test(meaningOf(name)));

const isNumberOfCase = (column: ColumnSurvey): boolean =>
  kindOfSpot(column) === "number" && ofCaseNumbers.test(meaningOf(column.name).trim());

const isEachOnce = ({ texts, filled }: ColumnSurvey): boolean => texts.length > filled * mostly;

/** Days on which something came to be that is still there: of schools and trees no row is a case. */
const ofRegisters =
  /\b(?:open(?:ed|ing)?|clos(?:ed|ing)|established|founded|built|planted|installed|updated|modified|expir(?:y|es|ation)|valid|licen[cs]ed?|inspect(?:ed|ion))\b/iu;

const saysMonths = ({ kind, texts }: ColumnSurvey): boolean =>
  kind === "period" && texts.every((text) => periodReadings(text).some(({ format }) => format === "month"));

/** What is said of one case, and no number of anything that may be added up with that of another. */
const ofOneCase =
  /\b(?:days?|hours?|minutes|mins|weeks|duration|time|length|scores?|ratings?|grades?|severity|priority|level|stage|rank|ages?|sex|codes?|year|month|latitude|longitude|easting|northing)\b/iu;

type KindOfSpot = "position" | "address" | "clock" | "number" | "person";

/** What a column says of one case alone: by its heading, and an address by its texts. Several of one kind, as both coordinates, say it once. */
function kindOfSpot(column: ColumnSurvey): KindOfSpot | undefined {
  const words = meaningOf(column.name).trim();
  if (column.kind === "period") return undefined;
  if (ofPositions.test(words)) return "position";
  if (ofClocks.test(words)) return "clock";
  if (ofPeople.test(words)) return "person";
  const isNumbered =
    ofNumbers.test(words) || (ofCaseNumbers.test(words) && column.texts.every((text) => /\d/u.test(text)));
  if (isNumbered && isEachOnce(column)) return "number";
  if (column.kind === "figure") return ofHouses.test(words) ? "address" : undefined;
  const streets = column.texts.filter((text) => asStreet.test(text)).length;
  const isNamed = ofAddresses.test(words) && !ofKinds.test(words);
  return isNamed || (streets > column.texts.length / 2 && column.texts.length > fewestCases) ? "address" : undefined;
}

const ofPositions =
  /^(?:(?:pos|coord(?:inate)?s?|geo|point)?[ _]?[xy](?:[ _]?(?:coord(?:inate)?s?|pos))?|xy\b.*|lat(?:itude?|itud)?|lon(?:gitude?|gitud)?|long|lng|(?:location )?(?:easting|northing)s?(?: .*)?|coord(?:inate|enada|onnée)s?\b.*|(?:geo ?)?(?:point|location|metry|geom(?:etry)?)|geo ?(?:point|location).*|(?:geo)?(?:(?:l[äa]e?ngen|breiten)grad|(?:rechts|hoch|ost|nord)wert|latitudine|longitudine|hydred|lledred|dwyreiniad|gogleddiad|cyfesurynnau|abscisse|ordonn[ée]e|coordonn[ée]es?|koordinaten?|coordinate|coordenadas?)\b.*|(?:start|end|gps) ?(?:lat(?:itude)?|lng|lon(?:gitude)?)|lat(?:itude)? ?\/? ?lon(?:gitude)?)$/iu;
const ofAddresses =
  /\b(?:address(?:es)?|adresses?|direcci[oó]n(?:es)?|indirizzo|endere[cç]o|adres|streets?|stra(?:ss|ß)e|calle|rue|via|rua|cross(?:ing)?|intersections?|junctions?|cruce|lugar del hecho|place of (?:death|accident)|block|location (?:name|text)|cyfeiriad|stryd|heol|logradouro|indirizzi|unfallort|tatort|einsatzort|brandort|lieu(?: (?:de l['’]?|du |des? )?(?:accident|incident|d[ée]c[eè]s|faits))?|luogo(?: (?:dell?['’]? ?|del |di )?(?:incidente|evento|fatto|decesso|sinistro))?|local (?:do|da|de) (?:acidente|facto|fato|crime|ocorr[eê]ncia|[óo]bito)|man y digwyddiad)\b|^(?:location|ort|lleoliad|localiza[cç][ãa]o|localizzazione)$/iu;
const ofHouses = /\b(?:altura|house ?(?:no|number)|hausnummer|street ?(?:no|number))\b/iu;
/** `TIPO_DE_CALLE`, `Street type`: no street. */
const ofKinds = /\b(?:types?|tipo|kinds?|class(?:es)?|category|categor[ií]a)\b/iu;
const ofClocks =
  /^(?:(?:crash|accident|incident|occurrence|occurred|event|collision|offen[cs]e|reported) )?(?:time|hours?|hora|heures?|hrmn|uhrzeit|unfallzeit|u?stunde|orario|hor[áa]rio|amser|hh|hrs?|hh ?mm|ora|tijd)(?: (?:of|del?|occ|occurred)\b.*)?$/iu;
const ofNumbers =
  /^(?:(?:object|unique|global) ?)?(?:id|key|fid)$|^id\b|\bid$|^(?:\p{L}+ ){0,2}(?:case|claim|loss|fire|call|incident|accident|crash|collision|victim|report|complaint|arrest|event|crime|dr|cc|record|file)[ _]?(?:no|number|nr|#|index|reference|ref)$|^(?:num(?:[ée]ro)?|n[°ºo]\.?)[ _]?(?:acc(?:ident)?|(?:d['’]|de l['’]|d[eou] )?(?:accident|affaire|dossier|pv|incidente|sinistro|protocollo|pratica|boletim|ocorr[eê]ncia|processo|bo|acidente))$|^(?:akten|fall|unfall|vorgangs|einsatz|schaden)(?:zeichen|nummer|nr|[ _]?id)$|^(?:rhif|cyfeirnod)(?: yr?)?(?: (?:achos|digwyddiad|adroddiad|hawliad))?$|^(?:unfall|accident|incidente|sinistro|ocorr[eê]ncia|acidente)[ _]?id$/iu;
/** The number of a case, by a heading that says of which; `Incident` and `Complaint` above numbers are of these. */
const ofCaseNumbers =
  /^(?:\p{L}+ ){0,2}(?:case|claim|incident|accident|crash|collision|complaint|arrest|offen[cs]e|crime|enquiry|referral|request|inspection)(?:[ _]?(?:no|number|nr|#|id|reference|ref))?$/iu;
const ofPeople =
  /^(?:(?:victim|driver|person|casualty|suspect)['’]?s? )?(?:ages?|sex|gender|sexo|genero|género|[âa]ge|alter|et[àa]|idade|oed(?:ran)?|sexe|geschlecht|sesso|rhyw)(?: (?:of|de la|der|des|della|del|da|do|yr?) .*)?$/iu;
const asStreet =
  /^on or near |^(?:rue|avenue|boulevard|place|impasse|via|viale|piazza|corso|rua|avenida|travessa|pra[çc]a|heol|stryd|ffordd|lôn) \p{Lu}|\b(?:st|street|rd|road|ave?|avenue|blvd|ln|lane|hwy|calle|avda|rua|rue|block of)\b|stra(?:ss|ß)e\b/iu;

/** A figure that is no name of an area by its number, `Comuna` above 1 to 15. */
const isNumberedArea = ({ kind, name, texts }: ColumnSurvey): boolean =>
  (kind === "figure" || kind === "code") &&
  texts.length > 1 &&
  texts.length <= mostNames &&
  (isAreaName(name) || isOfAreaCodes(name)) &&
  texts.every((text) => /^\w{1,5}$/u.test(text));

/** Whether a column would say more than of which group and year cases are. */
function isOfOneCase(column: ColumnSurvey, height: number): boolean {
  const { kind, name, texts } = column;
  const words = meaningOf(name).trim();
  if (kindOfSpot(column) !== undefined) return !isSexInWords(column);
  if (kind === "figure" || isOfMoment.test(words)) return true;
  if (saysDays(column)) return periodOfDays(column) === undefined;
  return kind !== "period" && (texts.length * fewestOfEach > height || texts.length > mostNames) && texts.length > 1;
}
/** Sexes are groups, by which people are counted; ages are of one each. */
const isSexInWords = ({ kind, name }: ColumnSurvey): boolean => kind === "label" && saysSex(name);
const isOfMoment = /^(?:dd|hh|day|day of (?:the )?(?:month|week|year)|weekday)$/iu;

/**
 * Whether figures are more than those of one case: so many victims or vehicles one may have. What one cost, or how large it was, is of it alone, where
 * enough else is.
 */
const addsUp = ({ kind, name, figures }: ColumnSurvey, isSure: boolean): boolean =>
  kind === "figure" &&
  figures !== undefined &&
  figures.largest > largestOfCase &&
  ofSums.test(meaningOf(name)) &&
  !(isSure && ofOneLoss.test(meaningOf(name)));
const largestOfCase = 60;
/** What was lost by one accident, fire or claim; no price that was paid for a house. */
const ofOneLoss =
  /\b(?:damages?|loss(?:es)?|claim(?:ed)?|claims? (?:amounts?|paid|costs?|values?)|amounts? (?:of )?(?:claim(?:ed)?|paid out|damages?|loss|fine|stolen)|stolen|settlements?|compensations?|fines?|repair costs?|burn(?:ed|t)|sachschaden|schaden(?:s?(?:h[oö]he|summe))?|d[eé]g[aâ]ts|pr[eé]judices?|dann[oi]|danos?|preju[ií]zos?|difrod|iawndal)\b/iu;
const ofSums =
  /\b(?:counts?|numbers? of|totals?|sum|amounts?|population|quantity|sales?|revenue|prices?|costs?|spending|income|values?|damages?|votes|visits|passengers|pupils|births|households|dwellings|budget|paid|salary)\b/iu;

/** Whether figures were measured: they have decimals, and are no position nor what a map was drawn with. */
const isMeasured = (column: ColumnSurvey): boolean =>
  column.kind === "figure" &&
  column.figures?.isWhole === false &&
  kindOfSpot(column) === undefined &&
  !isNumberedArea(column) &&
  !/\b(?:shape|geom|area|length|perimeter)\b/iu.test(meaningOf(column.name));
