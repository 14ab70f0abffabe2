import { measureDecimals } from "../../dataset/index.ts";
import {
  type Bounds,
  isBounds,
  magnitude,
  type OtherSide,
  type Rational,
  type ReasonFormat,
  roundHalfUp,
} from "../../language/index.ts";
import { type Amount, combine, endsOf, isRounded, valuesOf } from "../result/amount.ts";
import type { JudgedFacet } from "../result/claim.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import { because } from "../result/said.ts";
import { notComparable, requireEqualSpans, requireOneMeaning } from "../select/comparable.ts";
import { type SelectContext, SelectorError, select } from "../select/select.ts";
import { selectAmong } from "../select/select-among.ts";
import type { Selection } from "../select/selection.ts";
import { subjectOf } from "../select/subject.ts";
import type { ComparisonSpec } from "../spec/claim-spec.ts";
import { judgePoints } from "../stated/judge-points.ts";
import { describeStated, type Judgement, judgeValue } from "../stated/judge-value.ts";
import { allowedDirection, comparisonLeftOpen, lowerBoundOf } from "../stated/left-open.ts";
import { statedDifference } from "../stated/stated-difference.ts";
import { statedIn } from "../stated/stated-in.ts";
import { type StatedRatio, statedRatio } from "../stated/stated-ratio.ts";
import { changeModes, isInPercent, requireShares } from "./change-modes.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { groupOf, issuesOf, medianOf } from "./median.ts";

type Relation = "higher" | "lower" | "equal";

const directions = { higher: "up", lower: "down", equal: "flat", times: undefined } as const;

export const comparison: ClaimKindRecord<ComparisonSpec> = {
  evaluate(spec, context) {
    const left = select(context, spec.left, "left");
    const right = rightSide(spec, context, left);
    requireEqualSpans([left, ...right.selections]);
    requireOneMeaning([left, ...right.selections]);
    const decimals = measureDecimals(left.measureSpec);
    const instead = notComparable([left, ...right.selections]);
    const { ratio: times, difference: between } = setAgainst(left, right);
    const amount = instead ?? times;
    const difference = instead ?? between;
    const relations = valuesOf(difference).map((value) => relationOf(value, decimals));
    const said = spec.relation === "times" ? "times" : (relationFound(difference, decimals) ?? "equal");
    const { gap, ratio, judged, points } = judgeStated({ spec, left, right, amount, difference });
    const related = spec.stated && spec.relation && spec.relation !== "times";
    const [other] = right.selections;
    const found = gap?.amount ?? amount;
    const leftOpen = !spec.stated
      ? undefined
      : "median" in spec.right
        ? comparisonLeftOpen(found, left, right.selections)
        : other && lowerBoundOf(found, left, other);
    // Which of two is higher can be said also where one of them is zero.
    const withoutTimes =
      !gap && difference.state === "value" && amount.state === "missing" && spec.relation !== "times";
    return {
      amount: found,
      unit: gap?.unit ?? "times",
      decimals: gap?.ownDecimals ?? 1,
      words: ({ value }, phrases) =>
        gap
          ? phrases.comparison({ relation: said, value: null, gap: gap.shown(value), other: right.side })
          : phrases.comparison({ relation: said, value, other: right.side }),
      wordsWithout: withoutTimes
        ? (phrases) => phrases.comparison({ relation: said, value: null, other: right.side })
        : undefined,
      allowed: judged.allowed,
      leftOpen: leftOpen
        ? { ...leftOpen, direction: allowedDirection(directions[spec.relation ?? "times"], gap ? 0 : 1) }
        : undefined,
      facets: [
        ...(related ? [judgeRelation(spec.relation as Relation, { relations, difference, decimals })] : []),
        ...(related && !judged.allowed ? [] : judged.facets),
        ...points.facets,
      ],
      issues: [
        ...left.issues,
        ...right.issues,
        ...judged.issues,
        ...points.issues,
        ...(ratio?.allowed && isSmall(left, right.amount) ? [smallBaseIssue] : []),
      ],
      evidence: [...left.evidence, ...right.selections.flatMap(({ evidence }) => evidence)],
      measures: [left.measureSpec],
      ...subjectOf([left]),
    };
  },
};

/** Below this, a ratio says less than the two counts do (a convention of the ONS). */
const smallBase = 50;

const smallBaseIssue: NotedIssue = {
  code: "small-base",
  message: ({ reasons }) => reasons.timesFew(smallBase),
};

const isSmall = ({ measureSpec }: Selection, right: Amount): boolean =>
  measureSpec.statType === "count" && valuesOf(right).some((value) => value.compare(smallBase) < 0);

interface StatedInput {
  readonly spec: ComparisonSpec;
  readonly left: Selection;
  readonly right: RightSide;
  /** The ratio. */
  readonly amount: Amount;
  readonly difference: Amount;
}

/** Judges what is stated: a distance, or a ratio; of shares, whether per cent were taken for percentage points. */
function judgeStated({ spec, left, right, amount, difference }: StatedInput) {
  const gap = gapOf(spec, left, difference);
  const ratio = gap ? undefined : statedRatio(spec);
  const judged = gap
    ? judgeValue({ stated: gap.stated, of: "change", amount: gap.amount, format: gap.format, said: gap.said })
    : judgeRatio(ratio, amount);
  const refuted = judged.facets.some(({ verdict }) => verdict === "refuted");
  const isOfShares = isInPercent(left.measureSpec) && (gap !== undefined || ratio?.isDifference === true);
  const stated = isOfShares ? (gap ?? ratio)?.stated : undefined;
  return { gap, ratio, judged, points: judgePoints({ stated, from: right.amount, to: left.amount, refuted }) };
}

/** How far the left figure is from the right one, where the claim says so in numbers or percentage points. */
function gapOf(spec: ComparisonSpec, left: Selection, between: Amount) {
  const said = statedDifference(spec);
  if (!said) return undefined;
  // Whichever is higher; what is rounded may be either, and keeps its sign so that its bounds are right.
  const isEither = spec.relation === undefined && !isRounded(between);
  const { stated, mode } = said(!isEither && valuesOf(between).some((value) => value.compare(0) < 0));
  const { measureSpec } = left;
  const decimals = measureDecimals(measureSpec);
  if (mode === "points") requireShares(left);
  const { unit, ownDecimals } = changeModes[isInPercent(measureSpec) ? "points" : mode];
  const scale = unit === "percentage-points" ? 100 : 1;
  return {
    stated: statedIn(stated, unit) ?? stated,
    amount: combine([between], ([value]) => (isEither ? value?.abs() : value)?.div(scale) ?? null),
    unit,
    ownDecimals: ownDecimals(decimals),
    format: { unit, decimals, relation: isEither ? undefined : "unequal" } satisfies ReasonFormat,
    said: describeStated(
      { ...stated, value: Math.abs(stated.value ?? 0) },
      spec.relation === "higher" || spec.relation === "lower" ? spec.relation : undefined,
    ),
    /** The size alone, in the unit that it is said in. */
    shown: (value: Rational | Bounds) => {
      const size = magnitude(value);
      const inUnit = isBounds(size) ? { low: size.low.mul(scale), high: size.high.mul(scale) } : size.mul(scale);
      return { value: inUnit, decimals, mode } as const;
    },
  };
}

/** "200% higher" is judged on the difference, as a part of the right figure; anything else on the ratio. */
function judgeRatio(ratio: StatedRatio | undefined, amount: Amount): Judgement {
  if (!ratio?.isDifference) return judgeValue({ stated: ratio?.stated, amount, format: asTimes });
  const { stated, said, allowed } = ratio;
  const difference = combine([amount], ([value]) => value?.sub(1) ?? null);
  const judged = judgeValue({ stated, of: "change", amount: difference, format: asDifference, said });
  return { ...judged, allowed };
}

const asDifference: ReasonFormat = { unit: "percent", decimals: 1, relation: "always" };
const asTimes: ReasonFormat = { unit: "times", decimals: 1 };

/** Compares what would be printed: two figures that look the same are the same. */
function relationOf(difference: Rational, decimals: number): Relation {
  const sign = roundHalfUp(difference, decimals).compare(0);
  return sign > 0 ? "higher" : sign < 0 ? "lower" : "equal";
}

/** Which of two is higher, or that rounding leaves it open. */
function relationFound(difference: Amount, decimals: number): Relation | "open" | undefined {
  const [value] = valuesOf(difference);
  if (!value || !isRounded(difference)) return value && relationOf(value, decimals);
  const ends = endsOf(difference);
  if (!ends) return "open";
  const [atLow, atHigh] = [relationOf(ends.low, decimals), relationOf(ends.high, decimals)];
  if (atLow === atHigh) return atLow;
  return ends.low.compare(0) > 0 ? "higher" : ends.high.compare(0) < 0 ? "lower" : "open";
}

/** How many times the other figure one is, and by how much it differs. Whatever a figure is, rounded or disputed, it is the same as itself. */
function setAgainst(left: Selection, right: RightSide): { readonly ratio: Amount; readonly difference: Amount } {
  const ratioOf = (a?: Rational, b?: Rational) => (a && b?.compare(0) === 1 ? a.div(b) : null);
  const differenceOf = (a?: Rational, b?: Rational) => (a && b ? a.sub(b) : null);
  const noResult = { noResult: "times-zero" as const };
  if (right.side.kind === "cell" && isSameCell(left, right.selections[0])) {
    return {
      ratio: combine([left.amount], ([a]) => ratioOf(a, a), noResult),
      difference: combine([left.amount], ([a]) => differenceOf(a, a)),
    };
  }
  const both = [left.amount, right.amount] as const;
  return {
    ratio: combine(both, ([a, b]) => ratioOf(a, b), noResult),
    difference: combine(both, ([a, b]) => differenceOf(a, b)),
  };
}

/** Whether two selections are of the same cells. */
function isSameCell(left: Selection, right: Selection | undefined): boolean {
  const differs = (dimension: string) => left.labels[dimension] !== right?.labels[dimension];
  return left.dataset === right?.dataset && left.measure === right.measure && !Object.keys(left.labels).some(differs);
}

interface RightSide {
  readonly amount: Amount;
  readonly selections: readonly Selection[];
  readonly issues: readonly NotedIssue[];
  readonly side: OtherSide;
}

function rightSide(spec: ComparisonSpec, context: SelectContext, left: Selection): RightSide {
  if ("median" in spec.right) {
    const among = selectAmong(context, spec.right.median, spec.right.among);
    return {
      amount: among.once(medianOf),
      selections: [...among.selections.values()],
      issues: among.once(issuesOf),
      side: { kind: "median", group: groupOf(among) },
    };
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
  const labelsOf = (role: string) =>
    differing
      .filter(([dimension]) => right.dataset.definition.spec.dimensions[dimension]?.role === role)
      .map(([, label]) => label);
  return {
    amount: right.amount,
    selections: [right],
    issues: right.issues,
    side: {
      kind: "cell",
      categories: labelsOf("category"),
      areas: labelsOf("area").length > 0 ? right.areas : [],
      periods: labelsOf("time").length > 0 ? right.periods : [],
    },
  };
}

interface RelationFound {
  readonly relations: readonly Relation[];
  readonly difference: Amount;
  readonly decimals: number;
}

function judgeRelation(stated: Relation, { relations, difference, decimals }: RelationFound): JudgedFacet {
  if (difference.state === "missing" || difference.state === "suppressed") {
    return { id: "direction", verdict: "not-enough-evidence", reason: difference.reason };
  }
  if (relationFound(difference, decimals) === "open") {
    return { id: "direction", verdict: "not-enough-evidence", reason: because("too-near-for-order") };
  }
  const agreeing = relations.filter((relation) => relation === stated).length;
  if (agreeing === relations.length)
    return {
      id: "direction",
      verdict: "supported",
      reason: ({ reasons }) => reasons.higherOrLower({ found: stated, stated }),
    };
  if (agreeing > 0)
    return { id: "vintage", verdict: "conflicting-evidence", reason: because("publications-disagree-on-order") };
  const [found = "equal"] = relations;
  return { id: "direction", verdict: "refuted", reason: ({ reasons }) => reasons.higherOrLower({ found, stated }) };
}
