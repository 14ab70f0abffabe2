import fc from "fast-check";
import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

test("a column of groups tells which rows are totals: by its name, or by their sums", async () => {
  const places = Array.from({ length: 8 }, (_, at) => `2017,CA-50${at},County ${"abcdefgh"[at]},${300 + at * 17}`);
  const beside = await guessOf(lines("year,id,LOCATION,homeless", "2017,Statewide,California,2000", ...places));
  expect(beside.spec.dimensions).toMatchObject({ location: { total: "california" } });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 2, max: 4 }), async (states, counties) => {
      const rows = Array.from({ length: states }, (_, state) => {
        const own = Array.from({ length: counties }, (__, at) => 100 + state * 31 + at * 7);
        const name = `State ${"abcdef"[state]}`;
        return [
          `040,${name},${name},${own.reduce((sum, value) => sum + value, 0)}`,
          ...own.map((value, at) => `050,${name},County ${"abcdef"[state]}${at},${value}`),
        ];
      });
      const { spec, dataset } = await guessOf(lines("SUMLEV,STNAME,CTYNAME,population", ...rows.flat()));
      expect(spec.layout?.rows).toEqual({ except: { SUMLEV: ["040"] } });
      expect(dataset?.observations).toHaveLength(states * counties);
    }),
    { numRuns: 6 },
  );
  const apart = await guessOf(
    lines(
      "kind,group,name,cases",
      ...["a", "b", "c"].flatMap((one) => [`x,${one} Hall,${one} Hall,400`, `y,${one} Hall,${one} Park,90`]),
    ),
  );
  expect(apart.spec.layout).not.toHaveProperty("rows");
});

test("a city is the total of boroughs that are rounded to fives", async () => {
  const boroughs = Array.from({ length: 20 }, (_, at) => 20 + 5 * (at % 7));
  const sum = boroughs.reduce((all, value) => all + value, 0);
  const { spec } = await guessOf(
    lines("area,clubs", `Metropolis,${sum + 15}`, ...boroughs.map((value, at) => `Borough ${at},${value}`)),
  );
  expect(spec.dimensions).toMatchObject({ area: { total: "metropolis" } });
});

test("numbers before four indicators each, and before years, are those of places", async () => {
  const rows = Array.from({ length: 10 }, (_, at) =>
    ["lic", "mob", "max", "use"].map(
      (own, k) => `${at < 5 ? 101 + at * 100 : 1401 + at * 100},${own},${60 + at + k},${62 + at},${61 + at * k}`,
    ),
  );
  const { spec, dataset } = await guessOf(lines("dico,indicator,2006,2007,2008", ...rows.flat()));
  expect(spec.dimensions).toMatchObject({ dico: { role: "category" }, period: { role: "time" } });
  expect(dataset?.observations).toHaveLength(120);
});

test("points between thousands are told by two of them in one number", async () => {
  const { spec, dataset } = await guessOf(
    lines("Sexo;Periodo;Personas", "Total;2019;47.026.208", "Hombres;2019;23.042.428", "Mujeres;2019;23.983.780"),
  );
  expect(spec.layout?.decimal).toBe(",");
  expect(dataset?.observations.map(({ cell }) => cell.state === "value" && cell.value)).toContain(47_026_208);
});

test("what was done with a file, and where a square stands in a picture, is no figure and no period", async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `Group ${at},${at % 4},${at % 3},${900 + at * 11},2022-02-02`);
  const { spec } = await guessOf(lines("group,x_index,y_index,pop,uploaded", ...rows));
  expect(Object.keys(spec.measures)).toEqual(["pop"]);
  expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["category"]);
  expect(spec.layout?.ignore).toEqual(["x_index", "y_index", "uploaded"]);
});

test("a month that says its year is read beside its year and its number", async () => {
  const rows = ["1000", "1070"].flatMap((zip) =>
    [1, 2, 3, 11, 12].map((month) => `2022,${month},2022-${String(month).padStart(2, "0")},${zip},${zip}.5`),
  );
  const { spec, dataset } = await guessOf(lines("Year,Month,Date,Zip Code,Energy (kWh)", ...rows));
  expect(Object.keys(spec.dimensions)).toEqual(["zipCode", "date"]);
  expect(dataset?.periods().map(({ label }) => label)[3]).toBe("November 2022");
});

test("people of old age are counted, and have no mean age", async () => {
  const { spec } = await guessOf(lines("area,Old age,Age", "Kent,312,41.5", "Essex,209,40.2", "Devon,414,44.1"));
  expect(spec.measures).toMatchObject({ oldAge: { statType: "count" }, age: { statType: "quantity" } });
});

test("a definition is one that its own build does not refuse, whatever the order of its rows", async () => {
  const parts = ["native", "asian", "black", "white"];
  const all = Array.from({ length: 40 }, (_, at) => {
    const own = parts.map((_, part) => (at * (part + 3) * 7 + part * 11) % (90 + part * 400));
    return `District ${"zyxwvutsrqponmlkjihgfedcba"[at % 26]}${at},${own.reduce((sum, value) => sum + value, 0)},${own.join()},${(at * 13) % 50}`;
  });
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (rows) => {
      const csv = lines(["district", "population", ...parts, "disciplined"].join(), ...rows);
      const { spec } = await guessOf(csv);
      expect(spec.disclosure).toBeDefined();
      await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "figures" });
    }),
    { numRuns: 4 },
  );
});
