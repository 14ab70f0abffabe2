import type { BlockLevelBox } from "../box/box.ts";
import { tolerance } from "../geometry/tolerance.ts";

/** A flex item with the sizes that decide its width; border box, pt. */
export interface FlexItem {
  readonly box: BlockLevelBox;
  readonly basis: number;
  readonly min: number;
  readonly max: number;
  readonly margins: number;
  readonly grow: number;
  readonly shrink: number;
}

interface Room {
  readonly room: number;
  readonly gap: number;
}

/** Collects items into lines (CSS Flexbox 1, 9.3). */
export function flexLines<I extends Omit<FlexItem, "box">>(
  items: readonly I[],
  { room, gap, wraps }: Room & { readonly wraps: boolean },
): I[][] {
  if (!wraps) return items.length > 0 ? [[...items]] : [];
  const lines: I[][] = [];
  let used = 0;
  for (const item of items) {
    const width = Math.max(item.min, Math.min(item.basis, item.max)) + item.margins;
    const line = lines.at(-1);
    if (line && used + gap + width <= room + tolerance) {
      line.push(item);
      used += gap + width;
    } else {
      lines.push([item]);
      used = width;
    }
  }
  return lines;
}

/**
 * Resolves flexible widths (CSS Flexbox 1, 9.7): free room is shared by the grow factors, lack of it by shrink factor
 * times basis; an item that meets its minimum or maximum is frozen and the rest is shared again.
 */
export function resolveFlex(line: readonly Omit<FlexItem, "box">[], { room, gap }: Room): number[] {
  const fixed = gap * (line.length - 1) + line.reduce((sum, item) => sum + item.margins, 0);
  const widths = line.map((item) => clamp(item, item.basis));
  const isGrowing = fixed + line.reduce((sum, item) => sum + clamp(item, item.basis), 0) < room;
  const factor = (item: Omit<FlexItem, "box">) => (isGrowing ? item.grow : item.shrink * item.basis);
  const open = new Set(line.keys());
  for (const [index, item] of line.entries()) if (factor(item) === 0) open.delete(index);
  while (open.size > 0) {
    const base = line.reduce(
      (sum, item, index) => sum + (open.has(index) ? item.basis : (widths[index] as number)),
      fixed,
    );
    const total = [...open].reduce((sum, index) => sum + factor(line[index] as FlexItem), 0);
    const share = isGrowing && total < 1 ? total : 1;
    const violated: number[] = [];
    for (const index of open) {
      const item = line[index] as FlexItem;
      const wanted = item.basis + ((room - base) * share * factor(item)) / total;
      widths[index] = clamp(item, wanted);
      if (Math.abs((widths[index] as number) - wanted) > tolerance) violated.push(index);
    }
    if (violated.length === 0) break;
    for (const index of violated) open.delete(index);
  }
  return widths;
}

const clamp = ({ min, max }: Omit<FlexItem, "box">, width: number) => Math.max(min, Math.min(width, max));
