import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** A table of so many rows of areas, one column of figures for each heading. */
const tableOf = (headings: readonly string[], figure: (row: number, column: number) => string): string =>
  [
    `Area,${headings.join(",")}`,
    ...Array.from(
      { length: 8 },
      (_, row) => `Place ${"ABCDEFGH"[row]},${headings.map((_, at) => figure(row, at)).join(",")}`,
    ),
  ].join("\n");

const decimals = (row: number, column: number): string => `${300 + row * 17 + column * 41}.${1 + ((row + column) % 8)}`;

describe("What the headings of figures do not say", () => {
  test("of a unit of several words, the last alone is none", async () => {
    const { spec } = await guessOf(tableOf(["Gigawatt hours", "Million cubic metres"], decimals));
    const [first, second] = Object.values(spec.measures);
    expect([first?.label, first?.unit.other]).toEqual(["Gigawatt hours", "gigawatt hours"]);
    expect([second?.label, second?.unit.other]).toEqual(["Million cubic metres", "million cubic metres"]);
  });

  test("a change in FTE is in no full-time equivalents", async () => {
    const { spec } = await guessOf(tableOf(["annual_change_FTE", "other_score"], decimals));
    const [first] = Object.values(spec.measures);
    expect([first?.label, first?.unit.other]).toEqual(["Annual change FTE", "(unit not stated)"]);
  });

  test("capitals in a part of a name with lines below are left as they are", async () => {
    const { spec } = await guessOf(tableOf(["cohort_SENDsupport_percent", "other_percent"], (row) => `${10 + row}.5`));
    expect(Object.values(spec.measures)[0]?.label).toBe("Cohort SENDsupport percent");
  });

  test("of kinds of bodies, the one with profit in its name is told in no money", async () => {
    const headings = ["Households", "Non-profit institutions", "Central bodies", "Local bodies", "Valuables"];
    const { spec } = await guessOf(tableOf(headings, decimals));
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).not.toContain("units of currency");
  });

  test("eastings and northings are no figures, in however many rows a place stands", async () => {
    const rows = Array.from({ length: 24 }, (_, row) => {
      const [from, to] = [row % 4, Math.floor(row / 4)];
      return `F${from},${1600000 + from * 1000}.25,${6100000 + from * 1000}.5,T${to},${100 + row * 3}`;
    });
    const { spec } = await guessOf(["Home,home_easting,home_northing,School,Pupils", ...rows].join("\n"));
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Pupils"]);
  });
});

test("the unit behind the last dash of a title is that of all figures", async () => {
  const csv = [
    "Emissions of greenhouse gases - GHG - Ktonnes CO2e,,",
    "Area,Households,Government",
    ...Array.from({ length: 8 }, (_, row) => `Place ${"ABCDEFGH"[row]},${decimals(row, 0)},${decimals(row, 1)}`),
  ].join("\n");
  const { spec } = await guessOf(csv);
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["Ktonnes CO2e", "Ktonnes CO2e"]);
});

describe("Scores that end at the same number", () => {
  const scores = ["Expression", "Religion", "Assembly", "Courts", "Police"];
  const csvWith = (whole: string, top: string) =>
    tableOf([...scores, whole], (row, column) =>
      column === scores.length
        ? `${[0, 5, 10, 3, 2, 10, 1, 4][row]}`
        : row === column
          ? top
          : `${1 + row}.${1 + column}`,
    );

  test("one with whole numbers alone counts nobody, and hides none", async () => {
    const { spec } = await guessOf(csvWith("Movement of residents", "10"));
    expect(spec.measures.movementOfResidents?.statType).toBe("quantity");
    expect(spec.disclosure).toBeUndefined();
  });

  test("a number of something beside them does, and so does one where others end elsewhere", async () => {
    const named = await guessOf(csvWith("Arrests", "10"));
    expect(named.spec.measures.arrests?.statType).toBe("count");
    const others = await guessOf(csvWith("Movement of residents", "9.9"));
    expect(others.spec.measures.movementOfResidents?.statType).toBe("count");
  });
});
