import { type Bounds, exact, isBounds, type Rational } from "../../language/index.ts";
import { type Amount, combine, endsOf, isRounded, known, missing, valuesOf } from "../result/amount.ts";
import { notComparable, requireEqualSpans } from "../select/comparable.ts";
import type { Among } from "../select/group.ts";
import { type SelectContext, SelectorError } from "../select/select.ts";
import { selectAmong } from "../select/select-among.ts";
import type { Selection } from "../select/selection.ts";
import { subjectOf } from "../select/subject.ts";
import type { RankSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { rankLeftOpen } from "../stated/left-open.ts";
import { statedIn } from "../stated/stated-in.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";
import { evidenceOf, groupOf, issuesOf } from "./median.ts";

export const rank: ClaimKindRecord<RankSpec> = {
  evaluate(spec, context) {
    const { among, own } = selectRanked(spec, context);
    // A stated rank is counted from the top, unless it says otherwise.
    const end = spec.order ?? (spec.stated ? "highest" : undefined);
    const { size, tied, order, ...found } = end ? rankOf(among, own.amount, end) : fromTheNearerEnd(among, own.amount);
    const isAlone = found.amount.state === "value" && size < 2;
    const amount = among.once(comparability) ?? (isAlone ? missing("one-has-no-rank") : found.amount);
    const judged = judgeValue({
      stated: statedIn(spec.stated, "position"),
      amount,
      format: { unit: "position", decimals: 0 },
    });
    return {
      amount,
      unit: "position",
      decimals: 0,
      words: ({ value }, phrases) =>
        phrases.rank({
          position: plainRank(value),
          order,
          tied,
          group: { ...groupOf(among), size },
          namesEnd: order === "lowest" && end === undefined,
        }),
      allowed: judged.allowed,
      leftOpen: spec.stated && rankLeftOpen(amount, among.selections, { own, order }),
      facets: judged.facets,
      issues: [...among.once(issuesOf), ...judged.issues],
      evidence: [...own.evidence.map((item) => ({ ...item, role: "of" })), ...among.once(evidenceOf)],
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
  const shared = among.selections.get(id);
  if (!shared) {
    throw new SelectorError({
      code: "not-among",
      message: `The rank is of ${spec.among.dimension} "${String(named ?? "")}", which is not among those ranked.`,
      hint: "Name one category of that dimension, and one that is nobody's parent.",
    });
  }
  among.once(requireEqual);
  // What is asked of its own dataset is asked by this claim.
  return { among, own: { ...shared, dataset: dataset ?? shared.dataset } };
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

/** The figures of a group in their order: a rank is found among them without looking at each. */
interface Ranked {
  /** Those that have a figure or a hidden one. */
  readonly amounts: readonly Amount[];
  readonly hidden: Amount | undefined;
  readonly isDisputed: boolean;
  readonly values: Ordered;
  /** Of these, the ones that nobody rounded. */
  readonly exactValues: Ordered;
  /** The least and the greatest that each can be, where there are both. */
  readonly lows: Ordered;
  readonly highs: Ordered;
  readonly unlimited: number;
}

const rankedOf = ({ selections }: Among): Ranked => {
  const amounts = [...selections.values()].map(({ amount }) => amount).filter(({ state }) => state !== "missing");
  const ends = amounts.flatMap((amount) => endsOf(amount) ?? []);
  return {
    amounts,
    hidden: amounts.find(({ state }) => state === "suppressed"),
    isDisputed: amounts.some(({ state }) => state === "conflict"),
    values: ordered(amounts.flatMap(valuesOf)),
    exactValues: ordered(amounts.filter((amount) => !isRounded(amount)).flatMap(valuesOf)),
    lows: ordered(ends.map(({ low }) => low)),
    highs: ordered(ends.map(({ high }) => high)),
    unlimited: amounts.length - ends.length,
  };
};

/** How many of some values lie below another one, and above it. */
export interface Ordered {
  readonly size: number;
  below(value: Rational): number;
  above(value: Rational): number;
}

export function ordered(values: readonly Rational[]): Ordered {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const before = (value: Rational, isBefore: (order: number) => boolean): number => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (isBefore((sorted[middle] as Rational).compare(value))) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return {
    size: sorted.length,
    below: (value) => before(value, (order) => order < 0),
    above: (value) => sorted.length - before(value, (order) => order <= 0),
  };
}

/** The best and the worst rank that rounding leaves possible. */
function ranksLeft({ amounts, lows, highs, unlimited }: Ranked, own: Amount, order: "highest" | "lowest"): Bounds {
  const mine = endsOf(own);
  if (!mine) return { low: exact(1), high: exact(amounts.length) };
  const surely = order === "highest" ? lows.above(mine.high) : highs.below(mine.low);
  const perhaps = unlimited + (order === "highest" ? highs.above(mine.low) : lows.below(mine.high));
  // It is among them itself, and is beyond itself where it can be more than one value.
  const itself = mine.high.compare(mine.low) > 0 ? 1 : 0;
  return { low: exact(surely + 1), high: exact(perhaps - itself + 1) };
}

/** Whether another one shares the rank, surely or perhaps. */
function tieOf({ amounts, exactValues, lows, highs }: Ranked, own: Amount): boolean | "open" {
  const mine = endsOf(own);
  if (!mine) return amounts.length > 1 && "open";
  const overlapping = amounts.length - highs.below(mine.low) - lows.above(mine.high) - 1;
  if (isRounded(own)) return overlapping > 0 && "open";
  const equal = exactValues.size - exactValues.below(mine.low) - exactValues.above(mine.low) - 1;
  return equal > 0 || (overlapping > 0 && "open");
}

/** Every rank that some choice of publications gives. */
function disputedRanks(
  others: readonly Amount[],
  own: Amount,
  further: (value: Rational, than: Rational) => boolean,
): Amount {
  if ([own, ...others].some(isRounded)) return missing("disputed-rank");
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
  const ranked = among.once(rankedOf);
  const { amounts: others, hidden } = ranked;
  const size = others.length;
  if (own.state === "missing") return { amount: own, size, tied: false, order };
  if (hidden || own.state === "suppressed") {
    return { amount: combine([hidden ?? own, own], () => null), size, tied: false, order };
  }
  if (own.state !== "value" || ranked.isDisputed) {
    const rest = others.filter((amount) => amount !== own);
    const further = (value: Rational, than: Rational) =>
      order === "highest" ? value.compare(than) > 0 : value.compare(than) < 0;
    return { amount: disputedRanks(rest, own, further), size, tied: false, order };
  }
  const position = ranked.values[order === "highest" ? "above" : "below"](own.value) + 1;
  const ranks = ranksLeft(ranked, own, order);
  const amount =
    size > 1 && ranks.low.equals(1) && ranks.high.equals(size)
      ? missing("too-near-to-rank")
      : known(exact(position), ranks);
  return { amount, size, tied: tieOf(ranked, own), order };
}

/** Why the figures of a group cannot be set against each other, if so. */
export const comparability = ({ selections }: Among): Amount | undefined => notComparable([...selections.values()]);

const requireEqual = ({ selections }: Among): void => requireEqualSpans([...selections.values()]);
