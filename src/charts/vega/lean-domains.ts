import { isObject, type JsonObject } from "../json.ts";

/**
 * A compiled (Vega) spec whose scales ask each source once: layers that filter rows of another layer add no value to what that one has, and Vega has
 * some operators for each that it is asked for.
 */
export function withLeanDomains(spec: JsonObject): JsonObject {
  if (!Array.isArray(spec.scales) || !Array.isArray(spec.data)) return spec;
  const sources = new Map(spec.data.filter(isObject).map((source) => [source.name, source]));
  const scales: readonly unknown[] = spec.scales;
  return { ...spec, scales: scales.map((scale) => (isObject(scale) ? withLeanDomain(scale, sources) : scale)) };
}

type Sources = ReadonlyMap<unknown, JsonObject>;

function withLeanDomain(scale: JsonObject, sources: Sources): JsonObject {
  const { domain } = scale;
  if (!isObject(domain) || !Array.isArray(domain.fields)) return scale;
  const fields: readonly unknown[] = domain.fields;
  const kept = fields.filter(
    (part) =>
      !fields.some((other) => other !== part && isObject(part) && isObject(other) && isOf(part, other, sources)),
  );
  return { ...scale, domain: { ...domain, fields: kept } };
}

/** Whether all values of a part of a domain are those of another: its rows are made of the other's, by transforms that leave the field as it is. */
function isOf(part: JsonObject, other: JsonObject, sources: Sources): boolean {
  if (part.field !== other.field || part.data === other.data) return false;
  for (let source = sources.get(part.data); source !== undefined; source = sources.get(source.source)) {
    if (source.name === other.data) return true;
    if (!keeps(source, part.field)) return false;
  }
  return false;
}

const keeping: ReadonlySet<unknown> = new Set(["filter", "formula", "window", "joinaggregate"]);

const keeps = ({ transform = [] }: JsonObject, field: unknown): boolean =>
  Array.isArray(transform) &&
  transform.every((each) => isObject(each) && keeping.has(each.type) && ![each.as].flat().includes(field));
