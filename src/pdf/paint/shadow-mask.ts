import type { Radii } from "./rounded-path.ts";

/** How dense a blurred rectangle is, sample by sample: 0 to 255, rows from the top. */
export interface ShadowMask {
  readonly data: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  /** How far it reaches beyond the rectangle on each side, pt. */
  readonly margin: number;
}

export interface ShadowShape {
  readonly width: number;
  readonly height: number;
  readonly radii: Radii;
  /** Standard deviation of the blur, pt. */
  readonly deviation: number;
}

/** A sample, pt: fine enough that no steps are seen in print, for a PDF/A must not ask readers to smooth them (ISO 19005-3, 6.2.8). */
const [finest, coarsest] = [0.25, 0.75];
/** Samples of one mask. */
const mostSamples = 250_000;

/** A rectangle with round corners, blurred as by a Gaussian: three passes of running sums come as near as browsers do. */
export function shadowMask({ width, height, radii, deviation }: ShadowShape): ShadowMask {
  const margin = 3 * deviation;
  const [across, down] = [width + 2 * margin, height + 2 * margin];
  const wanted = Math.min(coarsest, Math.max(finest, deviation / 3));
  const step = Math.max(wanted, Math.sqrt((across * down) / mostSamples));
  const [columns, rows] = [Math.max(1, Math.ceil(across / step)), Math.max(1, Math.ceil(down / step))];
  const [stepX, stepY] = [across / columns, down / rows];
  // Between its corners it is the same all along: that is made once.
  const x = axisOf(columns, (Math.max(...radii.map((radius) => radius.x)) + 2 * margin) / stepX);
  const y = axisOf(rows, (Math.max(...radii.map((radius) => radius.y)) + 2 * margin) / stepY);
  let small = coverage({ width, height, radii, deviation }, { x, y, margin, stepX, stepY });
  for (const size of boxSizes(deviation / stepX)) small = blurRows(small, x.samples.length, size);
  small = turned(small, x.samples.length, y.samples.length);
  for (const size of boxSizes(deviation / stepY)) small = blurRows(small, y.samples.length, size);
  const data = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const from = y.of(row);
    for (let column = 0; column < columns; column += 1)
      data[row * columns + column] = Math.round((small[x.of(column) * y.samples.length + from] as number) * 255);
  }
  return { data, columns, rows, margin };
}

/** Which samples of an axis are made, and which of them each of all stands for. */
function axisOf(count: number, corner: number) {
  const edge = Math.ceil(corner) + 1;
  if (count <= 2 * edge + 1)
    return { samples: Array.from({ length: count }, (_, index) => index), of: (at: number) => at };
  const start = Array.from({ length: edge + 1 }, (_, index) => index);
  const end = Array.from({ length: edge }, (_, index) => count - edge + index);
  return {
    samples: [...start, ...end],
    of: (at: number) => (at <= edge ? at : at >= count - edge ? at - (count - edge) + edge + 1 : edge),
  };
}

interface Sampling {
  readonly x: { readonly samples: readonly number[] };
  readonly y: { readonly samples: readonly number[] };
  readonly margin: number;
  readonly stepX: number;
  readonly stepY: number;
}

/** How much of each sample the rectangle covers, 0 to 1. */
function coverage({ width, height, radii }: ShadowShape, { x, y, margin, stepX, stepY }: Sampling): Float32Array {
  const [topLeft, topRight, bottomRight, bottomLeft] = radii;
  const covered = new Float32Array(x.samples.length * y.samples.length);
  const overlap = (at: number, step: number, size: number) =>
    Math.max(0, Math.min(size, at + step / 2) - Math.max(0, at - step / 2)) / step;
  for (const [row, sampleY] of y.samples.entries()) {
    const py = (sampleY + 0.5) * stepY - margin;
    const down = overlap(py, stepY, height);
    for (const [column, sampleX] of x.samples.entries()) {
      const px = (sampleX + 0.5) * stepX - margin;
      const isLeft = px < width / 2;
      const radius = py < height / 2 ? (isLeft ? topLeft : topRight) : isLeft ? bottomLeft : bottomRight;
      const dx = radius.x - (isLeft ? px : width - px);
      const dy = radius.y - (py < height / 2 ? py : height - py);
      // Of an ellipse that is no circle about so far.
      const beyond =
        radius.x > 0 && dx > 0 && dy > 0
          ? (Math.hypot(dx / radius.x, dy / radius.y) - 1) * Math.min(radius.x, radius.y)
          : -1;
      const round = Math.min(1, Math.max(0, 0.5 - beyond / Math.min(stepX, stepY)));
      covered[row * x.samples.length + column] = down * overlap(px, stepX, width) * round;
    }
  }
  return covered;
}

/** Three running means of odd width that together deviate as much. */
function boxSizes(deviation: number): readonly number[] {
  const ideal = Math.sqrt((12 * deviation * deviation) / 3 + 1);
  const low = Math.floor((ideal - 1) / 2) * 2 + 1;
  const narrow = Math.round((12 * deviation * deviation - 3 * low * low - 12 * low - 9) / (-4 * low - 4));
  return [0, 1, 2].map((index) => (index < narrow ? low : low + 2));
}

function blurRows(values: Float32Array, columns: number, size: number): Float32Array {
  const half = (size - 1) / 2;
  const blurred = new Float32Array(values.length);
  const last = columns - 1;
  for (let start = 0; start < values.length; start += columns) {
    // What lies outside is as the edge is.
    const at = (index: number) => values[start + Math.min(last, Math.max(0, index))] as number;
    let sum = 0;
    for (let index = -half; index <= half; index += 1) sum += at(index);
    for (let column = 0; column < columns; column += 1) {
      blurred[start + column] = sum / size;
      sum += at(column + half + 1) - at(column - half);
    }
  }
  return blurred;
}

function turned(values: Float32Array, columns: number, rows: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      result[column * rows + row] = values[row * columns + column] as number;
  return result;
}
