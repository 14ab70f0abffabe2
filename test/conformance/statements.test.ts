import { describe, expect, test } from "vitest";
import { bulletSpec, type ChartRow, compileChart } from "../../src/charts/index.ts";
import { readRecipeNotes } from "../../src/charts/recipes/recipe-notes.ts";
import { BriefingError } from "../../src/diagnostics/index.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { awkwardData, awkwardRecipes } from "../charts/awkward-cases.ts";
import { describedCharts, rowsFor } from "../charts/described-charts.ts";
import { galleryFonts as fonts } from "../charts/gallery/fonts.ts";
import { gallery } from "../charts/gallery/index.ts";
import { recipeSamples } from "../charts/recipe-samples.ts";
import { isDeep, someAtTurn } from "../support/trials.ts";
import { checkDescription } from "./statements/check-description.ts";
import { type Drawing, drawTables } from "./statements/draw-tables.ts";
import { givenTables } from "./statements/given-tables.ts";

// As the charts are drawn: Vega reads dates without a zone in that of the machine.
process.env.TZ = "UTC";

const languages = ["en", "cy"] as const;
type Tag = (typeof languages)[number];

/** A quarter of a list in each language, others in the other one; all in both with `DEEP=1`. */
const inTurn = <T>(all: readonly T[], language: Tag): readonly T[] =>
  isDeep ? all : all.filter((_, index) => index % 4 === 2 * languages.indexOf(language));

/** Both ways of a chart in words. */
async function described(spec: object, language: Tag, rows?: readonly ChartRow[]): Promise<readonly string[]> {
  const own = rows === undefined ? ({ data: "inline" } as const) : {};
  const words = createWords({ language: findLanguage(language) });
  const chart = await compileChart({ id: "chart", spec, fonts, words, trusted: true, ...own });
  const { alt, longDescription } = await chart.render(rows ?? []);
  return [alt, longDescription].filter(Boolean);
}

const wrongIn = (
  texts: readonly string[],
  drawing: Drawing,
  { language, own }: { readonly language: Tag; readonly own?: string },
): readonly string[] =>
  texts.flatMap((text) =>
    checkDescription(text, drawing, { own, language }).flatMap((sentence) => (sentence.isTrue ? [] : [sentence.text])),
  );

/** A figure for each index, the same at each run: some alike, some below zero, each seventh hidden. */
const figure = (index: number): number | null => (index % 7 === 5 ? null : ((index * 7919) % 97) - 11);

describe.each(languages)("what descriptions say is so by Vega's own view of the chart: %s", (language) => {
  const charts = gallery.filter(({ kind }) => kind === "vega-lite");
  test.each(inTurn(charts, language).map(({ name, spec }) => [name, spec] as const))("gallery/%s", async (_, spec) => {
    const { description = "" } = spec as { readonly description?: string };
    const texts = await described(spec, language);
    expect(wrongIn(texts, await drawTables(spec), { language, own: description })).toEqual([]);
  });

  // A map has the shapes of its areas from elsewhere, and pairs of two fields have two figures in a row; recipes have both.
  const left = ["map", "dumbbell of two fields"];
  const kinds = Object.entries(describedCharts).filter(([name]) => !left.includes(name));
  test.each(inTurn(kinds, language))("%s", async (_, chart) => {
    const values = rowsFor(chart, figure);
    const spec = { ...chart.spec, data: { values } };
    const [drawn, given] = [await drawTables(spec), givenTables(spec, values)];
    // What is hidden is in the rows alone, and what the chart works out in its scene alone.
    const both = { ...drawn, tables: [...drawn.tables, ...given.tables] };
    expect(wrongIn(await described(spec, language), both, { language })).toEqual([]);
  });
});

/** Rows with one that has no figure for each place of a recipe that has none. */
function withLacking(spec: object, rows: readonly ChartRow[]): readonly ChartRow[] {
  const grid = readRecipeNotes(spec as Parameters<typeof readRecipeNotes>[0])?.grid;
  if (grid === undefined) return rows;
  const [first, second] = grid.fields.map((field) => [...new Set(rows.map((row) => row[field] ?? null))]);
  const lacking = (first ?? []).flatMap((one) =>
    (second ?? [])
      .filter((other) => !rows.some((row) => row[grid.fields[0]] === one && row[grid.fields[1]] === other))
      .map((other) => ({ [grid.fields[0]]: one, [grid.fields[1]]: other, [grid.value]: null })),
  );
  return [...rows, ...lacking];
}

describe.each(languages)("what descriptions of recipes say is so by their rows: %s", (language) => {
  const ofLanguage = languages.indexOf(language);

  test.each(inTurn(recipeSamples, language).map(({ name, ...sample }) => [name, sample] as const))(
    "%s",
    async (_, { spec, rows }) => {
      const all = withLacking(spec, rows);
      expect(wrongIn(await described(spec, language, rows), givenTables(spec, all), { language })).toEqual([]);
    },
  );

  // All data with `DEEP=1`; else two, which are others for each recipe and language.
  const recipes = awkwardRecipes.map((recipe, turn) => ({ recipe, turn: turn + ofLanguage }));
  test.each(recipes.map((own) => [own.recipe.name, own] as const))("%s", async (_, { recipe, turn }) => {
    const wrong: string[] = [];
    for (const data of someAtTurn(awkwardData, 2, turn)) {
      const [spec, rows] = [recipe.spec(data, 640), recipe.rows(data)];
      const texts = await described(spec, language, rows).catch((error: unknown) => {
        if (error instanceof BriefingError) return [];
        throw error;
      });
      const found = wrongIn(texts, givenTables(spec, rows), { language });
      wrong.push(...found.map((sentence) => `${data.name}: ${sentence}`));
    }
    expect(wrong).toEqual([]);
  });
});

/** A sentence with its last figure, other than a year or a date, one step higher. */
const oneMore = (text: string): string => text.replace(/(\d)(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));

describe("the check sees what is wrong", () => {
  test.each(languages)("a sentence in which one digit is another is hardly ever borne out: %s", async (language) => {
    let changed = 0;
    const missed: string[] = [];
    for (const { spec, rows } of someAtTurn(recipeSamples, 12, languages.indexOf(language))) {
      const drawing = givenTables(spec, rows);
      for (const text of await described(spec, language, rows))
        for (const { text: sentence, kind } of checkDescription(text, drawing, { language })) {
          if (kind === "opening" || !/\d/.test(sentence)) continue;
          changed += 1;
          const wrong = text.replace(sentence, oneMore(sentence));
          if (checkDescription(wrong, drawing, { language }).every(({ isTrue }) => isTrue))
            missed.push(oneMore(sentence));
        }
    }
    expect(changed).toBeGreaterThan(isDeep ? 100 : 5);
    expect(missed.length, missed.join("\n")).toBeLessThan(changed * 0.05);
  });

  test("what all bars are compared with is missing by its own title, once, and where no row has it", async () => {
    const spec = bulletSpec({ category: "area", value: "n", comparator: "median", comparatorTitle: "Median" });
    const rowsOf = (medians: readonly (number | null)[]) =>
      ["Fife", "Moray", "Angus"].map((area, index) => ({
        area,
        n: index === 1 ? null : index,
        median: medians[index] ?? null,
      }));
    const missing = givenTables(spec, rowsOf([]));
    const [text = ""] = await described(spec, "en", rowsOf([]));
    const said = "1 value is missing: Median.";
    expect(text).toContain(said);
    const wrongFor = (drawing: Drawing, other: string) =>
      wrongIn([text.replace(said, other)], drawing, { language: "en" });
    expect(wrongFor(missing, said)).toEqual([]);
    for (const other of [
      "1 value is suppressed: Median.",
      "2 values are missing: Median.",
      "1 value is missing: n.",
      "1 value is missing: Fife.",
    ])
      expect(wrongFor(missing, other)).toEqual([other]);
    for (const medians of [
      [3, 3, 3],
      [null, null, 3],
    ])
      expect(wrongFor(givenTables(spec, rowsOf(medians)), said)).toEqual([said]);
  });
});
