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
