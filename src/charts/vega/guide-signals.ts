import { isObject, type JsonObject } from "../json.ts";

const guides = ["axes", "legends"] as const;

/** What a guide asks of each of its labels is no signal. */
const asksItem = /\b(?:datum|item|parent)\b/;

/** Characters of an expression that is hardly longer than the name of a signal. */
const shortest = 20;

/**
 * A compiled (Vega) spec whose guides name a signal where they have an expression that is the same for the whole guide: Vega's parser writes a property
 * of an axis out for each of its parts, and the columns of a legend ten times, and reads the expression anew each time.
 */
export function withGuideSignals(spec: JsonObject): JsonObject {
  const names = new Map<string, string>();
  const named = (value: unknown): unknown => {
    if (!isObject(value) || typeof value.signal !== "string") return value;
    const expression = value.signal;
    if (expression.length <= shortest || asksItem.test(expression)) return value;
    const name = names.get(expression) ?? `guide_${names.size}`;
    names.set(expression, name);
    return { ...value, signal: name };
  };
  const parts = guides.flatMap((key) => {
    const list = spec[key];
    return Array.isArray(list) ? [[key, list.map((guide) => (isObject(guide) ? withEach(guide, named) : guide))]] : [];
  });
  if (names.size === 0) return spec;
  const signals = [...names].map(([update, name]) => ({ name, update }));
  return {
    ...spec,
    ...Object.fromEntries(parts),
    signals: [...(Array.isArray(spec.signals) ? spec.signals : []), ...signals],
  };
}

const withEach = (guide: JsonObject, change: (value: unknown) => unknown): JsonObject =>
  Object.fromEntries(Object.entries(guide).map(([key, value]) => [key, change(value)]));
