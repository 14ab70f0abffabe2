import type { Claim, ClaimSpec } from "../claims/index.ts";
import type { DataFor } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { BriefingRecord } from "../record/index.ts";
import type { Briefing, Definitions, Parameters, ParameterValues, Trail, Verifiable } from "./briefing-spec.ts";
import { loadPipeline } from "./load-pipeline.ts";
import type { OutputFormat } from "./output-format.ts";
import { resolveRequest } from "./resolve-request.ts";

/** What a briefing is generated from. */
export type BriefingRequest<D extends Definitions, P extends Parameters<D>, F extends OutputFormat = OutputFormat> = {
  /** A file, text, rows or a loaded dataset, for each dataset by name. */
  readonly data: DataFor<D>;
  /** Default: both. */
  readonly formats?: readonly F[];
  /**
   * Printed as the day of publication, and recorded in the files. Default: the date of the newest publication among the
   * sources, printed as precisely as it is known.
   */
  readonly date?: Date;
  /** Print figures that cannot be traced, with a warning each. Default false: they are errors. */
  readonly draft?: boolean;
  /** In place of the briefing's own `verifiable`. */
  readonly verifiable?: Verifiable;
  /** In place of the briefing's own `trail`. */
  readonly trail?: Trail;
} & ParametersOf<D, P>;

/** Asked for only where the briefing has any; where the compiler does not know which, a missing one is an error. */
type ParametersOf<D extends Definitions, P extends Parameters<D>> = string extends keyof P
  ? { readonly parameters?: ParameterValues<D, P> }
  : keyof ParameterValues<D, P> extends never
    ? { readonly parameters?: ParameterValues<D, P> }
    : { readonly parameters: ParameterValues<D, P> };

/** A briefing, in the formats asked for. */
export interface GeneratedBriefing<ClaimId extends string = string, F extends OutputFormat = OutputFormat> {
  readonly title: string;
  /** A whole HTML file: styles, fonts and charts are in it. */
  readonly html: "html" extends F ? string : undefined;
  /** A tagged PDF. */
  readonly pdf: "pdf" extends F ? Uint8Array : undefined;
  readonly pageCount: "pdf" extends F ? number : undefined;
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  /** What is printed, and where each figure comes from: to be kept beside the files. */
  readonly record: BriefingRecord;
  /** Warnings. Errors are thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates one briefing. For many areas, `generateBriefings` reads the data once.
 * @throws BriefingError with all errors of the first stage that has any.
 */
export async function generateBriefing<
  D extends Definitions,
  P extends Parameters<D>,
  C extends Readonly<Record<string, ClaimSpec>>,
  F extends OutputFormat = OutputFormat,
>(briefing: Briefing<D, P, C>, request: BriefingRequest<D, P, F>): Promise<GeneratedBriefing<keyof C & string, F>> {
  const { prepareBriefing, renderBriefing } = await loadPipeline();
  const prepared = await prepareBriefing(briefing as unknown as Briefing<D, P>, request.data);
  const rendered = await renderBriefing(prepared, {
    ...resolveRequest(prepared, request),
    parameters: (request.parameters ?? {}) as Readonly<Record<string, string>>,
  });
  // `formats` decided both the type and what was rendered.
  return rendered as GeneratedBriefing<keyof C & string, F>;
}
