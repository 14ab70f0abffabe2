import { z } from "zod";
import {
  type AnyDatasetDefinition,
  type Dataset,
  type DatasetSpec,
  defineDataset,
  toLoadedDatasets,
} from "../../dataset/index.ts";
import { createDiagnostics, didYouMean } from "../../diagnostics/index.ts";
import type { ClaimDraft } from "../spec/claim-draft.ts";
import type { ClaimSpec, StatedSpec } from "../spec/claim-spec.ts";
import type { ClaimSet } from "../spec/define-claims.ts";

/** JSON has no `undefined`: a field that is not there is left out, as the types of specs say. */
const selector = z.strictObject({
  dataset: z.string().exactOptional(),
  measure: z.string().exactOptional(),
  vintage: z.string().exactOptional(),
  source: z.string().exactOptional(),
  at: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])),
});

const among = z.strictObject({ dimension: z.string(), categories: z.array(z.string()).exactOptional() });

const stated = z.strictObject({
  value: z.number().exactOptional(),
  unit: z.enum(["number", "percent", "percentage-points", "times", "fraction"]).exactOptional(),
  step: z.number().positive().exactOptional(),
  hedge: z
    .enum([
      "none",
      "about",
      "nearly",
      "just-over",
      "more-than",
      "well-over",
      "at-least",
      "less-than",
      "well-under",
      "at-most",
    ])
    .exactOptional(),
  counted: z.string().exactOptional(),
});

const common = {
  text: z.string().exactOptional(),
  attribution: z.strictObject({ who: z.string(), role: z.string().exactOptional() }).exactOptional(),
  caveats: z.array(z.string()).exactOptional(),
};
const checked = { ...common, stated: stated.exactOptional(), dataset: z.string() };

const claim = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), ...checked, of: selector, uncertainty: z.boolean().exactOptional() }),
  z.strictObject({
    kind: z.literal("rate"),
    ...checked,
    of: selector,
    population: selector.exactOptional(),
    per: z.union([z.enum(["day", "week", "month"]), z.number().positive()]).exactOptional(),
    uncertainty: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("change"),
    ...checked,
    of: selector,
    whole: selector.exactOptional(),
    from: z.string(),
    to: z.string(),
    mode: z.enum(["relative", "absolute", "points", "ratio"]).exactOptional(),
    uncertainty: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("share"),
    ...checked,
    part: selector,
    whole: selector,
    condition: z.string().exactOptional(),
    otherWhole: selector.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("comparison"),
    ...checked,
    left: selector,
    right: z.union([selector, z.strictObject({ median: selector, among })]),
    relation: z.enum(["higher", "lower", "equal", "times"]).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("median"), ...checked, of: selector, among }),
  z.strictObject({
    kind: z.literal("rank"),
    ...checked,
    of: selector,
    among,
    order: z.enum(["highest", "lowest"]).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("record"),
    ...checked,
    of: selector,
    extreme: z.enum(["highest", "lowest"]),
    since: z.string().exactOptional(),
    surpassing: z.boolean().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("direction"),
    ...checked,
    of: selector,
    from: z.string(),
    to: z.string(),
    direction: z.enum(["up", "down", "flat"]).exactOptional(),
    degree: z.string().exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("statement"),
    ...common,
    text: z.string(),
    form: z.enum(["paraphrase", "quotation"]).exactOptional(),
    contains: z.array(z.string()).exactOptional(),
  }),
]) satisfies z.ZodType<ClaimSpec>;

/** The shape of a claims.json. */
export const claimsFileSchema = z.strictObject({
  $schema: z.string().optional(),
  title: z.string(),
  /** Checked by `defineDataset`, which says more. */
  datasets: z.record(z.string(), z.record(z.string(), z.unknown())),
  claims: z.record(z.string().min(1), claim),
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
  const diagnostics = createDiagnostics();
  const parsed = claimsFileSchema.safeParse(parseJson(text, file));
  for (const issue of parsed.error?.issues ?? []) {
    diagnostics.error({
      code: "invalid-claims-file",
      message: `${issue.path.length > 0 ? `${issue.path.join(".")}: ` : ""}${issue.message}.`,
      source: { file, ...(issue.path.length > 0 && { field: issue.path.join(".") }) },
    });
  }
  diagnostics.throwIfErrors();
  const { title, claims, datasets: specs, proposals = {} } = parsed.data as z.infer<typeof claimsFileSchema>;
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
  for (const [id, spec] of Object.entries(specs))
    datasets[id] = defineDataset(spec as Partial<DatasetSpec> as DatasetSpec);
  const unconfirmed = Object.entries(proposals).map(([id, { missing }]) => ({ id, missing }));
  return { kind: "claims", title, datasets, claims: () => claims, ...(unconfirmed.length > 0 && { unconfirmed }) };
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
    const diagnostics = createDiagnostics();
    const message = `The file is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
    diagnostics.error({ code: "invalid-json", message, source: { file } });
    diagnostics.throwIfErrors();
    throw error;
  }
}
