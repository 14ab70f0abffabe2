import { gapMarkers } from "../../dataset/index.ts";
import { cellText, type Sheet, type SheetCell } from "../../tables/index.ts";
import { largestOf } from "../extremes.ts";
import { isOfChange } from "../measures/measure-kind.ts";
import type { SentinelKind } from "./column-survey.ts";

/** What programs write where there is no figure: `-999`, `-9999.0`, `-999.9`; `-1111.1` and `-2222`, each for a reason of its own. */
const sentinel = /^-(?<digit>[1-9])\k<digit>{2,}(?:\.(?:0|\k<digit>)+)?$/u;
/** What people write there, among counts: no count is below zero. */
const sentinelOfCounts = /^-9{1,2}$/u;

type Column = Pick<Sheet["columns"][number], "values"> & Partial<Pick<Sheet["columns"][number], "codes">>;

/**
 * The numbers of columns that stand for figures that are not there: far below all other numbers of their column, or the only ones below zero among
 * counts, where they come again.
 */
export function sentinelsIn(columns: readonly Column[]): ReadonlyMap<string, SentinelKind> {
  const found = new Set<string>();
  for (const column of columns) {
    const texts = textsOf(column.values);
    const own = new Set(texts.filter((text) => sentinel.test(text)));
    // Most columns have none.
    if (own.size === 0) continue;
    const others = texts.filter((text) => isNumber(text) && !sentinel.test(text));
    const lowest = others
      .map((text) => Number(text.replaceAll(",", "")))
      .filter(Number.isFinite)
      .reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    for (const text of own) {
      const isFar = others.length > 0 && Number(text) < farBelow * Math.max(1, -lowest);
      // A loss of 333 that nothing else comes near may be one, once.
      if (isFar && (text.startsWith("-9") || timesIn(column, text) > 1)) found.add(text);
    }
  }
  const of = (texts: Iterable<string>, kind: SentinelKind) => Array.from(texts, (text) => [text, kind] as const);
  return new Map([
    ...of(correctionsOfCounts(columns), "correction"),
    ...of(codesBelowZero(columns), "code"),
    ...of([...found, ...sentinelsOfCounts(columns)], "gap"),
  ]);
}

/**
 * Whole numbers below zero that are a very few of many whole ones, as corrections of counts are: `-14` cases in one month of one country. Differences and
 * balances are below zero more often, and say so. None where figures of another kind have the same.
 */
function correctionsOfCounts(columns: readonly Column[]): readonly string[] {
  const read = columns.map((column) => ({ column, texts: textsOf(column.values) }));
  const areBelow = (texts: readonly string[]) => texts.some((text) => wholeBelowZero.test(text));
  const own = read.filter(
    ({ texts }) =>
      areBelow(texts) && texts.every((text) => !isNumber(text) || wholeBelowZero.test(text) || whole.test(text)),
  );
  const isOfOthers = read.some((one) => areBelow(one.texts) && !own.includes(one));
  if (
    own.length === 0 ||
    isOfOthers ||
    own.some(({ texts }) => texts.some((text) => !isNumber(text) && isOfChange(text)))
  )
    return [];
  const cellsOf = (look: RegExp) => own.reduce((sum, { column }) => sum + timesLike(column, look), 0);
  const [below, others] = [cellsOf(wholeBelowZero), cellsOf(whole)];
  if (others < fewestCells || below > others * mostCorrected) return [];
  return [...new Set(own.flatMap(({ texts }) => texts.filter((text) => wholeBelowZero.test(text))))];
}
const [whole, wholeBelowZero] = [/^\d[\d,]*$/u, /^[-−]\d[\d,]*$/u];
/** Of so many counts, so few are below zero where they are corrections. */
const [fewestCells, mostCorrected] = [1000, 0.002];

/**
 * A few small whole numbers below zero, one of which comes far more often than any figure: `-1` for what is hidden and `-2` for what nobody released. Of
 * changes, balances and degrees, those near zero are about as many on both sides. None that another column has as figures.
 */
function codesBelowZero(columns: readonly Column[]): readonly string[] {
  const signed = columns
    .map((column) => ({ column, texts: textsOf(column.values) }))
    .filter(({ texts }) => texts.some((text) => belowZero.test(text)));
  const codesOf = ({ column, texts }: (typeof signed)[number]): readonly string[] => {
    const codes = texts.filter((text) => belowZero.test(text));
    const figures = texts.filter((text) => isNumber(text) && !belowZero.test(text));
    const areFew = codes.length <= mostCodes && figures.length >= codes.length * figuresPerCode;
    const areNoFigures = codes.every((text) => codeBelowZero.test(text)) && !texts.some(isHeadingOfSigned);
    if (!areFew || !areNoFigures) return [];
    const isFigure = new Set(figures.filter((text) => Number(text) !== 0));
    const often = Math.max(...codes.map((text) => timesIn(column, text)));
    return often >= timesAsOften * mostTimes(column, isFigure) ? codes : [];
  };
  const found = new Set(signed.flatMap(codesOf));
  const areOfOthers = signed.filter(({ texts }) => {
    const own = texts.filter((text) => belowZero.test(text));
    return own.some((text) => !found.has(text)) || texts.some(isHeadingOfSigned);
  });
  return [...found].filter((text) => !areOfOthers.some(({ texts }) => texts.includes(text)));
}
const [belowZero, codeBelowZero] = [/^[-−][\d.]/u, /^-\d{1,2}$/u];
/** So few codes are known, and so many figures of each of them stand beside them; one comes so many times as often as any of these. */
const [mostCodes, figuresPerCode, timesAsOften] = [5, 8, 5];
const isHeadingOfSigned = (text: string): boolean =>
  !isNumber(text) && (isOfChange(text) || /\b(?:temp(?:erature)?|balance|net|deviation|score|z-score)\b/iu.test(text));

/** How often the one of some texts stands in a column that stands there most often. */
function mostTimes({ values, codes = new Uint32Array(0) }: Column, among: ReadonlySet<string>): number {
  const times = new Map<number, number>();
  const own = new Set(values.flatMap((value, at) => (value !== null && among.has(cellText(value).trim()) ? [at] : [])));
  for (const code of codes) if (own.has(code)) times.set(code, (times.get(code) ?? 0) + 1);
  return largestOf(times.values(), 1);
}

/** `-9`, where each column that has it has no other number below zero and no decimals, and it comes again in one of them. */
function sentinelsOfCounts(columns: readonly Column[]): readonly string[] {
  const holding = columns
    .map((column) => ({ column, texts: textsOf(column.values) }))
    .filter(({ texts }) => texts.some((text) => sentinelOfCounts.test(text)));
  const candidates = new Set(holding.flatMap(({ texts }) => texts.filter((text) => sentinelOfCounts.test(text))));
  return [...candidates].filter((text) => {
    const own = holding.filter(({ texts }) => texts.includes(text));
    const areOfCounts = own.every(({ texts }) => {
      const others = texts.filter((other) => other !== text && isNumber(other) && !sentinel.test(other));
      // Its heading is among them: a change may well be below zero.
      const isChange = texts.some((one) => !isNumber(one) && isOfChange(one));
      return !isChange && others.length >= fewestCounts && others.every((other) => /^\d[\d,]*$/u.test(other));
    });
    return areOfCounts && own.some(({ column }) => timesIn(column, text) > 1);
  });
}

/** Of so many different counts in a column none is below zero by no chance. */
const fewestCounts = 3;

const textsOf = (values: Column["values"]): readonly string[] =>
  values.flatMap((value) => (value === null ? [] : [cellText(value).trim()]));

const isNumber = (text: string): boolean => /^[-−]?\d/u.test(text);

/** In how many rows a text stands. */
const timesIn = (column: Column, text: string): number => timesOf(column, (own) => own === text);

/** In how many rows a text stands that looks so. */
const timesLike = (column: Column, look: RegExp): number => timesOf(column, (own) => look.test(own));

function timesOf({ values, codes = new Uint32Array(0) }: Column, isMeant: (text: string) => boolean): number {
  const own = new Set(values.flatMap((value, at) => (value !== null && isMeant(cellText(value).trim()) ? [at] : [])));
  return codes.reduce((sum, code) => sum + (own.has(code) ? 1 : 0), 0);
}

/** Nothing below zero is so far from all others of its kind. */
const farBelow = -5;

/** A sheet with gaps in their place. */
export const withoutSentinels = (sheet: Sheet, sentinels: ReadonlyMap<string, SentinelKind>): Sheet => {
  const read = (value: SheetCell): SheetCell =>
    value !== null && sentinels.has(cellText(value).trim()) ? gapMarkers.missing : value;
  return sentinels.size === 0
    ? sheet
    : { ...sheet, columns: sheet.columns.map((column) => ({ ...column, values: column.values.map(read) })) };
};
