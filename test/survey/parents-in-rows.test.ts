import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** A table of two regions with so many districts each, told by a column of its own. */
const table = (
  headings: string,
  rowOf: (district: string, at: number) => string,
  more: readonly string[] = [],
): string =>
  [
    headings,
    ...["Upper", "Lower"].flatMap((half, of) => towns.map((town, at) => rowOf(`${half} ${town}`, of * 10 + at))),
    ...more,
  ].join("\n");
const towns = ["Barton", "Corley", "Denham", "Elton", "Farley", "Garston", "Hadley"];

test("a column that says which region each area is in tells their parents, and its regions need no figures", async () => {
  const { spec, dataset, remarks } = await guessOf(
    table("District,Region,Offences", (name, at) => `${name},${at < 10 ? "Hill Country" : "Coast"},${40 + at * 3}`),
  );
  expect(spec.layout?.parents).toEqual({ district: "Region" });
  expect(spec.layout?.ignore).toBeUndefined();
  expect(remarks.get("layout.parents")).toContain('Which "Region" each is in');
  expect(dataset?.category("district", "upper-barton")?.parent).toBe("hill-country");
  expect(dataset?.observations).toHaveLength(14);
});

test("of several columns the nearest comes first, and one that says other things of an area is no parent of it", async () => {
  const country = (at: number) => (at < 3 ? "North" : "South");
  const { spec } = await guessOf(
    table(
      "District,Country,County,Police area,Offences",
      (name, at) =>
        `${name},${at < 10 ? "Northland" : "Southland"},County ${Math.floor(at / 3)},${country(at % 5)},${40 + at * 3}`,
    ),
  );
  expect(spec.layout?.parents).toEqual({ district: ["County", "Country"] });
});

test("regions whose rows have figures stand in no rank, also where nothing adds up", async () => {
  const { dataset } = await guessOf(
    table("Area,Region,Rate per 1000", (name, at) => `${name},${at < 10 ? "Hill Country" : "Coast"},${4 + at / 10}`, [
      "Hill Country,,5.1",
      "Coast,,4.9",
    ]),
  );
  const parents = new Set(dataset?.categories("area").flatMap(({ parent }) => parent ?? []));
  expect(parents).toEqual(new Set(["hill-country", "coast"]));
});

test("a region that is called as an area in it is called apart", async () => {
  const { spec, dataset, remarks } = await guessOf(
    table("District,Region,Offences", (name, at) => `${name},${at < 10 ? "Upper Elton" : "Coast"},${40 + at * 3}`),
  );
  expect(spec.layout?.parents).toEqual({ district: { joined: "{Region} (region)" } });
  expect(remarks.get("layout.parents")).toContain('"Upper Elton"');
  expect(dataset?.category("district", "upper-elton")?.parent).toBe("upper-elton-region");
});

test("what no place is called holds none, nor what is blank for many", async () => {
  const { spec } = await guessOf(
    table("District,Region,Offences", (name, at) => `${name},${at % 3 === 0 ? ":" : "Coast"},${40 + at * 3}`),
  );
  expect(spec.layout?.parents).toBeUndefined();
});

test("levels and types of areas hold none", async () => {
  const { spec } = await guessOf(
    table(
      "Area,geo_level,Region type,Offences",
      (name, at) => `${name},${at < 10 ? "ward" : "tract"},${at < 9 ? "rural" : "urban"},${40 + at * 3}`,
    ),
  );
  expect(spec.layout?.parents).toBeUndefined();
});

test("schools that are called alike are told apart by their towns, and by no classes of figures", async () => {
  const rows = Array.from({ length: 30 }, (_, at) => {
    const name = at % 15 === 4 ? "St Mary's" : at % 14 === 6 ? "Park School" : `School of ${at}`;
    return `${7000 + at * 13}A,${name},Town ${at % 8},${["low", "high"][at % 2]},${["low", "middle"][(at >> 1) % 2]},${210 + at * 7}`;
  });
  const { spec } = await guessOf(["Code,School name,Town,Class of absence,Class of grades,Pupils", ...rows].join("\n"));
  expect(Object.keys(spec.dimensions)).toEqual(["schoolName"]);
  expect(spec.layout?.dimensions).toEqual({ schoolName: { joined: "{School name} ({Town})" } });
  expect(spec.layout?.parents).toEqual({ schoolName: "Town" });
});

test("larger areas are known by what their names end in, where the heading says that alone", async () => {
  const { spec } = await guessOf(
    table(
      "Station,Divisions,Offences",
      (name, at) => `${name},${["Aster", "Birch", "Cedar"][at % 3]} Division,${40 + at * 3}`,
    ),
  );
  expect(spec.layout?.parents).toEqual({ station: "Divisions" });
});

test("what else is known of each area, in names of one list, holds none of them", async () => {
  const countries = ["India", "Poland", "Italy", "Ghana", "Iran"];
  const { spec } = await guessOf(
    table(
      "District,Largest group by country of birth,Second group by country of birth,Control of council,Offences",
      (name, at) =>
        `${name},${countries[(at * 3) % 5]},${countries[(at * 3 + 1 + (at % 2)) % 5]},${at % 3 === 0 ? "Reds" : "Blues"},${40 + at * 3}`,
    ),
  );
  expect(spec.layout?.parents).toBeUndefined();
});

test("halves of a city that have rows of their own hold the boroughs that name them, whatever the heading", async () => {
  const { spec } = await guessOf(
    table(
      "District,Which half,Offences",
      (name, at) => `${name},${at < 10 ? "Inner Ilford" : "Outer Ilford"},${40 + at * 3}`,
      ["Inner Ilford,,343", "Outer Ilford,,553"],
    ),
  );
  expect(spec.layout?.parents).toEqual({ district: "Which half" });
});

test("the name of a larger area, told apart by the codes of what lies in it, is the parent of these, and not what they are called", async () => {
  const rows = Array.from(
    { length: 24 },
    (_, at) => `5303300${1100 + at},${at < 16 ? "Kingsley" : "Marling"},${310 + at * 17}`,
  );
  const { spec, dataset } = await guessOf(["Census Tract Code Complete,County Name,Households", ...rows].join("\n"));
  const [[id, own] = []] = Object.entries(spec.dimensions);
  expect(own).toMatchObject({ role: "area", label: "Census Tract", plural: "census tracts" });
  expect(spec.layout?.parents).toEqual({ [id ?? ""]: "County Name" });
  expect(dataset?.categories(id ?? "").filter(({ parent }) => parent === "kingsley")).toHaveLength(16);
  expect(dataset?.observations).toHaveLength(24);
});

test("departments that municipalities lie in are their parents, also where some are called alike", async () => {
  const departments = ["ALDEA", "BRISA", "COSTA", "DUNAS"];
  const rows = departments.flatMap((department, of) =>
    ["San Juan", "Buena Vista", ...towns.map((town) => `${town} ${department}`)].map(
      (town, at) => `${department},${town},${40 + of * 31 + at * 7},${12 + of * 5 + at * 3}`,
    ),
  );
  const { spec, dataset } = await guessOf(["department,municipality,births,deaths", ...rows].join("\n"));
  expect(spec.dimensions).toMatchObject({ municipality: { role: "area" } });
  expect(Object.keys(spec.dimensions)).toEqual(["municipality"]);
  expect(spec.layout?.dimensions?.["municipality"]).toEqual({ joined: "{municipality} ({department})" });
  expect(spec.layout?.parents).toEqual({ municipality: "department" });
  expect(dataset?.observations).toHaveLength(rows.length * 2);
  // Of the spending of a council, it is an office.
  const spent = towns.flatMap((town, at) => ["Roads", "Parks"].map((what) => `${what},${town},${900 + at * 41}`));
  const other = await guessOf(["Department,Supplier,Amount", ...spent].join("\n"));
  expect(other.spec.layout?.parents).toBeUndefined();
  expect(Object.keys(other.spec.dimensions)).toContain("department");
});
