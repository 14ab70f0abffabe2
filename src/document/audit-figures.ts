import type { Diagnostics, SourceLocation } from "../diagnostics/index.ts";
import {
  type DataWords,
  type FigureAffixes,
  hasNumeral,
  type NumberReading,
  type ReadNumber,
} from "../language/index.ts";
import type { TemplatePosition } from "../template/index.ts";
import type { FindNames, FoundName } from "./find-names.ts";
import { nameAround } from "./name-around.ts";
import { numberClasses } from "./number-classes.ts";
import type { TextPiece } from "./read-traced-text.ts";
import { joinFlow, type TextFlow } from "./text-flow.ts";

/**
 * A figure: digits of any script, superscripts, fractions and Roman numerals too (Unicode categories Nd, No, Nl), with
 * the separators inside it, and the sign or unit that touches it.
 */
export const figurePattern = /\p{Sc}?\p{N}+(?:[.,:/\u00A0\u202F'’]\p{N}+)*[%‰]?/gu;

/** Characters of the text shown on either side of a figure. */
const contextLength = 30;

interface AuditOptions {
  readonly findNames: FindNames;
  /** How the language means a number. Where absent, all that are of no name are figures. */
  readonly readNumber?: ReadNumber | undefined;
  /** Which words are the data's. */
  readonly dataWords?: DataWords | undefined;
  /** What the language has around figures. */
  readonly affixes: Pick<FigureAffixes, "ordinal" | "bands" | "counted">;
  /** Whether a text may be declared as a name; the error says how where it may. */
  readonly mayBeName?: ((text: string) => boolean) | undefined;
}

interface Reports {
  /** Of figures. */
  readonly report: Diagnostics["error"];
  /** Of numbers that may be figures. */
  readonly warn: Diagnostics["warn"];
}

const noDataWords: DataWords = { isMeasured: () => false, isCategory: () => false, units: () => [] };

/**
 * The figure audit: reports every figure that the author typed, or that came from a parameter, instead of printing it
 * from a claim, a table or the dataset. Digits of names are none; where they would be a figure without, they are a warning. An error is a number of which it is certain what it counts
 * (`NumberReading`); one of which it is not, or that is of a list of classes, is a warning, once for each name that it may be part of. A figure
 * that a loop repeats is reported once.
 */
export function auditFigures(
  flows: readonly TextFlow[],
  { findNames, readNumber, dataWords = noDataWords, affixes, mayBeName = () => false }: AuditOptions,
  { report, warn }: Reports,
): void {
  const reported = new Map<TemplatePosition, Set<string>>();
  const namesTold = new Set<string>();
  let classes: ReadonlySet<TextFlow> | undefined;
  const isOfClasses = (flow: TextFlow): boolean => {
    classes ??= numberClasses(flows, affixes);
    return classes.has(flow);
  };
  const isNew = (position: TemplatePosition | undefined, found: string): boolean => {
    if (!position) return true;
    const here = reported.get(position) ?? new Set();
    if (here.has(found)) return false;
    reported.set(position, here.add(found));
    return true;
  };
  const typed: TypedFigure[] = [];
  for (const flow of flows) typed.push(...typedFigures(flow, { findNames, affixes, dataWords }));
  for (const { found, index, piece, around, whole, start, end, flow, isOfName, isNumbered, beside } of typed) {
    const { where, source = {} } = flow;
    const { text, marks } = piece;
    const position = marks.findLast(({ offset }) => offset <= index + leading(found))?.position;
    // An area behind a name says whose it is, and no figure: Figure 3 for Kent. Right before it, the number is of the area.
    const words = isOfName ? { ...dataWords, isCategory: (word: string) => word === beside } : dataWords;
    const said = readNumber?.(whole, start, end, words, isOfName);
    const reading = isOfName ? asNamed(said, isNumbered || beside !== undefined) : (said ?? "figure");
    if (reading === "name" || reading === "other" || !isNew(position, found)) continue;
    const name = around && mayBeName(around) ? around : undefined;
    const hint = { isInTemplate: isTemplate(source), name };
    const context = `"${contextOf(text, index, found)}"`;
    if (reading === "figure" && !isOfClasses(flow)) {
      report({
        code: "untraced-figure",
        message: `The figure "${found}" in ${where} cannot be traced: ${context}.`,
        hint: hintFor(found, hint),
        source: { ...source, ...position },
      });
    } else if (name === undefined || !namesTold.has(name)) {
      if (name !== undefined) namesTold.add(name);
      warn({
        code: "figure-or-label",
        message: `The number "${found}" in ${where} may be a figure that cannot be traced: ${context}.`,
        hint: labelHint(found, hint),
        source: { ...source, ...position },
      });
    }
  }
}

/** In the form of a name it is none where it would be a figure without, or counts what stands behind it; and then it may be one. */
const asNamed = (reading: NumberReading | undefined, isNumbered: boolean): NumberReading =>
  isNumbered || reading === "figure" ? "quantity" : "name";

function labelHint(found: string, { isInTemplate, name }: HintOptions): string {
  const figure = `If it is a figure, print it with {{claim}} or {{value}}.`;
  if (name !== undefined) return `${figure} If not, declare it once in the briefing: names: [${JSON.stringify(name)}].`;
  return isInTemplate
    ? `${figure} If not, write {{literal "${found}"}}.`
    : "If it is a figure, leave it out: this text is no template.";
}

interface HintOptions {
  readonly isInTemplate: boolean;
  readonly name: string | undefined;
}

function hintFor(found: string, { isInTemplate, name }: HintOptions): string {
  const declared =
    name === undefined
      ? ""
      : ` If it is part of a name, declare that once in the briefing: names: [${JSON.stringify(name)}].`;
  return isInTemplate
    ? `Print it with {{claim}} or {{value}}, or write {{literal "${found}"}} if it is not a figure of the data.${declared}`
    : `Leave it out, or write it in words: this text is no template.${declared}`;
}

interface TypedFigure {
  readonly flow: TextFlow;
  readonly found: string;
  readonly piece: TextPiece;
  /** In the piece. */
  readonly index: number;
  /** The name that it may be part of. */
  readonly around: string | undefined;
  /** The text of its flow, and its digits there. */
  readonly whole: string;
  readonly start: number;
  readonly end: number;
  /** Whether it has the form of a name. What is read as a figure all the same may be one. */
  readonly isOfName: boolean;
  /** Whether it counts what stands behind it then. */
  readonly isNumbered: boolean;
  /** The area or other category of the data that stands right before it then: it may be a figure of that. */
  readonly beside: string | undefined;
}

/** The figures that no run covers and that are of no name. */
function typedFigures(
  flow: TextFlow,
  { findNames, affixes, dataWords }: Pick<AuditOptions, "findNames" | "affixes"> & { readonly dataWords: DataWords },
): readonly TypedFigure[] {
  const figures: { readonly found: string; readonly index: number; readonly piece: TextPiece; readonly at: number }[] =
    [];
  for (const [at, piece] of flow.pieces.entries()) {
    if (piece.run || !hasNumeral(piece.text)) continue;
    for (const { 0: found, index } of piece.text.matchAll(figurePattern)) figures.push({ found, index, piece, at });
  }
  if (figures.length === 0) return [];
  const joined = joinFlow(flow);
  const names = findNames(joined.text);
  const isNamed = namesOf(joined.text, names);
  return figures.flatMap(({ found, index, piece, at }) => {
    const from = (joined.starts[at] ?? 0) + index;
    const [start, end] = [from + leading(found), from + digitsEnd(found)];
    const isOfName = isNamed.subarray(start, end).every(Boolean) && !touchesOtherScript(joined.text, start, end);
    const isNumbered = isOfName && isNumberOf(joined.text, { start, end, names, dataWords });
    if (isOfName && !isNumbered && isSurelyNamed(found, names, { start, end })) return [];
    const beside = isOfName ? categoryBefore(joined.text.slice(0, start), dataWords) : undefined;
    if (isNoteOfFigure(piece, { joined: joined.text, from, isNamed })) return [];
    if (isRaisedMark(piece, joined.text.slice(0, joined.starts[at]), { affixes, dataWords })) return [];
    const around = nameAround(joined.text, { start: from, end: from + found.length, ordinal: affixes.ordinal });
    return [{ flow, found, index, piece, around, whole: joined.text, start, end, isOfName, isNumbered, beside }];
  });
}

/** A name with at most a sign and one word behind it, such as a verb: `Kent was 31st`, `Essex, 14,`. */
const nameBefore = /(\p{Lu}[\p{L}\p{M}’'-]*?)(?:['’]s)?(?:[ ,:;(–—-]{1,3}\p{Ll}+)?[ ,:;([–—-]{1,3}$/u;
/** The same before the short word that a number has: `Kent No 14`. */
const nameBeforeNumber = /(\p{Lu}[\p{L}\p{M}’'-]*?)(?:['’]s)? \p{Lu}\p{Ll}{1,2}\.? $/u;

const categoryBefore = (before: string, { isCategory }: DataWords): string | undefined =>
  [nameBefore, nameBeforeNumber]
    .map((each) => each.exec(before.slice(-60))?.[1])
    .find((name) => name && isCategory(name));

/**
 * A note, or the place that somebody came in, raised in brackets right behind a name: Matt Richardson<sup>(9)</sup>. In a sentence of what
 * data or any briefing counts, and in one with an area or another category, it may be how many.
 */
function isRaisedMark(
  { text, isRaised = false }: TextPiece,
  before: string,
  { affixes, dataWords }: Pick<AuditOptions, "affixes"> & { readonly dataWords: DataWords },
): boolean {
  if (!isRaised || !/^\(\d{1,3}(?:st|nd|rd|th)?\)$/.test(text) || !/\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(before))
    return false;
  const sentence = /(?:[^.;!?\n]|\.(?!\s))*$/u.exec(before)?.[0] ?? "";
  const words = sentence.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  return !words.some(
    (each) => affixes.counted.test(each.toLowerCase()) || dataWords.isMeasured(each) || dataWords.isCategory(each),
  );
}

/** A note raised right behind a typed figure, which is told with it: 28,470<sup>2</sup>. What stands before it may be of a name, or none. */
function isNoteOfFigure(
  { text, isRaised = false }: TextPiece,
  { joined, from, isNamed }: { readonly joined: string; readonly from: number; readonly isNamed: Uint8Array },
): boolean {
  return isRaised && /^\d{1,2}$/.test(text) && /\d/.test(joined[from - 1] ?? "") && !isNamed[from - 1];
}

/** Whether a name that is declared, or that nothing else is written as, has these digits. Names with a share in them are spoken of as such. */
function isSurelyNamed(
  found: string,
  names: readonly FoundName[],
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const isSure = ({ index, length, isDeclared = false, isSure: sure = false }: FoundName) =>
    (isDeclared || sure) && index <= start && end <= index + length;
  return found.endsWith("%") || names.some(isSure);
}

/**
 * Names that say nothing but their number: in parts, as versions are, long, as telephones are, behind a short word with a point (`No. 873`),
 * times and days in digits.
 */
const nothingButNumber =
  /^(?:(?:\p{L}{1,4}\.|№) ?\d+|\d+(?:\.\d+){2,}|\(?[+0][\d ()-]{6,}|\d{1,2}(?:[:.]\d\d)? ?[ap]m)$/u;
const dayInDigits = /^\d{1,4}([/-])\d{1,2}\1\d{2,4}$/;
const yearOrDate = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/;

/**
 * Whether digits stand in such a name, right before a word for what the data counts: `8.7.3 offences`. Others are said of what
 * they stand before: `Category 1 calls`, `2018/19 offences`.
 */
function isNumberOf(
  text: string,
  {
    start,
    end,
    names,
    dataWords,
  }: {
    readonly start: number;
    readonly end: number;
    readonly names: readonly FoundName[];
    readonly dataWords: DataWords;
  },
): boolean {
  const around = names.filter(({ index, length }) => index < end && start < index + length);
  if (around.length === 0 || around.some(({ isDeclared }) => isDeclared === true)) return false;
  const last = Math.max(...around.map(({ index, length }) => index + length));
  const noun = /^\s(?:o )?(\p{Ll}[\p{L}’'-]+)/u.exec(text.slice(last, last + 40))?.[1];
  // Of several groups of digits the last is told.
  if (noun === undefined || !dataWords.isMeasured(noun) || /\d/.test(text.slice(end, last))) return false;
  const longest = text.slice(Math.min(...around.map(({ index }) => index)), last);
  return dayInDigits.test(longest) || (nothingButNumber.test(longest) && !yearOrDate.test(longest));
}

/** No name of this house's languages has Cyrillic letters at its digits: what looks like \u0417 is a 3. */
const touchesOtherScript = (text: string, start: number, end: number): boolean =>
  /\p{Script=Cyrillic}$/u.test(text.slice(0, start)) || /^\p{Script=Cyrillic}/u.test(text.slice(end));

/** For each character of a text whether it is within a name. */
function namesOf(text: string, names: readonly FoundName[]): Uint8Array {
  const isNamed = new Uint8Array(text.length);
  for (const { index, length } of names) isNamed.fill(1, index, index + length);
  return isNamed;
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
