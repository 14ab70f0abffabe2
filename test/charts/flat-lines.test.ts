import fc from "fast-check";
import { expect, test } from "vitest";
import {
  compileChart,
  dumbbellSpec,
  histogramSpec,
  smallMultiplesSpec,
  sparklinesSpec,
  stripSpec,
} from "../../src/charts/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { areas } from "./sample-rows.ts";

const fields = { x: "year", y: "n", series: "area" };
const rowsOf = (highest: readonly number[]) =>
  highest.flatMap((most, index) =>
    ["2021", "2022", "2023"].map((year, at) => ({
      year,
      area: areas[index] as string,
      n: Math.round(most * (1 - at / 4)),
      state: "value",
    })),
  );
const warned = async (spec: object, highest: readonly number[]) =>
  (await (await compileChart({ id: "chart", spec, fonts })).render(rowsOf(highest))).diagnostics;

test("small charts of which half are flat on their one scale name the chart that has a scale for each", async () => {
  const highest = [170_000, 60_000, 25_000, 9000, 3000, 800, 179, 160];
  const [warning] = await warned(smallMultiplesSpec(fields), highest);
  expect(warning?.code).toBe("chart-flat-lines");
  expect(warning?.message).toContain("6 of the 8 lines");
  expect(warning?.hint).toContain("sparklinesSpec");
  expect(await warned(sparklinesSpec(fields), highest)).toEqual([]);
});

test("nothing is said where more than half of the lines leave the foot of the scale", async () => {
  const chart = await compileChart({ id: "chart", spec: smallMultiplesSpec(fields), fonts });
  const seen = fc.integer({ min: 250, max: 1000 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(seen, { minLength: 4, maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 3 }),
      async (high, low) => {
        const { diagnostics } = await chart.render(rowsOf([1000, ...high, ...low]));
        expect(diagnostics).toEqual([]);
      },
    ),
    { numRuns: 8 },
  );
});

test("lines of one scale that are level in their low rows name the scale that shows how they go", async () => {
  const indices = [112, 108, 121, 104, 117].map((most, index) => most - index);
  const rowsOf = indices.flatMap((most, index) =>
    ["2021", "2022", "2023"].map((year, at) => ({ year, area: areas[index] as string, n: most - 5 * at })),
  );
  const warned = async (scale: "shared" | "independent") =>
    (await (await compileChart({ id: "chart", spec: sparklinesSpec({ ...fields, scale }), fonts })).render(rowsOf))
      .diagnostics;
  const [warning] = await warned("shared");
  expect(warning?.message).toContain("5 of the 5 lines that sparklinesSpec");
  expect(await warned("independent")).toEqual([]);
});

const pairs = (highest: number, lowest = 5) =>
  Array.from({ length: 10 }, (_, index) =>
    ["Boys", "Girls"].map((sex, at) => ({
      area: areas[index] as string,
      sex,
      n: index === 0 && at === 0 ? highest : index === 9 && at === 0 ? lowest : 5 + 3 * index + 4 * at,
      state: "value",
    })),
  ).flat();
const dumbbell = async (rows: ReturnType<typeof pairs>) =>
  (
    await compileChart({
      id: "chart",
      spec: dumbbellSpec({ category: "area", value: "n", series: "sex" }),
      fonts,
      widthPx: 640,
    })
  ).render(rows, { narrowPx: 340 });

test("pairs that would be one dot each beside a far figure stand on a logarithmic axis, which says so", async () => {
  for (const highest of [80, 4000]) {
    const { texts, untraced, diagnostics, narrow } = await dumbbell(pairs(highest));
    expect([...untraced, ...diagnostics]).toEqual([]);
    for (const drawn of [texts, narrow?.texts ?? []])
      expect(drawn.includes("Logarithmic scale")).toBe(highest === 4000);
  }
});

test("where some figure has no logarithm, they are a warning", async () => {
  const { texts, diagnostics } = await dumbbell(pairs(4000, 0));
  expect(texts).not.toContain("Logarithmic scale");
  expect(diagnostics.map(({ code }) => code)).toEqual(["chart-flat-lines"]);
  expect((await dumbbell(pairs(80, 0))).diagnostics).toEqual([]);
});

test("a histogram whose areas are one pile beside a far figure is a warning", async () => {
  const chart = await compileChart({ id: "chart", spec: histogramSpec({ category: "area", value: "n" }), fonts });
  for (const highest of [160, 90_000]) {
    const rows = areas.map((area, index) => ({ area, n: index === 0 ? highest : 20 + 3 * index, state: "value" }));
    const { diagnostics } = await chart.render(rows);
    expect(diagnostics.map(({ code }) => code)).toEqual(highest === 160 ? [] : ["chart-flat-lines"]);
  }
});

test("a strip of dots most of which are one needle between two far figures is a warning", async () => {
  const chart = await compileChart({ id: "chart", spec: stripSpec({ category: "area", value: "n" }), fonts });
  for (const far of [90, 6000]) {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      area: `Ward ${index}`,
      n: index === 0 ? -far : index === 1 ? far : index % 20,
      state: "value",
    }));
    const { diagnostics } = await chart.render(rows);
    expect(diagnostics.map(({ code }) => code)).toEqual(far === 90 ? [] : ["chart-flat-lines"]);
  }
});
