import { firstIndex } from "./first-index.ts";
import type { BoxFragment, Fragment } from "./fragment.ts";

/** Finds the children of a box that reach into a range of heights, without looking at all of them for each page. */
export interface ChildRanges {
  /** Children in order, none missing that has some part between `from` and `to`, from the top of the box. */
  between(box: BoxFragment, from: number, to: number): readonly Fragment[];
}

/** Few children are looked at faster than they are looked up. */
const few = 16;
/** Children that are looked at together, where a tall one before them reaches down beside them. */
const blockSize = 32;

/** How far children reach, what hangs out of them included: ascending numbers to search in. */
interface Reach {
  /** The lowest end of a child and of all before it. */
  readonly ends: Float64Array;
  /** The highest start of a child and of all after it. */
  readonly starts: Float64Array;
  /** The lowest end in each block of children. */
  readonly blocks: Float64Array;
}

/** One a document: it remembers what it measured. */
export const createChildRanges = (): ChildRanges => new Ranges();

class Ranges implements ChildRanges {
  /** By lists of children, which copies of a box share. */
  readonly #reaches = new WeakMap<object, Reach>();

  between(box: BoxFragment, from: number, to: number): readonly Fragment[] {
    const { children } = box;
    if (children.length <= few) return children;
    const { ends, starts, blocks } = this.#reachOf(box);
    const first = firstIndex(ends, (end) => end >= from);
    const last = firstIndex(starts, (start) => start > to);
    if (last - first <= 2 * blockSize) return children.slice(first, Math.max(first, last));
    const found: Fragment[] = [];
    for (let block = Math.floor(first / blockSize); block * blockSize < last; block += 1) {
      if ((blocks[block] as number) < from) continue;
      const end = Math.min(last, (block + 1) * blockSize);
      for (let at = Math.max(first, block * blockSize); at < end; at += 1) found.push(children[at] as Fragment);
    }
    return found;
  }

  #reachOf(box: BoxFragment): Reach {
    // Rows that are kept as numbers make their cells for whoever asks.
    const { children } = box;
    const key = box.holdsWordsAlone ? box : children;
    const known = this.#reaches.get(key);
    if (known) return known;
    const count = children.length;
    const blocks = new Float64Array(Math.ceil(count / blockSize)).fill(Number.NEGATIVE_INFINITY);
    const reach: Reach = { ends: new Float64Array(count), starts: new Float64Array(count), blocks };
    let end = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < count; index += 1) {
      const own = this.#endOf(children[index] as Fragment);
      const block = Math.floor(index / blockSize);
      blocks[block] = Math.max(blocks[block] as number, own);
      end = Math.max(end, own);
      reach.ends[index] = end;
    }
    let start = Number.POSITIVE_INFINITY;
    for (let index = count - 1; index >= 0; index -= 1) {
      start = Math.min(start, this.#startOf(children[index] as Fragment));
      reach.starts[index] = start;
    }
    this.#reaches.set(key, reach);
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
