import { type Amount, combine, missing } from "../amount.ts";
import type { MedianSpec } from "../claim-spec.ts";
import type { ClaimKindRecord } from "../evaluation.ts";
import { formatDecimal, type Rational } from "../rational.ts";
import { SelectorError } from "../select.ts";
import { type Among, selectAmong } from "../select-among.ts";
import { judgeValue } from "../stated/judge-value.ts";
import { periodRange } from "../words/english.ts";

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
    const { decimals = first.measureSpec.statType === "count" ? 0 : 1 } = first.measureSpec;
    const amount = medianOf(among);
    const judged = judgeValue({ stated: spec.stated, amount, format: (value) => formatDecimal(value, decimals) });
    return {
      amount,
      unit: "number",
      words(value) {
        const text = formatDecimal(value, decimals);
        const phrase = `${text}, the ${medianLabel(among)}`;
        return { value: text, phrase, change: phrase };
      },
      facets: judged.facets,
      issues: judged.issues,
      evidence: [...among.selections.values()].flatMap(({ evidence }) => evidence),
      measures: [first.measureSpec],
      period: periodRange(first.periods),
      area: "",
    };
  },
};

/** `median of 42 police forces`. Counts those that have a figure. */
export function medianLabel({ selections, plural }: Among): string {
  const size = present(selections).length;
  return plural ? `median of ${size} ${plural}` : `median of ${size}`;
}

/** The middle of those that have a figure. One that is hidden hides it: its place among the others would be told. */
export function medianOf({ selections }: Among): Amount {
  const amounts = present(selections);
  if (amounts.length === 0) return missing("There is no figure to take a median of.");
  return combine(amounts, (values) => {
    const sorted = [...values].sort((a, b) => a.compare(b));
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle] as Rational;
    return sorted.length % 2 === 1 ? upper : upper.add(sorted[middle - 1] as Rational).div(2);
  });
}

const present = (selections: Among["selections"]): readonly Amount[] =>
  [...selections.values()].map(({ amount }) => amount).filter(({ state }) => state !== "missing");
