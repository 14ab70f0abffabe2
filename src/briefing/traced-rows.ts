import type { ChartRow } from "../charts/index.ts";
import type { ClaimEvaluator, ClaimSpec, CountSpec, RateSpec } from "../claims/index.ts";
import {
  categoriesNamed,
  type Dataset,
  type DatasetRow,
  latestAvailable,
  resolvePlaces,
  toPlainSelector,
} from "../dataset/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import type { FigureInterval } from "./briefing-spec.ts";
import { sparsePeriodsOf } from "./sparse-periods.ts";

/** Where a chart's rows may come from, with a memory of what was handed out. */
export interface RowSource {
  readonly datasets: Readonly<Record<string, Dataset>>;
  readonly figure: (spec: ClaimSpec) => number | null;
  readonly interval: (spec: CountSpec | RateSpec) => FigureInterval;
  /** Of words such as `latest` that mean a period which most areas have no figure for: a sentence each time. */
  readonly sparsePeriods: readonly string[];
  /** What in the rows came from neither: an error each, at the first row that has it. */
  untraced(chart: string, rows: readonly ChartRow[]): readonly Omit<Diagnostic, "severity">[];
}

/**
 * Hands out rows and figures for one chart, and knows them again: a chart draws what the data holds and claims compute,
 * and nothing that was typed or worked out on the way.
 */
export function createRowSource(evaluator: ClaimEvaluator): RowSource {
  const numbers = new Set<number>();
  const texts = new Set<string>();
  const sparsePeriods: string[] = [];
  const remember = (rows: readonly DatasetRow[]): readonly DatasetRow[] => {
    for (const value of rows.flatMap((row) => Object.values(row))) {
      if (typeof value === "number") numbers.add(value);
      if (typeof value === "string") texts.add(value);
    }
    return rows;
  };
  const datasets = Object.fromEntries(
    [...evaluator.datasets].map(([id, dataset]): [string, Dataset] => [
      id,
      Object.create(dataset, {
        where: {
          value: (selector: object) => {
            const resolved = resolvePlaces(dataset, toPlainSelector(selector), "all");
            if ("sparse" in resolved) sparsePeriods.push(...resolved.sparse);
            return remember(dataset.where(selector));
          },
        },
      }) as Dataset,
    ]),
  );
  return {
    datasets,
    sparsePeriods,
    figure(spec) {
      const claim = evaluator.evaluate("figure", spec);
      if (claim.ownPeriod) {
        throw new BriefingError([
          {
            code: "mixed-periods",
            severity: "error",
            message: `A chart draws figures of the periods that it names, and "${latestAvailable}" is each area's own.`,
            hint: 'Use "latest": an area without a figure for it is not drawn.',
          },
        ]);
      }
      sparsePeriods.push(...sparsePeriodsOf([claim]));
      const figure = claim.figure?.rounded ?? null;
      if (figure !== null) numbers.add(figure);
      return figure;
    },
    interval(spec) {
      const interval = intervalOf(evaluator, spec);
      for (const end of [interval.low, interval.high]) if (end !== null) numbers.add(end);
      return interval;
    },
    untraced(chart, rows) {
      const fields = new Map<string, string>();
      for (const [field, value] of rows.flatMap((row) => Object.entries(row))) {
        const known =
          typeof value === "number"
            ? numbers.has(value)
            : typeof value !== "string" ||
              !/\p{N}/u.test(value) ||
              texts.has(value) ||
              isLabel(value, evaluator.datasets);
        if (!known && !fields.has(field)) fields.set(field, String(value));
      }
      return [...fields].map(([field, value]) => ({
        code: "untraced-figure",
        message: `The figure "${value}" in the rows of the chart cannot be traced.`,
        hint: "Take rows from where(), and what is computed from figure().",
        source: { id: chart, field },
      }));
    },
  };
}

export function intervalOf(evaluator: ClaimEvaluator, spec: CountSpec | RateSpec): FigureInterval {
  const { low = null, high = null } =
    evaluator.evaluate("interval", { ...spec, uncertainty: true }).figure?.interval ?? {};
  return { low, high };
}

/** Labels of categories and periods are the dataset's own words, also where a chart names its lines after them. */
function isLabel(text: string, datasets: ReadonlyMap<string, Dataset>): boolean {
  return categoriesNamed(text, datasets).some(({ id, label, inText }) => [id, label, inText].includes(text));
}
