import { periodReadings } from "../../dataset/index.ts";
import { isNameOfArea } from "../areas/find-area.ts";
import { meaningOf } from "../meaning-of.ts";
import { periodOfDays } from "../periods/days-of-cases.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";

/**
 * A table without what says who the people are that its rows are of, where it is a list of people: their names, what is of one of them alone, and
 * figures of each. What is left says in which groups they are, and their rows are counted.
 */
export function withoutPeople(survey: TableSurvey): TableSurvey {
  const names = namesOfPeople(survey);
  if (names.length === 0) return survey;
  // The votes of each are what was published, and are added up by party: no rows are counted in place of them.
  if (isOfElection(survey))
    return {
      ...survey,
      columns: survey.columns.map((column) =>
        names.includes(column) ? { ...column, kind: "note", isOfOnePerson: true } : column,
      ),
    };
  const isOfOne = (column: ColumnSurvey) =>
    names.includes(column) || isOfOneDay(column) || column.kind === "figure" || ofOne.test(meaningOf(column.name));
  const columns = survey.columns.map(
    (column): ColumnSurvey =>
      column.kind !== "blank" && isOfOne(column)
        ? { ...column, kind: "note", figures: undefined, isOfOnePerson: true }
        : column,
  );
  return { ...survey, columns, people: names.map(({ name }) => name) };
}

/** Days that nobody could add up to years: when one person died. */
const isOfOneDay = (column: ColumnSurvey): boolean =>
  column.kind === "period" &&
  column.texts.some((text) => periodReadings(text).some(({ format }) => format === "day")) &&
  periodOfDays(column) === undefined;

/** Columns of the names of people; none where rows are of anything else. */
function namesOfPeople(survey: TableSurvey): readonly ColumnSurvey[] {
  const { columns, rows } = survey;
  if (isOfPlaces(survey)) return [];
  const labels = columns.filter(({ kind }) => kind === "label" || kind === "note" || kind === "code");
  const [first, last] = [firstName, lastName].map((heading) =>
    labels.filter(({ name }) => heading.test(meaningOf(name))),
  );
  // A name in two columns. One of them alone is counted elsewhere: `Child's first name`, and how many were given it.
  if (first && last && first.length > 0 && last.length > 0) return [...first, ...last];
  const beside = columns.filter(({ kind }) => kind !== "blank");
  const isSaid =
    beside.some(saysOfOnePerson) || beside.filter(({ name }) => maySayOfOne.test(meaningOf(name))).length > 1;
  return labels.filter((column) => {
    const { name, texts, filled } = column;
    const words = meaningOf(name);
    const isOfPeople = ofPeople.test(words);
    const areAlone = texts.length >= filled * nearlyAll && filled >= rows.length * mostly;
    return (
      texts.length >= fewestNames &&
      (isOfPeople ? areAlone || texts.length >= severalNames : plainName.test(words) && isSaid && areAlone) &&
      texts.filter(looksLikePerson).length >= texts.length * (isOfPeople ? mostly : nearlyAll)
    );
  });
}

/** Whether each row is of a place or the like, with what comes to thousands there, and somebody is named beside it: constituencies, their members and votes. */
function isOfPlaces({ columns, rows }: TableSurvey): boolean {
  const isOfRow = ({ name, kind, texts }: ColumnSurvey) =>
    kind === "label" &&
    texts.length >= rows.length * allButFew &&
    !ofOne.test(meaningOf(name)) &&
    texts.filter(looksLikePerson).length < texts.length / 2;
  return (
    rows.length >= severalNames &&
    columns.filter(({ figures }) => figures?.isWhole && figures.isMostlyLarge).length >= fewestSums &&
    columns.some(isOfRow) &&
    !columns.some((column) => saysOfOnePerson(column) || ofAnyPerson.test(meaningOf(column.name)))
  );
}

/** Whether rows are of candidates and the votes that each got, by which nobody is harmed. */
const isOfElection = ({ columns }: TableSurvey): boolean =>
  columns.some(({ kind, name }) => kind === "figure" && votes.test(meaningOf(name))) &&
  columns.some(({ kind, name }) => kind === "label" && standing.test(meaningOf(name)));
const votes =
  /^(?:(?:valid|total|personal|first preference|candidate)s? )?votes?(?: (?:received|cast|polled|won|count))?$/iu;
const standing = /^(?:candidates?|(?:political )?part(?:y|ies)|ballot)\b/iu;

/** Fewer names tell nothing, and so few that come again may be kinds of people; so many have to look like names of people. */
const [fewestNames, severalNames, mostly, nearlyAll] = [4, 12, 0.6, 0.8];
/** Of people one by one no two columns are of large whole numbers. */
const [fewestSums, allButFew] = [2, 0.95];

const firstName = /^(?:.* )?(?:first|given|fore) ?names?$|^(?:vorname|pr[ée]nom|nombre de pila)$/iu;
const lastName = /^(?:.* )?(?:last|family|sur) ?names?$|^(?:nachname|familienname|apellidos?|cognome)$/iu;

/** What a person is called that nobody has asked: whoever is a candidate, an author or a player is known by that. */
const person =
  "(?:victims?|students?|pupils?|patients?|child(?:ren)?|bab(?:y|ies)|defendants?|deceased|decedents?|suspects?|offenders?|perpetrators?|inmates?|prisoners?|detainees?|claimants?|complainants?|plaintiffs?|applicants?|residents?|tenants?|employees?|workers?|volunteers?|witness(?:es)?|accused|arrestees?|clients?|persons?|parents?|mothers?|fathers?|guardians?|carers?|passengers?|drivers?|subjects?|individuals?|survivors?|missing persons?|caregivers?)";
const ofAnyPerson = new RegExp(`(?<!\\p{L})${person}(?!\\p{L})`, "iu");
const ofPeople = new RegExp(
  `^(?:(?:full |the )?names? of (?:the )?${person}|${person}(?:['’]?s)?(?: (?:full )?names?)?|(?:full|legal) names? of (?:the )?${person})$`,
  "iu",
);
const plainName = /^(?:(?:full|legal|complete|display) ?)?names?(?: ?\((?:last|first|full)[^)]*\))?$/iu;

/** What is said of one person alone: no place has a sex or was born. */
function saysOfOnePerson({ name, texts, kind }: ColumnSurvey): boolean {
  const words = meaningOf(name);
  if (/^(?:sex|gender)$/iu.test(words)) return texts.filter((text) => sexOfOne.test(text)).length >= texts.length / 2;
  if (/^ages?(?: ?\((?:in )?years?\)| (?:at|when|in years|years)\b.*)?$/iu.test(words))
    return kind === "figure" || texts.some((text) => /^\d+$/u.test(text));
  return ofOnePerson.test(words);
}
const sexOfOne = /^(?:[mfwhxu]|males?|females?|man|woman|boy|girl|non-?binary)$/iu;
const ofOnePerson =
  /^(?:race(?:[ /]?ethnicity)?|dob|dod|(?:date|place|year) of (?:birth|death)|(?:birth|death) ?(?:date|day|place|year)|born|died|marital status|(?:home|victim|residential) address|cause of death|manner of death|diagnosis|next of kin|blood (?:group|type)|(?:ssn|social security(?: number)?|nhs number|passport(?: number)?))$/iu;
/** What may be said of a firm as well. */
const maySayOfOne =
  /^(?:case(?: ?(?:no|number|id|#))?|address|phone(?: number)?|mobile|e-?mail(?: address)?|charges?|offen[cs]es?|injur(?:y|ies)|sentence|verdict|ethnicity|occupation|nationality|incident(?: ?(?:no|number|id))?)$/iu;

/** What is of one person, or of one case, and no group of them. */
const ofOne =
  /\b(?:address(?:es)?|case(?: ?(?:no|number|id|#))?$|case(?= )|coordinates?|lat(?:itude)?|long?(?:itude)?|phones?|e-?mails?|dob|born|birth ?(?:date|day)|date of birth|notes?|comments?|descriptions?|narrative|summary|details?|remarks?|links?|urls?|ssn|passport|aliases|alias|nick ?names?|file ?(?:no|number))\b/iu;

/** Two to four words as people are called, `Ann Lee Jones`, `Jones, Ann`; no place or organisation that says what it is. */
const looksLikePerson = (text: string): boolean =>
  text.length <= longestName && asPeople.test(text.trim()) && !ofOther.test(text) && !isNameOfArea(text.trim());
const longestName = 50;
const part =
  "(?:\\p{Lu}[\\p{L}'’.-]*|(?:de|la|del|van|von|der|den|bin|al|el|da|dos|di|le|y)\\b|[(\"“‘']\\p{Lu}[\\p{L}'’. -]*[)\"”’'])";
const asPeople = new RegExp(`^${part},?(?: +${part},?){1,4}$`, "u");
const ofOther =
  /\b(?:schools?|academ(?:y|ies)|colleges?|universit(?:y|ies)|hospitals?|clinics?|centers?|centres?|county|city|town|township|village|borough|councils?|districts?|regions?|provinces?|states?|streets?|roads?|avenue|ave|parks?|lakes?|rivers?|mount|islands?|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|upper|lower|new|san|santa|st|saint|los|las|el|fort|port|inc|ltd|llc|plc|co|corp(?:oration)?|company|group|trust|services?|stations?|police|department|association|society|foundation|institute|church|club|bank|hotel|inn|restaurant|cafe|shop|stores?|house|home|total|all|other|and)\b/iu;
