import * as z from "zod";
import {
  type AnyDatasetDefinition,
  type Dataset,
  type DatasetSpec,
  readDefinition,
  toLoadedDatasets,
} from "../../dataset/index.ts";
import { checkShape, createDiagnostics, defined, didYouMean } from "../../diagnostics/index.ts";
import type { ClaimDraft } from "../spec/claim-draft.ts";
import { claimSchema } from "../spec/claim-schema.ts";
import type { ClaimSpec, StatedSpec } from "../spec/claim-spec.ts";
import type { ClaimSet } from "../spec/define-claims.ts";

/** The shape of a claims.json. */
export const claimsFileSchema = z.strictObject({
  $schema: z.string().optional(),
  title: z.string(),
  /** Checked by `readDefinition`, which says more. */
  datasets: z.record(z.string(), z.record(z.string(), z.unknown())),
  claims: z.record(z.string().min(1), claimSchema),
  /** As `extract` left them: what a text states and does not say in full. Their content is for people. */
  proposals: z
    .record(z.string(), z.looseObject({ text: z.string(), missing: z.array(z.string()).default([]) }))
    .optional(),
});

/** What a text states and does not say in full, until somebody completes it and moves it to the claims. */
export interface UnconfirmedProposal {
  readonly kind: string;
  /** The sentence. */
  readonly text: string;
  readonly stated: StatedSpec;
  readonly draft: ClaimDraft;
  readonly missing: readonly string[];
  readonly explanation: string;
}

/** A claims.json as it is written. */
export interface ClaimsFile {
  readonly title: string;
  readonly datasets: Readonly<Record<string, DatasetSpec>>;
  readonly claims: Readonly<Record<string, ClaimSpec>>;
  /** Not checked; `checkClaims` warns of each. */
  readonly proposals?: Readonly<Record<string, UnconfirmedProposal>>;
}

/**
 * Reads a claims file: definitions of datasets, and claims about them.
 * @param file its name, for errors.
 * @throws BriefingError with everything that is wrong in it, by path.
 */
export function parseClaims(text: string, file: string): ClaimSet {
  const diagnostics = createDiagnostics({ file });
  const content = parseJson(text, file);
  checkShape(content, claimsFileSchema, { code: "invalid-claims-file", what: "The file", source: { file } });
  const { title, claims, datasets: specs, proposals = {} } = claimsFileSchema.parse(content);
  const names = Object.keys(specs);
  for (const [id, spec] of Object.entries(claims)) {
    if (!("dataset" in spec) || names.includes(spec.dataset)) continue;
    const hint = didYouMean(spec.dataset, names);
    diagnostics.error({
      code: "unknown-dataset",
      message: `There is no dataset "${spec.dataset}".`,
      hint,
      source: { file, id },
    });
  }
  diagnostics.throwIfErrors();
  const datasets: Record<string, AnyDatasetDefinition> = {};
  for (const [id, spec] of Object.entries(specs)) datasets[id] = readDefinition(spec);
  const unconfirmed = Object.entries(proposals).map(([id, { missing }]) => ({ id, missing }));
  return defined({
    kind: "claims",
    title,
    datasets,
    claims: () => claims,
    unconfirmed: unconfirmed.length > 0 ? unconfirmed : undefined,
  });
}

/** Writes a claim set as a claims file. `datasets` are the loaded ones, as builders read ids and periods from them. */
export function formatClaims<
  Datasets extends Readonly<Record<string, AnyDatasetDefinition>>,
  Claims extends Readonly<Record<string, ClaimSpec>>,
>(set: ClaimSet<Datasets, Claims>, datasets: ReadonlyMap<string, Dataset>): string {
  const content: ClaimsFile = {
    title: set.title,
    datasets: Object.fromEntries(Object.entries(set.datasets).map(([id, { spec }]) => [id, spec])),
    claims: set.claims(toLoadedDatasets<Datasets>(datasets)),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const diagnostics = createDiagnostics({ file });
    const message = `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
    diagnostics.error({ code: "invalid-json", message });
    diagnostics.throwIfErrors();
    throw error;
  }
}
