import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bundledFonts, createDigitCheck, createFontSet } from "../../src/fonts/index.ts";
import { exchangedFont } from "../support/exchanged-font.ts";
import { trials } from "../support/trials.ts";

const { faces } = createFontSet(await bundledFonts());
const check = createDigitCheck(faces.filter(({ weight }) => weight === 400).map(({ font }) => font));
const fontOf = (data: Uint8Array) =>
  createFontSet([{ family: "Own", weight: 400, style: "normal", data }]).faces[0]?.font;
const folder = new URL("../../templates/fonts/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".ttf"));

test.each(files)("%s draws each digit as itself", (file) => {
  const font = fontOf(readFileSync(new URL(file, folder)));
  expect(font && check(font)).toEqual([]);
});

test("a digit that is drawn as another one is told, by what it looks like", () => {
  const data = readFileSync(new URL("inter-regular.ttf", folder));
  const font = fontOf(exchangedFont(data, { "1": "9", "9": "1", "3": "8" }));
  expect(font && check(font)).toEqual([
    { digit: "1", looksLike: "9" },
    { digit: "3", looksLike: "8" },
    { digit: "9", looksLike: "1" },
  ]);
});

test("property: of two digits that a font exchanges, one at least is told", () => {
  const digit = fc.constantFrom(..."0123456789");
  fc.assert(
    fc.property(fc.constantFrom(...files), digit, digit, (file, one, other) => {
      fc.pre(one !== other);
      const font = fontOf(exchangedFont(readFileSync(new URL(file, folder)), { [one]: other, [other]: one }));
      expect([file, one, other, font && check(font).length > 0]).toEqual([file, one, other, true]);
    }),
    { numRuns: trials(40, 5) },
  );
});
