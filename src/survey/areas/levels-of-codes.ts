import { groupBy } from "../../dataset/index.ts";
import { cellAt, cellText } from "../../tables/index.ts";
import { largestOf, smallestOf } from "../extremes.ts";
import type { ColumnSurvey, TableSurvey } from "../table/column-survey.ts";
import { surveyColumn } from "../table/survey-column.ts";
import { textIn } from "../text-in.ts";
import { wordsOf } from "../words.ts";
import { isAreaName, isNameOfArea, isOfAreaCodes } from "./find-area.ts";

/** So many codes are a list of areas; so many of the smallest of them lie in one that is there, and so many are of the level of most. */
const [fewestCodes, mostlyHeld, mostlySmall] = [12, 0.8, 0.5];

/**
 * A table whose rows are of areas of several levels, by codes that say so, without the rows of all levels but the one that most are of: `01000` holds
 * `01001` and `01003`, `010100` holds `010101`, `AT1` holds `AT11`. None of those that are left holds another.
 */
export function withoutCoarserCodes(survey: TableSurvey): TableSurvey {
  for (const column of survey.columns.filter((own) => mayBeCodes(own) && isOfAreas(survey, own))) {
    const coarser = coarserAmong(survey, column);
    if (coarser.size === 0) continue;
    const textAt = (row: number) => textIn(survey.sheet, row, column.index);
    // What has no code among hundreds that have one is another whole: `Departamento de Lima`, without its capital.
    const areNone = survey.rows.filter((row) => textAt(row) === "").length <= survey.rows.length * fewWithout;
    if (areNone && survey.rows.some((row) => textAt(row) === "")) coarser.add("");
    const rows = survey.rows.filter((row) => !coarser.has(textAt(row)));
    if (rows.length < survey.rows.length * mostlySmall) continue;
    const own = nameOfAreas(survey, column) ?? nameBeside(survey, column);
    const left = survey.rows.filter((row) => coarser.has(textAt(row)));
    const names = own ? Array.from(left, (row) => textIn(survey.sheet, row, own.index)) : [...coarser];
    return {
      ...survey,
      rows,
      columns: survey.columns.map((one) => surveyAgain(one, { survey, rows, codes: column })),
      coarser: [{ column: column.ref, codes: asPattern(coarser, column.texts), names: [...new Set(names)] }],
    };
  }
  return survey;
}

/** The codes of what holds others, by the first sign of it that codes have; and of cities in turn before their quarters. */
function coarserAmong(survey: TableSurvey, column: ColumnSurvey): Set<string> {
  const bySign =
    coarserByZeros(column.texts) ??
    coarserByLength(column.texts) ??
    wholeOfEach(survey, column) ??
    headsByDigits(survey, column) ??
    coarserByStart(survey, column) ??
    partsOfAll(column.texts) ??
    new Set<string>();
  return new Set([...bySign, ...sumsOfNext(survey, column, bySign)]);
}

/** Codes as a filter of rows has them: by the zeros that they end with, where all that end so are meant. */
function asPattern(all: ReadonlySet<string>, texts: readonly string[]): readonly string[] {
  const codes = new Set([...all].filter((code) => code !== ""));
  const blank = all.has("") ? [""] : [];
  const zeros = smallestOf([...codes].map((code) => /0*$/u.exec(code)?.[0].length ?? 0));
  const end = "0".repeat(zeros);
  const areAll = codes.size > 1 && zeros > 1 && texts.every((text) => text.endsWith(end) === codes.has(text));
  return [...(areAll ? [`*${end}`] : codes), ...blank];
}

interface AgainInput {
  readonly survey: TableSurvey;
  /** Those that are left. */
  readonly rows: Uint32Array;
  /** The column that has codes, if any. */
  readonly codes?: ColumnSurvey;
}

/** What a column holds in the rows that are left; it is of the same kind, and what has the codes holds codes. */
export function surveyAgain(column: ColumnSurvey, { survey: { sheet }, rows, codes }: AgainInput): ColumnSurvey {
  const { index, name, ref, kind } = column;
  if (index >= sheet.columns.length || !["label", "figure", "code", "note", "period"].includes(kind)) return column;
  const own = surveyColumn({ sheet, index, name, rows, isTwin: ref !== name });
  if (column === codes) return { ...column, kind: "code", figures: undefined, texts: own.texts, filled: own.filled };
  return kind === "figure" && own.kind !== "figure"
    ? column
    : { ...column, texts: own.texts, filled: own.filled, figures: kind === "figure" ? own.figures : column.figures };
}

/** `380000` metres to the east hold no other place. */
const ofCoordinates =
  /^(?:eastings?|northings?|lat(?:itude)?|lon(?:g(?:itude)?)?|[xy](?: coord(?:inate)?s?)?|grid ref(?:erence)?)$/iu;

const mayBeCodes = ({ kind, name, texts }: ColumnSurvey): boolean =>
  texts.length >= fewestCodes &&
  !ofCoordinates.test(wordsOf(name)) &&
  (kind === "code" ||
    ((kind === "label" || kind === "figure") && (isOfAreaCodes(name) || codeName.test(wordsOf(name)))) ||
    (kind === "label" && texts.filter((text) => codeLook.test(text)).length >= texts.length * mostlyCodes));
/** So many of a list of codes look like some: `38110_2010` is one as it was. */
const mostlyCodes = 0.95;
/** A code of digits, and a few letters in capitals; with the sign before it that makes a text of it in a spreadsheet. */
const codeLook = /^'?(?=.*\d)[A-Z\d]{2,12}$/u;
/** A code without that sign. */
const plainCode = (text: string): string => text.replace(/^'/u, "");
const codeName = /\bubigeo\b|\b(?:geo )?codes?\b|\bcod(?:igo)?\b|^geo(?:\W.*)?$/iu;

/** Whether codes are of areas: as they are called, or as the names beside them are. */
const isOfAreas = ({ columns }: TableSurvey, code: ColumnSurvey): boolean =>
  isOfAreaCodes(code.name) ||
  /\bubigeo\b|^geo(?:\W.*)?$/iu.test(wordsOf(code.name)) ||
  columns.some(
    ({ kind, name, texts }) =>
      kind === "label" && (isAreaName(name) || texts.filter(isNameOfArea).length >= texts.length * fewKnown),
  );
/** So many of the names of areas are known. */
const fewKnown = 0.3;

/** The column that names most areas: counties, and not the states that they lie in, nor their codes. */
const nameOfAreas = ({ columns }: TableSurvey, codes: ColumnSurvey): ColumnSurvey | undefined =>
  columns
    .filter(
      ({ index, kind, name, texts }) =>
        index !== codes.index &&
        kind === "label" &&
        (isAreaName(name) || texts.filter(isNameOfArea).length >= texts.length * fewKnown),
    )
    .sort((a, b) => b.texts.length - a.texts.length)[0];

const nameBeside = ({ columns }: TableSurvey, { index }: ColumnSurvey): ColumnSurvey | undefined =>
  [index + 1, index - 1].flatMap((at) => (columns[at]?.kind === "label" ? [columns[at]] : []))[0];

/**
 * The codes that end with zeros and hold others: those that begin as they do before these, `01000` and `01003`, `G30000` and `G30101`. Undefined where they
 * are of one level.
 */
function coarserByZeros(texts: readonly string[]): Set<string> | undefined {
  const known = texts.filter((text) => text !== "");
  const letters = /^'?[A-Z]*/u.exec(known[0] ?? "")?.[0] ?? "";
  const numbers = new Map(known.map((text) => [text.slice(letters.length), text]));
  const length = largestOf(
    [...numbers.keys()].map((number) => number.length),
    0,
  );
  const isOfLength = (number: string) =>
    // A workbook of numbers has lost the zero that some begin with.
    number.length === length || (letters === "" && number.length === length - 1);
  const areCodes = [...numbers].every(
    ([number, text]) =>
      text.startsWith(letters) && isOfLength(number) && (letters === "" ? /^\d+$/u : /^\d[A-Z\d]\d*$/u).test(number),
  );
  // The levels of the codes of the Office for National Statistics are told by how they begin.
  if (length < 4 || !areCodes || known.some((text) => /^[A-Z]\d{8}$/u.test(text))) return undefined;
  // Zeros that all of them end with tell no levels.
  const spare = smallestOf([...numbers.keys()].map((number) => /0*$/u.exec(number)?.[0].length ?? 0));
  const end = length - spare;
  const padded = new Map([...numbers].map(([number, text]) => [number.padStart(length, "0").slice(0, end), text]));
  const codes = [...padded.keys()];
  const heads = new Set<string>();
  for (let cut = 2; cut <= end - 2; cut += 1) {
    const own = codes.filter((code) => /^0+$/u.test(code.slice(cut)) && !/^0+$/u.test(code));
    const starts = new Set(own.map((code) => code.slice(0, cut)));
    const others = codes.filter((code) => !/^0+$/u.test(code.slice(cut)));
    const held = others.filter((code) => starts.has(code.slice(0, cut)));
    const areHeads = own.length > 1 && others.length > own.length && held.length >= others.length * mostlyHeld;
    if (areHeads && !areNumberedThrough(own, { all: new Set(codes), cut })) for (const code of own) heads.add(code);
  }
  if (heads.size === 0) return undefined;
  const all = codes.find((code) => /^0+$/u.test(code));
  return new Set([...heads, ...(all === undefined ? [] : [all])].map((code) => padded.get(code) ?? code));
}

/** Whether codes that end with zeros are the next of a count, `1200` behind `1199` or `1190`, so that they hold none of those behind them. */
function areNumberedThrough(
  heads: readonly string[],
  { all, cut }: { readonly all: ReadonlySet<string>; readonly cut: number },
): boolean {
  const steps = (heads[0] ?? "").length - cut;
  const isNext = (code: string, step: number) => all.has(String(Number(code) - 10 ** step).padStart(code.length, "0"));
  const nextBy = (step: number) => heads.filter((code) => isNext(code, step)).length;
  return Array.from({ length: steps }, (_, step) => nextBy(step)).some((next) => next >= heads.length * mostlyNext);
}
/** So many of the codes that end with zeros follow the one before them in a count. */
const mostlyNext = 0.5;

/** The code of zeros alone that one row of each larger area has, beside those of what lies in it: `000` beside `001` and `003`, of each state. */
function wholeOfEach({ columns, rows, sheet }: TableSurvey, column: ColumnSurvey): Set<string> | undefined {
  const [zero, other] = column.texts.filter((text) => /^0{2,}$/u.test(text));
  if (zero === undefined || other !== undefined || !column.texts.every((text) => /^\d+$/u.test(text))) return undefined;
  const textAt = (row: number, { index }: ColumnSurvey) => textIn(sheet, row, index);
  const wholes = rows.filter((row) => textAt(row, column) === zero);
  const isOuter = (outer: ColumnSurvey) =>
    outer !== column &&
    (outer.kind === "code" || outer.kind === "label") &&
    outer.texts.length > 1 &&
    outer.texts.length <= wholes.length &&
    new Set(Array.from(wholes, (row) => textAt(row, outer))).size === wholes.length;
  const areFew = wholes.length > 1 && wholes.length <= rows.length * fewWholes;
  return areFew && columns.some(isOuter) ? new Set([zero]) : undefined;
}
/** So few of the rows have no code. */
const fewWithout = 0.005;
/** So few of the rows are of what holds the others. */
const fewWholes = 0.2;

/**
 * The codes of digits that others begin with: `03` and `031` of a state and its region, beside `03101`. One that none begins with is of no part: `02`. Those
 * with a letter behind are of parts of what the others are: `31C` of the towns of 31.
 */
function coarserByStart({ rows, sheet }: TableSurvey, { index, texts }: ColumnSurvey): Set<string> | undefined {
  const all = new Map(texts.map((text) => [plainCode(text), text]));
  const codes = [...all.keys()].filter((code) => /^\d+$/u.test(code));
  const lengths = [...new Set(codes.map((code) => code.length))];
  const sizes = lengths.map((length) => ({ length, size: codes.filter((own) => own.length === length).length }));
  const [usual] = sizes.toSorted((a, b) => b.size - a.size || b.length - a.length);
  const others = [...all.keys()].filter((code) => code !== "" && !codes.includes(code));
  if (!usual || lengths.length < 2) return undefined;
  const parts = others.filter((code) => code.length <= usual.length && partCode.test(code));
  if (others.length - parts.length > mostWholes) return undefined;
  const startsOf = (code: string) => lengths.flatMap((length) => (length < code.length ? [code.slice(0, length)] : []));
  const own = codes.filter((code) => code.length === usual.length);
  const isHeld = (code: string) => startsOf(code).some((start) => all.has(start));
  if (own.length < fewestCodes || own.filter(isHeld).length < own.length * mostlyHeld) return undefined;
  const isFiner = (code: string) => code.length > usual.length && all.has(code.slice(0, usual.length));
  const starts = new Set(codes.flatMap(startsOf).filter((start) => all.has(start) && start.length < usual.length));
  // Each stands before what it holds: `1`, `2` and `10` number the rows.
  const inOrder = [...new Set(Array.from(rows, (row) => plainCode(textIn(sheet, row, index))))];
  const heads = inOrder.flatMap((text, at) => (starts.has(text) ? [{ text, next: inOrder[at + 1] ?? "" }] : []));
  const before = heads.filter(({ text, next }) => next.startsWith(text) && next.length > text.length);
  if (before.length < heads.length * mostlyHeld) return undefined;
  const wholes = codes.filter((code) => code.length < usual.length && /^0+$/u.test(code));
  return new Set([...starts, ...codes.filter(isFiner), ...wholes, ...parts].map((code) => all.get(code) ?? code));
}
/** The codes of parts of all areas together, `0C`, beside one of zeros for all of these and digits as long for each of them. */
function partsOfAll(texts: readonly string[]): Set<string> | undefined {
  const parts = texts.filter((text) => /^'?0+[A-Z]$/u.test(text));
  const others = texts.filter((text) => !parts.includes(text)).map(plainCode);
  const areAlike = others.every((code) => /^\d+$/u.test(code) && code.length === others[0]?.length);
  return areAlike && others.some((code) => /^0+$/u.test(code)) ? new Set(parts) : undefined;
}

/** What is called by letters among digits is the one whole of all: `DG`. */
const mostWholes = 1;
/** The number of an area, or of them all, and a letter for the towns or villages of it: `31C`, `0D`. */
const partCode = /^\d+[A-Z]$/u;

/** How far sums of what is rounded, or not told of a few, may be from their whole; so many columns say it of each, and so many of these wholes are sums. */
const [nearness, fewestSums, mostlySums] = [0.001, 2, 0.8];

/**
 * The codes that end with a zero before those in turn behind it, `31010` before `31011` and `31012`, where their figures are the sums of these: a city before
 * its quarters. Numbers of areas in turn are no sums.
 */
function sumsOfNext(
  { sheet, rows, columns }: TableSurvey,
  { index, texts }: ColumnSurvey,
  left: ReadonlySet<string>,
): readonly string[] {
  const known = new Set(texts.filter((code) => /^'?\d{3,}$/u.test(code) && !left.has(code)));
  const families = groupBy([...known], (code) => code.slice(0, -1));
  const wholes = [...families].flatMap(([start, codes]) => {
    const parts = codes.filter((code) => !code.endsWith("0"));
    return known.has(`${start}0`) && parts.length > 1 ? [{ whole: `${start}0`, parts }] : [];
  });
  // Most codes have none, and none of their figures is read.
  const asked = new Set(wholes.flatMap(({ whole, parts }) => [whole, ...parts]));
  const figures = columns.filter(({ kind }) => kind === "figure");
  const sums = new Map([...asked].map((code) => [code, figures.map(() => 0)] as const));
  for (const row of asked.size > 0 ? rows : []) {
    const own = sums.get(textIn(sheet, row, index));
    if (!own) continue;
    for (const [at, figure] of figures.entries())
      own[at] = (own[at] ?? 0) + (Number(cellText(cellAt(sheet, row, figure.index)).replaceAll(",", "")) || 0);
  }
  const isSum = ({ whole, parts }: (typeof wholes)[number]) => {
    const areSums = (sums.get(whole) ?? []).filter((value, at) => {
      const sum = parts.reduce((total, code) => total + (sums.get(code)?.[at] ?? 0), 0);
      return value > 0 && Math.abs(sum - value) <= value * nearness;
    });
    return areSums.length >= fewestSums;
  };
  const found = wholes.filter(isSum);
  return found.length >= wholes.length * mostlySums ? found.map(({ whole }) => whole) : [];
}

/**
 * The codes of fewer digits, each of which stands in a row before some of more: `840` of an authority before `8404113`, `8404190` of its schools.
 */
function headsByDigits({ rows, sheet }: TableSurvey, column: ColumnSurvey): Set<string> | undefined {
  const known = column.texts.filter((text) => text !== "");
  const [short, long, other] = [...new Set(known.map((text) => text.length))].sort((a, b) => a - b);
  if (short === undefined || long === undefined || other !== undefined) return undefined;
  const inOrder = Array.from(rows, (row) => textIn(sheet, row, column.index)).filter(Boolean);
  const heads = new Set(known.filter((text) => text.length === short));
  const areHeads = inOrder.every((text, at) => text.length !== short || inOrder[at + 1]?.length === long);
  const areDigits = known.every((text) => /^\d+$/u.test(text));
  const areFew = heads.size > 1 && heads.size <= (known.length - heads.size) / fewestHeld;
  return areDigits && areFew && areHeads && inOrder[0]?.length === short ? heads : undefined;
}
/** So many stand below a head, on average. */
const fewestHeld = 3;

/** The codes of regions of Europe that are of another level than most, by their length: `AT`, `AT1` beside `AT11`, `AT12`. */
function coarserByLength(texts: readonly string[]): Set<string> | undefined {
  const known = texts.filter((text) => nutsCode.test(text));
  const lengths = new Set(known.map((text) => text.length));
  if (known.length < texts.length * mostlyHeld || lengths.size < 2) return undefined;
  const all = new Set(known);
  const counts = [...lengths].map((length) => ({ length, count: known.filter((own) => own.length === length).length }));
  const usual = counts.sort((a, b) => b.count - a.count || b.length - a.length)[0]?.length ?? 0;
  const own = known.filter((text) => text.length === usual);
  const isHeld = (text: string) => [2, 3, 4].some((length) => length < usual && all.has(text.slice(0, length)));
  if (own.filter(isHeld).length < own.length * mostlyHeld) return undefined;
  return new Set(texts.filter((text) => !nutsCode.test(text) || text.length !== usual));
}
const nutsCode =
  /^(?:AL|AT|BE|BG|CH|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IS|IT|LI|LT|LU|LV|ME|MK|MT|NL|NO|PL|PT|RO|RS|SE|SI|SK|TR|UK|XK)[\dA-Z]{0,3}$/u;
