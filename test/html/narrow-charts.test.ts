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
  inlineChart(chart, properties, { colors, use: 1 });
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
    expect((await draw(spec, { narrowPx: 60 })).narrow).toBeUndefined();
    const { usermeta: _, ...own } = spec as { usermeta?: unknown };
    expect((await draw(own)).narrow).toBeUndefined();
  });
});
