import { type Claim, tableCells } from "../claims/index.ts";
import type { Category, Dataset, Source } from "../dataset/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { defined } from "../diagnostics/index.ts";
import { buildDocument, type PagesOptions } from "../document/index.ts";
import { type BriefingRecord, correctionPrefix, recordBriefing, toJsonLd } from "../record/index.ts";
import { createTrail } from "../trail/index.ts";
import { attachmentsOf } from "./attach-files.ts";
import type { BriefingDate } from "./briefing-date.ts";
import type { Trail, Verifiable } from "./briefing-spec.ts";
import { carryVerification } from "./carry-verification.ts";
import { chartDrawings, withPrintSizes } from "./chart-drawings.ts";
import { chartFrames } from "./chart-frames.ts";
import { checkLabelled, unitsInLabels } from "./check-labelled.ts";
import { createDataWords, createNameCheck } from "./check-names.ts";
import { evaluateBriefing } from "./evaluate-briefing.ts";
import { evidenceOfPrinted } from "./evidence-of-printed.ts";
import { findSmallGroups } from "./find-small-groups.ts";
import { lintArguments, saidInCaveats } from "./lint-briefing.ts";
import type { PreparedBriefing } from "./prepare-briefing.ts";
import type { ReadImage } from "./read-images.ts";
import { mayPublish, refuseSmallCounts } from "./refuse-small-counts.ts";
import { renderCharts } from "./render-charts.ts";
import { sparsePeriodsOf, sparsePeriodWarnings } from "./sparse-periods.ts";
import { unitsOfClaims } from "./units-of-claims.ts";

export interface RenderRequest {
  readonly parameters: Readonly<Record<string, string>>;
  readonly formats: ReadonlySet<"html" | "pdf">;
  readonly date: BriefingDate;
  /** Figures that cannot be traced are warnings rather than errors. */
  readonly draft: boolean;
  readonly verifiable: Verifiable;
  readonly trail: Trail;
  /** Records of earlier editions. */
  readonly corrects: readonly BriefingRecord[];
}

export interface RenderedBriefing {
  readonly title: string;
  readonly html: string | undefined;
  readonly pdf: Uint8Array | undefined;
  readonly pageCount: number | undefined;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly record: BriefingRecord;
  readonly diagnostics: readonly Diagnostic[];
}

/** The page of a briefing whose PDF is not made yet. */
export type RenderedPage = Pick<RenderedBriefing, "title" | "record"> & { readonly html: string };

/**
 * One briefing from what all of them share: the pipeline, a line a stage.
 * @param onPage is handed the page before its PDF is made, and waited for.
 */
export async function renderBriefing(
  prepared: PreparedBriefing,
  request: RenderRequest,
  onPage?: (page: RenderedPage) => Promise<void>,
): Promise<RenderedBriefing> {
  const { briefing, compiled, datasets, evaluator, parts } = prepared;
  const { spec } = briefing;
  const { date, draft, formats } = request;
  const { parameters, asked, claims, tables } = parts.of(
    "evaluated",
    { same: [briefing, evaluator], alike: [request.parameters] },
    () => evaluateBriefing(prepared, request.parameters),
  );
  // A PDF prints where its figures come from as `{{provenance}}`, and carries its record.
  const withTrail = Boolean(request.trail) && formats.has("html");
  const media = { draft, isForScreens: formats.has("html"), isForPaper: formats.has("pdf") };
  const { charts, printCharts, chartOrigins, chartDiagnostics, sparsePeriods, ...drawn } = await parts.of(
    "charts",
    {
      same: [briefing, evaluator, ...compiled.charts.values()],
      alike: [request.parameters, media, compiled.chartThemes],
    },
    () => renderCharts(prepared, { parameters, ...media }),
  );
  // Few briefings are told of an earlier edition.
  const { findCorrections } = request.corrects.length > 0 ? await import("./find-corrections.ts") : {};
  const corrections = findCorrections?.(request.corrects, {
    lang: spec.lang,
    words: compiled.words,
    evaluator,
    ...{ parameters, datasets, claims, tables },
  });
  const rendered = compiled.template.render({
    lang: spec.lang,
    words: compiled.words,
    date: date.known,
    claims,
    charts,
    chartOrigins,
    chartFrames: chartFrames({ specs: spec.charts ?? {}, charts, chartOrigins, claims, datasets }),
    ...drawn,
    tables,
    images: compiled.images,
    sources: allSources(datasets),
    datasets,
    corrections,
    helplines: compiled.topics.helplines,
    readings: compiled.topics.readings,
    parameters,
  });
  const told = (corrections?.all ?? []).filter(({ claim }) => rendered.printed.figures.has(claim.id));
  // What was asked for to be set beside an earlier figure is printed as any other claim.
  const beside = told.filter(({ claim }) => claim.id.startsWith(correctionPrefix));
  const shown =
    beside.length === 0 ? claims : new Map([...claims, ...beside.map(({ claim }) => [claim.id, claim] as const)]);
  const said = spec.saidFigures === "ignore" ? [] : saidInCaveats(asked, compiled.words);
  const document = buildDocument(rendered, {
    strict: !draft,
    words: compiled.words,
    typography: spec.typography,
    unitOf: unitsOfClaims(shown, datasets),
    names: spec.names,
    mayBeName: createNameCheck(datasets, compiled.words),
    dataWords: createDataWords(datasets, compiled.words),
    saidFigures: spec.saidFigures,
    metadata: defined({ author: spec.author }),
    untraced: [
      ...[...charts.values()].flatMap(({ untraced }) => untraced),
      ...compiled.untraced,
      ...prepared.checkTables(tables),
      ...(spec.saidFigures === "error" ? said : []),
    ],
    isLabelled: (claim) => shown.has(claim),
    unitsInLabels: (labelled) =>
      unitsInLabels(labelled, { claims: shown, datasets, affixes: compiled.words.figureAffixes }),
    checkLabelled: (labelled) => checkLabelled(labelled, { claims: shown, names: prepared.naming.names }),
    cssRules: compiled.cssRules,
    checkContrast: compiled.checkContrast,
    isAwaited: onPage !== undefined,
    identify: Boolean(request.verifiable),
    screen: formats.has("html"),
    pages: formats.has("pdf") ? { ...defaultPages, ...spec.pages } : undefined,
    trail: withTrail
      ? (tools) =>
          createTrail({ words: compiled.words, datasets, claims: shown, tables, charts, ...drawn, chartOrigins }, tools)
      : undefined,
  });
  const page = { ...document, ...document.trailed };
  const paged = { ...document, ...document.paged };
  const { description, title, printedTitle, lang } = document;
  const about = { date: date.known, author: spec.author, description };
  const { printed } = rendered;
  const record = recordBriefing({
    title,
    lang,
    ...about,
    parameters: idsOf(parameters),
    datasets,
    claims: shown,
    tables,
    charts,
    printed,
    corrections: told.map(({ claim, before }) => ({ claim: claim.id, value: before.text, figure: before.value })),
  });
  const isPublic = mayPublish(request.verifiable) || mayPublish(request.trail);
  if (withTrail && !isPublic) {
    refuseSmallCounts(
      { datasets, record, chartOrigins, charts: printed.charts },
      {
        cells: evidenceOfPrinted({ claims: shown, tables, chartOrigins, printed }),
        what: "The trail would print",
        option: "trail",
      },
    );
  }
  const carried =
    paged.figures &&
    page.figures &&
    carryVerification({
      spec,
      parts,
      mayPublish: isPublic,
      words: compiled.words,
      datasets,
      claims: shown,
      tables,
      charts,
      chartOrigins,
      record,
      figures: paged.figures,
      pageFigures: page.figures,
      stylesWrite: compiled.untraced.length > 0 ? "figures" : compiled.stylesCount ? "counters" : undefined,
    });
  const html = formats.has("html")
    ? compiled.html().render(page, {
        charts,
        ...about,
        linkedData: toJsonLd(record),
        attach: carried?.html,
      })
    : undefined;
  if (html !== undefined) await onPage?.({ title, html, record });
  const attachments = attachmentsOf(spec.attach, { dataFiles: prepared.dataFiles, record, words: compiled.words });
  const onPaper = await printCharts();
  const drawings = chartDrawings(charts, { draft, printCharts: onPaper.charts });
  const pdf = formats.has("pdf")
    ? await (await compiled.pdf()).render(withPrintSizes(paged.tree, onPaper.charts), {
        title: printedTitle,
        lang,
        date: date.instant,
        author: spec.author,
        subject: description,
        images: (src) => drawings.of(src) ?? pictureOf(compiled.images, src),
        lenient: false,
        attachments,
        lastAttachment: carried?.pdf(attachments, drawings.textsOf),
      })
    : undefined;
  drawings.diagnostics.throwIfErrors();

  return {
    title,
    html,
    pdf: pdf?.bytes,
    pageCount: pdf?.pageCount,
    claims,
    record,
    diagnostics: [
      ...prepared.diagnostics,
      ...compiled.diagnostics,
      ...lintArguments(asked, parameters, compiled.topics.words),
      ...(spec.saidFigures === "error" ? [] : said),
      ...(spec.topics?.length ? findSmallGroups({ datasets, claims: shown, tables, charts, printed }) : []),
      ...sparsePeriodWarnings([
        ...sparsePeriodsOf(claims.values()),
        ...sparsePeriodsOf(tableCells(tables)),
        ...sparsePeriods,
      ]),
      ...chartDiagnostics,
      ...onPaper.diagnostics,
      ...rendered.diagnostics,
      ...document.diagnostics,
      ...document.lateDiagnostics(),
      ...(formats.has("html") ? compiled.html().diagnostics : []),
      ...(pdf?.diagnostics ?? []),
      ...drawings.diagnostics.all,
    ],
  };
}

/** However a caller names a category, its record has the id. */
const idsOf = (parameters: Readonly<Record<string, Category | string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === "string" ? value : value.id]),
  );

function allSources(datasets: ReadonlyMap<string, Dataset>): ReadonlyMap<string, Source> {
  return new Map([...datasets.values()].flatMap(({ sources }) => [...sources]));
}

const defaultPages: PagesOptions = { chartDetails: "after", notes: "foot" };

const imageScheme = "image:";

function pictureOf(images: ReadonlyMap<string, ReadImage>, src: string) {
  const image = src.startsWith(imageScheme) ? images.get(src.slice(imageScheme.length)) : undefined;
  if (!image) return undefined;
  const { type, data } = image;
  return type === "image/svg+xml"
    ? { kind: "svg" as const, text: Buffer.from(data).toString("utf8") }
    : { kind: "raster" as const, data };
}
