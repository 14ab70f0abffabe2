import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import { isObject, type JsonObject } from "../json.ts";

/**
 * Fetches what a spec names: a file of data, an image. It is the caller's to decide what may be read; what it refuses,
 * it throws.
 */
export type LoadResource = (uri: string, kind: "data" | "image") => Promise<Uint8Array>;

interface LoadDataOptions {
  readonly load: LoadResource;
  readonly source: SourceLocation;
  readonly diagnostics: Diagnostics;
}

/** The spec with each `url` of data replaced by what is there, each read once; all that cannot be read is reported. */
export async function loadData(spec: JsonObject, options: LoadDataOptions): Promise<JsonObject> {
  const texts = new Map<string, Promise<string | undefined>>();
  const textOf = (url: string) => {
    const known = texts.get(url);
    if (known) return known;
    const reading = readText(url, options);
    texts.set(url, reading);
    return reading;
  };
  const filled = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(filled));
    if (!isObject(value)) return value;
    const entries = await Promise.all(
      Object.entries(value).map(async ([key, entry]) => {
        // Rows are not looked into: they may be many, and a field of theirs may well be called "data".
        if (key === "values" || key === "datasets") return [key, entry];
        if (key !== "data") return [key, await filled(entry)];
        const sources = Array.isArray(entry) ? entry : [entry];
        const read = await Promise.all(sources.map(async (each) => filled(await withValues(each, textOf, options))));
        return [key, Array.isArray(entry) ? read : read[0]];
      }),
    );
    return Object.fromEntries(entries);
  };
  return (await filled(spec)) as JsonObject;
}

async function readText(url: string, { load, source, diagnostics }: LoadDataOptions): Promise<string | undefined> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await load(url, "data"));
  } catch (error) {
    diagnostics.error({
      code: "chart-outside-data",
      message: `The chart's data "${url}" cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      source,
    });
    return undefined;
  }
}

async function withValues(
  data: unknown,
  textOf: (url: string) => Promise<string | undefined>,
  { source, diagnostics }: LoadDataOptions,
): Promise<unknown> {
  if (!isObject(data) || typeof data.url !== "string") return data;
  const { url, ...others } = data;
  const text = await textOf(url);
  if (text === undefined) return data;
  const format = { ...(isObject(data.format) ? data.format : {}) };
  format.type ??= /\.(csv|tsv|topojson)(?=$|[?#])/i.exec(url)?.[1]?.toLowerCase() ?? "json";
  if (format.type !== "json" && format.type !== "topojson") return { ...others, values: text, format };
  try {
    return { ...others, values: JSON.parse(text) as unknown, format };
  } catch (error) {
    diagnostics.error({
      code: "chart-outside-data",
      message: `The chart's data "${url}" is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Say what it is: "format": {"type": "csv"}.',
      source,
    });
    return data;
  }
}
