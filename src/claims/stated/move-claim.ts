import type { PlainSelector } from "../../dataset/index.ts";
import { valuesOf } from "../result/amount.ts";
import type { Evaluation } from "../result/evaluation.ts";
import type { Said } from "../result/said.ts";
import { SelectorError } from "../select/select.ts";
import type { ClaimSpec } from "../spec/claim-spec.ts";

/** Asks a claim of another category or time, to see whose figure it gives. */

const selectorKeys = ["of", "population", "part", "whole", "otherWhole", "left", "right"] as const;

/** The selectors of a claim by their keys; a comparison with a median has none at its right. */
function selectorsOf(spec: ClaimSpec): ReadonlyMap<string, PlainSelector> {
  const fields: Readonly<Record<string, unknown>> = { ...spec };
  return new Map(selectorKeys.flatMap((key) => (isSelector(fields[key]) ? [[key, fields[key]]] : [])));
}

const isSelector = (value: unknown): value is PlainSelector =>
  typeof value === "object" && value !== null && "at" in value;

/** What the first selector that has the dimension names in it; undefined where none does, or several are added up. */
export function categoryNamed(spec: ClaimSpec, dimension: string): string | undefined {
  for (const { at } of selectorsOf(spec).values()) {
    const name = at[dimension];
    if (typeof name === "string") return name;
  }
  return undefined;
}

/** The same claim with another category, wherever a selector names one. */
export function moveClaim(spec: ClaimSpec, dimension: string, category: string): ClaimSpec {
  const moved = [...selectorsOf(spec)].flatMap(([key, selector]) =>
    selector.at[dimension] === undefined
      ? []
      : [[key, { ...selector, at: { ...selector.at, [dimension]: category } }] as const],
  );
  return { ...spec, ...Object.fromEntries(moved) };
}

/** Whether the figures refute the stated number itself. That of a share is often of another base, which says why it is wrong. */
export const isNumberRefuted = ({ facets }: Evaluation): boolean =>
  facets.some(({ id, verdict }) => id === "value" && verdict === "refuted");

/** A claim that cannot be asked of another category says nothing about it. */
export function evaluated(run: () => Evaluation): Evaluation | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof SelectorError) return undefined;
    throw error;
  }
}

/** The figures of a claim that was asked of another category, as it would print them. */
export const figureOf =
  ({ amount, words: wordsFor }: Evaluation): Said =>
  ({ reasons, phrases }) =>
    reasons.either(valuesOf(amount).map((value) => wordsFor({ value, about: false }, phrases).value));
