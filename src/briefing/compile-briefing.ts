import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { type ChartTheme, type CompiledChart, compileChart, type ReadThemes, readThemes } from "../charts/index.ts";
import { BriefingError, createDiagnostics, type Diagnostic, type DiagnosticDetails } from "../diagnostics/index.ts";
import {
  auditStylesheets,
  type CheckContrast,
  type CssAffixRule,
  createContrastCheck,
  customProperties,
  readAffixRules,
} from "../document/index.ts";
import { bundledFonts, createFontSet, type FontFileSpec, type FontSet } from "../fonts/index.ts";
import { createChartColors, createHtmlRenderer, type HtmlRenderer, type HtmlRendererOptions } from "../html/index.ts";
import { createRecentAnswers, createWords, exact, type Words } from "../language/index.ts";
import type { PdfFormatter } from "../pdf/index.ts";
import { parseStylesheet, type Stylesheet } from "../stylesheet/index.ts";
import {
  type CompiledTemplate,
  compileTemplate,
  type ShippedTemplateName,
  shippedPartials,
  shippedStylesheet,
  shippedTemplate,
  type TemplateSource,
} from "../template/index.ts";
import { type ResolvedTopics, resolveTopics } from "../topics/index.ts";
import type { BriefingSpec } from "./briefing-spec.ts";
import { checkFontDigits } from "./check-font-digits.ts";
import { embedFontFiles } from "./embed-font-files.ts";
import type { FileReader } from "./file-reader.ts";
import { languageOf } from "./language-of.ts";
import { lintTemplates } from "./lint-briefing.ts";
import { dataUriOf, type ReadImage, readImages } from "./read-images.ts";
import { noParts, type UnchangedParts } from "./unchanged-parts.ts";

/** All that is the same for every area: compiled once, used for each. Owns the caches of the stages. */
export interface CompiledBriefing {
  /** What everything is written with. */
  readonly words: Words;
  readonly template: CompiledTemplate;
  readonly charts: ReadonlyMap<string, CompiledChart>;
  /** Writes a figure of a chart with so many decimals, half up. It remembers them: each area is ranked among the same figures. */
  readonly writeDecimal: (value: number, decimals: number) => string;
  /** The same for paper, where stylesheets give charts another look there; else undefined. Compiled on first use: pages are made without. */
  readonly printChart: (id: string) => Promise<CompiledChart | undefined>;
  /** What charts are drawn with on screens, dark ones and paper; undefined where there are none. */
  readonly chartThemes: ReadThemes["themes"] | undefined;
  /** The chart in the colours of dark pages; undefined where they are not needed for what was drawn. */
  readonly darkChart: (id: string, drawn: string) => Promise<CompiledChart | undefined>;
  readonly fonts: FontSet;
  readonly topics: ResolvedTopics;
  readonly images: ReadonlyMap<string, ReadImage>;
  /** Made on first use: a job that writes HTML only never loads the PDF formatter. */
  readonly html: () => HtmlRenderer;
  readonly pdf: () => Promise<PdfFormatter>;
  /** Figures that the briefing's own stylesheets and images would print, and that cannot be traced. */
  readonly untraced: readonly DiagnosticDetails[];
  /** What the stylesheets do beside figures: which ones is known once there is a document. */
  readonly cssRules: readonly CssAffixRule[];
  readonly checkContrast: CheckContrast;
  /** They count things: items, sections. */
  readonly stylesCount: boolean;
  /** Warnings about the template, the charts and the stylesheets. */
  readonly diagnostics: readonly Diagnostic[];
  /** SHA-256 of the templates, stylesheets and fonts that it was compiled from, hex. */
  readonly digest: () => string;
}

/**
 * Reads and compiles everything that a briefing names.
 * @param parts as they were compiled the last time: what is read as it was then is not compiled again.
 * @throws BriefingError with what is wrong in the template, its partials and all charts.
 */
export async function compileBriefing(
  spec: BriefingSpec,
  files: FileReader,
  parts: UnchangedParts = noParts,
): Promise<CompiledBriefing> {
  const diagnostics = createDiagnostics();
  const { style, lang, region } = spec;
  const language = languageOf(spec);
  const words = parts.of("words", { same: [language], alike: [style] }, () => createWords({ language, style }));
  const read = (source: URL | TemplateSource) => readSource(source, files);
  const [template, shipped, own, baseStylesheet, stylesheets, fontFiles] = await Promise.all([
    typeof spec.template === "string" ? shippedTemplate(spec.template as ShippedTemplateName) : read(spec.template),
    shippedPartials(words),
    readAll(spec.partials ?? {}, read),
    shippedStylesheet(),
    Promise.all((spec.stylesheets ?? []).map(async (source) => embedFontFiles(await read(source), files))),
    spec.fonts ?? bundledFonts(),
  ]);
  const fonts = parts.of("fonts", { alike: [fontFiles] }, () => createFontSet(fontFiles));
  const topics = await collecting(diagnostics, () =>
    parts.of("topics", { alike: [spec.topics, lang, region] }, () => resolveTopics(spec.topics ?? [], spec)),
  );
  const pictures = await collecting(diagnostics, () => readImages(spec.images ?? {}, files));
  if (spec.fonts) await fonts.ready();
  const { ownSheets, sheets } = parts.of(
    "stylesheets",
    { same: [words], alike: [baseStylesheet, ...stylesheets] },
    () => {
      const ownSheets = stylesheets.map((sheet) => parseStylesheet(sheet));
      return {
        ownSheets,
        sheets: [...[baseStylesheet, pageNumbers(words)].map((sheet) => parseStylesheet(sheet)), ...ownSheets],
      };
    },
  );
  const ofSheets = { same: [sheets, fonts] };

  const pageFonts = await parts.of("page-fonts", ofSheets, () => fontsOfPages(ownSheets, fonts));
  const ownFaces = spec.fonts ? pageFonts.faces : pageFonts.faces.filter((face) => !fonts.faces.includes(face));
  for (const found of await parts.of("digits of fonts", { same: ownFaces }, () => checkFontDigits(ownFaces)))
    diagnostics.warn(found);
  const specs = Object.values(spec.charts ?? {}).map((chart) => chart.spec);
  const look =
    spec.charts &&
    parts.of("look", { same: [sheets, pageFonts], alike: [specs, spec.chartTheme] }, () =>
      readThemes({ stylesheets: sheets, fonts: pageFonts, specs, theme: spec.chartTheme }),
    );
  diagnostics.add(look?.diagnostics ?? []);
  const compileFor = (id: string, chart: ChartOfSpec, { theme, medium }: ChartLook): Promise<CompiledChart> => {
    const { load, widthPx, literals, limits, tooltips } = chart;
    const own = { spec: chart.spec, theme, widthPx, literals, limits, tooltips, typography: spec.typography ?? true };
    return parts.of(`${medium} chart ${id}`, { same: [pageFonts, words, load], alike: [own] }, () =>
      compileChart({ id, fonts: pageFonts, words, load, ...own }),
    );
  };
  const colors = createChartColors(look?.themes);
  const darkCharts = new Map<string, Promise<CompiledChart>>();
  const printCharts = new Map<string, Promise<CompiledChart>>();
  const charts = new Map<string, CompiledChart>();
  for (const [id, chart] of Object.entries(spec.charts ?? {})) {
    const light = { theme: look?.themes.light, medium: "light" } as const;
    const compiled = await collecting(diagnostics, () => compileFor(id, chart, light));
    if (!compiled) continue;
    charts.set(id, compiled);
    diagnostics.add(compiled.diagnostics);
  }
  const texts = {
    template,
    partials: { ...shipped, ...own },
    title: spec.title,
    description: spec.description,
    parameters: Object.keys(spec.parameters ?? {}),
  };
  const compiledTemplate = await collecting(diagnostics, () =>
    parts.of("template", { alike: [texts] }, () => compileTemplate(texts)),
  );
  diagnostics.throwIfErrors();
  if (!compiledTemplate || !topics || !pictures) throw new Error("A template that does not compile has said why.");

  const written = [...(typeof spec.template === "string" ? [] : [template]), ...Object.values(own)];
  diagnostics.add(lintTemplates(written, topics.words));
  const custom = stylesheets.length > 0 ? customProperties(sheets) : new Map<string, readonly string[]>();

  let html: HtmlRenderer | undefined;
  let pdf: Promise<PdfFormatter> | undefined;
  return {
    words,
    template: compiledTemplate,
    charts,
    writeDecimal: decimalWriter(words),
    chartThemes: look?.themes,
    async printChart(id) {
      const [theme, chart] = [look?.themes.print, spec.charts?.[id]];
      if (!theme || !chart) return undefined;
      const compiled = printCharts.get(id) ?? compileFor(id, chart, { theme, medium: "print" });
      printCharts.set(id, compiled);
      return compiled;
    },
    async darkChart(id, drawn) {
      const [theme, chart] = [look?.themes.dark, spec.charts?.[id]];
      if (!theme || !chart || colors.follows(drawn.slice(drawn.indexOf(">")))) return undefined;
      const compiled = darkCharts.get(id) ?? compileFor(id, chart, { theme, medium: "dark" });
      darkCharts.set(id, compiled);
      return compiled;
    },
    fonts,
    topics,
    images: pictures.images,
    html() {
      html ??= createPages({ stylesheets: sheets, fonts, images: addressesOf(pictures.images) }, look);
      return html;
    },
    pdf() {
      pdf ??= parts.of("pages", ofSheets, () =>
        import("../pdf/index.ts").then(({ createPdfFormatter }) => createPdfFormatter({ stylesheets: sheets, fonts })),
      );
      return pdf;
    },
    untraced: [
      ...parts.of("untraced styles", { same: [sheets] }, () => auditStylesheets(ownSheets, sheets)),
      ...pictures.untraced,
    ],
    cssRules: ownSheets.flatMap((sheet) => readAffixRules(sheet, custom)),
    checkContrast: parts.of("contrast", { same: [sheets] }, () => createContrastCheck(sheets)),
    stylesCount: stylesheets.some(({ text }) => /\b(?:target-)?counters?\s*\(/i.test(text)),
    diagnostics: diagnostics.all,
    digest: () =>
      digestOf(
        [template, Object.entries({ ...shipped, ...own }), baseStylesheet, stylesheets],
        [...fontFiles, ...pictures.images.values()],
      ),
  };
}

const addressesOf = (images: ReadonlyMap<string, ReadImage>): ReadonlyMap<string, string> =>
  new Map([...images].map(([id, image]) => [id, dataUriOf(image)]));

function digestOf(texts: unknown, files: readonly (FontFileSpec | ReadImage)[]): string {
  // Where a file stands makes no difference to what is made of it: on another machine it may stand elsewhere.
  const hash = createHash("sha256").update(JSON.stringify(texts, (key, value) => (key === "file" ? undefined : value)));
  for (const file of files) {
    const { data, woff2, ...described } = { woff2: undefined, ...file };
    hash.update(`${JSON.stringify(described)}${data.length}`).update(data);
    if (woff2) hash.update(woff2);
  }
  return hash.digest("hex");
}

/** Pages alone have a dark scheme, so that warnings about it are theirs. */
function createPages(options: HtmlRendererOptions, look: ReadThemes | undefined): HtmlRenderer {
  if (!look) return createHtmlRenderer(options);
  const pages = createHtmlRenderer({ ...options, chartThemes: look.themes });
  return { ...pages, diagnostics: [...look.darkDiagnostics, ...pages.diagnostics] };
}

/** As many figures as the charts of a briefing have. */
const mostWritten = 4000;

function decimalWriter({ numbers }: Words): CompiledBriefing["writeDecimal"] {
  const known = createRecentAnswers<string>(mostWritten);
  return (value, decimals) => known.get(`${value} ${decimals}`, () => numbers.decimal(exact(value), decimals));
}

/** The words around the numbers at the foot of a page: CSS has no other place for them. */
function pageNumbers({ lang, document: { page } }: Words): TemplateSource {
  const content = `${JSON.stringify(page.before)} counter(page) ${JSON.stringify(page.between)} counter(pages)`;
  return { text: `@page { @bottom-right { content: ${content} } }`, file: `${lang}: page` };
}

type ChartOfSpec = NonNullable<BriefingSpec["charts"]>[string];

interface ChartLook {
  readonly theme: ChartTheme | undefined;
  readonly medium: "light" | "dark" | "print";
}

/** Runs one part of a stage; keeps its errors beside those of the others. */
async function collecting<T>(
  diagnostics: { add(found: readonly Diagnostic[]): void },
  run: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    diagnostics.add(error.diagnostics);
    return undefined;
  }
}

async function readSource(source: URL | TemplateSource, files: FileReader): Promise<TemplateSource> {
  if (!(source instanceof URL)) return source;
  const file = fileURLToPath(source);
  try {
    return { text: await files.readText(file), file };
  } catch (error) {
    const message = `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    throw new BriefingError([{ code: "unreadable-file", severity: "error", message, source: { file } }]);
  }
}

async function readAll(
  sources: Readonly<Record<string, URL | TemplateSource>>,
  read: (source: URL | TemplateSource) => Promise<TemplateSource>,
): Promise<Readonly<Record<string, TemplateSource>>> {
  return Object.fromEntries(
    await Promise.all(Object.entries(sources).map(async ([name, source]) => [name, await read(source)] as const)),
  );
}

/** With the fonts that the page names in `@font-face`: charts are measured as they are drawn. Without such a rule `pdf/` is not loaded. */
async function fontsOfPages(stylesheets: readonly Stylesheet[], fonts: FontSet): Promise<FontSet> {
  const hasFaces = stylesheets.some(({ text }) => /@font-face/i.test(text));
  return hasFaces ? (await import("../pdf/index.ts")).withFontFaces(stylesheets, fonts) : fonts;
}
