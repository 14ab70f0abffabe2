import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as charts from "../../src/charts/index.ts";
import { type ChartAnnotation, type ChartRow, compileChart } from "../../src/charts/index.ts";
import { annotationsShown } from "../../src/charts/recipes/annotations.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { createWords, findLanguage, languages } from "../../src/language/index.ts";
import { inPart, someOf, trials } from "../support/trials.ts";
import { faultsOf } from "./awkward-faults.ts";
import { fonts } from "./chart-fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { strokesIn } from "./strokes-in.ts";
import { textBoxes } from "./text-boxes.ts";

const years = ["2017", "2018", "2019", "2020", "2021", "2022"] as const;
const rows: readonly ChartRow[] = years.map((period, index) => ({
  period,
  n: index === 4 ? null : 20 + ((index * 7) % 5),
  low: index === 4 ? null : 18,
  high: index === 4 ? null : 27,
  goal: 22.5,
  middle: 15,
  state: index === 4 ? "suppressed" : "value",
}));

/** One of each kind, as a recipe over periods takes them. */
const each = {
  text: { kind: "text", at: { period: "2019" }, text: "New guidance", value: "n" },
  reference: { kind: "reference", value: "middle", label: "Median" },
  target: { kind: "target", value: "goal", label: "Target" },
  shaded: { kind: "shaded", from: "2018", to: "2020", label: "Courts closed" },
  break: { kind: "break", from: "2021", label: "New counting rules" },
  band: { kind: "band", low: "low", high: "high", label: "Likely range" },
} as const satisfies Record<string, ChartAnnotation>;
type Kind = keyof typeof each;
const kinds = Object.keys(each) as Kind[];

/** Every recipe, with options that name fields of the rows as far as it looks at them before it refuses. */
const fields = {
  x: "period",
  y: "n",
  series: "period",
  category: "period",
  value: "n",
  row: "period",
  column: "period",
  period: "period",
  share: "n",
  area: "period",
  low: "low",
  high: "high",
  population: "goal",
  comparator: "goal",
  comparatorTitle: "Target",
  tiles: {},
  geometry: { type: "FeatureCollection", features: [] },
  key: "name",
};
const recipes = Object.entries(charts as Readonly<Record<string, unknown>>)
  .filter(([name]) => /Spec$/.test(name) && name !== "renderSpec")
  .map(([name, recipe]) => [name, recipe as (options: object) => object] as const);
const shownBy = (recipe: string): readonly Kind[] =>
  recipe in annotationsShown ? annotationsShown[recipe as keyof typeof annotationsShown] : [];

describe.each(recipes.filter(([name]) => shownBy(name).length < kinds.length))("%s", (name, recipe) => {
  test.each(kinds.filter((kind) => !shownBy(name).includes(kind)))("refuses %s, and says what can be shown", (kind) => {
    const asked = () => recipe({ ...fields, annotations: [each[kind]] });
    expect(asked).toThrow(BriefingError);
    expect(asked).toThrow(`${name} cannot show an annotation of the kind "${kind}"`);
    try {
      asked();
    } catch (error) {
      const [{ code, hint = "" } = { code: "" }] = (error as BriefingError).diagnostics;
      expect(code).toBe("chart-annotation");
      for (const shown of shownBy(name)) expect(hint).toContain(shown);
      expect(hint).toContain(`"${kind}" is shown by trendSpec`);
    }
  });
});

const render = async (spec: object, { given = rows, widthPx = 640, lang = "en-GB" } = {}) => {
  const words = createWords({ language: findLanguage(lang, languages) });
  const chart = await compileChart({ id: "chart", spec, fonts, words, widthPx });
  return chart.render(given, { narrowPx: 340 });
};
const trend = (annotations: NonNullable<charts.TrendSpecOptions["annotations"]>, others: object = {}) =>
  charts.trendSpec({ x: "period", y: "n", yTitle: "Offences", annotations, ...others });

test.each([40, 44, 48, 52])("no line runs through the figures of columns: %i", async (at) => {
  const given = [30, 42, 46, 50].map((n, index) => ({ period: `201${index}`, n, at }));
  const annotations = [{ kind: "reference", value: "at", label: "Before" }] as const;
  const chart = await render(charts.barSpec({ x: "period", y: "n", annotations }), { given });
  expect(faultsOf(chart, { widthPx: 640, rows: given, names: ["period"], writesOnShapes: false })).toEqual([]);
});

test("no name of a line heads the figures of a ranking", async () => {
  const annotations = [
    { kind: "reference", value: "median", label: "Median" },
    { kind: "target", value: "goal", label: "Target" },
  ] as const;
  const spec = charts.rankingSpec({ category: "period", value: "n", annotations });
  const figure = fc.integer({ min: 1, max: 60 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(figure, { minLength: 3, maxLength: 9 }),
      figure,
      figure,
      fc.constantFrom(640, 340),
      async (figures, median, goal, widthPx) => {
        const given = figures.map((n, index) => ({ period: `Area ${"ABCDEFGHI"[index]}`, n, median, goal }));
        const chart = await render(spec, { given, widthPx });
        expect(faultsOf(chart, { widthPx, rows: given, names: ["period"], writesOnShapes: false })).toEqual([]);
        const boxes = textBoxes(chart);
        const column = Math.min(...boxes.filter(({ text }) => /^\d+$/.test(text)).map(({ left }) => left));
        const names = boxes.filter(({ text }) => /^(?:Median|Target) \d+$/.test(text));
        expect(names).toHaveLength(2);
        for (const { right } of names) expect(right).toBeLessThan(column);
      },
    ),
    { numRuns: trials(300, 40) },
  );
});

describe("all kinds on a trend", () => {
  const spec = trend(Object.values(each));

  test.each([640, 400, 340, 320])("at %i px: drawn, traced, no text on another, none cut off", async (widthPx) => {
    const chart = await render(spec, { widthPx });
    // Beside the names of lines across, a telephone has no room for every year.
    const names = widthPx < 340 ? [] : ["period"];
    expect(faultsOf(chart, { widthPx, rows, names, writesOnShapes: false })).toEqual([]);
    expect(chart.diagnostics).toEqual([]);
    const drawn = chart.texts.join(" ").replaceAll(/\s+/g, " ");
    for (const text of [
      "Offences",
      "New guidance 24",
      "Median 15",
      "Target 22.5",
      "Courts closed",
      "New counting rules",
    ])
      expect(drawn).toContain(text);
  });

  test("are told, each once, and their figures are columns of the table", async () => {
    const { alt, longDescription, table } = await render(spec);
    const told = `${alt}\n${longDescription}`;
    const sentences = [
      "Note at 2019: New guidance 24.",
      "Line across: Median, 15.",
      "Target line: Target, 22.5.",
      "Shaded, 2018 to 2020: Courts closed.",
      "Break before 2021: New counting rules.",
      "Band around the figures: Likely range.",
    ];
    for (const sentence of sentences) expect(told).toContain(sentence);
    expect(alt.length).toBeLessThanOrEqual(400);
    expect(table.columns.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Median", "Target", "Likely range, lower end", "Likely range, upper end"]),
    );
  });

  test("are told in Welsh", async () => {
    const { alt, longDescription } = await render(spec, { lang: "cy" });
    const told = `${alt}\n${longDescription}`;
    expect(told).toContain("Toriad cyn 2021: New counting rules.");
    expect(told).toContain("Llinell darged: Target, 22.5.");
    expect(told).toContain("Nodyn, 2019: New guidance 24.");
  });

  test("are drawn in a PDF's context as on a page", async () => {
    const chart = await render(spec);
    const { context, calls } = recordingContext();
    chart.draw(context);
    expect(calls.filter((call) => /fillText\(.*(Target 22.5|Courts closed)/.test(call))).toHaveLength(2);
  });
});

test("a shaded stretch takes no room but its note's", async () => {
  const [shaded, noted] = await Promise.all([
    render(trend([each.shaded])),
    render(trend([{ kind: "text", at: { period: "2019" }, text: "Courts closed" }])),
  ]);
  expect(Math.abs(shaded.heightPx - noted.heightPx)).toBeLessThan(8);
  expect(shaded.untraced).toEqual([]);
});

test("every stretch from one period to another is drawn, the first and the last ones too", async () => {
  const periods = years;
  const stretches = periods.flatMap((from, first) => periods.slice(first).map((to) => ({ from, to })));
  const shaded = (stretch: (typeof stretches)[number]) => [{ ...each.shaded, ...stretch }];
  for (const stretch of someOf(stretches, inPart(stretches.length, 7))) {
    for (const spec of [trend(shaded(stretch)), charts.barSpec({ x: "period", y: "n", annotations: shaded(stretch) })])
      expect([stretch, (await render(spec)).untraced]).toEqual([stretch, []]);
  }
});

test.each([340, 480])(
  "columns that have no room are bars, with notes above them and at their rows: %i px",
  async (widthPx) => {
    const long = rows.map((row, index) => ({
      ...row,
      n: index === 4 ? null : (20 + index) * 10 ** 12,
      period: `${years[index]}, whole year`,
    }));
    const at = (year: string) => `${year}, whole year`;
    const annotations = [
      { kind: "shaded", from: at("2018"), to: at("2020"), label: "Courts closed" },
      { kind: "break", from: at("2021"), label: "New counting rules" },
      { kind: "text", at: { period: at("2022") }, text: "After it" },
    ] as const;
    const spec = charts.barSpec({ x: "period", y: "n", format: ",.0f", annotations });
    const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(long);
    // A shade is a wide line, and figures are read on it.
    const faults = faultsOf(chart, { widthPx, rows: long, names: ["period"], writesOnShapes: false });
    expect(faults.filter((fault) => !fault.startsWith("on a line"))).toEqual([]);
    expect(chart.sentences).toEqual(
      expect.arrayContaining([
        "2018, whole year – 2020, whole year: Courts closed",
        "2021, whole year: New counting rules",
        "2022, whole year: After it",
      ]),
    );
    // A line from left to right between the rows of 2020 and 2021.
    const { context, calls } = recordingContext();
    chart.draw(context);
    const row = (year: string) => textBoxes(chart).find(({ text }) => text === at(year)) ?? { top: 0, bottom: 0 };
    const across = strokesIn(calls).filter(
      ({ ends: [x0, y0, x1, y1] }) =>
        y0 === y1 && Math.abs(x1 - x0) > 100 && y0 > row("2020").top && y0 < row("2021").bottom,
    );
    expect(across).toHaveLength(1);
    expect(chart.svg).toMatch(/opacity="0.1"/);
  },
);

test("a figure among the words is an error, like a figure that no row has", async () => {
  const typed = await render(trend([{ kind: "text", at: { period: "2019" }, text: "Up by 30%" }]));
  expect(typed.untraced.map(({ code }) => code)).toContain("untraced-figure");
  const label = await render(trend([{ kind: "target", value: "goal", label: "Target of 19" }]));
  expect(label.untraced.map(({ code }) => code)).toContain("untraced-figure");
});

test("of a hidden figure nothing is told or drawn but the words", async () => {
  const chart = await render(trend([{ kind: "text", at: { period: "2021" }, text: "Figure withheld" }]));
  expect(chart.untraced).toEqual([]);
  expect(chart.texts).toContain("Figure withheld");
});

test.each([
  ["trendSpec", trend([each.reference, each.target, each.band])],
  [
    "rankingSpec",
    charts.rankingSpec({ category: "period", value: "n", annotations: [each.reference, each.target] as never }),
  ],
])("%s: a line or a band of figures that no row has is left out, and is a warning that names it", async (_, spec) => {
  const chart = await compileChart({ id: "chart", spec, fonts });
  const { texts, diagnostics } = await chart.render(
    rows.map((row) => ({ ...row, middle: null, goal: null, low: null, high: null })),
  );
  expect(texts.join("|")).not.toMatch(/Median|Target|Likely/);
  const labels = JSON.stringify(spec).includes("Likely") ? ["Median", "Target", "Likely range"] : ["Median", "Target"];
  expect(diagnostics.map(({ code, message }) => [code, /"([^"]*)"/.exec(message)?.[1]])).toEqual(
    labels.map((label) => ["chart-annotation-unplaced", label]),
  );
});

test("what belongs to no row is left out, is not told, and is a warning that names it", async () => {
  const { alt, texts, diagnostics } = await render(
    trend([{ kind: "shaded", from: "2018", to: "2031", label: "Closed" }, each.break]),
  );
  expect(texts).not.toContain("Closed");
  expect(alt).not.toContain("Closed");
  expect(diagnostics.map(({ code }) => code)).toEqual(["chart-annotation-unplaced"]);
  expect(diagnostics[0]?.message).toContain("2018, 2031");
  const like = await render(trend([{ ...each.break, from: "2021-01" }]));
  expect(like.diagnostics.map(({ hint }) => hint)).toEqual([
    'Write it as the rows do, "2021", or leave the annotation out where it does not apply.',
  ]);
});

test("a text that does not say where it stands, three lines and eleven notes are refused", () => {
  expect(() => trend([{ kind: "text", at: { area: "Kent" }, text: "Here" }])).toThrow('Say it by the field "period"');
  expect(() => trend(Array.from({ length: 3 }, () => each.target))).toThrow("is given 3 lines to compare with");
  expect(() => trend(Array.from({ length: 11 }, () => each.break))).toThrow("is given 11 notes");
});

test("of several lines, a text stands at the one that it names", async () => {
  const two = ["Kent", "Essex"].flatMap((area, at) => rows.map((row) => ({ ...row, area, n: at === 0 ? 30 : 12 })));
  const spec = trend([{ kind: "text", at: { period: "2019", area: "Essex" }, text: "Here:", value: "n" }], {
    series: "area",
  });
  const { texts, untraced, alt, longDescription } = await render(spec, { given: two });
  expect(untraced).toEqual([]);
  expect(texts).toContain("Here: 12");
  expect(`${alt} ${longDescription}`).toContain("Note at 2019, Essex: Here: 12.");
});

test("notes of a spec that no recipe wrote are none", async () => {
  const spec = charts.trendSpec({ x: "period", y: "n", annotations: [each.reference] });
  const written = JSON.stringify(spec);
  const damaged = written.replace(/"annotations":\[[^\]]*\]/, '"annotations":[null]');
  expect(damaged).not.toBe(written);
  const isTold = async (given: string) =>
    (await (await compileChart({ id: "trend", spec: JSON.parse(given), fonts })).render(rows)).alt.includes("Median");
  expect([await isTold(written), await isTold(damaged)]).toEqual([true, false]);
});

test.each([
  ["stripSpec", charts.stripSpec],
  ["histogramSpec", charts.histogramSpec],
] as const)("%s reaches to a line that lies beyond all figures", async (_, recipe) => {
  const beyond = fc.oneof(fc.integer({ min: 41, max: 400 }), fc.integer({ min: -400, max: -1 }));
  await fc.assert(
    fc.asyncProperty(beyond, async (target) => {
      const spec = recipe({
        category: "area",
        value: "n",
        annotations: [{ kind: "target", value: "target", label: "Target" }],
      });
      const given = [12, 25, 31, 40].map((n, index) => ({ area: `Area ${"abcd"[index]}`, n, target }));
      const chart = await (await compileChart({ id: "beyond", spec, fonts })).render(given);
      expect(chart.untraced).toEqual([]);
      const name = textBoxes(chart).find(({ text }) => text.startsWith("Target"));
      expect(name?.left).toBeGreaterThanOrEqual(-1);
      expect(name?.right).toBeLessThanOrEqual(chart.widthPx + 1);
    }),
    { numRuns: inPart(20, 6) },
  );
});

describe.each([640, 340])("a note by itself, at %i px", (widthPx) => {
  const label = "Olympic year and after";
  const draw = async (annotations: readonly ChartAnnotation[]) => {
    const spec = charts.trendSpec({ x: "period", y: "n", annotations: annotations as never });
    const chart = await (await compileChart({ id: "chart", spec, fonts, widthPx })).render(rows);
    expect(chart.untraced).toEqual([]);
    return textBoxes(chart);
  };

  test("stands over its line in words, wherever that is, and within the picture", async () => {
    for (const [from, to] of [
      ["2017", "2018"],
      ["2018", "2020"],
      ["2021", "2022"],
    ] as const) {
      const boxes = await draw([{ kind: "shaded", from, to, label }]);
      const own = boxes.filter(({ text }) => text.includes(label));
      expect(own.map(({ text }) => text)).toEqual([label]);
      expect(own[0]?.left).toBeGreaterThanOrEqual(0);
      expect(own[0]?.right).toBeLessThanOrEqual(widthPx);
      expect(boxes.map(({ text }) => text)).not.toContain("A");
    }
  });

  test("has a letter beside another where neither side has room for both", async () => {
    const boxes = await draw([
      { kind: "shaded", from: "2018", to: "2020", label },
      { kind: "break", from: "2021", label: "New counting rules" },
    ]);
    expect(boxes.some(({ text }) => text === "A")).toBe(widthPx === 340);
  });
});
