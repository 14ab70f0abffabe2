import { meaningOf } from "../meaning-of.ts";
import { saysSex } from "../says-sex.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { withoutNoteMark } from "../table/note-marks.ts";
import { wordsOf } from "../words.ts";
import { codesOf, isNameOfCountry, isNameOfDivision, isNameOfGroup } from "./area-names.ts";

/** Of the columns that name a dimension each, the one that names areas: by codes beside it, its names, its heading, or the title. */
export function findArea(
  { columns, titles }: TableSurvey,
  naming: readonly ColumnSurvey[],
  attributes: ReadonlyMap<ColumnSurvey, ColumnSurvey> = new Map(),
): ColumnSurvey | undefined {
  const evidence = (column: ColumnSurvey): number => {
    const { name, texts } = column;
    const words = meaningOf(name);
    const known = texts.filter(isNameOfArea).length;
    const isNamed = (isAreaName(name) || isOfAreaCodes(name)) && !(known === 0 && mayBeOther(words, texts.length));
    const areKnown = texts.length > 2 && known > 0.6 * texts.length;
    const [isOfficial, isNextToCode] = adjacentCodes(columns, column);
    const hasOfficial = [...attributes].some(
      ([other, by]) => by === column && other.texts.length > 2 && areMostlyOfficial(other.texts),
    );
    const areCodes = (texts.length > 2 && areMostlyOfficial(texts)) || codesOf(texts) !== undefined;
    // `area` beside `reg`: what it tells is called an area. One that many have is where they are: the district of each permit.
    const tellsArea =
      !plainName.test(words) &&
      [...attributes].some(
        ([other, by]) => by === column && isAreaName(other.name) && other.texts.length >= texts.length * namesOfAreas,
      );
    const isTitled = name === "" && byArea.test(titles.join(" ")) && !columns.some(isOfAreaBlocks);
    return (
      (areKnown || areCodes ? 4 : 0) +
      (isNamed ? 3 : 0) +
      (isOfficial || hasOfficial ? 3 : isNextToCode && !ofAreas.test(words) ? 2 : 0) +
      (tellsArea && !isNamed ? 2 : 0) +
      (isTitled ? 1 : 0)
    );
  };
  // Men and women of a province are no areas, though what stands beside them is `Total province`.
  const mayBeArea = ({ name }: ColumnSurvey) => isAreaName(name) || !saysSex(name);
  const scored = naming
    .filter(mayBeArea)
    .map((column) => ({ column, score: evidence(column) }))
    .filter(({ score }) => score > 0);
  // Of two that are both called areas, or are, the smaller ones are more: communes, and not their provinces.
  const called = scored.filter(
    ({ column: { name, texts } }) =>
      texts.length > 1 && ((isAreaName(name) && !weakName.test(meaningOf(name))) || areAuthorities(texts)),
  );
  if (called.length > 1 || called.some(({ column: { texts } }) => areAuthorities(texts)))
    return called.sort((a, b) => b.column.texts.length - a.column.texts.length || b.score - a.score)[0]?.column;
  return scored.sort((a, b) => b.score - a.score || b.column.texts.length - a.column.texts.length)[0]?.column;
}

/** Whether headings between rows are the areas that a title speaks of. */
const isOfAreaBlocks = ({ kind, texts }: ColumnSurvey): boolean =>
  (kind === "block" || kind === "section") &&
  texts.length > 2 &&
  texts.filter(isNameOfArea).length > texts.length * mostlyAreas;
const mostlyAreas = 0.6;

/** Whether a heading is of the codes of areas, which say more than the numbers of rows: `ZIP_CODE` beside `OBJECTID`, `departamento_id`. */
export const isOfAreaCodes = (name: string): boolean => {
  const words = wordsOf(name);
  const plain = words.replace(/[ -]+(?:codes?|id|cod(?:igo)?|nr|no)$/iu, "");
  return codesOfAreas.test(words) || (plain !== words && isAreaName(plain));
};
const codesOfAreas =
  /\b(?:zip(?: ?codes?)?|post(?:al)? ?codes?|plz|postleitzahl(?:en)?|fips(?: ?txt| ?code)?|gss|geo ?(?:id\d*|codes?)|(?:s?dz|[lm]?soa)\w*|lad\w*|wards?|zcta|nuts\d?|teryt|ags|ars|gkz|gemeindekennzahl|bfs(?: ?nr)?|insee|istat|sgc(?: ?(?:code|id))?)\b/iu;

/** A code of the Office for National Statistics. */
const officialCode = /^[A-Z]\d{8}$/u;
const areMostlyOfficial = (texts: readonly string[]): boolean =>
  texts.filter((text) => officialCode.test(text)).length >= 0.8 * texts.length;

/** Whether codes are those that Eurostat has for the regions of countries, `AT11`, of several of these and most of one length. */
function areOfNuts(texts: readonly string[]): boolean {
  const read = texts.filter((text) => nutsCode.test(text));
  const countries = new Set(read.map((text) => text.slice(0, 2)));
  return texts.length >= fewestNuts && read.length >= texts.length * 0.9 && countries.size > 2;
}
const nutsCode =
  /^(?:AL|AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IS|IT|LI|LT|LU|LV|ME|MK|MT|NL|NO|PL|PT|RO|RS|SE|SI|SK|TR|UK|XK)[\dA-Z]{1,3}$/u;
const fewestNuts = 12;

const areaName =
  /\b(?:areas?|regions?|countr(?:y|ies)|forces?|authorit(?:y|ies)|councils?|(?<!\bunited )states?|count(?:y|ies)|districts?|lads?|geograph(?:y|ies)|nations?|provinces?|boroughs?|wards?|city|place|location|local|board|trust|entity|fips|sa[1-4]|dhb|meshblock|lsoa\d*(?:nm)?|msoa\d*(?:nm)?|[lu]tla|ccgs?|icbs?|constituenc(?:y|ies)|municipalit(?:y|ies)|territor(?:y|ies)|parish(?:es)?|cantons?|kantone?|(?:land|stadt)?kreise?|gemeinden?|bezirke?|powiat(?:y|u|ów)?|gmin[ay]?|woj(?:ew[oó]dztw[oa])?|kraje?|okresy?|obce?|járás|megye|maakond|vald|apskritis|savivaldyb[eė]|wahlkreise?|comunas?|comunes?|communes?|municipios?|provincias?|bundesl[aä]nd(?:er)?|d[ée]partements?|kommun(?:er)?|regi[oó]n(?:es)?|towns?|villages?|suburbs?|neighbou?rhoods?|postcodes?|zip(?: ?codes?)?|la ?(?:label|name)|(?:lad|ctyua|pcon|wd|rgn|ctry|cty|utla|ltla|msoa|lsoa|icb|sicbl|nhser|itl\d?)\d{2,}nm|lad\d*nm|msa|geo ?(?:name)?|iso ?[23] ?c?|ardal|gwlad)\b/iu;
/** What areas are called where no other language calls them so, written without accents; a word that is also one of something else is none. */
const otherAreaName =
  /(?<!\p{L})(?:gemeindename|gemeentenaam|gebiedsdeel|distrikte?|bydel(?:er)?|sogne?|sveitarfelag|kabupaten|kecamatan|kelurahan|il(?:ce|ler)|judet(?:e|ul|ele)?|localitat[ei]|bairros?|subprefeituras?|unidade da federacao|entidad(?:es)? federativas?|alcaldias?|parroquias?|barrios?|comunidades y ciudades autonomas|arrondissements?|prefectures?|wilayas?|gouvernorats?|governorates?|oblasts?|rayons?|emirates?|upazilas?|tehsils?|talukas?|taluks?|woredas?|lga|chiefdoms?|atolls?|census tracts?|ripartizion[ei]|nazion[ei]|obec|telepules(?:ek)?|zupanij[ae]|opcin[ae]|opstin[ae]|obcin[ae]|раион[ыа]?|область)(?!\p{L})|^il$/iu;
const withoutAccents = (text: string): string => text.trim().toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");

/** What areas are called, and settings too: `Location` above `Care home`, `Hospital`; of so many names or fewer, one is known. */
const weakName = /^(?:locations?|place|setting|entit(?:y|ies)|local)$/iu;
const fewestPlaces = 8;
/** Anything is an entity: of countries, one is known. */
const entityName = /^entit(?:y|ies)$/iu;
/** Whether a heading stands over other things as well, so that a place among so many names would have to be known. */
const mayBeOther = (words: string, names: number): boolean =>
  weakName.test(words) && (names <= fewestPlaces || entityName.test(words));

/** What people and things are called too: `name` beside the `nation` of each skater. */
const plainName =
  /\b(?:names?|athletes?|players?|persons?|candidates?|members?|authors?|artists?|teams?|clubs?|compan(?:y|ies)|organi[sz]ations?|sponsors?|schools?|stations?|titles?|events?)\b/iu;
/** What says something else of an area: `City file#`, `Authority type`. */
const ofAreas = /#|\b(?:files?|numbers?|no|types?|status|codes?|id|category|class(?:ification)?)\b/iu;
/** Whether a heading says that areas stand below it. */
export const isAreaName = (name: string): boolean => {
  const words = meaningOf(name);
  const isNamed = areaName.test(words) || otherAreaName.test(withoutAccents(name));
  const isShort = shortAreaName.test(name) && /\p{Ll}/u.test(name);
  return ((isNamed || isShort) && !ofAreas.test(words)) || /^(?:(?:zip|post) ?codes?|la)$/iu.test(words);
};
/** What larger areas are called, and offices or sizes too: beside the names of areas that lie in them, these. */
const nameOfOfficeOrArea =
  /\b(?:departments?|departamentos?|dep(?:t|to)|divisions?|zones?|zonas?|(?:sub|macro)[ -]?regi[oó]n(?:s|es)?)$/iu;
/** Whether a heading that no area alone has may say that larger areas stand below it. */
export const mayBeAreaName = (name: string): boolean => nameOfOfficeOrArea.test(meaningOf(name).trim());
/** `National - Regional - LA - OAs`; in a heading of capitals alone, `DE LA` is two other words. */
const shortAreaName = /\b(?:LAs?|LADs?|UTLAs?|LTLAs?|OAs|LSOAs?|MSOAs?)\b/u;
const byArea =
  /\bby (?:local authority|area|region|country|council|state|county|district|police force|force|municipality)\b|(?:\bnach|\befter|\bpor|\bpar|:) (?:gemeinden?|(?:land)?kreisen?|bundesl[aä]ndern?|kommun(?:er)?|län|municipios?|provincias?|communes?|régions?|departamentos?)(?![\p{L}])/iu;

/** Whether official codes stand beside a column, or codes whose heading is of areas. */
function adjacentCodes(
  columns: readonly ColumnSurvey[],
  { index, texts: names }: ColumnSurvey,
): readonly [boolean, boolean] {
  const filled = columns.filter((column) => column.kind !== "blank" || column.index === index);
  const own = filled.findIndex((column) => column.index === index);
  // The one code of a country says nothing of the vaccines beside it: each area has its own.
  const areOfEach = ({ texts }: ColumnSurvey) => texts.length >= names.length * mostlyOwn;
  const adjacent = [own - 1, own + 1].flatMap((at) =>
    filled[at]?.kind === "code" && areOfEach(filled[at]) ? [filled[at]] : [],
  );
  const isOfficial = adjacent.some(({ texts }) => areMostlyOfficial(texts) || areOfNuts(texts));
  return [isOfficial, adjacent.some(({ name }) => areaCodeName.test(meaningOf(name)))];
}

/** Areas have nearly as many names: some of these are alike. */
const namesOfAreas = 0.8;

/** So many of the names of areas have a code that no other has: some are told apart by levels. */
const mostlyOwn = 0.5;

const areaCodeName =
  /\b(?:gss|ons|iso|fips|nuts|lad|lsoa|msoa|la|area|region|country|geo|geography|province|municipality|comune|county|state|district|ward|borough|council|constituency|canton)\b/iu;
const authorityName =
  /\b(?:county|city|parish|borough|town), \p{L}[\p{L} ]+$|\b(?:police|constabulary|(?:borough|city|county|district|parish) council|(?:local|community|health) board|council|county|borough|district|region|municipality|province|parish|metropolitan|oblast|prefecture|nhs (?:foundation )?trust|ccg|clinical commissioning group)$|, (?:kreisfreie stadt|(?:land|stadt)?kreis|statistische region|regierungsbezirk|landeshauptstadt)\b.*$|^(?:census tract|block group|bezirk|kreis|landkreis|kanton|canton|provincia|province|département|comarca|distrito|län|powiat|gmina|wojew[oó]dztwo|okres|jude[țţt]ul|kabupaten) \S|^(?:england|scotland|wales|northern ireland|north east|north west|yorkshire and the humber|east midlands|west midlands|east of england|london|south east|south west)$/iu;

/** Whether names say of nearly all that they are counties, councils or the like, whatever stands above them: `CTYNAME` beside the states. */
const areAuthorities = (texts: readonly string[]): boolean =>
  texts.length >= fewestAuthorities && texts.filter((text) => authorityName.test(text)).length >= texts.length * 0.8;
const fewestAuthorities = 20;

/** What the nations of the United Kingdom make together. */
export const wholeArea = /^(?:uk|gb|united kingdom|great britain|england (?:and|&) wales)$/iu;

/** A part of the world that holds countries, or a group of these. */
export const regionOfWorld =
  /^(?:.*\b(?:africa|america|americas|asia|europe|oceania|caribbean|eurasia|middle east|pacific)|world|euro(?: ?zone| area)|european union.*|(?:eu|ue|ea|eea|efta)[-_ ]?\d*(?:_\d{4})?|oecd.*|g[- ]?(?:7|20)|.*\bincome(?: (?:countries|economies))?)(?: ?\([^()]*\)| [-–] .*)?$/iu;

/** The code of the one place that is named: `Idaho [us-id]`. */
export const codeInBrackets = /\s[[(]\p{L}{2,3}-\p{L}{2,3}[\])]$/u;

/** Whether a text is the name of a country, of what one is divided into, or of an authority. */
export const isNameOfArea = (given: string): boolean =>
  isPlainNameOfArea(withoutNoteMark(given.replace(codeInBrackets, "")));

/** Behind its code, `02 Albacete`, `AUS: Australia`, or behind the points that set it off from what it is in: `.Alabama`. */
const isPlainNameOfArea = (given: string): boolean =>
  isBareNameOfArea(given.replace(/^(?:\.+ ?|\d{2,5}[ .-]+|[A-Z]\d{8}[ :–-]+|[A-Z\d_]{1,8}: ?)(?=\p{L})/u, ""));

const isBareNameOfArea = (text: string): boolean =>
  authorityName.test(text) ||
  wholeArea.test(text) ||
  /^(?:world|europe|eu|euro area)$/iu.test(text) ||
  isNameOfGroup(text) ||
  isNameOfCountry(text) ||
  isNameOfDivision(text);
