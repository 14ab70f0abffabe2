import { type CssNode, type Declaration, find, walk } from "css-tree";
import type { Element, Root } from "hast";
import type { ChartThemes, RenderedChart } from "../charts/index.ts";
import type { Diagnostic, SourceLocation } from "../diagnostics/index.ts";
import type { BriefingDocument } from "../document/index.ts";
import { type FontFace, type FontSet, fontFamilies, xHeightOf } from "../fonts/index.ts";
import { locationOf, parseStylesheet, type Stylesheet } from "../stylesheet/index.ts";
import { type ColorPair, createChartColors } from "./chart-colors.ts";
import { jsonText } from "./data-block.ts";
import { type AttachedData, htmlHead } from "./html-head.ts";
import { insertPictures } from "./insert-pictures.ts";
import { mainLandmark } from "./main-landmark.ts";
import { spokenInOne } from "./spoken-in-one.ts";
import { type StyleBlock, styleBlock } from "./style-block.ts";
import { HtmlWriter } from "./write-html.ts";

/** What all pages of a briefing share. */
export interface HtmlRendererOptions {
  /** CSS texts, in the order of the cascade. */
  readonly stylesheets: readonly Stylesheet[];
  /** Faces with a `woff2` are put into the page. */
  readonly fonts: FontSet;
  /** What the charts are drawn with, so that they follow a dark scheme. Absent: they stay on light paper. */
  readonly chartThemes?: ChartThemes;
  /** `data:` addresses of the images that documents show as `image:ID`, by id. */
  readonly images?: ReadonlyMap<string, string>;
}

/** What one page has for itself. */
export interface HtmlPageOptions {
  /** Every chart that the document shows, by id. */
  readonly charts: ReadonlyMap<string, RenderedChart>;
  /** Day of publication (UTC), for the page's metadata. */
  /** ISO, as far as it is known. */
  readonly date?: string;
  readonly author?: string | undefined;
  readonly description?: string | undefined;
  /** The program that made the page, with its version. */
  readonly generator?: string;
  /** What the page says as linked data (JSON-LD 1.1), for programs that read it. */
  readonly linkedData?: object;
  /** Further data for programs, made when the page is written. */
  readonly attach?: ((page: WrittenPage) => AttachedData) | undefined;
}

/** A page before it carries further data. */
export interface WrittenPage {
  /** The whole file, but for its policy, which has to name the data. */
  readonly text: string;
  /** What its block of linked data holds. */
  readonly linkedData: string;
  readonly stylesheet: string;
}

export interface HtmlRenderer {
  /** Warnings about the stylesheets. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of one HTML file. Throws a `BriefingError` if the document shows a chart or an image that is not there. */
  render(document: BriefingDocument, options: HtmlPageOptions): string;
}

/** Pages of one briefing differ by the classes that their charts have; past so many the memory starts afresh. */
const mostBlocks = 8;

/** Reads the stylesheets once, and encodes the fonts once for all pages that use the same faces. */
export function createHtmlRenderer({
  stylesheets,
  fonts,
  chartThemes,
  images = new Map(),
}: HtmlRendererOptions): HtmlRenderer {
  const read = stylesheets.map(readStylesheet);
  const texts = read.map(({ text }) => text);
  const italicByStyle = read.some(({ italic }) => italic);
  const colors = createChartColors(chartThemes);
  const blocks = new Map<string, StyleBlock>();
  const writer = new HtmlWriter();

  const blockFor = (faces: readonly FontFace[], ownColors: string): StyleBlock => {
    const key = `${faces.map(({ id }) => id).join()} ${ownColors}`;
    const rules = [`${colors.rules}${chartTextRule(fonts, chartThemes)}`, ...(ownColors === "" ? [] : [ownColors])];
    const block = blocks.get(key) ?? styleBlock([...rules, ...texts], faces);
    if (blocks.size >= mostBlocks) blocks.clear();
    blocks.set(key, block);
    return block;
  };

  return {
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
    render(document, { charts, attach, ...metadata }) {
      const italics = italicByStyle ? { regular: true, bold: true } : italicsOf(document.tree);
      const pairs: ColorPair[] = [];
      const addPairs = (found: readonly ColorPair[]) => {
        pairs.push(...found);
      };
      const tree = insertPictures(document.tree, { charts, colors, addPairs, images });
      const style = blockFor(facesInUse(fonts, italics), colors.rulesOf(pairs));
      const body = writer.write(spokenInOne(mainLandmark(tree)));
      const head = { ...metadata, document, style, body };
      const rest = `<body>\n${body.trim()}\n</body>\n</html>\n`;
      const attached = attach?.({
        text: `${htmlHead({ ...head, policy: false })}${rest}`,
        linkedData: metadata.linkedData === undefined ? "" : jsonText(metadata.linkedData),
        stylesheet: style.text,
      });
      return `${htmlHead({ ...head, attached })}${rest}`;
    },
  };
}

/**
 * Where a reader has another font than the charts were drawn with, its letters are as high as those: it is hardly wider then, and labels
 * have their room (CSS Fonts 5, 2.6).
 */
function chartTextRule(fonts: FontSet, themes: ChartThemes | undefined): string {
  if (!themes) return "";
  const families = fontFamilies(themes.light.fontFamily);
  const xHeight = xHeightOf(fonts.match({ families, weight: 400, style: "normal" }).font);
  return xHeight === undefined ? "" : `.chart-image{font-size-adjust:${Number(xHeight.toFixed(4))}}`;
}

/** A stylesheet as a page takes it. */
interface PageStylesheet {
  /** Without what only paged formatters know: running heads (CSS Generated Content for Paged Media, 1.1). */
  readonly text: string;
  /** Some rule makes text italic. */
  readonly italic: boolean;
  /** A warning for each address that the page will not fetch. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one stylesheet. What it would fetch from outside the page is a warning: the page's policy refuses it. */
function readStylesheet(source: Stylesheet): PageStylesheet {
  const { text, tree, file } = parseStylesheet(source);
  const diagnostics: Diagnostic[] = [];
  const forPages: Declaration[] = [];
  let italic = false;

  walk(tree, (node) => {
    const address = outsideAddress(node);
    if (address !== undefined) diagnostics.push(outsideResource(address, locationOf(node, file)));
    else if (node.type === "Identifier" && /^(?:italic|oblique)$/i.test(node.name)) italic = true;
    else if (node.type === "Declaration" && isForPages(node)) forPages.push(node);
  });
  return { text: without(text, forPages), italic, diagnostics };
}

function outsideAddress(node: CssNode): string | undefined {
  if (node.type === "Atrule" && node.name.toLowerCase() === "import") return "another stylesheet by @import";
  return node.type === "Url" && !/^(?:data:|#)/i.test(node.value) ? node.value : undefined;
}

const outsideResource = (address: string, source: SourceLocation): Diagnostic => ({
  code: "outside-resource",
  severity: "warning",
  message: `The stylesheet asks for ${address}, which the page does not fetch.`,
  hint: "Put it into the stylesheet as a data: address, or give it as a font.",
  source,
});

const isForPages = (declaration: Declaration): boolean =>
  declaration.property === "string-set" ||
  find(declaration.value, (node) => node.type === "Function" && node.name === "string") !== null;

/** The text with some declarations cut out of it, and all else as its author wrote it. */
function without(source: string, declarations: readonly Declaration[]): string {
  let text = "";
  let from = 0;
  for (const { loc } of declarations) {
    if (!loc) continue;
    const { length } = source.slice(loc.start.offset, loc.end.offset).trimEnd();
    text += source.slice(from, loc.start.offset).trimEnd();
    from = loc.start.offset + length;
    from += /^\s*;/.exec(source.slice(from))?.[0].length ?? 0;
  }
  return text + source.slice(from);
}

/** What browsers show in italics and in bold (HTML, 15.3.4 and 15.3.6) unless a stylesheet says otherwise. */
const italicElements = new Set(["em", "i", "cite", "dfn", "var", "address"]);
const boldElements = new Set(["b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** Which italics a tree holds by its elements alone. */
interface Italics {
  readonly regular: boolean;
  readonly bold: boolean;
}

function italicsOf(tree: Root): Italics {
  const found = { regular: false, bold: false };
  const look = (parent: Root | Element, italic: boolean, bold: boolean): void => {
    for (const child of parent.children) {
      if (child.type !== "element") continue;
      const isItalic = italic || italicElements.has(child.tagName);
      const isBold = bold || boldElements.has(child.tagName);
      if (isItalic) found[isBold ? "bold" : "regular"] = true;
      look(child, isItalic, isBold);
    }
  };
  look(tree, false, false);
  return found;
}

/** The faces that a page needs: all upright ones, and the italics that it can come to. Without a WOFF2 there is nothing to embed. */
function facesInUse(fonts: FontSet, italics: Italics): FontFace[] {
  return fonts.faces.filter(({ woff2, style, weight }) => {
    if (!woff2) return false;
    return style === "normal" || (weight >= 600 ? italics.bold : italics.regular);
  });
}
