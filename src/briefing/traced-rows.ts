import { type ChartRow, isCellState } from "../charts/index.ts";
import { type Claim, type ClaimEvaluator, type CountSpec, countFromOneEnd, type RateSpec } from "../claims/index.ts";
import {
  categoriesNamed,
  type Dataset,
  type DatasetRow,
  isInSentence,
  type LocatedRow,
  latestAvailable,
  resolveCoordinates,
  toPlainSelector,
} from "../dataset/index.ts";
import { BriefingError, createDiagnostics, type DiagnosticDetails } from "../diagnostics/index.ts";
import { hasNumeral } from "../language/index.ts";
import {
  type CategoryNames,
  cellFigure,
  checkFigureRows,
  claimFigure,
  dimensionKey,
  type FigureRow,
  roundingOfClaim,
  type TracedFigure,
} from "../tracing/index.ts";
import type { FigureInterval, FigureLimits, Figures } from "./briefing-spec.ts";
import { misplacedFigure } from "./misplaced-figure.ts";
import { sparsePeriodsOf } from "./sparse-periods.ts";

/** What the figures of a row are, by field. */
export type RowOrigins = ReadonlyMap<ChartRow, ReadonlyMap<string, TracedFigure>>;

/** Where a chart's rows may come from, with a memory of what was handed out. */
export interface RowSource extends Figures {
  readonly datasets: Readonly<Record<string, Dataset>>;
  /** Of words such as `latest` that mean a period which most areas have no figure for: a sentence each time. */
  readonly sparsePeriods: readonly string[];
  /** The figures handed out so far that are of a value. */
  figures(value: number): readonly TracedFigure[];
  /** All figures handed out so far that have one. */
  all(): readonly TracedFigure[];
  /** What the rows' figures are; and an error for each field whose figures came from neither, or are another row's. */
  trace(chart: string, rows: readonly ChartRow[]): TracedRows;
}

export interface TracedRows {
  readonly origins: RowOrigins;
  readonly diagnostics: readonly DiagnosticDetails[];
}

interface RowSourceOptions {
  readonly names: CategoryNames;
  /** `dimensionKey`s. */
  readonly timeDimensions: ReadonlySet<string>;
}

/**
 * Hands out rows and figures for one chart, and knows them again: a chart draws what the data holds and claims compute,
 * beside the names of what it is of, and nothing that was typed or worked out on the way.
 */
export function createRowSource(evaluator: ClaimEvaluator, options: RowSourceOptions): RowSource {
  const handedOut: HandedOut = { byValue: new Map(), byRow: new Map(), texts: new Set(), roundings: new Set() };
  const { byValue } = handedOut;
  const sparsePeriods: string[] = [];
  const remember = (figure: TracedFigure) => rememberFigure(figure, handedOut);
  const dimensionsOf = [...evaluator.datasets].map(([id, dataset]) => dimensionsIn(id, dataset));
  const datasets = Object.fromEntries(
    dimensionsOf.map((known): [string, Dataset] => {
      const { id, dataset } = known;
      const where = (selector: object) => {
        const resolved = resolveCoordinates(dataset, toPlainSelector(selector), "all");
        if ("sparse" in resolved) sparsePeriods.push(...resolved.sparse);
        const rows: DatasetRow[] = [];
        for (const located of dataset.locatedRows(selector)) rows.push(handOut(located, known, handedOut));
        return rows;
      };
      return [id, Object.create(dataset, { where: { value: where } }) as Dataset];
    }),
  );

  return {
    datasets,
    sparsePeriods,
    figure(spec) {
      const claim = evaluator.evaluate("figure", countFromOneEnd(spec));
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
      const value = claim.figure?.rounded ?? null;
      remember(claimFigure(claim, value, roundingOfClaim(claim)));
      return value;
    },
    interval(spec) {
      const claim = evaluateInterval(evaluator, spec);
      const { low = null, high = null } = claim.figure?.interval ?? {};
      for (const end of [low, high]) remember(claimFigure(claim, end));
      return { low, high };
    },
    limits(spec) {
      const claim = evaluator.evaluate("limits", spec);
      const limits = limitsOf(claim);
      for (const end of Object.values(limits)) remember(claimFigure(claim, end));
      return limits;
    },
    bounds(spec) {
      const claim = evaluator.evaluate("bounds", spec);
      const { low, high } = boundsOf(claim);
      for (const end of [low, high]) remember(claimFigure(claim, end));
      return { low, high };
    },
    figures: (value) => byValue.get(value) ?? [],
    all() {
      const figures: TracedFigure[] = [];
      for (const alike of byValue.values()) figures.push(...alike);
      return figures;
    },
    trace(chart, rows) {
      const unknown = new Map<string, string>();
      const renamed = new Map<string, { readonly value: number; readonly other: string }>();
      const reading: Reading = { handedOut, dimensionsOf, datasets: evaluator.datasets, unknown, renamed };
      const figureRows: FigureRow[] = [];
      for (const row of rows) figureRows.push(readRow(row, reading));
      const { found, origins } = checkFigureRows(figureRows, options);
      const untraced = [...unknown].map(
        ([field, value]): DiagnosticDetails => ({
          code: "untraced-figure",
          message: `The figure "${value}" in the rows of the chart cannot be traced.`,
          hint: "Take rows from where(), and what is computed from figure().",
          source: { id: chart, field },
        }),
      );
      const misplaced = found.map((each) =>
        misplacedFigure(each, { names: options.names, what: "The chart's rows", hint: rowHint, source: { id: chart } }),
      );
      const mislabelled = [...renamed].map(
        ([field, { value, other }]): DiagnosticDetails => ({
          code: "misplaced-figure",
          message: `The chart's rows have ${value} in "${field}", and it is of the measure "${other}".`,
          hint: "Name a field after the measure that its figures are of, or as no measure is called.",
          source: { id: chart, field },
        }),
      );
      return {
        origins: new Map(rows.map((row, index) => [row, origins[index] ?? new Map()])),
        diagnostics: [...untraced, ...misplaced, ...mislabelled],
      };
    },
  };
}

/** What was handed out for a chart. */
interface HandedOut {
  /** Figures by value. */
  readonly byValue: Map<number, TracedFigure[]>;
  /** Those of cells, by `rowKey`. */
  readonly byRow: Map<string, TracedFigure>;
  readonly texts: Set<string>;
  readonly roundings: Set<number>;
}

function rememberFigure(figure: TracedFigure, { byValue }: HandedOut): void {
  if (figure.value === null) return;
  const alike = byValue.get(figure.value);
  if (alike) alike.push(figure);
  else byValue.set(figure.value, [figure]);
}

/** Functions that go through rows are no closures: those would be compiled anew after each collection. */
function handOut(
  { row, measure, at, rounding }: LocatedRow,
  { id, dimensions, keys }: KnownDimensions,
  handedOut: HandedOut,
): DatasetRow {
  const value = row[measure];
  const key = rowKey(id, measure, dimensions, row);
  if (!handedOut.byRow.has(key)) {
    const origin = { kind: "cell", dataset: id, measure, at } as const;
    const figure = cellFigure(origin, typeof value === "number" ? value : null, { rounding, keys });
    handedOut.byRow.set(key, figure);
    rememberFigure(figure, handedOut);
  }
  for (const field in row) {
    const text = row[field];
    if (typeof text === "string") handedOut.texts.add(text);
  }
  if (typeof row.rounding === "number") handedOut.roundings.add(row.rounding);
  return row;
}

/** What is found while the rows of a chart are read. */
interface Reading {
  readonly handedOut: HandedOut;
  readonly dimensionsOf: readonly KnownDimensions[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** By field, the first value that came from nowhere. */
  readonly unknown: Map<string, string>;
  /** By field, a value that is of another measure than the field is called after. */
  readonly renamed: Map<string, { readonly value: number; readonly other: string }>;
}

function readRow(row: ChartRow, reading: Reading): FigureRow {
  const { roundings } = reading.handedOut;
  const texts = new Map<string, string>();
  const figures = new Map<string, readonly TracedFigure[]>();
  let hasGaps = false;
  for (const field in row) {
    const value = row[field];
    hasGaps ||= value === null;
    // What a row says of the state of its cell is no name, and its rounding no figure.
    if (typeof value === "string" && !(field === "state" && isCellState(value))) {
      texts.set(field, value);
      if (!isKnown(value, reading) && !reading.unknown.has(field)) reading.unknown.set(field, value);
    }
    if (typeof value === "number" && !(field === "rounding" && roundings.has(value))) {
      const found = figuresOf(row, field, value, reading);
      if (found.length > 0) figures.set(field, found);
    }
  }
  return { texts, figures, hasGaps };
}

const isKnown = (text: string, { handedOut: { texts }, datasets }: Reading): boolean =>
  !hasNumeral(text) || texts.has(text) || isLabel(text, datasets);

/** All that a figure of a row may be. */
function figuresOf(row: ChartRow, field: string, value: number, reading: Reading): readonly TracedFigure[] {
  const { unknown, renamed, datasets } = reading;
  const found = candidates(row, field, value, reading);
  const other = otherMeasure(field, found, datasets);
  if (other !== undefined) renamed.set(field, { value, other });
  if (found.length === 0 && !unknown.has(field)) unknown.set(field, String(value));
  return found;
}

/** Figures of a value in a field, that of the row's own cell first. */
function candidates(
  row: ChartRow,
  field: string,
  value: number,
  { handedOut: { byValue, byRow }, dimensionsOf }: Reading,
): readonly TracedFigure[] {
  const all = byValue.get(value) ?? [];
  // That of the row's own cell is among them.
  if (all.length < 2) return all;
  const own: TracedFigure[] = [];
  for (const { id, measures, dimensions } of dimensionsOf) {
    const figure = field in measures ? byRow.get(rowKey(id, field, dimensions, row)) : undefined;
    if (figure?.value === value) own.push(figure);
  }
  return own.concat(all);
}

/** The measure of a figure that stands in a field which is called as another measure of its dataset. */
function otherMeasure(
  field: string,
  found: readonly TracedFigure[],
  datasets: ReadonlyMap<string, Dataset>,
): string | undefined {
  let other: string | undefined;
  for (const { origin } of found) {
    if (origin.kind === "claim" || origin.measure === field) return undefined;
    const { spec } = datasets.get(origin.dataset)?.definition ?? {};
    if (!spec || !(field in spec.measures)) return undefined;
    other ??= origin.measure;
  }
  return other;
}

type KnownDimensions = ReturnType<typeof dimensionsIn>;

/** The dimensions and measures of a dataset, and the `dimensionKey` of each of the former. */
function dimensionsIn(id: string, dataset: Dataset) {
  const { dimensions, measures } = dataset.definition.spec;
  const keys: Record<string, string> = {};
  for (const dimension in dimensions) keys[dimension] = dimensionKey(id, dimension);
  return { id, dataset, measures, dimensions: Object.keys(dimensions), keys };
}

const rowHint =
  "Keep the names that where() gives beside their figures, and take a figure of another place or period from figure(); a name of the author's own goes into a field of its own, or among the aliases of the category.";

function rowKey(dataset: string, measure: string, dimensions: readonly string[], row: ChartRow): string {
  let key = `${dataset}\n${measure}`;
  for (const dimension of dimensions) key += `\n${row[dimension] ?? ""}`;
  return key;
}

export function intervalOf(evaluator: ClaimEvaluator, spec: CountSpec | RateSpec): FigureInterval {
  const { low = null, high = null } = evaluateInterval(evaluator, spec).figure?.interval ?? {};
  return { low, high };
}

/** Throws `invalid-claim` of a claim of another kind: no compiler looks at a module that is run. */
function evaluateInterval(evaluator: ClaimEvaluator, spec: CountSpec | RateSpec): Claim {
  const { kind = "count" }: { readonly kind?: string } = spec;
  if (kind === "count" || kind === "rate") return evaluator.evaluate("interval", { ...spec, uncertainty: true });
  const diagnostics = createDiagnostics();
  diagnostics.error({
    code: "invalid-claim",
    message: `interval() takes counts and rates, and no ${kind} claim.`,
    hint:
      kind === "share"
        ? "Draw the figures without intervals, by figure() alone; or let the dataset have the ends that their publisher gives as measures: of a sample, as in a survey, the interval of a count or a rate is another one."
        : "Ask for the interval of the count or the rate that it is of; or draw the figures without intervals, by figure() alone.",
  });
  return diagnostics.throwIfErrors() as never;
}

/** Nulls where the claim has none. */
export function limitsOf({ figure }: Claim): FigureLimits {
  return figure?.limits ?? { low: null, high: null, outerLow: null, outerHigh: null };
}

/** Both are the figure itself, where rounding leaves no other. */
export function boundsOf({ figure }: Claim): FigureInterval {
  const { low, high } = figure?.bounds ?? { low: figure?.rounded ?? null, high: figure?.rounded ?? null };
  return { low, high };
}

/** Labels of categories and periods are the dataset's own words, also where a chart names its lines after them. */
function isLabel(text: string, datasets: ReadonlyMap<string, Dataset>): boolean {
  return categoriesNamed(text, datasets).some(
    (category) => text === category.id || text === category.label || isInSentence(text, category),
  );
}
