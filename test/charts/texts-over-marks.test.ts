import { describe, expect, test } from "vitest";
import {
  areaSpec,
  compileChart,
  defaultTheme,
  funnelSpec,
  histogramSpec,
  intervalSpec,
  smallMultiplesSpec,
  stripSpec,
  subjectTextColor,
  trendSpec,
} from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { fonts } from "./chart-fonts.ts";
import { recordingContext } from "./recording-context.ts";

const years = ["2019", "2020", "2021"];
const rowsTo = (most: number) =>
  ["Kent", "Essex", "Surrey"].flatMap((area, index) =>
    years.map((period, at) => {
      const n = (most * (index * 3 + at + 1)) / 9;
      return { area, period, n, low: n * 0.9, high: n * 1.1, people: 1000 + index, median: most / 3, state: "value" };
    }),
  );
const target = { kind: "target", value: "median", label: "Target" } as const;
const trend = trendSpec({ x: "period", y: "n", series: "area", annotations: [target] });
const strip = stripSpec({ category: "area", value: "n", annotations: [target] });
const drawn = async (spec: object, most: number, theme = {}, lang = "en-GB") => {
  const chart = await compileChart({
    id: "c",
    spec,
    fonts,
    theme,
    words: createWords({ language: findLanguage(lang) }),
  });
  return chart.render(
    rowsTo(most).filter(({ period }) => spec === trend || JSON.stringify(spec).includes("period") || period === "2021"),
  );
};

describe("texts that may lie on lines", () => {
  test("are outlined in the colour of the page, under their letters: in SVG, on a canvas, and in every theme", async () => {
    for (const theme of [{}, { paperColor: "#102030", textColor: "#ffffff" }, { background: "#fffbe6" }]) {
      const chart = await drawn(strip, 90, theme);
      const behind = { ...defaultTheme, ...theme };
      const paper = "background" in behind ? behind.background : behind.paperColor;
      const text = new RegExp(`<text[^>]*stroke="${paper}"[^>]*paint-order="stroke"[^>]*>Target 30<`);
      expect(chart.svg).toMatch(text);
      const { context, calls, texts } = recordingContext();
      chart.draw(context);
      const outline = calls.findIndex((call) => call.startsWith("strokeText(Target 30"));
      const letters = calls.findIndex((call) => call.startsWith("fillText(Target 30"));
      expect(outline).toBeGreaterThan(0);
      expect(letters).toBeGreaterThan(outline);
      expect(texts.filter((each) => each.text === "Target 30")).toHaveLength(1);
      expect(chart.texts.filter((each) => each === "Target 30")).toHaveLength(1);
    }
  });

  test("are left as they are where an author outlines them in another colour", async () => {
    const spec = {
      mark: { type: "text", stroke: "#ff0000" },
      encoding: { x: { field: "area" }, text: { field: "area" } },
    };
    expect((await drawn(spec, 90)).svg).not.toContain("paint-order");
  });
});

test("what names the subject has the colour of its line, where that is read as a text", async () => {
  const { svg } = await drawn(trend, 90);
  expect(svg).toMatch(/<text[^>]*fill="#12436d"[^>]*>Kent 30</);
  expect(svg).toMatch(/<text[^>]*fill="#1b2733"[^>]*>Essex 60</);
  const pale = { highlightColor: "#0a91d1" };
  expect(subjectTextColor({ ...defaultTheme, ...pale })).toBe(defaultTheme.textColor);
  expect((await drawn(trend, 90, pale)).svg).toMatch(/<text[^>]*fill="#1b2733"[^>]*>Kent 30</);
});

describe("scales of millions", () => {
  const figures = { category: "area", value: "n" };
  test.each<[name: string, spec: object]>([
    ["trendSpec", trend],
    ["areaSpec", areaSpec({ x: "period", y: "n", series: "area" })],
    ["intervalSpec", intervalSpec({ ...figures, low: "low", high: "high" })],
    ["stripSpec", stripSpec(figures)],
    ["histogramSpec", histogramSpec(figures)],
    ["smallMultiplesSpec", smallMultiplesSpec({ x: "period", y: "n", series: "area" })],
    ["funnelSpec", funnelSpec({ ...figures, population: "people", low: "low", high: "high" })],
  ])("%s says them in few characters, and the audit reads them", async (_, spec) => {
    for (const [most, sign] of [
      [9_000_000, "m"],
      [9_000_000_000, "bn"],
    ] as const)
      for (const lang of ["en-GB", "cy"]) {
        const { texts, untraced } = await drawn(spec, most, {}, lang);
        const ticks = texts.filter((text) => /^[\d,.]+(?:m|bn)$/.test(text));
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.every((text) => text.endsWith(sign))).toBe(true);
        expect(
          texts.filter((text) => /^[\d,]+,000,000$/.test(text) && Number(text.replaceAll(",", "")) % (most / 9) !== 0),
        ).toEqual([]);
        expect(untraced).toEqual([]);
      }
  });

  test("thousands stay as they are", async () => {
    expect((await drawn(trend, 900_000)).texts).toContain("200,000");
  });
});

test("on a canvas that keeps texts, a box of the page's colour stands for the outline: nothing is read twice", async () => {
  const chart = await drawn(strip, 90);
  const { context, calls } = recordingContext();
  chart.draw(new Proxy(context, { get: (own, name) => (name === "keepsText" ? true : Reflect.get(own, name)) }));
  expect(calls.some((call) => call.startsWith("strokeText("))).toBe(false);
  const letters = calls.findIndex((call) => call.startsWith("fillText(Target 30"));
  const box = calls.findLastIndex((call, index) => index < letters && call.startsWith("fillRect("));
  expect(box).toBeGreaterThan(0);
  expect(calls.slice(0, box).findLast((call) => call.startsWith("fillStyle="))).toBe("fillStyle=#ffffff");
});
