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
export const digestOf = (parts: unknown): string => digestOfText(JSON.stringify(parts) ?? "");

const digestOfText = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);

export function ownTransforms({ transform }: { readonly transform?: unknown }): OwnTransforms {
  const own = Array.isArray(transform) ? transform : [];
  return { count: own.length, digest: digestOf(own) };
}

/** Top-level properties in which a spec may have other rows and other notes. */
const apart: ReadonlySet<string> = new Set(["data", "datasets", "usermeta"]);

/** A short text that is another one for any other spec, whatever its rows and its notes. */
export const wholeDigest = (whole: object): string => digestOf(withoutApart(whole));

const withoutApart = (whole: object): object =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !apart.has(key)));

/**
 * What a spec does with its rows before it draws them, as a short text that is another one where a transform is added, taken away or changed, or where
 * the spec is put into another. Titles, colours and sizes may change; and its rows, which top-level data are an example of.
 */
export const transformsDigest = (whole: object): string => digestOfMakers(makersOf(whole));

/** The same of what in a spec another way to draw takes the place of. */
export const replacedDigest = (spec: object, other: object): string =>
  transformsDigest(Object.fromEntries(Object.entries(spec).filter(([key]) => key in other)));

/** A spec as its recipe made it, kept as JSON: what is asked later is of that, also where the spec was changed since. */
export interface SpecParts {
  /** As `wholeDigest` has it. */
  readonly whole: string;
  /** Whether the spec has the same there. */
  readonly has: (key: string, part: unknown) => boolean;
  /** As `transformsDigest` has it of the spec, or of what it has under these keys. */
  readonly digestOf: (keys?: readonly string[]) => string;
  /** As `transformsDigest` has it of the spec with these properties in the place of its own. */
  readonly digestWith: (properties: object) => string;
}

/** Reads a spec for what is asked of it later. Its rows are the same as long as they are the same object. */
export function readParts(spec: object): SpecParts {
  const { datasets }: JsonObject = { ...spec };
  const texts = new Map(
    Object.entries(spec).flatMap(([key, part]): [string, string][] => {
      const text = key === "datasets" ? undefined : JSON.stringify(part);
      return text === undefined ? [] : [[key, text]];
    }),
  );
  const own = [...texts].filter(([key]) => !apart.has(key));
  // Few are asked for it.
  const makers = () => makersOf(Object.fromEntries(own.map(([key, text]) => [key, JSON.parse(text)])));
  return {
    whole: digestOfText(objectOf(own)),
    has: (key, part) => (key === "datasets" ? part === datasets : texts.get(key) === JSON.stringify(part)),
    digestOf: (keys) => digestOfMakers([...makers()].filter(([key]) => keys === undefined || keys.includes(key))),
    digestWith: (properties) => digestOfMakers(new Map([...makers(), ...makersOf(properties)])),
  };
}

/** The parts of a spec that make rows, as JSON: by its properties, in their order; undefined of those without such parts. */
const makersOf = (spec: object): ReadonlyMap<string, string | undefined> =>
  new Map(
    Object.entries(withoutApart(spec)).map(([key, part]) => {
      const parts = makesRows.has(key) ? made(part) : partsOf(part);
      return [key, parts === undefined ? undefined : JSON.stringify(parts)];
    }),
  );

function digestOfMakers(makers: Iterable<readonly [string, string | undefined]>): string {
  const members = [...makers].filter((each): each is [string, string] => each[1] !== undefined);
  return digestOfText(members.length > 0 ? objectOf(members) : "");
}

/** The JSON of an object of these members. */
const objectOf = (members: readonly (readonly [string, string])[]): string =>
  `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(",")}}`;

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
