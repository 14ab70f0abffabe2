import { describe, expect, test } from "vitest";
import { bundledFonts, createFontSet } from "../../src/fonts/index.ts";

const fonts = createFontSet(await bundledFonts());
await fonts.ready();
const inter = { families: ["Inter"], weight: 400, style: "normal" } as const;

describe("the bundled fonts", () => {
  test("draw Welsh, Gaelic, Greek, Cyrillic and the signs of a briefing", () => {
    for (const character of "ŵŷŴŶâêîôûḋṁàèìòùέЖž–—‘’“”•…€£%−≈≤≥→↑▲▼[c]") {
      expect(fonts.faceFor(character.codePointAt(0) ?? 0, inter)?.family, character).toBe("Inter");
    }
  });

  test("know what they cannot draw", () => {
    expect(fonts.faceFor(0x1f600, inter)).toBeUndefined();
    expect(fonts.faceFor("漢".codePointAt(0) ?? 0, inter)).toBeUndefined();
  });

  test("shape nothing before they are ready", async () => {
    const other = createFontSet(await bundledFonts());
    expect(() => other.measure("Kent", { ...inter, size: 10 })).toThrow(/await its ready\(\)/);
  });

  test("kern once: a comma after a seven moves by what the font says, not twice that", () => {
    const face = fonts.match(inter);
    const [seven] = fonts.shape(face, "7,").glyphs;
    const alone = fonts.shape(face, "7").advance;
    // The pair's value in the font's own kern feature; browsers set the same.
    expect((seven?.xAdvance ?? 0) - alone).toBe(-256);
  });
});

describe("matching, as CSS has it", () => {
  const idOf = (query: Parameters<typeof fonts.match>[0]) => fonts.match(query).id;

  test.each([
    [400, "normal", "inter-400-normal"],
    [500, "normal", "inter-400-normal"],
    [600, "normal", "inter-700-normal"],
    [900, "italic", "inter-700-italic"],
    [100, "italic", "inter-400-italic"],
  ] as const)("%d %s is %s", (weight, style, id) => {
    expect(idOf({ families: ["inter"], weight, style })).toBe(id);
  });

  test("an unknown family falls back to the first of the set", () => {
    expect(idOf({ families: ["Helvetica", "sans-serif"], weight: 700, style: "normal" })).toBe("inter-700-normal");
  });

  test("a width is that of what is drawn", () => {
    const face = fonts.match(inter);
    const shaped = fonts.shape(face, "Thames Valley");
    const width = fonts.measure("Thames Valley", { ...inter, size: 10 });
    expect(width).toBeCloseTo((shaped.advance / face.font.unitsPerEm) * 10, 9);
    expect(shaped.glyphs.reduce((total, { xAdvance }) => total + xAdvance, 0)).toBe(shaped.advance);
  });
});
