import { expect, test } from "vitest";
import { compileChart } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";

/** Recipes that leave lines or shapes of the paper between others. */
const withGaps = ["area", "share", "likert", "unit", "dumbbell", "bullet", "tile-maps", "histogram", "choropleth"];
const whiteShapes = /<(?!text|tspan)[a-z]+ (?:[^>]* )?(?:fill|stroke)="(?:white|#fff|#ffffff)"[^>]*>/g;

test.each(recipeSamples.filter(({ name }) => withGaps.includes(name)))(
  "what lies between shapes has the colour of the paper: $name",
  async ({ spec, rows }) => {
    const drawn = async (theme: object) =>
      (await (await compileChart({ id: "chart", spec, fonts, theme })).render(rows)).svg;
    const gapsOnWhite = (await drawn({})).match(whiteShapes) ?? [];
    const onCream = await drawn({ paperColor: "#fff6e0" });
    expect(onCream.match(whiteShapes)?.filter((shape) => !shape.includes('stroke="black"')) ?? []).toEqual([]);
    if (gapsOnWhite.length > 0) expect(onCream).toMatch(/(?:fill|stroke)="#fff6e0"/);
    expect(await drawn({ background: "#102030" })).not.toMatch(/<path [^>]*fill="white"/);
  },
);

test("most of them have such gaps on white paper", async () => {
  const counts = await Promise.all(
    recipeSamples
      .filter(({ name }) => ["area", "share", "likert", "dumbbell", "bullet"].includes(name))
      .map(async ({ spec, rows }) => {
        const { svg } = await (await compileChart({ id: "chart", spec, fonts })).render(rows);
        return (svg.match(whiteShapes) ?? []).length;
      }),
  );
  expect(Math.min(...counts)).toBeGreaterThan(0);
});
