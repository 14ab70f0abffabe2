import type { NumberWords } from "../contract/audit.ts";
import type { NumberContext } from "./number-context.ts";
import { oneOrTwo } from "./number-statements.ts";

const age = /^(?:\d\d?|1[0-3]\d)$/;
/** Sections of a section have at most two digits each. */
const tenths = /^\d{1,2}\.\d{1,2}$/;
const itemBefore = /(?:^|[.:;] )(\d{1,2})\. \p{Lu}[^.;:]{2,60}: $/u;
const longestItem = 80;
/** Two names with a number each: `Devon 30, Dorset 12`. */
const pairOfNames =
  /(?<!\p{L})(\p{Lu}\p{Ll}[\p{L}’'-]*):? \d+(?:[,;] ?|,? \p{L}{1,3} )(\p{Lu}\p{Ll}[\p{L}’'-]*):? \d+(?![\d:])/gu;

/** Numbers of items in a sentence that only close a bracket: `of 1) turning back and 2) going on`. */
const oneOfTwo = [/(?:^|[\s:;,])1\) \p{L}/u, /[\s:;,]2\) \p{L}/u];

/** Makes what reads numbers that are marks of a text, by the words of a language. */
export function createMarkReader(words: NumberWords) {
  /** The number of a heading, an item, a note; an age; of two areas the number of each. */
  return (context: NumberContext): "name" | "quantity" | undefined => {
    const { text, start, end, number, afterShared, behind } = context;
    if ((age.test(number) || /^[-‐‑]/u.test(behind)) && [behind, afterShared].some((each) => words.ageAfter.test(each)))
      return "name";
    if (/^\+ \p{Lu}/u.test(text.slice(end))) return "name";
    if (isInList(text, start, end)) return "quantity";
    return isHeadingNumber(context) || isPartOfSeries(context) || isEnumerated(context) || isOfItem(context)
      ? "name"
      : (asNumberOfHeading(context) ?? asItem(context));
  };

  /** Opens the text, behind what it is the number of: `Method 1 of 2: …`. */
  function isPartOfSeries({ text, start, end, number, last }: NumberContext): boolean {
    const [left, right] = [text.slice(0, start), text.slice(end)];
    const before = /^\p{Lu}\p{Ll}+ (\d\d?) of $/u.exec(left)?.[1];
    if (before !== undefined) return /^(?:[:.,)–-]|$| \p{Lu})/u.test(right) && Number(before) <= Number(number);
    const all = /^ of (\d\d?)(?=[:.,)–-]|$| \p{Lu})/u.exec(right)?.[1];
    if (!/^\p{Lu}\p{Ll}+ $/u.test(left) || words.pluralBefore.test(last.toLowerCase())) return false;
    return all === undefined ? /^\d$/.test(number) && /^ \p{Lu}/u.test(right) : Number(number) <= Number(all);
  }

  /** A part of an item that is numbered before it: 7. Planning applications: 7.1 20/00572. */
  function isOfItem({ text, start, number }: NumberContext): boolean {
    const item = itemBefore.exec(text.slice(Math.max(0, start - longestItem), start))?.[1];
    return tenths.test(number) && item !== undefined && item === number.split(".")[0];
  }

  /** A sentence of its own between those of a list, whose numbers follow one another: `effects: 1. Heat is lost. 2. Air moves.` */
  function isEnumerated({ text, start, end, number }: NumberContext): boolean {
    const [left, right] = [text.slice(0, start), text.slice(end)];
    if (!oneOrTwo.test(number)) return false;
    // What follows a colon may be one sentence: two goals: 1. keeping on and 2. going back.
    const isInSentence = /^\. \p{Ll}/u.test(right) && /: 1\. \p{Ll}/u.test(text);
    if (!isInSentence && !/^\. \p{Lu}/u.test(right)) return false;
    if (!(isInSentence ? /[.:;,] $|[ ,]\p{Ll}{1,3} $/u : /(?:^|[.:;] )$/).test(left)) return false;
    return number === "1" ? right.includes(` ${Number(number) + 1}. `) : left.includes(`${Number(number) - 1}. `);
  }

  function isHeadingNumber({ text, start, end, number, counted }: NumberContext): boolean {
    if (counted.what === "counted" || !/^\s*\(?$/u.test(text.slice(0, start))) return false;
    const right = text.slice(end);
    if (/^\d{1,2}(?:\.\d{1,2})?$/.test(number) && /^[.)]\s/u.test(right)) return true;
    return tenths.test(number) && /^\s["“‘]?(?:\d+)?\p{Lu}|^\s[“"‘]\p{L}/u.test(right);
  }

  /** Before what any briefing counts, where nobody counts in tenths: 5.1 Chairman's Report. What is nobody's may be a rate: 5.1 Crime. */
  function asNumberOfHeading({ text, start, end, number, counted: { what, isOwn, noun } }: NumberContext) {
    if (what !== "counted" || isOwn || !tenths.test(number) || /\S/u.test(text.slice(0, start))) return undefined;
    if (!/^\s["“‘]?\p{Lu}/u.test(text.slice(end))) return undefined;
    const isOwned = /^\s["“‘]?\p{Lu}[\p{L}-]*(?:['’]s|s['’]) \p{Lu}/u.test(text.slice(end));
    return isOwned && !words.plural.test(noun.toLowerCase()) ? "name" : "quantity";
  }

  /** In brackets: a note, or one of several in a sentence. */
  function asItem({ text, start, end, number, before, after, counts, data }: NumberContext) {
    if (!oneOrTwo.test(number)) return undefined;
    if (/\[\^?$/.test(before) && after.startsWith("]"))
      return data.isCategory(/\p{L}+(?= \[$)/u.exec(before)?.[0] ?? "") ? "quantity" : "name";
    const right = text.slice(end);
    const isOpen = text.lastIndexOf("(", start) > text.lastIndexOf(")", start - 1);
    if (
      !isOpen &&
      /(?:^|[\s:;,])$/u.test(text.slice(0, start)) &&
      /^\) \p{L}/u.test(right) &&
      oneOfTwo.every((each) => each.test(text))
    )
      return "name";
    const isEnclosed = /(?:[:;,]|\p{L}|^) ?\($/u.test(text.slice(0, start)) && /^\) \p{L}/u.test(right);
    if (!isEnclosed || !text.includes("(1) ") || !text.includes("(2) ")) return undefined;
    return counts(right.slice(1)).what === "counted" ? "quantity" : "name";
  }

  /** One of two names with a number each. Two of one name are parts of a whole: Viking 1 and Viking 2. */
  function isInList(text: string, start: number, end: number): boolean {
    if (text[start] === "0") return false;
    for (const { 0: found, 1: one = "", 2: other = "", index } of text.matchAll(pairOfNames)) {
      const areMonths = [one, other].some((each) => words.month.test(each));
      if (index < start && end <= index + found.length && one !== other && !areMonths) return true;
    }
    return false;
  }
}
