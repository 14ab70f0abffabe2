import { measureDecimals } from "../../dataset/index.ts";
import {
  type Distance,
  directionOf,
  exact,
  type Rational,
  roundHalfUp,
  type StandingFacts,
  type StandingRemark,
} from "../../language/index.ts";
import { type Amount, combine, isRounded, missing } from "../result/amount.ts";
import type { Among } from "../select/group.ts";
import type { SelectContext } from "../select/select.ts";
import type { Selection } from "../select/selection.ts";
import { subjectOf } from "../select/subject.ts";
import type { StandingSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { evidenceOf, groupOf, issuesOf, medianOf } from "./median.ts";
import { comparability, fromTheNearerEnd, rankOf, selectRanked } from "./rank.ts";

/** Of fewer than this, a rank says more than a distance to the middle. */
const fewRanked = 10;
/** A part of those that are ranked: the first of either end; how far to either side the middle goes; a move worth saying. */
const endPart = 8;
const middlePart = 10;
const movePart = 6;
/** Nearer to the median than this, a word says more than the percentage. */
const nearPart = exact(0.05);
/** Two changes differ that are so far apart: of the first figures, or in percentage points. */
const apart = { relative: exact(0.1), points: exact(2) } as const;

/** Where a figure stands. All that is said depends on the published figures of all that are ranked: a hidden one hides it. */
export const standing: ClaimKindRecord<StandingSpec> = {
  evaluate(spec, context) {
    const now = standingIn(spec, context);
    const { own, among, amount } = now;
    const facts = amount.state === "value" ? factsOf(now) : undefined;
    const earlier = facts && spec.since !== undefined ? earlierStanding(spec, context, own) : undefined;
    const more = earlier && facts && remarkOf(now, earlier, facts);
    return {
      amount,
      unit: "position",
      decimals: 0,
      words: (_, phrases) => phrases.standing({ ...(facts as StandingFacts), more }),
      facets: judgeValue({ stated: undefined, amount, format: { unit: "number", decimals: 0 } }).facets,
      issues: [...among.once(issuesOf), ...(more && earlier ? earlier.among.once(issuesOf) : [])],
      evidence: [
        ...own.evidence.map((item) => ({ ...item, role: "of" })),
        ...among.once(evidenceOf),
        ...(more && earlier ? earlier.among.once(evidenceOf) : []),
      ],
      measures: [own.measureSpec],
      ...subjectOf([own]),
      ownPeriod: false,
    };
  },
};

interface Standing {
  readonly own: Selection;
  readonly among: Among;
  readonly rank: ReturnType<typeof rankOf>;
  /** Both have a value where the standing has. */
  readonly value: Rational;
  readonly median: Rational;
  /** The rank, or why nothing is said. */
  readonly amount: Amount;
}

function standingIn(
  spec: Pick<StandingSpec, "of" | "among">,
  context: SelectContext,
  order?: "highest" | "lowest",
): Standing {
  const { among, own } = selectRanked(spec, context);
  const rank = order ? rankOf(among, own.amount, order) : fromTheNearerEnd(among, own.amount);
  const middle = among.once(medianOf);
  const amount =
    among.once(comparability) ?? (rank.amount.state === "value" && middle.state !== "value" ? middle : rank.amount);
  const isOpen = among.once(isLeftOpen);
  return {
    own,
    among,
    rank,
    value: own.amount.state === "value" ? own.amount.value : exact(0),
    median: middle.state === "value" ? middle.value : exact(0),
    amount: amount.state === "value" && isOpen ? missing("standing-not-exact") : amount,
  };
}

const isLeftOpen = ({ selections }: Among): boolean =>
  [...selections.values()].some((part) => isRounded(part.amount) || part.lowerBound || part.partialPeriod);

function factsOf({ own, among, rank, value, median }: Standing): Omit<StandingFacts, "more"> {
  const { size } = groupOf(among);
  const position = rank.amount.state === "value" ? rank.amount.value.valueOf() : 1;
  const isShare = own.measureSpec.statType === "share";
  const decimals = measureDecimals(own.measureSpec);
  const order = value.compare(median);
  const relation = order > 0 ? "higher" : order < 0 ? "lower" : "equal";
  const isMiddle = size > 4 && Math.abs(position - (size + 1) / 2) <= size / middlePart;
  const opposite = rankOf(among, own.amount, rank.order === "highest" ? "lowest" : "highest");
  // Those that are as far out, it and those that share its place among them.
  const reach = opposite.amount.state === "value" ? size + 1 - opposite.amount.value.valueOf() : size;
  const isEnd = position <= Math.max(1, Math.floor(size / endPart)) || size < fewRanked;
  return {
    measure: own.measureSpec,
    areas: own.areas,
    period: own.periods.length === 1 ? own.periods[0] : undefined,
    group: { ...groupOf(among), size },
    decimals,
    isPercent: isShare,
    rank: { position, order: rank.order, tied: rank.tied === true },
    zone: isMiddle ? "middle" : isEnd ? "end" : reach * 4 <= size ? "quarter" : "between",
    median,
    relation,
    distance: distanceOf(median, value, { isShare, decimals }),
    isNear: median.compare(0) > 0 && value.sub(median).abs().div(median).compare(nearPart) < 0,
    multiple: multipleOf(value, median, decimals),
  };
}

interface MeasureShape {
  readonly isShare: boolean;
  readonly decimals: number;
}

/** From one figure to another; undefined where it rounds to nothing, has no base, or leaves nothing: all is no distance. */
function distanceOf(from: Rational, to: Rational, { isShare, decimals }: MeasureShape): Distance | undefined {
  if (!isShare && (from.compare(0) <= 0 || to.compare(0) <= 0)) return undefined;
  const size = isShare ? to.sub(from) : to.sub(from).div(from);
  const ownDecimals = isShare ? decimals : 0;
  if (directionOf(isShare ? size : size.mul(100), ownDecimals) === "flat") return undefined;
  return { size: size.abs(), mode: isShare ? "points" : "relative", decimals: ownDecimals };
}

/** Of the figures as they are known and as they are printed. */
function multipleOf(value: Rational, median: Rational, decimals: number): Rational | "half" | undefined {
  const [shown, shownMedian] = [roundHalfUp(value, decimals), roundHalfUp(median, decimals)];
  if (median.compare(0) <= 0 || shownMedian.compare(0) <= 0 || value.compare(0) <= 0) return undefined;
  if (value.mul(2).compare(median) < 0 && shown.mul(2).compare(shownMedian) < 0) return "half";
  return value.compare(median.mul(2)) >= 0 ? value.div(median) : undefined;
}

/** The same at an earlier time, where all that is ranked was known then too. */
function earlierStanding(spec: StandingSpec, context: SelectContext, own: Selection): Standing | undefined {
  const time = Object.entries(own.dataset.definition.spec.dimensions).find(([, { role }]) => role === "time")?.[0];
  if (time === undefined || spec.since === undefined) return undefined;
  const at = { ...spec.of.at, [time]: spec.since };
  const earlier = standingIn({ ...spec, of: { ...spec.of, at } }, context);
  const [then] = earlier.own.periods;
  const [now] = own.periods;
  if (!then || !now || then.start >= now.start || earlier.amount.state !== "value") return undefined;
  return earlier;
}

const hasBreak = ({ selections }: Among): boolean =>
  [...selections.values()].some(
    ({ issues, measureSpec }) =>
      Boolean(measureSpec.breaks?.length) || issues.some(({ code }) => code === "series-break"),
  );

function remarkOf(now: Standing, earlier: Standing, facts: Omit<StandingFacts, "more">): StandingRemark | undefined {
  const [since] = earlier.own.periods;
  const broken = now.among.once(hasBreak);
  if (!since || broken) return undefined;
  const { size } = facts.group;
  const then = rankOf(earlier.among, earlier.own.amount, facts.rank.order);
  const sameGroup = groupOf(earlier.among).size === size;
  if (sameGroup && size >= movePart && then.amount.state === "value") {
    const position = then.amount.value.valueOf();
    const opposite = rankOf(earlier.among, earlier.own.amount, facts.rank.order === "highest" ? "lowest" : "highest");
    // Of a place that many share, such as all without a case, a number says nothing.
    const sharing = opposite.amount.state === "value" ? size + 2 - position - opposite.amount.value.valueOf() : 1;
    if (sharing > Math.max(2, size / middlePart)) return undefined;
    if (Math.abs(position - facts.rank.position) >= size / movePart)
      return { kind: "moved", position, tied: then.tied === true, period: since };
  }
  return sameGroup ? medianRemark(now, earlier, facts, since) : undefined;
}

function medianRemark(
  now: Standing,
  earlier: Standing,
  { isPercent, decimals }: Omit<StandingFacts, "more">,
  since: NonNullable<StandingFacts["period"]>,
): StandingRemark | undefined {
  const shape = { isShare: isPercent, decimals };
  const distance = distanceOf(earlier.median, now.median, shape);
  const isFew = now.own.measureSpec.statType === "count" && earlier.value.compare(50) < 0;
  const printed = ({ median }: Standing) => roundHalfUp(median, decimals);
  // From one figure to the same is no way to read.
  if (!distance || isFew || printed(earlier).equals(printed(now))) return undefined;
  const movement = (from: Rational, to: Rational) =>
    combine(
      [
        { state: "value", value: from },
        { state: "value", value: to },
      ],
      ([before, after]) => {
        if (!before || !after) return null;
        if (isPercent) return after.sub(before);
        return before.compare(0) > 0 ? after.sub(before).div(before) : null;
      },
    );
  const [ofMedian, own] = [movement(earlier.median, now.median), movement(earlier.value, now.value)];
  if (ofMedian.state !== "value" || own.state !== "value") return undefined;
  if (ofMedian.value.sub(own.value).abs().compare(apart[distance.mode]) < 0) return undefined;
  const isSameWay = ofMedian.value.compare(0) === own.value.compare(0);
  const isMore = ofMedian.value.abs().compare(own.value.abs()) > 0;
  return {
    kind: "median",
    from: earlier.median,
    direction: ofMedian.value.compare(0) > 0 ? "up" : "down",
    distance,
    relation: isSameWay ? (isMore ? "more" : "less") : "against",
    since,
  };
}
