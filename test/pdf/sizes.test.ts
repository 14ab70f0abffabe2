import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fragment, ImageFragment } from "../../src/pdf/layout/fragment.ts";
import { parseLengthPercentage, parseValue, resolveLength } from "../../src/stylesheet/index.ts";
import { trials } from "../support/trials.ts";
import { layOut } from "./lay-out.ts";
import { renderSmall } from "./small-page.ts";

/** Widths and heights of the `div`s, px, in document order. */
function boxesOf(html: string, css = "") {
  const { laidOut, diagnostics } = layOut(html, { css: `div { background: #eee } ${css}`, width: 300 });
  expect(diagnostics).toEqual([]);
  const found: { width: number; height: number; x: number }[] = [];
  const visit = (fragment: Fragment, x: number): void => {
    if (fragment.kind === "image") return;
    const left = x + fragment.x;
    const isBox = fragment.kind === "box" && (fragment.style?.backgroundColor.alpha ?? 0) > 0;
    if (isBox) found.push({ width: fragment.width / 0.75, height: fragment.height / 0.75, x: left / 0.75 });
    for (const child of fragment.kind === "box" ? fragment.children : fragment.atoms) visit(child, left);
  };
  visit(laidOut.fragment, 0);
  return found;
}

const circle = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><circle r="5"/></svg>')}`;

function pictureOf(style: string, source = circle): ImageFragment {
  const { laidOut } = layOut(`<img alt="a" src="${source}" style="width: 100px; height: 100px; ${style}">`);
  const images: ImageFragment[] = [];
  const visit = (fragment: Fragment): void => {
    if (fragment.kind === "image") images.push(fragment);
    else for (const child of fragment.kind === "box" ? fragment.children : fragment.atoms) visit(child);
  };
  visit(laidOut.fragment);
  return images[0] as ImageFragment;
}

describe("widths that content says", () => {
  it("are the least, the most, and what fits", () => {
    const [least, most, fits] = boxesOf(
      "<div class=a>two words</div><div class=b>two words</div><div class=c>two words</div>",
      ".a { width: min-content } .b { width: max-content } .c { width: fit-content; margin: auto }",
    );
    expect(least?.height).toBeCloseTo(2 * (most?.height ?? 0), 3);
    expect(least?.width).toBeLessThan(most?.width ?? 0);
    expect(fits?.width).toBeCloseTo(most?.width ?? 0, 3);
    expect(fits?.x).toBeCloseTo((400 - (fits?.width ?? 0)) / 2, 3);
  });

  it("bound other widths, and count in lines and floats", () => {
    const [bounded] = boxesOf("<div>two words</div>", "div { max-width: min-content }");
    for (const variant of ["float: left", "display: inline-block"]) {
      const [box] = boxesOf(`<div style="${variant}; width: min-content">two words</div>`);
      expect(box?.width, variant).toBeCloseTo(bounded?.width ?? 0, 3);
    }
  });
});

describe("aspect-ratio", () => {
  it("makes the height of a width, and the width of a height, and gives way to content", () => {
    expect(boxesOf("<div style='width: 120px; aspect-ratio: 4 / 1'></div>")[0]).toMatchObject({
      width: 120,
      height: 30,
    });
    const [box] = boxesOf("<div style='display: inline-block; height: 20px; aspect-ratio: 3'></div>");
    expect(box?.width).toBeCloseTo(60, 3);
    const [full] = boxesOf("<div style='width: 20px; aspect-ratio: 10'>a<br>b</div>");
    expect(full?.height).toBeGreaterThan(20);
  });
});

describe("object-fit", () => {
  it("puts a picture into its box whole, over all of it, or as large as it is", () => {
    expect(pictureOf("").drawn).toBeUndefined();
    expect(pictureOf("object-fit: contain").drawn).toMatchObject({ x: 0, y: 18.75, width: 75, height: 37.5 });
    expect(pictureOf("object-fit: cover").drawn).toMatchObject({ x: -37.5, y: 0, width: 150, height: 75 });
    expect(pictureOf("object-fit: scale-down; object-position: left top").drawn).toMatchObject({
      x: 0,
      y: 0,
      width: 15,
    });
    const { drawn } = pictureOf("object-fit: none; object-position: right 4px bottom 8px");
    expect(drawn).toMatchObject({ x: 75 - 15 - 3, y: 75 - 7.5 - 6, width: 15, height: 7.5 });
  });
});

/** A calculation as text, and what it comes to, px, of a base. */
interface Sum {
  readonly text: string;
  of(base: number): number;
}

const amount = fc.integer({ min: -50, max: 200 });
const plain: fc.Arbitrary<Sum> = fc.oneof(
  amount.map((value) => ({ text: `${value}px`, of: () => value })),
  amount.map((value) => ({ text: `${value}%`, of: (base: number) => (value / 100) * base })),
  amount.map((value) => ({ text: `${value}vw`, of: () => (value / 100) * 800 })),
  amount.map((value) => ({ text: `${value}vmin`, of: () => (value / 100) * 600 })),
  amount.map((value) => ({ text: `${value}em`, of: () => value * 16 })),
);
const { sum } = fc.letrec<{ sum: Sum }>((tie) => {
  const two = fc.tuple(tie("sum"), tie("sum"));
  const three = fc.tuple(tie("sum"), tie("sum"), tie("sum"));
  return {
    sum: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      plain,
      two.map(([a, b]) => ({ text: `calc(${a.text} + ${b.text})`, of: (base: number) => a.of(base) + b.of(base) })),
      two.map(([a, b]) => ({ text: `calc(${a.text} - (${b.text}))`, of: (base: number) => a.of(base) - b.of(base) })),
      tie("sum").map((a) => ({ text: `calc(3 * ${a.text} / 2)`, of: (base: number) => (3 * a.of(base)) / 2 })),
      two.map(([a, b]) => ({
        text: `min(${a.text}, ${b.text})`,
        of: (base: number) => Math.min(a.of(base), b.of(base)),
      })),
      three.map(([a, b, c]) => ({
        text: `max(${a.text}, ${b.text}, ${c.text})`,
        of: (base: number) => Math.max(a.of(base), b.of(base), c.of(base)),
      })),
      three.map(([a, b, c]) => ({
        text: `clamp(${a.text}, ${b.text}, ${c.text})`,
        of: (base: number) => Math.max(a.of(base), Math.min(b.of(base), c.of(base))),
      })),
    ),
  };
});

describe("calculations", () => {
  it("come to what they say, of any base", () => {
    const context = { fontSize: 12, rootFontSize: 12, viewport: { width: 600, height: 450 } };
    fc.assert(
      fc.property(sum, fc.integer({ min: 0, max: 1000 }), ({ text, of }, base) => {
        const value = parseLengthPercentage(parseValue(text)[0])?.(context);
        expect(value, text).toBeDefined();
        const used = resolveLength(value ?? Number.NaN, base * 0.75) / 0.75;
        expect(Math.abs(used - of(base)), text).toBeLessThan(1e-6 * Math.max(1, Math.abs(of(base))));
      }),
      { numRuns: trials(300, 300) },
    );
  });

  it("of what does not go together are none", () => {
    for (const text of [
      "calc(1px + 2)",
      "calc(2px * 3px)",
      "calc(1 / 2px)",
      "min(1px, 2)",
      "clamp(1px, 2px)",
      "calc()",
    ])
      expect(parseLengthPercentage(parseValue(text)[0]), text).toBeUndefined();
  });
});

describe("the size of a picture twice as wide as high", () => {
  const sizeOf = (style: string) => {
    const { width, height } = pictureOf(`width: auto; height: auto; ${style}`);
    return [width, height].map((pt) => Math.round(pt / 0.75));
  };

  // As Chromium sizes them, in a column of 400 pt.
  it.each([
    ["", [20, 10]],
    ["width: 200px", [200, 100]],
    ["height: 50px", [100, 50]],
    ["width: 200px; max-height: 40px", [200, 40]],
    ["height: 50px; max-width: 60px", [60, 50]],
    ["width: 100%; max-height: 30px", [533, 30]],
    ["max-width: 10px", [10, 5]],
    ["max-height: 4px", [8, 4]],
    ["max-width: 10px; max-height: 4px", [8, 4]],
    ["min-width: 60px", [60, 30]],
    ["min-height: 60px", [120, 60]],
    ["min-width: 60px; max-height: 8px", [60, 8]],
    ["max-width: 12px; min-height: 30px", [12, 30]],
    ["min-width: 60px; max-width: 30px", [60, 30]],
    ["width: 10px; height: 10px; min-width: 30px", [30, 10]],
  ])("is as %j says", (style, size) => {
    expect(sizeOf(style)).toEqual(size);
  });

  it("comes from its height where it has a ratio alone", () => {
    const source = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>')}`;
    const { width, height } = pictureOf("width: auto; height: 40px", source);
    expect([width / 0.75, height / 0.75]).toEqual([80, 40]);
    expect(pictureOf("width: auto; height: auto", source).width).toBe(400);
  });

  // As Chromium has it.
  it.each([
    ["<span style='display:inline-block'>$</span>", 0],
    ["<div style='float:left'>$</div>", 0],
    ["<div style='width:fit-content'>$</div>", 0],
    ["<span style='display:inline-flex'>$</span>", 0],
    ["<div style='display:flex'><button>$</button></div>", 0],
    ["<div style='width:120px'>$</div>", 120],
    ["<div style='display:flex;width:120px'>$</div>", 120],
  ])("is that of the room that there is, where it has a ratio alone, and asks for none: %s", (around, size) => {
    const svg = "<svg viewBox='0 0 24 24' role=img aria-label=x><path d='M2 2h20v20h-20z'/></svg>";
    const { laidOut } = layOut(around.replace("$", svg));
    expect(imageSizes(laidOut.fragment)).toEqual([[size, size]]);
  });

  it("may be none, and is drawn as nothing", async () => {
    const svg = "<svg viewBox='0 0 24 24' role=img aria-label=x><path d='M2 2h20v20h-20z'/></svg>";
    const { pages, diagnostics } = await renderSmall(`<p>A <span style='display:inline-block'>${svg}</span> Z</p>`);
    expect(pages.map((page) => page.map(({ text }) => text).join(" "))).toEqual(["A Z"]);
    expect(diagnostics).toEqual([]);
  });

  it("is never more than its column, in its own shape", () => {
    expect(sizeOf("width: 800px")).toEqual([533, 267]);
    expect(sizeOf("min-width: 800px; height: 40px")).toEqual([533, 27]);
  });
});

/** Of each picture, whole px. */
function imageSizes(fragment: Fragment): readonly (readonly number[])[] {
  if (fragment.kind === "image") return [[fragment.width, fragment.height].map((pt) => Math.round(pt / 0.75))];
  return (fragment.kind === "box" ? fragment.children : fragment.atoms).flatMap(imageSizes);
}

describe("a picture with a limited height in a flex container", () => {
  const twice = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"/>')}`;

  it.each([
    ["display:flex", "max-height:24px;width:auto", [48, 24]],
    ["display:inline-flex", "max-height:24px;width:auto", [48, 24]],
    ["display:flex;align-items:center", "max-height:24px", [48, 24]],
    ["display:flex", "min-height:150px", [300, 150]],
    ["display:flex;height:50px", "max-height:100%", [100, 50]],
    ["display:flex", "max-height:24px;width:60px", [60, 24]],
    ["display:flex;width:30px", "max-height:24px;min-width:0", [30, 15]],
    ["display:flex;flex-direction:column;align-items:start", "max-height:24px", [48, 24]],
  ])("keeps its shape: %s, %s", (container, style, size) => {
    const { laidOut } = layOut(`<div style="${container}"><img alt="a" src="${twice}" style="${style}"></div>`);
    expect(imageSizes(laidOut.fragment)).toEqual([size]);
  });
});

describe("a height that is a share of that of what is around", () => {
  const twice = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"/>')}`;
  const img = (style: string) => `<img alt="a" src="${twice}" style="${style}">`;

  /** Of the first picture, px. */
  function sizeIn(html: string, css = ""): readonly number[] {
    const { laidOut } = layOut(html, { css: `.box { height: 90px } ${css}`, width: 450 });
    const sizes: number[][] = [];
    const visit = (fragment: Fragment): void => {
      if (fragment.kind === "image") sizes.push([fragment.width, fragment.height].map((pt) => Math.round(pt / 0.75)));
      else for (const child of fragment.kind === "box" ? fragment.children : fragment.atoms) visit(child);
    };
    visit(laidOut.fragment);
    return sizes[0] ?? [];
  }

  it.each(["", "display: block", "float: left", "float: left; margin: 0 4px"])("counts for a picture (%j)", (style) => {
    expect(sizeIn(`<div class=box>${img(`height: 100%; ${style}`)}</div>`)).toEqual([180, 90]);
    expect(sizeIn(`<div class=box><a>${img(`height: 50%; ${style}`)}</a></div>`)).toEqual([90, 45]);
    expect(sizeIn(`<div class=box>${img(`max-height: 50%; ${style}`)}</div>`)).toEqual([90, 45]);
    expect(sizeIn(`<div class=box>${img(`width: 30px; height: 100%; ${style}`)}</div>`)).toEqual([30, 90]);
  });

  it("is none where the content says how high that is", () => {
    expect(sizeIn(`<div>${img("height: 100%; width: 100px")}</div>`)).toEqual([100, 50]);
    expect(sizeIn(`<div>${img("max-height: 10%; width: 100px")}</div>`)).toEqual([100, 50]);
  });

  it("says how wide the items of a row and what fits are, and a row says how high its items are", () => {
    const row =
      "header { display: flex; height: 100px } header > * { flex: none } aside { height: 20px; width: fit-content }";
    const widths = (html: string) =>
      boxesOf(html, `${row} .box { height: 90px }`).map(({ width }) => Math.round(width));
    expect(widths(`<header><div class=box><a>${img("height: 100%")}</a></div></header>`)).toEqual([180]);
    expect(widths(`<header><div class=box>${img("display: block; height: 100%")}</div></header>`)).toEqual([180]);
    expect(
      widths(`<aside><div style="height: inherit; width: fit-content">${img("height: 100%")}</div></aside>`),
    ).toEqual([40]);
    expect(sizeIn(`<header><div>${img("height: 100%")}</div></header>`, row)).toEqual([200, 100]);
  });

  it("counts for a box in a line, and leaves what holds nothing but pictures as high as it is asked to be", () => {
    const inline = "<div style='display: inline-block; height: 50%; width: 9px'></div>";
    expect(boxesOf(`<div class=box>${inline}</div>`, ".box { height: 90px }").map(({ height }) => height)).toEqual([
      90, 45,
    ]);
    expect(boxesOf(`<div class=box>${img("height: 100%")}</div>`, ".box { height: 90px }")[0]?.height).toBe(90);
  });
});

describe("the least width of a text", () => {
  const widthOf = (style: string, text: string) =>
    boxesOf(`<div style="width: min-content; font-family: Cousine; ${style}">${text}</div>`)[0]?.width ?? 0;

  it("has an indent in its first line alone, which to the left leaves room for words", () => {
    const word = widthOf("", "wwwwwwww");
    expect(widthOf("text-indent: -20px", "w wwwwwwww")).toBeCloseTo(word, 3);
    expect(widthOf("text-indent: -20px", "wwwwwwww w")).toBeCloseTo(word - 20, 3);
    expect(widthOf("text-indent: 20px", "w wwwwwwww")).toBeCloseTo(word, 3);
    expect(widthOf("text-indent: 20px", "wwwwwwww w")).toBeCloseTo(word + 20, 3);
  });
});
