import { isObject, type JsonObject } from "../json.ts";
import type { ReadExpression } from "./read-expressions.ts";

/** A spec with short expressions in place of its long ones, and what puts these back. */
export interface ShortExpressions {
  readonly spec: JsonObject;
  /** Into what was made of the spec. */
  readonly restore: <Made>(made: Made) => Made;
}

type Read = (text: string) => ReadExpression | undefined;

/** What is hardly longer than what would stand for it, characters. */
const shortest = 60;

/** Stands at both ends of what stands for an expression: no text has it. */
const mark = "\u0002";

/**
 * A Vega-Lite spec whose transforms have, in place of long expressions, lists of the fields that these read: Vega-Lite reads each expression for its fields
 * alone, in each layer anew. `restore` puts the expressions into the Vega spec that it makes.
 */
export function withFieldsAlone(spec: JsonObject, read: Read): ShortExpressions {
  const texts = new Map<string, string>();
  const short = (text: string): string => {
    const known = text.length < shortest || text.includes(mark) ? undefined : read(text);
    if (!known?.fields) return text;
    texts.set(String(known.number), text);
    return standInFor(known, known.fields);
  };
  const shortened = mapStrings(spec, isData, (key, text) =>
    key === "calculate" || key === "filter" ? short(text) : text,
  );
  return { spec: shortened, restore: (made) => (texts.size === 0 ? made : restored(made, isData, texts)) };
}

const expressionKeys: ReadonlySet<string> = new Set(["signal", "update", "init", "expr", "test"]);

/**
 * A Vega spec that has, in place of long expressions, lists of what these depend on: Vega's parser finds the same dependencies in them. `restore` puts the
 * code of the expressions into the dataflow that it makes.
 */
export function withDependenciesAlone(spec: JsonObject, read: Read): ShortExpressions {
  const codes = new Map<string, string>();
  const short = (text: string): string => {
    const known = text.length < shortest || text.includes(mark) ? undefined : read(text);
    if (!known?.dependencies) return text;
    const instead = standInFor(known, known.dependencies);
    if (instead.length >= text.length) return text;
    codes.set(String(known.number), known.code);
    return instead;
  };
  const shortened = mapStrings(spec, isApart, (key, text) => (expressionKeys.has(key) ? short(text) : text));
  // In a dataflow any name may be that of an argument.
  return { spec: shortened, restore: (made) => (codes.size === 0 ? made : restored(made, () => false, codes)) };
}

const opening = '["';
const closing = '"]';
const standInFor = ({ number }: ReadExpression, parts: readonly string[]): string =>
  `${opening}${mark}${number}",${parts.map((part) => `${part},`).join("")}"${mark}${closing}`;

type IsLeft = (name: string, part: unknown) => boolean;

const isData: IsLeft = (name) => name === "values" || name === "datasets";

const guides: ReadonlySet<string> = new Set(["axes", "legends", "title"]);

/**
 * Rows, guides, and what answers events, of which a picture has none. Of guides Vega writes expressions into others without parentheses: what stands for
 * one would make another expression of these.
 */
const isApart: IsLeft = (name, part) =>
  isData(name, part) || guides.has(name) || (name === "on" && Array.isArray(part));

function restored<Made>(made: Made, isLeft: IsLeft, texts: ReadonlyMap<string, string>): Made {
  return mapStrings(made, isLeft, (_, text) => (text.includes(mark) ? withoutStandIns(text, texts) : text));
}

function withoutStandIns(text: string, texts: ReadonlyMap<string, string>): string {
  const [first = "", ...others] = text.split(mark);
  let whole = first;
  for (let index = 0; index < others.length; index += 1) {
    const part = others[index] as string;
    const own = texts.get(part.slice(0, part.indexOf('"')));
    if (own === undefined) whole += mark + part;
    else {
      index += 1;
      whole = whole.slice(0, -opening.length) + own + others[index]?.slice(closing.length);
    }
  }
  return whole;
}

/** A copy with other texts, each told by the name that it stands under; what has none of them in it stays the same object. */
function mapStrings<Value>(value: Value, isLeft: IsLeft, change: (name: string, text: string) => string): Value {
  const mapped = (part: unknown, name: string): unknown => {
    if (typeof part === "string") return change(name, part);
    if (Array.isArray(part)) return mappedList(part, name);
    return isObject(part) ? mappedObject(part) : part;
  };
  const mappedList = (list: readonly unknown[], name: string): readonly unknown[] => {
    let copy: unknown[] | undefined;
    for (let index = 0; index < list.length; index += 1) {
      const other = mapped(list[index], name);
      if (other === list[index]) continue;
      copy ??= [...list];
      copy[index] = other;
    }
    return copy ?? list;
  };
  const mappedObject = (object: JsonObject): JsonObject => {
    let copy: Record<string, unknown> | undefined;
    for (const name of Object.keys(object)) {
      const part = object[name];
      if (isLeft(name, part)) continue;
      const other = mapped(part, name);
      if (other === part) continue;
      copy ??= { ...object };
      copy[name] = other;
    }
    return copy ?? object;
  };
  return mapped(value, "") as Value;
}
