import type { Claim, ClaimSpec } from "../claims/index.ts";
import { collectEdition, type Edition } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { BriefingRecord } from "../record/index.ts";
import { type BriefingRequest, checkRequest } from "./briefing-request.ts";
import type { Briefing, Definitions, Parameters } from "./briefing-spec.ts";
import { loadPipeline } from "./load-pipeline.ts";
import type { OutputFormat } from "./output-format.ts";
import { resolveRequest } from "./resolve-request.ts";

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

interface WithEdition {
  /**
   * What the protected datasets show, and what earlier editions did: to be kept (`formatEdition`) for the next one. Undefined where
   * nothing is protected.
   */
  readonly edition: Edition | undefined;
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
>(
  briefing: Briefing<D, P, C>,
  request: BriefingRequest<D, P, F>,
): Promise<GeneratedBriefing<keyof C & string, F> & WithEdition> {
  checkRequest(request);
  const { prepareBriefing, renderBriefing } = await loadPipeline();
  const prepared = await prepareBriefing(briefing, request);
  const rendered = await renderBriefing(prepared, {
    ...resolveRequest(prepared, request),
    parameters: (request.parameters ?? {}) as Readonly<Record<string, string>>,
  });
  // `formats` decided both the type and what was rendered.
  const made = rendered as GeneratedBriefing<keyof C & string, F>;
  return {
    ...made,
    get edition() {
      return collectEdition(prepared.loaded.values(), request.previous);
    },
  };
}
