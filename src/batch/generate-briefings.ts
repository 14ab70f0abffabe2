import type { Briefing, Definitions, GeneratedBriefing, OutputFormat, Parameters } from "../briefing/index.ts";
import type { ClaimSpec } from "../claims/index.ts";

import type { Diagnostic } from "../diagnostics/index.ts";
import { type Batch, type BatchPlace, type BatchRequest, diagnosticsOf, prepareBatch } from "./prepare-batch.ts";

export type BatchResult<ClaimId extends string = string, F extends OutputFormat = OutputFormat> = BatchPlace &
  (
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
  yield* generateBatch<keyof C & string, F>(await prepareBatch(briefing, request));
}

export async function* generateBatch<ClaimId extends string, F extends OutputFormat>({
  pipeline,
  prepared,
  request,
  places,
}: Batch): AsyncGenerator<BatchResult<ClaimId, F>> {
  for (const place of places) {
    try {
      const rendered = await pipeline.renderBriefing(prepared, { ...request, parameters: place.parameters });
      yield { ...place, status: "generated", ...(rendered as GeneratedBriefing<ClaimId, F>) };
    } catch (error) {
      yield { ...place, status: "failed", diagnostics: diagnosticsOf(error) };
    }
  }
}
