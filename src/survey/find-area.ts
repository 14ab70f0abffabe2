import { type ColumnSurvey, type TableSurvey, wordsOf } from "./survey-table.ts";

/** Of the columns that name a dimension each, the one that names areas: by codes beside it, its names, its heading, or the title. */
export function findArea({ columns, titles }: TableSurvey, naming: readonly ColumnSurvey[]): ColumnSurvey | undefined {
  return (
    naming.find((column) => isOfAreas(columns, column)) ??
    naming.find(({ name }) => areaName.test(wordsOf(name)) && !ofAreas.test(wordsOf(name))) ??
    naming.find(({ name }) => name === "" && byArea.test(titles.join(" ")))
  );
}

const areaName =
  /\b(?:areas?|regions?|countr(?:y|ies)|forces?|authorit(?:y|ies)|councils?|states?|count(?:y|ies)|districts?|lads?|geograph(?:y|ies)|nations?|provinces?|boroughs?|wards?|city|place|location|local|board|trust|entity|fips|lsoa|msoa|la name|ardal|gwlad)\b/iu;
/** What says something else of an area: `City file#`, `Authority type`. */
const ofAreas = /#|\b(?:files?|numbers?|no|types?|status|codes?|id|category|class(?:ification)?)\b/iu;
const byArea = /\bby (?:local authority|area|region|country|council|state|county|district|police force|force)\b/iu;

/** Whether a column names areas: official codes stand beside it, or most of its names are those of countries or authorities. */
function isOfAreas(columns: readonly ColumnSurvey[], { index, texts }: ColumnSurvey): boolean {
  const isBesideCode = [index - 1, index + 1].some((at) => {
    const { kind, name = "", texts: codes = [] } = columns[at] ?? {};
    const isOfficial = codes.every((text) => /^[A-Z]\d{8}$/u.test(text));
    return kind === "code" && (isOfficial || areaCodeName.test(wordsOf(name)));
  });
  const named = texts.filter(isNameOfArea).length;
  return isBesideCode || (texts.length > 2 && named > 0.6 * texts.length);
}

const areaCodeName = /\b(?:gss|ons|iso|fips|nuts|lad|lsoa|msoa|la|area|region|country|geo|geography)\b/iu;
const authorityName =
  /\b(?:police|constabulary|(?:borough|city|county|district|parish) council|council|county|borough|nhs (?:foundation )?trust)$|^(?:england|scotland|wales|northern ireland|north east|north west|yorkshire and the humber|east midlands|west midlands|east of england|london|south east|south west)$/iu;

/** What the nations of the United Kingdom make together. */
export const wholeArea = /^(?:uk|gb|united kingdom|great britain|england (?:and|&) wales)$/iu;

/** Whether a text is the English name of a country, or of an authority. */
export const isNameOfArea = (text: string): boolean =>
  authorityName.test(text) ||
  wholeArea.test(text) ||
  /^(?:world|europe|eu)$/iu.test(text) ||
  countryNames().has(text.toLowerCase());

let known: ReadonlySet<string> | undefined;

/** The English names of countries, by the data of the runtime: asked for once, and of files that have names. */
function countryNames(): ReadonlySet<string> {
  known ??= readCountryNames();
  return known;
}

function readCountryNames(): ReadonlySet<string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Set(codes.flatMap((code) => names.of(code)?.toLowerCase() ?? []));
}
