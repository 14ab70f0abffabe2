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

/**
 * Every word of a PDF with its place, as `pdftotext` sees them. A line is a run of words beside each other, each to the
 * right of the one before it, in the order drawn: that of the document.
 */
export async function readWords(path: string): Promise<PlacedWords> {
  const { stdout } = await runProgram("pdftotext", ["-raw", "-bbox", path, "-"]);
  const words: PlacedWord[] = [];
  let page = 0;
  let last: Place | undefined;
  for (const [, opened, attributes = "", written = ""] of stdout.matchAll(/<(page|word)([^>]*)>([^<]*)/g)) {
    if (opened === "page") {
      page += 1;
      last = undefined;
      continue;
    }
    const text = written.normalize("NFC");
    if (listMarks.test(text)) continue;
    const [x, right] = [numberIn(attributes, "xMin"), numberIn(attributes, "xMax")];
    const place = { x, right, y: numberIn(attributes, "yMin"), end: numberIn(attributes, "yMax") };
    const line = last && isBeside(last, place) ? (words.at(-1)?.line ?? text) : text;
    words.push({ text, page, x: place.x, y: place.y, line });
    last = place;
  }
  return { pageCount: page, words };
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
