import { expect, test } from "vitest";
import { missingGlyphHint } from "../../src/fonts/index.ts";

test.each([
  ["県", "Noto Sans CJK"],
  ["が", "Noto Sans CJK"],
  ["한", "Noto Sans CJK"],
  ["𐎀", "Add a font"],
])("what to do about %s names a way for each door, and a font where none is shipped", (character, said) => {
  expect(missingGlyphHint(character)).toContain(said);
  expect(missingGlyphHint(character)).toMatch(/@font-face.*--font/u);
});
