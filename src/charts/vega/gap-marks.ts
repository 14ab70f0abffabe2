import { isObject, type JsonObject } from "../json.ts";

/** What the names of a recipe's layers begin with that draw gaps, and what stands between gaps, and nothing else. */
export const gapLayer = "ofGaps";

/** Of those that draw figures which have a gap on either side. */
export const loneLayer = `${gapLayer}Alone`;

/** Marks have the names of their layers in theirs, behind those of what these are in. */
const isOfGaps = (mark: unknown): boolean =>
  isObject(mark) && typeof mark.name === "string" && `_${mark.name}`.includes(`_${gapLayer}`);

/**
 * A compiled (Vega) spec of a recipe for rows without gaps: without the marks of the layers that draw them, and the data that only these read. They would
 * draw nothing, and of some recipes are half of what Vega has to do. Undefined where the spec has none.
 */
export function withoutGapMarks(spec: JsonObject): JsonObject | undefined {
  const marks = drawn(spec.marks);
  return marks === spec.marks ? undefined : withoutUnread({ ...spec, marks });
}

/** A Vega-Lite spec without the layers whose names begin so, and the parameters, which these alone read. */
export function withoutLayers(spec: JsonObject, unneeded: readonly string[]): JsonObject {
  const { layer, params, spec: each } = spec;
  const isUnneeded = (part: unknown): boolean =>
    isObject(part) && typeof part.name === "string" && unneeded.some((name) => String(part.name).startsWith(name));
  return {
    ...spec,
    ...(Array.isArray(params) ? { params: params.filter((param) => !isUnneeded(param)) } : {}),
    ...(Array.isArray(layer)
      ? {
          layer: layer
            .filter((part) => !isUnneeded(part))
            .map((part) => (isObject(part) ? withoutLayers(part, unneeded) : part)),
        }
      : {}),
    ...(isObject(each) ? { spec: withoutLayers(each, unneeded) } : {}),
  };
}

/** The same list where none of them is of gaps. */
function drawn(marks: unknown): unknown {
  if (!Array.isArray(marks)) return marks;
  const kept: readonly unknown[] = marks.filter((mark) => !isOfGaps(mark));
  const within = kept.map((mark) => {
    const own = isObject(mark) ? drawn(mark.marks) : undefined;
    return isObject(mark) && own !== mark.marks ? withoutUnread({ ...mark, marks: own }) : mark;
  });
  const isSame = kept.length === marks.length && within.every((mark, index) => mark === kept[index]);
  return isSame ? marks : within;
}

/** A spec, or a group in one, without the data that are made of other data and that nothing in it reads. */
function withoutUnread(spec: JsonObject): JsonObject {
  if (!Array.isArray(spec.data)) return spec;
  const { data, ...others } = spec;
  const read = new Set<string>();
  addNames(others, read);
  const kept: unknown[] = [];
  // What is made of others comes after them.
  for (const source of data.toReversed()) {
    if (isObject(source) && source.source !== undefined && !read.has(String(source.name))) continue;
    addNames(source, read);
    kept.push(source);
  }
  return { ...spec, data: kept.toReversed() };
}

/** Adds all texts of a part of a spec, and what its expressions name as their data. */
function addNames(value: unknown, names: Set<string>): void {
  if (typeof value === "string") {
    names.add(value);
    for (const [, name] of value.matchAll(/\bdata\(["']([^"']+)["']\)/g)) names.add(name as string);
  } else if (Array.isArray(value)) {
    for (const each of value) addNames(each, names);
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) if (key !== "name") addNames(each, names);
  }
}
