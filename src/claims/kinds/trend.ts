import { findDimension, measureDecimals } from "../../dataset/index.ts";
import { exact, type TrendFacts } from "../../language/index.ts";
import { type Amount, combine, isRounded, missing } from "../result/amount.ts";
import { because } from "../result/said.ts";
import type { SelectContext } from "../select/select.ts";
import { type Series, selectSeries } from "../select/select-series.ts";
import { selectSpan } from "../select/select-span.ts";
import type { Selection } from "../select/selection.ts";
import { subjectOf } from "../select/subject.ts";
import type { AmongSpec, TrendSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { changeModes, isInPercent } from "./change-modes.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { askedOf, commonOf } from "./common-forms.ts";
import { evidenceOf, groupOf, issuesOf } from "./median.ts";
import { besideOthers, type Compared, selectCompared } from "./trend-beside.ts";
import { factsOf, isBelow, isPublished } from "./trend-facts.ts";

/**
 * How a figure went. What is said depends on published figures alone: where one between the ends is hidden, missing or
 * disputed, where the series breaks, or one of them is "at least" so much, only the change is. Figures are compared as they
 * are printed and as they are known; of counts, two are called higher and lower where more than chance would have it.
 */
export const trend: ClaimKindRecord<TrendSpec> = {
  evaluate(spec, context) {
    const found = courseOf(spec, context);
    const { span, ends, series, decimals, instead } = found;
    const { measureSpec } = span.to;
    const mode = isInPercent(measureSpec) ? "points" : "relative";
    const { unit, compute, ownDecimals } = changeModes[mode];
    const compared = spec.among && comparedOf({ ...spec, among: spec.among }, context, span);
    const facts =
      found.facts && (compared ? besides({ ...found, facts: found.facts }, compared, spec, context) : found.facts);
    const others = facts?.beside && compared ? [compared.earlier, compared.now] : [];
    const change = facts?.distance
      ? combine([span.from.amount, span.to.amount].map(withoutBounds) as [Amount, Amount], ([from, to]) =>
          from && to ? compute(from, to) : null,
        )
      : missing("no-percentage-of-change");
    const amount = facts ? change : instead;
    const used = series?.selections ?? ends;
    return {
      amount,
      unit,
      decimals: ownDecimals(decimals),
      words: (_, phrases) => phrases.trend({ ...(facts as TrendFacts) }),
      wordsWithout: facts && ((phrases) => phrases.trend(facts)),
      facets: facts
        ? [{ id: "value", verdict: "supported", reason: because("as-given") }]
        : judgeValue({ stated: undefined, amount, format: { unit: "number", decimals } }).facets,
      issues: [
        ...span.issues,
        ...(series?.selections ?? []).slice(1, -1).flatMap(({ issues }) => issues),
        ...others.flatMap((group) => group.once(issuesOf)),
      ],
      evidence: [...used.flatMap(({ evidence }) => evidence), ...others.flatMap((group) => group.once(evidenceOf))],
      measures: [measureSpec],
      ...subjectOf(ends),
      // The sentence names its periods.
      ownPeriod: false,
    };
  },
};

interface Found {
  readonly span: ReturnType<typeof selectSpan>;
  readonly ends: readonly [Selection, Selection];
  readonly series: Series | undefined;
  readonly decimals: number;
  /** What is said of it, by itself. */
  readonly facts: TrendFacts | undefined;
  /** Why nothing is said. */
  readonly instead: Amount;
}

function courseOf(spec: TrendSpec, context: SelectContext): Found {
  const span = selectSpan(spec, context);
  const decimals = measureDecimals(span.to.measureSpec);
  const ends = [span.from, span.to] as const;
  const given = span.instead ?? combine([span.from.amount, span.to.amount], () => exact(0));
  const unclear = given.state === "value" ? unclearEnds(ends, decimals) : undefined;
  const isClear = given.state === "value" && !unclear;
  const series = isClear ? wholeSeries(ends, { spec, context, span }) : undefined;
  const facts = isClear ? factsOf(series ?? { selections: ends, step: 1 }, decimals) : undefined;
  return { span, ends, series, decimals, facts, instead: unclear ?? given };
}

function comparedOf(
  spec: TrendSpec & { readonly among: AmongSpec },
  context: SelectContext,
  { from, to, issues }: Found["span"],
): Compared | undefined {
  const time = findDimension(to.dataset.definition, "time");
  const compared = time === undefined ? undefined : selectCompared(spec, context, { from, to, time });
  return issues.some(({ code }) => code === "series-break") ? undefined : compared;
}

/** The same among others: without what would be said of many of them alike, and with what sets it apart. */
function besides(
  found: Found & { readonly facts: TrendFacts },
  compared: Compared,
  spec: TrendSpec,
  context: SelectContext,
): TrendFacts {
  const common = commonOfAll(compared, spec, context);
  const remark = remarkForm(found.facts);
  const isLeftOut = remark !== undefined && common.remarks.has(remark);
  const facts = isLeftOut ? withoutRemark(found.facts, found) : found.facts;
  const [from, to] = found.ends;
  const isCommon = isLeftOut || common.courses.has(courseForm(facts));
  const beside = besideOthers(compared, { from, to, direction: facts.direction, isCommon });
  return beside ? { ...facts, beside: { ...beside, group: groupOf(compared.now) } } : facts;
}

/** A way back that is told in one sentence with the way there; nothing in the place of what else is left out. */
function withoutRemark(facts: TrendFacts, { series, decimals }: Pick<Found, "series" | "decimals">): TrendFacts {
  return facts.more?.kind === "since" && series
    ? factsOf(series, decimals, facts.more.turn)
    : { ...facts, more: undefined };
}

interface Common {
  /** Forms of remarks and of courses that more than a third of all have. */
  readonly remarks: ReadonlySet<string>;
  readonly courses: ReadonlySet<string>;
}

const commons = (): Map<string, Common> => new Map();

/** Found once for all whose courses are told from one period to another. */
function commonOfAll({ now }: Compared, spec: TrendSpec, context: SelectContext): Common {
  const found = now.once(commons);
  const key = JSON.stringify([spec.from, spec.to]);
  const known = found.get(key) ?? findCommon(askedOf(now.selections.keys()), spec, context);
  found.set(key, known);
  return known;
}

function findCommon(ids: readonly string[], spec: TrendSpec, context: SelectContext): Common {
  const { dimension = "" } = spec.among ?? {};
  const forms = ids.flatMap((id) => {
    const found = courseOf({ ...spec, of: { ...spec.of, at: { ...spec.of.at, [dimension]: id } } }, context);
    if (!found.facts) return [];
    const remark = remarkForm(found.facts);
    const without = found.facts.more?.kind === "since" ? withoutRemark(found.facts, found) : found.facts;
    return [{ remark, course: courseForm(found.facts), without: courseForm(without) }];
  });
  const remarks = commonOf(forms.map(({ remark }) => remark));
  const courses = commonOf(
    forms.map(({ remark, course, without }) => (remark !== undefined && remarks.has(remark) ? without : course)),
  );
  return { remarks, courses };
}

/** How the first sentence reads, but for its figures. */
function courseForm({
  direction,
  unchanged,
  isConstant,
  distance,
  multiple,
  isSteady,
  record,
  turns,
  ways,
  pace,
}: TrendFacts): string {
  const when = pace?.kind === "largest" ? [pace.direction, pace.isAgainst] : [pace?.kind !== undefined && pace.part];
  return JSON.stringify([
    direction,
    unchanged,
    isConstant,
    distance !== undefined,
    multiple,
    isSteady,
    record !== undefined,
    turns.map(({ extreme }) => extreme),
    ways?.multiple,
    pace?.kind,
    when,
  ]);
}

/** The same of the sentence after it. */
function remarkForm({ more, direction }: TrendFacts): string | undefined {
  switch (more?.kind) {
    case "since":
      return JSON.stringify([more.kind, direction, more.isSteady, more.distance !== undefined, more.multiple]);
    case "except":
      return JSON.stringify([more.kind, direction, more.periods.length, more.otherWay !== undefined]);
    default:
      return more && JSON.stringify([more.kind, direction]);
  }
}

const withoutBounds = (amount: Amount): Amount =>
  amount.state === "value" ? { state: "value", value: amount.value } : amount;

/** Ends that no sentence can be made of: not known in full, a range, or too near to each other for their rounding. */
function unclearEnds(ends: readonly [Selection, Selection], decimals: number): Amount | undefined {
  if (ends.some(({ lowerBound, partialPeriod }) => lowerBound || partialPeriod)) return missing("end-not-in-full");
  if (ends.some(({ amount }) => isRounded(amount) && !isPublished(amount))) return missing("end-is-range");
  const [from, to] = ends;
  if (!ends.some(({ amount }) => isRounded(amount))) return undefined;
  return isBelow(from, to, decimals) || isBelow(to, from, decimals) ? undefined : missing("too-near-for-order");
}

interface SeriesOf {
  readonly spec: TrendSpec;
  readonly context: Parameters<typeof selectSeries>[0];
  readonly span: ReturnType<typeof selectSpan>;
}

/** All figures from one end to the other, where each of them is known and counted alike. */
function wholeSeries([from, to]: readonly [Selection, Selection], { spec, context, span }: SeriesOf) {
  if (span.isIncomplete || span.issues.some(({ code }) => code === "series-break")) return undefined;
  const series = selectSeries(context, { of: spec.of, from, to });
  const isWhole = ({ amount, lowerBound, partialPeriod, issues }: Selection) =>
    amount.state === "value" &&
    (!isRounded(amount) || isPublished(amount)) &&
    !lowerBound &&
    !partialPeriod &&
    !issues.some(({ code }) => code === "series-break");
  return series && series.selections.length > 2 && series.selections.every(isWhole) ? series : undefined;
}
