import { expect, test } from "vitest";
import { type ChartRow, compileChart, defaultTheme, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const rows: readonly ChartRow[] = Array.from({ length: 8 }, (_, index) => ({
  period: String(2014 + index),
  area: `Area ${"ABCDEFGH"[index]}`,
  rate: 20 + ((index * 7) % 5),
}));
const specs = {
  trendSpec: trendSpec({ x: "period", y: "rate" }),
  rankingSpec: rankingSpec({ category: "area", value: "rate" }),
};

const shapes = (svg: string) => svg.slice(svg.indexOf("<g aria-hidden"));

test.each(Object.entries(specs))(
  "%s in texts of twice the size is what fits half the room, twice as large",
  async (id, spec) => {
    const draw = async (theme: object, widthPx: number) =>
      (await compileChart({ id, spec, fonts, theme, widthPx })).render(rows);
    const { lineWidthPx, paddingPx } = defaultTheme;
    const large = await draw({ fontSizePx: 24 }, 640);
    const small = await draw({ lineWidthPx: lineWidthPx / 2, paddingPx: paddingPx / 2 }, 320);
    expect(shapes(large.svg)).toBe(shapes(small.svg));
    expect([large.widthPx, large.heightPx]).toEqual([small.widthPx * 2, small.heightPx * 2]);
    expect(large.svg).toContain(
      `width="${small.widthPx * 2}" height="${small.heightPx * 2}" viewBox="0 0 ${small.widthPx} ${small.heightPx}"`,
    );
    expect(large.texts).toEqual(small.texts);
    expect(large.alt).toBe(small.alt);
  },
);

test("a spec of one's own keeps its measures, and has the texts of the theme", async () => {
  const spec = {
    mark: "bar",
    encoding: { x: { field: "rate", type: "quantitative" }, y: { field: "area", type: "nominal" } },
  };
  const { svg } = await (await compileChart({ id: "own", spec, fonts, theme: { fontSizePx: 24 } })).render(rows);
  expect(svg).toContain('font-size="24px"');
});
