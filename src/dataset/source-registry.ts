import { didYouMean, type PartialLocation, type Problems, quote } from "../diagnostics/index.ts";
import { compareText } from "./compare-labels.ts";
import type { DatasetSpec } from "./definition.ts";
import type { Source } from "./observation.ts";

/** The sources of a dataset, found by id or URL; a URL that the definition does not list becomes a source of its own. */
export interface SourceRegistry {
  /** The source of a row; undefined after reporting why there is none. */
  resolve(name: string, location: PartialLocation): Source | undefined;
  readonly all: ReadonlyMap<string, Source>;
  /** Puts sources that the definition does not list after the others, by their ids and not by the rows. */
  settle(): void;
}

export function createSourceRegistry(spec: DatasetSpec, problems: Problems): SourceRegistry {
  const all = new Map<string, Source>(Object.entries(spec.sources).map(([id, source]) => [id, { id, ...source }]));
  const byUrl = new Map([...all.values()].flatMap((source) => (source.url ? [[source.url, source] as const] : [])));
  const layoutSource = spec.layout?.source;
  const named = layoutSource && "id" in layoutSource ? layoutSource.id : undefined;
  /** With neither a column nor a choice to make, the only source is the source. */
  const fixed = named ?? (layoutSource || all.size !== 1 ? undefined : [...all.keys()][0]);

  function resolve(name: string, location: PartialLocation): Source | undefined {
    if (fixed !== undefined) return all.get(fixed);
    const known = all.get(name) ?? byUrl.get(name);
    if (known) return known;
    if (URL.canParse(name)) {
      const host = new URL(name).hostname.replace(/^www\./, "");
      const source: Source = { id: name, title: name, publisher: host, kind: "other", url: name };
      all.set(source.id, source);
      byUrl.set(name, source);
      return source;
    }
    problems.error(name, {
      code: "unknown-source",
      message: name === "" ? "The row names no source." : `There is no source ${quote(name)}.`,
      hint: layoutSource
        ? didYouMean(name, all.keys())
        : "Say in the definition's layout where the source of a row is named.",
      source: location,
    });
    return undefined;
  }

  function settle(): void {
    const met = [...all].filter(([id]) => !(id in spec.sources)).sort(([a], [b]) => compareText(a, b));
    for (const [id, source] of met) {
      all.delete(id);
      all.set(id, source);
    }
  }

  return { resolve, all, settle };
}
