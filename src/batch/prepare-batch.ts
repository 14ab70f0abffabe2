import {
  type Briefing,
  type BriefingRequest,
  checkFormats,
  checkRequest,
  type Definitions,
  loadPipeline,
  type OutputFormat,
  type Parameters,
  type ParameterValues,
  type Pipeline,
  type PreparedBriefing,
  type RenderRequest,
  resolveRequest,
} from "../briefing/index.ts";
import type { ClaimSpec } from "../claims/index.ts";
import { type Category, type Edition, figuresByCategory, presenceIn } from "../dataset/index.ts";
import { BriefingError, type Diagnostic, didYouMean, traceOf } from "../diagnostics/index.ts";
import { createCollector } from "../memory/index.ts";
import type { BatchItem } from "./batch-item.ts";
import { nameBriefings } from "./name-briefings.ts";
import type { WorkerOptions } from "./worker-options.ts";
import { createWorkforce, type Workforce } from "./workers/create-workforce.ts";

/** What `generateBriefings` and `planBriefings` are asked for: a `BriefingRequest` with several sets of parameters in place of one. */
export type BatchRequest<D extends Definitions, P extends Parameters<D>, F extends OutputFormat = OutputFormat> = Omit<
  BriefingRequest<D, P, F>,
  "parameters"
> & {
  /** The parameters that are the same for all. */
  readonly parameters?: Partial<ParameterValues<D, P>>;
  /**
   * What differs: a parameter, to take each of its categories that has data, is nobody's parent and has not ended; or the sets of
   * parameters, one a briefing.
   */
  readonly each: (keyof P & string) | Iterable<Partial<ParameterValues<D, P>>>;
  /** How files are called, without extension: `{area}-{year}`. Default: by all parameters that are categories. */
  readonly name?: string | undefined;
} & WorkerOptions;

/** What the briefings of a batch share, and which there are. */
export interface Batch {
  readonly pipeline: Pipeline;
  readonly prepared: PreparedBriefing;
  readonly request: Omit<RenderRequest, "parameters">;
  readonly items: readonly BatchItem[];
  readonly options: WorkerOptions;
  readonly workforce: Workforce;
  readonly previous: readonly Edition[] | undefined;
  /** Called as briefings of workers come in: to read and to protect a large table takes several times what is kept of it. */
  collect(): void;
}

/**
 * Reads the data, compiles the briefing, and says which briefings there will be.
 * @param workforce workers that were started before; default: by what is asked for.
 * @throws BriefingError for data that cannot be read, a briefing that does not compile, and names that cannot be used.
 */
export async function prepareBatch<
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
  F extends OutputFormat,
>(briefing: Briefing<D, P, C>, request: BatchRequest<D, P, F>, workforce?: Workforce): Promise<Batch> {
  checkRequest(request);
  const { signal } = request;
  signal?.throwIfAborted();
  const each = typeof request.each === "string" ? request.each : [...request.each];
  const collect = createCollector();
  const workers =
    workforce ?? workforceFor(request, { expected: typeof each === "string" ? undefined : each.length, ahead: true });
  try {
    const pipeline = await loadPipeline();
    const prepared = await pipeline.prepareBriefing(briefing, request);
    signal?.throwIfAborted();
    const own = typeof each === "string" ? categoriesOf(prepared, each).map(({ id }) => ({ [each]: id })) : each;
    const sets = own.map((set) => ({ ...request.parameters, ...set }) as Readonly<Record<string, string>>);
    const names = nameBriefings(prepared, sets, request.name);
    return {
      pipeline,
      prepared,
      request: resolveRequest(prepared, request),
      items: sets.map((parameters, index) => ({
        parameters,
        name: names[index] as string,
        total: sets.length,
        index,
      })),
      options: request,
      previous: request.previous,
      workforce: workers,
      collect,
    };
  } catch (error) {
    await workers.dismiss();
    throw error;
  }
}

/** Starts the workers of a batch before there is a briefing or data to give them. */
export const workforceFor = (
  { formats, ...options }: WorkerOptions & { readonly formats?: readonly OutputFormat[] | undefined },
  known: { readonly expected: number | undefined; readonly ahead: boolean },
): Workforce => createWorkforce({ ...options, ...known, formats: [...checkFormats(formats)] });

/** What went wrong with one area: an error in the briefing's own functions is that area's error too. */
export function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  const known = knownDiagnostics(error);
  if (known) return known;
  return [
    { code: "unexpected-error", severity: "error", message: `The briefing could not be made: ${traceOf(error)}` },
  ];
}

/** A module may have another instance of this package than the worker that loads it, whose errors are told by their name. */
function knownDiagnostics(error: unknown): readonly Diagnostic[] | undefined {
  if (error instanceof BriefingError) return error.diagnostics;
  if (!(error instanceof Error) || error.name !== "BriefingError" || !("diagnostics" in error)) return undefined;
  return Array.isArray(error.diagnostics) ? error.diagnostics : undefined;
}

/** The categories of a parameter that have any figure, are nobody's parent and have not ended, in the order of the data. */
function categoriesOf({ briefing, datasets }: PreparedBriefing, name: string): readonly Category[] {
  const parameters = briefing.spec.parameters ?? {};
  const parameter = parameters[name];
  if (parameter?.kind !== "category") {
    const known = Object.keys(parameters).filter((key) => parameters[key]?.kind === "category");
    throw new BriefingError([
      {
        code: "unknown-parameter",
        severity: "error",
        message: parameter
          ? `The parameter "${name}" is a text: it has no categories to take each of.`
          : `The briefing has no parameter "${name}".`,
        hint: didYouMean(name, known),
      },
    ]);
  }
  const dataset = datasets.get(parameter.dataset);
  if (!dataset) return [];
  const present = figuresByCategory(dataset, parameter.dimension);
  const last = dataset.periods().at(-1);
  // What ended before the last period is no subject of a briefing of today.
  const isStill = (category: Category) =>
    !last || presenceIn(category, last) !== "none" || category.until === undefined;
  return dataset.leaves(parameter.dimension).filter((category) => present.has(category.id) && isStill(category));
}
