import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  barSpec,
  bulletSpec,
  type ChartRow,
  compileChart,
  describeChart,
  dumbbellSpec,
  heatSpec,
  likertSpec,
  pyramidSpec,
  shareSpec,
  smallMultiplesSpec,
  trendSpec,
} from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { trials } from "../support/trials.ts";
import { fonts } from "./chart-fonts.ts";

const sectors = ["Construction", "Education", "Farming", "Transport", "Retail", "Health", "Energy", "Water"];
const sexes = ["Male", "Female"];
const wordsOf = (lang: string) => createWords({ language: findLanguage(lang) });

/** Figures of men and women in each sector, of which some are hidden; the first sector is marked. */
const rowsOf = (figures: readonly (number | null)[]): readonly ChartRow[] =>
  sectors.flatMap((sector, index) =>
    sexes.map((sex, at) => {
      const n = figures[index * sexes.length + at] ?? null;
      return { sector, sex, n, target: 50, highlight: index === 0, state: n === null ? "suppressed" : "value" };
    }),
  );

const named = { category: "sector", value: "n" } as const;
const specs: Readonly<Record<string, object>> = {
  bars: barSpec({ x: "sector", y: "n", series: "sex" }),
  pyramid: pyramidSpec({ ...named, side: "sex" }),
  dumbbell: dumbbellSpec({ ...named, series: "sex" }),
  heat: heatSpec({ row: "sector", column: "sex", value: "n" }),
  shares: shareSpec({ period: "sector", category: "sex", share: "n" }),
  likert: likertSpec({ category: "sector", answer: "sex", share: "n", left: ["Male"], right: ["Female"] }),
  multiples: smallMultiplesSpec({ x: "sex", y: "n", series: "sector" }),
  bullet: bulletSpec({ ...named, comparator: "target", comparatorTitle: "Target" }),
};

const ranks = {
  en: /Highlighted: (?<names>[^.]*?), (?<figure>\d+), (?<joint>joint )?(?:(?<place>\d+)(?:st|nd|rd|th) )?(?<order>highest|lowest) of (?:the )?(?<of>\d+)/g,
  cy: /Amlygwyd: (?<names>[^.]*?), (?<figure>\d+), (?:rhif (?<place>\d+) o'r )?(?<order>uchaf|isaf)(?<joint> \(cydradd\))? o blith (?:y )?(?<of>\d+)/g,
};

describe("a rank is among figures that are alike", () => {
  const figure = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }) }, fc.constant(null));
  test.each(Object.entries(specs))("%s", (name, spec) => {
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 16, maxLength: 16 }),
        fc.constantFrom("en" as const, "cy" as const),
        (figures, lang) => {
          // Of the marked sector one figure is hidden: of two there is no rank.
          const all = rowsOf(figures.with(1, null));
          const rows = name === "bullet" ? all.filter(({ sex }) => sex === "Male") : all;
          const alt = describeChart(spec, rows, { words: wordsOf(lang) });
          for (const { groups = {} } of alt.matchAll(ranks[lang])) {
            const alike = rows.filter(
              ({ sex, n }) => n !== null && (name === "bullet" || groups.names?.includes(`${sex}`)),
            );
            const beyond = alike.filter(({ n }) =>
              /highest|uchaf/.test(groups.order ?? "")
                ? Number(n) > Number(groups.figure)
                : Number(n) < Number(groups.figure),
            );
            const tied = alike.filter(({ n }) => String(n) === groups.figure);
            expect([Number(groups.of), Number(groups.place ?? 1), groups.joint !== undefined]).toEqual([
              alike.length,
              beyond.length + 1,
              tied.length > 1,
            ]);
          }
        },
      ),
      { numRuns: trials(300, 60) },
    );
  });

  test("where each thing has one figure, it is among all, whatever its colour", () => {
    const rows = sectors.map((sector, index) => ({
      sector,
      sex: sexes[index % 2],
      n: index + 1,
      highlight: index === 6,
    }));
    const spec = {
      mark: "bar",
      encoding: {
        x: { field: "n", type: "quantitative" },
        y: { field: "sector", type: "nominal", sort: null },
        color: { field: "sex", type: "nominal" },
      },
    };
    expect(describeChart(spec, rows as readonly ChartRow[])).toContain("2nd highest of 8");
  });
});

const given: readonly (number | null)[] = [null, 41, 12, 30, null, null, 7, 9, 33, 18, 25, 40, 59, 8, 14, 21];

describe("of whom the chart is about, what is shown and what is not come first", () => {
  test.each(["bars", "pyramid"])("%s: both halves, before the names of what is hidden", (name) => {
    const long = rowsOf(given).map((row) => ({ ...row, sector: `${row.sector} and trades` }));
    const alt = describeChart(specs[name] as object, long);
    expect(alt.length).toBeLessThanOrEqual(400);
    expect(alt).toContain("Female, 41, highest of the 7 shown.");
    expect(alt).toContain("Male, suppressed.");
    expect(alt).toContain(" Male: of the 6 shown, highest Energy and trades, 59; lowest Transport and trades, 7.");
    expect(alt).toContain(" Female: of the 7 shown, highest Construction and trades, 41; lowest Energy and trades, 8.");
    expect(alt).toContain("3 values are suppressed.");
    expect(alt).not.toContain("And 1 more");
  });

  test.each(["bars", "pyramid", "heat"])("%s: once that all of it is hidden", (name) => {
    const alt = describeChart(specs[name] as object, rowsOf(given.with(1, null)));
    expect(alt).toContain("Highlighted: Construction, suppressed.");
    expect(alt.split("Highlighted")).toHaveLength(2);
  });

  test.each([
    ["en", "Construction, suppressed (Male) and 41 (Female)."],
    ["cy", "Construction, gwerth a ataliwyd (Male), 41 (Female)."],
  ])("a dumbbell with one of its dots: %s", (lang, said) => {
    expect(describeChart(specs.dumbbell as object, rowsOf(given), { words: wordsOf(lang) })).toContain(said);
  });
});

const years = ["2015", "2016", "2017"];
/** The first goes its own way, or the second. */
const byYear = (rising: number): readonly ChartRow[] =>
  sectors.flatMap((sector, index) =>
    years.map((period, at) => ({
      sector,
      period,
      n: index === rising ? 10 + at : 90 - index - at * (1 + index),
      highlight: index === 0,
    })),
  );
const trend = trendSpec({ x: "period", y: "n", series: "sector" });

describe("the furthest move", () => {
  test.each([
    [0, "en", "2015 to 2017: 1 rose and 7 fell. Largest fall: Water, from 83 to 67."],
    [1, "en", "The only rise: Education, from 10 to 12."],
    [1, "cy", "Yr unig gynnydd: Education, o 10 i 12."],
  ])("of the only one that went its way: %i, %s", (rising, lang, said) => {
    const alt = describeChart(trend, byYear(rising), { words: wordsOf(lang) });
    expect(alt).toContain(said);
    expect(alt).not.toContain("rise: Construction");
  });

  test("of whom the chart is about is told without the figures that its own sentence has", () => {
    const rows = byYear(1).map((row) => ({ ...row, highlight: row.sector === "Water" }));
    expect(describeChart(trend, rows)).toContain(
      "Water: 83 in 2015, falling to 67 in 2017. 2015 to 2017: 1 rose and 7 fell. Largest fall: Water. The only rise: Education, from 10 to 12.",
    );
  });
});

test.each([
  ["en", "Note at 2017, Construction: After: suppressed."],
  ["cy", "Nodyn, 2017, Construction: After: gwerth a ataliwyd."],
])("a note with a figure that is not shown says why, as the picture does: %s", (lang, said) => {
  const spec = trendSpec({
    x: "period",
    y: "n",
    series: "sector",
    annotations: [{ kind: "text", at: { period: "2017", sector: "Construction" }, text: "After:", value: "n" }],
  });
  const rows = byYear(0).map((row) =>
    row.period === "2017" && row.highlight === true ? { ...row, n: null, state: "suppressed" } : row,
  );
  expect(describeChart(spec, rows, { words: wordsOf(lang) })).toContain(said);
});

test.each([{ bin: true }, { timeUnit: "year" }, { type: "temporal" }])(
  "a stack of means is no mean: %j",
  async (color) => {
    const values = Array.from({ length: 40 }, (_, index) => ({
      a: "PQRS"[index % 4],
      n: (index * 37) % 50,
      c: "bin" in color ? index : `20${10 + (index % 5)}-03-01`,
    }));
    const spec = {
      data: { values },
      mark: "bar",
      encoding: {
        x: { aggregate: "mean", field: "n" },
        y: { field: "a", type: "nominal" },
        color: { field: "c", ...color },
      },
    };
    const { alt } = await (await compileChart({ id: "chart", spec, fonts, data: "inline", trusted: true })).render([]);
    expect(alt).not.toContain("ighest");
  },
);

test("Welsh writes numbers of things as it writes figures, and softens what `o` and `i` soften", () => {
  const { charts } = wordsOf("cy");
  expect(charts.more(2637)).toBe("Nifer y rhai eraill: 2,637.");
  expect(charts.interval({ figure: "", low: charts.about("10"), high: charts.about("20") })).toBe("o dua 10 i dua 20");
});
