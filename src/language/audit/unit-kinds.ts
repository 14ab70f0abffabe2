import { type UnitKind, type UnitWords, unitSizes } from "../contract/units.ts";

/** How units are abbreviated in every language: sources of regular expressions, in the case as it is. */
const symbols: UnitWords = {
  time: {
    microsecond: "[µμ]s|ns",
    millisecond: "ms",
    second: "secs?",
    minute: "mins?",
    hour: "hrs?",
    week: "wks?",
    year: "yrs?",
  },
  length: {
    nanometre: "nm",
    micrometre: "[µμ]m",
    millimetre: "mm|MM",
    centimetre: "[cd]m|CM",
    foot: "ft",
    yard: "yds?",
    metre:
      "m(?=[.,;:)]|$| (?:long|high|wide|deep|tall|thick|away|above|below|in|of|from|to|and|or|by|x|×|course|race|sprint|straight|stretch|sweep|swim|relay|hurdles|freestyle)(?!\\p{L}))",
    kilometre: "km|kms|KM",
    mile: "mi",
  },
  area: {
    "square-foot": "sq ?ft|ft²",
    "square-metre": "[cm]?m(?:2|²)|sq ?m|sqm",
    hectare: "ha",
    "square-kilometre": "km(?:2|²)|sq ?(?:km|mi)",
  },
  volume: {
    millilitre: "ml|ML|[mc]m(?:3|³)|cc",
    teaspoon: "tsp",
    centilitre: "[cd]l",
    tablespoon: "tbsp",
    ounce: "fl oz",
    litre: "l",
    gallon: "gal",
    "cubic-metre": "m(?:3|³)",
  },
  mass: { microgram: "[µμ]g|mcg", milligram: "mg", gram: "g", ounce: "oz", pound: "lbs?", kilogram: "kgs?|KG" },
  digital: {
    byte: "bps|bits?\\/s",
    kilobyte: "[kK]i?[bB]|kbps|kbits?\\/s",
    megabyte: "Mi?[bB]|Mbps|Mbits?\\/s",
    gigabyte: "Gi?[bB]|Gbps|Gbits?\\/s",
    terabyte: "[TP]i?[bB]|Tbps|Tbits?\\/s",
  },
  temperature: { degree: "[°º] ?[CFK]?|deg(?: ?[CF])?" },
  speed: { knot: "mph|MPH|kmph|kph|km\\/h|m\\/s|kn" },
  power: { watt: "[kMGT]W[ph]?|Wh|[kM]J|k?cal|[mk]V|m?Ah|mA|b?hp|BTU|Ω" },
  frequency: { hertz: "[kMGT]?Hz|rpm|bpm|fps" },
  pressure: { pascal: "[kMh]?Pa|psi|mbar|mmHg" },
  sound: { decibel: "dB" },
  concentration: { mole: "pp[mb]|m?mol|m[gM]\\/[ld]L?|IU|iu" },
  graphics: { pixel: "px|[dp]pi|rem|pt" },
  text: { word: "pp" },
  score: { point: "pts" },
};

/** Those that are words or names too: they touch their number. A metre may not, since that is a million. */
const touching: Partial<UnitWords> = {
  time: { second: "s", hour: "h" },
  length: { inch: "in" },
  volume: { litre: "L" },
  power: { watt: "[WVAJ]" },
};

const unitKinds = Object.keys(unitSizes) as readonly UnitKind[];
const sourcesOf = (words: UnitWords[UnitKind] | undefined): readonly string[] => Object.values(words ?? {});
const anyOfKinds = (words: Partial<UnitWords>): string => unitKinds.flatMap((kind) => sourcesOf(words[kind])).join("|");

/** Units of one kind. */
export interface KindOfUnit {
  readonly kind: UnitKind;
  readonly hasWord: (word: string) => boolean;
  readonly hasSymbol: (symbol: string) => boolean;
  /** How large the unit is that a word or an abbreviation is of, beside others of the kind; NaN where nothing says it. */
  readonly sizeOf: (wordOrSymbol: string) => number;
}

/** The kinds, by the words of a language. */
export const kindsOfUnits = (words: UnitWords): readonly KindOfUnit[] =>
  unitKinds.map((kind) => {
    const abbreviated = [...sourcesOf(symbols[kind]), ...sourcesOf(touching[kind])].join("|");
    const asWord = new RegExp(`^(?:${sourcesOf(words[kind]).join("|")})(?:['’]s?)?$`, "iu");
    const asSymbol = new RegExp(`^(?:${abbreviated})$`, "u");
    return {
      kind,
      hasWord: (word) => asWord.test(word),
      hasSymbol: (symbol) => asSymbol.test(symbol),
      sizeOf: sizesWithin(kind, words),
    };
  });

/** Compiled for the kinds that the data measures in, when a number in one is first met. */
function sizesWithin(kind: UnitKind, words: UnitWords): (said: string) => number {
  let units: readonly { readonly size: number; readonly looks: readonly RegExp[] }[] | undefined;
  const lookOf = (unit: string, { [kind]: ofKind }: Partial<UnitWords>, flags: string): readonly RegExp[] => {
    const source = Object.entries(ofKind ?? {}).find(([id]) => id === unit)?.[1];
    return source === undefined ? [] : [new RegExp(`^(?:${source})(?:['’]s?)?$`, flags)];
  };
  return (said) => {
    units ??= Object.entries(unitSizes[kind]).map(([unit, size]) => ({
      size,
      looks: [...lookOf(unit, words, "iu"), ...lookOf(unit, symbols, "u"), ...lookOf(unit, touching, "u")],
    }));
    return units.find(({ looks }) => looks.some((look) => look.test(said)))?.size ?? Number.NaN;
  };
}

/** Finds an abbreviation right behind a number, which it may touch; a metre may not. */
export const unitSymbol = new RegExp(
  `^(?:(?!m(?![\\p{L}\\p{N}/²³]))[ \\u00A0\\u202F-]?(?:${anyOfKinds(symbols)})|(?:${anyOfKinds(touching)}))(?![\\p{L}\\p{N}])`,
  "u",
);
