import { periodReadings } from "../dataset/index.ts";
import type { ColumnSurvey } from "./survey-table.ts";

/** The hole of headings that tell a category; the dimension has the same id. */
export const categoryHole = "group";

/** Columns of figures whose headings tell a period, or a category. */
export interface WideGuess {
  readonly tells: readonly ("period" | "category")[];
  /** The names of the categories that they tell. */
  readonly categories: readonly string[];
  /** A pattern of `layout.wide.columns`. */
  readonly columns: string;
  readonly indices: readonly number[];
  /** What stands beside the periods, where it tells measures apart. */
  readonly measures: readonly string[];
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
/** A period within a text. */
export const periodIn = new RegExp(
  `(?:year ending |ye )?${month}[ -]+(?:to |- ?)?(?:${month} )?\\d{2,4}|(?:19|20)\\d{2}(?:[/–-]\\d{2,4})?(?: ?Q[1-4])?|Q[1-4] (?:19|20)\\d{2}|(?:19|20)\\d{4}`,
  "iu",
);

/** Finds the columns of figures whose headings tell a period, or else a category beside the measure, and what they look like. */
export function guessWide(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  return guessWidePeriods(columns, dimension) ?? guessWideCategories(columns);
}

/** Between the name of a category and that of a measure, in the order in which they are tried. */
const gaps: readonly { readonly split: RegExp; readonly join: (first: string, second: string) => string }[] = [
  { split: /^(?<first>.+?) \| (?<second>.+)$/u, join: (first, second) => `${first} | ${second}` },
  { split: /^(?<first>.+?) \((?<second>[^()]+)\)$/u, join: (first, second) => `${first} (${second})` },
  { split: /^(?<first>[^_]+)_(?<second>.+)$/u, join: (first, second) => `${first}_${second}` },
  { split: /^(?<first>.+) - (?<second>.+)$/u, join: (first, second) => `${first} - ${second}` },
  { split: /^(?<first>[^:]+): (?<second>.+)$/u, join: (first, second) => `${first}: ${second}` },
];

/**
 * Headings that are all of some categories and some measures: `Men | Number`, `Men | Rate`, `Women | Number`, … What tells measures is
 * the part whose figures are of several kinds; where neither is, nothing is guessed.
 */
function guessWideCategories(columns: readonly ColumnSurvey[]): WideGuess | undefined {
  const figures = columns.filter(({ kind }) => kind === "figure");
  if (figures.length > 1 && figures.every(({ name }) => range.test(name))) {
    return {
      tells: ["category"],
      columns: `{${categoryHole}}`,
      indices: figures.map(({ index }) => index),
      measures: [],
      categories: figures.map(({ name }) => name),
    };
  }
  for (const { split, join } of gaps) {
    const parts = figures.map(({ name }) => split.exec(name)?.groups as Record<"first" | "second", string> | undefined);
    if (parts.length < 4 || !parts.every((part) => part !== undefined)) continue;
    const [firsts, seconds] = (["first", "second"] as const).map((part) => new Set(parts.map((own) => own[part]))) as [
      Set<string>,
      Set<string>,
    ];
    if (firsts.size < 2 || seconds.size < 2 || firsts.size * seconds.size !== figures.length) continue;
    const tellsMeasure = (["second", "first"] as const).find((part) => {
      const kinds = new Map<string, Set<string>>();
      for (const [index, column] of figures.entries()) {
        const own = kinds.get(parts[index]?.[part] ?? "") ?? new Set();
        kinds.set(parts[index]?.[part] ?? "", own.add(kindOfFigures(column)));
      }
      const each = [...kinds.values()];
      return each.every(({ size }) => size === 1) && new Set(each.flatMap((own) => [...own])).size > 1;
    });
    if (tellsMeasure === undefined) continue;
    const hole = `{${categoryHole}}`;
    return {
      tells: ["category"],
      columns: tellsMeasure === "second" ? join(hole, "{measure}") : join("{measure}", hole),
      indices: figures.map(({ index }) => index),
      measures: [...(tellsMeasure === "second" ? seconds : firsts)],
      categories: [...(tellsMeasure === "second" ? firsts : seconds)],
    };
  }
  return undefined;
}

/** A heading that is a range of ages or scores, and so no measure: `16 to 24`, `65+`. */
const range =
  /^(?:ages? )?(?:\d+ ?(?:-|–|to) ?\d+|\d+ ?(?:\+|(?:and|or) (?:over|above|more|older|under))|(?:under|over|below|less than|more than) \d+)(?: years?)?$/iu;

const kindOfFigures = ({ figures }: ColumnSurvey): string =>
  figures?.hasPercent ? "percent" : figures?.hasNegative ? "signed" : figures?.isWhole ? "whole" : "decimal";

function guessWidePeriods(columns: readonly ColumnSurvey[], dimension: string): WideGuess | undefined {
  const figures = columns.filter(({ kind, name }) => kind === "figure" || (kind === "blank" && name !== ""));
  const read = figures.flatMap(({ index, name }) => {
    const found = periodIn.exec(name)?.[0];
    const isPeriod = found !== undefined && periodReadings(found).length > 0;
    return isPeriod ? [{ index, rest: name.replace(found, "{}") }] : [];
  });
  const groups = new Map<string, number[]>();
  for (const { index, rest } of read) groups.set(rest, [...(groups.get(rest) ?? []), index]);
  const all = [...groups].filter(([, indices]) => indices.length > 1);
  const indices = all.flatMap(([, own]) => own);
  const [single] = read;
  if (single && figures.length === 1 && single.rest !== "{}" && !columns.some(({ kind }) => kind === "period"))
    return ofPeriods(single.rest, dimension, [single.index]);
  if (indices.length < 2 || indices.length < figures.length / 2) return undefined;
  const [only, second] = all;
  if (only && !second) return ofPeriods(only[0], dimension, indices);
  const [before, after] = [/^(?<name>.+?)(?<gap>[\s,:|–-]+)\{\}$/u, /^\{\}(?<gap>[\s,:|–-]+)(?<name>.+)$/u].map(
    (look) => all.map(([rest]) => look.exec(rest)?.groups),
  ) as [(Record<string, string> | undefined)[], (Record<string, string> | undefined)[]];
  for (const [parts, isAfter] of [[before, false] as const, [after, true] as const]) {
    const gap = parts[0]?.gap;
    if (gap === undefined || !parts.every((part) => part?.gap === gap)) continue;
    const names = parts.map((part) => part?.name ?? "");
    // P1, P2, … are parts of a year, and no measures.
    if (names.every((name) => /^(?:\p{L}|week|wk|month|period|term|wave) ?\d{1,2}$/iu.test(name))) {
      const hole = `{${categoryHole}}`;
      return {
        tells: ["period", "category"],
        columns: isAfter ? `{${dimension}}${gap}${hole}` : `${hole}${gap}{${dimension}}`,
        indices,
        measures: [],
        categories: names,
      };
    }
    return {
      tells: ["period"],
      columns: isAfter ? `{${dimension}}${gap}{measure}` : `{measure}${gap}{${dimension}}`,
      indices,
      measures: names,
      categories: [],
    };
  }
  return undefined;
}

const ofPeriods = (pattern: string, dimension: string, indices: readonly number[]): WideGuess => ({
  tells: ["period"],
  columns: pattern.replace("{}", `{${dimension}}`),
  indices,
  measures: [],
  categories: [],
});
