import { isNameOfArea } from "../areas/find-area.ts";
import { isForeign, meaningOf } from "../meaning-of.ts";
import { sentence } from "../naming.ts";
import { wordsOf } from "../words.ts";
import { countedBy, inSentence } from "./guess-unit.ts";
import { isOfCounts, mayBeNone } from "./measure-kind.ts";
import { genericName, isCode } from "./saying-nothing.ts";
import { thingsElsewhere } from "./things-of-languages.ts";

/** Whether a heading is the name of what is counted, and of little else: `Deaths`, `Number of pupils`, `total_population`. */
export const isPlainCount = (name: string): boolean => {
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
export const isCountable = (label: string): boolean => {
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
export const namesNothing = (name: string): boolean =>
  /^\p{Lu}{2,5}$/u.test(name.trim()) ||
  /^yes$/iu.test(name.trim()) ||
  // `Männlich` says of what is counted which part it is.
  /^(?:männ|maenn|weib)lich$/iu.test(name.trim()) ||
  (isForeign(name) && /^(?:fe)?males?$/iu.test(meaningOf(name))) ||
  /(?<!\bpop(?:ulation)?[ _])\bestimates?$/iu.test(wordsOf(name)) ||
  /(?<!\bpopulation )\b(?:projections?|forecasts?|statistics)(?: (?:for|of|by|in|on)\b.*)?$/iu.test(wordsOf(name)) ||
  isNameOfArea(name.replace(/^(?:total|all) | (?:totals?|numbers?|counts?)$/giu, "").trim()) ||
  partsOfPlace(name) !== undefined;

/** A label that begins with the name of a place. */
export function partsOfPlace(label: string): { readonly place: string; readonly things: string } | undefined {
  const { place, things } = /^(?<place>[^:(]+?)(?: \([^()]*\))?: (?<things>.+)$/u.exec(label)?.groups ?? {};
  return place !== undefined && things !== undefined && isNameOfArea(place) ? { place, things } : undefined;
}

/** Whether a label is the plural of what is counted, in a language whose plurals are known: `Eviction records`, and no `Confirmed`. */
export const namesThings = (label: string): boolean => {
  if (mayBeNone.test(label) || namesNothing(label) || !isCountable(label)) return false;
  const { one, other } = countedBy(label);
  return (
    /^people\b/u.test(other) ||
    /^(?:(?:total|estimated) )*(?:number|count|no\.) of \p{L}{3}/iu.test(label) ||
    (isForeign(label) &&
      isShortName(label) &&
      !ofCourse.test(label) &&
      !isCode(label) &&
      !genericName.test(meaningOf(label)) &&
      !dividing.test(meaningOf(label))) ||
    (one !== other && endsInPlural(label, other))
  );
};

/** How something went, which nobody counts: `Entwicklung des Beschäftigtenstandes`, `Évolution de la population`. */
const ofCourse =
  /^(?:entwicklung|veränderung|[ée]volution|evoluci[óo]n|evolu[çc][ãa]o|evoluzione|andamento|ontwikkeling|utveckling|udvikling|utvikling|rozw[óo]j|v[ýy]voj)(?!\p{L})/iu;

/** What figures are told by, and no count of it: `Municipio`. */
const dividing =
  /^(?:regions?|areas?|states?|districts?|municipality|province|country|place|city|years?|months?|quarter|week|date|day|period|age|unit|code)$/iu;

/** Whether a name in another language may be the plural of what is counted: a word or a few, `Demandes d'asile`, or what says that it is a number of them. */
const isShortName = (label: string): boolean =>
  thingsElsewhere(label) !== undefined || /^\p{L}[\p{L}'’-]{3,}(?: \p{L}[\p{L}'’-]*){0,2}$/u.test(label);

/** Whether the plural that was made of a label stands in it already. */
const endsInPlural = (label: string, other: string): boolean =>
  inSentence(label).toLowerCase().includes(other.toLowerCase()) &&
  // `auth_abs` is short for something, and the plural of nothing.
  !/(?<!\p{L})\p{Ll}{1,2}s$/u.test(other) &&
  // `Residents aged 0-14 years` are residents.
  !divisions.test(other.replace(/ aged \d.*$/iu, ""));

/** What things are divided by, or are called where nobody says what they are, and what is counted by nobody: `All ages`. */
const divisions =
  /(?:^(?:totals?|others?|numbers?|counts?|all|values?)|\b(?:ages|sexes|genders|groups|categories|types|kinds|classes|levels|causes|reasons|ethnicities|origins|sources|sizes|areas|years|months))$/iu;
