import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { renderSmall } from "./small-page.ts";

/** What is drawn on the page. */
async function drawnBy(html: string, css = ""): Promise<string> {
  const { bytes } = await renderSmall(html, `.card { width: 50pt; height: 40pt; background: white } ${css}`);
  const streams = [
    ...Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/stream\n(.*?)\nendstream/gs),
  ];
  const drawn = streams.map(({ 1: data = "" }) => {
    try {
      return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  const page = drawn.filter((text) => text.includes(" rg\n")).join("\n");
  expect(page).toContain(" f");
  return page;
}

const green = '<div style="height: 80pt; width: 90pt; background: green"></div>';
const cut = "10 10 50 40 re W n";

describe("a box that cuts off what hangs out of it", () => {
  it("shows the decoration in it no further than itself", async () => {
    expect(await drawnBy(`<div class="card">${green}</div>`)).not.toContain("W n");
    for (const value of ["hidden", "clip"])
      expect(await drawnBy(`<div class="card" style="overflow: ${value}">${green}</div>`)).toContain(cut);
  });

  it.each([
    ["overflow-x: hidden; overflow-y: hidden", true],
    ["overflow-x: clip; overflow-y: hidden", true],
    ["overflow: hidden; overflow-y: visible", false],
    ["overflow-x: hidden", false],
    ["overflow: hidden auto", false],
    ["overflow: auto; overflow: hidden", true],
  ])("does so where it does in both directions: %s", async (style, isCut) => {
    const drawn = await drawnBy(`<div class="card" style="${style}">${green}</div>`);
    expect(drawn.includes("W n")).toBe(isCut);
  });

  it("leaves alone what it holds whole, and what scrolls on a screen", async () => {
    const small = green.replace("80pt", "20pt").replace("90pt", "20pt");
    expect(await drawnBy(`<div class="card" style="overflow: hidden">${small}</div>`)).not.toContain("W n");
    expect(await drawnBy(`<div class="card" style="overflow: auto">${green}</div>`)).not.toContain("W n");
  });

  it("cuts along its round corners, within its borders", async () => {
    const card = "overflow: hidden; border: 2pt solid; border-radius: 8pt";
    expect(await drawnBy(`<div class="card" style="${card}">${green}</div>`)).toMatch(/^18 12 m .* c h W n$/m);
  });

  it("cuts off what is painted apart from it, since it is moved or turned", async () => {
    for (const moved of ["position: relative; top: 5pt", "transform: rotate(90deg)"]) {
      const html = `<div class="card" style="overflow: hidden"><div style="${moved}">${green}</div></div>`;
      expect(await drawnBy(html), moved).toContain("10 10 50 40 re W n");
    }
  });

  it("never cuts off text, nor what it stands on", async () => {
    const dark = `<div style="background: green">${"<p>word</p>".repeat(7)}</div>`;
    const html = `<div class="card" style="overflow: hidden">${dark}</div>`;
    expect(await drawnBy(html)).not.toContain("W n");
    expect((await renderSmall(html)).pages.flat().filter(({ text }) => text === "word")).toHaveLength(7);
  });

  it("is not the page: what the root cuts off is what the paper does", async () => {
    expect(await drawnBy(green, "html, body { overflow: hidden; width: 50pt; height: 40pt }")).not.toContain("W n");
  });
});

describe("a box that its style closes", () => {
  const closing = [
    "height: 0; overflow: hidden",
    "max-height: 0; overflow: hidden",
    "height: 0; overflow: auto",
    "height: 1px; overflow: hidden",
    "height: 0; overflow: hidden; border: 2pt solid; position: relative",
    "width: 0; overflow-x: hidden; float: left",
    "position: fixed; top: 0; left: 0; width: 0; height: 100%; overflow-x: hidden",
    "display: flex; height: 0; overflow: hidden",
  ];

  it.each(closing)("is read where it stands, and not seen: %s", async (style) => {
    const inside = '<p>one</p><p>two</p><b style="position: absolute; right: 5pt; top: 0">out</b>';
    const { bytes, diagnostics, pages, pageCount } = await renderSmall(
      `<p>before</p><div style="${style}">${inside}</div><p>after</p>`,
    );
    const texts = pages.flat();
    expect(texts.map(({ text }) => text).sort()).toEqual(["after", "before", "one", "out", "two"]);
    const below = style.includes("border") ? 14 : style.includes("1px") ? 11 : 10;
    expect(texts.find(({ text }) => text === "after")?.y).toBe(below);
    expect(pageCount).toBe(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(["closed-box"]);
    expect(diagnostics[0]?.message).toMatch(/^"one" stands in a box/);
    expect(diagnostics[0]?.source?.line).toBe(1);
    const unseen = await unseenIn(bytes);
    // What the page contains is not cut off by a box that contains nothing.
    expect(unseen).toBe(/position/.test(style) ? 3 : 2);
  });

  it("is open where it shows some of its text, or its text hangs out", async () => {
    for (const style of [
      "height: 0",
      "height: 0; overflow: hidden; padding-bottom: 20pt",
      "height: 5pt; overflow: hidden",
      "max-width: 0; overflow: visible",
      "overflow: hidden",
    ]) {
      const { bytes, diagnostics } = await renderSmall(`<div style="${style}"><p>one</p></div>`);
      expect(await unseenIn(bytes), style).toBe(0);
      expect(diagnostics, style).toEqual([]);
    }
  });

  it("is no reason to say anything where nobody would miss it", async () => {
    for (const html of [
      '<div style="height: 0; overflow: hidden"><p style="visibility: hidden">one</p></div>',
      '<div style="height: 1px; width: 1px; overflow: hidden"><p>one</p></div>',
      '<div style="position: absolute; left: -1000px; height: 1px; width: 1px; overflow: hidden">one</div>',
      '<div style="height: 0; overflow: hidden"></div>',
    ])
      expect((await renderSmall(html)).diagnostics, html).toEqual([]);
  });

  it("keeps what is in it together, and hides what is painted apart from it", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `<tr><td>row${index}</td></tr>`).join("");
    const apart = '<p style="position: relative; z-index: 2">apart</p>';
    const html = `<div style="height: 0; overflow: hidden"><table>${rows}</table>${apart}</div><p>after</p>`;
    const { bytes, pageCount, pages } = await renderSmall(html);
    expect(pageCount).toBe(1);
    expect(pages.flat()).toHaveLength(42);
    expect(await unseenIn(bytes)).toBe(41);
  });
});

/** Runs of text that are read and not painted (mode 3). */
async function unseenIn(bytes: Uint8Array): Promise<number> {
  const streams = [
    ...Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/stream\n(.*?)\nendstream/gs),
  ];
  return streams
    .map(({ 1: data = "" }) => {
      try {
        return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
      } catch {
        return "";
      }
    })
    .reduce((sum, text) => sum + text.split("BT 3 Tr").length - 1, 0);
}

describe("a picture with round corners", () => {
  const picture = `<img alt="" style="width: 40pt; height: 40pt; border-radius: 50%" src="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h40v40H0z" fill="green"/></svg>')}">`;

  it("is cut off along them, whatever it says of overflow", async () => {
    expect(await drawnBy(`<p>${picture}</p>`)).toMatch(/ c h W n$/m);
    expect(await drawnBy(`<p>${picture.replace("50%", "0")}</p>`)).not.toMatch(/ c h W n$/m);
  });
});
