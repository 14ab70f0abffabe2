import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const councils = ["Ashby", "Birch", "Coldfell", "Dunmarsh", "Eastry", "Fenwick"];
/** Small numbers of something, by council and kind. */
const table = (what: string, by: string, kinds: readonly string[]): string =>
  lines(
    `Council,${by},${what}`,
    ...councils.flatMap((council, at) => kinds.map((kind, on) => `${council},${kind},${1 + ((at * 5 + on * 3) % 9)}`)),
  );

describe("small counts of things", () => {
  test("are shown, and it is said how to hide them", async () => {
    const things = fc.constantFrom(
      "Electric cars",
      "Listed buildings",
      "Bus stops",
      "Dwellings completed",
      "Number of trees",
    );
    await fc.assert(
      fc.asyncProperty(things, async (what) => {
        const { spec, remarks } = await guessOf(table(what, "Kind", ["Old", "New"]));
        expect(spec.disclosure).toBeUndefined();
        const [measure = ""] = Object.keys(spec.measures);
        expect(remarks.get(`measures.${measure}.unit`)).toContain("disclosure: { profile");
      }),
      { numRuns: trials(10, 5) },
    );
  });

  test("are hidden where anything says that they are of people, or nothing says what they are", async () => {
    const people = fc.constantFrom(
      ["Electric cars", "Sex of owner", ["Men", "Women"]] as const,
      ["Electric cars", "Kind", ["Driver injured", "Nobody hurt"]] as const,
      ["Dwellings of the homeless", "Kind", ["Old", "New"]] as const,
      ["Cars in collisions", "Kind", ["Old", "New"]] as const,
      ["Households", "Kind", ["Old", "New"]] as const,
      ["Schools with exclusions", "Kind", ["Old", "New"]] as const,
      ["Dwellings", "Kind", ["Referred", "Reported"]] as const,
      ["Farms", "Kind", ["Old", "New"]] as const,
      ["Cases", "Kind", ["Old", "New"]] as const,
    );
    await fc.assert(
      fc.asyncProperty(people, async ([what, by, kinds]) => {
        const { spec } = await guessOf(table(what, by, kinds));
        expect(spec.disclosure).toBeDefined();
      }),
      { numRuns: trials(14, 7) },
    );
  });

  test("are hidden in places of a few people each, and where the publisher hid some", async () => {
    const postcodes = councils.map((_, at) => `KT${at + 1} 2BX`);
    const { spec } = await guessOf(
      lines("Postcode,Electric cars", ...postcodes.map((code, at) => `${code},${1 + (at % 6)}`)),
    );
    expect(spec.disclosure).toBeDefined();
    const some = await guessOf(table("Electric cars", "Kind", ["Old", "New"]).replace(/,1\n/u, ",[c]\n"));
    expect(some.spec.disclosure).toBeDefined();
  });

  test("and rows that are things are called so", async () => {
    const { spec } = await guessOf(
      lines(
        "treeID,Species",
        ...Array.from({ length: 30 }, (_, at) => `T${String(at + 100)},${at % 9 === 0 ? "Oak" : "Lime"}`),
      ),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ unit: { one: "tree", other: "trees" } }]);
    expect(spec.disclosure).toBeUndefined();
  });

  test("also by what a list of them is called", async () => {
    const { spec } = await guessOf(
      lines(
        "Service,Road",
        ...Array.from({ length: 30 }, (_, at) => `${councils[at % 6]},Road ${String.fromCharCode(65 + (at % 20))}x`),
      ),
      { title: "Stations", called: "Stations" },
    );
    expect(Object.values(spec.measures)).toMatchObject([{ unit: { one: "station", other: "stations" } }]);
    expect(spec.disclosure).toBeUndefined();
  });
});
