import { unreckonedShare } from "../../dataset/index.ts";
import type { Rational, Working } from "../../language/index.ts";
import { combine, isRounded, valuesOf } from "../result/amount.ts";
import type { Evidence, JudgedFacet } from "../result/claim.ts";
import { contains, type Interval } from "../result/interval.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import { because, type Said } from "../result/said.ts";
import { basePeriodIssues, notComparable, requireEqualSpans } from "../select/comparable.ts";
import { type SelectContext, SelectorError, select } from "../select/select.ts";
import type { Selection } from "../select/selection.ts";
import { shareAtMost } from "../select/share-at-most.ts";
import { subjectOf } from "../select/subject.ts";
import type { ShareSpec } from "../spec/claim-spec.ts";
import { basesAllowing, possibleBases } from "../stated/back-solve.ts";
import { describeStated, type Judgement, judgeValue } from "../stated/judge-value.ts";
import { lowerBoundOf } from "../stated/left-open.ts";
import { statedIn } from "../stated/stated-in.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";

export const share: ClaimKindRecord<ShareSpec> = {
  evaluate(spec, context) {
    const part = select(context, spec.part, "part");
    const whole = select(context, spec.whole, "whole");
    for (const { measure, measureSpec } of [part, whole]) {
      if (measureSpec.statType === "count") continue;
      throw new SelectorError({
        code: "wrong-kind",
        message: `A share is of counts, and ${measure} is a ${measureSpec.statType}.`,
        hint: "Use rate() for a share that was published as such.",
      });
    }
    requireReckoned(part, whole);
    requireEqualSpans([part, whole]);
    const amount =
      notComparable([part, whole]) ??
      combine(
        [part.amount, whole.amount],
        ([numerator, denominator]) =>
          numerator && denominator?.compare(0) === 1 && numerator.compare(denominator) <= 0
            ? numerator.div(denominator)
            : null,
        { noResult: "share-of-nothing", bound: shareAtMost },
      );
    const { facets, issues, allowed } = judgeShare({
      spec: { ...spec, ...withStated(spec) },
      context,
      part,
      whole,
      amount,
    });
    return {
      amount,
      unit: "percent",
      decimals: 2,
      words: ({ value }, phrases) =>
        phrases.share({
          value,
          unit: whole.measureSpec.unit,
          condition: spec.condition,
        }),
      allowed,
      leftOpen: lowerBoundOf(amount, part, whole),
      facets,
      issues: [
        ...part.issues,
        ...whole.issues,
        ...basePeriodIssues(part, whole),
        ...issues,
        ...(spec.stated ? smallBaseOf(whole) : []),
      ],
      evidence: [...part.evidence, ...whole.evidence, ...otherEvidence(spec, context, issues)],
      measures: [part.measureSpec, whole.measureSpec],
      ...subjectOf([part, whole]),
    };
  },
};

/** @throws SelectorError where a share would tell what hidden counts were not protected against. */
function requireReckoned(part: Selection, whole: Selection): void {
  const hint = unreckonedShare(part, whole);
  if (hint === undefined) return;
  throw new SelectorError({
    code: "unreckoned-share",
    message: `A share tells that what ${part.measure} counts is no more than what ${whole.measure} does, and hidden counts are not protected against readers who know it.`,
    hint,
  });
}

/** The other base, where the judgement names it. */
const otherEvidence = (
  { otherWhole }: ShareSpec,
  context: SelectContext,
  issues: readonly NotedIssue[],
): readonly Evidence[] =>
  otherWhole && issues.some(({ code }) => code === "denominator-mismatch")
    ? select(context, otherWhole, "otherWhole").evidence
    : [];

/** Below this, one case more or less moves a share by two per cent and more (a convention of the ONS). */
const smallBase = 50;

const smallBaseOf = ({ amount }: Selection): readonly NotedIssue[] =>
  valuesOf(amount).some((base) => base.compare(smallBase) < 0)
    ? [
        {
          code: "small-base",
          message: ({ reasons }) => reasons.shareOfFew(smallBase),
        },
      ]
    : [];

const withStated = ({ stated }: ShareSpec): Pick<ShareSpec, "stated"> => {
  const checked = statedIn(stated, "percent");
  return checked ? { stated: checked } : {};
};

interface ShareInput {
  readonly spec: ShareSpec;
  readonly context: SelectContext;
  readonly part: Selection;
  readonly whole: Selection;
  readonly amount: Selection["amount"];
}

function judgeShare(input: ShareInput): Judgement {
  const { spec, part, whole, amount } = input;
  const working: Working | undefined =
    part.amount.state === "value" && whole.amount.state === "value"
      ? { kind: "share", part: part.amount.value, whole: whole.amount.value }
      : undefined;
  const judged = judgeValue({
    stated: spec.stated,
    amount,
    format: { unit: "percent", decimals: 1 },
    working,
  });
  const interval = judged.allowed;
  if (!interval) return judged;
  if (amount.state === "missing") return { ...judged, issues: [...judged.issues, ...unknownBase(input, interval)] };
  const refuted = judged.facets.some(({ verdict }) => verdict === "refuted");
  // From a rounded part, no base can be told.
  if (!refuted || part.amount.state !== "value" || isRounded(part.amount)) return judged;
  const [first] = judged.facets;
  const facet = otherDenominator(input, { interval, numerator: part.amount.value, judged: first });
  if (!facet) return judged;
  return {
    allowed: interval,
    facets: [{ ...facet, reason: (words) => `${first?.reason(words) ?? ""} ${facet.reason(words)}`.trim() }],
    issues: [...judged.issues, { code: "denominator-mismatch", message: facet.reason }],
  };
}

/** A share that does not fit the base named, but would fit another, is wrong on its denominator. */
function otherDenominator(
  { spec, context, part, whole }: ShareInput,
  { interval, numerator, judged }: { interval: Interval; numerator: Rational; judged: JudgedFacet | undefined },
): JudgedFacet | undefined {
  const bases = possibleBases(numerator, interval);
  if (!bases) return undefined;
  const required = { of: "base", first: bases.first, last: Number.isFinite(bases.last) ? bases.last : null } as const;
  const finding = judged?.finding && { finding: { ...judged.finding, required } };
  const other = spec.otherWhole && select(context, spec.otherWhole, "otherWhole");
  const fitting = (other ? valuesOf(other.amount) : []).find(
    (base) => !base.equals(0) && contains(interval, numerator.div(base)),
  );
  if (other && fitting) {
    const { unit } = other.measureSpec;
    const reason: Said = ({ reasons }) =>
      reasons.otherBase({ base: fitting, unit, part: numerator, share: numerator.div(fitting) });
    return { id: "denominator", verdict: "refuted", reason, ...finding };
  }
  const reason: Said = (words) =>
    words.reasons.baseNeeded({
      part: numerator,
      unit: part.measureSpec.unit,
      stated: describeStated(spec.stated ?? {})(words),
      needed: { first: bases.first, last: required.last ?? undefined },
      not: whole.amount.state === "value" ? whole.amount.value : undefined,
      meant: other?.measureSpec.label,
    });
  return { id: "denominator", verdict: "refuted", reason, ...finding };
}

const howMany = (portion: number) =>
  portion === 1 ? "any" : portion >= 0.8 ? "almost-any" : portion >= 0.5 ? "most" : "some";

/** Without a base, what the stated share still says: nothing, if most bases allow it. */
function unknownBase({ spec, context }: ShareInput, interval: Interval): readonly NotedIssue[] {
  const limit = spec.otherWhole && select(context, spec.otherWhole, "otherWhole").amount;
  if (limit?.state !== "value") return [{ code: "base-omitted", message: because("base-not-published") }];
  const { value } = limit;
  const most = Number(value.valueOf());
  const { smallest, count } = basesAllowing(interval, most);
  const message: Said = ({ reasons }) =>
    smallest === null
      ? reasons.noBaseUpTo(value)
      : reasons.basesUpTo({ portion: howMany(count / (most - smallest + 1)), first: smallest, limit: value });
  return [{ code: "base-omitted", message }];
}
