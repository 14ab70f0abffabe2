import { measureDecimals, type Period } from "../../dataset/index.ts";
import {
  exact,
  type FromMedian,
  type Rational,
  roundHalfUp,
  type StandingFacts,
  type StandingRemark,
} from "../../language/index.ts";
import { type Amount, isRounded, missing } from "../result/amount.ts";
import { ofForecast } from "../select/comparable.ts";
import type { Among } from "../select/group.ts";
import type { SelectContext } from "../select/select.ts";
import type { Selection } from "../select/selection.ts";
import { subjectOf } from "../select/subject.ts";
import type { StandingSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { isInPercent } from "./change-modes.ts";
import { distanceOf, isFewCases, type MeasureShape, movement } from "./changes.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { askedOf, commonForms, commonPart } from "./common-forms.ts";
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

function standingIn(spec: Pick<StandingSpec, "of" | "among">, context: SelectContext): Standing {
  const { among, own } = selectRanked(spec, context);
  return standingOf(among, own);
}

function standingOf(among: Among, own: Selection): Standing {
  const rank = fromTheNearerEnd(among, own.amount);
  const middle = among.once(medianOf);
  // A sentence says where a figure stood.
  const amount =
    ofForecast([own]) ??
    among.once(comparability) ??
    (rank.amount.state === "value" && middle.state !== "value" ? middle : rank.amount);
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
  const isShare = isInPercent(own.measureSpec);
  const decimals = measureDecimals(own.measureSpec);
  const isMiddle = size > 4 && Math.abs(position - (size + 1) / 2) <= size / middlePart;
  const opposite = rankOf(among, own.amount, rank.order === "highest" ? "lowest" : "highest");
  // Those that are as far out, it and those that share its place among them.
  const reach = opposite.amount.state === "value" ? size + 1 - opposite.amount.value.valueOf() : size;
  const sharing = reach - position + 1;
  const isEnd = position <= Math.max(1, Math.floor(size / endPart)) || size < fewRanked;
  return {
    measure: own.measureSpec,
    areas: own.areas,
    period: own.periods.length === 1 ? own.periods[0] : undefined,
    group: { ...groupOf(among), size },
    withoutFigure: among.selections.size - size,
    decimals,
    isPercent: isShare,
    rank: { position, order: rank.order, tied: rank.tied === true },
    zone: isShared(sharing, size)
      ? "shared"
      : isMiddle
        ? "middle"
        : isEnd
          ? "end"
          : reach * 4 <= size
            ? "quarter"
            : "between",
    sharing,
    value,
    ...fromMedian({ value, median }, { isShare, decimals }),
  };
}

const isShared = (sharing: number, size: number): boolean => sharing > 2 && sharing * commonPart > size;

function fromMedian({ value, median }: Pick<Standing, "value" | "median">, shape: MeasureShape): FromMedian {
  const order = value.compare(median);
  return {
    median,
    relation: order > 0 ? "higher" : order < 0 ? "lower" : "equal",
    distance: distanceOf(median, value, shape),
    isNear: median.compare(0) > 0 && value.sub(median).abs().div(median).compare(nearPart) < 0,
    multiple: multipleOf(value, median, shape.decimals),
  };
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

/**
 * What is worth a sentence more, of what no more than a third of all that are ranked would have said of them. Each of them is asked, once for
 * all.
 */
function remarkOf(now: Standing, earlier: Standing, facts: Facts): StandingRemark | undefined {
  if (now.among.once(hasBreak)) return undefined;
  const unsaid = unsaidOf(now.among, earlier.among);
  return remarksOf(now, earlier, facts).find((remark) => !unsaid.has(formOf(remark)));
}

const pairings = (): Map<Among, ReadonlySet<string>> => new Map();

function unsaidOf(now: Among, earlier: Among): ReadonlySet<string> {
  const pairs = earlier.once(pairings);
  const found = pairs.get(now) ?? findUnsaid(now, earlier);
  pairs.set(now, found);
  return found;
}

function findUnsaid(now: Among, earlier: Among): ReadonlySet<string> {
  const remarks = askedOf(now.selections).flatMap(([id, own]) => {
    const then = earlier.selections.get(id);
    if (own.amount.state !== "value") return [];
    if (then?.amount.state !== "value") return [[]];
    const [standingNow, standingThen] = [standingOf(now, own), standingOf(earlier, then)];
    return [remarksOf(standingNow, standingThen, factsOf(standingNow)).map(formOf)];
  });
  return commonForms((unsaid) => remarks.map((forms) => forms.find((form) => !unsaid.has(form))));
}

/** How a remark reads, but for its figures. */
function formOf(remark: StandingRemark): string {
  switch (remark.kind) {
    case "moved":
      return JSON.stringify([remark.kind, remark.isHigher, remark.rank.order]);
    case "then": {
      const { relation, isNear, multiple, distance } = remark;
      const far =
        typeof multiple === "string" ? multiple : multiple ? "times" : isNear ? "near" : distance !== undefined;
      return JSON.stringify([remark.kind, relation, far]);
    }
    case "median":
      return JSON.stringify([remark.kind, remark.direction, remark.relation]);
  }
}

/** What might be said of how it stood earlier, the most telling first. */
function remarksOf(now: Standing, earlier: Standing, facts: Facts): readonly StandingRemark[] {
  if (facts.zone === "shared") return [];
  const [since] = earlier.own.periods;
  const { size } = facts.group;
  if (!since || groupOf(earlier.among).size !== size) return [];
  const then = rankOf(earlier.among, earlier.own.amount, facts.rank.order);
  const found: (StandingRemark | undefined)[] = [];
  if (size >= movePart && then.amount.state === "value") {
    const position = then.amount.value.valueOf();
    const opposite = rankOf(earlier.among, earlier.own.amount, facts.rank.order === "highest" ? "lowest" : "highest");
    // Of a place that many share, such as all without a case, a number says nothing.
    const sharing = opposite.amount.state === "value" ? size + 2 - position - opposite.amount.value.valueOf() : 1;
    if (sharing > Math.max(2, size / middlePart)) return [];
    if (Math.abs(position - facts.rank.position) >= size / movePart) {
      // From the 15th lowest to the third highest is a way; from the 10th highest to the 21st lowest of 42 readers cannot tell.
      const rank = isNearEnd(earlier.rank, size) ? earlier.rank : then;
      const own = rank.amount.state === "value" ? rank.amount.value.valueOf() : position;
      const isHigher = position < facts.rank.position === (facts.rank.order === "highest");
      const earlierRank = { position: own, order: rank.order, tied: rank.tied === true };
      found.push({ kind: "moved", rank: earlierRank, isHigher, period: since });
    }
  }
  found.push(distanceRemark(now, earlier, facts, since), medianRemark(now, earlier, facts, since));
  return found.filter((remark) => remark !== undefined);
}

/** In the quarter of the end that it is counted from. */
const isNearEnd = ({ amount }: Standing["rank"], size: number): boolean =>
  amount.state === "value" && amount.value.valueOf() * 4 <= size;

type Facts = Omit<StandingFacts, "more">;

/** Where it stood to the median, where that was on the other side, or half as far again, or nearer by a third. */
function distanceRemark(now: Standing, earlier: Standing, facts: Facts, since: Period): StandingRemark | undefined {
  const shape = { isShare: facts.isPercent, decimals: facts.decimals };
  if (isFewCases(now.own, earlier.value)) return undefined;
  if (!shape.isShare && [earlier, now].some(({ median }) => median.compare(0) <= 0)) return undefined;
  const gap = ({ value, median }: Standing) => (shape.isShare ? value.sub(median) : value.sub(median).div(median));
  const [before, after] = [gap(earlier), gap(now)];
  if (
    after
      .sub(before)
      .abs()
      .compare(apart[shape.isShare ? "points" : "relative"]) < 0
  )
    return undefined;
  const isCrossed = before.mul(after).compare(0) < 0;
  const [near, far] = [before.abs(), after.abs()].sort((a, b) => a.compare(b)) as [Rational, Rational];
  if (!isCrossed && near.mul(1.5).compare(far) > 0) return undefined;
  return { kind: "then", period: since, ...fromMedian(earlier, shape) };
}

function medianRemark(
  now: Standing,
  earlier: Standing,
  { isPercent, decimals }: Facts,
  since: Period,
): StandingRemark | undefined {
  const shape = { isShare: isPercent, decimals };
  const distance = distanceOf(earlier.median, now.median, shape);
  const printed = ({ median }: Standing) => roundHalfUp(median, decimals);
  // From one figure to the same is no way to read.
  if (!distance || isFewCases(now.own, earlier.value) || printed(earlier).equals(printed(now))) return undefined;
  const [ofMedian, own] = [movement(earlier.median, now.median, shape), movement(earlier.value, now.value, shape)];
  if (!ofMedian || !own) return undefined;
  if (ofMedian.sub(own).abs().compare(apart[distance.mode]) < 0) return undefined;
  const isSameWay = ofMedian.compare(0) === own.compare(0);
  const isMore = ofMedian.abs().compare(own.abs()) > 0;
  return {
    kind: "median",
    from: earlier.median,
    direction: ofMedian.compare(0) > 0 ? "up" : "down",
    distance,
    relation: isSameWay ? (isMore ? "more" : "less") : "against",
    since,
  };
}
