import { fromHtml } from "hast-util-from-html";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { barSpec, compileChart, defaultTheme, rankingSpec, trendSpec } from "../../src/charts/index.ts";
import { fontQuery } from "../../src/charts/vega/text-metrics.ts";
import { inPart } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { type DrawnText, recordingContext } from "./recording-context.ts";
import { areas, rankingRows, trendRows } from "./sample-rows.ts";

const gradient = {
  gradient: "linear",
  stops: [
    { offset: 0, color: "#12436d" },
    { offset: 1, color: "white" },
  ],
};
const decorated = {
  mark: { type: "bar", clip: true, color: gradient },
  encoding: { y: { field: "area", type: "nominal" }, x: { field: "offences", type: "quantitative" } },
};

const render = async (spec: object, rows: Parameters<typeof rankingRows>[0], options = {}) => {
  const chart = await compileChart({ id: "a-chart", spec, fonts });
  return chart.render(rankingRows(rows), options);
};

function elements(html: string) {
  const found: { name: string; properties: Record<string, unknown> }[] = [];
  visit(fromHtml(html, { fragment: true }), "element", ({ tagName, properties }) => {
    found.push({ name: tagName, properties });
  });
  return found;
}

describe("svg", () => {
  test("is one labelled image, with nothing inside for a screen reader or a style sheet", async () => {
    const title = `Offences in "Kent" & <Essex>`;
    const { svg, alt } = await render(decorated, "Kent", { title, lang: "cy" });
    const [root, drawing, ...inner] = elements(svg);
    expect(root?.name).toBe("svg");
    expect(root?.properties).toMatchObject({ role: "img", ariaLabel: alt, lang: "cy", viewBox: expect.any(String) });
    // Whatever the direction of the page: Vega has laid it out for text from left to right.
    expect(root?.properties.direction).toBe("ltr");
    // Chromium's accessibility tree has the texts within an image, unless they are hidden.
    expect(drawing).toMatchObject({ name: "g", properties: { ariaHidden: "true" } });
    expect(svg).toMatch(/^<svg[^>]*><g aria-hidden="true">.*<\/g><\/svg>$/);
    expect(alt).toMatch(/^Offences in "Kent" & <Essex>\. Bar chart/);
    const names = new Set(inner.map(({ name }) => name));
    expect([...names].filter((name) => ["style", "script", "a", "title", "foreignObject"].includes(name))).toEqual([]);
    for (const { properties } of inner) {
      expect(Object.keys(properties).filter((key) => /^(aria|role|className|xLink|on)/.test(key))).toEqual([]);
    }
    expect(svg).not.toMatch(/<\?xml|xlink|\n/);
  });

  test("every id is the chart's own and every reference finds it, with two charts on a page", async () => {
    const first = await render(decorated, "Kent");
    const second = await render(decorated, "Kent", { idPrefix: "second" });
    const page = first.svg + second.svg;
    const ids = elements(page).flatMap(({ properties }) => (properties.id ? [String(properties.id)] : []));
    expect(ids.length).toBeGreaterThanOrEqual(4);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(a-chart|second)-\d+$/);
    const references = [...page.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(references.length).toBeGreaterThanOrEqual(4);
    for (const reference of references) expect(ids).toContain(reference);
  });

  test("numbers have three decimals at most", async () => {
    const { svg } = await render(decorated, "Kent");
    expect(svg).not.toMatch(/\d\.\d{4,}/);
  });

  test("labels that Vega hides because they would overlap are neither in the SVG nor in the texts", async () => {
    const rows = Array.from({ length: 60 }, (_, year) => ({ period: `${1960 + year}/${61 + year}`, n: year }));
    const chart = await compileChart({ id: "long", spec: trendSpec({ x: "period", y: "n" }), fonts });
    const { svg, texts } = await chart.render(rows);
    expect(texts.filter((text) => text.includes("/")).length).toBeLessThan(20);
    for (const text of texts) expect(svg).toContain(`>${text}</text>`);
  });
});

describe("size", () => {
  test("is the column's width; a run may ask for another", async () => {
    const chart = await compileChart({
      id: "trend",
      spec: trendSpec({ x: "period", y: "offences", series: "area" }),
      fonts,
    });
    const wide = await chart.render(trendRows("Kent"));
    const narrow = await chart.render(trendRows("Kent"), { widthPx: 360 });
    expect([wide.widthPx, wide.heightPx]).toEqual([640, 280]);
    expect(narrow.widthPx).toBe(360);
    expect(narrow.svg).toContain('viewBox="0 0 360 280"');
    expect(narrow.texts).toEqual(expect.arrayContaining(["2018/19"]));
  });

  test("a spec's own width stands", async () => {
    const { widthPx } = await render({ ...decorated, width: 500 }, "Kent", { widthPx: 300 });
    expect(widthPx).toBeGreaterThanOrEqual(500);
  });
});

describe("draw", () => {
  const cases = {
    trend: { spec: trendSpec({ x: "period", y: "offences", series: "area", yTitle: "Offences" }), rows: trendRows },
    ranking: { spec: rankingSpec({ category: "area", value: "offences" }), rows: rankingRows },
    bars: { spec: barSpec({ x: "period", y: "offences", series: "area" }), rows: trendRows },
    turned: {
      spec: { mark: "bar", encoding: { x: { field: "area" }, y: { field: "offences", type: "quantitative" } } },
      rows: rankingRows,
    },
  };

  test.each(Object.entries(cases))(
    "%s: the same texts as the SVG, twice alike, state restored",
    async (id, { spec, rows }) => {
      const chart = await compileChart({ id, spec, fonts });
      const rendered = await chart.render(rows("Thames Valley"));
      const [first, second] = [recordingContext(), recordingContext()];
      rendered.draw(first.context);
      rendered.draw(second.context);
      expect(first.texts.map(({ text }) => text)).toEqual(rendered.texts);
      expect(second.calls).toEqual(first.calls);
      expect(first.depth()).toBe(0);
      expect(first.calls.filter((call) => call.startsWith("fill(")).length).toBeGreaterThan(0);
    },
  );

  test.each(Object.entries(cases))("%s: no text reaches over the edge, at any width", async (id, { spec, rows }) => {
    const chart = await compileChart({ id, spec, fonts });
    const runs = [320, 480, 640, 900].flatMap((widthPx) =>
      areas.slice(0, inPart(12, 4)).map((area) => ({ widthPx, area })),
    );
    for (const { widthPx, area } of runs) {
      const rendered = await chart.render(rows(area), { widthPx });
      const { context, texts } = recordingContext();
      rendered.draw(context);
      for (const drawn of texts.filter(({ isTurned }) => !isTurned)) {
        const [left, right] = extent(drawn);
        expect(left, drawn.text).toBeGreaterThan(-1.5);
        expect(right, drawn.text).toBeLessThan(rendered.widthPx + 1.5);
        expect(drawn.y, drawn.text).toBeGreaterThan(5);
        expect(drawn.y, drawn.text).toBeLessThan(rendered.heightPx + 1.5);
      }
    }
  });

  test("the two labels at the ends of lines never touch", async () => {
    const spec = trendSpec({ x: "period", y: "n", series: "area" });
    const chart = await compileChart({ id: "trend", spec, fonts });
    for (const [a, b] of [
      [100, 100],
      [100, 101],
      [0, 0],
      [101, 100],
      [3, 300],
    ]) {
      const rows = [
        { period: "2017", area: "Kent", n: 50 },
        { period: "2017", area: "Middle force", n: 60 },
        { period: "2018", area: "Kent", n: a as number },
        { period: "2018", area: "Middle force", n: b as number },
      ];
      const { context, texts } = recordingContext();
      (await chart.render(rows)).draw(context);
      const ends = texts.filter(({ text }) => /^(Kent|Middle force) /.test(text));
      expect(ends).toHaveLength(2);
      expect(Math.abs((ends[0]?.y ?? 0) - (ends[1]?.y ?? 0))).toBeGreaterThanOrEqual(12);
    }
  });
});

function extent({ text, font, align, x }: DrawnText): readonly [number, number] {
  const [, weight, size] = /^(?:(\w+) )?([\d.]+)px/.exec(font) ?? [];
  const query = fontQuery({ font: defaultTheme.fontFamily, ...(weight ? { fontWeight: weight } : {}) });
  const width = fonts.measure(text, { ...query, size: Number(size) });
  const left = align === "right" ? x - width : align === "center" ? x - width / 2 : x;
  return [left, left + width];
}
