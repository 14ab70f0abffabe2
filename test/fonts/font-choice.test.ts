import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { bundledFonts, createFontSet, type FontFileSpec } from "../../src/fonts/index.ts";

const require = createRequire(import.meta.url);
const google = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/${file}`));
const noto = (script: string, name: string, style = "400Regular"): Uint8Array =>
  google(`noto-sans-${script}/${style}/NotoSans${name}_${style}.ttf`);

const regular = { weight: 400, style: "normal" } as const;
const arabic: FontFileSpec = { family: "Noto Sans Arabic", ...regular, data: noto("arabic", "Arabic") };
const devanagari: FontFileSpec = { family: "Noto Sans Devanagari", ...regular, data: noto("devanagari", "Devanagari") };
const thai: FontFileSpec = { family: "Noto Sans Thai", ...regular, data: noto("thai", "Thai") };
const inter = await bundledFonts();
const query = (...families: string[]) => ({ families, ...regular });
const codeOf = (character: string) => character.codePointAt(0) as number;

describe("families in their order", () => {
  const fonts = createFontSet([...inter, arabic, devanagari], {
    generics: { serif: "Noto Sans Devanagari", "sans-serif": "Inter" },
  });
  const familyFor = (character: string, ...families: string[]) =>
    fonts.faceFor(codeOf(character), query(...families))?.family;

  test("the first that has the character draws it", () => {
    expect(familyFor("1", "Noto Sans Arabic", "Inter")).toBe("Noto Sans Arabic");
    expect(familyFor("1", "Inter", "Noto Sans Arabic")).toBe("Inter");
    expect(familyFor("ب", "Inter", "Noto Sans Arabic")).toBe("Noto Sans Arabic");
  });

  test("a family that is not named draws what no named one has", () => {
    expect(familyFor("क", "Inter")).toBe("Noto Sans Devanagari");
    expect(familyFor("漢", "Inter")).toBeUndefined();
  });

  test("generic names stand for the families that the set says, else for those that its faces do", () => {
    expect(fonts.match(query("serif")).family).toBe("Noto Sans Devanagari");
    expect(fonts.match(query("Missing", "Sans-Serif")).family).toBe("Inter");
    expect(fonts.match(query("monospace", "Noto Sans Arabic")).family).toBe("Cousine");
    expect(fonts.match(query("fantasy", "Noto Sans Arabic")).family).toBe("Noto Sans Arabic");
    expect(createFontSet([arabic]).match(query("monospace")).family).toBe("Noto Sans Arabic");
  });

  test("a name is one that another family stands for only where the set has no family of that name", () => {
    const bundled = createFontSet(inter);
    expect(bundled.match(query("serif")).family).toBe("Tinos");
    expect(bundled.match(query("times new roman", "Inter")).family).toBe("Tinos");
    expect(bundled.match(query("Courier New")).family).toBe("Cousine");
    const own = bundled.with([{ ...arabic, family: "Courier New" }]);
    expect(own.match(query("Courier New")).family).toBe("Courier New");
    expect(own.match(query("monospace")).family).toBe("Cousine");
  });
});

describe("runs", () => {
  const fonts = createFontSet([...inter, arabic, devanagari, thai]);
  const runs = (text: string, ...families: string[]) =>
    fonts.runs(text, query(...families)).map(({ face, text: run }) => `${face.family}: ${run}`);

  test("change face where the first one ends", () => {
    expect(runs("PDFหน้า2", "Inter")).toEqual(["Inter: PDF", "Noto Sans Thai: หน้า", "Inter: 2"]);
  });

  test("keep marks with their letters", () => {
    // Noto Sans Thai has "m", and no dot to put below it; Inter has both.
    expect(runs("m\u0323", "Noto Sans Thai", "Inter")).toEqual(["Inter: m\u0323"]);
    expect(runs("क्षि", "Inter", "Noto Sans Devanagari")).toEqual(["Noto Sans Devanagari: क्षि"]);
  });

  test("part at another shaper, though the face is the same", () => {
    expect(runs("abcกขค", "Noto Sans Thai")).toEqual(["Noto Sans Thai: abc", "Noto Sans Thai: กขค"]);
  });

  test("name a character that no face has, and leave nothing out", () => {
    const all = fonts.runs("a漢b", query("Inter"));
    expect(all.map(({ text, isMissing }) => [text, isMissing])).toEqual([
      ["a", false],
      ["漢", true],
      ["b", false],
    ]);
  });
});

describe("faces of one family", () => {
  const data = (inter[0] as FontFileSpec).data;
  const face = (weight: number, more: Partial<FontFileSpec> = {}): FontFileSpec => ({
    family: "F",
    weight,
    style: "normal",
    data,
    ...more,
  });
  const matched = (specs: readonly FontFileSpec[], weight: number) => {
    const { id } = createFontSet(specs).match({ families: ["f"], weight, style: "normal" });
    return id;
  };

  test.each([
    [450, [400, 500], "f-500-normal"],
    [450, [300, 600], "f-300-normal"],
    [400, [500, 300], "f-500-normal"],
    [300, [200, 400], "f-200-normal"],
    [700, [600, 900], "f-900-normal"],
  ] as const)("weight %d of %j is %s (CSS Fonts 4, 5.2)", (weight, weights, id) => {
    expect(
      matched(
        weights.map((each) => face(each)),
        weight,
      ),
    ).toBe(id);
  });

  test("a range of weights matches all of them", () => {
    expect(matched([face(100, { lastWeight: 900 }), face(1000)], 850)).toBe("f-100-normal");
  });

  test("unicode-range says what a face is used for, and the later face counts", () => {
    const fonts = createFontSet([face(400), face(400, { unicodeRange: [[0x30, 0x39]] }), ...inter]);
    const idFor = (character: string) => fonts.faceFor(codeOf(character), query("F"))?.id;
    expect(idFor("7")).toBe("f-400-normal-2");
    expect(idFor("a")).toBe("f-400-normal");
    expect(fonts.match(query("F")).id).toBe("f-400-normal");
  });

  test("a family that is added stands in for one of that name", () => {
    const fonts = createFontSet(inter.filter(({ family }) => family === "Inter")).with([
      { ...arabic, family: "inter" },
    ]);
    expect(fonts.faces.map(({ id }) => id)).toEqual(["inter-400-normal"]);
    expect(fonts.faceFor(codeOf("Ж"), query("Inter"))).toBeUndefined();
  });
});

describe("scripts whose letters change with their neighbours", () => {
  const fonts = createFontSet([arabic, devanagari, thai]);

  test("are not shaped before their shaper is there", async () => {
    const early = createFontSet([arabic]);
    expect(() => early.shape(early.match(query()), "سلام")).toThrow("ready()");
    await early.ready();
    expect(early.shape(early.match(query()), "سلام", { isRightToLeft: true }).glyphs.length).toBeGreaterThan(0);
  });

  test("Arabic letters join: alone, they are other glyphs", async () => {
    await fonts.ready();
    const face = fonts.match(query("Noto Sans Arabic"));
    const ids = (text: string) =>
      fonts.shape(face, text, { isRightToLeft: true }).glyphs.flatMap(({ id, isMark }) => (isMark ? [] : [id]));
    expect(ids("ههه")).toHaveLength(3);
    expect(new Set(ids("ههه")).size).toBe(3);
  });

  test("a vowel before its consonant says the consonant first", async () => {
    await fonts.ready();
    const { glyphs } = fonts.shape(fonts.match(query("Noto Sans Devanagari")), "कि");
    expect(glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints))).toEqual(["क", "ि"]);
    expect(glyphs[0]?.cluster).toEqual({ glyphCount: 2, text: "कि" });
  });

  test("every character is said once, in its order, whatever the glyphs", async () => {
    await fonts.ready();
    for (const [family, text, isRightToLeft] of [
      ["Noto Sans Arabic", "أحرارًا لا الله", true],
      ["Noto Sans Devanagari", "अन्तरात्मा क्षत्रिय र्क्ष", false],
      ["Noto Sans Thai", "น้ำทั้งหลายปั๊ม", false],
    ] as const) {
      const { glyphs } = fonts.shape(fonts.match(query(family)), text, { isRightToLeft });
      const logical = isRightToLeft ? glyphs.toReversed() : glyphs;
      expect(logical.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join("")).toBe(text);
    }
  });
});
