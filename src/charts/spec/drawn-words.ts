import { isData, isObject, type JsonObject } from "../json.ts";
import { stringLiterals } from "./string-literals.ts";

/** Something that the author of a spec typed, and that a reader of the chart will see or hear. */
export interface DrawnWords {
  readonly text: string;
  /** Where it stands in the spec: `encoding.y.title`. */
  readonly path: string;
}

type Read = (value: unknown) => readonly string[];

/** By key of a spec, the words in its value. Objects below it are visited for themselves. */
const reads: ReadonlyMap<string, Read> = new Map(
  Object.entries<Read>({
    title: plainTexts,
    subtitle: plainTexts,
    description: plainTexts,
    text: (value) => [...plainTexts(value), ...shownValues(value)],
    // A rule at 0 is a base line.
    datum: (value) => (value === 0 ? [] : isObject(value) ? Object.values(value).flatMap(typed) : typed(value)),
    calculate: expressionTexts,
    labelExpr: expressionTexts,
    expr: expressionTexts,
    signal: expressionTexts,
    update: expressionTexts,
    init: expressionTexts,
    format: timeFormatTexts,
    params: parameterTexts,
    signals: parameterTexts,
    data: (value) => [value].flat().flatMap((data) => (isObject(data) ? rowTexts(data.values) : [])),
    datasets: (value) => (isObject(value) ? Object.values(value).flatMap(rowTexts) : []),
  }),
);

/**
 * What an author typed into a spec to be drawn: titles, texts, labels, values of rules, rows of its own, strings in
 * expressions. Ticks of a scale are none. A number within an expression (`datum.n * 10`) is arithmetic, and cannot be
 * told from a figure.
 */
export function drawnWords(spec: JsonObject): readonly DrawnWords[] {
  const words: DrawnWords[] = [];
  const visit = (value: unknown, path: readonly string[]) => {
    if (Array.isArray(value)) for (const item of value) visit(item, path);
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, key];
      for (const text of reads.get(key)?.(inner) ?? []) words.push({ text, path: here.join(".") });
      if (!isData(key)) visit(inner, here);
    }
  };
  visit(spec, []);
  return words;
}

function plainTexts(value: unknown): readonly string[] {
  return [value].flat().filter((text) => typeof text === "string");
}

/** `{"value": 12}`, `{"condition": {"value": 12}}` of a text. */
function shownValues(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(shownValues);
  return isObject(value) ? [...typed(value.value), ...shownValues(value.condition)] : [];
}

/** Words that an expression may draw; a number is arithmetic, and a colour no figure. */
function parameterTexts(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? value.filter(isObject).flatMap((parameter) => parameter.value) : [];
  return values.filter((text) => typeof text === "string" && !/^#[\da-f]{3,8}$/i.test(text)) as string[];
}

function expressionTexts(value: unknown): readonly string[] {
  return typeof value === "string" ? stringLiterals(value) : [];
}

function typed(value: unknown): readonly string[] {
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
}

/** `%Y` is the data's; `Year 12, %Y` says 12 by itself. Number formats have no words. */
function timeFormatTexts(value: unknown): readonly string[] {
  if (typeof value !== "string" || !/%[-_0]?[a-zA-Z]/.test(value)) return [];
  return [value.replaceAll(/%[-_0]?[a-zA-Z%]/g, " ")];
}

/** Rows that a layer brings along. What is nested in them (the shapes of a map) is not drawn as words. */
function rowTexts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row) => (isObject(row) ? Object.values(row) : [row]).flatMap(typed));
}
