import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const areas = ["Aldmark", "Bernland", "Colden", "Dunmore", "Eastry", "Farley"];
const births = (cellOf: (at: number) => string): string =>
  ["Area,Births,Deaths", ...areas.map((area, at) => `${area},${cellOf(at)},${7210 + at * 53}`), ""].join("\n");

test("numbers with the letter of a status behind a space leave their column a measure", async () => {
  const { spec, remarks } = await guessOf(births((at) => (at > 3 ? `${8043 + at * 11} p` : `${8043 + at * 11}`)));
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Births", "Deaths"]);
  expect(spec.layout?.noteMarks).toEqual(["p"]);
  expect(remarks.get("layout.noteMarks")).toContain("provisional");
});

test("where all have a letter, it may be a unit, and is not taken off", async () => {
  const { spec } = await guessOf(births((at) => `${8043 + at * 11} p`));
  expect(spec.layout?.noteMarks).toBeUndefined();
});
