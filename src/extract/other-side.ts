import type { ClaimDraft } from "../claims/index.ts";
import { defined } from "../diagnostics/index.ts";
import type { CategoryChoices } from "./choose-categories.ts";
import type { MissingPart, ProposedKind, TextSpan } from "./extraction.ts";
import { dimensionsOf, type Measured } from "./measure-of.ts";
import type { Reading } from "./reader.ts";
import type { Sentence } from "./sentence.ts";
import { type CategoryMention, type DatasetVocabulary, measureNamed } from "./vocabulary.ts";

/** What a kind of claim takes besides its own category. */
export const sideOf = (kind: ProposedKind): readonly MissingPart[] =>
  kind === "share" ? ["whole"] : kind === "comparison" ? ["right"] : kind === "rank" ? ["among"] : [];

interface OtherSideInput {
  readonly dataset: DatasetVocabulary;
  readonly reading: Reading;
  readonly right: readonly CategoryMention[];
  readonly at: CategoryChoices;
  readonly measured: Measured;
  readonly sentence: Sentence;
}

/** The whole of a share, the population of a rate of counts, the right of a comparison, the others of a rank. */
export function otherSide({ dataset, reading, right, at, measured, sentence }: OtherSideInput): {
  readonly draft: ClaimDraft;
  readonly missing: readonly MissingPart[];
  readonly spans: readonly TextSpan[];
} {
  const nothing = { draft: {}, missing: sideOf(reading.kind), spans: [] };
  const several = Object.keys(dataset.spec.measures).length > 1;
  switch (reading.kind) {
    case "comparison": {
      const [other] = right;
      if (!other) return nothing;
      const { measure } = measured;
      const selector = defined({ measure: several ? measure : undefined, at: { ...at, [other.dimension]: other.id } });
      return { draft: { right: selector }, missing: [], spans: [other] };
    }
    case "share": {
      const { whole, measure } = measured;
      if (whole === undefined || measure === undefined || !reading.whole) return nothing;
      const dimensions = dimensionsOf(dataset, whole);
      const kept = Object.entries(at).filter(([dimension]) => {
        const spec = dataset.spec.dimensions[dimension];
        return dimensions.includes(dimension) && spec?.role !== "category";
      });
      // Part and whole would be one and the same.
      if (whole === measure && kept.length === Object.keys(at).length) return nothing;
      const selector = defined({ measure: several ? whole : undefined, at: Object.fromEntries(kept) });
      return { draft: { whole: selector }, missing: [], spans: [] };
    }
    case "rate": {
      const { population: per, whom } = reading;
      const { measure } = measured;
      const counted = measure !== undefined && dataset.spec.measures[measure]?.statType === "count";
      if (per === undefined || !counted) return { ...nothing, missing: [] };
      const population = whom && measureNamed(sentence.source.slice(whom.start, whom.end), dataset);
      if (population === undefined || population === measure || dataset.spec.measures[population]?.statType !== "count")
        return { ...nothing, draft: { per }, missing: ["population"] };
      const dimensions = dimensionsOf(dataset, population);
      const kept = Object.entries(at).filter(([dimension]) => dimensions.includes(dimension));
      return {
        draft: { per, population: { measure: population, at: Object.fromEntries(kept) } },
        missing: [],
        spans: [],
      };
    }
    case "rank": {
      const { areaDimension } = dataset;
      return areaDimension === undefined
        ? nothing
        : { draft: { among: { dimension: areaDimension } }, missing: [], spans: [] };
    }
    default:
      return { ...nothing, missing: [] };
  }
}
