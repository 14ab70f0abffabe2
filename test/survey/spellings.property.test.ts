import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const table = (first: string, second: string) =>
  [
    "Area,Year,Turnout",
    `"${first}",2018,61.5`,
    `"${second}",2019,62.5`,
    "Kent,2018,70.1",
    "Kent,2019,71.2",
    "Essex,2018,65.4",
    "Essex,2019,66.3",
    "Devon,2018,55.4",
    "Devon,2019,56.3",
  ].join("\n");

describe("names of areas that make the same id", () => {
  test.each([
    ["Yorkshire & The Humber", "Yorkshire and the Humber"],
    ["Kingston-Upon-Hull", "Kingston upon Hull"],
    ["Ynys Mon", "Ynys Môn"],
    ["St. Helens", "St Helens"],
  ])("are one, spelled otherwise: %s, %s", async (first, second) => {
    const { spec, dataset, remarks, problems } = await guessOf(table(first, second));
    expect(problems).toBeUndefined();
    expect(dataset?.categories("area")).toHaveLength(4);
    expect(spec.dimensions.area).toHaveProperty("aliases");
    expect(remarks.get("dimensions.area.aliases")).toContain("check");
  });

  test("are several where signs tell them apart", async () => {
    const { dataset } = await guessOf(table("Group A", "Group A-"));
    expect(dataset?.categories(Object.keys(dataset.definition.spec.dimensions)[0] ?? "")).toHaveLength(5);
  });

  test("are one with their codes beside them", async () => {
    const rows = ["Bangor,Wales", "Bangor,Down", "Hull-East,Humber", "Hull East,Humber", "Kent,South", "Essex,South"];
    const csv = rows.flatMap((row, at) => [`${row},2018,${61 + at}.5`, `${row},2019,${64 + at}.5`]);
    const { problems } = await guessOf(["Constituency,Region,Year,Turnout", ...csv].join("\n"));
    expect(problems).toBeUndefined();
  });

  test("never end init, however they are written", async () => {
    const variant = fc.constantFrom(
      (name: string) => name.toUpperCase(),
      (name: string) => name.replaceAll(" ", "-"),
      (name: string) => name.replaceAll(" ", "  "),
      (name: string) => name.replace("and", "&"),
      (name: string) => name.replaceAll("o", "ô"),
      (name: string) => name.replaceAll("s", "'s"),
      (name: string) => `${name}.`,
    );
    const name = fc.constantFrom("Bath and Wells", "St Helens", "Newcastle upon Tyne", "Kings Lynn and Norfolk");
    await fc.assert(
      fc.asyncProperty(name, variant, variant, async (own, one, other) => {
        const { problems } = await guessOf(table(one(own), other(own)));
        expect(problems).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
