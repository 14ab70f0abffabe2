import { fieldReference } from "../spec/encoded-field.ts";
import { pictureWidth } from "../spec/picture-width.ts";
import { datumField, labelField } from "./figure-label.ts";

/** Widest that a character is on average, px, in the theme's text: names are wrapped by their number of characters. */
export const characterPx = 6.7;
/** From one line of a text to the next, px. */
export const linePx = 13;

/** The parameter that the expressions below read; 640 px where no page sets it. */
export const widthParam = { name: pictureWidth, value: 640 };

/** A Vega expression: how many characters have room in a share of the picture. */
export const charactersIn = (share: number | string, least = 8) =>
  `max(${least}, floor(${pictureWidth} * ${share} / ${characterPx}))`;

/**
 * A Vega expression: a text in lines of so many characters at most, joined by line feeds. Lines end at spaces and after hyphens;
 * a word that is longer than a line is divided.
 */
export function wrapped(text: string, characters: string): string {
  const divided = `replace(${text}, regexp('(\\\\S{' + (${characters} - 1) + '})(?=\\\\S\\\\S)', 'g'), '$1-\\n')`;
  const pattern = `regexp('([^\\n]{1,' + (${characters}) + '})(?:[ ]+|$|(?<=-))', 'g')`;
  return `trim(replace(${divided}, ${pattern}, '$1\\n'))`;
}

/** A Vega expression: without empty lines. */
export const lines = (text: string) => `replace(${text}, regexp('\\n+', 'g'), '\\n')`;

/** A Vega expression: the lines of a wrapped text, as axes and legends take them. */
const wrappedLines = (text: string, characters: string) => `split(${lines(wrapped(text, characters))}, '\\n')`;

/** A Vega expression: a text as a list of lines of so many characters, or of a word where one is longer. */
export const wrappedAtSpaces = (text: string, characters: string) =>
  `split(trim(replace(${text}, regexp('([^\\n]{1,' + (${characters}) + '}|\\\\S+)(?:[ ]+|$|(?<=-))', 'g'), '$1\\n')), regexp('\\n+'))`;

/** A Vega expression: all texts of a field of the rows, joined by line feeds. */
const allOf = (field: string) => `join(pluck(data('data'), ${JSON.stringify(fieldReference(field))}), '\\n')`;

/** A Vega expression: whether a text of a field is longer than so many characters. */
const hasLonger = (field: string, characters: string) =>
  `test(regexp('[^\\n]{' + (ceil(${characters}) + 1) + ',}'), ${allOf(field)})`;

/** How many lines of text a text of one more line is longer than: lines are not full where words are long. */
const fullLines = [1, 1.75, 2.5, 3.2, 3.9];

/** A Vega expression: the lines that the longest text of a field takes. */
export const linesOf = (field: string, characters: string) =>
  `(1 + ${fullLines.map((lines) => `(${hasLonger(field, `${lines} * (${characters})`)} ? 1 : 0)`).join(" + ")})`;

/** A Vega expression: the number of characters of the longest text of a field, as far as these steps tell it. */
export const longestOf = (field: string, steps: readonly number[]) =>
  steps
    .toReversed()
    .reduce(
      (longer, step) => `(${hasLonger(field, String(step))} ? ${longer} : ${step})`,
      String((steps.at(-1) ?? 0) * 1.5),
    );

/** A Vega expression: the share of a picture that names at its left take at most. */
const namesShare = `(${pictureWidth} < 480 ? 0.42 : 0.34)`;

/** An axis of names at the left: wrapped where they are long, in rows that are high enough for the longest. */
export function nameRows(
  field: string,
  { stepPx, leastPx = stepPx }: { readonly stepPx: number; readonly leastPx?: number },
) {
  const characters = charactersIn(namesShare);
  const lines = linesOf(field, characters);
  return {
    params: [widthParam, { name: "rowStep", expr: `max(${leastPx}, ${stepPx} + ${linePx} * (${lines} - 1))` }],
    height: { step: { signal: "rowStep" } },
    axis: {
      title: null,
      labelOverlap: false,
      labelExpr: wrappedLines("datum.label", characters),
      labelLimit: { expr: `${pictureWidth} * 0.5` },
      labelLineHeight: linePx,
    },
  } as const;
}

/** Width of a digit and what stands between digits, px. */
export const digitPx = 7.2;

/** A Vega expression: characters of the longest written figure of a field, as far as its lowest and its highest tell. */
export function figureCharacters(field: string, format: string): string {
  const written = (end: 0 | 1) => `length(format(${extentOf(field)}[${end}], ${JSON.stringify(format)}))`;
  return `max(3, ${written(0)}, ${written(1)})`;
}

/** A Vega expression: px that they take. */
export const figuresPx = (field: string, format: string) => `(${digitPx} * ${figureCharacters(field, format)})`;

/** A Vega expression: the lowest and the highest figure of a field, gaps apart. */
export const extentOf = (field: string) => `extent(pluck(data('data'), ${JSON.stringify(fieldReference(field))}))`;

/** A Vega expression: whether a field has figures below zero. */
export const hasNegative = (field: string) => `(${extentOf(field)}[0] < 0)`;

/** A Vega expression: whether a field has figures above zero. */
const hasPositive = (field: string) => `(${extentOf(field)}[1] > 0)`;

/** The range of a scale of horizontal bars that leaves room for figures at their ends, on either side of zero. */
export const barRange = (field: string, format: string) => ({
  rangeMin: { expr: `${hasNegative(field)} ? ${figuresPx(field, format)} + 8 : 0` },
  rangeMax: { expr: `width - (${hasPositive(field)} ? ${figuresPx(field, format)} + 8 : 24)` },
});

/** The same where figures stand in a column of their own at the right, so that lines across the bars do not run through them. */
export const comparedRange = (field: string, format: string) => ({
  rangeMin: 0,
  rangeMax: { expr: `width - ${figuresPx(field, format)} - 12` },
});

/** The figures of horizontal bars, in a column at the right. */
export const figureColumn = {
  mark: { type: "text", align: "right", baseline: "middle" },
  encoding: { x: { value: "width" }, text: { field: labelField } },
} as const;

/** Where the figure of a horizontal bar stands: beyond its end, on its side of zero. */
export const beyondBar = (value: string) => ({
  align: { expr: `${datumField(value)} < 0 ? 'right' : 'left'` },
  dx: { expr: `${datumField(value)} < 0 ? -5 : 5` },
});

/** A line at zero, where bars go either way. */
export const zeroLine = (value: string) => ({
  title: null,
  values: [0],
  labels: false,
  ticks: false,
  domain: false,
  grid: true,
  gridWidth: 1.5,
  gridOpacity: { expr: `${hasNegative(value)} ? 1 : 0` },
});

/** A legend in as many columns as its longest name leaves room for; a name that is longer than the picture is wrapped. */
export function legendOf(field: string, most = 5) {
  const longest = longestOf(field, [8, 14, 20, 28, 40, 60]);
  return {
    title: null,
    columns: { expr: `max(1, min(${most}, floor(${pictureWidth} / (${longest} * ${characterPx} + 30))))` },
    labelExpr: wrappedLines("datum.label", charactersIn(0.9)),
    labelLimit: { expr: pictureWidth },
  };
}

/** A period that is said in more characters stands in lines: "year ending March 2019". */
export const periodCharacters = 20;

/** A Vega expression for the labels of an axis of periods: in lines where they are long. */
export const periodLabel = (characters = periodCharacters) =>
  `length(datum.label) > ${characters} ? ${wrappedLines("datum.label", String(characters))} : datum.label`;

/** Above a plot, labels of several lines begin so much higher: Vega lets lines grow downwards, into the plot. */
export const paddingAbove = (field: string, characters: string, padding: number) => ({
  labelPadding: { expr: `${padding} + ${linePx} * (${linesOf(field, characters)} - 1)` },
  labelLineHeight: linePx,
});

/**
 * A Vega expression for the labels of an axis of periods, as many as have room, and the last of them always; and the parameter that
 * it reads, so that the rows are looked at once, and not for each label.
 */
export function lastOfMany(field: string) {
  const longest = `min(${longestOf(field, [4, 7, 10, 14, 20])}, ${periodCharacters})`;
  const count = "length(domain('x'))";
  const every = `ceil(${count} * (${longestPeriod} * ${digitPx} + 8) / width)`;
  return {
    param: { name: longestPeriod, expr: longest },
    labelExpr: `${count} < 2 || (${count} - 1 - round(datum.index * (${count} - 1))) % ${every} === 0 ? (${periodLabel()}) : ''`,
  } as const;
}

const longestPeriod = "longestPeriod";
