import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { OPS, readPages, textItems } from "../support/open-pdf.ts";
import { trials } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";
import { placesOf, renderSmall } from "./small-page.ts";

const abs = (style: string, text = "X") => `<div style="position: absolute; ${style}">${text}</div>`;
const rel = (inside: string, style = "") =>
  `<p>A</p><div style="position: relative; width: 100pt; height: 50pt; ${style}">${inside}</div><p>Z</p>`;

describe("where a box out of the flow would stand", () => {
  const container = (style: string, inside: string) =>
    `<div style="position: relative; width: 100pt; height: 50pt; ${style}">${inside}</div>`;
  const placeIn = async (style: string, own = "", inside = "") =>
    (
      await placesOf(
        container(style, `${inside}<p style="position: absolute; width: 20pt; height: 10pt; ${own}">X</p>`),
      )
    ).X;

  it("is where a flex container would align it if it were alone", async () => {
    expect(await placeIn("display: flex; justify-content: center; align-items: flex-end")).toEqual([40, 40]);
    expect(await placeIn("display: flex; justify-content: space-around", "align-self: center")).toEqual([40, 20]);
    expect(await placeIn("display: flex; flex-direction: row-reverse")).toEqual([80, 0]);
    expect(
      await placeIn("display: flex; flex-direction: column; justify-content: flex-end; align-items: center"),
    ).toEqual([40, 40]);
    expect(await placeIn("display: flex; flex-wrap: wrap-reverse; padding: 5pt")).toEqual([5, 45]);
  });

  it("is where a grid would align it, in the area that it names if the grid contains it", async () => {
    const grid = "display: grid; grid-template: 20pt 30pt / 40pt 60pt";
    expect(await placeIn(grid, "justify-self: end; align-self: center")).toEqual([80, 20]);
    expect(await placeIn(grid, "grid-area: 2 / 2")).toEqual([40, 20]);
    expect(await placeIn(grid, "grid-column: 2; left: 5pt; bottom: 0")).toEqual([45, 40]);
    expect(await placeIn(grid, "grid-column: 1 / 2; right: 0; top: 0")).toEqual([20, 0]);
    expect(await placeIn(`${grid}; direction: rtl`, "grid-column: 1 / 2; left: 0; top: 0; direction: ltr")).toEqual([
      60, 0,
    ]);
    expect(await placeIn(grid, "grid-column: 7; left: 0; top: 0")).toEqual([0, 0]);
    expect(await placeIn(`${grid}; position: static`, "grid-column: 2; left: 0; top: 0")).toEqual([0, 0]);
  });

  it("is the start of the line that it would stand in, or of the block", async () => {
    const float = `<div style="float: left; width: 40pt; height: 10pt"></div>`;
    expect(await placeIn("text-align: center", "display: inline; text-align: left", float)).toEqual([70, 0]);
    expect(await placeIn("text-align: center", "text-align: left", float)).toEqual([0, 0]);
    expect(await placeIn("direction: rtl", "direction: ltr")).toEqual([80, 0]);
    expect(await placeIn("", "", "Word ")).toEqual([0, 10]);
  });
});

describe("words wider than their box out of the flow", () => {
  // 200 pt are left for content.
  const sheet = "@page { size: 240pt 300pt; margin: 20pt } body { margin: 0; font: 10pt/12pt Inter }";
  const linesOf = async (style: string) => {
    const { bytes } = await renderPdf(abs(`width: 30pt; ${style}`, "wwwwwwwwwwww and"), {
      title: "T",
      lang: "en",
      date,
      fonts,
      css: sheet,
    });
    const [page] = await readPages(bytes, async (each) =>
      (await textItems(each)).map(({ str }) => str).filter((str) => str.trim() !== ""),
    );
    return page;
  };

  it.each([
    ["from the left", "left: 10pt"],
    ["from the right", "right: 100pt"],
    ["by margins that are auto", "left: 0; right: 0; margin: 0 auto"],
    ["by margins", "left: 10pt; margin: 0 40pt"],
    ["where it would stand", ""],
    ["in a border", "left: 50pt; border: 3pt solid; padding: 4pt"],
  ])("hang out where the page has room: %s", async (_, style) => {
    expect(await linesOf(style)).toEqual(["wwwwwwwwwwww", "and"]);
  });

  it("are broken at the edge of the page, and where it is turned", async () => {
    for (const style of ["right: 0", "left: 140pt", "left: 10pt; transform: rotate(90deg)"])
      expect((await linesOf(style))?.[0], style).not.toBe("wwwwwwwwwwww");
  });
});

describe("a fixed box without sides", () => {
  it("stands where it would on the first page", async () => {
    const fixed = '<div style="position: fixed">X</div>';
    expect((await placesOf(`<p>A</p>${fixed}<p>Z</p>`)).X).toEqual([0, 10]);
  });
});

describe("shares of the height of a page", () => {
  it("are known to the root and what it hands them on to", async () => {
    const css = "html, body { height: 100% } .hero { min-height: 50% } .full { height: 100% }";
    expect((await placesOf('<div class="hero">A</div><p>Z</p>', css)).Z).toEqual([0, 90]);
    const { pages } = await renderSmall('<div class="full">A</div><p>Z</p>', css);
    expect(pages.map((page) => page.map(({ text, y }) => [text, y]))).toEqual([[["A", 0]], [["Z", 0]]]);
    expect((await placesOf('<div class="hero">A</div><p>Z</p>', ".hero { min-height: 50% }")).Z).toEqual([0, 10]);
  });
});

describe("vw and vh", () => {
  it("are parts of the page's content in whole px, rounded down as browsers do", async () => {
    // 180 pt are 240 px; 182 pt are 242.7.
    const html = '<p style="position: absolute; left: calc(1000vw - 2400px); top: calc(1000vh - 2400px)">X</p>';
    expect((await placesOf(html)).X).toEqual([0, 0]);
    expect((await placesOf(html, "@page { margin: 9pt 9pt 9pt 10pt }")).X).toEqual([8, 14]);
    expect((await placesOf(html, "@page { margin: 10pt 9pt 9pt 9pt }")).X).toEqual([14, 8]);
  });
});

describe("a box moved from where a page would divide it", () => {
  it("is whole on the page that has room for it, with every word", async () => {
    const box = fc.record({
      lines: fc.integer({ min: 1, max: 8 }),
      top: fc.integer({ min: 25, max: 90 }),
      transform: fc.constantFrom("translate(-50%, -50%)", "translateY(-50%)"),
      // In the flow, the rest of a page may be left empty.
      kept: fc.integer({ min: 0, max: 90 }),
    });
    await fc.assert(
      fc.asyncProperty(box, async ({ lines, top, transform, kept }) => {
        fc.pre(top * 1.7 + lines * 5 <= 180);
        const words = Array.from({ length: lines }, (_, index) => `word${index}`);
        const html = `<div style="position: relative; height: 170pt">${abs(`width: 100pt; left: 60pt; top: ${top}%; transform: ${transform}`, words.join("<br>"))}</div>
          <div style="height: ${kept}pt; break-inside: avoid"></div><p>after</p>`;
        const { pages, diagnostics } = await renderSmall(html);
        expect(diagnostics.map(({ code }) => code)).not.toContain("content-off-page");
        const shown = pages.map((page) => page.map(({ text }) => text).filter((text) => text.startsWith("word")));
        expect(shown.filter((page) => page.length > 0)).toEqual([words]);
      }),
      { numRuns: trials(400, 40) },
    );
  });
});

describe("a box out of the flow", () => {
  it.each([
    ["at the sides of the nearest positioned box", rel(abs("left: 20pt; top: 5pt")), [20, 15]],
    ["from its padding, not from its content", rel(abs("left: 0; top: 0"), "padding: 7pt; border: 3pt solid"), [3, 13]],
    ["from the right and the bottom", rel(abs("right: 0; bottom: 0; width: 30pt")), [70, 50]],
    ["by percentages of it", rel(abs("left: 50%; top: 20%")), [50, 20]],
    ["with margins", rel(abs("left: 10pt; top: 0; margin: 5pt")), [15, 15]],
    ["centred by auto margins", rel(abs("left: 0; right: 0; top: 0; width: 40pt; margin: auto")), [30, 10]],
    ["where it would be, without sides", rel(`<p>B</p>${abs("")}`), [0, 20]],
    ["where it would be in a line", "<p>one <span style='position: absolute'>X</span>", [21, 0]],
    [
      "on the page, where nothing around is positioned",
      `<div style='margin: 20pt'>${abs("left: 3pt; top: 40pt")}</div>`,
      [3, 40],
    ],
    ["at the foot of the first page", abs("right: 0; bottom: 0; width: 30pt"), [150, 170]],
    [
      "in a flex container, which counts it for nothing",
      `<div style='display: flex; position: relative'><b>one</b>${abs("left: 90pt")}<b>two</b></div>`,
      [90, 0],
    ],
    [
      "in one that is placed itself",
      rel(abs("left: 10pt; top: 10pt; width: 50pt", abs("left: 10pt; top: 5pt"))),
      [20, 25],
    ],
  ])("stands %s", async (_, html, place) => {
    expect((await placesOf(html)).X).toEqual(place);
  });

  it("leaves no room behind", async () => {
    expect((await placesOf(`<p>A</p>${abs("left: 50pt")}<p>B</p><p>${abs("left: 90pt", "Y")}</p><p>C</p>`)).C).toEqual([
      0, 20,
    ]);
    const { pages } = await renderSmall("<p>in<span style='position: absolute; left: 90pt'>X</span>side</p>");
    expect(pages[0]?.map(({ text }) => text)).toEqual(["in", "side", "X"]);
  });

  it("is read where it is written, whatever is painted over what", async () => {
    const html = `<p>one</p><div style="position: relative">two ${abs("z-index: 2; top: 0; left: 30pt", "three")} four ${abs("z-index: -1; top: 0; left: 90pt", "five")}</div><p>six</p>`;
    const { bytes } = await renderSmall(html);
    const { tree } = (await readPdf(bytes)).pages[0] ?? { tree: "" };
    expect((tree.match(/one|two|three|four|five|six/g) ?? []).join(" ")).toBe("one two three four five six");
  });

  it.each([
    ["order", "order: -1"],
    ["z-index", "z-index: -1"],
  ])("is painted under another by %s, and read after it", async (_, style) => {
    const area = "grid-area: 1 / 1";
    const html = `<div style="display: grid"><p style="${area}">over</p><p style="${area}; ${style}">under</p></div><p>six</p>`;
    const { bytes, pages } = await renderSmall(html);
    expect(pages[0]?.map(({ text }) => text)).toEqual(["under", "over", "six"]);
    expect((await readPdf(bytes)).pages[0]?.tree.match(/over|under|six/g)).toEqual(["over", "under", "six"]);
    const apart = await renderSmall(html.replace("grid-area: 1 / 1; ", "grid-area: 1 / 2; "));
    if (style.startsWith("order")) expect(apart.pages[0]?.map(({ text }) => text)).toEqual(["over", "under", "six"]);
  });

  it("has pages of its own below the last line, and goes on over pages", async () => {
    const { pageCount, pages } = await renderSmall(`<p>A</p>${abs("top: 400pt; left: 0", "<p>B</p>".repeat(5))}`);
    expect(pageCount).toBe(3);
    expect(pages[2]?.length).toBe(5);
    const long = await renderSmall(`<p>A</p>${abs("top: 0; left: 50pt", "<p>B</p>".repeat(30))}`);
    expect(long.pages.map((each) => each.length)).toEqual([19, 12]);
  });
});

describe("a box that is moved", () => {
  it("leaves its room where it was", async () => {
    const places = await placesOf("<p>A</p><p style='position: relative; left: 20pt; top: 5pt'>B</p><p>C</p>");
    expect(places).toEqual({ A: [0, 0], B: [20, 15], C: [0, 20] });
    expect(await placesOf("<p style='position: relative; right: 5pt; bottom: 4pt'>B")).toEqual({ B: [-5, -4] });
    expect((await placesOf("<p>A</p><p>on <b style='position: relative; top: -4pt; left: 30pt'>B</b></p>")).B).toEqual([
      45, 6,
    ]);
    expect(await placesOf("<p style='position: sticky; top: 30pt'>B")).toEqual({ B: [0, 0] });
  });

  it("is on the page that the flow has it on", async () => {
    const { pages } = await renderSmall(
      `${"<p>A</p>".repeat(17)}<p style="position: relative; top: 8pt">B</p><p>C</p>`,
    );
    expect(pages.map((each) => each.map(({ text }) => text).join(""))).toEqual([`${"A".repeat(17)}B`, "C"]);
  });
});

describe("a box that is fixed", () => {
  it("is on every page, and content of one", async () => {
    const html = `${"<p>A</p>".repeat(40)}<div style="position: fixed; bottom: 0; left: 30pt">Foot</div><p>End</p>`;
    const { bytes, pages } = await renderSmall(html);
    expect(pages.map((each) => each.find(({ text }) => text === "Foot"))).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ x: 30, y: 170 }) as object),
    );
    const read = (await readPdf(bytes)).pages;
    expect(read.map(({ artifacts }) => artifacts.trim())).toEqual(["Foot", "Foot", ""]);
    expect(read[2]?.tree).toMatch(/Foot[\s\S]*End/);
  });

  it("is painted over the fixed box that it stands in, moved or not", async () => {
    const inner = (style: string) =>
      `<div style="position: fixed; top: 0; background: #fff; width: 90pt; height: 40pt">Outer
         <div style="position: fixed; top: 20pt; left: 50%; ${style}">Inner</div></div><p>End</p>`;
    for (const style of ["", "transform: translate(-50%, 0)", "z-index: 5"]) {
      const { pages } = await renderSmall(inner(style));
      expect(pages[0]?.map(({ text }) => text)).toEqual(["End", "Outer", "Inner"]);
    }
  });
});

describe("words for those who listen", () => {
  it.each([
    "position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0); white-space: nowrap",
    "position: absolute !important; clip: rect(1px 1px 1px 1px)",
    "position: fixed; width: 1px; height: 1px; overflow: hidden",
  ])("are read, and not seen: %s", async (style) => {
    const { bytes } = await renderSmall(`<p>one <span style="${style}">heard words</span> two</p><p>three</p>`);
    expect((await readPdf(bytes)).pages[0]?.tree).toMatch(/one[\s\S]*heard words[\s\S]*two[\s\S]*three/);
    const modes = await readPages(bytes, async (page) => {
      const { fnArray, argsArray } = await page.getOperatorList();
      return fnArray.flatMap((op, index) =>
        op === OPS.setTextRenderingMode ? [(argsArray[index] as number[])[0]] : [],
      );
    });
    expect(modes[0]).toContain(3);
  });

  it("are not those that a clip leaves in sight", async () => {
    const { bytes } = await renderSmall("<p style='position: absolute; clip: rect(0, 50px, 20px, 0)'>seen");
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("3 Tr");
  });
});

describe("any positions", () => {
  const length = fc.constantFrom("0", "10pt", "-20pt", "20%", "400pt", "auto");
  const style = fc
    .tuple(
      fc.constantFrom("static", "relative", "absolute", "fixed", "sticky"),
      fc.dictionary(fc.constantFrom("top", "left", "right", "bottom", "width", "height"), length, {
        maxKeys: 4,
      }),
      fc.constantFrom(
        "",
        "z-index: -1",
        "z-index: 5",
        "float: left",
        "display: flex",
        "display: inline",
        "display: table",
        "transform: translate(5pt, 2pt)",
      ),
    )
    .map(([position, sides, more]) =>
      `position: ${position}; ${Object.entries(sides)
        .map(([name, value]) => `${name}: ${value}`)
        .join("; ")}; ${more}`.replace(/width: -[^;]*/, ""),
    );
  const hidden = fc.constantFrom("position: absolute; left: -9999px", "position: fixed; top: -9999px");
  const word = fc.stringMatching(/^[a-z]{1,5}$/);
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      word.map((text) => ` ${text} `),
      fc
        .tuple(
          fc.constantFrom("div", "span", "p", "li", "h3"),
          fc.oneof({ weight: 9, arbitrary: style }, hidden),
          fc.array(tie("node"), { maxLength: 4 }),
        )
        .map(([name, css, inside]) => `<${name} style="${css}">${inside.join("")}</${name}>`),
    ),
  }));

  it("lose no word, and say none twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(node, { minLength: 1, maxLength: 6 }), async (nodes) => {
        const html = nodes.join("<p>filler</p>".repeat(8));
        // A reader that leaves out what is off the page: nothing is moved off it here.
        const css =
          "@page { size: 2000pt 1600pt; margin: 200pt } [style*=relative] { left: 10pt !important; top: 3pt !important }";
        const { bytes } = await renderPdf(html, { title: "T", lang: "en", date, fonts, css });
        const { pages } = await readPdf(bytes);
        const read = pages.flatMap(({ tree }) => tree.match(/"[^"]*"/g) ?? []).join("");
        const lettersOf = (text: string) => [...text.replaceAll(/[^a-z]/g, "")].sort().join("");
        expect(lettersOf(read)).toBe(lettersOf(html.replaceAll(/<[^>]*>/g, "")));
        expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
      }),
      { numRuns: trials(500, 60) },
    );
  });
});

describe("a box out of the flow in an inline box that is moved", () => {
  it("stands where it would stand there, moved as far", async () => {
    const html = `<p>A <span style="position: relative; left: -20pt; top: 5pt"><b style="position: absolute; font-weight: 400">B</b></span>C</p>`;
    const still = await placesOf(html.replace("relative", "static"), "p { padding-left: 50pt }");
    const moved = await placesOf(html, "p { padding-left: 50pt }");
    expect(moved.C).toEqual(still.C);
    expect(moved.B).toEqual([(still.B?.[0] ?? 0) - 20, (still.B?.[1] ?? 0) + 5]);
  });
});
