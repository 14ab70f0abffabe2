import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const states = ["Aldmark", "Bernland", "Colden", "Dunmore", "Eastry"];
/** Median rents by year, of which one stands twice: the way of asking changed. */
const rents = (headings: readonly string[], figure: (state: number, column: number) => number): string =>
  [
    ["State", ...headings].join(","),
    ...states.map((state, at) => [state, ...headings.map((_, column) => figure(at, column))].join(",")),
    "",
  ].join("\n");
const differing = (state: number, column: number): number => 41_210 + state * 713 + column * 97;

test.each([
  ["2017 (40)", "2017"],
  ["2017", "2017 (3)"],
  ["2017*", "2017"],
])("of two series of one period, %s and %s, one is read and the other told", async (one, other) => {
  const guess = await guessOf(rents(["2019", "2018", one, other, "2016", "2015"], differing));
  expect(guess.spec.layout?.repeatedRows).toBeUndefined();
  expect(guess.spec.layout?.ignore).toHaveLength(1);
  expect(guess.remarks.get("layout.ignore")).toContain("other figures of a period that an earlier column is of");
});

test("two columns of one period that agree are read as one", async () => {
  const agreeing = (state: number, column: number) => differing(state, column === 3 ? 2 : column);
  const guess = await guessOf(rents(["2019", "2018", "2017 (40)", "2017", "2016", "2015"], agreeing));
  expect(guess.spec.layout?.ignore).toBeUndefined();
});
