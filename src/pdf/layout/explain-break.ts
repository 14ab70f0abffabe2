import type { DomElement } from "../dom/dom-node.ts";
import { elementName } from "../dom/element-name.ts";
import { tolerance } from "../geometry/tolerance.ts";
import { type BreakPoint, penalties } from "./break-point.ts";
import type { BoxFragment, Fragment } from "./fragment.ts";
import type { PageEnding } from "./paginate.ts";

/** A box of an element, from the top of the layout. */
interface NamedBox {
  readonly element: DomElement;
  readonly fragment: BoxFragment;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Says why a page ends where it does, in a sentence: what forces it, or what did not fit, and what is kept together lower down.
 * `breaks`: of the whole layout, whose boxes are marked with their elements.
 */
export function createBreakExplainer(root: Fragment, breaks: readonly BreakPoint[]): (ending: PageEnding) => string {
  const layout = { boxes: namedBoxes(root), breaks, end: root.height };
  return (ending) => explainBreak(ending, layout);
}

interface NamedLayout {
  readonly boxes: readonly NamedBox[];
  readonly breaks: readonly BreakPoint[];
  /** Where it ends, pt. */
  readonly end: number;
}

function explainBreak({ kind, point, limit }: PageEnding, { boxes, breaks, end }: NamedLayout): string {
  if (kind === "forced") return forcedBy(point, boxes);
  const left = Math.max(0, Math.round(limit - point.y));
  if (kind === "divided")
    return `Nowhere on the page may it end: ${nameOf(boxAround(point.y, boxes))} is divided where no line is cut.`;
  const passed = breaks.filter(
    ({ y, penalty, forced }) => !forced && y > point.y + tolerance && y <= limit + tolerance && penalty > point.penalty,
  );
  if (passed.length > 0)
    return `${left} pt are left at its foot, as what comes next is kept together: ${keepers(passed, boxes).join("; ")}.`;
  if (left === 0) return "The page is full.";
  const after = breaks.find(({ y }) => y > point.next + tolerance);
  const height = Math.round((after?.y ?? end) - point.next);
  return `What comes next, ${nameOf(boxStarting(point.next, boxes))}, takes ${height} pt in one piece, and ${left} pt are left.`;
}

function namedBoxes(root: Fragment): readonly NamedBox[] {
  const found: NamedBox[] = [];
  const visit = (fragment: Fragment, above: number): void => {
    if (fragment.kind !== "box") return;
    const top = above + fragment.y;
    const element = fragment.marks?.element;
    if (element) found.push({ element, fragment, top, bottom: top + fragment.height });
    for (const child of fragment.children) visit(child, top);
  };
  visit(root, 0);
  return found;
}

const isAt = (a: number, b: number) => Math.abs(a - b) <= 2 * tolerance;

/** With its line, as many are named alike. */
function nameOf(box: NamedBox | undefined): string {
  if (!box) return "something that no element made";
  const { location } = box.element;
  return `${elementName(box.element)}${location ? ` (line ${location.line})` : ""}`;
}

/** The outermost that begins there. */
const boxStarting = (y: number, boxes: readonly NamedBox[]) =>
  boxes.find(({ top, bottom }) => isAt(top, y) && bottom > y + tolerance) ?? boxAround(y, boxes);

/** The innermost. */
const boxAround = (y: number, boxes: readonly NamedBox[]) =>
  boxes.findLast(({ top, bottom }) => top < y + tolerance && bottom > y - tolerance);

function forcedBy({ y, next, page }: BreakPoint, boxes: readonly NamedBox[]): string {
  const isForced = (value: string | undefined) => value !== undefined && value !== "auto" && value !== "avoid";
  const before = boxes.find(({ top, fragment }) => top >= next - tolerance && isForced(fragment.style?.breakBefore));
  // Its margin is on the new page; anything else would stand between the two.
  const isFirst = before && !boxes.some(({ bottom }) => bottom > next + tolerance && bottom <= before.top + tolerance);
  if (before && isFirst) return `"break-before: ${before.fragment.style?.breakBefore}" of ${nameOf(before)}.`;
  const after = boxes.findLast(({ bottom, fragment }) => isAt(bottom, y) && isForced(fragment.style?.breakAfter));
  if (after) return `"break-after: ${after.fragment.style?.breakAfter}" of ${nameOf(after)}.`;
  if (page === undefined) return "A break is forced here.";
  return `"page: ${page || "auto"}" of ${nameOf(boxStarting(next, boxes))}: the pages from here on are others.`;
}

/** What keeps those places from being the end of the page, each once, with how often. */
function keepers(points: readonly BreakPoint[], boxes: readonly NamedBox[]): string[] {
  const counts = new Map<string, number>();
  for (const point of points) {
    const why = keeperOf(point, boxes);
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return [...counts].map(([why, count]) => (count === 1 ? why : `${why} (${count} places)`));
}

function keeperOf({ y, next, penalty }: BreakPoint, boxes: readonly NamedBox[]): string {
  if (penalty === penalties.lines) return `"orphans" and "widows" of ${nameOf(boxAround(y, boxes))}`;
  if (penalty === penalties.parallel) return `what stands beside it in ${nameOf(boxAround(y, boxes))}`;
  const inside = boxes.find(
    ({ top, bottom, fragment }) =>
      top < y - tolerance && bottom > next + tolerance && fragment.style?.breakInside === "avoid",
  );
  if (inside) return `"break-inside: avoid" of ${nameOf(inside)}`;
  const after = boxes.find(({ bottom, fragment }) => isAt(bottom, y) && fragment.style?.breakAfter === "avoid");
  if (after) return `"break-after: avoid" of ${nameOf(after)}`;
  const before = boxes.find(({ top, fragment }) => isAt(top, next) && fragment.style?.breakBefore === "avoid");
  return before ? `"break-before: avoid" of ${nameOf(before)}` : `${nameOf(boxAround(y, boxes))} and what follows it`;
}
