import { ancestorsOf, type Category, type Dataset, findDimension } from "../../dataset/index.ts";
import { valuesOf } from "../result/amount.ts";
import { contains } from "../result/interval.ts";
import type { Said } from "../result/said.ts";
import type { CoordinateInput, CoordinateJudgement } from "./coordinate-judgement.ts";
import { categoryNamed, evaluated, figureOf, isNumberRefuted, moveClaim } from "./move-claim.ts";

/**
 * A stated number for an area that has another figure or none, which is the figure of an area that holds it or that it
 * holds, was probably said of the wrong area: `area-mismatch`. Where the area's own figure refutes the number, so is the
 * facet `area`; where it has none, the number may be right of both, and nothing is decided.
 */
export function judgeArea(input: CoordinateInput): CoordinateJudgement {
  const { spec, evaluation, datasets, evaluate } = input;
  const none = { facets: [], issues: [], evidence: [] };
  // "More than 4,000" fits the figure of many an area; only a number that is said as one can be another area's.
  const exactly = (spec.stated?.hedge ?? "none") === "none";
  const interval = exactly ? evaluation.allowed : undefined;
  const refuted = isNumberRefuted(evaluation);
  if (!interval || !("dataset" in spec) || (evaluation.amount.state !== "missing" && !refuted)) return none;
  const dataset = datasets.get(spec.dataset);
  const dimension = dataset && findDimension(dataset.definition, "area");
  const name = dimension && categoryNamed(spec, dimension);
  if (!dataset || !dimension || name === undefined) return none;
  const claimed = dataset.category(dimension, name);
  if (!claimed) return none;

  for (const { area, relation } of relatedAreas(dataset, dimension, claimed)) {
    const other = evaluated(() => evaluate(moveClaim(spec, dimension, area.id)));
    if (!other || !valuesOf(other.amount).some((value) => contains(interval, value))) continue;
    const reason: Said = (words) =>
      words.reasons.otherArea({
        claimed: claimed.inText,
        area: area.inText,
        figure: figureOf(other)(words),
        relation,
        claimedHasFigure: refuted,
      });
    return {
      facets: [{ id: "area", verdict: refuted ? "refuted" : "not-enough-evidence", reason }],
      issues: [{ code: "area-mismatch", message: reason }, ...other.issues],
      evidence: other.evidence,
    };
  }
  return none;
}

interface RelatedArea {
  readonly area: Category;
  /** `holds` the claimed area, or is `part` of it. */
  readonly relation: "holds" | "part";
}

function relatedAreas(dataset: Dataset, dimension: string, claimed: Category): readonly RelatedArea[] {
  const holding = ancestorsOf(dataset, dimension, claimed.id).map((area): RelatedArea => ({ area, relation: "holds" }));
  const parts = dataset
    .categories(dimension)
    .filter(({ id }) => ancestorsOf(dataset, dimension, id).some((ancestor) => ancestor.id === claimed.id))
    .map((area): RelatedArea => ({ area, relation: "part" }));
  return [...holding, ...parts];
}
