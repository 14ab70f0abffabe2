import type { BoxMarks, InlineDecoration } from "../box/box.ts";
import type { EmbeddedFonts } from "../canvas/embedded-fonts.ts";
import { around, boundsUnder, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { ChildRanges } from "../layout/child-ranges.ts";
import type { BoxFragment, Fragment, LineFragment } from "../layout/fragment.ts";
import type { Ledger } from "./ledger.ts";
import { addLink } from "./links.ts";
import { createDecorator, runsOf } from "./page-decoration.ts";
import { moved, type PagePosition, positionOf, shown, start } from "./page-position.ts";
import { createPageShare, type PageWindow } from "./page-share.ts";
import type { PageArea } from "./paint-background.ts";
import { isMissed } from "./paint-box.ts";
import { type ImageFragmentOptions, paintImageFragment } from "./paint-image-fragment.ts";
import { paintRuns } from "./paint-text.ts";

export interface PagePainterOptions extends ImageFragmentOptions {
  readonly fonts: EmbeddedFonts;
  readonly ranges: ChildRanges;
  /** Told of each line that is content. */
  readonly ledger?: Ledger;
  /** The content area of the page. */
  readonly pageArea?: PageArea | undefined;
  /** What the page learns of: destinations, bookmarks, named strings; `top` from the top of the page. */
  onMarks(marks: BoxMarks, top: number): void;
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

function createVisitor(root: Fragment, window: PageWindow, options: PagePainterOptions) {
  const { stream, tags, fonts, images, ranges, placeholders, offPage, pageArea } = options;
  const textPainter = { stream, fonts, tags, placeholders, offPage };
  const share = createPageShare(window, ranges);
  const { paintOwn, paintDecoration, insideOf, clipTo, cutAround, paintBorders } = createDecorator({
    root,
    share,
    stream,
    fonts,
    images,
    pageArea,
  });
  /** Where the window begins on the page that is printed. */
  const first = boundsUnder(stream.matrix, { x: 0, y: window.top, width: 0, height: 0 }).y;

  function visit(fragment: Fragment, at: PagePosition): void {
    const position = positionOf(at, fragment);
    if (fragment.kind === "box") visitInLayers(fragment, moved(fragment, cutAround(fragment, position)));
    else if (position.layer === "backgrounds") return;
    else if (fragment.kind === "line" && fragment.isDivided && !position.isArtifact) visitDivided(fragment, position);
    else if (!position.isArtifact && !share.belongs(position, fragment.height)) return;
    else if (fragment.kind === "line") visitLine(fragment, shown(position));
    else paintImageFragment(fragment, shown(position), options);
  }

  /** The boxes in the line are painted page by page, like others; its text is where its baseline is. */
  function visitDivided(line: LineFragment, position: PagePosition): void {
    if (share.belongs(position, line.baseline))
      visitLine({ ...line, atoms: [], runsBefore: [] }, shown(position), line);
    for (const atom of line.atoms) visit(atom, { ...position, layer: "all" });
  }

  function visitInLayers(fragment: BoxFragment, position: PagePosition): void {
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
  function visitTurned({ transform: _, ...fragment }: BoxFragment, transform: Matrix, position: PagePosition): void {
    const { x, y, shiftY } = position;
    const { heldAt } = fragment;
    if (heldAt !== undefined && !position.isArtifact && share.isCut(position, fragment.height)) {
      if (share.belongs(position, heldAt)) visitAtomBox({ ...fragment, transform }, shown(position));
      return;
    }
    turned(transform, { x, y: y + shiftY }, () => visitInLayers(fragment, position));
  }

  function turned(transform: Matrix, { x, y }: Pick<PagePosition, "x" | "y">, paint: () => void): void {
    const outer = stream.matrix;
    stream.transform(multiply(outer, around(transform, { x, y })));
    paint();
    stream.transform(outer);
  }

  /** It is read where it stands in the document, however early it is painted. */
  function paintBelow({ isBelow: _, ...fragment }: BoxFragment, position: PagePosition): void {
    stream.unmark();
    tags.paintEarly(() => visitInLayers(fragment, { ...position, layer: "all" }));
    stream.unmark();
  }

  function visitFloat({ float, ...fragment }: BoxFragment, position: PagePosition): void {
    if (position.layer === "backgrounds") return;
    if (float === "divided" || (!position.isArtifact && share.isCut(position, fragment.height)))
      visitInLayers(fragment, { ...position, layer: "all" });
    else if (position.isArtifact || share.belongs(position, fragment.height)) visitAtomBox(fragment, shown(position));
  }

  function visitBox(fragment: BoxFragment, position: PagePosition): void {
    const { layer } = position;
    if (!position.isArtifact && !share.isOnPage(fragment, position)) return;
    if (!position.isArtifact && layer !== "backgrounds") enterBox(fragment, position);
    const box = share.shownPart(fragment, position);
    if (fragment.style?.visibility === "visible" && box && layer !== "content" && !position.isForTheEar) {
      paintOwn(fragment, fragment.style, { box, position });
      noteBox(fragment, box, position);
    }
    const isHidden = fragment.style?.visibility === "hidden";
    const inner = insideOf(fragment, position);
    for (const child of share.childrenOf(fragment, position))
      if (!isHidden || child.kind !== "image") visit(child, inner);
    if (box && layer !== "backgrounds" && !position.isForTheEar) paintBorders(fragment, box);
  }

  function noteBox({ style, borders }: BoxFragment, box: Rectangle, { clips, isArtifact }: PagePosition): void {
    if (offPage && style && !isArtifact && isMissed(style, borders !== "none")) offPage.noteBox(box, clips, stream);
  }

  /** The box enters the structure tree, and its marks count on its first page. */
  function enterBox(fragment: BoxFragment, position: PagePosition): void {
    if (fragment.isPoint) stream.unmark();
    if (fragment.tag) tags.touch(fragment.tag);
    if (fragment.marks && share.isFirstOf(position))
      options.onMarks(fragment.marks, Math.max(first, topOf(fragment, position)));
  }

  /** Where it is seen on the page, at the top. */
  const topOf = ({ width, height }: Fragment, { x, y, shiftY }: PagePosition) =>
    boundsUnder(stream.matrix, { x, y: y + shiftY, width, height }).y;

  /** `whole`: the line itself, if `line` is without its boxes. */
  function visitLine(line: LineFragment, position: PagePosition, whole = line): void {
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
  function visitAtom(fragment: Fragment, at: PagePosition): void {
    const position = positionOf(at, fragment);
    if (fragment.kind === "line") visitLine(fragment, position);
    else if (fragment.kind === "image") paintImageFragment(fragment, position, options);
    else if (fragment.isBelow) paintAtomBelow(fragment, position);
    else visitAtomBox(fragment, shown(moved(fragment, cutAround(fragment, position))));
  }

  function paintAtomBelow({ isBelow: _, ...fragment }: BoxFragment, position: PagePosition): void {
    stream.unmark();
    tags.paintEarly(() => visitAtomBox(fragment, shown(moved(fragment, position))));
    stream.unmark();
  }

  const onPage = (area: Rectangle): Rectangle => boundsUnder(stream.matrix, area);

  function visitAtomBox({ transform, ...fragment }: BoxFragment, position: PagePosition): void {
    if (transform) turned(transform, position, () => paintAtomBox(fragment, position));
    else paintAtomBox(fragment, position);
  }

  function paintAtomBox(fragment: BoxFragment, position: PagePosition): void {
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
    if (fragment.style && !position.isForTheEar) {
      paintOwn(fragment, fragment.style, { box, position });
      noteBox(fragment, box, position);
    }
    const inner = insideOf(fragment, position);
    for (const child of fragment.children) visitAtom(child, inner);
    if (!position.isForTheEar) paintBorders(fragment, box);
  }

  return { visit, offset: share.offset };
}

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
