import type { MonthWords } from "../month-names.ts";
import type { PeriodLook } from "./look.ts";

/** What was made of looks that are constants, so that a survey of a thousand texts reads the sources of a hundred expressions once. */
const filters = new WeakMap<readonly PeriodLook[], (text: string) => boolean>();

/** The word filter of looks that never change; made when it is first asked for. */
export function wordFilterOf(looks: readonly PeriodLook[], months: MonthWords): (text: string) => boolean {
  const known = filters.get(looks);
  if (known) return known;
  const made = createWordFilter(looks, months);
  filters.set(looks, made);
  return made;
}

/**
 * Makes what tells of most names that no look has their letters: `column 2014`, `Decile 10`. To see that takes a fraction of what it takes to
 * compile a hundred expressions.
 * @returns whether a text may have one of the looks. True where that cannot be told by its letters.
 */
export function createWordFilter(looks: readonly PeriodLook[], months: MonthWords): (text: string) => boolean {
  const sources = looks.map(({ pattern }) => pattern.source.replaceAll(months.source, " "));
  if (sources.some((source) => matchesOthers.test(source))) return () => true;
  const pieces = new Set(sources.flatMap(piecesOf));
  const isKnown = (word: string): boolean => {
    // Whether all letters before each place are of pieces.
    const ends = [true];
    for (let at = 0; at < word.length; at += 1) {
      if (!ends[at]) continue;
      for (let end = at + 1; end <= word.length; end += 1) {
        const piece = word.slice(at, end);
        ends[end] ||= pieces.has(piece) || (piece.length >= leastOfMonth && months.numberOf(piece) > 0);
      }
    }
    return ends[word.length] === true;
  };
  return (text) => !isAscii.test(text) || (text.toLowerCase().match(/[a-z]+/g) ?? []).every(isKnown);
}

/** `Jan` is the shortest beginning of a month. */
const leastOfMonth = 3;
const isAscii = /^\p{ASCII}*$/u;
/** What may stand for letters that are not in the source: classes but digits and spaces, a range, what a class is without, any character. */
const matchesOthers = /\\(?![ds])[a-zA-Z]|\[\^|\[[^\]]*[a-zA-Z]-[a-zA-Z]|(?<![\\[])\.(?![^[]*\])/;
const oneOf = /\[[^\]]*\]/g;

/** Letters that a source has side by side; of those before a quantifier, the last stands alone: `yrs?` has `yr` and `s`. */
const piecesOf = (source: string): readonly string[] =>
  (
    source
      .replaceAll(oneOf, (letters) => [...letters].join(" "))
      .replaceAll(/\\[ds]/g, " ")
      .match(/[a-z]+[?*+{]?/gi) ?? []
  ).flatMap((run) => {
    const letters = run.toLowerCase();
    if (/[a-z]$/.test(letters)) return [letters];
    const last = letters.length - 2;
    return last === 0 ? [letters.charAt(0)] : [letters.slice(0, last), letters.charAt(last)];
  });
