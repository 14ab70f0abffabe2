import type { Properties } from "hast";
import { describe, expect, test } from "vitest";
import { compileChart, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { createChartColors } from "../../src/html/chart-colors.ts";
import { inlineChart } from "../../src/html/inline-chart.ts";
import { fonts } from "../charts/chart-fonts.ts";

const rows = ["Kent", "Essex", "Devon and Cornwall"].map((area, index) => ({
  area,
  n: 90 - index,
  highlight: index === 0,
}));
const spec = rankingSpec({ category: "area", value: "n" });
const colors = createChartColors(undefined);
const draw = async (drawn: object, options: object = {}) =>
  (await compileChart({ id: "ranking", spec: drawn, fonts })).render(rows, { narrowPx: 340, ...options });
const place = (chart: Awaited<ReturnType<typeof draw>>, properties: Properties) =>
  inlineChart(chart, properties, { colors, addPairs: () => {}, use: 1 });
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

describe("a recipe's chart on a page that may be narrow", () => {
  test("is drawn twice, and is one image with one name, one id and one description", async () => {
    const chart = await draw(spec);
    expect(chart.narrow?.widthPx).toBe(340);
    const html = place(chart, { alt: "Kent is highest.", id: "chart-image-1", ariaDetails: "details" });
    expect(html).toMatch(
      /^<span id="chart-image-1" class="chart-images" role="img" aria-label="Kent is highest\." aria-details="details">/,
    );
    expect(count(html, /role="img"|aria-label=/g)).toBe(2);
    const drawings = html.split("<svg").slice(1);
    expect(drawings.map((drawing) => /class="chart-image[^"]*"/.exec(drawing)?.[0])).toEqual([
      'class="chart-image chart-on-paper chart-wide"',
      'class="chart-image chart-on-paper chart-narrow"',
    ]);
    for (const drawing of drawings) {
      expect(drawing).toMatch(/^[^>]* aria-hidden="true"/);
      expect(count(drawing, /<text/g)).toBeGreaterThanOrEqual(6);
    }
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a small picture is not made as wide as its column, one of usual width is", async () => {
    const own = { mark: "bar", encoding: { x: { field: "area" }, y: { field: "n", type: "quantitative" } } };
    expect(place(await draw({ ...own, width: 90 }), { alt: "Bars." })).toMatch(/class="chart-image [^"]*chart-small"/);
    expect(place(await draw({ ...own, width: 600 }), { alt: "Bars." })).not.toContain("chart-small");
  });

  test("both drawings are audited", async () => {
    const wrong = trendSpec({ x: "area", y: "n" });
    const typed = { ...wrong, title: "Up by 77" };
    const chart = await draw(typed);
    expect(chart.narrow?.untraced.map(({ code }) => code)).toEqual(["untraced-figure"]);
    expect(chart.untraced.map(({ code }) => code)).toEqual(["untraced-figure"]);
  });

  test("is drawn once where it is narrow itself, where nobody asks, and where its texts have no room", async () => {
    expect((await draw(spec, { widthPx: 320 })).narrow).toBeUndefined();
    expect((await draw(spec, { narrowPx: undefined })).narrow).toBeUndefined();
    expect((await draw(spec, { narrowPx: 40 })).narrow).toBeUndefined();
    const { usermeta: _, ...own } = spec as { usermeta?: unknown };
    expect((await draw(own)).narrow).toBeUndefined();
  });
});

describe("what shapes say on hover", () => {
  const tooltip = { field: "area", type: "nominal" };
  const own = {
    mark: "bar",
    encoding: { y: { field: "area", type: "nominal" }, x: { field: "n", type: "quantitative" }, tooltip },
  };
  const drawWith = async (tooltips: boolean) =>
    (await compileChart({ id: "own", spec: own, fonts, tooltips })).render(rows);

  test("is a radio button over each shape, called what it says, and nothing where it is not asked for", async () => {
    const html = place(await drawWith(true), { alt: "Kent is highest.", id: "chart-image-1" });
    expect(html).toMatch(/^<span class="chart-told"><svg id="chart-image-1" .*<\/svg><span id="chart-image-1-points"/s);
    const names = [...html.matchAll(/<input type="radio" name="chart--own-point" aria-labelledby="([^"]+)">/g)];
    const said = names.map(([, id]) => new RegExp(`<span id="${id}">([^<]*)</span>`).exec(html)?.[1]);
    expect(said).toEqual(["area: Kent", "area: Essex", "area: Devon and Cornwall"]);
    expect(place(await drawWith(false), { alt: "Kent is highest." })).toMatch(/^<svg /);
  });

  test("stands where the shape is, and small ones have room to be seen", async () => {
    const html = place(await drawWith(true), { alt: "" });
    const areas = [
      ...html.matchAll(/<foreignObject x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"><input/g),
    ];
    const numbers = areas.map(([, ...each]) => each.map(Number));
    expect(numbers).toHaveLength(3);
    for (const [x = 0, y = 0, width = 0, height = 0] of numbers) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(14);
    }
    expect(new Set(numbers.map(([, y]) => y)).size).toBe(3);
  });
});
