import { ancestorsOf, type Category, type Dataset, findDimension, type PlainSelector } from "../../dataset/index.ts";
import { valuesOf } from "../amount.ts";
import type { Evidence } from "../claim.ts";
import type { ClaimSpec } from "../claim-spec.ts";
import type { Evaluation, NotedIssue } from "../evaluation.ts";
import { SelectorError } from "../select.ts";
import type { Words } from "../words/create-words.ts";
import { contains, statedInterval } from "./interval.ts";
import type { Judgement } from "./judge-value.ts";

interface JudgeAreaInput {
  readonly spec: ClaimSpec;
  readonly evaluation: Evaluation;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly evaluate: (spec: ClaimSpec) => Evaluation;
  /** What reasons are written with. */
  readonly reasons: Words;
}

interface AreaJudgement extends Pick<Judgement, "facets"> {
  readonly issues: readonly NotedIssue[];
  /** The cells of the area that the figure is really of. */
  readonly evidence: readonly Evidence[];
}

/**
 * A stated number for an area that has no figure, which is the figure of an area that holds it or that it holds, is a
 * figure said of the wrong area: the facet `area` is refuted.
 */
export function judgeArea(input: JudgeAreaInput): AreaJudgement {
  const { spec, evaluation, datasets, evaluate, reasons } = input;
  const none = { facets: [], issues: [], evidence: [] };
  // "More than 4,000" fits the figure of many an area; only a number that is said as one can be another area's.
  const exactly = (spec.stated?.hedge ?? "none") === "none";
  const interval = spec.stated && exactly ? statedInterval(spec.stated) : undefined;
  if (!interval || evaluation.amount.state !== "missing" || !("dataset" in spec)) return none;
  const dataset = datasets.get(spec.dataset);
  const dimension = dataset && findDimension(dataset.definition, "area");
  const claimed = dataset && dimension ? claimedArea(spec, dataset, dimension) : undefined;
  if (!dataset || !dimension || !claimed) return none;

  for (const { area, relation } of relatedAreas(dataset, dimension, claimed)) {
    const other = evaluated(() => evaluate(inArea(spec, dimension, area.id)));
    if (!other || !valuesOf(other.amount).some((value) => contains(interval, value))) continue;
    const figure = valuesOf(other.amount)
      .map((value) => other.words(value, reasons.phrases).value)
      .join(" or ");
    const reason =
      relation === "holds"
        ? `The claim gives the figure for ${area.inText} (${figure}), of which ${claimed.inText} is only a part; ${claimed.inText} has no figure of its own.`
        : `The claim gives the figure for ${area.inText} (${figure}), which is only a part of ${claimed.inText}; there is none for ${claimed.inText} in this period.`;
    return {
      facets: [
        { id: "area", verdict: "refuted", reason },
        ...other.facets.filter(({ id, verdict }) => id === "vintage" && verdict === "conflicting-evidence"),
      ],
      issues: [{ code: "area-mismatch", message: reason }, ...other.issues],
      evidence: other.evidence,
    };
  }
  return none;
}

/** A claim that cannot be asked of another area says nothing about it. */
function evaluated(run: () => Evaluation): Evaluation | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof SelectorError) return undefined;
    throw error;
  }
}

const selectorKeys = ["of", "part", "whole", "otherWhole", "left", "right"] as const;

function claimedArea(spec: ClaimSpec, dataset: Dataset, dimension: string): Category | undefined {
  for (const key of selectorKeys) {
    const selector = (spec as unknown as Readonly<Record<string, PlainSelector | undefined>>)[key];
    const name = selector?.at?.[dimension];
    if (typeof name === "string") return dataset.category(dimension, name);
  }
  return undefined;
}

/** The same claim about another area. */
function inArea(spec: ClaimSpec, dimension: string, area: string): ClaimSpec {
  const moved = selectorKeys.flatMap((key) => {
    const selector = (spec as unknown as Readonly<Record<string, PlainSelector | undefined>>)[key];
    return selector?.at?.[dimension] === undefined
      ? []
      : [[key, { ...selector, at: { ...selector.at, [dimension]: area } }] as const];
  });
  return { ...spec, ...Object.fromEntries(moved) };
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
