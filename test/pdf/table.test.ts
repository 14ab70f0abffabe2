import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { distributeColumns } from "../../src/pdf/layout/table-columns.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { trials } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { houseStyle } from "./house-style.ts";
import { layOut, linesOf, taggedAs } from "./lay-out.ts";
import { readPdf } from "./read-pdf.ts";
import { readStructure, type StructureElement } from "./read-structure.ts";

const rowsHtml = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `<tr><th scope="row">Area ${index + 1}</th><td>${index * 7}</td></tr>`,
  ).join("");
const longTable = (count: number) =>
  `<table><caption>Offences</caption><thead><tr><th>Area</th><th>Count</th></tr></thead><tbody>${rowsHtml(count)}</tbody></table>`;

const cell = fc.record({
  text: fc.constantFrom("a", "two words", "a rather longer cell that wraps", ""),
  columnSpan: fc.integer({ min: 1, max: 3 }),
  rowSpan: fc.integer({ min: 1, max: 3 }),
});
const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

describe("elements in boxes that are made up around parts of a table", () => {
  // CSS Display 3, 2.4: anonymous boxes have no part in inheritance. Their `display` was inherited, so that boxes were made up without end.
  it("inherit from the element around, not from the boxes", () => {
    for (const display of ["table-row", "table-cell", "table-row-group", "table-caption"]) {
      const html = `<div><b style="display: ${display}"><i style="display: inherit">word</i></b></div>`;
      expect(
        linesOf(layOut(html).laidOut.fragment)
          .map(({ text }) => text)
          .join(""),
      ).toBe("word");
    }
    const indented = `<div style="padding-left: 30pt"><b style="display: table-cell; padding-left: inherit">word</b></div>`;
    expect(linesOf(layOut(indented).laidOut.fragment)[0]?.x).toBe(60);
  });
});

describe("a table", () => {
  it("holds its collapsed borders: half of the outer ones beside the cells, half in them", () => {
    const css = "table { width: 100% } td { border: 8pt solid; padding: 0 }";
    const { laidOut } = layOut("<table><tr><td>a<td>a<tr><td>a<td>a</table>", { css, width: 200 });
    const [a, b, c] = linesOf(laidOut.fragment);
    expect([a?.x, a?.y]).toEqual([8, 8]);
    // Between two cells the border stands once: 200 pt are three borders and two cells.
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo((200 - 8) / 2, 5);
    expect((c?.y ?? 0) - (a?.y ?? 0) - (a?.line.height ?? 0)).toBeCloseTo(8, 5);
  });

  it("has as many rows and cells as the HTML, none over another, all inside the width", () => {
    fc.assert(
      fc.property(grid, fc.integer({ min: 80, max: 500 }), (rows, width) => {
        const html = rows
          .map(
            (cells) =>
              `<tr>${cells.map(({ text, columnSpan, rowSpan }) => `<td colspan=${columnSpan} rowspan=${rowSpan}>${text}</td>`).join("")}</tr>`,
          )
          .join("");
        const { fragment } = layOut(`<table>${html}</table>`, { width }).laidOut;
        expect(taggedAs(fragment, "TR")).toHaveLength(rows.length);
        const words = rows
          .flat()
          .map(({ text }) => text)
          .join("")
          .replaceAll(" ", "");
        const drawn = linesOf(fragment)
          .map(({ text }) => text)
          .join("")
          .replaceAll(" ", "");
        expect(drawn).toBe(words);
        const cells = taggedAs(fragment, "TD");
        for (const [index, one] of cells.entries()) {
          expect(one.x + one.fragment.width).toBeLessThanOrEqual(width + 0.01);
          for (const other of cells.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        }
      }),
      { numRuns: trials(60, 20) },
    );
  });

  it("gives every row the same number of columns", () => {
    const { fragment } = layOut("<table><tr><td>a<td>b<td>c</tr><tr><td>d</tr></table>").laidOut;
    const spans = taggedAs(fragment, "TR").map((row) =>
      taggedAs(row.fragment, "TD").reduce(
        (sum, { fragment: own }) => sum + (own.kind === "box" ? (own.tag?.colSpan ?? 1) : 0),
        0,
      ),
    );
    expect(spans).toEqual([3, 3]);
  });

  it("stands around parts of one that stand in none, as if it had been written", () => {
    const texts = fc.array(
      fc.array(fc.constantFrom("a", "two words", "a longer text"), { minLength: 1, maxLength: 4 }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    const places = (html: string, css: string) =>
      linesOf(layOut(html, { css }).laidOut.fragment).map(({ text, x, y }) => [text, x, y]);
    fc.assert(
      fc.property(texts, fc.boolean(), fc.constantFrom("", " ", "\n<!-- -->\n"), (rows, hasRows, space) => {
        const shown = hasRows ? rows : [rows.flat()];
        const inner = shown
          .map(
            (cells) => `<div class="row">${cells.map((text) => `<div class="cell">${text}</div>`).join(space)}</div>`,
          )
          .join(space);
        const html = (name: string) => `<p>Before</p>${space}<div class="${name}">${inner}</div>${space}<p>After</p>`;
        const css = ".row { display: table-row } .cell { display: table-cell; padding: 3pt } .table { display: table }";
        expect(places(html("none"), css)).toEqual(places(html("table"), css));
        // Cells without a row have one around them.
        const [only] = shown;
        if (shown.length === 1 && only)
          expect(places(html("none").replaceAll(/<div class="row">(.*?)<\/div><\/div>/gs, "$1</div>"), css)).toEqual(
            places(html("table"), css),
          );
      }),
      { numRuns: trials(60, 20) },
    );
  });

  it("in a line, or in what is as wide as its content, is as wide as it asks to be", () => {
    const css = ".outer { border: 1pt solid } td, i { padding: 0 } table { width: 200pt; border-spacing: 0 }";
    const table = "<table><tr><td>a</td><td>b</td></tr></table>";
    const apart = (html: string) => {
      const found = linesOf(layOut(html, { css }).laidOut.fragment);
      const at = (text: string) => found.find((line) => line.text === text)?.x ?? Number.NaN;
      return at("b") - at("a");
    };
    expect(apart(table)).toBeGreaterThan(90);
    for (const style of ["float: left", "display: inline-block", "width: max-content", "display: table"])
      expect(apart(`<div class="outer" style="${style}">${table}</div>`), style).toBeCloseTo(apart(table), 3);
    const cells = '<i style="display: table-cell">a</i><i style="display: table-cell">b</i>';
    const inline = layOut(`<p>x <b style="display: inline-table; width: 200pt">${cells}</b> y</p>`, { css }).laidOut;
    const [x, a, b] = linesOf(inline.fragment);
    expect(x?.text.replaceAll(" ", "")).toBe("xy");
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo(100, 0);
  });

  it("has one cell around all in a row that is none, and one row around all that is none in it", () => {
    const css = ".table { display: table } .row { display: table-row } .cell { display: table-cell }";
    const texts = (inner: string) =>
      linesOf(layOut(`<div class="table">${inner}</div>`, { css }).laidOut.fragment).map(({ text }) => text);
    const parts = "one <b>two</b> <i>three</i>";
    expect(texts(`<div class="row">${parts}<div class="cell">four</div> five</div>`)).toEqual([
      "one two three",
      "four",
      "five",
    ]);
    expect(texts(`${parts}<div class="row">four</div>`)).toEqual(["one two three", "four"]);
  });

  it("makes no part of a picture or of the end of a line, whatever its style says", () => {
    const drawing =
      '<svg class="cell" role="img" aria-label="Square" width="40" height="40"><path d="M0 0h1v1h-1z"/></svg>';
    const css = ".row { display: table-row } .cell { display: table-cell } br { display: table-row }";
    const inRow = layOut(`<div class="row">${drawing}<div class="cell">beside</div></div>`, { css }).laidOut.fragment;
    expect(taggedAs(inRow, "Figure")).toHaveLength(1);
    expect(linesOf(inRow).at(-1)?.x).toBeGreaterThan(29);
    const { fragment } = layOut(`<p>a<br>b ${drawing}</p>`, { css }).laidOut;
    expect(taggedAs(fragment, "Figure")).toHaveLength(1);
    expect(
      linesOf(fragment)
        .map(({ text }) => text.trim())
        .slice(0, 2),
    ).toEqual(["a", "b"]);
  });

  it("is laid out as a block around its parts where a style makes it one, and is a table to who listens", async () => {
    const table = longTable(3);
    const block = table.replace("<table>", '<table style="display: block; width: auto">');
    const cells = taggedAs(layOut(block).laidOut.fragment, "TH").slice(0, 2);
    expect(cells[0]?.y).toBe(cells[1]?.y);
    const tagsOf = async (html: string) =>
      readStructure((await renderPdf(html, { fonts, date, title: "T", lang: "en-GB" })).bytes);
    expect(await tagsOf(block)).toEqual(await tagsOf(table));
  });

  it("goes over three pages with its head on each, once in the structure tree, and each row once", async () => {
    const { bytes, pageCount } = await renderPdf(longTable(90), { title: "T", lang: "en", date, fonts });
    const { pages } = await readPdf(bytes);
    expect(pageCount).toBe(3);
    expect(pages.slice(1).map(({ artifacts }) => artifacts)).toEqual(["Area Count", "Area Count"]);
    const tree = pages.map((page) => page.tree).join("\n");
    expect(tree.match(/THead/g)).toHaveLength(1);
    expect([...tree.matchAll(/TH "(Area \d+)"/g)].map(([, name]) => name)).toEqual(
      Array.from({ length: 90 }, (_, index) => `Area ${index + 1}`),
    );
  });

  it("keeps its caption and head with its first row", async () => {
    const before = "<div style='height:244mm'></div>";
    const { bytes } = await renderPdf(before + longTable(5), { title: "T", lang: "en", date, fonts });
    const { pages } = await readPdf(bytes);
    expect(pages[0]?.tree).not.toContain("Offences");
    expect(pages[1]?.tree).toContain(`Caption "Offences"`);
  });

  it("divides a row that no page holds, under its head, losing no word", async () => {
    const words = Array.from({ length: 2500 }, (_, index) => `w${index}`).join(" ");
    const html = `<table><thead><tr><th>A<th>B</thead><tr><td>${words}<td>${"<p>short</p>".repeat(20)}</table>`;
    const { bytes, pageCount } = await renderPdf(html, { title: "T", lang: "en", date, fonts });
    const { pages } = await readPdf(bytes);
    expect(pageCount).toBeGreaterThan(2);
    expect(pages[0]?.tree).toContain("w0 w1");
    const tree = pages.map((page) => page.tree).join(" ");
    expect(tree.match(/\bw\d+/g)).toEqual(words.split(" "));
    expect(tree.match(/short/g)).toHaveLength(20);
  });

  it("names the headers of each cell where headers span", () => {
    const html = `<table><thead><tr><th rowspan=2>Area<th colspan=2>Offences</tr><tr><th>2018<th>2019</tr></thead>
      <tr><th scope=row>North<td>1<td>2</tr></table>`;
    const cells = taggedAs(layOut(html).laidOut.fragment, "TD").map(({ fragment }) =>
      fragment.kind === "box" ? fragment.tag : undefined,
    );
    const head = taggedAs(layOut(html).laidOut.fragment, "TH").map(({ fragment }) =>
      fragment.kind === "box" ? fragment.tag?.id : undefined,
    );
    expect(head).toHaveLength(5);
    expect(cells.map((tag) => tag?.headers)).toEqual([
      [head[1], head[2], head[4]],
      [head[1], head[3], head[4]],
    ]);
  });
});

describe("column widths", () => {
  const wish = fc
    .record({
      min: fc.integer({ min: 0, max: 200 }),
      more: fc.integer({ min: 0, max: 300 }),
      part: fc.integer({ min: 0, max: 100 }),
      percent: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      isFixed: fc.boolean(),
    })
    .map(({ min, more, part, ...asked }) => ({ ...asked, min, max: min + more, asked: (min * part) / 100 }));

  it("fill what they are asked to fill and never more, no column under its minimum while there is room", () => {
    fc.assert(
      fc.property(
        fc.array(wish, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 50, max: 1000 }),
        fc.boolean(),
        (columns, room, fills) => {
          const widths = distributeColumns(columns, { room, fills, isFixed: false });
          const total = widths.reduce((sum, width) => sum + width, 0);
          const minimum = columns.reduce((sum, column) => sum + column.min, 0);
          const asked = columns.reduce((sum, column) => sum + column.asked, 0);
          expect(total).toBeLessThanOrEqual(room + 0.001);
          if (fills) expect(total).toBeCloseTo(room, 3);
          if (minimum <= room)
            for (const [index, width] of widths.entries())
              expect(width).toBeGreaterThanOrEqual((columns[index]?.min ?? 0) - 0.001);
          else if (asked <= room)
            for (const [index, width] of widths.entries())
              expect(width).toBeGreaterThanOrEqual((columns[index]?.asked ?? 0) - 0.001);
        },
      ),
    );
  });
});

describe("columns whose longest words have no room", () => {
  it("break the words of the widest alone, which are all as wide", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 99 }),
        (mins, percent) => {
          const room = (mins.reduce((sum, min) => sum + min, 0) * percent) / 100;
          const columns = mins.map((min) => ({ min, max: min * 2, asked: 0, percent: undefined, isFixed: false }));
          const widths = distributeColumns(columns, { room, fills: true, isFixed: false });
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(room, 6);
          const widest = Math.max(...widths);
          for (const [index, width] of widths.entries())
            if (width < (mins[index] ?? 0) - 0.001) expect(width).toBeCloseTo(widest, 6);
        },
      ),
    );
  });

  it("leave a column what its cells ask for by min-width, and break the words of others", () => {
    const widthOf = (css: string) => {
      const html = `<table><tr><td class=docs>Some words that say what is done<td class=code><pre>${"x".repeat(200)}</pre></table>`;
      const { laidOut } = layOut(html, { css: `td { padding: 0 5pt } ${css}`, width: 400 });
      return taggedAs(laidOut.fragment, "TD")[0]?.fragment.width ?? 0;
    };
    expect(widthOf(".docs { min-width: 250pt } .code { width: 100% }")).toBeCloseTo(260, 1);
    expect(widthOf(".docs { min-width: 250pt; box-sizing: border-box }")).toBeCloseTo(250, 1);
    expect(widthOf(".docs { min-width: 250pt } .code { min-width: 250pt }")).toBeLessThan(210);
  });

  it("is as wide as its words though its style asks for less, where there is room", () => {
    const css = "td { padding: 0; font: 10pt Inter }";
    const xOf = (style: string) =>
      linesOf(
        layOut(`<table style="width: 100%"><tr><td style="${style}">Tokopedia<td>other</table>`, { css, width: 200 })
          .laidOut.fragment,
      )[1]?.x ?? 0;
    const natural = xOf("width: 1%");
    for (const style of ["width: 10pt", "width: 10pt; box-sizing: border-box", "width: 10pt; min-width: 20pt"])
      expect(xOf(style), style).toBeCloseTo(natural, 1);
    expect(xOf("width: 90pt")).toBeGreaterThan(80);
  });

  it("divides numbers at their hyphens before it divides words between letters, as browsers do", () => {
    const html = "<table><tr><td>2021-09-30<td>Megabytes<td>Requests</table>";
    const { fragment } = layOut(html, {
      css: "td { padding: 0; font: 10pt Inter } table { border-spacing: 0 }",
      width: 128,
    }).laidOut;
    expect(linesOf(fragment).map(({ text }) => text)).toEqual(["2021-", "09-30", "Megabytes", "Requests"]);
  });

  it.each(["Qty/Day", "Male/Female", "dd/mm/yyyy"])("keep a short word with slashes whole: %s", (word) => {
    const html = `<table style="width: 100%"><tr><th style="width: 1%">${word}<td>${"words of a cell ".repeat(20)}</table>`;
    const lines = linesOf(layOut(html).laidOut.fragment).map(({ text }) => text);
    expect(lines).toContain(word);
  });

  it("divide an address after its slashes where it has no room", () => {
    const address = "https://example.org/one/two/three";
    const html = `<table style="width: 100%"><tr><th style="width: 1%">${address}<td>${"words of a cell ".repeat(20)}</table>`;
    const lines = linesOf(layOut(html).laidOut.fragment).map(({ text }) => text);
    expect(lines).toContain("https://");
    expect(lines).toContain("example.org/");
  });

  it("keep figures whole beside an address", async () => {
    const html = `<table><tr><td>2019</td><td>${"address".repeat(30)}</td><td>1,234,567</td></tr></table>`;
    const { pages } = await readPdf(
      (await renderPdf(html, { css: houseStyle, title: "T", lang: "en", date, fonts })).bytes,
    );
    expect(pages[0]?.tree).toContain('"2019"');
    expect(pages[0]?.tree).toContain('"1,234,567"');
  });
});

describe("a column with a picture", () => {
  const pixel =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg==";
  const picture = `<img alt="Square" width="160" height="20" src="${pixel}">`;
  const widths = (room: number) => {
    const html = `<table style="width: 100%"><tr><td>${"word ".repeat(80)}<td>${picture}<br>${"text ".repeat(80)}</table>`;
    const { laidOut } = layOut(html, { width: room, css: "table { border-spacing: 0 } td { padding: 0 }" });
    const wide: number[] = [];
    const visit = (fragment: typeof laidOut.fragment): void => {
      if (fragment.kind === "image") wide.push(Math.round(fragment.width));
      else if (fragment.kind === "line") for (const atom of fragment.atoms) visit(atom);
      else for (const child of fragment.children) visit(child);
    };
    visit(laidOut.fragment);
    return wide;
  };

  it("is as wide as the picture asks, where there is room, and narrower where there is none", () => {
    expect(widths(200)).toEqual([120]);
    expect(widths(120)[0]).toBeLessThan(100);
  });

  it("is as wide also where the table has to be wider than it asks to be, in the room beside it", () => {
    const html = (style: string) => `<table style="width: 100pt; ${style}"><tr><td>${picture}<td>words</table>`;
    const css = "table { border-spacing: 0 } td { padding: 0 }";
    const wide = (style: string) => {
      const { fragment } = layOut(html(style), { width: 300, css }).laidOut;
      const [table] = taggedAs(fragment, "TR");
      return table && [table.fragment.width > 140, Math.round(table.x)];
    };
    expect(wide("")).toEqual([true, 0]);
    const [isWide, left = 0] = (wide("margin: 0 auto") ?? []) as [boolean, number];
    expect(isWide).toBe(true);
    expect(left).toBeGreaterThan(60);
    expect(left).toBeLessThan(80);
  });
});

describe("columns whose texts have no room in one line each", () => {
  const column = (asked: { readonly percent?: number; readonly isFixed?: boolean }) => ({
    min: 40,
    max: 200,
    asked: 0,
    percent: undefined,
    isFixed: false,
    ...asked,
  });

  it("take their shares of the table first, then lengths, and texts the rest", () => {
    const columns = [column({ percent: 50 }), column({}), column({ isFixed: true })];
    const widthsIn = (room: number) => distributeColumns(columns, { room, fills: true, isFixed: false });
    expect(widthsIn(500)).toEqual([250, 50, 200]);
    expect(widthsIn(300)).toEqual([150, 40, 110]);
    // Less than the shares and the longest words.
    expect(widthsIn(140)[1]).toBe(40);
    expect(widthsIn(140).reduce((sum, width) => sum + width, 0)).toBeCloseTo(140);
  });

  it("take no more than a whole of it, as browsers give them", () => {
    const widths = (...percents: readonly (number | undefined)[]) =>
      distributeColumns(
        percents.map((percent) => ({ min: 40, max: 40, asked: 0, percent, isFixed: false })),
        { room: 1000, fills: true, isFixed: false },
      ).map(Math.round);
    expect(widths(29, 75, 38)).toEqual([279, 681, 40]);
    expect(widths(60, 60, undefined)).toEqual([576, 384, 40]);
  });
});

type Placed = ReturnType<typeof taggedAs>[number];

function overlap(a: Placed, b: Placed): boolean {
  const apart = (start: number, size: number, other: number, otherSize: number) =>
    start + size <= other + 0.01 || other + otherSize <= start + 0.01;
  return !apart(a.x, a.fragment.width, b.x, b.fragment.width) && !apart(a.y, a.fragment.height, b.y, b.fragment.height);
}

describe("a table over several pages", () => {
  const css = "@page { size: 105mm 148mm; margin: 12mm }";
  const foot = (count: number) =>
    `<table><thead><tr><th>Area<th>Count<tfoot><tr><th>Note<td>provisional<tbody>${rowsHtml(count)}</table>`;
  const render = async (html: string, more = "") => {
    const { bytes, diagnostics } = await renderPdf(html, {
      css: houseStyle + css + more,
      title: "T",
      lang: "en",
      date,
      fonts,
    });
    return { pages: (await readPdf(bytes)).pages, diagnostics };
  };

  it.each(["grid", "flex"])(
    "repeats its head where it is the one item of a %s container, and where nothing is beside it",
    async (display) => {
      const alone = `<div style="display: ${display}"><div>${longTable(90)}</div></div>`;
      const beside = `<div style="display: ${display}; grid-template-columns: 1fr 1fr"><p>beside</p><div>${longTable(90)}</div></div>`;
      for (const html of [alone, beside]) {
        const { pages } = await render(html);
        expect(pages.slice(1).map(({ artifacts }) => artifacts.includes("Area"))).toEqual(
          pages.slice(1).map(() => true),
        );
      }
    },
  );

  it.each([
    ["a placed box that hangs out of another", "position: absolute; top: 0; bottom: 0; left: 90pt"],
    ["a moved box", "position: relative; left: 90pt"],
  ])("repeats its head over its columns in %s", async (_, style) => {
    const table = longTable(120).replace(/<caption>.*<\/caption>/, "");
    const { bytes } = await renderPdf(
      `<title>T</title><div style="position: relative"><div style="${style}">${table}</div></div>`,
      {
        lang: "en",
        date,
        fonts,
      },
    );
    const heads = await readPages(bytes, async (page) =>
      (await textItems(page)).flatMap(({ str, transform }) => (str === "Area" ? [transform[4] as number] : [])),
    );
    expect(heads.length).toBeGreaterThan(2);
    const [first = Number.NaN] = heads[0] ?? [];
    for (const head of heads) expect(head).toEqual([expect.closeTo(first, 3)]);
  });

  it("repeats its foot as furniture, and has it in the structure tree once, at the end", async () => {
    const { pages } = await render(foot(60));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map(({ artifacts }) => artifacts.includes("Note provisional"))).toEqual(
      pages.map((_, index) => index < pages.length - 1),
    );
    expect(pages.map(({ tree }) => tree.includes("TFoot"))).toEqual(
      pages.map((_, index) => index === pages.length - 1),
    );
  });

  it("never loses a row to its head, its foot or its notes, nor prints one twice", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 6, max: 30 }), async (count, size) => {
        const { pages } = await render(foot(count), ` td { font-size: ${size}pt }`);
        const all = pages.map(({ tree }) => tree).join("\n");
        const areas = [...all.matchAll(/Area (\d+)"/g)].map(([, number]) => Number(number));
        expect(areas).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        expect(pages.flatMap(({ untagged }) => untagged)).toEqual([]);
      }),
      { numRuns: trials(15, 5) },
    );
  });

  it("breaks words of names where its columns do not fit, and no figure", () => {
    const figure = fc.constantFrom("−0.32", "11.3", "1,234", "2009", "2019/20", "£4.50", "12.5%");
    const name = fc.constantFrom("Rochdale", "Agriculture", "Mecklenburg", "Telecommunications");
    const row = fc.record({
      names: fc.array(name, { minLength: 1, maxLength: 4 }),
      figures: fc.array(figure, { minLength: 1, maxLength: 7 }),
    });
    fc.assert(
      fc.property(row, fc.integer({ min: 0, max: 60 }), ({ names, figures }, more) => {
        const cells = [...names, ...figures].map((text) => `<td>${text}</td>`).join("");
        const css = "table { border-spacing: 0 } td { padding: 0 3pt; font-size: 8pt }";
        // Room for the figures, and for little of the names.
        const width = figures.length * 36 + names.length * 20 + more;
        const lines = linesOf(layOut(`<table><tr>${cells}</tr></table>`, { css, width }).laidOut.fragment);
        const texts = lines.map(({ text }) => text.trim());
        for (const each of figures) expect(texts).toContain(each);
      }),
      { numRuns: trials(60, 20) },
    );
  });

  it("says so where there is no room for the figures either", async () => {
    const figures = `<table><tr>${"<th>1,234,567,890".repeat(6)}</table>`;
    expect((await render(figures)).diagnostics).toMatchObject([
      { code: "table-too-wide", hint: expect.stringContaining("Figures are broken over lines") },
    ]);
  });

  it("names the widths that its columns need where they do not fit", async () => {
    const wide = `<table><tr>${"<th>Unbreakableword".repeat(6)}</table>`;
    const { diagnostics } = await render(wide);
    expect(diagnostics).toMatchObject([
      { code: "table-too-wide", message: expect.stringMatching(/need \d+ pt \((\d+, ){5}\d+\), and there are 230 pt/) },
    ]);
    expect((await render(wide, "@page wide { size: 297mm 210mm } table { page: wide }")).diagnostics).toEqual([]);
  });
});

describe("a table that a style lays out as something else", () => {
  const html = `<table><caption>Offences</caption><thead><tr><th scope="col">Area</th><th scope="col">Count</th></tr></thead>
    <tbody><tr><th scope="row">Kent</th><td>3</td></tr><tr><th scope="row">Essex</th><td>4</td></tr></tbody></table>`;
  const treeOf = async (css: string, body = html) =>
    treeText(
      await readStructure((await renderPdf(`<h1>T</h1>${body}`, { css, title: "T", lang: "en", date, fonts })).bytes),
    );

  it.each([
    "thead, tbody { display: block }",
    "tbody { display: flex; flex-direction: column }",
    "tr { display: flex }",
    "tr { display: grid; grid-template-columns: 1fr 1fr }",
    "tr, tbody { display: contents }",
    "td, th { display: block }",
    "td { display: inline }",
    "table { display: grid; grid-template-columns: 1fr 1fr } thead, tbody, tr { display: contents }",
    "table, thead, tbody, tr, td, th { display: block }",
  ])("is the same table to who listens: %s", async (css) => {
    expect(await treeOf(css)).toBe(await treeOf(""));
  });

  it("has as many columns in each of its rows", async () => {
    const short = html.replace("<td>3</td>", "");
    expect(await treeOf("tr { display: block }", short)).toBe(await treeOf("", short));
  });
});

const treeText = ({ role, facts, kids }: StructureElement): string =>
  `${[role, ...facts].join(" ")}(${kids.flatMap((kid) => (kid.kind === "element" ? treeText(kid.element) : [])).join(", ")})`;
