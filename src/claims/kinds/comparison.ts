import { type Amount, combine, isOpen, valuesOf } from "../amount.ts";
import type { Facet } from "../claim.ts";
import type { ComparisonSpec } from "../claim-spec.ts";
import { notComparable, requireEqualSpans } from "../comparable.ts";
import type { ClaimKindRecord, FigureWords } from "../evaluation.ts";
import { formatDecimal, type Rational, roundHalfUp } from "../rational.ts";
import { type SelectContext, type Selection, SelectorError, select } from "../select.ts";
import { selectAmong } from "../select-among.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { statedIn } from "../stated/stated-in.ts";
import { placesOf } from "../subject.ts";
import { medianLabel, medianOf } from "./median.ts";

type Relation = "higher" | "lower" | "equal";

export const comparison: ClaimKindRecord<ComparisonSpec> = {
  evaluate(spec, context) {
    const left = select(context, spec.left, "left");
    const right = rightSide(spec, context, left);
    requireEqualSpans([left, ...right.selections]);
    const { decimals = left.measureSpec.statType === "count" ? 0 : 1 } = left.measureSpec;
    const instead = notComparable([left, ...right.selections]);
    const amount =
      instead ??
      combine(
        [left.amount, right.amount],
        ([a, b]) => (a && b?.compare(0) === 1 ? a.div(b) : null),
        "Nothing can be so many times zero.",
      );
    const difference = instead ?? combine([left.amount, right.amount], ([a, b]) => (a && b ? a.sub(b) : null));
    const relations = valuesOf(difference).map((value) => relationOf(value, decimals));
    const [relation] = relations;
    const wordsFor = (text: string): FigureWords => {
      const phrase =
        spec.relation === "times"
          ? `${text} ${right.of}`
          : relation === "equal"
            ? `the same as ${right.label}`
            : `${relation} than ${right.label}`;
      return { value: text, phrase, change: `was ${phrase}` };
    };
    const stated = statedIn(spec.stated, "times");
    const judged = judgeValue({ stated, amount, format: timesText });
    const related = spec.stated && spec.relation && spec.relation !== "times";
    // Which of two is higher can be said also where one of them is zero.
    const withoutTimes = difference.state === "value" && amount.state === "missing" && spec.relation !== "times";
    return {
      amount,
      unit: "times",
      decimals: 1,
      words: (value) => wordsFor(timesText(value)),
      ...(withoutTimes && { wordsWithout: { ...wordsFor(""), value: relation ?? "" } }),
      facets: [
        ...(related ? [judgeRelation(spec.relation as Relation, { relations, difference, decimals })] : []),
        ...(related && stated?.value === undefined ? [] : judged.facets),
      ],
      issues: [...left.issues, ...right.selections.flatMap(({ issues }) => issues), ...judged.issues],
      evidence: [...left.evidence, ...right.selections.flatMap(({ evidence }) => evidence)],
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
  readonly selections: readonly Selection[];
  /** After "than": `in Kent`, `the median of 42 police forces`. */
  readonly label: string;
  /** After "times": `the figure for Kent`. */
  readonly of: string;
}

function rightSide(spec: ComparisonSpec, context: SelectContext, left: Selection): RightSide {
  if ("median" in spec.right) {
    const among = selectAmong(context, spec.right.median, spec.right.among);
    const label = `the ${medianLabel(among)}`;
    return { amount: medianOf(among), selections: [...among.selections.values()], label, of: label };
  }
  const right = select(context, spec.right, "right");
  if (right.measureSpec.unit.other !== left.measureSpec.unit.other) {
    throw new SelectorError({
      code: "wrong-kind",
      message: `${left.measure} and ${right.measure} do not count the same thing, so they cannot be compared.`,
      hint: "Use share() for one number of cases out of another.",
    });
  }
  // Whatever sets the two apart names the right one.
  const differing = Object.entries(right.labels).filter(([dimension, label]) => left.labels[dimension] !== label);
  const role = (dimension: string) => right.dataset.definition.spec.dimensions[dimension]?.role;
  const others = differing.filter(([dimension]) => role(dimension) === "category").map(([, label]) => label);
  const places = differing.filter(([dimension]) => role(dimension) !== "category").map(([, label]) => label);
  const label = [
    others.length > 0 ? `for ${others.join(", ")}` : "",
    places.length > 0 ? `in ${places.join(" in ")}` : "",
  ];
  return {
    amount: right.amount,
    selections: [right],
    label: label.filter(Boolean).join(" ") || "itself",
    of: `the figure for ${[...others, ...places].join(" in ") || "itself"}`,
  };
}

interface RelationFound {
  readonly relations: readonly Relation[];
  readonly difference: Amount;
  readonly decimals: number;
}

function judgeRelation(stated: Relation, { relations, difference, decimals }: RelationFound): Facet {
  if (difference.state === "missing" || difference.state === "suppressed") {
    return { id: "direction", verdict: "not-enough-evidence", reason: difference.reason };
  }
  if (isOpen(difference, (value) => relationOf(value, decimals))) {
    const reason = "The figures are rounded, and too near to each other to tell which is higher.";
    return { id: "direction", verdict: "not-enough-evidence", reason };
  }
  const agreeing = relations.filter((relation) => relation === stated).length;
  if (agreeing === relations.length)
    return { id: "direction", verdict: "supported", reason: `The figure is ${stated}, as stated.` };
  if (agreeing > 0)
    return { id: "vintage", verdict: "conflicting-evidence", reason: "Publications disagree on which is higher." };
  return { id: "direction", verdict: "refuted", reason: `The figure is ${relations[0]}, not ${stated}.` };
}
