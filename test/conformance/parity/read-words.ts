import { runProgram } from "../run-program.ts";

/** Where a PDF shows a word. */
export interface PlacedWord {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** Of the top left of the word, pt, from the top left of the page. */
  readonly x: number;
  readonly y: number;
  /** The first word of its line. */
  readonly line: string;
}

export interface PlacedWords {
  readonly pageCount: number;
  /** In the order drawn. */
  readonly words: readonly PlacedWord[];
}

/** Browsers draw them as shapes, the formatter as text. */
const listMarks = /^[•◦○▪■‣]$/;

/** Scripts whose letters join or stack: a browser's PDF has them in pieces, which stand in the order of the eye. */
const joining = /[\u0590-\u08ff\u0980-\u09ff\u0b80-\u0bff\u1780-\u17ff]/;

/**
 * Every word of a PDF with its place, as `pdftotext` sees them. A line is a run of words beside each other, each to the
 * right of the one before it, in the order drawn: that of the document.
 */
export async function readWords(path: string): Promise<PlacedWords> {
  const { stdout } = await runProgram("pdftotext", ["-raw", "-bbox", path, "-"]);
  if (joining.test(stdout)) return readLines(stdout);
  const words: PlacedWord[] = [];
  let page = 0;
  let last: Place | undefined;
  for (const word of wordsIn(stdout)) {
    if (word.page !== page) last = undefined;
    page = word.page;
    const line = last && isBeside(last, word) ? (words.at(-1)?.line ?? word.text) : word.text;
    words.push({ text: word.text, page, x: word.x, y: word.y, line });
    last = word;
  }
  return { pageCount: pagesIn(stdout), words };
}

const pagesIn = (bbox: string) => bbox.match(/<page/g)?.length ?? 0;

interface FoundWord extends Place {
  readonly text: string;
  readonly page: number;
}

function wordsIn(bbox: string): FoundWord[] {
  const words: FoundWord[] = [];
  let page = 0;
  for (const [, opened, attributes = "", written = ""] of bbox.matchAll(/<(page|word)([^>]*)>([^<]*)/g)) {
    if (opened === "page") page += 1;
    const text = written.normalize("NFC");
    if (opened === "page" || listMarks.test(text)) continue;
    const [x, right, y, end] = ["xMin", "xMax", "yMin", "yMax"].map((name) => numberIn(attributes, name)) as [
      number,
      number,
      number,
      number,
    ];
    words.push({ text, page, x, right, y, end });
  }
  return words;
}

/**
 * Lines as words: what stands at one height on a page, as its letters in any order. Where such a line begins and which
 * letters it has is what can be compared of pieces of words.
 */
function readLines(bbox: string): PlacedWords {
  const lines: FoundWord[][] = [];
  for (const word of wordsIn(bbox).toSorted((a, b) => a.page - b.page || a.y + a.end - b.y - b.end)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const isSame = first?.page === word.page && word.y + word.end - first.y - first.end < word.end - word.y;
    if (line && isSame) line.push(word);
    else lines.push([word]);
  }
  const words = lines.map((line): PlacedWord => {
    const text = [...line.map((word) => word.text).join("")].toSorted().join("");
    const { page } = line[0] as FoundWord;
    const heights = line.map((word) => word.y).sort((a, b) => a - b);
    // A browser raises pieces that are marks.
    const y = heights[Math.floor(heights.length / 2)] ?? 0;
    return { text, page, x: Math.min(...line.map((word) => word.x)), y, line: text };
  });
  return { pageCount: pagesIn(bbox), words };
}

interface Place {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly end: number;
}

/** To the right, no further than cells of a table or margin boxes would be, and partly at the same height. */
function isBeside(last: Place, { x, y, end }: Place): boolean {
  const shared = Math.min(end, last.end) - Math.max(y, last.y);
  return x > last.x && x - last.right < 2 * (end - y) && shared > 0;
}

function numberIn(attributes: string, name: string): number {
  return Number(attributes.match(new RegExp(`${name}="([^"]*)"`))?.[1]);
}
