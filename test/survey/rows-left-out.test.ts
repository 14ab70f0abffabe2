import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const schools = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine", "Rowan", "Yew"];
const figures = (at: number) => [3 + ((at * 7) % 23), 40 + ((at * 31) % 97), 5 + ((at * 13) % 41)];
const totals = [0, 1, 2].map((column) => schools.reduce((sum, _, at) => sum + (figures(at)[column] ?? 0), 0));

test("rows without a name that total the others are left out by what stands in their column", async () => {
  const rows = schools.map((_, at) => [`AB${1 + (at % 3)} ${at % 4}CD`, ...figures(at)].join());
  const source = ["Postcode,Pupils,Boarders,Leavers", ...rows, [" ", ...totals].join(), " ,90512,80123,70456"].join(
    "\n",
  );
  const { spec, dataset, remarks } = await guessOf(source);
  expect(spec.layout?.rows?.except).toEqual({ Postcode: [""] });
  expect(remarks.get("layout.rows")).toContain('Rows with nothing in "Postcode"');
  expect(dataset?.observations.some(({ cell }) => cell.state === "value" && cell.value === 90512)).toBe(false);
  expect(dataset?.diagnostics?.map(({ code }) => code) ?? []).not.toContain("unmet-row-filter");
});

test("what is not classified in a column of groups has no row of its own to leave out", async () => {
  const rows = schools.map((name, at) => {
    const known = at % 3 < 2 ? [61 + at, 80 - at] : ["", ""];
    return [
      name.toUpperCase(),
      `${name}land`,
      ["Less Developed", "More Developed", "Not Classified"][at % 3],
      ...known,
    ].join();
  });
  const { spec, remarks } = await guessOf(
    ["ISO3,Countries and areas,Development Regions,Youth_Rate,Adult_Rate", ...rows].join("\n"),
  );
  expect(spec.layout?.parents).toEqual({ countriesAndAreas: "Development Regions" });
  expect(spec.layout?.rows).toBeUndefined();
  expect(remarks.has("layout.rows")).toBe(false);
});
