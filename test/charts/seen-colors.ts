/** Colours as readers see them: written for the tests alone, so that they hold what the library says of itself. */

type Triple = readonly [number, number, number];

/** How linear RGB looks without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
export const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  trichromacy: [
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
};

/** WCAG 2.2; of colours as `#rrggbb` or `rgb(…)`. */
export function contrastOf(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** The smallest distance (CIELAB) between any two of some colours, to one eye. */
export function leastDistanceOf(colors: readonly string[], eye: string): number {
  const seen = colors.map((color) => see(color, eye));
  const distances = seen.flatMap((color, index) =>
    seen.slice(index + 1).map((other) => Math.hypot(color[0] - other[0], color[1] - other[1], color[2] - other[2])),
  );
  return Math.min(...distances);
}

function see(color: string, eye: string): Triple {
  const rgb = linear(color);
  const [r, g, b] = (eyes[eye] as readonly Triple[]).map((row) => Math.min(1, Math.max(0, dot(row, rgb))));
  return lab([r ?? 0, g ?? 0, b ?? 0]);
}

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const luminance = (color: string) => dot(linear(color), [0.2126, 0.7152, 0.0722]);

function linear(color: string): Triple {
  const channels = color.startsWith("#")
    ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
    : [...color.matchAll(/[\d.]+/g)].map(Number);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/** CIELAB, white D65. */
function lab(rgb: Triple): Triple {
  const f = (share: number) => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116);
  const x = f(dot(rgb, [0.4124, 0.3576, 0.1805]) / 0.95047);
  const y = f(dot(rgb, [0.2126, 0.7152, 0.0722]));
  const z = f(dot(rgb, [0.0193, 0.1192, 0.9505]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
