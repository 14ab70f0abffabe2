import { describe, expect, test } from "vitest";
import { auditFigures } from "../../src/document/audit-figures.ts";
import { findAllNames } from "../../src/document/find-names.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { disguisedInEnglish, disguisedInWelsh } from "./disguised-figures.ts";

/** What the audit says of the digits of a text that an author typed: errors and warnings, with the digits of each. */
function audit(lang: string, text: string): readonly string[] {
  const words = createWords({ language: findLanguage(lang) });
  const told: string[] = [];
  const tell = ({ message }: { readonly message: string }) => told.push(/"(.*?)"/.exec(message)?.[1] ?? "");
  const mayBeName = () => true;
  auditFigures(
    [{ where: "the text", pieces: [{ text, run: null, marks: [] }] }],
    {
      findNames: findAllNames({ declared: [], findNames: words.namedFigures, mayBeName }),
      readNumber: words.readNumber,
      affixes: words.figureAffixes,
      mayBeName,
    },
    { report: tell, warn: tell },
  );
  return told;
}

describe.each([
  ["en", disguisedInEnglish],
  ["cy", disguisedInWelsh],
])("figures that are dressed as names: %s", (lang, sentences) => {
  test.each(sentences)("%s in: %s", (figure, sentence) => {
    const digits = /\d+/.exec(figure)?.[0] ?? "";
    expect(audit(lang, sentence).some((told) => told.includes(digits))).toBe(true);
  });
});
