import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** Three columns without a heading, whose names a title has in another order. */
const table = (title: string) => {
  const rows = ["Drowning", "Falls", "Fire"].flatMap((cause, at) =>
    ["Female", "Male"].flatMap((sex, of) =>
      ["10-14", "15-24", "25-34", "35+"].map(
        (age, group) =>
          `${cause},${sex},${age},${101 + at * 37 + of * 11 + group * 5},${113 + at * 29 + of * 7 + group * 3}`,
      ),
    ),
  );
  return [`"${title}",,,,`, ",,,,", ",,,2019,2020", ...rows].join("\n");
};
const labelsOf = async (title: string) => {
  const { spec, remarks } = await guessOf(table(title), { title });
  return { labels: Object.values(spec.dimensions).map(({ label }) => label), remarks };
};

describe("columns without a heading", () => {
  test("are called by their values, and the one that is left by the title, which is told", async () => {
    const { labels, remarks } = await labelsOf("Deaths by Year by 113 Causes of Death by Sex by Age");
    expect(labels).toEqual(["Cause of death", "Sex", "Age group", "Period"]);
    expect(remarks.get("dimensions.causeOfDeath.label")).toContain("No heading says what these are");
  });

  test("have no name where a title leaves it open which it is", async () => {
    expect((await labelsOf("Deaths by cause, month of birth, district and age")).labels[0]).toBe("Category");
    expect((await labelsOf("Deaths")).labels).toEqual(["Category", "Sex", "Category", "Period"]);
  });
});
