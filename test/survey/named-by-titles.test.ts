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

describe("a file whose name has no word", () => {
  const towns = ["Ayr", "Bray", "Cobh", "Deal", "Eye", "Frome"];
  const csv = `Hospital;WTE_Dec15;WTE_Apr16;WTE_May16;WTE_Jan17;WTE_Feb17\n${towns.map((town, at) => `${town};${120 + at * 31};${131 + at * 17};${135 + at * 19};${141 + at * 11};${144 + at * 12}`).join("\n")}\n`;

  test("names nothing: the unit of its headings does, and what they are told by", async () => {
    const { spec, remarks } = await guessOf(csv, { title: "01", called: "01" });
    expect(spec.title).toBe("Full-time equivalents by hospital");
    expect(remarks.get("title")).toContain("say what it is of");
    expect(Object.values(spec.measures)).toMatchObject([
      { label: "Full-time equivalents", unit: { other: "full-time equivalents" }, additive: true },
    ]);
  });

  test("is called by its words where it has some, and as somebody says", async () => {
    expect((await guessOf(csv, { title: "Staff", called: "Staff" })).spec.title).toBe("Staff");
    expect((await guessOf(csv, { title: "2015", called: "01" })).spec.title).toBe("2015");
  });
});
