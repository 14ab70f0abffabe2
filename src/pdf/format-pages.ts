import { createDiagnostics, type Diagnostic, type Diagnostics } from "../diagnostics/index.ts";
import { type BoxTree, type BuildBoxesOptions, buildBoxes } from "./box/build-boxes.ts";
import type { KnownTargets } from "./box/references.ts";
import type { ImageResolver, PdfDrawing } from "./canvas/pdf-image.ts";
import { contentHeight, enlarged, type PageStyles } from "./css/page-style.ts";
import type { Styled } from "./css/style-engine.ts";
import type { DomElement } from "./dom/dom-node.ts";
import { sourceLocation } from "./dom/source-location.ts";
import { createDrawings, type Drawings } from "./drawings.ts";
import type { BreakPoint } from "./layout/break-point.ts";
import { createChildRanges } from "./layout/child-ranges.ts";
import { createColumnRooms } from "./layout/column-rooms.ts";
import { createLayoutContext } from "./layout/create-layout.ts";
import { type DivisionRange, findDivision, type Obstacle } from "./layout/find-division.ts";
import { createFloatDelays } from "./layout/float-delays.ts";
import type { Fragment } from "./layout/fragment.ts";
import { imageFragments } from "./layout/image-fragments.ts";
import type { KeptBlocks } from "./layout/kept-blocks.ts";
import { layoutNotes } from "./layout/layout-notes.ts";
import { reportLostRows } from "./layout/lost-rows.ts";
import { anchorPages, type PagedLayout } from "./layout/page-marks.ts";
import { mostPages, type PageSlice, paginate } from "./layout/paginate.ts";
import { placeBoxes } from "./layout/place-boxes.ts";
import { mostShrink, type Shrink, shrinkFactor } from "./layout/shrink-factor.ts";
import type { Hyphenation } from "./text/hyphenation.ts";
import type { LineBreakFinder } from "./text/line-breaks.ts";

export interface FormatPagesOptions extends Omit<BuildBoxesOptions, "diagnostics" | "known"> {
  readonly keptBlocks: KeptBlocks;
  readonly lineBreaks: LineBreakFinder;
  readonly hyphenation: Hyphenation;
  /** The page styles for a document whose root element has this style. */
  pagesOf(root: Styled): PageStyles;
  /** Where something is wider than its page, all is drawn smaller, as browsers print it. */
  readonly shrinkToFit: boolean;
  /** How much smaller, where that has been measured. */
  readonly shrink?: Shrink;
  /** To be awaited where much may have been let go of. */
  collect(): Promise<void>;
  /** Its lines are those of quirks mode. Absent: they are not. */
  readonly hasLineQuirk?: boolean;
}

export interface FormattedPages extends PagedLayout {
  /** That the layout is for, in its lengths. */
  readonly pages: PageStyles;
  /** That are printed, and how many times larger those of the layout are: 1 unless all is drawn smaller. */
  readonly printed: PageStyles;
  readonly shrunk: number;
  /** What it was measured by. */
  readonly shrink: Shrink;
  /** Where pages may end, from the top of the layout. */
  readonly breaks: readonly BreakPoint[];
  /** There are floats at the side of the text. */
  readonly hasFloats: boolean;
  /** Whose background lies behind everything; undefined where there is none. */
  readonly canvas: BoxTree["canvas"];
  readonly tagParents: BoxTree["tagParents"];
  /** Bytes of pictures that take a decoder, by their addresses. */
  readonly undecoded: ReadonlyMap<string, Uint8Array>;
  /** The pictures that styles name, by their addresses. */
  readonly backgrounds: BoxTree["backgrounds"];
  readonly crossReferences: BoxTree["crossReferences"];
  readonly diagnostics: readonly Diagnostic[];
}

/** The elements of a document, until they are boxes: both together are most of what a large one takes. */
export interface PagesSource {
  /** Undefined where they were let go of. */
  html: DomElement | undefined;
  /** The same once more: for a picture that only a page shows, and that has to be decoded. */
  readonly readAgain: () => DomElement;
  /** Somebody asks for some of them by themselves. */
  readonly isKept: boolean;
}

/** Numbers of pages settle in two or three layouts; where they go back and forth for ever, the last one stands. */
const mostLayouts = 4;

/**
 * HTML becomes boxes, boxes a layout, and the layout pages; once more for a document that prints where its parts are
 * (`target-counter()`), until what it prints is true. Lets go of the elements as soon as no other boxes can be asked for.
 */
export async function formatPages(source: PagesSource, given: FormatPagesOptions): Promise<FormattedPages> {
  const options = { ...given, images: given.images && withSameDrawings(given.images) };
  const drawings = createDrawings();
  let known: KnownTargets | undefined;
  for (let count = 1; ; count += 1) {
    const diagnostics = createDiagnostics();
    const boxes = boxesOf(source, { ...options, diagnostics, known });
    await options.collect();
    reportUnhyphenated(await options.hyphenation.load(boxes.hyphenatedLangs), diagnostics);
    const formatted = await layoutWithDrawings(boxes, { options, drawings, diagnostics });
    const found = { pages: anchorPages(formatted), counters: boxes.targetCounters };
    if (!boxes.asksTargets || (known && isSame(known, found))) return formatted;
    if (count === mostLayouts) {
      diagnostics.warn({
        code: "unsettled-page-numbers",
        message: "Page numbers in the text change the pages that they tell of, again and again.",
        hint: "Some of them may be one off: give them a width of their own, as in a table of contents.",
      });
      return formatted;
    }
    known = found;
  }
}

function boxesOf(source: PagesSource, options: BuildBoxesOptions): BoxTree {
  source.html ??= source.readAgain();
  const boxes = buildBoxes(source.html, options);
  if (!boxes.asksTargets && boxes.undecoded.size === 0 && !source.isKept) source.html = undefined;
  return boxes;
}

interface LayoutPagesOptions {
  readonly options: FormatPagesOptions;
  readonly drawings: Drawings;
  readonly diagnostics: Diagnostics;
}

/** Widths change hardly ever when drawings do: where they still do after this many layouts, the last one stands. */
const mostDrawingLayouts = 3;

/** Lays out anew where drawings turn out to have less room than they take, when they are made for it. */
async function layoutWithDrawings(
  boxes: BoxTree,
  { diagnostics, ...rest }: LayoutPagesOptions,
): Promise<FormattedPages> {
  for (let count = 1; ; count += 1) {
    const own = createDiagnostics();
    const formatted = layoutPages(boxes, { ...rest, diagnostics: own });
    const isChanged = count < mostDrawingLayouts && (await rest.drawings.make(imageFragments(formatted)));
    if (isChanged) continue;
    diagnostics.add(own.all);
    return { ...formatted, diagnostics: diagnostics.all };
  }
}

/** One drawing for an address, so that what is made of it for other widths is found again. */
function withSameDrawings(resolve: ImageResolver): ImageResolver {
  const known = new Map<string, PdfDrawing>();
  return (src, from) => {
    const key = JSON.stringify([src, from]);
    const image = known.get(key) ?? resolve(src, from);
    if (image?.kind === "drawing" && image.forWidth) known.set(key, image);
    return image;
  };
}

function layoutPages(boxes: BoxTree, { options, drawings, diagnostics }: LayoutPagesOptions): FormattedPages {
  const { shaper, keptBlocks, lineBreaks, hyphenation, bidi, file } = options;
  const printed = options.pagesOf(boxes.styled);
  const unshrunk: Shrink = { times: 1, at: undefined };
  const shrink = options.shrinkToFit ? (options.shrink ?? widestOf(boxes, printed, options)) : unshrunk;
  const { times: shrunk, at } = shrink;
  const pages = shrunk > 1 ? enlarged(printed, shrunk) : printed;
  if (shrunk > 1) reportShrunk(shrunk, { at, file, diagnostics });
  const delays = createFloatDelays();
  const rooms = createColumnRooms();
  const context = createLayoutContext({
    shaper,
    keptBlocks,
    lineBreaks,
    hyphenation,
    bidi,
    diagnostics,
    file,
    page: pages.area,
    floatDelay: delays.of,
    drawingFor: drawings.made,
    columnRoom: (box, row) => rooms.of(box, row) ?? pages.area(box.style.page).height,
    // Of what stands beside floats, a ledger says whether each line is on a page.
    tellsLinesApart: boxes.hasFloats,
    hasLineQuirk: options.hasLineQuirk,
  });
  const { width, height: pageHeight } = pages.area(boxes.root.style.page);
  const fits = shrunk > 1 && shrunk < mostShrink;
  // What moved as the pages grew ends in the margin; what is wider than they can be is broken before it.
  const overhang = fits ? marginBeside(boxes.root.style.page, pages) : 0;

  const ranges = createChildRanges();
  let obstacle: Obstacle | undefined;
  function divide(fragment: Fragment, range: DivisionRange): number | undefined {
    const found = findDivision(fragment, range, ranges);
    obstacle = typeof found === "number" ? undefined : found;
    return typeof found === "number" ? found : undefined;
  }

  function layoutOnce() {
    const root = context.layout(boxes.root, { width, height: pageHeight, exactWidth: width, isInFlow: true, overhang });
    // The margin after the last thing needs no room (CSS Fragmentation 3, 5.2).
    const flowHeight = root.fragment.height - (root.trailingMargin ?? 0);
    const placed = boxes.hasPositioned ? placeBoxes(root.fragment, { context, pageHeight }) : undefined;
    const fragment = placed?.root ?? root.fragment;
    const below = placed?.breaks.filter(({ y }) => y > flowHeight) ?? [];
    const breaks = [...root.breaks, ...below];
    const slices = paginate({
      height: Math.max(flowHeight, placed?.end ?? 0),
      breaks,
      firstPage: root.pages.first,
      pageHeight: (kind) => contentHeight(pages.page(kind)),
      divide: (range) => divide(fragment, range),
      notes: boxes.hasNotes ? { ...layoutNotes(fragment, { pages, context }), divide } : undefined,
    });
    return { fragment, slices, breaks, fixed: placed?.fixed ?? [] };
  }

  let laidOut = layoutOnce();
  const isUnsettled = ({ fragment, slices, breaks }: typeof laidOut) =>
    // A float that a page would cut stands on the next, and the text closes up behind it.
    delays.update(slices) ||
    rooms.update(fragment, {
      slices,
      breaks,
      pageHeight: (index) => contentHeight(pages.page({ index, ...(slices[index] as PageSlice) })),
    });
  while (isUnsettled(laidOut)) laidOut = layoutOnce();
  const { fragment, slices } = laidOut;
  reportCuts(slices, { obstacle, file, pages, diagnostics });
  reportLostRows(boxes.root, fragment, diagnostics);
  for (const [index, slice] of slices.entries()) {
    const { own, marginBoxes, footnoteArea } = pages.page({ index, ...slice });
    for (const style of [own, ...marginBoxes.values(), footnoteArea]) boxes.noteBackground(style);
  }
  const { hasFloats, canvas, tagParents, undecoded, backgrounds, crossReferences } = boxes;
  return {
    ...laidOut,
    pages,
    printed,
    shrunk,
    shrink,
    hasFloats,
    canvas,
    tagParents,
    undecoded,
    backgrounds,
    crossReferences,
    diagnostics: diagnostics.all,
  };
}

/**
 * How many times wider the pages would have to be, measured once, as browsers do: columns that take what is left of a wider page
 * move what stands in them to the right, and `width: 100%` grows with it; that ends in the margin. What a layout for pages of this
 * width has to report, it reports itself.
 */
function widestOf(
  boxes: BoxTree,
  pages: PageStyles,
  { shaper, keptBlocks, lineBreaks, hyphenation, bidi, file, hasLineQuirk }: FormatPagesOptions,
): Shrink {
  const { width, height: pageHeight } = pages.area(boxes.root.style.page);
  const context = createLayoutContext({
    shaper,
    keptBlocks,
    lineBreaks,
    hyphenation,
    bidi,
    diagnostics: createDiagnostics(),
    file,
    page: pages.area,
    floatDelay: () => 0,
    columnRoom: (box) => pages.area(box.style.page).height,
    keepsPictures: true,
    hasLineQuirk,
  });
  // Whatever is wider than two pages is too wide, too.
  const overhang = width * 100;
  const { fragment } = context.layout(boxes.root, {
    width,
    height: pageHeight,
    exactWidth: width,
    isInFlow: true,
    overhang,
  });
  return shrinkFactor(boxes.hasPositioned ? placeBoxes(fragment, { context, pageHeight }).root : fragment, pages.area);
}

/** What there is of the paper at the right of what pages of this name hold. */
const marginBeside = (name: string, { page }: PageStyles): number =>
  Math.min(...[0, 1, 2].map((index) => page({ index, name, isBlank: false }).margin.right));

function reportShrunk(
  times: number,
  { at, file, diagnostics }: Pick<CutOptions, "file" | "diagnostics"> & Pick<Shrink, "at">,
): void {
  const percent = Math.round(100 / times);
  const text = at?.item.text.trim().slice(0, 60);
  diagnostics.warn({
    code: "document-shrunk",
    message: `Something is ${times < mostShrink ? `${Math.round((times - 1) * 100)}% wider than its page` : "half as wide again as its page, or wider"}${text ? `, where "${text}" stands` : ""}: all is drawn at ${percent}% of its size.`,
    hint: "Give it a wider page (@page { size: A4 landscape }), or let what is wide wrap.",
    source: sourceLocation(file, at?.item.location),
  });
}

function isSame(a: KnownTargets, b: KnownTargets): boolean {
  const text = ({ pages, counters }: KnownTargets) =>
    JSON.stringify([[...pages], [...counters].map(([id, values]) => [id, [...values]])]);
  return text(a) === text(b);
}

function reportUnhyphenated(langs: readonly string[], diagnostics: Diagnostics): void {
  for (const lang of langs) {
    diagnostics.warn({
      code: "no-hyphenation",
      message: `There are no hyphenation patterns for the language "${lang}".`,
      hint: "Its words are broken at hyphens, and at soft hyphens (&shy;), only.",
    });
  }
}

interface CutOptions {
  /** What is in the way of the last page's end. */
  readonly obstacle: Obstacle | undefined;
  readonly file: string | undefined;
  readonly pages: PageStyles;
  readonly diagnostics: Diagnostics;
}

function reportCuts(slices: readonly PageSlice[], { obstacle, file, pages, diagnostics }: CutOptions): void {
  if (slices.length > mostPages) {
    diagnostics.error({
      code: "too-many-pages",
      message: `The document takes more than ${mostPages.toLocaleString("en-GB")} pages.`,
      hint: "Look for a height, margin or padding that is far too large.",
      source: sourceLocation(file, undefined),
    });
    return;
  }
  const index = slices.findIndex((slice) => slice.isCut);
  const slice = slices[index];
  if (!slice) return;
  const room = Math.floor(contentHeight(pages.page({ index, ...slice })));
  const [item] = obstacle?.fragment.kind === "line" ? obstacle.fragment.runs.map((run) => run.item) : [];
  const what = item ? `The line "${item.text.trim().slice(0, 60)}"` : "Something";
  const height = obstacle ? `${Math.ceil(obstacle.bottom - obstacle.top)} pt high` : "taller than the page";
  diagnostics.error({
    code: "content-too-tall",
    message: `${what} on page ${index + 1} is ${height}; the page has room for ${room} pt.`,
    hint: "A line cannot be divided: give it smaller type, or less line-height.",
    source: sourceLocation(file, item?.location),
  });
}
