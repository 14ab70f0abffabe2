import {
  type Briefing,
  type BriefingRequest,
  checkRequest,
  type Definitions,
  type GeneratedBriefing,
  loadPipeline,
  type OutputFormat,
  type Parameters,
  type ParameterValues,
  type PreparedBriefing,
  resolveRequest,
} from "../briefing/index.ts";
import type { ClaimSpec } from "../claims/index.ts";
import { type Category, figuresByCategory, presenceIn } from "../dataset/index.ts";
import { BriefingError, type Diagnostic, didYouMean } from "../diagnostics/index.ts";

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
};

export type BatchResult<ClaimId extends string = string, F extends OutputFormat = OutputFormat> = {
  /** The parameters of this one. */
  readonly parameters: Readonly<Record<string, string>>;
  /** How many there are in all, and which of them this is, from 0. */
  readonly total: number;
  readonly index: number;
} & (
  | ({ readonly status: "generated" } & GeneratedBriefing<ClaimId, F>)
  | { readonly status: "failed"; readonly diagnostics: readonly Diagnostic[] }
);

/**
 * Generates a briefing for each area, one after the other, as they are asked for.
 * @throws BriefingError before the first, for data that cannot be read and a briefing that does not compile. What is
 *   wrong with one area is that area's result.
 */
export async function* generateBriefings<
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
  F extends OutputFormat = OutputFormat,
>(briefing: Briefing<D, P, C>, request: BatchRequest<D, P, F>): AsyncGenerator<BatchResult<keyof C & string, F>> {
  checkRequest(request);
  const { prepareBriefing, renderBriefing } = await loadPipeline();
  const prepared = await prepareBriefing(briefing as unknown as Briefing<D, P>, request.data);
  const sets =
    typeof request.each === "string"
      ? categoriesOf(prepared, request.each).map(({ id }) => ({ [request.each as string]: id }))
      : [...request.each];
  const resolved = resolveRequest(prepared, request);
  for (const [index, set] of sets.entries()) {
    const parameters = { ...request.parameters, ...set } as Readonly<Record<string, string>>;
    const place = { parameters, total: sets.length, index };
    try {
      const rendered = await renderBriefing(prepared, {
        ...resolved,
        parameters,
      });
      yield { ...place, status: "generated", ...(rendered as GeneratedBriefing<keyof C & string, F>) };
    } catch (error) {
      yield { ...place, status: "failed", diagnostics: diagnosticsOf(error) };
    }
  }
}

/** An error in the briefing's own functions is one area's error too. */
function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof BriefingError) return error.diagnostics;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [{ code: "unexpected-error", severity: "error", message: `The briefing could not be made: ${message}` }];
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
