import { expect, test } from "vitest";
import { choroplethSpec, compileChart, heatSpec, tileMapSpec, tileMapsSpec } from "../../src/charts/index.ts";
import { asPrinted } from "../../src/charts/round-as-printed.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";

/** Figures whose last digit is not printed: on both sides of a limit, and printed alike. */
const figures = [-0.03, 0.02, -5.04, -4.96, 4.96, 5.04, -0.06, 12.2, -7.2];
const names = figures.map((_, index) => `Area ${"ABCDEFGHI".charAt(index)}`);
const rows = figures.map((n, index) => ({ area: names[index] as string, period: "2020", n, state: "value" }));
const tiles = Object.fromEntries(names.map((name, column) => [name, { column, row: 0, label: name.slice(-1) }]));
const geometry = {
  type: "FeatureCollection",
  features: names.map((name, index) => ({
    type: "Feature",
    properties: { name },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [index, 0],
          [index, 1],
          [index + 1, 1],
          [index + 1, 0],
          [index, 0],
        ],
      ],
    },
  })),
};
const own = { value: "n", format: ".1f", valueTitle: "Change" } as const;
/** They print their figures. */
const printing = {
  heat: heatSpec({ row: "area", column: "period", ...own }),
  "heat of given classes": heatSpec({ row: "area", column: "period", ...own, classes: [-5, 0, 5] }),
  "heat around a midpoint": heatSpec({ row: "area", column: "period", ...own, midpoint: 5 }),
  "a tile map": tileMapSpec({ area: "area", ...own, tiles }),
};
/** They print none. */
const colouring = {
  "tile maps": tileMapsSpec({ area: "area", by: "period", ...own, tiles }),
  shapes: choroplethSpec({ area: "area", ...own, geometry, key: "name" }),
};

/** The colours of areas, by their figures: a shape says on hover what it is. */
function colorsIn(svg: string): ReadonlyMap<number, string> {
  const shapes = [...svg.matchAll(/<path([^>]*)><title>([^<]*)/g)];
  return new Map(
    shapes.flatMap(([, path = "", said = ""]) => {
      const index = names.findIndex((name) => said.includes(name));
      const color = /fill="(#[^"]+)"/.exec(path)?.[1];
      return index < 0 || color === undefined ? [] : [[figures[index] as number, color] as const];
    }),
  );
}

test.each(Object.entries(printing))(
  "a figure that is printed has the colour of the class that it is printed in: %s",
  async (_, spec) => {
    const compiled = await compileChart({ id: "chart", spec, fonts, tooltips: true });
    const { svg, untraced } = await compiled.render(rows);
    const colors = colorsIn(svg);
    expect(untraced).toEqual([]);
    expect(colors.size).toBe(figures.length);
    expect(colors.get(-0.03)).toBe(colors.get(0.02));
    expect(colors.get(-5.04)).toBe(colors.get(-4.96));
    expect(colors.get(4.96)).toBe(colors.get(5.04));
    expect(colors.get(-7.2)).not.toBe(colors.get(12.2));
  },
);

test.each(Object.entries(colouring))("a figure that is not printed has that of its own class: %s", async (_, spec) => {
  const compiled = await compileChart({ id: "chart", spec, fonts, tooltips: true });
  const { svg, texts, untraced } = await compiled.render(rows);
  const colors = colorsIn(svg);
  expect(untraced).toEqual([]);
  expect(colors.size).toBe(figures.length);
  const limits = texts
    .flatMap((text) => /under (−?[\d.]+)$/.exec(text)?.[1] ?? [])
    .map((limit) => Number(limit.replace("−", "-")));
  expect(limits.length).toBeGreaterThan(2);
  const classOf = (figure: number) => limits.filter((limit) => limit <= figure).length;
  for (const one of figures)
    for (const other of figures)
      expect(colors.get(one) === colors.get(other), `${one} and ${other}`).toBe(classOf(one) === classOf(other));
});

test("tiles and cells of rounded figures say that colours go by these, where it makes a difference", async () => {
  const round = { ...own, format: ".0f" };
  const at = (list: readonly number[]) => list.map((n, index) => ({ ...rows[index], area: names[index] as string, n }));
  for (const spec of [
    heatSpec({ row: "area", column: "period", ...round, classes: [10, 20] }),
    tileMapSpec({ area: "area", ...round, classes: [10, 20], tiles }),
  ]) {
    const said = async (list: readonly number[]) =>
      (await (await compileChart({ id: "chart", spec, fonts, widthPx: 700 })).render(at(list))).texts;
    expect(await said([4, 9.4, 19.6, 31])).toContain("Colours go by the rounded figures.");
    expect(await said([4, 9.4, 19.4, 31])).not.toContain("Colours go by the rounded figures.");
  }
});

test("no class lies between figures that are printed alike, and none is of none of them", async () => {
  const spec = heatSpec({ row: "area", column: "period", value: "n", format: ".0f" });
  const near = [0.6, 0.8, 1.2, 2.4].map((n, index) => ({ area: names[index] as string, period: "2020", n }));
  const { texts } = await (await compileChart({ id: "chart", spec, fonts })).render(near);
  expect(texts.filter((text) => /\bunder | or more$|^\S+ to \S+$/.test(text))).toEqual(["under 2", "2 or more"]);
});

test("a colour that is that of the figure before it was rounded is found by the audit", async () => {
  const rounded = heatSpec({ row: "area", column: "period", ...own, classes: [-5, 0, 5] });
  const { transform, ...others } = rounded as unknown as { readonly transform: readonly { readonly as?: string }[] };
  const spec = {
    ...others,
    transform: transform.map((step) => (step.as === "classedFigure" ? { calculate: "datum.n", as: step.as } : step)),
  };
  const { untraced } = await (await compileChart({ id: "chart", spec, fonts })).render(rows);
  expect(untraced.map(({ code }) => code)).toEqual(["untraced-mark"]);
});

test.each([
  [-0.03, ".1f", 0],
  [1.45, ".1f", 1.5],
  [-2.5, ".0f", -3],
  [0.147, ".1%", 0.147],
  [0.1475, ".0%", 0.15],
  [1234.5678, ",.2f", 1234.57],
  [7.5, "d", 8],
  [0.123456, ",", undefined],
])("%d is printed by %s as %s", (figure, format, printed) => {
  const read = asPrinted(figure, format);
  // Nought has no sign.
  expect(read === 0 ? 0 : read).toBe(printed);
});
