import type { Dataset } from "../../dataset/index.ts";
import { createWords, englishWords, findLanguage } from "../../language/index.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";
import type { ConsistencyFinding } from "./finding.ts";
import { readStated } from "./read-stated.ts";
import type { RuleInput } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { createTelling } from "./telling.ts";

/** What `checkConsistency` knows besides the claims. */
export interface ConsistencyOptions {
  /** Datasets, for the labels of areas; no figure of theirs is looked at. */
  readonly datasets?: ReadonlyMap<string, Dataset>;
  /** Language of the reasons, a BCP 47 tag: `en-GB` where absent. */
  readonly lang?: string | undefined;
  /** What the reasons call a claim, by its id; the id where absent. */
  readonly name?: ((id: string) => string) | undefined;
}

/**
 * Holds the stated claims of one article against each other, without any dataset: two numbers for one thing, a change
 * and its counts, a share and its base, a direction and a change, one number for two areas. Two claims are about one
 * thing where their dataset, measure and categories are named alike.
 */
export function checkConsistency(
  specs: Readonly<Record<string, ClaimSpec>>,
  { datasets = new Map(), lang, name }: ConsistencyOptions = {},
): readonly ConsistencyFinding[] {
  const words = lang === undefined ? englishWords() : createWords({ language: findLanguage(lang) });
  return findingsIn(specs, { datasets, telling: createTelling(words, name) });
}

/** The same in whatever words. */
export function findingsIn(
  specs: Readonly<Record<string, ClaimSpec>>,
  { datasets, telling }: Pick<RuleInput, "datasets" | "telling">,
): readonly ConsistencyFinding[] {
  const claims = Object.entries(specs).flatMap(([id, spec]) => readStated(id, spec, { datasets }) ?? []);
  return rules.flatMap((rule) => rule({ specs, claims, datasets, telling }));
}
