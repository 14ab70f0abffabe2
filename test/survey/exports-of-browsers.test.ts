import { describe, expect, test } from "vitest";
import { titleOf } from "../../src/cli/title-of.ts";
import type { DatasetSpec } from "../../src/dataset/index.ts";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { mendGuess } from "../../src/survey/mend-guess.ts";
import { createRemarks } from "../../src/survey/remarks.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

describe("a pivot table as a database of an office exports it", () => {
  const described = [
    "Data extracted on 02/03/2024 10:11:12 from [OFFICE],,,,,,",
    "Dataset: ,Applicants by month [app_month_x1],,,,,",
    "Last updated: ,01/03/2024 23:00,,,,,",
    ",,,,,,",
    "Time frequency,,Annual,,,,",
    "Unit of measure,,Person,,,,",
    "Sex,,Total,,,,",
    "Age class,,Total,,,,",
    "Type of applicant,,First-time applicant,,,,",
    ",,,,,,",
  ];

  test("has its headings below more lines than it has rows, and flags between its figures, in the last column too", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        ...described,
        "TIME,2019,,2020,,2021,",
        "GEO (Labels),,,,,,",
        "European Union - 27 countries,5120,,4410,,6015,p",
        "Belgium,310,,280,b,415,",
        "Sweden,275,,190,,:,",
        ",,,,,,",
        "Special value,,,,,,",
        ":,not available,,,,,",
      ),
      { title: "Applicants by month" },
    );
    expect(spec.layout).toMatchObject({ headerRow: [11, 12], wide: { columns: "{period}" } });
    expect(spec.layout).not.toHaveProperty("raggedRows");
    expect(Object.values(spec.measures)).toMatchObject([{ label: "Applicants", statType: "count" }]);
    expect(dataset?.categories("geoLabels").map(({ label }) => label)).toEqual([
      "European Union - 27 countries",
      "Belgium",
      "Sweden",
    ]);
    expect(dataset?.observations).toHaveLength(9);
  });

  test("is called as its data set is, without the code of that", () => {
    const titles = described.flatMap((line) => line.split(",").filter((text) => text !== ""));
    expect(titleOf("x.csv", { titles })).toBe("Applicants by month");
    expect(
      titleOf("x.csv", { titles: ["Crown Copyright Reserved [from the office on 3 May]", "Pupils in care"] }),
    ).toBe("Pupils in care");
  });

  test("is called with who alone is counted in it", () => {
    const title = "Resident deaths by cause and sex";
    expect(titleOf("x.csv", { titles: [title, "Race=White and Ethnicity=Other"] })).toBe(
      `${title}, Race=White and Ethnicity=Other`,
    );
    expect(titleOf("x.csv", { titles: [title, "Sex = All", "p = provisional"] })).toBe(title);
  });

  test("has one period, and the unit in a line above", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Dataset: Membership of unions,,",
        "Unit of measure,,Percentage",
        "Time,,2010",
        "Country,,",
        "AUS: Australia,,18.08",
        "AUT: Austria,,28.37",
        "CZE: Czech Republic,,..",
        "DNK: Denmark,,68.51",
        "data extracted on 07 May 2014,,",
      ),
      { title: "Membership of unions" },
    );
    expect(spec.dimensions).toMatchObject({ country: { role: "area" }, period: { role: "time" } });
    expect(Object.values(spec.measures)).toMatchObject([{ label: "Membership of unions", unit: { other: "%" } }]);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2010"]);
  });
});

test("a key that has several names in each cell tells a dimension by each, and flags behind figures are notes", async () => {
  const years = [2019, 2020, 2021, 2022];
  const rows = ["AT", "BE", "BG", "CZ"].flatMap((geo, g) =>
    ["F", "M", "T"].map((sex, s) => {
      const cells = years.map((_, y) =>
        y === 1 && g === 2 ? ": " : `${1200 + 310 * g + 90 * s + y}${y === 3 ? " bp" : " "}`,
      );
      return `A,PC_X,${sex},${geo}\t${cells.join("\t")}`;
    }),
  );
  const { spec, dataset } = await guessOf(
    lines(`freq,unit,sex,geo\\TIME_PERIOD\t${years.map((year) => `${year} `).join("\t")}`, ...rows),
    { title: "Beds" },
  );
  expect(spec.layout?.dimensions).toEqual({
    sex: { column: "freq,unit,sex,geo\\TIME_PERIOD", pattern: "*,*,{},*" },
    geo: { column: "freq,unit,sex,geo\\TIME_PERIOD", pattern: "*,*,*,{}" },
  });
  expect(spec.layout?.noteMarks).toEqual(["bp"]);
  expect(dataset?.periods()).toHaveLength(4);
  expect(dataset?.observations).toHaveLength(48);
  expect(dataset?.observations.filter(({ cell }) => cell.state === "missing")).toHaveLength(3);
});

describe("a long table of an office", () => {
  const years = [2019, 2020, 2021, 2022];

  test("names its measure by the words beside a code, and its unit in thousands of them", async () => {
    const { spec } = await guessOf(
      lines(
        "LOCATION,Country,SUBJECT,Subject,TIME,Time,Unit Code,Unit,PowerCode Code,PowerCode,Value",
        ...["AUS,Australia", "AUT,Austria", "BEL,Belgium", "CAN,Canada"].flatMap((country, at) =>
          years.map((year) => `${country},EMP,Employment,${year},${year},PER,Persons,3,Thousands,${4012.375 + at}`),
        ),
      ),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ label: "Employment", unit: { other: "thousand persons" } }]);
  });

  test("has codes beside its labels that are no measures, a dash among them", async () => {
    const sexes = ["-,Both sexes", "1,Male", "2,Female"];
    const ages = ["-,All ages", "200,0 - 14 years", "300,15 - 64 years"];
    const { spec } = await guessOf(
      lines(
        "STATISTIC,Statistic Label,Year,C02199V02655,Sex,C02076V03371,Age Group,UNIT,VALUE",
        ...years.flatMap((year) =>
          sexes.flatMap((sex, s) =>
            ages.map(
              (age, a) => `PEA01,Estimates of the population,${year},${sex},${age},Number,${9000 + 100 * s + a}`,
            ),
          ),
        ),
      ),
    );
    expect(spec.layout?.measures).toEqual({ estimatesOfThePopulation: "VALUE" });
    expect(spec.layout?.ignore).toEqual(expect.arrayContaining(["C02199V02655", "C02076V03371"]));
  });

  test("says the same number of a target in all rows, which is no figure", async () => {
    const { spec } = await guessOf(
      lines(
        "Goal,Target,SeriesDescription,GeoAreaName,TimePeriod,Value",
        ...["Albania", "Armenia", "Austria", "Chile"].flatMap((country, at) =>
          years.map((year) => `3,3.2,"Infant deaths (number)",${country},${year},${1200 + 31 * at + year}`),
        ),
      ),
    );
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(spec.layout?.ignore).toEqual(expect.arrayContaining(["Goal", "Target"]));
  });

  test("has points between thousands in all of its figures, in a language that has commas before decimals", async () => {
    const rows = ["Albacete", "Alicante", "Almeria", "Burgos"].flatMap((name, at) =>
      years.map((year, index) => `${name};Mujeres;${year};${113 + 29 * at}.${111 + 87 * index}`),
    );
    const { spec, dataset } = await guessOf(lines("Provincias;Sexo;Periodo;Total", ...rows));
    expect(spec.layout).toMatchObject({ decimal: "," });
    expect(Object.values(spec.measures)).toMatchObject([{ statType: "count" }]);
    expect(dataset?.observations[0]?.cell).toEqual({ state: "value", value: 113_111 });
    // In English they are decimals.
    const english = rows.map((row) => row.replace("Mujeres", "Women"));
    const other = await guessOf(lines("Province;Sex;Period;Total", ...english));
    expect(other.spec.layout).not.toHaveProperty("decimal");
  });
});

describe("wholes and what they are of", () => {
  const years = [2019, 2020, 2021, 2022];
  const countries = ["EU27_2020", "BE", "BG", "CZ", "DK", "EE", "IE", "ES", "FR", "AT", "FI", "SE"];

  test("are sexes together by their code, and countries together, which are left out of the others", async () => {
    const { spec, remarks } = await guessOf(
      lines(
        "unit,sex,geo,TIME_PERIOD,OBS_VALUE",
        ...countries.flatMap((geo, g) =>
          ["F", "M", "T"].flatMap((sex, s) => years.map((year, y) => `PC_ACT,${sex},${geo},${year},${5 + g}.${s + y}`)),
        ),
      ),
      { title: "Unemployment rate" },
    );
    expect(spec.dimensions).toMatchObject({ sex: { total: "t" }, geo: { role: "area" } });
    expect(remarks.get("dimensions.sex.total")).toContain("Guessed from its name");
    expect(spec.layout?.rows?.except).toEqual({ geo: ["EU27_2020"] });
    expect(remarks.get("layout.rows")).toContain('"EU27_2020": codes of another form than those of countries');
    // One of the codes may be the name of its country.
    const codes = ["AUS", "AUT", "BEL", "CAN", "CHL", "CZE", "DNK", "FIN", "USA"];
    const others = await guessOf(
      lines(
        "LOCATION,TIME,Value",
        ...codes.flatMap((code, c) => years.map((year, y) => `${code},${year},${11 + c}.${y + 1}`)),
      ),
    );
    expect(others.remarks.get("dimensions.location")).not.toContain("may be totals");
  });

  test("are sexes in two languages below each group, a breakdown of their own", async () => {
    const groups = ["Genel toplam General Total", "Okuma bilmeyen Illiterate", "Lise High school"];
    const heads = groups.flatMap((group) => [group, "", ""]);
    const of = (group: number, year: number) => {
      const own = (at: number) => [3000 + 70 * at + year, 2000 + 90 * at - year];
      const [men = 0, women = 0] =
        group === 0 ? [0, 1].map((sex) => [1, 2].reduce((sum, at) => sum + (own(at)[sex] ?? 0), 0)) : own(group);
      return [men + women, men, women];
    };
    const { spec, dataset } = await guessOf(
      lines(
        `Yıl-Year,${heads.join(",")}`,
        `,${groups.map(() => "Toplam-Total,Erkek-Male,Kadın-Female").join(",")}`,
        ...[2008, 2009, 2010, 2011].map((year) => `${year},${groups.flatMap((_, at) => of(at, year)).join(",")}`),
      ),
      { title: "Population by education and sex" },
    );
    expect(spec.layout?.wide).toMatchObject({ columns: "{group} | {subgroup}" });
    expect(spec.dimensions).toMatchObject({ subgroup: { total: "toplam-total" } });
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.observations).toHaveLength(36);
  });

  test("are a country above its states, which stand behind a point", async () => {
    const states = [".Alabama", ".Alaska", ".Arizona", ".Arkansas", ".California"];
    const rows = states.map((state, at) => [state, ...years.map((year) => 4000 + 310 * at + year)]);
    const sums = years.map((_, y) => rows.reduce((sum, row) => sum + Number(row[y + 1]), 0));
    const { spec } = await guessOf(
      lines(`,${years.join(",")}`, `United States,${sums.join(",")}`, ...rows.map((row) => row.join(","))),
      { title: "Resident population" },
    );
    expect(Object.values(spec.dimensions)).toContainEqual(
      expect.objectContaining({ role: "area", total: "united-states" }),
    );
  });
});

test("a nation that is 100 throughout is what its areas are set against, and no sum of them", async () => {
  const { spec, remarks } = await guessOf(
    lines(
      ",All learners,Male learners,Female learners,School learners",
      "Isle of Anglesey,97,94,96,127",
      "Gwynedd,101,108,103,96",
      "Conwy,123,124,128,107",
      "Denbighshire,113,120,124,111",
      "Flintshire,96,117,100,132",
      "Wales,100,100,100,100",
    ),
    { title: "Learners over 16" },
  );
  expect(Object.values(spec.measures).map(({ statType }) => statType)).toEqual([
    "quantity",
    "quantity",
    "quantity",
    "quantity",
  ]);
  const [said] = [...remarks].filter(([field]) => field.endsWith(".total"));
  expect(said?.[1]).toBe('"Wales" is 100 throughout: what all others are set against, and no sum of them.');
});

test("a Dutch table is of regions, and its rates are of whom it says, in its own words", async () => {
  const rows = ["Nederland", "Groningen (PV)", "Drenthe (PV)", "Zeeland (PV)"].flatMap((region, r) =>
    [2019, 2020, 2021].map((year, y) => `"${region}";"${year}";"${1204 + 310 * r + y}";"${r + 6},${y + 1}"`),
  );
  const { spec } = await guessOf(
    lines(
      '"Huwende personen; regio"',
      `"Regio's";"Perioden";"Huwende mannen (aantal)";"Huwende mannen, relatief (per 1 000 gehuwde mannen)"`,
      ...rows,
      '"Bron: CBS."',
    ),
    { title: "Huwende personen" },
  );
  expect(
    Object.values(spec.dimensions)
      .map(({ role }) => role)
      .sort(),
  ).toEqual(["area", "time"]);
  expect(Object.values(spec.measures)).toContainEqual(
    expect.objectContaining({
      statType: "rate",
      population: "gehuwde mannen",
      unit: expect.objectContaining({ other: "Huwende mannen, relatief" }),
    }),
  );
});

test("a number of what the file is called by is a count of it, whatever that is otherwise", async () => {
  const rows = ["0-4", "5-9", "10-14", "15-19"].flatMap((age, at) => [
    `Male,${age},${52192 + at}`,
    `Female,${age},${49104 - at}`,
  ]);
  const { spec } = await guessOf(lines("Gender,Age,Number", ...rows), {
    title: "Age population",
    called: "Age population",
  });
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Age population", statType: "count" }]);
});

test("Northern Ireland among regions of England is not the whole of them", async () => {
  const regions = [
    "Cheshire",
    "Cumbria",
    "Devon",
    "Dorset",
    "Essex",
    "Kent",
    "Northern Ireland",
    "Surrey",
    "Tees Valley",
  ];
  const { spec } = await guessOf(
    lines("Region,Index of poverty", ...regions.map((region, at) => `${region},${31 + 7 * at}.${at}`)),
  );
  expect(Object.values(spec.dimensions)[0]).not.toHaveProperty("total");
});

describe("periods of an office", () => {
  const areas = ["Ashford", "Dover", "Swale"];

  test.each([
    ["DATE_NAME", ["2019", "2020", "2021"], undefined],
    ["DateCode", ["2019", "2020", "2021"], undefined],
    ["Period", ["2019.03", "2019.06", "2019.09"], "{yyyy}.{mm}"],
    ["Perioden", ["2019JJ00", "2020JJ00", "2021JJ00"], "{yyyy}JJ00"],
  ])("are told below %s", async (heading, texts, format) => {
    const rows = areas.flatMap((area, a) => texts.map((text, t) => `${area},${text},${120 + 31 * a + 17 * t}`));
    const { spec, dataset } = await guessOf(lines(`Area,${heading},Births`, ...rows));
    const time = Object.values(spec.dimensions).find(({ role }) => role === "time");
    expect(time).toEqual(expect.objectContaining({ role: "time", ...(format !== undefined && { format }) }));
    expect(dataset?.periods()).toHaveLength(3);
    expect(Object.keys(spec.measures)).toEqual(["births"]);
  });

  test("are spans of years across the top, as a program writes them", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Area,1950_1955,1955_1960,1960_1965",
        ...areas.map((area, a) => `${area},2.${31 + a},2.${17 + a},1.${91 + a}`),
      ),
    );
    expect(spec.layout?.wide).toMatchObject({ columns: "{period}" });
    expect(dataset?.periods()).toHaveLength(3);
  });

  test("stand beside codes of countries and of several of them, of which none is the whole of the others", async () => {
    const codes = ["EU15", "EA12", "BE", "DK", "DE", "IE", "EL", "ES", "FR", "IT", "AT", "FI", "SE", "UK"];
    const { spec } = await guessOf(
      lines(
        ["TIME/GEO", ...codes].join(","),
        ...["2019M01", "2019M02", "2019M03", "2019M04"].map((month, m) =>
          [month, ...codes.map((_, at) => `${98 + at}.${m + 1}`)].join(","),
        ),
      ),
    );
    expect(spec.dimensions["area"]).toMatchObject({ role: "area" });
    expect(spec.dimensions["area"]).not.toHaveProperty("total");
  });
});

describe("blocks below one another, each below a heading over its figures", () => {
  const blocks = {
    "Männer und Frauen": [
      ["Insgesamt", 600, 700, 800],
      ["0 bis 14", 250, 300, 330],
      ["15 und älter", 350, 400, 470],
    ],
    Männer: [
      ["Zusammen", 290, 330, 385],
      ["0 bis 14", 120, 140, 160],
      ["15 und älter", 170, 190, 225],
    ],
    Frauen: [
      ["Zusammen", 310, 370, 415],
      ["0 bis 14", 130, 160, 170],
      ["15 und älter", 180, 210, 245],
    ],
  };
  const csv = lines(
    "Bevölkerung nach Alter und Geschlecht seit 1991,,,",
    "Alter,1991 (15.5.),2001 1) (15.5.),2011 2) (31.10.)",
    ...Object.entries(blocks).flatMap(([block, rows]) => [`,${block},,`, ...rows.map((row) => row.join(","))]),
  );

  test("are a category, with their total, and their totals by other names are one", async () => {
    const { spec, dataset, remarks } = await guessOf(csv, { title: "Bevölkerung nach Alter" });
    expect(spec.dimensions).toMatchObject({
      alter: { total: "insgesamt", categories: [{ id: "insgesamt", aliases: ["Zusammen"] }] },
      sex: { label: "Sex", total: "manner-und-frauen" },
      period: { role: "time" },
    });
    expect(spec.layout).toMatchObject({ headerRow: 2, dimensions: { sex: { heading: "#B" } } });
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["1991", "2001", "2011"]);
    expect(dataset?.observations).toHaveLength(27);
    const found = dataset?.observations.find(
      ({ at }) => at["alter"] === "insgesamt" && at["sex"] === "frauen" && at.period?.startsWith("1991"),
    );
    expect(found?.cell).toEqual({ state: "value", value: 310 });
    expect(remarks.get("dimensions.alter.categories")).toContain("Guessed from its name");
  });
});

describe("a list of incidents without any figure", () => {
  test("is counted by area, by what each is and by month, and by nothing that names one", async () => {
    const kinds = ["Burglary", "Drugs", "Robbery"];
    const towns = ["Ashford", "Dover", "Swale", "Thanet"];
    const rows = Array.from({ length: 96 }, (_, row) =>
      [
        `${(row * 7919).toString(16).padStart(8, "0")}`,
        `2023-0${1 + (row % 3)}`,
        "Kent Police",
        `On or near Street ${row % 40}`,
        towns[row % 4],
        kinds[(row * 5) % 3],
        row % 3 === 0 ? "" : "Under investigation",
      ].join(","),
    );
    const { spec, dataset, remarks } = await guessOf(
      lines("Crime ID,Month,Reported by,Location,District,Crime type,Outcome", ...rows),
      { title: "Street crime" },
    );
    expect(spec.layout).toMatchObject({ counted: "streetCrime" });
    expect(spec.measures).toMatchObject({ streetCrime: { statType: "count" } });
    expect(Object.keys(spec.dimensions).sort()).toEqual(["crimeType", "district", "month"]);
    const total = dataset?.observations.reduce((sum, { cell }) => sum + (cell.state === "value" ? cell.value : 0), 0);
    expect(total).toBe(96);
    expect(remarks.get("measures.streetCrime.unit")).toContain("Guessed from");
  });
});

test("rows that lack a name, or a part of one, are left out of a guess that the data contradicts, and said to be", () => {
  const remarks = createRemarks();
  const spec: DatasetSpec = {
    title: "Incidents",
    dimensions: { kind: { role: "category", label: "Kind" } },
    measures: { dead: { label: "Dead", unit: { one: "death", other: "deaths" }, statType: "count" } },
    sources: { publisher: { title: "Incidents", publisher: "Office", kind: "official-statistics" } },
    layout: { dimensions: { kind: { joined: "{Kind} ({ID})" } }, rows: { except: { ID: ["x"] } } },
  };
  const unnamed: Diagnostic = {
    code: "unknown-category",
    severity: "error",
    message: "The row names no kind. 4 more like it: rows 343, 345, 346, 348.",
    source: { file: "incidents.csv", row: 332, field: "ID" },
  };
  const mended = mendGuess(spec, [unnamed], remarks);
  expect(mended?.layout?.rows).toEqual({ except: { ID: ["x", ""], Kind: [""] } });
  expect(remarks.all.get("layout.rows")).toContain('nothing in "Kind" or "ID" are left out');
  // What did not help once is not done again.
  expect(mended && mendGuess(mended, [unnamed], remarks)).toBeUndefined();
});
