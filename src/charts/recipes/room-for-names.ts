import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { emphasisWeight, overMarks } from "./emphasis.ts";
import { datumField, type FigureFormat, formatCode, labelField, tickFormat } from "./figure-label.ts";

/** Widest that a character is on average, px, in the theme's text: names are wrapped by their number of characters. */
export const characterPx = 6.7;
/** What it is in most names, and in those in capitals. */
export const usualPx = 6.2;
export const capitalPx = 8.4;
/** From one line of a text to the next, px. */
export const linePx = 13;

/** The parameter that the expressions below read; 640 px where no page sets it. */
export const widthParam = { name: pictureWidth, value: 640 };

/** A Vega expression: how many characters have room in a share of the picture. */
export const charactersIn = (share: number | string, least = 8) =>
  `max(${least}, floor(${pictureWidth} * ${share} / ${characterPx}))`;

/** Of regular expressions in Vega expressions: a sign of a word, and one that is a letter. */
const sign = "[^\\\\s0-9/-]";
const letter = "[^\\\\s0-9/(),.;:!?-]";

/** Of regular expressions: where a line may end within a name, after a hyphen or a slash of words: not after those of a figure (`2014-15`). */
export const partEnd = "(?<=[^\\s0-9][-/])(?=[^ 0-9])";

/** The same, of those in Vega expressions. */
const partEndInVega = partEnd.replaceAll("\\", "\\\\");

/** So many letters of a word at least go to the next line. */
const leastCarried = 3;

/**
 * A Vega expression: a text in lines of so many characters at most, joined by line feeds. Lines end at spaces and after hyphens and slashes;
 * a word, or a part between hyphens, that is longer than a line is divided, a figure is not.
 */
export function wrapped(text: string, characters: string): string {
  const isLonger = `(?=${sign}{' + (${characters}) + '}(?:${sign}|[-/]))`;
  const ofPart = `${isLonger}(${sign}{1,' + (${characters} - 1) + '})(?=${letter}{${leastCarried}})`;
  const divided = `replace(${text}, regexp('${ofPart}', 'g'), '$1-\\n')`;
  const pattern = `regexp('([^\\n]{1,' + (${characters}) + '})(?:[ ]+|$|${partEndInVega})', 'g')`;
  return `trim(replace(${divided}, ${pattern}, '$1\\n'))`;
}

/** A Vega expression: without empty lines. */
export const lines = (text: string) => `replace(${text}, regexp('\\n+', 'g'), '\\n')`;

/** A Vega expression: the lines of a wrapped text, as axes and legends take them. */
export const wrappedLines = (text: string, characters: string) => `split(${lines(wrapped(text, characters))}, '\\n')`;

/** A Vega expression: the same of the label of an axis. Most names have room in one line: for these nothing is looked for. */
const linesOfLabel = (characters: string) =>
  `(length(datum.label) > ${characters} || indexof(datum.label, '\\n') >= 0 ? ${wrappedLines("datum.label", characters)} : [trim(datum.label)])`;

/**
 * A Vega expression: a text whose lines end at spaces, and after hyphens, slashes and dashes, of so many characters or of a part between these where one is
 * longer; each ends in a line feed.
 */
const endedAtSpaces = (text: string, characters: string) =>
  `replace(${text}, regexp('([^\\n]{1,' + (${characters}) + '}|\\\\S+?(?=[ ]|$|${partEndInVega}))(?:[ ]+|$|(?<=[-–])|${partEndInVega})', 'g'), '$1\\n')`;

/** A Vega expression: the same as a list of lines. */
export const wrappedAtSpaces = (text: string, characters: string) =>
  `split(trim(${endedAtSpaces(text, characters)}), regexp('\\n+'))`;

/** Texts of more lines are not told apart. */
const mostLinesAtSpaces = 5;

/** A Vega expression: the lines of that one of some texts that takes most of them, wrapped so; the texts are joined by line feeds. */
export function mostLinesAtSpacesOf(texts: string, characters: string): string {
  // The space ends a line, so that an empty one is between two texts.
  const ended = endedAtSpaces(`replace(${texts}, regexp('\\n', 'g'), ' \\n')`, characters);
  const hasMore = (lines: number) => `(test(regexp('[^\\n](?:\\n[^\\n]+){${lines}}'), ${ended}) ? 1 : 0)`;
  return `(1 + ${Array.from({ length: mostLinesAtSpaces - 1 }, (_, index) => hasMore(index + 1)).join(" + ")})`;
}

/** A Vega expression: all texts of a field of the rows, joined by line feeds. */
export const allOf = (field: string) => `join(pluck(data('data'), ${JSON.stringify(fieldReference(field))}), '\\n')`;

/** A Vega expression: whether the names in a field are written in capitals alone, `WESTMINSTER 50`. */
const areInCapitals = (field: string) =>
  `(test(regexp('\\\\p{Lu}{2}', 'u'), ${allOf(field)}) && !test(regexp('\\\\p{Ll}', 'u'), ${allOf(field)}))`;

/** A Vega expression: whether one of some texts is longer than so many characters. Each is read from its start alone: there may be thousands. */
const hasLonger = (texts: string, characters: string) =>
  `test(regexp('(?:^|\\n)[^\\n]{' + (ceil(${characters}) + 1) + ',}'), ${texts})`;

/** How many lines of text a text of one more line is longer than: lines are not full where words are long. */
const fullLines = [1, 1.75, 2.5, 3.2, 3.9];

/** A Vega expression: the lines that the longest of some texts takes; they are joined by line feeds, as `allOf` has them. */
export const linesOfTexts = (texts: string, characters: string) =>
  `(1 + ${fullLines.map((lines) => `(${hasLonger(texts, `${lines} * (${characters})`)} ? 1 : 0)`).join(" + ")})`;

/** The same of the texts of a field. */
export const linesOf = (field: string, characters: string) => linesOfTexts(allOf(field), characters);

/** A Vega expression: the number of characters of the longest of some texts, as far as these steps tell it. */
export const longestOfTexts = (texts: string, steps: readonly number[]) =>
  steps
    .toReversed()
    .reduce(
      (longer, step) => `(${hasLonger(texts, String(step))} ? ${longer} : ${step})`,
      String((steps.at(-1) ?? 0) * 1.5),
    );

/** The same of the texts of a field. */
export const longestOf = (field: string, steps: readonly number[]) => longestOfTexts(allOf(field), steps);

/** A Vega expression: the share of a picture that names at its left take at most. */
const namesShare = `(${pictureWidth} < 480 ? 0.42 : 0.34)`;

/** Of a row where a single name has two lines: beside names of one line, these have room above and below. */
export const oneLongPx = 24;

export interface NameRowsOptions {
  /** Of a row whose name has one line; may be a Vega expression. */
  readonly stepPx: number | string;
  /** What a row of several lines has besides, so that they are told from the next name; nothing where absent. */
  readonly airPx?: number;
  readonly leastPx?: number | string;
  /** What a row takes at most, px, where a single name has two lines; nothing else where absent. */
  readonly oneLongPx?: number;
  /** What it takes at most, px, however many have; nothing else where absent. */
  readonly mostPx?: number;
  /** A Vega expression: what is written of a name, the whole of it where absent; and the lines that the longest takes of so many characters. */
  readonly label?: string;
  readonly linesIn?: (characters: string) => string;
}

/** A parameter: how many characters a line of the names at the left has. Written out where it is read, it would be most of an axis. */
const nameCharacters = "nameCharacters";

/** An axis of names at the left: wrapped where they are long, in rows that are high enough for the longest. */
export function nameRows(
  field: string,
  {
    stepPx,
    airPx = 0,
    leastPx = stepPx,
    oneLongPx,
    mostPx,
    label,
    linesIn = (most) => linesOf(field, most),
  }: NameRowsOptions,
) {
  // The axis takes what they need: a name that is wider than most takes more.
  const characters = `max(8, floor(${pictureWidth} * ${namesShare} / (${areInCapitals(field)} ? ${capitalPx} : ${usualPx})))`;
  const lines = linesIn(nameCharacters);
  const labelLines = label === undefined ? linesOfLabel(nameCharacters) : wrappedLines(label, nameCharacters);
  const air = airPx === 0 ? "" : ` + (${lines} > 1 ? ${airPx} : 0)`;
  const usual = `${stepPx} + ${linePx} * (${lines} - 1)${air}`;
  const longNames = `(length(split(${allOf(field)}, regexp('[^\\n]{' + (${nameCharacters} + 1) + ',}'))) - 1)`;
  const step =
    oneLongPx === undefined ? usual : `${lines} === 2 && ${longNames} === 1 ? min(${oneLongPx}, ${usual}) : ${usual}`;
  const rowPx = `max(${leastPx}, ${step})`;
  const labelParams = [widthParam, { name: nameCharacters, expr: characters }];
  return {
    /** Those that the axis reads. */
    labelParams,
    params: [...labelParams, { name: "rowStep", expr: mostPx === undefined ? rowPx : `min(${mostPx}, ${rowPx})` }],
    height: { step: { signal: "rowStep" } },
    /** Of bars: as thick as beside a name of one line. */
    bar: { height: { expr: `min(bandwidth('y'), ${stepPx})` } },
    axis: {
      title: null,
      labelOverlap: false,
      labelExpr: labelLines,
      labelLimit: { expr: `${pictureWidth} * 0.5` },
      labelLineHeight: linePx,
      // Vega sets the first line at the middle of the row: lines grow downwards.
      labelOffset: { expr: `${-linePx / 2} * (length(${labelLines}) - 1)` },
    },
  } as const;
}

/** What a row has besides the lines of its name above its bar, px: the bar, and room to the next name. */
const aboveBar = { bar: 12, gap: 10 };

export interface NamesAboveOptions {
  /** Of a bar and what stands at it; may be a Vega expression. */
  readonly barPx?: number | string;
  /** From the foot of a bar, or what stands at it, to the next name; usual where absent. */
  readonly gapPx?: number;
  /** A Vega expression: how many characters a line of a name has; those of the whole width where absent. */
  readonly characters?: string;
}

/** Names above their bars, each in lines as long as the picture is wide: for long names where there is little room beside bars. */
export function namesAbove(
  field: string,
  { barPx = aboveBar.bar, gapPx = aboveBar.gap, characters = charactersIn(0.98) }: NamesAboveOptions = {},
) {
  const lines = linesOf(field, characters);
  const namePx = `(${linePx} * ${lines})`;
  const text = wrappedLines(datumField(field), characters);
  const barMiddle = `(rowStep - ${gapPx} - ${barPx} / 2)`;
  return {
    params: [widthParam, { name: "rowStep", expr: `${namePx} + ${barPx} + ${gapPx}` }],
    height: { step: { signal: "rowStep" } },
    axis: null,
    scale: { padding: 0 },
    /** What a row has below its bar, px. */
    gap: gapPx,
    /** Vega expressions: from the top of a row to that of its bar, and to its foot, px. */
    span: { from: `(rowStep - ${gapPx} - ${barPx})`, to: `(rowStep - ${gapPx})` },
    /** Of bars, and of what stands beside them. */
    bar: {
      height: typeof barPx === "number" ? barPx : { expr: barPx },
      yOffset: { expr: `${barMiddle} - rowStep / 2` },
    },
    beside: { dy: { expr: `${barMiddle} - rowStep / 2` } },
    layer: {
      // A name of fewer lines stands close to its bar as well.
      mark: {
        type: "text",
        // The line at zero may run through it.
        style: overMarks,
        align: "left",
        baseline: "top",
        fontWeight: emphasisWeight,
        text: { expr: text },
        lineHeight: linePx,
        // Of the row's own height: the longest of all names is not looked for again in each row.
        dy: { expr: `rowStep / 2 - (${barPx}) - ${gapPx} - ${linePx} * length(${text})` },
      },
      encoding: { x: { value: 0 } },
    },
  } as const;
}

/** Width of a digit and what stands between digits, px. */
export const digitPx = 7.2;

/** A Vega expression: characters of the longest written figure of a field, as far as its lowest and its highest tell. */
export function figureCharacters(field: string, format: FigureFormat): string {
  const written = (end: 0 | 1) => `length(format(${extentOf(field)}[${end}], ${formatCode(format)}))`;
  return `max(3, ${written(0)}, ${written(1)})`;
}

/** Of a figure in a format: what its per cent sign is wider than a digit, px; nothing where it has none. */
export const percentRoom = (format: FigureFormat): number =>
  typeof format === "string" && format.endsWith("%") ? 6 : 0;

/** What a figure leaves free of its part of a bar, px, with what its per cent sign is wider than a digit: one that touches the line to the next part is read with that. */
export const besideFigurePx = 9;

/** What a point and what stands between thousands are narrower than a digit, px. */
const pointPx = 3.4;

/** A Vega expression: px that the figures of a field take that stand close to the edges of their shapes, where each point counts as what it is. */
export function tightFiguresPx(field: string, format: FigureFormat): string {
  const written = (end: 0 | 1) => `format(${extentOf(field)}[${end}], ${formatCode(format)})`;
  const px = (text: string) =>
    `${digitPx} * length(${text}) - ${pointPx} * (length(split(${text}, regexp('[.,]'))) - 1)`;
  return `(max(${px(written(0))}, ${px(written(1))}) + ${percentRoom(format)})`;
}

/** A Vega expression: px that they take. */
export const figuresPx = (field: string, format: FigureFormat) =>
  `(${digitPx} * ${figureCharacters(field, format)} + ${percentRoom(format)})`;

/** A Vega expression: the lowest and the highest figure of a field, gaps apart. */
export const extentOf = (field: string) => `extent(pluck(data('data'), ${JSON.stringify(fieldReference(field))}))`;

/** A Vega expression: whether some row has no figure in a field. */
export const hasGaps = (field: string) =>
  `test(regexp('^,|,,|,$|^$'), join(pluck(data('data'), ${JSON.stringify(fieldReference(field))}), ','))`;

/** A Vega expression: whether all figures of a field are whole. */
export const areWhole = (field: string) =>
  `test(regexp('^[-,0-9]*$'), join(pluck(data('data'), ${JSON.stringify(fieldReference(field))}), ','))`;

/** Vega expressions: what the labels of a scale are divided by, and the sign that says so. */
const shortened = [
  { from: 1e9, sign: "bn" },
  { from: 1e6, sign: "m" },
] as const;
/** The same beside figures in a format of prefixes, `10.8M`: theirs. */
const prefixed = [
  { from: 1e9, sign: "G" },
  { from: 1e6, sign: "M" },
  { from: 1e3, sign: "k" },
] as const;

/** The axis of a scale of figures: whole steps where all are whole, and millions as `1.2m`, or with the prefix that its figures have, in one unit for the whole axis. */
export function figureAxis(field: string, format: string) {
  const largest = `max(abs(${extentOf(field)}[0]), abs(${extentOf(field)}[1]))`;
  const written = JSON.stringify(tickFormat(format));
  const labels = (format.endsWith("s") ? prefixed : shortened).reduceRight<string>(
    (smaller, { from, sign }) =>
      `${largest} >= ${from} ? (datum.value === 0 ? '0' : format(datum.value / ${from}, ${written}) + '${sign}') : ${smaller}`,
    "datum.label",
  );
  return {
    format: tickFormat(format),
    ...(format.endsWith("%") ? {} : { labelExpr: labels }),
    ...wholeSteps(field),
  };
}

/** From a line of the grid to the next, about, px. */
const gridStepPx = 40;

/** Of more steps than these, every second or third has a line. */
const mostSteps = 7;

/**
 * Of an upright axis of figures and its scale: lines of the grid so far apart, of which the highest lies at the highest figure or above it, and the lowest at the lowest or below.
 *
 * The scale ends by small steps, so that little is empty above the highest figure; where these are many, fewer have a line, of which one lies at each end still.
 */
export function gridBeyond(heightPx: number) {
  const count = Math.max(3, Math.round(heightPx / gridStepPx));
  return { axis: { tickCount: count, values: { expr: fewerLines(count) } }, scale: { nice: count } } as const;
}

/** A Vega expression: the lines of a scale `y` that ends by this many steps about, where each step would have one of too many; else null, and Vega's own hold. */
function fewerLines(count: number): string {
  const [low, high] = ["domain('y')[0]", "domain('y')[1]"];
  // As d3 has them: 1, 2, 5 or 10 times a power of ten.
  const raw = `((${high} - ${low}) / ${count})`;
  const power = `pow(10, floor(log(${raw}) / LN10 + 1e-9))`;
  const step = `(${power} * (${raw} / ${power} >= ${Math.sqrt(50)} ? 10 : ${raw} / ${power} >= ${Math.sqrt(10)} ? 5 : ${raw} / ${power} >= ${Math.SQRT2} ? 2 : 1))`;
  const linesOf = (each: 2 | 3) =>
    `round(${low} / ${step}) % ${each} === 0 && round(${high} / ${step}) % ${each} === 0 ? sequence(${low}, ${high} + ${step}, round(${each}e9 * ${step}) / 1e9)`;
  return `round((${high} - ${low}) / ${step}) > ${mostSteps} ? (${linesOf(2)} : ${linesOf(3)} : null) : null`;
}

/** Of a scale whose figures are whole: its steps are, too. */
const wholeSteps = (field: string) => ({ tickMinStep: { expr: `${areWhole(field)} ? 1 : 0` } });

/** A Vega expression: whether a field has figures below zero. */
export const hasNegative = (field: string) => `(${extentOf(field)}[0] < 0)`;

/** A Vega expression: whether a field has figures above zero. */
const hasPositive = (field: string) => `(${extentOf(field)}[1] > 0)`;

/** The end of a scale whose figures, of so many fields, are all zero: they stand at its beginning, not in its middle. */
export const endAboveZero = (...fields: readonly string[]) => ({
  domainMax: {
    expr: `${fields.map((field) => `max(abs(${extentOf(field)}[0]), abs(${extentOf(field)}[1])) > 0`).join(" || ")} ? null : 1`,
  },
});

/** Of the figure further from zero, a share below which the other is near zero: a Vega expression may say it. */
const nearZero = "0.4";

/** The same where pairs of dots have little room to stand apart. */
export const nearZeroOfPairs = `(${pictureWidth} < 480 ? 0.1 : ${nearZero})`;

/**
 * The ends of a scale of dots, each with its figure: from zero where the figures come near it, else from the lowest to the highest. Dots have no
 * length that would be read from zero, and figures that are close would all lie at one end.
 */
export const dotEnds = (field: string, near = nearZero) => {
  const { from, to } = endsBetween(`${extentOf(field)}[0]`, `${extentOf(field)}[1]`, { own: ["null", "null"], near });
  return { zero: false, domainMin: { expr: from }, domainMax: { expr: to } };
};

/** The same of a scale of several fields, of which each may have no figure, whatever else stands on it; and the parameters that it reads, so that no layer works them out anew. */
export const dotDomain = (fields: readonly string[]) => {
  const end = (of: "min" | "max", index: 0 | 1, none: string) =>
    `${of}(${fields.map((field) => `(isValid(${extentOf(field)}[${index}]) ? ${extentOf(field)}[${index}] : ${none})`).join(", ")})`;
  const [lowest, highest, first, last] = ["dotsLowest", "dotsHighest", "dotsFrom", "dotsTo"] as const;
  const { from, to } = endsBetween(lowest, highest, { own: [lowest, highest], near: nearZero });
  const isKnown = `${highest} >= ${lowest}`;
  return {
    params: [
      { name: lowest, expr: end("min", 0, "MAX_VALUE") },
      { name: highest, expr: end("max", 1, "-MAX_VALUE") },
      { name: first, expr: `${isKnown} ? (${from}) : 0` },
      { name: last, expr: `${isKnown} ? (${to}) : 1` },
    ],
    scale: { zero: false, domain: [{ expr: first }, { expr: last }] },
  };
};

/** Vega expressions: the ends of a scale of dots between two figures, where they are not those of the figures themselves. */
const endsBetween = (
  lowest: string,
  highest: string,
  { own: [low, high], near }: { readonly own: readonly [string, string]; readonly near: string },
) => ({
  from: `${lowest} > ${near} * ${highest} && ${lowest} > 0 && ${highest} > ${lowest} ? ${low} : min(0, ${lowest})`,
  to: `${highest} > 0 || (${highest} < ${near} * ${lowest} && ${highest} > ${lowest}) ? ${high} : ${lowest} < 0 ? 0 : 1`,
});

/** The range of a scale of horizontal bars that leaves room for figures at their ends, on either side of zero. */
export const barRange = (field: string, format: FigureFormat) => ({
  ...endAboveZero(field),
  rangeMin: { expr: `${hasNegative(field)} ? ${figuresPx(field, format)} + 8 : 0` },
  rangeMax: { expr: `width - (${hasPositive(field)} ? ${figuresPx(field, format)} + 8 : 24)` },
});

/** The same where figures stand in a column of their own at the right, so that lines across the bars do not run through them. */
export const comparedRange = (field: string, format: FigureFormat, compared: readonly string[]) => ({
  ...endAboveZero(field, ...compared),
  rangeMin: 0,
  rangeMax: { expr: `width - ${figuresPx(field, format)} - 12` },
});

/** The figures of horizontal bars, in a column at the right: what stands out is told by more than its colour. */
export const figureColumn = {
  mark: { type: "text", align: "right", baseline: "middle", fontWeight: emphasisWeight },
  encoding: { x: { value: "width" }, text: { field: labelField } },
} as const;

/** The figure of a horizontal bar: beyond its end, on its side of zero. */
export const beyondBar = (value: string) => ({
  fontWeight: emphasisWeight,
  align: { expr: `${datumField(value)} < 0 ? 'right' : 'left'` },
  dx: { expr: `${datumField(value)} < 0 ? -5 : 5` },
});

/**
 * A legend in as many columns as its longest name leaves room for; a name that is longer than the picture is wrapped. It stands so far above
 * the plot, px or a Vega expression: what the figures at the top of the plot take, which Vega does not reckon with.
 */
export function legendOf(field: string, offset: number | string, most = 5) {
  const longest = longestOf(field, [6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 34, 40, 50, 60]);
  return {
    title: null,
    offset: typeof offset === "number" ? offset : { expr: offset },
    columns: { expr: `max(1, min(${most}, floor(${pictureWidth} / (${longest} * ${characterPx} + 30))))` },
    labelExpr: wrappedLines("datum.label", charactersIn(0.9)),
    labelLimit: { expr: pictureWidth },
  };
}
