import { tolerance } from "../geometry/tolerance.ts";
import { clamp } from "./item-sizes.ts";

/** What decides the length of a flex item along the main axis; border box, pt. */
export interface FlexLength {
  /** The flex base size. */
  readonly basis: number;
  readonly min: number;
  readonly max: number;
  readonly margins: number;
  /** Border and padding, which do not shrink. */
  readonly inset: number;
  readonly grow: number;
  readonly shrink: number;
}

interface Room {
  /** Infinite where the container takes what its items ask for. */
  readonly room: number;
  readonly gap: number;
}

/** Collects items into lines (CSS Flexbox 1, 9.3). */
export function flexLines<I extends FlexLength>(
  items: readonly I[],
  { room, gap, wraps }: Room & { readonly wraps: boolean },
): I[][] {
  if (!wraps) return items.length > 0 ? [[...items]] : [];
  const lines: I[][] = [];
  let used = 0;
  for (const item of items) {
    const length = clamp(item.basis, item) + item.margins;
    const line = lines.at(-1);
    if (line && used + gap + length <= room + tolerance) {
      line.push(item);
      used += gap + length;
    } else {
      lines.push([item]);
      used = length;
    }
  }
  return lines;
}

/** What a line asks for: the hypothetical sizes of its items, and the gaps. */
export const hypotheticalLength = (line: readonly FlexLength[], gap: number) =>
  line.reduce((sum, item) => sum + clamp(item.basis, item) + item.margins, gap * Math.max(0, line.length - 1));

/** Resolves flexible lengths, step by step as CSS Flexbox 1, 9.7 has it. */
export function resolveFlex(line: readonly FlexLength[], { room, gap }: Room): number[] {
  const lengths = line.map((item) => clamp(item.basis, item));
  const isGrowing = hypotheticalLength(line, gap) < room;
  const factorOf = ({ grow, shrink }: FlexLength) => (isGrowing ? grow : shrink);
  const open = new Set<number>();
  for (const [index, item] of line.entries()) {
    const hypothetical = lengths[index] as number;
    const isFrozen = factorOf(item) === 0 || (isGrowing ? item.basis > hypothetical : item.basis < hypothetical);
    if (!isFrozen) open.add(index);
  }
  const fixed = line.reduce((sum, item) => sum + item.margins, gap * Math.max(0, line.length - 1));
  const freeSpace = () =>
    line.reduce(
      (rest, item, index) => rest - (open.has(index) ? item.basis : (lengths[index] as number)),
      room - fixed,
    );
  const initial = freeSpace();
  while (open.size > 0) {
    const items = [...open].map((index) => ({ index, item: line[index] as FlexLength }));
    const factors = items.reduce((sum, { item }) => sum + factorOf(item), 0);
    const whole = freeSpace();
    const part = initial * factors;
    const free = factors < 1 && Math.abs(part) < Math.abs(whole) ? part : whole;
    const scaled = items.reduce((sum, { item }) => sum + scaledShrink(item), 0);
    let violation = 0;
    const violations = items.map(({ index, item }) => {
      const share = isGrowing ? item.grow / factors : scaled > 0 ? scaledShrink(item) / scaled : 0;
      const wanted = item.basis + (Number.isFinite(free) ? free * share : 0);
      const length = clamp(wanted, item);
      lengths[index] = length;
      violation += length - wanted;
      return { index, by: length - wanted };
    });
    const isFrozen = (by: number) => (Math.abs(violation) <= tolerance ? true : violation > 0 ? by > 0 : by < 0);
    for (const { index, by } of violations) if (isFrozen(by)) open.delete(index);
  }
  return lengths;
}

const scaledShrink = ({ shrink, basis, inset }: FlexLength) => shrink * Math.max(0, basis - inset);
