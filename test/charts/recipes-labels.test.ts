import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bulletSpec,
  type ChartRow,
  compileChart,
  defaultTheme,
  dumbbellSpec,
  intervalSpec,
  shareSpec,
  slopeSpec,
  tileMapSpec,
} from "../../src/charts/index.ts";
import { trials } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { areas } from "./sample-rows.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const compile = (spec: object, widthPx = 640, theme = defaultTheme) =>
  compileChart({ id: "recipe", spec, fonts, widthPx, theme });

/** Small and close, large, far apart, or none. */
const figure = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 1000 }),
  fc.integer({ min: 990, max: 1010 }),
  fc.constant(null),
);
const some = (figures: readonly (number | null)[]) => figures.some((value) => value !== null);
const state = (value: number | null, index: number) =>
  value === null ? (index % 2 ? "suppressed" : "missing") : "value";

describe("a slope", () => {
  const pairs = fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 20 }).filter((list) => some(list.flat()));
  const rowsOf = (list: readonly (readonly [number | null, number | null])[]): ChartRow[] =>
    list.flatMap((pair, index) =>
      pair.map((n, side) => ({
        area: areas[index] as string,
        period: side ? "2018/19" : "2017/18",
        n,
        state: state(n, index),
      })),
    );

  test.each([640, 420])("at %i px: no label on another, all in the order of their figures", async (widthPx) => {
    const chart = await compile(slopeSpec({ x: "period", y: "n", series: "area" }), widthPx);
    await fc.assert(
      fc.asyncProperty(pairs, async (list) => {
        const rendered = await chart.render(rowsOf(list));
        expect(overlaps(rendered)).toEqual([]);
        const boxes = textBoxes(rendered);
        for (const side of [0, 1]) {
          const tops = list
            .map((pair, index) => ({ n: pair[side], area: areas[index] as string }))
            .toSorted((a, b) => (b.n ?? -1) - (a.n ?? -1))
            .map(({ n, area }) => {
              const written = n == null ? "\\[[cx]\\]" : n.toLocaleString("en-GB");
              const label = new RegExp(side ? `^${written} +${area}$` : `^${area} +${written}$`);
              return { n, top: boxes.find(({ text }) => label.test(text))?.top as number };
            });
          expect(tops.every(({ top }) => Number.isFinite(top))).toBe(true);
          for (const [index, { n, top }] of tops.entries()) {
            const next = tops[index + 1];
            if (next && next.n !== n) expect(next.top).toBeGreaterThan(top);
          }
        }
      }),
      { numRuns: trials(40, 13) },
    );
  });

  test("of more labels than it is high for, gaps among them: still none on another", async () => {
    const chart = await compile(slopeSpec({ x: "period", y: "n", series: "area" }));
    const rendered = await chart.render(rowsOf(areas.map((_, index) => [index, index % 6 ? 500 + index : null])));
    expect(overlaps(rendered)).toEqual([]);
    expect(rendered.texts.filter((text) => text.startsWith("[c]") || text.startsWith("[x]"))).toHaveLength(8);
  });

  test("labels that have room stand where their lines end", async () => {
    const chart = await compile(slopeSpec({ x: "period", y: "n", series: "area" }));
    const rendered = await chart.render(
      rowsOf([
        [100, 0],
        [50, 100],
        [0, 50],
      ]),
    );
    const middles = textBoxes(rendered)
      .filter(({ text }) => /^(100|50|0) /.test(text))
      .map(({ top }) => top)
      .toSorted((a, b) => a - b);
    expect((middles[1] as number) - (middles[0] as number)).toBeCloseTo(
      (middles[2] as number) - (middles[1] as number),
      0,
    );
  });
});

describe("shares", () => {
  const share = fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1000 })), {
    minLength: 5,
    maxLength: 5,
  });
  const categories = ["Instagram", "Facebook", "Snapchat", "WhatsApp", "Another"];
  const rowsOf = (lists: readonly (readonly number[])[]): ChartRow[] =>
    lists.flatMap((list, index) => {
      const sum = list.reduce((total, part) => total + part, 0) || 1;
      return list.map((part, place) => ({
        period: `201${index}`,
        category: categories[place] as string,
        share: part / sum,
      }));
    });

  test.each([
    ["horizontal", 640],
    ["horizontal", 360],
    ["vertical", 640],
    ["vertical", 360],
  ] as const)(
    "%s at %i px: every figure, or a note that some are in the data, none on another",
    async (direction, widthPx) => {
      const chart = await compile(
        shareSpec({ period: "period", category: "category", share: "share", direction }),
        widthPx,
      );
      await fc.assert(
        fc.asyncProperty(share, share, async (...lists) => {
          const rendered = await chart.render(rowsOf(lists));
          expect(overlaps(rendered)).toEqual([]);
          const written = rendered.texts.filter((text) => /^[\d.]+%/.test(text)).length;
          const isNoted = rendered.sentences.join(" ").includes("Parts without a figure are too short for it");
          const some = lists.flat().filter((part) => part > 0).length;
          // Above bars, those stand that reach their own part.
          if (direction === "vertical") expect(written).toBe(10);
          else expect(isNoted || written >= some).toBe(true);
          // A name at the end of a stack has the figure before it that has no room in its part.
          for (const name of categories)
            expect(rendered.texts.filter((text) => text.replace(/^[\d.]+% /, "") === name)).toHaveLength(1);
        }),
        { numRuns: trials(30, 10) },
      );
    },
  );
});

test("dots that are joined: figures on their outer sides, on nothing else", async () => {
  const chart = await compile(dumbbellSpec({ category: "area", value: "n", series: "period" }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 12 }).filter((list) => some(list.flat())),
      async (list) => {
        const rows = list.flatMap((pair, index) =>
          pair.map((n, side) => ({
            area: areas[index] as string,
            period: side ? "after" : "before",
            n,
            state: state(n, index),
          })),
        );
        const rendered = await chart.render(rows);
        expect(overlaps(rendered)).toEqual([]);
        const written = rendered.texts.filter((text) => /^[\d,]+$/.test(text));
        expect(written).toHaveLength(list.flat().filter((n) => n !== null).length);
      },
    ),
    { numRuns: trials(40, 13) },
  );
});

test("a bar against a mark: both figures, neither on the other", async () => {
  const spec = bulletSpec({
    category: "name",
    value: "n",
    comparator: "median",
    comparatorTitle: "Median of all areas",
  });
  const chart = await compile(spec, 420);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 5 }).filter((list) => some(list.map(([n]) => n))),
      async (list) => {
        const rows = list.map(([n, median], index) => ({
          name: areas[index] as string,
          n,
          median,
          state: state(n, index),
        }));
        const rendered = await chart.render(rows);
        expect(overlaps(rendered)).toEqual([]);
        // What they are compared with is named once, and its figure stands at each mark unless it is the same at all.
        expect(rendered.texts.filter((text) => text.startsWith("Median"))).toHaveLength(1);
        const isCommon = new Set(list.map(([, median]) => median)).size === 1 && list[0]?.[1] !== null;
        const figures = rendered.texts.filter((text) => /^(?:Median of all areas )?(?:[−\d,.]+|\[[cx]\])$/.test(text));
        expect(figures).toHaveLength(isCommon ? list.length + 1 : 2 * list.length);
      },
    ),
    { numRuns: trials(40, 13) },
  );
});

test("intervals: estimates in a column, from the highest to the lowest, gaps last", async () => {
  const spec = intervalSpec({ category: "area", value: "n", low: "low", high: "high" });
  const chart = await compile(spec);
  await fc.assert(
    fc.asyncProperty(fc.array(figure, { minLength: 1, maxLength: 20 }).filter(some), async (list) => {
      const rows = list.map((n, index) => ({
        area: areas[index] as string,
        n,
        low: n === null ? null : n * 0.8,
        high: n === null ? null : n * 1.3,
        state: state(n, index),
      }));
      const rendered = await chart.render(rows);
      expect(overlaps(rendered)).toEqual([]);
      const right = Math.max(...textBoxes(rendered).map((box) => box.right));
      const column = textBoxes(rendered)
        .filter((box) => Math.abs(box.right - right) < 0.5)
        .toSorted((a, b) => a.top - b.top)
        .map(({ text }) => (text.startsWith("[") ? 0 : Number(text.replace(",", ""))));
      expect(column).toEqual(list.map((n) => n ?? 0).toSorted((a, b) => b - a));
    }),
    { numRuns: trials(30, 10) },
  );
});

describe("figures on colours", () => {
  /** Relative luminance and contrast of WCAG 2.2. */
  const luminance = (color: string) => {
    const channels = color.startsWith("#")
      ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
      : (color.match(/\d+/g) ?? []).map(Number);
    const [r = 0, g = 0, b = 0] = channels
      .map((channel) => channel / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const named: Readonly<Record<string, string>> = { white: "#ffffff", black: "#000000" };
  /** The colour of each figure, in drawing order. */
  const colorsOf = (calls: readonly string[], isFigure: RegExp) => {
    let fill = "";
    return calls.flatMap((call) => {
      if (call.startsWith("fillStyle=")) fill = call.slice("fillStyle=".length);
      const text = /^fillText\(([^,]*),/.exec(call)?.[1];
      return text !== undefined && isFigure.test(text) ? [named[fill] ?? fill] : [];
    });
  };
  /** The colours of filled shapes, in drawing order. */
  const fillsOf = (calls: readonly string[]) =>
    calls.flatMap((call, index) => {
      if (!/^fill\(/.test(call)) return [];
      return (
        calls
          .slice(0, index)
          .findLast((before) => before.startsWith("fillStyle="))
          ?.slice("fillStyle=".length) ?? []
      );
    });
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

  test("shares: 4.5:1 or more on any palette", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(hex, { minLength: 3, maxLength: 3 }), async (palette) => {
        const spec = shareSpec({ period: "period", category: "category", share: "share" });
        const chart = await compile(spec, 640, { ...defaultTheme, palette });
        const rendered = await chart.render(
          palette.map((_, index) => ({ period: "2018", category: `part ${"abc"[index]}`, share: 0.3 })),
        );
        const { context, calls } = recordingContext();
        rendered.draw(context);
        const colors = colorsOf(calls, /%$/);
        expect(colors).toHaveLength(3);
        for (const [index, color] of colors.entries()) {
          expect(contrast(color, palette[index] as string)).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: trials(25, 8) },
    );
  });

  test("tiles: 4.5:1 or more in every class", async () => {
    const names = areas.slice(0, 5);
    const tiles = Object.fromEntries(
      names.map((name, column) => [name, { column, row: 0, label: "abcde"[column] as string }]),
    );
    const chart = await compile(tileMapSpec({ area: "area", value: "n", tiles, classes: [10, 20, 30, 40] }));
    const rendered = await chart.render(names.map((area, index) => ({ area, n: index * 10 + 5 })));
    const { context, calls } = recordingContext();
    rendered.draw(context);
    const colors = colorsOf(calls, /^\d?5$/);
    const classes = fillsOf(calls)
      .filter((fill) => fill !== "transparent")
      .slice(0, names.length);
    expect(colors).toHaveLength(5);
    expect(new Set(classes).size).toBe(5);
    for (const [index, color] of colors.entries()) {
      expect(contrast(color, classes[index] as string)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
