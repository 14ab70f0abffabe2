import type { UnitKind, UnitWords } from "../contract/audit.ts";

/**
 * Kinds of units, as those of Unicode CLDR are sorted, with how each is abbreviated in every language: sources of regular expressions, in
 * the case as it is.
 */
const symbols: Readonly<Record<UnitKind, string>> = {
  time: "secs?|mins?|hrs?|yrs?|wks?|ms|[µμ]s|ns",
  length:
    "[nµμcdk]m|mm|m(?=[.,;:)]|$| (?:long|high|wide|deep|tall|thick|away|above|below|in|of|from|to|and|or|by|x|×)(?!\\p{L}))|kms|KM|CM|MM|ft|yds?|mi",
  area: "[cmk]?m(?:2|²)|sq ?(?:m|km|ft|mi)|sqm|ha|ft²",
  volume: "[mcd]l|ML|l|[mc]?m(?:3|³)|cc|gal|fl oz",
  mass: "[mµμk]?g|mcg|KG|lbs?|oz|kgs",
  temperature: "[°º] ?[CFK]?|deg(?: ?[CF])?",
  speed: "mph|MPH|kph|km\\/h|m\\/s|kn",
  digital: "[kKMGTP]i?[bB]|[kKMGT]?bps|[kKMGT]bits?\\/s",
  power: "[kMGT]W[ph]?|Wh|[kM]J|k?cal|[mk]V|m?Ah|mA|b?hp|BTU|Ω",
  frequency: "[kMGT]?Hz|rpm|bpm|fps",
  pressure: "[kMh]?Pa|psi|mbar|mmHg",
  sound: "dB",
  concentration: "pp[mb]|m?mol|m[gM]\\/[ld]L?|IU|iu",
  graphics: "px|[dp]pi|rem|pt",
  text: "pp",
  score: "pts",
};

/** Those that are words or names too: they touch their number. A metre may not, since that is a million. */
const touching: Partial<Record<UnitKind, string>> = { time: "h|s", length: "in", volume: "L", power: "[WVAJ]" };

const kinds: readonly UnitKind[] = [
  "time",
  "length",
  "area",
  "volume",
  "mass",
  "temperature",
  "speed",
  "digital",
  "power",
  "frequency",
  "pressure",
  "sound",
  "concentration",
  "graphics",
  "text",
  "score",
];

/** Units of one kind. */
export interface KindOfUnit {
  readonly hasWord: (word: string) => boolean;
  readonly hasSymbol: (symbol: string) => boolean;
}

/** The kinds, by the words of a language. */
export const kindsOfUnits = (words: UnitWords): readonly KindOfUnit[] =>
  kinds.map((kind) => {
    const asWord = new RegExp(`^(?:${words[kind]})(?:['’]s?)?$`, "iu");
    const asSymbol = new RegExp(`^(?:${symbols[kind]}|${touching[kind] ?? symbols[kind]})$`, "u");
    return { hasWord: (word) => asWord.test(word), hasSymbol: (symbol) => asSymbol.test(symbol) };
  });

/** Finds an abbreviation right behind a number, which it may touch; a metre may not. */
export const unitSymbol = new RegExp(
  `^(?:(?!m(?![\\p{L}\\p{N}/²³]))[ \\u00A0\\u202F-]?(?:${Object.values(symbols).join("|")})|(?:${Object.values(touching).join("|")}))(?![\\p{L}\\p{N}])`,
  "u",
);
