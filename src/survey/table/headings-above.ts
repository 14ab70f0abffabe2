import { periodReadings } from "../../dataset/index.ts";
import { cellAt, cellText, rowCells } from "../../tables/index.ts";
import { isForecast, isOutturn } from "../periods/forecasts.ts";
import { isPartOfNext } from "./broken-headings.ts";
import { type Look, mostLevels, mostlySaid, nextOfSeveral } from "./look-at-rows.ts";
import { goesOn, isUnit } from "./marks-of-pages.ts";
import { isMetadata } from "./metadata-headings.ts";

/** Adds the rows above headings that are of them. */
export function addAbove(
  look: Look,
  levels: number[],
  { searched, at }: { readonly searched: readonly number[]; readonly at: number },
): void {
  for (let index = at - 1; index >= 0 && levels.length < mostLevels; index -= 1) {
    const row = searched[index] as number;
    if (isNoteAlone(look, row)) continue;
    if (isLineOfUnit(look, row) || isOfPages(look, row)) break;
    const isNext = row === (levels[0] as number) - 1;
    if (
      isTitle(look, row, levels[0] as number) ||
      !(isNext || isNearlyNext(look, row, levels[0] as number)) ||
      !(
        spans(look, row, levels) ||
        isMergedOver(look, row, levels) ||
        isMergedOverFigures(look, row, levels) ||
        repeatsOver(look, row, levels) ||
        spansPeriods(look, row, levels) ||
        saysWhatHappened(look, row, levels) ||
        namesRowsAndPeriods(look, row, levels) ||
        namesWhatIsBlank(look, row, levels) ||
        goesOnAbove(look, row, levels) ||
        namesBracketed(look, row, levels) ||
        breaksWords(look, row, levels)
      )
    )
      break;
    levels.unshift(row);
  }
}

/** Whether a row above headings says what all figures are in, at its end: `Numbers: thousands`, beside what blocks of rows are at most. */
function isLineOfUnit({ textsOf }: Look, row: number): boolean {
  const [first, second, third] = textsOf(row).filter((text) => text !== "");
  return third === undefined && ofUnits.test(second ?? first ?? "");
}
const ofUnits = /^(?:numbers?|amounts?|units?|figures|values?)\s*:\s*\S/iu;

/** Whether a row says what stands at the ends of printed pages, of no columns: `in per cent`, and `continued` over the next ones. */
function isOfPages({ textsOf }: Look, row: number): boolean {
  const said = textsOf(row).filter((text) => text !== "");
  return said.some((text) => goesOn.test(text)) && said.every((text) => goesOn.test(text) || isUnit(text));
}

/** A text that is longer, over what names the rows, is the title of the table. */
export const longestHeading = 60;

/** Whether a row begins with a text that is too long for a heading, or is the title of a report, over a name of rows that has one of its own. */
function isTitle({ textsOf }: Look, row: number, lower: number): boolean {
  const [above, own] = [textsOf(row), textsOf(lower)];
  const first = above.findIndex((text) => text !== "");
  const text = above[first] ?? "";
  // A long line over each half of a wide table is the title of both.
  if (text.length > longestHeading && new Set(above.filter((other) => other !== "")).size === 1) return true;
  // What says that it is a title stands over no names of rows, whether these have a heading or none.
  if (titleOfReport.test(text)) return (own[first + 1] ?? "") !== "";
  return text.length > longestHeading && (own[first] ?? "") !== "" && (own[first + 1] ?? "") !== "";
}

/** `Report 1d - Analysis by age, sex and station`, `Table 3: Deaths`. */
const titleOfReport = /^(?:report|table|figure|chart|appendix|annex) \d*\p{L}?[\d.]*\s?[:.–—-]\s?\p{L}/iu;

/** So many empty rows may stand between headings. */
const mostEmpty = 3;

/** Whether nothing but a few empty rows, or a note before all columns, stands between two rows of headings. */
export const isNearlyNext = (look: Look, upper: number, lower: number): boolean =>
  look.filled.every((row) => row <= upper || row >= lower || isNoteAlone(look, row)) &&
  (look.sheet.rowNumbers[lower] as number) - (look.sheet.rowNumbers[upper] as number) <= mostEmpty + 1;

/** Whether a row has one text alone, in its first column, which a sign marks as a note: `*see the table below`. */
const isNoteAlone = ({ textsOf }: Look, row: number): boolean => {
  const [first = "", ...others] = textsOf(row);
  return /^[*†‡]+ ?\p{L}/u.test(first) && others.every((text) => text === "");
};

/** Whether headings stand over others: fewer of them, with gaps between, and the lower ones repeat. */
export function spans({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const above = textsOf(upper);
  const levels = lower.map(textsOf);
  const below = above.map((_, index) => levels.map((texts) => texts[index] ?? "").join("|"));
  const named = below.filter((text) => text.replaceAll("|", "") !== "");
  const repeats = new Set(named).size < named.length;
  const isNamed = (index: number) => (below[index] ?? "").replaceAll("|", "") !== "";
  const isGapped = above.some(
    (text, index) => text === "" && above.slice(0, index).some((one) => one !== "") && isNamed(index),
  );
  return above.filter((text) => text !== "").length > 1 && repeats && isGapped;
}

/**
 * Whether headings stand over periods alone, the first of them over the first period: `Index | | Growth (%)` over `1990 | 2000 | 1990-2000`. What one line
 * says of the table and another of its source do not stand so.
 */
function spansPeriods({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const above = textsOf(upper);
  const levels = lower.map(textsOf);
  const below = textsOf(lower.at(-1) as number);
  const named = above.flatMap((text, index) => (text === "" ? [] : [index]));
  const periods = below.flatMap((text, index) => (periodReadings(text).length > 0 ? [index] : []));
  const first = named[0] ?? -1;
  return (
    named.length > 1 &&
    periods.length > named.length &&
    first === periods[0] &&
    periods.length >= below.slice(first).filter((text) => text !== "").length * mostlySaid &&
    named.every(
      (index) => levels.some((texts) => (texts[index] ?? "") !== "") && /\p{L}|%|[£$€]/u.test(above[index] ?? ""),
    )
  );
}

/** Whether a word of a row goes on in the one below it: `Unemploy-` over `ment Rate`. */
function breaksWords({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const below = textsOf(lower[0] as number);
  return textsOf(upper).some((text, index) => isPartOfNext(text, below[index] ?? ""));
}

/** Whether a row says of periods below it which have happened and which are expected, and nothing else of them: `Outturn | | Forecast |` over years. */
export function saysWhatHappened({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const below = textsOf(lower.at(-1) as number);
  const over = textsOf(upper).filter((text, index) => text !== "" && periodReadings(below[index] ?? "").length > 0);
  return over.some(isForecast) && over.every((text) => isForecast(text) || isOutturn(text));
}

/**
 * Whether one heading stands over the names of the rows, and one over periods right below it, which have nothing else beside them: `Province | Population` over
 * `| 2000 | 2010`. What a line says of the table has a key or a number instead: `Unit | Persons`, `Table 1 | Births`.
 */
function namesRowsAndPeriods(look: Look, upper: number, lower: readonly number[]): boolean {
  const [above, below] = [look.textsOf(upper), look.textsOf(lower[0] as number)];
  const [names, figures, other] = above.flatMap((text, index) => (text === "" ? [] : [index]));
  if (names === undefined || figures === undefined || other !== undefined || lower.length > 1) return false;
  const periods = below.flatMap((text, index) => (text === "" ? [] : [index]));
  const first = nextOfSeveral(look, lower[0] as number);
  // A heading of the names of rows may stand over their codes too, which some of them do not have.
  const called = first === undefined ? [] : rowCells(look.sheet, first).slice(names, figures);
  const name = called.find((cell) => cell !== null) ?? null;
  return (
    (lower[0] as number) === upper + 1 &&
    look.isHeading(upper) &&
    periods.length > 1 &&
    periods[0] === figures &&
    periods.every((index) => periodReadings((below[index] ?? "").replace(signOfYear, "")).length > 0) &&
    name !== null &&
    !look.isFigure(name) &&
    !isMetadata(above[names] ?? "") &&
    [names, figures].every((index) => /^[^\d:]{2,60}$/u.test(above[index] ?? ""))
  );
}

/** What stands behind a year and says that it is one: `2005年`, `2005년`, `2005 г.` */
const signOfYear = /(?<=^\d{4}) ?(?:年度?|년|г\.?)$/u;

/**
 * Whether several cells are each merged over several of the headings below, from a row or through it: what stands in two rows may leave the lower of them to a few
 * words beside it, `Enrolled | | Finished | ` over `(2012) | | | `.
 */
function isMergedOver({ sheet, textsOf, isHeading }: Look, upper: number, lower: readonly number[]): boolean {
  const own = textsOf(lower[0] as number);
  const merged = sheet.merges.filter(
    ({ top, bottom, left, right }) =>
      top <= upper &&
      bottom >= upper &&
      bottom < (lower[0] as number) &&
      own.slice(left, right + 1).filter((text) => text !== "").length > 1,
  );
  return merged.length > 1 && (isHeading(upper) || merged.every(({ top }) => top < upper));
}

/**
 * Whether the one text of a row is merged over some of the headings below it, behind those of the rows' names: `Percentage immunised` over
 * `Polio | Hib`, and not over `Area`. A title stands over all of them. What it says of shares or means makes no counts such: each has decimals.
 */
function isMergedOverFigures(
  { sheet, textsOf, isFigure, filled }: Look,
  upper: number,
  lower: readonly number[],
): boolean {
  const [only, other] = textsOf(upper).flatMap((text, index) => (text === "" ? [] : [index]));
  const levels = lower.map(textsOf);
  // What stands between may be over other columns alone: `Projections`.
  const own = textsOf(lower[0] as number).map((_, index) => levels.map((texts) => texts[index] ?? "").join(""));
  const [merge] = sheet.merges.filter(
    ({ top, bottom, left }) => top === upper && bottom < (lower.at(-1) as number) && left === only,
  );
  if (!merge || other !== undefined || isFigure(cellAt(sheet, upper, merge.left))) return false;
  const below = own.slice(merge.left, merge.right + 1).filter((text) => text !== "");
  const before = own.slice(0, merge.left).filter((text) => text !== "");
  const rows = filled.filter((row) => row > (lower.at(-1) as number)).slice(0, rowsOfDecimals);
  const hasDecimals = (index: number) =>
    rows.some(
      (row) => /\d[.,]\d*[1-9]/u.test(cellText(cellAt(sheet, row, index))) && isFigure(cellAt(sheet, row, index)),
    );
  const areNoCounts = own.every(
    (text, index) => text === "" || index < merge.left || index > merge.right || hasDecimals(index),
  );
  return below.length > 1 && before.length > 0 && areNoCounts;
}

/** So many rows show whether figures have decimals. */
const rowsOfDecimals = 200;

/**
 * Whether headings stand over others that repeat in cell after cell: `Land use | Land use | Land use` over `Total | Homes | Roads`. One that stands over all
 * figures may leave it to the first of them to be all that it names: over nothing, `Women`, `Men`.
 */
export function repeatsOver({ textsOf }: Look, upper: number, lower: readonly number[]): boolean {
  const above = textsOf(upper);
  const below = textsOf(lower[0] as number);
  const named = above.flatMap((text, index) => (text === "" ? [] : [index]));
  const again = named.filter((index) => above[index] === above[index - 1]);
  const isOne = named.length > 3 && again.length === named.length - 1;
  return (
    named.length > 2 &&
    again.length >= named.length / 2 &&
    named.every((index, at) => (below[index] ?? "") !== "" || (isOne && at === 0))
  );
}

/**
 * Whether a row above headings names columns that these leave blank: `Rank | Country` above nothing, beside `Interval` above `Lower | Upper`. Of
 * a few such columns, each of the others has to stand over several names: `Population | | Acres` over `2000 | 2010 |`.
 */
function namesWhatIsBlank(look: Look, upper: number, lower: readonly number[]): boolean {
  const { sheet, textsOf, isHeading, isFigure } = look;
  const [above, own] = [textsOf(upper), textsOf(lower[0] as number)];
  const levels = lower.map(textsOf);
  const right = nextOfSeveral(look, lower.at(-1) as number);
  const next = right !== undefined && saysOneOfAll(look, right) ? nextOfSeveral(look, right) : right;
  const below = next === undefined ? [] : rowCells(sheet, next);
  const named = above.flatMap((text, index) => (text === "" ? [] : [index]));
  const isOpen = (index: number) => levels.every((texts) => (texts[index] ?? "") === "");
  const overBlanks = named.filter((index) => isOpen(index) && below[index] != null);
  const isOver = (index: number) => {
    const next = named.find((other) => other > index) ?? above.length;
    return own.slice(index, next).filter((text) => text !== "").length > 1;
  };
  const others = named.filter((index) => !overBlanks.includes(index));
  const areOver =
    others.length > 0 && others.every(isOver) && overBlanks.some((index) => isFigure(below[index] ?? null));
  return isHeading(upper) && ((overBlanks.length >= 2 && overBlanks.length >= named.length / 2) || areOver);
}

/** Whether a row says one word of all columns but the first, and nothing else: `N` below headings, over figures. */
const saysOneOfAll = ({ textsOf }: Look, row: number): boolean => {
  const [first = "", ...others] = textsOf(row);
  const said = others.filter((text) => text !== "");
  return first === "" && said.length >= fewestOfAll && new Set(said).size === 1 && /\p{L}/u.test(said[0] ?? "");
};
const fewestOfAll = 3;

/**
 * Whether a row has a text over each of those right below it that stand over other headings, and over nothing else: `Convictions | Persons convicted`
 * over `Adults | Adults convicted`. What stands over the first column may be a line of the whole table.
 */
function goesOnAbove({ textsOf, isHeading }: Look, upper: number, lower: readonly number[]): boolean {
  const [above, own] = [textsOf(upper), textsOf(lower[0] as number)];
  const named = above.filter((text) => text !== "");
  return (
    lower.length > 1 &&
    upper === (lower[0] as number) - 1 &&
    named.length > 1 &&
    above[0] === "" &&
    isHeading(upper) &&
    above.every((text, index) => (text === "") === ((own[index] ?? "") === ""))
  );
}

/** Whether a row above headings names columns of figures alone, which these leave blank or say nothing but a unit of: `Jobs | Per cent` over `(thousand) | `. */
function namesBracketed(look: Look, upper: number, lower: readonly number[]): boolean {
  const { sheet, textsOf, isFigure } = look;
  const [above, own] = [textsOf(upper), textsOf(lower[0] as number)];
  const next = nextOfSeveral(look, lower.at(-1) as number);
  const below = next === undefined ? [] : rowCells(sheet, next);
  const named = above.flatMap((text, index) => (text === "" ? [] : [index]));
  const units = named.filter((index) => /^\([^()]+\)$/u.test(own[index] ?? ""));
  return (
    units.length > 0 &&
    named.every((index) => (units.includes(index) || (own[index] ?? "") === "") && isFigure(below[index] ?? null))
  );
}
