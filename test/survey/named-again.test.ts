import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const pairs = ["Ash", "Birch", "Cedar", "Dell"].flatMap((place) =>
  ["Elm", "Fir", "Gorse"].map((origin, at) => `${place},${origin},${40 + place.length * 31 + at * 17}`),
);
const remarkOn = async (...rows: readonly string[]) =>
  (await guessOf(`Place,Origin,People\n${[...pairs, ...rows].join("\n")}\n`)).remarks.get("dimensions") ?? "";

test("rows that are named as others and say the same or nothing are asked about", async () => {
  expect(await remarkOn("Ash,Elm,", "Birch,Fir,")).toContain("2 rows are named as others are");
  expect(await remarkOn("Ash,Elm,")).toContain("One row is named as others are");
});

test("of rows that each have a name of their own nothing is said", async () => {
  expect(await remarkOn()).not.toContain("named as others");
});

test("rows of one name that a code beside it tells apart are named by both", async () => {
  const rows = ["Ash", "Birch", "Cedar", "Dell", "Elm", "Fir", "Ash", "Birch"].map(
    (place, at) => `${place} Surgery,B${8201 + at * 17},${40 + ((at * 37) % 90)}`,
  );
  const { spec, remarks } = await guessOf(`Practice,Practice code,Patients\n${rows.join("\n")}\n`);
  expect(JSON.stringify(spec.layout?.dimensions)).toContain("Practice code");
  expect(remarks.get("dimensions") ?? "").not.toContain("named as others");
});
