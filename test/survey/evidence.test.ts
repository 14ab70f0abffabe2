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

  test("a figure whose bounds are written in several ways, nor is it a name", async () => {
    const ways = ["(0.1% - 4.2%)", "[0.1; 4.3]", "(0.2 to 4.3)"];
    const rows = [1, 2, 3, 4, 5, 6].map((day) => `2020-03-0${day},${day * 114},1.${day}% ${ways[day % 3]}`);
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
      { unit: { one: "thousand (unit not stated)" } },
      { unit: { one: "thousand (unit not stated)" } },
      { unit: { one: "thousand (unit not stated)" } },
    ]);
  });

  test("one hand writes percentages in one way, and fractions of a cost are no money", async () => {
    const measures = await measuresOf(
      "City,pct_hired,pct_lost,pct_offer,cost_recovery",
      "Belo,0.36,0.004,1.15,0.851484",
      "Rio,0.29,0.005,0.92,0.479318",
      "Lima,0.35,0.004,1.20,0.547953",
    );
    expect(measures.map(({ statType }) => statType)).toEqual(["share", "share", "share", "quantity"]);
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
    expect(measure?.statType).toBe("quantity");
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

describe("headings", () => {
  test("of years above their months are months, and spans of them are years", async () => {
    const { dataset } = await guessOf(
      lines(
        "Country,1994,1994,1995,1995",
        ",JAN,FEB,JAN,FEB",
        "Norway,1.5,2.5,3.5,4.5",
        "Chad,2,3,4,5.5",
        "Peru,1,7,8,9",
      ),
    );
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["1994 JAN", "1994 FEB", "1995 JAN", "1995 FEB"]);
    const spans = await guessOf(
      lines("Offence,Apr '03 to Mar '04,Apr '04 to Mar '05,Apr '05 to Mar '06", "Theft,15,25,35", "Fraud,2,3,4"),
    );
    expect(spans.spec.layout?.wide?.columns).toBe("{period}");
  });

  test("that cross are two dimensions, each with its total", async () => {
    const { spec } = await guessOf(
      lines(
        "Population by age and sex",
        "Quarter,Male,Male,Male,Female,Female,Female,Total,Total,Total",
        ",0 to 4,5 to 9,All ages,0 to 4,5 to 9,All ages,0 to 4,5 to 9,All ages",
        "1991Q1,30,29,59,31,27,58,61,56,117",
        "1991Q2,31,30,61,31,28,59,62,58,120",
        "1991Q3,32,30,62,33,28,61,65,58,123",
      ),
    );
    expect(spec.layout?.wide?.columns).toBe("{group} | {subgroup}");
    expect(spec.dimensions.group).toMatchObject({ total: "total" });
    expect(spec.dimensions.subgroup).toMatchObject({ total: "all-ages" });
  });

  test("of new cases and all deaths are four measures", async () => {
    const rows = [1, 2, 3, 4].map((day) => `2020-03-0${day},${day - 3},${day * 9},${day},${day * 4}`);
    const { spec } = await guessOf(lines("Date,New_cases,Cumulative_cases,New_deaths,Cumulative_deaths", ...rows));
    expect(spec.layout?.wide).toBeUndefined();
    expect(Object.keys(spec.measures)).toEqual(expect.arrayContaining(["newCases", "newDeaths"]));
  });

  test("that end with a number are people, and ask what it is", async () => {
    const { spec, remarks } = await guessOf(
      lines("state,pop,pop_18", "Johor,3781,2711", "Kedah,2185,1540", "Perak,2510,1862"),
    );
    expect(spec.measures.pop18?.unit.other).toBe("people");
    expect(remarks.get("measures.pop18.label")).toContain("ends with a number");
  });

  test("in Japanese and Greek are read by their words", async () => {
    const japanese = await guessOf(
      lines("年月日,都道府県コード,陽性者数", "2020-02-29,150002,81", "2020-03-01,150002,6", "2020-03-02,150002,31"),
    );
    expect(Object.keys(japanese.spec.measures)).toHaveLength(1);
    const greek = await guessOf(lines("Περιφέρεια,Αριθμός κρουσμάτων", "Αττική,442", "Κρήτη,43", "Ήπειρος,39"));
    expect(Object.values(greek.spec.dimensions)[0]?.role).toBe("area");
  });
});

describe("what a column says of all rows", () => {
  test("is the unit, also where nobody else knows it, and percent of fractions too", async () => {
    const ratio = await measuresOf(
      "Year,Units,Value",
      "2015,kg/USD constant PPP GDP,0.30",
      "2016,kg/USD constant PPP GDP,0.31",
    );
    expect(ratio[0]?.unit.other).toBe("kg/USD constant PPP GDP");
    const percent = await measuresOf("Year,Units,Value", "2015,%,0.1327", "2016,%,0.1255", "2017,%,0.0748");
    expect(percent[0]).toMatchObject({ unit: { one: "%" } });
  });

  test("is the unit of the title, in brackets", async () => {
    const [measure] = await measuresOf(
      "Real GDP (billions USD) and its growth by country,,",
      "Country,1970,1971",
      "Chad,1.5,2.5",
      "Peru,7.5,8.5",
    );
    expect(measure?.unit.other).toBe("billion dollars");
  });
});

test("a series in which a few days stand twice has no cases, and a column of kinds says that they overlap", async () => {
  const days = Array.from(
    { length: 60 },
    (_, at) => `2020-${String(1 + Math.floor(at / 28)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`,
  );
  const rows = days.flatMap((day, at) => [`${day},Female,${at + 11}`, `${day},Male,${at + 25}`]);
  const { spec, remarks } = await guessOf(lines("date,sex,cases", ...rows, `${days[0]},Female,12`));
  expect(spec.layout?.repeatedRows).toBe("leave-out");
  expect(remarks.get("layout.repeatedRows")).toContain("period");
  const kinds = await guessOf(
    lines(
      "group,subgroup,cases",
      "Age,Under 40,70",
      "Age,Over 40,80",
      "Sex,Men,75",
      "Sex,Women,75",
      "Borough,East,90",
      "Borough,West,60",
    ),
  );
  expect([...kinds.remarks.values()].join(" ")).toContain("several kinds");
});

test("numbers before rows that begin again are none of anything, nor is a day at twelve in the night another", async () => {
  const { spec } = await guessOf(
    lines(",name,sex,babies", "0,Ana,F,19", "1,Eva,F,12", "0,Rui,M,14", "1,Gil,M,8", "2,Ivo,M,7"),
  );
  expect(Object.keys(spec.measures)).toEqual(["babies"]);
  const dated = await guessOf(
    lines("Date,Notices", "03/31/2023 12:00:00 AM,5", "04/30/2023 12:00:00 AM,7", "05/31/2023 12:00:00 AM,9"),
  );
  expect(Object.values(dated.spec.dimensions)[0]?.role).toBe("time");
});

test("a total by a word of its name alone is asked for, and a day without a death is one of a series", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      "key,ags,value",
      "food,08111,24.31",
      "food,08115,23.5",
      "total_personnel,08111,75.29",
      "total_personnel,08115,72.46",
    ),
  );
  expect(spec.dimensions.key).not.toHaveProperty("total");
  expect(remarks.get("dimensions.key")).toContain("may be the total");
  const rows = Array.from(
    { length: 14 },
    (_, at) => `Region ${String.fromCharCode(65 + at)},0,${(at * 7) % 11},${at + 3}`,
  );
  const { dataset } = await guessOf(lines("district,2/26/20,2/27/20,2/28/20", ...rows));
  expect(dataset?.periods()).toHaveLength(3);
});

test("numbers before the rows name them where nothing else does, and passengers go kilometres of their own", async () => {
  const { spec } = await guessOf(lines(",share", "60,", "59,5.25", "58,3.5", "57,7.25", "56,3.75"));
  expect(Object.values(spec.layout?.dimensions ?? {})).toEqual(["#A"]);
  const [measure] = await measuresOf("Year,Passenger-kilometers", "2000,7323440", "2001,7385358");
  expect(measure?.unit.other).not.toBe("kilometers");
});

describe("what makes an amount is one", () => {
  const rows = (parts: (at: number) => readonly number[]) =>
    Array.from(
      { length: 12 },
      (_, at) =>
        `Firm ${"abcdefghijkl"[at]},${parts(at)
          .map((part) => `£${part}`)
          .join(",")}`,
    );

  test("by what two columns come to in every row", async () => {
    const measures = await measuresOf(
      "Firm,Grant amount,EMFF,SG",
      ...rows((at) => [1000 + at * 90, 700 + at * 60, 300 + at * 30]),
    );
    expect(measures.map(({ additive }) => additive)).toEqual([true, true, true]);
  });

  test("where they come to none, a unit alone says no sum", async () => {
    const measures = await measuresOf(
      "Firm,Grant amount,EMFF,SG",
      ...rows((at) => [1000 + at * 90, 7000 + ((at * 61) % 97), 300 + ((at * 37) % 89)]),
    );
    expect(measures.map(({ additive }) => additive)).toEqual([true, undefined, undefined]);
  });
});

test("a rate of growth beside an index is told in no points of it", async () => {
  const years = Array.from({ length: 9 }, (_, at) => 2010 + at);
  const { spec } = await guessOf(
    lines(
      "GDP (2019 = 100),,",
      "Year,Total,Annual growth rate",
      ...years.map((year, at) => `${year},${90.5 + at},${1.25 + at / 10}`),
    ),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["index points", "(unit not stated)"]);
});
