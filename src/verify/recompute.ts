import { type Claim, type ClaimEvaluator, createClaimEvaluator, readClaimSpec } from "../claims/index.ts";
import { type Dataset, hashExcerpt, resolveCell, restoreDataset } from "../dataset/index.ts";
import { BriefingError } from "../diagnostics/index.ts";
import { createWords, findLanguage, languages } from "../language/index.ts";
import type { RecordedFigure, VerificationData } from "../record/index.ts";
import type { VerificationFinding } from "./verification.ts";

export interface Recomputed {
  /** Those that could be worked out again, by id. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** The same of the cells of tables. */
  readonly cells: ReadonlyMap<string, Claim>;
  readonly findings: readonly VerificationFinding[];
}

/**
 * Works out each claim and each cell of a table again, from the protected cells that the file carries.
 * @param limits `mostReads`: of how many cells it reads; what would take more is not told.
 */
export function recompute(data: VerificationData, limits: { readonly mostReads?: number } = {}): Recomputed {
  const findings: VerificationFinding[] = data.datasets.flatMap(({ sha256, excerpt }) =>
    hashExcerpt(excerpt) === sha256
      ? []
      : [
          {
            code: "data-changed",
            message: `The data of ${excerpt.id} was changed after its hash was taken.`,
            id: excerpt.id,
          },
        ],
  );
  const claims = new Map<string, Claim>();
  const cells = new Map<string, Claim>();
  if (!data.words) {
    const message = "It was written in a language of its author's own: no figure was worked out again.";
    return { claims, cells, findings: [...findings, { code: "not-recomputed", message }] };
  }
  const { lang, style } = data.words;
  const words = createWords({ language: findLanguage(lang, languages), style });
  const withinBudget = createReadingBudget(limits.mostReads);
  const datasets = new Map(data.datasets.map(({ excerpt }) => [excerpt.id, withinBudget(restoreDataset(excerpt))]));
  const evaluator = createClaimEvaluator(datasets, words);
  const recomputeFigure = (figure: RecordedFigure, setting: "text" | "table") => {
    try {
      const claim = evaluator.evaluate(figure.id, readClaimSpec(figure.id, figure.spec), setting);
      (setting === "text" ? claims : cells).set(figure.id, claim);
      findings.push(...differences(figure, claim));
    } catch (error) {
      if (error instanceof BudgetExceeded) throw error;
      const why = error instanceof BriefingError ? `: ${error.message}` : ", which is not as the program writes it.";
      const message = `${figure.id} cannot be worked out from the data in the file${why}`;
      findings.push({ code: "record-differs", message, id: figure.id });
    }
  };
  try {
    for (const figure of data.record.claims) recomputeFigure(figure, "text");
    for (const figure of data.record.cells) recomputeFigure(figure, "table");
    findings.push(...recomputeCharts(data, { evaluator, datasets }));
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const message = `Its figures rest on more cells than a file can need: only the first ${claims.size + cells.size} were worked out again.`;
    findings.push({ code: "too-much-work", message });
  }
  return { claims, cells, findings };
}

/** What the record says of a figure, and what the data gives. */
function differences(recorded: RecordedFigure, { figure, absence, words }: Claim): readonly VerificationFinding[] {
  const said = [
    recorded.value,
    recorded.phrase,
    recorded.figure?.value ?? null,
    recorded.figure?.text ?? null,
    recorded.absence,
  ];
  const given = [words.value, words.phrase, figure?.value ?? null, figure?.text ?? null, absence];
  const at = said.findIndex((value, index) => value !== given[index]);
  if (at < 0) return [];
  const message = `The record of ${recorded.id} says "${said[at]}", and the data gives "${given[at]}".`;
  return [{ code: "record-differs", message, id: recorded.id }];
}

interface Recomputing {
  readonly evaluator: ClaimEvaluator;
  readonly datasets: ReadonlyMap<string, Dataset>;
}

/** Each number of a chart's rows, from its cell or its claim; once a chart, at the first that is another. */
function recomputeCharts({ charts, record }: VerificationData, given: Recomputing): readonly VerificationFinding[] {
  return charts.flatMap(({ chart, figures }) => {
    const rows = record.charts.find(({ id }) => id === chart)?.rows ?? [];
    for (const figure of figures) {
      const found = valueFrom(figure, given);
      const recorded = rows[figure.row]?.[figure.field] ?? null;
      if (found === figure.value && recorded === figure.value) continue;
      const key = `${figure.field} in row ${figure.row + 1} of the chart ${chart}`;
      const message = `The record says that ${key} is ${recorded}, and the data gives ${found}.`;
      return [{ code: "chart-differs" as const, message, id: chart }];
    }
    return [];
  });
}

type ChartFigure = VerificationData["charts"][number]["figures"][number];

type ClaimEnd = NonNullable<ChartFigure["claim"]>["end"];

function figureAt({ rounded, interval, limits }: NonNullable<Claim["figure"]>, end: ClaimEnd) {
  if (end === "figure") return rounded;
  if (end === "low" || end === "high") return interval?.[end];
  return limits?.[end.slice("limit-".length) as keyof NonNullable<typeof limits>];
}

/** Null where there is no figure, or it cannot be worked out. */
function valueFrom({ cell, claim }: ChartFigure, { evaluator, datasets }: Recomputing): number | null {
  if (cell) {
    const dataset = datasets.get(cell.dataset);
    const resolved = dataset && resolveCell(dataset, dataset.lookup(cell.measure, cell.at));
    return resolved?.state === "value" ? resolved.value : null;
  }
  if (!claim) return null;
  try {
    const { figure } = evaluator.evaluate("figure", readClaimSpec("figure", claim.spec));
    return (figure ? figureAt(figure, claim.end) : undefined) ?? null;
  } catch (error) {
    if (error instanceof BudgetExceeded) throw error;
    return null;
  }
}

/** Some twenty seconds of one processor; a file of the largest size that the program writes takes a fraction of them. */
const mostReads = 1_000_000;

/** A file asks for more work than its figures can need. */
class BudgetExceeded extends Error {}

/** Makes views of datasets that together may be asked for so many cells: what a stranger's file may ask for has an end. */
function createReadingBudget(limit = mostReads): (dataset: Dataset) => Dataset {
  let left = limit;
  return (dataset) => {
    const lookup: Dataset["lookup"] = (measure, at) => {
      left -= 1;
      if (left < 0) throw new BudgetExceeded();
      return dataset.lookup(measure, at);
    };
    return Object.create(dataset, { lookup: { value: lookup } }) as Dataset;
  };
}
