import createHyphenator from "hyphen";

/** Where words may be hyphenated, by the patterns of their language (Liang's algorithm). */
export interface Hyphenation {
  /** Reads the patterns of these languages (BCP 47); gives those that have none. Call it before `opportunities`. */
  load(langs: Iterable<string>): Promise<readonly string[]>;
  /** Offsets into the word before which a hyphen may stand, ascending; none without patterns for the language. */
  opportunities(word: string, lang: string): readonly number[];
}

type Hyphenate = (text: string) => string;

/** Words of some dozens of documents; past it the memory starts afresh. */
const wordLimit = 50_000;
const softHyphen = "\u00ad";
/** As browsers do: five letters at least; two before the hyphen, and three after it, as British patterns ask. */
const shortestWord = 5;
/** No language has longer ones: more letters in a row are a code or a slip. */
const longestWord = 120;
const leastBefore = 2;
const leastAfter = 3;

export function createHyphenation(): Hyphenation {
  const hyphenators = new Map<string, Hyphenate>();
  const words = new Map<string, readonly number[]>();

  async function load(langs: Iterable<string>): Promise<readonly string[]> {
    const missing: string[] = [];
    for (const lang of langs) {
      const file = patternsFor(lang);
      if (file === undefined) missing.push(lang);
      else if (!hyphenators.has(file)) {
        const patterns = (await import(`hyphen/patterns/${file}.js`)) as { readonly default: unknown };
        hyphenators.set(file, createHyphenator(patterns.default, { hyphenChar: softHyphen }));
      }
    }
    return missing;
  }

  function opportunities(word: string, lang: string): readonly number[] {
    if (word.length < shortestWord) return noOffsets;
    const key = `${lang} ${word}`;
    const known = words.get(key);
    if (known) return known;
    const hyphenate = hyphenators.get(patternsFor(lang) ?? "");
    const found = hyphenate ? lettersIn(word).flatMap((letters) => offsetsIn(letters, hyphenate)) : noOffsets;
    if (words.size >= wordLimit) words.clear();
    words.set(key, found);
    return found;
  }

  return { load, opportunities };
}

const noOffsets: readonly number[] = [];

interface Letters {
  readonly text: string;
  readonly start: number;
}

/** The stretches of letters in a word with its punctuation. An author's own soft hyphens say it all. */
function lettersIn(word: string): Letters[] {
  if (word.includes(softHyphen)) return [];
  return [...word.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: text, index }) => ({ text, start: index }));
}

function offsetsIn({ text, start }: Letters, hyphenate: Hyphenate): number[] {
  // Lower case without a locale: the library's own asks the machine for its language.
  const lower = text.toLowerCase();
  if (text.length < shortestWord || text.length > longestWord || lower.length !== text.length) return [];
  const offsets: number[] = [];
  let at = 0;
  for (const part of hyphenate(lower).split(softHyphen).slice(0, -1)) {
    at += part.length;
    if (at >= leastBefore && at <= text.length - leastAfter) offsets.push(start + at);
  }
  return offsets;
}

/** Languages whose patterns go by their own name; others by another. */
const ownPatterns = new Set(
  `af be bg bn ca cs cy da en-gb en-us es et eu fi fr fur ga gl hi hr hsb hu hy ia id is it ka kmr kn la lt lv mk ml mr
  nb nl nn oc pa pl pms pt rm ro ru sa sk sl sq sv ta te th tk tr uk`.split(/\s+/),
);
const otherPatterns: Readonly<Record<string, string>> = {
  de: "de-1996",
  "de-ch": "de-ch-1901",
  el: "el-monoton",
  en: "en-us",
  "en-au": "en-gb",
  "en-ie": "en-gb",
  "en-nz": "en-gb",
  "en-za": "en-gb",
  mn: "mn-cyrl",
  no: "nb",
  sr: "sr-cyrl",
};

/** The longest part of the tag that has patterns: en-GB-oxendict is en-GB. */
function patternsFor(lang: string): string | undefined {
  const parts = lang.toLowerCase().split("-");
  for (; parts.length > 0; parts.pop()) {
    const tag = parts.join("-");
    const file = ownPatterns.has(tag) ? tag : otherPatterns[tag];
    if (file !== undefined) return file;
  }
  return undefined;
}
