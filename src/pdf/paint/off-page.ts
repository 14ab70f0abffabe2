import type { PdfPage } from "pdfkit";
import type { Diagnostics } from "../../diagnostics/index.ts";
import { sourceLocation } from "../dom/source-location.ts";
import type { TextRun } from "../layout/fragment.ts";

/** Collects the words that are painted where no page is. */
export interface OffPage {
  /** A run of text, with its left edge and its baseline from the top left of the page. */
  note(run: TextRun, at: { readonly x: number; readonly y: number; readonly page: PdfPage }): void;
  report(diagnostics: Diagnostics, options: { readonly file: string | undefined }): void;
}

/** Less of a letter than this is not missed, em. */
const hardlySeen = 0.25;

export function createOffPage(): OffPage {
  let count = 0;
  let first: { readonly text: string; readonly run: TextRun } | undefined;

  return {
    note(run, { x, y, page }) {
      const most = run.item.style.fontSize * hardlySeen;
      const isLeftOrRight = x < -most || x + run.width > page.width + most;
      const isOutside = y < most || y > page.height + most;
      if (!isLeftOrRight && !isOutside) return;
      let left = x;
      for (const word of run.words) {
        const right = left + word.advance * run.item.style.fontSize;
        const isCut = isOutside || left < -most || right > page.width + most;
        left = right + (word.isSpace ? run.spaceExtra : 0);
        if (!isCut || word.isSpace) continue;
        count += 1;
        first ??= { text: word.text, run };
      }
    },
    report(diagnostics, { file }) {
      if (!first) return;
      diagnostics.warn({
        code: "content-off-page",
        message: `${count === 1 ? "A word is" : `${count} words are`} cut off at the edge of the page, or beyond it: "${first.text.slice(0, 60)}"${count === 1 ? "" : " is the first"}.`,
        hint: "Something around it is wider than the page, or moved off it by a margin: make it narrower, or let its lines wrap.",
        source: sourceLocation(file, first.run.item.location),
      });
    },
  };
}
