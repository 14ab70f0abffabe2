import { expect, test } from "vitest";
import { narrowedStandings, type Standing } from "../../../src/dataset/disclosure/standings.ts";

const at = (low: number, high = low) => ({ low, high });

test("a figure that was not revised is within what each rounding of it leaves", () => {
  const all: readonly Standing[] = [
    [at(41, 43), at(14, 16), "hidden"],
    [at(43, 47), at(13, 17), "hidden"],
    [at(44, 46), at(14, 16), "hidden"],
  ];
  const alike = [at(43), at(14, 16), "hidden"];
  // A total of 43 in the first two, or of 44 to 46 in the last two.
  expect(narrowedStandings(all, 1)).toEqual([alike, [at(44, 46), at(14, 16), "hidden"]]);
});

test("a sum was another where a part of it was, came or went; a part that was hidden or absent tells nothing", () => {
  const own: Standing = [at(40, 44), at(10, 12), at(3, 7)];
  const first = (...others: readonly Standing[]) => narrowedStandings([...others, own], others.length)[0];
  expect(first([at(41, 43), at(20, 22), at(5, 9)])).toEqual([at(40, 44), at(10, 12), at(5, 7)]);
  expect(first([at(41, 43), at(12, 14), undefined])).toEqual([at(40, 44), at(12), at(3, 7)]);
  expect(first([at(41, 43), "hidden", at(5, 9)])).toEqual([at(41, 43), at(10, 12), at(5, 7)]);
});
