import { parse } from "css-tree";
import { describe, expect, it } from "vitest";
import { gradientLine, parseLinearGradient } from "../../src/pdf/css/linear-gradient.ts";
import { renderPdf } from "../../src/pdf/index.ts";
import { date, fonts } from "./fonts.ts";

function lineOf(text: string, width: number, height: number) {
  const value = parse(text, { context: "value" });
  const node = value.type === "Value" ? (value.children.first ?? undefined) : undefined;
  const gradient = parseLinearGradient(node)?.({ fontSize: 12, rootFontSize: 12 });
  if (!gradient) return undefined;
  const { coordinates, stops } = gradientLine(gradient, width, height);
  return {
    coordinates: coordinates.map((coordinate) => Math.round(coordinate * 100) / 100 + 0),
    offsets: stops.map(({ offset }) => offset),
  };
}

describe("a linear gradient", () => {
  it("runs down, along an angle, to a side or to a corner", () => {
    expect(lineOf("linear-gradient(red, blue)", 100, 50)?.coordinates).toEqual([50, 0, 50, 50]);
    expect(lineOf("linear-gradient(90deg, red, blue)", 100, 50)?.coordinates).toEqual([0, 25, 100, 25]);
    expect(lineOf("linear-gradient(to left, red, blue)", 100, 50)?.coordinates).toEqual([100, 25, 0, 25]);
    expect(lineOf("linear-gradient(to top right, red, blue)", 100, 50)?.coordinates).toEqual([30, 65, 70, -15]);
  });

  it("places its stops, and keeps them in order", () => {
    const offsets = (text: string) => lineOf(`linear-gradient(to right, ${text})`, 100, 50)?.offsets;
    expect(offsets("red, lime, blue")).toEqual([0, 0.5, 1]);
    expect(offsets("red 20%, lime, blue 80px")).toEqual([0.2, 0.4, 0.6]);
    expect(offsets("red 50%, blue 20%")).toEqual([0.5, 0.5]);
    expect(offsets("red 0 50%, blue 50% 100%")).toEqual([0, 0.5, 0.5, 1]);
  });

  it("is not read where it is something else", () => {
    expect(lineOf("radial-gradient(red, blue)", 1, 1)).toBeUndefined();
    expect(lineOf("linear-gradient(red, 30%, blue)", 1, 1)).toBeUndefined();
    expect(lineOf("linear-gradient(red)", 1, 1)).toBeUndefined();
  });
});

describe("paint", () => {
  const render = async (body: string) => {
    const { bytes, diagnostics } = await renderPdf(body, { title: "T", lang: "en", date, fonts });
    expect(diagnostics).toEqual([]);
    return Buffer.from(bytes).toString("latin1");
  };

  it("has the gradient of a background, with or without a colour", async () => {
    expect(await render(`<p style="background: #eee linear-gradient(to right, #0b4f8a, white)">a`)).toContain(
      "/ShadingType 2",
    );
  });

  it("is as transparent as the opacity of all around it says", async () => {
    const pdf = await render(`<div style="opacity: 0.5"><p>a<p style="opacity: 50%">b</div><p>c`);
    expect(pdf).toContain("/ca 0.5");
    expect(pdf).toContain("/ca 0.25");
  });
});
