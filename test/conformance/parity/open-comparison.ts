import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundledFonts, createFontSet } from "../../../src/fonts/index.ts";
import { createPdfFormatter, type Stylesheet } from "../../../src/pdf/index.ts";
import { caseFonts, withCaseFonts } from "../../pdf/cases/case-fonts.ts";
import { caseStyle, houseStyle } from "../../pdf/house-style.ts";
import { type Agreement, compareWords } from "./compare-words.ts";
import { openPrinter, type Printer } from "./open-printer.ts";
import { readWords } from "./read-words.ts";

/** One HTML text for both, or one for each, where they are to lay out different sizes. */
export interface Printed {
  readonly ours: string;
  readonly theirs: string;
}

/** Formats and prints documents, and compares where their words stand. The browser starts with the first. */
export interface Comparison {
  compare(name: string, html: Printed): Promise<Agreement>;
  close(): Promise<void>;
}

export async function openComparison(): Promise<Comparison> {
  const folder = await mkdtemp(join(tmpdir(), "briefwright-parity-"));
  const fonts = createFontSet(await bundledFonts());
  const formatterOf = (stylesheets: readonly Stylesheet[]) =>
    createPdfFormatter({ fonts, fontFiles: caseFonts, stylesheets });
  const formatters = { house: formatterOf([{ text: houseStyle }]), none: formatterOf([]) };
  let printer: Printer | undefined;
  return {
    async compare(name, { ours, theirs }) {
      printer ??= await openPrinter();
      const css = caseStyle(name);
      const { bytes } = await formatters[css === "" ? "none" : "house"].render(ours, { date: new Date(0) });
      const paths = [join(folder, `${name}.pdf`), join(folder, `${name}.chromium.pdf`)] as const;
      await Promise.all([
        writeFile(paths[0], bytes),
        writeFile(paths[1], await printer.print(withCaseFonts(theirs), css)),
      ]);
      const [ourWords, theirWords] = await Promise.all([readWords(paths[0]), readWords(paths[1])]);
      return compareWords(ourWords, theirWords);
    },
    async close() {
      await printer?.close();
      await rm(folder, { recursive: true });
    },
  };
}
