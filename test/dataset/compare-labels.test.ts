import fc from "fast-check";
import { expect, test } from "vitest";
import { createLabelOrder } from "../../src/dataset/compare-labels.ts";

const sorted = (labels: readonly string[], lang?: string) => [...labels].sort(createLabelOrder(lang));

test.each([
  [["Ward 2", "Ward 10", "ward 11"]],
  [["500 to 999", "1,000 to 4,999", "5,000 or more"]],
  [["1.25", "1.5", "10"]],
  [["5-9", "10-14", "Under 5"]],
  [["ash", "Birch", "Éborac", "elm"]],
  [["Kent", "Kent 1", "Kent and Essex"]],
])("%j is in order", (labels) => {
  expect(sorted([...labels].reverse())).toEqual(labels);
});

test("the alphabet is the labels' own, where the language is known", () => {
  expect(sorted(["Ås", "Zeta"], "sv")).toEqual(["Zeta", "Ås"]);
  expect(sorted(["Ås", "Zeta"], "not a language")).toEqual(["Ås", "Zeta"]);
});

test("it is an order: of any labels, however they stood before", () => {
  const label = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc
      .array(fc.constantFrom("a", "A", "é", "e", "1", "10", "2", ",000", ".5", " ", "-"), { maxLength: 5 })
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(fc.uniqueArray(label, { maxLength: 8 }), fc.integer(), (labels, seed) => {
      const other = [...labels].sort((a, b) => ((a.length * 31 + seed) % 7) - ((b.length * 31 + seed) % 7));
      expect(sorted(other)).toEqual(sorted(labels));
    }),
  );
});
