import { readFile } from "node:fs/promises";
import { defineBriefing, generateBriefing } from "briefwright";
import { describe, expect, it } from "vitest";
import { imprisonment } from "../../examples/regions/dataset.ts";
import { type Dataset, readDataset } from "../../src/dataset/index.ts";
import { plainType } from "../../src/language/index.ts";
import { sentencesOfAreas } from "../claims/area-sentences.ts";
import { textBlocks } from "./text-blocks.ts";

const root = new URL("../../examples/regions/", import.meta.url);
const csv = await readFile(new URL("imprisonment-rates.csv", root), "utf8");

/** The sentences that the regional template prints of each area. */
const proseOf = (dataset: Dataset, lang: "en" | "cy") =>
  sentencesOfAreas(dataset, lang).map(({ area: { label, inText }, latest, evaluator, trend, standing }) => {
    const total = evaluator.evaluate("total", { kind: "rate", dataset: "data", of: latest });
    const paragraphs = [
      `${standing.words.lead}: ${total.words.phrase}.`,
      `${trend.words.sentence}.`,
      `${standing.words.sentence}.`,
    ];
    return { label, inText, paragraphs };
  });

const numbers =
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|cyntaf|ail|trydydd|pedwerydd|pumed|chweched|seithfed|wythfed|nawfed|degfed)\b|[\d,.]*\d(?:st|nd|rd|th)?%?/gu;

/** Sentences without figures, names and periods; what says the same is one, and so is a possessive however it ends. */
const skeletonsOf = (paragraphs: readonly string[], name: string): readonly string[] =>
  paragraphs
    .flatMap((text) => text.split(/(?<=\.) (?=\p{Lu})/u))
    .map((sentence) =>
      sentence
        .replaceAll(/\bjoint | \(cydradd\)/g, "")
        .replaceAll(new RegExp(`${name}(?:'s|')?`, "giu"), "NAME")
        .replaceAll(numbers, "#")
        .replaceAll("much the same", "the same"),
    );

/** The sentences that more than a third of the areas have. */
function commonOf(prose: ReturnType<typeof proseOf>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { inText, paragraphs } of prose)
    for (const skeleton of new Set(skeletonsOf(paragraphs, inText)))
      counts.set(skeleton, (counts.get(skeleton) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > prose.length / 3)
    .map(([skeleton, count]) => `${count}: ${skeleton}`);
}

const read = async (text: string): Promise<Dataset> => await readDataset(imprisonment, { csv: text }, { id: "data" });

describe.each(["en", "cy"] as const)("the prose of the regional template, in %s", (lang) => {
  it("says in no sentence what it says of more than a third of the example's areas", async () => {
    expect(commonOf(proseOf(await read(csv), lang))).toEqual([]);
  });

  it("does so of other data too", async () => {
    const found = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (seed) => commonOf(proseOf(await read(walk(seed)), lang))),
    );
    expect(found.flat()).toEqual([]);
  });
});

/** What the figures of nearly all areas do, in so many years. */
const commonCourses: Readonly<Record<string, (rate: number, year: number, next: () => number) => number>> = {
  "rise every year": (rate, year) => 20 + rate * (year + 1),
  "fall every year": (rate, year) => 100 * (1 - rate / 40) ** year,
  "more than double, by chance": (rate, year, next) => 10 + year * (4 + rate) + next(),
  "rise, and fall back to more than at first": (rate, year, next) =>
    20 + (6 - Math.abs(year - 6)) * (4 + rate) + next(),
  "fall in one year by most of all": (rate, year, next) =>
    80 + 6 * rate - (year > 4 ? 20 + 4 * rate : 0) - year * 0.5 + next() / 4,
  "fall every year but one": (rate, year) => 80 - rate * year + (year === 4 ? 1.5 * rate : 0),
};

it.each(Object.entries(commonCourses))("says what sets areas apart where most %s", async (_, course) => {
  const common = await Promise.all(
    [1, 2, 3].map(async (seed) => {
      const dataset = await read(
        drawnCsv(seed, (next) => {
          const rate = 1 + 7 * next();
          return (year) => course(rate, year, next);
        }),
      );
      return (["en", "cy"] as const).flatMap((lang) => commonOf(proseOf(dataset, lang)));
    }),
  );
  expect(common.flat()).toEqual([]);
});

/** The areas of the example with figures that go up and down by chance, from a small generator of the test's own. */
function walk(seed: number): string {
  return drawnCsv(seed, (next) => {
    let value = 100 + 300 * next();
    const drift = 40 * (next() - 0.5);
    return () => {
      value = Math.max(10, value + drift + 80 * (next() - 0.5));
      return value / 10;
    };
  });
}

/** The areas of the example with figures of the test's own: of each area, one for each year. */
function drawnCsv(seed: number, areaOf: (next: () => number) => (year: number) => number): string {
  let state = seed;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const [head = "", ...rows] = csv.trim().split("\n");
  const lines = rows.map((row) => {
    const figureOf = areaOf(next);
    const [area, ...values] = row.split(",");
    return [area, ...values.map((_, year) => figureOf(year).toFixed(1))].join(",");
  });
  return [head, ...lines].join("\n");
}

it("counts an earlier rank from the end that it was near, and else from the end of the rank of now", async () => {
  const earlier = proseOf(await read(csv), "en").flatMap(({ label, paragraphs }) => {
    const said = /In 2014 it was (?:higher up|lower down): the (.*)\.$/u.exec(paragraphs.at(-1) ?? "")?.[1];
    return ["Kent", "Cumbria"].includes(label) ? [[label, said]] : [];
  });
  expect(Object.fromEntries(earlier)).toEqual({ Kent: "22nd highest", Cumbria: "third highest" });
});

it("is what the page prints", async () => {
  const { default: example } = await import(new URL("briefing.ts", root).href);
  const briefing = defineBriefing({ ...example.spec, charts: {} });
  const prose = proseOf(await read(csv), "en");
  for (const area of ["Kent", "Surrey", "West Midlands"]) {
    const { html } = await generateBriefing(briefing, {
      data: { imprisonment: { csv } },
      parameters: { area },
      formats: ["html"],
    });
    expect(html).toMatch(/<ul>\s*<li class="key-figure">/);
    const printed = textBlocks(html).map(({ text }) => plainType(text).replaceAll("\u00A0", " "));
    for (const paragraph of prose.find(({ label }) => label === area)?.paragraphs ?? [""])
      expect(printed).toContain(plainType(paragraph));
  }
});
