import type { Diagnostics } from "../diagnostics/index.ts";
import {
  changingAffix,
  endsWithNumeral,
  type FigureAffixes,
  type FigureUnit,
  turningCharacter,
} from "../language/index.ts";
import { contextOf } from "./audit-figures.ts";
import { readLetters } from "./read-letters.ts";
import type { TextPiece } from "./read-traced-text.ts";
import type { TextFlow } from "./text-flow.ts";

/** By the id of a claim; undefined for a figure that nothing is known of. */
export type UnitOf = (claim: string) => FigureUnit | undefined;

/** As much as is read on either side of a figure. */
const reach = 40;

/**
 * Warns of what stands right beside a traced figure and makes another one of it: `million`, `%`, a minus, a currency,
 * another unit. A word of the measure's own unit or label is none. The same words are reported once.
 */
export function auditAffixes(
  flows: readonly TextFlow[],
  words: FigureAffixes,
  unitOf: UnitOf,
  warn: Diagnostics["warn"],
): void {
  const reported = new Set<string>();
  const report = (message: string, hint: string, flow: TextFlow) => {
    if (reported.has(message)) return;
    reported.add(message);
    warn({ code: "figure-affix", message, hint, source: flow.source });
  };

  const readPiece = (flow: TextFlow, at: number) => {
    const counts = flow.pieces[at]?.run?.kind === "period" ? countedByPeriod(flow.pieces, at, words) : undefined;
    if (counts !== undefined)
      report(
        `The period "${flow.pieces[at]?.text}" stands in ${flow.where} where a figure is said, before "${counts}".`,
        "Print the figure with {{claim}} or {{value}}, or set a word between: in 2019 offences rose.",
        flow,
      );
    const found = affixOf(flow.pieces, at, words, unitOf);
    if (!found) return;
    const { text, run } = flow.pieces[at] as TextPiece;
    report(
      `The figure "${text}" ${traceOf(run)} stands beside "${found.words}" in ${flow.where}, which makes another figure of it: "${found.context}".`,
      `Leave "${found.words}" out: a figure in another unit or size is a claim of its own. If the data is in that unit, say so in the \`unit\` of the measure.`,
      flow,
    );
  };

  for (const flow of flows) {
    // Most figures stand alone, in a cell.
    for (let at = 0; flow.pieces.length > 1 && at < flow.pieces.length; at += 1) readPiece(flow, at);
    const turned = flow.pieces.find(({ text }) => turningCharacter.test(text));
    if (!turned) continue;
    const figure = flow.pieces.find(({ run }) => run?.kind === "claim" || run?.kind === "cell");
    const of = figure ? ` beside the figure "${figure.text}" ${traceOf(figure.run)}` : "";
    const code = (turningCharacter.exec(turned.text)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase();
    report(
      `A character that turns the order of what is read (U+${code}) stands in ${flow.where}${of}.`,
      "Take it out. Words of another direction stand in an element with `dir`.",
      flow,
    );
  }
}

/** What a period would be the number of: behind a word that figures have before them, before what is counted. */
function countedByPeriod(
  pieces: readonly TextPiece[],
  at: number,
  { moves, counted }: Pick<FigureAffixes, "moves" | "counted">,
): string | undefined {
  // Behind most periods stands nothing, a bracket or a comma.
  const first = pieces[at + 1]?.text.charCodeAt(0) ?? 0;
  if (at + 1 === pieces.length || (first > 32 && first < 127)) return undefined;
  const next = /(?<=^\s)\p{L}+/u.exec(textAfter(pieces, at))?.[0];
  if (next === undefined || !counted.test(next)) return undefined;
  const before = /(?<!\p{L})(\p{L}+)\s$/u.exec(textBefore(pieces, at))?.[1];
  return before !== undefined && moves.test(before) ? next : undefined;
}

/** Of which claim or cell a figure is. */
export const traceOf = (run: TextPiece["run"]): string =>
  run?.kind === "claim" ? `of the claim "${run.id}"` : run?.kind === "cell" ? `of the cell "${run.id}"` : "";

/** Words that make another figure of the traced one among the pieces of a flow; undefined for no such words, or no such figure. */
export function affixOf(
  pieces: readonly TextPiece[],
  at: number,
  affixes: FigureAffixes,
  unitOf: UnitOf,
): { readonly words: string; readonly context: string } | undefined {
  const { text, run } = pieces[at] as TextPiece;
  if ((run?.kind !== "claim" && run?.kind !== "cell") || run.value === null || text === "") return undefined;
  const left = textBefore(pieces, at);
  const right = textAfter(pieces, at);
  if (left.trim() === "" && right.trim() === "") return undefined;
  const unit = run.kind === "claim" ? unitOf(run.id) : undefined;
  const endsInDigits = !text.includes(" ") || endsWithNumeral(text);
  const words = changingAffix({ left, right }, { words: affixes, unit, endsInDigits });
  return words === undefined ? undefined : { words, context: contextOf(`${left}${text}${right}`, left.length, text) };
}

/** What stands before a figure, as it looks, back to the figure before it. */
function textBefore(pieces: readonly TextPiece[], at: number): string {
  let text = "";
  for (let index = at - 1; index >= 0 && text.length <= reach && !text.startsWith(otherFigure); index -= 1)
    text = `${shownOf(pieces[index] as TextPiece)}${text}`;
  return text.slice(-reach);
}

/** What stands after it, on to the next figure. */
function textAfter(pieces: readonly TextPiece[], at: number): string {
  let text = "";
  for (let index = at + 1; index < pieces.length && text.length <= reach && !text.endsWith(otherFigure); index += 1)
    text += shownOf(pieces[index] as TextPiece);
  return text.slice(0, reach);
}

/** Stands for another figure. */
const otherFigure = "\uFFFC";

const shownOf = ({ text, run }: TextPiece): string =>
  run !== null && run.kind !== "literal" && run.kind !== "metadata" ? otherFigure : readLetters(text);
