import type { Diagnostics } from "../diagnostics/index.ts";
import type { BesideFigures } from "../language/index.ts";
import { contextOf } from "./audit-figures.ts";
import { readLetters } from "./read-letters.ts";
import type { TextPiece } from "./read-traced-text.ts";
import type { TextFlow } from "./text-flow.ts";

/** What a figure is of. */
export interface FigureUnit {
  /** Its own words: the unit and the label of its measure. */
  readonly own: readonly string[];
  /** Words of other measures' units. */
  readonly others: readonly string[];
}

/** By the id of a claim; undefined for a figure that nothing is known of. */
export type UnitOf = (claim: string) => FigureUnit | undefined;

/** A sign that is no hyphen, dash or list mark: it touches the figure, and no letter stands before it. */
const signBefore = /(?:(?<![\p{L}\p{N}\uFFFC)])[-‐‑–+]|[±~≈<>≤≥×÷√^∓]|(?:^|[^\p{N}])−\s?|\p{Sc}\s?)$/u;
const signAfter = /^(?:\s?[%‰‱°\p{Sc}]|\+|\s?[×÷√^])/u;
/** Characters that change the order in which others are read. */
const override = /[\u202A-\u202E]/u;

/** As much as is read on either side of a figure. */
const reach = 40;

/**
 * Warns of what stands right beside a traced figure and makes another one of it: `million`, `%`, a minus, a currency,
 * another unit. A word of the measure's own unit or label is none. The same words are reported once.
 */
export function auditBeside(
  flows: readonly TextFlow[],
  words: BesideFigures,
  unitOf: UnitOf,
  warn: Diagnostics["warn"],
): void {
  const reported = new Set<string>();
  const report = (message: string, hint: string, flow: TextFlow) => {
    if (reported.has(message)) return;
    reported.add(message);
    warn({ code: "beside-figure", message, hint, ...(flow.source && { source: flow.source }) });
  };

  const readPiece = (flow: TextFlow, at: number) => {
    const found = besideOf(flow.pieces, at, words, unitOf);
    if (!found) return;
    const { text, run } = flow.pieces[at] as TextPiece;
    report(
      `The figure "${text}" ${traceOf(run)} stands beside "${found.words}" in ${flow.place}, which makes another figure of it: "${found.context}".`,
      `Leave "${found.words}" out: a figure in another unit or size is a claim of its own. If the data is in that unit, say so in the \`unit\` of the measure.`,
      flow,
    );
  };

  for (const flow of flows) {
    flow.pieces.forEach((_, at) => {
      readPiece(flow, at);
    });
    const turned = flow.pieces.find(({ text }) => override.test(text));
    if (!turned) continue;
    const figure = flow.pieces.find(({ run }) => run?.kind === "claim" || run?.kind === "cell");
    const of = figure ? ` beside the figure "${figure.text}" ${traceOf(figure.run)}` : "";
    const code = (override.exec(turned.text)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase();
    report(
      `A character that turns the order of what is read (U+${code}) stands in ${flow.place}${of}.`,
      "Take it out. Words of another direction stand in an element with `dir`.",
      flow,
    );
  }
}

/** Of which claim or cell a figure is. */
export const traceOf = (run: TextPiece["run"]): string =>
  run?.kind === "claim" ? `of the claim "${run.id}"` : run?.kind === "cell" ? `of the cell "${run.id}"` : "";

/** Words that make another figure of the traced one at a place of a flow; undefined for no such words, or no such figure. */
export function besideOf(
  pieces: readonly TextPiece[],
  at: number,
  { before, after, counted, stops }: BesideFigures,
  unitOf: UnitOf,
): { readonly words: string; readonly context: string } | undefined {
  const { text, run } = pieces[at] as TextPiece;
  if ((run?.kind !== "claim" && run?.kind !== "cell") || run.value === null || text === "") return undefined;
  const left = sideText(pieces.slice(0, at), "left");
  const right = sideText(pieces.slice(at + 1), "right");
  // Most figures stand alone, in a cell.
  if (left.trim() === "" && right.trim() === "") return undefined;
  const unit = run.kind === "claim" ? unitOf(run.id) : undefined;
  const own = new Set(unit?.own.flatMap(wordsOf));
  const isOwn = (words: string) => own.has(longest(wordsOf(words)));
  const found = [before.exec(left), signBefore.exec(left), after.exec(right), signAfter.exec(right)]
    .map((match) => match?.[0].trim())
    .find((words) => words && !isOwn(words));
  const words =
    found ??
    (/\p{N}$/u.test(text) || !text.includes(" ") ? otherUnit(right, { counted, stops, own, unit }) : undefined);
  return words === undefined ? undefined : { words, context: contextOf(`${left}${text}${right}`, left.length, text) };
}

/** What stands before or after a figure, as it looks, up to the next figure. */
function sideText(pieces: readonly TextPiece[], side: "left" | "right"): string {
  const near = side === "left" ? pieces.toReversed() : pieces;
  let text = "";
  for (const { text: own, run } of near) {
    const isFigure = run !== null && run.kind !== "literal" && run.kind !== "metadata";
    const shown = isFigure ? "\uFFFC" : readLetters(own);
    text = side === "left" ? `${shown}${text}` : `${text}${shown}`;
    if (isFigure || text.length > reach) break;
  }
  return side === "left" ? text.slice(-reach) : text.slice(0, reach);
}

interface OwnWords {
  readonly counted: RegExp;
  readonly stops: RegExp;
  readonly own: ReadonlySet<string>;
  readonly unit: FigureUnit | undefined;
}

/** The word after a figure that counts something else, of the first three words. */
function otherUnit(right: string, { counted, stops, own, unit }: OwnWords): string | undefined {
  if (!unit) return undefined;
  const others = new Set(unit.others.flatMap(wordsOf));
  const next = /^\s((?:[\p{L}'’-]+\s?){1,3})/u.exec(right)?.[1]?.trim().split(" ") ?? [];
  for (const word of next) {
    const lower = word.toLowerCase();
    if (own.has(lower)) return undefined;
    if (others.has(lower) || counted.test(word)) return word;
    if (stops.test(word)) return undefined;
  }
  return undefined;
}

/** Of `per cent` or `half of`, what it is about. */
const longest = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length)[0] ?? "";

const wordsOf = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{Sc}%]+/gu) ?? [];
