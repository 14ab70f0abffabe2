import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { textBlocks } from "../briefing/text-blocks.ts";
import { lazily } from "./lazily.ts";
import { runProgram } from "./run-program.ts";
import { testWith } from "./test-with.ts";
import { writtenFiles } from "./written-files.ts";

/** Languages of the examples, by aspell's name of each. */
const languages = { en: "en_GB", cy: "cy" } as const;
type Language = keyof typeof languages;

/** What stands in Welsh after a vowel: `ffigurau'r`, `wedi'u`. */
const clitic = /['’](?:r|n|u|i|w|ch|m|s)$/u;

const words = lazily(() => {
  const found: Record<Language, Set<string>> = { en: new Set(), cy: new Set() };
  for (const { path } of writtenFiles(".html")) {
    const html = readFileSync(path, "utf8");
    for (const { text, lang } of textBlocks(html)) {
      const language: Language = lang.startsWith("cy") ? "cy" : "en";
      const prose = text.replaceAll(/\S+\.(?:org|uk|co)\S*/gu, "");
      for (const [word] of prose.matchAll(/(?<![\p{L}\p{N}])\p{L}[\p{L}'’-]*/gu)) {
        found[language].add(word.replace(clitic, "").replaceAll("’", "'"));
      }
    }
  }
  return found;
});

for (const language of ["en", "cy"] as const) {
  testWith("aspell")(`spelt as the dictionary has it: ${language} (aspell)`, async () => {
    const names = new Set(
      readFileSync(new URL(`spelling/names-${language}.txt`, import.meta.url), "utf8")
        .split("\n")
        .filter(Boolean),
    );
    const { stdout, stderr, exitCode } = await runProgram(
      "aspell",
      [`--lang=${languages[language]}`, "--encoding=utf-8", "list"],
      { input: [...words()[language]].join("\n") },
    );
    expect([exitCode, stderr]).toEqual([0, ""]);
    const unknown = new Set(stdout.split("\n").filter((word) => word.length > 1 && !names.has(word)));
    expect([...unknown].sort()).toEqual([]);
  });
}
