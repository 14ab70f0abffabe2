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
