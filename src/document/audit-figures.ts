import type { Diagnostics, SourceLocation } from "../diagnostics/index.ts";
import type { NamedFigure } from "../language/index.ts";
import type { TemplatePosition } from "../template/index.ts";
import type { TextPiece } from "./read-traced-text.ts";
import { joinFlow, type TextFlow } from "./text-flow.ts";

/**
 * A figure: digits of any script, superscripts, fractions and Roman numerals too (Unicode categories Nd, No, Nl), with
 * the separators inside it, and the sign or unit that touches it.
 */
export const figurePattern = /\p{Sc}?\p{N}+(?:[.,:/\u00A0\u202F'’]\p{N}+)*[%‰]?/gu;

/** Characters of the text shown on either side of a figure. */
const contextLength = 30;

/** What of a text is no statistic: names, dates, ages. */
export type FindNames = (text: string) => readonly NamedFigure[];

/**
 * The figure audit: reports every figure that the author typed, or that came from a parameter, instead of printing it
 * from a claim, a table or the dataset. Digits of names are none. A figure that a loop repeats is reported once.
 */
export function auditFigures(flows: readonly TextFlow[], findNames: FindNames, report: Diagnostics["error"]): void {
  const reported = new Map<TemplatePosition, Set<string>>();
  const isNew = (position: TemplatePosition | undefined, found: string): boolean => {
    if (!position) return true;
    const here = reported.get(position) ?? new Set();
    if (here.has(found)) return false;
    reported.set(position, here.add(found));
    return true;
  };
  for (const flow of flows) {
    const { place, source = {} } = flow;
    for (const { found, index, piece } of typedFigures(flow, findNames)) {
      const { text, marks } = piece;
      const position = marks.findLast(({ offset }) => offset <= index + leading(found))?.position;
      if (!isNew(position, found)) continue;
      report({
        code: "untraced-figure",
        message: `The figure "${found}" in ${place} cannot be traced: "${contextOf(text, index, found)}".`,
        hint: isTemplate(source)
          ? `Print it with {{claim}} or {{value}}, or write {{literal "${found}"}} if it is not a figure of the data.`
          : "Leave it out, or write it in words: this text is no template.",
        source: { ...source, ...position },
      });
    }
  }
}

interface TypedFigure {
  readonly found: string;
  readonly piece: TextPiece;
  /** In the piece. */
  readonly index: number;
}

/** The figures that no run covers and that are of no name. */
function typedFigures(flow: TextFlow, findNames: FindNames): readonly TypedFigure[] {
  const figures = flow.pieces.flatMap((piece, at) =>
    piece.run
      ? []
      : [...piece.text.matchAll(figurePattern)].map(({ 0: found, index }) => ({ found, index, piece, at })),
  );
  if (figures.length === 0) return [];
  const names = namesOf(flow, findNames);
  return figures.filter(({ found, index, at }) => !names.hold(at, index + leading(found), index + digitsEnd(found)));
}

interface NamesOfFlow {
  /** Whether a stretch of a piece is within a name. */
  hold(piece: number, start: number, end: number): boolean;
}

function namesOf(flow: TextFlow, findNames: FindNames): NamesOfFlow {
  const { text, starts } = joinFlow(flow);
  const isNamed = new Uint8Array(text.length);
  for (const { index, length } of findNames(text)) isNamed.fill(1, index, index + length);
  return {
    hold(piece, start, end) {
      const from = starts[piece] ?? 0;
      return isNamed.subarray(from + start, from + end).every(Boolean);
    },
  };
}

const digitsEnd = (found: string): number => found.replace(/[^\p{N}]+$/u, "").length;

const isTemplate = ({ file }: SourceLocation) => file === undefined;

/** The mark stands before the first digit, which a currency sign may precede. */
const leading = (found: string) => (/^\p{N}/u.test(found) ? 0 : 1);

/** What stands around a figure, to be shown with it. */
export function contextOf(text: string, index: number, found: string): string {
  const from = Math.max(0, index - contextLength);
  const to = Math.min(text.length, index + found.length + contextLength);
  const context = text
    .slice(from, to)
    .replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return `${from > 0 ? "…" : ""}${context}${to < text.length ? "…" : ""}`;
}
