import fc from "fast-check";
import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

test("where something lies is no figure, in whichever language", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(["latitud", "longitud"], ["Latitudine", "Longitudine"], ["Breitengrad", "Längengrad"]),
      async ([lat, long]) => {
        const rows = Array.from(
          { length: 12 },
          (_, at) => `Estación ${at % 3},2019-0${1 + Math.floor(at / 3)},-32.7${at % 3}528,-70.7${at % 3}694,${at}.5`,
        );
        const { spec } = await guessOf(lines(`station,month,${lat},${long},lluvia`, ...rows));
        expect(Object.keys(spec.measures)).toEqual(["lluvia"]);
        expect(spec.layout?.ignore).toEqual([lat, long]);
      },
    ),
    { numRuns: 3 },
  );
});

test("sexes and ages in a column of variables are groups, and what is measured there are measures", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(["Female", "Male"], ["0-4", "5-9", "10-14", "15+"], ["Men", "Women", "Total"]),
      fc.constantFrom("variable", "Indicator"),
      async (groups, heading) => {
        const rows = ["Kent", "Essex", "Devon"].flatMap((area, row) =>
          groups.map((group, at) => `${area},${group},${900 + row * 40 + at * 7}`),
        );
        const { spec } = await guessOf(lines(`area,${heading},value`, ...rows), { title: "Population" });
        expect(spec.layout).not.toHaveProperty("long");
        expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["area", "category"]);
        expect(Object.keys(spec.measures)).toHaveLength(1);
      },
    ),
    { numRuns: 6 },
  );
  const { spec } = await guessOf(
    lines("area,variable,value", ...["Kent", "Essex"].flatMap((area) => [`${area},Births,120`, `${area},Deaths,90`])),
  );
  expect(Object.keys(spec.measures)).toEqual(["births", "deaths"]);
});

test("one first day below `quarter` is the quarter, and is called so", async () => {
  const rows = ["AT11", "AT12", "BE10", "BE21", "DE11", "DE12", "FR10", "FR21", "ES11", "ES12", "PL21", "PL22"].map(
    (code, at) => `${code},Name ${"abcdefghijkl"[at]},2019-07-01,${10 + at}.2`,
  );
  const { spec, dataset } = await guessOf(lines("id,name,quarter,speed", ...rows));
  expect(spec.dimensions).toMatchObject({ name: { role: "area" }, quarter: { role: "time" } });
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2019 Q3"]);
  const days = await guessOf(lines("area,date,speed", "Kent,2019-07-01,4.5", "Essex,2019-07-01,5.5"));
  expect(days.dataset?.periods().map(({ label }) => label)).toEqual(["1 July 2019"]);
});

test("a few cells with several numbers are not available, and are told of", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `Lessee ${at},${at === 7 ? "380; 600" : 100 + at}`);
  const { spec, remarks, dataset } = await guessOf(lines("name,area in m2", ...rows));
  expect(spec.markers).toMatchObject({ "380; 600": "unavailable" });
  expect(remarks.get("markers")).toContain('"380; 600"');
  expect(dataset?.observations.filter(({ cell }) => cell.state === "value")).toHaveLength(59);
});

test("rates per so many are rates in other languages, and per dollar nothing is", async () => {
  const { spec } = await guessOf(
    lines(
      "pays,Demandes par million d'habitants,Casos por 100.000 habitantes,Fälle je 1000 Einwohner,Demandes par 1 USD du PIB",
      ...["Belgique", "France", "Italie"].map((area, at) => `${area},${700 + at},${40 + at}.5,${3 + at}.25,0.5${at}1`),
    ),
  );
  expect(Object.values(spec.measures)).toMatchObject([
    { statType: "rate", per: 1_000_000 },
    { statType: "rate", per: 100_000 },
    { statType: "rate", per: 1000 },
    { statType: "quantity" },
  ]);
});

test("numbers of groups are groups, and what numbers the rows is no name of them", async () => {
  const groups = [0, 1, 2, 3, 4, 5, 6, 7];
  const rows = ["Meals", "Shoes", "Gifts"].flatMap((what, row) =>
    ["FALSE", "TRUE", ""].flatMap((own, column) =>
      groups.map(
        (group, at) =>
          `${3 * (1 + at + 8 * (column + 3 * row))},${1000 * (1 + at + row + column)},${group},${what},${own}`,
      ),
    ),
  );
  const { spec } = await guessOf(lines("Index,Population,Group,Descriptor,Answer", ...rows));
  expect(Object.keys(spec.measures)).toEqual(["population"]);
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Group", "Descriptor", "Answer"]);
});

test("tracts are called by their codes, and schools not by their street", async () => {
  const tracts = Array.from(
    { length: 40 },
    (_, at) => `${at + 1},${at < 20 ? "ALLE" : "GARR"},240010${11000 + at * 100},${1300 + at * 3}`,
  );
  const { spec } = await guessOf(lines("OBJECTID,JURSCODE,GEOID20,POPULATION_TOTAL", ...tracts));
  expect(spec.dimensions).toMatchObject({ geoid20: { role: "area" } });
  expect(spec.layout?.ignore).toEqual(["OBJECTID", "JURSCODE"]);
  const schools = Array.from(
    { length: 30 },
    (_, at) =>
      `3000000${10700 + at},PS ${at < 28 ? at : 5},${10 + at} Main St,${at < 15 ? "Bronx" : "Queens"},${at * 3}`,
  );
  const named = await guessOf(lines("BEDSCode,name,StreetAddress,City,cases", ...schools));
  expect(Object.keys(named.spec.dimensions)).not.toContain("streetaddress");
});

test("the code of an area that stands once more, in some rows with others, is no figure", async () => {
  const rows = Array.from({ length: 90 }, (_, at) => {
    const code = 10001 + at * 3;
    const label = at % 30 === 0 ? `"${code}, ${code + 1}"` : `${code}`;
    return `${code},Quarter ${String.fromCharCode(65 + (at % 20))} ${at % 4},${label},${40 + ((at * 37) % 61)}`;
  });
  const { spec } = await guessOf(["zone,zone_name,label,cases", ...rows].join("\n"));
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Cases"]);
  expect(spec.layout?.ignore).toContain("label");
});

test("all ages and the last of them stand in the dimension of the others, however they are written", async () => {
  const ages = ["all_ages", "under_5", "5_12", "13_17", "18_24", "25_34", "35_44", "45_64", "65up"];
  const rows = Array.from({ length: 15 }, (_, week) => {
    const parts = ages.slice(1).map((_age, at) => 30 + ((week * week * 17 + at * 29) % 50));
    return `${new Date(Date.UTC(2023, 0, 1 + week * 7)).toISOString().slice(0, 10)},${[parts.reduce((sum, part) => sum + part, 0), ...parts].join(",")}`;
  });
  const { spec, dataset } = await guessOf(
    [`week_ending,${ages.map((age) => `age_${age}`).join(",")}`, ...rows].join("\n"),
    { title: "Cases by age" },
  );
  expect(spec.layout?.ignore).toBeUndefined();
  expect(spec.dimensions.group).toMatchObject({ label: "Age", total: "all-ages" });
  expect(dataset?.observations).toHaveLength(rows.length * ages.length);
});

test("a column that says whether figures are of all is a dimension, also where no two rows of a sample differ by it alone", async () => {
  const rows = Array.from({ length: 20 }, (_, at) => {
    const who = at % 3 === 0 ? "Citizenship - total" : "Foreign country";
    return `${2001 + Math.floor(at / 2)},${who},${["North", "South"][at % 2]},${300 + at * 17}`;
  });
  const { spec } = await guessOf(["year,citizenship,region,births", ...rows].join("\n"));
  expect(Object.keys(spec.dimensions)).toContain("citizenship");
});
