import type { FlexBox } from "../box/box.ts";
import { stronger } from "./block-stack.ts";
import type { BoxGeometry } from "./box-geometry.ts";
import { avoidBreaks, type BreakPoint, moveBreak } from "./break-point.ts";
import { fragmentOf, heightAround, moveFragment } from "./fragment.ts";
import { type LaidOut, marginsOf, onPage } from "./laid-out.ts";

/** An item where it stands: top left of its border box, from that of the container's content. */
export interface PlacedItem {
  readonly laidOut: LaidOut;
  readonly x: number;
  readonly y: number;
}

interface ContainerOptions {
  readonly geometry: BoxGeometry;
  /** In document order: what is read and what is tagged keeps to it, wherever the items stand (CSS Flexbox 1, 5.4.1). */
  readonly items: readonly PlacedItem[];
  readonly contentHeight: number;
  /** From the top of the content. */
  readonly breaks: readonly BreakPoint[];
  readonly firstBaseline: number | undefined;
  /** Breaks asked for at its edges by what is there. */
  readonly edges?: Pick<LaidOut, "breakBefore" | "breakAfter"> | undefined;
}

/** The box of a flex or grid container around its items. */
export function layoutContainer(box: FlexBox, options: ContainerOptions): LaidOut {
  const { geometry, items, contentHeight, breaks, edges } = options;
  const { style } = box;
  const { inset } = geometry;
  const children = items.map(({ laidOut, x, y }) => moveFragment(laidOut.fragment, inset.left + x, inset.top + y));
  const height = heightAround(children, { asked: inset.top + contentHeight + inset.bottom, bottom: inset.bottom });
  const moved = breaks.map((point) => moveBreak(point, inset.top));
  const firstBaseline = options.firstBaseline === undefined ? undefined : options.firstBaseline + inset.top;
  return {
    fragment: fragmentOf(box, { width: geometry.width, height, children }),
    ...marginsOf(geometry),
    isEmpty: false,
    slack: 0,
    breaks: style.breakInside === "avoid" ? avoidBreaks(moved) : moved,
    breakBefore: stronger(style.breakBefore, edges?.breakBefore ?? "auto"),
    breakAfter: stronger(style.breakAfter, edges?.breakAfter ?? "auto"),
    pages: onPage(style.page),
    firstBaseline,
    baseline: firstBaseline,
  };
}
