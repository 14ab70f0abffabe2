import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, funnelSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";
import { controlLimits } from "../../src/uncertainty/index.ts";
import { fonts } from "./chart-fonts.ts";
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
      "All areas: 10. Above the control limits: Kent. Below them: Dorset. Between them: 2.",
    );
    expect(alt).toContain("Highlighted: Kent, 25, above the control limits of 6 to 15.");
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
    expect(alt).toContain("Uwchlaw'r terfynau rheoli: Kent. Islaw iddynt: Dorset. Rhyngddynt: 2.");
  });

  test("tells inside from outside as somebody else's count of its rows does", async () => {
    const sample = recipeSamples.find(({ name }) => name === "funnel")!;
    const { alt } = await (await compileChart({ id: "funnel", spec: sample.spec, fonts })).render(sample.rows);
    const known = sample.rows.filter(({ rate }) => typeof rate === "number");
    const between = known.filter(({ rate, low, high }) => Number(rate) >= Number(low) && Number(rate) <= Number(high));
    const above = known.filter(({ rate, high }) => Number(rate) > Number(high));
    expect(alt).toContain(`${known.length} points.`);
    expect(alt).toContain(`Between them: ${between.length}.`);
    for (const { area } of above) expect(alt).toContain(String(area));
  });

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
