import fc from "fast-check";
import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const areas = ["Kent", "Essex", "Surrey", "Devon"];

test("a unit that nobody said is printed as such, and asked for", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      "area,Confirmed,Exemption,Eviction records",
      ...areas.map((area, at) => `${area},${120 + at},${3.5 + at},${70 + at}`),
    ),
  );
  expect(spec.measures).toMatchObject({
    confirmed: { unit: { one: "(unit not stated)", other: "(unit not stated)" }, statType: "count" },
    exemption: { unit: { other: "(unit not stated)" }, statType: "quantity" },
    evictionRecords: { unit: { one: "eviction record", other: "eviction records" } },
  });
  expect([...remarks.values()].join(" ")).toMatch(/"Confirmed", "Exemption": What is counted|What is counted/u);
  expect(JSON.stringify([...remarks])).toMatch(/exemption/iu);
});

test("what is not stated is asked for, whatever the heading is", async () => {
  const word = fc.constantFrom(
    "total",
    "rate",
    "n",
    "confirmed",
    "size",
    "pop",
    "cost",
    "score",
    "share",
    "men",
    "of",
    "x1",
    "Wert",
    "índice",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean(), async (words, isWhole) => {
      const rows = areas.map((area, at) => `${area},${isWhole ? 420 + 7 * at : 0.35 + at / 7}`);
      const { spec, remarks } = await guessOf(lines(`area,${words.join(" ")}`, ...rows));
      for (const [id, { unit }] of Object.entries(spec.measures))
        if (unit.other === "(unit not stated)")
          expect(
            [...remarks.keys()].some((field) => [`measures.${id}.unit`, `measures.${id}.statType`].includes(field)),
          ).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("sentences call figures by their own name, and no average that nobody said", async () => {
  const { spec } = await guessOf(
    lines(
      "area,GDP per capita,Active Energy (kWh),Average stay",
      ...areas.map((area, at) => `${area},${2150.5 + at},${310.4 + at},${4.5 + at}`),
    ),
  );
  const { gdpPerCapita, activeEnergyKwh, averageStay } = spec.measures;
  expect(gdpPerCapita?.short).toBe("GDP per capita");
  expect(activeEnergyKwh?.short).toBe("active energy");
  expect(averageStay).not.toHaveProperty("short");
});

test("decimals of figures that are nearly all in hundreds and more are left out", async () => {
  const { spec } = await guessOf(
    lines(
      "area,Energy (kWh),Waste (tonnes)",
      ...areas.map((area, at) => `${area},${11235.8 + at * 991},${12.3 + at * 1000}`),
    ),
  );
  expect(Object.values(spec.measures)).toMatchObject([{ decimals: 0 }, {}]);
  const [, waste] = Object.values(
    (await guessOf(lines("area,Energy (kWh),Waste (tonnes)", "Kent,4.2,1.1", "Essex,8.1,2.2", "Devon,1700.5,3.3"))).spec
      .measures,
  );
  expect(waste?.decimals).toBe(1);
});

test("numbers of notes are taken off headings where they are in order, and names keep theirs", async () => {
  const rows = areas.map((area, at) => `${area},${61.5 + at},${72.5 + at},${83.5 + at}`);
  const notes = await guessOf(
    lines("area,Improved water source1,Improved sanitation2,Clean fuel for cooking3", ...rows),
  );
  expect(Object.values(notes.spec.measures).map(({ label }) => label)).toEqual([
    "Improved water source",
    "Improved sanitation",
    "Clean fuel for cooking",
  ]);
  expect(Object.values(notes.spec.layout?.measures ?? {})).toContain("Clean fuel for cooking3");
  const names = await guessOf(lines("area,Share in week1,Share in week2,Share in week3", ...rows));
  expect(Object.values(names.spec.measures).map(({ label }) => label)).not.toContain("Share in week");
});

test("years before 1000 are no figures, and nobody adds them up", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 4 }),
      async (early) => {
        const years = [...early, 1000, 1500, 2000];
        const rows = ["World", "France"].flatMap((area, k) =>
          years.map((year, at) => `${area},${year},${4000 + k * 100 + at}`),
        );
        const { spec, dataset, remarks } = await guessOf(lines("Entity,Year,Population", ...rows));
        expect(Object.keys(spec.measures)).toEqual(["population"]);
        expect(spec.dimensions).toHaveProperty("year");
        expect(dataset?.observations).toHaveLength(rows.length);
        expect(remarks.get("dimensions.year")).toContain("Called a period");
      },
    ),
    { numRuns: 10 },
  );
});

test("of counties and their states, the counties are the areas, whatever stands above them", async () => {
  const rows = ["Alabama", "Texas", "Ohio"].flatMap((state, k) =>
    Array.from({ length: 24 }, (_, at) => {
      const name = `${"ABCDEFGHIJKLMNOPQRSTUVWX"[at]}${["lay", "olk", "nox"][at % 3]} County`;
      return `050,${k + 1},0${k + 1},${String(2 * at + 1).padStart(3, "0")},${state},${name},${5200 + 31 * at + k},${5300 + 29 * at}`;
    }),
  );
  const heads = "SUMLEV,REGION,STATE,COUNTY,STNAME,CTYNAME,POPESTIMATE2019,POPESTIMATE2020";
  const { spec } = await guessOf(lines(heads, ...rows));
  expect(spec.dimensions).toMatchObject({ ctyname: { role: "area" }, stname: { role: "category" } });
});

test("areas are called so where their heading is no word for them, and capitals are read as words", async () => {
  const { spec } = await guessOf(
    lines(
      "GEO,TENURE TYPE,TOTAL EMPLOYMENT",
      ...["France", "Spain", "Italy"].flatMap((area, at) => [
        `${area},Owner,${510 + at}`,
        `${area},Tenant,${320 + at}`,
      ]),
    ),
  );
  expect(spec.dimensions).toMatchObject({
    geo: { label: "Area", plural: "areas" },
    tenureType: { label: "Tenure type" },
  });
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Total employment" }]);
});

test("what begins with no may be the number of something or of those without, and is no amount", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      "zipcode,total_pop,no_debts,no_properties",
      ...areas.map((_, at) => `6062${at},${11000 + at},${1243 + at},${2296 + at}`),
    ),
  );
  expect(spec.measures).toMatchObject({
    noDebts: { statType: "count", unit: { other: "(unit not stated)" } },
    noProperties: { statType: "count", unit: { other: "(unit not stated)" } },
  });
  expect([...remarks.values()].join(" ")).toContain('begins with "no"');
});

test("figures beside those of a long table are told of, and not lost", async () => {
  const rows = ["2021-08-01", "2021-09-01"].flatMap((month, k) =>
    ["Q1", "min"].flatMap((measure, m) =>
      ["bread", "milk", "rice"].map(
        (name, at) => `${name},${month},${43.9 - 10 * m + at + k},${measure},${k === 0 ? "NA" : 2.3 + at / 2}`,
      ),
    ),
  );
  const { spec, remarks } = await guessOf(lines("name,month,value,measure,inflation", ...rows));
  expect(spec.layout?.long).toMatchObject({ measure: "measure", value: "value" });
  expect(spec.layout?.ignore).toContain("inflation");
  expect(remarks.get("layout.ignore")).toContain('"inflation": has further figures');
});

test("a unit above one column is none of all", async () => {
  const rows = areas.map((area, at) => `${area},${80585 + at},${121.2 + at},${47 + at}`);
  const { spec } = await guessOf(
    lines("Water by council,,,", ",,Per head (in litres),Wells", "Area,People,Use,Number", ...rows),
  );
  expect(spec.measures.people).toMatchObject({ unit: { other: "people" } });
});

test("numbers of several lengths that begin with zeros are codes", async () => {
  const codes = ["DG", "01", "01001", "01002", "02", "02001", "03", "03001", "03002", "11", "11001", "12"];
  const { spec } = await guessOf(
    lines("nr,place,people", ...codes.map((code, at) => `${code},Place ${"abcdefghijkl"[at]},${5200 + 31 * at}`)),
  );
  expect(Object.keys(spec.measures)).toEqual(["people"]);
});

test("what is left of two ways to divide the same is not compared without a word", async () => {
  const rows = [2020, 2021].flatMap((year) =>
    ["Africa", "Other regions", "Low income", "Other income levels"].map(
      (name, at) => `${year},${name},${8200.5 + at * 31}`,
    ),
  );
  const { remarks } = await guessOf(lines("year,recipient,amount", ...rows));
  expect(remarks.get("dimensions.recipient")).toContain("divided in several ways");
});

test("what a heading has the number of is counted, however much more it says", async () => {
  const heading = "Number of COVID-19 confirmed deaths registered to date";
  const { spec } = await guessOf(lines(`area,${heading}`, ...areas.map((area, at) => `${area},${510 + at}`)));
  expect(Object.values(spec.measures)[0]?.unit.other).toContain("confirmed deaths");
});

test("a heading that says no more than how many names no unit, in whichever language", async () => {
  for (const heading of ["Anzahl", "Number", "Total"]) {
    const { spec } = await guessOf(
      lines(`Ort,${heading},Area (ha)`, ...areas.map((area, at) => `${area},${510 + at},${3.5 + at}`)),
    );
    expect(Object.values(spec.measures)[0]).toMatchObject({ unit: { other: "(unit not stated)" } });
  }
});

test.each([
  ["NumberOfChildren", { one: "child", other: "children" }],
  ["number_of_children", { one: "child", other: "children" }],
])("the words of %s are told apart, short ones too", async (heading, unit) => {
  const { spec } = await guessOf(
    lines(`LocalAuthority,Year,${heading}`, ...areas.map((area, at) => `${area},2017,${312 + 41 * at}`)),
  );
  expect(Object.values(spec.measures)).toMatchObject([{ unit, statType: "count" }]);
});
