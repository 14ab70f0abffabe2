import { describe, expect, test } from "vitest";
import { compileChart, heatSpec, rankingSpec, renderSpec, trendSpec } from "../../src/charts/index.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { laterDiagnosticsOf } from "../support/diagnostics-of.ts";
import { fonts } from "./chart-fonts.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const values = [
  { area: "Kent", n: 12 },
  { area: "Essex", n: 1400 },
];
const encoding = { y: { field: "area", type: "nominal" }, x: { field: "n", type: "quantitative" } };

test("a Vega-Lite spec with its own data", async () => {
  const $schema = "https://vega.github.io/schema/vega-lite/v6.json";
  const rendered = await renderSpec({ $schema, data: { values }, mark: "bar", encoding }, { fonts });
  expect(rendered.texts).toEqual(expect.arrayContaining(["Kent", "Essex", "1,400"]));
  expect(rendered.alt).toBe("Bar chart: n by area. Highest Essex, 1,400; lowest Kent, 12.");
  expect(rendered.table.rows).toEqual(values);
});

test("data in `datasets`, and a description of its own", async () => {
  const spec = { description: "Two counties", datasets: { two: values }, data: { name: "two" }, mark: "bar", encoding };
  const rendered = await renderSpec(spec, { fonts });
  expect(rendered.texts).toContain("Kent");
  expect(rendered.alt).toMatch(/^Two counties\. Bar chart/);
});

test("a Vega spec", async () => {
  const spec = {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    description: "A square and a word",
    width: 100,
    height: 50,
    data: [{ name: "table", values: [{ x: 10 }] }],
    marks: [
      {
        type: "rect",
        from: { data: "table" },
        encode: { enter: { x: { field: "x" }, width: { value: 9 }, height: { value: 9 } } },
      },
      { type: "text", encode: { enter: { text: { value: "Hello" } } } },
    ],
  };
  const rendered = await renderSpec(spec, { fonts, id: "square" });
  expect(rendered.texts).toEqual(["Hello"]);
  expect(rendered.alt).toBe("A square and a word.");
});

test("data from outside is refused", async () => {
  const spec = { data: { url: "data.csv" }, mark: "bar", encoding };
  await expect(renderSpec(spec, { fonts, file: "a.vl.json" })).rejects.toThrow(BriefingError);
});

test("is left as it was, and drawn the same again: Vega writes dates into the rows that it is given", async () => {
  const spec = {
    data: {
      values: [
        { day: "10 Oct 2011", n: 1 },
        { day: "11 Oct 2022", n: 2 },
      ],
      format: { parse: { day: "utc:%d %b %Y" } },
    },
    mark: "point",
    encoding: { x: { field: "day", type: "temporal", timeUnit: "utcyear" }, y: { field: "n", type: "quantitative" } },
  };
  const before = JSON.stringify(spec);
  const [first, second] = [await renderSpec(spec, { fonts }), await renderSpec(spec, { fonts })];
  expect(first.texts).toContain("2015");
  expect(second.svg).toBe(first.svg);
  expect(JSON.stringify(spec)).toBe(before);
  const chart = await compileChart({ id: "chart", spec, fonts, data: "inline" });
  expect((await chart.render([])).svg).toBe((await chart.render([])).svg);
});

test("a spec without data is told so; data in its layers will do", async () => {
  await expect(renderSpec({ mark: "bar", encoding }, { fonts })).rejects.toThrow("holds no data");
  await expect(renderSpec({ mark: "bar", encoding, data: { values: [] } }, { fonts })).rejects.toThrow("holds no data");
  const rendered = await renderSpec({ layer: [{ data: { values }, mark: "bar", encoding }] }, { fonts });
  expect(rendered.texts).toContain("Kent");
});

test("what fails while the chart is drawn is an error that names the chart's file", async () => {
  const transform = [{ regression: "n", on: "m", method: "guess" }];
  const spec = { data: { values: [{ n: 1, m: 2 }] }, transform, mark: "line", encoding };
  expect(await laterDiagnosticsOf(() => renderSpec(spec, { fonts, file: "line.vl.json" }))).toMatchObject([
    { code: "chart-failed", message: "Invalid regression method: guess.", source: { file: "line.vl.json" } },
  ]);
});

test("what is worked out of rows with gaps is told, and drawn", async () => {
  const rows = [
    { a: "x", n: 1 },
    { a: "x", n: null },
    { a: "y", n: 3 },
  ];
  const mean = { ...encoding, x: { field: "a" }, y: { aggregate: "mean", field: "n", type: "quantitative" } };
  const { diagnostics, texts } = await renderSpec({ data: { values: rows }, mark: "bar", encoding: mean }, { fonts });
  expect(diagnostics).toMatchObject([{ code: "chart-gaps", severity: "warning", source: { field: "n" } }]);
  expect(diagnostics[0]?.message).toContain("1 of 3 rows have no number there");
  expect(texts).toContain("3.0");
  const each = { x: { field: "a" }, y: { field: "n", type: "quantitative" } };
  const alone = { data: { values: rows.slice(1) }, mark: "bar", encoding: each };
  expect((await renderSpec(alone, { fonts })).diagnostics).toEqual([]);
});

describe("what the figures of a recipe are", () => {
  const valueTitle = "Offences per thousand people in the year to March";
  const ranking = (more: object = {}) => ({
    ...rankingSpec({ category: "area", value: "n", valueTitle, ...more }),
    data: { values },
  });

  test("stands once above its picture, at every width, as the picture may be all that a page shows", async () => {
    const rendered = await renderSpec(ranking(), { fonts, narrowPx: 200 });
    const forWidth = await rendered.forWidth(300);
    for (const { svg, texts, heightPx } of [rendered, rendered.narrow, forWidth].filter((each) => each !== undefined)) {
      expect(texts.join(" ").split(valueTitle)).toHaveLength(2);
      expect(svg).toContain(valueTitle.split(" ")[0]);
      expect(svg).toContain(`height="${heightPx}"`);
    }
    expect(rendered.untraced).toEqual([]);
    expect(overlaps(rendered)).toEqual([]);
    const boxes = textBoxes(rendered);
    for (const { left, right, top, bottom } of boxes) {
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(rendered.widthPx);
      expect(bottom).toBeLessThanOrEqual(rendered.heightPx);
    }
    const [heading, ...others] = boxes.toSorted((a, b) => a.top - b.top);
    expect(valueTitle).toContain(heading?.text);
    for (const { top } of others.filter(({ text }) => !valueTitle.includes(text)))
      expect(top).toBeGreaterThan(heading?.bottom ?? 0);
  });

  test("is not written twice where an axis or a legend says it", async () => {
    const rows = values.flatMap(({ area, n }) => ["2023", "2024"].map((year) => ({ area, year, n })));
    const specs = [
      trendSpec({ x: "year", y: "n", series: "area", yTitle: valueTitle }),
      heatSpec({ row: "area", column: "year", value: "n", valueTitle }),
    ];
    for (const spec of specs) {
      const { sentences } = await renderSpec({ ...spec, data: { values: rows } }, { fonts });
      expect(sentences.filter((sentence) => sentence.includes(valueTitle))).toHaveLength(1);
    }
  });

  test("is left to the page that says so, and to a field that has a name of one word alone", async () => {
    expect((await renderSpec(ranking(), { fonts, measure: false })).sentences).not.toContain(valueTitle);
    const { sentences, alt } = await renderSpec(ranking({ valueTitle: undefined }), { fonts });
    expect(alt).toContain("n by area");
    expect(sentences).not.toContain("n");
  });

  test("is the name of a field that is written for readers", async () => {
    const spec = rankingSpec({ category: "area", value: "Median pay, £" });
    const rows = values.map(({ area, n }) => ({ area, "Median pay, £": n }));
    expect((await renderSpec({ ...spec, data: { values: rows } }, { fonts })).sentences).toContain("Median pay, £");
  });
});
