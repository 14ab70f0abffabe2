import type { PlainSelector } from "../../dataset/index.ts";
import type { Evaluation } from "../result/evaluation.ts";
import { SelectorError } from "../select/select.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";

/** Asks a claim of another place or time, to see whose figure it gives. */

const selectorKeys = ["of", "population", "part", "whole", "otherWhole", "left", "right"] as const;

type Selectors = Readonly<Partial<Record<(typeof selectorKeys)[number], PlainSelector>>>;

/** What the first selector that has the dimension names in it; undefined where none does, or several are added up. */
export function placeOf(spec: ClaimSpec, dimension: string): string | undefined {
  const selectors = spec as unknown as Selectors;
  for (const key of selectorKeys) {
    const name = selectors[key]?.at?.[dimension];
    if (typeof name === "string") return name;
  }
  return undefined;
}

/** The same claim with another category, wherever a selector names one. */
export function moveClaim(spec: ClaimSpec, dimension: string, category: string): ClaimSpec {
  const selectors = spec as unknown as Selectors;
  const moved = selectorKeys.flatMap((key) => {
    const selector = selectors[key];
    return selector?.at?.[dimension] === undefined
      ? []
      : [[key, { ...selector, at: { ...selector.at, [dimension]: category } }] as const];
  });
  return { ...spec, ...Object.fromEntries(moved) };
}

/** A claim that cannot be asked of another place says nothing about it. */
export function evaluated(run: () => Evaluation): Evaluation | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof SelectorError) return undefined;
    throw error;
  }
}
