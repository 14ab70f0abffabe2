import { expect, test } from "vitest";
import { compileChart, trendSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

test("a title that was written with an ellipsis is no text that was cut", async () => {
  const spec = trendSpec({ x: "year", y: "figure", yTitle: "Wages and salaries and…" });
  const compiled = await compileChart({ id: "chart", spec, fonts, widthPx: 640 });
  const rows = [
    { year: "2021", figure: 120 },
    { year: "2022", figure: 90 },
  ];
  expect((await compiled.render(rows)).texts).toContain("Wages and salaries and…");
});
