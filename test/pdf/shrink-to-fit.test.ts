import { PDFArray, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PdfDocumentOptions, renderPdf } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { date, fonts } from "./fonts.ts";

/** pt: what is left for content, in whole px. */
const room = 405;
const sheet = `@page { size: 485pt 700pt; margin: 40pt; @bottom-right { content: "page " counter(page); font-size: 8pt } }
  body { margin: 0; font: 10pt/12pt Inter } table { border-collapse: collapse } td { padding: 0 }
  @page wide { size: 900pt 480pt; margin: 40pt } .wide { page: wide }`;
const render = (html: string, options: Partial<PdfDocumentOptions> = {}) =>
  renderPdf(html, { title: "T", lang: "en", date, fonts, css: sheet, shrinkToFit: true, ...options });

const codesOf = async (html: string, options: Partial<PdfDocumentOptions> = {}) =>
  (await render(html, options)).diagnostics.map(({ code }) => code);

/** Each text with its place from the top left of the page, its width and its size, pt. */
const textsOf = async (bytes: Uint8Array) =>
  (
    await readPages(bytes, async (page) =>
      (
        await textItems(page)
      ).map(({ str, width, transform }) => ({
        str,
        x: transform[4] as number,
        y: (page.view[3] ?? 0) - (transform[5] as number),
        width,
        size: transform[0] as number,
      })),
    )
  ).flat();

const code = (letters: number) => `<p>before</p><pre style="font: 10pt/12pt Cousine">${"x".repeat(letters)}</pre>`;
/** Of a letter of the code, pt. */
const letter = 6.001;

describe("shrinkToFit", () => {
  it("draws all smaller, so that what is too wide ends at the margin, in one line", async () => {
    const { bytes, diagnostics } = await render(code(90));
    const texts = await textsOf(bytes);
    const [line] = texts.filter(({ str }) => str.startsWith("xxx"));
    expect(line?.str).toBe("x".repeat(90));
    expect((line?.x ?? 0) + (line?.width ?? 0)).toBeCloseTo(40 + room, 0);
    expect(line?.size).toBeCloseTo((10 * room) / (90 * letter), 1);
    expect(texts.find(({ str }) => str === "before")?.size).toBeCloseTo(line?.size ?? 0, 5);
    expect(diagnostics.map(({ code }) => code)).toEqual(["document-shrunk"]);
    expect(diagnostics[0]?.message).toBe(
      `Something is 33% wider than its page, where "${"x".repeat(60)}" stands: all is drawn at 75% of its size.`,
    );
  });

  it("sees what is too wide in a column of boxes", async () => {
    const { bytes, diagnostics } = await render(`<div style="display: flex; flex-direction: column">${code(90)}</div>`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["document-shrunk"]);
    expect((await textsOf(bytes)).filter(({ str }) => str.startsWith("x")).map(({ str }) => str.length)).toEqual([90]);
  });

  it.each(["overflow: auto", "overflow-x: auto", "overflow-x: scroll", "overflow-x: hidden", "overflow-y: auto"])(
    "is for nothing that a screen would scroll or cut off (%s)",
    async (scrolls) => {
      const wide = '<table style="width: 900pt"><tr><td>1<td>2</table>';
      expect(await codesOf(`<div style="${scrolls}">${wide}</div>`)).not.toContain("document-shrunk");
      expect(await codesOf(`<div style="overflow-x: visible">${wide}</div>`)).toContain("document-shrunk");
    },
  );

  it("is for nothing that is cut off though it is painted apart from what cuts it off", async () => {
    const wide = '<div style="position: relative; z-index: 2; width: 900pt">wide</div>';
    for (const overflow of ["hidden", "auto"])
      expect(await codesOf(`<div style="overflow: ${overflow}">${wide}</div>`), overflow).toEqual([]);
    expect(await codesOf(wide)).toContain("document-shrunk");
  });

  const at = (style: string, position = "absolute") =>
    `<p>before</p><div style="position: ${position}; height: 20pt; width: 300pt; ${style}">box</div>`;
  /** With how far its right edge is from the left of the text, pt. */
  const placed = [
    ["out of the flow", at("left: 200pt; top: 0"), 500],
    [
      "out of the flow, in another",
      `<div style="position: relative; width: 300pt; left: 50pt">${at("left: 150pt; top: 0")}</div>`,
      500,
    ],
    ["moved", at("left: 200pt", "relative"), 500],
    ["moved by a transformation", at("transform: translateX(200pt)", "static"), 500],
    ["turned", at("width: 20pt; height: 500pt; transform: rotate(-90deg); transform-origin: 0 0", "static"), 500],
    ["made larger", at("transform: scale(1.5); transform-origin: 0 0", "static"), 450],
  ] as const;

  it.each(placed)("sees a box that is %s", async (_, html, right) => {
    const { diagnostics } = await render(html);
    expect(diagnostics.map(({ code }) => code)).toEqual(["document-shrunk"]);
    expect(diagnostics[0]?.message).toContain(`${Math.round((right / room - 1) * 100)}% wider`);
  });

  it.each([
    ["as wide as its page, with padding", '<div style="width: 100%; padding: 0 15pt">box</div>', room + 30],
    ["moved, as wide as its page", '<div style="position: relative; left: 20pt">box</div>', room + 20],
    [
      "beside one that is wider",
      '<p style="width: 440pt">p</p><div style="width: 100%; padding: 0 15pt">box</div>',
      440,
    ],
  ] as const)("is no more than a browser's for a box that is too wide for any page: %s", async (_, html, right) => {
    const { diagnostics } = await render(html);
    expect(diagnostics.map(({ code }) => code)).toEqual(["document-shrunk"]);
    expect(diagnostics[0]?.message).toContain(`${Math.round((right / room - 1) * 100)}% wider`);
  });

  it("has parts of the viewport be of the page that all is drawn for", async () => {
    const wide = '<p style="width: 540pt">wide</p>';
    const half = (style: string) => `${wide}<div style="${style}; text-align: right">end</div>`;
    const endOf = async (html: string) => {
      const [end] = (await textsOf((await render(html)).bytes)).filter(({ str }) => str === "end");
      return (end?.x ?? 0) + (end?.width ?? 0);
    };
    // Three quarters: the page is drawn for 540 pt, and what is half of that is half of the room.
    expect(await endOf(half("width: 50vw"))).toBeCloseTo(40 + room / 2, 0);
    expect(await endOf(half("width: 50%"))).toBeCloseTo(40 + room / 2, 0);
    const { diagnostics } = await render(half("width: 50vw"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["document-shrunk"]);
    expect(diagnostics[0]?.message).toContain(`${Math.round((540 / room - 1) * 100)}% wider`);
  });

  const address = `https://example.org/${"statistics/".repeat(9)}file.csv`;

  it.each([
    ["in a paragraph", `<p>before ${address}</p>`],
    ["beside a float", `<div style="float: left; width: 20pt">1.</div><p>before ${address}</p>`],
    ["beside a float in it", `<p><span style="float: left">1.</span>before ${address}</p>`],
  ])("keeps an address in one line, as browsers do: %s", async (_, html) => {
    const { bytes, diagnostics } = await render(html);
    expect(diagnostics.map(({ code }) => code)).toEqual(["document-shrunk"]);
    expect((await textsOf(bytes)).map(({ str }) => str.trim())).toContain(address);
    expect(await codesOf(html.replace("<p>", '<p style="overflow-wrap: anywhere">'))).toEqual([]);
  });

  it("measures once, as browsers do: what grows with its page ends in the margin, whole", async () => {
    const html = `<div style="display: grid; grid-template-columns: 20% 80%"><p>side</p>${code(70)}</div>`;
    const { bytes, diagnostics } = await render(html.replaceAll("<p>before</p>", ""));
    const reach = 0.2 * room + 70 * letter;
    expect(diagnostics[0]?.message).toContain(`${Math.round((reach / room - 1) * 100)}% wider`);
    const [line] = (await textsOf(bytes)).filter(({ str }) => str.startsWith("x"));
    expect(line?.str).toBe("x".repeat(70));
    expect((line?.x ?? 0) + (line?.width ?? 0)).toBeCloseTo(40 + 0.2 * room + (70 * letter * room) / reach, 0);
  });

  it("sees the margin of a picture in a line, and a player as wide as it asks to be", async () => {
    const margin = await render(`<p>${picture("width: 400pt; margin: 0 20pt")}</p>`);
    expect(margin.diagnostics[0]?.message).toContain(`${Math.round((440 / room - 1) * 100)}% wider`);
    const player = await render('<iframe src="https://example.org/" width="640" height="80"></iframe>', {
      lenient: true,
    });
    expect(player.diagnostics.find(({ code }) => code === "document-shrunk")?.message).toContain(
      `${Math.round((483 / room - 1) * 100)}% wider`,
    );
  });

  it("knows a player that says how high it is as wide as any", async () => {
    const { diagnostics } = await render('<iframe src="https://example.org/" height="600"></iframe>', {
      lenient: true,
    });
    expect(diagnostics.map(({ code }) => code)).not.toContain("document-shrunk");
  });

  const picture = (style: string) =>
    `<svg role="img" aria-label="Square" style="${style}" viewBox="0 0 9 1"><path d="M0 0h9v1h-9z"/></svg>`;
  const pictures = fc.constantFrom(
    (drawn: string) => drawn,
    (drawn: string) => `<p>in a line ${drawn}</p>`,
    (drawn: string) => `<div style="display: flex">${drawn}</div>`,
    (drawn: string) => `<table role="presentation"><tr><td>${drawn}</table>`,
    (drawn: string) => `<figure style="margin: 0">${drawn}<figcaption>caption</figcaption></figure>`,
  );

  it("sees pictures that ask for more than the width of the page, and none that is as wide as it finds room", async () => {
    const widths = fc.integer({ min: 415, max: 600 });
    await fc.assert(
      fc.asyncProperty(pictures, widths, async (around, width) => {
        const { diagnostics } = await render(`<p>before</p>${around(picture(`width: ${width}pt; flex: none`))}`);
        expect(diagnostics.map(({ code }) => code)).toEqual(["document-shrunk"]);
        expect(diagnostics[0]?.message).toContain(`${Math.round((width / room - 1) * 100)}% wider`);
        const fitting = picture(`width: ${width}pt; max-width: 100%`);
        expect(await codesOf(`<p>before</p>${around(fitting)}`)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it("is for no picture that was not found: what stands in for it is as wide as there is room", async () => {
    const html = '<p><img src="missing.png" alt="A picture" width="800" height="20"> and text</p>';
    expect(await codesOf(html, { lenient: true })).not.toContain("document-shrunk");
  });

  it.each([
    ["in the middle of its page", at("left: 50%; transform: translateX(-50%)")],
    ["at its end", at("right: 0")],
    ["off its left", at("left: -200pt")],
    ["for those who listen", at("left: 390pt; width: 1px; height: 1px; overflow: hidden; white-space: nowrap")],
    [
      "cut off by what it is placed in",
      `<div style="position: relative; overflow: hidden; width: 300pt; height: 50pt">${at("left: 200pt")}</div>`,
    ],
  ])("is for no box that stands %s", async (_, html) => {
    expect(await codesOf(html)).not.toContain("document-shrunk");
  });

  it("is for no width that a cell asks for: a table gives it no more than it has", async () => {
    const nav = '<table style="width: 100%"><tr><td colspan="2" style="width: 100em">Overview<tr><td>a<td>b</table>';
    const plain = '<table><tr><td style="width: 900pt">a<td>b</table>';
    const collapsed = plain.replace("<table", '<table style="border-collapse: collapse"');
    for (const html of [nav, plain, collapsed]) {
      const codes = await codesOf(html);
      expect(codes).not.toContain("document-shrunk");
      expect(codes).not.toContain("table-too-wide");
    }
  });

  it("leaves paper, margins and what stands in them as they are", async () => {
    const furniture = async (shrinkToFit: boolean) => {
      const { bytes } = await render(code(100), { shrinkToFit });
      const sizes = (await PDFDocument.load(bytes)).getPages().map((page) => page.getSize());
      return { sizes, number: (await textsOf(bytes)).find(({ str }) => str.startsWith("page")) };
    };
    const [shrunk, plain] = [await furniture(true), await furniture(false)];
    expect(shrunk).toEqual(plain);
    expect(shrunk.number?.size).toBe(8);
  });

  it("changes no byte where nothing is too wide", async () => {
    const html = `${code(60)}<p><span style="display: inline-block">${"words that take lines ".repeat(9)}</span> </p><div class="wide"><p style="width: 800pt">landscape</p></div><p style="position: absolute; left: 9999px">out</p>
      <div style="width: 300pt; overflow: hidden"><div style="width: 900pt">cut off anyway</div></div>`;
    const [shrunk, plain] = [await render(html), await render(html, { shrinkToFit: false })];
    expect(shrunk.diagnostics.map(({ code }) => code)).not.toContain("document-shrunk");
    expect(Buffer.from(shrunk.bytes).equals(Buffer.from(plain.bytes))).toBe(true);
  });

  it("goes to two thirds of the size and no further: then words are broken, and none leaves the page", async () => {
    const { bytes, diagnostics } = await render(code(300));
    expect(diagnostics.map(({ code }) => code)).toEqual(["document-shrunk"]);
    expect(diagnostics[0]?.message).toContain(
      `half as wide again as its page, or wider, where "${"x".repeat(60)}" stands: all is drawn at 67% of its size`,
    );
    const lines = (await textsOf(bytes)).filter(({ str }) => str.startsWith("x"));
    expect(lines.map(({ str }) => str).join("")).toBe("x".repeat(300));
    for (const { x, width, size } of lines) {
      expect(x + width).toBeLessThanOrEqual(40.5 + room);
      expect(size).toBeCloseTo(10 / 1.5, 3);
    }
  });

  it("keeps tables, code and boxes of up to half as much again as the page whole, and every word on it", async () => {
    const wide = fc
      .integer({ min: 30, max: 148 })
      .chain((percent) =>
        fc.constantFrom(
          code(Math.floor((percent * 4) / letter)),
          `<div style="width: ${percent * 4}pt">${"words of a box ".repeat(30)}</div>`,
          `<table><tr>${`<td>${"m".repeat(Math.floor(percent / 10))}</td>`.repeat(4)}</tr></table>`,
          `<div style="display: flex">${`<pre style="flex: none; width: ${percent}pt; margin: 0">flex</pre>`.repeat(4)}</div>`,
        ),
      );
    // In a column of its own, with nothing beside it, as in a page with a margin for notes.
    const inColumn = fc.integer({ min: 30, max: 70 }).chain((percent) => {
      const table = `<table><tr>${`<td>${"m".repeat(Math.floor(percent / 10))}</td>`.repeat(4)}</tr></table>`;
      return fc.constantFrom(
        `<div style="display: grid; grid-template-columns: 1fr minmax(0, 100pt) 1fr"><div style="grid-column: 2">${table}</div></div>`,
        `<div style="display: grid; grid-template-columns: 80pt 100pt"><p>side</p><div><p style="float: left">float</p><div style="clear: both">${table}</div></div></div>`,
        `<div style="display: flex"><p style="flex: none; width: 80pt">side</p><div style="flex: none; width: 100pt">${table}</div></div>`,
      );
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(wide, inColumn), { minLength: 1, maxLength: 3 }), async (parts) => {
        const { bytes, diagnostics } = await render(parts.join("<p>and</p>"));
        expect(
          diagnostics
            .map(({ code }) => code)
            .filter((each) => each === "content-off-page" || each === "table-too-wide"),
        ).toEqual([]);
        for (const { str, x, width } of await textsOf(bytes)) {
          if (str.trim() !== "") expect(x + width, str).toBeLessThanOrEqual(40.6 + room);
          if (/^m+$/.test(str)) expect(parts.join("")).toContain(`>${str}<`);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("places links, bookmarks, pictures and explained areas where they are drawn", async () => {
    const drawing =
      '<svg role="img" aria-label="Square" width="40pt" height="40pt" viewBox="0 0 1 1"><path d="M0 0h1v1h-1z"/></svg>';
    const html = `${code(90)}<h1 style="margin: 100pt 0 0" id="part">Part</h1><p><a href="#part">to the part</a> ${drawing}</p>`;
    const { bytes, explained } = await render(html, { explain: "#part" });
    const texts = await textsOf(bytes);
    const [heading, link] = ["Part", "to the part"].map((wanted) => texts.find(({ str }) => str === wanted));
    const document = await PDFDocument.load(bytes);
    const [page] = document.getPages();
    const annotation = page?.node.Annots()?.lookup(0, PDFDict);
    const [left = 0, bottom = 0, right = 0, top = 0] =
      annotation?.lookup(PDFName.of("Rect"), PDFArray).asArray().map(Number) ?? [];
    const baseline = 700 - (link?.y ?? 0);
    expect(left).toBeCloseTo(link?.x ?? 0, 1);
    expect(right - left).toBeCloseTo(link?.width ?? 0, 0);
    expect(bottom).toBeLessThan(baseline);
    expect(top).toBeGreaterThan(baseline);
    const [area] = explained[0]?.areas ?? [];
    expect(heading?.y).toBeGreaterThan(area?.y ?? Number.NaN);
    expect(heading?.y).toBeLessThan((area?.y ?? 0) + (area?.height ?? 0) + 1);
    const found = Buffer.from(await document.save({ useObjectStreams: false })).toString("latin1");
    const tops = [...found.matchAll(/\/XYZ [\d.]+ ([\d.]+)/g)].map(([, at]) => 700 - Number(at));
    expect(tops.length).toBeGreaterThanOrEqual(2);
    for (const at of tops) expect(at).toBeCloseTo(area?.y ?? Number.NaN, 0);
    const [box] = [...found.matchAll(/\/BBox \[ ?([\d. ]+?) ?\]/g)].map(([, numbers = ""]) =>
      numbers.split(" ").map(Number),
    );
    const shrunk = 400 / (90 * letter);
    expect((box?.[2] ?? 0) - (box?.[0] ?? 0)).toBeCloseTo(40 * shrunk, 0);
  });

  it("says nothing where nothing was asked", async () => {
    expect(await codesOf(code(100), { shrinkToFit: false })).not.toContain("document-shrunk");
  });
});
