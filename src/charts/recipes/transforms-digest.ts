import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "../json.ts";

/** Parts of a spec that make other rows of those that it is given, or draw them in parts. */
const makesRows: ReadonlySet<string> = new Set(["transform", "data", "facet", "row", "column", "repeat"]);

/**
 * What a spec does with its rows before it draws them, as a short text that is another one where a transform is added, taken away or changed, or where
 * the spec is put into another. Titles, colours and sizes may change; and its rows, which top-level data are an example of.
 */
export function transformsDigest(whole: object): string {
  const { data: _, datasets: __, usermeta: ___, ...spec }: JsonObject = { ...whole };
  return createHash("sha256")
    .update(JSON.stringify(partsOf(spec)) ?? "")
    .digest("base64url")
    .slice(0, 16);
}

/** The same of what in a spec another way to draw takes the place of. */
export const replacedDigest = (spec: object, other: object): string =>
  transformsDigest(Object.fromEntries(Object.entries(spec).filter(([key]) => key in other)));

/** The parts that make rows, in what they are in; undefined where there are none. */
function partsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => partsOf(each) ?? null);
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(([key, part]) => [key, makesRows.has(key) ? part : partsOf(part)] as const);
  const kept = entries.filter(([, part]) => part !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
