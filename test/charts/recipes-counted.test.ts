import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, likertSpec, tileMapsSpec, unitSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";
import { inPart } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";

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
    expect(texts).toContain("Cannot say 4%");
  });
});

describe("a unit chart", () => {
  const spec = (each?: number) => unitSpec({ category: "area", value: "n", ...(each !== undefined && { each }) });

  test("can be counted: as many squares as the figure has units, the last one cut where it ends", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 }),
        fc.option(fc.constantFrom(100, 250, 500), { nil: undefined }),
        async (figures, each) => {
          const rows = figures.map((n, index) => ({ area: `Area ${"ABCDEFGH"[index]}`, n }));
          const { svg, texts, untraced } = await draw(spec(each), rows);
          expect(untraced).toEqual([]);
          const ticks = texts.filter((text) => /^[\d,]+$/.test(text)).map((text) => Number(text.replaceAll(",", "")));
          const highest = Math.max(...figures);
          const unit = each ?? roundUnit(highest);
          if (each === undefined && highest > 0) expect(highest / unit).toBeLessThanOrEqual(25);
          const edges = figures.reduce((sum, n) => sum + Math.max(0, Math.ceil(n / unit) - 1), 0);
          expect(boxesOf(svg, /^white$/)).toHaveLength(edges);
          if (highest >= 10 * unit) expect(ticks.some((tick) => tick > 0 && tick % (5 * unit) === 0)).toBe(true);
        },
      ),
      { numRuns: inPart(30, 8) },
    );
  });

  const roundUnit = (highest: number): number => {
    const wanted = Math.max(1e-9, highest) / 25;
    const power = 10 ** Math.floor(Math.log10(wanted) + 1e-12);
    return ([1, 2, 5, 10].find((round) => round * power >= wanted - 1e-12) ?? 10) * power;
  };

  test("says of a gap that it is hidden, and draws nothing for it", async () => {
    const rows = [
      { area: "Kent", n: 30 },
      { area: "Essex", n: null, state: "suppressed" },
    ];
    const { svg, texts } = await draw(spec(10), rows);
    expect(texts).toEqual(expect.arrayContaining(["30", "[c]"]));
    expect(boxesOf(svg, /^white$/)).toHaveLength(2);
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
    expect(withPlace).toContain("Surrey");
  });

  test("are called what their language calls them", async () => {
    const { texts, alt } = await draw(spec, rows, { words: createWords({ language: findLanguage("cy") }) });
    expect(texts.join(" ")).toContain("[c]");
    expect(alt).not.toContain("Tile map");
  });
});
