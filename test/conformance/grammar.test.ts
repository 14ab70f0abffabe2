import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { textBlocks } from "../briefing/text-blocks.ts";
import { checkGrammar } from "./languagetool/check-grammar.ts";
import { leftOut } from "./languagetool/left-out.ts";
import { testWith } from "./test-with.ts";
import { writtenFiles } from "./written-files.ts";

/** What is written in English, each text once: sentences, headings, labels, descriptions of charts; no cells of tables. */
function englishTexts(): readonly string[] {
  const texts = writtenFiles(".html")
    .map(({ path }) => readFileSync(path, "utf8"))
    .filter((html) => /<html[^>]* lang="en/.test(html))
    .flatMap((html) => [
      ...textBlocks(html).flatMap(({ isInTable, lang, text }) =>
        isInTable || text === "" || !lang.startsWith("en") ? [] : [text],
      ),
      ...descriptionsIn(html),
    ]);
  return [...new Set(texts)];
}

const descriptionsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<(?:svg|span)[^>]* aria-label="([^"]*)"/g)].map(([, text = ""]) => text.replaceAll("&#x26;", "&"));

testWith("java", "maven")("grammar as LanguageTool has it: en", async () => {
  expect(await checkGrammar(englishTexts(), Object.keys(leftOut))).toEqual([]);
});
