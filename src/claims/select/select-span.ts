import { type Category, findDimension, type PlainSelector, periodBefore } from "../../dataset/index.ts";
import type { Group } from "../../language/index.ts";
import type { Amount } from "../result/amount.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import { coverageUnequal, notComparable, ofForecast, requireEqualSpans } from "./comparable.ts";
import { type SelectContext, SelectorError, select } from "./select.ts";
import type { Selection } from "./selection.ts";

/** The same cells at two points in time. */
export interface Span {
  readonly from: Selection;
  readonly to: Selection;
  /** The amount to give where the two cannot be compared, because one of them covers less than its period. */
  readonly instead: Amount | undefined;
  /** Some of the areas asked for are left out. */
  readonly isIncomplete: boolean;
  readonly issues: readonly NotedIssue[];
}

export interface SpanSpec {
  readonly of: PlainSelector;
  readonly from: string;
  readonly to: string;
}

/** Selects both ends of a change. `previous` is the period of the same length just before `to`: see `periodBefore`. */
export function selectSpan(spec: SpanSpec, context: SelectContext): Span {
  const dataset = context.datasets.get(spec.of.dataset ?? context.dataset);
  const timeDimension = dataset && findDimension(dataset.definition, "time");
  if (!dataset || !timeDimension) {
    // An unknown dataset is reported by select(), which says it better.
    if (!dataset) select(context, spec.of, "of");
    throw new SelectorError({
      code: "no-time-dimension",
      message: `The dataset ${context.dataset} has no time dimension, so nothing can change in it.`,
      hint: "Give one of its dimensions the role time.",
    });
  }
  const at = (period: string): PlainSelector => ({ ...spec.of, at: { ...spec.of.at, [timeDimension]: period } });
  const end = select(context, at(spec.to), "to");
  const [toPeriod] = end.periods;
  const fromName =
    spec.from === "previous" && toPeriod
      ? periodBefore(toPeriod, dataset.relativePeriods(end.measure).held).label
      : spec.from;
  const comparable = likeForLike(context, { from: at(fromName), to: at(spec.to) });
  const { from, to } = comparable;
  const [fromPeriod] = from.periods;
  if (fromPeriod && toPeriod && fromPeriod.start >= toPeriod.start) {
    throw new SelectorError({
      code: "periods-reversed",
      message: `The change goes from ${fromPeriod.label} to ${toPeriod.label}, which is not later.`,
      hint: "Swap `from` and `to`.",
    });
  }
  if (fromPeriod && toPeriod && fromPeriod.endExclusive > toPeriod.start) {
    throw new SelectorError({
      code: "overlapping-periods",
      message: `The periods ${fromPeriod.label} and ${toPeriod.label} overlap.`,
      hint: "Select periods that follow each other.",
    });
  }
  requireEqualSpans([from, to]);
  const unequal = notComparable([from, to]);
  const isPartial = from.partialPeriod || to.partialPeriod;
  return {
    from,
    to,
    instead: unequal ?? ofForecast([from, to]),
    isIncomplete: comparable.issues.length > 0,
    issues: [
      ...from.issues,
      ...to.issues,
      ...comparable.issues,
      ...coverageIssues(from, to),
      ...(isPartial && unequal && "reason" in unequal ? [coverageUnequal([from, to], unequal.reason)] : []),
      ...breaksBetween(to, fromPeriod?.start, toPeriod?.start),
    ],
  };
}

/** Sources of which not as many answered: a part of the change may be theirs. */
function coverageIssues(from: Selection, to: Selection): readonly NotedIssue[] {
  const [before, after] = [coverageOf(from), coverageOf(to)];
  if (!before || !after) return [];
  if (before.responded * after.asked === after.responded * before.asked) return [];
  const sides = [
    { ...before, periods: from.periods },
    { ...after, periods: to.periods },
  ] as const;
  return [{ code: "coverage-unequal", note: (notes) => notes.coverageDiffers(...sides) }];
}

const coverageOf = ({ dataset, evidence }: Selection) =>
  evidence.flatMap(({ observation }) => dataset.sources.get(observation.source)?.coverage ?? [])[0];

/** Breaks in the series after the first period, up to and including the last. */
export function breaksBetween({ dataset, measureSpec }: Selection, from = "", to = ""): readonly NotedIssue[] {
  return (measureSpec.breaks ?? []).flatMap(({ at, note }): NotedIssue[] => {
    const first = dataset.readPeriod(at);
    return first && first.start > from && first.start <= to
      ? [{ code: "series-break", note: (notes) => notes.brokenSeries(first, note) }]
      : [];
  });
}

interface Ends {
  readonly from: PlainSelector;
  readonly to: PlainSelector;
}

/** Both ends of a change, over the same areas. */
interface ComparableEnds {
  readonly from: Selection;
  readonly to: Selection;
  /** Which areas were left out. */
  readonly issues: readonly NotedIssue[];
}

/**
 * Selects both ends of a change over several areas for those areas only that have a whole figure in both periods, and
 * says which are left out: else an area that answered once only would pass for a rise or a fall.
 */
function likeForLike(context: SelectContext, { from, to }: Ends): ComparableEnds {
  const all = { from: select(context, from, "from"), to: select(context, to, "to"), issues: [] };
  const dimension = findDimension(all.to.dataset.definition, "area");
  const { areas } = all.to;
  if (dimension === undefined || areas.length < 2) return all;
  const at = (selector: PlainSelector, area: readonly string[]) => ({
    ...selector,
    at: { ...selector.at, [dimension]: area },
  });
  const isWhole = (selector: PlainSelector, { id }: Category) => {
    const { amount, partialPeriod } = select(context, at(selector, [id]), "of");
    return amount.state !== "missing" && !partialPeriod;
  };
  const kept = areas.filter((area) => isWhole(from, area) && isWhole(to, area));
  if (kept.length === areas.length || kept.length === 0) return all;
  const ids = kept.map(({ id }) => id);
  const left = areas.filter((area) => !kept.includes(area));
  const of = { ...groupOf(all.to, dimension), size: areas.length };
  return {
    from: select(context, at(from, ids), "from"),
    to: select(context, at(to, ids), "to"),
    issues: [{ code: "coverage-unequal", note: (notes) => notes.leftOut({ kept: kept.length, of, left }) }],
  };
}

function groupOf({ dataset }: Selection, dimension: string): Omit<Group, "size"> {
  const { plural = "", lang } = dataset.definition.spec.dimensions[dimension] ?? {};
  return { plural, lang };
}
