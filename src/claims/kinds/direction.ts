import { measureDecimals } from "../../dataset/index.ts";
import { directionBetween, directionOf, exact, type FoundDirection, isBounds } from "../../language/index.ts";
import { type Amount, combine, endsOf, isRounded, valuesOf } from "../result/amount.ts";
import type { JudgedFacet } from "../result/claim.ts";
import { figuresOf } from "../result/figures-of.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import { because, type Said } from "../result/said.ts";
import { SelectorError } from "../select/select.ts";
import { type Span, selectSpan } from "../select/select-span.ts";
import { testSpan } from "../select/span-uncertainty.ts";
import { subjectOf } from "../select/subject.ts";
import type { DirectionSpec } from "../spec/claim-spec.ts";
import { allowedDirection, lowerBoundOf, spanLeftOpen } from "../stated/left-open.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";

export const direction: ClaimKindRecord<DirectionSpec> = {
  evaluate(spec, context) {
    const span = selectSpan(spec, context);
    const decimals = measureDecimals(span.to.measureSpec);
    if (spec.stated?.value !== undefined) {
      throw new SelectorError({
        code: "unit-not-of-kind",
        message: "A direction states no number.",
        hint: "Use change() for a rise or fall of so much.",
      });
    }
    const amount =
      span.instead ?? combine([span.from.amount, span.to.amount], ([from, to]) => (from && to ? to.sub(from) : null));
    const significance = significanceOf(spec, span);
    const leftOpen = spanLeftOpen(span, amount) ?? lowerBoundOf(amount, span.to, span.from);
    return {
      amount,
      leftOpen: leftOpen ? { ...leftOpen, direction: allowedDirection(spec.direction, 0) } : undefined,
      unit: "number",
      decimals,
      words: ({ value }, phrases) =>
        phrases.direction({
          value,
          decimals,
          direction: isBounds(value) ? directionFound(amount, decimals) : directionOf(value, decimals),
          significant:
            spec.degree === "significantly" &&
            significance.significant &&
            !(amount.state === "value" && amount.value.equals(0)),
        }),
      facets: [judgeDirection({ spec, span, amount, decimals }), ...significance.facets],
      issues: [...span.issues, ...significance.issues, ...onlyTwo(spec)],
      evidence: [...span.from.evidence, ...span.to.evidence],
      measures: [span.to.measureSpec],
      ...subjectOf([span.from, span.to]),
    };
  },
};

interface DirectionInput {
  readonly spec: DirectionSpec;
  readonly span: Span;
  readonly amount: Amount;
  readonly decimals: number;
}

function judgeDirection({ spec, span, amount, decimals }: DirectionInput): JudgedFacet {
  if (amount.state === "missing" || amount.state === "suppressed") {
    return { id: "direction", verdict: "not-enough-evidence", reason: amount.reason };
  }
  const side = ({ amount: sideAmount, periods }: Span["from"]) => ({
    figures: figuresOf(sideAmount),
    format: { unit: "number", decimals } as const,
    periods,
  });
  const ends = { from: side(span.from), to: side(span.to) };
  const said =
    (what: "disputed" | "disputed-against" | FoundDirection, against = false): Said =>
    ({ reasons }) =>
      reasons.direction({ found: what, against, ...ends });
  const directions = new Set(valuesOf(amount).map((value) => directionOf(value, decimals)));
  const [found] = directions;
  const isOpen = directions.size > 1 && (spec.direction === undefined || directions.has(spec.direction));
  if (isOpen || (directions.size > 1 && isRounded(amount))) {
    return { id: "vintage", verdict: "conflicting-evidence", reason: said("disputed") };
  }
  if (directions.size > 1) {
    return { id: "direction", verdict: "refuted", reason: said("disputed-against") };
  }
  const surely = isRounded(amount) ? directionFound(amount, decimals) : (found ?? "flat");
  if (surely === "open") {
    return { id: "direction", verdict: spec.stated ? "not-enough-evidence" : "supported", reason: said("open") };
  }
  if (spec.direction === undefined || spec.direction === surely) {
    return { id: "direction", verdict: "supported", reason: said(surely) };
  }
  return { id: "direction", verdict: "refuted", reason: said(surely, true) };
}

function directionFound(amount: Amount, decimals: number): FoundDirection {
  const ends = endsOf(amount);
  return ends ? directionBetween(ends, decimals) : "open";
}

interface Significance {
  readonly significant: boolean;
  readonly facets: readonly JudgedFacet[];
  readonly issues: readonly NotedIssue[];
}

/** "Significantly" is tested on counts; other words of degree have no definition to test. */
function significanceOf({ degree, stated }: DirectionSpec, { from, to, instead }: Span): Significance {
  const none: Significance = { significant: false, facets: [], issues: [] };
  if (degree === undefined) return none;
  if (degree !== "significantly") {
    return {
      ...none,
      issues: [{ code: "degree-not-defined", message: ({ reasons }) => reasons.degreeUndefined(degree) }],
    };
  }
  const testable = !instead && from.amount.state === "value" && to.amount.state === "value";
  if (!testable || to.measureSpec.statType !== "count") {
    const reason = because(testable ? "not-of-rates" : "not-without-both");
    return stated ? { ...none, facets: [{ id: "value", verdict: "not-enough-evidence", reason }] } : none;
  }
  const tested = testSpan({ from, to });
  if (tested?.significant) return { ...none, significant: true };
  if (!tested || tested.possible) {
    const reason = because("significance-of-rounded");
    return stated ? { ...none, facets: [{ id: "value", verdict: "not-enough-evidence", reason }] } : none;
  }
  const message: Said = ({ reasons }) => reasons.byChance(exact(tested.p));
  return {
    significant: false,
    facets: [{ id: "value", verdict: "refuted", reason: message }],
    issues: [{ code: "not-significant", message }],
  };
}

/** Two points make no trend. */
const onlyTwo = ({ stated }: DirectionSpec): readonly NotedIssue[] =>
  stated ? [{ code: "short-series", message: because("two-periods") }] : [];
