import { describe, expect, test } from "vitest";
import { bumpSpec, type ChartRow, compileChart } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const spec = bumpSpec({ x: "year", y: "place", series: "area" });
const areas = ["Kent", "Essex", "Dorset"];
const rowsWith = (without: (area: string, year: string) => string | undefined): ChartRow[] =>
  ["2006", "2007", "2008", "2009"].flatMap((year) =>
    areas.map((area, index) => {
      const state = without(area, year);
      return { year, area, place: state === undefined ? index + 1 : null, state: state ?? "value" };
    }),
  );

describe.each([640, 340])("a period that no name has a place in, at %i px", (widthPx) => {
  const marks = async (rows: ChartRow[]) => {
    const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
    expect(chart.untraced).toEqual([]);
    const boxes = textBoxes(chart);
    const middle = ({ left, right }: { readonly left: number; readonly right: number }) => (left + right) / 2;
    return boxes
      .filter(({ text }) => /^\[[cx]\]$/.test(text))
      .map((box) => {
        const year = boxes.find((other) => /^2\d{3}$/.test(other.text) && Math.abs(middle(other) - middle(box)) < 2);
        return `${year?.text} ${box.text}`;
      });
  };

  test("has the mark of its gap below it", async () => {
    expect(await marks(rowsWith((_, year) => (year === "2006" ? "missing" : undefined)))).toEqual(["2006 [x]"]);
    expect(await marks(rowsWith((_, year) => (year === "2007" ? "suppressed" : undefined)))).toEqual(["2007 [c]"]);
  });

  test("is told as hidden where some of its places are", async () => {
    const state = (area: string, year: string) =>
      year === "2006" ? (area === "Kent" ? "suppressed" : "missing") : undefined;
    expect(await marks(rowsWith(state))).toEqual(["2006 [c]"]);
  });

  test("is none where one of its names has a place", async () => {
    expect(await marks(rowsWith((area, year) => (year === "2007" && area !== "Kent" ? "missing" : undefined)))).toEqual(
      [],
    );
  });
});

test("names of a shared place that stand at other heights are led to their dot", async () => {
  const leadersOf = (svg: string) => [...svg.matchAll(/<line [^>]*opacity="0\.6"|<path [^>]*opacity="0\.6"/g)].length;
  const draw = async (placeOf: (index: number) => number) => {
    const names = Array.from({ length: 14 }, (_, index) => `Area ${"ABCDEFGHIJKMNP"[index]}`);
    const rows = ["2006", "2007"].flatMap((year) =>
      names.map((area, index) => ({ year, area, place: year === "2006" ? index + 1 : placeOf(index) })),
    );
    const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx: 640 })).render(rows);
    expect(chart.untraced).toEqual([]);
    return leadersOf(chart.svg);
  };
  expect(await draw((index) => index + 1)).toBe(0);
  expect(await draw((index) => (index < 9 ? index + 1 : 10))).toBeGreaterThanOrEqual(4);
});

test.each([4, 14, 27])("the places of %d are written from the first", async (count) => {
  const rows = ["2006", "2007"].flatMap((year) =>
    Array.from({ length: count }, (_, index) => ({ year, area: `Area ${index}`, place: index + 1 })),
  );
  const { texts } = await (await compileChart({ id: "chart", spec, fonts, widthPx: 640 })).render(rows);
  const written = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  expect(Math.min(...written)).toBe(1);
  expect(written.length).toBeGreaterThanOrEqual(3);
  expect(written.length).toBeLessThanOrEqual(11);
});

test("names without a last place stand close, whatever lines other names have", async () => {
  const clubs = ["Borussia Mönchengladbach", "Werder Bremen", "Hannover 96", "Hansa Rostock", "Energie Cottbus"];
  const rows = clubs.flatMap((area, at) =>
    ["2008", "2009"].map((year, index) => ({ area, year, n: index === 1 && at > 1 ? null : at + 1 })),
  );
  const spec = bumpSpec({ x: "year", y: "n", series: "area" });
  const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx: 340 })).render(rows);
  const tops = textBoxes(chart).flatMap(({ text, top }) => (text.endsWith("[x]") ? [top] : []));
  expect(tops).toHaveLength(3);
  for (const [index, top] of tops.slice(1).entries()) expect(top - (tops[index] ?? 0)).toBeLessThan(20);
});

test("seasons stand in one line where as many of them have room so, and in two where more have", async () => {
  const seasonsOf = (count: number, last: string) => {
    const rows = Array.from({ length: count }, (_, at) => `${1999 + at}/${String((at + 100) % 100).padStart(2, "0")}`);
    return rows.flatMap((year) => areas.map((area, index) => ({ year, area: index ? area : last, place: index + 1 })));
  };
  const textsOf = async (rows: readonly ChartRow[]) =>
    (await (await compileChart({ id: "chart", spec, fonts, widthPx: 340 })).render(rows)).texts;
  const whole = await textsOf(seasonsOf(10, "Borussia Dortmund"));
  expect(whole.filter((text) => /^\d{4}\/\d{2}$/.test(text))).toHaveLength(4);
  const broken = await textsOf(seasonsOf(5, "Borussia Dortmund"));
  expect(broken.filter((text) => /^\/\d{2}$/.test(text))).toHaveLength(5);
});
