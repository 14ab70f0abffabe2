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

/** What marks are numbers of. */
export type TracedOrigins = Pick<RenderedTemplate, "runs" | "positions">;

const anyMark = /[\uFDD0-\uFDEF]/;

/** Whether text holds a mark, and so has to be read. */
export const hasMarks = (text: string): boolean => anyMark.test(text);

/**
 * Takes the marks out of one text or attribute value, and says where each piece came from.
 *
 * A run inside a run belongs to the outer one. A run that is not in `runs` traces nothing, and one that is never closed
 * ends with the text: where a mark is broken, figures count as untraced rather than as traced.
 */
export function readTracedText(text: string, origins: TracedOrigins): TextPiece[] {
  const reader = new TracedTextReader(origins);
  let end = 0;
  for (let start = nextMark(text, 0); start < text.length; start = nextMark(text, end)) {
    reader.add(text.slice(end, start));
    const kind = text[start];
    const close = kind === runStart || kind === positionStart ? endOfNumber(text, start + 1) : undefined;
    end = close === undefined ? start + 1 : close + 1;
    const number = close === undefined ? undefined : Number(text.slice(start + 1, close));
    if (number !== undefined && kind === runStart) reader.open(number);
    else if (number !== undefined) reader.mark(number);
    else if (kind === runEnd) reader.close();
  }
  reader.add(text.slice(end));
  return reader.end();
}

const noMarks: readonly PositionMark[] = [];

/** The pieces of a text so far. Of most texts there is one, with no position in it: lists are made where there is something to hold. */
class TracedTextReader {
  readonly #origins: TracedOrigins;
  #pieces: TextPiece[] | undefined;
  #text = "";
  #marks: PositionMark[] | undefined;
  /** How many runs are open, one in the other, and the outermost. */
  #depth = 0;
  #run: TracedRun | undefined;

  constructor(origins: TracedOrigins) {
    this.#origins = origins;
  }

  add(text: string): void {
    this.#text = this.#text === "" ? text : this.#text + text;
  }

  open(number: number): void {
    if (this.#depth === 0) {
      this.#closePiece();
      this.#run = this.#origins.runs[number];
    }
    this.#depth += 1;
  }

  close(): void {
    if (this.#depth === 1) this.#closePiece();
    this.#depth = Math.max(0, this.#depth - 1);
  }

  mark(number: number): void {
    const position = this.#origins.positions[number];
    if (!position) return;
    this.#marks ??= [];
    this.#marks.push({ offset: this.#text.length, position });
  }

  end(): TextPiece[] {
    this.#closePiece();
    return this.#pieces ?? [];
  }

  #closePiece(): void {
    const run = this.#depth > 0 ? this.#run : undefined;
    // A gap may be of no words at all, and has to be seen all the same.
    if (this.#text !== "" || (run?.kind === "claim" && run.gap)) {
      const piece = { text: this.#text, run: run ?? null, marks: this.#marks ?? noMarks };
      if (this.#pieces) this.#pieces.push(piece);
      else this.#pieces = [piece];
    }
    this.#text = "";
    this.#marks = undefined;
  }
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
