import type { TextSpan } from "./extraction.ts";

/** A full stop after these ends no sentence. */
const abbreviations =
  /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|etc|approx|c|ca|e\.g|i\.e|Rev|Sgt|Insp|Supt|Det|Ch|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])$/;

/**
 * The sentences of a text, without the space around them. A blank line, a list item and a full stop before a capital end
 * one; an abbreviation, an initial and the number of a list item do not.
 */
export function splitSentences(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  const close = (end: number) => {
    const slice = text.slice(start, end);
    const lead = slice.length - slice.trimStart().length;
    if (slice.trim() !== "") spans.push({ start: start + lead, end: start + slice.trimEnd().length });
    start = end;
  };
  const boundary =
    /(?<stop>[.!?…]["'”’)\]]*)(?=\s+["'“‘([]*[\p{Lu}\p{N}£$€])|\n\s*\n|\n(?=\s*(?:[-*•–]|\(?\d+[.)])\s)/gu;
  for (const match of text.matchAll(boundary)) {
    const { index } = match;
    const end = index + match[0].length;
    if (match.groups?.stop) {
      const line = text.slice(text.lastIndexOf("\n", index - 1) + 1, index);
      const head = text.slice(start, index);
      if (match[0].startsWith(".") && (abbreviations.test(head) || /^\s*\(?\d+$/.test(line))) continue;
    }
    close(end);
  }
  close(text.length);
  return spans;
}
