import { printedDecimals, printedExpression } from "../round-as-printed.ts";
import { fieldReference } from "../spec/encoded-field.ts";
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
  /** The d3 number format of the figures: no step is finer than their last digit. */
  readonly printedBy?: string;
  /** Whether the figures are classed as they are printed; by what they are where absent. */
  readonly areClassedAsPrinted?: boolean;
  /** Whether classes are to hold as many as one another of the figures that there may be: of tenths, no class is 0.25 wide. */
  readonly areEven?: boolean;
  /** Whether steps are those of most figures, where few that lie far from them would leave one class to all others. An axis reaches to the last. */
  readonly areOpenEnded?: boolean;
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
  areClassedAsPrinted = false,
  areOpenEnded = false,
  areEven = false,
}: StepParamsOptions): readonly object[] {
  const [ends, highest, lowest, room, power, grain] = ["Ends", "Highest", "Lowest", "Room", "Power", "Grain"].map(
    (part) => `${name}${part}`,
  );
  const span = `(${highest} > ${lowest} ? ${highest} - ${lowest} : 1)`;
  const { isWhole, least } = readFigures({ name, value, printedBy, areClassedAsPrinted });
  const stepOf = (some: readonly number[]) =>
    some.reduceRight(
      (larger, round) => {
        const own = `${round} * ${power}`;
        const isOfGrain = areEven ? `(!${grain} || abs(${own} / ${grain} - round(${own} / ${grain})) < 1e-6) && ` : "";
        const isFit = `(!${isWhole} || ${own} % 1 === 0) && ${isOfGrain}${own} >= ${least} && floor(${highest} / (${own})) - floor(${lowest} / (${own})) < ${room}`;
        return `(${isFit} ? ${own} : ${larger})`;
      },
      `max(${isWhole} ? 1 : ${least}, ${areEven ? `${grain}, ` : ""}20 * ${power})`,
    );
  const plain = `${name}Plain`;
  const isEnough = `floor(${highest} / ${plain}) - floor(${lowest} / ${plain}) + 1 >= ${enoughPart} * ${room}`;
  const first = `floor(${lowest} / ${name}Step) + 1`;
  const last = `floor(${highest} / ${name}Step)`;
  const far = areOpenEnded ? nearParams({ name, value, from, printedBy, areClassedAsPrinted }) : undefined;
  const reached = far?.ends ?? endsOf(value, areClassedAsPrinted ? printedBy : undefined);
  return [
    ...(far?.params ?? []),
    { name: ends, expr: from === undefined ? reached : endsFrom(reached, from) },
    { name: highest, expr: `isValid(${ends}[1]) ? ${ends}[1] : 0` },
    // Of figures that are all the same, from zero.
    { name: lowest, expr: `${ends}[1] > ${ends}[0] ? ${ends}[0] : min(0, ${highest})` },
    // What each of many steps is asked by: written out, these would be most of a spec.
    { name: isWhole, expr: `${highest} % 1 === 0 && ${lowest} % 1 === 0 && ${areWhole(value)}` },
    ...(areEven ? [{ name: grain, expr: grainOf(value) }] : []),
    { name: room, expr: most },
    { name: power, expr: `pow(10, floor(log(${span} / ${room}) / LN10))` },
    ...(isFine ? [{ name: plain, expr: stepOf(rounds) }] : []),
    { name: `${name}Step`, expr: isFine ? `${isEnough} ? ${plain} : ${stepOf(finerRounds)}` : stepOf(rounds) },
    {
      name: `${name}First`,
      expr: areFewOfSame ? `${ends}[1] > ${ends}[0] ? ${first} : max(${first}, ${last})` : first,
    },
    { name: `${name}Last`, expr: last },
  ];
}

/** A Vega expression: what all figures of a field are multiples of, by their last digit: a hundredth, a tenth; of longer ones 0, and of whole ones 1. */
const grainOf = (value: string): string => {
  const written = `join(pluck(data('data'), ${JSON.stringify(fieldReference(value))}), ',')`;
  const isLonger = (decimals: number) => `test(regexp('e|[.][0-9]{${decimals + 1}}'), ${written})`;
  return `(${areWhole(value)} ? 1 : ${isLonger(2)} ? 0 : ${isLonger(1)} ? 0.01 : 0.1)`;
};

interface FiguresRead extends Pick<StepParamsOptions, "name" | "value"> {
  readonly printedBy: string | undefined;
  readonly areClassedAsPrinted: boolean;
}

/** Vega expressions for what parameters of steps ask of the figures; the last one of the parameter that has them sorted. `isWhole` is a parameter of its own. */
function readFigures({ name, value, printedBy, areClassedAsPrinted }: FiguresRead) {
  const figures = `pluck(data('data'), ${JSON.stringify(fieldReference(value))})`;
  // Gaps come first where figures are sorted.
  const count = `length(split(replace(join(${figures}, ','), regexp('^,+|,+(?=,|$)', 'g'), ''), ','))`;
  const sorted = `${name}Sorted`;
  const { decimals, isShare } = printedDecimals(printedBy ?? "") ?? {};
  const printed = (figure: string) =>
    decimals === undefined || !areClassedAsPrinted ? figure : printedExpression(figure, printedBy ?? "");
  return {
    figures,
    count,
    isWhole: `${name}IsWhole`,
    // Of figures that are printed in tenths, none stands in a class of hundredths.
    least: decimals === undefined ? "0" : String(10 ** -(decimals + (isShare ? 2 : 0))),
    /** The figure that a part of all are at or above. */
    fromTop: (part: number) => printed(`${sorted}[length(${sorted}) - 1 - round(${part} * (${count} - 1))]`),
  };
}

/** A Vega expression: the lowest and the highest figure, as they are printed where a format is given. */
function endsOf(value: string, printedBy: string | undefined): string {
  if (printedBy === undefined || printedDecimals(printedBy) === undefined) return extentOf(value);
  const [lowest, highest] = [0, 1].map((end) => printedExpression(`${extentOf(value)}[${end}]`, printedBy));
  return `(isValid(${extentOf(value)}[1]) ? [${lowest}, ${highest}] : ${extentOf(value)})`;
}

/** A Vega expression: how far they are from another figure, on either side of it. */
const endsFrom = (ends: string, from: number) =>
  `isValid(${ends}[1]) ? [min(0, ${ends}[0] - (${from})), max(0, ${ends}[1] - (${from}))] : [0, 0]`;

/** Limits that grow by about the same factor: these, and tenths or tens of them. */
const ladder = [1, 2, 5];
/** More figures than this part of all in the lowest of equal classes are too many. */
const mostInLowest = 0.6;
/** Of fewer figures, or of those that reach less far beyond the lowest class, classes of equal width are read at a glance. */
const fewestUneven = 12;
const leastSpread = 4;
/** Limits begin above so many of the figures. */
const belowFirst = 0.3;

interface GrowingLimitsOptions extends FiguresRead {
  /** Limits at most. */
  readonly most: number;
}

/**
 * Parameters beside those of `stepParams` with open ends and no other beginning than zero: `classGrowing`, limits between classes of which each is wider than
 * the one before, `[20, 50, 100, 200]`, where classes of equal width would leave most figures in the lowest; else it is empty. Figures below zero have none.
 */
export function growingLimits({ most, ...read }: GrowingLimitsOptions): readonly object[] {
  const { name } = read;
  const [uneven, first, stride, rungs] = ["Uneven", "Rung", "Stride", "Rungs"].map((part) => `${name}${part}`);
  const { least, isWhole, count, fromTop } = readFigures(read);
  const length = ladder.length;
  // The number of the highest rung that is no higher than a figure.
  const rungOf = (figure: string) => {
    const power = `floor(log(${figure}) / LN10 + 1e-9)`;
    const lead = `(${figure} / pow(10, ${power}) + 1e-9)`;
    return `(${length} * ${power} + (${lead} >= ${ladder[2]} ? 2 : ${lead} >= ${ladder[1]} ? 1 : 0))`;
  };
  const highest = `${name}Highest`;
  const lowestLimit = `max(${fromTop(1 - belowFirst)}, ${isWhole} ? 1 : max(${least}, ${highest} / 1000))`;
  const isUneven = `${count} >= ${fewestUneven} && ${name}Lowest >= 0 && ${highest} >= ${leastSpread} * ${name}First * ${name}Step && ${fromTop(1 - mostInLowest)} < ${name}First * ${name}Step`;
  const limit = (index: number) => {
    const rung = `(${first} + ${index} * ${stride})`;
    // Remainders of rungs below one are below zero.
    const at = `(((${rung} % ${length}) + ${length}) % ${length})`;
    return `toNumber(format([${ladder.join(", ")}][${at}] * pow(10, floor(${rung} / ${length})), '.12~g'))`;
  };
  const limits = Array.from({ length: most }, (_, index) => limit(index));
  return [
    { name: uneven, expr: isUneven },
    { name: first, expr: `${uneven} ? ${rungOf(lowestLimit)} : 0` },
    { name: stride, expr: `${uneven} ? max(1, ceil((${rungOf(highest)} - ${first} + 1) / ${most})) : 1` },
    { name: rungs, expr: `${uneven} ? floor((${rungOf(highest)} - ${first}) / ${stride}) + 1 : 0` },
    { name: `${name}Growing`, expr: `slice([${limits.join(", ")}], 0, ${rungs})` },
  ];
}

/** A tenth of the figures at either end may lie far from the others. */
const farPart = 0.1;

/** Of the way from the lowest figure to the highest, half has most of them where few that lie far away take classes that are empty but for these. */
const nearPart = 2;

/**
 * The ends that classes are counted between, and the parameters that they are read by. Where all figures but those at the ends lie within half of the
 * way from the lowest to the highest, an end that is further from them than they are from one another gives way to the first of them: what lies beyond is in the open class there.
 */
function nearParams({
  name,
  value,
  from = 0,
  printedBy,
  areClassedAsPrinted,
}: FiguresRead & Pick<StepParamsOptions, "from">) {
  const [sorted, near, all, open] = ["Sorted", "Near", "All", "Open"].map((part) => `${name}${part}`);
  const { figures, fromTop, least } = readFigures({ name, value, printedBy, areClassedAsPrinted });
  const spread = `(${near}[1] - ${near}[0])`;
  const isFar = (distance: string) =>
    `${spread} > 0 && ${spread} * ${nearPart} < ${all}[1] - ${all}[0] && ${distance} > ${spread}`;
  // What lies on the other side of zero has a class there.
  const side = `min(1, ${spread})`;
  const low = `(${all}[0] < ${from} && ${near}[0] >= ${from} ? ${from} - ${side} : ${near}[0])`;
  const high = `(${all}[1] > ${from} && ${near}[1] <= ${from} ? ${from} + ${side} : ${near}[1])`;
  // A figure that is as far away as a limit is has a class beyond it on the upper side alone.
  const beyond = `(${areWhole(value)} ? 1 : max(${least}, 1e-9 * (${all}[1] - ${all}[0])))`;
  const [below, above] = [`${from} - ${all}[0]`, `${all}[1] - ${from}`];
  const lowest = `${below} > ${above} ? max(${all}[0], min(${open}[0], 2 * ${from} - ${open}[1] - ${beyond})) : ${open}[0]`;
  const highest = `${above} > ${below} ? min(${all}[1], max(${open}[1], 2 * ${from} - ${open}[0])) : ${open}[1]`;
  return {
    params: [
      { name: sorted, expr: `sort(${figures})` },
      { name: near, expr: `[${fromTop(1 - farPart)}, ${fromTop(farPart)}]` },
      { name: all, expr: endsOf(value, areClassedAsPrinted ? printedBy : undefined) },
      {
        name: open,
        expr: `[${isFar(`${near}[0] - ${all}[0]`)} ? ${low} : ${all}[0], ${isFar(`${all}[1] - ${near}[1]`)} ? ${high} : ${all}[1]]`,
      },
      { name: `${name}Reached`, expr: `[${lowest}, ${highest}]` },
    ],
    ends: `${name}Reached`,
  };
}
