import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const twelveNames = [
  "Kenya",
  "Chad",
  "Togo",
  "Ghana",
  "Mali",
  "Niger",
  "Benin",
  "Gabon",
  "Egypt",
  "Sudan",
  "Libya",
  "Angola",
];

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

describe("whole numbers are groups", () => {
  const crossing = (heading: string) =>
    lines(
      `sex,${heading},year,persons`,
      ...["f", "m"].flatMap((sex, at) =>
        [2021, 2022].flatMap((year) => [1, 2, 3, 4, 5].map((unit) => `${sex},${unit},${year},${100 + 7 * unit + at}`)),
      ),
    );

  test("where every other label comes with each of them", async () => {
    const { spec, alike } = await guessOf(crossing("spatial_unit"));
    expect(spec.dimensions).toHaveProperty("spatialUnit");
    expect(Object.keys(spec.measures)).toEqual(["persons"]);
    expect(alike).toBeUndefined();
  });

  test("and figures where rows are told apart without them, or their heading counts", async () => {
    expect(Object.keys((await guessOf(crossing("deaths"))).spec.measures)).toEqual(["deaths", "persons"]);
    const told = lines(
      "area,spatial_unit,persons",
      ...[..."abcdefghijklmno"].map((area, at) => `${area},${at % 3},10${at}`),
    );
    expect(Object.keys((await guessOf(told)).spec.measures)).toContain("spatialUnit");
  });

  test("where one of them is called a total", async () => {
    const { spec } = await guessOf(
      lines(
        "School,Days,Year,Exclusions",
        ...["Primary", "Secondary"].flatMap((school) =>
          ["2019", "2020"].flatMap((year) =>
            [1, 2, 3, 4].map((day) => `${school},${day},${year},${20 * day}`).concat(`${school},Total,${year},200`),
          ),
        ),
      ),
    );
    expect(spec.dimensions).toMatchObject({ days: { role: "category", total: "total" } });
    expect(Object.keys(spec.measures)).toEqual(["exclusions"]);
  });

  test("of regions beside the names of states", async () => {
    const { spec } = await guessOf(
      lines(
        "REGION,NAME,POPESTIMATE2015,PCNT_ADULTS",
        "3,Alabama,4858979,77.3",
        "4,Alaska,738432,74.8",
        "4,Arizona,6828065,76.3",
        "3,Arkansas,2978204,76.2",
      ),
    );
    expect(spec.measures).toMatchObject({
      popestimate2015: { statType: "count", unit: { one: "person", other: "people" } },
      pcntAdults: { statType: "share" },
    });
    expect(spec.measures).not.toHaveProperty("region");
  });
});

describe("numbers below the name of areas", () => {
  test("are areas, and one number in all rows is no figure", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `${1 + (at % 20)},9,${1971 + 4 * Math.floor(at / 20)},${0.0012345 + at / 1000}`,
    );
    const { spec } = await guessOf(lines("municipality,party,year,support", ...rows));
    expect(spec.dimensions).toMatchObject({ municipality: { role: "area" }, year: { role: "time" } });
    expect(Object.keys(spec.measures)).toEqual(["support"]);
    expect(spec.layout?.ignore).toEqual(["party"]);
  });

  test("of deciles stand beside codes", async () => {
    const rows = ["North", "South"].flatMap((region) =>
      ["1", "2", "3", "Wales"].flatMap((decile, at) =>
        ["AF", "AST", "CAN"].map((code, on) => `${region},${decile},${code},${100.5 + at + on},0.0${at + 1}7${on}`),
      ),
    );
    const { spec } = await guessOf(lines("region,imd_income,group_code,register,prevalence", ...rows));
    expect(Object.keys(spec.dimensions)).toEqual(["region", "imdIncome", "groupCode"]);
    expect(Object.keys(spec.measures)).toEqual(["register", "prevalence"]);
  });

  test("of quantiles and ranks name no rows that codes name", async () => {
    const { spec } = await guessOf(
      lines(
        "ltla21_code,Score,Composite rank,Composite quantiles",
        ...Array.from(
          { length: 12 },
          (_, at) => `S120000${10 + at},${1.5 + at},${1 + ((at * 5) % 12)},${1 + (at % 3)}`,
        ),
      ),
    );
    expect(spec.dimensions).toMatchObject({ ltla21Code: { role: "area" } });
    expect(Object.keys(spec.dimensions)).toHaveLength(1);
    expect(spec.measures).not.toHaveProperty("compositeQuantiles");
  });
});

describe("a few rows that say different things of the same", () => {
  const table = (...more: readonly string[]) =>
    lines(
      "region,sex,year,mean_score",
      ...["North", "South", "East", "West"].flatMap((region, at) =>
        ["f", "m"].flatMap((sex, on) =>
          Array.from({ length: 10 }, (_, year) => `${region},${sex},${2010 + year},${20 + at + on + year}.25`),
        ),
      ),
      ...more,
    );

  test("are left out with a warning, and a remark", async () => {
    const { spec, dataset, remarks } = await guessOf(table("North,f,2010,NaN"));
    expect(Object.keys(spec.dimensions)).toEqual(["region", "sex", "year"]);
    expect(spec.layout?.repeatedRows).toBe("leave-out");
    expect(remarks.get("layout.repeatedRows")).toContain('"region", "sex"');
    expect(dataset?.diagnostics).toMatchObject([{ code: "contradictory-rows", severity: "warning" }]);
    const at = dataset?.observations.filter(({ cell }) => cell.state === "missing").map((one) => one.at);
    expect(at).toEqual([{ region: "north", sex: "f", year: "2010-01-01/2011-01-01" }]);
  });

  test("and none where no rows differ", async () => {
    expect((await guessOf(table())).spec.layout).not.toHaveProperty("repeatedRows");
  });
});

test("columns side by side that add up to 100 in each row are percentages", async () => {
  const rows = [
    "Forums,12.52,41.1,46.38,1.34",
    "Assemblies,20.91,57.63,21.46,1.01",
    "Budgeting,37.56,46.85,15.59,0.78",
  ];
  const { spec } = await guessOf(lines("Type,Know nothing,know a little,Know a lot,Average score", ...rows));
  expect(spec.measures).toMatchObject({
    knowNothing: { statType: "share", unit: { other: "%" } },
    knowALot: { statType: "share" },
    averageScore: { unit: { other: "points" } },
  });
});

describe("dates", () => {
  const table = (dates: readonly string[]) =>
    lines(
      "area,date,price",
      ...dates.flatMap((date, at) => ["Kent", "Essex"].map((area) => `${area},${date},${at + 1}.5`)),
    );
  const spansOf = async (dates: readonly string[]) =>
    (await guessOf(table(dates))).dataset?.periods().map(({ start, endExclusive }) => `${start}/${endExclusive}`);

  test.each([
    ["first days of months", ["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"], "2020-04-01/2020-05-01"],
    ["last days of months", ["2020-01-31", "2020-02-29", "2020-03-31", "2020-04-30"], "2020-04-01/2020-05-01"],
    ["first days of quarters", ["2020-01-01", "2020-04-01", "2020-07-01", "2020-10-01"], "2020-10-01/2021-01-01"],
    ["last days of quarters", ["2020-03-31", "2020-06-30", "2020-09-30", "2020-12-31"], "2020-10-01/2021-01-01"],
    ["first days of years", ["2017-01-01", "2018-01-01", "2019-01-01", "2020-01-01"], "2020-01-01/2021-01-01"],
    ["last days of years", ["2017-12-31", "2018-12-31", "2019-12-31", "2020-12-31"], "2020-01-01/2021-01-01"],
    ["days", ["2020-01-01", "2020-01-08", "2020-01-15", "2020-01-22"], "2020-01-22/2020-01-23"],
  ])("%s", async (_, dates, last) => {
    expect((await spansOf(dates))?.at(-1)).toBe(last);
  });

  test("any months in a row, by their first or their last days, are these months", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1990 * 12, max: 2030 * 12 }),
        fc.integer({ min: 5, max: 15 }),
        fc.boolean(),
        async (first, count, isLast) => {
          const months = Array.from({ length: count }, (_, at) => first + at);
          const dates = months.map((month) => {
            const day = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + (isLast ? 1 : 0), isLast ? 0 : 1));
            return day.toISOString().slice(0, 10);
          });
          const read = await spansOf(dates);
          expect(read).toEqual(
            months.map((month) =>
              [month, month + 1]
                .map((own) => new Date(Date.UTC(Math.floor(own / 12), own % 12, 1)).toISOString().slice(0, 10))
                .join("/"),
            ),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  test("of two digits across the top are periods", async () => {
    const { spec, dataset } = await guessOf(
      lines("CITY,4/1/10,1/1/11,1/1/12,1/1/13", "Alameda,73812,74546,74958,75413", "Albany,18539,18534,18622,18706"),
    );
    expect(spec.layout?.wide).toMatchObject({ columns: "{period}" });
    expect(dataset?.periods().map(({ start }) => start)).toEqual([
      "2010-04-01",
      "2011-01-01",
      "2012-01-01",
      "2013-01-01",
    ]);
  });

  test("of censuses, in two digits of a year", async () => {
    const { spec } = await guessOf(
      lines(
        "county,people_20,jailed_20,people_10,jailed_10,people_00,jailed_00",
        "Kent,900,10,800,11,700,12",
        "Essex,950,20,850,21,750,22",
      ),
    );
    expect(spec.layout?.wide).toMatchObject({ columns: "{measure}_{period}" });
    expect(spec.dimensions).toMatchObject({ period: { role: "time", format: "{20yy}" } });
  });
});

describe("a series with lines about it below its heading", () => {
  test("is read from its first period", async () => {
    const years = Array.from({ length: 40 }, (_, at) => `${1980 + at},${1000 + at}`);
    const quarters = Array.from({ length: 80 }, (_, at) => `${1990 + Math.floor(at / 4)} Q${1 + (at % 4)},${300 + at}`);
    const { spec, dataset } = await guessOf(
      lines(
        "Title,Gross domestic product £m",
        "CDID,ABMI",
        "Source dataset ID,QNA",
        "PreUnit,£",
        "Unit,m",
        "Release date,23-12-2024",
        "Next release,13 February 2025",
        "Important notes,",
        ...years,
        ...quarters,
      ),
    );
    expect(dataset?.observations).toHaveLength(120);
    expect(spec.markers).toBeUndefined();
    expect(spec.dimensions).toMatchObject({ period: { role: "time", frequency: "quarterly" } });
  });
});

describe("what figures are", () => {
  test("is said by a column that names the one series", async () => {
    const { spec } = await guessOf(
      lines(
        "SERIES_NAME,COUNTRY,DATE,VALUE",
        "Retirement Age,AFG,2018,65",
        "Retirement Age,DZA,2018,60",
        "Retirement Age,ARG,2018,66",
      ),
      { title: "WBL" },
    );
    expect(spec.measures).toMatchObject({
      retirementAge: { unit: { one: "year", other: "years" }, statType: "quantity" },
    });
  });

  test("changes that are fractions are no percentages", async () => {
    const rows = ["Kent", "Essex", "Surrey", "Devon"].map((area, at) => `${area},${0.0831507 + at / 10},${3.5 + at}`);
    const { spec, remarks } = await guessOf(lines("area,deaths_pct_change,price_pct_change", ...rows));
    expect(spec.measures).toMatchObject({
      deathsPctChange: { unit: { other: "(unit not stated)" } },
      pricePctChange: { unit: { other: "%" } },
    });
    expect(remarks.get("measures.deathsPctChange.statType")).toContain("fractions");
  });

  test("the heading above labels may be the unit of all figures", async () => {
    const { spec } = await guessOf(lines("1 000 CHF,2018,2019", "Assets,500.5,510.5", "Debts,300.25,299.75"));
    expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "thousand Swiss francs" } }]);
    expect(Object.keys(spec.dimensions)).not.toContain("n1000Chf");
  });

  test("what they are told for is no unit", async () => {
    const { spec } = await guessOf(
      lines(
        "Exchange rates of national currencies per US dollar,,",
        ",2016,2017",
        "Switzerland,0.98,0.99",
        "Japan,108.7,112.1",
      ),
      { title: "Exchange rates of national currencies per US dollar" },
    );
    expect(Object.values(spec.measures)[0]?.unit.other).not.toMatch(/^dollars$/u);
  });

  test("ratings of the data are none", async () => {
    const { spec } = await guessOf(
      lines(
        "Area,Year,Population,Data quality rating",
        "Kent,1800,3280000,5",
        "Kent,1820,3290000,",
        "Essex,1800,280000,4",
        "Essex,1820,290000,",
      ),
    );
    expect(Object.keys(spec.measures)).toEqual(["population"]);
  });

  test("amounts stand beside amounts", async () => {
    const { spec } = await guessOf(
      lines(
        "Trust,Loan amount,Opening balance,Drawn in year,Closing balance",
        "Barts,90000,80000,5000,85000",
        "Guys,70000,60000,4000,64000",
        "Kings,50000,40000,3000,43000",
      ),
    );
    expect(spec.measures).toMatchObject({ drawnInYear: { statType: "quantity", additive: true } });
  });

  test("the same in all periods of a category, they are of none", async () => {
    const { remarks } = await guessOf(
      lines("war,year,all_deaths,deaths", "A,2011,500,200", "A,2012,500,300", "B,2011,90,40", "B,2012,90,50"),
    );
    expect(remarks.get("measures.allDeaths")).toContain('"war"');
    expect(remarks.has("measures.deaths")).toBe(false);
  });
});

describe("categories", () => {
  test("that are official codes are areas", async () => {
    const { spec } = await guessOf(
      lines(
        "LAD19CD,Mean waiting list size",
        "E06000001,6865.5",
        "E06000002,8408.25",
        "E06000003,5402.5",
        "E06000004,6831.5",
        "NA,366.5",
      ),
    );
    expect(spec.dimensions).toMatchObject({ lad19cd: { role: "area" } });
  });

  test("empty cells are called as the total of their column, where no row is then another", async () => {
    const sizes = ["Small", "Large"].flatMap((size) =>
      ["Men", "Women", "Total"].map((sex) => `2020,${size},${sex},1${size.length}${sex.length}`),
    );
    const { spec, dataset } = await guessOf(
      lines("Year,Size,Sex,Value", "2020,,,900.5", "2020,Total,Men,500.5", "2020,Total,Women,400.5", ...sizes),
    );
    expect(spec.layout?.dimensions).toMatchObject({ size: { blank: "Total" }, sex: { blank: "Total" } });
    expect(dataset?.observations).toHaveLength(9);
  });

  test("empty cells are the total where their row says Total before them, each sum below what it is of", async () => {
    const ages = (from: number, cause: string, sex: string) => [
      `${cause},${sex},15-16,15,${from},${from + 3}`,
      `,,,16,${from + 1},${from + 2}`,
      `,,,Total,${2 * from + 1},${2 * from + 5}`,
      `,,17-18,17,${from + 2},${from}`,
      `,,,18,${from + 4},${from + 5}`,
      `,,,Total,${2 * from + 6},${2 * from + 5}`,
      `,,Total,,${4 * from + 7},${4 * from + 10}`,
    ];
    const { spec, dataset } = await guessOf(
      lines(
        "Cause,Sex,Age group,Age,2019,2020",
        ...ages(6, "Falls", "Men"),
        ...ages(11, "", "Women"),
        ",Total,,,82,88",
        ...ages(20, "Fire", "Men"),
        ...ages(31, "", "Women"),
        ",Total,,,218,224",
        "Total,,,,300,312",
      ),
    );
    expect(spec.layout?.dimensions).toMatchObject({ age: { blank: "Total" } });
    for (const id of ["cause", "sex", "ageGroup", "age"]) expect(spec.dimensions[id]).toMatchObject({ total: "total" });
    expect(dataset?.observations).toHaveLength(62);
  });

  test("both sexes are the total of a balance, of which one part is below zero and the other more than all", async () => {
    const years = Array.from({ length: 12 }, (_, at) => 2001 + at);
    const { spec, dataset } = await guessOf(
      lines(
        "Year,Sex,Net migration",
        ...years.flatMap((year, at) => [
          `${year},Both sexes,${at * 31 - 9}`,
          `${year},Male,${at * 40 - 2}`,
          `${year},Female,${-7 - at * 9}`,
        ]),
      ),
    );
    expect(spec.dimensions).toMatchObject({ sex: { total: "both-sexes" } });
    expect(dataset).toBeDefined();
  });

  test("of which most notes below are referred to, whose first a title refers to, go by their words", async () => {
    const areas = "Ashford Bexhill Crawley Dorset5 Epsom Fareham4 Gosport Havant".split(" ");
    const { spec } = await guessOf(
      lines(
        '"Table 1: decisions1, by area 20242"',
        "",
        "Area,Appeals registered3,Decisions",
        ...areas.map((area, at) => `${area},${20 + at * 7},${200 + at * 31}`),
        "",
        "Notes:",
        '"1. Decisions are counted by the year.\n- Those refused\n- Those not made"',
        "2. Years of the calendar.",
        "3. There are minor differences from the quarterly figures.",
        "4. A new council since 2023.",
        "5. Its boundaries were changed in 2019.",
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Appeals registered", "Decisions"]);
    expect(spec.dimensions.area).toMatchObject({
      categories: expect.arrayContaining([expect.objectContaining({ label: "Dorset", aliases: ["Dorset5"] })]),
    });
  });

  test("measures below years go by their words, where notes are read off their headings", async () => {
    const areas = "Ashford Bexhill Crawley Dorset4 Epsom Fareham Gosport Havant".split(" ");
    const { spec } = await guessOf(
      lines(
        "Area,Code,2020,,,2021,,",
        ",,Appeals registered3,All Decisions1,Mean length2,Appeals registered3,All Decisions1,Mean length2",
        ...areas.map(
          (area, at) =>
            `${area},${840 + at},${20 + at * 7},${200 + at * 31},${at + 0.51},${22 + at * 6},${190 + at * 37},${at + 1.37}`,
        ),
        "",
        "1. Decisions are counted by the year.",
        "2. Years of the calendar.",
        "3. There are minor differences from the quarterly figures.",
        "4. Its boundaries were changed in 2019.",
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Appeals registered",
      "All Decisions",
      "Mean length",
    ]);
    expect(Object.values(spec.layout?.measures ?? {})).toEqual([
      "Appeals registered3",
      "All Decisions1",
      "Mean length2",
    ]);
  });

  test("are held by others as their codes say, where their figures are sums", async () => {
    const table = (cash: number) =>
      lines(
        ",CHF m,2019,2020",
        "1,Assets,100.5,110.5",
        "10,Current assets,60.5,65.5",
        `100,Cash,${cash},25.5`,
        "101,Claims,40.5,40",
        "14,Fixed assets,40,45",
        "140,Buildings,30,34",
        "141,Stocks,10,11",
      );
    const { spec, dataset } = await guessOf(table(20));
    expect(Object.values(spec.dimensions)[0]).toMatchObject({
      total: "assets",
      holds: {
        "current-assets": ["cash", "claims"],
        "fixed-assets": ["buildings", "stocks"],
      },
    });
    expect(dataset?.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("of codes alone tell rows apart", async () => {
    const { spec } = await guessOf(
      lines(
        "Poll_ID,Pollster,Date,Parliament_ID,SPD",
        ...["BE", "BT", "BY"].flatMap((place, at) =>
          ["Forsa", "Emnid"].flatMap((pollster, on) =>
            [1, 2, 3, 4].map(
              (day) =>
                `${place}0${day}${pollster.slice(0, 1)}X,${pollster},2017-01-0${day},${place},${20 + at + on + day}`,
            ),
          ),
        ),
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["pollster", "parliamentId", "date"]);
  });
});

describe("headings apart", () => {
  test("those below an empty row belong to those above it that span them", async () => {
    const { spec, dataset } = await guessOf(
      "Kanton,FDP,,CVP,,Sitze,Listen,Gemeinden\n,,,,,,,\n,F,M,F,M,,,\nBern,24,45,25,45,49,90,340\nZug,14,25,11,15,25,40,11\nGenf,19,20,12,25,31,45,45\n",
    );
    expect(spec.layout?.headerRow).toEqual([1, 3]);
    expect(spec).not.toHaveProperty("markers");
    expect(dataset?.observations).toHaveLength(21);
  });
});

test("names without figures in a list by the alphabet, or among areas of one kind, are no headings between rows", async () => {
  const words = ["Apples", "Beans", "Cherries", "Dates", "Endive", "Fennel", "Garlic", "Hazel", "Iceberg", "Juniper"];
  const states = ["Utah", "Alabama", "Ohio", "Maine", "Oregon", "Texas", "Iowa", "Nevada"];
  for (const names of [words, states])
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat({ max: names.length - 2 }), { minLength: 2, maxLength: 3 }),
        async (gaps) => {
          const rows = names.map((name, at) => (gaps.includes(at) ? `${name},,` : `${name},${12 + at}.3,${14 + at}.8`));
          const { spec, dataset } = await guessOf(lines("Name,2011,2013", ...rows));
          expect(Object.keys(spec.dimensions)).toHaveLength(2);
          expect(dataset?.periods()).toHaveLength(2);
        },
      ),
      { numRuns: 8 },
    );
});

test("lists of payments have numbers of documents, and money", async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `2012-02-0${(at % 8) + 1},${601036724 + at * 3},${900 + at}.82,${150 + at}.1,Firm ${"abcdefghijkl"[at]}`,
  );
  const { spec, remarks } = await guessOf(
    lines("Date of Payment,SAP Document Number,Gross,VAT,Supplier Name", ...rows),
  );
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "Gross", additive: true },
    { label: "VAT", additive: true },
  ]);
  expect([...remarks.values()].join(" ")).toContain("name the currency");
});

test("the number of a line is no name where names stand beside it, though some stand in two rows", async () => {
  const names = [
    "Defence",
    "Health",
    "Social security",
    "(On-budget)",
    "(Off-budget)",
    "Medicare",
    "(On-budget)",
    "(Off-budget)",
    "Energy",
    "Justice",
    "Science",
    "Farming",
  ];
  const rows = names.map((name, at) => `${at + 1},${name},${1660 + at},${6435 + at}`);
  const { spec } = await guessOf(lines("record_number,Function (in millions $),1940,1941", ...rows));
  const [own] = Object.keys(spec.dimensions);
  expect(spec.layout?.dimensions?.[own ?? ""]).toEqual({ joined: "{Function (in millions $)} ({record_number})" });
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { other: "million dollars" } }]);
});

test("the first row is of headings also where columns of figures have none", async () => {
  const rows = Array.from(
    { length: 9 },
    (_, at) => `2014-09-0${at + 1},${44 + at},${10 + at},${at}.2,${at}.5,${7 + at},${3 + at},${at + 13}`,
  );
  const { spec } = await guessOf(lines("Inspection date,Inspections,Violations,,,,,", ...rows));
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(
    expect.arrayContaining(["Inspections", "Violations"]),
  );
});

test("a table beside another, without headings of its own, is left out", async () => {
  const rows = twelveNames.map((name, at) => `${name},${120 + at},,Other ${at},0.5${at}`);
  const { spec, dataset } = await guessOf(
    lines("Country,Migrants,,Afghanistan,0.58", ...rows, "SUM,1506,,,", ",,,Yemen,0.52"),
  );
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Migrants"]);
  expect(spec.dimensions.country).toMatchObject({ total: "sum" });
  expect(dataset?.observations).toHaveLength(13);
  const wide = twelveNames.map((name, at) => `${name},${120 + at},${90 + at},,Other ${at},0.5${at}`);
  const series = await guessOf(lines("Country,2018,2019,,Afghanistan,0.58", ...wide, ",,,,Yemen,0.52"));
  expect(series.problems).toBeUndefined();
  expect(series.dataset?.observations).toHaveLength(24);
});

test("a row below periods names the rows alone: tables of OECD.Stat, told by their measure", async () => {
  const rows = ["AUS: Australia", "AUT: Austria", "BEL: Belgium", "CAN: Canada"].map(
    (name, at) => `${name},${33_806 + at}.95,${34_480 + at}.8,..`,
  );
  const { spec } = await guessOf(
    lines(
      "Dataset: 1. Gross domestic product (GDP),,,",
      "Measure,Per head of the population,,",
      "Time,2003,2004,2005",
      "Country,,,",
      ...rows,
    ),
  );
  expect(spec.dimensions).toMatchObject({ country: { role: "area" }, period: { role: "time" } });
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Per head of the population" }]);
});

test("names that come again among empty cells are no labels of the rows below them", async () => {
  const kinds = ["Minors", "", "Single women", "Minors", "", "", "Single women", "", "Minors", "", "Single women", ""];
  const rows = twelveNames.map((name, at) => `${name} ${at},${kinds[at]},${20 + at}`);
  expect((await guessOf(lines("Shelter,Family unit,People", ...rows))).spec.layout).not.toHaveProperty("fillDown");
});

test("numbers at even distances before figures are their names, where nothing else is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0.5, 2, 10), fc.integer({ min: 9, max: 30 }), async (step, count) => {
      const rows = Array.from(
        { length: count },
        (_, at) => `${3 + at * step},0.0${(at * 7) % 10}3,0.${(at * 3) % 10}1`,
      );
      const { spec } = await guessOf(lines("number,before,after", ...rows));
      expect(Object.keys(spec.dimensions)).toEqual(["number"]);
      expect(Object.keys(spec.measures)).toEqual(["before", "after"]);
    }),
    { numRuns: 8 },
  );
});

test("levels of dotted codes, and rows of several kinds, are told of", async () => {
  const codes = ["1", "1.A", "1.A.1", "1.A.2", "1.B", "2", "2.A", "2.B"];
  const levels = await guessOf(lines("level,emissions", ...codes.map((code, at) => `${code},${90 - at}.5`)));
  expect([...levels.remarks.values()].join(" ")).toContain("several levels");
  const kinds = [
    "Households",
    "Households (%)",
    "Members",
    "Employed",
    "Houses (%)",
    "Flats (%)",
    "Rented (%)",
    "Area in m2",
  ];
  const several = await guessOf(
    lines("Characteristic,All,Couples", ...kinds.map((kind, at) => `${kind},${at * 7}.5,${at * 5}.3`)),
  );
  expect([...several.remarks.values()].join(" ")).toContain("several kinds");
});

test("two places of one name are two, and days at the ends of months are told of", async () => {
  const places = Array.from(
    { length: 60 },
    (_, at) => `Ort ${String.fromCharCode(97 + (at % 26))}${at < 58 ? at : 7},${100 + at}`,
  );
  const { spec } = await guessOf(lines("city,population", ...places, "Ort h7,999"));
  expect(spec.layout).not.toHaveProperty("repeatedRows");
  const days = ["31-Jan-23", "28-Feb-23", "31-Mar-23", "30-Apr-23", "31-May-23", "30-Jun-23"];
  const { dataset, remarks } = await guessOf(lines("Date,Index", ...days.map((day, at) => `${day},${98 + at}.5`)));
  expect(dataset?.periods()[1]).toMatchObject({ format: "month", label: "February 2023" });
  expect(remarks.get("dimensions.date.format")).toContain("last day of a month");
});

test("tables of the Census Bureau: headings below each other, margins of error, and what does not apply", async () => {
  const rows = ["Under 5 years", "5 to 9 years", "10 to 14 years", "15 to 19 years"].map(
    (age, at) => `${age},"18,333,${690 + at}","±19,41${at}",${at === 0 ? "(X)" : `${5 + at}.5%`}`,
  );
  const { spec } = await guessOf(
    lines(
      "Label (Grouping),United States!!Total!!Estimate,United States!!Total!!Margin of Error,United States!!Percent!!Estimate",
      ...rows,
    ),
  );
  expect(Object.values(spec.dimensions)).toMatchObject([{ role: "category" }]);
  expect(Object.values(spec.measures)).toMatchObject([
    { label: "United States: Total: Estimate", statType: "count" },
    { label: "United States: Percent: Estimate", statType: "share" },
  ]);
  expect(spec.markers).toEqual({ "(X)": "unavailable" });
});
