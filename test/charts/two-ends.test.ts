import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, slopeSpec } from "../../src/charts/index.ts";
import { laterErrorsOf } from "../support/diagnostics-of.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

describe("a slope", () => {
  const spec = slopeSpec({ x: "year", y: "n", series: "area" });
  const rowsOf = (years: readonly string[]): readonly ChartRow[] =>
    ["Kent", "Essex", "Devon"].flatMap((area, index) =>
      years.map((year, at) => ({ area, year, n: 3 + 7 * index + 2 * at, state: "value" })),
    );
  const draw = async (years: readonly string[], given: object = spec) =>
    (await compileChart({ id: "chart", spec: given, fonts })).render(rowsOf(years));

  test("of three periods, which would stand at even steps without the figures of the middle one, is refused", async () => {
    const [error, ...others] = await laterErrorsOf(() => draw(["1970", "2000", "2018"]));
    expect(others).toEqual([]);
    expect(error).toMatchObject({ code: "chart-many-periods", source: { field: "year" } });
    expect(error?.message).toContain('3 periods in "year" (1970, 2000, 2018)');
    expect(error?.hint).toContain("trendSpec");
  });

  test("of two is drawn, also where a filter that was added leaves two", async () => {
    expect((await draw(["1970", "2018"])).texts).toContain("1970");
    const { transform = [], ...rest } = spec as { readonly transform?: readonly object[] };
    const added = { ...rest, transform: [{ filter: "datum.year !== '2000'" }, ...transform] };
    expect((await draw(["1970", "2000", "2018"], added)).texts).not.toContain("2000");
  });
});
