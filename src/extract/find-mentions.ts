import type { Hedge } from "../claims/index.ts";
import { families } from "./families/index.ts";
import { hedgeAt } from "./hedges.ts";
import type { Mention } from "./mention.ts";

/** A mention, with the hedge of a quantity; the span takes the hedge in. */
export type HedgedMention = Mention & { readonly hedge: Hedge };

export type PeriodMention = Extract<HedgedMention, { kind: "period" }>;

/** All mentions in a text, in its order. Where two overlap, the family that comes first in the registry has it. */
export function findMentions(text: string): readonly HedgedMention[] {
  const found: Mention[] = [];
  // Which characters of the text are covered; a list of spans would be searched once for every match.
  const covered = new Uint8Array(text.length);
  const isFree = (start: number, end: number) => covered.subarray(start, end).every((covering) => covering === 0);
  for (const { pattern, read } of families) {
    for (const match of text.matchAll(pattern)) {
      const mention = read(match, text);
      if (!mention || !isFree(mention.start, mention.end)) continue;
      found.push(mention);
      covered.fill(1, mention.start, mention.end);
    }
  }
  found.push(...leftovers(text, covered));
  found.sort((a, b) => a.start - b.start);
  return found.map((mention, index): HedgedMention => {
    if (mention.kind !== "quantity") return { ...mention, hedge: "none" };
    const hedged = hedgeAt(text, mention.start, mention.end);
    // "over two years" is a time that ends here; its "over" is no hedge of what follows.
    const start = Math.max(hedged.start, found[index - 1]?.end ?? 0);
    return { ...mention, ...hedged, start };
  });
}

/** Whatever holds a digit and was taken by no family, so that no digit of a text goes without a word. */
function leftovers(text: string, taken: Uint8Array): readonly Mention[] {
  const left: Mention[] = [];
  for (const { index, 0: digits } of text.matchAll(/\p{N}+(?:[.,:/–-]\p{N}+)*/gu)) {
    let start: number | undefined;
    for (let offset = index; offset <= index + digits.length; offset += 1) {
      if (offset < index + digits.length && taken[offset] === 0) start ??= offset;
      else if (start !== undefined) {
        const isNumber = /\p{N}/u.test(text.slice(start, offset));
        if (isNumber) left.push({ start, end: offset, kind: "not-understood", what: "number" });
        start = undefined;
      }
    }
  }
  return left;
}
