import { describe, expect, test } from "vitest";
import { areaSpec, type ChartRow, compileChart, trendSpec } from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const years = Array.from({ length: 10 }, (_, index) => String(2010 + index));
const lines: Readonly<Record<string, readonly (number | null)[]>> = {
  Monaco: [null, null, null, null, null, null, 1.3, null, null, 0.02],
  Georgia: [1.2, 0.7, 0.6, null, null, -16.9, -0.2, 0.2, 0.1, -0.2],
  Armenia: [0.4, 0.5, 0.4, -7.5, null, null, -0.3, -0.4, -0.4, -0.3],
};
const rows: readonly ChartRow[] = Object.entries(lines).flatMap(([area, figures]) =>
  figures.map((n, at) => ({
    area,
    period: years[at] as string,
    n,
    target: -2,
    state: n === null ? "missing" : "value",
    highlight: area === "Monaco",
  })),
);
const draw = async (spec: object, given: readonly ChartRow[], widthPx: number) =>
  (await compileChart({ id: "chart", spec, fonts, widthPx })).render(given);
const middle = ({ left, right }: { readonly left: number; readonly right: number }) => (left + right) / 2;

describe.each([640, 340])("marks of gaps in a trend, at %d px", (widthPx) => {
  const spec = trendSpec({ x: "period", y: "n", series: "area", format: ".1f" });

  test("stand below the periods that they are of, and not among lines", async () => {
    const chart = await draw(spec, rows, widthPx);
    const boxes = textBoxes(chart);
    expect(chart.untraced).toEqual([]);
    const [first, last] = ["2010", "2019"].map((year) => boxes.find(({ text }) => text === year));
    const step = (middle(last as never) - middle(first as never)) / 9;
    const at = (year: number) => middle(first as never) + (year - 2010) * step;
    const marks = boxes
      .filter(({ text }) => text.endsWith("[x]"))
      .map((box) => ({ text: box.text, year: (middle(box) - at(2010)) / step + 2010, top: box.top }));
    for (const { top } of marks) expect(top).toBeGreaterThan(first?.bottom ?? Infinity);
    // Of two gaps of one line, in the middle of both.
    const expected = { "Monaco [x]": [2014], "Georgia [x]": [2013.5], "Armenia [x]": [2014.5] };
    for (const [text, middles] of Object.entries(expected)) {
      const found = marks.filter((mark) => mark.text === text).map(({ year }) => year);
      expect(found.toSorted((a, b) => a - b).map((year) => Math.round(year * 2) / 2)).toEqual(middles);
    }
  });

  test("of the first and the last period of a few have long names beside these, and none over an edge", async () => {
    const named = [
      ["Twelve and over, referred by a school", [null, 37, 48]],
      ["Under twelve, referred by a health visitor", [9, 12, null]],
    ] as const;
    const given = named.flatMap(([area, figures]) =>
      figures.map((n, at) => ({ area, period: String(2021 + at), n, state: n === null ? "missing" : "value" })),
    );
    const chart = await draw(spec, given, widthPx);
    const boxes = textBoxes(chart);
    expect(chart.untraced).toEqual([]);
    const [first, last] = ["2021", "2023"].map((year) => middle(boxes.find(({ text }) => text === year) as never));
    const below = boxes.filter(({ top }) => top > (boxes.find(({ text }) => text === "2021")?.bottom ?? Infinity));
    const linesOf = ([name]: (typeof named)[number]) => {
      const words = new Set([...name.split(" "), "[x]"]);
      const lines = below.filter(({ text }) => text.split(" ").every((word) => words.has(word)));
      expect(lines.length, name).toBeGreaterThan(0);
      return lines;
    };
    const right = 2 * (last as number) - (first as number);
    for (const [index, period] of [first, last].entries())
      for (const line of linesOf(named[index] as (typeof named)[number])) {
        expect(line.left).toBeGreaterThanOrEqual(0);
        expect(line.right).toBeLessThanOrEqual(right);
        expect([line.left <= (period as number) + 1, line.right >= (period as number) - 1]).toEqual([true, true]);
      }
  });

  test.each([1, 2])("of three periods and more are beside these, of %d lines", async (count) => {
    const days = Array.from({ length: 12 }, (_, day) => `${day + 1} January 2020`);
    const given = ["Kent", "Essex"].slice(0, count).flatMap((area, of) =>
      days.map((period, day) => {
        const isGap = day > 8 - 3 * of && day < 12 - 3 * of;
        return { area, period, n: isGap ? null : 40 + day, state: isGap ? "missing" : "value" };
      }),
    );
    const one = trendSpec({ x: "period", y: "n", ...(count === 1 ? {} : { series: "area" }) });
    expect((await draw(one, given, widthPx)).untraced).toEqual([]);
  });

  test("have a bracket along all of their periods", async () => {
    const { svg } = await draw(spec, rows, widthPx);
    const brackets = [...svg.matchAll(/<(?:line|path)[^>]*stroke-width="2"[^>]*opacity="0.6"/g)];
    // A stretch for each gap: of six years, of two, two and two.
    expect(brackets).toHaveLength(12);
  });

  test("of one line stand there without its name", async () => {
    const own = rows.filter(({ area }) => area === "Georgia");
    const boxes = textBoxes(await draw(trendSpec({ x: "period", y: "n", format: ".1f" }), own, widthPx));
    const marks = boxes.filter(({ text }) => text === "[x]");
    expect(marks).toHaveLength(1);
    expect(marks[0]?.top).toBeGreaterThan(boxes.find(({ text }) => text === "2010")?.bottom ?? Infinity);
  });
});

test.each(["area", undefined])(
  "a trend whose target has no figure is drawn without it, with series %s",
  async (series) => {
    const spec = trendSpec({ x: "period", y: "n", ...(series === undefined ? {} : { series }), ...target() });
    const own = rows.filter(({ area }) => series !== undefined || area === "Georgia");
    const chart = await draw(
      spec,
      own.map((row) => ({ ...row, target: null })),
      640,
    );
    expect(chart.untraced).toEqual([]);
    expect(textBoxes(chart).filter(({ text }) => text.includes("Target"))).toEqual([]);
  },
);

describe.each([640, 340])("the name of a line across a trend, at %d px", (widthPx) => {
  const whole = rows.filter(({ area }) => area !== "Monaco").map((row) => ({ ...row, n: row.n ?? 1, state: "value" }));
  test.each([
    ["beside names of lines", trendSpec({ x: "period", y: "n", series: "area", ...target() }), whole],
    ["beside a figure", trendSpec({ x: "period", y: "n", ...target() }), whole.slice(0, 10)],
  ])("stands behind the last period, where no line is: %s", async (_, spec, given) => {
    const chart = await draw(spec, given, widthPx);
    const boxes = textBoxes(chart);
    const name = boxes.find(({ text }) => text.startsWith("Target"));
    const last = boxes.find(({ text }) => text === "2019");
    expect(chart.untraced).toEqual([]);
    expect(name?.left).toBeGreaterThan(middle(last as never));
    expect(boxes.filter(({ text }) => text.includes("Target"))).toHaveLength(1);
  });
});

function target() {
  return { format: ".1f", annotations: [{ kind: "target", value: "target", label: "Target" }] } as const;
}

test.each([
  ["trendSpec", trendSpec({ x: "period", y: "n", series: "area" })],
  ["areaSpec", areaSpec({ x: "period", y: "n", series: "area" })],
])("%s sets a figure off from a name that has digits", async (_, spec) => {
  const given = ["80+", "15-34", "All ages"].flatMap((area, line) =>
    ["2020", "2021", "2022"].map((period) => ({ area, period, n: 1 + 20 * line, state: "value" })),
  );
  const { texts, untraced } = await draw(spec, given, 640);
  expect(untraced).toEqual([]);
  expect(texts).toEqual(expect.arrayContaining(["80+: 1", "15-34: 21", "All ages 41"]));
});

test("a trend asks each group of rows once: Vega keeps the rows of a group for each step that asks it", () => {
  const { transform = [] } = trendSpec({ x: "period", y: "n", series: "area" });
  const groups = transform.flatMap((step) => ("joinaggregate" in step ? [(step.groupby ?? []).join()] : []));
  expect(groups.length).toBeGreaterThan(1);
  expect(groups).toEqual([...new Set(groups)]);
});

describe.each([640, 340])("the highest and the lowest figure of a trend, at %d px", (widthPx) => {
  const draws = async (figures: Readonly<Record<string, readonly (number | null)[]>>, options: object = {}) => {
    const spec = trendSpec({ x: "period", y: "n", series: "area", yTitle: "Offences", ...options });
    const given = Object.entries(figures).flatMap(([area, all]) =>
      all.map((n, at) => ({ area, period: years[at] as string, n, state: n === null ? "suppressed" : "value" })),
    );
    const chart = await draw(spec, given, widthPx);
    expect(chart.untraced).toEqual([]);
    expect(chart.diagnostics).toEqual([]);
    return { chart, said: chart.texts };
  };

  test("are written at their dots, above the line and below it", async () => {
    const { chart, said } = await draws({ Kent: [312, 340, 402, 380, 290, 121, 183, 247, 263] });
    expect(said).toEqual(expect.arrayContaining(["402", "121"]));
    const boxes = textBoxes(chart);
    const [peak, low, end] = ["402", "121", "Kent 263"].map((each) => boxes.find(({ text }) => text === each));
    expect(peak?.bottom).toBeLessThan(end?.top ?? 0);
    expect(low?.top).toBeGreaterThan(end?.bottom ?? Infinity);
    for (const [box, year] of [
      [peak, "2012"],
      [low, "2015"],
    ] as const) {
      const below = boxes.find(({ text }) => text === year);
      if (below) expect(Math.abs(middle(box as never) - middle(below))).toBeLessThan(2);
    }
  });

  test("are not where they are the first or the last, which have their place at the ends", async () => {
    const { said } = await draws({ Kent: [101, 240, 333, 402], Essex: [97, 220, 310, 387] });
    expect(said.filter((text) => /^\d{3}$/.test(text) && Number(text) % 50 !== 0)).toEqual([]);
  });

  test("are those of all lines, so that no other line runs there; none has the foot of the plot below it", async () => {
    const { said } = await draws({ Kent: [200, 307, 200, 200, 200], Essex: [180, 412, 190, 3, 190] });
    expect(said).toContain("412");
    for (const other of ["307", "3"]) expect(said).not.toContain(other);
  });

  test("of hidden figures none is told, and beside lines and words of the author none", async () => {
    const figures = { Kent: [212, 240, null, 383, 290, 121, 183, 247, 263] };
    expect((await draws(figures)).said).toEqual(expect.arrayContaining(["383", "121"]));
    const annotations = [{ kind: "break", from: "2014", label: "New counting rules" }];
    const { said } = await draws(figures, { annotations });
    for (const figure of ["383", "121"]) expect(said).not.toContain(figure);
  });
});
