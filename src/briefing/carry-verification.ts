import type { RenderedChart } from "../charts/index.ts";
import { type Claim, type ClaimTable, createClaimEvaluator } from "../claims/index.ts";
import { type Dataset, type DatasetExcerpt, hashExcerpt, recordReads } from "../dataset/index.ts";
import { BriefingError, type Diagnostic } from "../diagnostics/index.ts";
import type { DocumentFigures } from "../document/index.ts";
import type { WrittenPage } from "../html/index.ts";
import type { Words } from "../language/index.ts";
import type { PaintedPages, PdfAttachment } from "../pdf/index.ts";
import {
  type BriefingRecord,
  linkedDataName,
  observationKey,
  sha256,
  type VerificationData,
  verificationBlockId,
  verificationFileName,
  verificationLimitBytes,
} from "../record/index.ts";
import type { BriefingSpec, Verifiable } from "./briefing-spec.ts";
import type { RowOrigins } from "./traced-rows.ts";

export interface CarriedInput {
  readonly spec: Pick<BriefingSpec, "style" | "language">;
  readonly verifiable: Verifiable;
  readonly words: Words;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly tables: ReadonlyMap<string, ClaimTable>;
  readonly charts: ReadonlyMap<string, RenderedChart>;
  readonly chartOrigins: ReadonlyMap<string, RowOrigins>;
  readonly record: BriefingRecord;
  readonly figures: DocumentFigures;
  /** What its author's stylesheets write: numbers of items and pages, or in a draft, figures that nobody could trace. */
  readonly stylesWrite: VerificationData["stylesWrite"];
}

/** Makes what a file carries for `briefwright verify`, when it is known how the file reads. */
export interface CarriedVerification {
  html(page: WrittenPage): { readonly id: string; readonly data: VerificationData };
  /** @param others the other files in the PDF. */
  pdf(painted: PaintedPages, others: readonly PdfAttachment[]): PdfAttachment;
}

/**
 * Collects what a stranger needs to work the printed figures out again: the protected cells that they rest on, and where
 * each stands.
 * @throws BriefingError `unprotected-counts` where that would publish small counts that nobody protected and that the
 *   briefing does not print, unless it says `verifiable: { publish: true }`.
 */
export function carryVerification(input: CarriedInput): CarriedVerification {
  const { spec, words, figures, charts } = input;
  const excerpts = excerptsOf(input);
  const record = printedPart(input.record, excerpts);
  refuseSmallCounts(input, excerpts);
  const shared = {
    version: 1 as const,
    words: spec.language ? null : { lang: words.lang, style: spec.style ?? "govuk" },
    datasets: excerpts.map((excerpt) => ({ sha256: hashExcerpt(excerpt), excerpt })),
    record,
    others: [...figures.others],
    alternatives: [...figures.alternatives],
    ...(input.stylesWrite && { stylesWrite: input.stylesWrite }),
  } satisfies Partial<VerificationData>;
  const drawn = figures.charts.map(({ id, chart }) => ({
    id,
    chart,
    texts: [...(charts.get(chart)?.texts ?? [])],
    figures: chartFigures(input.chartOrigins.get(chart)),
  }));
  return {
    html({ text, linkedData, stylesheet }) {
      const data: VerificationData = {
        ...shared,
        format: "html",
        figures: figures.identified.map((figure) => ({ ...figure })),
        labels: [...figures.labels],
        ...(input.stylesWrite !== "figures" && { stylesheet: sha256(stylesheet) }),
        charts: drawn,
        pageCount: null,
        attachments: [{ name: linkedDataName, sha256: sha256(linkedData) }],
        untouched: { sha256: sha256(text) },
      };
      requireSize(data);
      return { id: verificationBlockId, data };
    },
    pdf({ pageCount, places, written }, others) {
      const placed = <Item extends { readonly id: string }>(item: Item) => ({
        ...item,
        places: [...(places.get(item.id) ?? [])],
      });
      const data: VerificationData = {
        ...shared,
        format: "pdf",
        figures: figures.identified.map(placed),
        labels: [],
        charts: drawn.map(placed),
        pageCount,
        attachments: others.map(({ name, data: bytes }) => ({ name, sha256: sha256(bytes) })),
        untouched: { sha256: sha256(written), length: written.length },
      };
      return {
        name: verificationFileName,
        data: Buffer.from(requireSize(data)),
        mimeType: "application/json",
        description: words.document.verification,
        relationship: "Supplement",
      };
    },
  };
}

/** What is printed, and the observations that it rests on. */
function printedPart(record: BriefingRecord, excerpts: readonly DatasetExcerpt[]): BriefingRecord {
  const claims = record.claims.filter(({ printed }) => printed);
  const cells = record.cells.filter(({ printed }) => printed);
  const kept = [...new Set([...claims, ...cells].flatMap(({ evidence }) => evidence.map((item) => item.observation)))];
  const moved = new Map(kept.map((index, at) => [index, at]));
  const renumbered = <Figure extends BriefingRecord["claims"][number]>(figure: Figure): Figure => ({
    ...figure,
    evidence: figure.evidence.map((item) => ({ ...item, observation: moved.get(item.observation) ?? 0 })),
  });
  const printedCells = kept.flatMap((index) => record.observations[index] ?? []);
  const measures = new Set(printedCells.map(({ measure }) => measure));
  const labels = new Set(printedCells.flatMap((cell) => Object.values(cell.labels)));
  return {
    ...record,
    datasets: record.datasets.flatMap((dataset) => {
      const excerpt = excerpts.find(({ id }) => id === dataset.id);
      if (!excerpt) return [];
      return {
        ...dataset,
        // A hash of all cells would let a reader try out what those may be that are not printed.
        hash: hashExcerpt(excerpt),
        periods: dataset.periods.filter(({ label }) => labels.has(label)),
        areas: dataset.areas.filter((label) => labels.has(label)),
        measures: Object.fromEntries(Object.entries(dataset.measures).filter(([id]) => measures.has(id))),
      };
    }),
    observations: printedCells,
    claims: claims.map(renumbered),
    cells: cells.map(renumbered),
    charts: record.charts.filter(({ printed }) => printed),
  };
}

type ChartFigure = VerificationData["charts"][number]["figures"][number];

/** The numbers of a chart's rows, with what each comes from. */
function chartFigures(origins: RowOrigins = new Map()): ChartFigure[] {
  return [...origins.values()].flatMap((fields, row) =>
    [...fields].map(([field, { origin, value }]): ChartFigure => {
      const figure = { row, field, value };
      if (origin.kind === "cell") {
        const { dataset, measure, at } = origin;
        return { ...figure, cell: { dataset, measure, at: { ...at } } };
      }
      const { figure: own, spec } = origin.claim;
      const end = value === own?.interval?.low ? "low" : value === own?.interval?.high ? "high" : "figure";
      return { ...figure, claim: { end: value === own?.rounded ? "figure" : end, spec: { ...spec } } };
    }),
  );
}

/** Evaluates what is printed once more, over datasets that remember what they were asked. */
function excerptsOf({ words, datasets, claims, tables, chartOrigins, figures, record }: CarriedInput) {
  const printed = new Set([...record.claims, ...record.cells].flatMap(({ id, printed: is }) => (is ? [id] : [])));
  const recorded = new Map([...datasets].map(([id, dataset]) => [id, recordReads(dataset)] as const));
  const evaluator = createClaimEvaluator(new Map([...recorded].map(([id, { dataset }]) => [id, dataset])), words);
  for (const { id, spec } of claims.values()) if (printed.has(id)) evaluator.evaluate(id, spec);
  for (const { rows } of tables.values()) {
    for (const { id, spec } of rows.flatMap(({ cells }) => cells)) {
      if (printed.has(id)) evaluator.evaluate(id, spec, "table");
    }
  }
  for (const id of new Set(figures.charts.map(({ chart }) => chart))) {
    for (const { origin } of [...(chartOrigins.get(id)?.values() ?? [])].flatMap((fields) => [...fields.values()])) {
      if (origin.kind === "cell") recorded.get(origin.dataset)?.dataset.lookup(origin.measure, origin.at);
      else evaluator.evaluate("figure", origin.claim.spec);
    }
  }
  return [...recorded.values()].flatMap((dataset) => dataset.excerpt() ?? []);
}

/** Counts below this may tell who somebody is, where no rule of disclosure control says otherwise. */
const smallCount = 10;

function refuseSmallCounts(input: CarriedInput, excerpts: ReturnType<typeof excerptsOf>): void {
  const { verifiable } = input;
  if (typeof verifiable === "object" && verifiable.publish) return;
  const shown = cellsShown(input);
  const errors = excerpts.flatMap((excerpt): Diagnostic[] => {
    if (excerpt.spec.disclosure) return [];
    const small = excerpt.observations.filter(
      (observation) =>
        observation.cell.state === "value" &&
        excerpt.spec.measures[observation.measure]?.statType === "count" &&
        observation.cell.value > 0 &&
        observation.cell.value < smallCount &&
        !shown.has(observationKey({ dataset: excerpt.id, ...observation })),
    );
    if (small.length === 0) return [];
    return [
      {
        code: "unprotected-counts",
        severity: "error",
        message: `A verifiable file would carry ${small.length} ${small.length === 1 ? "count" : "counts"} under ${smallCount} of ${excerpt.id} that the briefing does not print, and no disclosure control was asked for.`,
        hint: "Give the dataset a disclosure profile, or say verifiable: { publish: true } if all of its cells may be published.",
        source: { id: excerpt.id },
      },
    ];
  });
  if (errors.length > 0) throw new BriefingError(errors);
}

/** The cells whose own number is printed, or drawn. */
function cellsShown({ record, chartOrigins, figures }: CarriedInput): ReadonlySet<string> {
  const printed = [...record.claims, ...record.cells].flatMap(({ printed: isPrinted, evidence, figure }) => {
    const [only] = evidence;
    const observation = only && evidence.length === 1 ? record.observations[only.observation] : undefined;
    return isPrinted && observation?.value !== undefined && observation.value === figure?.value ? [observation] : [];
  });
  const drawn = figures.charts
    .flatMap(({ chart }) => chartFigures(chartOrigins.get(chart)))
    .flatMap(({ cell }) => cell ?? []);
  return new Set([...printed, ...drawn].map(observationKey));
}

function requireSize(data: VerificationData): string {
  const json = JSON.stringify(data);
  if (json.length <= verificationLimitBytes) return json;
  throw new BriefingError([
    {
      code: "verification-too-large",
      severity: "error",
      message: `What the file would carry for its verification has ${(json.length / 1e6).toFixed(1)} MB, and may have ${verificationLimitBytes / 1e6}.`,
      hint: "Print fewer figures in one file, or leave out `verifiable`.",
    },
  ]);
}
