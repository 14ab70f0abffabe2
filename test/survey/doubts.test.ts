import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { inPart } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

/** What a build says against data by a definition. */
async function refusals(spec: DatasetSpec, csv: string): Promise<readonly string[]> {
  try {
    const { diagnostics } = await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "data" });
    return diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
}

describe("a first guess is not refused by its own build", () => {
  const days = Array.from({ length: 40 }, (_, day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10));

  test("where a count is the running total of another, small one", async () => {
    const daily = days.map((_, day) => (day * 7) % 11);
    const csv = lines(
      "Date,Cases new,Cases all",
      ...days.map((date, day) => `${date},${daily[day]},${daily.slice(0, day + 1).reduce((a, b) => a + b, 0)}`),
    );
    const { spec, remarks } = await guessOf(csv);
    expect(Object.keys(spec.measures)).toEqual(["casesNew"]);
    expect(spec.notSums).toBeUndefined();
    expect(remarks.get("layout.ignore")).toContain('"Cases all"');
    expect(await refusals(spec, csv)).toEqual([]);
  });

  test("whatever counts stand beside each other and repeat or add each other up", async () => {
    const ways = ["own", "before", "running", "week", "sum"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat({ max: 30 }), { minLength: 3, maxLength: 3 }), { minLength: 24, maxLength: 40 }),
        fc.uniqueArray(fc.constantFrom(...ways), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (rows, chosen, isByArea) => {
          const areas = isByArea ? ["Kent", "Essex"] : ["Kent"];
          const figure = (way: (typeof ways)[number], at: number, shift: number): number => {
            const own = (index: number) => (rows[index]?.[0] ?? 0) + shift;
            if (way === "before") return at === 0 ? 3 : own(at - 1);
            if (way === "running") return rows.slice(0, at + 1).reduce((sum, _, index) => sum + own(index), 0);
            if (way === "week")
              return [0, 1, 2, 3, 4, 5, 6].reduce((sum, back) => sum + (at >= back ? own(at - back) : 0), 0);
            if (way === "sum") return own(at) + (rows[at]?.[1] ?? 0);
            return rows[at]?.[2] ?? 0;
          };
          const csv = lines(
            ["Date", ...(isByArea ? ["Area"] : []), "Found", ...chosen.map((way) => `Found ${way}`)].join(","),
            ...rows.flatMap((row, at) =>
              areas.map((area, shift) =>
                [
                  days[at],
                  ...(isByArea ? [area] : []),
                  (row[0] ?? 0) + shift,
                  ...chosen.map((way) => figure(way, at, shift)),
                ].join(","),
              ),
            ),
          );
          const { spec, dataset } = await guessOf(csv);
          fc.pre(dataset !== undefined);
          expect(Object.keys(spec.measures).length).toBeGreaterThan(0);
          expect((await refusals(spec, csv)).filter((code) => code === "undeclared-sum")).toEqual([]);
        },
      ),
      { numRuns: inPart(40, 15) },
    );
  });
});

describe("a first guess is not refused either", () => {
  test("where numbers of all people stand beside each group of them", async () => {
    const groups = ["0-19", "20-39", "40-59", "60-79", "80+"];
    const rows = ["Leeds", "Wales", "Grampian", "London"].flatMap((area, at) =>
      groups.map(
        (group, index) => `${area},${group},${index < 1 ? 3 : 100 * at + 37 * index + 11},${16_025 + 731 * at}`,
      ),
    );
    const csv = lines("Area,Age,Count,People", ...rows);
    const { spec } = await guessOf(csv);
    expect(await refusals(spec, csv)).toEqual([]);
  });
});

describe("columns are no figures", () => {
  test("that number things by their heading, or say a year", async () => {
    const rows = Array.from(
      { length: 24 },
      (_, at) =>
        `Place ${at}x,${2020 + (at % 2)},${at % 3 === 0 ? 2013 + (at % 2) : "NA"},${300 + at},${700 + (at % 9)},${at % 5},${200 + at * 7}`,
    );
    const { spec } = await guessOf(lines("LA_name,Year,year_2013_2015,LANumber,IDDIS,sort,Pupils", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["pupils"]);
  });

  test("nor dimensions, that are quintiles of areas with markers among them", async () => {
    const rows = Array.from(
      { length: 24 },
      (_, at) => `North,Town ${at}x,${4000 + at * 17},${at % 6 === 5 ? "z" : (at % 5) + 1}`,
    );
    const { spec } = await guessOf(
      lines("Region,Council,People,NEET_quintile", "North,,98000,z", ...rows, ",,99000,z"),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["region", "council"]);
  });

  test("that are called a code or a district, also where a row says something else", async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `Place ${at},${(at % 4) * 5 + 100},${(at % 5) + 1},${200 + at * 7}`,
    );
    const { spec } = await guessOf(lines("Place,PCTCODE,CONGDIST,Votes", ...rows, "All places,TOTAL,,12000"));
    expect(Object.keys(spec.measures)).toEqual(["votes"]);
  });

  test("but deciles told by their place", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `S010065${10 + at},${at / 7 + 0.123},${(at % 10) + 1}`);
    const { spec } = await guessOf(lines("dz_code,score,deciles", ...rows));
    expect(Object.keys(spec.measures)).toEqual(["score"]);
  });

  test("but ages, one after another behind the same letters, with their total", async () => {
    const ages = Array.from({ length: 8 }, (_, age) => `A_${age}`);
    const { spec, dataset } = await guessOf(
      lines(
        `Area,Hectares,ALL_AGES,${ages.join(",")}`,
        `Kent,100.5,92,${ages.map((_, at) => 8 + at).join(",")}`,
        `Essex,90.5,100,${ages.map((_, at) => 9 + at).join(",")}`,
      ),
    );
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(spec.dimensions.group).toMatchObject({ label: "Age", total: "all-ages" });
    expect(dataset?.observations).toHaveLength(18);
  });

  test("but hours of the day", async () => {
    const hours = ["00:00", "06:00", "12:00", "18:00"];
    const { spec } = await guessOf(lines(`Date,${hours.join(",")}`, "2020-01-01,5,8,9,7", "2020-01-02,5,6,9,8"));
    expect(spec.dimensions.group).toMatchObject({ label: "Hour" });
  });
});

describe("a series is told by its long name", () => {
  const long = "Number of people in the city who stayed in a shelter for half a year or longer";
  const other = "Percentage of people in the city who stayed in a shelter for half a year or longer";

  test("in each of its rows", async () => {
    const rows = [2018, 2019, 2020].flatMap((year) => [
      `${year},${long},Number,${year * 7}`,
      `${year},${other},Percent,${year / 100}`,
    ]);
    const { spec, dataset } = await guessOf(lines("Year,Series,Units,Value", ...rows));
    expect(Object.values(spec.measures).map(({ label, statType }) => [label, statType])).toEqual([
      [long, "count"],
      [other, "share"],
    ]);
    expect(dataset?.observations).toHaveLength(6);
  });

  test("and not by the code beside it", async () => {
    const rows = ["Kent", "Essex"].flatMap((area) => [
      `${area},DP03_0096,${long},70.5`,
      `${area},DP03_0097,${other},80.5`,
    ]);
    const { spec } = await guessOf(
      lines("Area,item_no,value,label", ...rows.map((row) => row.replace(/^(.+?),(.+?),(.+),(.+?)$/u, "$1,$2,$4,$3"))),
    );
    expect(spec.layout?.long).toEqual({ measure: "label", value: "value" });
  });
});

describe("what a table leaves open is remarked", () => {
  const remarkOn = async (field: string, csv: string, title?: string) =>
    (await guessOf(csv, { ...(title === undefined ? {} : { title }) })).remarks.get(field);

  test("codes in place of names, and not ages or names", async () => {
    const of = (name: string, codes: readonly string[]) =>
      lines(
        `${name},Year,Deaths`,
        ...codes.flatMap((code, at) =>
          [2015, 2016, 2017, 2018, 2019, 2020].map((year) => `${code},${year},${100 + at * year}`),
        ),
      );
    expect(await remarkOn("dimensions.country", of("country", ["alb", "arg", "arm"]))).toContain("Codes");
    expect(await remarkOn("dimensions.sex", of("sex", ["0", "1", "2"]))).toContain("Codes");
    expect(await remarkOn("dimensions.area", of("area", ["E06000001", "E06000002", "E06000003"]))).toContain("Codes");
    expect(await remarkOn("dimensions.age", of("age", ["0", "1", "2"]))).toBeUndefined();
    expect(await remarkOn("dimensions.country", of("country", ["Albania", "Peru", "Chad"]))).toBeUndefined();
  });

  test("figures that no heading names, and headings that are codes", async () => {
    expect(
      await remarkOn("measures.figures.label", lines("Country,Year,Value", "Peru,2019,4.5", "Chad,2019,5.5")),
    ).toContain("No heading");
    expect(
      await remarkOn("measures.deaths.label", lines("Country,Year,Deaths", "Peru,2019,4", "Chad,2019,5")),
    ).toBeUndefined();
    expect(
      await remarkOn(
        "measures.b03002001.label",
        lines("Country,Year,B03002001,B03002002", "Peru,2019,40,50", "Chad,2019,50,60"),
      ),
    ).toContain("code");
  });

  test("counts that never fall", async () => {
    const of = (sign: number) =>
      lines(
        "Date,Cases",
        ...Array.from(
          { length: 40 },
          (_, at) => `2020-${at < 20 ? "01" : "02"}-${10 + (at % 20)},${500 + (at % 2 === 0 ? at : sign * at) * 9}`,
        ),
      );
    expect(await remarkOn("measures.cases.overTime", of(1))).toContain("running total");
    expect(await remarkOn("measures.cases.overTime", of(-1))).toBeUndefined();
    expect(await remarkOn("measures.cases.statType", of(-1))).toBeUndefined();
  });

  test("days without a year", async () => {
    expect(
      await remarkOn(
        "dimensions.asOf",
        lines("State,Tests,As of", "Kerala,400,23-Mar", "Goa,500,22-Mar", "Kerala,300,22-Mar", "Goa,600,23-Mar"),
      ),
    ).toContain("without a year");
  });

  test("percentages among counts in one column", async () => {
    const rows = ["Kent", "Essex"].flatMap((area) => [
      `${area},population_estimate,4500,2020`,
      `${area},percent_estimate,45,2020`,
    ]);
    expect(await remarkOn("measures.estimate.statType", lines("Area,Kind,Estimate,Year", ...rows))).toContain(
      "several kinds",
    );
  });
});

test("ranges with one end stand for hidden figures", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Area,Dose one,People",
      ...Array.from(
        { length: 9 },
        (_, at) =>
          `Town ${at}x,${at % 4 === 0 ? "masked" : at * 111},${at % 5 === 0 ? "20 or less" : at * 121 + ((at * at) % 7)}`,
      ),
    ),
  );
  expect(Object.keys(spec.measures)).toEqual(["doseOne", "people"]);
  expect(spec.markers).toEqual({ masked: "suppressed", "20 or less": "suppressed" });
  expect(dataset?.observations).toHaveLength(18);
});

describe("rows are told apart", () => {
  test("by the names that a key is put together of, and not by the key", async () => {
    const rows = ["Maryland", "Howard"].flatMap((place) =>
      ["White", "Black", "Asian"].map(
        (race, at) => `${place.toLowerCase()}${race}Data,${place},${race},${at * 7 + place.length}`,
      ),
    );
    const { spec } = await guessOf(lines("var name,district,race,exposure", ...rows));
    expect(Object.keys(spec.dimensions)).toEqual(["district", "race"]);
  });

  test("by subjects, of which one measure is told", async () => {
    const rows = [2019, 2020].flatMap((year) =>
      ["Art", "Music", "Physics"].map((subject, at) => `${year},${subject},${at * 7.25 + year}`),
    );
    const { spec } = await guessOf(lines("Year,Subject,Teachers", ...rows));
    expect(Object.keys(spec.dimensions)).toEqual(["subject", "year"]);
    expect(Object.keys(spec.measures)).toEqual(["teachers"]);
  });

  test("by areas whose heading is a code of the statistics office", async () => {
    const rows = ["Aldershot", "Bath", "Crewe"].map((name, at) => `${name},${7000 + at * 13}`);
    const { spec } = await guessOf(lines("PCON24NM,Electorate", ...rows));
    expect(spec.dimensions.pcon24nm).toMatchObject({ role: "area" });
  });
});

test.each([
  ["06-30", 12, "{yyyy}-06-30"],
  ["15", 1, "{yyyy}-{mm}-15"],
])("dates that are all the %s. stand for the whole of what they are in", async (end, months, format) => {
  const dates = Array.from({ length: 8 }, (_, at) =>
    months === 12 ? `${1990 + at}-${end}` : `1990-0${at + 1}-${end}`,
  );
  const { spec, dataset } = await guessOf(lines("Date,Price", ...dates.map((date, at) => `${date},${at}.25`)));
  expect(Object.values(spec.dimensions)[0]).toMatchObject({ format });
  expect(dataset?.periods()[0]?.label).toContain("1990");
});

test("years in headings that are measures of their own are remarked", async () => {
  const { remarks } = await guessOf(
    lines("Area,pop2017,out2017pct,pop2010,out2010pct,diff", "Kent,900,4.5,800,5.5,-1", "Essex,700,3.5,600,4.5,-1"),
  );
  expect(remarks.get("dimensions")).toContain("of which year");
});

describe("headings say what is counted", () => {
  const kindOf = async (heading: string) => {
    const { spec } = await guessOf(lines(`Area,Year,"${heading}"`, "Kent,2019,4500", "Essex,2019,5200"));
    return Object.values(spec.measures)[0]?.statType;
  };

  test.each([
    ["Number with paid preparers", "count"],
    ["ALL_AGES", "count"],
    ["Bevoelkerung", "count"],
    ["Total; Margin of Error; Population", "quantity"],
    ["Mean age", "mean"],
  ])("%s: %s", async (heading, kind) => {
    expect(await kindOf(heading)).toBe(kind);
  });

  test("the lowest of several, and those beside it", async () => {
    const { spec } = await guessOf(
      lines(
        "Area,Turnout,,Salaries,,Notes",
        ",Men,Other,Number of returns,Amount,Text",
        "Kent,900,0,450,123456,x",
        "Essex,800,1,520,223456,y",
        "Surrey,700,0,620,243456,z",
      ),
    );
    expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual([
      "count",
      "count",
      "count",
      "quantity",
    ]);
  });
});

test("what is about the sum of all others is their total, also in decimals", async () => {
  const rows = [2018, 2019, 2020, 2021].flatMap((year, at) => {
    const parts = [0.45 + at / 10, 0.21, 0.83 - at / 20, 0.12];
    return [
      ...parts.map((part, index) => `Sector ${"ABCD"[index]},${year},${part.toFixed(2)}`),
      `All sectors,${year},${parts.reduce((a, b) => a + b, 0).toFixed(2)}`,
    ];
  });
  const { spec, remarks } = await guessOf(
    lines("Performer,Year,Value", ...rows.map((row) => row.replace("All sectors", "Gross spending"))),
  );
  expect(spec.dimensions.performer).toMatchObject({ total: "gross-spending" });
  expect(remarks.get("dimensions.performer.total")).toContain("about the sum");
});

describe("what is rare, or blank", () => {
  test("a count that is nought for both of two groups nearly everywhere is none of all people", async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      ["M", "F"].map(
        (sex) => `Field ${at},${sex},${sex === "M" ? 20 + at : 11 + at},${at % 25 === 4 && sex === "M" ? 1 : 0}`,
      ),
    ).flat();
    const { spec } = await guessOf(`Field,Gender,Nominations,Knights\n${rows.join("\n")}\n`);
    expect(Object.keys(spec.measures)).toContain("knights");
  });

  test("blank cells that are the sum of the others are asked for by the name that they have then", async () => {
    const rows = [2018, 2019].flatMap((year) =>
      [
        ["Low", 100],
        ["Middle", 250],
        ["High", 75],
        ["Other", 40],
        ["", 465],
      ].map(([name, value]) => `${year},${name},${value}.5`),
    );
    const { spec, dataset } = await guessOf(`Year,Income class,Aid (£m)\n${rows.join("\n")}\n`);
    const total = (spec.dimensions.incomeClass as { total?: string }).total;
    expect(dataset?.category("incomeClass", total ?? "")?.label).toBe("All");
  });

  test("the one country among its councils is none of them, and left out where it is not their sum", async () => {
    const rows = ["Ashby,110", "Birkwell,170", "Colby,90", "Dunham,310", "Elmsett,120", "ENGLAND,1100", "SHIRES,400"];
    const { spec, remarks } = await guessOf(`Local authority,Spending\n${rows.join("\n")}\n`);
    expect(spec.layout?.rows?.except?.["Local authority"]).toContain("ENGLAND");
    expect(remarks.get("layout.rows")).toContain('"ENGLAND"');
  });
});

test.each(["Points", "Score cards", "Rank", "Average"])(
  "small counts of a file called %s are hidden",
  async (title) => {
    const table = "Area,2020,2021\nAshford,61,64\nCanterbury,3,72\nDartford,112,4\nDover,57,93\nSwale,.,112";
    const { spec } = await guessOf(table, { title });
    expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual(["count"]);
    expect(spec.disclosure).toBeDefined();
  },
);

test("figures of the regions that rows lie in are said to be theirs", async () => {
  const rows = Array.from({ length: 12 }, (_, at) =>
    ["2018", "2019"].map((year, on) => {
      const region = at % 3;
      return `Seat ${at}x,Region ${region}x,${year},${1000 + at * 37 + on},${90_000 + region * 1013 + on * 7}`;
    }),
  ).flat();
  const { remarks } = await guessOf(lines("Constituency,Region,Year,Level,RegionLevel", ...rows));
  expect(remarks.get("measures.regionlevel")).toContain('The same for each "Constituency" of one "Region"');
  expect(remarks.get("measures.level") ?? "").not.toContain("The same for each");
});

test("a source that changes in a series is told as such where its column is left out", async () => {
  const rows = Array.from(
    { length: 12 },
    (_, at) => `${2001 + at},${at < 7 ? "Office" : "Prison service"},${5661 + at * 137}`,
  );
  const { remarks } = await guessOf(`Year,Source,Prisoners\n${rows.join("\n")}\n`);
  expect(remarks.get("layout.ignore")).toContain("they may not be comparable");
});

describe("small counts that may be told in thousands", () => {
  const towns = Array.from({ length: 40 }, (_, at) => `Town ${at}x`);
  const disclosureOf = async (heading: string, incomeOf: (at: number) => number, note = "") => {
    const rows = towns.map((town, at) => `${town},${(at % 9) + 1},${incomeOf(at)}`);
    const { spec, remarks } = await guessOf(`${note}Town,${heading},Mean income\n${rows.join("\n")}\n`);
    const [id = ""] = Object.keys(spec.measures);
    return { isHidden: spec.disclosure !== undefined, doubt: remarks.get(`measures.${id}.statType`) ?? "" };
  };

  test("are doubted where all large figures are rounded to three digits, and hidden", async () => {
    const rounded = await disclosureOf("Self employment count", (at) => 11_300 + at * 700);
    expect(rounded).toMatchObject({ isHidden: true, doubt: expect.stringContaining("told in thousands") });
    const exact = await disclosureOf("Self employment count", (at) => 11_317 + at * 701);
    expect(exact).toMatchObject({ isHidden: true, doubt: expect.not.stringContaining("told in thousands") });
  });

  test.each([
    ["Claimants (thousands)", ""],
    ["Claimants (000s)", ""],
    ["Claimants", "Thousands,,\n"],
  ])("are none where it is said: %s %j", async (heading, note) => {
    const { isHidden } = await disclosureOf(heading, (at) => 11_317 + at * 701, note);
    expect(isHidden).toBe(false);
  });
});
