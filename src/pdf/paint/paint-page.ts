import type PDFDocument from "pdfkit";
import type { PdfPage } from "pdfkit";
import type { BoxMarks, InlineDecoration } from "../box/box.ts";
import type { ContentStream } from "../canvas/content-stream.ts";
import type { EmbeddedFonts } from "../canvas/embedded-fonts.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import { around, boundsUnder, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { ChildRanges } from "../layout/child-ranges.ts";
import {
  type BoxFragment,
  emptyBox,
  type Fragment,
  type ImageFragment,
  type LineFragment,
} from "../layout/fragment.ts";
import type { PageSlice } from "../layout/paginate.ts";
import { num } from "../objects/number.ts";
import type { TagTree } from "../tags/tag-tree.ts";
import type { Ledger } from "./ledger.ts";
import { addLink } from "./links.ts";
import type { OffPage } from "./off-page.ts";
import { clipsBehindText, type OverflowClip, overflowClip, paintWithin } from "./overflow-clip.ts";
import type { PageArea } from "./paint-background.ts";
import { type BoxPainterOptions, isPlain, type PaintedBox, paintBox, paintCollapsed } from "./paint-box.ts";
import type { ImagePainter } from "./paint-image.ts";
import { clipToRuns, type PlacedRun, paintRuns } from "./paint-text.ts";

export interface PagePainterOptions {
  readonly doc: PDFDocument;
  readonly page: PdfPage;
  readonly stream: ContentStream;
  readonly tags: TagTree;
  readonly fonts: EmbeddedFonts;
  readonly images: ImagePainter;
  readonly ranges: ChildRanges;
  /** Counted as they are painted, as content. */
  readonly placeholders: { glyphs: number; pictures: number };
  /** Told of each line that is content. */
  readonly ledger?: Ledger;
  readonly offPage?: OffPage;
  /** The content area of the page. */
  readonly pageArea?: PageArea | undefined;
  /** Whether an `id` is on a page of the file. Absent: all are. */
  leadsTo?: ((id: string) => boolean) | undefined;
  /** What the page learns of: destinations, bookmarks, named strings; `top` from the top of the page. */
  onMarks(marks: BoxMarks, top: number): void;
}

/** Where the page's slice of the layout lies, and where on the page it goes. */
export interface PageWindow {
  readonly slice: Pick<PageSlice, "start" | "end" | "repeat"> & Partial<Pick<PageSlice, "foot">>;
  /** Where the slice before this one ended: what lies above has been painted. */
  readonly painted: number;
  /** Where the next slice starts: a float that it starts in is divided. */
  readonly next: number;
  readonly left: number;
  readonly top: number;
  /** All of it is furniture of the page, not content. */
  readonly isArtifact?: boolean;
}

/** Paints the fragments that belong to one page: dumb, in document order, from the top of the tree. */
export function paintPage(root: Fragment, window: PageWindow, options: PagePainterOptions): void {
  const { slice, left, top, isArtifact = false } = window;
  const { visit, offset } = createVisitor(root, window, options);
  visit(root, { ...start, x: left, y: offset, isArtifact });
  if (slice.foot) {
    const foot = slice.foot.fragment;
    const y = top + (slice.repeat?.height ?? 0) + slice.end - slice.start;
    const x = left + tableX(root, slice.end - 1, options.ranges);
    visit(foot, { ...start, x, y: y - foot.y, isArtifact: true });
  }
  if (!slice.repeat) return;
  // A repeated head is furniture of the page: the real one stands in the structure tree once. It comes last, because the
  // border under it lies over the first row, as it does under the real one.
  const head = slice.repeat.fragment;
  const x = left + tableX(root, slice.start, options.ranges);
  visit(head, { ...start, x, y: top - head.y, isArtifact: true });
}

/** The top left corner of a fragment's parent, on the page. */
interface Position {
  readonly x: number;
  readonly y: number;
  /** Inside something that is no content. */
  readonly isArtifact: boolean;
  /**
   * Where there are floats, the backgrounds of all blocks come first, and then, in document order, floats and text: a block
   * beside a float reaches under it (CSS 2.2, appendix E).
   */
  readonly layer: "all" | "backgrounds" | "content";
  /** How far down `position: relative` moves it from `y`, which says on which page it is. */
  readonly shiftY: number;
  /** It is read, and not seen. */
  readonly isForTheEar: boolean;
  /** Of the boxes around it that show pictures and decoration no further; text is never cut off. */
  readonly clips: readonly OverflowClip[];
}

/** Where a fragment stands whose parent stands `at`. Field by field: there is one for each fragment of each page. */
const within = (
  { x, y, isArtifact, layer, shiftY, isForTheEar, clips }: Position,
  fragment: Pick<Fragment, "x" | "y">,
): Position => ({ x: x + fragment.x, y: y + fragment.y, isArtifact, layer, shiftY, isForTheEar, clips });

const start = { layer: "all", shiftY: 0, isForTheEar: false, clips: [] } as const;

function createVisitor(root: Fragment, { slice, painted, next, top }: PageWindow, options: PagePainterOptions) {
  const { stream, tags, page, fonts, images, ranges, placeholders, offPage, pageArea } = options;
  const textPainter = { stream, fonts, tags, placeholders, offPage };
  /** Where the window begins on the page that is printed. */
  const first = boundsUnder(stream.matrix, { x: 0, y: top, width: 0, height: 0 }).y;
  /** From the continuous layout to the page. */
  const offset = top + (slice.repeat?.height ?? 0) - slice.start;

  function visit(fragment: Fragment, at: Position): void {
    const position = within(at, fragment);
    if (fragment.kind === "box") visitInLayers(fragment, moved(fragment, cutAround(fragment, position)));
    else if (position.layer === "backgrounds") return;
    else if (fragment.kind === "line" && fragment.isDivided && !position.isArtifact) visitDivided(fragment, position);
    else if (!position.isArtifact && !belongs(position.y - offset, fragment.height)) return;
    else if (fragment.kind === "line") visitLine(fragment, shown(position));
    else visitImage(fragment, shown(position));
  }

  /** The boxes in the line are painted page by page, like others; its text is where its baseline is. */
  function visitDivided(line: LineFragment, position: Position): void {
    if (belongs(position.y - offset, line.baseline))
      visitLine({ ...line, atoms: [], runsBefore: [] }, shown(position), line);
    for (const atom of line.atoms) visit(atom, { ...position, layer: "all" });
  }

  const moved = ({ shift, isForTheEar }: BoxFragment, position: Position): Position =>
    shift || isForTheEar
      ? {
          ...position,
          x: position.x + (shift?.x ?? 0),
          shiftY: position.shiftY + (shift?.y ?? 0),
          isForTheEar: position.isForTheEar || isForTheEar === true,
        }
      : position;

  /** Cut off by boxes that it stands in, though they are painted elsewhere. */
  function cutAround({ cutBy = [] }: BoxFragment, position: Position): Position {
    if (cutBy.length === 0) return position;
    const { x, y, shiftY } = position;
    const own = cutBy.flatMap(
      (cut) => overflowClip(cut.box, { x: x + cut.x, y: y + shiftY + cut.y }, stream.matrix) ?? [],
    );
    return { ...position, clips: [...position.clips, ...own] };
  }

  /** Where it is seen, once it is known to be on this page. */
  const shown = (position: Position): Position =>
    position.shiftY === 0 ? position : { ...position, y: position.y + position.shiftY, shiftY: 0 };

  /** A line or an image is on the first page that holds its foot. */
  function belongs(y: number, height: number): boolean {
    const bottom = y + height;
    return bottom <= slice.end + tolerance && (bottom > painted + tolerance || painted === 0);
  }

  function visitInLayers(fragment: BoxFragment, position: Position): void {
    const { layer } = position;
    if (fragment.isStacked && layer === "backgrounds" && !fragment.isBelow) return;
    if (fragment.isBelow) {
      if (layer === "content") return;
      paintBelow(fragment, position);
      return;
    }
    if (fragment.transform) visitTurned(fragment, fragment.transform, position);
    else if (fragment.isStacked && layer === "content") visitInLayers(fragment, { ...position, layer: "all" });
    else if (fragment.float !== undefined) visitFloat(fragment, position);
    else if (fragment.hasFloats !== true || layer !== "all") visitBox(fragment, position);
    else {
      visitBox(fragment, { ...position, layer: "backgrounds" });
      visitBox(fragment, { ...position, layer: "content" });
    }
  }

  /** Painted as its transformation says, on the page where the flow has it. */
  function visitTurned({ transform: _, ...fragment }: BoxFragment, transform: Matrix, position: Position): void {
    const { x, y, shiftY } = position;
    turned(transform, { x, y: y + shiftY }, () => visitInLayers(fragment, position));
  }

  function turned(transform: Matrix, { x, y }: Pick<Position, "x" | "y">, paint: () => void): void {
    const outer = stream.matrix;
    stream.transform(multiply(outer, around(transform, { x, y })));
    paint();
    stream.transform(outer);
  }

  /** It is read where it stands in the document, however early it is painted. */
  function paintBelow({ isBelow: _, ...fragment }: BoxFragment, position: Position): void {
    stream.unmark();
    tags.paintEarly(() => visitInLayers(fragment, { ...position, layer: "all" }));
    stream.unmark();
  }

  function visitFloat({ float, ...fragment }: BoxFragment, position: Position): void {
    if (position.layer === "backgrounds") return;
    const y = position.y - offset;
    const isDivided = y < slice.start - tolerance || (y + fragment.height > slice.end && next > y + tolerance);
    if (float === "divided" || (isDivided && !position.isArtifact))
      visitInLayers(fragment, { ...position, layer: "all" });
    else if (position.isArtifact || belongs(y, fragment.height)) visitAtomBox(fragment, shown(position));
  }

  function visitBox(fragment: BoxFragment, position: Position): void {
    const { layer } = position;
    if (!position.isArtifact && !isOnPage(fragment, position)) return;
    if (!position.isArtifact && layer !== "backgrounds") enterBox(fragment, position);
    const box = shownPart(fragment, position);
    if (fragment.style?.visibility === "visible" && box && layer !== "content" && !position.isForTheEar) {
      paintOwn(fragment, fragment.style, { box, position });
    }
    const isHidden = fragment.style?.visibility === "hidden";
    const inner = insideOf(fragment, position);
    for (const child of childrenOf(fragment, position)) if (!isHidden || child.kind !== "image") visit(child, inner);
    if (box && layer !== "backgrounds" && !position.isForTheEar) paintBorders(fragment, box);
  }

  /** Its shadows, background and borders. */
  function paintOwn(fragment: BoxFragment, style: ComputedStyle, { box, position }: OwnOptions): void {
    const hasBorders = fragment.borders === "own";
    if (position.clips.length === 0 && isPlain(style, hasBorders)) {
      stream.opacity(style.opacity);
      return;
    }
    const clipToText = () => clipTo(runsIn(fragment, position));
    const at = { x: position.x, y: position.y + position.shiftY };
    const clips = position.clips.length === 0 ? position.clips : clipsBehindText(position.clips, fragment, at);
    paintDecoration(box, style, { clips, clipToText, hasBorders });
  }

  function paintDecoration(box: PaintedBox, style: ComputedStyle, { clips, ...rest }: DecorationOptions): void {
    const paint = () => paintBox(box, style, { stream, images, pageArea, ...rest });
    if (clips.length === 0) {
      paint();
      return;
    }
    stream.mark("artifact");
    paintWithin(clips, style.boxShadow.length > 0 ? everywhere : box, { stream, paint });
  }

  /** In it, as far as it shows what it holds. What is cut off at the edges of the window is cut off by the paper. */
  function insideOf(fragment: BoxFragment, position: Position): Position {
    const isViewport = fragment === root || (root.kind === "box" && root.children.includes(fragment));
    const { x, y, shiftY, clips } = position;
    const clip = isViewport ? undefined : overflowClip(fragment, { x, y: y + shiftY }, stream.matrix);
    return clip ? { ...position, clips: [...clips, clip] } : position;
  }

  function clipTo(runs: readonly PlacedRun[]): boolean {
    if (runs.length > 0) clipToRuns(runs, { stream, fonts });
    return runs.length > 0;
  }

  /** The text in a box that this page shows, where it stands; `position` is that of the box. */
  function runsIn(fragment: BoxFragment, { isArtifact, ...position }: Position): readonly PlacedRun[] {
    return fragment.children.flatMap((child): readonly PlacedRun[] => {
      const at = { ...position, isArtifact, x: position.x + child.x, y: position.y + child.y };
      if (child.kind === "box") return child.transform ? [] : runsIn(child, moved(child, at));
      if (child.kind === "image" || !(isArtifact || belongs(at.y - offset, child.height))) return [];
      return [...runsOf(child, shown(at)), ...child.atoms.flatMap((atom) => runsIn(groupOf(atom), shown(at)))];
    });
  }

  /** Those with something that this page may have to show. */
  function childrenOf(fragment: BoxFragment, { y, isArtifact }: Position): readonly Fragment[] {
    if (isArtifact) return fragment.children;
    const above = y - offset + 2 * tolerance;
    return ranges.between(fragment, Math.min(slice.start, painted) - above, slice.end - above + 4 * tolerance);
  }

  /** Whether the page shows some of the box, or of what hangs out of it. */
  function isOnPage(fragment: BoxFragment, position: Position): boolean {
    const y = position.y - offset;
    const { top: highest, bottom: lowest } = fragment.reach ?? { top: 0, bottom: fragment.height };
    const bottom = y + lowest;
    if (y + highest >= slice.end - (fragment.height > 0 ? tolerance : -tolerance)) return false;
    // An empty box in the margin that a break dropped is on the page below it.
    const isAbove = painted > 0 && bottom < slice.start - tolerance && bottom <= painted + tolerance;
    return !isAbove || reaches(fragment, y);
  }

  /** The box enters the structure tree, and its marks count on its first page. */
  function enterBox(fragment: BoxFragment, position: Position): void {
    const y = position.y - offset;
    if (fragment.isPoint) stream.unmark();
    if (fragment.tag) tags.touch(fragment.tag);
    const isFirst = y >= slice.start - tolerance || y > painted + tolerance || painted === 0;
    if (fragment.marks && isFirst) options.onMarks(fragment.marks, Math.max(first, topOf(fragment, position)));
  }

  /** Where it is seen on the page, at the top. */
  const topOf = ({ width, height }: Fragment, { x, y, shiftY }: Position) =>
    boundsUnder(stream.matrix, { x, y: y + shiftY, width, height }).y;

  /** Content that hangs out of its box, as a marker may. */
  const reaches = (fragment: BoxFragment, y: number) =>
    fragment.children.some((child) => y + child.y + child.height > slice.start);

  function shownPart(fragment: BoxFragment, position: Position): PaintedBox | undefined {
    const { width, height } = fragment;
    const { shiftY } = position;
    const { isCutAbove = false, isCutBelow = false } = fragment;
    if (position.isArtifact)
      return { x: position.x, y: position.y + shiftY, width, height, hasTop: !isCutAbove, hasBottom: !isCutBelow };
    const y = position.y - offset;
    const start = Math.max(y, slice.start);
    const end = Math.min(y + height, slice.end);
    if (end < start) return undefined;
    const hasTop = y >= slice.start - tolerance && !isCutAbove;
    return {
      x: position.x,
      y: start + offset + shiftY,
      width,
      height: end - start,
      hasTop,
      hasBottom: y + height <= slice.end + tolerance && !isCutBelow,
      whole: { y: y + offset + shiftY, height },
    };
  }

  /** Borders of a collapsed cell come after its content. */
  function paintBorders({ borders, style }: BoxFragment, box: PaintedBox): void {
    if (typeof borders !== "object" || style?.visibility === "hidden") return;
    stream.opacity(style?.opacity ?? 1);
    paintCollapsed(box, borders, stream);
  }

  /** `whole`: the line itself, if `line` is without its boxes. */
  function visitLine(line: LineFragment, position: Position, whole = line): void {
    const { x, y, isArtifact, isForTheEar } = position;
    if (!isArtifact) options.ledger?.note(whole);
    if (!isArtifact) for (const marks of line.marks) options.onMarks(marks, topOf(line, position));
    for (const { style, of, ...area } of isForTheEar ? [] : line.backgrounds) {
      const clipToText = () =>
        clipTo(runsOf(line, { x, y }).filter(({ run: { item } }) => isAround(of, item.decoration)));
      const box = { ...area, x: x + area.x, y: y + area.y, hasTop: true, hasBottom: true };
      paintDecoration(box, style, { clips: position.clips, clipToText, hasBorders: true });
    }
    const linePosition = { x, baseline: y + line.baseline, isArtifact, isForTheEar };
    let painted = 0;
    for (let index = 0; index < line.atoms.length; index += 1) {
      // Text is drawn in the order in which it is read.
      const before = line.runsBefore[index] ?? 0;
      paintRuns(line.runs.slice(painted, before), linePosition, textPainter);
      visitAtom(line.atoms[index] as Fragment, { ...position, layer: "all" });
      painted = before;
    }
    paintRuns(painted === 0 ? line.runs : line.runs.slice(painted), linePosition, textPainter);
    if (isArtifact) return;
    for (const { target, ...area } of line.links) {
      // What is not seen is not to be hit by accident.
      const size = isForTheEar ? { width: 0, height: 0 } : { width: area.width, height: area.height };
      addLink(target, onPage({ x: x + area.x, y: y + area.y, ...size }), options);
    }
  }

  /** An atom goes with its line, whole; so does what is in a float that is not divided. */
  function visitAtom(fragment: Fragment, at: Position): void {
    const position = within(at, fragment);
    if (fragment.kind === "line") visitLine(fragment, position);
    else if (fragment.kind === "image") visitImage(fragment, position);
    else if (fragment.isBelow) paintAtomBelow(fragment, position);
    else visitAtomBox(fragment, shown(moved(fragment, cutAround(fragment, position))));
  }

  function paintAtomBelow({ isBelow: _, ...fragment }: BoxFragment, position: Position): void {
    stream.unmark();
    tags.paintEarly(() => visitAtomBox(fragment, shown(moved(fragment, position))));
    stream.unmark();
  }

  const onPage = (area: Rectangle): Rectangle => boundsUnder(stream.matrix, area);

  function visitAtomBox({ transform, ...fragment }: BoxFragment, position: Position): void {
    if (transform) turned(transform, position, () => paintAtomBox(fragment, position));
    else paintAtomBox(fragment, position);
  }

  function paintAtomBox(fragment: BoxFragment, position: Position): void {
    if (fragment.isPoint) stream.unmark();
    if (fragment.tag && !position.isArtifact) tags.touch(fragment.tag);
    if (fragment.marks && !position.isArtifact) options.onMarks(fragment.marks, topOf(fragment, position));
    const box = {
      x: position.x,
      y: position.y,
      width: fragment.width,
      height: fragment.height,
      hasTop: fragment.isCutAbove !== true,
      hasBottom: fragment.isCutBelow !== true,
    };
    if (fragment.style && !position.isForTheEar) paintOwn(fragment, fragment.style, { box, position });
    const inner = insideOf(fragment, position);
    for (const child of fragment.children) visitAtom(child, inner);
    if (!position.isForTheEar) paintBorders(fragment, box);
  }

  function visitImage(fragment: ImageFragment, { x, y, isArtifact, isForTheEar, clips }: Position): void {
    const content = isArtifact ? "artifact" : fragment.content;
    const area = { x, y, width: fragment.width, height: fragment.height };
    stream.mark(content);
    stream.opacity(fragment.opacity);
    if (!isForTheEar) paintWithin(clips, area, { stream, paint: () => paintPicture(fragment, area) });
    if (fragment.isPlaceholder && !isArtifact) placeholders.pictures += 1;
    if (content === "artifact") return;
    const seen = onPage(area);
    if (content.needsBBox) {
      const [left, bottom] = [seen.x, page.height - seen.y - seen.height];
      tags.extend(content, page, [left, bottom, left + seen.width, bottom + seen.height]);
    }
    if (fragment.link) addLink(fragment.link, seen, options);
  }

  function paintPicture({ image, drawn }: ImageFragment, area: Rectangle): void {
    if (!drawn) {
      images.paint(image, area, stream);
      return;
    }
    stream.save();
    stream.write(`${[area.x, area.y, area.width, area.height].map(num).join(" ")} re W n`);
    images.paint(image, { ...drawn, x: area.x + drawn.x, y: area.y + drawn.y }, stream);
    stream.restore();
  }

  return { visit, offset };
}

interface OwnOptions {
  readonly box: PaintedBox;
  readonly position: Position;
}

interface DecorationOptions extends Pick<BoxPainterOptions, "clipToText" | "hasBorders"> {
  readonly clips: readonly OverflowClip[];
}

/** What reaches as far as shadows do. */
const everywhere = {
  x: Number.NEGATIVE_INFINITY,
  y: Number.NEGATIVE_INFINITY,
  width: Number.POSITIVE_INFINITY,
  height: Number.POSITIVE_INFINITY,
};

const groupOf = (fragment: Fragment): BoxFragment => ({ ...emptyBox, children: [fragment] });

const runsOf = (line: LineFragment, { x, y }: Pick<Position, "x" | "y">): readonly PlacedRun[] =>
  line.runs
    .filter(({ item }) => item.style.visibility === "visible")
    .map((run) => {
      const { rise, shift = { x: 0, y: 0 } } = run.item;
      return { run, x: x + run.x + shift.x, y: y + line.baseline - rise + shift.y };
    });

/** Whether one inline box is another, or around it. */
const isAround = (outer: InlineDecoration, inner: InlineDecoration | undefined): boolean =>
  inner !== undefined && (inner === outer || isAround(outer, inner.parent));

/** The left edge of the table whose head is repeated: of the box that holds a row group at this height. */
function tableX(root: Fragment, y: number, ranges: ChildRanges): number {
  // Floats stand at the same height, so that more than one box may have to be looked into.
  const find = (fragment: Fragment, left: number, above: number): number | undefined => {
    if (fragment.kind !== "box") return undefined;
    if (fragment.tag?.role === "TBody" || fragment.tag?.role === "TFoot") return left;
    const top = above + fragment.y;
    for (const child of ranges.between(fragment, y - top - tolerance, y - top + tolerance)) {
      const isHere = top + child.y <= y + tolerance && top + child.y + child.height > y + tolerance;
      const found = isHere ? find(child, left + fragment.x, top) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(root, 0, 0) ?? 0;
}
