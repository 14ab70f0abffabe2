import type { PlacedWord, PlacedWords } from "./read-words.ts";

/** How two PDFs of one document agree. */
export interface Agreement {
  readonly pageCounts: readonly [ours: number, theirs: number];
  readonly wordCount: number;
  /** Words on the same page and in a line that begins with the same word. */
  readonly sameLine: number;
  /** Of words on the same page, pt, ascending. */
  readonly offsets: readonly number[];
  /** The first words that differ, for whoever looks into it. */
  readonly differing: readonly string[];
}

/** The first "the" of one is compared with the first "the" of the other, the second with the second, and so on. */
export function compareWords(ours: PlacedWords, theirs: PlacedWords): Agreement {
  const places = new Map<string, PlacedWord[]>();
  for (const word of theirs.words) push(places, word);
  for (const list of places.values()) list.reverse();
  const offsets: number[] = [];
  const differing: string[] = [];
  let sameLine = 0;
  for (const word of ours.words) {
    const other = places.get(word.text)?.pop();
    if (other?.page === word.page) offsets.push(Math.hypot(other.x - word.x, other.y - word.y));
    if (other?.page === word.page && other.line === word.line) sameLine += 1;
    else differing.push(`${placeOf(word)} / ${other ? placeOf(other) : "nowhere"}`);
  }
  const left = [...places.values()].flat();
  for (const word of left) differing.push(`nowhere / ${placeOf(word)}`);
  return {
    pageCounts: [ours.pageCount, theirs.pageCount],
    wordCount: ours.words.length + left.length,
    sameLine,
    offsets: offsets.sort((a, b) => a - b),
    differing: differing.slice(0, 6),
  };
}

const placeOf = ({ text, page, x, y, line }: PlacedWord) =>
  `"${text}" in "${line} …", page ${page} at ${x.toFixed(1)}, ${y.toFixed(1)}`;

/** The middle of ascending numbers; 0 of none. */
export function middleOf(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function push(places: Map<string, PlacedWord[]>, word: PlacedWord): void {
  const known = places.get(word.text);
  if (known) known.push(word);
  else places.set(word.text, [word]);
}
