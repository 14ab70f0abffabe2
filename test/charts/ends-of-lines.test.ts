import { describe, expect, test } from "vitest";
import { bumpSpec, type ChartRow, compileChart, smallMultiplesSpec, sparklinesSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const lines = { x: "year", y: "n", series: "area", format: ".1f" };
const drawn = async (spec: ReturnType<typeof sparklinesSpec>, rows: readonly ChartRow[], widthPx: number) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);

/** Kent has all years; Essex begins a year later and Dorset ends a year sooner, near zero. */
const rows: readonly ChartRow[] = ["2018", "2019", "2020", "2021", "2022"].flatMap((year, index) => [
  { year, area: "Kent", n: 1.2 + index / 10 },
  ...(index > 0 ? [{ year, area: "Essex", n: 2.2 - index / 10 }] : []),
  ...(index < 4 ? [{ year, area: "Dorset", n: 0.43 - index / 10 }] : []),
]);

describe.each([640, 340, 302])("at %i px", (widthPx) => {
  test("a small line says the period of a figure that is not of the one above it", async () => {
    const { texts, untraced } = await drawn(sparklinesSpec(lines), rows, widthPx);
    const said = texts.filter((text) => /^[\d: ]*\d\.\d$/.test(text));
    expect(said.toSorted()).toEqual(["0.4", "1.2", "1.6", "1.8", "2019: 2.1", "2021: 0.1"]);
    expect(untraced).toEqual([]);
  });

  test("the figures of either end of small lines end where the period above them does", async () => {
    const boxes = textBoxes(await drawn(sparklinesSpec(lines), rows, widthPx));
    for (const [year, figure] of [
      ["2018", "1.2"],
      ["2022", "1.6"],
    ]) {
      const [head, below] = [year, figure].map((said) => boxes.find(({ text }) => text === said));
      expect(Math.abs((head?.right ?? 0) - (below?.right ?? 99)), year).toBeLessThan(3);
    }
  });

  test("the last figure of a small chart stands clear of the line at zero", async () => {
    for (const sign of [1, -1]) {
      const signed = rows.map((row) => ({ ...row, n: row.area === "Dorset" ? sign * Number(row.n) : Number(row.n) }));
      const chart = await drawn(smallMultiplesSpec(lines), signed, widthPx);
      const boxes = textBoxes(chart);
      const figure = boxes.find(({ text }) => /^[-−]?0\.1$/.test(text));
      const zeros = boxes.filter(({ text }) => text === "0").map(({ top, bottom }) => (top + bottom) / 2);
      expect(zeros.length).toBeGreaterThan(0);
      const inside = zeros.filter((y) => y > (figure?.top ?? 0) && y < (figure?.bottom ?? 0));
      expect(figure, `${sign}`).toBeDefined();
      expect(inside, `${sign}`).toEqual([]);
    }
  });
});

test.each([2.5, 0, -1])("places that are none are refused: %d", async (place) => {
  const spec = bumpSpec({ x: "year", y: "place", series: "area" });
  const tied = [
    { year: "2021", area: "Kent", place: 1 },
    { year: "2021", area: "Essex", place },
    { year: "2022", area: "Kent", place: 2 },
    { year: "2022", area: "Essex", place: null, state: "missing" },
  ];
  await expect(drawn(spec, tied, 640)).rejects.toThrow(`Row 2 of the chart has ${place} in "place"`);
});
