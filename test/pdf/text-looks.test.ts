import { constants, inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";
import { renderPdf } from "../../src/pdf/index.ts";
import type { TextRun } from "../../src/pdf/layout/fragment.ts";
import { trials } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { layOut, linesOf } from "./lay-out.ts";
import { readPdf } from "./read-pdf.ts";

const inter = (await bundledFonts()).filter(({ family }) => family === "Inter");

const runsOf = (html: string, css = ""): readonly TextRun[] =>
  linesOf(layOut(html, { css, width: 300 }).laidOut.fragment).flatMap(({ line }) => line.runs);
const textOf = ({ words }: TextRun) => words.map(({ text }) => text).join("");
const runOf = (html: string, text: string, css = "") => {
  const found = runsOf(html, css).find((run) => textOf(run) === text);
  expect(found, text).toBeDefined();
  return found as TextRun;
};
const widthOf = (style: string, text: string) => runOf(`<p style="${style}">${text}</p>`, text).width;

/** Its streams, decompressed. */
function* streamsOf(bytes: Uint8Array): Generator<string> {
  const pdf = Buffer.from(bytes);
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 7)) {
    try {
      yield inflateSync(pdf.subarray(at + 7), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
    } catch {
      // Not a compressed stream.
    }
  }
}

/** What the texts of the first page say that their letters stand for. */
function actualTexts(bytes: Uint8Array): string[] {
  const found: string[] = [];
  for (const text of streamsOf(bytes)) {
    for (const [, hex = ""] of text.matchAll(/ActualText <FEFF([0-9A-Fa-f]*)>/g))
      found.push(Buffer.from(hex, "hex").swap16().toString("utf16le"));
  }
  return found;
}

async function treeOf(html: string, css = "") {
  const { bytes, diagnostics } = await renderPdf(html, { title: "T", lang: "en", date, fonts, css });
  expect(diagnostics).toEqual([]);
  return (await readPdf(bytes)).pages.map(({ tree }) => tree).join("\n");
}

describe("forms of letters", () => {
  it("are turned on and off by features, however they are named", () => {
    const [plain, tabular] = [
      widthOf("font-family: Inter", "1111"),
      widthOf("font-variant-numeric: tabular-nums", "1111"),
    ];
    expect(tabular).toBeGreaterThan(plain);
    expect(widthOf("font-feature-settings: 'tnum'", "1111")).toBeCloseTo(tabular, 6);
    expect(widthOf("font-variant: tabular-nums slashed-zero", "1111")).toBeCloseTo(tabular, 6);
    expect(widthOf("font-variant-numeric: tabular-nums; font-feature-settings: 'tnum' off", "1111")).toBeCloseTo(
      plain,
      6,
    );
    expect(widthOf("font-kerning: none", "AVAVAV")).toBeGreaterThan(widthOf("", "AVAVAV"));
  });

  it("make small capitals of capitals where the font has none", () => {
    const run = runOf("<p style='font-variant: small-caps'>Abc</p>", "BC");
    expect(run.item.style.fontSize).toBeCloseTo(10.5 * 0.7, 6);
    expect(runOf("<p style='font-variant: all-small-caps'>Abc</p>", "ABC").item.style.fontSize).toBeCloseTo(
      10.5 * 0.7,
      6,
    );
  });

  it("are read as they are written where small capitals are made of them, also where a line divides them", async () => {
    const read = async (html: string) => {
      const { bytes } = await renderPdf(html, { title: "T", lang: "en", date, fonts });
      return actualTexts(bytes).join("|");
    };
    expect(await read("<p style='font-variant: small-caps'>The Fußball A</p>")).toBe("he|ußball");
    expect(await read("<p style='font-variant: all-small-caps'>NaCl</p>")).toBe("NaCl");
    expect(await read("<p style='font-variant: all-small-caps; width: 3em'>Extra\u00adOrdinary</p>")).toBe(
      "Extra|\u00ad|Ordinary",
    );
    expect(await read("<p style='font-variant: small-caps; width: 2em'>fuß\u00adball</p>")).toBe("fuß|\u00ad|ball");
  });
});

describe("a summary", () => {
  it("has the triangle of what is open, since its details are printed, and numbers no list", () => {
    const html = "<ol><li>one</li><li><details><summary>More</summary>details</details></li><li>three</li></ol>";
    const lines = linesOf(layOut(html).laidOut.fragment).map(({ line }) => line.runs.map(textOf).join(""));
    expect(lines.map((line) => line.trim())).toEqual(["1.", "one", "2.", "▼ More", "details", "3.", "three"]);
    expect(linesOf(layOut(html).laidOut.fragment)[3]?.line.runs[0]?.item.tag).toBe("artifact");
    const plain = layOut(html, { css: "summary { list-style: none }" });
    expect(linesOf(plain.laidOut.fragment).map(({ line }) => line.runs.map(textOf).join("").trim())).toContain("More");
  });
});

describe("text-decoration", () => {
  it("passes by what stands in a line as a whole, and by floats", () => {
    const html = `<p><u>one <b style="display: inline-block">block</b> <b style="display: inline-flex">flex</b>
      <b style="float: right">aside</b> <b style="display: inline-block"><s>own</s></b> <b>bold</b></u></p>`;
    const kinds = (text: string) => runOf(html, text).item.lines.map(({ kind }) => kind);
    expect(Object.fromEntries(["block", "flex", "aside", "own", "bold"].map((text) => [text, kinds(text)]))).toEqual({
      block: [],
      flex: [],
      aside: [],
      own: ["line-through"],
      bold: ["underline"],
    });
  });
});

describe("vertical-align", () => {
  const line = (style: string) =>
    linesOf(
      layOut(`<p style="line-height: 40pt">a<span style="font-size: 6pt; ${style}">b</span></p>`).laidOut.fragment,
    )[0]?.line;
  const riseOf = (style: string) => line(style)?.runs[1]?.item.rise ?? Number.NaN;

  it("puts text at edges of the line, of the text around, or by a part of the line", () => {
    expect(riseOf("vertical-align: 50%; line-height: 20pt")).toBeCloseTo(10, 6);
    expect(riseOf("vertical-align: -3pt")).toBeCloseTo(-3, 6);
    expect(riseOf("vertical-align: text-top; line-height: 6pt")).toBeGreaterThan(0);
    expect(riseOf("vertical-align: text-bottom; line-height: 6pt")).toBeLessThan(0);
    const own = { style: "line-height: 6pt", high: riseOf("vertical-align: top; line-height: 6pt") };
    expect(own.high).toBeGreaterThan(riseOf("vertical-align: text-top; line-height: 6pt"));
    expect(riseOf("vertical-align: bottom; line-height: 6pt")).toBeLessThan(
      riseOf("vertical-align: text-bottom; line-height: 6pt"),
    );
    // What is aligned with the line does not move it, unless it is higher than the line.
    expect(line("vertical-align: top; line-height: 6pt")?.height).toBeCloseTo(40, 6);
    expect(line("vertical-align: bottom; line-height: 60pt")?.height).toBeCloseTo(60, 6);
  });

  it("keeps every box in its line, whatever stands beside it", () => {
    const align = fc.constantFrom(
      "baseline",
      "top",
      "bottom",
      "middle",
      "text-top",
      "text-bottom",
      "sub",
      "super",
      "20%",
      "-4pt",
    );
    const box = fc.record({ height: fc.integer({ min: 1, max: 60 }), align, isIn: align });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 5 }), (boxes) => {
        const html = boxes.map(
          ({ height, align: own, isIn }) =>
            `<span style="vertical-align: ${isIn}">x<span style="display: inline-block; width: 4pt; height: ${height}pt; vertical-align: ${own}"></span></span>`,
        );
        const [found] = linesOf(layOut(`<p>${html.join("")}</p>`).laidOut.fragment);
        for (const atom of found?.line.atoms ?? []) {
          expect(atom.y).toBeGreaterThanOrEqual(-1e-6);
          expect(atom.y + atom.height).toBeLessThanOrEqual((found?.line.height ?? 0) + 1e-6);
        }
      }),
      { numRuns: trials(60, 60) },
    );
  });
});

describe("lines at the text", () => {
  it("have a style, a thickness and a place of their own", () => {
    const [line] = runOf(
      "<p><u style='text-decoration: underline wavy red 3pt; text-underline-offset: 0.5em'>a</u></p>",
      "a",
    ).item.lines;
    expect(line).toMatchObject({ kind: "underline", style: "wavy", thickness: 3, offset: 5.25, color: { red: 1 } });
    expect(runOf("<p><s>a</s></p>", "a").item.lines).toMatchObject([{ kind: "line-through", style: "solid" }]);
  });

  it("and shadows are drawn, and read as nothing", async () => {
    const tree = await treeOf(
      "<p><u>one</u></p>",
      "u { text-decoration: wavy underline; text-shadow: 1px 1px red, 2px 2px 3px blue }",
    );
    expect(tree.match(/one/g)).toHaveLength(1);
  });
});

describe("words wider than their box", () => {
  const lineCount = (style: string, text: string) => runsOf(`<div style="width: 60pt; ${style}">${text}</div>`).length;

  it("reach out of it where the page has room, unless they may be broken", () => {
    const word = "Donaudampfschifffahrt";
    // Without a page around, nothing is known of the room beside a box.
    expect(lineCount("", word)).toBeGreaterThan(1);
    return Promise.all([
      treeOf(`<div style="width: 40px">${word}</div>`).then((tree) => expect(tree).toContain(word)),
      treeOf(`<div style="width: 40px; white-space: nowrap">three words here</div>`),
    ]);
  });

  it("of a pre are broken between words where the page ends", () => {
    const texts = linesOf(
      layOut("<pre>alpha beta gamma delta</pre>", { css: "pre { white-space: pre }", width: 80 }).laidOut.fragment,
    );
    expect(texts.map(({ text }) => text.trim())).toEqual(["alpha beta", "gamma delta"]);
  });
});

describe("text-wrap: pretty", () => {
  it("leaves no short last line, and loses no word", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 4, maxLength: 60 }), (lengths) => {
        const text = lengths.map((length) => "x".repeat(length)).join(" ");
        const set = (wrap: string) =>
          linesOf(layOut(`<p style="text-wrap: ${wrap}">${text}</p>`, { width: 150 }).laidOut.fragment);
        const [usual, pretty] = [set("wrap"), set("pretty")];
        expect(pretty.map((line) => line.text.trim()).join(" ")).toBe(text);
        expect(pretty.length).toBe(usual.length);
        const last = (lines: typeof usual) => lines.at(-1)?.text.trim().length ?? 0;
        expect(last(pretty)).toBeGreaterThanOrEqual(last(usual));
      }),
      { numRuns: 40 },
    );
  });
});

describe("leader()", () => {
  it("fills the line between two texts, and is nothing to read", async () => {
    const css = "p::after { content: leader('.') '12' }";
    const runs = runsOf("<p>One</p>", css);
    expect(runs.map(textOf).join("")).toMatch(/^One\.{20,}12$/);
    const last = runs.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(300, 3);
    const tree = await treeOf("<p>One</p>", css);
    expect(tree).toContain("One");
    expect(tree).not.toContain("....");
  });
});

describe("a weight or a slant that a family does not have", () => {
  const faces = inter.filter(({ weight, style }) => weight === 400 && style === "normal");

  /** What sets the letters: their matrix, their outline and their mode. */
  async function settings(html: string, regularOnly = true, css = "") {
    const set = regularOnly ? createFontSet(faces) : fonts;
    const { bytes } = await renderPdf(html, {
      title: "T",
      lang: "en",
      date,
      fonts: set,
      css: `p { font: 16px Inter } ${css}`,
    });
    const [text = ""] = [...streamsOf(bytes)].filter((stream) => stream.includes("BT"));
    const { pages } = await readPdf(bytes);
    return {
      set: [...text.matchAll(/ (-?[\d.]+) -1 [\d.]+ [\d.]+ Tm|([\d.]+) w 2 Tr|(\d) Tr/g)].map(
        ([, lean, outline, mode]) =>
          lean !== undefined ? `lean ${lean}` : outline !== undefined ? `outline ${outline}` : `mode ${mode}`,
      ),
      tree: pages[0]?.tree ?? "",
    };
  }

  it("is made of the one that it has", async () => {
    const { set, tree } = await settings("<p>a <b>bold</b> <i>slanted</i> <b><i>both</i></b> z");
    const [plain, heavy, slanted] = ["lean 0", "outline 0.468", "lean 0.25"];
    expect(set).toEqual([
      plain,
      plain,
      heavy,
      "mode 0",
      plain,
      plain,
      slanted,
      plain,
      plain,
      slanted,
      heavy,
      "mode 0",
      plain,
    ]);
    expect(tree).toContain(`"a bold slanted both z"`);
  });

  it("is that of a face where there is one", async () => {
    const { set } = await settings("<p>a <b>bold</b> <i>slanted</i> <b><i>both</i></b> z", false);
    expect(new Set(set)).toEqual(new Set(["lean 0"]));
  });

  it("leaves what is read and not seen as it is, and fills no letters that a picture shows through", async () => {
    const hidden = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)";
    expect((await settings(`<p>a <b style="${hidden}">heard</b>`)).set).not.toContain("mode 2");
    const through = "background: linear-gradient(red, blue); background-clip: text; color: transparent";
    expect(
      (await settings(`<p style="${through}"><b>seen</b>`)).set.filter((value) => value.startsWith("mode")),
    ).toContain("mode 7");
  });
});
