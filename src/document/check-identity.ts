import type { Diagnostics } from "../diagnostics/index.ts";

/** A document says what it is called and in what language it is (WCAG 2.2, 2.4.2 and 3.1.1; ISO 14289-1, 7.1 and 7.2). */
export function checkIdentity({ title, lang }: { title: string; lang: string }, { error }: Diagnostics): void {
  if (title.trim() === "") {
    error({ code: "missing-title", message: "The document has no title.", hint: "Give the briefing a `title`." });
  }
  if (!isLanguageTag(lang)) {
    error({
      code: "missing-language",
      message: lang === "" ? "The document has no language." : `"${lang}" is not a language tag.`,
      hint: 'Give the briefing a `lang`, such as "en-GB" or "cy".',
    });
  }
}

function isLanguageTag(lang: string): boolean {
  try {
    return lang !== "" && Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}
