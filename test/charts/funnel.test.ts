import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, funnelSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";
import { controlLimits } from "../../src/uncertainty/index.ts";
import { fonts } from "./chart-fonts.ts";
import { dotsOf } from "./dots-of.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const spec = funnelSpec({
  category: "area",
  value: "rate",
  population: "people",
  low: "low",
  high: "high",
  annotations: [{ kind: "reference", value: "overall", label: "All areas" }],
  valueTitle: "Rate",
  populationTitle: "Population",
});
/** By area: its population and rate; where all are expected to have ten in a thousand. */
const rowsOf = (areas: Readonly<Record<string, readonly [people: number, rate: number | null]>>): ChartRow[] =>
  Object.entries(areas).map(([area, [people, rate]]) => {
    const { low, high } = controlLimits(people / 100);
    const limits = [low, high].map((count) => Math.round((count / people) * 10_000) / 10);
    return {
      area,
      people,
      rate,
      overall: 10,
      low: rate === null ? null : limits[0]!,
      high: rate === null ? null : limits[1]!,
      state: rate === null ? "suppressed" : "value",
      highlight: area === "Kent",
    };
  });
const rows = rowsOf({
  Kent: [2000, 25],
  Essex: [9000, 10],
  Dorset: [5000, 4],
  Devon: [3000, null],
  Norfolk: [4000, 11],
});

const render = async (given: readonly ChartRow[], lang = "en-GB") => {
  const words = createWords({ language: findLanguage(lang, languages) });
  return (await compileChart({ id: "funnel", spec, fonts, words })).render(given);
};

describe("a funnel plot", () => {
  test("writes no name over the dot of another area", async () => {
    const dorset = async (people: number) =>
      textBoxes(await render([...rows, ...rowsOf({ Surrey: [people, 4] })])).find(({ text }) => text === "Dorset");
    const [free, taken] = [await dorset(7000), await dorset(5300)];
    // Names stand at the right of their dots, where the other dot is now.
    expect(free).toBeDefined();
    expect(taken?.right ?? 640).toBeLessThan(free?.left ?? 0);
  });

  test("draws limits as curves: what they are at every population between those of two areas", async () => {
    const peoples = [1500, 60_000, 800_000] as const;
    const few = rowsOf(Object.fromEntries(peoples.map((people, index) => ["ABC".charAt(index), [people, 10]])));
    const exact = few.map((row, index) => {
      const { low, high } = controlLimits((peoples[index] as number) / 100);
      return {
        ...row,
        low: (low / (peoples[index] as number)) * 1000,
        high: (high / (peoples[index] as number)) * 1000,
      };
    });
    const { svg, untraced } = await render(exact);
    expect(untraced).toEqual([]);
    const curves = [...svg.matchAll(/<path d="(M[^"]+)"[^>]*stroke-dasharray="5,4"/g)].map(([, path = ""]) =>
      [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const),
    );
    expect(curves).toHaveLength(2);
    for (const [index, points] of curves.entries()) {
      expect(points.length).toBeGreaterThan(50);
      const limitAt = (people: number) => controlLimits(people / 100)[index === 0 ? "low" : "high"] / (people / 1000);
      const [first, last] = [points[0], points.at(-1)] as [readonly [number, number], readonly [number, number]];
      const [from, to] = [limitAt(peoples[0]), limitAt(peoples[2])];
      for (const [x, y] of points) {
        const people = peoples[0] + ((x - first[0]) / (last[0] - first[0])) * (peoples[2] - peoples[0]);
        const expected = first[1] + ((limitAt(people) - from) / (to - from)) * (last[1] - first[1]);
        expect(Math.abs(y - expected), `at ${Math.round(people)}`).toBeLessThan(1.5);
      }
    }
  });

  test("a point of its curve that is moved is told by the audit", async () => {
    const text = JSON.stringify(spec).replaceAll("invert('y', clamp(", "invert('y', 20 + clamp(");
    const chart = await compileChart({ id: "funnel", spec: JSON.parse(text), fonts });
    expect((await chart.render(rows)).untraced.map(({ code }) => code)).toContain("untraced-mark");
  });

  test("names the one that is furthest beyond its limits, however many others are", async () => {
    const low = Array.from({ length: 14 }, (_, index) => [
      `Low ${"ABCDEFGHIJKLMN".charAt(index)}`,
      [6000 + 20 * index, 0.3 + 0.02 * index],
    ]);
    const { texts } = await render(rowsOf({ Kent: [9000, 11], Colima: [5900, 45], ...Object.fromEntries(low) }));
    expect(texts).toContain("Colima");
  });

  test("says which areas lie outside of the limits, by its rows alone", async () => {
    const { alt, longDescription, untraced, diagnostics } = await render(rows);
    expect(`${alt} ${longDescription}`).toContain(
      "All areas: 10. Above the 95% control limits: Kent. Below them: Dorset. Within them: 2.",
    );
    expect(alt).toContain("Highlighted: Kent, 25, above the 95% control limits of 6 to 15.");
    expect(alt).toContain("suppressed");
    expect([...untraced, ...diagnostics]).toEqual([]);
  });

  test("names those furthest beyond the limits where names would touch", async () => {
    const near = rowsOf({
      Kent: [2000, 11],
      Essex: [7000, 30],
      Suffolk: [7050, 29.8],
      Dorset: [5000, 2],
      Cumbria: [1200, 29.9],
      Norfolk: [4000, 10],
      Durham: [9000, 10],
    });
    const { texts, untraced, diagnostics } = await render(near);
    expect([...untraced, ...diagnostics]).toEqual([]);
    expect(texts).toContain("Essex");
    expect(overlaps(await render(near))).toEqual([]);
    for (const name of ["Norfolk", "Durham"]) expect(texts).not.toContain(name);
    const many = rowsOf(
      Object.fromEntries([
        ["Kent", [2000, 11]],
        ...Array.from({ length: 24 }, (_, index) => [
          `Area ${"ABCDEFGHIJKLMNOPQRSTUVWX"[index]}`,
          [3000 + 100 * index, 30 + (index % 5)],
        ]),
      ]) as Record<string, readonly [number, number]>,
    );
    const crowded = await render(many);
    expect([...crowded.untraced, ...crowded.diagnostics]).toEqual([]);
    expect(crowded.texts.some((text) => /^Area [A-X]$/.test(text))).toBe(true);
  });

  test("says so in Welsh", async () => {
    const { alt } = await render(rows, "cy");
    expect(alt).toMatch(/^Plot twndis/);
    expect(alt).toContain("Uwchlaw'r terfynau rheoli 95%: Kent. Islaw iddynt: Dorset. Rhyngddynt: 2.");
  });

  test("tells inside from outside as somebody else's count of its rows does", async () => {
    const sample = recipeSamples.find(({ name }) => name === "funnel")!;
    const { alt } = await (await compileChart({ id: "funnel", spec: sample.spec, fonts })).render(sample.rows);
    const known = sample.rows.filter(({ rate }) => typeof rate === "number");
    const within = known.filter(({ rate, low, high }) => Number(rate) >= Number(low) && Number(rate) <= Number(high));
    const above = known.filter(({ rate, outerHigh }) => Number(rate) > Number(outerHigh));
    const below = known.filter(({ rate, outerLow }) => Number(rate) < Number(outerLow));
    const innerAlone = {
      above: known.filter(({ rate, high }) => Number(rate) > Number(high)).length - above.length,
      below: known.filter(({ rate, low }) => Number(rate) < Number(low)).length - below.length,
    };
    expect(above.length).toBeGreaterThan(0);
    expect(alt).toContain(`${known.length} points.`);
    expect(alt).toContain(
      `Outside the 95% limits alone: ${innerAlone.above} above, ${innerAlone.below} below. Within the 95% limits: ${within.length}.`,
    );
    expect(alt).toMatch(/Above the 99\.8% control limits: [A-Z]/);
  });

  const withOuter = funnelSpec({
    ...{ category: "area", value: "rate", population: "people", low: "low", high: "high" },
    ...{ outerLow: "outerLow", outerHigh: "outerHigh", valueTitle: "Rate", populationTitle: "Population" },
  });
  const outerRows = (all: readonly ChartRow[]): ChartRow[] =>
    all.map((row) => {
      const expected = Number(row.people) / 100;
      const [inner, outer] = [controlLimits(expected), controlLimits(expected, 0.998)];
      const rate = (count: number) => (count / Number(row.people)) * 1000;
      const own = {
        low: rate(inner.low),
        high: rate(inner.high),
        outerLow: rate(outer.low),
        outerHigh: rate(outer.high),
      };
      return row.rate === null ? row : { ...row, ...own };
    });
  const draw = async (given: readonly ChartRow[], widthPx: number, lang = "en-GB") => {
    const words = createWords({ language: findLanguage(lang, languages) });
    const chart = await (await compileChart({ id: "funnel", spec: withOuter, fonts, words, widthPx })).render(given);
    expect(chart.untraced).toEqual([]);
    return chart;
  };

  test.each([340, 640])("says what its lines are: at %i px", async (widthPx) => {
    const { texts } = await draw(outerRows(rows), widthPx);
    expect(texts).toEqual(expect.arrayContaining(["95% control limits", "99.8% control limits", "Devon [c]"]));
    const welsh = await draw(outerRows(rows), widthPx, "cy");
    expect(welsh.texts).toEqual(expect.arrayContaining(["terfynau rheoli 95%", "terfynau rheoli 99.8%"]));
    expect(welsh.alt).toContain("Y tu allan i'r terfynau 95% yn unig");
    expect((await render(rows)).texts).not.toContain("99.8% control limits");
  });

  test("says of one outside of the inner limits alone that it is within the outer ones", async () => {
    const marked = outerRows(rowsOf({ Kent: [2000, 16], Essex: [9000, 10] }));
    const { alt } = await draw(marked, 640);
    expect(alt).toMatch(/Kent, 16, above the 95% control limits of 6 to 1\d and within those of 99\.8%\./);
  });

  test.each([340, 640])(
    "names those at its ends, each nearer to its own dot than to others: at %i px",
    async (widthPx) => {
      const letters = "abcdefghijklmnopqrstuvwxyz";
      const cloud = Array.from({ length: 300 }, (_, index) => {
        const [a, b] = [((index * 7919) % 997) / 997, ((index * 104_729) % 991) / 991];
        const people = 3000 + 12_000 * a * a;
        return [
          `Place ${letters[Math.floor(index / 26)]}${letters[index % 26]}`,
          [Math.round(people), Math.round(100 + (b - 0.5) * 150) / 10],
        ] as const;
      });
      const ends = {
        Leicester: [14_000, 33],
        Brent: [11_500, 30],
        Birmingham: [40_000, 17],
        Ulster: [79_000, 6],
      } as const;
      const given = outerRows(rowsOf({ Kent: [50_000, 12], ...ends, ...Object.fromEntries(cloud) }));
      const chart = await draw(given, widthPx);
      expect(chart.texts).toEqual(expect.arrayContaining(Object.keys(ends)));
      const dots = dotsOf(chart);
      expect(dots).toHaveLength(given.length);
      const named = textBoxes(chart).filter(({ text }) => given.some(({ area }) => area === text));
      for (const { text, left, right, top, bottom } of named) {
        const far = dots.map(({ x, y }) =>
          Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)),
        );
        const own = far[given.findIndex(({ area }) => area === text)] as number;
        const others = far.filter((_, index) => given[index]?.area !== text);
        expect(own, text).toBeLessThan(Math.min(...others));
      }
    },
  );

  test("draws nothing of an area whose rate is hidden, and names it below", async () => {
    const hidden = await render(rows);
    const without = await render(rows.filter(({ area }) => area !== "Devon"));
    expect(hidden.texts).toContain("Devon [c]");
    const paths = (svg: string) => [...svg.matchAll(/<path [^>]*d="([^"]+)"/g)].map(([, path]) => path);
    expect(paths(hidden.svg)).toEqual(paths(without.svg));
  });

  test("a limit that is moved is told by the audit", async () => {
    const moved = {
      ...spec,
      transform: [
        ...(spec.transform ?? []),
        { calculate: "isValid(datum.high) ? datum.high * 1.3 : null", as: "high" },
      ],
    };
    const chart = await compileChart({ id: "funnel", spec: moved, fonts });
    expect((await chart.render(rows)).untraced.map(({ code }) => code)).toContain("untraced-mark");
  });
});
