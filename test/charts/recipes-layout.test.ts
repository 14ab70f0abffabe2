import { describe, expect, test } from "vitest";
import * as charts from "../../src/charts/index.ts";
import { inPart, someOf } from "../support/trials.ts";
import { awkwardData, awkwardRecipes } from "./awkward-cases.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const { areaSpec, barSpec, compileChart, heatSpec, rankingSpec, shareSpec, slopeSpec, smallMultiplesSpec } = charts;
const { sparklinesSpec, trendSpec } = charts;
type Rows = readonly charts.ChartRow[];
const draw = async (spec: object, rows: Rows, widthPx = 640) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
const boxesOf = async (spec: object, rows: Rows, widthPx?: number) => textBoxes(await draw(spec, rows, widthPx));
const middle = (boxes: readonly { readonly top: number; readonly bottom: number }[]) =>
  (Math.min(...boxes.map(({ top }) => top)) + Math.max(...boxes.map(({ bottom }) => bottom))) / 2;

const recipeOf = (spec: object) =>
  (spec as { usermeta?: { briefwright?: { recipe?: string } } }).usermeta?.briefwright?.recipe;

test("every recipe that there is is tried with awkward data", () => {
  const all = Object.keys(charts).filter((name) => /Spec$/.test(name) && name !== "renderSpec");
  const [data] = awkwardData;
  const tried = new Set(awkwardRecipes.map(({ spec }) => recipeOf(spec(data as (typeof awkwardData)[number], 640))));
  expect(all.filter((name) => !tried.has(name))).toEqual([]);
});

test("a name of several lines stands at the middle of its bar", async () => {
  const long = "North and South Combined Services Partnership of the Isles";
  const rows = [
    { area: long, n: 71 },
    { area: "Kent", n: 40 },
  ];
  const boxes = await boxesOf(rankingSpec({ category: "area", value: "n" }), rows, 340);
  const lines = boxes.filter(({ text }) => long.includes(text) && text.length > 3);
  expect(lines.length).toBeGreaterThan(1);
  const figure = boxes.filter(({ text }) => text === "71");
  expect(Math.abs(middle(lines) - middle(figure))).toBeLessThan(2.5);
});

test.each([
  ["bars", barSpec({ x: "area", y: "n" }), 640],
  ["bars below one another", rankingSpec({ category: "area", value: "n" }), 640],
])("%s of nothing but zeros begin where bars begin", async (_, spec, widthPx) => {
  // How far the figure of the last is from its name.
  const at = async (n: number) => {
    const rows = ["Kent", "Essex", "Surrey"].map((area, index) => ({ area, n: index === 0 ? n : 0 }));
    const boxes = await boxesOf(spec, rows, widthPx);
    const [name, figure] = [
      boxes.find(({ text }) => text === "Surrey"),
      boxes.filter(({ text }) => text === "0").at(-1),
    ];
    return [(figure?.left ?? 0) - (name?.left ?? 0), (figure?.top ?? 0) - (name?.top ?? 0)];
  };
  const [beside = [], alone = []] = [await at(9), await at(0)];
  for (const [index, px] of alone.entries()) expect(Math.abs(px - (beside[index] ?? 0))).toBeLessThan(3);
});

test("scales of whole figures have whole steps", async () => {
  const rows = ["2019", "2020", "2021"].map((period, n) => ({ period, n }));
  const { texts } = await draw(trendSpec({ x: "period", y: "n", yTitle: "Deaths" }), rows);
  expect(texts.filter((text) => /\d\.\d/.test(text))).toEqual([]);
  const halves = await draw(
    trendSpec({ x: "period", y: "n", yTitle: "Rate", format: ".1f" }),
    rows.map(({ period, n }) => ({ period, n: n / 2 })),
  );
  expect(halves.texts.some((text) => /^0\.\d$/.test(text) && text !== "0.0")).toBe(true);
});

test("an axis of periods names the first and the last, where steps that are little longer lead there", async () => {
  const rows = Array.from({ length: 9 }, (_, index) => ({ period: String(2015 + index), n: index }));
  const chart = await compileChart({ id: "chart", spec: trendSpec({ x: "period", y: "n", yTitle: "n" }), fonts });
  for (const widthPx of [120, 180, 240, 320, 640]) {
    const { texts } = await chart.render(rows, { widthPx });
    const periods = texts.filter((text) => /^20\d\d$/.test(text));
    expect([widthPx, periods[0], periods.at(-1)]).toEqual([widthPx, "2015", "2023"]);
  }
});

describe("names at the ends of lines", () => {
  const long = "Combined Services Partnership of the Northern Isles and the Borders";
  const short = ["Kent", "Essex", "Surrey", "Devon", "Dorset", "Gwent", "Norfolk"];
  const rows = ["2019", "2020"].flatMap((period) => [long, ...short].map((area) => ({ period, area, n: 700 })));
  const options = { x: "period", y: "n", series: "area" };

  test.each([
    ["trend", trendSpec(options)],
    ["slope", slopeSpec(options)],
  ])("take the room of their own lines, and no more: %s", async (_, spec) => {
    const boxes = (await boxesOf(spec, rows, 400)).filter(({ text }) => short.some((name) => text.includes(name)));
    const right = boxes.filter(({ left }) => left > 200).toSorted((a, b) => a.top - b.top);
    expect(right).toHaveLength(short.length);
    for (const [index, { top }] of right.slice(1).entries()) expect(top - (right[index]?.top ?? 0)).toBeLessThan(17);
  });

  test("do not push a plot of parts away: it grows with them", async () => {
    const parts = rows.map((row) => ({
      ...row,
      area: `${row.area} and all that belongs to it, wherever it may be`,
      n: 7,
    }));
    const { heightPx } = await draw(areaSpec(options), parts, 340);
    const boxes = await boxesOf(areaSpec(options), parts, 340);
    const axis = boxes.find(({ text }) => text === "2020");
    expect(axis?.bottom ?? 0).toBeGreaterThan(heightPx - 30);
  });
});

test("figures of a small line stand beside it, or it makes way for a layout with more room", async () => {
  const rows = ["2019", "2020"].flatMap((period) =>
    ["Kent", "Essex"].map((area, index) => ({ period, area, n: 3_716_049_078 + index * 9 })),
  );
  const spec = sparklinesSpec({ x: "period", y: "n", series: "area", widthPx: 640 });
  const boxes = await boxesOf(spec, rows);
  const last = boxes.filter(({ text }) => text.startsWith("3,716")).toSorted((a, b) => b.left - a.left)[0];
  // The head of the last figures begins 8 px behind the line.
  const head = boxes.find(({ text }) => text === "2020");
  expect(last?.left ?? 0).toBeGreaterThan((head?.left ?? 640) - 8);
});

test.each([
  ["SOUTHWATER COUNTY 50 JT", 2],
  ["REGIONALE KOMMUNALE DIENSTE WESTKÜSTE", 4],
])("a small line in capitals has its name in lines on a telephone: %s", async (name, most) => {
  const rows = ["2019", "2020", "2021"].flatMap((period, index) =>
    [name, "ELMBRIDGE"].map((area) => ({ period, area, n: 30 + 9 * index })),
  );
  const spec = sparklinesSpec({ x: "period", y: "n", series: "area" });
  const { narrow } = await (await compileChart({ id: "chart", spec, fonts })).render(rows, { narrowPx: 340 });
  const lines = narrow?.texts.filter((text) => /^(?!ELMBRIDGE)\p{Lu}{2}/u.test(text)) ?? [];
  expect(lines.join(" ")).toBe(name);
  expect(lines.length).toBeLessThanOrEqual(most);
});

test("bars against marks have long names above them on a telephone, in texts of the usual size", async () => {
  const rows = [
    {
      offence: "Embezzlement, impersonation, intimidation, interference, harassment",
      n: 24_691,
      before: 16_843,
    },
    { offence: "Damage to the property of others and to the environment", n: 12_092, before: 29_917 },
    { offence: "Theft", n: 75_928, before: 68_204 },
  ];
  const options = { category: "offence", value: "n", comparator: "before", comparatorTitle: "Before the pandemic" };
  const spec = charts.bulletSpec(options);
  const { narrow } = await (await compileChart({ id: "chart", spec, fonts })).render(rows, { narrowPx: 340 });
  expect(narrow?.untraced).toEqual([]);
  // Beside them the name of the mark would lie on that of its bar, unless the whole were made smaller.
  expect(narrow?.svg).toContain('viewBox="0 0 340 ');
  const boxes = await boxesOf(spec, rows, 340);
  const topOf = (start: string) => boxes.find(({ text }) => text.startsWith(start))?.top;
  const tops = [
    "Embezzlement",
    "24,691",
    "Before the pandemic 16,843",
    "Damage",
    "12,092",
    "29,917",
    "Theft",
    "75,928",
  ].map(topOf);
  expect(tops).toEqual(tops.toSorted((a = 0, b = 0) => a - b));
});

test("classes are of the figures that there are: none above the highest, none below the lowest", async () => {
  const rows = [1001, 1003, 1005, 1007].map((n, index) => ({ area: "ABCD".charAt(index), period: "2020", n }));
  const { texts } = await draw(heatSpec({ row: "area", column: "period", value: "n" }), rows);
  expect(texts.filter((text) => /\bunder | or more$|^\S+ to \S+$/.test(text))).toEqual([
    "under 1,002",
    "1,002 to under 1,004",
    "1,004 to under 1,006",
    "1,006 to 1,007",
  ]);
});

test("figures have five classes or six, by round steps, also where their lowest and highest are whole", async () => {
  const classesOf = async (figures: readonly number[]) => {
    const rows = figures.map((n, index) => ({ area: `Area ${"ABCDEFGH".charAt(index)}`, period: "2020", n }));
    const { texts } = await draw(heatSpec({ row: "area", column: "period", value: "n", format: ".1f" }), rows);
    return texts.filter((text) => /\bunder | or more$|^\S+ to \S+$/.test(text));
  };
  expect(await classesOf([3.07, 9.45, 5.2, 6.8])).toEqual([
    "under 4.5",
    "4.5 to under 6",
    "6 to under 7.5",
    "7.5 to under 9",
    "9 to 9.5",
  ]);
  expect(await classesOf([1, 3, 1.6, 2.2])).toEqual([
    "under 1.5",
    "1.5 to under 2",
    "2 to under 2.5",
    "2.5 to under 3",
    "3 or more",
  ]);
  expect(await classesOf([274, 710, 402])).toHaveLength(6);
});

test("names below upright bars stand in lines, and bars lie down where these have no room", async () => {
  const names = [
    "United States",
    "South Korea",
    "New Zealand",
    "Sir Ddinbych",
    "Puerto Rico",
    "Costa Rica",
    "Sri Lanka",
  ];
  const rowsOf = (areas: readonly string[]) =>
    areas.flatMap((area) => [0.4, 0.6].map((n, index) => ({ area, part: ["One", "Other"][index] as string, n })));
  const spec = shareSpec({ period: "area", category: "part", share: "n", direction: "vertical" });
  const upright = await boxesOf(spec, rowsOf(names), 500);
  const written = upright.map(({ text }) => text).join(" ");
  for (const word of names.flatMap((name) => name.split(" "))) expect(written).toContain(word);
  expect(names.filter((name) => !upright.some(({ text }) => text === name)).length).toBeGreaterThan(2);
  const long = names.map((name) => `${name.replace(" ", "")}sandtheislands`);
  const { texts, svg } = await draw(spec, rowsOf(long), 500);
  expect(texts.join("").replaceAll(/[\s-]/g, "")).toContain(long[0]);
  expect(svg).not.toContain("…");
});

describe("dots of many areas on a telephone", () => {
  const names = Array.from(
    { length: 43 },
    (_, index) =>
      `${"ABCDEFGHIJ".charAt(index % 10)}nnandale and ${index > 9 ? "Isle" : "Moor"}${"abcde".charAt(index / 10)}`,
  );
  const narrowOf = async (changes: readonly number[]) => {
    const rows = names.flatMap((area, index) =>
      ["2015", "2019"].map((period, at) => ({
        area,
        period,
        n: 300 + 14 * index + at * (changes[index % changes.length] ?? 0),
      })),
    );
    const spec = charts.dumbbellSpec({ category: "area", value: "n", series: "period" });
    const { narrow } = await (await compileChart({ id: "chart", spec, fonts })).render(rows, { narrowPx: 340 });
    expect(narrow?.untraced).toEqual([]);
    return narrow;
  };

  test("are told apart: names stand above their rows where pairs would lie on one another beside them", async () => {
    const narrow = await narrowOf([20]);
    const xs = [...(narrow?.svg ?? "").matchAll(/<path transform="translate\(([\d.]+),[\d.]+\)" d="M[\d.]+,0A/g)].map(
      ([, x]) => Number(x),
    );
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(180);
  });

  test("take half the height where most pairs are apart beside their names", async () => {
    const [apart, together] = [await narrowOf([0, 60, -70]), await narrowOf([0, 20, -20])];
    expect(apart?.heightPx).toBeLessThan(0.6 * (together?.heightPx ?? 0));
  });
});

test("more series than a palette has colours are refused", async () => {
  const rows = ["2019", "2020"].flatMap((period) =>
    Array.from({ length: 9 }, (_, index) => ({ period, area: `Area ${"ABCDEFGHI"[index]}`, n: index + 1 })),
  );
  await expect(draw(barSpec({ x: "period", y: "n", series: "area" }), rows)).rejects.toThrow("it tells 8 apart");
});

describe("the title of a scale", () => {
  const notes = [
    { kind: "text", at: { period: "2015" }, text: "New guidance:", value: "n" },
    { kind: "shaded", from: "2018", to: "2019", label: "Courts closed for some months" },
  ] as const;
  const rows = Array.from({ length: 9 }, (_, index) => ({ period: String(2014 + index), n: 20 + ((index * 7) % 11) }));
  const yTitle = "Per hundred thousand women";

  test.each([640, 340])(
    "stands above notes at %i px, so that no line from a note to its figure runs through it",
    async (widthPx) => {
      const parts = rows.map((row) => ({ ...row, part: "All" }));
      for (const [spec, given] of [
        [trendSpec({ x: "period", y: "n", yTitle, annotations: notes }), rows],
        [areaSpec({ x: "period", y: "n", series: "part", yTitle, annotations: notes.slice(1) as never }), parts],
      ] as const) {
        const boxes = await boxesOf(spec, given, widthPx);
        const title = boxes.find(({ text }) => text === yTitle);
        const said = boxes.filter(({ text }) => /guidance|Courts/.test(text));
        expect(said.length).toBeGreaterThan(0);
        for (const { top } of said) expect(title?.bottom).toBeLessThanOrEqual(top + 1);
      }
    },
  );
});

describe("the names of parts that lie on one another", () => {
  const spec = areaSpec({ x: "period", y: "n", series: "part" });
  const last = { Walk: 40, Cycle: 0, Bus: 0, Rail: 0, Car: 50 } as const;
  const rowsOf = (atEnd: Readonly<Record<string, number>>) =>
    ["2019", "2020", "2021"].flatMap((period) =>
      Object.entries(atEnd).map(([part, n]) => ({ period, part, n: period === "2021" ? n : 30 })),
    );
  /** The areas, and the squares beside the names: their colours in the order of the page, from the bottom. */
  const colorsIn = (svg: string) => ({
    areas: [...svg.matchAll(/<path d="[^"]*" fill="(#\w+)" stroke="(?:white|#ffffff)"/g)].map(([, color]) => color),
    swatches: [...svg.matchAll(/translate\([-\d.]+,([-\d.]+)\)" d="M-4\.5,-4\.5h9v9h-9Z" fill="(#\w+)"/g)]
      .map(([, y, color]) => ({ y: Number(y), color }))
      .toSorted((a, b) => b.y - a.y)
      .map(({ color }) => color),
  });

  test.each([640, 340])("have their colours beside them where one ends in nothing: at %i px", async (widthPx) => {
    const chart = await draw(spec, rowsOf(last), widthPx);
    const { areas, swatches } = colorsIn(chart.svg);
    expect(new Set(areas).size).toBe(5);
    expect(swatches).toEqual(areas);
    expect(chart.untraced).toEqual([]);
    expect(chart.widthPx).toBeLessThanOrEqual(widthPx);
  });

  test("have none where each shows its own", async () => {
    const chart = await draw(spec, rowsOf({ ...last, Cycle: 20, Bus: 20, Rail: 20 }));
    expect(colorsIn(chart.svg).swatches).toEqual([]);
  });
});

describe("legends", () => {
  const years = ["2015", "2016", "2017", "2018"];
  const rowsIn = (boxes: readonly { readonly top: number }[]) => new Set(boxes.map(({ top }) => Math.round(top))).size;

  test("of classes that have room in one line, and in few on a narrow page, stand so", async () => {
    const rows = ["Kent", "Essex", "Surrey"].flatMap((area, index) =>
      years.map((period, at) => ({ area, period, n: 4.25 + 8 * (index + at) })),
    );
    const spec = heatSpec({ row: "area", column: "period", value: "n", format: ".2f" });
    const linesAt = async (widthPx: number) =>
      rowsIn((await boxesOf(spec, rows, widthPx)).filter(({ text }) => /\bunder | or more$|^\S+ to \S+$/.test(text)));
    expect([await linesAt(640), await linesAt(340)]).toEqual([1, expect.toBeOneOf([1, 2, 3])]);
  });

  test("of four names that have room in one line stand in one", async () => {
    const parts = ["Facebook/Messenger", "Snapchat", "Instagram", "WhatsApp"];
    const rows = ["2021", "2022"].flatMap((period) =>
      parts.map((part, at) => ({ period, part, share: [0.45, 0.2, 0.31, 0.04][at] as number })),
    );
    const boxes = await boxesOf(shareSpec({ period: "period", category: "part", share: "share" }), rows);
    expect(rowsIn(boxes.filter(({ text }) => parts.includes(text)))).toBe(1);
  });
});

test("names of small charts stand above their lines, whatever number of lines they have themselves", async () => {
  const name = (letter: string) => `${letter} Combined Services Partnership of the Northern Isles, part`;
  const rows = "ABCDEFGH"
    .split("")
    .flatMap((letter) => ["2015", "2016", "2017"].map((period, at) => ({ area: name(letter), period, n: 100 + at })));
  for (const widthPx of [640, 340]) {
    const boxes = await boxesOf(smallMultiplesSpec({ x: "period", y: "n", series: "area", widthPx }), rows, widthPx);
    const figures = boxes.filter(({ text }) => text === "102");
    const names = boxes.filter(({ text }) => /^[A-H] Comb|Partner|North|Isles/.test(text));
    expect([figures.length, names.length]).toEqual([8, expect.toSatisfy((count: number) => count >= 16)]);
    // All lines end near the top of their charts: no word of a name stands at the height of a figure.
    for (const figure of figures)
      for (const { text, top, bottom } of names)
        expect(`${text}: ${bottom <= figure.top + 1 || top >= figure.bottom}`).toBe(`${text}: true`);
  }
});

test("a name of two lines is nearer to its own small chart than to the years of the one above", async () => {
  const areas = ["Kent", "Essex", "Surrey", "Devon", "Transportation and Utilities", "Dorset", "Norfolk", "Suffolk"];
  const rows = areas.flatMap((area) => ["2015", "2016", "2017"].map((period, at) => ({ area, period, n: 100 + at })));
  const boxes = await boxesOf(smallMultiplesSpec({ x: "period", y: "n", series: "area" }), rows);
  const [first, second] = ["Transportation", "Utilities"].map((word) => boxes.find(({ text }) => text.includes(word)));
  if (!first || !second) throw new Error("Not named.");
  expect(second.top).toBeGreaterThan(first.top);
  const years = boxes.filter(({ text, bottom }) => text === "2015" && bottom < first.top);
  expect(first.top - Math.max(...years.map(({ bottom }) => bottom))).toBeGreaterThan(14);
});

test("pairs of dots on a telephone have the scale from their lowest figure, unless that is near zero", async () => {
  const spec = charts.dumbbellSpec({ category: "area", value: "n", series: "period" });
  /** From the figure of the lowest dot to that of the highest, px. */
  const spreadOf = async (lowest: number, widthPx: number) => {
    const rows = [lowest, 120, 180, 200].flatMap((n, index) =>
      ["2015", "2016"].map((period, at) => ({ area: `Area ${"ABCD"[index]}`, period, n: n + 9 * at })),
    );
    const boxes = await boxesOf(spec, rows, widthPx);
    const figure = (n: number) => boxes.find(({ text }) => text === String(n));
    return (figure(209)?.left ?? 0) - (figure(lowest)?.right ?? 0);
  };
  // Whichever it is, the lowest stands at the beginning of the scale.
  expect(await spreadOf(50, 340)).toBeCloseTo(await spreadOf(60, 340), 0);
  expect(await spreadOf(10, 340)).toBeLessThan(await spreadOf(50, 340));
});

describe("property: with awkward data, wide and narrow", () => {
  const drawnWith = async (name: string, data: (typeof awkwardData)[number], widthPx: number) => {
    const recipe = awkwardRecipes.find((each) => each.name === name) as (typeof awkwardRecipes)[number];
    return draw(recipe.spec(data, widthPx), recipe.rows(data), widthPx);
  };
  const cases = awkwardData.flatMap((data) => [340, 640].map((widthPx) => [data.name, widthPx, data] as const));
  const some = someOf(cases, inPart(cases.length, 54));

  test.each(some)("legends of %s at %i px begin at the edge of the picture", async (_, widthPx, data) => {
    for (const [name, first] of [
      ["heat", /^< /],
      ["likert", /^Strongly disagree$/],
    ] as const) {
      const boxes = await drawnWith(name, data, widthPx).then(textBoxes, () => []);
      // Behind a square, and what the rule beside a name takes.
      for (const { left } of boxes.filter(({ text }) => first.test(text))) expect(left).toBeLessThan(26);
    }
  });

  test.each(some)("figures of columns of %s at %i px touch no other column", async (_, widthPx, data) => {
    const chart = await drawnWith("bar-series", data, widthPx).catch(() => undefined);
    const labels = textBoxes(chart ?? (await drawnWith("bar-series", awkwardData[0] as typeof data, widthPx)));
    const figures = labels.filter(({ text }) => /^[−\d.,]+$|^\[[cx]\]$/.test(text));
    for (const [index, a] of figures.entries())
      for (const b of figures.slice(index + 1)) {
        const isBeside = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
        if (isBeside)
          expect(Math.max(a.left, b.left) - Math.min(a.right, b.right), `${a.text} ${b.text}`).toBeGreaterThan(0);
      }
  });

  test.each(some)("a map of %s at %i px names each area, or says that it does not", async (_, widthPx, data) => {
    const chart = await drawnWith("choropleth", data, widthPx);
    // Names are written over two lines, too.
    const plain = (text: string) => text.replaceAll(/\s+/g, "");
    const written = plain(chart.texts.join(" "));
    const isNamed = data.names.every((name) => written.includes(plain(name)));
    expect(isNamed).toBe(!written.includes(plain("Not all areas are named")));
  });
});

test("marks of many gaps stand below the lines", async () => {
  const rows = ["Kent", "Essex", "Surrey"].flatMap((area, at) =>
    Array.from({ length: 9 }, (_, index) => ({
      area,
      period: String(2015 + index),
      n: (index + at) % 3 === 0 ? null : index,
      state: (index + at) % 3 === 0 ? "missing" : "value",
    })),
  );
  const boxes = await boxesOf(trendSpec({ x: "period", y: "n", series: "area", yTitle: "Deaths" }), rows);
  const marks = boxes.filter(({ text }) => text.endsWith("[x]"));
  const nought = boxes.find(({ text }) => text === "0");
  expect(marks.map(({ text }) => text).toSorted()).toEqual(["Essex [x]", "Kent [x]", "Surrey [x]"]);
  for (const { top } of marks) expect(top).toBeGreaterThan(((nought?.top ?? 0) + (nought?.bottom ?? 0)) / 2);
});

describe("headings of a heat map", () => {
  const bands = [
    "0-4",
    "5-9",
    ...Array.from({ length: 17 }, (_, index) => `${10 + 5 * index}-${14 + 5 * index}`),
    "95+",
  ];
  const rowsOf = (columns: readonly string[]) =>
    ["Kent", "Essex"].flatMap((area, row) => columns.map((band, at) => ({ area, band, n: 1 + row + at })));
  const spec = heatSpec({ row: "area", column: "band", value: "n" });
  const typed = async (columns: readonly string[]) =>
    (await compileChart({ id: "chart", spec, fonts, widthPx: 640, typography: true })).render(rowsOf(columns));
  /** Half of the lower rows. */
  const halfRowPx = 9;

  test.each([
    ["between shorter ones", bands],
    ["last", [...bands.slice(0, 2), ...bands.slice(2).reverse()]],
    ["with dashes as they are set", bands.map((band) => band.replace("-", "–"))],
    ["of words", ["All", "Under one year old", ...bands.slice(2, 14), "Any"]],
  ])("of several lines, %s, stand above its cells", async (_, columns) => {
    const boxes = textBoxes(await typed(columns));
    const cells = middle(boxes.filter(({ text }) => text === "Kent")) - halfRowPx;
    const written = columns.map((name) => name.replace("-", "–"));
    const headings = boxes.filter(({ text, top }) => top < cells && written.some((name) => name.includes(text)));
    expect(headings.length).toBeGreaterThan(columns.length);
    for (const { text, bottom } of headings) expect(bottom, text).toBeLessThanOrEqual(cells);
  });

  test("have one dash for all, whether their lines end at it or not", async () => {
    const { svg } = await typed(bands);
    const drawn = [...svg.matchAll(/>(\d+)([-–])(?:\d+)?</gu)].map(([, number, dash]) => `${number}${dash}`);
    expect(drawn).toContain("0–");
    expect(drawn).toContain("10–");
    expect(drawn.filter((text) => text.endsWith("-"))).toEqual([]);
  });
});

test("names of three lines in a ranking stand clear of those above and below", async () => {
  const names = ["Sexual offences", "Prohibited and regulated weapons and explosives", "Other offences", "Arson"];
  const rows = names.map((area, index) => ({ area, n: 17 - index }));
  const boxes = await boxesOf(rankingSpec({ category: "area", value: "n" }), rows, 340);
  const box = (text: string) => boxes.find((each) => each.text === text) as (typeof boxes)[number];
  const ofLong = boxes.filter(({ text }) => names[1]?.includes(text));
  expect(ofLong.length).toBeGreaterThanOrEqual(3);
  // Letters take 9 px of a line of 13: within a name 4 px are between two lines.
  const between = [
    Math.min(...ofLong.map(({ top }) => top)) - box("Sexual offences").bottom,
    box("Other offences").top - Math.max(...ofLong.map(({ bottom }) => bottom)),
  ];
  for (const px of between) expect(px).toBeGreaterThan(6);
});
