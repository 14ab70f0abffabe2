import { inflateSync } from "node:zlib";
import { parse } from "css-tree";
import { describe, expect, it } from "vitest";
import { parseGradient } from "../../src/pdf/css/gradient.ts";
import { renderPdf } from "../../src/pdf/index.ts";
import { placeGradient } from "../../src/pdf/paint/place-gradient.ts";
import { shadowMask } from "../../src/pdf/paint/shadow-mask.ts";
import { black } from "../../src/stylesheet/index.ts";
import { readPages } from "../support/open-pdf.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const round = (value: number) => Math.round(value * 100) / 100 + 0;

function gradientOf(text: string, width: number, height: number) {
  const value = parse(text, { context: "value" });
  const node = value.type === "Value" ? (value.children.first ?? undefined) : undefined;
  const gradient = parseGradient(node)?.({ fontSize: 12, rootFontSize: 12, color: black });
  return gradient && placeGradient(gradient, { width, height });
}

const lineOf = (text: string, width: number, height: number) => gradientOf(text, width, height)?.coordinates.map(round);
const offsetsOf = (text: string, width = 100, height = 50) =>
  gradientOf(text, width, height)?.stops.map(({ offset }) => round(offset));

describe("a linear gradient", () => {
  it("runs down, along an angle, to a side or to a corner", () => {
    expect(lineOf("linear-gradient(red, blue)", 100, 50)).toEqual([50, 0, 50, 50]);
    expect(lineOf("linear-gradient(90deg, red, blue)", 100, 50)).toEqual([0, 25, 100, 25]);
    expect(lineOf("linear-gradient(to left, red, blue)", 100, 50)).toEqual([100, 25, 0, 25]);
    expect(lineOf("linear-gradient(to top right, red, blue)", 100, 50)).toEqual([30, 65, 70, -15]);
  });

  it("places its stops, and keeps them in order", () => {
    const offsets = (text: string) => offsetsOf(`linear-gradient(to right, ${text})`);
    expect(offsets("red, lime, blue")).toEqual([0, 0.5, 1]);
    expect(offsets("red 20%, lime, blue 80px")).toEqual([0.2, 0.4, 0.6]);
    expect(offsets("red 50%, blue 20%")).toEqual([0.5, 0.5]);
    expect(offsets("red 0 50%, blue 50% 100%")).toEqual([0, 0.5, 0.5, 1]);
    expect(offsets("red, lime, blue 40%, white 80%, black")).toEqual([0, 0.2, 0.4, 0.8, 1]);
  });

  it("shows what lies beyond its edges as far as it is seen", () => {
    const stops = gradientOf("linear-gradient(to right, red -100%, blue 300%)", 100, 50)?.stops ?? [];
    expect(stops.map(({ color, offset }) => [round(color.red), offset])).toEqual([
      [0.75, 0],
      [0.5, 1],
    ]);
  });

  it("has half way between two colours where a hint says", () => {
    const stops = gradientOf("linear-gradient(to right, black, 25%, white)", 100, 50)?.stops ?? [];
    const red = (at: number) => stops.find(({ offset }) => offset === at)?.color.red ?? -1;
    expect(round(red(0.25))).toBe(0.5);
    expect(red(0.5)).toBeGreaterThan(0.7);
  });

  it("mixes colours by how opaque they are", () => {
    const stops = gradientOf("linear-gradient(transparent, red)", 100, 50)?.stops ?? [];
    expect(stops.slice(1).every(({ color }) => color.red === 1)).toBe(true);
    expect(stops.find(({ offset }) => offset === 0.5)?.color.alpha).toBe(0.5);
  });

  it("repeats over all that is seen, and is even where no one could tell its stripes", () => {
    expect(offsetsOf("repeating-linear-gradient(to right, red 0 25%, blue 25% 50%)")).toEqual([
      0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1,
    ]);
    expect(offsetsOf("repeating-linear-gradient(to right, red 0, blue 0.001px)")).toEqual([0]);
  });

  it("is not read where it is something else", () => {
    for (const text of [
      "linear-gradient(red)",
      "linear-gradient(red, 30%)",
      "linear-gradient(30%, red, blue)",
      "linear-gradient(in oklch, red, blue)",
      "radial-gradient(10px 5% 3px, red, blue)",
      "conic-gradient(from, red, blue)",
    ])
      expect(gradientOf(text, 1, 1)).toBeUndefined();
  });
});

describe("a radial gradient", () => {
  /** Centre and radii. */
  const ellipse = (text: string) => {
    const { coordinates = [], matrix = [1, 0, 0, 1, 0, 0] } = gradientOf(text, 100, 50) ?? {};
    return [matrix[4], matrix[5], coordinates[5] ?? 0, (coordinates[5] ?? 0) * matrix[3]].map(round);
  };

  it("reaches to sides or corners, or as far as it says", () => {
    expect(ellipse("radial-gradient(red, blue)")).toEqual([50, 25, 70.71, 35.36]);
    expect(ellipse("radial-gradient(farthest-corner at 0 0, red, blue)")).toEqual([0, 0, 141.42, 70.71]);
    const shown = (text: string) => offsetsOf(text)?.at(-1);
    expect(shown("radial-gradient(closest-side, red, blue)")).toBe(0.71);
    expect(shown("radial-gradient(circle closest-side, red, blue)")).toBe(0.45);
    expect(shown("radial-gradient(10px, red, blue)")).toBe(0.13);
    expect(shown("radial-gradient(100% 50%, red, blue)")).toBe(0.89);
  });
});

const render = async (body: string, css = "") => {
  const { bytes, diagnostics } = await renderPdf(body, { title: "T", lang: "en", date, fonts, css });
  expect(diagnostics).toEqual([]);
  return { bytes, text: Buffer.from(bytes).toString("latin1"), operators: await operatorsOf(bytes) };
};

/** Names of what pdf.js is told to draw, and the matrices of pictures. */
async function operatorsOf(bytes: Uint8Array) {
  const [page = []] = await readPages(bytes, async (page) => {
    const { fnArray, argsArray } = await page.getOperatorList();
    return fnArray.map((code: number, index: number) => ({ code, args: argsArray[index] as readonly unknown[] }));
  });
  return page;
}
/** pdf.js: transform. */
const moves = (operators: Awaited<ReturnType<typeof operatorsOf>>) =>
  operators.filter(({ code }) => code === 12).map(({ args }) => args.map((value) => round(Number(value))));

const dot = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'><rect width='9' height='9'/></svg>`;
const page = "@page { size: 200pt 200pt; margin: 0 } body { margin: 0 }";

describe("paint", () => {
  it("has gradients, of each kind in PDF's own", async () => {
    const kinds = async (image: string) => (await render(`<p style="background: #eee ${image}">a`)).text;
    expect(await kinds("linear-gradient(to right, #0b4f8a, white)")).toContain("/ShadingType 2");
    expect(await kinds("radial-gradient(#0b4f8a, white)")).toContain("/ShadingType 3");
    expect(await kinds("conic-gradient(#0b4f8a, white)")).toContain("/ShadingType 4");
    // Stripes are shapes.
    expect(await kinds("repeating-linear-gradient(red 0 2px, blue 2px 4px)")).not.toContain("/ShadingType");
    expect(await kinds("linear-gradient(#0b4f8a, transparent)")).toContain("/SMask");
  });

  it("is as transparent as the opacity of all around it says", async () => {
    const { text } = await render(`<div style="opacity: 0.5"><p>a<p style="opacity: 50%">b</div><p>c`);
    expect(text).toContain("/ca 0.5");
    expect(text).toContain("/ca 0.25");
  });

  it("is the whole gradient of a box that pages divide", async () => {
    const { bytes } = await renderPdf(`<div style="height: 300pt; background: linear-gradient(red, blue)"></div>`, {
      title: "T",
      lang: "en",
      date,
      fonts,
      css: page,
    });
    const text = Buffer.from(bytes).toString("latin1");
    expect(text.match(/\/Coords \[75|\/Coords \[\S+ 0 \S+ 300\]/g)).toHaveLength(2);
  });

  it("puts pictures where and as often as a style says", async () => {
    const box = (style: string) =>
      `<div style="width: 75pt; height: 37.5pt; background: url(&quot;${dot}&quot;) ${style}"></div>`;
    const tiles = async (style: string) => moves((await render(box(style), page)).operators).length;
    const once = await tiles("no-repeat");
    expect((await tiles("repeat")) - once).toBe(25);
    expect((await tiles("repeat-x")) - once).toBe(5);
    expect((await tiles("0 0 / 50% 50%")) - once).toBe(4);
    expect((await tiles("center / cover no-repeat")) - once).toBe(0);
    expect((await tiles("0 0 / 40px 20px round")) - once).toBe(9);
  });

  it("reads nothing of pictures behind a text, and keeps the text", async () => {
    const words = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'><text y='15'>behind</text></svg>`;
    const { bytes } = await render(`<p style="background: url(&quot;${words}&quot;)">before</p>`);
    const [first] = (await readPdf(bytes)).pages;
    expect(first?.tree).toContain("before");
    expect(first?.tree).not.toContain("behind");
    expect(first?.untagged).toEqual([]);
  });

  it("says of a picture that is not there that it is left out", async () => {
    const { diagnostics } = await renderPdf(`<p style="background: url(none.png)">a`, {
      title: "T",
      lang: "en",
      date,
      fonts,
    });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["unknown-background", "warning"]]);
  });

  it("asks for pictures with the stylesheet that names them", async () => {
    const asked: unknown[] = [];
    const css = [{ text: "p { background: url(a.png), url(b.png) } ", file: "css/brand.css" }];
    await renderPdf(`<p>a<p>b<p style="background: url(c.png)">c`, {
      title: "T",
      lang: "en",
      date,
      fonts,
      css,
      images: (...args) => {
        asked.push(args);
        return undefined;
      },
    });
    expect(asked).toContainEqual(["a.png", "css/brand.css"]);
    expect(asked).toContainEqual(["c.png", undefined]);
  });

  it("refuses what it does not know of a background, and nothing else of the style", async () => {
    const { diagnostics } = await renderPdf(
      `<p style="background: red blue; background: red red; background: paint(x)">a`,
      {
        title: "T",
        lang: "en",
        date,
        fonts,
      },
    );
    expect(diagnostics).toHaveLength(3);
  });
});

it("a value for one browser alone is passed over without a word", async () => {
  const { text } = await render(`<p style="background: red; background: -webkit-linear-gradient(top, red, blue)">a`);
  expect(text).not.toContain("/ShadingType");
});

describe("a picture in generated content", () => {
  it("is drawn as it is, whatever the style of images, and is decoration unless it has words", async () => {
    const css = `p::before { content: url("${dot}") "then " } p + p::before { content: url("${dot}") / "a dot" } img { width: 90pt }`;
    const { bytes } = await render("<p>one</p><p>two</p>", css);
    const [first] = (await readPdf(bytes)).pages;
    expect(first?.tree).toContain("then one");
    expect(first?.tree.match(/Figure/g)).toHaveLength(1);
    expect(first?.tree).toContain("a dot");
    expect(first?.untagged).toEqual([]);
  });
});

describe("a shadow", () => {
  it("without blur is a shape, and lies under no part of its box", async () => {
    const { text } = await render(`<p style="box-shadow: 3px 3px #888, inset 0 0 0 2px red">a`);
    expect(text).not.toContain("/SMask");
    expect(text).not.toContain("/Subtype /Image");
  });

  it("with blur is a picture of how dense it is, once for boxes of one size", async () => {
    const { text } = await render(`<p style="box-shadow: 0 2px 8px #0006">a<p style="box-shadow: 0 4px 8px #0006">b`);
    expect(text.match(/\/ColorSpace \/DeviceGray/g)).toHaveLength(1);
  });

  it("is dense in the middle, half so at the edge, and nothing outside", () => {
    const square = { x: 0, y: 0 };
    const shape = { width: 100, height: 50, radii: [square, square, square, square], deviation: 4 } as const;
    const { data, columns, rows, margin } = shadowMask(shape);
    const at = (x: number, y: number) => {
      const column = Math.floor(((x + margin) / (100 + 2 * margin)) * columns);
      return (data[Math.floor(((y + margin) / (50 + 2 * margin)) * rows) * columns + column] as number) / 255;
    };
    expect(at(50, 25)).toBe(1);
    expect(at(0, 25)).toBeCloseTo(0.5, 1);
    expect(at(50, 0)).toBeCloseTo(0.5, 1);
    expect(at(0, 0)).toBeCloseTo(0.25, 1);
    expect(at(-11, -11)).toBeLessThan(0.01);
    expect(Math.abs(at(0, 10) - at(99.9, 10))).toBeLessThan(0.05);
  });

  it("takes no more samples than it may, however large it is", () => {
    const round = { x: 9, y: 9 };
    const { data } = shadowMask({ width: 3000, height: 4000, radii: [round, round, round, round], deviation: 1 });
    expect(data.length).toBeLessThan(300_000);
  });
});

describe("round corners", () => {
  /** What is written for a box of 100 by 40 pt. */
  const paths = async (style: string) => {
    const css =
      "@page { size: 100pt 40pt; margin: 0 } body, p { margin: 0 } p { width: 100pt; height: 40pt; background: red }";
    const { bytes } = await renderPdf(`<p style="${style}">`, { title: "T", lang: "en", date, fonts, css });
    const file = Buffer.from(bytes);
    const streams = [...file.toString("latin1").matchAll(/stream\n(.*?)\nendstream/gs)].map(({ 1: data = "" }) => {
      try {
        return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
      } catch {
        return "";
      }
    });
    return streams.filter((text) => text.includes(" rg\n")).join("\n");
  };

  it("are quarters of ellipses, made smaller where two of them would overlap", async () => {
    expect(await paths("border-radius: 20pt / 10pt")).toMatch(/20 0 m 80 0 l .* 100 10 c /);
    // Percentages are of the width and of the height.
    expect(await paths("border-radius: 10%")).toMatch(/10 0 m 90 0 l .* 100 4 c /);
    // 160 down a side of 40: a quarter of all.
    expect(await paths("border-radius: 60pt / 80pt")).toMatch(/15 0 m 85 0 l .* 100 20 c /);
    expect(await paths("border-radius: 9pt / 1pt 2pt 3pt 4pt 5pt")).toContain("0 0 100 40 re");
  });

  it("are those of borders of several colours, which meet along a line from corner to corner", async () => {
    const text = await paths("box-sizing: border-box; border: 5pt solid; border-color: red lime blue gold");
    expect(text).toContain("0 0 m 100 0 l 95 5 l 5 5 l h f");
    const round = await paths("box-sizing: border-box; border: 5pt solid; border-color: red lime; border-radius: 8pt");
    expect(round).toContain(" W* n");
    const triangle = await paths("box-sizing: border-box; border: 20pt solid transparent; border-bottom-color: red");
    expect(triangle).toContain("100 40 m 0 40 l 20 20 l 80 20 l h f");
    // A line at one side is drawn as a line: half of the box in its colour, cut off to it, is what programs take for a ground under the text.
    const line = await paths("box-sizing: border-box; border-left: 5pt solid blue; border-radius: 0 6pt 6pt 0");
    expect(line).toContain("0 40 m 0 0 l 5 0 l 5 40 l h f");
  });
});

describe("backgrounds of letters, of pages, and of the page", () => {
  it("clip to the letters of a box, which are read once", async () => {
    const clip = "background: linear-gradient(red, blue); background-clip: text; color: transparent";
    for (const html of [`<p style="${clip}">One <b>two</b>`, `<p>zero <span style="${clip}">One <b>two</b></span>`]) {
      const { bytes, operators } = await render(html);
      expect(operators.filter(({ code, args }) => code === setTextRenderingMode && args[0] === 7)).toHaveLength(1);
      const { tree, untagged } = (await readPdf(bytes)).pages[0] ?? { tree: "", untagged: [] };
      expect([tree.match(/One/g)?.length, tree.match(/two/g)?.length, untagged]).toEqual([1, 1, []]);
    }
    // Nothing is painted where there are no letters.
    const { text } = await render(`<p style="${clip}; height: 20pt">`);
    expect(text).not.toContain("/ShadingType");
  });

  it("are placed in the page where they are fixed, but not in what is turned", async () => {
    const style = `background: url(&quot;${dot}&quot;) 0 0 / 10pt 10pt no-repeat fixed; width: 30pt; height: 30pt`;
    const at = async (css: string) => moves((await render(`<div style="${style}; ${css}"></div>`, page)).operators);
    const [first] = await at("");
    const [moved] = await at("margin-left: 5pt");
    expect(first?.slice(-2)).toEqual(moved?.slice(-2));
  });

  it("fill the whole sheet where they are the page's, under what is on it", async () => {
    const { operators } = await render("<p>a", "@page { size: 200pt 100pt; margin: 20pt; background: #ff0000 }");
    const paths = operators.filter(({ code }) => code === constructPath).map(({ args }) => JSON.stringify(args));
    expect(paths[0]).toMatch(/200.*100/);
    const none = await renderPdf("<p>a", {
      ...{ title: "T", lang: "en", date, fonts, css: '@page { background: url("none.png") }' },
    });
    expect(none.diagnostics.map(({ code }) => code)).toEqual(["unknown-background"]);
  });
});

/** pdf.js: OPS. */
const [setTextRenderingMode, constructPath] = [38, 91];

describe("the background of the root, or of body where the root has none", () => {
  const sheet = "@page { size: 240px 120px; margin: 16px } body { margin: 0 } p { height: 40px; margin: 0 }";
  /** Left, top, right and bottom of what is filled on each page. */
  async function painted(html: string, css: string) {
    const { bytes } = await renderPdf(`<!doctype html><html lang="en"><title>t</title>${html}`, {
      fonts,
      date,
      css: `${sheet} ${css}`,
    });
    return readPages(bytes, async (page) => {
      const { fnArray, argsArray } = await page.getOperatorList();
      return fnArray.flatMap((code: number, index: number) => {
        // pdf.js: constructPath, and what is done with it: fill.
        if (code !== 91 || argsArray[index][0] !== 22) return [];
        return [Array.from(argsArray[index][2] as Float32Array, (value) => Math.round(value))];
      });
    });
  }

  it("lies behind all of each page's content area, and not behind their boxes", async () => {
    const area = [12, 12, 168, 78];
    const three = "<p>a<p>b<p>c<p>d";
    expect(await painted(three, "body { background: red }")).toEqual([[area], [area]]);
    expect(await painted(three, "html { background: red }")).toEqual([[area], [area]]);
    expect(await painted(three, "html { background: red } body { background: blue; width: 80px }")).toEqual([
      [area, [12, 12, 72, 72]],
      [area, [12, 12, 72, 72]],
    ]);
    expect(await painted("<p>a", "body { background: red; display: flex }")).toEqual([[area]]);
    expect(await painted("<main><p>a</main>", "main { background: red }")).toEqual([[[12, 12, 168, 42]]]);
  });
});
