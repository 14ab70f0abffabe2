import { checkersRequire } from "../checkers-require.ts";
import { crop, type Picture, scale, writePng } from "./pictures.ts";

const { ssim } = checkersRequire("ssim.js") as {
  ssim(a: Picture, b: Picture, options?: object): { mssim: number };
};
const { default: pixelmatch } = checkersRequire("pixelmatch") as {
  default: (
    a: Uint8ClampedArray,
    b: Uint8ClampedArray,
    diff: Uint8Array,
    width: number,
    height: number,
    options: object,
  ) => number;
};

/** How two drawings of one chart look alike. */
export interface Alikeness {
  /** Structural similarity (Wang and others 2004): 1 is the same. */
  readonly similarity: number;
  readonly ours: Picture;
  readonly theirs: Picture;
}

/**
 * `theirs` has paper round it, as our picture may have grown by what hangs over its edge: it is laid where it fits best, in
 * steps of whole px.
 */
export function compareDrawings(ours: Picture, theirs: Picture): Alikeness {
  const [moreX, moreY] = [Math.max(0, theirs.width - ours.width), Math.max(0, theirs.height - ours.height)];
  let best = { x: 0, y: 0, difference: Number.POSITIVE_INFINITY };
  for (let y = 0; y <= moreY; y += scale) {
    for (let x = 0; x <= moreX; x += scale) {
      const difference = differenceAt(ours, theirs, { x, y, most: best.difference });
      if (difference < best.difference) best = { x, y, difference };
    }
  }
  const laid = crop(theirs, { x: best.x, y: best.y, width: ours.width, height: ours.height });
  return { similarity: ssim(ours, laid, { ssim: "fast" }).mssim, ours, theirs: laid };
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** Where more of it differs, the sum is given up. */
  readonly most: number;
}

/** On every third pixel of every third row. */
function differenceAt(ours: Picture, theirs: Picture, { x, y, most }: Place): number {
  let sum = 0;
  for (let row = 0; row < ours.height && sum < most; row += 3) {
    for (let column = 0; column < ours.width; column += 3) {
      const at = (row * ours.width + column) * 4;
      const there = ((row + y) * theirs.width + column + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        sum += Math.abs((ours.data[at + channel] ?? 255) - (theirs.data[there + channel] ?? 255));
      }
    }
  }
  return sum;
}

/** Ours, theirs, and what differs in red, one below the other. */
export function sideBySide(ours: Picture, theirs: Picture): Uint8Array {
  const { width, height } = ours;
  const difference = new Uint8Array(width * height * 4);
  pixelmatch(ours.data, theirs.data, difference, width, height, { threshold: 0.15 });
  const data = new Uint8ClampedArray(width * height * 12);
  data.set(ours.data);
  data.set(theirs.data, width * height * 4);
  data.set(difference, width * height * 8);
  return writePng({ width, height: height * 3, data });
}
