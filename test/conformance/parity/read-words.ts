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
  /** In the order that Poppler reads them in. */
  readonly words: readonly PlacedWord[];
}

/** Every word of a PDF with its place, as `pdftotext` sees them. */
export async function readWords(path: string): Promise<PlacedWords> {
  const { stdout } = await runProgram("pdftotext", ["-bbox-layout", path, "-"]);
  const words: PlacedWord[] = [];
  let page = 0;
  let line: string | undefined;
  for (const [, opened, attributes = "", text = ""] of stdout.matchAll(/<(page|line|word)([^>]*)>([^<]*)/g)) {
    if (opened === "page") page += 1;
    if (opened === "line") line = undefined;
    if (opened !== "word") continue;
    line ??= text;
    words.push({ text, page, x: numberIn(attributes, "xMin"), y: numberIn(attributes, "yMin"), line });
  }
  return { pageCount: page, words };
}

function numberIn(attributes: string, name: string): number {
  return Number(attributes.match(new RegExp(`${name}="([^"]*)"`))?.[1]);
}
