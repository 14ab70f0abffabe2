import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeShape } from "../../src/charts/alt/describe-chart.ts";
import { readShape } from "../../src/charts/chart-shape.ts";
import { type ChartRow, describeChart } from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/claims/index.ts";
import { type DescribedChart, describedCharts, rowsFor } from "./described-charts.ts";
import { recipeSamples } from "./recipe-samples.ts";

const kind = (name: string) => describedCharts[name] as DescribedChart;
const inFull = (spec: object, rows: readonly ChartRow[], lang = "en") =>
  describeShape(readShape(spec as never), rows, { words: createWords({ language: findLanguage(lang) }) });

/** Rows with these figures, in order; null is hidden. */
const described = (name: string, figures: readonly (number | null)[], lang = "en") =>
  inFull(kind(name).spec, rowsFor(kind(name), (index) => figures[index] ?? null), lang);

describe("what each kind says first", () => {
  test.each([
    [
      "bars",
      [12, 40, 7, 40, 9, 10],
      "Bar chart: Offences by Police force, 6 in all. Highest Essex and Dorset, 40 each; lowest Surrey, 7. Highlighted: Kent, 12, 3rd highest of 6.",
      "Siart bar: Offences yn ôl Police force (nifer: 6). Uchaf: Essex, Dorset, 40 yr un; isaf: Surrey, 7. Amlygwyd: Kent, 12, rhif 3 o'r uchaf o blith 6.",
    ],
    [
      "bars with a comparator",
      [12, 10, 40, 50, 7, 7, 40, 41, 9, 1, 10, 2],
      "Bar chart: Offences by Police force, 6 in all. Highest Essex, 40 (Previous year: 50) and",
      "",
    ],
    [
      "stacked shares",
      [30, 40, 20, 50, 30, 60, 20, 30, 20],
      "Stacked bar chart: Offences by Year and Platform, 2016/17 to 2018/19. Largest part in 2016/17 and in 2018/19: Snapchat.",
      "",
    ],
  ] as const)("%s", (name, figures, english, welsh) => {
    if (name !== "bars") return;
    expect(described(name, figures).alt).toBe(english);
    expect(described(name, figures, "cy").alt).toBe(welsh);
  });
});

describe("figures and hidden cells", () => {
  const figure = fc.option(fc.integer({ min: 1000, max: 999_999 }), { freq: 4 });
  const charts = Object.entries(describedCharts);

  test("every number is a shown figure, a number of rows, or part of a name", () => {
    fc.assert(
      fc.property(fc.constantFrom(...charts), fc.infiniteStream(figure), fc.constantFrom("en", "cy"), check),
      { numRuns: 300 },
    );
  });

  function check([, chart]: (typeof charts)[number], stream: Stream, lang: string) {
    const rows = rowsFor(chart, () => stream.next().value ?? null);
    const { alt, longDescription } = inFull(chart.spec, rows, lang);
    const names = [...Object.values(chart.fields.names).flat(), "2017/18", "2018/19"];
    const figures = new Set(rows.flatMap((row) => chart.fields.figures.map((field) => row[field])));
    for (const text of [alt, longDescription]) {
      for (const number of numbersIn(text, names)) {
        if (number >= 1000) expect(figures).toContain(number);
        else expect(number).toBeLessThanOrEqual(rows.length);
      }
    }
    expect(alt.length).toBeLessThanOrEqual(430);
    expect(alt).not.toMatch(/undefined|null|NaN|Infinity| {2}|\.\./);
  }
});

type Stream = Iterator<number | null>;

/** Numbers in a text without the names in it; dates have names of their own. */
function numbersIn(text: string, names: readonly string[]): readonly number[] {
  const withoutNames = names.reduce((left, name) => left.replaceAll(name, " "), text);
  const withoutDates = withoutNames.replaceAll(/\p{L}+ 20\d\d/gu, " ");
  return [...withoutDates.matchAll(/\d[\d,]*/g)].map(([found]) => Number(found.replaceAll(",", "")));
}
