import { tooltipsId, writtenTooltip } from "../charts/index.ts";
import { type Claim, createClaimEvaluator, tableCells } from "../claims/index.ts";
import { type DatasetExcerpt, hashExcerpt, recordReads } from "../dataset/index.ts";
import { BriefingError, defined } from "../diagnostics/index.ts";
import type { DocumentFigures } from "../document/index.ts";
import type { WrittenPage } from "../html/index.ts";
import type { LastPdfAttachment, PdfAttachment } from "../pdf/index.ts";
import {
  type BriefingRecord,
  linkedDataName,
  sha256,
  type VerificationData,
  verificationBlockId,
  verificationFileName,
  verificationLimitBytes,
} from "../record/index.ts";
import type { TemplateInput } from "../template/index.ts";
import type { FigureOrigin } from "../tracing/index.ts";
import type { BriefingSpec } from "./briefing-spec.ts";
import type { ChartDrawings } from "./chart-drawings.ts";
import { drawnFigures } from "./drawn-figures.ts";
import { refuseSmallCounts } from "./refuse-small-counts.ts";
import type { UnchangedParts } from "./unchanged-parts.ts";

export interface CarriedInput
  extends Required<Pick<TemplateInput, "words" | "datasets" | "claims" | "tables" | "charts" | "chartOrigins">> {
  readonly spec: Pick<BriefingSpec, "style" | "language">;
  readonly parts: UnchangedParts;
  /** All cells may be published, also small counts that nobody protected. */
  readonly mayPublish: boolean;
  readonly record: BriefingRecord;
  /** Of the document as a PDF prints it. */
  readonly figures: DocumentFigures;
  /** Of the document as a page. */
  readonly pageFigures: DocumentFigures;
  /** What its author's stylesheets write: numbers of items and pages, or in a draft, figures that nobody could trace. */
  readonly stylesWrite: VerificationData["stylesWrite"];
}

/** Makes what a file carries for `briefwright verify`, when it is known how the file reads. */
export interface CarriedVerification {
  html(page: WrittenPage): { readonly id: string; readonly data: VerificationData };
  /**
   * @param others the other files in the PDF.
   * @param textsOf what the drawing of a chart writes: pages may show one that was made for less width.
   */
  pdf(others: readonly PdfAttachment[], textsOf: ChartDrawings["textsOf"]): LastPdfAttachment;
}

/**
 * Collects what a stranger needs to work the printed figures out again: the protected cells that they rest on, and where
 * each stands.
 * @throws BriefingError `unprotected-counts` where that would publish small counts that nobody protected and that the
 *   briefing does not print, unless `mayPublish`.
 */
export function carryVerification(input: CarriedInput): CarriedVerification {
  const { spec, words, figures, pageFigures, charts } = input;
  const excerpts = excerptsOf(input);
  const record = printedPart(input.record, excerpts);
  if (!input.mayPublish) {
    refuseSmallCounts(
      { ...input, charts: figures.charts.map(({ chart }) => chart) },
      {
        cells: excerpts.flatMap(({ excerpt: { id, observations } }) =>
          observations.map((observation) => ({ dataset: id, observation })),
        ),
        what: "A verifiable file would carry",
        option: "verifiable",
      },
    );
  }
  const shared = defined({
    version: 1,
    words: spec.language ? null : { lang: words.lang, style: spec.style ?? "govuk" },
    datasets: excerpts,
    record,
    stylesWrite: input.stylesWrite,
  }) satisfies Partial<VerificationData>;
  const listed = ({ others, alternatives, charts: shown }: DocumentFigures, format: "html" | "pdf") => ({
    others: [...others],
    alternatives: [...alternatives],
    charts: shown.flatMap(({ id, chart: name }) => {
      const chart = charts.get(name);
      // A page has the drawing for narrow screens beside the other.
      const drawings = format === "html" ? [chart, chart?.narrow] : [chart];
      const drawn = {
        id,
        chart: name,
        texts: drawings.flatMap((drawing) => drawing?.texts ?? []),
        figures: drawnFigures(input.chartOrigins.get(name)),
      };
      const said = drawings.flatMap((drawing) => drawing?.tooltips?.areas ?? []).map(writtenTooltip);
      if (format === "pdf" || said.length === 0) return [drawn];
      return [drawn, { id: tooltipsId(id), chart: name, texts: said, figures: [] }];
    }),
  });
  return {
    html({ text, linkedData, stylesheet }) {
      const data: VerificationData = {
        ...shared,
        ...listed(pageFigures, "html"),
        format: "html",
        figures: pageFigures.identified.map((figure) => ({ ...figure })),
        labels: [...pageFigures.labels],
        ...defined({ stylesheet: input.stylesWrite === "figures" ? undefined : sha256(stylesheet) }),
        pageCount: null,
        attachments: [{ name: linkedDataName, sha256: sha256(linkedData) }],
        untouched: { sha256: sha256(text) },
      };
      requireSize(data);
      return { id: verificationBlockId, data };
    },
    pdf: (attached, textsOf) => ({
      name: verificationFileName,
      mimeType: "application/json",
      description: words.document.verification,
      relationship: "Supplement",
      data({ pageCount, crossReferences, markedContents, drawings, written }) {
        const located = <Item extends { readonly id: string }>(item: Item) => ({
          ...item,
          markedContent: [...(markedContents.get(item.id) ?? [])],
        });
        const textsAt = (id: string) => {
          const drawing = drawings.get(id);
          return drawing && textsOf(drawing);
        };
        const { charts: drawn, others, alternatives } = listed(figures, "pdf");
        const data: VerificationData = {
          ...shared,
          others: [...others, ...crossReferences],
          alternatives,
          format: "pdf",
          figures: figures.identified.map(located),
          labels: [],
          charts: drawn.map((chart) => located({ ...chart, texts: [...(textsAt(chart.id) ?? chart.texts)] })),
          pageCount,
          attachments: attached.map(({ name, data: bytes }) => ({ name, sha256: sha256(bytes) })),
          untouched: { sha256: sha256(written), length: written.length },
        };
        return Buffer.from(requireSize(data));
      },
    }),
  };
}

/** What is printed, and the observations that it rests on. */
function printedPart(record: BriefingRecord, excerpts: readonly HashedExcerpt[]): BriefingRecord {
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
      const hashed = excerpts.find(({ excerpt }) => excerpt.id === dataset.id);
      if (!hashed) return [];
      return {
        ...dataset,
        // A hash of all cells would let a reader try out what those may be that are not printed.
        hash: hashed.sha256,
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

interface HashedExcerpt {
  readonly sha256: string;
  readonly excerpt: DatasetExcerpt;
}

/** What is printed, as it is asked of the datasets. */
interface PrintedQuestions {
  readonly claims: readonly Pick<Claim, "id" | "spec">[];
  readonly cells: readonly Pick<Claim, "id" | "spec">[];
  readonly drawn: readonly FigureOrigin[];
}

function excerptsOf({ parts, words, datasets, ...input }: CarriedInput): HashedExcerpt[] {
  const { claims, tables, chartOrigins, figures, record } = input;
  const printed = new Set([...record.claims, ...record.cells].flatMap(({ id, printed: is }) => (is ? [id] : [])));
  const asked = (all: readonly Claim[]) => all.flatMap(({ id, spec }) => (printed.has(id) ? [{ id, spec }] : []));
  const drawn = new Set(figures.charts.map(({ chart }) => chart));
  const questions: PrintedQuestions = {
    claims: asked([...claims.values()]),
    cells: asked(tableCells(tables)),
    drawn: [...drawn].flatMap((id) =>
      [...(chartOrigins.get(id)?.values() ?? [])].flatMap((fields) => [...fields.values()].map(({ origin }) => origin)),
    ),
  };
  return parts.of("excerpts", { same: [words, datasets], alike: [questions] }, () =>
    readExcerpts(questions, { words, datasets }).map((excerpt) => ({ sha256: hashExcerpt(excerpt), excerpt })),
  );
}

/** Evaluates what is printed once more, over datasets that remember what they were asked. */
function readExcerpts(
  { claims, cells, drawn }: PrintedQuestions,
  { words, datasets }: Pick<CarriedInput, "words" | "datasets">,
): readonly DatasetExcerpt[] {
  const recorded = new Map([...datasets].map(([id, dataset]) => [id, recordReads(dataset)] as const));
  const evaluator = createClaimEvaluator(new Map([...recorded].map(([id, { dataset }]) => [id, dataset])), words);
  for (const { id, spec } of claims) evaluator.evaluate(id, spec);
  for (const { id, spec } of cells) evaluator.evaluate(id, spec, "table");
  for (const origin of drawn) {
    if (origin.kind === "cell") recorded.get(origin.dataset)?.dataset.lookup(origin.measure, origin.at);
    else evaluator.evaluate("figure", origin.claim.spec);
  }
  return [...recorded.values()].flatMap((dataset) => dataset.excerpt() ?? []);
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
