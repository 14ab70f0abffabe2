import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveFlex } from "../../src/pdf/layout/flex-widths.ts";
import { layOut, linesOf, taggedAs } from "./lay-out.ts";

const paragraphs = (html: string, width = 400) => taggedAs(layOut(html, { width }).laidOut.fragment, "P");
const item = (style: string, text = "x") => `<p style="margin:0;${style}">${text}</p>`;

describe("flex rows", () => {
  it("share what is left by flex-grow, gaps taken off", () => {
    const placed = paragraphs(
      `<div style="display:flex;gap:10pt">${item("flex:1")}${item("flex: 2 1 0")}${item("flex:1")}</div>`,
    );
    expect(placed.map(({ x, fragment }) => [x, fragment.width])).toEqual([
      [0, 95],
      [105, 190],
      [305, 95],
    ]);
  });

  it("wrap, stretch to the tallest, and align as they are told", () => {
    const wrap = paragraphs(`<div style="display:flex;flex-wrap:wrap">${item("flex:0 0 150pt").repeat(3)}</div>`);
    expect(wrap.map(({ x }) => x)).toEqual([0, 150, 0]);
    const tall = paragraphs(`<div style="display:flex">${item("width:100pt")}${item("width:100pt", "a<br>b")}</div>`);
    expect(tall[0]?.fragment.height).toBe(tall[1]?.fragment.height);
    const end = paragraphs(
      `<div style="display:flex;align-items:end;justify-content:space-between">${item("")}${item("", "a<br>b")}</div>`,
    );
    expect((end[0]?.y ?? 0) + (end[0]?.fragment.height ?? 0)).toBeCloseTo(
      (end[1]?.y ?? 0) + (end[1]?.fragment.height ?? 0),
    );
    expect((end[1]?.x ?? 0) + (end[1]?.fragment.width ?? 0)).toBeCloseTo(400);
  });

  it("never use more than the room while minimum widths allow, and all of it where something grows", () => {
    const sized = fc.record({
      basis: fc.integer({ min: 0, max: 300 }),
      min: fc.integer({ min: 0, max: 40 }),
      grow: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(sized, { minLength: 1, maxLength: 6 }), (list) => {
        const items = list.map((one) => ({
          ...one,
          basis: Math.max(one.basis, one.min),
          max: Number.POSITIVE_INFINITY,
          margins: 0,
          shrink: 1,
        }));
        const widths = resolveFlex(items, { room: 300, gap: 0 });
        const total = widths.reduce((sum, width) => sum + width, 0);
        expect(total).toBeLessThanOrEqual(300.01);
        if (items.some(({ grow }) => grow > 0)) expect(total).toBeCloseTo(300, 1);
        for (const [index, width] of widths.entries())
          expect(width).toBeGreaterThanOrEqual((items[index]?.min ?? 0) - 0.01);
      }),
    );
  });
});

describe("grids", () => {
  it("fill columns in order, with spans", () => {
    const css = "display:grid;grid-template-columns:100pt 1fr 1fr;column-gap:10pt";
    const placed = paragraphs(
      `<div style="${css}">${item("")}${item("grid-column:span 2")}${item("grid-column:1 / -1")}</div>`,
    );
    expect(placed.map(({ x, fragment }) => [x, fragment.width])).toEqual([
      [0, 100],
      [110, 290],
      [0, 400],
    ]);
  });

  it("make as many auto-fit columns as fit", () => {
    const css = "display:grid;grid-template-columns:repeat(auto-fit, minmax(90pt, 1fr));gap:10pt";
    expect(paragraphs(`<div style="${css}">${item("").repeat(5)}</div>`).map(({ x }) => x)).toEqual([
      0, 102.5, 205, 307.5, 0,
    ]);
  });
});

describe("blocks", () => {
  it("collapse margins between siblings and through parents, and not through padding", () => {
    const tops = (html: string) =>
      linesOf(layOut(html, { css: "p { margin: 10pt 0; line-height: 12pt }" }).laidOut.fragment).map(({ y }) => y);
    expect(tops("<p>a</p><p>b</p>")).toEqual([10, 32]);
    expect(tops("<div><div><p>a</p></div></div><p style='margin-top:20pt'>b</p>")).toEqual([10, 42]);
    expect(tops("<div style='padding:1pt'><p>a</p></div><p>b</p>")).toEqual([11, 44]);
  });

  it("are centred by auto margins and limited by max-width", () => {
    const [box] = paragraphs(item("max-width:100pt;margin:0 auto"));
    expect([box?.x, box?.fragment.width]).toEqual([150, 100]);
  });

  it("inline, are as wide as their content while the line has room, and shrink where it has not", () => {
    const badge = (width: number) => {
      const html = `<p style="margin:0">x <span style="display:inline-block">several words here</span>`;
      return linesOf(layOut(html, { width }).laidOut.fragment).map(({ text }) => text);
    };
    expect(badge(300)).toEqual(["x ", "several words here"]);
    expect(badge(60)).toEqual(["x ", "", "several ", "words here"]);
  });

  it("in cells of a fixed height stand where vertical-align says", () => {
    const y = (align: string) => {
      const html = `<table><tr><td style="height:100pt;padding:0;vertical-align:${align}">x</table>`;
      return linesOf(layOut(html, { css: "td { line-height: 20pt }" }).laidOut.fragment)[0]?.y;
    };
    expect([y("top"), y("middle"), y("bottom")]).toEqual([0, 40, 80]);
  });
});
