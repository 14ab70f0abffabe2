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
    expect(remarks.get("layout.ignore")).toContain('"beds": has figures, but not those of several periods or groups');
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

test.each([
  ["population_male", "males"],
  ["Population of women", "women"],
  ["Population aged 65 and over", "people aged 65 and over"],
  ["number_cases", "cases"],
])("what is counted of a part of a population: %s", async (heading, unit) => {
  const rows = areas.flatMap((area, at) => [2019, 2020].map((year) => `${area},${year},${200 + 17 * at}`));
  const { spec } = await guessOf(lines(`area,year,${heading}`, ...rows));
  expect(Object.values(spec.measures).map(({ unit: own }) => own.other)).toEqual([unit]);
});

test("the first moment of each year stands for the year", async () => {
  const rows = [2000, 2001, 2002, 2003, 2004].flatMap((year) =>
    areas.map((area, at) => `${year}-01-01T00:00:00Z,${area},${(10.3 + at + year / 1000).toFixed(2)}`),
  );
  const { spec, dataset } = await guessOf(lines("date,area,intensity", ...rows));
  expect(spec.dimensions).toMatchObject({ date: { format: "{yyyy}-01-01" } });
  expect(dataset?.periods()[0]).toMatchObject({ start: "2000-01-01", endExclusive: "2001-01-01" });
});

describe("what may be read in two ways", () => {
  test("numbers with several signs before three digits are read with a point, and shown", async () => {
    const { spec, remarks, dataset } = await guessOf(
      lines("area,year,rate", 'Kent,2018,"1,204"', "Essex,2018,1.204", "Kent,2019,17", "Essex,2019,18"),
    );
    expect([spec.layout?.decimal, dataset?.observations.length]).toEqual([".", 4]);
    expect(remarks.get("layout.decimal")).toContain('"1,204" (row 2) is 1204 and "1.204" (row 3) is 1.204');
  });

  test("years of the Thai calendar are years of this century, and no figures", async () => {
    const { spec, dataset } = await guessOf(
      lines("area,year,offences", "Kent,2566,120", "Essex,2566,130", "Kent,2567,125", "Essex,2567,140"),
    );
    expect(spec.dimensions).toMatchObject({ year: { role: "time", format: "thai-year" } });
    expect(dataset?.periods()[0]).toMatchObject({ start: "2023-01-01" });
  });

  test("digits of another script are figures and years", async () => {
    const { spec, dataset } = await guessOf(
      lines("المنطقة,السنة,العدد", "عمان,٢٠٢٠,١٬٢٠٤", "إربد,٢٠٢٠,٩٠٠", "عمان,٢٠٢١,١٬٣٠٤", "إربد,٢٠٢١,٩١٠"),
    );
    expect(Object.values(spec.dimensions).map(({ role }) => role)).toContain("time");
    expect(dataset?.observations.map(({ cell }) => cell.state === "value" && cell.value)).toContain(1204);
  });
});
