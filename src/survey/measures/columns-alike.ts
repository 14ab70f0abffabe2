import { groupBy, writeLiteral } from "../../dataset/index.ts";
import { meaningOf } from "../meaning-of.ts";
import { lastHeading } from "../naming.ts";
import { isPeriodOfAny } from "../periods/parts-of-languages.ts";
import type { ColumnSurvey, FigureSurvey, TableSurvey } from "../table/column-survey.ts";
import { unitSign } from "../table/unit-signs.ts";
import { textIn } from "../text-in.ts";
import { areMeasures, kindOfFigures } from "../wide/breakdowns.ts";
import { wordsOf } from "../words.ts";
import { isPlainCount } from "./counted-things.ts";
import { eachSaid } from "./guess-mean.ts";
import { isScale, unitInHeading, unitOfText } from "./guess-unit.ts";
import { isOfChange, isOfCounts, isOfMoney, kindOfMeasure, saysNumber, saysPercent } from "./measure-kind.ts";

/** Whether all are chances or portions: those that are 0 or 1 in all rows are no counts then. */
export const areAllPortions = (figures: readonly ColumnSurvey[]): boolean =>
  figures.some((column) => column.figures?.isWhole === false) &&
  figures.every((column) => (column.figures?.largest ?? 2) <= 1 && !column.figures?.hasPercent);

/** So many columns with decimals that end at the same whole number show a scale, and so large a part of all that have any. */
const [fewestScored, mostlyScored, leastTop, mostTop] = [5, 1 / 3, 2, 10];

/**
 * Columns of scores from nothing to the same number, where those with decimals show the scale: in the same table, one that is whole and ends
 * there too, `Freedom of movement` with 0, 5 and 10, counts nobody. What is called a number of something is none of them.
 */
export function scoresAmong(figures: readonly ColumnSurvey[]): readonly ColumnSurvey[] {
  const may = figures.filter(
    ({ name, figures: own }) =>
      own && !own.hasNegative && !own.hasPercent && !saysNumber(name) && !isPlainCount(lastHeading(name)),
  );
  const withDecimals = may.filter((column) => column.figures?.isWhole === false);
  for (const [top = 0, scored] of groupBy(withDecimals, (column) => column.figures?.largest)) {
    const isScale = Number.isInteger(top) && top >= leastTop && top <= mostTop;
    if (isScale && scored.length >= fewestScored && scored.length >= withDecimals.length * mostlyScored)
      return may.filter((column) => column.figures?.largest === top);
  }
  return [];
}

/** How far the sum of shares may be from their whole, as a part of it, as each is rounded for itself. */
const roundedShares = 0.006;

/** Whole ones, half of whose sums are 100, make up to so much more or less in the other rows; so many rows show it. */
const [mostRounded, mostlyExact, fewestRounded] = [2, 0.5, 8];

/** So many columns side by side may be shares of one whole, in so many rows at least. */
const [fewestRows, fewestOfFractions] = [3, 5];

const [fewestParts, mostParts] = [2, 12];

/**
 * Columns of figures side by side that add up to 100 in each row, as far as they are rounded, or to 1 with fractions: `Know nothing`, `Know a little`,
 * `Know a lot`.
 */
export const partsOfWhole = (survey: TableSurvey, figures: readonly ColumnSurvey[]): readonly ColumnSurvey[] => {
  const ofHundred = partsOf(100, survey, figures);
  return ofHundred.length > 0 ? ofHundred : partsOf(1, survey, figures);
};

/** What columns hold that come to a whole: where none is above 1, fractions of it, with however few decimals. */
export const figuresOfParts = (parts: readonly ColumnSurvey[]): readonly FigureSurvey[] => {
  const all = parts.flatMap(({ figures }) => figures ?? []);
  const areFractions = all.every(({ largest }) => largest <= 1);
  return areFractions ? all.map((own) => ({ ...own, isMostlyFraction: true })) : all;
};

function partsOf(
  whole: 1 | 100,
  { sheet, rows }: TableSurvey,
  figures: readonly ColumnSurvey[],
): readonly ColumnSurvey[] {
  const may = figures.filter((column) => {
    const own = column.figures;
    const isOf = own && !own.hasNegative && !own.hasPercent && own.largest <= whole && !(whole === 1 && own.isWhole);
    return isOf && own.gaps + own.unknown.size === 0;
  });
  const fewest = whole === 1 ? fewestOfFractions : fewestRows;
  const valuesOf = ({ index }: ColumnSurvey) => Array.from(rows, (row) => Number(textIn(sheet, row, index)));
  const values = may.map(valuesOf);
  const found: { readonly parts: readonly ColumnSurvey[]; readonly exact: number }[] = [];
  for (const first of may.keys()) {
    const sums = new Array<number>(rows.length).fill(0);
    for (let last = first; last < Math.min(may.length, first + mostParts); last += 1) {
      for (const [at, value] of (values[last] ?? []).entries()) sums[at] = (sums[at] ?? 0) + value;
      const parts = may.slice(first, last + 1);
      if (parts.length < fewestParts || rows.length < fewest) continue;
      const exact = sums.filter((sum) => Math.abs(sum - whole) <= roundedShares * whole).length;
      if (exact === sums.length) return parts;
      const areWhole = parts.every(({ figures: own }) => own?.isWhole === true);
      const most = Math.min(mostRounded, Math.floor(parts.length / 2));
      const isNearly = exact >= sums.length * mostlyExact && sums.every((sum) => Math.abs(sum - 100) <= most);
      if (areWhole && isNearly && rows.length >= fewestRounded) found.push({ parts, exact });
    }
  }
  return found.toSorted((a, b) => b.exact - a.exact)[0]?.parts ?? [];
}

/** So many of the columns are of one kind. */
const mostlyAlike = 0.9;

/** Columns of one kind whose headings say of hardly any of them what is measured: of regions, ages, kinds of something. */
export function mayBeCategories(figures: readonly ColumnSurvey[]): boolean {
  const kinds = groupBy(
    figures,
    (column) => kindOfMeasure(column.name, column.figures ? [column.figures] : []).statType,
  );
  // `Grant` and `Island` are counties too.
  const areAlike = [...kinds.values()].some(({ length }) => length >= figures.length * mostlyAlike);
  const said = figures.filter(
    ({ name }) =>
      unitInHeading(lastHeading(name)).kind !== "none" ||
      isOfMoney(name) ||
      isOfCounts(lastHeading(name)) ||
      saysPercent(name, []),
  );
  // Of three, one that says what it is may be all that there is to say: `Pupils`, `Teachers`, `Buildings`.
  const areUnsaid = figures.length > 3 ? said.length < figures.length / 2 : figures.length === 3 && said.length === 0;
  return areAlike && areUnsaid;
}

/** What is said of columns that may be categories of one measure, with the lines to paste. */
export function askOfOneMeasure(figures: readonly ColumnSurvey[], because = ""): string {
  const isOnce = new Set(figures.map(({ name }) => name)).size === figures.length;
  const columns =
    figures.length > mostNamed || !isOnce
      ? "{kind}"
      : figures.map(({ ref, name }) => ({ heading: ref, at: { kind: name.replaceAll(" | ", ": ") } }));
  return `These headings may be categories of one measure${because}: then add ${ofKind} to dimensions; to measures "figures", with its name and unit, in the place of those of these headings, also in sums and disclosure, and none in layout; and to layout wide: ${writeLiteral({ columns, measure: "figures" })}. Say "total" of the dimension whose total stands beside it.`;
}
const ofKind = `kind: ${writeLiteral({ role: "category", label: "Kind" })}`;
/** So many headings are written one by one. */
const mostNamed = 6;

/** Why a few columns of one kind may be categories of one measure, as something beside their headings says; undefined where nothing does. */
export function saidOfOneMeasure(
  figures: readonly ColumnSurvey[],
  { unit, across, sums }: { readonly unit: string; readonly across: string | undefined; readonly sums: SumsBeside },
): string | undefined {
  const areOfOneKind = new Set(figures.map((own) => kindOfFigures(own))).size === 1;
  if (figures.length < 2 || !areOfOneKind || areMeasures(figures) || figures.some(saysWhatItIs)) return undefined;
  const whole = figures.find((own) => sums?.get(own)?.length === figures.length - 1);
  if (whole !== undefined) return `, as "${whole.name.replaceAll(" | ", ": ")}" is the sum of the others`;
  // What rows are of may be called another way in their column: `by station` over `Town`.
  if (across !== undefined && !ofPlaces.test(across)) return `, as the title says "by ${across}"`;
  return unit === "" || unitOfText(unit, "not") === undefined ? undefined : `, as all are told in "${unit}"`;
}
const ofPlaces =
  /\b(?:station|site|location|place|town|city|village|hospital|school|provider|trust|office|body|organi[sz]ation|institution|port|airport)s?$/iu;
type SumsBeside = ReadonlyMap<ColumnSurvey, readonly ColumnSurvey[]> | undefined;

/** Whether a heading says by itself what is measured or counted. */
const saysWhatItIs = ({ name }: ColumnSurvey): boolean =>
  unitInHeading(lastHeading(name)).kind !== "none" ||
  isOfMoney(name) ||
  isOfChange(name) ||
  isOfCounts(lastHeading(name)) ||
  saysPercent(name, []);

/** The unit that stands above all columns, but money for those of people: `65+ pop` below `£ thousands`. */
export const unitOfAllBut = ({ name }: ColumnSurvey, unit: string): string =>
  unitOfText(unit)?.kind === "money" && (saysNumber(name) || ofPopulation.test(meaningOf(lastHeading(name))))
    ? ""
    : unit;
const ofPopulation = /\b(?:pop(?:ulation)?(?: size)?|headcount)$/iu;

/**
 * The unit that a row below the headings has in one column alone, where that may be the sum of all others by their largest figures: `All tenures |
 * thousands of households` beside `Owned`. "" where the others are too large, or too small.
 */
export function unitBelowWhole(column: ColumnSurvey, figures: readonly ColumnSurvey[]): string {
  const saidBelow = ({ name }: ColumnSurvey): string => {
    const [last = "", above] = name.split(" | ").reverse();
    return above !== undefined && unitSign.test(last) && unitOfText(last, "not") !== undefined ? last : "";
  };
  const [whole, other] = figures.filter((own) => saidBelow(own) !== "");
  if (whole === undefined || other !== undefined || whole === column) return "";
  const largest = figures.filter((own) => own !== whole).map((own) => own.figures?.largest ?? 0);
  const ofWhole = whole.figures?.largest ?? 0;
  const isSum = largest.length > 1 && ofWhole >= Math.max(...largest) && ofWhole <= sumOf(largest) * roundedUp;
  return isSum ? saidBelow(whole) : "";
}
const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
const roundedUp = 1.01;

/**
 * The unit of a column that is named like others: `Emissions from coal` beside `Emissions from oil (tonnes)`. What is counted in
 * one is not measured in the next, so that their unit is taken where a heading has none.
 */
export function unitOfSiblings(column: ColumnSurvey, figures: readonly ColumnSurvey[]): string {
  if ((column.figures?.largest ?? 0) <= 1 || saysPercent(column.name, [])) return "";
  const own = headingOf(column);
  if (own.unit.kind !== "none") return "";
  // What its own heading says in letters that nobody here knows, `use_kVAh`, is in no unit of another.
  if (lettersOfUnit.test(wordsOf(column.name))) return "";
  // All of it may be told in gigawatt hours, and what each has of it, in kilowatt hours.
  const isEach = eachSaid(wordsOf(lastHeading(column.name))) !== undefined;
  // `Volunteer hours` says nothing of `Volunteer shifts`: another word stands where its unit does.
  const last = own.words.at(-1) ?? "";
  const mayBeReplaced = /\p{L}{3}s$/u.test(last);
  // How many there are is told in no money, and what a heading calls their count in nothing that is measured.
  if (saysNumber(column.name) || /\bnumber of\b/iu.test(column.name)) return "";
  const isNumber = isOfCounts(column.name);
  const isReplaced = (other: ColumnSurvey) =>
    mayBeReplaced && !/[)\]]$|\|/u.test(other.name) && !headingOf(other).words.includes(last);
  const alike = figures.filter(
    (other) =>
      other !== column && !isReplaced(other) && headingOf(other).stems.some((stem) => own.stems.includes(stem)),
  );
  const known = alike
    .map((other) => headingOf(other).unit)
    // How many at a time is said of one column alone.
    .filter(({ kind, said = "" }) => kind !== "none" && !isScale(said) && !(isNumber && kind === "money"))
    .filter(({ said = "" }) => !isEach || / per |\//u.test(said));
  // One of many that is told in dollars says nothing of the others; the first of all says it for those that follow.
  const [first] = alike;
  const isFirst = first !== undefined && first === figures[0] && headingOf(first).unit.kind !== "none";
  return isFirst || known.length >= alike.length / 3 ? (known.find(({ said }) => said)?.said ?? "") : "";
}

/** A prefix and a sign of a unit: one small letter, and a capital behind it. */
const lettersOfUnit = /(?<!\p{L})[a-zµ]\p{Lu}\p{L}{0,2}(?!\p{L})/u;

interface Heading {
  /** The words of all of it, in small letters. */
  readonly words: readonly string[];
  readonly unit: ReturnType<typeof unitInHeading>;
  /** The nouns that it begins and ends with. */
  readonly stems: readonly string[];
}

/** Read once: each column is held against all others. */
const headingsRead = new WeakMap<ColumnSurvey, Heading>();

function headingOf(column: ColumnSurvey): Heading {
  const known = headingsRead.get(column);
  if (known) return known;
  const unit = unitInHeading(lastHeading(column.name));
  const nouns = unit.words.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const read = {
    words: wordsOf(column.name).toLowerCase().split(" "),
    unit,
    stems: nouns.filter((word) => !commonWords.test(word)),
  };
  headingsRead.set(column, read);
  return read;
}

const commonWords =
  /^(?:total|number|from|with|other|average|mean|median|rate|percent|percentage|share|capita|change|without|within|under|over|aged|years?)$/u;

/**
 * Columns that differ by their first words alone, before the same parentheses, `Wood (Gales 2007)`, `Wind (Gales 2007)`, or by digits alone,
 * `spent1112`, `spent1718`.
 */
export function familyOf(
  column: ColumnSurvey,
  figures: readonly ColumnSurvey[],
  percents: readonly ColumnSurvey[],
): readonly ColumnSurvey[] {
  // One hand writes percentages in one way: those below 1 beside others above are no fractions.
  if (percents.length > 2 && percents.includes(column)) return isWithinHundred(column) ? [column] : percents;
  // What is of one month is not all of one kind.
  const { end, inside = "" } = /(?<end>\((?<inside>.{5,})\)\s*)$/u.exec(column.name)?.groups ?? {};
  const own =
    end === undefined || isPeriodOfAny(inside.trim()) ? [column] : figures.filter(({ name }) => name.endsWith(end));
  const plain = (name: string) => name.replaceAll(/\d+/gu, "");
  const byDigits = figures.filter(
    ({ name }) => /\d/u.test(name) && plain(name) === plain(column.name) && /\p{L}/u.test(name),
  );
  const above = column.name.split(" | ").slice(0, -1).join(" | ");
  const below = figures.filter(({ name }) => above !== "" && name.startsWith(`${above} | `));
  // `Turnout | Men` beside `Turnout | Other`: who was there is counted in all of them, or in none.
  if (below.length > 1 && mayBeShare.test(above)) return below;
  return own.length > 2 ? own : byDigits.length > 1 ? byDigits : [column];
}

/** Whether figures are percentages by themselves, whatever others beside them are, changes say. */
const isWithinHundred = ({ figures }: ColumnSurvey): boolean =>
  figures !== undefined &&
  !figures.hasNegative &&
  !figures.isMostlySmall &&
  figures.largest > 1 &&
  figures.largest <= 100;

/** What is a share in some tables, and a number of people in others. */
const mayBeShare = /\b(?:uptake|coverage|turnout|prevalence)\b/iu;
