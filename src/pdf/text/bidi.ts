import bidiFactory from "bidi-js";
import type { Direction } from "../css/computed-style.ts";
import { rightToLeft } from "../dom/text-direction.ts";
import { greatest } from "../geometry/extremes.ts";

/** The Unicode Bidirectional Algorithm (UAX 9), for text that needs it. */
export interface Bidi {
  /** An embedding level for each code unit; undefined where all of the text runs left to right. */
  levels(text: string, direction: Direction): Uint8Array | undefined;
  /** Text as it looks from right to left: brackets are turned round. */
  mirror(text: string): string;
}

/** The tables of the algorithm are read when text first needs them. */
export function createBidi(): Bidi {
  let made: ReturnType<typeof bidiFactory> | undefined;
  const algorithm = () => {
    made ??= bidiFactory();
    return made;
  };
  return {
    levels: (text, direction) =>
      direction === "rtl" || rightToLeft.test(text)
        ? algorithm().getEmbeddingLevels(text, direction).levels
        : undefined,
    mirror: (text) =>
      Array.from(text, (character) => algorithm().getMirroredCharacter(character) ?? character).join(""),
  };
}

/**
 * The order in which things stand next to each other, from left to right: indices into `levels` (UAX 9, L2).
 */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, index) => index);
  const highest = greatest(levels, 0);
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while (end < order.length && (levels[order[end] as number] as number) >= level) end += 1;
      turn(order, start, end);
      start = Math.max(start, end);
    }
  }
  return order;
}

/** Turns a part of a list round, in its place: a line may have more in it than a call has room for. */
function turn(order: number[], start: number, end: number): void {
  for (let [left, right] = [start, end - 1]; left < right; left += 1, right -= 1) {
    const first = order[left] as number;
    order[left] = order[right] as number;
    order[right] = first;
  }
}
