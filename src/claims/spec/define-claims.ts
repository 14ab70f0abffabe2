import type { AnyDatasetDefinition, LoadedDatasets } from "../../dataset/index.ts";
import type { ClaimSpec } from "./claim-spec.ts";

/** Claims and the datasets that they are checked against. */
export interface ClaimSet<
  Datasets extends Readonly<Record<string, AnyDatasetDefinition>> = Readonly<Record<string, AnyDatasetDefinition>>,
  Claims extends Readonly<Record<string, ClaimSpec>> = Readonly<Record<string, ClaimSpec>>,
> {
  readonly kind: "claims";
  /** Of the article, the speech, the report. */
  readonly title: string;
  readonly datasets: Datasets;
  claims(datasets: LoadedDatasets<Datasets>): Claims;
  /** Proposals that a claims file holds and nobody has confirmed: not checked, and warned of. */
  readonly unconfirmed?: readonly { readonly id: string; readonly missing: readonly string[] }[];
}

/**
 * Puts stated claims and the definitions of their datasets together, as a typed module: a dimension, measure or category
 * that does not exist does not compile.
 */
export function defineClaims<
  const Datasets extends Readonly<Record<string, AnyDatasetDefinition>>,
  const Claims extends Readonly<Record<string, ClaimSpec>>,
>(set: Omit<ClaimSet<Datasets, Claims>, "kind">): ClaimSet<Datasets, Claims> {
  return { kind: "claims", ...set };
}
