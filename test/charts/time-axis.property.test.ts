import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaSpec,
  barSpec,
  bumpSpec,
  type ChartRow,
  compileChart,
  type RenderChartOptions,
  type RenderedChart,
  smallMultiplesSpec,
  sparklinesSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { inPart } from "../support/trials.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { textBoxes } from "./text-boxes.ts";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
/** A name of the period that begins so many of its own lengths after the first. */
const kinds = {
  years: (at: number) => String(1990 + at),
  "financial years": (at: number) => `${2001 + at}/${String(2 + at).padStart(2, "0")}`,
  "years ending in a month": (at: number) => `year ending March ${1990 + at}`,
  "y flwyddyn": (at: number) => `y flwyddyn a ddaeth i ben ym mis Mawrth ${1990 + at}`,
  quarters: (at: number) => `${2005 + Math.floor(at / 4)} Q${(at % 4) + 1}`,
  months: (at: number) => `${months[at % 12]} ${2015 + Math.floor(at / 12)}`,
} as const;
type Kind = keyof typeof kinds;

const names = ["Kent", "Essex", "Dorset"];
const fields = { x: "period", y: "n", series: "area" } as const;
const recipes = {
  trend: () => trendSpec(fields),
  "trend, one line": () => trendSpec({ x: "period", y: "n" }),
  area: () => areaSpec(fields),
  bump: () => bumpSpec(fields),
  multiples: (widthPx: number) => smallMultiplesSpec({ ...fields, widthPx }),
  sparklines: (widthPx: number) => sparklinesSpec({ ...fields, widthPx }),
  bars: () => barSpec({ x: "period", y: "n" }),
} as const;
type Recipe = keyof typeof recipes;
const hasOneLine = (recipe: Recipe) => recipe === "bars" || recipe === "trend, one line";

const rowsOf = (recipe: Recipe, kind: Kind, steps: readonly number[]): ChartRow[] =>
  (hasOneLine(recipe) ? names.slice(0, 1) : names).flatMap((area, line) =>
    steps.map((at, index) => ({
      area,
      period: kinds[kind](at),
      n: recipe === "bump" ? ((line + index) % names.length) + 1 : 10 + ((line * 7 + index * 5) % 13),
    })),
  );

const drawn = async (
  recipe: Recipe,
  rows: readonly ChartRow[],
  { widthPx = 640, ...options }: RenderChartOptions = {},
) => (await compileChart({ id: "chart", spec: recipes[recipe](widthPx), fonts, widthPx })).render(rows, options);

/** Of each path of so many points its positions from left to right; of an area those of its upper edge, of columns their left edges. */
function positions(recipe: Recipe, { svg }: RenderedChart, count: number): readonly (readonly number[])[] {
  if (recipe === "bars") {
    const columns = [...svg.matchAll(/<path d="M([\d.]+),[\d.]+h([\d.]+)v[\d.]+h-\2Z" fill="#[\da-f]{6}"/g)];
    const edges = columns.map(([, x]) => Number(x));
    return edges[0] === edges[1] ? [] : [edges];
  }
  return [...svg.matchAll(/ d="M([^"Zmhva]+)Z?"/g)].flatMap(([, path = ""]) => {
    const points = path.split("L").map((point) => Number(point.split(",")[0]));
    const line = recipe === "area" ? points.slice(0, count) : points;
    return points.length === (recipe === "area" ? 2 * count : count) && line.every(Number.isFinite) ? [line] : [];
  });
}

/** From 0 to 1. */
const shares = (all: readonly number[]) => {
  const [first = 0, last = 1] = [all[0], all.at(-1)];
  return all.map((each) => (each - first) / (last - first));
};
const furthest = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((each, index) => Math.abs(each - (b[index] as number))));

const unequal = fc
  .uniqueArray(fc.nat({ max: 27 }), { minLength: 3, maxLength: 9 })
  .map((steps) => steps.toSorted((a, b) => a - b));
const kindNames = Object.keys(kinds) as Kind[];
const recipeNames = Object.keys(recipes) as Recipe[];

describe.each(recipeNames)("%s", (recipe) => {
  test("periods stand by their distance in time, and each name at its own", async () => {
    await fc.assert(
      fc.asyncProperty(
        unequal,
        fc.constantFrom(...kindNames),
        fc.constantFrom(640, 340),
        fc.boolean(),
        async (rising, kind, widthPx, isFalling) => {
          const steps = isFalling ? rising.toReversed() : rising;
          const chart = await drawn(recipe, rowsOf(recipe, kind, steps), { widthPx });
          expect(chart.untraced).toEqual([]);
          const lines = positions(recipe, chart, steps.length);
          // Columns are a list of bars where their figures have no room, which has no scale of time.
          if (recipe !== "bars") expect(lines.length).toBeGreaterThanOrEqual(hasOneLine(recipe) ? 1 : names.length);
          for (const line of lines)
            if (line.length === steps.length) expect(furthest(shares(line), shares(steps))).toBeLessThan(0.002);
          if (recipe !== "trend" && recipe !== "bump") return;
          const written = steps.map((at) => kinds[kind](at));
          const common = kind.startsWith("y") && kind !== "years" ? (written[0] as string).slice(0, -4) : "";
          const boxes = textBoxes(chart);
          const labels = written.flatMap((name, index) => {
            const own = boxes.filter(({ text }) => text === name.slice(common.length));
            expect(own.length).toBeLessThan(2);
            return own.map(({ left, right }) => ({ at: steps[index] as number, px: (left + right) / 2, left, right }));
          });
          expect(labels.at(-1)?.at).toBe(steps.at(-1));
          expect(labels[0]?.at).toBe(steps[0]);
          expect(
            furthest(shares(labels.map(({ px }) => px)), shares(labels.map(({ at }) => at))) * widthPx,
          ).toBeLessThan(1.5);
          const gapsPx = labels.slice(1).map(({ left }, index) => left - (labels[index]?.right ?? 0));
          expect(Math.min(...gapsPx)).toBeGreaterThan(0);
        },
      ),
      { numRuns: inPart(60, 6) },
    );
  });

  test("those at equal distances are drawn as if nothing were known of time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 2, max: 6 }),
        fc.constantFrom(...kindNames),
        async (first, step, count, kind) => {
          const rows = rowsOf(
            recipe,
            kind,
            Array.from({ length: count }, (_, index) => first + index * step),
          );
          const [known, unknown] = [
            await drawn(recipe, rows),
            await drawn(recipe, rows, { periodOf: () => undefined }),
          ];
          expect(known.svg).toBe(unknown.svg);
          expect(known.alt).toBe(unknown.alt);
          expect(known.longDescription).toBe(unknown.longDescription);
        },
      ),
      { numRuns: inPart(20, 3) },
    );
  });
});
