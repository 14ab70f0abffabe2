import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const fullMonths = "January February March April May June July August September October November December".split(" ");
const days = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
const two = (value: number) => String(value).padStart(2, "0");

/** Nine days from the last of January on, so many days apart. */
const dates = (step = 1) => Array.from({ length: 9 }, (_, at) => new Date(Date.UTC(2022, 0, 28 + at * step)));
const iso = (date: Date) => date.toISOString().slice(0, 10);

const table = (headings: readonly string[], title?: string) =>
  [
    ...(title === undefined ? [] : [`"${title}"`]),
    ["Town", ...headings.map((text) => `"${text}"`)].join(","),
    ...["Ashford", "Bexhill", "Crawley", "Dover"].map((name, at) =>
      [name, ...headings.map((_, of) => 300 + at * 17 + ((of * 31) % 50))].join(","),
    ),
  ].join("\n");

const parts = (date: Date) =>
  ({
    day: date.getUTCDate(),
    month: months[date.getUTCMonth()] ?? "",
    full: fullMonths[date.getUTCMonth()] ?? "",
    weekday: days[date.getUTCDay()] ?? "",
  }) as const;

describe("days across the top are periods, however they are written", () => {
  test.each([
    ["January 3, 2022", (date: Date) => `${parts(date).full} ${parts(date).day}, 2022`],
    ["Jan 3 2022", (date: Date) => `${parts(date).month} ${parts(date).day} 2022`],
    ["January 3rd 2022", (date: Date) => `${parts(date).full} ${parts(date).day}th 2022`],
    ["3rd January 2022", (date: Date) => `${parts(date).day}th ${parts(date).full} 2022`],
    ["Mon 3 Jan 2022", (date: Date) => `${parts(date).weekday} ${parts(date).day} ${parts(date).month} 2022`],
    ["Cases January 3, 2022", (date: Date) => `Cases ${parts(date).full} ${parts(date).day}, 2022`],
    ["X2022.01.03", (date: Date) => `X${iso(date).replaceAll("-", ".")}`],
    ["20220103", (date: Date) => iso(date).replaceAll("-", "")],
    ["2022-01-03 00:00:00", (date: Date) => `${iso(date)} 00:00:00`],
    ["28/01/2022", (date: Date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/2022`],
  ] as const)("%s", async (_, write) => {
    const { spec, dataset } = await guessOf(table(dates().map(write)));
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.periods().map(({ start }) => start)).toEqual(dates().map(iso));
  });
});

describe("weeks across the top are weeks", () => {
  test.each([
    ["w/e 7 Jan 2022", (date: Date) => `w/e ${parts(date).day} ${parts(date).month} 2022`],
    ["Week ending 7 January 2022", (date: Date) => `Week ending ${parts(date).day} ${parts(date).full} 2022`],
  ] as const)("%s", async (_, write) => {
    const { dataset } = await guessOf(table(dates(7).map(write)));
    expect(dataset?.periods().map(({ endExclusive }) => endExclusive)).toEqual(
      dates(7).map((date) => iso(new Date(date.getTime() + 86_400_000))),
    );
    expect(dataset?.periods()[0]?.start).toBe("2022-01-22");
  });
});

describe("what says no year is of the one that the title names, which is told of", () => {
  const weekEnding = (date: Date) => `w/e ${parts(date).day} ${parts(date).month}`;
  test.each([
    ["days", (date: Date) => `${parts(date).day} ${parts(date).month}`, 1, "2022-01-28"],
    ["days behind their month", (date: Date) => `${parts(date).full} ${parts(date).day}`, 1, "2022-01-28"],
    ["weeks", weekEnding, 7, "2022-01-22"],
  ] as const)("%s", async (_, write, step, first) => {
    const { spec, dataset, remarks } = await guessOf(table(dates(step).map(write), "Calls taken, 2022"));
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.periods()[0]?.start).toBe(first);
    expect(remarks.get("layout.dimensions.period")).toContain("2022");
  });

  test("some months of it", async () => {
    const { dataset } = await guessOf(table(months.slice(0, 5), "Calls taken, 2022"));
    expect(dataset?.periods().map(({ start }) => start.slice(0, 7))).toEqual(
      [1, 2, 3, 4, 5].map((month) => `2022-0${month}`),
    );
  });

  test("but not where they go on into another year", async () => {
    const { spec } = await guessOf(table([...months.slice(9), ...months.slice(0, 3)], "Calls taken, 2022"));
    expect(spec.layout?.dimensions).not.toHaveProperty("period.joined");
  });
});

test("numbered weeks are groups of one measure", async () => {
  const { spec } = await guessOf(table(Array.from({ length: 6 }, (_, at) => `Week ${at + 1}`)));
  expect(Object.keys(spec.measures)).toHaveLength(1);
});

describe("the months of quarters below or beside their year are periods", () => {
  const quarters = (between: string, names = fullMonths) =>
    [0, 3, 6, 9].map((at) => `${names[at]}${between}${names[at + 2]}`);

  test.each([
    ["January to March", quarters(" to ")],
    ["January - March", quarters(" - ")],
    ["Jan–Mar", quarters("–", months)],
  ])("%s, in two rows", async (_, names) => {
    const headings = ["2021,,,,2022,,,", [...names, ...names].join()];
    const rows = ["North", "South", "East", "West"].map((name, at) =>
      [name, ...Array.from({ length: 8 }, (_, of) => 300 + at * 17 + ((of * 31) % 50))].join(),
    );
    const { spec, dataset } = await guessOf(`Town,${headings[0]}\n,${headings[1]}\n${rows.join("\n")}\n`);
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.periods().map(({ start, endExclusive }) => `${start}/${endExclusive}`)).toEqual(
      [2021, 2022].flatMap((year) => [
        `${year}-01-01/${year}-04-01`,
        `${year}-04-01/${year}-07-01`,
        `${year}-07-01/${year}-10-01`,
        `${year}-10-01/${year + 1}-01-01`,
      ]),
    );
  });

  test("in one row", async () => {
    const headings = [2021, 2022].flatMap((year) => quarters(" to ").map((name) => `${year} ${name}`));
    const { spec, dataset } = await guessOf(table(headings));
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.periods()).toHaveLength(8);
  });
});

test("months right before their years, behind the name of what is measured", async () => {
  const { spec, dataset } = await guessOf(table(["WTE_Dec15", "WTE_Apr16", "WTE_May16", "WTE_Jan17", "WTE_Feb17"]));
  expect(Object.values(spec.measures)).toMatchObject([{ unit: { one: "full-time equivalent" } }]);
  expect(spec.layout?.wide?.columns).toBe("WTE_{period}");
  expect(dataset?.periods().map(({ start }) => start)).toEqual([
    "2015-12-01",
    "2016-04-01",
    "2016-05-01",
    "2017-01-01",
    "2017-02-01",
  ]);
});

test("months right before what may be days are no periods", async () => {
  const { spec, dataset } = await guessOf(table(["Visits_Jan01", "Visits_Jan02", "Visits_Jan03", "Visits_Jan04"]));
  expect(Object.keys(spec.measures)).toHaveLength(4);
  expect(dataset?.observations).toHaveLength(16);
});

test("years by their middles, below a title and the year that the figures were made in", async () => {
  const headings = Array.from({ length: 9 }, (_, at) => `${1950 + at}.5`);
  const { spec, dataset } = await guessOf(
    `Rates of towns${",".repeat(9)}\nMade in 2025${",".repeat(9)}\n${",".repeat(9)}\n${table(headings).replaceAll(/,(\d{3})(?=,|\n|$)/gu, ",$1.25")}\n`,
  );
  expect(spec.layout?.headerRow).toBe(4);
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Figures" }]);
  expect(dataset?.periods().map(({ start }) => start)).toEqual(
    headings.map((text) => `${Number.parseInt(text, 10)}-01-01`),
  );
});
