import type { ComputedStyle } from "../css/computed-style.ts";

/**
 * Quotation marks by language, outer and inner pair, from the delimiters of the Unicode CLDR. Others are as in English.
 */
const marksOf: Readonly<Record<string, string>> = {
  ar: "”“’‘",
  bg: "„“’’",
  cs: "„“‚‘",
  cy: "‘’“”",
  da: "“”‘’",
  de: "„“‚‘",
  el: "«»“”",
  en: "“”‘’",
  es: "«»“”",
  et: "„“«»",
  fi: "””’’",
  fr: "«»«»",
  he: "””’’",
  hr: "„”‚’",
  hu: "„”»«",
  is: "„“‚‘",
  it: "«»“”",
  lt: "„“„“",
  nb: "«»‘’",
  nn: "«»‘’",
  no: "«»‘’",
  pl: "„”«»",
  ro: "„”«»",
  ru: "«»„“",
  sk: "„“‚‘",
  sl: "„“‚‘",
  sq: "«»“”",
  sr: "„”’’",
  sv: "””’’",
  uk: "«»„“",
};

export interface QuoteContext {
  /** How many quotations are around. */
  readonly depth: number;
  readonly open: boolean;
  /** BCP 47, of the text around. */
  readonly lang: string;
}

/** The mark that opens or closes a quotation (CSS Generated Content 3, 3); `auto` is as the language has it, by turns. */
export function quoteMark(quotes: ComputedStyle["quotes"], { depth, open, lang }: QuoteContext): string {
  if (quotes !== "auto") return quotes[Math.min(depth, quotes.length - 1)]?.[open ? 0 : 1] ?? "";
  const marks = [...(marksOf[lang.split("-")[0]?.toLowerCase() ?? ""] ?? (marksOf.en as string))];
  return marks[(depth % 2) * 2 + (open ? 0 : 1)] ?? "";
}
