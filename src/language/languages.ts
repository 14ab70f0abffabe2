import { BriefingError } from "../diagnostics/index.ts";
import type { Typography } from "./contract/typography.ts";
import { createWords, type Words } from "./create-words.ts";
import { english } from "./english/english.ts";
import type { Language } from "./language.ts";
import { welsh } from "./welsh/welsh.ts";

/** The languages that ship. A new one is a file here and a line below. */
export const languages: readonly Language[] = [english, welsh];

let ofEnglish: Words | undefined;

/** Words for whoever says of no language: British English, in the style of GOV.UK. The same each time. */
export function englishWords(): Words {
  ofEnglish ??= createWords({ language: english });
  return ofEnglish;
}

const languageOf = (tag: string, known: readonly Language[]): Language | undefined =>
  known.find(({ tags }) => tags.some((own) => own.toLowerCase() === tag.toLowerCase()));

/** Whether there is a language of this tag. */
export const isLanguage = (tag: string): boolean => languageOf(tag, languages) !== undefined;

/** How texts in the language of a tag are set; undefined for a language that the house does not know. */
export const typographyOf = (tag: string): Typography | undefined => languageOf(tag, languages)?.typography;

/**
 * The language of a BCP 47 tag.
 * @throws BriefingError for one that there is no language of, with those that there are: no other language stands in.
 */
export function findLanguage(tag: string, known: readonly Language[] = languages): Language {
  const found = languageOf(tag, known);
  if (found) return found;
  const choices = known.map(
    ({ name, tags }) =>
      `${[...tags]
        .sort()
        .map((own) => `"${own}"`)
        .join(" or ")} (${name})`,
  );
  throw new BriefingError([
    {
      code: "unknown-language",
      severity: "error",
      message: `There are no words in the language "${tag}".`,
      hint: `Use ${choices.join(", or ")}; or give the briefing a \`language\` of your own.`,
    },
  ]);
}
