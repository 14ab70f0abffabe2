import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...all: readonly string[]) => `${all.join("\n")}\n`;

describe("a heading that names nothing countable leaves the unit open", () => {
  test("numbers in a cohort, employment, and deeds in words; what is named is counted", async () => {
    const { spec, remarks } = await guessOf(
      lines(
        "Area,Total number in cohort,Employment_count,Causing death by negligence,Total figures,Number of pupils in cohort",
        "Kent,1912,412,204,811,33",
        "Essex,2210,398,317,902,41",
        "Devon,1877,277,189,655,52",
      ),
    );
    const measures = Object.entries(spec.measures);
    expect(measures.map(([, { unit }]) => unit.other)).toEqual([
      ...new Array<string>(4).fill("(unit not stated)"),
      "pupils in cohort",
    ]);
    const said = [...remarks.values()].join(" ");
    for (const name of ["Total number in cohort", "Employment", "Total figures"]) expect(said).toContain(name);
  });

  test("thousands are of what the heading names, or of what nobody said", async () => {
    const { spec, remarks } = await guessOf(
      lines("Cause,Deaths (000s),Burden (000s)", "Injury,4923.5,812.5", "Fever,1201.4,344.1", "Fall,633.9,219.6"),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
      "thousand deaths",
      "thousand (unit not stated)",
    ]);
    expect(remarks.get("measures.burden000s.unit")).toContain("What is counted");
  });
});

describe("keys of databases", () => {
  test("of two names with a stroke are split, and letters glued to figures are flags", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "indic_de,geo\\time\t2017 \t2018 \t2019 ",
        "JAN,AT\t8772865 \t8822267 \t8858775 ",
        "JAN,EL\t: \t10741165 bp\t10724599p",
        "JAN,FR\t66809816 \t67026224 \t67012883p",
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["geo", "period"]);
    expect(spec.layout?.unreadableCells).toBeUndefined();
    expect(dataset?.observations.map(({ cell }) => cell.state === "value" && cell.value)).toContain(10724599);
    expect(dataset?.observations.map(({ cell }) => cell.state === "value" && cell.value)).toContain(10741165);
  });

  test("of two names without one stay as they are", async () => {
    const { spec } = await guessOf(lines('"place,county",2019,2020', '"Deal,Kent",12,13', '"Ely,Cambs",14,15'));
    expect(Object.keys(spec.dimensions)).toHaveLength(2);
    expect(JSON.stringify(spec.layout)).not.toContain("*,{}");
  });
});

describe("headings are no higher than the names of columns", () => {
  test("lines of a key and a value above them, whom to ask and a lone number are no headings", async () => {
    const { spec } = await guessOf(
      lines(
        "Title:,Beds open overnight,,,,,,",
        "Published:,20th November 2014,,,,,,",
        "Contact:,Jane Roe - jane.roe@example.org,,,,,,",
        "Provider data,,,227,,,,",
        ",,,Available,,,Occupied,",
        "Code,Name,Year,Total,Maternity,Surgery,Total,Maternity",
        ...["Ash", "Elm", "Oak", "Yew"].map(
          (name, at) =>
            `Q${at}1,${name} Trust,2014-15,${750.5 + at},${32.25 + at},${90.5 + at},${633.5 + at},${20.5 + at}`,
        ),
      ),
    );
    expect(spec.layout?.headerRow).toEqual([5, 6]);
    expect(JSON.stringify(spec)).not.toMatch(/@|227|November/u);
  });

  test("the amount that rates below are of is no part of their names", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Deaths by cause,,,,",
        ",Year,2015,,2000,",
        ",Region,Global,,Global,",
        "Population (thousands),,7344362.316,,6118075.25,",
        "Code,Cause,Deaths,Rate per 100 000,Deaths,Rate per 100 000",
        "10,Injury,4923,67.1,4777,78.4",
        "20,Fever,11958,162.8,16160,264.5",
        "30,Fall,633,8.6,561,9.2",
        "40,Cancer,8764,119.3,6908,112.1",
      ),
    );
    expect(JSON.stringify(spec)).not.toMatch(/7344362|Population/u);
    expect(dataset?.periods().map(({ label }) => label)).toEqual(["2000", "2015"]);
  });
});

describe("areas that hold others of the table are no part of its ranks", () => {
  const boroughs = ["Barnet", "Bexley", "Brent", "Camden", "Ealing", "Enfield"];

  test("by their codes", async () => {
    const { spec, remarks, dataset } = await guessOf(
      lines(
        "Code,Area_name,Median pay,Mean age",
        ...boroughs.map((name, at) => `E0900000${at + 1},${name},${30100 + at * 217}.5,${33 + at}.4`),
        "E13000001,Inner part,34400.5,36.1",
        "E12000007,London,33100.5,36.2",
        "E92000001,England,28900.5,39.9",
        "K02000001,United Kingdom,28500.5,40.1",
      ),
    );
    expect(spec.layout?.rows?.except).toEqual({ Area_name: ["Inner part", "London", "England", "United Kingdom"] });
    expect(remarks.get("layout.rows")).toContain("another level");
    expect(dataset?.leaves("areaName").map(({ label }) => label)).toEqual(boroughs);
  });

  test("by their names, where what holds them all stays their total; nations beside regions stay", async () => {
    const { spec } = await guessOf(
      lines(
        "Area,Sessions",
        ...["ENGLAND,9110", "LONDON,5201", "INNER LONDON,3105", "OUTER LONDON,2096"],
        ...[...boroughs, "Hull", "York"].map((name, at) => `${name},${611 + at * 37}`),
      ),
    );
    expect(spec.layout?.rows?.except).toEqual({ Area: ["LONDON", "INNER LONDON", "OUTER LONDON"] });
    const regions = await guessOf(
      lines(
        "Code,Area,Rate of pay",
        ...["North East", "North West", "London", "South East"].map(
          (name, at) => `E1200000${at + 1},${name},${11 + at}.5`,
        ),
        "W92000004,Wales,12.5",
        "E92000001,England,14.25",
      ),
    );
    expect(JSON.stringify(regions.spec.layout?.rows ?? {})).not.toContain("Wales");
  });
});

describe("units in the file's own words", () => {
  test("in a sentence above the table", async () => {
    const { spec } = await guessOf(
      lines(
        "Timber deliveries",
        "Units are in thousands of green tonnes.",
        "Year,Public woodland,Private woodland",
        ...[2019, 2020, 2021, 2022].map((year, at) => `${year},${4100 + at * 31},${6200 + at * 17}`),
      ),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
      "thousand green tonnes",
      "thousand green tonnes",
    ]);
  });

  test("before a year at the end of a heading, and none of what figures are told for", async () => {
    const { spec } = await guessOf(
      lines(
        "Area,Supply gap (pounds) 2018,Deaths per 100 000",
        ...["Ash", "Elm", "Oak", "Yew"].map((name, at) => `${name},${21050 + at * 317}.5,${78 + at}.25`),
      ),
    );
    expect(Object.values(spec.measures)).toMatchObject([
      { label: "Supply gap 2018", unit: { other: "pounds" } },
      { unit: { other: "deaths" }, statType: "rate", per: 100_000 },
    ]);
  });
});

test("the year that is offered is that of the headings, and another one in the name is told", async () => {
  const { remarks } = await guessOf(
    lines("Council,Children at 31 March 2010,Sessions", "Ash,198,2714", "Elm,129,1070", "Oak,141,1705"),
    { title: "Absence 2009", called: "Absence 2009" },
  );
  expect(remarks.get("dimensions")).toContain('period: { value: "2010" }');
  expect(remarks.get("dimensions")).toContain("says 2009");
});

test("people of a group are called so, and those of all are people", async () => {
  const { spec } = await guessOf(
    lines(
      "Area,Total_population,Working_age_population,Prison population",
      "Ash,904,581,11",
      "Elm,830,523,9",
      "Oak,894,620,17",
    ),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
    "people",
    "people (working age)",
    "people (prison)",
  ]);
});
