import { describe, expect, test } from "vitest";
import { englishMonthNames } from "../../src/dataset/english-month-names.ts";
import { countCalls } from "../support/count-calls.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

describe("what headings say of their figures", () => {
  test("the months of several measures are periods, with the year that each row has", async () => {
    const headings = ["Fuel used", "Power made"].flatMap((name) =>
      englishMonthNames.map((month) => `${name} ${month}`),
    );
    const row = (plant: string, at: number) =>
      `${plant},2022,${headings.map((_, month) => 100 * at + month).join(",")}`;
    const { spec, dataset } = await guessOf(
      lines(`Plant,Year,${headings.join(",")}`, row("Mill Lane", 1), row("Dockside", 2), row("Old Quay", 3)),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Fuel used", "Power made"]);
    expect(dataset?.periods()).toHaveLength(12);
    expect(dataset?.observations).toHaveLength(72);
  });

  test.each(["7T Faelle", "7-day cases", "Cases in the last 14 days", "cases_7d", "Rolling count"])(
    "%s overlaps from one day to the next, and is told to",
    async (heading) => {
      const { remarks } = await guessOf(
        lines(`Date,${heading}`, ...[11, 25, 19, 44].map((count, at) => `2023-03-0${at + 1},${count}`)),
      );
      expect([...remarks.values()].join(" ")).toContain("never add it up over time");
    },
  );

  test.each(["Cases in 2019", "Class 7 pupils", "Cases"])("%s does not", async (heading) => {
    const { remarks } = await guessOf(
      lines(`Date,${heading}`, ...[11, 25, 19, 44].map((count, at) => `2023-03-0${at + 1},${count}`)),
    );
    expect([...remarks.values()].join(" ")).not.toContain("never add it up over time");
  });

  test("of a rate per 100,000 a short form behind it is not whom it is of", async () => {
    const { spec } = await guessOf(
      lines("Year,Rate per 100000 NL,Rate per 100000 children", "2019,9.1,3.4", "2020,8.7,3.9", "2021,8.2,4.4"),
    );
    expect(Object.values(spec.measures).map(({ population }) => population)).toEqual([undefined, "children"]);
  });

  test("the unit above areas beside a series is that of the series", async () => {
    const { spec } = await guessOf(
      lines("Men under 15 (%),1990,1995,2000", "France,10.5,10.7,10.1", "Spain,12.2,11.4,10.9", "Italy,9.5,9.9,9.1"),
    );
    expect(Object.values(spec.measures)).toMatchObject([{ unit: { one: "%" } }]);
  });

  test("a unit that a column says of all rows is that of all figures", async () => {
    const { spec } = await guessOf(
      lines(
        "Year,Coal,Oil,Units",
        ...[1990, 1991, 1992].map((year, at) => `${year},${4500 + at * 7},${910 + at * 31},TJ`),
      ),
    );
    expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["TJ", "TJ"]);
  });

  test.each(["Gemnr", "BEZIRKSNUMMER", "Wahlkreisnr."])("%s counts nothing", async (heading) => {
    const { spec } = await guessOf(
      lines(
        `Gemeente,${heading},Personen`,
        ...["Delft", "Gouda", "Breda", "Sneek"].map((name, at) => `${name},${518 + at * 77},${9100 + at * 13}`),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Personen"]);
  });

  test("units that are none are no measures", async () => {
    const { spec } = await guessOf(
      lines(
        "Year,Group,Units,Value",
        ...["Women,Gender", "Men,Gender", "Under 40,Age group", "Over 40,Age group"].flatMap((own, at) =>
          [2019, 2020].map((year) => `${year},${own},${31.5 + at * 7}`),
        ),
      ),
    );
    expect(Object.keys(spec.measures)).toHaveLength(1);
  });
});

describe("names and codes", () => {
  test("an office goes by its name, wherever that stands, and not by its id", async () => {
    const offices = ["Mayor of Northtown", "Sheriff of Kent", "Clerk of the Court"];
    const { spec } = await guessOf(
      lines(
        "raceid,candidate,votes,status,place,officename",
        ...offices.flatMap((office, at) =>
          ["Ann Lee", "Bo Roe"].map(
            (who, on) => `${office.toLowerCase().replaceAll(" ", "-")},${who},${900 + 10 * at + on},,,${office}`,
          ),
        ),
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["officename", "candidate"]);
  });

  test("what each of a few things is described as, row after row, names it", async () => {
    const { spec } = await guessOf(
      lines(
        "Group,Description,Year,Value",
        ...["Taxes,Customs duty", "Taxes,Land tax", "Fees,Passports"].flatMap((name, at) =>
          [2020, 2021, 2022, 2023].map((year, on) => `${name},${year},${at * 811 + on * 7 + 100}`),
        ),
      ),
    );
    expect(Object.keys(spec.dimensions)).toEqual(["description", "year"]);
  });

  test("numbers in sequence of precincts are no percentages", async () => {
    const { spec } = await guessOf(
      lines(
        "Precinct,Pct_seq_nbr,Votes",
        ...["North", "South", "East", "West"].map((name, at) => `${name},${at * 9 + 1},${at * 311 + 77}`),
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Votes"]);
  });
});

describe("empty cells", () => {
  const table = (blank: (sum: number) => number) =>
    lines(
      "Town,Sex,Party,Votes",
      ...["Ayton", "Beeton", "Seaton", "Upton"].flatMap((town, at) =>
        ["Women", "Men", ""].flatMap((sex, of) => {
          const times = of === 2 ? 2 : 1;
          const own = ["Red", "Blue", "Green"].map((_, on) => (500 + at * 70 + on * on * 110) * times);
          const sum = own.reduce((all, one) => all + one, 0);
          return ["Red", "Blue", "Green", ""].map((name, on) => `${town},${sex},${name},${own[on] ?? blank(sum)}`);
        }),
      ),
    );

  test("that are the sum of the others are their total", async () => {
    const { spec } = await guessOf(table((sum) => sum));
    expect(spec.dimensions.party).toMatchObject({ total: "all" });
  });

  test("that are not are what is not stated", async () => {
    const { spec, dataset } = await guessOf(table((sum) => Math.round(sum * 0.61)));
    expect(spec.dimensions.party).not.toHaveProperty("total");
    expect(dataset?.categories("party").map(({ label }) => label)).toContain("Not stated");
  });
});

describe("periods", () => {
  test("midnight is the beginning of a day, also of several rows on one", async () => {
    const { spec, dataset } = await guessOf(
      lines(
        "Date,Question,Yes",
        ...["2024-6-9 00:00", "2024-11-24 00:00"].flatMap((day, at) =>
          ["Roads", "Schools"].map((of, on) => `${day},${of},${4100 + at * 33 + on}`),
        ),
      ),
    );
    expect(Object.values(spec.dimensions).map(({ role }) => role)).toContain("time");
    expect(dataset?.periods()).toHaveLength(2);
  });

  test("moments are told to be some", async () => {
    const { remarks } = await guessOf(
      lines("When,Size", ...["03:58:51", "17:02:12", "21:40:00"].map((time, at) => `2005-12-18 ${time},2.${at}`)),
    );
    expect([...remarks.values()].join(" ")).toContain("Moments");
  });

  test("that are still to come are told to be projections", async () => {
    const table = (last: number) =>
      lines(
        "Country,Year,People",
        ...["Peru", "Chile"].flatMap((name) => [1980, 1990, last].map((year) => `${name},${year},${year * 971}`)),
      );
    const said = async (last: number) => [...(await guessOf(table(last))).remarks.values()].join(" ");
    expect(await said(2190)).toContain("projections");
    expect(await said(2000)).not.toContain("projections");
  });
});

test("a long list of names is looked through in one go", async () => {
  const callsOf = (count: number) => {
    const rows = Array.from({ length: count }, (_, at) => `Item ${at} and ${at * 7}x,${at}.5`);
    return countCalls(() => guessOf(lines("Item,Amount spent (£)", ...rows)));
  };
  // Each with each, sixteen times as many.
  expect((await callsOf(4_000)) / (await callsOf(1_000))).toBeLessThan(6);
});
