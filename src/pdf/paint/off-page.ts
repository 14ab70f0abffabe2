import type { PdfPage } from "pdfkit";
import type { Diagnostics } from "../../diagnostics/index.ts";
import { sourceLocation } from "../dom/source-location.ts";
import { boundsUnder, identity, type Matrix } from "../geometry/matrix.ts";
import type { TextRun } from "../layout/fragment.ts";

interface PaintedPage {
  readonly matrix: Matrix;
  readonly page: PdfPage;
}

/** Collects the words that are painted where no page is. */
export interface OffPage {
  /** A run of text, with its left edge and its baseline, and how they are mapped to the page. */
  note(run: TextRun, at: { readonly x: number; readonly y: number }, on: PaintedPage): void;
  report(diagnostics: Diagnostics, options: { readonly file: string | undefined }): void;
}

/** Less of a letter than this is not missed, em. */
const hardlySeen = 0.25;

export function createOffPage(): OffPage {
  let count = 0;
  let first: { readonly text: string; readonly run: TextRun } | undefined;

  return {
    note(run, { x, y }, { matrix, page }) {
      const most = run.item.style.fontSize * hardlySeen;
      // Letters stand a little above their baseline, whichever way that is.
      const top = y - most;
      if (matrix === identity && x >= -most && x + run.width <= page.width + most && top >= 0 && top <= page.height)
        return;
      const isCutOff = (from: number, to: number) => {
        const box = boundsUnder(matrix, { x: from, y: top, width: to - from, height: 0 });
        const [bottom, right] = [box.y + box.height, box.x + box.width];
        return box.x < -most || right > page.width + most || box.y < 0 || bottom > page.height;
      };
      if (!isCutOff(x, x + run.width)) return;
      let left = x;
      for (const word of run.words) {
        const right = left + word.advance * run.item.style.fontSize;
        const isCut = isCutOff(left, right);
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
