import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const measuresOf = async (...rows: readonly string[]) => Object.values((await guessOf(lines(...rows))).spec.measures);

describe("what is no figure", () => {
  test("where things lie on the map, also where it is not known of some", async () => {
    const measures = await measuresOf(
      "city,city_lat,city_lon,detainees",
      "Anapa,NA,NA,1",
      "Apatity,67.56711,33.39107,3",
      "Arsk,56.09103,49.88021,7",
      "Moscow,55.75222,37.61556,927",
      "Yalta,44.49095,34.15327,2",
      "Yaroslavl,57.62607,39.88447,49",
    );
    expect(measures.map(({ label }) => label)).toEqual(["Detainees"]);
  });

  test("the codes of two ends", async () => {
    const rows = [1, 4, 56].flatMap((from) =>
      [1, 12, 303].map((to) => `${from},${from * 100},${to},${to + 7},${from * to}`),
    );
    const { spec } = await guessOf(lines("from_state,from_puma,to_state,to_puma,count", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["count"]);
    expect(Object.keys(spec.dimensions)).toEqual(expect.arrayContaining(["fromState", "toState"]));
  });

  test("a figure with its bounds in one cell, nor is it a name", async () => {
    const rows = [1, 2, 3, 4, 5, 6].map((day) => `2020-03-0${day},${day * 114},1.${day}% (0.1% - 4.${day}%)`);
    const { spec, remarks } = await guessOf(lines("date,new_cases,fatality", ...rows));
    expect(Object.keys(spec.dimensions)).toEqual(["date"]);
    expect(remarks.get("layout.ignore")).toContain("bounds");
  });

  test("the number of a row, whatever it is called, and a rank", async () => {
    const rows = ["Brest", "Sheerness", "Tarifa", "Cascais", "Marseille", "Genoa", "Trieste", "Bari", "Split"].map(
      (name, at) => `${(at + 1) * (at + 3)},${name},${30 - at},${9 - at}`,
    );
    const { spec, remarks } = await guessOf(lines("STATION,Place,Height (m),rank", ...rows));
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Height"]);
    expect(remarks.get("layout.ignore")).toContain("a rank");
  });
});

describe("units", () => {
  test("per person, of a thousand, metres of a height", async () => {
    const measures = await measuresOf(
      "Country,emissions_tonnes_per_person,coal_emissions_1000_tonnes,HEIGHT (m),People within 5 miles",
      "Kenya,0.35,719.9,44.103,17",
      "Ghana,0.62,641.1,37.836,21",
      "Chad,0.07,12.5,32.399,9",
    );
    expect(measures.map(({ unit }) => unit.other)).toEqual([
      "tonnes per person",
      "thousand tonnes",
      "metres",
      "people within 5 miles",
    ]);
  });

  test("shares that name a group tell nothing in percent", async () => {
    const measures = await measuresOf(
      "Tax returns filed (in thousands),,,",
      "Year,Total,Top 1%,Low (0%-40%)",
      '1980,"93,239",932,"37,296"',
      '1981,"94,587",946,"37,835"',
      '1982,"94,426",944,"37,770"',
    );
    expect(measures).toMatchObject([
      { unit: { one: "thousand" } },
      { unit: { one: "thousand" } },
      { unit: { one: "thousand" } },
    ]);
  });

  test("one hand writes percentages in one way, and fractions of a cost are no money", async () => {
    const measures = await measuresOf(
      "City,pct_hired,pct_lost,pct_offer,cost_recovery",
      "Belo,0.36,0.004,1.15,0.851484",
      "Rio,0.29,0.005,0.92,0.479318",
      "Lima,0.35,0.004,1.20,0.547953",
    );
    expect(measures.map(({ statType }) => statType)).toEqual(["share", "share", "share", "mean"]);
    expect(measures[3]).not.toHaveProperty("additive");
  });
});

describe("counts", () => {
  test("that programs added up with decimals", async () => {
    const { spec, dataset } = await guessOf(
      lines("area,valid", "EC-01,1334390.0", "EC-02,69243.00000000001", "EC-03,13319615.999999918"),
    );
    expect(Object.values(spec.measures)[0]?.statType).toBe("count");
    expect(dataset?.observations.map(({ cell }) => cell)).toContainEqual({ state: "value", value: 13319616 });
  });

  test("are not written with two decimals", async () => {
    const [measure] = await measuresOf("name,deductions", "A,0.00", "B,1.00", "C,2.00", "D,0.00");
    expect(measure?.statType).toBe("mean");
  });

  test("of a whole city, said again of each of its districts, are added up nowhere", async () => {
    const rows = [1, 2, 3].flatMap((day) =>
      ["Kent", "Essex"].flatMap((city, at) =>
        [1, 2, 3].map(
          (district) =>
            `${city},Ward ${district},2022-03-0${day},${(at + 3) * 300 + day},${district * 10 + day * 7 + at * 90}`,
        ),
      ),
    );
    const { spec } = await guessOf(lines("city,district,date,city_detainees,district_detainees", ...rows));
    expect(spec.measures.cityDetainees?.statType).not.toBe("count");
    expect(spec.measures.districtDetainees?.statType).toBe("count");
  });
});

describe("codes", () => {
  test("that begin with others are of several levels, and no ranges", async () => {
    const { remarks } = await guessOf(
      lines("entity_id,votes", "EC-01,500", "EC-01A,200", "EC-01B,300", "EC-02,700", "EC-02A,400", "EC-02B,250"),
    );
    expect([...remarks.values()].join(" ")).toContain('"EC-01A" within "EC-01"');
    const precincts = await guessOf(lines("precinct,votes", "01-01,5", "01-08,6", "02-01,7", "02-03,8"));
    expect([...precincts.remarks.values()].join(" ")).not.toContain("lie within others");
  });
});

test("periods are a year and its month, whatever third column says both, and years of any century", async () => {
  const rows = ["Lima", "Rio"].flatMap((city) =>
    [1, 2, 3].map((month) => `${city},2012,2012_${month},${month},${month * 7}`),
  );
  const { spec } = await guessOf(lines("city,year,year_month,month,users", ...rows));
  expect(Object.keys(spec.dimensions)).toEqual(["city", "period"]);
  const { dataset } = await guessOf(lines("id,1807,1808,1809", "a,1.5,2,3", "b,4,5,6.5"));
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["1807", "1808", "1809"]);
});

test("numbers in parentheses among others are below zero, and one alone is a note", async () => {
  const { spec, dataset, remarks } = await guessOf(
    lines("Fund,Change (£m)", 'A,"1,204"', 'B,"(1,250)"', "C,(37)", "D,12"),
  );
  expect(spec.layout?.parentheses).toBe("negative");
  expect(remarks.has("layout.parentheses")).toBe(true);
  expect(dataset?.observations.map(({ cell }) => cell.state === "value" && cell.value)).toEqual([1204, -1250, -37, 12]);
  const notes = await guessOf(lines("Fund,Cases,Note", "A,12,(1)", "B,13,(2)"));
  expect(notes.spec.layout?.parentheses).toBeUndefined();
});
