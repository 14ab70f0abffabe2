import fc from "fast-check";
import { expect, test } from "vitest";
import { compileChart, likertSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { recordingContext } from "./recording-context.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const spec = likertSpec({
  category: "area",
  answer: "part",
  share: "n",
  left: ["Remain"],
  middle: "Did not vote",
  right: ["Leave"],
});
const rowsOf = (shares: readonly number[], further: readonly object[] = []) => [
  ...shares.flatMap((leave, index) =>
    [0.7 - leave, leave, 0.3].map((n, part) => ({
      area: `Borough ${"ABCDEFGH"[index]}`,
      part: ["Remain", "Leave", "Did not vote"][part],
      n,
      state: "value",
    })),
  ),
  ...further,
];
const drawn = async (rows: readonly object[], widthPx: number, lang = "en-GB") => {
  const words = createWords({ language: findLanguage(lang) });
  const chart = await (await compileChart({ id: "parts", spec, fonts, widthPx, words })).render(rows as never);
  expect(chart.untraced).toEqual([]);
  expect(overlaps(chart)).toEqual([]);
  return chart.texts.join(" ");
};
const note = "Parts without a figure are too short for it: the data of the chart have it.";

test("says so where parts have no room for their figures, and where these are", async () => {
  const narrow = await drawn(rowsOf([0.05, 0.3, 0.4]), 340);
  expect(narrow).not.toMatch(/(?:^| )5%/);
  expect(narrow).toContain(note);
  expect(await drawn(rowsOf([0.05, 0.3, 0.4]), 340, "cy")).toContain(
    "Nid oes lle i ffigurau yn y rhannau byrraf: maent yn nata'r siart.",
  );
  // All have room, or there is no part.
  for (const [shares, widthPx] of [
    [[0.1, 0.3, 0.4], 640],
    [[0.1, 0.35, 0.4], 340],
    [[0, 0.35, 0.4], 340],
  ] as const)
    expect(await drawn(rowsOf(shares), widthPx)).not.toContain(note);
});

test("stands above answers that no side names", async () => {
  const other = { area: "Borough A", part: "Spoilt", n: 0.02, state: "value" };
  const texts = await drawn(rowsOf([0.05, 0.3, 0.4], [other]), 340);
  expect(texts).toContain(note);
  expect(texts).toContain("Spoilt 2%");
});

const opinions = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];
const opinionSpec = likertSpec({
  category: "statement",
  answer: "answer",
  share: "n",
  left: opinions.slice(0, 2),
  middle: "Neither",
  right: opinions.slice(3),
});

test("on a telephone a bar is as wide as the picture, and has a figure in all parts of a tenth or more", async () => {
  const rows = Object.entries({
    "Courts are fair": [10, 11, 40, 27, 12],
    "Sentences fit the offence": [26, 31, 17, 16, 10],
  }).flatMap(([statement, shares]) =>
    shares.map((share, index) => ({ statement, answer: opinions[index] as string, n: share / 100, state: "value" })),
  );
  const { narrow } = await (await compileChart({ id: "answers", spec: opinionSpec, fonts })).render(rows, {
    narrowPx: 340,
  });
  expect(narrow?.untraced).toEqual([]);
  for (const { n } of rows) expect(narrow?.texts).toContain(`${Math.round(n * 100)}%`);
  expect(narrow?.texts.join(" ")).not.toContain(note);
});

test("on a wide page the outermost answers of both sides, and the one that takes neither, have their figures however few they are", async () => {
  const answers = ["Not at all", "Not much", "No answer", "Some", "A lot"];
  const asked = likertSpec({
    category: "statement",
    answer: "answer",
    share: "n",
    left: answers.slice(0, 2),
    middle: "No answer",
    right: answers.slice(3),
  });
  const chart = await compileChart({ id: "answers", spec: asked, fonts, widthPx: 640 });
  const part = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 100 }));
  const row = fc.tuple(part, part, part, part, part).filter((parts) => parts.some((each) => each > 0));
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
      const figures = rows.map((parts) => {
        const whole = parts.reduce((sum, each) => sum + each, 0);
        return parts.map((each) => Math.round((1000 * each) / whole) / 1000);
      });
      const drawn = await chart.render(
        figures.flatMap((shares, index) =>
          shares.map((n, at) => ({
            statement: `Place ${"ABCD"[index]}`,
            answer: answers[at] as string,
            n,
            state: "value",
          })),
        ),
      );
      expect(drawn.untraced).toEqual([]);
      expect(overlaps(drawn)).toEqual([]);
      // Behind an outermost answer that nobody gave, the next one is the outermost.
      const outermost = figures.flatMap(([a = 0, b = 0, middle = 0, c = 0, d = 0]) => [a || b, middle, d || c]);
      const written = drawn.texts.filter((text) => /^\d+%$/.test(text));
      for (const figure of outermost.filter((each) => each > 0)) {
        const place = written.indexOf(`${Math.round(100 * figure)}%`);
        expect(place, `${figure} in ${written.join(" ")}`).toBeGreaterThanOrEqual(0);
        written.splice(place, 1);
      }
    }),
    { numRuns: 25 },
  );
});

const questions = ["Fair", "Clear", "Kind", "Known", "Quick"];
const opinionsOf = (shares: readonly (readonly number[])[]) =>
  shares.flatMap((own, row) =>
    own.map((n, index) => ({ statement: questions[row] as string, answer: opinions[index] as string, n: n / 100 })),
  );

const barPx = 18;
const numbersIn = (call = "") => [...call.matchAll(/-?[\d.]+/g)].map(Number);

/** Of each bar on a telephone, from the top: where its parts begin and end, px. */
async function telephoneBars(rows: readonly Readonly<Record<string, string | number>>[]) {
  const chart = await (await compileChart({ id: "opinions", spec: opinionSpec, fonts, widthPx: 340 })).render(rows);
  const { context, calls } = recordingContext();
  chart.draw(context);
  // All parts stand in the first group of the chart, and nothing else there is as high.
  const [left = 0, above = 0] = numbersIn(calls.find((call) => call.startsWith("translate(")));
  const bars = new Map<number, number[]>();
  for (const call of calls) {
    const [x = 0, y = 0, width = 0, height] = call.startsWith("rect(") ? numbersIn(call) : [];
    if (height !== barPx) continue;
    bars.set(above + y, [...(bars.get(above + y) ?? []), left + x, left + x + width]);
  }
  const parts = [...bars].toSorted(([a], [b]) => a - b).map(([top, edges]) => ({ top, edges }));
  return { parts, boxes: textBoxes(chart) };
}

test("bars of answers that rounding takes from a whole end where all others do, and those of fewer answers do not", async () => {
  const { parts } = await telephoneBars(
    opinionsOf([
      [10, 20, 20, 30, 20],
      [10, 20, 20, 30, 19],
      [10, 20, 20, 30, 21],
      [10, 20, 20, 30, 14],
    ]),
  );
  const [whole = 0, less = 0, more = 0, lacking = 0] = parts.map(({ edges }) => Math.max(...edges));
  expect(less).toBeCloseTo(whole);
  expect(more).toBeCloseTo(whole);
  expect(lacking).toBeLessThan(whole - 10);
});

test("a bar whose last hundredth is written below it is not drawn as if it had none", async () => {
  const rows = opinionsOf([
    [10, 20, 20, 30, 20],
    [10, 20, 20, 30, 19],
  ]);
  const { parts } = await telephoneBars([...rows, { statement: "Clear", answer: "Do not know", n: 0.01 }]);
  const [whole = 0, less = 0] = parts.map(({ edges }) => Math.max(...edges));
  expect(less).toBeLessThan(whole - 2);
});

test("no figure touches the line at an end of its part", async () => {
  const { parts, boxes } = await telephoneBars(
    opinionsOf([5, 6, 7, 8, 9].map((small, index) => [small, small + index, 10 - index, 50, 40 - 2 * small])),
  );
  const written = boxes.filter(({ text }) => /^\d+%$/.test(text));
  expect(parts).toHaveLength(questions.length);
  expect(written.length).toBeGreaterThan(10);
  for (const { left, right, top, text } of written) {
    const { edges = [] } = parts.findLast((bar) => bar.top < top) ?? {};
    const clear = Math.min(...edges.map((edge) => Math.max(left - edge, edge - right)));
    expect(clear, text).toBeGreaterThan(1.5);
  }
});
