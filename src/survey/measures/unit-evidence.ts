import { meaningOf } from "../meaning-of.ts";
import { isCornerUnit, isOfUnits, type Roles } from "../rows/column-roles.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { wordsOf } from "../words.ts";
import { isScale, unitOfCode, unitOfText } from "./guess-unit.ts";
import { saysPercent } from "./measure-kind.ts";

/** What a table says of the unit of all its figures, beside what their own headings say. */
export interface UnitEvidence {
  /** What columns of one value say, `Person` below `UNIT`: trusted first. "" where none says anything. */
  readonly said: string;
  /** That, or what stands above the table, or in its corner; "" where nothing does. */
  readonly unit: string;
  /** What stands above the names of the rows, and is no name of these: `1 000 CHF`. */
  readonly corner: string | undefined;
  /** A unit that such a column says, and that is no usual one: `kg/USD constant 2017 PPP GDP`. */
  readonly ofColumn: string | undefined;
  /** Whether such a column says of figures that they are numbers of something. */
  readonly areNumbers: boolean;
  /** Whether such a column says of figures that they are told in thousands or millions. */
  readonly isScaled: boolean;
}

/** Gathers what columns, the lines above the table and its corner say of the unit of all figures, in the order in which these are trusted. */
export function unitEvidence(survey: TableSurvey, roles: Roles): UnitEvidence {
  // "Rate per 100,000 population", "Percentage": what a column says of all rows, it says of the one measure.
  const all = roles.constant
    .filter(saysUnitOfRows)
    .flatMap(({ texts }) => texts.map((text) => unitInParentheses(unitOfCode(text.replace(unitFirst, "")))));
  const scale = scaleOfRows(survey);
  // `Count` says of figures that they are numbers, and of another column that it names of what.
  const isOfNumbers = (text: string) => saysNumbers.test(text.trim());
  const things = all.filter((text) => !isOfNumbers(text));
  const plain =
    all.find((text) => unitOfText(text) !== undefined) ?? inReadingOrder(things.length > 0 ? things : all).join(" ");
  const said = scale === undefined ? plain : scaledUnit(scale, plain);
  const corner = roles.naming.find((column) => isCornerUnit(roles, column))?.name ?? unitAboveNames(roles);
  // What a column of units says is the unit, also where nobody else knows it.
  const isOther = all.length === 1 && said.length > 1 && unitOfText(said) === undefined && !saysPercent(said, []);
  return {
    said,
    unit: said || (survey.unitAbove ?? corner ?? ""),
    corner,
    ofColumn: isOther && /\/|\bper\b/iu.test(said) ? said : undefined,
    areNumbers: all.some(isOfNumbers),
    isScaled: scale !== undefined || (all.length > 0 && isScale(said)),
  };
}

/** What is counted before of how many it is told, in whatever order columns have them: `Devices`, `Per 100,000 population`. */
const inReadingOrder = (texts: readonly string[]): readonly string[] =>
  [...texts].sort((one, other) => Number(ofHowMany.test(one)) - Number(ofHowMany.test(other)));
const ofHowMany = /^per\b/iu;

/** The unit behind what figures are of, where a text says both: `Expenditure (£ thousand)`. Else all of it. */
function unitInParentheses(text: string): string {
  const inside = /^\p{L}.*\s\((?<inside>[^()]+)\)$/u.exec(text.trim())?.groups?.inside;
  return inside !== undefined && unitOfText(text) === undefined && unitOfText(inside, "not") !== undefined
    ? inside
    : text;
}

/** `Currency: 2021 PPP $`, whatever the column is called. */
const unitFirst = /^(?:units?(?: of measure(?:ment)?)?|currency|measured in) ?: ?/iu;

/** Whether a column with one text says in what all figures are told. */
export const saysUnitOfRows = ({ name, texts: [text = ""] }: ColumnSurvey): boolean =>
  isOfUnits(name) ||
  (unitFirst.test(text.trim()) && unitOfText(text.trim().replace(unitFirst, ""), "not") !== undefined) ||
  /^(?:units?\b.*|measures?(?: unit)?|statistics?)$/iu.test(meaningOf(name)) ||
  (/\bunits?$/iu.test(meaningOf(name)) && unitOfText(text) !== undefined) ||
  // `Million hectares`, whatever the column is called.
  (/\p{L} \p{L}|[£€$]/u.test(text) && unitOfText(text, "not") !== undefined) ||
  // `DataFormat` above `Percent`, beside figures; a format may be that of a file.
  (/\b(?:format|type)s?$/iu.test(wordsOf(name)) && /^(?:per ?cent(?:age)?s?|pct|%)$/iu.test(text.trim()));

/** What a column says of figures that count something. */
export const saysNumbers = /^(?:counts?|numbers?|freq(?:uency)?|n)$/iu;

/** What a column says that figures are told in, the same in all rows: `SCALAR_FACTOR` above `thousands`, `UNIT_MULT` above `6`. */
function scaleOfRows({ columns }: TableSurvey): string | undefined {
  const said = columns.flatMap(({ name, texts: [text = "", other] }) =>
    other === undefined && scaleName.test(wordsOf(name)) ? (scales[text.trim().toLowerCase()] ?? []) : [],
  );
  return said[0];
}
const scaleName =
  /^(?:scalar factors?|power ?codes?|unit mult(?:iplier)?|multiplier|magnitudes?|(?:unit )?scales?|obs mult)$/iu;
const scales: Readonly<Record<string, string>> = {
  "3": "thousands",
  "6": "millions",
  "9": "billions",
  thousand: "thousands",
  thousands: "thousands",
  million: "millions",
  millions: "millions",
  billion: "billions",
  billions: "billions",
};

/** A unit in thousands or millions of it, as far as it is one that is told so: `thousands of persons`, and no thousands of percent. */
function scaledUnit(scale: string, unit: string): string {
  if (saysPercent(unit, []) || /\bper\b|\brates?\b|\bind(?:ex|ices)\b/iu.test(unit)) return unit;
  const whole = `${scale} of ${unit.trim().toLowerCase()}`;
  return unitOfText(whole) === undefined ? scale : whole;
}

/** The unit in the heading above names beside a series of periods, where it says what the figures are, and not the names: `Men aged 10 to 14 (%)`. */
function unitAboveNames({ area, naming, wide }: Pick<Roles, "area" | "naming" | "wide">): string | undefined {
  if (wide?.tells.join() !== "period") return undefined;
  const insideOf = ({ name }: ColumnSurvey) => /\((?<inside>[^()]+)\)$/u.exec(name.trim())?.groups?.inside;
  const isUnit = (text: string) => saysPercent(text, []) || unitOfText(text, "not") !== undefined;
  return (area ? [area] : naming).flatMap((column) => insideOf(column) ?? []).find(isUnit);
}
