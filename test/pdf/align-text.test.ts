import { describe, expect, it } from "vitest";
import { renderPdf } from "../../src/pdf/index.ts";
import { alignText } from "../../src/pdf/text/align-text.ts";
import { date, fonts } from "./fonts.ts";
import { readPdf } from "./read-pdf.ts";

const glyph = (hint: string) => ({
  id: 1,
  codePoints: Array.from(hint, (character) => character.codePointAt(0) as number),
  xAdvance: 1,
  xOffset: 0,
  yOffset: 0,
});
const align = (text: string, hints: readonly string[]) =>
  alignText(text, hints.map(glyph)).map((codes) => String.fromCodePoint(...codes));

describe("alignText", () => {
  it("gives each glyph its letter, whatever the hints", () => {
    expect(align("‘b’", ["", "b", "x"])).toEqual(["‘", "b", "’"]);
  });

  it("finds ligatures by the letters around them, with right hints and stale ones", () => {
    expect(align("a->b", ["a", "->", "b"])).toEqual(["a", "->", "b"]);
    expect(align("a->b", ["a", "→", "b"])).toEqual(["a", "->", "b"]);
    expect(align("a->", ["a", ""])).toEqual(["a", "->"]);
  });

  it("leaves nothing to the second glyph of one letter", () => {
    expect(align("xé", ["x", "é", ""])).toEqual(["x", "é", ""]);
  });
});

it("what a font drew before does not change what a text reads as", async () => {
  const render = (body: string) => renderPdf(body, { title: "T", lang: "en", date, fonts });
  await render("<p>“double” → ‑ ½ ŵ</p>");
  const { pages } = await readPdf((await render("<p>‘single’ ffi x</p>")).bytes);
  expect(pages[0]?.tree).toContain(`P "‘single’ ffi x"`);
});
