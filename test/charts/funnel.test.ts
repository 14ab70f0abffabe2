import { describe, expect, test } from "vitest";
import { type ChartRow, compileChart, funnelSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";
import { controlLimits } from "../../src/uncertainty/index.ts";
import { fonts } from "./chart-fonts.ts";
import { recipeSamples } from "./recipe-samples.ts";
import { textBoxes } from "./text-boxes.ts";

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
    const [beside, beyond] = [await dorset(7000), await dorset(4800)];
    // Names stand at the left of dots at the right, where the other dot is now.
    expect(beside).toBeDefined();
    expect(beyond?.top ?? 0).toBeGreaterThan((beside?.bottom ?? 0) - 3);
    expect(beyond?.left ?? 0).toBeGreaterThan(beside?.right ?? 0);
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
    for (const name of ["Suffolk", "Norfolk", "Durham"]) expect(texts).not.toContain(name);
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
