import { readFile } from "node:fs/promises";
import { runProgram } from "../run-program.ts";
import { halved, type Picture, readPpm, scale } from "./pictures.ts";

/** What other programs find on the only page of a PDF. */
export interface ReadPage {
  readonly picture: Picture;
  /** Its text, without spaces. */
  readonly words: string;
  readonly fontsNotEmbedded: readonly string[];
}

/** Twice as fine as it is compared: poppler moves edges and letters to whole pixels. */
const dotsPerInch = 96 * scale * 2;

export async function readPage(pdf: string): Promise<ReadPage> {
  const target = pdf.replace(/\.pdf$/, "");
  const [, text, fonts] = await Promise.all([
    runProgram("pdftoppm", ["-r", String(dotsPerInch), "-singlefile", pdf, target]),
    runProgram("pdftotext", ["-raw", pdf, "-"]),
    runProgram("pdffonts", [pdf]),
  ]);
  return {
    picture: halved(readPpm(await readFile(`${target}.ppm`))),
    words: text.stdout.replaceAll(/\s+/g, ""),
    fontsNotEmbedded: fonts.stdout
      .split("\n")
      .slice(2)
      .filter((line) => line !== "" && !/ yes +(yes|no) +(yes|no) +\d+ +\d+ *$/.test(line)),
  };
}
