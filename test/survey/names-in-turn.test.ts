import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const places = ["Ashby", "Barton", "Corley", "Denham", "Elton", "Farley"];
const tableOf = (nameOf: (place: string, year: number) => string, codeOf = (at: number) => `E0600000${at}`): string =>
  [
    "Year,Code,Area,Meters",
    ...[2012, 2013, 2014, 2015].flatMap((year) =>
      places.map(
        (place, at) => `${year},${codeOf(at)},${nameOf(place, year)},${31_000 + ((at * 7919 + year * 613) % 9000)}`,
      ),
    ),
    "",
  ].join("\n");
const isRenamed = (place: string) => place === "Corley";

describe("an area that one code calls by two names", () => {
  test("is one, called as it was last, where no year has both", async () => {
    const { spec, dataset, remarks } = await guessOf(
      tableOf((place, year) => (isRenamed(place) && year > 2013 ? `${place} (all meters)` : place)),
    );
    expect(spec.dimensions.area).toMatchObject({
      categories: [{ id: "corley-all-meters", label: "Corley (all meters)", aliases: ["Corley"] }],
    });
    expect(dataset?.categories("area")).toHaveLength(places.length);
    expect(dataset?.observations.filter(({ at }) => at.area === "corley-all-meters")).toHaveLength(4);
    expect(remarks.get("dimensions.area.categories")).toContain('"Corley" and "Corley (all meters)" have one code');
  });

  test("is two where years have both, or where the codes are of what holds areas", async () => {
    const inBoth = await guessOf(
      tableOf(
        (place, year) => (place === "Denham" && year > 2013 ? "Corley (all meters)" : place),
        (at) => `E0600000${at === 3 ? 2 : at}`,
      ),
    );
    expect(inBoth.spec.dimensions.area).not.toHaveProperty("categories");
    const ofRegions = await guessOf(
      tableOf(
        (place, year) => (isRenamed(place) && year > 2013 ? `${place} (all meters)` : place),
        (at) => `E1200000${at % 3}`,
      ),
    );
    expect(ofRegions.spec.dimensions.area).not.toHaveProperty("categories");
  });
});

test("official codes show that areas are of one level, also where one had another name before and words stand for what has none", async () => {
  const many = [...places, "Garston", "Hadley", "Ilford", "Keswick", "Langley", "Melton"];
  const rows = [2012, 2013, 2014, 2015].flatMap((year) => [
    ...many.map(
      (place, at) =>
        `${year},E060000${at + 10},${isRenamed(place) && year < 2014 ? "Corle" : place},${year + at * 9000}`,
    ),
    `${year},No code,Unallocated,${year % 89}`,
  ]);
  const { spec, comparability } = await guessOf(["Year,Code,Area,Meters", ...rows, ""].join("\n"));
  expect(spec.layout?.rows?.except).toEqual({ Area: ["Unallocated"] });
  expect(comparability.get("area")).toBe("one level");
});
