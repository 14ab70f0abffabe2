/** What is taken first: what has the lower price, or at the same price the lower order. */
export interface Ranked {
  readonly price: number;
  readonly order: number;
}

/** Items of which the first is wanted again and again, while others are added (a binary heap). */
export interface Heap<T extends Ranked> {
  push(item: T): void;
  /** Takes the first; undefined where none is left. */
  pop(): T | undefined;
}

export function createHeap<T extends Ranked>(): Heap<T> {
  const items: T[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const [left, right] = [items[a] as T, items[b] as T];
    return left.price < right.price || (left.price === right.price && left.order < right.order);
  };
  const swap = (a: number, b: number) => {
    [items[a], items[b]] = [items[b] as T, items[a] as T];
  };
  return {
    push(item) {
      let at = items.push(item) - 1;
      for (let above = (at - 1) >> 1; at > 0 && isBefore(at, above); above = (at - 1) >> 1) {
        swap(at, above);
        at = above;
      }
    },
    pop() {
      if (items.length < 2) return items.pop();
      swap(0, items.length - 1);
      const first = items.pop();
      for (let at = 0; ; ) {
        let least = at;
        for (const below of [2 * at + 1, 2 * at + 2]) if (below < items.length && isBefore(below, least)) least = below;
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}
