import { expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const towns = ["Ashford", "Dover", "Swale", "Thanet", "Maidstone"];
const years = [2011, 2012, 2013, 2014, 2015, 2016, 2017];
const isAsked = async (csv: string): Promise<boolean> =>
  [...(await guessOf(csv)).remarks.values()].some((text) => text.includes('"2017" is far below all periods before'));

const byTown = (last: (town: number) => number | string) =>
  lines(
    `Town,${years.join(",")}`,
    ...towns.map((town, at) =>
      [town, ...years.slice(0, -1).map((_, year) => 410 + at * 61 + ((year * 37) % 29)), last(at)].join(","),
    ),
  );

test("a last period far below all before it in every row is asked about", async () => {
  expect(await isAsked(byTown((at) => 160 + at * 20))).toBe(true);
});

test("one that falls in some rows alone, by little, or as far as others, is as it is", async () => {
  expect(await isAsked(byTown((at) => (at < 3 ? 160 : 480) + at * 20))).toBe(false);
  expect(await isAsked(byTown((at) => 330 + at * 50))).toBe(false);
  const falling = years.map((year, at) => `${year},${Math.round(90_000 * 0.45 ** at)}`);
  expect(await isAsked(lines("Year,Births", ...falling))).toBe(false);
});

test("less of a fall is enough where most of the columns are blank, and a stock is asked nothing", async () => {
  const year = (label: number, at: number, births: number) => {
    const rates =
      label === 2017 ? ["", "", ""] : [12.3 + at / 10, 80.1 - at / 7, 1.61 + at / 90].map((own) => own.toFixed(2));
    return [label, births, ...rates].join(",");
  };
  const csv = (heading: string, last: number) =>
    lines(
      `Year,${heading},Crude rate,Adjusted rate,Index of rates`,
      ...years.map((label, at) => year(label, at, label === 2017 ? last : 710 + ((at * 37) % 53))),
    );
  expect(await isAsked(csv("Births", 430))).toBe(true);
  expect(await isAsked(csv("Births", 640))).toBe(false);
  expect(await isAsked(csv("Population", 430))).toBe(false);
});

test("a last period of what is counted that is not over is asked about, and nothing is told to rise or fall to it", async () => {
  const csv = (heading: string) => lines(`Year,${heading}`, ...years.map((year, at) => `${year},${5071 + at * 301}`));
  const startOn = async (date: string, heading = "Births") => {
    const { spec, dataset, remarks } = await guessOf(csv(heading), { date });
    const said = [...remarks.values()].some((text) => text.includes(`"2017" is not over on ${date}`));
    if (!dataset) throw new Error("Nothing was read.");
    return [said, chooseStart(dataset, spec, date).isComparable];
  };
  expect(await startOn("2017-01-01")).toEqual([true, false]);
  expect(await startOn("2017-12-31")).toEqual([true, false]);
  expect(await startOn("2018-01-01")).toEqual([false, true]);
  expect(await startOn("2016-12-31")).toEqual([false, true]);
  expect(await startOn("2017-11-02", "Average price")).toEqual([false, true]);
});

test("a first page is about the last period that is over, and says that the one after it is not", async () => {
  const csv = lines(
    "Area,Year,Births",
    ...towns.flatMap((town, at) => years.map((year) => `${town},${year},${571 + at * 61 + (year % 7)}`)),
  );
  const { spec, dataset } = await guessOf(csv);
  if (!dataset) throw new Error("Nothing was read.");
  const { latest, happened } = chooseStart(dataset, spec, "2017-11-02");
  expect([latest, happened.underWay?.label, happened.until, happened.periods.length]).toEqual([
    "2016",
    "2017",
    "2017-01-01",
    6,
  ]);
  const over = chooseStart(dataset, spec, "2018-01-01");
  expect([over.latest, over.happened.underWay]).toEqual([undefined, undefined]);
});

test("of as many years as half years, those of which more is told are compared, by areas that have figures of them", async () => {
  const yearly = towns
    .slice(1)
    .flatMap((town, at) => ["2017/18", "2018/19"].map((year, of) => `${town},${year},${21 + at * 7 + of * 5}`));
  const halves = ["Apr-Sep 2018", "Oct 2018-Mar 2019"].map((half, of) => `Ashford,${half},${926 + of}`);
  const { spec, dataset } = await guessOf(lines("Area,Period,Offences", ...halves, ...yearly));
  if (!dataset) throw new Error("Nothing was read.");
  expect(spec.dimensions).toMatchObject({ period: { frequency: "annual" } });
  expect(chooseStart(dataset, spec)).toMatchObject({ area: "maidstone", latest: undefined });
  // Also where somebody says of which periods a page is to tell.
  const byHalves = {
    ...spec,
    dimensions: { ...spec.dimensions, period: { role: "time", label: "Period", frequency: "half-yearly" } },
  } as const;
  expect(chooseStart(dataset, byHalves).area).toBe("ashford");
});
