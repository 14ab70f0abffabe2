import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const areas = ["Aldmark", "Bernland", "Colden", "Dunmore", "Eastry"];
const across = (headings: readonly string[]): string =>
  [["Area", ...headings], ...areas.map((area, at) => [area, ...headings.map((_, by) => 1010 + at * 37 + by * 11)])]
    .map((row) => row.join(","))
    .join("\n");

test.each([[["FY19", "FY20", "FY21"]], [["FY2019", "FY2020", "FY2021"]]])(
  "financial years across the top that one year names, %j, are no calendar years, and which they begin in is asked",
  async (headings) => {
    const { spec, remarks } = await guessOf(across(headings));
    expect(spec.layout?.wide?.columns).toBe("{period}");
    expect(remarks.get("dimensions.period.format")).toContain("fy-start, fy-end");
  },
);
