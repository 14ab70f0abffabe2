import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveFlex } from "../../src/pdf/layout/flex-lengths.ts";
import { layOut, linesOf, taggedAs } from "./lay-out.ts";

const paragraphs = (html: string, width = 400) => taggedAs(layOut(html, { width }).laidOut.fragment, "P");
/** Of each line, where the page goes on for 10 pt behind what holds it. */
function textsOf(html: string): readonly string[] {
  const { root, context } = layOut(html);
  const { fragment } = context.layout(root, { width: 400, exactWidth: 400, overhang: 10 });
  return linesOf(fragment).map(({ text }) => text.trim());
}

const item = (style: string, text = "x") => `<p style="margin:0;${style}">${text}</p>`;

describe("an item that is taller than it was to be, as its words would hang out of it", () => {
  const words = "<p style='margin:0;font:10pt/20pt Inter'>one<br>two<br>three<br>four</p>";
  const firstOf = (container: string, own: string) =>
    linesOf(
      layOut(`<div style="display:flex;height:50pt;${container}"><div style="${own}">${words}</div></div>`).laidOut
        .fragment,
    )[0]?.y;

  it.each([
    ["flex-direction:column;justify-content:center", "height:30pt;overflow:auto"],
    ["flex-direction:column;justify-content:flex-end", "height:30pt;overflow:auto"],
    ["flex-direction:column;justify-content:center", "min-height:0;overflow:auto"],
    ["align-items:center", "height:30pt;overflow:auto"],
    ["align-items:flex-end", "height:30pt"],
  ])("stands at the start, and not above it: %s", (container, own) => {
    expect(firstOf(container, own)).toBe(0);
  });

  it("stands where it is put where its style asks for all of its height", () => {
    expect(firstOf("align-items:center", "height:80pt")).toBe(-15);
    expect(firstOf("flex-direction:column;justify-content:center", "height:80pt;flex-shrink:0")).toBe(-15);
  });
});

describe("words wider than their item", () => {
  const lines = (style: string, after: string, container = "") => {
    const html = `<div style="display:flex;${container}">${item(`width:40pt;${style}`, "Opportunities")}${after}</div>`;
    return textsOf(html);
  };

  it.each([item("flex:1", "right"), item("margin-left:auto", "right"), item("width:30pt", "right")])(
    "hang out of it whole, whatever stands beside it: %s",
    (after) => {
      expect(lines("", after)).toEqual(["Opportunities", "right"]);
      expect(lines("overflow-wrap:anywhere", after).length).toBeGreaterThan(2);
    },
  );

  it("are broken where the page ends", () => {
    expect(lines("width:20pt", item("width:10pt", "a"), "justify-content:flex-end").length).toBeGreaterThan(2);
  });
});

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

  it("go on over pages beside a heading, from where they begin", () => {
    const rest = Array.from({ length: 40 }, (_, index) => `<p>${index}</p>`).join("");
    const { laidOut } = layOut(
      `<p>Before</p><div style="display:flex"><div style="flex:3">${rest}</div><div style="flex:1"><h2>Beside</h2></div></div>`,
      { pageHeight: 300 },
    );
    const [row] = laidOut.breaks;
    const within = laidOut.breaks.filter(({ y }) => y > (row?.next ?? 0));
    expect(within.length).toBeGreaterThan(30);
    expect(Math.min(...within.map(({ penalty }) => penalty))).toBe(0);
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
          inset: 0,
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

/** Left edge, top, width and height of each paragraph, in a container of this style. */
const places = (style: string, content: string, width = 400) =>
  paragraphs(`<div style="${style}">${content}</div>`, width).map(({ x, y, fragment }) =>
    [x, y, fragment.width, fragment.height].map((value) => Math.round(value * 100) / 100),
  );
const empty = (style: string) => item(`height:10pt;${style}`, "");

describe("flex containers", () => {
  it("do not shrink items below their content or what they say", () => {
    const block = '<span style="display:inline-block;width:60pt;height:5pt"></span>';
    const widths = (style: string) =>
      places("display:flex", item(style, block) + empty("width:80pt"), 100).map((each) => each[2]);
    expect(widths("width:90pt")).toEqual([60, 40]);
    expect(widths("width:90pt;min-width:0")[0]).toBeCloseTo(52.94, 1);
    expect(widths("flex-basis:0")).toEqual([60, 40]);
  });

  it("place items by order and direction, and leave what is read as it is written", () => {
    const two = empty("width:20pt;order:2") + empty("width:30pt");
    expect(places("display:flex", two, 100).map(([x]) => x)).toEqual([30, 0]);
    expect(places("display:flex;flex-direction:row-reverse", two, 100).map(([x]) => x)).toEqual([50, 70]);
    expect(places("display:flex;direction:rtl", two, 100).map(([x]) => x)).toEqual([50, 70]);
    expect(places("display:flex;flex-direction:column-reverse;height:50pt", two, 100).map(([, y]) => y)).toEqual([
      30, 40,
    ]);
    const three = empty("width:60pt").repeat(2);
    expect(places("display:flex;flex-wrap:wrap-reverse", three, 100).map(([, y]) => y)).toEqual([10, 0]);
  });

  it("share room between lines, and within columns", () => {
    const three = empty("width:60pt").repeat(3);
    const spread = "display:flex;flex-wrap:wrap;height:90pt;align-content:space-between";
    expect(places(spread, three, 100).map(([, y]) => y)).toEqual([0, 40, 80]);
    const column = "display:flex;flex-direction:column;height:100pt;gap:10pt";
    expect(places(column, empty("flex:1") + empty("flex:3"), 100).map((each) => [each[1], each[3]])).toEqual([
      [0, 22.5],
      [32.5, 67.5],
    ]);
    expect(places("display:flex;height:40pt", empty("width:20pt;margin:auto"), 100)[0]?.slice(0, 2)).toEqual([40, 15]);
  });

  it("do not put words over what follows, whatever height they say", () => {
    const texts = linesOf(
      layOut('<div style="display:flex;height:5pt"><p>a<br>b<br>c</p></div><p>d</p>', {}).laidOut.fragment,
    );
    const [c, d] = [texts.find(({ text }) => text === "c"), texts.find(({ text }) => text === "d")];
    expect(d?.y).toBeGreaterThanOrEqual((c?.y ?? 0) + (c?.line.height ?? 0));
  });

  it("stand in a line, as wide as their items", () => {
    const inline = `<div>x<span style="display:inline-flex;gap:5pt"><i>a</i><i style="flex:0 0 20pt">b</i><i>c</i></span>y</div>`;
    const lines = linesOf(layOut(inline).laidOut.fragment);
    const at = (text: string) => lines.find((each) => each.text === text);
    expect((at("c")?.x ?? 0) - (at("b")?.x ?? 0)).toBeCloseTo(25);
    expect(at("a")?.y).toBe(at("c")?.y);
  });
});

describe("boxes of another direction", () => {
  it("stand where the lines of the box around them start", () => {
    expect(places("", empty("width:30pt;direction:rtl"), 100)[0]?.[0]).toBe(0);
    expect(places("direction:rtl", empty("width:30pt;direction:ltr"), 100)[0]?.[0]).toBe(70);
  });
});

describe("grids", () => {
  it("place items by lines, names and areas", () => {
    const style = "display:grid;grid-template-columns:[a] 20pt [b] 30pt [c] 40pt";
    const placed = places(
      style,
      empty("grid-column:b / c") + empty("grid-column:-2") + empty("grid-column:span 2 / -1"),
    );
    expect(placed.map(([x, , width]) => [x, width])).toEqual([
      [20, 30],
      [50, 40],
      [20, 70],
    ]);
    const areas = "display:grid;grid:'a b' 10pt 'a c' 20pt / 30pt 40pt";
    const inAreas = ["c", "a", "b"].map((name) => item(`grid-area:${name}`, "")).join("");
    expect(places(areas, inAreas)).toEqual([
      [30, 10, 40, 20],
      [0, 0, 30, 30],
      [30, 0, 40, 10],
    ]);
  });

  it("fill what is free, densely if they are told, by rows or by columns", () => {
    const wide = empty("grid-column:span 2") + empty("grid-column:span 2") + empty("");
    const columns = "display:grid;grid-template-columns:repeat(3, 10pt)";
    expect(places(columns, wide).at(-1)?.slice(0, 2)).toEqual([20, 10]);
    expect(places(`${columns};grid-auto-flow:dense`, wide).at(-1)?.slice(0, 2)).toEqual([20, 0]);
    const across = "display:grid;grid-template-rows:10pt 10pt;grid-auto-flow:column;grid-auto-columns:25pt";
    expect(places(across, empty("").repeat(3)).map((each) => each.slice(0, 2))).toEqual([
      [0, 0],
      [0, 10],
      [25, 0],
    ]);
  });

  it("size tracks by minmax(), fr and content", () => {
    const widths = (tracks: string, ...styles: string[]) =>
      places(`display:grid;grid-template-columns:${tracks}`, styles.map(empty).join(""), 200).map((each) => each[2]);
    expect(widths("minmax(120pt, 1fr) 1fr", "", "")).toEqual([120, 80]);
    expect(widths("0.25fr 0.25fr", "", "")).toEqual([50, 50]);
    expect(widths("repeat(auto-fill, minmax(60pt, 1fr))", "")).toEqual(
      [200 / 3].map((width) => Math.round(width * 100) / 100),
    );
    expect(widths("repeat(auto-fit, minmax(60pt, 1fr))", "")).toEqual([200]);
    const block = '<span style="display:inline-block;width:150pt;height:5pt"></span>';
    const floored = places("display:grid;grid-template-columns:1fr 1fr", item("", block) + empty(""), 200);
    expect(floored.map((each) => each[2])).toEqual([150, 50]);
  });

  it("align items in their areas, and tracks in the grid", () => {
    const style =
      "display:grid;grid-template-columns:50pt;grid-auto-rows:40pt;justify-content:end;place-items:center end";
    expect(places(style, empty("width:20pt"), 200)).toEqual([[180, 15, 20, 10]]);
    expect(places(style, empty("width:20pt;justify-self:start;align-self:end"), 200)).toEqual([[150, 30, 20, 10]]);
  });

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
