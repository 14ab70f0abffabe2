import { expect, test } from "vitest";
import { type ChartRow, compileChart, type ShareSpecOptions, shareSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const parts = ["Car or van", "Bus", "Rail", "Walking", "Bicycle", "Other"];
const rowsOf = (years: number): readonly ChartRow[] =>
  Array.from({ length: years }, (_, at) =>
    parts.map((part, index) => ({
      year: String(2010 + at),
      part,
      share: [0.4, 0.2, 0.15, 0.1, 0.1, 0.05][(index + at) % 6] as number,
    })),
  ).flat();
const codesAt = async (widthPx: number, years: number, options: Partial<ShareSpecOptions>) => {
  const spec = shareSpec({ period: "year", category: "part", share: "share", ...options });
  const rendered = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rowsOf(years), {
    narrowPx: 340,
  });
  return rendered.diagnostics.map(({ code, message }) => `${code}: ${message}`);
};

test.each(["stacked", "beside"] as const)(
  "bars that were asked to be upright and have no room so are a warning: %s",
  async (layout) => {
    const [warning = "", ...others] = await codesAt(360, 8, { layout, direction: "vertical" });
    expect(others).toEqual([]);
    expect(warning).toMatch(
      /^chart-other-way: .*shareSpec .*direction: "vertical".* 360 px have no room: .*one below the other/,
    );
    // Advice of its hint: more width, or no option.
    expect(await codesAt(360, 8, { layout })).toEqual([]);
  },
);

test("that they have no room on a narrow page is none", async () => {
  expect(await codesAt(900, 8, { direction: "vertical" })).toEqual([]);
});

test.each(["stacked", "beside"] as const)(
  "the title of the parts is in the description and the data table: %s",
  async (layout) => {
    const spec = shareSpec({ period: "year", category: "part", share: "share", categoryTitle: "Way to work", layout });
    const { alt, table } = await (await compileChart({ id: "chart", spec, fonts, widthPx: 640 })).render(rowsOf(3));
    expect(alt).toContain("Way to work");
    expect(table.columns.map(({ label }) => label)).toContain("Way to work");
  },
);
