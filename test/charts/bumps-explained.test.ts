import { expect, test } from "vitest";
import { bumpSpec, compileChart } from "../../src/charts/index.ts";
import { fonts } from "./chart-fonts.ts";
import { overlaps, textBoxes } from "./text-boxes.ts";

const clubs = ["Arden", "Brook", "Cole", "Dene", "Esk"];

/** Places of five clubs over three seasons; those named have none in the last, the first of them a hidden one. */
const rowsOf = (without: readonly string[]) =>
  ["2020", "2021", "2022"].flatMap((season) =>
    clubs.map((club, at) =>
      season === "2022" && without.includes(club)
        ? { club, season, place: null, state: club === without[0] ? "suppressed" : "missing" }
        : { club, season, place: at + 1 },
    ),
  );

const draw = async (rows: readonly object[], widthPx: number) => {
  const spec = bumpSpec({ x: "season", y: "place", series: "club" });
  return (await compileChart({ id: "bump", spec, fonts, widthPx })).render(rows as never);
};

test.each([860, 302])(
  "below names without a last place stands once what [c] and [x] mean, at %i px",
  async (widthPx) => {
    const chart = await draw(rowsOf(["Brook", "Cole", "Dene"]), widthPx);
    const boxes = textBoxes(chart);
    const said = chart.texts.filter((text) => /^\[[cx]\] /.test(text));
    expect(said.toSorted()).toEqual(["[c] suppressed", "[x] not available"]);
    const lastName = Math.max(
      ...boxes.filter(({ text }) => clubs.some((club) => text.includes(club))).map(({ bottom }) => bottom),
    );
    for (const { top, text } of boxes) if (said.includes(text)) expect(top).toBeGreaterThan(lastName);
    expect(overlaps(chart)).toEqual([]);
    expect(chart.untraced).toEqual([]);
  },
);

test("nothing is said of them where all have a last place", async () => {
  expect((await draw(rowsOf([]), 860)).texts.join(" ")).not.toMatch(/\[[cx]\]/);
});

test("seasons stand whole or in two lines on a telephone, so that some between the ends have a date", async () => {
  const rows = Array.from({ length: 10 }, (_, index) => `${1999 + index}/${String(100 + index).slice(1)}`).flatMap(
    (season) => clubs.map((club, at) => ({ club: `${club} Wanderers`, season, place: at + 1 })),
  );
  const narrow = await draw(rows, 340);
  expect(narrow.texts.filter((text) => /^\d{4}(?:\/\d{2})?$/.test(text)).length).toBeGreaterThanOrEqual(4);
  expect(narrow.texts.join("")).toContain("2008/09");
  expect(overlaps(narrow)).toEqual([]);
  expect(narrow.untraced).toEqual([]);
  expect((await draw(rows, 860)).texts).toContain("2003/04");
});
