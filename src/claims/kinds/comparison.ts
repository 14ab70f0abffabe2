import { type Amount, combine, valuesOf } from "../amount.ts";
import type { Evidence, Facet } from "../claim.ts";
import type { ComparisonSpec } from "../claim-spec.ts";
import type { ClaimKindRecord } from "../evaluation.ts";
import { formatDecimal, type Rational, roundHalfUp } from "../rational.ts";
import { type SelectContext, type Selection, select } from "../select.ts";
import { selectAmong } from "../select-among.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { placesOf } from "../subject.ts";
import { medianLabel, medianOf } from "./median.ts";

type Relation = "higher" | "lower" | "equal";

export const comparison: ClaimKindRecord<ComparisonSpec> = {
  evaluate(spec, context) {
    const left = select(context, spec.left, "left");
    const right = rightSide(spec, context, left);
    const { decimals = left.measureSpec.statType === "count" ? 0 : 1 } = left.measureSpec;
    const amount = combine(
      [left.amount, right.amount],
      ([a, b]) => (a && b && !b.equals(0) ? a.div(b) : null),
      "Nothing can be so many times zero.",
    );
    const difference = combine([left.amount, right.amount], ([a, b]) => (a && b ? a.sub(b) : null));
    const judged = judgeValue({ stated: spec.stated, amount, format: timesText });
    const relations = valuesOf(difference).map((value) => relationOf(value, decimals));
    const facets =
      spec.stated && spec.relation && spec.relation !== "times"
        ? [judgeRelation(spec.relation, relations, difference)]
        : judged.facets;
    return {
      amount,
      unit: "times",
      words(value) {
        const text = timesText(value);
        const relation = relations[0] ?? "equal";
        const phrase =
          spec.relation === "times"
            ? `${text} ${right.of}`
            : relation === "equal"
              ? `the same as ${right.label}`
              : `${relation} than ${right.label}`;
        return { value: text, phrase, change: `was ${phrase}` };
      },
      facets,
      issues: [...left.issues, ...judged.issues],
      evidence: [...left.evidence, ...right.evidence],
      measures: [left.measureSpec],
      ...placesOf([left]),
    };
  },
};

const timesText = (value: Rational): string => `${formatDecimal(value, 1)} times`;

/** Compares what would be printed: two figures that look the same are the same. */
function relationOf(difference: Rational, decimals: number): Relation {
  const sign = roundHalfUp(difference, decimals).compare(0);
  return sign > 0 ? "higher" : sign < 0 ? "lower" : "equal";
}

interface RightSide {
  readonly amount: Amount;
  readonly evidence: readonly Evidence[];
  /** After "than": `in Kent`, `the median of 42 police forces`. */
  readonly label: string;
  /** After "times": `the figure for Kent`. */
  readonly of: string;
}

function rightSide(spec: ComparisonSpec, context: SelectContext, left: Selection): RightSide {
  if ("median" in spec.right) {
    const among = selectAmong(context, spec.right.median, spec.right.among);
    const label = `the ${medianLabel(among)}`;
    return {
      amount: medianOf(among),
      evidence: [...among.selections.values()].flatMap(({ evidence }) => evidence),
      label,
      of: label,
    };
  }
  const right = select(context, spec.right, "right");
  const places = placesOf([right]);
  const sameArea = places.area === placesOf([left]).area;
  const place = sameArea ? places.period : places.area;
  return { amount: right.amount, evidence: right.evidence, label: `in ${place}`, of: `the figure for ${place}` };
}

function judgeRelation(stated: Relation, relations: readonly Relation[], difference: Amount): Facet {
  if (difference.state === "missing" || difference.state === "suppressed") {
    return { id: "direction", verdict: "not-enough-evidence", reason: difference.reason };
  }
  const agreeing = relations.filter((relation) => relation === stated).length;
  if (agreeing === relations.length)
    return { id: "direction", verdict: "supported", reason: `The figure is ${stated}, as stated.` };
  if (agreeing > 0)
    return { id: "vintage", verdict: "conflicting-evidence", reason: "Publications disagree on which is higher." };
  return { id: "direction", verdict: "refuted", reason: `The figure is ${relations[0]}, not ${stated}.` };
}
