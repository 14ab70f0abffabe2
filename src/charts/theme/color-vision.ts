import { type Color, linearRgb } from "../../stylesheet/index.ts";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** How linear RGB looks without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const eyes = {
  "full colour vision": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, Matrix>>;

export type Eye = keyof typeof eyes;

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** CIELAB, white D65. */
function lab(rgb: Triple): Triple {
  const f = (share: number) => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116);
  const x = f(dot(rgb, [0.4124, 0.3576, 0.1805]) / 0.95047);
  const y = f(dot(rgb, [0.2126, 0.7152, 0.0722]));
  const z = f(dot(rgb, [0.0193, 0.1192, 0.9505]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIELAB L*: 0 (black) to 100 (white). */
export const lightness = (color: Color): number => lab(linearRgb(color))[0];

function seenBy(matrix: Matrix, color: Color): Triple {
  const rgb = linearRgb(color);
  const [red, green, blue] = matrix.map((row) => Math.min(1, Math.max(0, dot(row, rgb)))) as [number, number, number];
  return lab([red, green, blue]);
}

/** How far apart two colours are (CIELAB 1976) to the eye that tells them apart least. */
export function leastDistance(a: Color, b: Color): { readonly distance: number; readonly eye: Eye } {
  const seen = Object.entries(eyes).map(([eye, matrix]) => {
    const [left, right] = [seenBy(matrix, a), seenBy(matrix, b)];
    const distance = Math.hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
    return { distance, eye: eye as Eye };
  });
  return seen.reduce((least, next) => (next.distance < least.distance ? next : least));
}
