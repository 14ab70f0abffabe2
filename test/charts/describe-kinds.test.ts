import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeShape } from "../../src/charts/alt/describe-chart.ts";
import { type ChartRow, describeChart } from "../../src/charts/index.ts";
import type { JsonObject } from "../../src/charts/json.ts";
import { readShape } from "../../src/charts/shape/read-shape.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { type DescribedChart, describedCharts, rowsFor } from "./described-charts.ts";
import { recipeSamples } from "./recipe-samples.ts";

const wordsIn = (lang: string) => createWords({ language: findLanguage(lang) });
const describeIn = (spec: object, rows: readonly ChartRow[], lang = "en") =>
  describeShape(readShape(spec as JsonObject), rows, { words: wordsIn(lang) });
const kind = (name: string): DescribedChart => {
  const chart = describedCharts[name];
  if (!chart) throw new Error(`No chart "${name}".`);
  return chart;
};

type Cell = number | null;

/** Of rows with these figures, in order; null is hidden. */
const described = (name: string, cells: readonly Cell[], lang = "en") =>
  describeIn(
    kind(name).spec,
    rowsFor(kind(name), (index) => cells[index] ?? null),
    lang,
  );

const sixMoves = [12, 40, 60, 50, 7, 7, 30, 58, 9, 1, 10, null];
const threeParts = [30, 40, 20, 50, 40, 60, 20, 20, 20];
const sixIntervals = [12, 6.2, 20.9, 30, 21.5, 41, 9, 4, 15.1, 8, 3.5, 14, 7, 3, 13, null, null, null];
const eighteen = [12, 40, 30, 50, 40, 60, 20, 20, 20, 90, 80, 3, 5, 6, null, 1, 2, 1];

test.each<[name: string, cells: readonly Cell[], english: string]>([
  [
    "bars",
    [12, 40, 7, 40, 9, 10],
    "Bar chart: Offences by Police force, 6 in all. Highlighted: Kent, 12, 3rd highest of 6. " +
      "Highest Essex and Dorset, 40 each; lowest Surrey, 7.",
  ],
  [
    "bars",
    [12, 40, null, 40, 9, 12],
    "Bar chart: Offences by Police force, 6 in all. Highlighted: Kent, 12, joint 2nd lowest of the 5 shown. " +
      "Of these, highest Essex and Dorset, 40 each; lowest Norfolk, 9. 1 value is suppressed: Surrey.",
  ],
  [
    "bars",
    [null, 40, 7, 39, 9, 10],
    "Bar chart: Offences by Police force, 6 in all. Highlighted: Kent, suppressed. " +
      "Of the 5 shown, highest Essex, 40; lowest Surrey, 7. 1 value is suppressed: Kent.",
  ],
  [
    "bars over years",
    [12, 40, 30],
    "Bar chart: Offences by Year. 12 in 2016/17, rising to 30 in 2018/19; highest 40 in 2017/18.",
  ],
  [
    "bars with a comparator",
    [12, 10, 40, 50, 7, 7, 30, 31, 9, 1, 10, 2],
    "Bar chart: Offences by Police force, 6 in all. Highlighted: Kent, 12 (Previous year: 10), 3rd highest of 6. " +
      "Highest Essex, 40 (Previous year: 50); lowest Surrey, 7 (Previous year: 7). " +
      "Compared with Previous year: 3 higher, 2 lower, 1 the same.",
  ],
  [
    "stacked shares",
    threeParts,
    "Stacked bar chart: Offences by Year and Platform, 2016/17 to 2018/19. " +
      "Largest part in 2016/17 and in 2018/19: Snapchat. " +
      "Snapchat: 50 in 2016/17, rising to 60 in 2018/19; lowest 40 in 2017/18. " +
      "Instagram: 30 in 2016/17, falling to 20 in 2018/19; highest 40 in 2017/18. " +
      "Facebook: 20 in 2016/17, and the same in 2018/19.",
  ],
  [
    "stacked shares",
    [30, 40, null, 50, 40, 60, 20, 20, 70],
    "Stacked bar chart: Offences by Year and Platform, 2016/17 to 2018/19. " +
      "Largest part in 2016/17: Snapchat; of those shown in 2018/19: Facebook. " +
      "Snapchat: 50 in 2016/17, rising to 60 in 2018/19; lowest 40 in 2017/18. " +
      "Facebook: 20 in 2016/17, rising to 70 in 2018/19. " +
      "Instagram: 30 in 2016/17, rising to 40 in 2017/18. 1 value is suppressed: Instagram (2018/19).",
  ],
  [
    "slope",
    sixMoves,
    "Slope chart: Offences by Year and Police force. Kent: 12 in 2017/18, rising to 40 in 2018/19. " +
      "2017/18 to 2018/19, of the 5 with both figures shown: 2 rose, 2 fell and 1 stayed the same. " +
      "Largest rises of those shown, in offences: Kent, from 12 to 40; Dorset, from 30 to 58. " +
      "Largest fall of those shown: Essex, from 60 to 50. 4 more lines for comparison. " +
      "1 value is suppressed: Suffolk (2018/19).",
  ],
  [
    "dumbbell of two fields",
    sixMoves.map((cell) => cell ?? 11),
    "Dumbbell chart: 2017/18 and 2018/19 by Police force, 6 in all. Kent, 12 (2017/18) and 40 (2018/19). " +
      "2017/18 to 2018/19: 3 rose, 2 fell and 1 stayed the same. " +
      "Largest rises: Kent, from 12 to 40; Dorset, from 30 to 58. Largest fall: Essex, from 60 to 50.",
  ],
  [
    "dumbbell of a series",
    sixMoves,
    "Dumbbell chart: Offences by Police force and Sex, 6 in all. Kent, 12 (Boys) and 40 (Girls). " +
      "Of the 5 with both figures shown: higher for Girls: 2; higher for Boys: 2; the same: 1. " +
      "1 value is suppressed: Suffolk (Girls).",
  ],
  [
    "intervals",
    sixIntervals,
    "Interval chart: Offences by Police force, 6 in all. " +
      "Highlighted: Kent, 12, from 6.2 to 20.9, 2nd highest of the 5 shown. " +
      "Of these, highest Essex, 30, from 21.5 to 41; lowest Norfolk, 7, from 3 to 13. " +
      "1 value is suppressed: Suffolk.",
  ],
  [
    "line with a band",
    sixIntervals.slice(0, 9),
    "Line chart: Offences by Year. 12 (6.2 to 20.9) in 2016/17, falling to 9 (4 to 15.1) in 2018/19; " +
      "highest 30 (21.5 to 41) in 2017/18.",
  ],
  [
    "ranges",
    [1, 4, 2, 5, 3, 6, 4, 9, 5, 8, null, 3],
    "Range chart: Rate by Police force, 6 in all. Kent, from 1 to 4. Rate from 1 to 9. Essex, from 2 to 5. " +
      "Surrey, from 3 to 6. Dorset, from 4 to 9. And 1 more. 1 value is suppressed: Suffolk.",
  ],
  [
    "small multiples",
    eighteen,
    "Line chart: Offences by Year. 6 small charts, one for each Police force. " +
      "Kent: 12 in 2016/17, rising to 30 in 2018/19; highest 40 in 2017/18. " +
      "2016/17 to 2018/19, of the 5 with both figures shown: 2 rose, 1 fell and 2 stayed the same. " +
      "Largest rise of those shown, in offences: Kent. The only fall of those shown: Dorset, from 90 to 3. " +
      "1 value is suppressed: Norfolk (2018/19).",
  ],
  [
    "heat map",
    eighteen,
    "Heat map: Offences by Police force and Year, 6 in all, 2016/17 to 2018/19. " +
      "Highlighted: Kent, 12 (2016/17), 40 (2017/18) and 30 (2018/19). " +
      "Of the 17 shown, highest Dorset (2016/17), 90; lowest Suffolk (2016/17) and Suffolk (2018/19), 1 each. " +
      "1 value is suppressed: Norfolk (2018/19).",
  ],
  [
    "map",
    [12, 40, null, 39, 9, null],
    "Map: Offences by area, 6 in all. Highlighted: Kent, 12, 2nd lowest of the 4 shown. " +
      "Of these, highest Essex, 40; lowest Norfolk, 9. 2 areas have a suppressed figure: Surrey and Suffolk.",
  ],
  [
    "tile map",
    [12, 12, 12, 12, 12, 12],
    "Tile map: Offences by Police force, 6 in all. Highlighted: Kent, 12. All 6 are 12.",
  ],
  [
    "scatter",
    [12, 1000, 40, 5000, 7, 700, 30, 3100, 9, 100, 10, 2000],
    "Scatter plot: Offences against Population by Police force. Highlighted: Kent, 12 (Population: 1,000). " +
      "6 points. Population from 100 to 5,000. Offences from 7 to 40.",
  ],
  [
    "dates",
    [12, 40, 30],
    "Line chart: Offences by Month. 12 in March 2018, rising to 30 in May 2018; highest 40 in April 2018.",
  ],
  [
    "bars and a line",
    [12, 5.5, 40, 6, 30, 7.25],
    "Bar chart: Offences by Year. 12 in 2016/17, rising to 30 in 2018/19; highest 40 in 2017/18. " +
      "Line chart: Rate by Year. 5.5 in 2016/17, rising to 7.25 in 2018/19.",
  ],
  ["pie", [12, 40, 30], "Pie chart: Offences by Platform, 3 in all. Highest Snapchat, 40; lowest Instagram, 12."],
  ["histogram", [1, 2, 3, 4, 5, 6], "Histogram: Offences. Shows how 6 rows of data are spread."],
  ["box plot", eighteen, "Box plot: Offences by Police force. Shows how 17 rows of data are spread."],
])("in English: %s", (name, cells, text) => {
  expect(described(name, cells).alt).toBe(text);
});

test.each<[name: string, cells: readonly Cell[], welsh: string]>([
  [
    "bars",
    [12, 40, 7, 40, 9, null],
    "Siart bar: Offences yn ôl Police force (nifer: 6). " +
      "Amlygwyd: Kent, 12, rhif 3 o'r uchaf o blith y 5 a ddangosir. " +
      "O'r rhain, uchaf: Essex, Dorset, 40 yr un; isaf: Surrey, 7. Gwerthoedd a ataliwyd: 1, sef Suffolk.",
  ],
  [
    "slope",
    sixMoves.map((cell) => cell ?? 11),
    "Siart llethr: Offences yn ôl Year, Police force. Kent: 12 (2017/18), yn codi i 40 (2018/19). " +
      "2017/18 – 2018/19: yn codi: 3; yn gostwng: 2; yr un fath: 1. " +
      "Cynyddiadau mwyaf (Offences): Kent, o 12 i 40; Dorset, o 30 i 58. Gostyngiad mwyaf: Essex, o 60 i 50. " +
      "Llinellau eraill er mwyn cymharu: 5.",
  ],
  [
    "stacked shares",
    threeParts,
    "Siart bar wedi'i bentyrru: Offences yn ôl Year, Platform (2016/17 – 2018/19). " +
      "Cyfran fwyaf (2016/17, 2018/19): Snapchat. " +
      "Snapchat: 50 (2016/17), yn codi i 60 (2018/19); isaf: 40 (2017/18). " +
      "Instagram: 30 (2016/17), yn gostwng i 20 (2018/19); uchaf: 40 (2017/18). " +
      "Facebook: 20 (2016/17), a'r un fath wedyn (2018/19).",
  ],
  [
    "dates",
    [12, 40, 30],
    "Siart llinell: Offences yn ôl Month. 12 (Mawrth 2018), yn codi i 30 (Mai 2018); uchaf: 40 (Ebrill 2018).",
  ],
])("in Welsh: %s", (name, cells, text) => {
  expect(described(name, cells, "cy").alt).toBe(text);
});

describe("the long description", () => {
  test("has every small chart, and is none where the alt text says it all", () => {
    const lines = described("small multiples", eighteen).longDescription.split("\n");
    const charts = [
      "Kent: 12 in 2016/17, rising to 30 in 2018/19; highest 40 in 2017/18.",
      "Essex: 50 in 2016/17, rising to 60 in 2018/19; lowest 40 in 2017/18.",
      "Surrey: 20 in 2016/17, and the same in 2018/19.",
      "Dorset: 90 in 2016/17, falling to 3 in 2018/19.",
      "Norfolk: 5 in 2016/17, rising to 6 in 2017/18.",
      "Suffolk: 1 in 2016/17, and the same in 2018/19; highest 2 in 2017/18.",
    ];
    const [first, ...others] = charts;
    expect(lines[0]).toContain(`one for each Police force. ${first} 2016/17 to 2018/19`);
    expect(lines.slice(1)).toEqual([others.join(" "), "1 value is suppressed: Norfolk (2018/19)."]);
    expect(described("bars", [1, 2, 3, 4, 5, 6]).longDescription).toBe("");
  });

  test("has all turns of a long line, none of them beside a gap; of a short one the table tells them", () => {
    const spec = kind("line").spec;
    const yearly = (cells: readonly Cell[]) => cells.map((n, index) => ({ year: String(2010 + index), n }));
    const rise = [7, 8, 9, 10, 11, 12, 13, 14];
    expect(describeIn(spec, yearly([1, 5, 2, 6, 3, 4, ...rise])).longDescription).toContain(
      "Turning points: 5 in 2011, 2 in 2012, 6 in 2013, 3 in 2014.",
    );
    expect(describeIn(spec, yearly([1, 5, null, 6, 3, 4, 2, ...rise])).longDescription).toContain(
      "Turning points: 3 in 2014, 4 in 2015, 2 in 2016.",
    );
    expect(describeIn(spec, yearly([1, 5, 2, 6, 3, 4])).longDescription).toBe("");
  });

  test("tells of no line that is not there where its turns have no room", () => {
    const zigzag = Array.from({ length: 300 }, (_, index) => ({
      year: String(1700 + index),
      n: index * ((index % 2) + 1),
    }));
    const { longDescription } = describeIn(kind("line").spec, zigzag);
    expect(longDescription).toMatch(/rising to 598 in 1999\.$/);
  });

  test("property: what is told of intervals, and what is left, are all of them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 150 }), (count) => {
        const { spec } = kind("intervals");
        const rows = Array.from({ length: count }, (_, index) => ({
          area: `Area ${index}`,
          n: index,
          low: index - 1,
          high: index + 1,
          state: "value",
        }));
        const { longDescription } = describeIn(spec, rows);
        const [, left = "0"] = /And (\d+) more\./.exec(longDescription) ?? [];
        expect(longDescription.match(/Area \d+, \d+, from/g)?.length).toBe(count - Number(left) + 2);
      }),
    );
  });

  test("property: what is said of the lines of a small chart names it", () => {
    const channel = (field: string) => ({ field, type: "nominal" });
    const spec = {
      mark: "line",
      encoding: {
        x: channel("season"),
        y: { field: "n", type: "quantitative" },
        color: channel("area"),
        facet: channel("place"),
      },
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 4 }), (lines, charts) => {
        const rows = Array.from({ length: charts * lines * 2 }, (_, index) => ({
          season: index % 2 ? "Winter" : "Summer",
          area: `Area ${(index >> 1) % lines}`,
          place: `Place ${Math.floor(index / lines / 2)}`,
          n: (index * 7919) % 311,
        }));
        const text = describeIn(spec, rows).inFull;
        for (let chart = 0; chart < charts; chart += 1)
          expect(text).toMatch(new RegExp(`(?:^|[.] |\\n)Place ${chart}\\b`));
      }),
    );
  });

  test("names those that are not shown, also where the alt text has only their number", () => {
    const cells = eighteen.map((cell, index) => (index % 4 === 1 ? null : cell));
    const { alt, longDescription } = described("small multiples", cells);
    expect(alt).toMatch(/6 values are suppressed\.$/);
    expect(longDescription).toMatch(/6 values are suppressed: Kent \(2017\/18\), Essex \(2018\/19\), /);
  });
});

describe("gaps of periods that follow one another", () => {
  const spec = kind("line").spec;
  const of = (cells: readonly (number | "c" | "x")[]) =>
    cells.map((cell, index) => ({
      year: String(2010 + index),
      n: typeof cell === "number" ? cell : null,
      state: cell === "c" ? "suppressed" : cell === "x" ? "missing" : "value",
    }));

  test("are one stretch, by why there is no figure", () => {
    const { alt } = describeIn(spec, of([1, "c", "c", "c", "x", 7, "c", 9]));
    expect(alt).toContain("4 values are suppressed: 2011 to 2013 and 2016; 1 is missing: 2014.");
  });

  test("are named in the long description where they are too many for the alt text, which says all else", () => {
    const { alt, longDescription } = describeIn(spec, of([1, "c", 2, "c", 3, "x", 4, "c", 5]));
    expect(alt).toContain("3 values are suppressed and 1 is missing.");
    expect(longDescription).toContain("3 values are suppressed: 2011, 2013 and 2017; 1 is missing: 2015.");
  });

  test("are as many as there are, and every one is in a stretch or named", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(5, "c" as const, "x" as const), { minLength: 2, maxLength: 12 }),
        (cells) => {
          fc.pre(cells.includes(5));
          const { alt, longDescription } = describeIn(spec, of(cells));
          const said = `${alt} ${longDescription}`;
          for (const [index, cell] of cells.entries()) {
            if (cell === 5) continue;
            const year = 2010 + index;
            const stretches = [...said.matchAll(/(20\d\d) to (20\d\d)/g)].map(([, from, to]) => [
              Number(from),
              Number(to),
            ]);
            const isSaid =
              said.includes(String(year)) || stretches.some(([from = 0, to = 0]) => from <= year && year <= to);
            expect(isSaid).toBe(true);
          }
          const count = cells.filter((cell) => cell === "c").length;
          if (count > 0) expect(alt).toMatch(new RegExp(`\\b${count} (?:values? )?(?:is|are) suppressed`));
        },
      ),
    );
  });
});

test("areas of a map without a row are counted apart from those without a figure", () => {
  for (const { name, spec, rows } of recipeSamples) {
    if (name !== "tile-map" && name !== "choropleth") continue;
    // Of 43 forces one has no row, one a hidden and one a missing figure.
    expect(describeChart(spec, rows)).toContain(
      "1 area has a suppressed figure: Gwent; 1 has no figure: Surrey. Areas of the map that are not in the data: 1.",
    );
  }
});

test.each([
  ["bar", "Bar chart"],
  ["ranking", "Bar chart"],
  ["trend", "Line chart"],
  ["share", "Stacked bar chart"],
  ["share-vertical", "Stacked bar chart"],
  ["slope", "Slope chart"],
  ["small-multiples", "Line chart"],
  ["sparklines", "Line chart"],
  ["dumbbell", "Dumbbell chart"],
  ["bullet", "Bullet chart"],
  ["tile-map", "Tile map"],
  ["choropleth", "Map"],
  ["interval", "Interval chart"],
])("the recipe %s is known for what it is, and its figures are told", (name, title) => {
  const sample = recipeSamples.find((recipe) => recipe.name === name);
  if (!sample) throw new Error(`No recipe "${name}".`);
  const alt = describeChart(sample.spec, sample.rows);
  expect(alt.startsWith(`${title}: `)).toBe(true);
  expect(alt).not.toContain("rows of data");
});

test("what a mark is compared with is called what the chart calls it", () => {
  const bullet = recipeSamples.find(({ name }) => name === "bullet");
  expect(describeChart(bullet?.spec ?? {}, bullet?.rows ?? [])).toContain(
    "Compared with Median of all areas: 3 lower.",
  );
});

describe("dates are as fine as the rows need", () => {
  const dated = (dates: readonly (string | number)[], encoding: object = {}) =>
    describeChart(
      {
        mark: "line",
        encoding: { x: { field: "at", type: "temporal", ...encoding }, y: { field: "n", type: "quantitative" } },
      },
      dates.map((at, index) => ({ at, n: index + 1 })),
      { words: wordsIn("cy") },
    );
  test.each([
    ["years", ["2018-01-01", "2019-01-01"], "(2018)", "(2019)"],
    ["months", ["2018-03-01", "2018-04-01"], "(Mawrth 2018)", "(Ebrill 2018)"],
    ["days", ["2018-03-01", "2018-03-02"], "(1 Mawrth 2018)", "(2 Mawrth 2018)"],
    ["times", ["2018-03-01T09:30Z", "2018-03-01T10:00Z"], "(1 Mawrth 2018, 09:30)", "(1 Mawrth 2018, 10:00)"],
    ["milliseconds", [Date.UTC(2018, 2, 1), Date.UTC(2018, 2, 2)], "(1 Mawrth 2018)", "(2 Mawrth 2018)"],
  ])("%s", (_, dates, first, last) => {
    expect(dated(dates)).toContain(`1 ${first}, yn codi i 2 ${last}.`);
  });

  test("a day is on its date", () => {
    const spec = {
      mark: "line",
      encoding: { x: { field: "at", type: "temporal" }, y: { field: "n", type: "quantitative" } },
    };
    const rows = [1, 2].map((n) => ({ at: `2018-03-0${n}`, n }));
    expect(describeChart(spec, rows)).toContain("1 on 1 March 2018, rising to 2 on 2 March 2018.");
  });

  test("or as the chart cuts them", () => {
    expect(dated(["2018-03-05", "2019-03-06"], { timeUnit: "year" })).toContain("1 (2018), yn codi i 2 (2019).");
  });
});

test("what the chart is about is told to be hidden where it is", () => {
  const cells = [null, null, 60, 50, 7, 8, 30, 58, 9, 1, 10, 12];
  for (const name of ["slope", "dumbbell of two fields", "dumbbell of a series"])
    expect(described(name, cells).alt).toContain(" Highlighted: Kent, suppressed. ");
});

test("only rows that the chart draws are told, where its filter can be read", () => {
  const spec = { ...kind("bars").spec, transform: [{ filter: { field: "area", oneOf: ["Kent", "Essex"] } }] };
  const rows = rowsFor(kind("bars"), (index) => index + 1);
  expect(describeChart(spec, rows)).toBe(
    "Bar chart: Offences by Police force. Highlighted: Kent, 1. Highest Essex, 2; lowest Kent, 1.",
  );
});

test("repeated fields are plots of their own", () => {
  const spec = {
    repeat: ["n", "m"],
    spec: { mark: "bar", encoding: { y: { field: "area" }, x: { field: { repeat: "repeat" }, type: "quantitative" } } },
  };
  const rows = [
    { area: "Kent", n: 1, m: 4 },
    { area: "Essex", n: 2, m: 3 },
  ];
  expect(describeChart(spec, rows)).toBe(
    "Bar chart: n by area. Highest Essex, 2; lowest Kent, 1. Bar chart: m by area. Highest Kent, 4; lowest Essex, 3.",
  );
});

describe("what an axis or a mark says of the order", () => {
  const rows = [3, 1, 2].map((n) => ({ year: `201${n}`, n: n * n }));
  const over = (sort: object, mark = "bar") =>
    describeChart(
      { mark, encoding: { x: { field: "year", type: "ordinal", ...sort }, y: { field: "n", type: "quantitative" } } },
      rows,
    );
  test("periods are told in the order in which the axis has them", () => {
    for (const mark of ["bar", "line"]) {
      expect(over({}, mark)).toContain("1 in 2011, rising to 9 in 2013.");
      expect(over({ sort: null }, mark)).toContain("9 in 2013, falling to 4 in 2012; lowest 1 in 2011.");
    }
  });

  test("bars that are ordered by something else are no trend", () => {
    expect(over({ sort: "-y" })).toBe("Bar chart: n by year, 3 in all. Highest 2013, 9; lowest 2011, 1.");
  });

  test("a year as a number is no figure, and a line with an order of its own is no trend", () => {
    const x = { field: "year", type: "quantitative" };
    const y = { field: "n", type: "quantitative" };
    const numbers = rows.map(({ year, n }) => ({ year: Number(year), n }));
    expect(describeChart({ mark: "line", encoding: { x, y } }, numbers)).toContain("1 in 2011, rising to 9 in 2013.");
    const order = { field: "year" };
    expect(describeChart({ mark: "line", encoding: { x, y, order } }, numbers)).toContain(
      "Scatter plot: n against year. 3 points. year from 2011 to 2013. n from 1 to 9.",
    );
  });
});

test("stacked areas and maps of points are told as such", () => {
  const n = { field: "n", type: "quantitative" };
  const parts = rowsFor(kind("stacked shares"), (index) => index + 1);
  const area = { mark: "area", encoding: { x: { field: "year", type: "ordinal" }, y: n, color: { field: "part" } } };
  expect(describeChart(area, parts)).toContain("Stacked area chart: n by year, 2016/17 to 2018/19. Largest part");
  const points = {
    mark: "circle",
    encoding: { longitude: { field: "x" }, latitude: { field: "y" }, size: n, tooltip: { field: "area" } },
  };
  const places = rowsFor(kind("bars"), (index) => index + 1).map((row) => ({ ...row, x: 1, y: 52 }));
  expect(describeChart(points, places)).toBe(
    "Map: n by area, 6 in all. Highlighted: Kent, 1, lowest of 6. Highest Suffolk, 6.",
  );
});

describe("for any figures, some of them hidden", () => {
  const cell = fc.option(fc.integer({ min: 1000, max: 999_999 }), { freq: 4 });
  const charts = Object.entries(describedCharts);
  const anyChart = <T extends readonly string[]>(...names: T) =>
    fc.tuple(fc.constantFrom(...names), fc.array(cell, { minLength: 40, maxLength: 40 }));
  const shown = (cells: readonly Cell[]) => cells.filter((figure) => figure !== null);
  const written = (figure: number) => figure.toLocaleString("en-GB");

  test("every number is a shown figure, a number of rows or cells, or part of a name", () => {
    fc.assert(
      fc.property(anyChart(...charts.map(([name]) => name)), fc.constantFrom("en", "cy"), ([name, cells], lang) => {
        const chart = kind(name);
        const rows = rowsFor(chart, (index) => cells[index] ?? null);
        const { alt, longDescription } = describeIn(chart.spec, rows, lang);
        const names = [...Object.values(chart.fields.names).flat(), "2017/18", "2018/19"];
        const figures = new Set(rows.flatMap((row) => chart.fields.figures.map((field) => row[field])));
        for (const number of [alt, longDescription].flatMap((text) => numbersIn(text, names))) {
          // Figures are of four digits and more, so that no total is taken for a number of rows.
          if (number >= 1000) expect(figures).toContain(number);
          else expect(number).toBeLessThanOrEqual(rows.length * chart.fields.figures.length);
        }
        expect(alt.length).toBeLessThanOrEqual(460);
        expect(`${alt}\n${longDescription}`).not.toMatch(/undefined|null|NaN|Infinity| {2}|\.\.|: \.|\(\)/);
      }),
      { numRuns: 600 },
    );
  });

  test("the highest and the lowest are so, and said to be of those shown where some are not", () => {
    fc.assert(
      fc.property(anyChart("bars", "dots", "map", "tile map"), ([name, all]) => {
        const cells = all.slice(0, 6);
        const figures = shown(cells);
        fc.pre(new Set(figures).size > 1);
        const { alt } = described(name, cells);
        const [kent] = cells;
        // The sentence before has said of how many, where it says a rank; and the end that Kent is alone at.
        const isRanked = kent !== null && figures.length > 2;
        const some = isRanked ? "Of these, " : `Of the ${figures.length} shown, `;
        const ends = [
          { order: "highest", figure: Math.max(...figures) },
          { order: "lowest", figure: Math.min(...figures) },
        ].filter(({ figure }) => !isRanked || kent !== figure || figures.filter((one) => one === figure).length > 1);
        const told = ends.map(({ order, figure }) => `${order} [^;.]*, ${written(figure)}(?: each)?`).join("; ");
        const clause = figures.length < cells.length ? `${some}${told}` : `${told[0]?.toUpperCase()}${told.slice(1)}`;
        expect(alt).toMatch(new RegExp(`\\. ${clause}\\.`));
        if (kent === null) expect(alt).toContain("Highlighted: Kent, suppressed.");
        else {
          const above = figures.filter((figure) => figure > Number(kent)).length;
          const below = figures.filter((figure) => figure < Number(kent)).length;
          const place = Math.min(above, below) + 1;
          const order = above <= below ? "highest" : "lowest";
          const rank = place === 1 ? order : new RegExp(`${place}(?:st|nd|rd|th) ${order}`).source;
          if (figures.length > 2) expect(alt).toMatch(new RegExp(`Highlighted: Kent, [\\d,]+, (?:joint )?${rank} of`));
        }
      }),
    );
  });

  test("who rose and who fell is counted over those with both figures, and so is who moved furthest", () => {
    fc.assert(
      fc.property(anyChart("slope", "dumbbell of two fields"), ([name, cells]) => {
        const pairs = Array.from({ length: 6 }, (_, index) => cells.slice(2 * index, 2 * index + 2));
        const whole = pairs.filter((pair) => pair.every((figure) => figure !== null)) as [number, number][];
        fc.pre(whole.length > 1 && pairs.filter((pair) => shown(pair).length > 0).length > 4);
        const { longDescription, inFull } = described(name, cells);
        const text = longDescription || inFull;
        const moves = whole.map(([from, to]) => to - from);
        const ups = moves.filter((move) => move > 0);
        const downs = moves.filter((move) => move < 0);
        if (ups.length > 0) expect(text).toContain(`${ups.length} rose`);
        if (downs.length > 0) expect(text).toContain(`${downs.length} fell`);
        const partial = whole.length < 6;
        expect(text.includes(`of the ${whole.length} with both figures shown`)).toBe(partial);
        expect(/Largest (?:rise|fall):/.test(text)).toBe(!partial);
        const furthest = whole.find(([from, to]) => to - from === Math.max(...ups));
        // Of Kent, which is highlighted and told first, its own sentence may say so.
        const told = furthest?.map(written);
        const ofKent = { slope: " in 2017/18, rising to ", "dumbbell of two fields": " (2017/18) and " }[name];
        if (told) {
          const own = furthest?.every((figure, index) => figure === cells[index])
            ? `|Kent[:,] ${told.join(ofKent)}`
            : "";
          expect(text).toMatch(new RegExp(`from ${told.join(" to ")}${own.replace(/[()]/g, "\\$&")}`));
        }
      }),
    );
  });

  test("a line that is not whole has a peak of those shown only", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 18, maxLength: 18 }), (cells) => {
        for (const line of described("lines", cells).inFull.split(/(?<=\.)\s/)) {
          const area = kind("lines").fields.names.area?.find((name) => line.startsWith(`${name}: `));
          if (!area || !/highest|lowest/.test(line)) continue;
          const index = (kind("lines").fields.names.area ?? []).indexOf(area);
          const own = cells.slice(3 * index, 3 * index + 3);
          expect(line.includes("of those shown")).toBe(own.includes(null));
        }
      }),
    );
  });
});

/** Numbers in a text without the names in it, and without its dates. */
function numbersIn(text: string, names: readonly string[]): readonly number[] {
  const withoutNames = names.reduce((left, name) => left.replaceAll(name, " "), text);
  const withoutDates = withoutNames.replaceAll(/\p{L}+ 20\d\d/gu, " ");
  return [...withoutDates.matchAll(/\d[\d,]*/g)].map(([found]) => Number(found.replaceAll(",", "")));
}

test.each(["ordinal", "nominal"])(
  "a bar that reaches from a name to a name (%s) has one figure, and none is missing",
  (type) => {
    const spec = {
      mark: "bar",
      encoding: { x: { field: "from", type }, x2: { field: "to" }, y: { field: "share", type: "quantitative" } },
    };
    const rows = [
      { from: "Monday", to: "Tuesday", share: 12 },
      { from: "Tuesday", to: "Friday", share: 30 },
    ];
    expect(describeIn(spec, rows).alt).toBe("Bar chart: share by from. Highest Tuesday, 30; lowest Monday, 12.");
  },
);

test("columns of small charts that have a colour each lie on nothing", () => {
  const encoding = {
    x: { field: "period", type: "ordinal" },
    y: { field: "n", type: "quantitative" },
    color: { field: "area", type: "nominal" },
    column: { field: "area", type: "nominal" },
  };
  const small = ["Kent", "Essex"].flatMap((area) => ["2018", "2019"].map((period, n) => ({ area, period, n })));
  expect(describeChart({ mark: "bar", encoding }, small)).toMatch(/^Bar chart: /);
  const { column: _, ...single } = encoding;
  expect(describeChart({ mark: "bar", encoding: single }, small)).toMatch(/^Stacked bar chart: /);
});
