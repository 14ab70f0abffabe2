import { createHash } from "node:crypto";
import packageJson from "../../package.json" with { type: "json" };
import { createClaimEvaluator } from "../claims/index.ts";
import { type Dataset, hashExcerpt, recordReads } from "../dataset/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import { createContext } from "./briefing-context.ts";
import { evaluateBriefing } from "./evaluate-briefing.ts";
import type { PreparedBriefing } from "./prepare-briefing.ts";
import type { RenderRequest } from "./render-briefing.ts";
import { createRowSource } from "./traced-rows.ts";

/**
 * Texts that change when the files of a briefing would. They are hashes of protected data, and of counts that nobody protected:
 * whoever has one can try out values against it. They belong beside the data, and into no output.
 */
export interface ContentKeys {
  /** Of all briefings of a batch together. */
  readonly all: string;
  /** Of one of them: the cells that it reads, whichever area they are of. Undefined where it cannot be evaluated. */
  of(parameters: Readonly<Record<string, string>>): string | undefined;
}

/**
 * Makes the keys of the briefings of a batch.
 * @param code what the code of the briefing is: a hash of its module and of those that this imports.
 * @returns undefined for a briefing whose charts load files when they are drawn: what is in these is not known before.
 */
export function createContentKeys(
  prepared: PreparedBriefing,
  request: Omit<RenderRequest, "parameters">,
  code: string,
): ContentKeys | undefined {
  const { briefing, compiled, datasets } = prepared;
  const { fonts: _, ...spec } = briefing.spec;
  if (Object.values(spec.charts ?? {}).some(({ load }) => load !== undefined)) return undefined;
  const { date, draft, verifiable, trail } = request;
  const shared = hashOf([
    packageJson.version,
    code,
    // Values that a module takes from elsewhere, and how its functions are written.
    JSON.stringify(spec, (_, value: unknown) => (typeof value === "function" ? String(value) : value)),
    compiled.digest(),
    JSON.stringify([[...request.formats].sort(), date, draft, verifiable, trail]),
    ...[...datasets.values()].map(namesIn),
    ...(spec.attach?.includes("data") ? [...datasets.values()].map(({ hash }) => hash) : []),
  ]);
  return {
    all: hashOf([shared, ...[...datasets.values()].map(({ hash }) => hash)]),
    of: (parameters) => keyOf(prepared, shared, parameters),
  };
}

/** What a page may say of a dataset apart from its figures. */
function namesIn({ definition, categories, periods, sources }: Dataset): string {
  const dimensions = Object.keys(definition.spec.dimensions);
  return JSON.stringify([definition.hash, dimensions.map(categories), periods(), [...sources.values()]]);
}

function keyOf(
  prepared: PreparedBriefing,
  shared: string,
  given: Readonly<Record<string, string>>,
): string | undefined {
  const { charts = {} } = prepared.briefing.spec;
  const recorded = new Map([...prepared.datasets].map(([id, dataset]) => [id, recordReads(dataset)] as const));
  const datasets = new Map([...recorded].map(([id, { dataset }]) => [id, dataset] as const));
  const evaluator = createClaimEvaluator(datasets, prepared.evaluator.words);
  try {
    const { parameters, asked, tables } = evaluateBriefing({ ...prepared, datasets, evaluator }, given);
    const drawn = Object.entries(charts).map(([id, chart]) => {
      const source = createRowSource(evaluator, prepared.places);
      const context = createContext({ datasets: source.datasets, parameters, figures: source });
      return [id, chart.data(context), chart.alt?.(context), chart.longDescription?.(context)];
    });
    const read = [...recorded].map(([id, each]) => {
      const excerpt = each.excerpt();
      if (each.isReadWhole()) return [id, prepared.datasets.get(id)?.hash];
      return [id, excerpt && hashExcerpt(excerpt)];
    });
    return hashOf([shared, JSON.stringify([given, asked, [...tables.keys()], drawn, read])]);
  } catch (error) {
    if (error instanceof BriefingError) return undefined;
    throw error;
  }
}

function hashOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}\n${part}`);
  return hash.digest("hex");
}
