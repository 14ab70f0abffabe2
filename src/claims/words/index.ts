import { BriefingError } from "../../diagnostics/index.ts";
import { english } from "./english.ts";
import type { Language } from "./language.ts";
import { welsh } from "./welsh.ts";

/** The languages that ship. A new one is a file here and a line below. */
export const languages: readonly Language[] = [english, welsh];

/**
 * The language of a BCP 47 tag.
 * @throws BriefingError for one that there is no language of, with those that there are: no other language stands in.
 */
export function findLanguage(tag: string, known: readonly Language[] = languages): Language {
  const found = known.find(({ tags }) => tags.some((own) => own.toLowerCase() === tag.toLowerCase()));
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
