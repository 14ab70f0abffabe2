import { printedDecimals, printedExpression } from "../printed-figure.ts";
import { areWhole, extentOf } from "./room-for-names.ts";

interface StepParamsOptions {
  /** What the names of the parameters begin with. */
  readonly name: string;
  /** Field of the figures. */
  readonly value: string;
  /** A Vega expression: classes at most. */
  readonly most: string;
  /** Whether steps between the round ones are taken where these leave few classes. An axis has no ticks there. */
  readonly isFine?: boolean;
  /** Whether figures that are all the same have one limit, and not all those from zero to them. */
  readonly areFewOfSame?: boolean;
  /** What steps are counted from, and is among the figures whatever they are; zero, where it is among them, if absent. */
  readonly from?: number | undefined;
  /** The d3 number format of the figures, where they are classed as they are printed. */
  readonly printedBy?: string;
}

/** Steps are these, and tenths or tens of them; where they leave few classes, those between them as well. */
const rounds = [1, 2, 2.5, 5, 10];
const finerRounds = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
/** Of the classes that there may be, fewer than this part are few. */
const enoughPart = 0.7;

/**
 * Parameters of a spec that classes of equal width are worked out by: a round step (`classStep`), by which the figures are in so many classes at
 * most, the multiple of it that is the first limit between two of them (`classFirst`), and that of the last. Of whole figures the step is whole.
 */
export function stepParams({
  name,
  value,
  most,
  areFewOfSame = false,
  isFine = false,
  from,
  printedBy,
}: StepParamsOptions): readonly object[] {
  const [ends, highest, lowest, power] = ["Ends", "Highest", "Lowest", "Power"].map((part) => `${name}${part}`);
  const span = `(${highest} > ${lowest} ? ${highest} - ${lowest} : 1)`;
  const isWhole = `(${highest} % 1 === 0 && ${lowest} % 1 === 0 && ${areWhole(value)})`;
  // Of figures that are printed in tenths, none stands in a class of hundredths.
  const { decimals, isShare } = printedDecimals(printedBy ?? "") ?? {};
  const least = decimals === undefined ? "0" : String(10 ** -(decimals + (isShare ? 2 : 0)));
  const stepOf = (some: readonly number[]) =>
    some.reduceRight((larger, round) => {
      const own = `${round} * ${power}`;
      const isFit = `(!${isWhole} || ${own} % 1 === 0) && ${own} >= ${least} && floor(${highest} / (${own})) - floor(${lowest} / (${own})) < ${most}`;
      return `(${isFit} ? ${own} : ${larger})`;
    }, `max(${isWhole} ? 1 : ${least}, 20 * ${power})`);
  const plain = `${name}Plain`;
  const isEnough = `floor(${highest} / ${plain}) - floor(${lowest} / ${plain}) + 1 >= ${enoughPart} * ${most}`;
  const first = `floor(${lowest} / ${name}Step) + 1`;
  const last = `floor(${highest} / ${name}Step)`;
  return [
    { name: ends, expr: from === undefined ? endsOf(value, printedBy) : endsFrom(value, from, printedBy) },
    { name: highest, expr: `isValid(${ends}[1]) ? ${ends}[1] : 0` },
    // Of figures that are all the same, from zero.
    { name: lowest, expr: `${ends}[1] > ${ends}[0] ? ${ends}[0] : min(0, ${highest})` },
    { name: power, expr: `pow(10, floor(log(${span} / ${most}) / LN10))` },
    ...(isFine ? [{ name: plain, expr: stepOf(rounds) }] : []),
    { name: `${name}Step`, expr: isFine ? `${isEnough} ? ${plain} : ${stepOf(finerRounds)}` : stepOf(rounds) },
    {
      name: `${name}First`,
      expr: areFewOfSame ? `${ends}[1] > ${ends}[0] ? ${first} : max(${first}, ${last})` : first,
    },
    { name: `${name}Last`, expr: last },
  ];
}

/** A Vega expression: the lowest and the highest figure, as they are printed where a format is given. */
function endsOf(value: string, printedBy: string | undefined): string {
  if (printedBy === undefined || printedDecimals(printedBy) === undefined) return extentOf(value);
  const [lowest, highest] = [0, 1].map((end) => printedExpression(`${extentOf(value)}[${end}]`, printedBy));
  return `(isValid(${extentOf(value)}[1]) ? [${lowest}, ${highest}] : ${extentOf(value)})`;
}

/** A Vega expression: how far they are from another figure, on either side of it. */
const endsFrom = (value: string, from: number, printedBy: string | undefined) => {
  const [lowest, highest] = [`${endsOf(value, printedBy)}[0]`, `${endsOf(value, printedBy)}[1]`];
  return `isValid(${highest}) ? [min(0, ${lowest} - (${from})), max(0, ${highest} - (${from}))] : [0, 0]`;
};
