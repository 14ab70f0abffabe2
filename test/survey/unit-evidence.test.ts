import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const areas = ["Kent", "Essex", "Devon", "Surrey", "Dorset", "Norfolk"];

describe("the unit of all figures is said by", () => {
  test.each([
    ["UNIT", "Person", { one: "person", other: "people" }],
    ["Unit", "Household", { one: "household", other: "households" }],
    ["Einheit", "Personen", { one: "Personen", other: "Personen" }],
    ["Unidad de medida", "Hogares", { one: "hogares", other: "hogares" }],
    ["Jednostka miary", "zł", { one: "złoty", other: "złoty" }],
  ])("a column of one value: %s, %s", async (heading, unit, expected) => {
    const { spec, remarks } = await guessOf(
      lines(`Area,Year,${heading},Value`, ...areas.map((area, at) => `${area},2019,${unit},${2140 + at * 31}`)),
    );
    const [[id, measure] = []] = Object.entries(spec.measures);
    expect(measure).toMatchObject({ unit: expected });
    expect(remarks.get(`measures.${id}.unit`)).toBeUndefined();
  });

  test("the heading of the first column, which is then no name of what stands below it", async () => {
    const parts = ["Assets", "Claims", "Cash", "Debts", "Equity"];
    const { spec } = await guessOf(
      lines(
        "1 000 CHF,town_bern,town_neuhausen_ar,town_chur",
        ...parts.map((part, at) => `${part},${310 + at}.25,${217 - at}.5,${118 + at * 3}.75`),
      ),
    );
    expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Category"]);
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(
      Array.from({ length: 3 }, () => "thousand Swiss francs"),
    );
  });

  test("no heading of bands that are told in it", async () => {
    const { spec } = await guessOf(
      lines("Minutes,Calls,Visits", "Up to 10,231,118", "10 to 20,218,131", "20 to 30,252,127", "Over 30,261,144"),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["calls", "visits"]);
  });

  test("the names of all series, as what they are told as 100 of", async () => {
    const items = ["Food prices (2010 = 100)", "All prices (2010 = 100)"];
    const { spec } = await guessOf(
      lines(
        "Country,Group,Year,Value",
        ...["Mali", "Chad", "Togo"].flatMap((country, at) =>
          items.flatMap((item) => [`${country},${item},2018,${110 + at}.2`, `${country},${item},2019,${113 + at}.4`]),
        ),
      ),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ statType: "quantity", unit: { other: "index points" } }]);
  });
});

describe("what a title says that is counted", () => {
  const rows = areas.map((area, at) => `${area},${2140 + at * 31},${418 + at * 7}`);
  const guessTitled = async (title: string) => {
    const { spec, remarks } = await guessOf(lines("Area,Primary,Secondary", ...rows), { title, called: "Figures" });
    return {
      units: Object.values(spec.measures).map(({ unit }) => unit.other),
      remark: [...remarks.values()].join(" "),
    };
  };

  test("is the unit where no heading says another, and is marked", async () => {
    const pupils = await guessTitled("Pupils by ethnic group and area");
    expect(pupils.units).toEqual(["pupils", "pupils"]);
    expect(pupils.remark).toContain("Guessed from the title");
    expect((await guessTitled("Home Payment recipients by area")).units).toEqual(["recipients", "recipients"]);
  });

  test("is none of averages and money", async () => {
    expect((await guessTitled("Average pupils by area")).units).not.toContain("pupils");
    expect((await guessTitled("Payments to recipients by area")).units).not.toContain("recipients");
  });

  test("is what it is a distribution of", async () => {
    expect((await guessTitled("Distribution of cases by ethnic group")).units).toEqual(["cases", "cases"]);
  });
});

describe("a very few numbers below zero among very many counts", () => {
  const table = (below: number, heading = "Cases") =>
    lines(
      `Country,Year,${heading}`,
      ...Array.from({ length: 60 }, (_, at) => `Place ${"abcdefghij"[at % 10]}${"klmnop"[at % 6]}${at}x`).flatMap(
        (name, at) =>
          Array.from(
            { length: 20 },
            (_, year) => `${name},${2000 + year},${at * 20 + year < below ? "-" : ""}${3 + ((at * 7 + year * 3) % 90)}`,
          ),
      ),
    );

  test("are corrections, and the others stay counts of which small ones are hidden", async () => {
    const { spec, remarks } = await guessOf(table(2));
    expect(spec.measures.cases).toMatchObject({ statType: "count" });
    expect(Object.values(spec.markers ?? {})).toEqual(["unavailable", "unavailable"]);
    expect(remarks.get("markers")).toContain("corrections");
    expect(spec.disclosure).toBeDefined();
  });

  test("are none where there are more of them, or the heading says what they are", async () => {
    expect((await guessOf(table(40))).spec.markers).toBeUndefined();
    expect((await guessOf(table(2, "Change in cases"))).spec.markers).toBeUndefined();
  });
});

test("what stands in parentheses before a colon is the unit of a heading, and what follows it is not", async () => {
  const { spec } = await guessOf(
    lines(
      "Area,Total use (GWh): All meters,Mean use (kWh per meter): Homes,Station (number): Hours",
      ...areas.map((area, at) => `${area},${2140 + at * 31}.25,${418 + at * 7}.5,${11 + at}`),
    ),
  );
  expect(Object.values(spec.measures).slice(0, 2)).toMatchObject([
    { label: "Total use: All meters", unit: { other: "GWh" } },
    { label: "Mean use: Homes", unit: { other: "kWh per meter" } },
  ]);
});

test.each(["CHF", "PLN", "CZK"])("thousands of %s are no people told in thousands, however small", async (currency) => {
  const { spec } = await guessOf(
    lines(`1 000 ${currency},Aarau,Chur`, "Assets,310.25,118.5", "Cash,0.004,0.007", "Claims,217.5,12.25"),
  );
  expect(Object.values(spec.measures).map(({ thousands }) => thousands)).toEqual([undefined, undefined]);
});

test("metres to the east and north are no codes of larger places", async () => {
  const rows = Array.from(
    { length: 24 },
    (_, at) => `L31 ${at}HN,${at % 8 === 0 ? 340000 + at * 10000 : 341186 + at * 7},${31 + at * 3}`,
  );
  const { spec, dataset } = await guessOf(lines("Postcode,Easting,Population", ...rows));
  expect(spec.layout?.rows).toBeUndefined();
  expect(dataset?.observations).toHaveLength(24);
});

test("all of something are so many of it, also by their age", async () => {
  const { spec } = await guessOf(
    lines(
      "Area,All usual residents,Usual residents aged 0-14 years",
      ...areas.map((area, at) => `${area},${2140 + at * 31},${418 + at * 7}`),
    ),
  );
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual([
    "usual residents",
    "usual residents aged 0-14 years",
  ]);
});

describe("months down the side", () => {
  const months = ["January", "February", "March", "April", "May", "June", "July", "August"];
  const rest = ["September", "October", "November", "December", "Year average"];

  test("are of the years across the top, with letters before these as well", async () => {
    const { spec, dataset } = await guessOf(
      lines("Months,Y2018,Y2019", ...[...months, ...rest].map((month, at) => `${month},${101 + at}.5,${104 + at}.5`)),
    );
    expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["time"]);
    expect(dataset?.observations).toHaveLength(24);
    expect(spec.layout?.rows).toEqual({ except: { Months: ["Year average"] } });
  });

  test("are names where the letters are not the same", async () => {
    const { spec } = await guessOf(
      lines("Months,Y2018,yr2019", ...months.map((month, at) => `${month},${101 + at}.5,${104 + at}.5`)),
    );
    expect(spec.layout?.wide?.columns ?? "").not.toContain("Y{period}");
  });
});

describe("a colon in the place of a figure", () => {
  const counts = Array.from(
    { length: 20 },
    (_, at) => `Area ${at}x,${5 * (at + 1)},${at % 4 === 0 ? ":" : 5 * (at + 1)}`,
  );

  test("is of what is not available, beside counts of which none is small", async () => {
    const { spec } = await guessOf(lines("Area,Applications,Decisions", ...counts));
    expect(spec.markers).toEqual({ ":": "unavailable" });
  });

  test("hides counts where the file says so", async () => {
    const { spec } = await guessOf(lines("Area,Applications,Decisions", ...counts, ",,", ": Fewer than 5 people,,"));
    expect(spec.markers).toEqual({ ":": "suppressed" });
  });

  test("as any sign, hides none where all counts are rounded, and that is marked", async () => {
    const { spec, remarks } = await guessOf(
      lines("Area,Applications,Decisions", ...counts.map((row) => row.replace(":", "--"))),
    );
    expect(spec.markers).toEqual({ "--": "unavailable" });
    expect(remarks.get("markers")).toContain("rounded");
  });
});
