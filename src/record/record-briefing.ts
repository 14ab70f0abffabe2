import packageJson from "../../package.json" with { type: "json" };
import type { RenderedChart } from "../charts/index.ts";
import type { Claim, ClaimTable } from "../claims/index.ts";
import { type Dataset, findDimension, type Source } from "../dataset/index.ts";
import { defined } from "../diagnostics/index.ts";
import type {
  BriefingRecord,
  RecordedChart,
  RecordedCorrection,
  RecordedDataset,
  RecordedFigure,
} from "./briefing-record.ts";
import { freezeAll } from "./freeze-all.ts";
import { createObservationList, type ObservationList } from "./observation-list.ts";

export interface RecordBriefingInput {
  readonly title: string;
  readonly description?: string | undefined;
  readonly lang: string;
  /** ISO, as far as it is known. */
  readonly date: string;
  readonly author?: string | undefined;
  /** Ids of categories, and texts. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ClaimTable>;
  readonly charts: ReadonlyMap<string, RenderedChart>;
  /** What the document shows. */
  readonly printed: PrintedIds;
  /** What it tells of an earlier edition. */
  readonly corrections?: readonly RecordedCorrection[] | undefined;
}

export interface PrintedIds {
  /** Ids of claims and of cells of tables. */
  readonly figures: ReadonlySet<string>;
  readonly charts: ReadonlySet<string>;
}

/** Records what a briefing prints, and the cells that its figures rest on. */
export function recordBriefing(input: RecordBriefingInput): BriefingRecord {
  const { title, description, lang, date, author, parameters, datasets, printed } = input;
  const observations = createObservationList(datasets);
  const claims = [...input.claims.values()].map((claim) => recordFigure(claim, observations, printed));
  const cells: RecordedFigure[] = [];
  for (const { rows } of input.tables.values())
    for (const row of rows) for (const claim of row.cells) cells.push(recordCell(claim, observations, printed));
  return defined({
    version: 1,
    generator: `briefwright ${packageJson.version}`,
    title,
    description,
    lang,
    date,
    author,
    parameters: { ...parameters },
    datasets: [...datasets.values()].map((dataset) => recordDataset(dataset, observations)),
    sources: observations.sources().map(recordSource),
    observations: observations.all(),
    claims,
    cells,
    charts: [...input.charts.values()].map((chart) => recordChart(chart, printed)),
    corrections: input.corrections?.length ? input.corrections.map((each) => ({ ...each })) : undefined,
  });
}

function recordFigure(claim: Claim, observations: ObservationList, printed: PrintedIds): RecordedFigure {
  const { id, kind, words, figure, absence, spec, verdict } = claim;
  return {
    id,
    kind,
    printed: printed.figures.has(id),
    phrase: words.phrase,
    value: words.value,
    figure: figure && (figure.bounds ? defined({ ...figure, bounds: { ...figure.bounds } }) : defined(figure)),
    absence,
    period: words.period,
    area: words.area,
    spec: { ...spec },
    verdict,
    facets: claim.facets.map(({ id, verdict, reason }) => ({ id, verdict, reason })),
    issues: claim.issues.map(({ code, message }) => ({ code, message })),
    evidence: evidenceOf(claim, observations),
    sources: [...claim.sources],
  };
}

/** Claims of tables are the same in all briefings of a batch, which share what is recorded of one apart from its briefing. */
const ofClaim = new WeakMap<Claim, RecordedFigure>();

/** The same of a cell of a table. */
function recordCell(claim: Claim, observations: ObservationList, printed: PrintedIds): RecordedFigure {
  const before = ofClaim.get(claim);
  const known = before ?? freezeParts(recordFigure(claim, observations, printed));
  if (!before) ofClaim.set(claim, known);
  // Written out: a table has hundreds of cells, and to spread one takes longer than to make it.
  return {
    id: known.id,
    kind: known.kind,
    printed: printed.figures.has(claim.id),
    phrase: known.phrase,
    value: known.value,
    figure: known.figure,
    absence: known.absence,
    period: known.period,
    area: known.area,
    spec: known.spec,
    verdict: known.verdict,
    facets: known.facets,
    issues: known.issues,
    evidence: evidenceOf(claim, observations),
    sources: known.sources,
  };
}

function freezeParts(recorded: RecordedFigure): RecordedFigure {
  const { figure, facets, issues, sources, spec } = recorded;
  freezeAll({ figure, facets, issues, sources });
  // What a spec holds is its author's.
  Object.freeze(spec);
  return recorded;
}

const evidenceOf = ({ evidence }: Claim, observations: ObservationList): RecordedFigure["evidence"] =>
  evidence.map((item) => ({ role: item.role, observation: observations.indexOf(item) }));

/** What is recorded of a dataset whatever is printed of it: that is the same in all briefings of a batch. */
const ofDataset = new WeakMap<Dataset, RecordedDataset>();

function recordDataset(dataset: Dataset, observations: ObservationList): RecordedDataset {
  const known = ofDataset.get(dataset) ?? freezeAll(describeDataset(dataset));
  ofDataset.set(dataset, known);
  // A hash of all cells would let a reader try out what those may be that are not printed.
  return { ...known, hash: observations.hashOf(dataset.id) };
}

function describeDataset({ id, definition, periods, categories, sources }: Dataset): RecordedDataset {
  const { title, caveats = [], measures } = definition.spec;
  const area = findDimension(definition, "area");
  return {
    id,
    title,
    hash: "",
    caveats: [...caveats],
    measures: Object.fromEntries(
      Object.entries(measures).map(([measure, { label, unit }]) => [measure, { label, unit: unit.other }]),
    ),
    periods: periods().map(({ label, start, endExclusive }) => ({ label, start, endExclusive })),
    areas: area ? categories(area).map(({ label }) => label) : [],
    sources: [...sources.keys()],
  };
}

function recordSource({ coverage, ...source }: Source): BriefingRecord["sources"][number] {
  return defined({ ...source, coverage: coverage && { ...coverage } });
}

function recordChart({ id, alt, table }: RenderedChart, printed: PrintedIds): RecordedChart {
  return {
    id,
    printed: printed.charts.has(id),
    description: alt,
    columns: table.columns.map((column) => ({ ...column })),
    rows: table.rows.map(copyOfRow),
  };
}

/** A function of its own: one made for each chart would be compiled anew after each collection. */
const copyOfRow = (row: RecordedChart["rows"][number]): RecordedChart["rows"][number] => ({ ...row });
