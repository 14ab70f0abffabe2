import { measureDecimals } from "../../dataset/index.ts";
import type { Group, Rational } from "../../language/index.ts";
import { type Amount, combineRising, endsOf, missing, valuesOf } from "../result/amount.ts";
import type { Evidence } from "../result/claim.ts";
import type { NotedIssue } from "../result/noted-issue.ts";
import { notComparable, requireEqualSpans } from "../select/comparable.ts";
import type { Among } from "../select/group.ts";
import { SelectorError } from "../select/select.ts";
import { selectAmong } from "../select/select-among.ts";
import type { MedianSpec } from "../spec/claim-spec.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { middleLeftOpen } from "../stated/left-open.ts";
import { statedIn } from "../stated/stated-in.ts";
import { isInPercent } from "./change-modes.ts";
import type { ClaimKindRecord } from "./claim-kind.ts";

export const median: ClaimKindRecord<MedianSpec> = {
  evaluate(spec, context) {
    const among = selectAmong(context, spec.of, spec.among);
    const [first] = among.selections.values();
    if (!first) {
      throw new SelectorError({
        code: "empty-set",
        message: `There is no ${spec.among.dimension} to take the median of.`,
      });
    }
    const amount = among.once(medianOf);
    // The middle of an even number of counts may lie half-way between two.
    const isHalf = first.measureSpec.statType === "count" && !isWhole(amount);
    const decimals = measureDecimals(isHalf ? { decimals: 1, ...first.measureSpec } : first.measureSpec);
    const judged = judgeValue({
      stated: statedIn(spec.stated, "number"),
      amount,
      format: { unit: "number", decimals },
    });
    return {
      amount,
      unit: "number",
      decimals,
      words: (figure, phrases) =>
        phrases.median({
          ...figure,
          decimals,
          group: groupOf(among),
          isPercent: isInPercent(first.measureSpec),
        }),
      allowed: judged.allowed,
      leftOpen: spec.stated && middleLeftOpen(among.selections),
      facets: judged.facets,
      issues: [...among.once(issuesOf), ...judged.issues],
      evidence: among.once(evidenceOf),
      measures: [first.measureSpec],
      periods: first.periods,
      areas: [],
      ownPeriod: false,
    };
  },
};

const isWhole = (amount: Amount): boolean => {
  const { low, high } = { low: undefined, high: undefined, ...endsOf(amount) };
  return [...valuesOf(amount), low, high].every((value) => value === undefined || value.d === 1n);
};

/** What a median is of: those that have a figure. */
export const groupOf = (among: Among): Group => among.once(countGroup);

const countGroup = ({ selections, plural, lang }: Among): Group => ({ size: present(selections).length, plural, lang });

/** All cells that the figures of a group come from. */
export const evidenceOf = ({ selections }: Among): readonly Evidence[] =>
  [...selections.values()].flatMap(({ evidence }) => evidence);

/** What publishers say of the figures, all of them; and of how many categories there is none. */
export function issuesOf(among: Among): readonly NotedIssue[] {
  return [...[...among.selections.values()].flatMap(({ issues }) => issues), ...withoutFigure(among)];
}

/** Those without a figure are neither ranked nor in a median, and are counted. Nothing is said where a hidden one hides all. */
function withoutFigure({ selections, plural, lang }: Among): readonly NotedIssue[] {
  const all = [...selections.values()];
  const held = all.filter(({ amount }) => amount.state !== "missing");
  const [first] = all;
  if (!first || held.length === all.length || held.some(({ amount }) => amount.state !== "value")) return [];
  return [
    {
      code: "without-figure",
      note: (notes) =>
        notes.withoutFigure({ held: held.length, of: { size: all.length, plural, lang }, periods: first.periods }),
    },
  ];
}

/** The middle of those that have a figure. One that is hidden hides it: its rank among the others would be told. */
export function medianOf({ selections }: Among): Amount {
  requireEqualSpans([...selections.values()]);
  const instead = notComparable([...selections.values()]);
  if (instead) return instead;
  const amounts = present(selections);
  if (amounts.length === 0) return missing("nothing-for-median");
  if (amounts.length === 1) return missing("one-has-no-median");
  return combineRising(amounts, (values) => {
    const sorted = [...values].sort((a, b) => a.compare(b));
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle] as Rational;
    return sorted.length % 2 === 1 ? upper : upper.add(sorted[middle - 1] as Rational).div(2);
  });
}

const present = (selections: Among["selections"]): readonly Amount[] =>
  [...selections.values()].map(({ amount }) => amount).filter(({ state }) => state !== "missing");
