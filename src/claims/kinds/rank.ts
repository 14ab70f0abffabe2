import { type Bounds, exact, isBounds, ordinal, type Rational } from "../../language/index.ts";
import { type Amount, combine, endsOf, isRounded, known, missing, valuesOf } from "../result/amount.ts";
import { notComparable, requireEqualSpans } from "../select/comparable.ts";
import { type SelectContext, type Selection, SelectorError } from "../select/select.ts";
import { type Among, selectAmong } from "../select/select-among.ts";
import { subjectOf } from "../select/subject.ts";
import type { RankSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { rankLeftOpen } from "../stated/left-open.ts";
import { statedIn } from "../stated/stated-in.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { groupOf, issuesOf } from "./median.ts";

export const rank: ClaimKindRecord<RankSpec> = {
  evaluate(spec, context) {
    const { among, own } = selectRanked(spec, context);
    // A stated rank is counted from the top, unless it says otherwise.
    const end = spec.order ?? (spec.stated ? "highest" : undefined);
    const { size, tied, order, ...found } = end ? rankOf(among, own.amount, end) : fromTheNearerEnd(among, own.amount);
    const isAlone = found.amount.state === "value" && size < 2;
    const amount =
      notComparable([...among.selections.values()]) ??
      (isAlone ? missing("There is one figure only: it has no rank.") : found.amount);
    const judged = judgeValue({
      stated: statedIn(spec.stated, "position"),
      amount,
      format: (value) => ordinal(Number(value.valueOf())),
    });
    return {
      amount,
      unit: "position",
      decimals: 0,
      words: ({ value }, phrases) =>
        phrases.rank({ position: plainRank(value), order, tied, group: { ...groupOf(among), size } }),
      allowed: judged.allowed,
      leftOpen: rankLeftOpen(amount, among.selections, { own, order }),
      facets: judged.facets,
      issues: [...issuesOf(among), ...judged.issues],
      evidence: [
        ...own.evidence.map((item) => ({ ...item, role: "of" })),
        ...[...among.selections.values()].flatMap(({ evidence }) => evidence),
      ],
      measures: [own.measureSpec],
      ...subjectOf([own]),
    };
  },
};

/** A category and those that it is ranked among. */
export function selectRanked(
  spec: Pick<RankSpec, "of" | "among">,
  context: SelectContext,
): { readonly among: Among; readonly own: Selection } {
  const { [spec.among.dimension]: named, ...at } = spec.of.at;
  const dataset = context.datasets.get(spec.of.dataset ?? context.dataset);
  const id = typeof named === "string" ? (dataset?.category(spec.among.dimension, named)?.id ?? named) : "";
  const among = selectAmong(context, { ...spec.of, at }, spec.among, id);
  const own = among.selections.get(id);
  if (!own) {
    throw new SelectorError({
      code: "not-among",
      message: `The rank is of ${spec.among.dimension} "${String(named ?? "")}", which is not among those ranked.`,
      hint: "Name one category of that dimension, and one that is nobody's parent.",
    });
  }
  requireEqualSpans([...among.selections.values()]);
  return { among, own };
}

const plainRank = (value: Rational | Bounds) =>
  isBounds(value) ? { low: value.low.valueOf(), high: value.high.valueOf() } : value.valueOf();

interface Rank {
  readonly amount: Amount;
  readonly size: number;
  /** `open`: rounding leaves it possible. */
  readonly tied: boolean | "open";
  readonly order: "highest" | "lowest";
}

/** "Third lowest of 42" says more than "40th highest". */
export function fromTheNearerEnd(among: Among, own: Amount): Rank {
  const highest = rankOf(among, own, "highest");
  const lowest = rankOf(among, own, "lowest");
  if (highest.amount.state !== "value" || lowest.amount.state !== "value") return highest;
  return middleOf(lowest.amount).compare(middleOf(highest.amount)) < 0 ? lowest : highest;
}

const middleOf = (amount: Amount): Rational => {
  const { low, high } = endsOf(amount) ?? { low: exact(0), high: exact(0) };
  return low.add(high).div(2);
};

/** The best and the worst rank that rounding leaves possible. */
function ranksLeft(others: readonly Amount[], own: Amount, order: "highest" | "lowest"): Bounds {
  const { low, high } = endsOf(own) ?? {};
  const isFurther = (value: Rational | undefined, than: Rational | undefined) =>
    value === undefined || than === undefined || value.compare(than) === (order === "highest" ? 1 : -1);
  const ends = others.map((other) => ({ low: undefined, high: undefined, ...endsOf(other) }));
  const surely = ends.filter((other) =>
    order === "highest"
      ? other.low && high && isFurther(other.low, high)
      : other.high && low && isFurther(other.high, low),
  );
  const perhaps = ends.filter((other) =>
    order === "highest" ? isFurther(other.high, low) : isFurther(other.low, high),
  );
  return { low: exact(surely.length + 1), high: exact(perhaps.length + 1) };
}

/** Whether another one shares the rank, surely or perhaps. */
function tieOf(others: readonly Amount[], own: Amount): boolean | "open" {
  const mine = endsOf(own);
  const ties = others.map((other): boolean | "open" => {
    const its = endsOf(other);
    if (!mine || !its) return "open";
    if (its.high.compare(mine.low) < 0 || its.low.compare(mine.high) > 0) return false;
    return isRounded(other) || isRounded(own) ? "open" : true;
  });
  return ties.includes(true) || (ties.includes("open") && "open");
}

/** Every rank that some choice of publications gives. */
function disputedRanks(
  others: readonly Amount[],
  own: Amount,
  further: (value: Rational, than: Rational) => boolean,
): Amount {
  if ([own, ...others].some(isRounded)) return missing("Publications disagree on one of the figures ranked.");
  const ranks = new Set<number>();
  for (const value of valuesOf(own)) {
    const beyond = others.map((other) => valuesOf(other).map((its) => further(its, value)));
    const surely = beyond.filter((all) => all.every(Boolean)).length;
    const perhaps = beyond.filter((all) => all.some(Boolean)).length;
    for (let rank = surely + 1; rank <= perhaps + 1; rank += 1) ranks.add(rank);
  }
  const values = [...ranks].sort((a, b) => a - b).map((rank) => exact(rank));
  const [only] = values;
  return values.length === 1 && only ? known(only) : { state: "conflict", values };
}

/**
 * One more than the number of categories that are further out; equal ones share a rank. Those without a figure are
 * left out of the count. Any hidden one hides every rank, since a rank tells where it lies.
 */
export function rankOf(among: Among, own: Amount, order: "highest" | "lowest"): Rank {
  const others = [...among.selections.values()].map(({ amount }) => amount).filter(({ state }) => state !== "missing");
  if (own.state === "missing") return { amount: own, size: others.length, tied: false, order };
  const further = (value: Rational, than: Rational) =>
    order === "highest" ? value.compare(than) > 0 : value.compare(than) < 0;
  const hidden = others.find(({ state }) => state === "suppressed");
  if (hidden || own.state === "suppressed") {
    return { amount: combine([hidden ?? own, own], () => null), size: others.length, tied: false, order };
  }
  if (own.state !== "value" || others.some(({ state }) => state === "conflict")) {
    const rest = others.filter((amount) => amount !== own);
    return { amount: disputedRanks(rest, own, further), size: others.length, tied: false, order };
  }
  const values = others.flatMap((amount) => (amount.state === "value" ? [amount.value] : []));
  const size = values.length;
  const position = values.filter((value) => further(value, own.value)).length + 1;
  const rest = others.filter((amount) => amount !== own);
  const ranks = ranksLeft(rest, own, order);
  const amount =
    size > 1 && ranks.low.equals(1) && ranks.high.equals(size)
      ? missing("The figures are rounded, and too near to each other to rank.")
      : known(exact(position), ranks);
  return { amount, size, tied: tieOf(rest, own), order };
}
