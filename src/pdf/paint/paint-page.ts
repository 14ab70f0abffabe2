import type { BoxMarks, InlineDecoration } from "../box/box.ts";
import type { EmbeddedFonts } from "../canvas/embedded-fonts.ts";
import { around, boundsUnder, type Matrix, multiply } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import { tolerance } from "../geometry/tolerance.ts";
import type { ChildRanges } from "../layout/child-ranges.ts";
import type { BoxFragment, Fragment, LineFragment } from "../layout/fragment.ts";
import type { Ledger } from "./ledger.ts";
import { addLink } from "./links.ts";
import { Decorator, runsOf } from "./page-decoration.ts";
import { moved, type PagePosition, positionOf, shown, start } from "./page-position.ts";
import { createPageShare, type PageShare, type PageWindow } from "./page-share.ts";
import type { PageArea } from "./paint-background.ts";
import { isMissed } from "./paint-box.ts";
import { type ImageFragmentOptions, paintImageFragment } from "./paint-image-fragment.ts";
import { Pen, paintRuns, type TextPainter } from "./paint-text.ts";

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
  const visitor = new PageVisitor(root, window, options);
  visitor.visit(root, { x: left, y: visitor.offset, isArtifact, ...start });
  if (slice.foot) {
    const foot = slice.foot.fragment;
    const y = top + (slice.repeat?.height ?? 0) + slice.end - slice.start;
    const x = left + tableX(root, slice.end - 1, options.ranges);
    visitor.visit(foot, { x, y: y - foot.y, isArtifact: true, ...start });
  }
  if (!slice.repeat) return;
  // A repeated head is furniture of the page: the real one stands in the structure tree once. It comes last, because the
  // border under it lies over the first row, as it does under the real one.
  const head = slice.repeat.fragment;
  const x = left + tableX(root, slice.start, options.ranges);
  visitor.visit(head, { x, y: top - head.y, isArtifact: true, ...start });
}

/** A class: what is made for each page would be optimised for it, and again for the next. */
class PageVisitor {
  readonly #options: PagePainterOptions;
  readonly #stream: PagePainterOptions["stream"];
  readonly #textPainter: TextPainter;
  readonly #share: PageShare;
  readonly #decorator: Decorator;
  /** Where the window begins on the page that is printed. */
  readonly #first: number;

  constructor(root: Fragment, window: PageWindow, options: PagePainterOptions) {
    const { stream, tags, fonts, images, ranges, placeholders, offPage, pageArea } = options;
    this.#options = options;
    this.#stream = stream;
    const pen = new Pen();
    this.#textPainter = { stream, fonts, tags, placeholders, offPage, pen };
    this.#share = createPageShare(window, ranges);
    this.#decorator = new Decorator({ root, share: this.#share, stream, fonts, pen, images, pageArea });
    this.#first = boundsUnder(stream.matrix, { x: 0, y: window.top, width: 0, height: 0 }).y;
  }

  get offset(): number {
    return this.#share.offset;
  }

  visit(fragment: Fragment, at: PagePosition): void {
    const position = positionOf(at, fragment);
    if (fragment.kind === "box")
      this.#visitInLayers(fragment, moved(fragment, this.#decorator.cutAround(fragment, position)));
    else if (position.layer === "backgrounds") return;
    else if (fragment.kind === "line" && fragment.isDivided && !position.isArtifact)
      this.#visitDivided(fragment, position);
    else if (!position.isArtifact && !this.#share.belongs(position, fragment.height)) return;
    else if (fragment.kind === "line") this.#visitLine(fragment, shown(position));
    else paintImageFragment(fragment, shown(position), this.#options);
  }

  /** The boxes in the line are painted page by page, like others; its text is where its baseline is. */
  #visitDivided(line: LineFragment, position: PagePosition): void {
    if (this.#share.belongs(position, line.baseline))
      this.#visitLine({ ...line, atoms: [], runsBefore: [] }, shown(position), line);
    for (const atom of line.atoms) this.visit(atom, { ...position, layer: "all" });
  }

  #visitInLayers(fragment: BoxFragment, position: PagePosition): void {
    const { layer } = position;
    if (fragment.isStacked && layer === "backgrounds" && !fragment.isBelow) return;
    if (fragment.isBelow) {
      if (layer === "content") return;
      this.#paintBelow(fragment, position);
      return;
    }
    if (fragment.transform) this.#visitTurned(fragment, fragment.transform, position);
    else if (fragment.isStacked && layer === "content") this.#visitInLayers(fragment, { ...position, layer: "all" });
    else if (fragment.float !== undefined) this.#visitFloat(fragment, position);
    else if (fragment.hasFloats !== true || layer !== "all") this.#visitBox(fragment, position);
    else {
      this.#visitBox(fragment, { ...position, layer: "backgrounds" });
      this.#visitBox(fragment, { ...position, layer: "content" });
    }
  }

  /** Painted as its transformation says, on the page where the flow has it. */
  #visitTurned({ transform: _, ...fragment }: BoxFragment, transform: Matrix, position: PagePosition): void {
    const { x, y, shiftY } = position;
    const { heldAt } = fragment;
    if (heldAt !== undefined && !position.isArtifact && this.#share.isCut(position, fragment.height)) {
      if (this.#share.belongs(position, heldAt)) this.#visitAtomBox({ transform, ...fragment }, shown(position));
      return;
    }
    this.#turned(transform, { x, y: y + shiftY }, () => this.#visitInLayers(fragment, position));
  }

  #turned(transform: Matrix, { x, y }: Pick<PagePosition, "x" | "y">, paint: () => void): void {
    const outer = this.#stream.matrix;
    this.#stream.transform(multiply(outer, around(transform, { x, y })));
    paint();
    this.#stream.transform(outer);
  }

  /** It is read where it stands in the document, however early it is painted. */
  #paintBelow({ isBelow: _, ...fragment }: BoxFragment, position: PagePosition): void {
    this.#stream.unmark();
    this.#options.tags.paintEarly(() => this.#visitInLayers(fragment, { ...position, layer: "all" }));
    this.#stream.unmark();
  }

  #visitFloat({ float, ...fragment }: BoxFragment, position: PagePosition): void {
    if (position.layer === "backgrounds") return;
    if (float === "divided" || (!position.isArtifact && this.#share.isCut(position, fragment.height)))
      this.#visitInLayers(fragment, { ...position, layer: "all" });
    else if (position.isArtifact || this.#share.belongs(position, fragment.height))
      this.#visitAtomBox(fragment, shown(position));
  }

  #visitBox(fragment: BoxFragment, position: PagePosition): void {
    const { layer } = position;
    if (!position.isArtifact && !this.#share.isOnPage(fragment, position)) return;
    if (!position.isArtifact && layer !== "backgrounds") this.#enterBox(fragment, position);
    const { style } = fragment;
    // Most boxes only hold others: where their edges are on the page need not be known.
    const isPlain = this.#decorator.isPlain(fragment, position);
    const box = isPlain ? undefined : this.#share.shownPart(fragment, position);
    if (style?.visibility === "visible" && layer !== "content" && !position.isForTheEar) {
      if (box) {
        this.#decorator.paintOwn(fragment, style, { box, position });
        this.#noteBox(fragment, box, position);
      } else if (isPlain && this.#share.shows(fragment, position)) this.#stream.opacity(style.opacity);
    }
    const isHidden = style?.visibility === "hidden";
    const inner = this.#decorator.insideOf(fragment, position);
    for (const child of this.#share.childrenOf(fragment, position))
      if (!isHidden || child.kind !== "image") this.visit(child, inner);
    if (box && layer !== "backgrounds" && !position.isForTheEar) this.#decorator.paintBorders(fragment, box);
  }

  #noteBox({ style, borders }: BoxFragment, box: Rectangle, { clips, isArtifact }: PagePosition): void {
    if (this.#options.offPage && style && !isArtifact && isMissed(style, borders !== "none"))
      this.#options.offPage.noteBox(box, clips, this.#stream);
  }

  /** The box enters the structure tree, and its marks count on its first page. */
  #enterBox(fragment: BoxFragment, position: PagePosition): void {
    if (fragment.isPoint) this.#stream.unmark();
    if (fragment.tag) this.#options.tags.touch(fragment.tag);
    if (fragment.marks && this.#share.isFirstOf(position))
      this.#options.onMarks(fragment.marks, Math.max(this.#first, this.#topOf(fragment, position)));
  }

  /** Where it is seen on the page, at the top. */
  #topOf({ width, height }: Fragment, { x, y, shiftY }: PagePosition): number {
    return boundsUnder(this.#stream.matrix, { x, y: y + shiftY, width, height }).y;
  }

  /** `whole`: the line itself, if `line` is without its boxes. */
  #visitLine(line: LineFragment, position: PagePosition, whole = line): void {
    const { x, y, isArtifact, isForTheEar } = position;
    if (!isArtifact) this.#options.ledger?.note(whole);
    if (!isArtifact) for (const marks of line.marks) this.#options.onMarks(marks, this.#topOf(line, position));
    for (const { style, of, ...area } of isForTheEar ? [] : line.backgrounds) {
      const clipToText = () =>
        this.#decorator.clipTo(runsOf(line, { x, y }).filter(({ run: { item } }) => isAround(of, item.decoration)));
      const box = { hasTop: true, hasBottom: true, ...area, x: x + area.x, y: y + area.y };
      this.#decorator.paintDecoration(box, style, { clips: position.clips, clipToText, hasBorders: true });
    }
    const { runs, baseline } = line;
    let painted = 0;
    for (let index = 0; index < line.atoms.length; index += 1) {
      // Text is drawn in the order in which it is read.
      const before = line.runsBefore[index] ?? 0;
      paintRuns({ runs: runs.slice(painted, before), baseline }, position, this.#textPainter);
      this.#visitAtom(line.atoms[index] as Fragment, { ...position, layer: "all" });
      painted = before;
    }
    paintRuns(painted === 0 ? line : { runs: runs.slice(painted), baseline }, position, this.#textPainter);
    if (isArtifact) return;
    for (const { target, ...area } of line.links) {
      // What is not seen is not to be hit by accident.
      const size = isForTheEar ? { width: 0, height: 0 } : { width: area.width, height: area.height };
      addLink(target, boundsUnder(this.#stream.matrix, { x: x + area.x, y: y + area.y, ...size }), this.#options);
    }
  }

  /** An atom goes with its line, whole; so does what is in a float that is not divided. */
  #visitAtom(fragment: Fragment, at: PagePosition): void {
    const position = positionOf(at, fragment);
    if (fragment.kind === "line") this.#visitLine(fragment, position);
    else if (fragment.kind === "image") paintImageFragment(fragment, position, this.#options);
    else if (fragment.isBelow) this.#paintAtomBelow(fragment, position);
    else this.#visitAtomBox(fragment, shown(moved(fragment, this.#decorator.cutAround(fragment, position))));
  }

  #paintAtomBelow({ isBelow: _, ...fragment }: BoxFragment, position: PagePosition): void {
    this.#stream.unmark();
    this.#options.tags.paintEarly(() => this.#visitAtomBox(fragment, shown(moved(fragment, position))));
    this.#stream.unmark();
  }

  #visitAtomBox({ transform, ...fragment }: BoxFragment, position: PagePosition): void {
    if (transform) this.#turned(transform, position, () => this.#paintAtomBox(fragment, position));
    else this.#paintAtomBox(fragment, position);
  }

  #paintAtomBox(fragment: BoxFragment, position: PagePosition): void {
    if (fragment.isPoint) this.#stream.unmark();
    if (fragment.tag && !position.isArtifact) this.#options.tags.touch(fragment.tag);
    if (fragment.marks && !position.isArtifact) this.#options.onMarks(fragment.marks, this.#topOf(fragment, position));
    const box = {
      x: position.x,
      y: position.y,
      width: fragment.width,
      height: fragment.height,
      hasTop: fragment.isCutAbove !== true,
      hasBottom: fragment.isCutBelow !== true,
    };
    if (fragment.style && !position.isForTheEar) {
      this.#decorator.paintOwn(fragment, fragment.style, { box, position });
      this.#noteBox(fragment, box, position);
    }
    const inner = this.#decorator.insideOf(fragment, position);
    for (const child of fragment.children) this.#visitAtom(child, inner);
    if (!position.isForTheEar) this.#decorator.paintBorders(fragment, box);
  }
}

/** Whether one inline box is another, or around it. */
const isAround = (outer: InlineDecoration, inner: InlineDecoration | undefined): boolean =>
  inner !== undefined && (inner === outer || isAround(outer, inner.parent));

/** The left edge of the table whose head is repeated: of the box that holds a row group at this height. */
function tableX(root: Fragment, y: number, ranges: ChildRanges): number {
  /** `within`: no box is looked into that does not reach there itself, as one does not whose content hangs out of it. */
  const find = (
    fragment: Fragment,
    at: { readonly x: number; readonly y: number },
    within: boolean,
  ): number | undefined => {
    if (fragment.kind !== "box") return undefined;
    const top = at.y + fragment.y;
    const isHere = top <= y + tolerance && top + fragment.height > y + tolerance;
    const isRows = fragment.tag?.role === "TBody" || fragment.tag?.role === "TFoot";
    if (isRows && isHere) return at.x;
    if (isRows || (within && !isHere)) return undefined;
    const inner = { x: at.x + fragment.x + (fragment.shift?.x ?? 0), y: top };
    // Floats stand at the same height, so that more than one box may have to be looked into.
    for (const child of ranges.between(fragment, y - top - tolerance, y - top + tolerance)) {
      const found = find(child, inner, within);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const origin = { x: 0, y: 0 };
  return find(root, origin, true) ?? find(root, origin, false) ?? 0;
}
