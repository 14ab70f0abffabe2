import type { Root } from "hast";
import { BriefingError, createDiagnostics, type Diagnostic, type Diagnostics } from "../diagnostics/index.ts";
import type { FontSet } from "../fonts/index.ts";
import { createMidwayCollector } from "../memory/index.ts";
import type { Stylesheet } from "../stylesheet/index.ts";
import type { BuildBoxesOptions } from "./box/build-boxes.ts";
import { plainText } from "./box/plain-text.ts";
import { createSharedRows } from "./box/shared-rows.ts";
import { createCanvasValues } from "./canvas/canvas-font.ts";
import { createFaceFacts } from "./canvas/embedded-fonts.ts";
import type { ImageResolver } from "./canvas/pdf-image.ts";
import type { FontFaceRule } from "./css/font-face-rule.ts";
import { createPageStyles, type PageArea, type PageStyles } from "./css/page-style.ts";
import { createStyleEngine, type FontUnitsOf, type Styled, type StyleEngine } from "./css/style-engine.ts";
import { type CompiledStylesheet, compileStylesheet } from "./css/stylesheet.ts";
import { userAgent } from "./css/user-agent.ts";
import { decodeImages } from "./decode-images.ts";
import { type DomElement, elementsIn, textOf } from "./dom/dom-node.ts";
import { headingLevelOf } from "./dom/heading-level.ts";
import { isLanguageTag } from "./dom/language-tag.ts";
import { type DomDocument, readDom } from "./dom/read-dom.ts";
import { sourceLocation } from "./dom/source-location.ts";
import { type ExplainedElement, explainElements, selectElements } from "./explain-elements.ts";
import type { FontResolver } from "./font-resolver.ts";
import { formatPages, type PagesSource } from "./format-pages.ts";
import { createLayoutContext } from "./layout/create-layout.ts";
import { createKeptBlocks, type KeptBlocks } from "./layout/kept-blocks.ts";
import { createLenientDiagnostics, type LenientDiagnostics, type LenientOption } from "./leniency.ts";
import { findDamagedFont, type LoadFontsOptions, loadFontFaces } from "./load-font-faces.ts";
import { type LoadedStylesheet, loadDocumentStylesheets, loadImports } from "./load-stylesheets.ts";
import { isInRanges, parsePageRanges } from "./page-ranges.ts";
import { createLayoutOverlay } from "./paint/layout-overlay.ts";
import { createLedger } from "./paint/ledger.ts";
import { type PaintDocumentOptions, type Placeholders, paintDocument } from "./paint/paint-document.ts";
import type { LastPdfAttachment, PdfAttachment } from "./paint/pdf-attachment.ts";
import type { StylesheetResolver } from "./stylesheet-resolver.ts";
import { createBidi } from "./text/bidi.ts";
import { createHyphenation } from "./text/hyphenation.ts";
import { createLineBreakFinder } from "./text/line-breaks.ts";
import { createWordShaper, type WordShaper } from "./text/word-shaper.ts";

/** What all documents of a formatter have in common. */
export interface PdfFormatterOptions {
  readonly fonts: FontSet;
  /** Finds the files of `@font-face` rules. Absent: only `data:` URIs are known. */
  readonly fontFiles?: FontResolver | undefined;
  /** Finds linked and imported stylesheets. Absent: only `data:` URIs are known. */
  readonly stylesheetFiles?: StylesheetResolver | undefined;
  /** In the order of the cascade, with their imports. Parsed and compiled once. */
  readonly stylesheets: readonly Stylesheet[];
}

/** What a PDF needs that its HTML may not say, and what is asked of it. */
export interface PdfDocumentOptions {
  /** Absent: the HTML's `<title>`. Neither is an error (`missing-title`). */
  readonly title?: string | undefined;
  /** BCP 47. Absent: the `lang` of `<html>`. Neither is an error (`missing-language`). */
  readonly lang?: string | undefined;
  /** The document's date: in its metadata, and what makes its id. */
  readonly date: Date;
  readonly author?: string | undefined;
  readonly subject?: string | undefined;
  readonly keywords?: string | undefined;
  /** Finds the picture for each `<img src>`. Absent: only `data:` URIs are known. */
  readonly images?: ImageResolver;
  /** Names the HTML in diagnostics. */
  readonly file?: string | undefined;
  /**
   * What is let pass with a warning, and something visible in its place. A file in which something was let pass does not
   * claim to be PDF/UA. Absent: nothing is.
   */
  readonly lenient?: LenientOption | undefined;
  /**
   * Which pages the file holds, as dialogs for printing take them: `2-5`, `1,3,8-`. Numbers and references stay those of the whole
   * document; links and bookmarks that lead to other pages are left out. A part of a document does not claim to be PDF/UA.
   */
  readonly pages?: string | undefined;
  /** `layout`: the boxes of the layout are drawn over the pages, with the names of their elements. */
  readonly debug?: "layout" | undefined;
  /** A selector: what became of the elements that it matches, 20 at most, is `explained`. */
  readonly explain?: string | undefined;
  /**
   * Where something is wider than its page (a table, a line of code, a box of a fixed width), the whole document is drawn smaller,
   * to two thirds of its size at most, as browsers print it, with a warning. Absent or false: words are broken and tables squeezed.
   */
  readonly shrinkToFit?: boolean | undefined;
  readonly attachments?: readonly PdfAttachment[];
  /** Its bytes stand behind all others. */
  readonly lastAttachment?: LastPdfAttachment | undefined;
}

/** A PDF, with what it conforms to and what was left out of it or stands in for something else. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  /** Of the document, whichever of them were asked for. */
  readonly pageCount: number;
  /** What the file says that it conforms to: PDF/UA only where nothing was let pass. */
  readonly conformance: readonly ("PDF/UA-1" | "PDF/A-3a")[];
  /** How often something stands in for what could not be had; zero unless `lenient`. */
  readonly placeholders: Placeholders;
  /** In document order; empty unless `explain`. */
  readonly explained: readonly ExplainedElement[];
  /** Warnings: errors are thrown. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Formats documents that share fonts and stylesheets: see `createPdfFormatter`. */
export interface PdfFormatter {
  /**
   * Formats one document. Throws a `BriefingError` with all that is wrong with it: no title or language, images without
   * alt text or without a source, characters that no font has, a line taller than the page. All
   * but the last can be let pass (`lenient`).
   */
  render(source: string | Root, options: PdfDocumentOptions): Promise<RenderedPdf>;
}

/**
 * Compiles stylesheets for any number of documents. Keeps what documents share (computed styles, shaped words, line
 * breaks), and nothing of a document: the same input gives the same bytes, whatever was rendered before.
 */
export function createPdfFormatter({
  fonts,
  fontFiles,
  stylesheetFiles,
  stylesheets,
}: PdfFormatterOptions): PdfFormatter {
  let styles: Promise<Styles> | undefined;
  const typefaces = createTypefaces({ fonts, resolve: fontFiles });
  const tools = {
    lineBreaks: createLineBreakFinder(),
    hyphenation: createHyphenation(),
    bidi: createBidi(),
  };
  const faceFacts = createFaceFacts();
  const canvasValues = createCanvasValues();
  const sharedRows = createSharedRows();

  async function render(source: string | Root, options: PdfDocumentOptions): Promise<RenderedPdf> {
    const used: UsedFonts = { fonts, rules: [], shaper: undefined };
    try {
      return await renderWith(source, options, used);
    } catch (error) {
      if (error instanceof BriefingError) throw error;
      // A font file that is damaged fails wherever it is asked.
      const damaged = findDamagedFont(used.fonts, used.rules);
      throw damaged ? new BriefingError([damaged], { cause: error }) : error;
    } finally {
      used.shaper?.trim();
      tools.lineBreaks.trim();
    }
  }

  async function renderWith(source: string | Root, options: PdfDocumentOptions, used: UsedFonts): Promise<RenderedPdf> {
    const rendered = await renderOnce(source, options, { floats: "side", used });
    if (rendered.isWhole) return rendered.pdf;
    const { pdf } = await renderOnce(source, options, { floats: "flow", used });
    return { ...pdf, diagnostics: [...pdf.diagnostics, floatsInFlow(options.file)] };
  }

  /** `isWhole`: each line is on one page. */
  async function renderOnce(
    source: string | Root,
    options: PdfDocumentOptions,
    { floats, used }: Omit<FormatOptions, "diagnostics" | "collect">,
  ) {
    const collect = createMidwayCollector();
    const diagnostics = createLenientDiagnostics(options.lenient);
    // Elements and boxes are needed no longer, and not kept, once there are pages.
    const { facts, formatted, shaper, keptBlocks, explained } = await format(source, options, {
      diagnostics,
      floats,
      used,
      collect,
    });
    await collect();
    const isChosen = choosePages(options, formatted.slices.length, diagnostics);
    diagnostics.throwIfErrors();
    // 6. Paint.
    const { fragment, slices, printed } = formatted;
    const claimsPdfUa = () => !diagnostics.hasPassed && !isChosen;
    const paint = (into: Diagnostics, chosen: Pick<PaintDocumentOptions, "isChosen" | "ledger" | "overlay">) =>
      paintDocument({
        facts,
        claimsPdfUa,
        collect,
        attachments: options.attachments ?? [],
        lastAttachment: options.lastAttachment,
        layout: formatted,
        context: createLayoutContext({
          ...tools,
          shaper,
          keptBlocks,
          diagnostics: into,
          file: options.file,
          page: printed.area,
          floatDelay: () => 0,
          columnRoom: () => Number.POSITIVE_INFINITY,
        }),
        faceFacts,
        canvasValues,
        backgrounds: formatted.backgrounds,
        diagnostics: into,
        file: options.file,
        ...chosen,
      });
    const ledger = formatted.hasFloats ? createLedger() : undefined;
    // Whether each line is on a page, all pages together know.
    if (isChosen && ledger) await paint(createLenientDiagnostics(options.lenient), { ledger });
    const overlay = options.debug === "layout" ? createLayoutOverlay(formatted, formatted.pages) : undefined;
    const { bytes, placeholders } = await paint(diagnostics, isChosen ? { isChosen, overlay } : { ledger, overlay });
    diagnostics.throwIfErrors();
    const pdf: RenderedPdf = {
      bytes,
      pageCount: slices.length,
      conformance: claimsPdfUa() ? ["PDF/UA-1", "PDF/A-3a"] : ["PDF/A-3a"],
      placeholders,
      explained,
      diagnostics: diagnostics.all,
    };
    return { pdf, isWhole: ledger?.agreesWith(fragment) ?? true };
  }

  interface FormatOptions {
    readonly diagnostics: LenientDiagnostics;
    readonly floats: "side" | "flow";
    readonly used: UsedFonts;
    /** To be awaited where much may have been let go of. */
    collect(): Promise<void>;
  }

  async function format(
    source: string | Root,
    options: PdfDocumentOptions,
    { diagnostics, floats, used, collect }: FormatOptions,
  ) {
    const { file } = options;
    // 1. HTML.
    const elements = openSource(source, options, diagnostics);
    diagnostics.throwIfErrors();
    const facts = documentFacts(elements.html, options, diagnostics);
    // 2. Styles.
    styles ??= loadStyles(stylesheets, stylesheetFiles);
    const { imports, of } = await styles;
    diagnostics.add(imports);
    const own = await loadDocumentStylesheets(elements.html, { file, resolve: stylesheetFiles, diagnostics });
    const { engine, sheets, pagesOf, measureWith, forViewport } = of(own, elements);
    for (const sheet of sheets) diagnostics.add(sheet.diagnostics);
    used.rules = sheets.flatMap((sheet) => sheet.fontFaces);
    const { shaper, keptBlocks, fonts: documentFonts, diagnostics: fontDiagnostics } = await typefaces.for(sheets);
    used.fonts = documentFonts;
    used.shaper = shaper;
    measureWith(shaper);
    diagnostics.add(fontDiagnostics);
    const asked =
      options.explain === undefined ? [] : selectElements(elements.html, options.explain, { diagnostics, file });
    // 3. Boxes; 4. layout, on one endless page; 5. pages.
    const formatOptions = {
      engine,
      pagesOf,
      images: options.images,
      userAgent: userAgent(),
      lang: facts.lang,
      file,
      floats,
      isAskedFor: askingFor(asked, options),
      shrinkToFit: options.shrinkToFit === true,
      hasLineQuirk: elements.hasLineQuirk,
      ...tools,
      sharedRows,
      shaper,
      keptBlocks,
      collect,
    };
    const pagesSource: PagesSource = elements;
    let formatted = await formatPages(pagesSource, formatOptions);
    // What is a part of a page's size is one of the page that all is drawn for.
    const drawn =
      formatted.shrunk > 1 && engine.usesViewport
        ? { ...formatOptions, engine: forViewport(formatted.pages.viewport), shrink: formatted.shrink }
        : formatOptions;
    if (drawn !== formatOptions) formatted = await formatPages(pagesSource, drawn);
    if (formatted.undecoded.size > 0) {
      const decoded = await decodeImages(formatted.undecoded);
      if (decoded.size > 0) formatted = await formatPages(pagesSource, { ...drawn, decoded });
    }
    // What a stylesheet was warned of need not be said of style attributes again.
    const said = new Set(sheets.flatMap((sheet) => sheet.diagnostics.map(({ message }) => message)));
    diagnostics.add(formatted.diagnostics.filter(({ message }) => !said.has(message)));
    diagnostics.throwIfErrors();
    const explained = explainElements(asked, { ...formatted, layout: formatted, engine: drawn.engine });
    // Where pages might have ended nobody asks any more: in a long table that is at each of its rows.
    const { breaks: _, ...laidOut } = formatted;
    return { facts, formatted: laidOut, shaper, keptBlocks, explained };
  }

  return { render };
}

/** The elements stand in this object alone, so that they can be let go of. */
function openSource(source: string | Root, { file, explain }: PdfDocumentOptions, diagnostics: Diagnostics) {
  return {
    ...readDom(source, { diagnostics, file }),
    readAgain: () => readDom(source, { diagnostics: createDiagnostics(), file }).html,
    isKept: explain !== undefined,
  };
}

/** Boxes of blocks tell why pages break; of what is in a line only what is asked for. Undefined: nobody asks. */
function askingFor(asked: readonly DomElement[], { debug }: PdfDocumentOptions): BuildBoxesOptions["isAskedFor"] {
  if (asked.length === 0 && debug === undefined) return undefined;
  return (element, { display }) => !display.startsWith("inline") || asked.includes(element);
}

/** Undefined: all of them. */
function choosePages(
  { pages, file }: PdfDocumentOptions,
  count: number,
  diagnostics: Diagnostics,
): ((index: number) => boolean) | undefined {
  if (pages === undefined) return undefined;
  const ranges = parsePageRanges(pages);
  const isChosen = (index: number) => isInRanges(ranges ?? [], index);
  if (ranges && Array.from({ length: count }, (_, index) => index).some(isChosen)) return isChosen;
  diagnostics.error({
    code: "invalid-pages",
    message: ranges
      ? `There is no page "${pages.trim()}": the document has ${count === 1 ? "one" : count}.`
      : `"${pages}" is no choice of pages.`,
    hint: 'Write numbers and ranges: "2-5", "1,3", "8-" for all from there on.',
    source: sourceLocation(file, undefined),
  });
  return undefined;
}

const floatsInFlow = (file: string | undefined): Diagnostic => ({
  code: "floats-in-flow",
  severity: "warning",
  message: "Floats could not be set at the side without losing text at the end of a page: they stand in the flow.",
  hint: "Float smaller boxes, and none within another.",
  source: sourceLocation(file, undefined),
});

/** What a document has used so far. */
interface UsedFonts {
  fonts: FontSet;
  rules: readonly FontFaceRule[];
  shaper: WordShaper | undefined;
}

interface Typefaces {
  readonly fonts: FontSet;
  readonly shaper: WordShaper;
  readonly keptBlocks: KeptBlocks;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fonts and what they have shaped, by the `@font-face` rules of documents: the stylesheets that most share are read once. */
function createTypefaces(options: LoadFontsOptions) {
  const loaded = new WeakMap<readonly CompiledStylesheet[], Promise<Typefaces>>();
  const load = async (rules: readonly FontFaceRule[]): Promise<Typefaces> => {
    const { fonts, diagnostics } = await loadFontFaces(rules, options);
    return { fonts, shaper: createWordShaper(fonts), keptBlocks: createKeptBlocks(), diagnostics };
  };
  let plain: Promise<Typefaces> | undefined;

  return {
    for(sheets: readonly CompiledStylesheet[]): Promise<Typefaces> {
      const rules = sheets.flatMap((sheet) => sheet.fontFaces);
      if (rules.length === 0) {
        plain ??= load([]);
        return plain;
      }
      const known = loaded.get(sheets) ?? load(rules);
      loaded.set(sheets, known);
      return known;
    },
  };
}

interface DocumentStyles {
  /** What `ex` and `ch` are of: the fonts that the stylesheets name, which are the same for each document. */
  measureWith(shaper: WordShaper): void;
  readonly engine: StyleEngine;
  /** The same where `vw` and `vh` are parts of something else. */
  forViewport(viewport: PageArea): StyleEngine;
  readonly sheets: readonly CompiledStylesheet[];
  /** The page styles for a document whose root element has this style. */
  pagesOf(root: Styled): PageStyles;
}

interface Styles {
  /** What is wrong with the imports of the stylesheets that all documents have. */
  readonly imports: readonly Diagnostic[];
  /** The styles of a document that names these stylesheets. */
  of(own: readonly LoadedStylesheet[], mode: Pick<DomDocument, "isQuirky">): DocumentStyles;
}

async function loadStyles(
  stylesheets: readonly Stylesheet[],
  resolve: StylesheetResolver | undefined,
): Promise<Styles> {
  const diagnostics = createDiagnostics();
  const author = await loadImports(stylesheets, { resolve, diagnostics });
  return { imports: diagnostics.all, of: createStyles(author.map(compiled)) };
}

const compiled = ({ sheet, start }: LoadedStylesheet) => compileStylesheet(sheet, { ...start, followsImports: true });

/** Style engines by the stylesheets that documents name: most name none, or all the same. */
function createStyles(author: readonly CompiledStylesheet[]): Styles["of"] {
  const engines = new Map<string, DocumentStyles>();
  const limit = 64;

  return (own, mode) => {
    const names = own.map(({ sheet, start }) => `${sheet.file ?? ""}:${start.line ?? 0}:${sheet.text}`);
    const key = [mode.isQuirky, ...names].join("\0");
    const known = engines.get(key);
    if (known) return known;
    const sheets = [...author, ...own.map(compiled)];
    if (engines.size >= limit) engines.clear();
    const rules = [userAgent(), ...sheets].flatMap((sheet) => sheet.pages);
    const plain = createStyleEngine({ userAgent: userAgent(), author: [] });
    let fontUnits: FontUnitsOf | undefined;
    const forViewport = (viewport: PageArea) =>
      createStyleEngine({
        userAgent: userAgent(mode),
        author: sheets,
        viewport,
        fontUnits: (style) => fontUnits?.(style),
      });
    const engine = forViewport(createPageStyles(rules, plain, plain.root).viewport);
    const pages = new WeakMap<Styled, PageStyles>();
    const pagesOf = (root: Styled) => {
      const made = pages.get(root) ?? createPageStyles(rules, engine, root);
      pages.set(root, made);
      return made;
    };
    const measureWith = (shaper: WordShaper) => {
      fontUnits = (style) => {
        const font = shaper.fontOf(style);
        const { xHeight, averageWidth, widest } = font;
        return { xHeight, averageWidth, widest, zeroWidth: font.word("0").advance };
      };
    };
    const result = { engine, forViewport, sheets, pagesOf, measureWith };
    engines.set(key, result);
    return result;
  };
}

function documentFacts(html: DomElement, options: PdfDocumentOptions, diagnostics: Diagnostics) {
  const source = { file: options.file };
  const [titleElement] = elementsIn(html, isTitle);
  const title = (options.title ?? (titleElement ? textOf(titleElement) : "")).replaceAll(/\s+/g, " ").trim();
  const lang = (options.lang ?? html.attributes.lang ?? "").trim();
  const hasLanguage = isLanguageTag(lang);
  if (title === "") {
    diagnostics.error({
      code: "missing-title",
      message: "The document has no title.",
      hint: "Give it a <title>, or pass one: screen readers and window titles say it first.",
      ...source,
    });
  }
  if (!hasLanguage) {
    diagnostics.error({
      code: "missing-language",
      message: lang === "" ? "The document's language is not given." : `"${lang}" is not a language tag.`,
      hint: 'Give <html> a lang such as "en-GB" or "cy", or pass one: it chooses the voice that reads it aloud.',
      ...source,
    });
  }
  if (Number.isNaN(options.date.getTime())) {
    diagnostics.error({ code: "invalid-date", message: "The document's date is not a date.", ...source });
  }
  return {
    title: title === "" ? standInTitle(html, options.file) : title,
    // What BCP 47 has for a language that nobody knows.
    lang: hasLanguage ? lang : "und",
    date: options.date,
    author: options.author,
    subject: options.subject,
    keywords: options.keywords,
  };
}

const isTitle = ({ name, parent }: DomElement) => name === "title" && parent?.name === "head";

/** The first heading, or the name of the file. */
function standInTitle(html: DomElement, file: string | undefined): string {
  const [heading] = elementsIn(html, (element) => headingLevelOf(element) !== undefined);
  const text = heading && plainText(heading);
  return text || file?.replace(/^.*[\\/]/, "").replace(/\.\w+$/, "") || "Document";
}
