import type { Hedge } from "../claim-spec.ts";
import { families } from "./families/index.ts";
import { hedgeAt } from "./hedges.ts";
import type { Mention } from "./mention.ts";

/** A mention, with the hedge of a quantity; the span takes the hedge in. */
export type HedgedMention = Mention & { readonly hedge: Hedge };

/** All mentions in a text, in its order. Where two overlap, the family that comes first in the registry has it. */
export function findMentions(text: string): readonly HedgedMention[] {
  const found: Mention[] = [];
  for (const { pattern, read } of families) {
    for (const match of text.matchAll(pattern)) {
      const mention = read(match, text);
      if (mention && !found.some((other) => other.start < mention.end && mention.start < other.end)) {
        found.push(mention);
      }
    }
  }
  found.sort((a, b) => a.start - b.start);
  return found.map((mention, index): HedgedMention => {
    if (mention.kind !== "quantity") return { ...mention, hedge: "none" };
    const hedged = hedgeAt(text, mention.start, mention.end);
    // "over two years" is a time that ends here; its "over" is no hedge of what follows.
    const start = Math.max(hedged.start, found[index - 1]?.end ?? 0);
    return { ...mention, ...hedged, start };
  });
}
