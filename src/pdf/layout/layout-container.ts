import type { FlexBox } from "../box/box.ts";
import { stronger } from "./block-stack.ts";
import type { BoxGeometry } from "./box-geometry.ts";
import { type BreakPoint, breaksWithin, moveBreak } from "./break-point.ts";
import { type Fragment, fragmentOf, heightAround, moveFragment } from "./fragment.ts";
import { tagsIn } from "./fragment-tags.ts";
import { type LaidOut, marginsOf, onPage } from "./laid-out.ts";
import type { LayoutContext } from "./layout-context.ts";
import { pointAt } from "./layout-static-position.ts";

/** An item where it stands: top left of its border box, from that of the container's content. */
export interface PlacedItem {
  readonly laidOut: LaidOut;
  readonly x: number;
  readonly y: number;
}

interface ContainerOptions {
  readonly geometry: BoxGeometry;
  readonly context: LayoutContext;
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
  const children = inPaintingOrder(
    box,
    items.map(({ laidOut, x, y }) => moveFragment(laidOut.fragment, inset.left + x, inset.top + y)),
  );
  const height = heightAround(children, { asked: inset.top + contentHeight + inset.bottom, bottom: inset.bottom });
  const moved = breaks.map((point) => moveBreak(point, inset.top));
  const firstBaseline = options.firstBaseline === undefined ? undefined : options.firstBaseline + inset.top;
  return {
    fragment: fragmentOf(box, { width: geometry.width, height, children }),
    ...marginsOf(geometry),
    isEmpty: false,
    slack: 0,
    breaks: breaksWithin(moved, { style, height, room: options.context.page(style.page).height }),
    breakBefore: stronger(style.breakBefore, edges?.breakBefore ?? "auto"),
    breakAfter: stronger(style.breakAfter, edges?.breakAfter ?? "auto"),
    pages: onPage(style.page),
    firstBaseline,
    baseline: firstBaseline,
  };
}

/**
 * Items are painted by `order` (CSS Flexbox 1, 5.4.2), and read in the order of the document. That makes a difference where one lies
 * over another that the document has before it, and that has a higher `order`: it is painted before, and read at its place.
 */
function inPaintingOrder({ children: boxes }: FlexBox, items: readonly Fragment[]): readonly Fragment[] {
  if (boxes.every(({ style }) => style.order === 0)) return items;
  const orderOf = (index: number) => boxes[index]?.style.order ?? 0;
  const isUnder = (item: Fragment, index: number) =>
    items.some((other, before) => before < index && orderOf(before) > orderOf(index) && overlap(other, item));
  const under = items.map((item, index) => {
    const tags = tagsIn(item);
    // What is said in several structure elements keeps to the place that it is read at.
    return tags.length <= 1 && isUnder(item, index) ? { item, tag: tags[0], order: orderOf(index) } : undefined;
  });
  const below = under.flatMap((each) => each ?? []).sort((a, b) => a.order - b.order);
  if (below.length === 0) return items;
  const left = items.map((item, index): Fragment => {
    const moved = under[index];
    return moved ? { ...pointAt(item.x, item.y), tag: moved.tag } : item;
  });
  return [...below.map(({ item }) => ({ ...item, isBelow: true })), ...left];
}

const overlap = (a: Fragment, b: Fragment) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
