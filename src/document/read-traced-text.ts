import { matchesOf } from "../language/index.ts";
import {
  markEnd,
  positionStart,
  type RenderedTemplate,
  runEnd,
  runStart,
  type TemplatePosition,
  type TracedRun,
} from "../template/index.ts";

/** Where the template has the character at `offset`. */
export interface PositionMark {
  readonly offset: number;
  readonly position: TemplatePosition;
}

/** A stretch of text of one origin, without marks. */
export interface TextPiece {
  readonly text: string;
  /** What it came from; null for what the author typed. */
  readonly run: TracedRun | null;
  /** In order of offset. */
  readonly marks: readonly PositionMark[];
  /** Whether it is all that a superscript without attributes holds. */
  readonly isRaised?: boolean;
}

type Origins = Pick<RenderedTemplate, "runs" | "positions">;

const mark = new RegExp(`([${runStart}${positionStart}])(\\d+)${markEnd}|${runEnd}|[\uFDD0-\uFDEF]`, "g");
const anyMark = /[\uFDD0-\uFDEF]/;

/** Whether text holds a mark, and so has to be read. */
export const hasMarks = (text: string): boolean => anyMark.test(text);

/**
 * Takes the marks out of one text or attribute value, and says where each piece came from.
 *
 * A run inside a run belongs to the outer one. A run that is not in `runs` traces nothing, and one that is never closed
 * ends with the text: where a mark is broken, figures count as untraced rather than as traced.
 */
export function readTracedText(text: string, { runs, positions }: Origins): TextPiece[] {
  const pieces: TextPiece[] = [];
  const open: (TracedRun | undefined)[] = [];
  let piece = "";
  let marks: PositionMark[] = [];
  let end = 0;

  const closePiece = () => {
    // A gap may be of no words at all, and has to be seen all the same.
    if (piece || (open[0]?.kind === "claim" && open[0].gap)) pieces.push({ text: piece, run: open[0] ?? null, marks });
    piece = "";
    marks = [];
  };
  for (const { 0: found, 1: kind, 2: index, index: start } of matchesOf(mark, text)) {
    piece += text.slice(end, start);
    end = start + found.length;
    if (kind === runStart) {
      if (open.length === 0) closePiece();
      open.push(runs[Number(index)]);
    } else if (kind === positionStart) {
      const position = positions[Number(index)];
      if (position) marks.push({ offset: piece.length, position });
    } else if (found === runEnd) {
      if (open.length === 1) closePiece();
      open.pop();
    }
  }
  piece += text.slice(end);
  closePiece();
  return pieces;
}
