import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const areas = ["Barnet", "Bexley", "Brent", "Bromley", "Camden", "Croydon"];

describe("headings whose words are broken over several rows", () => {
  test("are one each, and none of them is a place or a marker", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Table A1: Children looked after by local authority,,,,",
        ",,,,",
        ",Number of,Rate per,Number of,Percentage",
        ',children,"10,000",children,of children',
        "Local authority,looked after,children,adopted,adopted",
        ...areas.map((area, at) => `${area},${412 + 31 * at},${51 + at},${16 + at},${4 + at}`),
      ),
    );
    expect(spec.layout?.headerRow).toEqual([3, 5]);
    expect(spec.markers).toBeUndefined();
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Number of children looked after",
      "Rate per 10,000 children",
      "Number of children adopted",
      "Percentage of children adopted",
    ]);
    expect(dataset?.categories("localAuthority").map(({ label }) => label)).toEqual(areas);
    expect(dataset?.observations).toHaveLength(24);
  });

  test("span what has no heading of its own only where they go on in no words", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Table 7.1a Weekly pay - Gross (£) - For all employee jobs: United Kingdom,,,,,,,,",
        ",,,,,,,,",
        ",,Number,,Annual,,Annual,Percentiles,,",
        ",,of jobs,,percentage,,percentage,,,",
        "Description,Code,(thousand),Median,change,Mean,change,10,50,90",
        ...areas.map(
          (area, at) =>
            `${area},E0900000${at},${112 + 31 * at},${451 + at}.5,${at}.5,${520 + at}.5,${at}.25,${151 + at}.5,${451 + at}.5,${901 + at}.5`,
        ),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Number of jobs",
      "Median",
      "Annual percentage change",
      "Mean",
      "Annual percentage change",
      "Percentiles 10",
      "Percentiles 50",
      "Percentiles 90",
    ]);
    // Names, and no codes.
    expect(dataset?.categories("description").map(({ label }) => label)).toEqual(areas);
  });

  test("are one each where a word goes on in the next row, and the upper ones stand over one column", async () => {
    const { spec } = await guessOf(
      lines(
        "Jobs by county,,,,,,",
        ",,,,,,",
        ",State,,,,,Vacan-",
        "Local,FIPS,,Work,,Non-,cy Rate",
        "Code,Code,County Name,Places,Filled,response,(%)",
        ...areas.map(
          (area, at) =>
            `CN010${at}000,0${at + 1},${area},${22_604 + at * 97},${21_462 + at * 83},${512 + at},${5 + at}.1`,
        ),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Work Places",
      "Filled",
      "Non-response",
      "Vacancy Rate (%)",
    ]);
  });

  test("are none where the upper ones stand over several of the lower", async () => {
    const { spec } = await guessOf(
      lines(
        ",Boys,,Girls,",
        "Area,number,rate per 100,number,rate per 100",
        ...areas.map((area, at) => `${area},${112 + 31 * at},${4 + at}.5,${120 + at},${5 + at}.5`),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).not.toContain("Boys number");
    expect(spec.layout?.headerRow).toEqual([1, 2]);
  });
});

describe("letters above headings", () => {
  test("are keys to them, and none of their words", async () => {
    const { spec } = await guessOf(
      lines(
        "Ethnic groups,,,,",
        ",,W,B,M,",
        ",,White,Black or Black British,Mixed,Total",
        ...areas.map(
          (area, at) => `E0900000${at} ${area},${area},${212 + at},${131 + 2 * at},${40 + at},${383 + 4 * at}`,
        ),
      ),
    );
    expect(spec.layout?.headerRow).toBe(3);
  });
});

describe("what an upper heading spans", () => {
  test("ends where one above it begins", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Obesity prevalence,,,,,,,,",
        ",Boys,,,,Girls,,,",
        ",,,95% confidence interval,,,,95% confidence interval,",
        "Area,Number,Prevalence (%),Lower,Upper,Number,Prevalence (%),Lower,Upper",
        ...areas.map((area, at) => {
          const own = `${212 + 31 * at},${18 + at}.5,${15 + at}.5,${21 + at}.5`;
          return `${area},${own},${own}`;
        }),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Number",
      "Prevalence (%)",
      "Prevalence (%), lower bound",
      "Prevalence (%), upper bound",
    ]);
    expect(dataset?.categories("group").map(({ label }) => label)).toEqual(["Boys", "Girls"]);
  });

  test("goes on over empty columns where these stand between all others", async () => {
    const growth = ["1990-2000", "2000-2010", "2010-2019"];
    const { spec, dataset } = await guessOf(
      lines(
        "Back,Table 2. Human development trends,,,,,,,,,,,,",
        ",,,,,,,,,,,,,",
        ",Index,,,,,,,Average annual growth,,,,,",
        ",Value,,,,,,,(%),,,,,",
        `Country,1990,,2000,,2010,,2019,${growth.join(",,")},`,
        ...["Norway", "Ireland", "Germany", "Sweden", "Australia", "Denmark"].map(
          (name, at) =>
            `${name},0.${711 + at},,0.${722 + at},,0.${733 + at},,0.${744 + at},1.${at}1,,0.${at}2,,0.${at}3,`,
        ),
      ),
    );
    expect(spec.layout?.headerRow).toEqual([3, 5]);
    const [index = "", rate = ""] = Object.keys(spec.measures);
    expect(spec.measures[index]).toMatchObject({ label: "Index: Value", decimals: 3 });
    expect(spec.measures[rate]).toMatchObject({ label: "Average annual growth (%)", unit: { other: "%" } });
    const periodsOf = (measure: string) => [
      ...new Set(dataset?.observations.filter((own) => own.measure === measure).map(({ at }) => at["period"])),
    ];
    expect(periodsOf(index)).toHaveLength(4);
    expect(periodsOf(rate)).toHaveLength(3);
  });
});

describe("a unit of all periods", () => {
  test("stands below the first of them, and is no heading of this one", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        '"Mortality rates, by age group"',
        "Age,2015,2016,2017",
        ',"Rates per 1,000 population",,',
        ...["Under 1 year", "1 to 4 years", "5 to 9 years", "10 to 14 years"].map(
          (age, at) => `${age},${at + 1}.4,${at + 1}.5,${at + 1}.6`,
        ),
      ),
      { title: "Mortality rates" },
    );
    expect(Object.values(spec.measures)).toEqual([
      expect.objectContaining({ statType: "rate", per: 1000, unit: { one: "death", other: "deaths" } }),
    ]);
    expect(dataset?.periods().map(({ id }) => id)).toEqual([
      "2015-01-01/2016-01-01",
      "2016-01-01/2017-01-01",
      "2017-01-01/2018-01-01",
    ]);
    expect(dataset?.observations).toHaveLength(12);
  });

  test("stands below each of them", async () => {
    const { spec } = await guessOf(
      lines(
        "Council spending,,,",
        "Area,2015,2016,2017",
        ",£ million,£ million,£ million",
        ...areas.map((area, at) => `${area},${12 + at}.5,${14 + at}.5,${15 + at}.5`),
      ),
    );
    expect(Object.values(spec.measures)).toEqual([
      expect.objectContaining({ unit: { one: "million pounds", other: "million pounds" } }),
    ]);
  });

  test("is none where it is said of one period", async () => {
    const { spec } = await guessOf(
      lines("Area,2015,2016", ",provisional,", ...areas.map((area, at) => `${area},${112 + at},${114 + at}`)),
    );
    expect(spec.layout?.headerRow).toEqual([1, 2]);
  });
});

describe("numbers of notes", () => {
  const notes = [
    "Footnotes:",
    '1,"Sources: vital statistics, and "all ages" of these"',
    "2,Ages are those at death.",
    "3,Imputed, where, it was not known, from 2010",
  ];
  const ages = ["under 1 year", "1 to 4 years", "5 to 9 years", "10 to 14 years"];

  test("are no part of titles, headings and names where the notes stand below", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        '"Deaths, by age group 1"',
        "",
        "Age at death 2,2015,2016,2017",
        ...ages.map((age, at) => `${age},${12 + at},${15 + at},${16 + at}`),
        "not stated 3,18,17,16",
        "",
        "Symbol legend:",
        '..,"not available"',
        "",
        ...notes,
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["ageAtDeath", "period"]);
    expect(dataset?.categories("ageAtDeath").map(({ label }) => label)).toEqual(["not stated", ...ages]);
    expect(dataset?.observations).toHaveLength(15);
    expect(spec.markers ?? {}).not.toHaveProperty('all ages"');
    expect(spec.layout?.raggedRows).toBeUndefined();
  });

  test("stand before the unit of a heading", async () => {
    const { spec } = await guessOf(
      lines(
        "Homelessness,,",
        "Local authority,Households assessed1,Households in area2 (000s)",
        ...areas.map((area, at) => `${area},${112 + at},${115 + at}.214`),
        "",
        "Notes,,",
        "1,What was found at first,",
        "2,As projected by the office,",
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Households assessed",
      "Households in area",
    ]);
  });

  test("stand below a numbered title, in headings above others, and behind names that hold others", async () => {
    const counties = ["Kent", "Essex2", "Sussex", "Surrey4,5"];
    const { spec, dataset } = await guessOf(
      lines(
        "Table 7",
        "Fires in the country1",
        "Area,Fires2,Fires2,Alarms,Alarms",
        ",,Rate per 1 000,,Rate per 1 000",
        "East3,236,2.4,340,3.5",
        ...counties.slice(0, 2).map((name, at) => `"  ${name}",${115 + 6 * at},2.${at},${166 + 8 * at},3.${at}`),
        "South,246,2.3,360,3.6",
        ...counties.slice(2).map((name, at) => `"  ${name}",${119 + 8 * at},2.${at},${170 + 20 * at},3.${at}`),
        "",
        "1 Figures are those of the year.",
        "2 Without those of forests.",
        "3 As the county has them.",
        "4 Not all are known.",
        "5 As estimated.",
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toContain("Fires: Rate per 1 000");
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual(
      expect.arrayContaining(["East", "Kent", "Essex", "Surrey"]),
    );
    expect(spec.dimensions.area).toMatchObject({
      holds: { east: ["kent", "essex"], south: ["sussex", "surrey"] },
    });
  });

  test("are of names where things are numbered, or no notes are", async () => {
    const table = (names: readonly string[], below: readonly string[]) =>
      lines("Area,2015,2016", ...names.map((name, at) => `${name},${112 + at},${115 + at}`), "", ...below);
    const districts = ["District 1", "District 2", "District 3"];
    const numbered = await guessOf(table(districts, notes));
    expect(numbered.dataset?.categories("area").map(({ label }) => label)).toEqual(districts);
    const without = await guessOf(table(["Kent", "Essex", "Ward 3"], ["Source: the office"]));
    expect(without.dataset?.categories("area").map(({ label }) => label)).toContain("Ward 3");
  });

  test("are of ages and stages that a number tells, below notes too", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Deaths of children",
        "Age,Deaths under 1,Deaths 1 to 4",
        "Under 1,112,214",
        "1-4,118,231",
        "5-9,125,248",
        "",
        ...notes,
      ),
    );
    expect(dataset?.categories("age").map(({ label }) => label)).toContain("Under 1");
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Deaths under 1", "Deaths 1 to 4"]);
    const stages = await guessOf(
      lines(
        "Stage,Pupils",
        ...["Nursery", "Key stage 1", "Sixth form"].map((own, at) => `${own},${112 + at}`),
        "",
        ...notes,
      ),
    );
    expect(stages.dataset?.categories("stage").map(({ label }) => label)).toContain("Key stage 1");
  });
});

describe("what stands above periods", () => {
  test("says what their figures are told in", async () => {
    const table = (above: string) =>
      lines(
        "Infant deaths,,,",
        `,${above},,`,
        "Area,2015,2016,2017",
        ...areas.map((area, at) => `${area},${at + 1}.4,${at + 1}.5,${at + 1}.6`),
      );
    const rated = await guessOf(table('"Rate per 1,000 live births"'), { title: "Infant deaths" });
    expect(Object.values(rated.spec.measures)).toEqual([
      expect.objectContaining({ statType: "rate", per: 1000, population: "live births" }),
    ]);
    const timed = await guessOf(table("Calendar year"), { title: "Infant deaths" });
    expect(JSON.stringify(timed.spec.measures)).not.toContain("year");
  });

  test("is the financial year of quarters that are called by their months", async () => {
    const quarters = ["Apr-Jun", "Jul-Sep", "Oct-Dec", "Jan-Mar"];
    const { spec, dataset } = await guessOf(
      lines(
        ",2018/19,,,,2019/20,,,",
        `Area,${[...quarters, ...quarters].join(",")}`,
        ...areas.map((area, at) => `${area},${[1, 2, 3, 4, 5, 6, 7, 8].map((own) => 100 * own + at).join(",")}`),
      ),
    );
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2018/19", "2019/20"]);
    expect(dataset?.categories("group").map(({ label }) => label)).toEqual(quarters);
  });
});

test("a table of months beside one of days is none of its figures", async () => {
  const days = Array.from({ length: 60 }, (_, at) => new Date(Date.UTC(2019, 0, 1 + at)).toISOString().slice(0, 10));
  const { spec, dataset } = await guessOf(
    lines(
      "Day,Hires,,Month,Hires",
      ...days.map((day, at) => `${day},${6900 + at},,${at === 0 ? "Jan-19,213900" : at === 1 ? "Feb-19,194000" : ","}`),
    ),
  );
  expect(Object.keys(spec.measures)).toHaveLength(1);
  expect(dataset?.observations).toHaveLength(60);
});

test("of measures that are called alike it is said where each stands", async () => {
  const { remarks } = await guessOf(
    lines(
      ",,Annual,,Annual",
      ",,percentage,,percentage",
      "Area,Median,change,Mean,change",
      ...areas.map((area, at) => `${area},${451 + at}.5,${at}.5,${520 + at}.5,${at}.25`),
    ),
  );
  expect([...remarks.values()].filter((text) => text.includes('it stands behind "M'))).toHaveLength(2);
});

describe("the status of figures behind a period", () => {
  const heads = (third: string, fourth: string) =>
    guessOf(
      lines(
        `Area,2016,2017,${third},${fourth}`,
        ...areas.map((area, at) => `${area},${112 + at},${115 + at},${131 + at},${140 + at}`),
      ),
    );

  test.each([
    ["2018r", "2019p"],
    ["2018 (r)", "2019 (p)"],
    ["2018 [r]", "2019 [p]"],
    ["2018 revised", "2019 provisional"],
    ["2018 | estimate", "2019 | provisional"],
  ])("is a mark, and no measure: %s", async (third, fourth) => {
    const { spec, dataset } = await heads(third, fourth);
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2016", "2017", "2018", "2019"]);
    const last = dataset?.observations.find(({ cell }) => cell.state === "value" && cell.value === 140);
    expect(last?.statuses).toEqual(["provisional"]);
  });

  test("tells two versions of one period apart", async () => {
    const { dataset } = await heads("2018", "2018 estimate");
    expect(dataset?.periods()).toHaveLength(3);
  });
});

describe("rows above and below headings that are none", () => {
  const bands = ["A", "B", "C", "Total"];

  test("number the columns, below a note that goes over two rows", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        `CTB*,,,Source: CTB,${[...bands, ...bands].map((_, at) => at + 5).join(",")}`,
        ",,,,Dwellings on the list,,,,Dwellings that are exempt,,,",
        "*for further tables see,,,,,,,,,,,",
        `below,,,,${[...bands, ...bands].join(",")}`,
        ",Class,Region,,,,,,,,,",
        ...areas.map((area, at) => {
          const counts = [at, 3].flatMap((own) => [120 + own, 230 + 7 * own, 340 + 3 * own, 690 + 11 * own]);
          return `E0${at + 1}31,SD,${at < 3 ? "SE" : "NW"},${area},${counts.join(",")}`;
        }),
      ),
    );
    expect(spec.layout?.headerRow).toEqual([2, 5]);
    expect(spec.layout?.wide).toMatchObject({ columns: "{group} | {subgroup}" });
    expect(dataset?.observations).toHaveLength(48);
    expect(spec.dimensions.category).toMatchObject({ role: "area" });
  });

  test("but ages across the top are headings", async () => {
    const { dataset } = await guessOf(
      lines(
        "Area,5,6,7,8,9,10",
        ...areas.map((area, at) => [area, ...Array.from({ length: 6 }, (_, on) => 1200 + at * 31 + on * 7)].join(",")),
      ),
    );
    expect(dataset?.observations).toHaveLength(36);
  });

  test("title the table, over years without a heading", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Table 1.1: Schools and pupils by sector,,,,,,Return to contents",
        ",Schools,,,Pupils,,",
        ",Primary,Special,,Primary,Special,",
        ...[2018, 2019, 2020, 2021].map(
          (year, at) => `${year},${2100 - at},${180 + at},,${43_600 - 31 * at},${820 + at},`,
        ),
      ),
    );
    expect(spec.layout?.headerRow).toEqual([2, 3]);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2018", "2019", "2020", "2021"]);
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Schools", "Pupils"]);
    expect(dataset?.categories("group").map(({ label }) => label)).toEqual(["Primary", "Special"]);
  });

  test("head the first block of rows, beside a note", async () => {
    const note = "NOTE: Incidents that relate to shortages of staff were left out and so were those without a date";
    const block = (region: string, beside: string, from: number) => [
      `${region},,,,${beside}`,
      ...[0, 1, 2].map((at) => `${"ABCDEFGHI"[from + at]} Hospital Trust,${20 + from + 7 * at},${9 + from},${at + 5},`),
    ];
    const { spec, dataset } = await guessOf(
      lines(
        ",Number of incidents,Floods,Fires,",
        ...block("East", note, 0),
        ...block("London", note.replace("shortages", "changes"), 3),
        ...block("North West", "", 6),
      ),
    );
    expect(spec.layout?.headerRow ?? 1).toBe(1);
    expect(dataset?.categories("region").map(({ label }) => label)).toEqual(["East", "London", "North West"]);
    expect(dataset?.observations).toHaveLength(27);
    expect(spec.layout?.rows).toBeUndefined();
  });

  test("the lower of two headings may be one letter of another script", async () => {
    const { spec } = await guessOf(
      lines(
        "地域,人口,,世帯,",
        ",男,女,男,女",
        ...["甲", "乙", "丙", "丁"].map((area, at) => `${area}県,${900 + at},${840 + at},${440 + at},${460 - at}`),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "人口: 男",
      "人口: 女",
      "世帯: 男",
      "世帯: 女",
    ]);
  });
});

test("headings between rows that say a year each are periods, and numbers that end below each other lie in none", async () => {
  const block = (heading: string, from: number) => [
    `${heading},,`,
    `  総　数,${from * 3 + 3},${from * 3}`,
    ...["   0～ 4", "   5～ 9", "  10～14"].map((age, at) => `${age},${from + at},${from}`),
    `   0～ 9,${from * 2 + 4100},${from * 2 + 3900}`,
  ];
  const { spec, dataset, remarks } = await guessOf(
    lines("年齢階級,男,女", ...block("(1)平成27(2015)年", 41_200), ...block("(2)平成32(2020)年", 39_700)),
  );
  expect(dataset?.periods().map(({ label }) => label)).toEqual(["2015", "2020"]);
  expect(spec.layout?.dimensions?.period).toEqual({ heading: "年齢階級", pattern: "(*)平成*({})年" });
  expect(dataset?.observations).toHaveLength(20);
  expect(remarks.get("dimensions.category")).toContain("lie within others");
  expect(JSON.stringify(spec.dimensions)).not.toContain("holds");
});

test("a table beside the first may begin further below, under headings of its own", async () => {
  const rows = areas.map((area, at) => `${area},${412 + 31 * at},${51 + at}`);
  const beside = ["state,district,code", ...areas.slice(0, 3).map((area, at) => `Johor,${area},${at + 1}`)];
  const { spec, dataset, remarks } = await guessOf(
    lines("district,men,women,,,,", ...rows.map((row, at) => `${row},,${beside[at - 2] ?? ",,"}`)),
  );
  expect(dataset?.categories("group").map(({ label }) => label)).toEqual(["men", "women"]);
  expect(dataset?.observations).toHaveLength(12);
  expect(spec.layout?.ignore).toEqual(["#E", "#F", "#G"]);
  expect(remarks.get("layout.ignore")).toContain("of a table beside this one");
});

test("what stands over years that a sign calls so, beside the names of rows and their codes, is what the figures are", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "市区町村別の将来の老年人口割合の表,,,,",
      "地域,,老年人口割合（％）,,",
      ",,2005年,2010年,2015年",
      ",全国,20.2,23.1,26.9",
      ...["函館市", "小樽市", "旭川市", "室蘭市", "釧路市"].map(
        (name, at) => `${1202 + at},${name},2${at}.1,2${at}.8,3${at}.5`,
      ),
    ),
  );
  expect(spec.layout?.headerRow).toEqual([2, 3]);
  const [measure] = Object.values(spec.measures);
  expect(measure).toMatchObject({ label: "老年人口割合(%)", unit: { other: "%" }, statType: "share" });
  expect(dataset?.observations).toHaveLength(18);
});

test("lines alone in the first column that say what the figures are told in are no headings", async () => {
  const csv = lines(
    "Norland and Sudland, Average temperature",
    "Units: Degrees Fahrenheit",
    "Base period: 1901-2000",
    "Missing: -99",
    "Date,Value,Anomaly",
    ...["189501,26.69,-3.43", "189502,26.60,-7.22", "189503,39.97,-1.53", "189504,51.26,0.12"],
  );
  const { spec } = await guessOf(csv);
  expect(spec.layout?.headerRow).toBe(5);
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "Value", unit: { one: "degree Fahrenheit", other: "degrees Fahrenheit" } },
    { label: "Anomaly", unit: { other: "degrees Fahrenheit" } },
  ]);
  const [sheet] = await readSheets(csv, { file: "t.csv", diagnostics: createDiagnostics() });
  expect(sheet && surveyTable(sheet)?.titles).toContain("Norland and Sudland, Average temperature");
});
