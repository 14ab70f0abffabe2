import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ChartRow,
  compileChart,
  histogramSpec,
  likertSpec,
  tileMapsSpec,
  unitSpec,
} from "../../src/charts/index.ts";
import { areCounted } from "../../src/charts/scene-reading/counted-squares.ts";
import { rowTag } from "../../src/charts/scene-reading/row-tags.ts";
import { createDatumTracer } from "../../src/charts/scene-reading/traced-datum.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";
import { inPart } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const draw = async (spec: object, rows: readonly ChartRow[], options: object = {}) =>
  (await compileChart({ id: "chart", spec, fonts, ...options })).render(rows);

/** Left edges and widths of the filled rectangles of a drawing, px, from the top and from the left. */
function boxesOf(svg: string, fill: RegExp) {
  const paths = [
    ...svg.matchAll(/<path d="M(-?[\d.]+),(-?[\d.]+)h(-?[\d.]+)v(-?[\d.]+)h-?[\d.]+Z"[^>]* fill="([^"]+)"/g),
  ];
  return paths
    .filter(([, , , , , color = ""]) => fill.test(color))
    .map(([, ...numbers]) => numbers.slice(0, 4).map(Number) as [number, number, number, number])
    .map(([x, y, width]) => ({ x: Math.min(x, x + width), y, width: Math.abs(width) }));
}

describe("a Likert chart", () => {
  const answers = ["No", "Rather not", "Neither", "Rather", "Yes"] as const;
  const spec = likertSpec({
    category: "statement",
    answer: "answer",
    share: "share",
    left: answers.slice(0, 2),
    middle: "Neither",
    right: answers.slice(3),
  });
  const rowsOf = (table: readonly (readonly number[])[]): ChartRow[] =>
    table.flatMap((counts, index) => {
      const sum = counts.reduce((total, each) => total + each, 0);
      return counts.map((count, at) => ({
        statement: `Statement ${"ABCDEFGH"[index]}`,
        answer: answers[at]!,
        share: count / sum,
      }));
    });

  test("has all lengths on one scale, both sides beginning at one line, whatever the answers are", async () => {
    const counts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(counts, { minLength: 1, maxLength: 5 }), async (table) => {
        const rows = rowsOf(table);
        const { svg, untraced } = await draw(spec, rows);
        expect(untraced).toEqual([]);
        const boxes = boxesOf(svg, /^(#|rgb)/);
        expect(boxes).toHaveLength(rows.length);
        const perUnit =
          Math.max(...boxes.map(({ width }) => width)) / Math.max(...rows.map(({ share }) => Number(share)));
        const widths = boxes.map(({ width }) => width).toSorted((a, b) => a - b);
        const shares = rows.map(({ share }) => Number(share) * perUnit).toSorted((a, b) => a - b);
        for (const [index, width] of widths.entries()) expect(Math.abs(width - shares[index]!)).toBeLessThan(0.2);
      }),
      { numRuns: inPart(25, 8) },
    );
  });

  test("is refused where a share is hidden, and writes answers that no side has below it", async () => {
    const rows = rowsOf([[1, 2, 3, 4, 5]]);
    const hidden = rows.map((row, index) => (index === 1 ? { ...row, share: null, state: "suppressed" } : row));
    const refused = await laterDiagnosticsOf(() => draw(spec, hidden));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["chart-hidden-total"]));
    const { texts } = await draw(spec, [...rows, { statement: "Statement A", answer: "Cannot say", share: 0.04 }]);
    expect(texts).toContain("Statement A, Cannot say 4%");
  });
});

const figuresAndUnit = [
  fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 }),
  fc.option(fc.constantFrom(100, 250, 500), { nil: undefined }),
] as const;
const namesOf = (figures: readonly number[]) =>
  figures.map((n, index) => ({ area: `Area ${"ABCDEFGH"[index]}`, n, highlight: index === 1 }));
/** As the recipe has it. */
const roundUnit = (highest: number, most: number): number => {
  const wanted = Math.max(1, highest / most);
  const power = 10 ** Math.floor(Math.log10(wanted) + 1e-12);
  return ([1, 2, 5, 10].find((round) => round * power >= wanted - 1e-12) ?? 10) * power;
};

describe("a unit chart", () => {
  const spec = (options: object = {}) => unitSpec({ category: "area", value: "n", ...options });
  const sidePx = 11;

  test("can be counted: blocks of ten in a row, as many squares as the figure has units, the last one cut where it ends", async () => {
    await fc.assert(
      fc.asyncProperty(...figuresAndUnit, fc.constantFrom(640, 340), async (figures, each, widthPx) => {
        const rows = namesOf(figures);
        const chart = await draw(spec(each === undefined ? {} : { each }), rows, { widthPx });
        const { svg, texts, untraced, alt, table } = chart;
        expect(untraced).toEqual([]);
        const unit = each ?? roundUnit(Math.max(...figures), 100);
        // The key has its place by a transform, and is none of them.
        const squares = boxesOf(svg, /^#/);
        if (Math.max(...figures) > 0) expect(texts).toContain(`= ${unit}`);
        const drawn = squares.reduce((sum, { width }) => sum + width, 0) / sidePx;
        expect(drawn).toBeCloseTo(
          figures.reduce((sum, n) => sum + n / unit, 0),
          1,
        );
        expect(squares).toHaveLength(figures.reduce((sum, n) => sum + Math.ceil(n / unit - 1e-9), 0));
        // Each figure's in rows of ten: from any left edge, no eleventh.
        const lefts = new Set(squares.map(({ x }) => x));
        expect(lefts.size).toBeLessThanOrEqual(10 * Math.min(figures.length, Math.floor((widthPx + 24) / 156)));
        expect(texts).toEqual(expect.arrayContaining(rows.map(({ area }) => area)));
        expect(alt).toContain(Math.max(...figures).toLocaleString("en-GB"));
        expect(table.rows).toHaveLength(rows.length);
      }),
      { numRuns: inPart(30, 8) },
    );
  });

  test("has no part of a per cent as a square, and says shares as it prints them", async () => {
    const { texts, alt } = await draw(spec({ format: ".0%" }), [
      { area: "Kent", n: 0.23 },
      { area: "Essex", n: 0.31 },
    ]);
    expect(texts).toEqual(expect.arrayContaining(["= 1%", "23%", "31%"]));
    expect(alt).toContain("31%");
  });

  test("is drawn in rows where a page has no room for blocks", async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      area: `Area ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]}`,
      n: 100 - index,
    }));
    // The edges of squares in rows.
    expect(boxesOf((await draw(spec(), many)).svg, /^white$/)).toEqual([]);
    const { svg, texts, heightPx } = await draw(spec(), many, { widthPx: 340 });
    expect(boxesOf(svg, /^white$/).length).toBeGreaterThan(0);
    expect(texts).toContain("= 5");
    expect(heightPx).toBeLessThan(700);
  });

  test.each([640, 340])("has rows of blocks that are as high as their own highest at %i px", async (widthPx) => {
    const heightOf = async (figures: readonly (number | null)[]) => {
      const rows = figures.map((n, index) => ({ area: `Shire of ${"ABCDEFGH"[index]}`, n, state: "value" }));
      const { heightPx, untraced } = await draw(spec({ each: 1 }), rows, { widthPx });
      expect(untraced).toEqual([]);
      return heightPx;
    };
    const few = [3, 3, 3, 3, 3, 3, 3, 3];
    const [low, one] = [await heightOf(few), await heightOf(few.with(0, 60))];
    // Five more rows of squares, in one row of blocks alone.
    expect(one - low).toBe(5 * 13);
    expect(await heightOf([...few.slice(0, 4), null, null, null, null])).toBe(low - (widthPx === 640 ? 13 : 26));
  });

  test("has each name right above its figure, however long the others are", async () => {
    const rows = ["Kent", "The northern and western divisions", "Essex"].map((area, index) => ({
      area,
      n: 20 + index,
    }));
    const boxes = textBoxes(await draw(spec({ each: 1 }), rows));
    const [name, figure] = ["Kent", "20"].map((text) => boxes.find((box) => box.text === text)?.top ?? Number.NaN);
    expect((figure as number) - (name as number)).toBeLessThan(16);
  });

  test("says of a gap that it is hidden, and draws nothing for it", async () => {
    const rows = [
      { area: "Kent", n: 30 },
      { area: "Essex", n: null, state: "suppressed" },
    ];
    for (const layout of ["grid", "rows"]) {
      const { svg, texts } = await draw(spec({ each: 10, layout }), rows);
      expect(texts).toEqual(expect.arrayContaining(["30", "[c]"]));
      expect(boxesOf(svg, layout === "rows" ? /^white$/ : /^#/)).toHaveLength(layout === "rows" ? 2 : 3);
    }
  });
});

describe("rows of a unit chart", () => {
  test("can be counted: as many squares as the figure has units, the last one cut where it ends", async () => {
    await fc.assert(
      fc.asyncProperty(...figuresAndUnit, async (figures, each) => {
        const spec = unitSpec({ category: "area", value: "n", layout: "rows", ...(each !== undefined && { each }) });
        const { svg, texts, untraced } = await draw(spec, namesOf(figures));
        expect(untraced).toEqual([]);
        if (Math.max(...figures) > 0) expect(texts).toContain(`= ${each ?? roundUnit(Math.max(...figures), 25)}`);
        const ticks = texts.filter((text) => /^[\d,]+$/.test(text)).map((text) => Number(text.replaceAll(",", "")));
        const highest = Math.max(...figures);
        const unit = each ?? roundUnit(highest, 25);
        if (each === undefined && highest > 0) expect(highest / unit).toBeLessThanOrEqual(25);
        const edges = figures.reduce((sum, n) => sum + Math.max(0, Math.ceil(n / unit) - 1), 0);
        expect(boxesOf(svg, /^white$/)).toHaveLength(edges);
        if (highest >= 10 * unit) expect(ticks.some((tick) => tick > 0 && tick % (5 * unit) === 0)).toBe(true);
      }),
      { numRuns: inPart(30, 8) },
    );
  });
});

describe("squares that are laid out are counted by the audit", () => {
  const row = (datum: number, unit = 10) => ({ [rowTag]: datum, unit });
  const tracer = createDatumTracer(
    [
      { area: "Kent", n: 30 },
      { area: "Essex", n: 25 },
    ],
    () => undefined,
  );
  const square = (datum: object, width = 11, height = 11) => ({ datum, width, height });
  const kent = [square(row(0)), square(row(0)), square(row(0))];
  const essex = [square(row(1)), square(row(1)), square(row(1), 5.5)];

  test("and refused where they are not as many, of no unit of their data, or not of one size", () => {
    expect(areCounted([...kent, ...essex], tracer)).toBe(true);
    expect(areCounted(kent.slice(1), tracer)).toBe(false);
    expect(areCounted([...kent, ...essex.slice(0, 2)], tracer)).toBe(false);
    expect(areCounted([...kent, square(row(1)), square(row(1), 8), square(row(1), 8.5)], tracer)).toBe(false);
    expect(
      areCounted(
        [...kent, ...essex].map((each) => ({ ...each, height: 20 })),
        tracer,
      ),
    ).toBe(false);
    expect(
      areCounted(
        [...kent, ...essex].map((each) => ({ ...each, datum: { ...each.datum, unit: 5 } })),
        tracer,
      ),
    ).toBe(false);
    const all = [...kent, ...essex];
    const withUnits = (unitAt: (index: number) => unknown) =>
      all.map((each, index) => ({ ...each, datum: { ...each.datum, unit: unitAt(index) } }));
    expect(
      areCounted(
        withUnits((index) => (index === 0 ? 10 : 5)),
        tracer,
      ),
    ).toBe(false);
    expect(
      areCounted(
        withUnits(() => "10"),
        tracer,
      ),
    ).toBe(false);
    expect(
      areCounted(
        withUnits(() => 0),
        tracer,
      ),
    ).toBe(false);
    expect(
      areCounted(
        withUnits(() => -10),
        tracer,
      ),
    ).toBe(false);
    expect(areCounted([...kent, square({ unit: 10 })], tracer)).toBe(false);
    expect(areCounted([], tracer)).toBe(false);
  });
});

describe("a histogram", () => {
  const pilesOf = async (figures: readonly number[], widthPx = 640) => {
    const rows = figures.map((n, index) => ({ area: `Area ${"abcdefgh"[index % 8]}`, n }));
    const chart = await draw(histogramSpec({ category: "area", value: "n", format: ".2f" }), rows, { widthPx });
    expect(chart.untraced).toEqual([]);
    const lefts = boxesOf(chart.svg, /^#/).map(({ x }) => Math.round(x));
    const piles = [...new Set(lefts)].toSorted((a, b) => a - b);
    return { counts: piles.map((pile) => lefts.filter((left) => left === pile).length), texts: chart.texts };
  };

  test("has no class for the largest figure that there can be alone, and one for each whole figure", async () => {
    const tenths = Array.from({ length: 20 }, (_, index) => (index + 0.5) / 20);
    const { counts, texts } = await pilesOf([...tenths, 1]);
    expect(counts.at(-1)).toBe((counts.at(-2) ?? 0) + 1);
    expect(texts).toContain("1");
    expect((await pilesOf([0, 0, 1, 1, 1, 2, 2, 3])).counts).toEqual([2, 3, 2, 1]);
  });

  test.each([640, 340])(
    "at %i px: one figure far from all others leaves more than a class or two to these",
    async (widthPx) => {
      const near = Array.from({ length: 40 }, (_, index) => index - 9.5);
      const { counts } = await pilesOf([...near, 148], widthPx);
      expect(counts.at(-1)).toBe(1);
      expect(counts.length - 1).toBeGreaterThanOrEqual(4);
      expect(Math.max(...counts)).toBeLessThanOrEqual(10);
    },
  );

  const figure = fc.oneof(
    fc.integer({ min: -50, max: 900 }),
    fc.integer({ min: 0, max: 200 }).map((n) => n / 100),
  );

  test("has a brick for each area, in upright piles by class", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(figure, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(640, 340),
        async (figures, widthPx) => {
          const rows = figures.map((n, index) => ({
            area: `Area ${"abcdefgh"[index % 8]}`,
            n,
            highlight: index === 0,
          }));
          const chart = await draw(histogramSpec({ category: "area", value: "n", format: ".2f" }), rows, { widthPx });
          expect(chart.untraced).toEqual([]);
          const bricks = boxesOf(chart.svg, /^#/);
          expect(bricks).toHaveLength(figures.length);
          // Piles are of one width, and no brick stands between two of them.
          const lefts = [...new Set(bricks.map(({ x }) => Math.round(x)))].toSorted((a, b) => a - b);
          const width = bricks[0]!.width;
          for (const brick of bricks) expect(brick.width).toBeCloseTo(width, 0);
          for (const [index, left] of lefts.slice(1).entries())
            expect(left - lefts[index]!).toBeGreaterThanOrEqual(Math.floor(width));
          expect(lefts.length).toBeLessThanOrEqual(24);
          // In the order of the figures no pile reaches further than another is wide.
          const sorted = figures.toSorted((low, high) => low - high);
          const counts = lefts.map((left) => bricks.filter(({ x }) => Math.round(x) === left).length);
          const ends = counts.map((_, index) => counts.slice(0, index + 1).reduce((sum, count) => sum + count, 0));
          const spreads = counts.map((count, index) => sorted[ends[index]! - 1]! - sorted[ends[index]! - count]!);
          const [first = 0, last = first] = [lefts[0], lefts.at(-1)];
          const perPx = last > first ? (sorted.at(-1)! - sorted[0]!) / (last - first) : 0;
          for (const spread of spreads)
            if (lefts.length > 2) expect(spread).toBeLessThanOrEqual(perPx * (width + 2) * 2.1);
        },
      ),
      { numRuns: inPart(25, 8) },
    );
  });
});

describe("small tile maps", () => {
  const tiles = { Kent: { column: 1, row: 0, label: "KEN" }, Essex: { column: 0, row: 0, label: "ESS" } };
  const spec = tileMapsSpec({ area: "area", value: "n", by: "period", tiles, classes: [10, 20] });
  const rows = ["2021", "2022"].flatMap((period, at) =>
    ["Kent", "Essex", "Ashby Vale"].map((area, index): ChartRow => {
      const isHidden = period === "2022" && area === "Essex";
      return { period, area, n: isHidden ? null : 8 + 7 * index + at, state: isHidden ? "suppressed" : "value" };
    }),
  );

  test("have each area at its place, gaps as outlines of no class, and areas without a tile written below", async () => {
    const { svg, texts, untraced, alt } = await draw(spec, rows);
    expect(untraced).toEqual([]);
    const boxes = boxesOf(svg, /^(#|rgb)/);
    expect(boxes).toHaveLength(3);
    expect(texts.join(" ")).toMatch(/Ashby Vale 22.*Ashby Vale 23/);
    expect(texts).toEqual(expect.arrayContaining(["2021", "2022"]));
    expect(alt).toContain("Essex (2022)");
    const { alt: withPlace } = await draw(
      tileMapsSpec({
        area: "area",
        value: "n",
        by: "period",
        tiles: { ...tiles, Surrey: { column: 2, row: 0, label: "SUR" } },
      }),
      rows,
    );
    expect(withPlace).toContain("2 small charts");
    // No map shows it.
    expect(withPlace).not.toContain("Surrey");
  });

  test("are called what their language calls them", async () => {
    const { texts, alt } = await draw(spec, rows, { words: createWords({ language: findLanguage("cy") }) });
    expect(texts.join(" ")).toContain("[c]");
    expect(alt).not.toContain("Tile map");
  });
});
