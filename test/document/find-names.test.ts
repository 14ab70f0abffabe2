import { expect, test } from "vitest";
import { findAllNames } from "../../src/document/find-names.ts";

const find = (text: string, mayBeName?: (name: string) => boolean) =>
  findAllNames({ declared: ["Area 51"], findNames: () => [], mayBeName })(text).map(({ index, length }) =>
    text.slice(index, index + length),
  );
const isNoCategory = (name: string) => !["Kent", "Essex"].includes(name);

test.each([
  ["as found before (Willingham, 2009; Coe, 2013a).", ["Willingham, 2009", "Coe, 2013a"]],
  ["thanks to Rose Whiffen (2018) and Bobbi Hill (2023, 2024).", ["Whiffen (2018", "Hill (2023, 2024"]],
  ["as told (Gomez 2014 and Kanno-Youngs 2020).", ["Gomez 2014", "Kanno-Youngs 2020"]],
  ["in Area 51", ["Area 51"]],
  // A category of the data, a plural, a number of another form.
  ["as found before (Kent, 2009; Essex, 2013).", []],
  ["it fell (Kent 2014 and Essex 2020).", []],
  ["in Kent (2009)", []],
  ["of Cases (2009)", []],
  ["(Willingham, 209)", []],
  ["(Willingham, 2009 offences)", []],
])("a year after an author whom the data does not know is that of a work: %s", (text, expected) => {
  expect(find(text, isNoCategory)).toEqual(expected);
});

test("without data nobody knows who is an author", () => {
  expect(find("(Willingham, 2009)")).toEqual([]);
});
