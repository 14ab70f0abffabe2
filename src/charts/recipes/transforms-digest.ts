import { createHash } from "node:crypto";
import { isObject, type JsonObject } from "../json.ts";

/** Parts of a spec that make other rows of those that it is given, or draw them in parts. */
const makesRows: ReadonlySet<string> = new Set(["transform", "data", "facet", "row", "column", "repeat"]);

/** The transforms that a recipe has at the top of its spec: how many, and which. */
export interface OwnTransforms {
  readonly count: number;
  readonly digest: string;
}

/** A short text that is another one for other parts. */
export const digestOf = (parts: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(parts) ?? "")
    .digest("base64url")
    .slice(0, 16);

export function ownTransforms({ transform }: { readonly transform?: unknown }): OwnTransforms {
  const own = Array.isArray(transform) ? transform : [];
  return { count: own.length, digest: digestOf(own) };
}

/** A short text that is another one for any other spec, whatever its rows and its notes. */
export function wholeDigest(whole: object): string {
  const { data: _, datasets: __, usermeta: ___, ...spec }: JsonObject = { ...whole };
  return digestOf(spec);
}

/**
 * What a spec does with its rows before it draws them, as a short text that is another one where a transform is added, taken away or changed, or where
 * the spec is put into another. Titles, colours and sizes may change; and its rows, which top-level data are an example of.
 */
export function transformsDigest(whole: object): string {
  const { data: _, datasets: __, usermeta: ___, ...spec }: JsonObject = { ...whole };
  return digestOf(partsOf(spec));
}

/** The same of what in a spec another way to draw takes the place of. */
export const replacedDigest = (spec: object, other: object): string =>
  transformsDigest(Object.fromEntries(Object.entries(spec).filter(([key]) => key in other)));

/** The parts that make rows, in what they are in; undefined where there are none. */
function partsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((each) => partsOf(each) ?? null);
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(
    ([key, part]) => [key, makesRows.has(key) ? made(part) : partsOf(part)] as const,
  );
  const kept = entries.filter(([, part]) => part !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** No transforms are as good as none given. */
const made = (part: unknown): unknown => (Array.isArray(part) && part.length === 0 ? undefined : part);
