import { expect, test } from "vitest";
import { defaultTheme } from "../../src/charts/index.ts";

const { palette, highlightColor, contextColor, textColor, mutedColor } = defaultTheme;
type Triple = readonly [number, number, number];

test("colours have the contrast that WCAG 2.2 asks for, on white", () => {
  for (const color of [...palette, highlightColor, contextColor])
    expect(contrastOnWhite(color)).toBeGreaterThanOrEqual(3);
  for (const color of [textColor, mutedColor]) expect(contrastOnWhite(color)).toBeGreaterThanOrEqual(4.5);
  // What stands out must do so without colour.
  expect(contrastOnWhite(highlightColor) / contrastOnWhite(contextColor)).toBeGreaterThanOrEqual(3);
});

/** How linear RGB looks without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1). */
const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
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

test.each(Object.entries(eyes))("palette colours stay apart: %s", (_, eye) => {
  const seen = palette.map((color) => {
    const rgb = linear(color);
    const [r, g, b] = eye.map((row) => Math.min(1, Math.max(0, dot(row, rgb))));
    return lab([r ?? 0, g ?? 0, b ?? 0]);
  });
  for (const [index, color] of seen.entries()) {
    for (const other of seen.slice(index + 1)) {
      expect(Math.hypot(color[0] - other[0], color[1] - other[1], color[2] - other[2])).toBeGreaterThanOrEqual(30);
    }
  }
});

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

function linear(color: string): Triple {
  const channel = (at: number) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const contrastOnWhite = (color: string) => 1.05 / (dot(linear(color), [0.2126, 0.7152, 0.0722]) + 0.05);

/** CIELAB, white D65. */
function lab(rgb: Triple): Triple {
  const f = (share: number) => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116);
  const x = f(dot(rgb, [0.4124, 0.3576, 0.1805]) / 0.95047);
  const y = f(dot(rgb, [0.2126, 0.7152, 0.0722]));
  const z = f(dot(rgb, [0.0193, 0.1192, 0.9505]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
