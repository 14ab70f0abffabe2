import type { Diagnostics } from "../../diagnostics/index.ts";
import { dataOf, isObject, type JsonObject, mapData, visitObjects } from "../json.ts";

/**
 * Fetches what a spec names: a file of data, an image. It is the caller's to decide what may be read; what it refuses,
 * it throws.
 */
export type LoadResource = (uri: string, kind: "data" | "image") => Promise<Uint8Array>;

interface LoadDataOptions {
  readonly load: LoadResource;
  readonly diagnostics: Diagnostics;
}

/** The spec with each `url` of data replaced by what is there, each read once; all that cannot be read is reported. */
export async function loadData(spec: JsonObject, options: LoadDataOptions): Promise<JsonObject> {
  const urls = new Set<string>();
  visitObjects(spec, (object) => {
    for (const { url } of dataOf(object)) if (typeof url === "string") urls.add(url);
  });
  const texts = new Map(await Promise.all([...urls].map(async (url) => [url, await readText(url, options)] as const)));
  return mapData(spec, (data) => withValues(data, texts, options));
}

async function readText(url: string, { load, diagnostics }: LoadDataOptions): Promise<string | undefined> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await load(url, "data"));
  } catch (error) {
    diagnostics.error({
      code: "chart-outside-data",
      message: `The chart's data "${url}" cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    });
    return undefined;
  }
}

function withValues(
  data: JsonObject,
  texts: ReadonlyMap<string, string | undefined>,
  { diagnostics }: LoadDataOptions,
): JsonObject {
  const { url, ...others } = data;
  const text = typeof url === "string" ? texts.get(url) : undefined;
  if (typeof url !== "string" || text === undefined) return data;
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
    });
    return data;
  }
}
