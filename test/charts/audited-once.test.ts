import { expect, test } from "vitest";
import { compileChart, type NamesFigure, trendSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";

const rows = ["Kent", "Essex"].flatMap((area, index) =>
  ["2017", "2018", "2019"].map((period, at) => ({ area, period, n: 10 + 7 * index + at })),
);

test("a label is asked what its figure is of once, at however many widths a chart is drawn", async () => {
  const asked: string[] = [];
  const namesFigure: NamesFigure = ({ text }) => {
    asked.push(text);
    return { isRight: true, of: "Kent", names: [] };
  };
  const spec = trendSpec({ x: "period", y: "n", series: "area" });
  const chart = await compileChart({ id: "trend", spec, fonts });
  const { untraced, narrow } = await chart.render(rows, { lang: "en-GB", namesFigure, narrowPx: 320 });
  expect(narrow).toBeDefined();
  expect(untraced).toEqual([]);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked).toEqual([...new Set(asked)]);
});

test("and a label that is wrong is told at each", async () => {
  const namesFigure: NamesFigure = ({ text }) => ({ isRight: !text.startsWith("Kent"), of: "Essex", names: [] });
  const spec = trendSpec({ x: "period", y: "n", series: "area" });
  const chart = await compileChart({ id: "trend", spec, fonts });
  const { untraced, narrow } = await chart.render(rows, { lang: "en-GB", namesFigure, narrowPx: 320 });
  expect(untraced).toHaveLength(1);
  expect(narrow?.untraced).toHaveLength(1);
});
