import { describe, expect, test } from "vitest";
import {
  areaSpec,
  barSpec,
  type ChartAnnotation,
  type ChartRow,
  compileChart,
  describeChart,
  sparklinesSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

const years = ["2005", "2014", "2015", "2016", "2017"];
const rowsOf = (periods: readonly string[], areas = ["Kent", "Essex"]): ChartRow[] =>
  areas.flatMap((area, line) =>
    periods.map((period, index) => ({ area, period, n: 40 - 3 * index - 5 * line, highlight: line === 0 })),
  );
const trend = trendSpec({ x: "period", y: "n", series: "area", yTitle: "Births" });
const drawn = async (spec: object, rows: readonly ChartRow[], options = {}) =>
  (await compileChart({ id: "chart", spec, fonts })).render(rows, options);
/** Positions of the points of the first line, as shares of the way from its first to its last. */
const shares = (svg: string, count: number) => {
  const paths = [...svg.matchAll(/ d="M([^"Zmhva]+)"/g)].map(([, path = ""]) => path.split("L").map(Number.parseFloat));
  const line = paths.find(({ length }) => length === count) ?? [];
  const [first = 0, last = 0] = [line[0], line.at(-1)];
  return line.map((x) => Number(((x - first) / (last - first)).toFixed(3)));
};

describe("periods at unequal distances", () => {
  test("are told by what there is", async () => {
    const { alt } = await drawn(trend, rowsOf(years));
    expect(alt).toContain("Figures for 2005, then 2014 to 2017.");
    expect(describeChart(trend, rowsOf(years))).toContain("Figures for 2005, then 2014 to 2017.");
    const scattered = await drawn(trend, rowsOf(["1961", "1971", "1981", "1991", "2011", "2021"]));
    expect(scattered.alt).toContain("Figures for 6 periods from 1961 to 2021, at unequal distances.");
    const words = createWords({ language: findLanguage("cy") });
    expect(describeChart(trend, rowsOf(years), { words })).toContain("Ffigurau ar gyfer 2005, yna 2014 – 2017.");
    expect(words.charts.unequalPeriods({ count: 1200, from: "1800", to: "2010" })).toContain("1,200");
    expect(describeChart(trend, rowsOf(years.slice(1)))).not.toContain("Figures for");
  });

  test("are named from the first on, wherever rounding puts it", async () => {
    const periods = ["2001", "2003", "2008", "2011", "2016", "2021", "2022", "2023"];
    const fields = { x: "period", y: "n", series: "area" };
    for (const widthPx of [520, 640, 700, 760, 900]) {
      for (const spec of [sparklinesSpec({ ...fields, widthPx }), areaSpec(fields)]) {
        const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rowsOf(periods));
        expect(chart.untraced).toEqual([]);
        expect(chart.texts).toEqual(expect.arrayContaining(["2001", "2023"]));
      }
    }
  });

  test("are not told by one that a filter has taken out", async () => {
    const { transform = [] } = trend as { transform?: readonly object[] };
    const filtered = { ...trend, transform: [{ filter: "datum.period !== '2005'" }, ...transform] };
    const { alt, longDescription } = await drawn(filtered, rowsOf(years));
    expect(`${alt} ${longDescription}`).not.toContain("Figures for");
  });

  test("have what all begin with once", async () => {
    const { alt } = await drawn(trend, rowsOf(years.map((year) => `year ending March ${year}`)));
    expect(alt).toContain("Figures for 2005, then 2014 to 2017.");
  });

  test("are read as whoever knows them says", async () => {
    const names = ["Wave A", "Wave B", "Wave C"];
    const startOf: Readonly<Record<string, string>> = { "Wave A": "2010", "Wave B": "2011", "Wave C": "2015" };
    const { svg } = await drawn(trend, rowsOf(names), {
      periodOf: (name: string) => ({
        start: `${startOf[name]}-04-06`,
        endExclusive: `${Number(startOf[name]) + 1}-04-06`,
      }),
    });
    expect(shares(svg, 3)).toEqual([0, 0.2, 1]);
    const unknown = await drawn(trend, rowsOf(names));
    expect(shares(unknown.svg, 3)).toEqual([0, 0.5, 1]);
  });

  test("that rows name to and fro are drawn in the order of time, and those from the latest on as they are", async () => {
    expect(shares((await drawn(trend, rowsOf(["2014", "2005", "2017"]))).svg, 3)).toEqual([0, 0.75, 1]);
    const falling = await drawn(trend, rowsOf(["2017", "2014", "2005"]));
    expect(shares(falling.svg, 3)).toEqual([0, 0.25, 1]);
    expect(falling.texts.filter((text) => /^20\d\d$/.test(text))).toEqual(["2017", "2014", "2005"]);
  });

  test("within a year stand in their order where the first area lacks one", async () => {
    const months = ["March 2020", "April 2020", "May 2020", "July 2020"];
    const rows = rowsOf(months).filter(({ area, period }) => area !== "Kent" || period !== "April 2020");
    const { texts } = await drawn(trend, rows);
    expect(texts.filter((text) => months.includes(text))).toEqual(months.filter((text) => texts.includes(text)));
  });

  test("of unlike lengths are no line, and are warned of as columns", async () => {
    const rows = rowsOf(["2018", "2019", "2020 Q1"], ["Kent"]);
    const [error] = await laterErrorsOf(() => drawn(trend, rows));
    expect(error).toMatchObject({
      code: "chart-mixed-periods",
      message: expect.stringContaining("2020 Q1 is shorter"),
    });
    const { diagnostics } = await drawn(barSpec({ x: "period", y: "n" }), rows);
    expect(diagnostics.map(({ code }) => code)).toEqual(["chart-mixed-periods"]);
    // Months are alike.
    await expect(drawn(trend, rowsOf(["January 2020", "February 2020", "June 2020"]))).resolves.toBeDefined();
  });

  test("are no ages and no names", async () => {
    const ages = barSpec({ x: "period", y: "n" });
    const { alt, diagnostics } = await drawn(ages, rowsOf(["10-14", "15-17", "18-24"], ["Kent"]));
    expect(alt).not.toContain("Figures for");
    expect(diagnostics).toEqual([]);
  });
});

const annotations = [
  { kind: "shaded", from: "2005", to: "2014", label: "No survey" },
  { kind: "break", from: "2015", label: "New system" },
] as const satisfies readonly ChartAnnotation[];

describe("what stands beside them", () => {
  test.each([
    ["trendSpec", trendSpec({ x: "period", y: "n", series: "area", annotations }), rowsOf(years)],
    ["areaSpec", areaSpec({ x: "period", y: "n", series: "area", annotations }), rowsOf(years)],
    ["barSpec", barSpec({ x: "period", y: "n", annotations }), rowsOf(years, ["Kent"])],
    [
      "barSpec of more empty years than have a place each",
      barSpec({ x: "period", y: "n", annotations }),
      rowsOf(["1940", "1960", "2005", "2012", "2014", "2015", "2016"], ["Kent"]),
    ],
  ])("%s has notes at their time, which the audit follows", async (_, spec, rows) => {
    const { texts, untraced, svg } = await drawn(spec, rows);
    expect(untraced).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(["No survey", "New system"]));
    // A wide line from half a year before 2005, cut off at the edge, to half a year after 2014.
    expect(svg).toMatch(/opacity="0.1"/);
  });

  test("gaps have a bracket from their first period to their last", async () => {
    const rows = rowsOf(years, ["Kent"]).map((row) =>
      row.period === "2005" || row.period === "2014" ? { ...row, n: null, state: "missing" } : row,
    );
    const { untraced, texts } = await drawn(trendSpec({ x: "period", y: "n" }), rows);
    expect(untraced).toEqual([]);
    expect(texts.filter((text) => text === "[x]")).toHaveLength(1);
  });
});

test("columns have an empty place for each step, a list of bars one for each stretch", async () => {
  const spec = barSpec({ x: "period", y: "n" });
  const edges = async (widthPx: number, periods: readonly string[]) => {
    const chart = await compileChart({ id: "chart", spec, fonts, widthPx });
    const { svg } = await chart.render(rowsOf(periods, ["Kent"]));
    return [...svg.matchAll(/<path d="M([\d.]+),([\d.]+)h[\d.]+v([\d.]+)h/g)].map(([, x, y]) => [Number(x), Number(y)]);
  };
  const stepsOf = (all: readonly (number | undefined)[]) =>
    all.slice(1).map((each = 0, index) => Math.round(each - (all[index] ?? 0)));
  const across = stepsOf((await edges(640, years)).map(([x]) => x));
  expect(across[0]).toBeCloseTo(9 * (across[1] as number), -1);
  const down = stepsOf((await edges(340, years)).map(([, y]) => y));
  expect(down).toEqual([2 * (down[1] as number), down[1], down[1], down[1]]);
  const census = stepsOf((await edges(640, ["1931", "1951", "2021", "2022"])).map(([x]) => x));
  expect(census[0]).toBe(census[1]);
});

describe("years one after another of which few have room", () => {
  const named = async (from: number, to: number, said: (year: number) => string, widthPx = 640) => {
    const periods = Array.from({ length: to - from + 1 }, (_, index) => said(from + index));
    const chart = await compileChart({ id: "chart", spec: trendSpec({ x: "period", y: "n" }), fonts, widthPx });
    const { texts, untraced } = await chart.render(rowsOf(periods, ["Kent"]));
    expect(untraced).toEqual([]);
    return texts.filter((text) => /^\d{4}(?:\/\d\d)?$/.test(text)).map((text) => Number(text.slice(0, 4)));
  };
  const plain = String;
  const financial = (year: number) => `${year}/${String((year + 1) % 100).padStart(2, "0")}`;

  test.each([
    ["years", plain],
    ["financial years", financial],
    ["years ending in a month", (year: number) => `year ending March ${year}`],
  ])("%s are named by round ones, with the first and the last", async (_, said) => {
    for (const [from, to] of [
      [1850, 2024],
      [1853, 2024],
      [1969, 2021],
    ] as const)
      for (const widthPx of [640, 340]) {
        const years = await named(from, to, said, widthPx);
        expect(years.length).toBeGreaterThan(2);
        expect(years.at(-1)).toBe(to);
        const round = years.slice(years[0] === from ? 1 : 0, -1);
        const step = (round[1] ?? to) - (round[0] ?? from);
        expect(round.filter((year) => year % 5 !== 0)).toEqual([]);
        if (round.length > 1)
          expect(round.map((year, index) => year - (round[0] as number) - index * step)).toEqual(round.map(() => 0));
      }
  });

  const draw = async (periods: readonly string[]) => {
    const rows = periods.map((period, index) => ({ period, n: 1000 + index }));
    const chart = await compileChart({ id: "chart", spec: trendSpec({ x: "period", y: "n" }), fonts, widthPx: 640 });
    const { texts, untraced } = await chart.render(rows);
    expect(untraced).toEqual([]);
    return texts;
  };
  const inEnglish = ["January", "February", "March", "April", "May", "June", "July", "August"].concat([
    "September",
    "October",
    "November",
    "December",
  ]);
  const inGerman = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];
  const monthsFrom = (first: number, count: number, said: (month: number, year: number) => string) =>
    Array.from({ length: count }, (_, index) => said((first + index) % 12, 2006 + Math.floor((first + index) / 12)));

  test.each([
    ["in words", (month: number, year: number) => `${inEnglish[month]} ${year}`, "January "],
    ["in another language, years first", (month: number, year: number) => `${year} ${inGerman[month]}`, " Jan."],
  ])("months are named by those that begin a year, with the last: %s", async (_, said, january) => {
    for (const [first, count] of [
      [0, 67],
      [4, 67],
      [11, 200],
    ] as const) {
      const periods = monthsFrom(first, count, said);
      const written = (await draw(periods)).filter((text) => periods.includes(text));
      expect(written.length).toBeGreaterThan(2);
      expect(written.at(-1)).toBe(periods.at(-1));
      const between = written.slice(written[0] === periods[0] ? 1 : 0, -1);
      expect(between.filter((text) => !text.includes(january))).toEqual([]);
    }
  });

  test("months of which one is missing, and quarters, are counted from the last", async () => {
    const months = monthsFrom(0, 60, (month, year) => `${inEnglish[month]} ${year}`);
    const quarters = Array.from({ length: 120 }, (_, index) => `${1990 + Math.floor(index / 4)} Q${1 + (index % 4)}`);
    for (const periods of [months.toSpliced(30, 1), quarters]) expect(await draw(periods)).toContain(periods.at(-1));
  });

  test("are counted from the last where every other one has room, and from the latest on as they are", async () => {
    expect(await named(2009, 2023, plain)).toHaveLength(15);
    expect(await named(2001, 2023, plain, 500)).toEqual(Array.from({ length: 12 }, (_, index) => 2001 + 2 * index));
  });
});
