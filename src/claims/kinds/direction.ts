import { measureDecimals } from "../../dataset/index.ts";
import {
  type Direction,
  directionBetween,
  directionOf,
  exact,
  type FoundDirection,
  formatDecimal,
  isBounds,
} from "../../language/index.ts";
import { type Amount, combine, endsOf, isRounded, valuesOf } from "../result/amount.ts";
import type { Facet, Issue } from "../result/claim.ts";
import { describeAmount } from "../result/describe-amount.ts";
import { SelectorError } from "../select/select.ts";
import { type Span, selectSpan } from "../select/select-span.ts";
import { testSpan } from "../select/span-uncertainty.ts";
import { subjectOf } from "../select/subject.ts";
import type { DirectionSpec } from "../spec/claim-spec.ts";
import { allowedDirection, lowerBoundOf, spanLeftOpen } from "../stated/left-open.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";

/** As the reasons of verdicts say it. */
const verbs: Readonly<Record<Direction, string>> = { up: "rose", down: "fell", flat: "did not change" };

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

function judgeDirection({ spec, span, amount, decimals }: DirectionInput): Facet {
  if (amount.state === "missing" || amount.state === "suppressed") {
    return { id: "direction", verdict: "not-enough-evidence", reason: amount.reason };
  }
  const side = ({ amount: sideAmount, periods }: Span["from"]) =>
    `${describeAmount(sideAmount, (value) => formatDecimal(value, decimals))} in ${periods.map(({ label }) => label).join(", ")}`;
  const directions = new Set(valuesOf(amount).map((value) => directionOf(value, decimals)));
  const [found] = directions;
  const figures = `${side(span.from)} and ${side(span.to)}`;
  const isOpen = directions.size > 1 && (spec.direction === undefined || directions.has(spec.direction));
  if (isOpen || (directions.size > 1 && isRounded(amount))) {
    return {
      id: "vintage",
      verdict: "conflicting-evidence",
      reason: `Publications disagree on the direction: ${figures}.`,
    };
  }
  if (directions.size > 1) {
    const reason = `Publications disagree, and none has what the claim says: ${figures}.`;
    return { id: "direction", verdict: "refuted", reason };
  }
  const surely = isRounded(amount) ? directionFound(amount, decimals) : (found ?? "flat");
  if (surely === "open") {
    const reason = `The figures are rounded, and too near to each other to tell: ${figures}.`;
    return { id: "direction", verdict: spec.stated ? "not-enough-evidence" : "supported", reason };
  }
  const verb = verbs[surely];
  if (spec.direction === undefined || spec.direction === surely) {
    return { id: "direction", verdict: "supported", reason: `The figures ${verb}: ${figures}.` };
  }
  return { id: "direction", verdict: "refuted", reason: `The figures ${verb}, against the claim: ${figures}.` };
}

function directionFound(amount: Amount, decimals: number): FoundDirection {
  const ends = endsOf(amount);
  return ends ? directionBetween(ends, decimals) : "open";
}

interface Significance {
  readonly significant: boolean;
  readonly facets: readonly Facet[];
  readonly issues: readonly Issue[];
}

/** "Significantly" is tested on counts; other words of degree have no definition to test. */
function significanceOf({ degree, stated }: DirectionSpec, { from, to, instead }: Span): Significance {
  const none: Significance = { significant: false, facets: [], issues: [] };
  if (degree === undefined) return none;
  if (degree !== "significantly") {
    return {
      ...none,
      issues: [
        { code: "degree-not-defined", message: `"${degree}" has no definition, so only the direction is judged.` },
      ],
    };
  }
  const testable = !instead && from.amount.state === "value" && to.amount.state === "value";
  if (!testable || to.measureSpec.statType !== "count") {
    const reason = testable
      ? "Whether the difference is significant cannot be told from rates: it takes the counts behind them."
      : "Whether the difference is significant cannot be told without both figures.";
    return stated ? { ...none, facets: [{ id: "value", verdict: "not-enough-evidence", reason }] } : none;
  }
  const tested = testSpan({ from, to });
  if (tested?.significant) return { ...none, significant: true };
  if (!tested || tested.possible) {
    const reason = "The figures are rounded, and whether their difference is significant hangs on by how much.";
    return stated ? { ...none, facets: [{ id: "value", verdict: "not-enough-evidence", reason }] } : none;
  }
  const message = `A difference of this size would come about by chance in ${formatDecimal(exact(tested.p).mul(100), 0)}% of cases (exact conditional test), so it is not significant.`;
  return {
    significant: false,
    facets: [{ id: "value", verdict: "refuted", reason: message }],
    issues: [{ code: "not-significant", message }],
  };
}

/** Two points make no trend. */
const onlyTwo = ({ stated }: DirectionSpec): readonly Issue[] =>
  stated ? [{ code: "short-series", message: "Two periods are compared; they do not make a trend." }] : [];
