import { firstIndex } from "./first-index.ts";
import type { BoxFragment, Fragment } from "./fragment.ts";

/** Finds the children of a box that reach into a range of heights, without looking at all of them for each page. */
export interface ChildRanges {
  /** Children in order, none missing that has some part between `from` and `to`, from the top of the box. */
  between(box: BoxFragment, from: number, to: number): readonly Fragment[];
}

/** Few children are looked at faster than they are looked up. */
const few = 16;

/** How far children reach, what hangs out of them included: ascending numbers to search in. */
interface Reach {
  /** The lowest end of a child and of all before it. */
  readonly ends: Float64Array;
  /** The highest start of a child and of all after it. */
  readonly starts: Float64Array;
}

/** One a document: it remembers what it measured. */
export const createChildRanges = (): ChildRanges => new Ranges();

class Ranges implements ChildRanges {
  readonly #reaches = new WeakMap<BoxFragment, Reach>();

  between(box: BoxFragment, from: number, to: number): readonly Fragment[] {
    const { children } = box;
    if (children.length <= few) return children;
    const { ends, starts } = this.#reachOf(box);
    const first = firstIndex(ends, (end) => end >= from);
    const last = firstIndex(starts, (start) => start > to);
    return children.slice(first, Math.max(first, last));
  }

  #reachOf(box: BoxFragment): Reach {
    const known = this.#reaches.get(box);
    if (known) return known;
    const count = box.children.length;
    const reach: Reach = { ends: new Float64Array(count), starts: new Float64Array(count) };
    let end = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < count; index += 1) {
      end = Math.max(end, this.#endOf(box.children[index] as Fragment));
      reach.ends[index] = end;
    }
    let start = Number.POSITIVE_INFINITY;
    for (let index = count - 1; index >= 0; index -= 1) {
      start = Math.min(start, this.#startOf(box.children[index] as Fragment));
      reach.starts[index] = start;
    }
    this.#reaches.set(box, reach);
    return reach;
  }

  /** What hangs out of it at the top included, from the top of its parent. */
  #startOf(fragment: Fragment): number {
    if (fragment.kind !== "box" || fragment.holdsWordsAlone) return fragment.y;
    const { children } = fragment;
    // Boxes in boxes have many children too: each of them is looked at once.
    if (children.length > few) return fragment.y + Math.min(0, this.#reachOf(fragment).starts[0] as number);
    let start = 0;
    for (const child of children) start = Math.min(start, this.#startOf(child));
    return fragment.y + start;
  }

  /** What hangs out of it at the bottom included. */
  #endOf(fragment: Fragment): number {
    if (fragment.kind !== "box" || fragment.holdsWordsAlone) return fragment.y + fragment.height;
    const { children, height } = fragment;
    if (children.length > few) return fragment.y + Math.max(height, this.#reachOf(fragment).ends.at(-1) as number);
    let end = height;
    for (const child of children) end = Math.max(end, this.#endOf(child));
    return fragment.y + end;
  }
}
