import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { createWordShaper } from "../../src/pdf/text/word-shaper.ts";
import { trials } from "../support/trials.ts";
import { date, fonts } from "./fonts.ts";
import { layOut, linesOf } from "./lay-out.ts";
import { readPdf } from "./read-pdf.ts";

const linesIn = (html: string, options: Parameters<typeof layOut>[1]) => {
  const { laidOut } = layOut(html, options);
  return linesOf(laidOut.fragment).map(({ text, line }) => text + (line.runs.at(-1)?.hyphen ? "-" : ""));
};
const text = "Safeguarding professionals identified considerable underreporting of international exploitation.";

describe("a line", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 2, maxLength: 12 });

  it("holds the words that it holds where fonts measure in whole 64ths of a px, in letters as large as was asked", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 400 }), (list, tenths) => {
        const size = tenths / 10;
        const html = `<p>${list.join(" ")}</p>`;
        const lines = (width: number) =>
          linesOf(layOut(html, { css: `p { margin: 0; font: ${size}pt/1.2 Inter }`, width }).laidOut.fragment);
        const [whole] = lines(1e5);
        const width = whole?.line.runs.reduce((sum, run) => sum + run.width, 0) ?? 0;
        const cut = Math.floor((size / 0.75) * 64 + 1e-6) / ((size / 0.75) * 64);
        expect(lines(width * cut)).toHaveLength(1);
        expect(lines(width * cut - 0.03).length).toBeGreaterThan(1);
        expect(whole?.line.runs[0]?.item.style.fontSize).toBe(size);
      }),
      { numRuns: trials(2000, 200) },
    );
  });
});

describe("a space", () => {
  const shaper = createWordShaper(fonts);
  // Colons and dashes of Inter have another form by what stands beyond the space, which is no kerning.
  const letters = fc.array(fc.stringMatching(/^[A-Za-z.,'’“”()]{1,6}$/), { minLength: 2, maxLength: 8 });

  it.each(["Tinos", "Inter", "Cousine"])("is as wide as %s has it between the letters beside it", (family) => {
    fc.assert(
      fc.property(letters, (list) => {
        const css = `p { margin: 0; font: 12pt/1.2 ${family}; white-space: nowrap }`;
        const [found] = linesOf(layOut(`<p>${list.join(" ")}</p>`, { css, width: 1e5 }).laidOut.fragment);
        const [run] = found?.line.runs ?? [];
        const whole = run && shaper.fontOf(run.item.style).line(list.join(" "));
        expect(run?.width).toBeCloseTo((whole?.advance ?? 0) * 12, 6);
      }),
      { numRuns: trials(1000, 100) },
    );
  });

  it.each(["Tinos", "Inter"])("is as wide over the edges of elements, in %s", (family) => {
    const parts = fc.array(
      fc.tuple(
        fc.stringMatching(/^[A-Za-z.,'’“”()]{1,6}$/),
        fc.constantFrom("<a>w</a> ", "w ", "<a>w </a>", "<b>w</b><a> </a>"),
      ),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (list) => {
        const html = `<p>${list.map(([word, place]) => place.replace("w", word)).join("")}.</p>`;
        const css = `p { margin: 0; font: 12pt/1.2 ${family}; white-space: nowrap } b { font-weight: 400 }`;
        const runsOf = (text: string) =>
          linesOf(layOut(text, { css, width: 1e5 }).laidOut.fragment).flatMap(({ line }) => line.runs);
        const widthOf = (text: string) => runsOf(text).reduce((sum, { width }) => sum + width, 0);
        expect(widthOf(html)).toBeCloseTo(widthOf(html.replaceAll(/<\/?[ab]>/g, "")), 6);
      }),
      { numRuns: trials(500, 60) },
    );
  });

  it("is narrower before a capital A in Tinos, and as wide as ever where fonts kern nothing", () => {
    const widthOf = (text: string, css: string) =>
      linesOf(
        layOut(`<p>${text}</p>`, { css: `p { margin: 0; font: 20pt/1.2 Tinos; ${css} }`, width: 1e5 }).laidOut.fragment,
      )[0]?.line.runs.reduce((sum, { width }) => sum + width, 0) ?? 0;
    expect(widthOf("an ACK", "")).toBeCloseTo(widthOf("an", "") + widthOf("ACK", "") + 20 * (0.25 - 0.055), 1);
    expect(widthOf("an ACK", "font-kerning: none")).toBeGreaterThan(widthOf("an ACK", "") + 1);
  });
});

describe("hyphens", () => {
  it("auto divides words by the patterns of their language", () => {
    const css = "p { hyphens: auto; font-size: 12pt }";
    expect(linesIn(`<p>${text}</p>`, { css, width: 110 })).toEqual([
      "Safeguarding pro-",
      "fessionals identi-",
      "fied considerable ",
      "underreporting of ",
      "international ex-",
      "ploitation.",
    ]);
    expect(linesIn(`<p lang="cy">Gwasanaethau cymdeithasol</p>`, { css, width: 80 })[0]).toMatch(/-$/);
    expect(linesIn(`<p lang="de">Donaudampfschifffahrt</p>`, { css, width: 80 })[0]).toBe("Donaudampf-");
  });

  it("manual and none leave words whole, and none soft hyphens too", () => {
    expect(linesIn(`<p>${text}</p>`, { width: 110 }).join("")).not.toContain("-");
    const shy = "<p>self con\u00adsider\u00adable</p>";
    expect(linesIn(shy, { width: 80 })[0]).toMatch(/\u00ad-$/);
    expect(linesIn(shy, { width: 80, css: "p { hyphens: none }" }).join("")).not.toContain("-");
  });

  it("lose no letter, keep their order, and stay within the line, whatever the width", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), (width) => {
        const { laidOut } = layOut(`<p>${text}</p>`, { css: "p { hyphens: auto; margin: 0 }", width });
        const lines = linesOf(laidOut.fragment);
        expect(lines.map((line) => line.text).join("")).toBe(text);
        for (const { line } of lines) {
          const end = Math.max(...line.runs.map((run) => run.x + run.width - (run.words.at(-1)?.isSpace ? 3 : 0)));
          expect(end).toBeLessThanOrEqual(width + 0.01);
        }
      }),
      { numRuns: trials(60, 60) },
    );
  });

  it("are drawn, and read as soft hyphens", async () => {
    const { bytes, diagnostics } = await renderPdf(`<p>${text}</p>`, {
      css: "@page { size: 60mm 80mm; margin: 8mm } p { hyphens: auto; text-align: justify }",
      title: "T",
      lang: "en-GB",
      date,
      fonts,
    });
    expect(diagnostics).toEqual([]);
    expect((await readPdf(bytes)).pages[0]?.untagged).toEqual([]);
  });

  it("say so where a language has no patterns", async () => {
    const { diagnostics } = await renderPdf("<p style='hyphens: auto'>a", { title: "T", lang: "gd", date, fonts });
    expect(diagnostics.map(({ code }) => code)).toEqual(["no-hyphenation"]);
  });

  it("let a column be as narrow as its syllables", () => {
    const table = "<table><tr><td>Safeguarding<td>Safeguarding</table>";
    const css = "td { padding: 0 }";
    const linesOfWidth = (more: string) => linesIn(table, { css: css + more, width: 70 });
    expect(linesOfWidth("td { hyphens: auto }")[0]).toMatch(/-$/);
    expect(linesOfWidth("")[0]).not.toMatch(/-$/);
  });
});

describe("line breaks by style", () => {
  it("break-all fills lines to the letter, keep-all keeps ideographs together", () => {
    const lines = linesIn("<p>abcdefghijklmnopqrstuvwxyz abcdefgh</p>", {
      css: "p { word-break: break-all }",
      width: 60,
    });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join("")).toBe("abcdefghijklmnopqrstuvwxyz abcdefgh");
    expect(linesIn("<p>a abcdefghij</p>", { css: "p { word-break: break-all }", width: 30 })[0]).toBe("a abc");
  });

  // CSS Text 3, 5.1: between two boxes, the nearest that surrounds both decides.
  it("nowrap holds for boxes in the line as for words", () => {
    const box = `<i style="display: inline-block; width: 30pt; height: 5pt"></i>`;
    /** How many boxes each line holds. */
    const boxesIn = (html: string) =>
      linesOf(layOut(`<p>one ${html}</p>`, { width: 80 }).laidOut.fragment).map(({ line }) => line.atoms.length);
    const kept = (inside: string, style = "white-space: nowrap") => `<span style="${style}">${inside}</span>`;
    expect(boxesIn(`${box}${box}`)).toEqual([1, 1]);
    for (const style of ["white-space: nowrap", "white-space: pre", "text-wrap: nowrap"])
      expect(boxesIn(kept(`${box}${box}`, style))).toEqual([0, 2]);
    expect(boxesIn(kept(`${box}letters`))).toEqual([0, 1]);
    expect(boxesIn(`${kept(box)}${box}`)).toEqual([1, 1]);
    expect(boxesIn(`${kept(box)}letters`)).toEqual([1, 0]);
  });

  it("a column is as wide as the boxes and words in it that are kept in one line", () => {
    const box = `<i style="display: inline-block; width: 30pt; height: 5pt"></i>`;
    const html = `<table style="width: 100%"><tr><td style="white-space: nowrap">${box}${box}<b>name</b><td style="width: 100%">What it is for`;
    const { laidOut } = layOut(html, { width: 160, css: "td { padding: 0 }" });
    const lines = linesOf(laidOut.fragment);
    expect(lines.filter(({ text }) => text.includes("name")).map(({ line }) => line.atoms.length)).toEqual([2]);
  });

  it("tab-size says how far a tab reaches", () => {
    expect(linesIn("<pre>a\tb</pre>", { css: "pre { tab-size: 3 }" })).toEqual(["a  b"]);
  });

  it("text-wrap: nowrap keeps one line, balance makes lines alike", () => {
    expect(linesIn(`<p>one two <b>a b c</b>`, { css: "b { text-wrap: nowrap }", width: 60 })[1]).toBe("a b c");
    const title = "<h1>A heading that is a little longer than one line</h1>";
    const widths = (css: string) =>
      linesOf(layOut(title, { css, width: 330 }).laidOut.fragment).map(({ line }) =>
        line.runs.reduce((sum, run) => sum + run.width, 0),
      );
    const [plain, balanced] = [widths(""), widths("h1 { text-wrap: balance }")];
    expect(balanced).toHaveLength(plain.length);
    expect(Math.max(...balanced) - Math.min(...balanced)).toBeLessThan(Math.max(...plain) - Math.min(...plain));
  });
});
