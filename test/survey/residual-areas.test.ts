import fc from "fast-check";
import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const councils = ["Ashby", "Birch", "Coldfell", "Dunmarsh", "Eastry", "Fenwick", "Otherton", "Restormel"];
const table = (residual: string): string =>
  lines("Area,Homes,Built", ...councils.map((name, at) => `${name},${120 + at * 37},${60 + at * 11}`), residual);

test("what is no area by its name is left out of the areas, and told of", async () => {
  const names = fc.constantFrom(
    ...[
      "Rest of England",
      "Unknown",
      "Unconfirmed",
      "Not known",
      "Not stated",
      "Elsewhere",
      "Outside the region",
      "Other",
      "Area not known",
      "Fire not allocated an area",
      "No relevant LA",
      "Non-identifiable expenditure",
      "Homes (unallocated)",
    ],
    ...[
      "Sonstige",
      "Ohne Angabe",
      "Autres communes",
      "Resto del país",
      "Ignorado",
      "Overige gemeenten",
      "Uppgift saknas",
      "不詳",
    ],
  );
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      const { spec, dataset, remarks } = await guessOf(table(`${name},1830,712`));
      expect(Object.values(spec.dimensions)).toContainEqual(expect.objectContaining({ role: "area" }));
      expect(dataset?.categories("area").map(({ label }) => label)).toEqual(councils);
      expect(remarks.get("layout.rows")).toContain(`"${name}"`);
    }),
    { numRuns: 16 },
  );
});

test("areas whose names begin as such words stay, and so does what is left of them in other dimensions", async () => {
  const { dataset } = await guessOf(table("Outwood,183,71"));
  expect(dataset?.categories("area")).toHaveLength(councils.length + 1);
  // A place in Bavaria.
  const bavarian = await guessOf(table("Untrasried,183,71"));
  expect(bavarian.dataset?.categories("area")).toHaveLength(councils.length + 1);
  const causes = await guessOf(
    lines("Cause,Homes", "Fire,120", "Flood,82", "Storm,77", "Subsidence,41", "Unknown,15", "Other,61"),
  );
  expect(causes.dataset?.observations).toHaveLength(6);
});

test("a total of all stays with what is left of it", async () => {
  const sum = councils.reduce((all, _, at) => all + 120 + at * 37, 0);
  const { spec } = await guessOf(
    lines("Area,Homes", ...councils.map((name, at) => `${name},${120 + at * 37}`), "Unknown,40", `Total,${sum + 40}`),
  );
  expect(spec.dimensions.area).toMatchObject({ total: "total" });
});

test("a remainder in the place of a code, where it has no name, is left out by the column of codes", async () => {
  const towns = Array.from(
    { length: 24 },
    (_, at) => `95AA${String(at + 10)},Town ${String.fromCharCode(65 + at)}x,${120 + at * 7}`,
  );
  const table = (last: string) => lines("SOA Code,SOA Name,Homes", ...towns, last);
  const { spec, dataset, remarks } = await guessOf(table("Home not allocated an SOA,,31"));
  expect(spec.layout?.rows?.except).toEqual({ "SOA Code": ["Home not allocated an SOA"] });
  expect(dataset?.observations).toHaveLength(24);
  expect(remarks.get("layout.rows")).toContain("no area of its own by its name");
  const named = await guessOf(table("Middleton,,31"));
  expect(named.dataset?.observations).toHaveLength(25);
});
