import type { PdfPage } from "pdfkit";
import type { DiagnosticDetails, Diagnostics } from "../../diagnostics/index.ts";
import { sourceLocation } from "../dom/source-location.ts";
import { boundsUnder, identity, type Matrix } from "../geometry/matrix.ts";
import type { Rectangle } from "../geometry/rectangle.ts";
import type { TextRun } from "../layout/fragment.ts";
import type { OverflowClip } from "./overflow-clip.ts";

interface PaintedPage {
  readonly matrix: Matrix;
  readonly page: PdfPage;
}

/** Collects the words that are painted where no page is, and the pictures and boxes of which an edge is. */
export interface OffPage {
  /** A run of text, with its left edge and its baseline, and how they are mapped to the page. */
  note(run: TextRun, at: { readonly x: number; readonly y: number }, on: PaintedPage): void;
  /** A picture, or a box with something to see of its own, as far as `clips` show it. */
  noteBox(area: Rectangle, clips: readonly OverflowClip[], on: PaintedPage): void;
  report(diagnostics: Diagnostics, options: { readonly file: string | undefined }): void;
}

/** Less of a letter than this is not missed, em. */
const hardlySeen = 0.25;

/** Less of a box than this is not missed, pt. */
const hardlyMissed = 1;

export function createOffPage(): OffPage {
  let count = 0;
  let first: { readonly text: string; readonly run: TextRun } | undefined;
  let boxes = 0;
  let firstBox: { readonly cut: number; readonly after: TextRun | undefined } | undefined;
  let last: TextRun | undefined;

  function noteCut(run: TextRun, x: number, isCutOff: (from: number, to: number) => boolean): void {
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
  }

  return {
    note(run, { x, y }, on) {
      last = run;
      const most = run.item.style.fontSize * hardlySeen;
      // Letters stand a little above their baseline, whichever way that is.
      const top = y - most;
      const { width, height } = on.page;
      const isOnPage = x >= -most && x + run.width <= width + most && top >= 0 && top <= height;
      if (on.matrix !== identity || !isOnPage) noteCut(run, x, cutOffAt(top, { most, on }));
    },
    noteBox(area, clips, { matrix, page }) {
      if (matrix === identity && area.x >= 0 && area.x + area.width <= page.width) return;
      const box = boundsUnder(matrix, seenOf(area, clips, matrix));
      const cut = Math.max(-box.x, box.x + box.width - page.width);
      const isSeen = box.width > 0 && box.height > 0 && box.x < page.width && box.x + box.width > 0;
      if (cut < hardlyMissed || !isSeen || box.y > page.height || box.y + box.height < 0) return;
      boxes += 1;
      firstBox ??= { cut, after: last };
    },
    report(diagnostics, { file }) {
      if (!first) {
        if (firstBox) diagnostics.warn(boxWarning({ ...firstBox, count: boxes }, file));
        return;
      }
      diagnostics.warn({
        code: "content-off-page",
        message: `${count === 1 ? "A word is" : `${count} words are`} cut off at the edge of the page, or beyond it: "${first.text.slice(0, 60)}"${count === 1 ? "" : " is the first"}.`,
        hint: "Something around it is wider than the page, or moved off it by a margin: make it narrower, or let its lines wrap.",
        source: sourceLocation(file, first.run.item.location),
      });
    },
  };
}

/** Whether a stretch of a line at this height is cut off. */
const cutOffAt =
  (top: number, { most, on: { matrix, page } }: { readonly most: number; readonly on: PaintedPage }) =>
  (from: number, to: number): boolean => {
    const box = boundsUnder(matrix, { x: from, y: top, width: to - from, height: 0 });
    const [bottom, right] = [box.y + box.height, box.x + box.width];
    return box.x < -most || right > page.width + most || box.y < 0 || bottom > page.height;
  };

/** As far as the boxes around it show it, where these are turned as it is. */
function seenOf({ x, y, width, height }: Rectangle, clips: readonly OverflowClip[], matrix: Matrix): Rectangle {
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  for (const clip of clips) {
    if (clip.matrix !== matrix) continue;
    left = Math.max(left, clip.area.x);
    top = Math.max(top, clip.area.y);
    right = Math.min(right, clip.area.x + clip.area.width);
    bottom = Math.min(bottom, clip.area.y + clip.area.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function boxWarning(
  { count, cut, after }: { readonly count: number; readonly cut: number; readonly after: TextRun | undefined },
  file: string | undefined,
): DiagnosticDetails {
  const place = after
    ? ` after "${after.words
        .map(({ text }) => text)
        .join("")
        .trim()
        .slice(0, 60)}"`
    : "";
  const several = count === 1 ? "" : ` (and ${count - 1} more)`;
  return {
    code: "content-off-page",
    message: `A box or a picture${place} is cut off at the edge of the page, by ${Math.round(cut)} pt${several}.`,
    hint: "It is wider than the page, or moved off it: make it narrower, or let it shrink (max-width: 100%).",
    source: sourceLocation(file, after?.item.location),
  };
}
