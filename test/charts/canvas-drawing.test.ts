import { expect, test } from "vitest";
import { renderSpec } from "../../src/charts/index.ts";
import { galleryFonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";

const bar = (mark: object) => ({
  width: 100,
  height: 50,
  data: { values: [{ x: 4 }] },
  mark: { type: "rect", x: 0, x2: 100, y: 0, y2: 50, ...mark },
  encoding: {},
});
const stops = [
  { offset: 0, color: "red" },
  { offset: 1, color: "blue" },
];

async function callsOf(spec: object, context = recordingContext()) {
  (await renderSpec(spec, { fonts: galleryFonts })).draw(context.context);
  return context.calls;
}

const numbersOf = (call = "") =>
  call
    .slice(call.indexOf("(") + 1, -1)
    .split(",")
    .map(Number);

test("a gradient from corner to corner has the same colour at both other corners, as in SVG", async () => {
  const gradient = { gradient: "linear", x1: 0, y1: 0, x2: 1, y2: 1, stops };
  const calls = await callsOf(bar({ color: gradient }));
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersOf(calls.find((call) => call.startsWith("createLinearGradient")));
  const at = (x: number, y: number) =>
    ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
  expect([at(0, 0), at(100, 0), at(0, 50), at(100, 50)].map((place) => Math.round(place * 1e6) / 1e6)).toEqual([
    0, 0.5, 0.5, 1,
  ]);
  expect(calls.filter((call) => call.startsWith("stop("))).toEqual(["stop(0,red)", "stop(1,blue)"]);
});

test("a gradient lies on the shape, not on its stroke, and is the spec's again after the drawing", async () => {
  const gradient = { gradient: "radial", stops };
  const chart = await renderSpec(bar({ color: gradient, stroke: "black", strokeWidth: 20 }), { fonts: galleryFonts });
  const { context, calls } = recordingContext();
  chart.draw(context);
  const [x1, y1, r1, x2, y2, r2] = numbersOf(calls.find((call) => call.startsWith("createRadialGradient")));
  expect([x1, y1, r1, x2, y2, r2]).toEqual([50, 25, 0, 50, 25, 50]);
  expect(chart.svg).toContain("<radialGradient");
});

test("what is seen through is one picture on a context that has layers, and two strokes of the pen on another", async () => {
  const spec = bar({ color: "red", stroke: "black", strokeWidth: 4, opacity: 0.5, blend: "multiply" });
  expect(await callsOf(spec)).toEqual(expect.arrayContaining(["globalAlpha=0.5", "globalCompositeOperation=multiply"]));

  const recorder = recordingContext();
  const layers: (readonly [alpha: number, calls: readonly string[]])[] = [];
  const layer = (draw: () => void, { alpha }: { readonly alpha: number }) => {
    const from = recorder.calls.length;
    draw();
    layers.push([alpha, recorder.calls.slice(from)]);
  };
  recorder.context.layer = layer;
  const calls = await callsOf(spec, recorder);
  expect(layers).toHaveLength(1);
  const [alpha, inside] = layers[0] ?? [0, []];
  expect(alpha).toBe(0.5);
  expect(inside.filter((call) => /^(fill|stroke)\(/.test(call))).toEqual(["fill()", "stroke()"]);
  expect(inside.filter((call) => call.startsWith("global"))).toEqual(
    expect.arrayContaining(["globalAlpha=1", "globalCompositeOperation=source-over"]),
  );
  expect(calls).toContain("globalCompositeOperation=multiply");
});

test("text from right to left is as wide as its letters are when they join", async () => {
  await galleryFonts.ready();
  const style = { families: ["Inter"], weight: 400, style: "normal", size: 100 } as const;
  const face = galleryFonts.faceFor("ه".codePointAt(0) as number, style);
  if (!face) throw new Error("The fonts of the gallery have no Arabic.");
  const { advance } = galleryFonts.shape(face, "ههه", { isRightToLeft: true });
  expect(galleryFonts.measure("ههه", style)).toBeCloseTo((advance / face.font.unitsPerEm) * 100, 9);
});
