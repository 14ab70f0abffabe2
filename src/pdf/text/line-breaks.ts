import LineBreaker from "linebreak";
import { segmentsOf } from "./segments.ts";

/** Finds where a text may be broken into lines, remembering the answer for each stretch between spaces. */
export interface LineBreakFinder {
  /**
   * Offsets before which a break is allowed (UAX 14, and what browsers have instead: after any space, and between marks of ASCII),
   * ascending; the end of the text is not among them.
   */
  find(text: string): readonly number[];
  /** Called when a document is done: forgets the answers where there are more than some dozens of documents have. */
  trim(): void;
}

/** Stretches of some dozens of documents. */
const memoryLimit = 50_000;

export function createLineBreakFinder(): LineBreakFinder {
  const inside = new Map<string, readonly number[]>();

  /**
   * After a space browsers end a line whatever stands beside it, where UAX 14 has punctuation look across (LB 13 to 17): "wait !" is two
   * words, and who wants one writes a no-break space.
   */
  function find(text: string): readonly number[] {
    const breaks: number[] = [];
    let start = 0;
    while (start < text.length) {
      let end = text.indexOf(" ", start);
      if (end < 0) end = text.length;
      const stretch = text.slice(start, end);
      if (start > 0 && stretch !== "") breaks.push(start);
      for (const offset of breaksInside(stretch)) breaks.push(start + offset);
      start = end + 1;
      while (text[start] === " ") start += 1;
    }
    return breaks;
  }

  function breaksInside(stretch: string): readonly number[] {
    if (isPlain(stretch)) return noBreaks;
    const known = inside.get(stretch);
    if (known) return known;
    const breaks = asInBrowsers(stretch, unicodeBreaks(stretch));
    inside.set(stretch, breaks);
    return breaks;
  }

  return {
    find,
    trim() {
      if (inside.size >= memoryLimit) inside.clear();
    },
  };
}

const noBreaks: readonly number[] = [];

/** Whether a text is all letters and digits of ASCII. Asked of every word: an expression takes several times as long. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isPlainCode(text.charCodeAt(index))) return false;
  return true;
}

const isPlainCode = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** Class SA of UAX 14: Thai, Lao, Myanmar, Khmer and their kin have no spaces between words. */
const wordsWithoutSpaces =
  /(?:(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf])[\p{L}\p{M}])+/gu;

const words = new Intl.Segmenter("en", { granularity: "word" });

/** Where a dictionary finds words: that of ICU, which Node brings along and browsers use too. */
function dictionaryBreaks(text: string): number[] {
  const breaks: number[] = [];
  for (const { 0: letters, index } of text.matchAll(wordsWithoutSpaces)) {
    for (const word of segmentsOf(letters, words)) {
      if (word.index > 0) breaks.push(index + word.index);
    }
  }
  return breaks;
}

/**
 * Between two characters of ASCII without a space browsers have a table of their own, older than UAX 14: this is Chromium's. A line may end after a
 * mark where what follows opens: "f(x)" is one word, "f(x)[1]" is two. After `/`, `!`, `|` and `}` UAX 14 stands, for a line that does not hold
 * the word (`isOneWord`).
 */
function asInBrowsers(stretch: string, breaks: readonly number[]): readonly number[] {
  const allowed = new Set(breaks);
  for (let offset = 1; offset < stretch.length; offset += 1) {
    const [before = "", after = ""] = [stretch[offset - 1], stretch[offset]];
    if (!isMark(before) || !isPrintable(after)) continue;
    if (mayEndLine(before, after)) allowed.add(offset);
    else if (!/[/!|}]/.test(before)) allowed.delete(offset);
  }
  return [...allowed].sort((a, b) => a - b);
}

const isPrintable = (character: string) => character > " " && character <= "~";
const isMark = (character: string) => isPrintable(character) && !isPlainCode(character.charCodeAt(0));

function mayEndLine(before: string, after: string): boolean {
  if (before === "-") return /[^!$),./:;?\]}]/.test(after);
  if (before === "?") return /[^!"'),./:;?\]}]/.test(after);
  return /["!#%&)*+,.:;=>\\\]|}~]/.test(before) && /[(<[{]/.test(after);
}

function unicodeBreaks(text: string): number[] {
  const breaker = new LineBreaker(text);
  const breaks: number[] = [];
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (next.position < text.length) breaks.push(next.position);
  }
  const between = dictionaryBreaks(text);
  return between.length === 0 ? breaks : [...new Set([...breaks, ...between])].sort((a, b) => a - b);
}
