import type { TextSpan } from "../extract/index.ts";

/** Words of the text that a claim is marked at. */
export interface Mark {
  readonly id: string;
  readonly span: TextSpan;
}

/**
 * The text as a partial of a template: a paragraph for each of its own, the first one its headline, the words of claims marked. Where
 * two overlap, the longer words are marked, and the other one's verdict stands behind them.
 * @param lang of the text, where the page is in another language.
 */
export function articlePartial(text: string, marks: readonly Mark[], lang?: string): string {
  const own = withoutOverlaps(marks);
  return paragraphsOf(text)
    .map((paragraph, index) => {
      const name = index === 0 ? "article-headline" : "article-paragraph";
      return `<p class="${name}">${paragraphSource(text, paragraph, { marks: own, lang })}</p>`;
    })
    .join("\n");
}

interface ShownMark extends Mark {
  /** Claims of words within these. */
  readonly others: readonly string[];
}

function withoutOverlaps(marks: readonly Mark[]): readonly ShownMark[] {
  const length = ({ span }: Mark) => span.end - span.start;
  const overlap = (a: Mark, b: Mark) => a.span.start < b.span.end && b.span.start < a.span.end;
  const shown: (Mark & { others: string[] })[] = [];
  for (const mark of marks.toSorted((a, b) => length(b) - length(a) || a.span.start - b.span.start)) {
    const around = shown.find((other) => overlap(mark, other));
    if (around) around.others.push(mark.id);
    else shown.push({ ...mark, others: [] });
  }
  return shown.toSorted((a, b) => a.span.start - b.span.start);
}

/** Blank lines part paragraphs. */
function paragraphsOf(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  for (const { 0: found, index } of text.matchAll(/\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*/gu)) {
    spans.push({ start: index, end: index + found.trimEnd().length });
  }
  return spans;
}

interface Shown {
  readonly marks: readonly ShownMark[];
  readonly lang: string | undefined;
}

function paragraphSource(text: string, { start, end }: TextSpan, { marks, lang }: Shown): string {
  // The number and the verdict behind a mark are in the language of the page.
  const between = (words: string) => {
    const source = literal("literal", words);
    return lang === undefined || source === "" ? source : `{{#lang "${lang}"}}${source}{{/lang}}`;
  };
  const of = lang === undefined ? "" : ` lang="${lang}"`;
  const parts: string[] = [];
  let at = start;
  for (const { id, span, others } of marks) {
    // One that two paragraphs share is marked where it begins.
    if (span.start < start || span.start >= end) continue;
    parts.push(between(text.slice(at, span.start)));
    parts.push(literal(`marked ${quoted(id)}`, text.slice(span.start, Math.min(span.end, end)), of));
    for (const other of others) parts.push(`{{marked ${quoted(other)} ""}}`);
    at = Math.min(span.end, end);
  }
  parts.push(between(text.slice(at, end)));
  return parts.join("");
}

/** Words of the text as an argument of a helper. A backslash before a quotation mark would end it, so these stand by themselves. */
function literal(call: string, words: string, hash = ""): string {
  if (words === "") return "";
  return words
    .replaceAll(/\s+/gu, " ")
    .split("\\")
    .map((part) => (part === "" ? "" : `{{${call} ${quoted(part)}${hash}}}`))
    .join("&bsol;");
}

export const quoted = (words: string): string => `"${words.replaceAll('"', '\\"')}"`;
