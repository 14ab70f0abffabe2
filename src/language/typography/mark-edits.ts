import type { Typography } from "../contract/typography.ts";
import type { TypeEdit } from "./type-edit.ts";

/** In every language, whatever closes its quotations: German has ‚…‘, and writes Ku’damm. */
const apostrophe = "\u2019";

const isWordCharacter = (character: string): boolean => /[\p{L}\p{M}\p{N}\uFFFC]/u.test(character);
const isDigit = (character: string): boolean => /\p{Nd}/u.test(character);
const isSpace = (character: string): boolean => /^\s?$/u.test(character);
const mayOpenAfter = (character: string): boolean => isSpace(character) || /[([{<‘“«‹/=—–-]/u.test(character);

/** A straight mark where it stands. */
interface Mark {
  /** What stands before it, as it is printed; empty at the start. */
  readonly before: string;
  /** The text up to it, as typed, and after it. */
  readonly head: string;
  readonly rest: string;
  /** What stands after it; empty at the end. */
  readonly next: string;
}

/** Quotation marks, apostrophes and primes, each told by what stands on either side of it and by what is open. */
export function markEdits(text: string, typography: Typography): TypeEdit[] {
  const edits: TypeEdit[] = [];
  const open = createOpenQuotes();
  let before = "";
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (character !== '"' && character !== "'") {
      before = character;
      continue;
    }
    const mark = { before, head: text.slice(0, index), rest: text.slice(index + 1), next: text[index + 1] ?? "" };
    before = character === '"' ? double(mark, open, typography) : single(mark, open, typography);
    if (before !== character) edits.push({ start: index, end: index + 1, replacement: before });
  }
  return edits;
}

/** The quotations that are open, by their straight mark, the innermost last. */
function createOpenQuotes() {
  const open: string[] = [];
  return {
    has: (mark: string): boolean => open.includes(mark),
    open: (mark: string) => void open.push(mark),
    close(mark: string): void {
      if (open.includes(mark)) open.length = open.lastIndexOf(mark);
    },
  };
}

type OpenQuotes = ReturnType<typeof createOpenQuotes>;

/** The second mark of feet and inches: `5'10"`. */
const isOfFeet = /\p{Nd}['′’]\p{Nd}+$/u;

function double({ before, head, next }: Mark, open: OpenQuotes, { quotes }: Typography): string {
  const isOfInches = isDigit(before) && !isWordCharacter(next) && (!open.has('"') || isOfFeet.test(head));
  if (isOfInches) return "″";
  const closesHere = open.has('"') && !isSpace(before) && isSpace(next);
  if (mayOpenAfter(before) && !closesHere) {
    if (isSpace(next)) return '"';
    open.open('"');
    return quotes.double[0];
  }
  // Within a word it may be anything.
  if (isWordCharacter(next) && !open.has('"')) return '"';
  open.close('"');
  return quotes.double[1];
}

function single(mark: Mark, open: OpenQuotes, { quotes, elisions }: Typography): string {
  const { before, rest, next } = mark;
  const [opening, closing] = quotes.single;
  if (isDigit(before) && next !== "'" && !/[\p{L}\p{M}]/u.test(next)) return afterDigit(mark, open, closing);
  if (!mayOpenAfter(before)) {
    if (isWordCharacter(next) || !open.has("'")) return apostrophe;
    open.close("'");
    return closing;
  }
  if (isSpace(next)) return isSpace(before) ? "'" : open.has("'") ? closing : apostrophe;
  // A quotation in one that begins may end in another paragraph.
  const mayStayOpen = before === quotes.double[0];
  if (isElision(rest, elisions) || (!mayStayOpen && !closesLater(rest))) return apostrophe;
  open.open("'");
  return opening;
}

/** Feet or minutes, or the end of a quotation. Before three digits it separates thousands, and stays. */
function afterDigit({ rest, next }: Mark, open: OpenQuotes, closing: string): string {
  if (isDigit(next)) return /^\p{Nd}{1,2}(?!\p{Nd})/u.test(rest) ? "′" : "'";
  if (!open.has("'")) return "′";
  open.close("'");
  return closing;
}

/** Whether what follows an apostrophe is a word that always begins with one: `tis`, `90s`, `84,`; not one that is quoted by itself. */
function isElision(rest: string, elisions: ReadonlySet<string>): boolean {
  if (/^\p{Nd}(?:0s(?![\p{L}\p{N}])|\p{Nd}[,.;:!?)](?!\p{N}))/u.test(rest)) return true;
  const [word = ""] = /^[\p{L}\p{M}]+/u.exec(rest) ?? [];
  if (!elisions.has(word.toLowerCase())) return false;
  // `rock 'n' roll` is no quotation; `the word 'til'` is one.
  return !/^['’]/u.test(rest.slice(word.length)) || /^u?n$/i.test(word);
}

/** Whether a mark that closes a quotation stands somewhere after. */
const closesLater = (rest: string): boolean => /[^\s([{‘“]['’](?![\p{L}\p{N}])/u.test(rest);
