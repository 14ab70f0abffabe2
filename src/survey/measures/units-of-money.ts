import type { MeasureSpec } from "../../dataset/index.ts";
import { isForeign } from "../meaning-of.ts";
import type { FigureSurvey } from "../table/column-survey.ts";
import { isScale, unitOfText } from "./guess-unit.ts";
import { isOfMoney, type MeasureKind } from "./measure-kind.ts";
import type { MeasureInput } from "./one-measure.ts";

/** Whether figures are of money by their name, or below a title of money. */
export const isPayment = (
  kind: MeasureKind,
  {
    name,
    figures,
    isMoney = false,
    isOfCategory = false,
  }: Pick<MeasureInput, "name" | "figures" | "isMoney" | "isOfCategory">,
): boolean =>
  kind.statType === "quantity" &&
  !kind.isPercent &&
  !kind.isFraction &&
  !areMostlySmall(figures) &&
  (isMoney || (!isOfCategory && isOfMoney(name)) || /^amount$/iu.test(name.trim()));

/** The sign of money that all figures have in their cells. */
export function signOfAll(figures: readonly FigureSurvey[]): string | undefined {
  const [sign, ...others] = new Set(figures.map((own) => own.sign));
  return others.length === 0 ? sign : undefined;
}

/** What is said of a unit, with the sign that stands in the cells: pounds, and how many at a time where that is said. */
export const withSign = (said: string, sign: string | undefined): string =>
  sign === undefined || (said !== "" && !isScale(said)) ? said : `${sign} ${said}`.trim();

/** In which dollars or pesos something is paid that has their sign in a cell, no table of other languages says. */
export const isOfSomePeso = (unit: string, name: string): boolean => unit === "$" && isForeign(name);

/** What figures are as the title of a table has it: whole numbers below a title of money are amounts, and amounts below one of means are none. */
export const asMeant = (
  kind: MeasureKind,
  {
    isMoney,
    areMeans,
    areSummed,
  }: { readonly isMoney: boolean; readonly areMeans: boolean; readonly areSummed: boolean },
): MeasureKind => {
  if (kind.statType === "count") return isMoney ? amount : kind;
  if (areSummed && kind.statType === "quantity" && !kind.isPercent) return { ...kind, isAmount: true };
  return kind.statType === "quantity" && areMeans ? { ...kind, isAmount: false } : kind;
};

/** Whether nearly all figures lie between -1 and 1, as parts of something do. */
const areMostlySmall = (figures: readonly FigureSurvey[]): boolean =>
  figures.length > 0 && figures.every((one) => one.isMostlySmall);

/** What stands below a title of money. */
const amount = {
  statType: "quantity",
  isPercent: false,
  isAmount: true,
  isFraction: false,
} as const satisfies MeasureKind;

/** Where nobody says in which currency something is paid. */
export const currency: MeasureSpec["unit"] = { one: "unit of currency", other: "units of currency" };

interface Paid {
  readonly isPaid: boolean;
  readonly kind: MeasureKind;
  readonly name: string;
  /** The currency that a column names for all rows. */
  readonly ofRows: MeasureSpec["unit"] | undefined;
  /** What is said of the unit of all figures, `Thousand`: how many at a time amounts are told in, and no prices. */
  readonly said: string;
}

/** What money is told in: the currency of all rows, or what its heading tells of it. */
export function unitPaid({ isPaid, kind, name, ofRows, said }: Paid): MeasureSpec["unit"] | undefined {
  if (!isPaid && kind !== amount) return undefined;
  const unit = ofRows ?? (isPaid ? currencyOf(name) : currency);
  const times = isScale(said) ? unitOfText(said)?.unit?.one : undefined;
  const isScaled =
    times === undefined ||
    kind.statType !== "quantity" ||
    !kind.isAmount ||
    /^\p{L}+illion|^thousand/iu.test(unit.other);
  return isScaled ? unit : { one: `${times} ${unit.other}`, other: `${times} ${unit.other}` };
}

/** The currency of money, as far as its heading tells: `Amount ($30,000.00 etc.)`, `Total income (m)`. */
function currencyOf(name: string): MeasureSpec["unit"] {
  const sign = /[£$€](?=\s?\d)/u.exec(name)?.[0];
  const scale = /\((?<scale>m|mn|k|bn|000s?|thousands?|millions?|billions?)\)\s*$/iu.exec(name)?.groups?.scale;
  const known = sign === undefined ? undefined : unitOfText(sign)?.unit;
  if (known || scale === undefined) return known ?? currency;
  const scaled = unitOfText(`$${scale}`)?.unit?.other.replace("dollars", currency.other) ?? currency.other;
  return { one: scaled, other: scaled };
}
