import { describe, expect, test } from "vitest";
import {
  type ChartRow,
  choroplethSpec,
  compileChart,
  funnelSpec,
  rankingSpec,
  renderSpec,
  slopeSpec,
  smallMultiplesSpec,
} from "../../src/charts/index.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";
import { inPart, someOf } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { areas } from "./sample-rows.ts";

const fromOutside = async (spec: object, rows: readonly ChartRow[], widthPx = 640) => {
  const chart = await compileChart({ id: "chart", spec, fonts, widthPx });
  const rendered = await chart.render(rows, { widthPx });
  return { ...rendered, diagnostics: [...chart.diagnostics, ...rendered.diagnostics] };
};

describe("a recipe that holds its own rows is the chart that it is with rows from outside", () => {
  test.each(
    someOf(recipeSamples, inPart(recipeSamples.length, 8)).map(({ name, ...sample }) => [name, sample] as const),
  )(
    "%s: the same picture below the title of its measure, words, table and warnings, whether its data have a name or not",
    async (_, given) => {
      const { spec, rows } = given;
      const outside = await fromOutside(spec, rows);
      for (const data of [{ values: rows }, { name: "data", values: rows }]) {
        const inline = await renderSpec({ ...spec, data }, { fonts, trusted: true, measure: false });
        expect(inline.svg).toBe(outside.svg);
        expect(inline.alt).toBe(outside.alt);
        expect(inline.longDescription).toBe(outside.longDescription);
        expect(inline.table).toEqual(outside.table);
        expect(inline.diagnostics).toEqual(outside.diagnostics);
      }
    },
  );

  const manyAreas = areas.slice(0, 25).flatMap((area, index) => [
    { area, year: "2014", n: 30 + ((index * 7) % 25), highlight: index === 3 },
    { area, year: "2024", n: 28 + ((index * 11) % 31), highlight: index === 3 },
  ]);

  test("slopes of more areas than have room for their names are drawn, with some of them named", async () => {
    const spec = slopeSpec({ x: "year", y: "n", series: "area", highlight: "highlight" });
    const { texts } = await renderSpec({ ...spec, data: { values: manyAreas } }, { fonts, widthPx: 860 });
    expect(texts.join(" ")).toContain(manyAreas[6]?.area);
  });

  test("a funnel of unlike populations has a logarithmic axis", async () => {
    const rows = areas.slice(0, 40).map((area, index) => ({
      area,
      population: index < 30 ? 0.5 + index / 10 : 5 * (index - 28),
      n: 8 + ((index * 5) % 9),
      low: 6,
      high: 18,
    }));
    const spec = funnelSpec({ category: "area", value: "n", population: "population", low: "low", high: "high" });
    const inline = await renderSpec({ ...spec, data: { values: rows } }, { fonts });
    expect(inline.texts).toEqual((await fromOutside(spec, rows)).texts);
    expect(inline.texts.join(" ")).toContain("ogarithmic");
  });

  test("lines that are flat beside others are told", async () => {
    const rows = ["Qatar", "France", "Spain", "Italy"].flatMap((area, index) =>
      ["2000", "2010", "2020"].map((year, at) => ({ area, year, n: index === 0 ? 900 + at : index + at })),
    );
    const spec = smallMultiplesSpec({ x: "year", y: "n", series: "area" });
    const { diagnostics } = await renderSpec({ ...spec, data: { values: rows } }, { fonts });
    expect(diagnostics).toMatchObject([{ code: "chart-flat-lines" }]);
  });

  test("rows of a map that no shape is found for are told", async () => {
    const square = (x: number, name: string) => ({
      type: "Feature",
      properties: { name },
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [x, 50],
            [x, 51],
            [x + 1, 51],
            [x + 1, 50],
            [x, 50],
          ],
        ],
      },
    });
    const geometry = {
      type: "FeatureCollection",
      features: [square(0, "Kingston upon Thames"), square(1, "Merton"), square(2, "Sutton")],
    };
    const values = [
      { area: "Kingston", n: 4 },
      { area: "Merton", n: 7 },
      { area: "Sutton", n: 9 },
    ];
    const spec = choroplethSpec({ area: "area", value: "n", geometry, key: "name" });
    const { diagnostics } = await renderSpec({ ...spec, data: { values } }, { fonts });
    expect(diagnostics.map(({ code }) => code)).toContain("chart-area-unplaced");
  });
});

const values = [
  { area: "Kent", n: 12 },
  { area: "Essex", n: 1400 },
];
const ranking = () => rankingSpec({ category: "area", value: "n" });

test("rows of a recipe may be CSV, a dataset by another name, a file", async () => {
  const { svg } = await renderSpec({ ...ranking(), data: { values } }, { fonts });
  const csv = "area,n\nKent,12\nEssex,1400\n";
  const format = { type: "csv" };
  for (const own of [
    { data: { values: csv, format } },
    { data: { name: "counties" }, datasets: { counties: values } },
    { data: { name: "counties", values } },
    { data: { url: "counties.csv" } },
  ]) {
    const load = async () => new TextEncoder().encode(csv);
    expect((await renderSpec({ ...ranking(), ...own }, { fonts, load })).svg).toBe(svg);
  }
  expect((await renderSpec(ranking(), { fonts, datasets: { data: values } })).svg).toBe(svg);
});

test("rows that are written into one recipe's spec are in no other", async () => {
  const { data } = ranking() as { readonly data: { values?: unknown } };
  data.values = values;
  expect(ranking()).toMatchObject({ data: { name: "data" } });
  expect(ranking()).not.toHaveProperty("data.values");
});

test("a recipe without rows is told so", async () => {
  for (const data of [{ name: "data" }, { values: [] }, { name: "data", values: [] }])
    expect(await laterDiagnosticsOf(() => renderSpec({ ...ranking(), data }, { fonts }))).toMatchObject([
      { code: "chart-no-data", hint: expect.stringContaining('"data": {"values": […]}') },
    ]);
});

test("what a recipe would work out of hidden cells is refused, as in a briefing", async () => {
  const { spec, rows } = recipeSamples.find(({ name }) => name.startsWith("area")) ?? { spec: {}, rows: [] };
  const [first, ...others] = rows;
  const field = Object.keys(first ?? {}).find((key) => typeof first?.[key] === "number") ?? "";
  const hidden = [{ ...first, [field]: null, state: "suppressed" }, ...others];
  const found = await laterDiagnosticsOf(() => renderSpec({ ...spec, data: { values: hidden } }, { fonts }));
  expect(found).toMatchObject([{ code: "chart-hidden-total" }]);
});
