import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { readPages, textItems } from "../support/open-pdf.ts";
import { date, fonts } from "./fonts.ts";

interface Place {
  readonly text: string;
  /** From the left edge of the page, and from its top, px; the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Where words stand on a page without margins, px. */
async function placesOf(html: string, css = ""): Promise<readonly Place[]> {
  const options = { title: "T", lang: "en", date, fonts, css: `@page { size: 600px 800px; margin: 0 } ${css}` };
  const { bytes } = await renderPdf(html, options);
  const [items = []] = await readPages(bytes, textItems);
  return items
    .filter(({ str }) => str.trim() !== "")
    .map(({ str, transform }) => ({
      text: str.trim(),
      x: (transform[4] as number) / 0.75,
      y: 800 - (transform[5] as number) / 0.75,
      size: Math.hypot(transform[0] as number, transform[1] as number) / 0.75,
    }));
}

const placeOf = (places: readonly Place[], text: string) =>
  places.find((place) => place.text === text) ?? { text, x: Number.NaN, y: Number.NaN, size: Number.NaN };

describe("HTML without a stylesheet", () => {
  it("has the sizes and margins of the HTML standard", async () => {
    const places = await placesOf("<h1>one</h1><p>two<p>three<ul><li>four</ul><blockquote>five</blockquote>");
    expect(placeOf(places, "one").x).toBeCloseTo(8, 2);
    expect(placeOf(places, "one").size).toBe(32);
    expect(placeOf(places, "two").x).toBeCloseTo(8, 2);
    expect(placeOf(places, "two").size).toBe(16);
    expect(placeOf(places, "four").x).toBeCloseTo(48, 1);
    expect(placeOf(places, "five").x).toBeCloseTo(48, 1);
    // A line of Tinos at 16 px is 18 px high, and 1em lies between two paragraphs.
    expect(placeOf(places, "three").y - placeOf(places, "two").y).toBeCloseTo(34, 1);
  });

  it("sets monospaced text smaller, unless its size is a length", async () => {
    const places = await placesOf("<p>a</p><pre>b</pre><code style='font-family: monospace, serif'>c</code>");
    expect(placeOf(places, "b").size).toBeCloseTo(13, 3);
    expect(placeOf(places, "c").size).toBeCloseTo(16, 3);
    const given = await placesOf(
      "<pre>b<span style='font-size: 2em'>c</span><i style='font-family: serif'>d</i></pre>",
    );
    expect(placeOf(given, "c").size).toBeCloseTo(26, 3);
    expect(placeOf(given, "d").size).toBeCloseTo(16, 3);
    const absolute = await placesOf("<pre>b</pre>", "body { font-size: 14px }");
    expect(placeOf(absolute, "b").size).toBeCloseTo(14, 3);
  });

  it("has sizes of its own for monospaced text that a keyword gives its size, as browsers have", async () => {
    const sizes = { "xx-small": 9, "x-small": 10, small: 12, medium: 13, large: 16, "x-large": 20, "xx-large": 26 };
    for (const [keyword, size] of Object.entries(sizes)) {
      const inherited = await placesOf(`<div style="font-size: ${keyword}"><p><code>b</code> c</p></div>`);
      expect(placeOf(inherited, "b").size, keyword).toBeCloseTo(size, 3);
      expect(placeOf(await placesOf(`<p style="font: ${keyword} monospace">b`), "b").size).toBeCloseTo(size, 3);
    }
    const part = await placesOf(`<div style="font-size: small"><p style="font-size: 2em"><code>b</code></div>`);
    expect(placeOf(part, "b").size).toBeCloseTo((26 * 13) / 16, 3);
    const back = await placesOf(`<pre style="font-size: small">b<i style="font-family: serif">c</i></pre>`);
    expect(placeOf(back, "c").size).toBeCloseTo(13, 3);
  });

  it("aligns the text of any element by `align`, as Chromium and Safari do", async () => {
    const html = (name: string) =>
      `<${name} align=center style="display: block; width: 200px">in the middle</${name}><p>left</p>`;
    const [middle] = await placesOf(html("p"));
    for (const name of ["section", "span", "header"]) {
      const [found] = await placesOf(html(name));
      expect(found?.x, name).toBeCloseTo(middle?.x ?? 0, 1);
    }
    expect(middle?.x).toBeGreaterThan(50);
  });

  it("has tables and margins of its own in a whole page without a doctype, as browsers have in quirks mode", async () => {
    const page = (start: string) =>
      placesOf(
        `${start}<title>T</title><style>body { font-size: 20px }</style><p>first</p><table><tr><td><p>in a cell</table>`,
      );
    const [old, now, part] = [await page("<html>"), await page("<!doctype html><html>"), await page("")];
    expect(placeOf(old, "in a cell").size).toBe(16);
    expect(placeOf(old, "first").y).toBeCloseTo(placeOf(now, "first").y - 12, 0);
    expect(placeOf(now, "in a cell").size).toBe(20);
    expect(part).toEqual(now);
  });

  it.each([
    ['"-//W3C//DTD HTML 3.2 Final//EN"', true],
    ['"-//W3C//DTD HTML 4.0 Transitional//EN"', true],
    ['"-//W3C//DTD HTML 4.01 Transitional//EN"', true],
    ['"-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd"', false],
    ['"-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"', false],
  ])("has them for the doctypes of the first browsers, too: %s", async (identifiers, isQuirky) => {
    const html = `<!-- by hand --><!DOCTYPE html PUBLIC ${identifiers}><html><title>T</title><style>body { font-size: 20px }</style><table><tr><td><p>in a cell</table>`;
    expect(placeOf(await placesOf(html), "in a cell").size).toBe(isQuirky ? 16 : 20);
  });

  it("shows what stands there for those without scripts", async () => {
    const html =
      "<head><noscript><link rel=icon href=data:,></noscript></head><noscript><p>no scripts</p></noscript><p>x</p>";
    expect((await placesOf(html)).map(({ text }) => text)).toEqual(["no scripts", "x"]);
  });

  it("has lines no higher than the texts in them for old doctypes, as browsers have in quirks mode and near it", async () => {
    const styles =
      "<style>body { font: 16px Tinos; margin: 0 } div { line-height: 40px } small, b { font-size: 16px; line-height: 20px }</style>";
    const html = `<title>T</title>${styles}<div><small>one</small> <br></div><div>two</div><div><b><i>three</i></b></div><div><br></div><div>four</div>`;
    const old =
      '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">';
    const tops = async (doctype: string) => {
      const places = await placesOf(`${doctype}<html>${html}`);
      const [first] = places;
      return places.map(({ y }) => Math.round(y - (first?.y ?? 0)));
    };
    expect(await tops("<!doctype html>")).toEqual([0, 40, 80, 160]);
    expect(await tops(old)).toEqual([0, 30, 60, 130]);
    expect(await tops("")).toEqual([0, 30, 60, 130]);
  });

  it("centres header cells, and stands cells in the middle of their row", async () => {
    const places = await placesOf("<table border=0><tr><th>a<td>b<br>c<br>d<tr><td>wide words here<td>x</table>");
    const [first, second] = [placeOf(places, "b"), placeOf(places, "d")];
    expect(placeOf(places, "a").y).toBeCloseTo((first.y + second.y) / 2, 0);
    expect(placeOf(places, "a").x).toBeGreaterThan(placeOf(places, "wide words here").x + 20);
    const said = await placesOf("<table style='text-align: left'><tr><th>a<tr><td>wide words here</table>");
    expect(placeOf(said, "a").x).toBeCloseTo(placeOf(said, "wide words here").x, 1);
  });
});

describe("attributes of looks", () => {
  it("say what a declaration would, and lose to every rule", async () => {
    const html = "<body><table width=400 cellpadding=7 cellspacing=3 border=2><tr><td align=right>a</table>";
    const places = await placesOf(html);
    const declared = await placesOf(
      "<body><table><tr><td>a</table>",
      `table { width: 400px; border-spacing: 3px; border: 2px solid } td { padding: 7px; border: 1px solid; text-align: right }`,
    );
    expect(places).toEqual(declared);
    const ruled = await placesOf(html, "td { text-align: left }");
    expect(placeOf(ruled, "a").x).toBeCloseTo(8 + 2 + 3 + 1 + 7, 1);
  });

  it("place the blocks in an element too", async () => {
    const places = await placesOf(
      "<center><table border=0 cellpadding=0 cellspacing=0 width=100><tr><td>a</table></center>",
    );
    expect(placeOf(places, "a").x).toBeGreaterThan(250 - 1);
    const right = await placesOf("<div align=right><div style='width: 100px; text-align: left'>a</div></div>");
    expect(placeOf(right, "a").x).toBeCloseTo(592 - 100, 1);
  });

  it("are never an error, whatever they hold", async () => {
    const names = [
      "align",
      "bgcolor",
      "border",
      "cellpadding",
      "cellspacing",
      "color",
      "face",
      "frame",
      "height",
      "rules",
      "size",
      "valign",
      "width",
    ];
    const value = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("1", "-1", "50%", "#", "center", "all", "red;x:y"),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), value), async (attributes) => {
        const text = Object.entries(attributes)
          .map(([name, held]) => `${name}="${held.replaceAll(/[&"]/g, "")}"`)
          .join(" ");
        const html = `<table ${text}><tr ${text}><td ${text}>a</table><hr ${text}><font ${text}>b</font><p ${text}>c<div ${text}>d</div>`;
        const found = (await placesOf(html)).map((place) => place.text).join("");
        expect(found).toBe("abcd");
      }),
      { numRuns: 25 },
    );
  });
});
