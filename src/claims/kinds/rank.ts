import { type Amount, combine, known, missing } from "../amount.ts";
import type { RankSpec } from "../claim-spec.ts";
import { notComparable, requireEqualSpans } from "../comparable.ts";
import type { ClaimKindRecord } from "../evaluation.ts";
import { exact, type Rational } from "../rational.ts";
import { SelectorError } from "../select.ts";
import { type Among, selectAmong } from "../select-among.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { statedIn } from "../stated/stated-in.ts";
import { placesOf } from "../subject.ts";
import { ordinal } from "../words/english-numerals.ts";
import { groupOf, issuesOf } from "./median.ts";

export const rank: ClaimKindRecord<RankSpec> = {
  evaluate(spec, context) {
    const { [spec.among.dimension]: named, ...at } = spec.of.at;
    const among = selectAmong(context, { ...spec.of, at }, spec.among);
    const dataset = context.datasets.get(spec.of.dataset ?? context.dataset);
    const id = typeof named === "string" ? (dataset?.category(spec.among.dimension, named)?.id ?? named) : "";
    const own = among.selections.get(id);
    if (!own) {
      throw new SelectorError({
        code: "not-among",
        message: `The rank is of ${spec.among.dimension} "${String(named ?? "")}", which is not among those ranked.`,
        hint: "Name one category of that dimension, and one that is nobody's parent.",
      });
    }
    requireEqualSpans([...among.selections.values()]);
    // A stated place is counted from the top, unless it says otherwise.
    const end = spec.order ?? (spec.stated ? "highest" : undefined);
    const { size, tied, order, ...found } = end ? rankOf(among, own.amount, end) : fromTheNearerEnd(among, own.amount);
    const amount = notComparable([...among.selections.values()]) ?? found.amount;
    const judged = judgeValue({
      stated: statedIn(spec.stated, "position"),
      amount,
      format: (value) => ordinal(Number(value.valueOf())),
    });
    return {
      amount,
      unit: "position",
      decimals: 0,
      words: (value, phrases) =>
        phrases.rank({ place: value.valueOf(), order, tied, group: { ...groupOf(among), size } }),
      allowed: judged.allowed,
      facets: judged.facets,
      issues: [...issuesOf(among), ...judged.issues],
      evidence: [
        ...own.evidence.map((item) => ({ ...item, role: "of" })),
        ...[...among.selections.values()].flatMap(({ evidence }) => evidence),
      ],
      measures: [own.measureSpec],
      ...placesOf([own]),
    };
  },
};

interface Rank {
  readonly amount: Amount;
  readonly size: number;
  readonly tied: boolean;
  readonly order: "highest" | "lowest";
}

/** "Third lowest of 42" says more than "40th highest". */
function fromTheNearerEnd(among: Among, own: Amount): Rank {
  const highest = rankOf(among, own, "highest");
  const lowest = rankOf(among, own, "lowest");
  if (highest.amount.state !== "value" || lowest.amount.state !== "value") return highest;
  return lowest.amount.value.compare(highest.amount.value) < 0 ? lowest : highest;
}

/** The best and the worst place that rounded figures leave possible; undefined where none is rounded. */
function placesLeftOpen(
  others: readonly Amount[],
  own: Amount,
  order: "highest" | "lowest",
): readonly [Rational, Rational] | undefined {
  const rounded = others.some((amount) => amount.state === "value" && amount.range);
  if (!rounded || own.state !== "value") return undefined;
  const [ownLeast, ownGreatest] = endsOf(own);
  const ends = others.filter((amount) => amount !== own).map(endsOf);
  const surely = ends.filter(([least, greatest]) =>
    order === "highest" ? least && ownGreatest?.compare(least) === -1 : greatest && ownLeast?.compare(greatest) === 1,
  );
  const perhaps = ends.filter(([least, greatest]) =>
    order === "highest" ? greatest && ownLeast?.compare(greatest) === -1 : least && ownGreatest?.compare(least) === 1,
  );
  return [exact(surely.length + 1), exact(perhaps.length + 1)];
}

const endsOf = (amount: Amount): readonly Rational[] =>
  amount.state === "value" ? (amount.range ?? [amount.value, amount.value]) : [];

/**
 * One more than the number of categories that are further out; equal ones share a place. Those without a figure are
 * left out of the count. Any hidden one hides every rank, since a rank tells where it lies.
 */
function rankOf(among: Among, own: Amount, order: "highest" | "lowest"): Rank {
  const others = [...among.selections.values()].map(({ amount }) => amount).filter(({ state }) => state !== "missing");
  if (own.state === "missing") return { amount: own, size: others.length, tied: false, order };
  const further = (value: Rational, than: Rational) =>
    order === "highest" ? value.compare(than) > 0 : value.compare(than) < 0;
  const undecided =
    others.find(({ state }) => state === "suppressed") ?? others.find(({ state }) => state === "conflict");
  if (undecided || own.state !== "value") {
    const amount =
      undecided?.state === "suppressed" || own.state === "suppressed"
        ? combine([undecided ?? own, own], () => null)
        : missing("Publications disagree on one of the figures ranked.");
    return { amount, size: others.length, tied: false, order };
  }
  const values = others.flatMap((amount) => (amount.state === "value" ? [amount.value] : []));
  const position = values.filter((value) => further(value, own.value)).length + 1;
  const tied = values.filter((value) => value.equals(own.value)).length > 1;
  return { amount: known(exact(position), placesLeftOpen(others, own, order)), size: values.length, tied, order };
}
