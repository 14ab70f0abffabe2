import { pictureWidth } from "../spec/picture-width.ts";
import { firstRow } from "./reference-layers.ts";
import {
  allOf,
  charactersIn,
  digitPx,
  linePx,
  lines,
  linesOfTexts,
  longestOfTexts,
  wrapped,
  wrappedLines,
} from "./room-for-names.ts";

/** A parameter: the names of the periods of all rows, joined by line feeds. */
const periodNames = "periodNames";

/** A parameter: what the names of all periods begin with, `year ending March `; empty where they have no more in common than most. */
const commonPart = "commonPart";

/** As few characters are no burden, however often they are read. */
export const leastCommon = 8;

/** What the name of a layer begins with that says what they have in common, and nothing else. */
export const commonLayer = "ofCommonPart";

/** A year, or two: what is left of a name of a period. In digits of Latin and of Arabic script. */
export const year = "(?:1[5-9]\\\\d\\\\d|2[01]\\\\d\\\\d|[٠-٩]{4})[\\\\d٠-٩/–-]*";

/** A Vega expression: what is left of the name of a period without what all have in common. */
export const shortPeriod = (name: string): string => `slice(${name}, length(${commonPart}))`;

/** A Vega expression: one where the names of periods have more in common than most, else the other; Vega expressions both. */
export const whereCommon = (one: string, other: string): string => `(${commonPart} === '' ? ${other} : ${one})`;

/** Vega expressions: whether the names of all rows begin alike, and whether they differ in their years. */
const beginAlike = `regexp('^([^\\\\n]{${leastCommon - 1},}[ ])${year}(?:\\\\n\\\\1${year})*$')`;
const areSame = "regexp('^([^\\\\n]*)(?:\\\\n\\\\1)*$')";

/** The parameters that `shortPeriod` reads. */
export const periodParams = (field: string): readonly object[] => [
  { name: periodNames, expr: allOf(field) },
  {
    name: commonPart,
    expr: `test(${beginAlike}, ${periodNames}) && !test(${areSame}, ${periodNames}) ? replace(${periodNames}, ${beginAlike}, '$1') : ''`,
  },
];

const sentence = `trim(upper(slice(${commonPart}, 0, 1)) + slice(${commonPart}, 1))`;

/** From a plot to what is written below the names of its periods, px. */
export const belowAxisPx = 28;

/** A Vega expression: the title of an axis of periods where it has one, and what their names have in common. */
const saidOf = (title: string | undefined): string =>
  title === undefined ? sentence : `(${JSON.stringify(title)} + ${whereCommon(`': ' + trim(${commonPart})`, "''")})`;

const textBelow = (title: string | undefined) => lines(wrapped(saidOf(title), charactersIn(0.9)));

/** A Vega expression: the lines that it takes there. */
export const commonLines = (title?: string): string => `length(split(${textBelow(title)}, '\\n'))`;

/** What the names of layers begin with that write the title of an axis of periods. */
const titleLayer = "titleOfPeriods";

/** A layer that says it once below an axis of periods, and the title of the axis where there is one, so many px from the plot: a number or a Vega expression. */
export const commonBelow = (dy: number | string, title?: string) => ({
  name: title === undefined ? commonLayer : titleLayer,
  transform: [
    // First: where nothing is said, no row is numbered, nor copied for it.
    ...(title === undefined ? [{ filter: `${commonPart} !== ''` }] : []),
    ...firstRow("commonPosition"),
    { calculate: textBelow(title), as: "commonText" },
  ],
  mark: {
    type: "text",
    align: "left",
    baseline: "top",
    dy: typeof dy === "number" ? dy : { expr: dy },
    lineBreak: "\n",
    lineHeight: linePx,
  },
  encoding: { x: { value: 0 }, y: { value: "height" }, text: { field: "commonText" } },
});

/** The title of an axis of names or periods above all, so many px from the plots or their axes. */
export const titleAbove = (text: string | { readonly expr: string }, offset: number | string) => ({
  text,
  anchor: "start",
  frame: "bounds",
  fontSize: 12,
  fontWeight: "normal",
  offset: typeof offset === "number" ? offset : { expr: offset },
});

/** A title that says it once above all, behind the title of the axis where it has one, so many px from the plots or their axes; it takes nothing where there is nothing to say. */
export const commonAbove = (offset: number | string, title?: string) =>
  title === undefined ? commonPartAbove(offset) : titleAbove({ expr: saidOf(title) }, offset);

const commonPartAbove = (offset: number | string) => ({
  text: { expr: `${commonPart} === '' ? '' : ${sentence}` },
  anchor: "start",
  frame: "bounds",
  fontSize: { expr: `${commonPart} === '' ? 0 : 12` },
  fontWeight: "normal",
  offset: { expr: `${commonPart} === '' ? 0 : (${offset})` },
});

/**
 * A Vega expression: a period that is said in more characters stands in lines, "year ending March 2019"; in a narrow picture in shorter ones, as the
 * first and the last would meet otherwise.
 */
export const periodCharacters = `(${pictureWidth} < 480 ? 12 : 20)`;

/** A Vega expression for the labels of an axis of periods: in lines where they are long. */
export const periodLabel = (characters: string = periodCharacters, label = shortPeriod("datum.label")) =>
  `length(${label}) > ${characters} ? ${wrappedLines(label, characters)} : ${label}`;

/** A Vega expression: the lines that the longest name of a period takes in a label. */
export const periodLines = (characters: string) =>
  `(${commonPart} === '' ? ${linesOfTexts(periodNames, characters)} : 1)`;

/** What `nameRows` takes for rows of periods. */
export const rowsOfPeriods = { label: shortPeriod("datum.label"), linesIn: periodLines };

/** From a plot to what is written below its periods, px or a Vega expression: below all lines of their names, where an axis has a title. */
export const belowPeriodsPx = (title: string | undefined): number | string =>
  title === undefined ? belowAxisPx : `${belowAxisPx} + ${linePx} * (${periodLines(periodCharacters)} - 1)`;

/** Above a plot, labels of several lines begin so much higher: Vega lets lines grow downwards, into the plot. */
export const paddingAbove = (characters: string, padding: number) => ({
  labelPadding: { expr: `${padding} + ${linePx} * (${periodLines(characters)} - 1)` },
  labelLineHeight: linePx,
});

/** A parameter: whether seasons, `2019/20`, are written in two lines: where more of them then have room in a narrow picture. */
const areBroken = "areSeasonsBroken";
const areSeasons = `${pictureWidth} < 480 && test(regexp('^\\\\d{4}[/–-]\\\\d{2}(?:\\\\n\\\\d{4}[/–-]\\\\d{2})*$'), ${periodNames})`;
const seasonLines = "[slice(datum.label, 0, 4), slice(datum.label, 4)]";

/** Above a plot: room for such seasons too. */
export const paddingAboveSeasons = (padding: number) => ({
  ...paddingAbove(periodCharacters, padding),
  labelPadding: { expr: `${padding} + ${linePx} * (${areBroken} ? 1 : ${periodLines(periodCharacters)} - 1)` },
});

/** Of years of which every third has room, or fewer, those are written that are multiples of one of these. */
const roundSteps = [5, 10, 20, 50, 100];
const leastRounded = 3;

/** A Vega expression: the year at the beginning of a text. */
const yearOf = (text: string) => `toNumber(slice(${text}, 0, 4))`;

/** A Vega expression: whether the periods along an axis are years, `2014` or `2014/15`, one after another. */
function areYearsInTurn(): string {
  const [first, last] = ["domain('x')[0]", `domain('x')[${periodCount} - 1]`].map((name) =>
    shortPeriod(`('' + ${name})`),
  );
  return `test(regexp('^\\\\d{4}(?:[/–-]\\\\d{2,4})?$'), ${first}) && ${yearOf(last as string)} - ${yearOf(first as string)} === ${periodCount} - 1`;
}

/** Of months of which every third has room, or fewer, those are written that are the first of a year which is a multiple of one of these. */
const yearSteps = [1, 2, 5, 10, 20];
const monthsOfYear = 12;

/** Vega expressions: the year that a text has anywhere, and the text without it. */
const yearIn = (text: string) => `replace(${text}, regexp('^.*?(\\\\d{4}).*$'), '$1')`;
const withoutYear = (text: string) => `replace(${text}, regexp('\\\\d{4}'), '')`;

/**
 * A Vega expression: where the first of the periods along an axis stands that begins a year, if they are the months of more than two years in whatever
 * language, one after another; else -1. What is called alike twelve places on, a year later, and by another name in the place between, is a month.
 */
function firstOfYear(): string {
  const name = (place: string | number) => `('' + domain('x')[${place}])`;
  const begins = Array.from({ length: monthsOfYear }, (_, index) => index + 1).reduceRight(
    (later, place) => `${yearIn(name(place))} !== ${yearIn(name(0))} ? ${place % monthsOfYear} : ${later}`,
    "-1",
  );
  const last = `${periodCount} - 1`;
  const yearLater = [
    `${withoutYear(name(0))} === ${withoutYear(name(monthsOfYear))}`,
    `${withoutYear(name(0))} !== ${withoutYear(name(1))}`,
    `test(regexp('\\\\d{4}'), ${name(0)})`,
    `toNumber(${yearIn(name(monthsOfYear))}) - toNumber(${yearIn(name(0))}) === 1`,
    // None is missing.
    `${withoutYear(name(last))} === ${withoutYear(name(`(${last}) % ${monthsOfYear}`))}`,
    `toNumber(${yearIn(name(last))}) - toNumber(${yearIn(name(`(${last}) % ${monthsOfYear}`))}) === floor((${last}) / ${monthsOfYear})`,
  ];
  return `${periodCount} > ${2 * monthsOfYear} && ${yearLater.join(" && ")} ? (${begins}) : -1`;
}

/** A Vega expression: from one written period to the next, of so many characters each, at least. */
const leastStep = (characters: string | number) =>
  `max(1, ceil(${periodCount} * (${characters} * ${digitPx} + 8) / width))`;

/** Of a step, what a scale of such periods has before the first and after the last. */
export const endPart = 0.2;
const wholeStep = "leastWholeStep";

/** The parameters that say whether seasons are broken. Where steps of broken ones are no shorter than whole ones need, they are whole. */
function seasonParams(): readonly object[] {
  const broken = "leastBrokenStep";
  return [
    { name: broken, expr: leastStep(4) },
    // All are as long as one another, and places are known: they may stand closer.
    { name: wholeStep, expr: `max(1, ceil((${periodCount} - 1 + 2 * ${endPart}) * (7 * ${digitPx} + 4) / width))` },
    { name: areBroken, expr: `${areSeasons} && ${wholeStep} > (${stepToFirst(broken)})` },
  ];
}

/** From one written period to the next, of the least that has room, at most; and how many more periods than that are tried. */
const mostOfLeast = 2.5;
const mostLonger = 12;

/** A Vega expression: the least step, or one that is not much longer where it leads from the last period to the first: all of one length. */
const stepToFirst = (least: string): string =>
  [least, ...Array.from({ length: mostLonger }, (_, index) => `(${least} + ${index + 1})`)].reduceRight(
    (otherwise, each) =>
      `(${each} <= ${mostOfLeast} * ${least} || ${each} === ${least}) && (${periodCount} - 1) % ${each} === 0 ? ${each} : ${otherwise}`,
    least,
  );

/**
 * A Vega expression for the labels of an axis of periods, as many as have room, the last of them always, and the first where two have; and the
 * parameters that it reads, so that rows and names are looked at once, and not for each of ten thousand labels. Of years one after another of which
 * few have room those are written that are round, beside the first and the last; of months those that begin a year.
 */
export function lastOfMany(field: string, { breaksSeasons = false }: { readonly breaksSeasons?: boolean } = {}) {
  const label = breaksSeasons ? `${areBroken} ? ${seasonLines} : ${periodLabel()}` : periodLabel();
  const longest = `${breaksSeasons ? `${areBroken} ? 4 : ` : ""}${commonPart} === '' ? min(${longestOfTexts(periodNames, [4, 7, 10, 14, 20])}, ${periodCharacters}) : length(${shortPeriod(`data('data')[0][${JSON.stringify(field)}]`)})`;
  const least = "leastPeriodStep";
  const step = stepToFirst(least);
  // Where the last and one more have room, that is the first.
  const hasRoomForTwo = `${least} < ${periodCount} && 2 * ${least} > ${periodCount} - 1`;
  const rounded = roundSteps.reduceRight((longer, each) => `(${least} <= ${each} ? ${each} : ${longer})`, "0");
  const place = `round(datum.index * (${periodCount} - 1))`;
  const fromLast = `(${periodCount} - 1 - ${place})`;
  const ownYear = yearOf(shortPeriod("datum.label"));
  const isRound = `${ownYear} % ${roundStep} === 0`;
  const round = yearSteps.reduceRight(
    (longer, each) => `(${least} <= ${monthsOfYear * each} ? ${each} : ${longer})`,
    "0",
  );
  const isFirstOfYear = `(${place} - ${yearStart}) % ${monthsOfYear} === 0 && toNumber(${yearIn("datum.label")}) % ${yearStep} === 0`;
  const isChosen = `(${roundStep} > 0 ? ${isRound} : ${yearStep} > 0 ? ${isFirstOfYear} : ${fromLast} % ${periodStep} === 0)`;
  // The last and the first have their room before all others.
  const isEnd = `${fromLast} === 0 || (${place} === 0 && ${least} < ${periodCount})`;
  const isWritten = `${isEnd} || (${isChosen} && ${fromLast} >= ${least} && ${place} >= ${least})`;
  return {
    params: [
      ...periodParams(field),
      { name: periodCount, expr: "length(domain('x'))" },
      ...(breaksSeasons ? seasonParams() : []),
      { name: longestPeriod, expr: longest },
      {
        name: least,
        expr: `${breaksSeasons ? `${areSeasons} && !${areBroken} ? ${wholeStep} : ` : ""}${leastStep(longestPeriod)}`,
      },
      { name: periodStep, expr: `${hasRoomForTwo} ? ${periodCount} - 1 : (${step})` },
      {
        name: roundStep,
        expr: `${breaksSeasons ? `(${areSeasons}) || ` : ""}${least} < ${leastRounded} || ${hasRoomForTwo} || !(${areYearsInTurn()}) ? 0 : ${rounded}`,
      },
      { name: yearStart, expr: firstOfYear() },
      { name: yearStep, expr: `${least} < ${leastRounded} || ${hasRoomForTwo} || ${yearStart} < 0 ? 0 : ${round}` },
    ],
    labelExpr: `${periodCount} < 2 || (${isWritten}) ? (${label}) : ''`,
    label,
  } as const;
}

export const longestPeriod = "longestPeriod";
/** A Vega expression with these parameters: what a name of a period takes at either side of its middle, px. */
export const halfPeriodPx = `${longestPeriod} * ${digitPx} / 2`;
/** A parameter: how many periods there are along the axis, or would be if all were as close as the closest. */
export const periodCount = "periodCount";
const periodStep = "periodStep";
/** A parameter: the years that are written are multiples of it; 0 where they are not chosen by that. */
const roundStep = "roundStep";
/** Parameters: where the first month stands that begins a year, of periods that are months; and the years that are named are multiples of the other, 0 where months are not chosen by that. */
const yearStart = "yearStart";
const yearStep = "yearStep";
