import fc from "fast-check";
import { expect, test } from "vitest";
import { compileChart, shareSpec, stripSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

/** A space between two words, px: those that are closer are read as one. */
const spacePx = 2;

const tenures = [
  ["ملك كامل", "رهن عقاري", "إيجار اجتماعي", "إيجار خاص"],
  ["Yn berchen", "Morgais", "Rhent cym.", "Rhent preifat"],
  ["Owned", "Mortgage", "Social rent", "Private rent"],
];

test("headings of shares stand apart, or become a key", async () => {
  const spec = shareSpec({ period: "area", category: "part", share: "n" });
  const chart = await compileChart({ id: "shares", spec, fonts });
  const cases = fc.record({
    names: fc.constantFrom(...tenures),
    sizes: fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 10, max: 40 }))),
    widthPx: fc.integer({ min: 320, max: 420 }),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ names, sizes, widthPx }) => {
      const sum = sizes.reduce((total, size) => total + size, 0);
      const rows = sizes.map((size, index) => ({ area: "رومانيا", part: names[index] as string, n: size / sum }));
      const boxes = textBoxes(await chart.render(rows, { widthPx }));
      const heads = boxes
        .filter(({ text }) => names.includes(text))
        .toSorted((a, b) => a.top - b.top || a.left - b.left);
      expect(heads).toHaveLength(names.length);
      for (const [index, { text, right, top }] of heads.entries()) {
        const next = heads[index + 1];
        if (next?.top === top) expect(next.left - right, `${text} | ${next.text}`).toBeGreaterThan(spacePx);
      }
    }),
    { numRuns: 40, seed: 11, examples: [[{ names: tenures[0] as string[], sizes: [19, 15, 34, 32], widthPx: 340 }]] },
  );
});

test.each([
  { what: "one of each", figures: [5, 1, 3, 9], ends: ["Essex 1.0", "Torbay 9.0"] },
  {
    what: "two printed alike at either end",
    figures: [5, 0.02, 0.04, 9.01, 9],
    ends: ["Essex, Surrey 0.0", "Torbay, Slough 9.0"],
  },
  { what: "the subject and another", figures: [0, 0.04, 3, 9], ends: ["Essex 0.0", "Torbay 9.0"] },
  { what: "more than three", figures: [5, 0, 0, 0, 0, 8], ends: ["Bexley 8.0"] },
  { what: "all printed alike", figures: [1, 1.01, 1.02], ends: ["Essex, Surrey 1.0"] },
  { what: "none but the subject", figures: [1, null, null], ends: [] },
])("a strip names all that are at its ends, or none: $what", async ({ figures, ends }) => {
  const names = ["Kent", "Essex", "Surrey", "Torbay", "Slough", "Bexley"];
  const rows = figures.map((n, index) => ({
    area: names[index] as string,
    n,
    state: n === null ? "suppressed" : "value",
    highlight: index === 0,
  }));
  const spec = stripSpec({ category: "area", value: "n", valueTitle: "Rate", format: ".1f" });
  const { texts, untraced } = await (await compileChart({ id: "strip", spec, fonts })).render(rows);
  const named = texts.filter((text) => /^[A-Z].* \d+\.\d$/.test(text) && !text.startsWith("Kent"));
  expect(named).toEqual(ends);
  expect(untraced).toEqual([]);
});
