import { describe, expect, test } from "vitest";
import {
  type ChartRow,
  choroplethSpec,
  compileChart,
  defaultTheme,
  policeForceTiles,
  renderSpec,
  shareSpec,
  slopeSpec,
  smallMultiplesSpec,
  sparklinesSpec,
  tileMapSpec,
  trendSpec,
  ukRegionTiles,
} from "../../src/charts/index.ts";
import { barsOf } from "./awkward-faults.ts";
import { fonts } from "./chart-fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { areas } from "./sample-rows.ts";
import { strokesIn } from "./strokes-in.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const render = async (spec: object, rows: readonly ChartRow[]) =>
  (await compileChart({ id: "recipe", spec, fonts })).render(rows);

const periods = ["2015/16", "2016/17", "2017/18", "2018/19"];
/** Lines of four periods; `null` is suppressed. The first stands out. */
const linesOf = (figures: Readonly<Record<string, readonly (number | null)[]>>): ChartRow[] =>
  Object.entries(figures).flatMap(([area, list], index) =>
    list.map((n, at) => ({
      period: periods[at] as string,
      area,
      n,
      state: n === null ? "suppressed" : "value",
      highlight: index === 0,
    })),
  );
const line = { x: "period", y: "n", series: "area" };
const count = (svg: string, part: string) => svg.split(part).length - 1;
/** Points of lines, each line a list of [x, y] in its own chart. */
const pathsOf = (svg: string, width: number) =>
  [...svg.matchAll(new RegExp(`<path d="(M[^"]+)"[^>]*stroke-width="${width}"`, "g"))].map(([, path = ""]) =>
    [...path.matchAll(/[ML]([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
  );

describe("small multiples", () => {
  const rows = linesOf({ Kent: [10, 20, 30, 40], Essex: [40, 30, 20, 10], Norfolk: [5, null, 5, 5] });

  test("share one scale from zero; the highlighted line alone is in the main colour", async () => {
    const { svg } = await render(smallMultiplesSpec(line), rows);
    const [kent = [], essex = []] = pathsOf(svg, 2);
    expect(kent[0]?.[1]).toBeCloseTo(essex[3]?.[1] as number, 2);
    expect(kent[3]?.[1]).toBe(0);
    expect(essex[0]?.[1]).toBe(0);
    const strokes = [...svg.matchAll(/stroke="([^"]+)"[^>]*stroke-width="2"/g)].map(([, stroke]) => stroke);
    expect(strokes.filter((stroke) => stroke === defaultTheme.highlightColor)).toHaveLength(1);
    expect(strokes.filter((stroke) => stroke === defaultTheme.contextColor)).toHaveLength(2);
  });

  test("carry their name and the figure of the last period, which may be none", async () => {
    const { texts } = await render(
      smallMultiplesSpec(line),
      linesOf({ Kent: [10, 20, 30, 41], Essex: [40, 30, 22, null] }),
    );
    for (const text of ["Kent", "Essex", "41", "[c]"]) expect(texts).toContain(text);
    // The figure of the period before would be taken for the last.
    expect(texts).not.toContain("22");
  });

  test("stand in as many columns as asked for, no wider than asked for", async () => {
    const many = linesOf(Object.fromEntries(areas.slice(0, 7).map((area, index) => [area, [1, 2, 3, index]])));
    for (const [columns, widthPx] of [
      [4, 640],
      [2, 360],
      [3, 500],
    ] as const) {
      const chart = await render(smallMultiplesSpec({ ...line, columns, widthPx }), many);
      expect(chart.widthPx).toBeLessThanOrEqual(widthPx + 8);
      const names = textBoxes(chart).filter(({ text }) => areas.includes(text));
      expect(new Set(names.map(({ left }) => Math.round(left))).size).toBe(columns);
      expect(new Set(names.map(({ top }) => Math.round(top))).size).toBe(Math.ceil(7 / columns));
    }
  });

  test.each([9, 980, 1487, 31_042, -3842])(
    "end before the next chart, whatever figures take: up to %i",
    async (last) => {
      const names = areas.slice(0, 20);
      const rows = linesOf(
        Object.fromEntries(names.map((area, index) => [area, [1, 2, 3, last - (last > 99 ? index : 0)]])),
      );
      const spec = smallMultiplesSpec({ ...line, format: ",.0f" });
      // Longer figures of so many areas are refused on a telephone.
      for (const widthPx of last > 0 && last < 10_000 ? [640, 340] : [640]) {
        const chart = await (await compileChart({ id: "multiples", spec, fonts, widthPx })).render(rows);
        const { context, calls } = recordingContext();
        chart.draw(context);
        const lines = strokesIn(calls).filter(({ ends: [x0, y0, x1, y1] }) => y0 === y1 && Math.abs(x1 - x0) > 20);
        const written = new Set(rows.map(({ n }) => Number(n)).map((n) => n.toLocaleString("en-GB").replace("-", "−")));
        const ends = textBoxes(chart).filter(({ text }) => text.length > 1 && written.has(text));
        for (const { text, left, right, top } of ends) {
          const beside = lines
            .filter(({ ends: [x, y] }) => x > left && Math.abs(y - top) < 70)
            .map(({ ends: [x] }) => x);
          expect(Math.min(...beside, Infinity) - right, text).toBeGreaterThan(5);
          expect(right).toBeLessThanOrEqual(widthPx + 1);
        }
      }
    },
  );

  test.each([640, 340])(
    "have no mark of a gap over a known figure at %i px, nor over another mark",
    async (widthPx) => {
      // Lines near the foot, as those are that hide figures: one gap alone, two with a figure between, one at the beginning.
      const lines = [[3], [3, 5], [0, 2], [0, 7, 13]].map((gaps, area) =>
        Array.from({ length: 28 }, (_, index) => (gaps.includes(index) ? null : 5 + ((index * 3 + area) % 7))),
      );
      const rows = [...lines, Array.from({ length: 28 }, (_, index) => 60 + index)].flatMap((figures, area) =>
        figures.map((n, index) => ({
          area: areas[area] as string,
          period: `${2017 + Math.floor(index / 4)} Q${1 + (index % 4)}`,
          n,
          state: n === null ? "suppressed" : "value",
        })),
      );
      const spec = smallMultiplesSpec({ ...line, columns: 2 });
      const chart = await (await compileChart({ id: "multiples", spec, fonts, widthPx })).render(rows);
      const marks = textBoxes(chart).filter(({ text }) => text === "[c]");
      expect(marks.length).toBeGreaterThanOrEqual(4);
      const { context, calls } = recordingContext();
      chart.draw(context);
      for (const { left, right, top, bottom } of marks)
        for (const { ends } of strokesIn(calls).filter(({ ends: [x0, y0, x1, y1] }) => y0 !== y1 && x0 !== x1)) {
          const [x0, y0, x1, y1] = ends;
          const across = [Math.max(left, Math.min(x0, x1)), Math.min(right, Math.max(x0, x1))] as const;
          if (across[0] >= across[1]) continue;
          const heights = across.map((x) => y0 + ((y1 - y0) * (x - x0)) / (x1 - x0));
          expect(Math.max(...heights) <= top || Math.min(...heights) >= bottom, `${ends}`).toBe(true);
        }
    },
  );

  test("show a figure between gaps, and one marker for a run of them", async () => {
    const { svg, texts } = await render(
      smallMultiplesSpec(line),
      linesOf({ Kent: [null, null, 7, 9], Essex: [3, null, 7, null] }),
    );
    // In Kent one run; in Essex one inside, one at the end.
    expect(texts.filter((text) => text === "[c]")).toHaveLength(3);
    // Essex has two lone points, and Kent the dot at its end.
    expect([...svg.matchAll(/<path transform="[^"]*" d="M[\d.]+,0A/g)]).toHaveLength(3);
  });
});

test("a figure is no wider than the column that it stands on, in a colour that the page hides", async () => {
  const names = ["AA", "BB", "CC", "DD", "EE", "FF", "GG", "HH"];
  const rows = names.flatMap((period, index) => [
    { period, part: "Yes", n: 0.6 - 0.02 * index },
    { period, part: "No", n: 0.4 + 0.02 * index },
  ]);
  const spec = shareSpec({ period: "period", category: "part", share: "n", direction: "vertical" });
  for (const widthPx of [640, 340]) {
    const chart = await (await compileChart({ id: "shares", spec, fonts, widthPx })).render(rows);
    const { context, calls } = recordingContext();
    chart.draw(context);
    const bars = barsOf(calls);
    const figures = textBoxes(chart).filter(({ text }) => /^\d+%$/.test(text));
    expect(figures).toHaveLength(16);
    for (const { text, left, right, top, bottom } of figures) {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const own = bars.filter((bar) => bar.left < x && x < bar.right && bar.top < y && y < bar.bottom);
      for (const bar of own) {
        expect(left, text).toBeGreaterThanOrEqual(bar.left - 0.5);
        expect(right, text).toBeLessThanOrEqual(bar.right + 0.5);
      }
    }
  }
});

const partNames = ["Owned", "Bought", "Let", "Other"];

test.each(["horizontal", "vertical"] as const)(
  "bars of shares that rounding takes from a whole are as long as others, and what is not known stays empty: %s",
  async (direction) => {
    const shares = {
      "2014": [0.31, 0.31, 0.21, 0.18],
      "2015": [0.4, 0.3, 0.2, 0.1],
      "2016": [0.33, 0.33, 0.2, 0.13],
      "2017": [0.312, 0.312, 0.212, 0.165],
      "2018": [0.4, 0.3, 0.2, 0.07],
      // Not rounded: what they lack is no rounding.
      "2019": [0.33333, 0.33333, 0.2, 0.11834],
    };
    const rows = Object.entries(shares).flatMap(([period, parts]) =>
      parts.map((n, index) => ({ period, part: partNames[index] as string, n })),
    );
    const chart = await render(shareSpec({ period: "period", category: "part", share: "n", direction }), rows);
    const { context, calls } = recordingContext();
    chart.draw(context);
    const bars = barsOf(calls);
    const count = Object.keys(shares).length;
    const isAcross = direction === "horizontal";
    const [from, to] = isAcross ? (["left", "right"] as const) : (["bottom", "top"] as const);
    // Pale wholes are drawn first.
    const wholes = bars.slice(0, count);
    const placeOf = (bar: (typeof bars)[number]) => Math.round((isAcross ? bar.top : bar.left) / 4);
    const lengths = wholes.map((whole) => {
      const parts = bars.slice(count).filter((bar) => placeOf(bar) === placeOf(whole));
      expect(parts).toHaveLength(partNames.length);
      const ends = parts.map((part) => Math.abs(part[to] - whole[from]));
      return Math.max(...ends) / Math.abs(whole[to] - whole[from]);
    });
    expect(lengths.map((length) => length.toFixed(3))).toEqual(["1.000", "1.000", "1.000", "1.000", "0.970", "0.985"]);
    expect(chart.untraced).toEqual([]);
    expect(chart.texts).toEqual(expect.arrayContaining(["31%", "18%", "13%"]));
    expect(chart.alt).toContain("Owned: 31% in 2014, ");
  },
);

describe("sparklines", () => {
  test("are a table: names at the left, first and last figures in columns, one row each", async () => {
    const figures = Object.fromEntries(areas.map((area, index) => [area, [index + 1, 5, 8, index + 100]]));
    const chart = await render(sparklinesSpec(line), linesOf(figures));
    const boxes = textBoxes(chart);
    const names = boxes.filter(({ text }) => areas.includes(text));
    expect(names.map(({ text }) => text)).toEqual(areas);
    expect(new Set(names.map(({ left }) => left.toFixed(1))).size).toBe(1);
    const last = boxes.filter(({ text }) => /^1\d\d$/.test(text));
    expect(last.map(({ text }) => Number(text))).toEqual(areas.map((_, index) => index + 100));
    expect(new Set(last.map(({ right }) => right.toFixed(1))).size).toBe(1);
    for (const [index, name] of names.entries()) expect(last[index]?.top).toBeCloseTo(name.top, 1);
    expect(chart.widthPx).toBeLessThanOrEqual(648);
    // A page of A4 has room for all 43.
    expect(chart.heightPx).toBeLessThan(920);
  });

  test("fill their rows from the lowest figure to the highest, and say so, or keep to one scale from zero", async () => {
    const rows = linesOf({ Kent: [10, 11, 12, 11], Essex: [101, 100, 102, 103], Dorset: [5, 5, 5, 5] });
    const drawn = async (scale: "independent" | "shared") => {
      const { svg, texts } = await render(sparklinesSpec({ ...line, scale }), rows);
      const says = texts
        .join(" ")
        .includes("Each line is on a scale of its own, from its lowest figure to its highest.");
      return { says, heights: pathsOf(svg, 1.75).map((points) => points.map(([, y]) => y as number)) };
    };
    const own = await drawn("independent");
    expect(own.says).toBe(true);
    for (const heights of own.heights.slice(0, 2))
      expect([Math.min(...heights), Math.max(...heights)]).toEqual([3, 22]);
    // What never moves lies in the middle.
    expect(new Set(own.heights[2])).toEqual(new Set([12.5]));
    const shared = await drawn("shared");
    expect(shared.says).toBe(false);
    expect(shared.heights[0]?.[0]).toBeGreaterThan(10);
  });

  test("have room on a page for 43 names, one of them of two lines", async () => {
    const figures = Object.fromEntries(areas.map((area, index) => [area, [index, 5, 8, index + 100]]));
    const { texts, heightPx } = await render(
      sparklinesSpec(line),
      linesOf({ ...figures, "Saint Vincent and the Grenadines of the West": [1, 2, 3, 4] }),
    );
    expect(texts.join(" ")).toContain("Saint Vincent and the Grenadines");
    expect(heightPx).toBeLessThan(1240);
  });

  test("say once that the first or the last period has no figure", async () => {
    const { texts } = await render(sparklinesSpec(line), linesOf({ Kent: [null, 1, 2, 3], Essex: [4, null, 6, null] }));
    expect(texts.filter((text) => text === "[c]")).toHaveLength(3);
  });
});

describe("slope", () => {
  test("of many lines, those that matter are named at both ends, the rest are grey, and a note says so", async () => {
    const figures = Object.fromEntries(areas.map((area, index) => [area, [200 + 3 * index, 210 + 3 * index]]));
    const [subject = "", highest = "", lowest = "", riser = "", faller = ""] = areas;
    Object.assign(figures, { [subject]: [260, 255], [highest]: [900, 905], [lowest]: [20, 22], [riser]: [230, 500] });
    Object.assign(figures, { [faller]: [480, 240] });
    for (const widthPx of [640, 340]) {
      const chart = await compileChart({ id: "slope", spec: slopeSpec(line), fonts, widthPx });
      const rendered = await chart.render(linesOf(figures).map((row) => ({ ...row, highlight: row.area === subject })));
      const { svg, texts, untraced, heightPx } = rendered;
      expect(untraced).toEqual([]);
      expect(overlaps(rendered)).toEqual([]);
      expect(heightPx).toBeLessThan(520);
      const named = areas.filter((area) => texts.some((text) => text.includes(area)));
      expect(named.toSorted()).toEqual([subject, highest, lowest, riser, faller].toSorted());
      expect(texts.join(" ")).toContain("Not all are named");
      const strokes = [...svg.matchAll(/<path d="M[^"]+L[^"]+"[^>]*stroke="(#[\da-f]+)"/g)].map(([, stroke]) => stroke);
      const counted = (color: string) => strokes.filter((stroke) => stroke === color).length;
      expect(counted(defaultTheme.contextColor)).toBe(areas.length - 5);
      expect(counted(defaultTheme.highlightColor)).toBeGreaterThan(0);
    }
  });

  test("where names would stand far from the ends of their lines fewer are named, so that each can be followed to its own", async () => {
    for (const [highest, areFew] of [
      [3000, true],
      [420, false],
    ] as const) {
      const some = areas.slice(0, 20);
      const figures = Object.fromEntries(
        some.map((area, index) => [area, index === 0 ? [highest, highest] : [20 * index, 20 * index + 5]]),
      );
      for (const widthPx of [640, 340]) {
        const chart = await compileChart({ id: "slope", spec: slopeSpec(line), fonts, widthPx });
        const { texts, untraced } = await chart.render(linesOf(figures));
        expect(untraced).toEqual([]);
        const named = some.filter((area) => texts.some((text) => text.replaceAll("\n", " ").includes(area)));
        expect([highest, named.length < some.length]).toEqual([highest, areFew]);
        expect(texts.join(" ").includes("Not all are")).toBe(areFew);
      }
    }
  });

  test("of many lines, all that share a place are named, and a note speaks of no rise where there is none", async () => {
    const figures: Record<string, readonly number[]> = Object.fromEntries(
      areas.map((area, index) => [area, [60 - index / 10, 55 - index / 10]]),
    );
    const [, highest = "", alike = "", lowest = "", faller = ""] = areas;
    Object.assign(figures, { [highest]: [70, 56], [alike]: [70.02, 57], [lowest]: [20, 10], [faller]: [59, 30] });
    const chart = await render(slopeSpec({ ...line, format: ".1f" }), linesOf(figures));
    expect(chart.untraced).toEqual([]);
    for (const name of [highest, alike, lowest, faller])
      expect(chart.texts.some((text) => text.includes(name))).toBe(true);
    const note = chart.texts.join(" ");
    expect(note).toContain("the largest change in each direction");
    expect(note).not.toMatch(/rise|fall/);
  });

  test("the highlighted line is drawn last, its labels bold; a gap has a label and no line", async () => {
    const rows = linesOf({ Kent: [10, 20], Essex: [30, 25], Norfolk: [12, null] });
    const { svg, texts } = await render(slopeSpec(line), rows);
    expect(texts).toContain("[c]  Norfolk");
    expect(texts).toContain("Norfolk  12");
    expect([...svg.matchAll(/font-weight="bold"[^>]*>([^<]+)</g)].map(([, text]) => text)).toEqual(
      expect.arrayContaining(["Kent  10", "20  Kent"]),
    );
    expect(svg.lastIndexOf(`stroke="${defaultTheme.highlightColor}"`)).toBeGreaterThan(
      svg.lastIndexOf(`stroke="${defaultTheme.contextColor}"`),
    );
  });

  test("with names at the last end only, the first has figures, and names of its gaps", async () => {
    const { texts } = await render(
      slopeSpec({ ...line, names: "last" }),
      linesOf({ Kent: [10, 20], Essex: [null, 25] }),
    );
    expect(texts).toContain("10");
    expect(texts).toContain("Essex  [c]");
  });

  test("with names at the last end only, lines that end in one figure have that of their start beside their names", async () => {
    const figures = { Kent: [24, 6], Essex: [10, 6], Norfolk: [3, 1], Devon: [null, 6], Surrey: [1.2, 1.1] };
    const chart = await compileChart({ id: "slope", spec: slopeSpec({ ...line, format: ".0f" }), fonts, widthPx: 340 });
    const { texts, untraced } = await chart.render(linesOf(figures));
    expect(untraced).toEqual([]);
    const told = texts.filter((text) => /[A-Z]/.test(text) && !text.includes("[c]"));
    expect(told.toSorted()).toEqual(["1 → 1  Surrey", "10 → 6  Essex", "24 → 6  Kent", "3 → 1  Norfolk", "6  Devon"]);
    const wide = await render(slopeSpec({ ...line, format: ".0f" }), linesOf(figures));
    expect(wide.texts.join(" ")).not.toContain("→");
  });

  test("all of them have that where some need it, of few that are named among many too", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `Area ${String.fromCodePoint(65 + (index % 26))}${index < 26 ? "" : "a"}`,
        [20 + ((index * 7) % 30) / 2, 18 + ((index * 11) % 30) / 2],
      ]),
    );
    const figures = { ...many, Kent: [60, 45], Essex: [50, 45], Norfolk: [22, 43], Devon: [4, 6] };
    const chart = await compileChart({ id: "slope", spec: slopeSpec({ ...line, format: ".0f" }), fonts, widthPx: 340 });
    const { texts, untraced } = await chart.render(linesOf(figures));
    expect(untraced).toEqual([]);
    const told = texts.filter((text) => / {2}\p{Lu}/u.test(text));
    expect(told).toEqual(
      expect.arrayContaining(["60 → 45  Kent", "50 → 45  Essex", "22 → 43  Norfolk", "4 → 6  Devon"]),
    );
    expect(told.filter((text) => !text.includes("→"))).toEqual([]);
  });
});

describe("breaks of a trend", () => {
  const rows = linesOf({ Kent: [10, 20, 30, 40] });

  test("stand half way to the period before, with their note", async () => {
    const { svg, texts } = await render(
      trendSpec({ x: "period", y: "n", annotations: [{ kind: "break", from: "2017/18", label: "New rules" }] }),
      rows,
    );
    expect(texts).toContain("New rules");
    const [points = []] = pathsOf(svg, 2.5);
    const [, at] = /<line transform="translate\(([\d.]+),[^>]*stroke-dasharray="4,3"/.exec(svg) ?? [];
    expect(Number(at)).toBeCloseTo(((points[1]?.[0] as number) + (points[2]?.[0] as number)) / 2, 0);
  });

  const longNotes = (periods: readonly string[]) =>
    periods.map((from, index) => ({
      kind: "break" as const,
      from,
      label: `A long note on what has changed ${"abc"[index]}`,
    }));
  const rulesIn = ({ svg }: { readonly svg: string }) =>
    [...svg.matchAll(/<line transform="translate\(([\d.]+),(-?[\d.]+)\)"[^>]*stroke-dasharray="4,3"/g)].map(([, x]) =>
      Number(x),
    );

  test("notes run to the side that has room for all, each on a line of its own, clear of the others' lines", async () => {
    const annotations = ["2016/17", "2017/18"].map((from, index) => ({
      kind: "break" as const,
      from,
      label: `Short note ${"ab"[index]}`,
    }));
    const chart = await render(trendSpec({ x: "period", y: "n", yTitle: "Offences", annotations }), rows);
    const [first, second] = textBoxes(chart).filter(({ text }) => text.startsWith("Short note"));
    expect(first?.text).toBe("Short note a");
    expect(first?.bottom).toBeLessThanOrEqual((second?.top as number) + 1);
    expect(second?.left).toBeGreaterThan(first?.left as number);
    expect(overlaps(chart)).toEqual([]);
    const late = await render(trendSpec({ x: "period", y: "n", annotations: longNotes(["2018/19"]) }), rows);
    const [note] = textBoxes(late).filter(({ text }) => text.startsWith("A long note"));
    expect(note?.right).toBeLessThan(late.widthPx);
    expect(rulesIn(late)).toHaveLength(1);
  });

  test("letters stand at them where no side has room for all notes, which stand above with their letters", async () => {
    const annotations = longNotes(["2016/17", "2017/18", "2018/19"]);
    const chart = await render(trendSpec({ x: "period", y: "n", yTitle: "Offences", annotations }), rows);
    expect(rulesIn(chart)).toHaveLength(3);
    expect(overlaps(chart)).toEqual([]);
    const boxes = textBoxes(chart);
    for (const [index, letter] of ["A", "B", "C"].entries()) {
      const note = boxes.find(({ text }) => text.startsWith(`${letter}  A long note`));
      const mark = boxes.find(({ text }) => text === letter);
      expect(note?.text.endsWith("abc"[index] as string)).toBe(true);
      expect(note?.bottom).toBeLessThanOrEqual((mark?.top as number) + 1);
    }
  });

  test("before the first period that a chart shows are not drawn", async () => {
    const { svg, texts } = await render(
      trendSpec({ x: "period", y: "n", annotations: [{ kind: "break", from: "2015/16", label: "New rules" }] }),
      rows,
    );
    expect(svg).not.toContain("New rules");
    expect(svg).not.toContain("NaN");
    expect(texts).not.toContain("New rules");
  });

  test("in periods that a chart does not show are not drawn, with the figures in their notes", async () => {
    const spec = trendSpec({
      x: "period",
      y: "n",
      annotations: [{ kind: "break", from: "1999/00", label: "In 17 forces" }],
    });
    const chart = await compileChart({ id: "recipe", spec, fonts });
    const { svg, texts, untraced } = await chart.render(rows);
    expect(untraced).toEqual([]);
    expect(texts.join()).not.toContain("17 forces");
    expect(count(svg, 'stroke-dasharray="4,3"')).toBe(0);
  });
});

describe("gaps of lines", () => {
  const years = ["2018", "2019", "2020", "2021"];
  const rowsOf = (gaps: Readonly<Record<string, readonly number[]>>): ChartRow[] =>
    Object.entries(gaps).flatMap(([area, missing]) =>
      years.map((year, index) => ({
        area,
        year,
        n: missing.includes(index) ? null : 10 + index,
        state: missing.includes(index) ? "suppressed" : "value",
      })),
    );

  test("have the name of the line that they break, once for all that have the same", async () => {
    const spec = trendSpec({ x: "year", y: "n", series: "area" });
    const { texts } = await render(spec, rowsOf({ Kent: [1, 2], Essex: [], Surrey: [2] }));
    expect(texts.filter((text) => text.includes("[c]"))).toEqual(["Kent [c]", "Surrey [c]"]);
    const many = await render(spec, rowsOf({ Kent: [0, 2], Essex: [1, 3], Surrey: [0, 2] }));
    expect(many.texts.filter((text) => text.includes("[c]"))).toEqual(["Kent, Surrey [c]", "Essex [c]"]);
  });

  test("of one line have no name", async () => {
    const { texts } = await render(trendSpec({ x: "year", y: "n" }), rowsOf({ Kent: [1] }));
    expect(texts.filter((text) => text.includes("[c]"))).toEqual(["[c]"]);
  });
});

describe("tile maps", () => {
  test.each([
    ["regions and nations", ukRegionTiles, 12],
    ["police forces", policeForceTiles, 43],
  ])("of %s: each on a place of its own, with a short label of its own", (_, tiles, many) => {
    const places = Object.values(tiles);
    expect(places).toHaveLength(many);
    expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(many);
    expect(new Set(places.map(({ label }) => label)).size).toBe(many);
    for (const { label } of places) expect(label).toMatch(/^[A-Z]{2,4}$/);
  });

  const spec = tileMapSpec({ area: "area", value: "n", tiles: ukRegionTiles, classes: [100, 200] });

  test("draw areas without a figure as outlines, those without a row pale with their number below, in no class", async () => {
    const { svg, texts, alt } = await render(spec, [
      { area: "London", n: null, state: "suppressed" },
      { area: "Wales", n: 50, state: "value" },
      { area: "North East", n: 250, state: "value" },
    ]);
    expect(texts.filter((text) => text === "[c]")).toHaveLength(1);
    expect(texts.filter((text) => text.includes("[x]"))).toEqual([]);
    const said = "Areas of the map that are not in the data: 9.";
    expect(texts).toEqual(expect.arrayContaining(["[c] suppressed", "under 100", "200 or more", said, "SCO"]));
    expect(alt).toContain(said);
    // One outline, as the square of the legend that says what it means.
    expect(count(svg, 'stroke-dasharray="5,2.5"')).toBe(1 + 1);
    expect(count(svg, 'stroke-opacity="0.6"')).toBe(9);
  });

  test("write figures of areas that have no tile below the map", async () => {
    const chart = await render(spec, [
      { area: "Wales", n: 50 },
      { area: "England and Wales", n: 4373 },
    ]);
    const below = textBoxes(chart).find(({ text }) => text === "England and Wales 4,373");
    const tiles = textBoxes(chart).filter(({ text }) =>
      Object.values(ukRegionTiles).some(({ label }) => label === text),
    );
    expect(below?.top).toBeGreaterThan(Math.max(...tiles.map(({ bottom }) => bottom)));
  });

  test.each([640, 200])("are of squares at %i px, no larger than asked for", async (widthPx) => {
    const chart = await compileChart({ id: "recipe", spec, fonts, widthPx });
    const { svg } = await chart.render(Object.keys(ukRegionTiles).map((area, index) => ({ area, n: index * 20 })));
    const boxes = [...svg.matchAll(/<path d="(M[^"]*C[^"]*Z)" fill/g)].map(([, path = ""]) => {
      const points = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
      const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
      return [span(points.map(([x]) => x)), span(points.map(([, y]) => y))] as const;
    });
    const tiles = boxes.filter(([across]) => across > 20);
    expect(tiles).toHaveLength(12);
    for (const [across, down] of tiles) {
      expect(across).toBeCloseTo(down, 1);
      expect(across).toBeLessThanOrEqual(56);
    }
  });

  test("have a data table of areas and figures, without places", async () => {
    const { table } = await render(spec, [{ area: "Wales", n: 50 }]);
    expect(table.columns.map(({ id }) => id)).toEqual(["area", "n"]);
  });

  test("have classes of equal, round width where none are given", async () => {
    const { texts } = await render(tileMapSpec({ area: "area", value: "n", tiles: ukRegionTiles }), [
      { area: "Wales", n: 274 },
      { area: "North West", n: 710 },
      { area: "London", n: null, state: "suppressed" },
    ]);
    expect(texts).toEqual(
      expect.arrayContaining([
        "under 300",
        "300 to under 400",
        "400 to under 500",
        "500 to under 600",
        "600 to under 700",
        "700 to 710",
      ]),
    );
  });
});

test("a spec with rows of its own draws as it does with rows from outside", async () => {
  const rows = [
    { area: "Wales", n: 50 },
    { area: "London", n: null, state: "suppressed" },
  ];
  const spec = tileMapSpec({ area: "area", value: "n", tiles: ukRegionTiles });
  const inline = await renderSpec({ ...spec, data: { name: "data", values: rows } }, { fonts, id: "recipe" });
  expect(inline.texts).toEqual((await render(spec, rows)).texts);
});

describe("maps of shapes", () => {
  const square = (x: number) => [
    [x, 50],
    [x, 51],
    [x + 1, 51],
    [x + 1, 50],
    [x, 50],
  ];
  const geojson = (ring: (x: number) => readonly (readonly number[])[]) => ({
    type: "FeatureCollection",
    features: [
      { type: "Feature", properties: { code: "E1" }, geometry: { type: "Polygon", coordinates: [ring(0)] } },
      { type: "Feature", properties: { code: "E2" }, geometry: { type: "MultiPolygon", coordinates: [[ring(1)]] } },
      { type: "Feature", properties: { code: "E3" }, geometry: { type: "Polygon", coordinates: [ring(2)] } },
    ],
  });
  const topology = {
    type: "Topology",
    arcs: [square(0), square(1), square(2)],
    objects: {
      places: {
        type: "GeometryCollection",
        geometries: [0, 1, 2].map((arc) => ({ type: "Polygon", arcs: [[arc]], properties: { code: `E${arc + 1}` } })),
      },
    },
  };
  const rows: ChartRow[] = [
    { area: "E1", n: 12, state: "value" },
    { area: "E2", n: null, state: "suppressed" },
    { area: "Abroad", n: 7, state: "value" },
  ];
  const options = { area: "area", value: "n", key: "code", classes: [10] };

  test("look the same from GeoJSON wound either way, and from TopoJSON", async () => {
    const clockwise = await render(choroplethSpec({ ...options, geometry: geojson(square) }), rows);
    const counter = await render(
      choroplethSpec({ ...options, geometry: geojson((x) => square(x).toReversed()) }),
      rows,
    );
    const topo = await render(choroplethSpec({ ...options, geometry: topology, feature: "places" }), rows);
    expect(counter.svg).toBe(clockwise.svg);
    expect(topo.svg).toBe(clockwise.svg);
  });

  test("mark gaps, name them in the legend, and write what is not on the map", async () => {
    const { texts, svg, table } = await render(choroplethSpec({ ...options, geometry: geojson(square) }), rows);
    expect(table.columns.map(({ id }) => id)).toEqual(["area", "n"]);
    expect(texts).toEqual(
      expect.arrayContaining([
        "[c]",
        "[c] suppressed",
        "Areas of the map that are not in the data: 1.",
        "Abroad 7",
        "under 10",
        "10 or more",
      ]),
    );
    expect(count(svg, 'stroke-dasharray="5,2.5"')).toBe(2);
    expect(count(svg, 'stroke-opacity="0.6"')).toBe(1);
  });

  test("render often, each time with its own rows", async () => {
    const spec = choroplethSpec({ ...options, geometry: geojson(square) });
    const chart = await compileChart({ id: "recipe", spec, fonts });
    const first = (await chart.render(rows)).svg;
    const second = await chart.render([
      { area: "E3", n: 3 },
      { area: "E2", n: 20 },
    ]);
    expect(second.texts).toContain("Areas of the map that are not in the data: 1.");
    expect((await chart.render(rows)).svg).toBe(first);
  });
});
