import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPdfFormatter } from "../../src/pdf/index.ts";
import type { Fragment } from "../../src/pdf/layout/fragment.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { inPart } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { layOut } from "./lay-out.ts";
import { readPdf } from "./read-pdf.ts";
import { renderSmall } from "./small-page.ts";

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `<p>${from + index}</p>`).join("");

/** Where each text stands, by page. */
const placesByPage = async (html: string) =>
  (await renderSmall(html)).pages.map((page) => Object.fromEntries(page.map(({ text, x, y }) => [text, [x, y]])));

describe("columns", () => {
  const two = "columns: 2; column-gap: 20pt; orphans: 1; widows: 1";

  it("are as high as each other where they can be", async () => {
    const [page] = await placesByPage(`<div style="${two}">${lines(1, 4)}</div><p>end</p>`);
    expect(page).toEqual({ 1: [0, 0], 2: [0, 10], 3: [100, 0], 4: [100, 10], end: [0, 20] });
  });

  it.each([
    ["as many as are asked for", "columns: 3; column-gap: 0", { 1: [0, 0], 2: [60, 0], 3: [120, 0] }],
    ["as many as fit with this width", "columns: 50pt; column-gap: 15pt", { 1: [0, 0], 2: [65, 0], 3: [130, 0] }],
    ["an em apart, if nothing else is said", "columns: 3", { 1: [0, 0], 2: [63, 0], 3: [127, 0] }],
    ["from right to left", "columns: 3; column-gap: 0; direction: rtl", { 1: [176, 0], 2: [114, 0], 3: [54, 0] }],
    [
      "one after the other, if they are not balanced",
      "columns: 2; column-fill: auto",
      { 1: [0, 0], 2: [0, 10], 3: [0, 20] },
    ],
    [
      "as high as is said",
      "columns: 2; column-gap: 0; column-fill: auto; height: 20pt",
      { 1: [0, 0], 2: [0, 10], 3: [90, 0] },
    ],
  ])("are %s", async (_, style, expected) => {
    const [page] = await placesByPage(`<div style="${style}">${lines(1, 3)}</div>`);
    expect(page).toEqual(expected);
  });

  it("end where a break is asked for", async () => {
    const [page] = await placesByPage(
      `<div style="columns: 3; column-gap: 0">${lines(1, 2)}<p style="break-before: column">3</p>${lines(4, 6)}</div>`,
    );
    expect(page).toMatchObject({ 1: [0, 0], 2: [0, 10], 3: [60, 0] });
  });

  it("do not end within what is to be kept together", async () => {
    const [page] = await placesByPage(
      `<div style="${two}">${lines(1, 2)}<div style="break-inside: avoid">${lines(3, 5)}</div></div>`,
    );
    expect(page).toMatchObject({ 1: [0, 0], 2: [0, 10], 3: [100, 0], 4: [100, 10], 5: [100, 20] });
  });

  it("stand above and below what spans them, wherever it is in them", async () => {
    const [page] = await placesByPage(
      `<div style="${two}">${lines(1, 2)}<section><h1 style="column-span: all">span</h1>${lines(3, 4)}</section></div>`,
    );
    expect(page).toEqual({ 1: [0, 0], 2: [100, 0], span: [0, 10], 3: [0, 20], 4: [100, 20] });
  });

  it("go on on the next page, each page from its first column to its last", async () => {
    const [first, second] = await placesByPage(`<p>top</p><div style="${two}">${lines(1, 40)}</div>`);
    expect(first).toMatchObject({ top: [0, 0], 1: [0, 10], 17: [0, 170], 18: [100, 10], 34: [100, 170] });
    expect(second).toEqual({ 35: [0, 0], 36: [0, 10], 37: [0, 20], 38: [100, 0], 39: [100, 10], 40: [100, 20] });
  });

  it("divide a box that is taller than they are, with its content", async () => {
    const [page] = await placesByPage(
      `<div style="${two}"><div style="height: 40pt"><p>1</p></div>${lines(2, 3)}</div><p>end</p>`,
    );
    expect(page).toEqual({ 1: [0, 0], 2: [100, 10], 3: [100, 20], end: [0, 30] });
  });

  it("divide what is placed in them", async () => {
    const [page] = await placesByPage(
      `<div style="columns: 2; column-gap: 20pt; column-fill: auto; height: 30pt"><div style="position: relative; height: 60pt">
        <div style="position: absolute; top: 20pt">${lines(1, 3)}</div></div></div>`,
    );
    expect(page).toEqual({ 1: [0, 20], 2: [100, 0], 3: [100, 10] });
  });

  it("are as wide as their content where nothing else is said", async () => {
    const [page] = await placesByPage(
      `<div style="float: left; columns: 2; column-gap: 10pt">${lines(1, 2)}</div><p>end</p>`,
    );
    expect(page?.end?.[0]).toBeLessThan(50);
  });

  it.each([
    ["", []],
    ["column-rule: 1pt solid red", [57.5, 122.5]],
    ["column-rule: 1pt solid red; direction: rtl", [122.5, 57.5]],
  ])("have a line in the middle of each gap, where one is asked for: %s", (css, expected) => {
    const html = `<div style="columns: 3; column-gap: 15pt; ${css}">${lines(1, 3)}</div>`;
    const { laidOut } = layOut(html, { width: 180 });
    expect(rulesIn(laidOut.fragment)).toEqual(expected);
  });
});

/** Where lines between columns stand. */
const rulesIn = (fragment: Fragment): number[] =>
  fragment.kind !== "box"
    ? []
    : typeof fragment.borders === "object" && fragment.borders.left
      ? [fragment.x]
      : fragment.children.flatMap(rulesIn);

const kinds = ["p", "list", "table", "box", "keep", "note", "span", "columns", "tall"] as const;
type Kind = (typeof kinds)[number];
interface Piece {
  readonly kind: Kind;
  readonly words: number;
  readonly children: readonly Piece[];
}
const { piece } = fc.letrec<{ piece: Piece }>((tie) => ({
  piece: fc.record({
    kind: fc.constantFrom("p" as const, ...kinds),
    words: fc.integer({ min: 1, max: 60 }),
    children: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constant([]),
      fc.array(tie("piece"), { maxLength: 3 }),
    ),
  }),
}));

function write(pieces: readonly Piece[], words: (count: number) => string, depth = 0): string {
  return pieces
    .map(({ kind, words: count, children }) => {
      const inside = write(children, words, depth + 1);
      const writers: Readonly<Record<Kind, () => string>> = {
        p: () => `<p>${words(count)}</p>`,
        list: () => `<ul><li>${words(count)}<li>${words(2)}</ul>`,
        table: () => `<table><thead><tr><th>${words(1)}<tbody><tr><td>${words(3)}<tr><td>${words(count)}</table>`,
        box: () => `<div class="box">${words(count)}`,
        keep: () => `<div class="keep"><p>${words(count)}</p>`,
        note: () => `<p>${words(3)}<span class="fn">${words(5)}</span></p>`,
        span: () => `<div><p class="span">${words(3)}</p>`,
        columns: () => (depth > 0 ? `<p>${words(count)}</p>` : `<div class="columns">${words(count)}`),
        tall: () => `<div style="height: ${count * 6}pt">${words(1)}</div>`,
      };
      const open = writers[kind]();
      return `${open}${/^<div(?!.*<\/div>$)/s.test(open) ? `${inside}</div>` : inside}`;
    })
    .join("");
}

it("lose no word, say none twice, and none over another, whatever is in columns and wherever a page ends", async () => {
  const css = `@page { size: 105mm 148mm; margin: 12mm } .columns { columns: 2 } .box { border: 1pt solid; padding: 3pt }
    .keep { break-inside: avoid } .fn { float: footnote; font-size: 8pt } .span { column-span: all } p { margin: 0 0 6pt } ul { padding-left: 12pt }`;
  const own = createPdfFormatter({ fonts, stylesheets: [{ text: css }] });
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.integer({ max: 90, min: 0 }),
      async (pieces, above) => {
        let count = 0;
        const words = (length: number) => Array.from({ length }, () => `w${++count}`).join(" ");
        const html = `<p>${words(above + 1)}</p><div class="columns">${write(pieces, words, 1)}</div><p>${words(5)}</p>`;
        const { bytes } = await own.render(html, { title: "T", lang: "en-GB", date });
        const { pages } = await readPdf(bytes);
        const found = pages.flatMap(({ tree }) => (tree.match(/\bw\d+/g) ?? []).map((word) => Number(word.slice(1))));
        expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
        expect(await straysIn(bytes)).toEqual([]);
      },
    ),
    { numRuns: inPart(25, 10) },
  );
});

/** Words outside of the margins, or over others. */
async function straysIn(bytes: Uint8Array): Promise<string[]> {
  const pages = await readPages(bytes, async (page) => ({ view: page.view, items: await textItems(page) }));
  return pages.flatMap(({ view: [, , width = 0, height = 0], items }) => {
    const placed: { readonly text: string; readonly x: number; readonly right: number; readonly y: number }[] = [];
    return items.flatMap(({ str: text, transform, width: wide }) => {
      if (text.trim() === "" || text.startsWith("•")) return [];
      const own = { text, x: transform[4] ?? 0, right: (transform[4] ?? 0) + wide, y: transform[5] ?? 0 };
      const isInside = own.x > 33 && own.right < width - 30 && own.y > 33 && own.y < height - 34;
      const under = placed.find((it) => Math.abs(it.y - own.y) < 6 && it.right - 0.5 > own.x && own.right - 0.5 > it.x);
      placed.push(own);
      return [...(isInside ? [] : [`outside: ${text}`]), ...(under ? [`${text} over ${under.text}`] : [])];
    });
  });
}

describe("columns in columns", () => {
  const outer = "columns: 2; column-gap: 0; orphans: 1; widows: 1";
  const inner = `<div style="columns: 2; column-gap: 0">${lines(1, 8)}</div>`;

  it("are as high as those have room for, row by row", async () => {
    const [page] = await placesByPage(`<div style="${outer}; column-fill: auto; height: 20pt">${inner}</div>`);
    expect(page).toEqual({
      ...{ 1: [0, 0], 2: [0, 10], 3: [45, 0], 4: [45, 10] },
      ...{ 5: [90, 0], 6: [90, 10], 7: [135, 0], 8: [135, 10] },
    });
  });

  it("are balanced with them", async () => {
    const [page] = await placesByPage(`<div style="${outer}">${inner}</div><p>end</p>`);
    expect(page).toMatchObject({ 4: [45, 10], 5: [90, 0], 8: [135, 10], end: [0, 20] });
  });

  it("begin in the room that is left of a column", async () => {
    const [page] = await placesByPage(
      `<div style="${outer}; column-fill: auto; height: 30pt"><p>top</p>${inner}</div>`,
    );
    expect(page).toMatchObject({ top: [0, 0], 1: [0, 10], 2: [0, 20], 3: [45, 10], 4: [45, 20], 5: [90, 0] });
  });

  it("hold each line once, however deep they stand, on pages of any height", async () => {
    const gap = fc.integer({ min: 0, max: 3 });
    await fc.assert(
      fc.asyncProperty(gap, gap, fc.integer({ min: 1, max: 90 }), async (before, after, count) => {
        const columns = `<div style="columns: 2; column-gap: 5pt; margin: ${before}pt 0 ${after}pt">`;
        const html = `${columns}${lines(1, 2)}${columns}${columns}${lines(3, count + 2)}</div></div></div>`;
        const words = (await renderSmall(html)).pages.flatMap((page) => page.map(({ text }) => Number(text)));
        expect(words.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count + 2 }, (_, index) => index + 1));
      }),
      { numRuns: inPart(15, 2), examples: [[2, 0, 88]] },
    );
  });
});

it("take what is left of their page, also where pages cut more than forty rows of them", async () => {
  const words = (index: number) => "Some words of a paragraph that goes on. ".repeat(20 + ((index * 13) % 30));
  const html = Array.from({ length: 200 }, (_, index) => `<div style="columns: 4"><p>${words(index)}</p></div>`);
  const { pageCount } = await createPdfFormatter({ fonts, stylesheets: [] }).render(html.join(""), {
    title: "T",
    lang: "en",
    date,
  });
  // 74 where rows behind the fortieth went to the next page as a whole.
  expect(pageCount).toBe(69);
});
