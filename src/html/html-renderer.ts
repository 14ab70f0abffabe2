import { toHtml } from "hast-util-to-html";
import type { ChartThemes, RenderedChart } from "../charts/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { BriefingDocument } from "../document/index.ts";
import type { FontFace, FontSet } from "../fonts/index.ts";
import type { Stylesheet } from "../stylesheet/index.ts";
import { createChartColors } from "./chart-colors.ts";
import { jsonText } from "./data-block.ts";
import { facesInUse, italicsOf } from "./faces-in-use.ts";
import { type AttachedData, htmlHead } from "./html-head.ts";
import { insertPictures } from "./insert-pictures.ts";
import { mainLandmark } from "./main-landmark.ts";
import { readStylesheet } from "./read-stylesheet.ts";
import { spokenInOne } from "./spoken-in-one.ts";
import { type StyleBlock, styleBlock } from "./style-block.ts";

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

  const blockFor = (faces: readonly FontFace[]): StyleBlock => {
    const key = faces.map(({ id }) => id).join();
    const block = blocks.get(key) ?? styleBlock([colors.rules, ...texts], faces);
    blocks.set(key, block);
    return block;
  };

  return {
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
    render(document, { charts, attach, ...metadata }) {
      const italics = italicByStyle ? { regular: true, bold: true } : italicsOf(document.tree);
      const style = blockFor(facesInUse(fonts, italics));
      const body = toHtml(spokenInOne(mainLandmark(insertPictures(document.tree, { charts, colors, images }))), {
        allowDangerousHtml: true,
      });
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
