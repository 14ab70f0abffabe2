import type { PlainSelector } from "../../dataset/index.ts";
import { combine } from "../result/amount.ts";
import { requireOneMeaning } from "./comparable.ts";
import type { SelectContext } from "./select.ts";
import { type Span, type SpanSpec, selectSpan } from "./select-span.ts";
import type { Selection } from "./selection.ts";
import { shareAtMost } from "./share-at-most.ts";

/** A share of counts at two points in time, in per cent, as a measure of shares would hold it. */
export function selectShareSpan(spec: SpanSpec & { readonly whole: PlainSelector }, context: SelectContext): Span {
  const part = selectSpan(spec, context);
  const whole = selectSpan({ of: spec.whole, from: spec.from, to: spec.to }, context);
  requireOneMeaning([part.from, whole.from]);
  requireOneMeaning([part.to, whole.to]);
  const instead = part.instead ?? whole.instead;
  return {
    from: shareOf(part.from, whole.from),
    to: shareOf(part.to, whole.to),
    instead,
    isIncomplete: part.isIncomplete || whole.isIncomplete,
    issues: [...part.issues, ...whole.issues],
  };
}

function shareOf(part: Selection, whole: Selection): Selection {
  const amount = combine(
    [part.amount, whole.amount],
    ([numerator, denominator]) =>
      numerator && denominator?.compare(0) === 1 && numerator.compare(denominator) <= 0
        ? numerator.mul(100).div(denominator)
        : null,
    {
      noResult: "share-of-nothing",
      bound: (ends) => shareAtMost(ends)?.mul(100) ?? null,
    },
  );
  return {
    ...part,
    amount,
    measureSpec: { ...part.measureSpec, statType: "share", decimals: 0 },
    evidence: [...part.evidence, ...whole.evidence.map((item) => ({ ...item, role: `whole-${item.role}` }))],
    issues: [...part.issues, ...whole.issues],
    lowerBound: false,
  };
}
