import { describe, expect, it } from "vitest";
import type { Fragment } from "../../src/pdf/layout/fragment.ts";
import { layOut, linesOf } from "./lay-out.ts";
import { readPdf } from "./read-pdf.ts";
import { renderSmall } from "./small-page.ts";

/** Small cases of what the web-platform tests ask of layout, class by class. */
/** Texts of the first page in the order in which they are painted, and where they stand. */
const textsOf = async (html: string, css = "") => (await renderSmall(html, css)).pages[0] ?? [];
const orderOf = async (html: string, css = "") => (await textsOf(html, css)).map(({ text }) => text).join(" ");
const placeOf = async (html: string, text: string) => {
  const found = (await textsOf(html)).find((each) => each.text === text);
  return found && [found.x, found.y];
};

describe("a box out of the flow", () => {
  const absolute = "position: absolute; margin: 0";

  it.each([
    ["below the margin above it", `<p style="margin-bottom: 15pt">A</p><p style="${absolute}">X</p><p>B</p>`, [0, 25]],
    [
      "below the larger of two margins",
      `<p style="margin-bottom: 15pt">A</p><div style="margin: 20pt 0"></div><p style="${absolute}">X</p>`,
      [0, 30],
    ],
    [
      "in the middle, by vertical margins that are auto",
      `<div style="position: relative; height: 50pt"><p style="position: absolute; inset: 0; height: 10pt; margin: auto">X</p></div>`,
      [0, 20],
    ],
    [
      "at the foot, by one of them",
      `<div style="position: relative; height: 50pt"><p style="position: absolute; inset: 0; height: 10pt; margin: auto 0 5pt">X</p></div>`,
      [0, 35],
    ],
  ])("stands %s", async (_, html, expected) => {
    expect(await placeOf(html, "X")).toEqual(expected);
  });

  it("knows the height that its percentages are of", async () => {
    const html = `<div style="position: relative; height: 80pt"><div style="position: absolute; top: 10pt; bottom: 10pt; left: 0">
      <div style="height: 50%"></div><p>X</p></div></div>`;
    expect(await placeOf(html, "X")).toEqual([0, 40]);
  });
});

describe("a box in a line that gives way, as it has no room for all of its words in one line", () => {
  const words = "all of these words are far too long for one line of this small page and take several";
  const icon = '<span style="display: inline-block; width: 20pt; height: 8pt; background: black"></span>';

  it.each(["ltr", "rtl"])("stands in its line, and so does what is beside it: %s", (direction) => {
    const html = `<div dir="${direction}">${icon} <span style="display: inline-block">${words}</span> ${icon}</div>`;
    const found = linesOf(layOut(html, { width: 150 }).laidOut.fragment)
      .map(({ line }) => line)
      .filter(({ atoms }) => atoms.length > 0);
    expect(found.map(({ atoms }) => atoms.map(({ width }) => width))).toEqual([[20], [150], [20]]);
    const [, own] = found;
    expect(own?.atoms[0]?.x).toBeCloseTo(0, 3);
    for (const { x } of own?.runs ?? []) expect(x).toBeCloseTo(direction === "rtl" ? -3 : 150, 0);
  });
});

describe("an empty item of a list", () => {
  const item = '<li style="margin-left: 20pt">';

  it.each([
    ["nothing", ""],
    ["a block without a line", "<div></div>"],
    ["a comment and spaces", " <!-- nothing --> "],
    ["an item without anything", `<ol style="margin: 0; padding: 0">${item}</ol>`],
  ])("with %s in it has the line of its number", async (_, empty) => {
    const texts = await textsOf(`<ol style="margin: 0; padding: 0">${item}${empty}</li>${item}X</li></ol><p>Y</p>`);
    const top = (wanted: string) => texts.find(({ text }) => text === wanted)?.y;
    expect([top("1."), top("X"), top("Y")]).toEqual([0, 10, 20]);
    expect(top("2.")).toBe(top("X"));
  });
});

describe("percentages of a box that is moved", () => {
  it.each([
    ["of the height of the box around it", "height: 60pt", [0, 30]],
    ["nothing, where that is not given", "", [0, 0]],
  ])("are %s", async (_, style, expected) => {
    const html = `<div style="position: relative"><div style="${style}"><p style="position: relative; top: 50%">X</p></div></div>`;
    expect(await placeOf(html, "X")).toEqual(expected);
  });
});

describe("what is painted over what", () => {
  it.each([
    [
      "the later of two positioned boxes",
      `<p style="position: absolute">A</p><p style="position: relative">B</p>`,
      "A B",
    ],
    ["a moved box over what comes after it", `<p style="position: relative; top: 10pt">A</p><p>B</p>`, "B A"],
    [
      "a part of a table that is moved",
      `<table><tr style="position: relative; top: 10pt"><td>A<tr><td>B</table>`,
      "B A",
    ],
    [
      "the higher z-index",
      `<div style="position: relative"><p style="position: absolute; z-index: 2">A</p><p style="position: relative; z-index: 1">B</p></div>`,
      "B A",
    ],
    [
      "items of a grid by theirs",
      `<div style="display: grid"><p style="grid-area: 1/1; z-index: 1">A</p><p style="grid-area: 1/1">B</p></div>`,
      "B A",
    ],
    [
      "items of a flex container by theirs",
      `<div style="display: flex"><p style="z-index: 1; margin-right: -9pt">A</p><p>B</p></div>`,
      "B A",
    ],
    ["nothing, where nothing is covered", `<p style="position: relative">A</p><p>B</p>`, "A B"],
  ])("%s", async (_, html, expected) => {
    expect(await orderOf(html)).toBe(expected);
  });

  it.each([
    '<div style="position: relative">one <div style="position: absolute; z-index: -1; top: 0">two</div> three</div><p>four</p>',
    '<p>one <span style="position: absolute; z-index: -1; top: 0">two</span> three</p><p>four</p>',
    '<p>one</p><p style="position: relative; z-index: -1">two</p><div><p>three</p></div><p>four</p>',
  ])("is read in the order of the document, though it is painted first: %s", async (html) => {
    const { bytes } = await renderSmall(html);
    const { tree = "" } = (await readPdf(bytes)).pages[0] ?? {};
    expect((tree.match(/one|two|three|four/g) ?? []).join(" ")).toBe("one two three four");
    expect((await orderOf(html)).startsWith("one")).toBe(false);
  });
});

describe("text over the edge of an inline box", () => {
  it("is kerned as if the box were not there", () => {
    const widthOf = (html: string) => {
      const { laidOut } = layOut(`<p style="font: 60pt/60pt Tinos; white-space: nowrap">${html}</p>`);
      const [line] = linesOf(laidOut.fragment);
      return line?.line.runs.reduce((end, { x, width }) => Math.max(end, x + width), 0) ?? 0;
    };
    expect(widthOf("A<span>V</span>")).toBeCloseTo(widthOf("AV"), 5);
    expect(widthOf("A<span style='padding-left: 1pt'>V</span>")).toBeGreaterThan(widthOf("AV") + 2);
  });
});

/** Heights of the boxes that have this tag, in document order. */
const heightsOf = (fragment: Fragment, role: string): number[] =>
  fragment.kind !== "box"
    ? []
    : [
        ...(fragment.tag?.role === role ? [Math.round(fragment.height)] : []),
        ...fragment.children.flatMap((child) => heightsOf(child, role)),
      ];

describe("heights in a table", () => {
  const css =
    "table { border-spacing: 0; padding: 0 } td { padding: 0; height: auto; font: 10pt/10pt Inter; border: 0 }";
  const rowsOf = (html: string) => heightsOf(layOut(html, { css }).laidOut.fragment, "TR");

  it.each([
    [
      "what the table has beyond its rows, by what they have",
      "<table style='height: 60pt'><tr><td>A<tr><td>B<br>B</table>",
      [20, 40],
    ],
    [
      "rows without a height of their own first",
      "<table style='height: 60pt'><tr style='height: 10pt'><td>A<tr><td>B</table>",
      [10, 50],
    ],
    ["shares of the table", "<table style='height: 100pt'><tr style='height: 70%'><td>A<tr><td>B</table>", [70, 30]],
    [
      "shares that cells ask for",
      "<table style='height: 100pt'><tr><td style='height: 70%'>A<tr><td>B</table>",
      [70, 30],
    ],
    ["the height of their group", "<table><tbody style='height: 50pt'><tr><td>A<tr><td>B</table>", [25, 25]],
    ["bodies before heads", "<table style='height: 60pt'><thead><tr><th>A<tbody><tr><td>B</table>", [10, 50]],
    ["the least height of the table", "<table style='min-height: 40pt'><tr><td>A</table>", [40]],
    ["what they need, if that is more", "<table style='height: 5pt'><tr><td>A</table>", [10]],
  ])("give rows %s", (_, html, expected) => {
    expect(rowsOf(html.replaceAll("<th>", "<th style='padding: 0; font: 10pt/10pt Inter'>"))).toEqual(expected);
  });

  it("are what percentages in a cell are of", async () => {
    const html = `<table style="border-spacing: 0; height: 60pt"><tr><td style="padding: 0"><div style="height: 100%"><p style="position: absolute; bottom: 0">X</p></div></table>`;
    const css = "td > div { position: relative }";
    expect((await textsOf(html, css))[0]).toMatchObject({ y: 50 });
  });

  it("leave the first lines of cells on one line, where they are aligned by it", async () => {
    const html = `<div style="display: table"><div style="display: table-cell; font: 30pt/30pt Inter">A</div><div style="display: table-cell">B</div></div>`;
    const [a, b] = await textsOf(html);
    expect(b?.y).toBe(a?.y);
  });
});

describe("a height that is less than the content", () => {
  it("lets boxes without words hang out, and no words", async () => {
    const box = (inside: string) => `<div style="height: 20pt">${inside}</div><p>X</p>`;
    expect(await placeOf(box('<div style="height: 60pt; background: red"></div>'), "X")).toEqual([0, 20]);
    expect(await placeOf(box("<p>A</p><p>B</p><p>C</p>"), "X")).toEqual([0, 30]);
    expect(await placeOf(`<div style="max-height: 20pt"><div style="height: 60pt"></div></div><p>X</p>`, "X")).toEqual([
      0, 20,
    ]);
  });
});

describe("numbers of list items", () => {
  const css = "li::before { content: counters(list-item, '.') '|' } ol, ul { margin: 0; list-style: none }";
  const numbers = async (html: string) =>
    (await orderOf(html, css)).split(/\s+/).join("").split("|").filter(Boolean).join(" ");

  it.each([
    ["count", "<ol><li><li><li></ol>", "1 2 3"],
    ["start where they are told to, and go on from values", "<ol start=5><li><li value=9><li></ol>", "5 9 10"],
    ["go down", "<ol reversed><li><li><li></ol>", "3 2 1"],
    ["nest", "<ol><li><ol><li><li></ol><li></ol>", "1 1.1 1.2 2"],
    [
      "are the counter list-item, whatever other counters an author names",
      "<ol style='counter-reset: other'><li style='counter-increment: other'><li></ol>",
      "1 2",
    ],
    ["obey an author who names it", "<ol><li style='counter-increment: list-item 5'><li></ol>", "5 6"],
    ["leave out what is not displayed", "<ol><li><li style='display: none'><li></ol>", "1 2"],
  ])("%s", async (_, html, expected) => {
    expect(await numbers(html)).toBe(expected);
  });

  it("stand in the line where the item does, and in the same number as in generated content", async () => {
    const html =
      "<ol style='padding: 0'><li style='display: inline list-item'>a <li style='display: inline list-item'>b</ol>";
    expect((await orderOf(html)).replaceAll(/\s/g, "")).toBe("1.a2.b");
  });

  it.each([
    ["armenian", "ԻԱ."],
    ["georgian", "კა."],
    ["devanagari", "२१."],
  ])("are written in %s", (type, expected) => {
    const { laidOut } = layOut(`<ol start=21 style="list-style-type: ${type}"><li>x</ol>`);
    const texts = (fragment: Fragment): string =>
      fragment.kind === "line"
        ? fragment.runs.flatMap(({ words }) => words.map(({ text }) => text)).join("")
        : fragment.kind === "box"
          ? fragment.children.map(texts).join("")
          : "";
    expect(texts(laidOut.fragment)).toContain(expected);
  });
});

describe("words of display", () => {
  it.each([
    ["block flow", "block"],
    ["inline flow-root", "inline-block"],
    ["inline flex", "inline-flex"],
    ["block grid", "grid"],
    ["list-item block", "list-item"],
  ])("%s is %s", async (long, short) => {
    const html = (display: string) => `a<div style="display: ${display}; width: 30pt"><p>b</p>c</div>d`;
    expect(await textsOf(html(long))).toEqual(await textsOf(html(short)));
  });
});

describe("quotation marks", () => {
  it.each([
    ["nl", "‘a“b”c’"],
    ["fr-CH", "«a‹b›c»"],
    ["pt-PT", "«a“b”c»"],
    ["pt", "“a‘b’c”"],
    ["tlh", "“a‘b’c”"],
  ])("are those of %s", async (lang, expected) => {
    expect((await orderOf(`<p lang="${lang}"><q>a<q>b</q>c</q>`)).replaceAll(/\s/g, "")).toBe(expected);
  });
});

describe("layers", () => {
  it.each([
    [
      "what is in none is stronger than what is in one, whatever its specificity",
      "p { color: #00f } @layer a { #x { color: #f00 } }",
    ],
    ["a later layer is stronger", "@layer a { #x { color: #f00 } } @layer b { p { color: #00f } }"],
    [
      "their order is that in which they are named first",
      "@layer b, a; @layer a { p { color: #00f } } @layer b { #x { color: #f00 } }",
    ],
    [
      "one that comes again is the same",
      "@layer a { p { color: #f00 } } @layer b { p { color: #00f } } @layer a { #x { color: #f00 } }",
    ],
    [
      "what is in a layer itself is stronger than what is in one within it",
      "@layer a { p { color: #00f } @layer b { #x { color: #f00 } } }",
    ],
    ["names with points are of layers within", "@layer a.b { #x { color: #f00 } } @layer a { p { color: #00f } }"],
    ["those without a name are each their own", "@layer { #x { color: #f00 } } @layer { p { color: #00f } }"],
    [
      "what is important is so in the opposite order",
      "@layer a { p { color: #00f !important } } @layer b { #x { color: #f00 !important } } #x { color: #f00 !important }",
    ],
    ["within one, specificity decides", "@layer a { #x { color: #00f } p { color: #f00 } }"],
  ])("%s", (_, css) => {
    const { laidOut } = layOut("<p id=x>a</p>", { css });
    const [line] = linesOf(laidOut.fragment);
    expect(line?.line.runs[0]?.item.style.color).toMatchObject({ red: 0, green: 0, blue: 1 });
  });
});

describe("what is too wide for its block", () => {
  const firstLine = (html: string, css: string) => linesOf(layOut(html, { width: 200, css }).laidOut.fragment)[0]?.text;

  it("lets a table that asks for less than its words need take the room beside it", () => {
    const cells = `<td>${"m".repeat(12)}</td>`.repeat(2);
    const css = "table { width: 20%; font-size: 8pt; border-spacing: 0 } td { padding: 0 }";
    expect(firstLine(`<table><tr>${cells}</tr></table>`, css)).toBe("m".repeat(12));
    expect(firstLine(`<div style="float: left; width: 190pt"><table><tr>${cells}</tr></table></div>`, css)).toBe(
      "m".repeat(12),
    );
  });

  it("lets lines that do not wrap reach out of a narrow block, whatever may break words", async () => {
    const css = "div { width: 60pt } p { white-space: nowrap; overflow-wrap: break-word }";
    const texts = await textsOf("<div><p>a line that does not wrap</p></div>", css);
    expect(new Set(texts.map(({ y }) => y)).size).toBe(1);
  });
});

it("takes no room for a paragraph with nothing in it but an anchor", () => {
  const yOf = (between: string) =>
    linesOf(layOut(`<p>one</p>${between}<p>two</p>`).laidOut.fragment).find(({ text }) => text === "two")?.y;
  for (const empty of ['<p><a id="here"></a></p>', "<p><span></span></p>", '<p><a name="here"></a> </p>'])
    expect(yOf(empty), empty).toBe(yOf(""));
  expect(yOf("<p><br></p>")).toBeGreaterThan(yOf("") ?? 0);
  expect(yOf('<p><span style="padding: 3pt"></span></p>')).toBeGreaterThan(yOf("") ?? 0);
});

describe("a bullet in its text", () => {
  it.each([
    ["Tinos", 16, 22],
    ["Tinos", 32, 43],
    ["Inter", 18, 25],
    ["Inter", 11, 16],
  ])("takes as much of the line as in browsers: %s of %d px takes %d px", async (family, size, room) => {
    const style = `list-style: disc inside; padding: 0; margin: 0; font: ${size}px ${family}`;
    for (const type of ["disc", "circle", "square"])
      expect((await placeOf(`<ul style="${style}; list-style-type: ${type}"><li>X</li></ul>`, "X"))?.[0]).toBe(
        Math.round(room * 0.75),
      );
  });
});

describe("boxes in a line from right to left", () => {
  it("stand where the line has room for them, and nothing is drawn smaller for them", async () => {
    const html = (direction: string) =>
      `<p style="direction: ${direction}"><span style="display: inline-block; margin-right: 10pt">A</span></p>`;
    const [right] = await textsOf(html("rtl"));
    expect(right?.x).toBeGreaterThan(150);
    expect(right?.x).toBeLessThan(170);
    expect(await placeOf(html("ltr"), "A")).toEqual([0, 0]);
    const { diagnostics } = await renderSmall(html("rtl"));
    expect(diagnostics).toEqual([]);
  });
});
