import {
  type AnyDatasetDefinition,
  type DataFor,
  type Dataset,
  loadDatasets,
  toLoadedDatasets,
} from "../../dataset/index.ts";
import type { Diagnostic } from "../../diagnostics/index.ts";
import { createWords, englishWords, findLanguage, type Words } from "../../language/index.ts";
import { type ConsistencyFinding, checkConsistency } from "../consistency/index.ts";
import type { Claim } from "../result/claim.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import type { ClaimSet } from "../spec/define-claims.ts";
import { createClaimEvaluator, evaluateClaims } from "./evaluate-claims.ts";

/** A file of claims, judged: each claim by its id, with verdict, reason and evidence. */
export interface CheckedClaims<Id extends string = string> {
  readonly title: string;
  readonly claims: ReadonlyMap<Id, Claim>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** What the claims say of each other, whatever the data says. No verdict hangs on it. */
  readonly consistency: readonly ConsistencyFinding[];
  /** Warnings: from reading the data, and of proposals that nobody has confirmed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Datasets with the names that they have in a language, and warnings of those that they lack. */
export function datasetsIn(
  { lang, names }: Words,
  datasets: ReadonlyMap<string, Dataset>,
): ReadonlyMap<string, Dataset> {
  const naming = { lang, periodName: names.period };
  return new Map([...datasets].map(([id, dataset]) => [id, dataset.inLanguage(naming)] as const));
}

/** How claims are checked. */
export interface CheckClaimsOptions {
  /** Language of all that is said of them, a BCP 47 tag: `en-GB` where absent. */
  readonly lang?: string | undefined;
}

/**
 * Checks claims against data: a verdict for each, by facet, with reasons and evidence.
 * @throws BriefingError for data that cannot be read, claims that cannot be evaluated, and a language that there is none of; a refuted claim is a result.
 */
export async function checkClaims<
  Datasets extends Readonly<Record<string, AnyDatasetDefinition>>,
  Claims extends Readonly<Record<string, ClaimSpec>>,
>(
  set: ClaimSet<Datasets, Claims>,
  data: DataFor<Datasets>,
  { lang }: CheckClaimsOptions = {},
): Promise<CheckedClaims<keyof Claims & string>> {
  const loaded = await loadDatasets(set.datasets, data);
  const specs = set.claims(toLoadedDatasets<Datasets>(loaded));
  const words = lang === undefined ? englishWords() : createWords({ language: findLanguage(lang) });
  const datasets = lang === undefined ? loaded : datasetsIn(words, loaded);
  const claims = evaluateClaims(specs, createClaimEvaluator(datasets, words)) as ReadonlyMap<
    keyof Claims & string,
    Claim
  >;
  return {
    title: set.title,
    claims,
    datasets,
    consistency: checkConsistency(specs, { datasets, lang }),
    diagnostics: [
      ...[...datasets.values()].flatMap((dataset) => dataset.diagnostics),
      ...(set.unconfirmed ?? []).map(unconfirmedWarning),
    ],
  };
}

function unconfirmedWarning({ id, missing }: NonNullable<ClaimSet["unconfirmed"]>[number]): Diagnostic {
  const lacks = missing.length > 0 ? `: it lacks ${missing.join(", ")}` : "";
  return {
    code: "unconfirmed-proposal",
    severity: "warning",
    message: `The proposal ${id} is not checked${lacks}.`,
    hint: "Complete it and move it to the claims, or delete it.",
    source: { id },
  };
}
