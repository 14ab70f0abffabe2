import { describe, expect, test } from "vitest";
import { checkNames, createDataWords } from "../../src/briefing/check-names.ts";
import { type Dataset, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { buildDocument } from "../../src/document/index.ts";
import { nameAround } from "../../src/document/name-around.ts";
import { createWords, englishWords, findLanguage } from "../../src/language/index.ts";
import { createPage } from "../document/rendered.ts";

const definition = defineDataset({
  title: "Offences",
  dimensions: { area: { role: "area", label: "Area" }, period: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Crime", publisher: "Home Office", kind: "official-statistics", published: "2019-07-18" } },
});
const dataset: Dataset = await readDataset(
  definition,
  { rows: [{ area: "Kent", period: "2018", offences: 274 }] },
  {
    id: "offences",
  },
);
const refused = (names: readonly string[]) =>
  checkNames(names, new Map([["offences", dataset]]), englishWords()).map(({ code }) => code);

describe("declared names", () => {
  test.each(["Area 51", "Covid-19", "Project 274", "4x4 Week", "Blink-182", "Level 42"])("%s is one", (name) => {
    expect(refused([name])).toEqual([]);
  });

  test.each([
    "274",
    "4,373",
    "18 children",
    "274 offences",
    "Kent 274",
    "rose 140",
    "140%",
    "£5 fund",
    "5m",
    "3 million",
    "up to 9",
  ])("%s is a figure", (name) => {
    expect(refused([name])).toEqual(["name-is-figure"]);
  });

  test("are offered with the letters of an ordinal, which are part of its number", () => {
    const { ordinal } = findLanguage("en").figureAffixes;
    expect(nameAround("with Children 1st’s week", { start: 14, end: 15, ordinal })).toBe("Children 1st");
    expect(nameAround("in Kent the 1st of all", { start: 12, end: 13, ordinal })).toBeUndefined();
  });

  test("are no figures where they stand as they are written, as a whole", () => {
    const page = createPage();
    const html = `<h1>T</h1><p>${page.typed("Depot 51 and Depot 514, 51 depots, Depot 51% and Depot <b>51</b>")}`;
    const { diagnostics } = buildDocument(page.rendered(html), { strict: false, names: ["Depot 51"] });
    expect(diagnostics.map(({ message }) => /"(.*?)"/.exec(message)?.[1])).toEqual(["514", "51", "51%"]);
  });
});

test("words of the data are known in each form that the language has them in", async () => {
  const welsh = await readDataset(
    definition,
    { rows: [{ area: "Caint", period: "2018", offences: 274 }] },
    {
      id: "offences",
    },
  );
  const wordsIn = (lang: string) =>
    createDataWords(new Map([["offences", welsh]]), createWords({ language: findLanguage(lang) }));
  expect(["Caint", "Nghaint", "Gaint"].map(wordsIn("cy").isCategory)).toEqual([true, true, true]);
  expect(["Caint", "Nghaint", "Gaint"].map(wordsIn("en").isCategory)).toEqual([true, false, false]);
});
