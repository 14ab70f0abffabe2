import { measureDecimals } from "../../dataset/index.ts";
import { because } from "../result/said.ts";
import { SelectorError, select } from "../select/select.ts";
import { subjectOf } from "../select/subject.ts";
import type { CountSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { partOfPeriod } from "../stated/left-open.ts";
import { statedIn } from "../stated/stated-in.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { nameInLarge } from "./name-in-large.ts";
import { sampledInterval } from "./sampled-interval.ts";

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
    const decimals = measureDecimals(of.measureSpec);
    const judged = judgeValue({
      stated: statedIn(spec.stated, "number"),
      lowerBound: of.lowerBound,
      amount: of.amount,
      format: { unit: "number", decimals },
    });
    const dropped = of.lowerBound && spec.stated !== undefined && (spec.stated.hedge ?? "none") === "none";
    const interval = spec.uncertainty ? sampledInterval(of) : undefined;
    return {
      amount: of.amount,
      interval,
      unit: "number",
      decimals,
      words: (figure, phrases) =>
        nameInLarge(
          phrases.count({
            ...figure,
            decimals,
            unit: of.measureSpec.unit,
            atLeast: of.lowerBound,
            interval,
          }),
          of.measureSpec,
        ),
      allowed: judged.allowed,
      leftOpen: partOfPeriod(of),
      facets: judged.facets,
      issues: [
        ...of.issues,
        ...judged.issues,
        ...(dropped ? [{ code: "hedge-dropped", message: because("at-least-dropped") } as const] : []),
      ],
      evidence: of.evidence,
      measures: [of.measureSpec],
      ...subjectOf([of]),
    };
  },
};
