/** A text in an encoding of East Asia, where its letters tell which. */
export interface EastAsianText {
  /** What the encoding is called among people. */
  readonly name: string;
  /** As the Encoding Standard labels it. */
  readonly label: string;
  readonly text: string;
}

/** An encoding that has two bytes for each letter of a language. */
interface Encoding {
  readonly name: string;
  readonly label: string;
  /** Whether two bytes are one of the letters or signs that texts are made of: tables put the rarer ones behind these. */
  isUsual(lead: number, trail: number): boolean;
  /** Letters that no table of the language does without. */
  readonly frequent: RegExp;
}

const isBetween = (byte: number, first: number, last: number): boolean => byte >= first && byte <= last;
/** In the encodings that are built like EUC, both bytes are beyond ASCII. */
const isEuc = (trail: number): boolean => isBetween(trail, 0xa1, 0xfe);

const encodings: readonly Encoding[] = [
  {
    name: "CP949 (EUC-KR, Korean)",
    label: "euc-kr",
    isUsual: (lead, trail) => isEuc(trail) && (isBetween(lead, 0xa1, 0xa3) || isBetween(lead, 0xb0, 0xc8)),
    frequent: /[이의가는에시도구군동면읍명수인계년월일총남여성세합전국지역대부기서주중산상원사]/gu,
  },
  {
    name: "GBK (simplified Chinese)",
    label: "gbk",
    isUsual: (lead, trail) => isEuc(trail) && (isBetween(lead, 0xa1, 0xa3) || isBetween(lead, 0xb0, 0xd7)),
    frequent: /[的一是年月日市区县省镇人口数计总男女性名单位合第地国家中大上业]/gu,
  },
  {
    name: "EUC-JP (Japanese)",
    label: "euc-jp",
    isUsual: (lead, trail) => isEuc(trail) && (isBetween(lead, 0xa1, 0xa5) || isBetween(lead, 0xb0, 0xcf)),
    frequent: /[\p{Script=Hiragana}年月日市区町村県人計数男女総合第地国者]/gu,
  },
  {
    name: "Big5 (traditional Chinese)",
    label: "big5",
    isUsual: (lead, trail) => (isEuc(trail) || isBetween(trail, 0x40, 0x7e)) && isBetween(lead, 0xa1, 0xc6),
    frequent: /[的一是年月日市區縣鄉鎮里人口數計總男女性名單位合第地國家中大上業]/gu,
  },
];

/** So many of the letters in two bytes are usual ones, and so many of them such as no table does without; so many are no accident. */
const [mostlyUsual, leastFrequent, fewestLetters] = [0.9, 0.05, 4];

/**
 * The text in the encoding of East Asia that its letters are usual and frequent ones of, most of all in it. Undefined where there is none: two bytes
 * beyond ASCII hardly stand beside each other in words with accents.
 */
export function decodeEastAsian(bytes: Uint8Array): EastAsianText | undefined {
  const japanese = decodeShiftJis(bytes);
  if (japanese !== undefined) return { name: "Shift-JIS", label: "shift_jis", text: japanese };
  const pairs = pairsOf(bytes);
  if (pairs.length < fewestLetters) return undefined;
  const read = encodings.flatMap(({ name, label, isUsual, frequent }) => {
    const usual = pairs.filter((pair) => isUsual(pair >> 8, pair & 0xff)).length;
    const text = usual >= pairs.length * mostlyUsual ? decodeWhole(bytes, label) : undefined;
    const share = (text?.match(frequent)?.length ?? 0) / pairs.length;
    return text !== undefined && share >= leastFrequent ? [{ name, label, text, share }] : [];
  });
  const [best] = read.sort((a, b) => b.share - a.share);
  return best && { name: best.name, label: best.label, text: best.text };
}

/** The bytes beyond ASCII with the one behind each. */
function pairsOf(bytes: Uint8Array): readonly number[] {
  const pairs: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    pairs.push((lead << 8) | (bytes[at] ?? 0));
  }
  return pairs;
}

function decodeWhole(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** So much of what is no ASCII are the letters of Japanese that are written in two bytes. */
const mostlyJapanese = 0.95;

/** A text in Shift-JIS, whose letters have one byte or two. Undefined where it is none for certain: a byte has no meaning there, or hardly any letter is Japanese. */
function decodeShiftJis(bytes: Uint8Array): string | undefined {
  const text = decodeWhole(bytes, "shift_jis");
  if (text === undefined) return undefined;
  const other = text.match(/\P{ASCII}/gu) ?? [];
  const japanese =
    text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー、。・「」（）％／：～－　０-９Ａ-Ｚａ-ｚ]/gu) ??
    [];
  // Latin letters with accents in Windows-1252 are half as wide there: `ﾉ`, or a rare sign with the letter behind it.
  const halves = text.match(/[\uFF61-\uFF9F]/gu)?.length ?? 0;
  const hasKana = /[\p{Script=Hiragana}ァ-ヺ]|[年月日市区町村県人計数]/u.test(text);
  const areMost = japanese.length - halves >= other.length * mostlyJapanese;
  return hasKana && areMost && other.length >= fewestLetters ? text : undefined;
}
