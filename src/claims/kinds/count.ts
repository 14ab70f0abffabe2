import type { CountSpec } from "../claim-spec.ts";
import type { ClaimKindRecord } from "../evaluation.ts";
import { exact, formatDecimal } from "../rational.ts";
import { type Selection, SelectorError, select } from "../select.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { statedIn } from "../stated/stated-in.ts";
import { placesOf } from "../subject.ts";
import { countInterval } from "../uncertainty/index.ts";
import type { Bounds } from "../words/language.ts";
import { sampledCount } from "./sampled-count.ts";

export const count: ClaimKindRecord<CountSpec> = {
  evaluate(spec, context) {
    const of = select(context, spec.of, "of");
    if (of.measureSpec.statType !== "count") {
      throw new SelectorError({
        code: "wrong-kind",
        message: `${of.measure} is a ${of.measureSpec.statType}, not a count.`,
        hint: "Use rate().",
      });
    }
    const decimals = of.measureSpec.decimals ?? 0;
    const judged = judgeValue({
      stated: statedIn(spec.stated, "number"),
      lowerBound: of.lowerBound,
      amount: of.amount,
      format: (value) => formatDecimal(value, decimals),
    });
    const dropped = of.lowerBound && spec.stated !== undefined && (spec.stated.hedge ?? "none") === "none";
    const interval = spec.uncertainty ? intervalOf(of) : undefined;
    return {
      amount: of.amount,
      interval,
      unit: "number",
      decimals,
      words: (value, phrases) =>
        phrases.count({
          value,
          decimals,
          unit: of.measureSpec.unit,
          atLeast: of.lowerBound,
          ...(interval && { interval }),
        }),
      allowed: judged.allowed,
      facets: judged.facets,
      issues: [
        ...of.issues,
        ...judged.issues,
        ...(dropped
          ? [{ code: "hedge-dropped", message: 'The publisher says "at least"; the claim does not.' } as const]
          : []),
      ],
      evidence: of.evidence,
      measures: [of.measureSpec],
      ...placesOf([of]),
    };
  },
};

function intervalOf(of: Selection): Bounds | undefined {
  const cases = sampledCount(of);
  if (cases === undefined) return undefined;
  const { low, high } = countInterval(cases);
  return { low: exact(low), high: exact(high) };
}
