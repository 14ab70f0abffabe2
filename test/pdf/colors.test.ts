import { converter, displayable } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatHex, readColor } from "../../src/stylesheet/index.ts";
import { trials } from "../support/trials.ts";

/** By somebody else's sums. */
const toRgb = converter("rgb");

const part = (most: number, least = 0) => fc.integer({ min: least, max: most });

const colors = fc.oneof(
  fc.tuple(part(100), part(40), part(359)).map(([l, c, h]) => `oklch(${l}% ${c / 100} ${h})`),
  fc.tuple(part(100), part(40, -40), part(40, -40)).map(([l, a, b]) => `oklab(${l / 100} ${a / 100} ${b / 100})`),
  fc.tuple(part(100), part(125, -125), part(125, -125)).map(([l, a, b]) => `lab(${l}% ${a} ${b})`),
  fc.tuple(part(100), part(150), part(359)).map(([l, c, h]) => `lch(${l} ${c} ${h}deg)`),
  fc.tuple(part(359), part(50), part(50)).map(([h, w, b]) => `hwb(${h} ${w}% ${b}%)`),
  fc.tuple(part(100), part(100), part(100)).map(([r, g, b]) => `color(display-p3 ${r / 100} ${g / 100} ${b / 100})`),
);

/** Less than a step of eight bits. */
const step = 0.004;

describe("a colour", () => {
  it("is what its space says, where a screen can show it", () => {
    fc.assert(
      fc.property(colors, (css) => {
        const [color, expected] = [readColor(css), toRgb(css)];
        if (!color || !expected) throw new Error(`No colour: ${css}`);
        if (!displayable(css)) return;
        for (const [own, other] of [
          [color.red, expected.r],
          [color.green, expected.g],
          [color.blue, expected.b],
        ] as const)
          expect(Math.abs(own - other), css).toBeLessThan(step);
      }),
      { numRuns: trials(500, 500) },
    );
  });

  it("is mixed, made of another, and that of the light scheme where it has two", () => {
    const hexOf = (css: string) => {
      const color = readColor(css);
      return color && formatHex(color);
    };
    expect(hexOf("color-mix(in srgb, red 50%, blue)")).toBe("#800080");
    expect(hexOf("color-mix(in srgb, #fff 25%, black)")).toBe("#404040");
    expect(hexOf("color-mix(in oklab, #123456 40%, transparent)")).toBe("#12345666");
    expect(hexOf("rgb(from #123456 r g 0)")).toBe("#123400");
    expect(hexOf("light-dark(#123456, #fff)")).toBe("#123456");
    expect(hexOf("CanvasText")).toBe("#000000");
    for (const none of ["oklch(1)", "light-dark(red)", "color(nowhere 1 1 1)", "color-mix(in srgb, currentcolor, red)"])
      expect(hexOf(none), none).toBeUndefined();
  });
});
