import type { PdfPage } from "pdfkit";
import type { Diagnostics } from "../../diagnostics/index.ts";
import type { BackgroundPicture } from "../box/backgrounds.ts";
import type { BoxMarks } from "../box/box.ts";
import type { CanvasValues } from "../canvas/canvas-font.ts";
import { type ColorOperands, createContentStream, type GraphicsStates } from "../canvas/content-stream.ts";
import { createEmbeddedFonts, type FaceFacts } from "../canvas/embedded-fonts.ts";
import type { PdfDrawing } from "../canvas/pdf-image.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { PageStyle, PageStyles } from "../css/page-style.ts";
import { identity, type Matrix } from "../geometry/matrix.ts";
import { createChildRanges } from "../layout/child-ranges.ts";
import type { Fragment } from "../layout/fragment.ts";
import { imageFragments } from "../layout/image-fragments.ts";
import type { LayoutContext } from "../layout/layout-context.ts";
import { layoutMarginBoxes } from "../layout/margin-boxes.ts";
import { anchorPages, createPageStrings, type PagedLayout, pageOfFixed } from "../layout/page-marks.ts";
import type { FixedBox } from "../layout/place-boxes.ts";
import type { TagNode } from "../tags/tag-node.ts";
import { createTagTree, type TagTree } from "../tags/tag-tree.ts";
import { attachFiles, createDocument, type DocumentFacts, finishMetadata } from "./create-document.ts";
import { type Bookmark, type Destination, destinationName, writeDestinations, writeOutline } from "./destinations.ts";
import type { createLayoutOverlay } from "./layout-overlay.ts";
import type { Ledger } from "./ledger.ts";
import { createOffPage } from "./off-page.ts";
import { paintBox } from "./paint-box.ts";
import { paintCanvas } from "./paint-canvas.ts";
import { createImagePainter } from "./paint-image.ts";
import { paintNotes } from "./paint-notes.ts";
import { type PagePainterOptions, paintPage } from "./paint-page.ts";
import type { LastPdfAttachment, MarkedContents, PdfAttachment } from "./pdf-attachment.ts";

export interface PaintDocumentOptions {
  readonly facts: DocumentFacts;
  /** Asked when all is painted: whether nothing was let pass that PDF/UA forbids. */
  claimsPdfUa(): boolean;
  /** To be awaited where much may have been let go of. */
  collect(): Promise<void>;
  readonly attachments: readonly PdfAttachment[];
  readonly lastAttachment: LastPdfAttachment | undefined;
  readonly layout: PagedLayout & PrintedLayout;
  /** Which pages are painted, by their index: the others leave nothing in the file. Absent: all. */
  readonly isChosen?: ((page: number) => boolean) | undefined;
  /** What is drawn over a page, by its index. Absent: nothing. */
  readonly overlay?: ReturnType<typeof createLayoutOverlay> | undefined;
  readonly context: LayoutContext;
  readonly faceFacts: FaceFacts;
  readonly canvasValues: CanvasValues;
  /** The pictures that styles name, by their addresses. */
  readonly backgrounds: ReadonlyMap<string, BackgroundPicture>;
  /** Told of each line of the flow; absent where nothing could be lost. */
  readonly ledger?: Ledger | undefined;
  readonly diagnostics: Diagnostics;
  readonly file: string | undefined;
}

interface PrintedLayout {
  /** That the layout is for, in its lengths. */
  readonly pages: PageStyles;
  readonly printed: PageStyles;
  /** How many times smaller it is printed. */
  readonly shrunk: number;
  /** Whose background lies behind everything; undefined where there is none. */
  readonly canvas: ComputedStyle | undefined;
  /** In which this document has tags that it shares with others, by these. */
  readonly tagParents: ReadonlyMap<TagNode, TagNode>;
  readonly crossReferences: readonly string[];
}

/** How often something visible stands in for what could not be had. */
export interface Placeholders {
  /** Characters that no font has. */
  readonly glyphs: number;
  /** Images and players. */
  readonly pictures: number;
}

export interface PaintedDocument {
  readonly bytes: Uint8Array;
  readonly placeholders: Placeholders;
}

/** Pages of fragments become the bytes of a PDF. */
export async function paintDocument(options: PaintDocumentOptions): Promise<PaintedDocument> {
  const { layout, context, diagnostics } = options;
  const { fragment: root, slices, fixed, pages, printed, shrunk } = layout;
  const doc = createDocument(options.facts);
  const whole = doc.whole();
  const tags = createTagTree(doc, layout.tagParents);
  const fonts = createEmbeddedFonts(doc, { facts: options.faceFacts, diagnostics });
  const images = createImagePainter({
    doc,
    fonts,
    shaper: context.shaper,
    values: options.canvasValues,
    backgrounds: options.backgrounds,
    diagnostics,
  });
  const ranges = createChildRanges();
  const states: GraphicsStates = new Map();
  const colors: ColorOperands = new Map();
  const destinations: Destination[] = [];
  const bookmarks: Bookmark[] = [];
  const offPage = createOffPage();

  const stringsOn = createPageStrings(layout);
  const { isChosen = () => true } = options;
  const firstChosen = slices.findIndex((_, index) => isChosen(index));
  const homeOf = (box: FixedBox) => {
    const page = pageOfFixed(box, slices);
    return isChosen(page) ? page : firstChosen;
  };
  const homes = new Map(fixed.map((box) => [box, homeOf(box)]));
  const anchors = options.isChosen && anchorPages(layout);
  const leadsTo = anchors && ((id: string) => isChosen((anchors.get(id) ?? 0) - 1));
  const placeholders = { glyphs: 0, pictures: 0 };

  const smaller: Matrix = shrunk === 1 ? identity : [1 / shrunk, 0, 0, 1 / shrunk, 0, 0];
  const pageNumbers = new Map<PdfPage, number>();
  let painted = 0;
  for (const [index, slice] of slices.entries()) {
    if (!isChosen(index)) {
      if (slice.hasContent) painted = slice.end;
      continue;
    }
    const style = pages.page({ index, ...slice });
    const sheet = printed.page({ index, ...slice });
    const { margin } = style;
    // Writes the page before, too, and forgets it.
    doc.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    const { page } = doc;
    const pageIndex = pageNumbers.size;
    pageNumbers.set(page, pageIndex + 1);
    const stream = createContentStream({ doc, page, tags, states, colors });
    const onMarks = (marks: BoxMarks, top: number) => {
      for (const id of marks.anchors) destinations.push({ name: destinationName(id), page, top });
      if (marks.bookmark) bookmarks.push({ pageNumber: pageIndex, page, top, ...marks.bookmark });
    };
    const paper = { x: 0, y: 0, width: sheet.width, height: sheet.height };
    paintBox({ hasTop: true, hasBottom: true, ...paper }, sheet.own, { stream, images, hasBorders: false });
    const pageArea = {
      matrix: smaller,
      x: margin.left,
      y: margin.top,
      width: style.width - margin.left - margin.right,
      height: style.height - margin.top - margin.bottom,
    };
    stream.transform(smaller);
    if (layout.canvas) paintCanvas(layout.canvas, { root, slice, pageArea, stream, images });
    const painter = {
      doc,
      page,
      pageArea,
      stream,
      tags,
      fonts,
      images,
      ranges,
      placeholders,
      offPage,
      leadsTo,
      onMarks,
    };
    const paintFixed = (isBelow: boolean) => {
      for (const box of fixed) {
        if (box.isBelow === isBelow) paintFixedBox(box, { isContent: homes.get(box) === index, style, painter });
      }
    };
    paintFixed(true);
    if (slice.hasContent) {
      const next = slices[index + 1]?.start ?? Number.POSITIVE_INFINITY;
      const window = { slice, painted, next, left: margin.left, top: margin.top };
      paintPage(root, window, options.ledger ? { ledger: options.ledger, ...painter } : painter);
      painted = slice.end;
    }
    paintFixed(false);
    paintNotes(slice.notes, style, painter);
    stream.transform(identity);
    const facts = { number: index + 1, count: slices.length, lang: options.facts.lang, strings: stringsOn(index) };
    for (const fragment of layoutMarginBoxes({ page: sheet, facts, context })) {
      paintFurniture(fragment, { doc, stream, tags, fonts, images, ranges, placeholders });
    }
    if (options.overlay) {
      stream.transform(smaller);
      stream.mark("artifact");
      const { width, height } = style;
      images.paint(options.overlay(index, style), { x: 0, y: 0, width, height }, stream);
      stream.transform(identity);
    }
    stream.end();
    if (pageIndex % pagesTogether === pagesTogether - 1) await options.collect();
  }
  finishMetadata(doc, { lang: options.facts.lang, claimsPdfUa: options.claimsPdfUa() });
  offPage.report(diagnostics, { file: options.file });
  writeDestinations(doc, destinations);
  writeOutline(doc, bookmarks);
  doc.flushPages();
  tags.write();
  const { attachments, lastAttachment: last } = options;
  const openFile = attachFiles(doc, { attachments, last, date: options.facts.date });
  // Writes all but the open file; the table of objects follows when that is written too.
  doc.end();
  if (last && openFile) {
    openFile.end(
      last.data({
        pageCount: pageNumbers.size,
        crossReferences: layout.crossReferences,
        markedContents: markedContentsOf(tags, pageNumbers),
        drawings: drawingsOf(layout),
        written: doc.written(),
      }),
    );
  }
  return { bytes: await whole, placeholders };
}

/** Of what a page is painted with, little is kept. */
const pagesTogether = 128;

interface FixedOptions {
  readonly isContent: boolean;
  readonly style: PageStyle;
  readonly painter: PagePainterOptions;
}

function paintFixedBox({ fragment }: FixedBox, { isContent, style: { margin }, painter }: FixedOptions): void {
  const { ledger: _, ...options } = painter;
  const slice = { start: 0, end: Number.POSITIVE_INFINITY, repeat: undefined };
  const window = { slice, painted: 0, next: Number.POSITIVE_INFINITY, left: margin.left, top: margin.top };
  paintPage(fragment, { isArtifact: !isContent, ...window }, options);
}

function drawingsOf(layout: PagedLayout): ReadonlyMap<string, PdfDrawing> {
  const found = new Map<string, PdfDrawing>();
  for (const { content, image } of imageFragments(layout)) {
    const id = content === "artifact" ? undefined : content.id;
    // Of ids used twice, the first counts.
    if (id !== undefined && image.kind === "drawing" && !found.has(id)) found.set(id, image);
  }
  return found;
}

function markedContentsOf(tags: TagTree, pageNumbers: ReadonlyMap<PdfPage, number>): MarkedContents {
  return new Map(
    [...tags.contentById()].map(([id, contents]) => [
      id,
      contents.map(({ page, mcid }) => ({ page: pageNumbers.get(page) ?? 0, mcid })),
    ]),
  );
}

type Furniture = Omit<Parameters<typeof paintPage>[2], "page" | "onMarks">;

/** A running head or foot: all of it, on this page, as an artifact. */
function paintFurniture(fragment: Fragment, options: Furniture): void {
  const slice = { start: 0, end: Number.POSITIVE_INFINITY, repeat: undefined };
  paintPage(
    fragment,
    { slice, painted: 0, next: Number.POSITIVE_INFINITY, left: 0, top: 0 },
    { page: options.stream.page, onMarks: () => {}, ...options },
  );
}
