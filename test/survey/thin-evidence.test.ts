import { describe, expect, it } from "vitest";
import { isGuessed } from "../../src/survey/index.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;
const isMarked = (remarks: ReadonlyMap<string, string>, field: string): boolean => isGuessed(remarks.get(field) ?? "");

describe("a guess from one weak sign is marked as one", () => {
  it("whole numbers that nothing else calls counts, and percentages by name", async () => {
    const { remarks } = await guessOf(
      lines("Area,Year,Confirmed,Unemployment rate", "Kent,2020,412,4.5", "Kent,2021,390,5.5", "Essex,2020,512,6.5"),
    );
    expect(isMarked(remarks, "measures.confirmed.statType")).toBe(true);
    expect(isMarked(remarks, "measures.unemploymentRate.statType")).toBe(true);
  });

  it("what is counted, by a name that is no usual one; a usual one is none", async () => {
    const { remarks, spec } = await guessOf(
      lines("Area,Year,Exclusions,Pupils", "Kent,2020,412,4500", "Kent,2021,390,5500", "Essex,2020,512,6500"),
    );
    expect(isMarked(remarks, "measures.exclusions.unit")).toBe(true);
    expect(spec.measures.exclusions?.unit.other).toBe("exclusions");
    expect(remarks.has("measures.pupils.unit")).toBe(false);
  });

  it("a total by its name alone; one that the figures show is no guess", async () => {
    const rows = (total: (year: number) => number) =>
      lines(
        "Area,Year,Rooms sold",
        ...[2020, 2021, 2022].flatMap((year, at) => [
          `Ashford,${year},${120 + at}`,
          `Dover,${year},${98 + 3 * at}`,
          `Swale,${year},${140 + 2 * at}`,
          `Thanet,${year},${100 - 3 * at}`,
          `Medway,${year},${300 - 3 * at}`,
          `England,${year},${total(758)}`,
        ]),
      );
    expect(isMarked((await guessOf(rows((sum) => sum))).remarks, "dimensions.area.total")).toBe(false);
    expect(isMarked((await guessOf(rows((sum) => sum + 200))).remarks, "dimensions.area.total")).toBe(true);
  });

  it("a module is written with them, each with its reason", async () => {
    const { remarks } = await guessOf(lines("Area,2020,2021", "Kent,412,390", "Essex,512,640"), { title: "Figures 7" });
    const guessed = [...remarks.values()].filter((text) => isGuessed(text));
    expect(guessed.length).toBeGreaterThan(0);
    for (const text of guessed) expect(text).toMatch(/^Guessed from (?:its|the) [\p{L} ]+; check\. /u);
  });
});

describe("units that a name does not make", () => {
  it.each([
    ["Vacancies sc", "(unit not stated)"],
    ["Household Deprivation: all categories", "(unit not stated)"],
    ["All ages", "(unit not stated)"],
    ["Both sexes", "(unit not stated)"],
    ["Population la", "people"],
    ["Population England and regions", "people"],
    ["Population density", "(unit not stated)"],
    ["People fully vaccinated", "people fully vaccinated"],
    ["Deaths registered", "deaths registered"],
  ])("%s: %s", async (heading, unit) => {
    const { spec } = await guessOf(
      lines(`Area,Year,"${heading}",Dwellings`, "Kent,2020,412,4500", "Kent,2021,390,5500", "Essex,2020,512,6500"),
    );
    expect(Object.values(spec.measures)[0]?.unit.other).toBe(unit);
  });

  it("a balance of migration is no money", async () => {
    const { spec } = await guessOf(
      lines("Area,Year,Migration balance", "Kent,2020,412", "Kent,2021,-390", "Essex,2020,512"),
    );
    expect(spec.measures.migrationBalance).toMatchObject({
      statType: "quantity",
      unit: { other: "(unit not stated)" },
    });
  });
});

describe("periods in two places", () => {
  const months = "January February March April May June July August September October November December".split(" ");
  it("months down and years across are months of years, and a row of whole years is none of them", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Month,2021,2022,% change",
        ...months.map((month, at) => `${month},${100 + at},${200 + at},${50 + at / 10}`),
        "Total,1266,2466,94.8",
      ),
      { title: "Tourist arrivals" },
    );
    expect(dataset?.periods().map(({ label }) => label)).toEqual(
      ["2021", "2022"].flatMap((year) => months.map((month) => `${month} ${year}`)),
    );
    expect(spec.layout?.rows).toEqual({ except: { Month: ["Total"] } });
    expect(Object.values(spec.dimensions).map(({ role }) => role)).toEqual(["time"]);
    const last = dataset?.observations.find(({ at }) => at.period?.startsWith("2022-12"));
    expect(last?.cell).toEqual({ state: "value", value: 211 });
  });

  it("quarters down beside areas too", async () => {
    const rows = ["Kent", "Essex"].flatMap((area, more) =>
      ["Q1", "Q2", "Q3", "Q4"].map((quarter, at) => `${area},${quarter},${110 + at + more},${130 + at}`),
    );
    const { spec, dataset } = await guessOf(lines("Area,Quarter,2021,2022", ...rows), { title: "Referrals" });
    expect(dataset?.periods()).toHaveLength(8);
    expect(spec.dimensions.area).toMatchObject({ role: "area" });
  });

  it("months that are all three apart may be of quarters", async () => {
    const rows = ["2020", "2021"].flatMap((year) =>
      ["Mar", "Jun", "Sep", "Dec"].map((name) => `${name}-${year},${year}`),
    );
    const { remarks } = await guessOf(lines("Period,Index", ...rows));
    expect(remarks.get("dimensions.period")).toContain("three apart");
  });

  it("months that are a year apart, or half of one, are none of quarters", async () => {
    const of = async (names: readonly string[]) => {
      const years = ["2018", "2019", "2020", "2021", "2022", "2023", "2024"];
      const rows = years.flatMap((year, at) => names.map((name) => `${name}-${year},${101.5 + at}`));
      return (await guessOf(lines("Period,Index", ...rows))).remarks.get("dimensions.period") ?? "";
    };
    expect(await of(["Apr"])).not.toContain("apart");
    expect(await of(["Mar", "Sep"])).not.toContain("apart");
    expect(await of(["Mar", "Jun", "Sep", "Dec"])).toContain("three apart");
  });
});

it("a table below another is none of it, also with the same years across", async () => {
  const { spec, dataset } = await guessOf(
    lines(
      "Table 1: Referrals by area,,",
      "Area,2020,2021",
      "Ashford,120,130",
      "Dover,98,110",
      ",,",
      "Table 2: Referrals by age,,",
      "Age group,2020,2021",
      "0 to 4,88,90",
      "5 to 10,120,139",
    ),
  );
  expect(dataset?.categories("area").map(({ label }) => label)).toEqual(["Ashford", "Dover"]);
  expect(spec.layout?.lastRow).toBe(4);
});

it("headings of statistical offices say the unit, how often, and what kind, each in a row of its own", async () => {
  const row = (name: string, ...cells: readonly string[]) => [name, ...cells].join(",");
  const { spec } = await guessOf(
    lines(
      row("", "Pay ;  Private ;", "Pay ;  Public ;", "Change of pay ;  Private ;", "Change of pay ;  Public ;"),
      row("Unit", "Index Numbers", "Index Numbers", "Percent", "Percent"),
      row("Series Type", "Original", "Original", "Original", "Original"),
      row("Data Type", "INDEX", "INDEX", "PERCENT", "PERCENT"),
      row("Frequency", "Month", "Month", "Month", "Month"),
      ...Array.from({ length: 9 }, (_, at) => row(`2020-0${at + 1}`, `10${at}.1`, `10${at}.2`, `1.${at}`, `2.${at}`)),
    ),
  );
  expect(Object.values(spec.measures).map(({ label, unit }) => `${label}: ${unit.other}`)).toEqual([
    "Pay, Private: index points",
    "Pay, Public: index points",
    "Change of pay, Private: %",
    "Change of pay, Public: %",
  ]);
});

it("headings with the word countries are no areas, where none of them is known", async () => {
  const flows = ["Arrivals from foreign countries", "Departures to foreign countries", "Moves within the country"];
  const headings = ["Germans_Male", "Germans_Female", "Total_Male", "Total_Female"].flatMap((who) =>
    flows.map((flow) => `${who}_${flow}`),
  );
  const rows = ["Bayern", "Berlin", "Hessen"].flatMap((state, more) =>
    [2020, 2021].map((year) => [state, year, ...headings.map((_, at) => 1000 + 37 * at + 11 * more)].join(",")),
  );
  const { spec } = await guessOf(lines(`State,Year,${headings.join(",")}`, ...rows));
  const areas = Object.values(spec.dimensions).filter(({ role }) => role === "area");
  expect(areas.map(({ label }) => label)).toEqual(["State"]);
});

it("a sign that stands where no small count does hides them, and one beside small counts does not", async () => {
  const rows = (few: number) =>
    Array.from({ length: 12 }, (_, at) => `Area ${at + 1},${at % 3 === 0 ? "." : at === 1 ? few : at * 5},${at * 7}`);
  const hidden = await guessOf(lines("Area,Homeless,Households", ...rows(6)));
  expect(hidden.spec.markers).toEqual({ ".": "suppressed" });
  expect(hidden.remarks.get("markers")).toContain("taken for counts that are hidden");
  expect((await guessOf(lines("Area,Homeless,Households", ...rows(3)))).spec.markers).toEqual({ ".": "unavailable" });
});

it("gifts to many who have one each are told by what they are for", async () => {
  const programmes = ["Community", "Health", "Arts"];
  const rows = Array.from(
    { length: 27 },
    (_, at) =>
      `${at + 1},Club ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at] ?? "A"} of Kent,${5000 + at * 130},${programmes[at % 3]}`,
  );
  const { spec, dataset } = await guessOf(lines("Grant number,Recipient,Amount awarded,Programme", ...rows));
  expect(Object.values(spec.dimensions).map(({ label }) => label)).toEqual(["Programme"]);
  expect(spec.layout?.repeatedRows).toBe("sum");
  expect(dataset?.observations).toHaveLength(3);
});
