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
export const signBefore = /(?:(?<![\p{L}\p{N}\uFFFC)])[-‐‑–+]|[±~≈<>≤≥×÷√^∓]|(?:^|[^\p{N}])−\s?|\p{Sc}\s?)$/u;
export const signAfter = /^(?:\s?[%‰‱°\p{Sc}]|\+|\s?[×÷√^])/u;
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
  { before, after, counted, stops }: BesideFigures,
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
    const { text, run } = flow.pieces[at] as TextPiece;
    if ((run?.kind !== "claim" && run?.kind !== "cell") || run.value === null || text === "") return;
    const left = sideText(flow.pieces.slice(0, at), "left");
    const right = sideText(flow.pieces.slice(at + 1), "right");
    const unit = run.kind === "claim" ? unitOf(run.id) : undefined;
    const own = new Set(unit?.own.flatMap(wordsOf));
    const isOwn = (words: string) => own.has(longest(wordsOf(words)));
    const found = [
      before.exec(left)?.[0],
      signBefore.exec(left)?.[0],
      after.exec(right)?.[0],
      signAfter.exec(right)?.[0],
    ]
      .map((words) => words?.trim())
      .find((words) => words && !isOwn(words));
    const other =
      found ??
      (/\p{N}$/u.test(text) || !text.includes(" ") ? otherUnit(right, { counted, stops, own, unit }) : undefined);
    if (other === undefined) return;
    const who = run.kind === "claim" ? `of the claim "${run.id}"` : `of the cell "${run.id}"`;
    const around = `${left}${text}${right}`;
    report(
      `The figure "${text}" ${who} stands beside "${other}" in ${flow.place}, which makes another figure of it: "${contextOf(around, left.length, text)}".`,
      `Leave "${other}" out: a figure in another unit or size is a claim of its own. If the data is in that unit, say so in the \`unit\` of the measure.`,
      flow,
    );
  };

  for (const flow of flows) {
    flow.pieces.forEach((_, at) => {
      readPiece(flow, at);
    });
    const turned = flow.pieces.find(({ text }) => override.test(text));
    if (!turned) continue;
    const figure = flow.pieces.find(({ run }) => run?.kind === "claim");
    const of =
      figure?.run?.kind === "claim" ? ` beside the figure "${figure.text}" of the claim "${figure.run.id}"` : "";
    const code = (override.exec(turned.text)?.[0].codePointAt(0) ?? 0).toString(16).toUpperCase();
    report(
      `A character that turns the order of what is read (U+${code}) stands in ${flow.place}${of}.`,
      "Take it out. Words of another direction stand in an element with `dir`.",
      flow,
    );
  }
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
