import { readFile } from "node:fs/promises";
import { runProgram } from "../run-program.ts";
import { type Picture, readPpm, scale } from "./pictures.ts";

/** What other programs find on the only page of a PDF. */
export interface ReadPage {
  /** Its text, without spaces. */
  readonly words: string;
  readonly fontsNotEmbedded: readonly string[];
}

/** Without the controls that pdftotext writes round words from right to left, either. */
const withoutSpaces = (text: string) => text.replaceAll(/[\s\u200e\u200f\u202a-\u202e]+/g, "");

export async function readPage(pdf: string): Promise<ReadPage> {
  const [text, fonts] = await Promise.all([runProgram("pdftotext", ["-raw", pdf, "-"]), runProgram("pdffonts", [pdf])]);
  return {
    words: withoutSpaces(text.stdout),
    fontsNotEmbedded: fonts.stdout
      .split("\n")
      .slice(2)
      .filter((line) => line !== "" && !/ yes +(yes|no) +(yes|no) +\d+ +\d+ *$/.test(line)),
  };
}

/** The page in pixels. It is drawn `finer` times as fine, and shrunk: poppler moves edges and letters to whole pixels. */
export async function rasterisePage(pdf: string, finer: number): Promise<Picture> {
  const target = pdf.replace(/\.pdf$/, "");
  await runProgram("pdftoppm", ["-r", String(96 * scale * finer), "-singlefile", pdf, target]);
  return readPpm(await readFile(`${target}.ppm`), finer);
}

/**
 * Texts that a chart draws and pdftotext does not find, spaces apart. Of texts from right to left it is asked for each word
 * alone, either way round and without marks: it puts such lines in an order of its own, and knows nothing of turned ones.
 */
export function missingTexts(texts: readonly string[], words: string): readonly string[] {
  const letters = words.normalize("NFD").replaceAll(/\p{M}/gu, "");
  const isThere = (word: string) => letters.includes(word) || letters.includes([...word].reverse().join(""));
  return texts.filter((text) => {
    if (!/[\u0590-\u08ff]/.test(text)) return !words.includes(withoutSpaces(text));
    const plain = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
    // Words with marks come out in pieces.
    const pieces = /[\u0591-\u05c7\u064b-\u0652]/.test(text) ? /[\p{L}\p{N}]/gu : /[\p{L}\p{N}]+/gu;
    return !(plain.match(pieces) ?? []).every(isThere);
  });
}
