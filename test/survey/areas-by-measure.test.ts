import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const areas = ["Kent", "Essex", "Devon", "Surrey", "Norfolk"];

describe("areas and measures together in headings", () => {
  test("are areas, in whichever order and with whatever stands between", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(areas, { minLength: 3 }),
        fc.constantFrom(" ", " - ", ": ", "_", ".", " | "),
        fc.boolean(),
        async (names, gap, areaFirst) => {
          const heads = names.flatMap((area) =>
            ["cases", "deaths"].map((measure) => (areaFirst ? `${area}${gap}${measure}` : `${measure}${gap}${area}`)),
          );
          const rows = ["2019", "2020", "2021"].map((year, at) =>
            [year, ...heads.map((_, index) => 100 + 17 * index + 31 * at * index)].join(),
          );
          const { spec, dataset } = await guessOf(lines(["Year", ...heads].join(), ...rows));
          expect(spec.dimensions).toMatchObject({ area: { role: "area" }, year: { role: "time" } });
          expect(Object.keys(spec.measures)).toEqual(["cases", "deaths"]);
          expect(dataset?.observations).toHaveLength(names.length * 2 * 3);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("leave out what is of no area, and say so", async () => {
    const { spec, remarks } = await guessOf(
      lines(
        "date,Kent cases,Kent deaths,Essex cases,Essex deaths,Devon cases,Devon deaths,beds",
        "2020-04-10,120,31,80,40,60,50,900",
        "2020-04-11,130,41,90,51,70,60,901",
        "2020-04-12,140,55,95,62,75,71,902",
      ),
    );
    expect(spec.layout?.wide).toEqual({ columns: "{area} {measure}" });
    expect(spec.layout?.ignore).toEqual(["beds"]);
    expect(remarks.get("layout.ignore")).toContain('"beds": has figures, but its heading tells no period or group');
  });

  test("are measures where the names are those of nowhere", async () => {
    const { spec } = await guessOf(
      lines(
        "area,New cases,New deaths,Confirmed cases,Confirmed deaths,Hospital cases,Hospital deaths",
        "Kent,120,31,80,40,60,50",
        "Essex,130,41,90,51,70,60",
        "Devon,140,55,95,62,75,71",
      ),
    );
    expect(Object.keys(spec.measures)).toHaveLength(6);
  });
});

describe("columns beside figures", () => {
  const statCan = lines(
    "REF_DATE,GEO,DGUID,Sex,UOM,UOM_ID,SCALAR_FACTOR,SCALAR_ID,VECTOR,COORDINATE,VALUE,STATUS,SYMBOL,DECIMALS",
    ...["Canada", "Ontario", "Quebec", "Alberta"].flatMap((area, a) =>
      ["Males", "Females"].flatMap((sex, s) =>
        [2019, 2020, 2021].map(
          (year) =>
            `${year},${area},2016A000${a},${sex},Persons,249,units,0,v${100 + 10 * a + s},${a + 1}.${s + 1},${1000 * (a + 1) + 100 * s + year},${year === 2021 ? "E" : ""},,0`,
        ),
      ),
    ),
  );

  test("of the form of Statistics Canada are codes, and its figures have their period and their unit", async () => {
    const { spec } = await guessOf(statCan);
    expect(spec.dimensions).toMatchObject({
      geo: { role: "area" },
      sex: { role: "category" },
      period: { role: "time" },
    });
    expect(Object.values(spec.measures)).toMatchObject([{ unit: { one: "person" }, statType: "count" }]);
  });

  test("that say how sure figures are come with a remark that tells how to keep them", async () => {
    const { spec, remarks } = await guessOf(
      lines(
        "area,year,offences,offences flag,OBS_FLAG",
        ...areas.flatMap((area, at) =>
          [2019, 2020].map((year) => `${area},${year},${100 + at * 7},${at ? "" : "[r]"},${at % 2 ? "p" : "e"}`),
        ),
      ),
    );
    expect(spec.layout?.ignore).toEqual(["offences flag", "OBS_FLAG"]);
    expect(remarks.get("layout.ignore")).toContain("layout.note keeps it beside them");
  });

  test("of levels that are not needed are left out by the names that they have in the file", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "county,precinct,district,candidate,votes",
        ...["A. Smith", "B. Jones"].flatMap((candidate, at) =>
          [1, 2, 3, 4].map((precinct) => `Jim Hogg,${precinct},${at ? "31" : ""},${candidate},${100 * precinct + at}`),
        ),
      ),
    );
    expect(spec.layout?.ignore).not.toContain("Area");
    expect(dataset?.diagnostics.map(({ code }) => code)).not.toContain("unused-column");
  });
});

test.each([
  ["price_eur_per_mwh", "euros per MWh"],
  ["Price, £ per tonne", "pounds per tonne"],
  ["co2_kg_per_kwh", "kg per kWh"],
])("what is told for something else has all of its unit: %s", async (heading, unit) => {
  const rows = areas.flatMap((area, at) =>
    [2019, 2020].map((year) => `${area},${year},${(10.3 + at * 1.7).toFixed(1)}`),
  );
  const { spec } = await guessOf(lines(`area,year,"${heading}"`, ...rows));
  expect(Object.values(spec.measures).map(({ unit: own }) => own.other)).toEqual([unit]);
});

test("codes whose figures are not known are rows, and no headings between rows", async () => {
  const codes = ["AD", "AE", "AF", "AG", "AL", "AM", "AO", "AQ", "AR", "AT", "GS", "HM", "MR", "PL", "ZW"];
  const { spec } = await guessOf(
    lines(
      "key,cases",
      ...codes.map((code, at) => (["AQ", "GS"].includes(code) ? `${code},` : `${code},${100 + 9 * at}`)),
    ),
  );
  expect(Object.keys(spec.dimensions)).toEqual(["key"]);
});
