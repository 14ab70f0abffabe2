import { expect, test } from "vitest";
import { compileChart, likertSpec } from "../../src/charts/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { galleryFonts as fonts } from "./gallery/fonts.ts";
import { overlaps } from "./text-boxes.ts";

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

test("on a telephone a bar is as wide as the picture, and has a figure in all parts of a tenth or more", async () => {
  const answers = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"];
  const asked = likertSpec({
    category: "statement",
    answer: "answer",
    share: "n",
    left: answers.slice(0, 2),
    middle: "Neither",
    right: answers.slice(3),
  });
  const rows = Object.entries({
    "Courts are fair": [10, 11, 40, 27, 12],
    "Sentences fit the offence": [26, 31, 17, 16, 10],
  }).flatMap(([statement, shares]) =>
    shares.map((share, index) => ({ statement, answer: answers[index] as string, n: share / 100, state: "value" })),
  );
  const { narrow } = await (await compileChart({ id: "answers", spec: asked, fonts })).render(rows, { narrowPx: 340 });
  expect(narrow?.untraced).toEqual([]);
  for (const { n } of rows) expect(narrow?.texts).toContain(`${Math.round(n * 100)}%`);
  expect(narrow?.texts.join(" ")).not.toContain(note);
});
