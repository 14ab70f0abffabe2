import {
  addsOverTime,
  ancestorsOf,
  type CellRounding,
  type Dataset,
  findDimension,
  isAdditive,
  type MeasureSpec,
  measureDecimals,
  type ObservationStatus,
  type Period,
  type PlainSelector,
  periodMonths,
  type ResolvedCell,
  type ResolvedCoordinates,
  resolveCell,
  resolveCoordinates,
} from "../../dataset/index.ts";
import { type Diagnostic, type DiagnosticCode, didYouMean } from "../../diagnostics/index.ts";
import { type Bounds, type CellCoordinates, exact, type NameWords, type Rational, sum } from "../../language/index.ts";
import { type Amount, combineRising, known, missing } from "../result/amount.ts";
import type { Evidence } from "../result/claim.ts";
import type { IssueCode } from "../result/issue-codes.ts";
import type { CellNote, NotedIssue } from "../result/noted-issue.ts";
import type { Said } from "../result/said.ts";
import type { Selection } from "./selection.ts";
import type { SharedSelections } from "./shared-selections.ts";

/** Thrown for a selector that names what is not there; evaluation collects them over all claims. */
export class SelectorError extends Error {
  override readonly name = "SelectorError";
  constructor(readonly diagnostic: Omit<Diagnostic, "severity">) {
    super(diagnostic.message);
  }
}

export interface SelectContext {
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** The claim's own dataset. */
  readonly dataset: string;
  readonly shared: SharedSelections;
}

/**
 * Picks the cells of a selector and adds them up where there are several.
 * @param role what the cells are to the claim: `of`, `from`, `to`, `part`, `whole`.
 * @throws SelectorError for names that do not exist and for sums that would count cases twice.
 */
export function select(context: SelectContext, selector: PlainSelector, role: string): Selection {
  const dataset = datasetOf(context, selector);
  const resolved = resolveCoordinates(dataset, selector, "total");
  if ("error" in resolved) throw new SelectorError(resolved.error);
  const { measure, measureSpec, coordinates, periods, words, sparse, chosen } = resolved;
  const cells = coordinates.map((at) => resolveCell(dataset, dataset.lookup(measure, at), selector));
  const evidence: Evidence[] = [];
  const statuses = new Set<ObservationStatus>();
  const { id } = dataset;
  for (const { observations } of cells) {
    for (const observation of observations) {
      evidence.push({ dataset: id, observation, role });
      // Most say nothing, and there are as many as the dataset has rows.
      if (observation.statuses.length > 0) for (const status of observation.statuses) statuses.add(status);
    }
  }
  const areaDimension = findDimension(dataset.definition, "area");
  const areas = (areaDimension ? (chosen[areaDimension] ?? []) : []).flatMap((id) =>
    areaDimension ? (dataset.category(areaDimension, id) ?? []) : [],
  );
  const ofCell = (index: number) => () => coordinatesOf(dataset, coordinates[index] ?? {}, periods);
  const overlap = coordinates.length > 1 ? checkSum(dataset, { measure, measureSpec, periods, chosen }) : undefined;
  const total = sumOfPlain(cells) ?? totalOf(cells.map((cell, index) => amountOf(cell, ofCell(index))));
  let labels: Selection["labels"] | undefined;
  return {
    dataset,
    measure,
    measureSpec,
    // Missing cells are the first thing to say of a sum that cannot be made; overlap only matters where it could be.
    amount: overlap && total.state !== "missing" && total.state !== "suppressed" ? missing(overlap.message) : total,
    periods,
    periodWords: words,
    areas,
    evidence,
    get labels() {
      labels ??= labelsOf(dataset, { chosen, periods });
      return labels;
    },
    name: ({ names }) =>
      Object.entries(chosen)
        .flatMap(([dimension, ids]) => ids.map((id) => nameIn({ dataset, dimension, id, periods }, names)))
        .join(", "),
    issues: [
      ...(overlap ? [overlap] : []),
      ...sparse.map((message): NotedIssue => ({ code: "sparse-period", message: () => message })),
      ...roundingIssues(cells, measureSpec),
      ...cumulativeIssues(measureSpec),
      ...(statuses.size > 0 ? cells.flatMap((cell, index) => statusIssues(cell, ofCell(index))) : []),
    ],
    lowerBound: statuses.has("lower-bound"),
    partialPeriod: statuses.has("partial-period"),
    forecast: statuses.has("forecast"),
  };
}

/** The sum of figures that are whole and as they were counted, which need no more than to be added; undefined where any is not. */
function sumOfPlain(cells: readonly ResolvedCell[]): Amount | undefined {
  let total = 0;
  for (const cell of cells) {
    if (cell.state !== "value" || cell.rounding || !Number.isSafeInteger(cell.value)) return undefined;
    total += cell.value;
    if (!Number.isSafeInteger(total)) return undefined;
  }
  return known(exact(total));
}

const totalOf = (amounts: readonly Amount[]): Amount =>
  amounts.length === 1 ? (amounts[0] as Amount) : combineRising(amounts, sum);

const labelsOf = (dataset: Dataset, { chosen, periods }: Pick<ResolvedCoordinates, "chosen" | "periods">) =>
  Object.fromEntries(
    Object.entries(chosen).map(([dimension, ids]) => [
      dimension,
      ids
        .map((id) => dataset.category(dimension, id)?.inText ?? periods.find((period) => period.id === id)?.label ?? id)
        .join(", "),
    ]),
  );

/** What a publisher says of a figure, for whoever reads it. */
const statusNotes: Readonly<Record<ObservationStatus, readonly [IssueCode, CellNote]>> = {
  "lower-bound": ["lower-bound", "lowerBound"],
  "partial-period": ["partial-period", "partialPeriod"],
  provisional: ["provisional", "provisional"],
  estimated: ["provisional", "estimated"],
  revised: ["provisional", "revised"],
  forecast: ["forecast", "forecast"],
  break: ["series-break", "breakAt"],
};

function statusIssues(
  { state, observations }: ResolvedCell,
  coordinatesOfCell: () => CellCoordinates,
): readonly NotedIssue[] {
  if (state !== "value") return [];
  const statuses = new Set(observations.flatMap((observation) => observation.statuses));
  if (statuses.size === 0) return [];
  const coordinates = coordinatesOfCell();
  return [...statuses].map((status) => {
    const [code, note] = statusNotes[status];
    return { code, note: (notes) => notes[note](coordinates), cell: { note, coordinates } };
  });
}

function amountOf(cell: ResolvedCell, coordinates: () => CellCoordinates): Amount {
  switch (cell.state) {
    case "value":
      return cell.rounding ? asPublished(exact(cell.value), cell.rounding) : known(exact(cell.value));
    case "conflict":
      return {
        state: "conflict",
        values: cell.values.map(exact),
        bounds: cell.rounding && boundsOf(cell.rounding),
      };
    case "suppressed":
      return { state: "suppressed", reason: ({ reasons }) => reasons.hidden(coordinates()) };
    case "missing":
      return missing(({ reasons }) => reasons.absent(coordinates()));
  }
}

const boundsOf = ({ low, high }: CellRounding): Bounds => ({ low: exact(low), high: exact(high) });

/** What was rounded itself is printed as it is; a rate that was made of rounded counts says more than these do. */
function asPublished(value: Rational, rounding: CellRounding): Amount {
  const amount = known(value, boundsOf(rounding));
  const isPublished = amount.state === "value" && amount.bounds && rounding.of === "figure";
  return isPublished ? { ...amount, base: rounding.base } : amount;
}

/** The figure of a day is all up to that day: without a word, readers take it for what happened then. */
const cumulativeIssues = ({ overTime, label }: MeasureSpec): readonly NotedIssue[] =>
  overTime === "cumulative" ? [{ code: "running-total", note: (notes) => notes.runningTotal(label) }] : [];

/** Where figures were rounded further than they are printed, the reader is told. */
function roundingIssues(cells: readonly ResolvedCell[], measure: MeasureSpec): readonly NotedIssue[] {
  if (!cells.some((cell) => cell.state === "value" && cell.rounding)) return [];
  const { statType, label } = measure;
  const all = cells.flatMap((cell) => (cell.state === "value" && cell.rounding) || []);
  const base = Math.max(0, ...all.map((rounding) => rounding.base));
  if (base <= 10 ** -measureDecimals(measure)) return [];
  const madeOfCounts = all.some(({ of }) => of === "counts");
  const named = statType === "count" ? {} : madeOfCounts ? { madeOf: label } : { of: label };
  return [{ code: "rounded", note: (notes) => notes.rounded({ base, ...named }) }];
}

interface ChosenName {
  readonly dataset: Dataset;
  readonly dimension: string;
  readonly id: string;
  readonly periods: readonly Period[];
}

/** A category, or a period, as running text of a language has it. */
function nameIn({ dataset, dimension, id, periods }: ChosenName, names: NameWords): string {
  const isTime = dataset.definition.spec.dimensions[dimension]?.role === "time";
  const period = isTime ? periods.find((each) => each.id === id) : undefined;
  return period ? names.period(period) : (dataset.category(dimension, id)?.inText ?? id);
}

/** What a cell is of, for phrases of whatever language. */
function coordinatesOf(
  dataset: Dataset,
  at: Readonly<Record<string, string>>,
  periods: readonly Period[],
): CellCoordinates {
  const named = Object.entries(at).map(([dimension, id]) => ({
    isTime: dataset.definition.spec.dimensions[dimension]?.role === "time",
    category: dataset.category(dimension, id),
    period: dataset.period(id) ?? periods.find((period) => period.id === id),
  }));
  return {
    categories: named.flatMap(({ isTime, category }) => (isTime ? [] : (category ?? []))),
    periods: named.flatMap(({ isTime, period }) => (isTime ? (period ?? []) : [])),
  };
}

function datasetOf({ datasets, dataset }: SelectContext, selector: PlainSelector): Dataset {
  const id = selector.dataset ?? dataset;
  const found = datasets.get(id);
  if (found) return found;
  throw new SelectorError({
    code: "unknown-dataset",
    message: `There is no dataset "${id}".`,
    hint: didYouMean(id, datasets.keys()),
  });
}

/** Said of the sum, and in place of it. */
interface Overlap extends NotedIssue {
  readonly message: Said;
}

interface SumInput {
  readonly measure: string;
  readonly measureSpec: MeasureSpec;
  readonly periods: readonly Period[];
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

/**
 * May these cells be added up? Rates may not; a country and its forces, or a year and its half, would count cases twice.
 * @returns an issue where categories overlap: the sum then has no meaning, but the claim may still be judged otherwise.
 * @throws SelectorError where adding up is a mistake of whoever wrote the claim.
 */
function checkSum(dataset: Dataset, { measure, measureSpec, periods, chosen }: SumInput): Overlap | undefined {
  const refuse = (code: DiagnosticCode, message: string, hint: string): never => {
    throw new SelectorError({ code, message, hint, source: { id: dataset.id } });
  };
  if (!isAdditive(measureSpec)) {
    refuse("not-additive", `Values of ${measure} cannot be added up.`, "Select one cell, or use median().");
  }
  if (periods.length > 1 && !addsOverTime(measureSpec)) {
    const why = measureSpec.overTime === "cumulative" ? "is a running total" : "is a stock";
    refuse(
      "not-additive",
      `${measure} ${why}, and its values of several periods cannot be added up.`,
      "Select one period, or use median().",
    );
  }
  const spans = [...periods];
  if (spans.some((period, index) => index > 0 && period.start < (spans[index - 1]?.endExclusive ?? ""))) {
    refuse(
      "overlapping-periods",
      `The periods ${spans.map(({ label }) => label).join(", ")} overlap.`,
      "Select periods that follow each other.",
    );
  }
  if (spans.length > 1 && new Set(spans.map(periodMonths)).size > 1) {
    refuse(
      "unequal-periods",
      `The periods ${spans.map(({ label }) => label).join(", ")} are not of one length.`,
      "Select periods of one length.",
    );
  }
  for (const [dimension, ids] of Object.entries(chosen)) {
    const spec = dataset.definition.spec.dimensions[dimension];
    if (ids.length < 2 || !spec || spec.role === "time") continue;
    const all = new Set(ids);
    for (const id of ids) {
      const ancestor = ancestorsOf(dataset, dimension, id).find((candidate) => all.has(candidate.id));
      if (ancestor) {
        const label = dataset.category(dimension, id)?.label ?? id;
        refuse(
          "counted-twice",
          `${label} is part of ${ancestor.label}: adding both counts cases twice.`,
          "Select one of them.",
        );
      }
    }
    if (spec.exclusive === false) {
      return {
        code: "overlapping-categories",
        message: ({ reasons }) => reasons.overlapping(spec.label),
        note: (notes) => notes.overlapping(spec.label),
      };
    }
  }
  return undefined;
}
