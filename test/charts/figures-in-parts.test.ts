import { expect, test } from "vitest";
import { type ChartRow, compileChart, heatSpec, shareSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const draw = async (spec: object, rows: readonly ChartRow[], widthPx: number) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);

test("a figure above a short part stands over that part, and over no other", async () => {
  const shares = { Halves: [50, 50], Newham: [9, 17, 31, 43], Hackney: [11, 20, 46, 23], Torfaen: [4, 96] };
  const rows = Object.entries(shares).flatMap(([area, parts]) =>
    parts.map((part, index) => ({ area, part: `Part ${index + 1}`, n: part / 100, state: "value" })),
  );
  const spec = shareSpec({ period: "area", category: "part", share: "n" });
  const boxes = textBoxes(await draw(spec, rows, 340));
  const middle = ({ left, right }: { readonly left: number; readonly right: number }) => (left + right) / 2;
  const [first, second] = boxes.filter(({ text }) => text === "50%").map(middle) as [number, number];
  const width = 2 * (second - first);
  const start = first - width / 4;
  for (const parts of Object.values(shares).slice(1)) {
    for (const [index, part] of parts.entries()) {
      const own = boxes.filter(({ text }) => text === `${part}%`);
      expect(own).toHaveLength(1);
      const before = parts.slice(0, index).reduce((sum, each) => sum + each, 0);
      const home = start + (width * (before + part / 2)) / 100;
      expect(Math.abs(middle(own[0] as (typeof boxes)[number]) - home), `${part}%`).toBeLessThan(1.5);
    }
  }
});

test.each([380, 420, 460, 520, 640])("at %i px: no figure of a heat table is wider than its cell", async (widthPx) => {
  const periods = Array.from({ length: 10 }, (_, index) => String(2010 + index));
  const rows = ["Georgia", "Luxembourg"].flatMap((area, index) =>
    periods.map((period) => ({ area, period, n: index === 0 && period === "2015" ? -16.9 : 0.6, state: "value" })),
  );
  const spec = heatSpec({ row: "area", column: "period", value: "n", format: ".1f" });
  const boxes = textBoxes(await draw(spec, rows, widthPx));
  const heads = boxes.filter(({ text }) => /^20\d\d$/.test(text)).toSorted((a, b) => a.left - b.left);
  const stepPx = ((heads.at(-1)?.left ?? 0) - (heads[0]?.left ?? 0)) / 9;
  expect([heads[0]?.text, heads.at(-1)?.text]).toEqual(["2010", "2019"]);
  const figures = boxes.filter(({ text }) => text === "−16.9" || text === "0.6");
  // All are written, or none: the colours tell them then.
  expect(figures.length === rows.length || figures.length === 0).toBe(true);
  expect(figures.length > 0).toBe(widthPx > 420);
  for (const { left, right } of figures) expect(right - left).toBeLessThan(0.94 * stepPx - 5);
});
