import { expect, test } from "vitest";
import { compileChart, heatSpec, type RenderedChart } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const spec = heatSpec({ row: "area", column: "period", value: "n", valueTitle: "Growth", format: ".1f" });
const note = "There is no room for the figures: the data of the chart have them.";

const narrowOf = async (areas: number, years: number, hasGaps = false, said: (year: number) => string = String) => {
  const rows = Array.from({ length: areas }, (_, area) =>
    Array.from({ length: years }, (__, year) => {
      const n = hasGaps && area === 1 && year >= years - 2 ? null : ((area * 7 + year * 3) % 23) - 16.9;
      return {
        area: `Area ${area + 1}`,
        period: said(2010 + year),
        n,
        state: n === null ? "missing" : "value",
        highlight: area === 0,
      };
    }),
  ).flat();
  const { narrow } = await (await compileChart({ id: "heat", spec, fonts })).render(rows, { narrowPx: 340 });
  if (!narrow) throw new Error("Not drawn for telephones.");
  return { ...narrow, said: narrow.texts.join(" ") };
};
const figuresIn = (texts: readonly string[]) => texts.filter((text) => /^−?\d+\.\d$/.test(text));

test.each([
  [8, 10, false],
  [8, 10, true],
  [43, 10, true],
  [8, 20, true],
])(
  "%d areas and %d years are as wide as a telephone, and say that figures are left out (a gap: %s)",
  async (areas, years, hasGaps) => {
    const { widthPx, texts, said, untraced } = await narrowOf(areas, years, hasGaps);
    expect(widthPx).toBeLessThanOrEqual(340);
    expect(said).toContain(note);
    expect(figuresIn(texts)).toEqual([]);
    expect(untraced).toEqual([]);
  },
);

test.each([
  ["2014/15", (year: number) => `${year}/${(year + 1) % 100}`],
  ["year ending March 2015", (year: number) => `year ending March ${year}`],
])("of periods such as %s as many are named as have room", async (_, said) => {
  const { widthPx, texts } = await narrowOf(8, 10, false, said);
  expect(widthPx).toBeLessThanOrEqual(340);
  expect(texts.some((text) => text.includes("2019"))).toBe(true);
});

test("figures that have room stand in all cells, in smaller texts where these have", async () => {
  for (const years of [3, 5, 6]) {
    const { widthPx, texts, said } = await narrowOf(8, years);
    expect(widthPx).toBeLessThanOrEqual(340);
    expect(figuresIn(texts)).toHaveLength(8 * years);
    expect(said).not.toContain(note);
  }
});

test.each([
  [340, 10, true],
  [340, 14, false],
])(
  "at %d px a point takes less of a cell than a digit: figures of %d years have room: %s",
  async (narrowPx, years, fit) => {
    const rows = Array.from({ length: 6 * years }, (_, at) => ({
      area: `Area ${Math.floor(at / years) + 1}`,
      period: String(2010 + (at % years)),
      n: at === 7 ? null : 10 + ((at * 7) % 83) / 2.9,
      state: at === 7 ? "missing" : "value",
      highlight: at < years,
    }));
    const { narrow } = await (await compileChart({ id: "heat", spec, fonts })).render(rows, { narrowPx });
    expect(narrow?.widthPx).toBeLessThanOrEqual(narrowPx);
    expect(narrow?.untraced).toEqual([]);
    expect(figuresIn(narrow?.texts ?? [])).toHaveLength(fit ? rows.length - 1 : 0);
    // Its texts stay apart: what touches the next is read with it.
    const boxes = textBoxes(narrow as never).filter(({ text }) => figuresIn([text]).length > 0);
    for (const box of boxes)
      for (const other of boxes)
        if (other !== box && other.top === box.top && other.left > box.left)
          expect(other.left - box.right).toBeGreaterThan(3);
  },
);

test.each([
  ["of several words", "Hawaiian/Pacific Islander"],
  ["of one long word", "Telecommunications"],
])("names above %s are written upwards, beside names in capitals, as wide as a telephone", async (_, long) => {
  const columns = ["All pupils", "Asian", "Black", long, "Hispanic", "Native American", "Two or more", "White"];
  const areas = ["NORTHGLENN-THORNTON 12", "ADAMS-ARAPAHOE 28J", "ST VRAIN VALLEY RE 1J", "POUDRE R-1"];
  const rows = areas.flatMap((area, index) =>
    columns.map((group, at) => ({ area, group, n: 30 + ((index * 7 + at * 5) % 50), state: "value" })),
  );
  const chart = await compileChart({ id: "heat", spec: heatSpec({ row: "area", column: "group", value: "n" }), fonts });
  const { narrow, diagnostics } = await chart.render(rows, { narrowPx: 340 });
  expect(diagnostics).toEqual([]);
  expect(narrow?.widthPx).toBeLessThanOrEqual(340);
  expect(narrow?.untraced).toEqual([]);
  const said = narrow?.texts.join(" ") ?? "";
  for (const name of [...columns, ...areas]) expect(said.replaceAll(/- (?=THORN|ARAP)/g, "-")).toContain(name);
  expect(narrow?.texts.filter((text) => /^\d\d$/.test(text))).toHaveLength(rows.length);
});

test("names of months stand apart on a telephone, else they would be read as one word", async () => {
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  for (const area of ["2014", "Dorset", "Northamptonshire"]) {
    const rows = months.flatMap((period, index) => [{ area, period, n: index / 2 }]);
    const { narrow } = await (await compileChart({ id: "heat", spec, fonts })).render(rows, { narrowPx: 340 });
    const heads = textBoxes(narrow as RenderedChart)
      .filter(({ text }) => months.includes(text))
      .toSorted((a, b) => a.left - b.left);
    // Where they are written upwards, none is among these.
    expect([0, 12]).toContain(heads.length);
    for (const [index, { left }] of heads.slice(1).entries())
      expect(left - (heads[index]?.right ?? 0)).toBeGreaterThan(3);
  }
});
