import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const kinds = ["Museum", "Gallery", "Park"];
const visits = (wrong: readonly number[]) =>
  [
    "Area,Type,Visits",
    ...Array.from({ length: 40 }, (_, row) => {
      const parts = kinds.map((_, at) => 112 + ((row * 137 + at * 71) % 389));
      const all = parts.reduce((sum, part) => sum + part, wrong.includes(row) ? 37 : 0);
      return [...kinds, "Total"].map((kind, at) => `Town ${row + 101},${kind},${parts[at] ?? all}`);
    }).flat(),
  ].join("\n");

test("a total that is the sum of the others in nearly all rows says in how many, and where it is not", async () => {
  const { remarks } = await guessOf(visits([5, 33]));
  expect(remarks.get("dimensions.type.total")).toContain(
    '"Total" is the sum of the others in 38 of 40 rows, but not in all, first in "Town 106"',
  );
  const proven = await guessOf(visits([]));
  expect(proven.remarks.get("dimensions.type.total") ?? "").not.toContain("but not in all");
});
