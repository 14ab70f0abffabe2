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
  for (let start = nextMark(text, 0); start < text.length; start = nextMark(text, end)) {
    piece += text.slice(end, start);
    const kind = text[start];
    const close = kind === runStart || kind === positionStart ? endOfNumber(text, start + 1) : undefined;
    end = close === undefined ? start + 1 : close + 1;
    if (close !== undefined && kind === runStart) {
      if (open.length === 0) closePiece();
      open.push(runs[Number(text.slice(start + 1, close))]);
    } else if (close !== undefined) {
      const position = positions[Number(text.slice(start + 1, close))];
      if (position) marks.push({ offset: piece.length, position });
    } else if (kind === runEnd) {
      if (open.length === 1) closePiece();
      open.pop();
    }
  }
  piece += text.slice(end);
  closePiece();
  return pieces;
}

/** Where the next mark stands, from `from` on; the end of the text where there is none. By hand, as a match is an object with a list of texts. */
function nextMark(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isMark(text.charCodeAt(at))) at += 1;
  return at;
}

const isMark = (code: number): boolean => code >= 0xfdd0 && code <= 0xfdef;

/** Where the number of a mark ends that begins here; undefined where there is none, or nothing ends it. */
function endOfNumber(text: string, from: number): number | undefined {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at > from && text[at] === markEnd ? at : undefined;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
