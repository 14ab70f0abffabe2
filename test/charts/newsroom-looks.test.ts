import { expect, test } from "vitest";
import {
  type ChartRow,
  choroplethSpec,
  compileChart,
  defaultTheme,
  dumbbellSpec,
  funnelSpec,
  heatSpec,
  likertSpec,
  type RenderedChart,
  shareSpec,
  slopeSpec,
  smallMultiplesSpec,
  sparklinesSpec,
  stripSpec,
  tileMapSpec,
  unitSpec,
} from "../../src/charts/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { awkwardData, awkwardRecipes, squares } from "./awkward-cases.ts";
import { barsOf } from "./awkward-faults.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { textBoxes } from "./text-boxes.ts";

const recipeOf = (wanted: string) =>
  awkwardRecipes.find(({ name }) => name === wanted) as (typeof awkwardRecipes)[number];
const dataOf = (wanted: string) => awkwardData.find(({ name }) => name === wanted) as (typeof awkwardData)[number];
const draw = async (spec: object, rows: readonly ChartRow[], widthPx: number): Promise<RenderedChart> =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
const drawCase = (recipe: string, data: (typeof awkwardData)[number], widthPx: number) =>
  draw(recipeOf(recipe).spec(data, widthPx), recipeOf(recipe).rows(data), widthPx);
const barsIn = (chart: RenderedChart) => {
  const { context, calls } = recordingContext();
  chart.draw(context);
  return barsOf(calls);
};

const { names: eight } = dataOf("8 names");
const saidLong = [
  (year: string) => `year ending March ${year}`,
  (year: string) => `y flwyddyn a ddaeth i ben ym mis Mawrth ${year}`,
  (year: string) => `Financial year ${year}`,
];

test.each(
  ["trend", "trend-annotated", "area", "bump"].flatMap((recipe) => [320, 400].map((px) => [recipe, px] as const)),
)("the first and the last of periods in many words are named: %s at %i px", async (recipe, widthPx) => {
  for (const period of saidLong) {
    for (const count of [1, 8]) {
      const { texts, untraced } = await drawCase(
        recipe,
        { ...dataOf("8 names"), names: eight.slice(0, count), period },
        widthPx,
      );
      expect(untraced).toEqual([]);
      const years = texts.flatMap((text) => /20[12]\d$/.exec(text)?.[0] ?? []);
      expect(years).toEqual(expect.arrayContaining(["2015", recipe === "bump" ? "2019" : "2023"]));
    }
  }
});

test.each([320, 640])("a line leads from a name beside a stack to its part: at %i px", async (widthPx) => {
  const period = ["2021", "2022"];
  const shares = [0.9, 0.06, 0.01, 0.01, 0.01, 0.01];
  const rows = period.flatMap((year) =>
    shares.map((n, index) => ({ period: year, area: eight[index] as string, n, state: "value" })),
  );
  const spec = shareSpec({ period: "period", category: "area", share: "n", direction: "vertical" });
  const chart = await draw(spec, rows, widthPx);
  const boxes = textBoxes(chart).filter(({ text }) =>
    shares.some((_, index) => text.replace(/^\d+% /, "").startsWith(`${eight[index]}`.slice(0, 6))),
  );
  const lines = [
    ...chart.svg.matchAll(/<line transform="translate\(([\d.]+),([\d.]+)\)" x2="([-\d.]+)" y2="([-\d.]+)"/g),
  ].map(([, , y, , dy]) => ({ from: Number(y), to: Number(y) + Number(dy) }));
  expect(boxes.length).toBeGreaterThan(3);
  // The small parts lie within 28 px, where their names have no room.
  expect(lines.length).toBeGreaterThanOrEqual(3);
  // None crosses another: they begin in the order in which they end.
  const byStart = lines.toSorted((a, b) => a.from - b.from).map(({ to }) => to);
  expect(byStart).toEqual(lines.map(({ to }) => to).toSorted((a, b) => a - b));
  // A figure without room in its part stands before its name, also where that is written from right to left.
  expect(chart.texts.join(" ").replaceAll("\n", " ")).toMatch(new RegExp(`1% ${eight[5]}`));
});

test.each([320, 640])("figures of shares below zero keep off the names of their groups: at %i px", async (widthPx) => {
  for (const data of ["negative", "mixed", "negative and gaps"].map(dataOf)) {
    const chart = await drawCase("share-beside", data, widthPx);
    const boxes = textBoxes(chart);
    const names = boxes.filter(({ text }) => /^20\d\d$/.test(text));
    const least = Math.max(...names.map(({ right }) => right)) + 7;
    const figures = boxes.filter(({ text }) => /^−?\d+%$/.test(text));
    expect(figures.length).toBeGreaterThan(3);
    expect(figures.filter(({ left }) => left < least)).toEqual([]);
  }
});

test.each(["ranking", "bar", "pyramid", "likert"])(
  "bars beside names of several lines stay slim: %s",
  async (recipe) => {
    const single = barsIn(await drawCase(recipe, dataOf("12 names"), 340));
    const several = barsIn(await drawCase(recipe, dataOf("names of 60"), 340));
    const highest = (bars: typeof single) => Math.max(...bars.map(({ top, bottom }) => bottom - top));
    expect(highest(several)).toBeLessThan(1.5 * highest(single));
  },
);

test.each(["trend", "area", "slope", "bump"])(
  "names of several lines stand apart from one another: %s",
  async (recipe) => {
    const data = dataOf("names of 60");
    const boxes = textBoxes(await drawCase(recipe, data, 340));
    // The first line of a name has its letter: `A Combined`.
    const firsts = boxes.filter(({ text }) => /(?:^| )[A-H] Com/.test(text)).toSorted((a, b) => a.top - b.top);
    expect(firsts).toHaveLength(data.names.length);
    const column = boxes.filter(({ left }) => left > 150);
    for (const { top } of firsts.slice(1)) {
      const above = column.filter((box) => box.bottom <= top + 1).map(({ bottom }) => top - bottom);
      // From a line to the next of the same name are some 2 px.
      expect(Math.min(...above)).toBeGreaterThan(5);
    }
  },
);

test("the answers of a scale are one row of a legend where that has room", async () => {
  const answers = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
  const spec = likertSpec({
    category: "area",
    answer: "answer",
    share: "n",
    left: answers.slice(0, 2),
    middle: answers[2] as string,
    right: answers.slice(3),
  });
  const rows = answers.map((answer) => ({ area: "Kent", answer, n: 0.2, state: "value" }));
  const rowsOfLegend = async (widthPx: number) =>
    new Set(
      textBoxes(await draw(spec, rows, widthPx)).flatMap(({ text, top }) => (answers.includes(text) ? [top] : [])),
    ).size;
  expect(await rowsOfLegend(640)).toBe(1);
  expect(await rowsOfLegend(340)).toBeGreaterThan(2);
});

test.each([640, 340])("the heads of the figures of sparklines end where these do: at %i px", async (widthPx) => {
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((month) => `2025-0${month}`);
  const rows = eight.flatMap((area, index) =>
    months.map((period, at) => ({ area, period, n: 10 + ((index * 7 + at * 5) % 83), state: "value" })),
  );
  const spec = sparklinesSpec({ x: "period", y: "n", series: "area" });
  const wide = await (await compileChart({ id: "chart", spec, fonts })).render(rows, { narrowPx: 340 });
  expect(wide.untraced).toEqual([]);
  const boxes = textBoxes({ ...wide, ...(widthPx < 480 ? wide.narrow : {}) });
  for (const [period, end] of [
    [months[0], Math.min],
    [months.at(-1), Math.max],
  ] as const) {
    const edge = end(...boxes.filter(({ text }) => /^\d\d$/.test(text)).map(({ right }) => right));
    const head = boxes.find(({ text }) => text === period);
    expect(Math.abs((head?.right ?? 0) - edge), `${period}`).toBeLessThan(10);
  }
});

test("most figures of answers have room on a telephone, where names stand above their bars", async () => {
  const { names } = dataOf("8 names");
  const narrow = await onTelephone("likert", dataOf("8 names"));
  const figures = (narrow?.svg ?? "").match(/>\d+%</g) ?? [];
  // Of five answers of each of eight areas, many of which are below 10%.
  expect(figures.length).toBeGreaterThan(0.5 * 5 * names.length);
  expect(narrow?.untraced).toEqual([]);
  for (const name of names) expect(narrow?.svg).toContain(`>${name}<`);
});

test.each(["tile-map", "choropleth", "heat"])("a figure that all have has two classes: %s", async (recipe) => {
  const { texts, untraced } = await drawCase(recipe, dataOf("equal"), 640);
  expect(texts.filter((text) => /\bunder | or more$|^\S+ to \S+$/.test(text))).toEqual(["under 40", "40 to 42"]);
  expect(untraced).toEqual([]);
});

test("the name of a line at the top of a plot stands below it, clear of the notes above", async () => {
  const narrow = await onTelephone("trend-annotated", dataOf("close"));
  expect(narrow?.untraced).toEqual([]);
});

test("parts of a whole that are below zero are refused by name, and not drawn below the whole", async () => {
  for (const data of ["negative", "mixed"].map(dataOf)) {
    const refused = await drawCase("area", data, 640).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(BriefingError);
    expect((refused as BriefingError).diagnostics.map(({ code }) => code)).toEqual(["chart-bad-value"]);
  }
});

test("piles of few areas are high enough to be seen", async () => {
  const bricks = barsIn(await drawCase("histogram", dataOf("8 names"), 640));
  expect(Math.max(...bricks.map(({ top, bottom }) => bottom - top))).toBeGreaterThan(15);
});

test.each([340, 640])("what all bars are compared with is named once, above its mark: at %i px", async (widthPx) => {
  for (const name of ["8 names", "25 names", "hidden", "negative", "huge"]) {
    const chart = await drawCase("bullet", dataOf(name), widthPx);
    expect(chart.untraced).toEqual([]);
    const named = textBoxes(chart).filter(({ text }) => text.startsWith("Median"));
    expect([name, named.length]).toEqual([name, 1]);
    const bars = barsIn(chart);
    expect(named[0]?.bottom).toBeLessThan(Math.min(...bars.map(({ top }) => top)));
  }
});

test("dots at zero keep off the names of their rows", async () => {
  const boxes = textBoxes(await drawCase("interval", dataOf("zero"), 340));
  const names = boxes.filter(({ text }) => eight.includes(text));
  const zero = boxes.find(({ text, left }) => text === "0" && left < 250);
  const middle = ((zero?.left ?? 0) + (zero?.right ?? 0)) / 2;
  expect(names).toHaveLength(8);
  // Half a dot is 5 px wide.
  for (const { right } of names) expect(middle - right).toBeGreaterThan(8);
});

test("few areas pile up in few classes", async () => {
  const bricks = barsIn(await drawCase("histogram", dataOf("8 names"), 640));
  const lowest = Math.max(...bricks.map(({ bottom }) => bottom));
  const highest = Math.min(...bricks.map(({ top }) => top));
  // Of 164 px, with room for a name above.
  expect(lowest - highest).toBeGreaterThan(80);
});

test("figures of dots leave their scale room, however long they are", async () => {
  for (const widthPx of [340, 640]) {
    const { svg, untraced } = await drawCase("dumbbell", dataOf("huge"), widthPx);
    expect(untraced).toEqual([]);
    const at = [...svg.matchAll(/<path [^>]*transform="translate\(([\d.]+),[\d.]+\)" d="M[\d.]+,0A/g)].map(([, x]) =>
      Number(x),
    );
    expect(at.length).toBeGreaterThanOrEqual(16);
    expect(Math.max(...at) - Math.min(...at)).toBeGreaterThan(75);
  }
});

test.each(["trend", "slope", "strip", "histogram", "funnel", "multiples", "dumbbell", "tile-map"])(
  "a minus stands before its figure beside names from right to left: %s",
  async (recipe) => {
    const data = { ...dataOf("negative"), names: dataOf("Arabic").names };
    for (const widthPx of [340, 640]) {
      const chart = await drawCase(recipe, data, widthPx);
      expect(chart.untraced).toEqual([]);
      expect(chart.texts.filter((text) => /\p{Script=Arabic}[^\n]*−\d/u.test(text))).toEqual([]);
      expect(chart.texts.some((text) => /−\d/.test(text))).toBe(true);
    }
  },
);

test("labels of tiles beside one another do not touch", async () => {
  const boxes = textBoxes(await drawCase("tile-maps", dataOf("names of 60"), 340));
  const labels = boxes.filter(({ text }) => /^[A-H] C$/.test(text));
  expect(labels.length).toBeGreaterThanOrEqual(8);
  for (const { right, top } of labels)
    for (const other of labels)
      if (other.top === top && other.left > right - 1) expect(other.left - right).toBeGreaterThan(3);
});

test("the row that stands out is set off in a heat table", async () => {
  const { svg } = await drawCase("heat", dataOf("8 names"), 640);
  expect([...svg.matchAll(/stroke="white"[^>]*stroke-width="5"/g)]).toHaveLength(5);
});

test("the tile that stands out is set off in small maps too", async () => {
  for (const widthPx of [340, 640]) {
    const { svg, untraced } = await drawCase("tile-maps", dataOf("8 names"), widthPx);
    expect(untraced).toEqual([]);
    expect([...svg.matchAll(/stroke="white"[^>]*stroke-width="5"/g)]).toHaveLength(5);
  }
});

const onTelephone = async (recipe: string, data: (typeof awkwardData)[number]) => {
  const { spec, rows } = recipeOf(recipe);
  const chart = await compileChart({ id: "chart", spec: spec(data, 640), fonts });
  return (await chart.render(rows(data), { narrowPx: 340 })).narrow;
};
const inWords = (name: string) => ({ ...dataOf("periods in words"), names: dataOf(name).names });

test.each([
  ["sparklines", dataOf("huge")],
  ["sparklines", dataOf("far apart")],
  ["sparklines", inWords("6 of 20")],
  ["multiples", dataOf("45 names")],
  ["multiples", dataOf("60 names")],
  ["multiples", inWords("6 of 20")],
] as const)("lines in rows and in small charts have a picture for telephones: %s", async (recipe, data) => {
  const narrow = await onTelephone(recipe, data);
  expect(narrow?.widthPx).toBeLessThanOrEqual(340);
  expect(narrow?.untraced).toEqual([]);
  const written = narrow?.svg.replaceAll(/<[^>]*>/g, " ") ?? "";
  for (const year of ["2015", "2023"]) expect(written).toContain(year);
});

test("small charts keep periods in several lines off the names of the next row", async () => {
  const boxes = textBoxes(await drawCase("multiples", inWords("6 of 20"), 640));
  const names = boxes.filter(({ text }) => /^[A-F] police/.test(text));
  expect(names).toHaveLength(6);
  const below = names.filter(({ top }) => top > 100);
  expect(below.length).toBeGreaterThan(0);
  for (const { top } of below) {
    const above = boxes.filter((box) => box.bottom <= top).map(({ bottom }) => top - bottom);
    expect(Math.min(...above)).toBeGreaterThan(12);
  }
});

test.each([1, 2, 3, 4])("small charts take the width that there is: %i", async (count) => {
  const data = { ...dataOf("8 names"), names: eight.slice(0, count) };
  const chart = await draw(
    smallMultiplesSpec({ x: "period", y: "n", series: "area" }),
    recipeOf("multiples").rows(data),
    640,
  );
  expect(chart.widthPx).toBeGreaterThan(600);
  expect(chart.widthPx).toBeLessThanOrEqual(640);
});

test.each([382, 436])("names of columns stand above their cells, in however many lines: at %i px", async (widthPx) => {
  for (const period of saidLong) {
    const data = { ...dataOf("8 names"), names: eight.slice(0, 3), period };
    const chart = await drawCase("heat", data, widthPx).catch((error: unknown) => {
      if (error instanceof BriefingError) return undefined;
      throw error;
    });
    if (!chart) continue;
    const cells = barsIn(chart).filter(({ left, right }) => right - left > 15);
    const top = Math.min(...cells.map((cell) => cell.top));
    const heads = textBoxes(chart).filter(({ text }) => /20\d\d$/.test(text));
    expect(heads.length).toBeGreaterThan(3);
    for (const { bottom } of heads) expect(bottom).toBeLessThan(top);
  }
});

test("60 names have room in a heat table of a page", async () => {
  const chart = await drawCase("heat", dataOf("60 names"), 640);
  expect(chart.heightPx).toBeLessThanOrEqual(1240);
});

test("an area that stands out and has no figure is named once beside a map", async () => {
  for (const name of ["hidden", "gaps", "one left"]) {
    const { texts, untraced } = await drawCase("choropleth", dataOf(name), 340);
    expect(untraced).toEqual([]);
    expect(texts.filter((text) => text.includes(eight[0] as string))).toEqual([expect.stringMatching(/ \[[cx]\]$/)]);
  }
});

test.each(awkwardData.map((data) => data.name))(
  "the tile that stands out is set off, at its place: %s",
  async (name) => {
    const { svg, untraced } = await drawCase(
      "tile-map",
      { ...dataOf(name), names: dataOf(name).names.slice(0, 60) },
      640,
    );
    expect(untraced).toEqual([]);
    expect(svg).toMatch(/stroke="white"[^>]*stroke-width="6"/);
  },
);

test("the outline of the area that stands out is seen on the highest class, and is that of its legend", async () => {
  const names = ["Kent", "Essex"];
  const spec = choroplethSpec({
    area: "area",
    value: "n",
    key: "name",
    projection: { type: "identity" },
    geometry: squares(names),
  });
  const rows = names.map((area, index) => ({ area, n: 90 - 80 * index, state: "value", highlight: index === 0 }));
  const { svg } = await draw(spec, rows, 640);
  const { highlightColor } = defaultTheme;
  const lines = [...svg.matchAll(/<path [^>]*stroke="([^"]+)"[^>]*stroke-width="(3|6)"/g)].map(([, color, px]) => [
    color,
    px,
  ]);
  expect(lines).toEqual([
    ["white", "6"],
    [highlightColor, "3"],
  ]);
});

test("the first of two dots is a ring, in the chart and in its legend; dots on one another have none", async () => {
  const rows = (step: number) =>
    ["Kent", "Essex"].flatMap((area, index) =>
      ["2019", "2020"].map((year, at) => ({ area, year, n: 50 + 30 * index + step * at, state: "value" })),
    );
  const spec = dumbbellSpec({ category: "area", value: "n", series: "year" });
  const rings = async (step: number, widthPx: number) =>
    [...(await draw(spec, rows(step), widthPx)).svg.matchAll(/<path [^>]*fill(?:="white"|-opacity="0")/g)].length;
  // Beside the names of both above the first area, and with the legend where these have no room.
  expect([await rings(30, 640), await rings(0, 640), await rings(6, 250)]).toEqual([2, 1, 3]);
});

test.each([340, 640])("a measure of many words heads the key of its classes: at %i px", async (widthPx) => {
  const valueTitle = "Offences recorded per 100,000 children";
  const area = "area";
  const value = "n";
  const { rows: rowsByName } = recipeOf("choropleth");
  const { rows: rowsByPeriod } = recipeOf("heat");
  const data = dataOf("8 names");
  const tiles = Object.fromEntries(
    data.names.map((name, column) => [name, { column, row: 0, label: name.slice(0, 3) }]),
  );
  for (const [spec, rows] of [
    [choroplethSpec({ area, value, valueTitle, geometry: squares(data.names), key: "name" }), rowsByName(data)],
    [tileMapSpec({ area, value, valueTitle, tiles }), rowsByName(data)],
    [heatSpec({ row: area, column: "period", value, valueTitle }), rowsByPeriod(data)],
  ] as const)
    expect((await draw(spec, rows, widthPx)).texts).toContain(valueTitle);
});

/** Areas of whom the first stands out, and the last has the one long name. */
const ratesOf = (count: number, long = "Bournemouth, Christchurch and Poole with all of its surroundings") =>
  Array.from({ length: count }, (_, index) => ({
    area: index === count - 1 ? long : `Ward ${"ABCDEFGHIJ"[index % 10]}${"klmnop"[Math.floor(index / 10)]}`,
    n: 20 + ((index * 37) % 61),
    population: 9_000 + 1_000 * index,
    low: 45,
    high: 46,
    state: "value",
    highlight: index === 0,
  }));

test("marks of context are as dark as the theme has them, which is read against the page", async () => {
  const rows = ratesOf(40);
  const both = ["2019", "2023"].flatMap((period, at) => rows.map((row) => ({ ...row, period, n: row.n + at * 3 })));
  const common = { category: "area", value: "n" };
  const funnel = { ...common, population: "population", low: "low", high: "high" };
  for (const [spec, data] of [
    [stripSpec(common), rows],
    [funnelSpec(funnel), rows],
    [slopeSpec({ x: "period", y: "n", series: "area" }), both],
  ] as const) {
    const { svg } = await draw(spec, data, 640);
    const context = (svg.match(/<[^>]+>/g) ?? []).filter((tag) => tag.includes(defaultTheme.contextColor));
    expect(context.length).toBeGreaterThan(20);
    expect(context.filter((tag) => /opacity="0?\.\d/.test(tag))).toEqual([]);
  }
});

test("the lowest are named where the highest is, in lines where they are two of long names", async () => {
  const names = ["Newcastle upon Tyne and Northumberland", "Bournemouth, Christchurch and Poole", "Kent", "Hull"];
  const rows = names.map((area, index) => ({ area, n: [12, 12, 30, 61][index] as number, state: "value" }));
  const { texts, untraced } = await draw(stripSpec({ category: "area", value: "n" }), rows, 340);
  expect(untraced).toEqual([]);
  expect(texts.join(" ").replaceAll("\n", " ")).toContain(`${names[0]}, ${names[1]} 12`);
  expect(texts).toContain("Hull 61");
});

test("the figure of the lowest stands without names where these are many", async () => {
  const rows = ratesOf(12).map((row, index) => ({ ...row, n: index < 6 ? 0 : row.n }));
  const { texts } = await draw(stripSpec({ category: "area", value: "n", format: ".1f" }), rows, 640);
  expect(texts).toContain("0.0");
});

test("below a plot a row is as high as its own names, not as the longest of all", async () => {
  const gaps = ratesOf(30).map((row, index) =>
    index > 21 && index < 27 ? { ...row, n: null, state: "missing" } : row,
  );
  const boxes = textBoxes(await draw(stripSpec({ category: "area", value: "n" }), gaps, 340));
  const listed = boxes.filter(({ text }) => text.endsWith("[x]")).toSorted((a, b) => a.top - b.top);
  expect(listed).toHaveLength(5);
  for (const [index, { top }] of listed.slice(1).entries()) expect(top - (listed[index]?.top ?? 0)).toBeLessThan(15);
});

test("squares are whole units where there are tens of them, or their figures are written whole", async () => {
  const drawn = (figures: readonly number[], format?: string) =>
    draw(
      unitSpec({ category: "area", value: "n", ...(format !== undefined && { format }) }),
      figures.map((n, index) => ({ area: eight[index] as string, n, state: "value" })),
      640,
    );
  expect((await drawn([12.4, 25.5])).texts).toContain("= 1");
  expect((await drawn([3.4, 7.5], ".0f")).texts).toContain("= 1");
  expect((await drawn([0.4, 3.5], ".1f")).texts).toContain("= 0.05");
});

test("small lines of millions have rows of a page on a telephone", async () => {
  const areas = ["East of England", "West Midlands", "Yorkshire and the Humber", "North East", "South West"];
  const rows = ["2012/13", "2013/14", "2014/15"].flatMap((period, at) =>
    areas.map((area, index) => ({ area, period, n: 20_384_111 + index * 1_870_003 + at * 917_005, state: "value" })),
  );
  const chart = await draw(sparklinesSpec({ x: "period", y: "n", series: "area" }), rows, 340);
  expect(chart.heightPx).toBeLessThan(60 * areas.length);
});
