import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bundledFonts, createDigitCheck, createFontSet } from "../../src/fonts/index.ts";
import { exchangedFont } from "../support/exchanged-font.ts";
import { trials } from "../support/trials.ts";

const { faces } = createFontSet(await bundledFonts());
const check = await createDigitCheck(faces.filter(({ weight }) => weight === 400));
const told = async (data: Uint8Array) => {
  const [face] = createFontSet([{ family: "Own", weight: 400, style: "normal", data }]).faces;
  return face && (await check(face));
};
const folder = new URL("../../templates/fonts/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".ttf"));

test.each(files)("%s draws each digit as itself", async (file) => {
  expect(await told(readFileSync(new URL(file, folder)))).toEqual([]);
});

test("a digit that is drawn as another one is told, by what it looks like", async () => {
  const data = readFileSync(new URL("inter-regular.ttf", folder));
  expect(await told(exchangedFont(data, { "1": "9", "9": "1", "3": "8" }))).toEqual([
    { digit: "1", looksLike: "9" },
    { digit: "3", looksLike: "8" },
    { digit: "9", looksLike: "1" },
  ]);
});

test("property: of two digits that a font exchanges, one at least is told", async () => {
  const digit = fc.constantFrom(..."0123456789");
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), digit, digit, async (file, one, other) => {
      fc.pre(one !== other);
      const exchanged = await told(exchangedFont(readFileSync(new URL(file, folder)), { [one]: other, [other]: one }));
      expect([file, one, other, exchanged?.length]).not.toEqual([file, one, other, 0]);
    }),
    { numRuns: trials(40, 5) },
  );
});
