import { describe, expect, test } from "vitest";
import {
  barSpec,
  compileChart,
  defaultTheme,
  dumbbellSpec,
  histogramSpec,
  rankingSpec,
  shareSpec,
  tileMapsSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { areas, rankingRows, trendRows } from "./sample-rows.ts";

const render = async (
  spec: object,
  ...[rows, options]: Parameters<Awaited<ReturnType<typeof compileChart>>["render"]>
) => (await compileChart({ id: "recipe", spec, fonts })).render(rows, options);

describe("ranking", () => {
  test.each([5, 20, 43])("of %i: every name and every figure, in order", async (count) => {
    const rows = rankingRows("Bedfordshire").slice(0, count);
    const { texts, heightPx, diagnostics } = await render(rankingSpec({ category: "area", value: "offences" }), rows);
    const ordered = rows.toSorted((a, b) => Number(b.offences ?? -1) - Number(a.offences ?? -1));
    expect(texts.slice(0, count)).toEqual(ordered.map(({ area }) => area));
    expect(texts.slice(count).toSorted()).toEqual(
      rows.map(({ offences }) => (offences === null ? "[c]" : String(offences))).toSorted(),
    );
    // No label may touch the next.
    expect(heightPx).toBeGreaterThan(count * defaultTheme.fontSizePx);
    expect(diagnostics).toEqual([]);
  });

  test("the highlighted bar stands out; where there is none, all are in the main colour", async () => {
    const spec = rankingSpec({ category: "area", value: "offences" });
    const bars = (svg: string, color: string) => svg.split(`fill="${color}"`).length - 1;
    const one = await render(spec, rankingRows("Kent"));
    expect(bars(one.svg, defaultTheme.highlightColor)).toBe(1);
    expect(bars(one.svg, defaultTheme.contextColor)).toBe(areas.length - 2);
    const none = await render(spec, rankingRows(""));
    expect(bars(none.svg, defaultTheme.highlightColor)).toBe(areas.length - 1);
    expect(bars(none.svg, defaultTheme.contextColor)).toBe(0);
  });

  test("a long name is written over several lines, all of it", async () => {
    const area = "The Combined Constabularies of the Northern and Western Isles and Orkney";
    const { texts, diagnostics } = await render(rankingSpec({ category: "area", value: "n" }), [{ area, n: 3 }]);
    expect(texts.slice(0, -1).join(" ")).toBe(area);
    expect(diagnostics).toEqual([]);
  });

  test("of more than a page holds, the top, and what is marked with its neighbours; which is said", async () => {
    const rows = Array.from({ length: 155 }, (_, index) => ({
      area: `Area ${index}`,
      n: 1000 - index,
      highlight: index === 80,
    }));
    const { texts, heightPx } = await render(rankingSpec({ category: "area", value: "n" }), rows);
    const named = texts.filter((text) => text.startsWith("Area"));
    expect(named).toEqual([
      ...Array.from({ length: 10 }, (_, index) => `Area ${index}`),
      "Area 79",
      "Area 80",
      "Area 81",
    ]);
    expect(texts.join(" ")).toContain("Not all are shown");
    expect(heightPx).toBeLessThan(300);
  });

  test("of more than a page holds, with a line between rows that do not follow one another", async () => {
    const linesOf = async (marked: readonly number[]) => {
      const rows = Array.from({ length: 155 }, (_, index) => ({
        area: `Area ${index}`,
        n: 1000 - index,
        highlight: marked.includes(index),
      }));
      const { svg, untraced } = await render(rankingSpec({ category: "area", value: "n" }), rows);
      expect(untraced).toEqual([]);
      return [...svg.matchAll(/stroke-dasharray="2[, ]3"/g)].length;
    };
    // One of them below the last row, where others follow it in the whole list.
    expect(await linesOf([80])).toBe(2);
    expect(await linesOf([80, 120])).toBe(3);
    expect(await linesOf([10])).toBe(1);
    expect(await linesOf([80, 153])).toBe(2);
  });

  test("of more than a page holds, says how many are shown, and cuts no tie of few", async () => {
    const shownOf = async (figures: readonly number[]) => {
      const rows = figures.map((n, index) => ({ area: `Area ${index}`, n }));
      const { texts, untraced } = await render(rankingSpec({ category: "area", value: "n" }), rows);
      expect(untraced).toEqual([]);
      return {
        shown: texts.filter((text) => text.startsWith("Area")).map((text) => Number(text.slice(5))),
        said: texts.join(" ").replaceAll(/\s+/g, " "),
      };
    };
    const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
    const falling = upTo(150).map((index) => 1000 - index);

    // Five share a figure from the ninth on: all of them are shown.
    const five = await shownOf(falling.map((n, index) => (index >= 8 && index <= 12 ? 992 : n)));
    expect(five.shown).toEqual([...upTo(13), 147, 148, 149]);
    expect(five.said).toContain("Shown: 16 of 150.");

    // Forty share it: none of them is.
    const forty = await shownOf(falling.map((n, index) => (index >= 8 && index < 48 ? 992 : n)));
    expect(forty.shown).toEqual([...upTo(8), 147, 148, 149]);

    // A hundred share the last: there is no end of a few.
    const ends = await shownOf(falling.map((n, index) => (index >= 50 ? 0 : n)));
    expect(ends.shown).toEqual(upTo(10));
    expect(ends.said).toContain("only the top of the list");
    expect(ends.said).toContain("Shown: 10 of 150.");
    expect(ends.said).not.toContain("its end");

    // All but one share the first: some of them are shown, and it is said.
    const first = await shownOf(falling.map((_, index) => (index === 149 ? 1 : 7)));
    expect(first.shown).toHaveLength(11);
    expect(first.said).toContain("Shown: 11 of 150. Some that are left out have the same figure as one that is shown.");
    expect(`${five.said} ${forty.said} ${ends.said}`).not.toContain("the same figure");
  });

  test.each([
    ["is left out", 80, 2, "Shown: 13 of 150 with a figure."],
    ["is marked", 170, 2, "Shown: 10 of 150 with a figure."],
  ])(
    "of more than a page holds, counts those with a figure where one without %s",
    async (_, marked, lineCount, said) => {
      const rows = Array.from({ length: 180 }, (_, index) => ({
        area: `Area ${index}`,
        n: index < 150 ? 1000 - index : null,
        state: index < 150 ? "value" : "missing",
        highlight: index === marked,
      }));
      const { texts, untraced, svg } = await render(rankingSpec({ category: "area", value: "n" }), rows);
      expect(untraced).toEqual([]);
      expect(texts.join(" ").replaceAll(/\s+/g, " ")).toContain(said);
      expect([...svg.matchAll(/stroke-dasharray="2[, ]3"/g)]).toHaveLength(lineCount);
    },
  );

  test("of more than a page holds, draws no line below the lowest, where only those without a figure follow", async () => {
    const rows = Array.from({ length: 180 }, (_, index) => ({
      area: `Area ${index}`,
      n: index < 150 ? 1000 - index : null,
      state: index < 150 ? "value" : "missing",
    }));
    const { svg } = await render(rankingSpec({ category: "area", value: "n" }), rows);
    expect([...svg.matchAll(/stroke-dasharray="2[, ]3"/g)]).toHaveLength(1);
  });

  test("of more than a page holds, says what is shown, whether one is marked or none", async () => {
    for (const marked of [80, -1]) {
      const rows = Array.from({ length: 155 }, (_, index) => ({
        area: `Area ${index}`,
        n: 1000 - index,
        highlight: index === marked,
      }));
      const said = (await render(rankingSpec({ category: "area", value: "n" }), rows)).texts.join(" ");
      expect(said).toContain("Not all are shown: the top of the list");
      expect(said.includes("marked")).toBe(marked === 80);
      expect(said.includes("its end")).toBe(marked === -1);
    }
  });

  test("of more than a page holds, however long the name above the sentence is", async () => {
    const long = "Middle East, North Africa, Afghanistan & Pakistan (excluding high income)";
    for (const widthPx of [320, 512, 640])
      for (const length of [20, 30, 45, 60, long.length]) {
        const rows = Array.from({ length: 155 }, (_, index) => ({
          area: index === 81 ? long.slice(0, length) : `Area ${index}`,
          n: 1000 - index,
          highlight: index === 80,
        }));
        const { texts } = await render(rankingSpec({ category: "area", value: "n" }), rows, { widthPx });
        expect(texts.join(" ")).toContain("Not all are shown");
      }
  });

  test("gaps come last, whichever way the figures go", async () => {
    const rows = [
      { area: "gap", n: null, state: "suppressed" },
      { area: "low", n: -5 },
      { area: "high", n: 5 },
    ];
    for (const order of ["ascending", "descending"] as const) {
      const { texts } = await render(rankingSpec({ category: "area", value: "n", order }), rows);
      expect(texts.slice(0, 3)).toEqual(order === "ascending" ? ["low", "high", "gap"] : ["high", "low", "gap"]);
    }
  });
});

describe("trend", () => {
  test("names both lines at their ends and has no legend", async () => {
    const { texts, table } = await render(trendSpec({ x: "period", y: "offences", series: "area" }), trendRows("Kent"));
    expect(texts.filter((text) => /^(Kent|Middle force)/.test(text))).toHaveLength(2);
    expect(texts).toContain("Middle force 102");
    expect(table.columns).toEqual([
      { id: "area", label: "area", numeric: false },
      { id: "period", label: "period", numeric: false },
      { id: "offences", label: "offences", numeric: true },
    ]);
    expect(table.rows).toHaveLength(8);
  });

  test("is about the line that rows mark, and else about the first", async () => {
    const subjectOf = async (marked: (area: string, year: number) => boolean) => {
      const rows = ["Kent", "Essex", "Surrey"].flatMap((area, at) =>
        [2021, 2022].map((year) => ({
          area,
          year: String(year),
          n: 10 * at + year - 2020,
          highlight: marked(area, year),
        })),
      );
      const { svg, alt } = await render(trendSpec({ x: "year", y: "n", series: "area" }), rows);
      return [svg.match(/font-weight="bold"[^>]*>([^<]*)</)?.[1], alt.match(/\. (\w+):/)?.[1]];
    };
    expect(await subjectOf((area) => area === "Essex")).toEqual(["Essex 12", "Essex"]);
    expect(await subjectOf((area, year) => area === "Surrey" && year === 2021)).toEqual(["Surrey 22", "Surrey"]);
    expect(await subjectOf(() => false)).toEqual(["Kent 2", "Kent"]);
  });

  const manyLines = (names: readonly string[], subject: string) =>
    names.flatMap((area, at) =>
      [2021, 2022].map((year) => ({ area, year: String(year), n: 10 * at + year - 2020, highlight: area === subject })),
    );
  const linesOf = (svg: string) =>
    [
      ...svg.matchAll(/<path d="[^"]*L[^"]*" stroke="([^"]+)" stroke-width="([\d.]+)"[^>]*stroke-dasharray="([^"]+)"/g),
    ].map(([, color, width, dashes]) => ({ color, width, dashes }));

  test("up to three other lines are told apart by their dashes, in a darker grey, and the subject lies on top", async () => {
    const { svg, untraced } = await render(
      trendSpec({ x: "year", y: "n", series: "area" }),
      manyLines(["Kent", "Essex", "Surrey", "Dorset"], "Essex"),
    );
    const lines = linesOf(svg);
    const others = lines.filter(({ color }) => color !== defaultTheme.highlightColor);
    expect(others.map(({ color }) => color)).toEqual(Array(3).fill(defaultTheme.mutedColor));
    expect(new Set(others.map(({ dashes }) => dashes)).size).toBe(3);
    expect(lines.at(-1)?.color).toBe(defaultTheme.highlightColor);
    expect(untraced).toEqual([]);
  });

  test("of more, those that are named; the rest are thin, and told from the page", async () => {
    const names = ["Kent", "Essex", "Surrey", "Dorset", "Devon", "Gwent"];
    const spec = trendSpec({ x: "year", y: "n", series: "area", compared: ["Devon", "Kent"] });
    const { svg, texts } = await render(spec, manyLines(names, "Essex"));
    const lines = linesOf(svg);
    const thin = lines.filter(({ width }) => width === "1.25");
    expect(thin.map(({ color }) => color)).toEqual(Array(3).fill(defaultTheme.contextColor));
    expect(lines.filter(({ color }) => color === defaultTheme.mutedColor)).toHaveLength(2);
    expect(names.every((name) => texts.some((text) => text.startsWith(name)))).toBe(true);
  });

  test("names to compare with: more than three are refused, and one that no row has is warned of", async () => {
    const rows = manyLines(["Kent", "Essex", "Surrey"], "Essex");
    const specOf = (compared: readonly string[]) => trendSpec({ x: "year", y: "n", series: "area", compared });
    expect(() => specOf(["a", "b", "c", "d"])).toThrowError(/3 lines apart/);
    const { diagnostics } = await render(specOf(["Kent", "Nowhere"]), rows);
    expect(diagnostics).toMatchObject([
      { code: "chart-annotation-unplaced", message: expect.stringContaining("Nowhere") },
    ]);
  });

  test("a line without any figure says so once", async () => {
    const rows = manyLines(["Kent", "Essex", "Surrey"], "Essex").map((row) =>
      row.area === "Kent" ? { ...row, n: null, state: "suppressed" } : row,
    );
    const { texts } = await render(trendSpec({ x: "year", y: "n", series: "area" }), rows);
    expect(texts.filter((text) => text.includes("[c]"))).toEqual(["Kent [c]"]);
  });

  test("a gap breaks the line and says why; it is no zero", async () => {
    const { svg, texts } = await render(
      trendSpec({ x: "period", y: "offences", series: "area" }),
      trendRows("Cumbria"),
    );
    expect(texts).toContain("Cumbria [c]");
    const lines = [...svg.matchAll(/<path d="([^"]+)"[^>]*stroke-width="2.5"/g)].map(([, path]) => path);
    expect(lines[0]?.match(/M/g)).toHaveLength(2);
  });

  test.each([
    [[500, 520, null], "520"],
    [[500, null, null], "500"],
    [[null, 520, 480], "480"],
  ])("one line has its last known figure at its end, and each run of gaps its mark once: %j", async (figures, last) => {
    const rows = figures.map((n, index) => ({ period: String(2018 + index), n, state: "missing" }));
    const { texts, untraced } = await render(trendSpec({ x: "period", y: "n" }), rows);
    const runs = figures.filter((n, index) => n === null && figures[index - 1] !== null);
    expect(texts.filter((text) => text === "[x]")).toHaveLength(runs.length);
    expect(texts.filter((text) => text === last)).toHaveLength(last === "500" ? 2 : 1);
    expect(untraced).toEqual([]);
  });
});

test("of two series the one that is marked is in the main colour, and else the last", async () => {
  const rows = (marked: string) =>
    ["Kent", "Essex"].flatMap((area) =>
      ["2021", "2022"].map((year) => ({ area, year, n: 7, highlight: area === marked })),
    );
  const colorsOf = async (marked: string) => {
    const { svg } = await render(barSpec({ x: "year", y: "n", series: "area" }), rows(marked));
    return [...svg.matchAll(/<path d="[^"]+" fill="(#[\da-f]{6})"/g)].map(([, color]) => color);
  };
  const { highlightColor: main, contextColor: other } = defaultTheme;
  expect(await colorsOf("Kent")).toEqual([main, main, other, other]);
  expect(await colorsOf("Essex")).toEqual([other, other, main, main]);
  expect(await colorsOf("")).toEqual([other, other, main, main]);
});

test("a histogram says how many lie in each pile", async () => {
  const rows = rankingRows("Bedfordshire").map((row, index) => ({ ...row, n: ((index * 7) % 40) / 100 }));
  const { texts } = await render(histogramSpec({ category: "area", value: "n", format: ".0%" }), rows);
  const counts = texts.filter((text) => /^\d+$/.test(text)).map(Number);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
});

test("columns carry their figures and keep the place of a gap", async () => {
  const rows = [
    { period: "2015/16", n: 1200 },
    { period: "2016/17", n: null },
    { period: "2017/18", n: 0 },
  ];
  const { texts } = await render(barSpec({ x: "period", y: "n" }), rows);
  expect(texts).toEqual(["2015/16", "2016/17", "2017/18", "1,200", "[x]", "0"]);
});

test("bars start from zero", async () => {
  const rows = [
    { period: "a", n: 1000 },
    { period: "b", n: 1010 },
  ];
  const { svg } = await render(barSpec({ x: "period", y: "n" }), rows);
  const heights = [...svg.matchAll(/<path d="M[\d.]+,[\d.]+h[\d.]+v([\d.]+)h/g)].map(([, height]) => Number(height));
  expect(heights).toHaveLength(2);
  expect((heights[0] as number) / (heights[1] as number)).toBeCloseTo(1000 / 1010, 2);
});

describe("what is told by colour", () => {
  const pairs = ["Kent", "Essex"].flatMap((area, index) =>
    ["2017/18", "2018/19"].map((period, at) => ({ area, period, n: 100 + 40 * at - 30 * index })),
  );
  const fillsOf = (svg: string) => [...svg.matchAll(/<path [^>]*fill="(#[0-9a-f]{6})"/g)].map(([, fill]) => fill);

  test("of two periods the past is grey, and both are named at the first columns, without a legend", async () => {
    const { svg, texts, untraced } = await render(barSpec({ x: "area", y: "n", series: "period" }), pairs);
    const { contextColor: past, highlightColor: now } = defaultTheme;
    expect(fillsOf(svg)).toEqual([past, now, past, now]);
    expect(texts.filter((text) => text === "2017/18")).toHaveLength(1);
    expect(texts.indexOf("2017/18")).toBeGreaterThan(texts.indexOf("100"));
    expect(untraced).toEqual([]);
  });

  test("of one, it is the main colour; of three each has its own, told by a legend", async () => {
    const one = await render(barSpec({ x: "area", y: "n", series: "period" }), pairs.slice(0, 1));
    expect(fillsOf(one.svg)).toContain(defaultTheme.highlightColor);
    expect(fillsOf(one.svg)).not.toContain(defaultTheme.contextColor);
    const third = ["Kent", "Essex"].map((area) => ({ area, period: "2019/20", n: 90 }));
    const three = await render(barSpec({ x: "area", y: "n", series: "period" }), [...pairs, ...third]);
    expect(new Set(fillsOf(three.svg))).toEqual(new Set(defaultTheme.palette.slice(0, 3)));
    expect(three.texts.slice(-3)).toEqual(["2017/18", "2018/19", "2019/20"]);
  });

  test("columns of one series mark the row to stand out", async () => {
    const rows = pairs.map((row) => ({ ...row, highlight: row.period === "2018/19" })).slice(0, 2);
    const { svg } = await render(barSpec({ x: "period", y: "n" }), rows);
    expect(fillsOf(svg)).toEqual([defaultTheme.contextColor, defaultTheme.highlightColor]);
  });
});

test("parts and periods are named where they stand, and in a legend where they have no room", async () => {
  const parts = (names: readonly string[]) => names.map((area) => ({ period: "2021", area, n: 1 / names.length }));
  const spec = shareSpec({ period: "period", category: "area", share: "n" });
  const short = await render(spec, parts(["Kent", "Essex", "Norfolk"]));
  const long = await render(
    spec,
    parts(["The Combined Authority of the North", "The Combined Authority of the South", "Essex"]),
  );
  expect(short.heightPx).toBeLessThan(long.heightPx);
  expect(short.texts.filter((text) => text === "Kent")).toHaveLength(1);
  expect(long.texts.join(" ")).toContain("The Combined Authority of the North");

  const ends = dumbbellSpec({ category: "area", value: "n", series: "period" });
  const two = (from: number, to: number) => [
    { area: "Kent", period: "2017/18", n: from },
    { area: "Kent", period: "2018/19", n: to },
    { area: "Essex", period: "2017/18", n: 1 },
    { area: "Essex", period: "2018/19", n: 900 },
  ];
  const apart = await render(ends, two(100, 901));
  const close = await render(ends, two(900, 901));
  expect(apart.heightPx).toBeLessThan(close.heightPx);
  for (const { texts } of [apart, close]) expect(texts).toEqual(expect.arrayContaining(["2017/18", "2018/19"]));
});

test("a map below small ones of many areas says where each is, and is no plot of its own", async () => {
  const names = areas.slice(0, 25);
  const tiles = Object.fromEntries(
    names.map((name, at) => [name, { column: at % 16, row: Math.floor(at / 16), label: name.slice(0, 3) }]),
  );
  const rows = names.flatMap((area, at) =>
    ["2021", "2022", "2023"].map((year, n) => ({ area, year, n: at + n, state: "value" })),
  );
  const specOf = (hasKey: boolean) =>
    tileMapsSpec({ area: "area", value: "n", by: "year", tiles, widthPx: 340, columns: 3, hasKey });
  const { texts, alt } = await render(specOf(true), rows);
  const written = texts.join(" ");
  expect(texts).toContain("Where each area is");
  // Labels have no room there either: numbers have.
  expect(names.filter((name, at) => !written.includes(`${at + 1} ${name}`))).toEqual([]);
  expect(alt).toMatch(/^Tile map: .*3 small charts/);
  expect(alt).not.toContain("rows of data");
  const { texts: without } = await render(specOf(false), rows);
  expect(without.join(" ")).toContain("Not all areas are named");
});
