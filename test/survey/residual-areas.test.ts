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
      "Not known",
      "Not stated",
      "Elsewhere",
      "Outside the region",
      "Other",
      "Area not known",
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
