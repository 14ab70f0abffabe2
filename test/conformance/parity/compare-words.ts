import type { PlacedWord, PlacedWords } from "./read-words.ts";

/** How two PDFs of one document agree. */
export interface Agreement {
  readonly pageCounts: readonly [ours: number, theirs: number];
  /** Of the one that has more. */
  readonly wordCount: number;
  /** Words on the same page and in a line that begins with the same word. */
  readonly sameLine: number;
  /** Of those words, pt, ascending. */
  readonly offsets: readonly number[];
  /** The first words that differ, for whoever looks into it. */
  readonly differing: readonly string[];
}

/** Words agree if page, line and text do; where a line has a word twice, the first goes with the first. */
export function compareWords(ours: PlacedWords, theirs: PlacedWords): Agreement {
  const open = new Map<string, PlacedWord[]>();
  for (const word of theirs.words.toReversed()) {
    const known = open.get(keyOf(word));
    if (known) known.push(word);
    else open.set(keyOf(word), [word]);
  }
  const offsets: number[] = [];
  const alone: PlacedWord[] = [];
  for (const word of ours.words) {
    const other = open.get(keyOf(word))?.pop();
    if (other) offsets.push(Math.hypot(other.x - word.x, other.y - word.y));
    else alone.push(word);
  }
  const left = [...open.values()].flat();
  return {
    pageCounts: [ours.pageCount, theirs.pageCount],
    wordCount: Math.max(ours.words.length, theirs.words.length),
    sameLine: offsets.length,
    offsets: offsets.sort((a, b) => a - b),
    differing: [
      ...alone.slice(0, 3).map((word) => `ours: ${placeOf(word)}`),
      ...left.slice(0, 3).map((word) => `theirs: ${placeOf(word)}`),
    ],
  };
}

const keyOf = ({ page, line, text }: PlacedWord) => `${page}|${line}|${text}`;

const placeOf = ({ text, page, x, y, line }: PlacedWord) =>
  `"${text}" in "${line} …", page ${page} at ${x.toFixed(1)}, ${y.toFixed(1)}`;

/** The middle of ascending numbers; 0 of none. */
export function middleOf(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The words in the same line, of all. */
export function shareOf({ sameLine, wordCount }: Agreement): number {
  return wordCount === 0 ? 1 : sameLine / wordCount;
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
