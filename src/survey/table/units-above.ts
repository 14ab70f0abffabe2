import { periodReadings } from "../../dataset/index.ts";
import { cellText, rowCells, type Sheet } from "../../tables/index.ts";
import { isShareAlone, moneyEach, pluralOf, unitOfText } from "../measures/guess-unit.ts";
import { saysPercent } from "../measures/measure-kind.ts";
import { indexUnit } from "../measures/units-by-name.ts";
import { isOfUnits } from "../rows/column-roles.ts";
import { textIn } from "../text-in.ts";
import type { ColumnSurvey, TableSurvey } from "./column-survey.ts";
import { unitBelowPeriods } from "./headings-below.ts";

/** What a row of units says of each column, which stands among other lines above the first period: `Unit | 000 | Percent`. */
export function unitsAbovePeriods(
  sheet: Sheet,
  columns: readonly ColumnSurvey[],
  rows: Uint32Array,
): readonly (string | undefined)[] | undefined {
  const period = columns.find(({ kind }) => kind === "period");
  const { values, codes } = sheet.columns[period?.index ?? -1] ?? { values: [], codes: new Uint32Array() };
  const areUnits = values.map((cell) => isOfUnits(cellText(cell).trim()));
  const row = rows.find((own) => areUnits[codes[own] ?? 0] === true);
  return row === undefined ? undefined : columns.map(({ index }) => textIn(sheet, row, index) || undefined);
}

/** What is said above a table, with the unit that stands alone below the first of several periods, or above it. */
export function withUnitOfPeriods<T extends Pick<TableSurvey, "unitAbove">>(
  said: T,
  {
    sheet,
    row,
    columns,
    headings,
    spanning,
  }: {
    readonly sheet: Sheet;
    readonly row: number | undefined;
    readonly columns: readonly ColumnSurvey[];
    readonly headings: readonly string[];
    readonly spanning: string | undefined;
  },
): T {
  const texts = row === undefined ? [] : rowCells(sheet, row).map((cell) => cellText(cell).trim());
  const areTimed = columns.every(({ kind, name }) => kind !== "figure" || periodReadings(name).length > 0);
  const above = areTimed && spanning !== undefined && saysUnit(spanning) ? spanning : undefined;
  const unit = unitBelowPeriods(texts, headings) ?? above;
  return unit === undefined ? said : { ...said, unitAbove: unit };
}

/** Whether a text above periods says what their figures are told in: no `Financial year`, no `Years`. */
const saysUnit = (text: string): boolean =>
  !/\b(?:years?|months?|quarters?|weeks?|days?)$/iu.test(text.trim()) &&
  (saysPercent(text, []) ||
    unitOfText(text, "not") !== undefined ||
    /\brates?\b|\bper (?:\d|head|capita|thousand|million)|^(?:numbers?|no\.?) of \p{L}/iu.test(text));

/** The unit that a line above a table names, or else what is said there of all figures. */
export function unitSaidAbove(
  sheet: Sheet,
  first: number,
  { ofAll, titles }: { readonly ofAll: readonly string[]; readonly titles: readonly string[] },
): string | undefined {
  const above = Array.from(sheet.rowNumbers).flatMap((number, row) => (number < first ? [row] : []));
  const [named] = above.flatMap((row) => unitOfLine(rowCells(sheet, row).map((cell) => cellText(cell).trim())) ?? []);
  const share = ofAll.slice(1).some((text) => shareOfThings.test(text.trim())) ? "%" : undefined;
  // What names several units is said of several columns, over whichever of them it stands.
  const ofSeveral = titles.flatMap((text) => unitBesideRates(text) ?? [])[0];
  const things = ofAll.slice(1).flatMap((text) => numberOfThings.exec(text.trim())?.groups?.things ?? [])[0];
  return (
    named ??
    ofAll.flatMap((text) => unitOfTitle(text) ?? [])[0] ??
    ofSeveral ??
    unitOfAmounts(titles) ??
    share ??
    things
  );
}
/** What a line below the title says is counted in all columns: `Number of households`, at their right edge. */
const numberOfThings = /^numbers? of (?<things>\p{Ll}+s)$/iu;
/** What a line below the title says of all figures: `Percentage of households`. */
const shareOfThings = /^(?:percentages?|proportions? \(%\)|%) of (?:all )?\p{L}+(?: \p{L}+)?$/iu;

/** What is said above any column of all amounts: `Amounts: £ million`, at the right edge. Undefined where others have another unit. */
function unitOfAmounts(titles: readonly string[]): string | undefined {
  const said = titles.flatMap((text) => ofAmounts.exec(text.trim())?.groups?.unit ?? []);
  const [unit, other] = new Set(said.filter((text) => unitOfText(text, "not") !== undefined));
  return other === undefined ? unit : undefined;
}
const ofAmounts =
  /^(?:all )?(?:amounts?|figures|numbers|values|prices)(?: (?:are|shown|given|expressed)){0,2}(?:\s*:| in)\s*(?<unit>\S.*?)\.?$/iu;

/**
 * The unit of measurement that a line below a table says of all that its title is of: `Kilograms of waste collected per household` below `Waste per household`. Undefined where
 * two lines say two.
 */
export function unitSaidBelow(notes: readonly string[], titles: readonly string[]): string | undefined {
  const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const named = titles.map(wordsIn).filter(({ length }) => length >= fewestOfTitle);
  const said = notes.flatMap((text) => {
    const unit = /^(?<unit>\p{L}{4,}) of \p{L}/u.exec(text.trim())?.groups?.unit;
    const words = new Set(wordsIn(text));
    const isOfTitle = named.some((own) => own.every((word) => words.has(word)));
    return unit !== undefined && isOfTitle && measureUnit.test(unit) ? [unit.toLowerCase()] : [];
  });
  const [unit, other] = new Set(said);
  return other === undefined ? unit : undefined;
}
/** So many words of a title in a line below it are no chance. */
const fewestOfTitle = 2;
/** The units of weight, volume, length, area and energy, by their endings. */
const measureUnit =
  /^(?:(?:kilo|milli|centi|mega|giga|tera|micro)?(?:grams?|grammes?|met(?:re|er)s?|lit(?:re|er)s?|watts?|joules?)|tonnes|hectares|acres)$/iu;

/** What a line above a table says of its unit: `Unit of measure` and, beside it, `Percentage`; `Units : | Persons`. */
function unitOfLine(cells: readonly string[]): string | undefined {
  const [key = "", said, other] = cells.filter((text) => text !== "");
  const isKey = /^units?(?: of measure(?:ment)?)?\s*:?$/iu.test(key);
  if (!isKey || other !== undefined || said === undefined || !/^[\p{L}%£€$]/u.test(said)) return undefined;
  // `Mean hourly pay (£)`
  const inside = /\((?<inside>[^()]+)\)$/u.exec(said)?.groups?.inside ?? "";
  return unitOfText(said) === undefined && unitOfText(inside, "not") !== undefined ? inside : said;
}

const unitNouns =
  "(?:(?:us|u\\.s\\.|canadian|australian) )?dollars?|pounds?(?: sterling)?|euros?|(?:metric )?tonnes|hectares|gwh|mwh|twh|ktoe|mtoe|percent|per cent";
/** What a title says in its midst of the unit: `GDP at current prices in US Dollars (all countries)`, `Spending, £000s, by region`. */
const inWords = new RegExp(
  `\\bin (?:(?:current|constant|chained|nominal|real|adjusted|and|or|(?:19|20)\\d{2}|cpi[-\\p{L}]*|inflation-adjusted) ){0,6}(?<said>(?:(?:thousands?|millions?|billions?) (?:of )?)?(?:${unitNouns}))(?![\\p{L}\\d])|(?<=^|[\\s(,:;])(?<sign>[£€$] ?(?:m|mn|bn|k|['’]?000s?|millions?|thousands?|billions?))(?=[\\s),:;.]|$)`,
  "iu",
);
const unitInWords = (text: string): string | undefined => {
  const { said, sign } = inWords.exec(text)?.groups ?? {};
  return said ?? sign;
};

/** What a line says that all figures are told in: `Converted into petajoules, gross`, `Measured in tonnes`. Undefined where that is no unit. */
export function unitToldIn(text: string): string | undefined {
  const said = toldIn.exec(text.trim())?.groups?.unit?.trim();
  return said !== undefined && unitOfText(said, "not") !== undefined ? said : undefined;
}
const toldIn =
  /^\(?(?:(?:all )?(?:figures|values|amounts|data|quantities|volumes)(?: are)? )?(?:converted|measured|expressed|shown|given|presented|stated|reported|told) in(?:to)? (?<unit>[^,;()]+?)(?= (?:using|at|by|on|from|with|based|unless|except|and|per)\b|[,;()]|\.?$)/iu;

/** `Units are in thousands of green tonnes`, `All figures are shown in £ million.` */
const saidInSentence = (text: string): string | undefined =>
  unitToldIn(text) ??
  /\b(?:units?|figures|values|amounts|numbers|volumes|quantities|data)(?: \p{L}+){0,4} (?:are|is)(?: (?:shown|given|expressed|presented|reported|measured))? in (?<said>[^.;,()]{2,60})/iu
    .exec(text)
    ?.groups?.said?.trim();

/** What says of all figures that they are so many people, `NHS staff, headcount`, and not of some beside the work that these do. */
const ofHeads = /^(?!.*\b(?:ftes?|wtes?|equivalents?)\b).*(?:^|[\s(,:;–-])headcounts?(?:$|[\s),.;])/iu;

/**
 * What a line counts that says it as the unit, in whatever language: `Unit: dwelling`, `Unidad: número de viviendas`, `Einheit: Wohnungen`. Numbers of
 * nothing are none.
 */
function thingsOfUnit(text: string): string | undefined {
  const { key = "", things } = keyOfUnit.exec(text.trim())?.groups ?? {};
  const said = things?.replace(numberOf, "").trim();
  if (said === undefined || said === "" || numberAlone.test(said)) return undefined;
  return /^units?$/iu.test(key) && !/\s|s$/u.test(said) ? pluralOf(said.toLowerCase()) : said;
}
const keyOfUnit =
  /^(?<key>units?|unidad(?:es)?|unidades?|unités?|(?:ma[ßs]+)?einheit(?:en)?|unità|enhet(?:er)?|enhed(?:er)?|eenhe(?:id|den)|jednostka|jednotka|yksikkö|mértékegység)(?: (?:of|de|di) \p{L}+)?\s*[:：]\s*(?<things>\p{L}{3,}(?: \p{L}+){0,3})$/iu;
const numberOf =
  /^(?:numbers?|número|numero|nombre|anzahl|aantal|antal|liczba|počet)(?: (?:of|de|do|da|di|der|des|van|d))? /iu;
const numberAlone =
  /^(?:numbers?|números?|numero|nombre|anzahl|aantal|antal|liczba|počet|units?|unidad(?:es)?|values?|valor(?:es)?|valeurs?|counts?|ratios?|rates?|tasas?|taux|index|índice|indice|various|mixed|see .*)$/iu;

/** The unit that a text above a table is, or ends with: `(In thousands)`, `Unit: £ million`, `Spending by region (£m)`. */
function unitOfTitle(text: string): string | undefined {
  const { measured } = /^(?:measures?|statistic)\s*:\s*(?<measured>.+)$/iu.exec(text)?.groups ?? {};
  if (measured !== undefined && saysPercent(measured, [])) return "%";
  if (ofHeads.test(text)) return "people";
  if (isShareAlone(text)) return "%";
  if (moneyEach(text) !== undefined) return text.trim();
  const alone = text
    .replace(/ \([^()]*\bprices\)$/iu, "")
    .replace(/^[(（](?<inside>(?:units?|単位|單位|단위|单位)\s*[:：][^()（）]+)[)）]$/iu, "$<inside>")
    .replace(/^(?:単位|單位|단위|单位)\s*[:：]\s*/u, "")
    .replace(/^(?:units?|unidad(?:es)?|unités?|einheit(?:en)?|unità|unidades?|enhet|eenheid)\s*:\s*/iu, "")
    .replace(/^\((?<inside>[^()]+)\)$/u, "$<inside>");
  const inside =
    /\((?<inside>[^()]+)\)\s*$/u.exec(text)?.groups?.inside ??
    /\((?<inside>in (?:thousands|millions|billions)|['’]?000s?|[£€$] ?(?:m|million|bn|k|000s?))\)/iu.exec(text)?.groups
      ?.inside ??
    /(?:,| [-–]) (?<last>(?:(?! [-–] )[^,])+)$/u.exec(text)?.groups?.last;
  const bracketed = [...text.matchAll(/\((?<said>[^()]+)\)/gu)].flatMap(({ groups }) => groups?.said ?? []);
  // `Payroll jobs by size, indexes`
  if (inside !== undefined && indexUnit.test(inside.trim())) return inside.trim();
  if (alone !== text && saysPercent(alone, [])) return "%";
  const isMoney = (own: string) => unitOfText(own, "not")?.kind === "money";
  // `Unidades: Personas` names what is counted, in whatever language.
  const counted = thingsOfUnit(text);
  if (counted !== undefined && unitOfText(counted) === undefined) return counted;
  // `Deaths by area (per 100,000 people)`
  const perSoMany = bracketed.find((own) =>
    /^(?:rates? )?per (?:\d[\d,. ]*|thousand|million)(?: \p{L}.*)?$/iu.test(own.trim()),
  );
  if (perSoMany !== undefined) return perSoMany;
  return [alone, inside, ...bracketed.filter(isMoney), unitInWords(text), saidInSentence(text)].find(
    (own) => own !== undefined && unitOfText(own) !== undefined,
  );
}

/** Of several units that a line says of a table, `單位：人；‰`, that of the figures that are no rates: these say it in their own headings. */
function unitBesideRates(text: string): string | undefined {
  const said = keyOfUnits.exec(text.trim())?.groups?.said ?? "";
  const parts = said.split(/\s*[;；、，,]\s*/u);
  const [own, other] = parts.filter((part) => !/^[%‰％]$/u.test(part));
  if (parts.length < 2 || own === undefined || other !== undefined) return undefined;
  return /^[人名명]$/u.test(own) ? "people" : unitOfText(own) && own;
}
const keyOfUnits =
  /^[(（]?(?:単位|單位|단위|单位|units?|unidad(?:es)?|unités?|einheit(?:en)?|unità)\s*[:：]\s*(?<said>[^()（）]+)[)）]?$/iu;
