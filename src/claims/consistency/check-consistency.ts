import type { Dataset } from "../../dataset/index.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import type { ConsistencyFinding } from "./finding.ts";
import { readStated } from "./read-stated.ts";
import { rules } from "./rules/index.ts";

/** What `checkConsistency` knows besides the claims. */
export interface ConsistencyOptions {
  /** Datasets, for the labels of areas; no figure of theirs is looked at. */
  readonly datasets?: ReadonlyMap<string, Dataset>;
}

/**
 * Holds the stated claims of one article against each other, without any dataset: two numbers for one thing, a change
 * and its counts, a share and its base, a direction and a change, one number for two areas. Two claims are about one
 * thing where their dataset, measure and categories are named alike.
 */
export function checkConsistency(
  specs: Readonly<Record<string, ClaimSpec>>,
  { datasets = new Map() }: ConsistencyOptions = {},
): readonly ConsistencyFinding[] {
  const claims = Object.entries(specs).flatMap(([id, spec]) => readStated(id, spec, { datasets }) ?? []);
  return rules.flatMap((rule) => rule({ specs, claims, datasets }));
}
