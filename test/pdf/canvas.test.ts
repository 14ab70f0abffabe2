import { constants, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type CanvasPath, createCanvasPath } from "../../src/pdf/canvas/canvas-path.ts";
import { identity, type Matrix } from "../../src/pdf/geometry/matrix.ts";
import { type PdfCanvas, type PdfDrawing, renderPdf } from "../../src/pdf/index.ts";
import { OperandWriter } from "../../src/pdf/objects/operand-writer.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { date, fonts, notoSans } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

async function draw(paint: (canvas: PdfCanvas) => void, set = fonts) {
  const drawing: PdfDrawing = {
    kind: "drawing",
    widthPx: 200,
    heightPx: 100,
    draw: (context) => paint(context as PdfCanvas),
  };
  const options = { title: "T", lang: "en", date, fonts: set, images: () => drawing };
  return renderPdf(`<img src="x" alt="A drawing">`, options);
}

describe("the canvas", () => {
  it("keeps text as text, inside the figure", async () => {
    const { bytes } = await draw((canvas) => {
      canvas.font = "bold 12px Inter";
      canvas.textAlign = "center";
      canvas.fillText("Gŵyr 274", 100, 50);
    });
    expect((await readPdf(bytes)).pages[0]?.tree).toContain(`Figure (A drawing) "Gŵyr 274"`);
  });

  it("measures as the font set does", async () => {
    let width = 0;
    await draw((canvas) => {
      canvas.font = "12px Inter, sans-serif";
      width = canvas.measureText("1,234 offences").width;
    });
    const style = { families: ["Inter"], weight: 400, style: "normal" as const, size: 12 };
    expect(width).toBeCloseTo(fonts.measure("1,234 offences", style), 6);
  });

  it("restores what save() saved, and ignores what it cannot parse", async () => {
    await draw((canvas) => {
      canvas.fillStyle = "#ff0000";
      canvas.lineWidth = 3;
      canvas.save();
      canvas.fillStyle = "nonsense";
      expect(canvas.fillStyle).toBe("#ff0000");
      canvas.fillStyle = "rgb(0 0 255 / 50%)";
      canvas.lineWidth = 7;
      canvas.restore();
      expect([canvas.fillStyle, canvas.lineWidth]).toEqual(["#ff0000", 3]);
    });
  });

  it("paints gradients, blending, clips, dashes and what a drawing left open", async () => {
    const { bytes } = await draw((canvas) => {
      const gradient = canvas.createLinearGradient(0, 0, 200, 0);
      gradient.addColorStop(0, "white");
      gradient.addColorStop(1, "#0b4f8a");
      canvas.fillStyle = gradient;
      canvas.globalCompositeOperation = "multiply";
      canvas.save();
      canvas.beginPath();
      canvas.rect(10, 10, 50, 50);
      canvas.clip();
      canvas.fillRect(0, 0, 200, 100);
      canvas.setLineDash([3]);
      expect(canvas.getLineDash()).toEqual([3, 3]);
      canvas.strokeRect(5, 5, 20, 20);
    });
    const pdf = Buffer.from(bytes).toString("latin1");
    expect(pdf).toContain("/ShadingType 2");
    expect(pdf).toContain("/BM /Multiply");
    expect((await readPdf(bytes)).pages).toHaveLength(1);
  });
});

describe("text from right to left", () => {
  const withHebrew = fonts.with([
    { family: "Noto Sans Hebrew", weight: 400, style: "normal", data: notoSans("hebrew") },
  ]);
  const drawHebrew = (paint: (canvas: PdfCanvas) => void) => draw(paint, withHebrew);

  it("stands between text from left to right as the bidirectional algorithm says", async () => {
    const { bytes } = await drawHebrew((canvas) => {
      canvas.font = "20px Inter";
      canvas.fillText("ab אבג 12 cd", 0, 50);
    });
    const places = await textPlaces(bytes);
    const x = (text: string) => places.find((place) => place.text.includes(text))?.x ?? Number.NaN;
    // The number goes with the letters before it: to their left.
    expect(x("ab")).toBeLessThan(x("12"));
    expect(x("12")).toBeLessThan(x("ג"));
    expect(x("ג")).toBeLessThan(x("cd"));
  });

  it("is measured as it is drawn, and aligned by that", async () => {
    let [width, right] = [0, 0];
    const { bytes } = await drawHebrew((canvas) => {
      canvas.font = "20px Inter";
      width = canvas.measureText("ab אבג").width;
      canvas.textAlign = "right";
      canvas.fillText("ab אבג", 190, 50);
      right = 190 - width;
    });
    const left = Math.min(...(await textPlaces(bytes)).map(({ x }) => x));
    const start = Math.min(
      ...(await textPlaces((await drawHebrew((canvas) => canvas.fillText("a", 0, 50))).bytes)).map(({ x }) => x),
    );
    expect((left - start) / 0.75).toBeCloseTo(right, 1);
  });

  it("has its marks, which read as nothing beside their letters", async () => {
    const glyphs = async (text: string) =>
      inflated((await drawHebrew((canvas) => canvas.fillText(text, 10, 50))).bytes).match(/<[\da-f]{4,}> Tj/g) ?? [];
    expect(await glyphs("של")).toEqual([]);
    expect((await glyphs("שָׁל")).length).toBeGreaterThan(0);
  });
});

describe("a gradient", () => {
  it("is as opaque at each stop as its colour there", async () => {
    const paint = (first: string) => (canvas: PdfCanvas) => {
      const gradient = canvas.createRadialGradient(50, 50, 0, 50, 50, 50);
      gradient.addColorStop(0, first);
      gradient.addColorStop(1, "rgb(11 79 138 / 0)");
      canvas.fillStyle = gradient;
      canvas.fillRect(0, 0, 100, 100);
    };
    const pdf = async (first: string) => Buffer.from((await draw(paint(first))).bytes).toString("latin1");
    expect(await pdf("rgb(11 79 138)")).toMatch(/\/SMask <<[^>]*\/S \/Luminosity/);
    expect(await pdf("rgb(255 255 255 / 0)")).not.toContain("/SMask");
  });
});

describe("clearRect", () => {
  it("covers what was drawn, and says nothing on an empty canvas", async () => {
    const rectangles = async (paint: (canvas: PdfCanvas) => void) => {
      const { bytes } = await draw(paint);
      return inflated(bytes).match(/^1 1 1 rg$/gm)?.length ?? 0;
    };
    expect(await rectangles((canvas) => canvas.clearRect(0, 0, 200, 100))).toBe(0);
    const drawn = await rectangles((canvas) => {
      canvas.fillRect(0, 0, 50, 50);
      canvas.clearRect(10, 10, 20, 20);
    });
    expect(drawn).toBe(1);
  });
});

/** The pieces of text on the first page, in pt from its left edge. */
async function textPlaces(bytes: Uint8Array): Promise<readonly { readonly text: string; readonly x: number }[]> {
  const [items = []] = await readPages(bytes, textItems);
  return items
    .filter(({ str }) => str.trim() !== "")
    .map(({ str, transform }) => ({ text: str, x: (transform[4] as number) ?? Number.NaN }));
}

/** The streams of a PDF, decompressed. */
function inflated(bytes: Uint8Array): string {
  const pdf = Buffer.from(bytes);
  const parts: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
    try {
      parts.push(inflateSync(pdf.subarray(at + 7), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1"));
    } catch {
      // Not a compressed stream.
    }
  }
  return parts.join("\n");
}

/** What a path writes. */
function operatorsOf(path: CanvasPath, mapping?: Matrix): string {
  const operands = new OperandWriter();
  path.write(operands, mapping);
  return Buffer.from(operands.bytes()).toString("latin1").trimEnd();
}

/** The six numbers of each curve. */
const curvesOf = (path: CanvasPath): readonly (readonly number[])[] =>
  [...operatorsOf(path).matchAll(/((?:-?[\d.]+ ){6})c/g)].map(([, numbers = ""]) =>
    numbers.trim().split(" ").map(Number),
  );

describe("a path", () => {
  it("holds nothing of the one before it", () => {
    const path = createCanvasPath();
    path.lineTo(identity, -9, -9);
    path.curveTo(identity, [9, -9, 9, 9, -9, 9]);
    path.begin();
    expect(path.isEmpty).toBe(true);
    expect(operatorsOf(path)).toBe("");
    expect(path.isInside([1, 1], "nonzero")).toBe(false);
    path.lineTo(identity, 1, 2);
    path.lineTo([2, 0, 0, 2, 5, 0], 3, 4);
    path.close();
    expect(operatorsOf(path)).toBe("1 2 m 11 8 l h");
    expect(operatorsOf(path, [1, 0, 0, -1, 0, 10])).toBe("1 8 m 11 2 l h");
  });

  it("turns an arc into curves that stay on the circle", () => {
    const path = createCanvasPath();
    path.ellipse(identity, {
      x: 0,
      y: 0,
      radiusX: 10,
      radiusY: 10,
      rotation: 0,
      start: 0,
      end: 2 * Math.PI,
      anticlockwise: false,
    });
    const ends = curvesOf(path).map((numbers) => numbers.slice(4));
    expect(ends).toHaveLength(4);
    for (const end of ends) expect(Math.hypot(...end)).toBeCloseTo(10, 3);
    expect(path.isInside([6.9, 6.9], "nonzero")).toBe(true);
    expect(path.isInside([7.2, 7.2], "nonzero")).toBe(false);
  });

  it("goes the way round that it is told", () => {
    const quarter = (anticlockwise: boolean) => {
      const path = createCanvasPath();
      path.ellipse(identity, {
        x: 0,
        y: 0,
        radiusX: 10,
        radiusY: 10,
        rotation: 0,
        start: 0,
        end: Math.PI / 2,
        anticlockwise,
      });
      return curvesOf(path).length;
    };
    expect([quarter(false), quarter(true)]).toEqual([1, 3]);
  });

  it("rounds a corner with arcTo", () => {
    const path = createCanvasPath();
    path.moveTo(identity, 0, 0);
    path.arcTo(identity, [10, 0, 10, 10], 4);
    expect(curvesOf(path).map((numbers) => numbers.slice(4))).toEqual([[10, 4]]);
    expect(operatorsOf(path)).toMatch(/c$/);
  });

  it("tells holes by the even-odd rule", () => {
    const path = createCanvasPath();
    for (const size of [10, 5]) {
      path.moveTo(identity, -size, -size);
      path.lineTo(identity, size, -size);
      path.lineTo(identity, size, size);
      path.lineTo(identity, -size, size);
      path.close();
    }
    expect(path.isInside([0, 0], "nonzero")).toBe(true);
    expect(path.isInside([0, 0], "evenodd")).toBe(false);
    expect(path.isInside([7, 0], "evenodd")).toBe(true);
  });
});
