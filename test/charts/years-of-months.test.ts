import { expect, test } from "vitest";
import { compileChart, trendSpec } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { overlaps } from "./text-boxes.ts";

/** Months from January 1980 on, without May and December, and without August 1984. */
const months = Array.from({ length: 130 }, (_, index) => {
  const month = (index % 12) + 1;
  return { name: `${1980 + Math.floor(index / 12)}-${String(month).padStart(2, "0")}`, month };
}).flatMap(({ name, month }) => (month === 5 || month === 12 || name === "1984-08" ? [] : [name]));

const rowsOf = (isGap: (month: string) => boolean) =>
  ["Kent", "Essex"].flatMap((area, line) =>
    months.map((month, index) => ({
      area,
      month,
      n: line === 1 && isGap(month) ? null : 20 + 9 * line + (index % 7),
    })),
  );

const draw = async (widthPx: number, isGap: (month: string) => boolean) => {
  const spec = trendSpec({ x: "month", y: "n", series: "area" });
  return (await compileChart({ id: "trend", spec, fonts, widthPx })).render(rowsOf(isGap));
};

test.each([860, 640, 340])(
  "where some months are missing, those are named that begin a year: %i px",
  async (widthPx) => {
    const chart = await draw(widthPx, () => false);
    const named = chart.texts.filter((text) => /^\d{4}-\d\d$/.test(text));
    expect(named.at(-1)).toBe(months.at(-1));
    const inner = named.slice(0, -1);
    expect(inner.length).toBeGreaterThanOrEqual(widthPx > 400 ? 4 : 2);
    for (const name of inner) expect(name).toMatch(/-01$/);
    // All of the steps between are as long.
    const steps = inner.slice(1).map((name, index) => Number(name.slice(0, 4)) - Number(inner[index]?.slice(0, 4)));
    expect(new Set(steps).size).toBe(1);
    expect(overlaps(chart)).toEqual([]);
    expect(chart.untraced).toEqual([]);
  },
);

test("two gaps of a line are not joined, so that they look like two", async () => {
  const { svg, texts } = await draw(640, (month) => month === "1981-03" || month.startsWith("1987"));
  expect(texts.filter((text) => text === "Essex [x]")).toHaveLength(1);
  expect(svg).not.toMatch(/stroke-dasharray="1[ ,]3"/);
});
