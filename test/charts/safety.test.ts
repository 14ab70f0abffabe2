import { spawnSync } from "node:child_process";
import { describe, expect, test, vi } from "vitest";
import { compileChart, type RenderSpecOptions, renderSpec } from "../../src/charts/index.ts";
import { ensureBuilt, packageFolder } from "../cli/ensure-built.ts";
import { failureOf } from "../support/diagnostics-of.ts";
import { fonts } from "./chart-fonts.ts";
import { png, pngUri } from "./png.ts";
import { recordingContext } from "./recording-context.ts";

const values = [
  { area: "Kent", n: 12 },
  { area: "Essex", n: 1400 },
];
const encoding = { y: { field: "area", type: "nominal" }, x: { field: "n", type: "quantitative" } };
const bars = { data: { values }, mark: "bar", encoding };
const vega = (data: object[], more: object = {}) => ({
  $schema: "https://vega.github.io/schema/vega/v6.json",
  width: 100,
  height: 50,
  data,
  marks: [{ type: "symbol", from: { data: "table" }, encode: { enter: { x: { field: "data" }, size: { value: 4 } } } }],
  ...more,
});

const render = (spec: object, options: Partial<RenderSpecOptions> = {}) => renderSpec(spec, { fonts, ...options });

const diagnosticsOf = async (rendering: Promise<unknown>) => (await failureOf(() => rendering)).diagnostics;

describe("expressions of a spec that others wrote", () => {
  test("never become code: the chart is drawn where the process may make none from text", async () => {
    await ensureBuilt();
    const script = `
      import { renderSpec } from "./dist/charts.js";
      const spec = ${JSON.stringify({
        ...bars,
        transform: [{ calculate: "datum.n * 2", as: "twice" }, { filter: "datum.twice > 100" }],
      })};
      for (const trusted of [false, true])
        console.log(await renderSpec(spec, { trusted }).then(({ texts }) => texts.join(), (error) => error.message));
    `;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--disallow-code-generation-from-strings", "--input-type=module", "-e", script],
      { cwd: packageFolder, encoding: "utf8" },
    );
    const [interpreted, compiled] = stdout.split("\n");
    expect(interpreted, stderr).toContain("Essex");
    expect(interpreted).not.toContain("Kent");
    expect(compiled).toContain("Code generation from strings disallowed");
  });

  test("give the same chart as compiled ones, byte for byte", async () => {
    const spec = {
      ...bars,
      transform: [
        { calculate: "upper(datum.area) + ' ' + format(datum.n, ',.1f')", as: "label" },
        // A single number is a time, not a year.
        { filter: "utcyear(datetime(1500000000000)) === 2017" },
      ],
      encoding: { ...encoding, y: { field: "label", type: "nominal", sort: "-x" } },
    };
    const [interpreted, compiled] = await Promise.all([render(spec), render(spec, { trusted: true })]);
    expect(interpreted.svg).toContain("ESSEX 1,400.0");
    expect(interpreted.svg).toBe(compiled.svg);
  });
});

describe("limits", () => {
  const endless = vega([{ name: "table", values: [1] }], {
    signals: [{ name: "busy", init: "length(replace(pad('', 60, 'a', 'left') + 'b', regexp('^(a+)+$'), ''))" }],
  });

  test("work without end is stopped, and the next chart is drawn as ever", async () => {
    const [found] = await diagnosticsOf(render(endless, { limits: { milliseconds: 200 } }));
    expect(found).toMatchObject({ code: "chart-too-slow", message: expect.stringContaining("0.2 seconds") });
    expect((await render(bars)).texts).toContain("Kent");
  });

  test("Vega's own text metrics are back after a chart that was stopped", async () => {
    const { textMetrics } = (await import("vega")) as unknown as { textMetrics: { width: unknown } };
    const before = textMetrics.width;
    await diagnosticsOf(render(endless, { limits: { milliseconds: 100 } }));
    expect(textMetrics.width).toBe(before);
  });

  test.each([
    ["inline rows", { ...bars, data: { values: Array.from({ length: 11 }, () => ({ area: "Kent", n: 1 })) } }],
    ["a sequence", { ...bars, data: { sequence: { start: 0, stop: 2_000_000_000, as: "n" } } }],
    ["a sequence of Vega's", vega([{ name: "table", transform: [{ type: "sequence", start: 0, stop: 1e9 }] }])],
    ["a sequence in an expression", { ...bars, transform: [{ calculate: "sequence(0, 1e9)", as: "x" }] }],
  ])("too many rows, by %s", async (_, spec) => {
    const found = await diagnosticsOf(render(spec, { limits: { rows: 10 } }));
    expect(found).toMatchObject([{ code: "chart-too-large", message: expect.stringContaining("may have 10") }]);
  });

  test("too many rows that are passed", async () => {
    const chart = await compileChart({ id: "c", spec: { mark: "bar", encoding }, fonts, limits: { rows: 1 } });
    expect(await diagnosticsOf(chart.render(values))).toMatchObject([{ code: "chart-too-large" }]);
  });

  test("too many marks, also those that the spec makes itself", async () => {
    const spec = vega([{ name: "table", transform: [{ type: "sequence", start: 0, stop: { signal: "500" } }] }]);
    const found = await diagnosticsOf(render(spec, { limits: { marks: 100 } }));
    expect(found).toMatchObject([{ code: "chart-too-large", message: "The chart draws 500 marks, and may draw 100." }]);
    const { svg } = await render(spec, { limits: { marks: 500 } });
    expect(svg.match(/<path\b/g)).toHaveLength(500);
  });
});

describe("data by address", () => {
  const files: Record<string, string> = {
    "counties.csv": "area,n\nKent,12\nEssex,1400\n",
    "counties.tsv": "area\tn\nKent\t12\nEssex\t1400\n",
    "counties.json": JSON.stringify({ rows: values }),
    "names.json": JSON.stringify([{ area: "Kent", name: "The Garden" }]),
    "map.json": JSON.stringify({
      type: "Topology",
      objects: { square: { type: "Polygon", arcs: [[0]] } },
      arcs: [
        [
          [0, 0],
          [0, 1],
          [1, 1],
          [1, 0],
          [0, 0],
        ],
      ],
    }),
  };
  const load = vi.fn(async (uri: string) => {
    const text = files[uri];
    if (text === undefined) throw new Error("there is no such file.");
    return Buffer.from(text);
  });

  test.each([
    ["CSV", { url: "counties.csv" }],
    ["TSV", { url: "counties.tsv" }],
    ["a part of a JSON file", { url: "counties.json", format: { property: "rows" } }],
  ])("%s is read, drawn and told", async (_, data) => {
    const { texts, alt, table } = await render({ ...bars, data }, { load });
    expect(texts).toEqual(expect.arrayContaining(["Kent", "Essex"]));
    expect(alt).toContain("Highest Essex, 1,400; lowest Kent, 12.");
    expect(table.rows).toHaveLength(2);
  });

  test("is read once, wherever it is named, and not at all without leave", async () => {
    load.mockClear();
    const spec = {
      data: { url: "counties.csv" },
      transform: [
        { lookup: "area", from: { data: { url: "names.json" }, key: "area", fields: ["name"] }, default: "Elsewhere" },
      ],
      layer: [
        { mark: "bar", encoding },
        { data: { url: "counties.csv" }, mark: "text", encoding: { text: { field: "area" } } },
      ],
    };
    await render(spec, { load });
    expect(load.mock.calls.map(([uri]) => uri).sort()).toEqual(["counties.csv", "names.json"]);
    expect((await diagnosticsOf(render(spec))).map(({ code }) => code)).toEqual(
      Array.from({ length: 3 }, () => "chart-outside-data"),
    );
  });

  test("TopoJSON becomes shapes", async () => {
    const spec = {
      width: 100,
      height: 100,
      data: { url: "map.json", format: { type: "topojson", feature: "square" } },
      projection: { type: "identity" },
      mark: "geoshape",
    };
    const { svg } = await render(spec, { load });
    expect(svg).toMatch(/d="M[^"]*Z"/);
  });

  test("in a Vega spec too", async () => {
    const { svg } = await render(vega([{ name: "table", url: "numbers.json" }]), {
      load: async () => Buffer.from("[3, 5, 7]"),
    });
    expect(svg.match(/<path/g)).toHaveLength(3);
  });

  test("that cannot be read, or is none, is an error each", async () => {
    const layer = ["no.csv", "bad.json"].map((url) => ({ data: { url }, mark: "bar", encoding }));
    const found = await diagnosticsOf(
      render({ layer }, { load: async (uri) => (uri === "bad.json" ? Buffer.from("{") : load(uri)) }),
    );
    expect(found.map(({ message }) => message).sort()).toEqual([
      expect.stringMatching(/"bad\.json" is not JSON/),
      'The chart\'s data "no.csv" cannot be read: there is no such file.',
    ]);
  });
});

describe("images", () => {
  const blue = png(4, 2, [0, 0, 255]);
  const pictures = (url: string, mark: object = { width: 40, height: 20 }) => ({
    width: 100,
    height: 100,
    data: { values: [{ x: 1, y: 1, url }] },
    mark: { type: "image", ...mark },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
      url: { field: "url", type: "nominal" },
    },
  });

  test("leave nothing behind that fails later: neither they nor links are drawn again", async () => {
    const failed: unknown[] = [];
    const hold = (reason: unknown) => void failed.push(reason);
    process.on("unhandledRejection", hold);
    const { encoding, ...rest } = pictures(pngUri(blue));
    const linked = { ...encoding, href: { value: "https://example.org/" } };
    await render({ ...rest, encoding: linked }, { trusted: true });
    await render(pictures(pngUri(blue)));
    await new Promise((done) => setTimeout(done, 20));
    process.off("unhandledRejection", hold);
    expect(failed).toEqual([]);
  });

  test("that the data holds are drawn, as files on a canvas and inline in SVG", async () => {
    const chart = await render(pictures(pngUri(blue)));
    expect(chart.svg).toMatch(/<image href="data:image\/png;base64,[^"]+"[^>]* width="40" height="20"/);
    const { context } = recordingContext();
    const drawn: unknown[][] = [];
    Object.assign(context, { drawImage: (...args: unknown[]) => void drawn.push(args) });
    chart.draw(context);
    expect(Buffer.from(drawn[0]?.[0] as Uint8Array).equals(Buffer.from(blue))).toBe(true);
    expect(drawn[0]?.slice(3)).toEqual([40, 20]);
  });

  test("are read by leave, each once over all runs", async () => {
    const load = vi.fn(async () => blue);
    const chart = await compileChart({ id: "c", spec: pictures("x"), fonts, load });
    for (const n of [1, 2]) await chart.render([{ x: n, y: n, url: "blue.png" }]);
    expect(load.mock.calls).toEqual([["blue.png", "image"]]);
  });

  test.each([
    ["no leave", undefined, /reads no files/],
    ["no image", async () => Buffer.from("GIF89a"), /no PNG or JPEG/],
    ["a broken one", async () => blue.subarray(0, 40), /is damaged/],
    ["a failure", () => Promise.reject(new Error("gone.")), /gone\./],
  ])("%s: an error that names it", async (_, load, message) => {
    const found = await diagnosticsOf(render(pictures("blue.png"), load ? { load } : {}));
    expect(found).toMatchObject([{ code: "chart-image", message: expect.stringMatching(message) }]);
    expect(found[0]?.message).toContain('"blue.png"');
  });
});

describe("chance", () => {
  const rows = Array.from({ length: 40 }, (_, n) => ({ n }));
  const jitter = {
    data: { values: rows },
    transform: [{ sample: 10 }, { calculate: "random()", as: "jitter" }],
    mark: "point",
    encoding: { x: { field: "n", type: "quantitative" }, y: { field: "jitter", type: "quantitative" } },
  };

  test("is the same each time, compiled or interpreted, and nobody else's is touched", async () => {
    const vegaModule = (await import("vega")) as unknown as { random: () => number };
    const before = vegaModule.random;
    const drawn = await Promise.all([render(jitter), render(jitter), render(jitter, { trusted: true })]);
    expect(new Set(drawn.map(({ svg }) => svg)).size).toBe(1);
    expect(drawn[0]?.svg.match(/<path/g)).toHaveLength(10);
    expect(vegaModule.random).toBe(before);
  });
});

describe("transforms that read pixels", () => {
  const data = [
    { name: "table", values: rows(30).map((n) => ({ x: (n * 37) % 90, y: (n * 53) % 90, word: `word${n}` })) },
  ];
  const points = {
    name: "points",
    type: "symbol",
    from: { data: "table" },
    encode: { enter: { x: { field: "x" }, y: { field: "y" }, fill: { value: "red" } } },
  };
  const heat = {
    ...vega([
      ...data,
      {
        name: "density",
        source: "table",
        transform: [
          { type: "kde2d", x: "x", y: "y", size: [100, 100], as: "grid" },
          { type: "heatmap", field: "grid", color: "#12436d" },
        ],
      },
    ]),
    marks: [{ type: "image", from: { data: "density" }, encode: { update: { image: { field: "image" } } } }],
  };
  const labels = {
    ...vega(data),
    marks: [
      points,
      {
        type: "text",
        from: { data: "points" },
        encode: { enter: { text: { field: "datum.word" } } },
        transform: [{ type: "label", size: [100, 100], avoidBaseMark: true }],
      },
    ],
  };
  const cloud = {
    ...vega(data),
    marks: [
      {
        type: "text",
        from: { data: "table" },
        encode: { enter: { text: { field: "word" }, align: { value: "center" } } },
        transform: [{ type: "wordcloud", size: [400, 400], text: { field: "text" }, fontSize: 14 }],
      },
    ],
  };

  test("a heat map is an image of its pixels, the same each time", async () => {
    const [first, second] = [await render(heat), await render(heat)];
    expect(first.svg).toMatch(/<image href="data:image\/png;base64,[^"]{200,}"[^>]* width="25" height="25"/);
    expect(second.svg).toBe(first.svg);
  });

  test("labels are placed where they hide nothing, and words where they touch none", async () => {
    expect((await render(labels)).texts.length).toBeGreaterThan(3);
    const { texts, svg } = await render(cloud);
    expect(texts).toContain("word7");
    expect((await render(cloud)).svg).toBe(svg);
  });

  test("no document is left behind", () => {
    expect("document" in globalThis).toBe(false);
  });

  test("say what to install where no canvas is there", async () => {
    vi.doMock("@napi-rs/canvas", () => {
      throw new Error("Cannot find package");
    });
    const found = await diagnosticsOf(render(heat));
    vi.doUnmock("@napi-rs/canvas");
    expect(found).toMatchObject([{ code: "chart-needs-canvas", hint: expect.stringContaining("@napi-rs/canvas") }]);
  });
});

test("selections and controls are said to be left out, once", async () => {
  const params = [
    { name: "brush", select: "interval" },
    { name: "size", value: 3, bind: { input: "range" } },
  ];
  expect((await render({ ...bars, params })).diagnostics).toMatchObject([{ code: "chart-interaction" }]);
  const signals = [{ name: "hover", on: [{ events: "window:mousemove", update: "1" }] }];
  const { diagnostics } = await render(vega([{ name: "table", values: [1] }], { signals }));
  expect(diagnostics).toMatchObject([{ code: "chart-interaction" }]);
});

test("a box plot of a single axis with gaps is drawn", async () => {
  const spec = {
    data: { values: [1, 2, 3, null, 9].map((n) => ({ n })) },
    mark: { type: "boxplot", extent: "min-max" },
    encoding: { x: { field: "n", type: "quantitative" } },
  };
  expect((await render(spec)).svg).toContain("<path");
});

test("a layout that goes back and forth between two ends in one of them", async () => {
  // Names are long where the plot is wide, which then is narrow, and lower.
  const labelExpr = "width > 500 ? 'A name that takes a third of the whole page or more' : datum.label";
  const y = { field: "area", axis: { labelExpr, labelLimit: 0, title: null } };
  const spec = {
    data: { values: [{ area: "Kent", n: 3 }] },
    autosize: { type: "fit-x", contains: "padding" },
    width: 640,
    height: 200,
    params: [{ name: "height", expr: "width > 500 ? 300 : 200" }],
    mark: "bar",
    encoding: { x: { field: "n", type: "quantitative" }, y },
  };
  expect((await render(spec)).svg).toMatch(/Kent|A name that takes/);
});

function rows(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
