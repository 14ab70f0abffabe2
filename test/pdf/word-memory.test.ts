import { expect, test } from "vitest";
import { initialStyle } from "../../src/pdf/css/properties/index.ts";
import { createWordShaper } from "../../src/pdf/text/word-shaper.ts";
import { fonts } from "./fonts.ts";

await fonts.ready();

/** Fonts that count how often they are asked for shapes, and give the same each time. */
function countingFonts() {
  const [run] = fonts.runs("1", { families: ["Inter"], weight: 400, style: "normal" });
  if (!run) throw new Error("Inter has no 1.");
  const one = fonts.shape(run.face, "1");
  const counted = { count: 0 };
  const shape = () => {
    counted.count += 1;
    return one;
  };
  return { counted, fonts: { ...fonts, shape } };
}

test("words of a document are shaped once, however many it has, and forgotten with it where they are too many", () => {
  const { counted, fonts: counting } = countingFonts();
  const shaper = createWordShaper(counting);
  const font = shaper.fontOf(initialStyle);
  const words = Array.from({ length: 60_000 }, (_, index) => String(index));
  for (const word of words) font.word(word);
  for (const word of words) font.word(word);
  expect(counted.count).toBe(words.length);
  shaper.trim();
  font.word("7");
  expect(counted.count).toBe(words.length + 1);
  shaper.trim();
  font.word("7");
  expect(counted.count).toBe(words.length + 1);
});
