import { describe, expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { guessOf } from "./guess-of.ts";

describe.each(["Unweighted sample size", "Bases (unweighted)", "Weighted base", "Sample size"])(
  "how many were asked, %s",
  (heading) => {
    // The ages of each sex stand in its first row alone, and rows of both have one name.
    const bases = [290, 392, 460, 512, 288, 611];
    const groups = ["Men 16-24", "Men 25-34", "Men 35-44", "Women 16-24", "Women 25-34", "Women 35-44"];
    const kinds = ["Underweight", "Normal", "Overweight", "Obese"];
    const rows = groups.flatMap((group, at) =>
      kinds.map((kind, on) =>
        [
          on === 0 ? group : "",
          kind,
          (2.31 + on * 17.37 + at * 1.13).toFixed(2),
          bases[at],
          (0.3 + at / 7).toFixed(3),
        ].join(),
      ),
    );
    const table = `Sex and age,Weight,Estimate,${heading},Standard error\n${rows.join("\n")}\n`;

    test("names no rows, and no briefing begins with it", async () => {
      const { spec, remarks, dataset } = await guessOf(table);
      const id = Object.keys(spec.measures).find((own) => spec.measures[own]?.label === heading) ?? "";
      expect(Object.keys(spec.measures)).toContain(id);
      expect(Object.values(spec.dimensions).map(({ label }) => label)).not.toContain(heading);
      expect([...remarks.values()].join(" ")).toContain("by which nothing is ranked");
      expect(dataset && chooseStart(dataset, spec).measure).toBe("estimate");
    });
  },
);

test("a count of bases that are camps is none", async () => {
  const { remarks } = await guessOf("Country,Military bases\nA,3\nB,17\nC,9\nD,22\nE,5\n");
  expect([...remarks.values()].join(" ")).not.toContain("by which nothing is ranked");
});
