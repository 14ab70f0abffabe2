import type { ComputedStyle } from "../css/computed-style.ts";

/**
 * Quotation marks, outer and inner pair, with the languages that have them, from the delimiters of the Unicode CLDR. Others are as
 * in English.
 */
const languagesOf: Readonly<Record<string, string>> = {
  "“”‘’": "da en",
  "«»‹›": "am fa gsw jgo kkj mzn rm sdh wae az-arab az-cyrl fr-ch",
  "”“’‘": "ar lld syr ur ms-arab",
  "«»“”":
    "ast blo bm br ca cv dyo el es eu ewo ie it kab kk lij mg mua nnh pms sc sg sq ti pt-ao pt-ch pt-cv pt-gq pt-gw pt-lu pt-mo pt-mz pt-pt pt-st pt-tl",
  "«»„“": "bas be bua ky os ru sah tyv uk",
  "„“„“": "lt prg sgs",
  "„“’’": "bg",
  "„“«»": "et ka",
  "„“‚‘": "cs de dsb hsb is ksh lb luy mk nds sk sl bs-cyrl",
  "„”‚’": "agq ff hr",
  "„”‘’": "bs",
  "„”’’": "sr",
  "„”«»": "nmg pl ro",
  "„”»«": "hu szl",
  "«»‘’": "dua ksf nb nn no rw el-polyton",
  "“”«»": "eo",
  "””’’": "fi he lag rn se sn sv yi",
  "«»«»": "fr ht hy oc yav",
  "‘’“”": "cy fur ia nl tn ti-er",
  "「」『』": "ja yue zh-hant zh-tw zh-hk",
  "«»„”": "shi zgh",
  "“’“”": "st",
  "“”“”": "tk",
  "»«›‹": "ug kk-arab",
  "“”’‘": "uz",
  "«»”“": "fr-ca",
};

const marksOf = new Map(
  Object.entries(languagesOf).flatMap(([marks, languages]) =>
    languages.split(" ").map((lang) => [lang, marks] as const),
  ),
);

/** Those of the language and its script or region, or of the language. */
function marksIn(lang: string): string {
  const [language = "", ...rest] = lang.toLowerCase().split("-");
  const special = rest.map((part) => marksOf.get(`${language}-${part}`)).find((marks) => marks !== undefined);
  return special ?? marksOf.get(language) ?? "“”‘’";
}

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
  const marks = [...marksIn(lang)];
  return marks[(depth % 2) * 2 + (open ? 0 : 1)] ?? "";
}
