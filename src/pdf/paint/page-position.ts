import type { BoxFragment, Fragment } from "../layout/fragment.ts";
import type { OverflowClip } from "./overflow-clip.ts";

/** The top left corner of a fragment's parent, on the page. */
export interface PagePosition {
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
export const positionOf = (
  { x, y, isArtifact, layer, shiftY, isForTheEar, clips }: PagePosition,
  fragment: Pick<Fragment, "x" | "y">,
): PagePosition => ({ x: x + fragment.x, y: y + fragment.y, isArtifact, layer, shiftY, isForTheEar, clips });

export const start = { layer: "all", shiftY: 0, isForTheEar: false, clips: [] } as const;

/** Where `position: relative` moves it. */
export const moved = ({ shift, isForTheEar }: BoxFragment, position: PagePosition): PagePosition =>
  shift || isForTheEar
    ? {
        ...position,
        x: position.x + (shift?.x ?? 0),
        shiftY: position.shiftY + (shift?.y ?? 0),
        isForTheEar: position.isForTheEar || isForTheEar === true,
      }
    : position;

/** Where it is seen, once it is known to be on this page. */
export const shown = (position: PagePosition): PagePosition =>
  position.shiftY === 0 ? position : { ...position, y: position.y + position.shiftY, shiftY: 0 };
