import { describe, expect, test } from "vitest";
import { findLanguage } from "../../src/language/index.ts";
import { plantedInEnglish, plantedInWelsh } from "./planted-figures.ts";

/** Sentences whose figure is not found. What a sentence says to be missed is a limit that the README names. */
const missed: Readonly<Record<string, readonly string[]>> = {
  en: [],
  cy: [],
};

describe.each([
  ["en", plantedInEnglish],
  ["cy", plantedInWelsh],
])("figures planted in words: %s", (lang, kinds) => {
  const { saidFigures } = findLanguage(lang);
  test.each(Object.entries(kinds))("%s", (_, sentences) => {
    const silent = sentences.filter((sentence) => saidFigures(sentence).length === 0);
    expect(silent).toEqual(sentences.filter((sentence) => missed[lang]?.includes(sentence)));
  });
});
