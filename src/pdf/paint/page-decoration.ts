import type { ComputedStyle } from "../css/computed-style.ts";
import { type BoxFragment, emptyBox, type Fragment, type LineFragment } from "../layout/fragment.ts";
import { clipsBehindText, mayCut, type OverflowClip, overflowClip, paintWithin } from "./overflow-clip.ts";
import { moved, type PagePosition, shown } from "./page-position.ts";
import type { PageShare } from "./page-share.ts";
import type { PageArea } from "./paint-background.ts";
import { type BoxPainterOptions, isPlain, type PaintedBox, paintBox, paintCollapsed } from "./paint-box.ts";
import type { ImagePainter } from "./paint-image.ts";
import { clipToRuns, type PlacedRun, type WordPainter } from "./paint-text.ts";

export interface DecoratorOptions extends WordPainter {
  readonly root: Fragment;
  readonly share: PageShare;
  readonly images: ImagePainter;
  /** The content area of the page. */
  readonly pageArea?: PageArea | undefined;
}

interface OwnOptions {
  readonly box: PaintedBox;
  readonly position: PagePosition;
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

/** What boxes look like, but for what they hold: shadows, backgrounds, borders, and what they cut off. */
export class Decorator {
  readonly #options: DecoratorOptions;

  constructor(options: DecoratorOptions) {
    this.#options = options;
  }

  /** Whether there is nothing to paint of a box there but what is in it. */
  isPlain({ style, borders }: BoxFragment, { clips }: PagePosition): boolean {
    if (typeof borders === "object") return false;
    return style === undefined || (clips.length === 0 && isPlain(style, borders === "own"));
  }

  /** Its shadows, background and borders. */
  paintOwn(fragment: BoxFragment, style: ComputedStyle, { box, position }: OwnOptions): void {
    const hasBorders = fragment.borders === "own";
    if (position.clips.length === 0 && isPlain(style, hasBorders)) {
      this.#options.stream.opacity(style.opacity);
      return;
    }
    const clipToText = () => this.clipTo(this.#runsIn(fragment, position));
    const at = { x: position.x, y: position.y + position.shiftY };
    const clips = position.clips.length === 0 ? position.clips : clipsBehindText(position.clips, fragment, at);
    this.paintDecoration(box, style, { clips, clipToText, hasBorders });
  }

  paintDecoration(box: PaintedBox, style: ComputedStyle, { clips, ...rest }: DecorationOptions): void {
    const { stream, images, pageArea } = this.#options;
    const paint = () => paintBox(box, style, { stream, images, pageArea, ...rest });
    if (clips.length === 0) {
      paint();
      return;
    }
    stream.mark("artifact");
    paintWithin(clips, style.boxShadow.length > 0 ? everywhere : box, { stream, paint });
  }

  /** In it, as far as it shows what it holds. What is cut off at the edges of the window is cut off by the paper. */
  insideOf(fragment: BoxFragment, position: PagePosition): PagePosition {
    if (fragment.isClosed) return { ...position, isForTheEar: true };
    if (!mayCut(fragment)) return position;
    const isViewport = isOfViewport(fragment, this.#options.root);
    const { x, y, shiftY, clips } = position;
    const clip = isViewport ? undefined : overflowClip(fragment, { x, y: y + shiftY }, this.#options.stream.matrix);
    return clip ? { ...position, clips: [...clips, clip] } : position;
  }

  clipTo(runs: readonly PlacedRun[]): boolean {
    if (runs.length > 0) clipToRuns(runs, this.#options);
    return runs.length > 0;
  }

  /** The text in a box that this page shows, where it stands; `position` is that of the box. */
  #runsIn(fragment: BoxFragment, { isArtifact, ...position }: PagePosition): readonly PlacedRun[] {
    return fragment.children.flatMap((child): readonly PlacedRun[] => {
      const at = { isArtifact, ...position, x: position.x + child.x, y: position.y + child.y };
      if (child.kind === "box") return child.transform ? [] : this.#runsIn(child, moved(child, at));
      if (child.kind === "image" || !(isArtifact || this.#options.share.belongs(at, child.height))) return [];
      return [...runsOf(child, shown(at)), ...child.atoms.flatMap((atom) => this.#runsIn(groupOf(atom), shown(at)))];
    });
  }

  /** Cut off by boxes that it stands in, though they are painted elsewhere. */
  cutAround({ cutBy }: BoxFragment, position: PagePosition): PagePosition {
    if (!cutBy || cutBy.length === 0) return position;
    const { x, y, shiftY } = position;
    const own = cutBy.flatMap(
      (cut) => overflowClip(cut.box, { x: x + cut.x, y: y + shiftY + cut.y }, this.#options.stream.matrix) ?? [],
    );
    const isForTheEar = position.isForTheEar || cutBy.some(({ box }) => box.isClosed);
    return { ...position, isForTheEar, clips: [...position.clips, ...own] };
  }

  /** Borders of a collapsed cell come after its content. */
  paintBorders({ borders, style }: BoxFragment, box: PaintedBox): void {
    if (typeof borders !== "object" || style?.visibility === "hidden") return;
    this.#options.stream.opacity(style?.opacity ?? 1);
    paintCollapsed(box, borders, this.#options.stream);
  }
}

const groupOf = (fragment: Fragment): BoxFragment => ({ ...emptyBox, children: [fragment] });

export const runsOf = (line: LineFragment, { x, y }: Pick<PagePosition, "x" | "y">): readonly PlacedRun[] =>
  line.runs
    .filter(({ item }) => item.style.visibility === "visible")
    .map((run) => {
      const { rise, shift = { x: 0, y: 0 } } = run.item;
      return { run, x: x + run.x + shift.x, y: y + line.baseline - rise + shift.y };
    });

/** The root element or `body`: what these cut off a screen is not cut off paper. A root with margins stands in a box of none. */
function isOfViewport(fragment: BoxFragment, root: Fragment): boolean {
  if (fragment === root) return true;
  if (root.kind !== "box") return false;
  const [element] = root.children;
  const outer = root.tag || element?.kind !== "box" ? root : element;
  return fragment === outer || outer.children.includes(fragment);
}
