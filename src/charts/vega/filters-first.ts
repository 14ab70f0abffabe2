import { isObject, type JsonObject } from "../json.ts";

/**
 * A compiled (Vega) spec whose sources that begin with filters are made in two steps: Vega copies all rows of a source for transforms that write into
 * them, also those that are left out at once.
 */
export function withFiltersFirst(spec: JsonObject): JsonObject {
  if (!Array.isArray(spec.data)) return spec;
  const sources: readonly unknown[] = spec.data;
  return { ...spec, data: sources.filter(isObject).flatMap(inTwo) };
}

function inTwo(source: JsonObject): readonly JsonObject[] {
  const transforms: readonly unknown[] = Array.isArray(source.transform) ? source.transform : [];
  const first = transforms.findIndex((each) => !isFilter(each));
  if (source.source === undefined || first < 1) return [source];
  const name = `${String(source.name)} filtered`;
  return [
    { name, source: source.source, transform: transforms.slice(0, first) },
    { ...source, source: name, transform: transforms.slice(first) },
  ];
}

const isFilter = (transform: unknown): boolean => isObject(transform) && transform.type === "filter";
