import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** Kinds of schools by year, of which one is called otherwise from 2021 on. */
const remarkOf = async (before: string, after: string, isBoth = false) => {
  const rows = [2019, 2020, 2021, 2022].flatMap((year, at) => [
    `Government,${year},${510 + at * 7}`,
    `${year < 2021 ? before : after},${year},${120 + at * 3}`,
    ...(isBoth ? [`${year < 2021 ? after : before},${year},${90 + at}`] : []),
  ]);
  return (await guessOf(`Kind,Year,Pupils\n${rows.join("\n")}\n`)).remarks.get("dimensions.kind") ?? "";
};

test("names that differ by a letter of a long word, and are never there together, are asked about", async () => {
  for (const [before, after] of [
    ["Special Independant", "Special Independent"],
    ["Accomodation", "Accommodation"],
  ] as const)
    expect(await remarkOf(before, after)).toContain(`"${before}" and "${after}" differ by a letter`);
});

test("others are not", async () => {
  expect(await remarkOf("Special Independant", "Special Independent", true)).not.toContain("by a letter");
  expect(await remarkOf("Boston", "Bolton")).not.toContain("by a letter");
  expect(await remarkOf("Kindergarten 1", "Kindergarten 2")).not.toContain("by a letter");
});

test("nor are places, but kinds that share out the places between them, where periods stand across", async () => {
  const remark = async (rows: readonly string[]) =>
    (await guessOf(`Place,Kind,2019,2020,2021\n${rows.join("\n")}\n`)).remarks.get("dimensions.kind") ?? "";
  const kinds = (place: string, at: number, work: string) =>
    ["parks", "shops", work].map(
      (kind, of) => `${place},${kind},${310 + at * 7},${290 + of * 11},${205 + at * 3 + of}`,
    );
  const places = ["Bath", "Derby", "Exeter", "Hull", "Leeds", "York"];
  const shared = places.flatMap((place, at) => kinds(place, at, place === "York" ? "workplaces" : "workplace"));
  expect(await remark(shared)).toContain(
    '"workplace" and "workplaces" differ by a letter, and nothing in "Place" has both',
  );
  const both = [...shared, "York,workplace,221,240,251"];
  expect(await remark(both)).not.toContain("by a letter");
});
