import type { Element, Root } from "hast";
import { toString as textIn } from "hast-util-to-string";
import type { Diagnostics } from "../diagnostics/index.ts";
import {
  affixesBefore,
  changingAffix,
  createRecentAnswers,
  directionMark,
  endsWithNumeral,
  type FigureAffixes,
  type FigureUnit,
  hasNumeral,
  looksLikeDigitAfter,
  looksLikeDigitBefore,
  matchesOf,
  type RecentAnswers,
  rightToLeft,
  startsWithNumeral,
  wordsOf,
} from "../language/index.ts";
import { traceOf, type UnitOf } from "./audit-affixes.ts";
import { type PlacedElement, sayingAttributes } from "./audited-elements.ts";
import { readLetters } from "./read-letters.ts";
import type { TextPiece } from "./read-traced-text.ts";
import { breaksFlow, type TextFlow } from "./text-flow.ts";
import { walkElements } from "./walk-elements.ts";

const unitHint =
  "A figure in another unit, size or order is a claim of its own, or stands in words of its own direction.";

interface NeighbourOptions {
  /** Those of the tree. */
  readonly elements: readonly PlacedElement[];
  readonly flows: readonly TextFlow[];
  readonly affixes: FigureAffixes;
  readonly unitOf: UnitOf;
}

/** What stands beside a figure so that both are read as one: a unit in a block of its own, another figure, what looks like a digit, words of another direction. */
export function auditNeighbours(
  tree: Root,
  { elements, flows, affixes, unitOf }: NeighbourOptions,
  warn: Diagnostics["warn"],
): void {
  const reported = new Set<string>();
  const report = (message: string, hint: string, source: TextFlow["source"] = {}) => {
    if (reported.has(message)) return;
    reported.add(message);
    warn({ code: "figure-affix", message, hint, source });
  };
  auditFlows(flows, affixes, report);
  const ofPage = unitInNextBlock(tree, affixes, unitOf);
  if (ofPage !== undefined) report(ofPage, unitHint);
  for (const { element, parent } of elements) {
    const unit = element.children.length < 2 ? undefined : unitInNextBlock(element, affixes, unitOf);
    if (unit !== undefined) report(unit, unitHint);
    const turned = element.properties.dir === undefined ? undefined : turnedByAttribute(element);
    if (turned !== undefined) report(turned, unitHint);
    if (!hasSaying(element)) continue;
    for (const said of [saidOfHeld(element, affixes), saidOfBefore(element, parent, { affixes, unitOf })])
      if (said !== undefined) report(said, unitHint);
  }
}

/** What stands beside a figure in its own text. */
function auditFlows(
  flows: readonly TextFlow[],
  affixes: FigureAffixes,
  report: (message: string, hint: string, source?: TextFlow["source"]) => void,
): void {
  for (const flow of flows) {
    const { where, source, pieces } = flow;
    const alone = standsAlone(flow, affixes) ? textOf(pieces) : undefined;
    if (alone !== undefined)
      report(
        `"${alone}" stands by itself in ${where}, where it makes another figure of one beside it.`,
        unitHint,
        source,
      );
    // Most figures stand alone, in a cell.
    if (pieces.length < 2 && !directionMark.test(pieces[0]?.text ?? "")) continue;
    for (const joined of joinedFigures(flow.pieces))
      report(
        `The figures ${joined.parts.map((part) => JSON.stringify(part)).join(" and ")} stand side by side in ${where}, so that they are read as one: "${joined.text}".`,
        "Set words or a space between them.",
        source,
      );
    for (const { figure, sign } of signsThatTouch(flow.pieces))
      report(
        `The figure "${figure.text}" ${traceOf(figure.run)} stands beside "${sign}" in ${where}, which looks like a part of it.`,
        `Set a space before "${sign}", or leave it out.`,
        source,
      );
    const turned = turnedFigure(flow.pieces);
    if (turned)
      report(
        `A character that turns the order of what is read stands in ${where} beside the figure "${turned.text}" ${traceOf(turned.run)}.`,
        "Take it out where no words are written from right to left.",
        source,
      );
  }
}

function hasSaying({ properties }: Element): boolean {
  for (const name of sayingAttributes) if (properties[name] !== undefined) return true;
  return false;
}

/** Whether words are a magnitude, and little else: `in millions`. */
function isMagnitude(text: string, { magnitudes }: FigureAffixes): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length < 3 && words.some((word) => word.length > 1 && word in magnitudes);
}

/**
 * What an attribute says of a figure that its element holds, and nothing behind it: a magnitude alone. What a region is called may be the unit of what
 * it has.
 */
function saidOfHeld(element: Element, affixes: FigureAffixes): string | undefined {
  const figure = lastFigure(element);
  if (!figure) return undefined;
  for (const name of sayingAttributes) {
    const value = element.properties[name];
    if (typeof value === "string" && value.length <= 40 && isMagnitude(value, affixes))
      return `The figure "${textIn(figure)}" of the claim "${figure.properties.dataClaim}" stands in <${element.tagName}>, which is called "${value}".`;
  }
  return undefined;
}

/**
 * What an attribute of a term in short says behind a figure in the same line, and makes another one of it: `<abbr title="million">`. Behind what is
 * counted, as in `274 offences <abbr title="million">m</abbr>`, a magnitude does so alone.
 */
function saidOfBefore(
  element: Element,
  { children }: Root | Element,
  { affixes, unitOf }: Pick<NeighbourOptions, "affixes" | "unitOf">,
): string | undefined {
  if (breaksFlow(element.tagName)) return undefined;
  const value = sayingAttributes.map((name) => element.properties[name]).find((each) => typeof each === "string");
  if (typeof value !== "string") return undefined;
  const earlier = children.slice(0, children.indexOf(element)).filter((each) => !isSpace(each));
  const isBehindWords = isFewWords(earlier.at(-1)) && isMagnitude(value, affixes);
  const before = isBehindWords ? earlier.at(-2) : earlier.at(-1);
  if (before?.type !== "element") return undefined;
  const figure = typeof before.properties.dataClaim === "string" ? before : lastFigure(before);
  const unit = figure && unitOf(String(figure.properties.dataClaim));
  const affix = figure && changingAffix({ left: "", right: ` ${value}` }, { words: affixes, unit, endsInDigits: true });
  if (!figure || affix === undefined) return undefined;
  return `The figure "${textIn(figure)}" of the claim "${figure.properties.dataClaim}" stands before <${element.tagName}>, which says "${value}" and makes another figure of it.`;
}

type Node = Root["children"][number] | Element["children"][number];
const isSpace = (node: Node): boolean => node.type === "text" && node.value.trim() === "";

/** Whether it is what a figure counts, by one or two words. */
const isFewWords = (node: Node | undefined): boolean =>
  node?.type === "text" && /^\s+\p{L}[\p{L}’'-]*(?:\s+\p{L}[\p{L}’'-]*)?\s*$/u.test(node.value);

/** A text as it looks, without the spaces around it. */
const shownIn = (text: string): string => readLetters(text).trim();
const textOf = (pieces: readonly TextPiece[]): string => shownIn(pieces.map(({ text }) => text).join(""));

/** A template has the same short texts in each area, and names of areas in each of their tables. */
const mostTexts = 1_000;

/** What was found of texts by themselves, by the words of a language. */
interface KnownTexts {
  /** Whether all that a text says is a magnitude or a sign. */
  readonly alone: RecentAnswers<boolean>;
  /** Whether all that it says makes another figure of one behind it that is of no unit. */
  readonly before: RecentAnswers<boolean>;
}

const knownTexts = new WeakMap<FigureAffixes, KnownTexts>();

function textsBy(words: FigureAffixes): KnownTexts {
  const known = knownTexts.get(words) ?? {
    alone: createRecentAnswers<boolean>(mostTexts),
    before: createRecentAnswers<boolean>(mostTexts),
  };
  knownTexts.set(words, known);
  return known;
}

/** Whether all that a text says is a magnitude or a sign: no text is of it but beside a figure, wherever that stands. */
function standsAlone({ where, pieces }: TextFlow, words: FigureAffixes): boolean {
  const { alone } = words;
  // What attributes say is asked of their element.
  if (!alone || where !== "the text") return false;
  let text = "";
  for (const piece of pieces) {
    text += piece.text;
    if (piece.run || text.length >= 30) return false;
  }
  return textsBy(words).alone.get(text, () => alone.test(shownIn(text)));
}

const invisible = /[\p{Default_Ignorable_Code_Point}\u200B]/gu;
/** Digits with at most one separator of numbers, or a line of a fraction, between each two. */
const oneNumber = /\p{N}(?:[.,'’/⁄∕\u00A0\u2007\u2009\u202F]?\p{N})*/gu;

interface Joined {
  readonly text: string;
  readonly parts: readonly string[];
}

/** What no number has in it, a space or a letter of ASCII: most figures stand in sentences, with words between them. */
const isParting = (code: number): boolean => code === 32 || (code > 64 && code < 91) || (code > 96 && code < 123);

function hasParting(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isParting(text.charCodeAt(at))) return true;
  return false;
}

/** A quick look: whether nothing that parts numbers stands between two pieces that are traced and have digits. */
function mayBeJoined(pieces: readonly TextPiece[]): boolean {
  let isAfterFigure = false;
  for (const { text, run } of pieces) {
    if (!run || !hasNumeral(text)) {
      isAfterFigure &&= !hasParting(text);
      continue;
    }
    if (isAfterFigure && !isParting(text.charCodeAt(0))) return true;
    isAfterFigure = !isParting(text.charCodeAt(text.length - 1));
  }
  return false;
}

/** Figures that are traced each by itself, and together look like one number. */
function joinedFigures(pieces: readonly TextPiece[]): readonly Joined[] {
  if (pieces.length < 2 || !mayBeJoined(pieces)) return [];
  const owners: TextPiece[] = [];
  let text = "";
  for (const piece of pieces) {
    const shown = piece.text.replaceAll(invisible, "");
    text += shown;
    for (let at = 0; at < shown.length; at += 1) owners.push(piece);
  }
  return matchesOf(oneNumber, text).flatMap(({ 0: found, index }) => {
    const within = new Set<TextPiece>();
    for (let at = index; at < index + found.length; at += 1) {
      const owner = owners[at] as TextPiece;
      if (owner.run && /\p{N}/u.test(owner.text)) within.add(owner);
    }
    const hasFigure = [...within].some(({ run }) => run?.kind === "claim" || run?.kind === "cell");
    return within.size > 1 && hasFigure ? [{ text: found, parts: [...within].map((part) => part.text) }] : [];
  });
}

const isFigure = ({ run, text }: TextPiece): boolean =>
  (run?.kind === "claim" || run?.kind === "cell") && run.value !== null && text !== "";

/** What the author typed right against the digits of a figure, and looks like one more. */
function signsThatTouch(
  pieces: readonly TextPiece[],
): readonly { readonly figure: TextPiece; readonly sign: string }[] {
  const signs: { readonly figure: TextPiece; readonly sign: string }[] = [];
  for (const [at, figure] of pieces.entries()) {
    if (!isFigure(figure)) continue;
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    const left =
      before && !before.run && startsWithNumeral(figure.text) ? looksLikeDigitBefore.exec(before.text) : null;
    const right = after && !after.run && endsWithNumeral(figure.text) ? looksLikeDigitAfter.exec(after.text) : null;
    for (const found of [left, right]) if (found) signs.push({ figure, sign: found[0] });
  }
  return signs;
}

/** A figure beside marks of direction, in a text that has no words which need them. */
function turnedFigure(pieces: readonly TextPiece[]): TextPiece | undefined {
  const figure = pieces.find(isFigure);
  if (!figure || !pieces.some(({ text }) => directionMark.test(text))) return undefined;
  return pieces.some(({ text }) => rightToLeft.test(text)) ? undefined : figure;
}

/** The figure of a claim that ends, or is, what an element holds. */
function lastFigure(element: Element): Element | undefined {
  const last = element.children.findLast(isNotBlank);
  if (last?.type !== "element") return undefined;
  return typeof last.properties.dataClaim === "string" ? last : lastFigure(last);
}

/** The figure of a claim that an element has first. */
function firstFigure({ children }: Element): Element | undefined {
  const first = children[0];
  return first?.type === "element" && typeof first.properties.dataClaim === "string" ? first : undefined;
}

/** Whether it has one that begins with a digit and so with no unit: the next cell of a row. */
function startsWithFigure(element: Element): boolean {
  const text = firstFigure(element)?.children[0];
  const first = text?.type === "text" ? text.value.charCodeAt(0) : 0;
  return first > 47 && first < 58;
}

/** Whether all that it has is one, in words or behind a sign: what a claim prints is no unit of another. */
const isFigureAlone = (element: Element): boolean =>
  element.children.length === 1 && firstFigure(element) !== undefined;

/** Most texts between blocks are a line break and the indent of the template. */
const isBlank = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return !(first > 32 && first < 128) && text.trim() === "";
};

const isNotBlank = (child: Element["children"][number]): boolean => child.type !== "text" || !isBlank(child.value);

/** Blocks that are set beside what stands before them. An item of a list and a heading of a table begin something new. */
const mayGoOn: ReadonlySet<string> = new Set(
  "div dd td p section aside figcaption blockquote address pre footer".split(" "),
);
/** What a reader meets nothing in. */
const isEmpty = (element: Element): boolean =>
  element.tagName === "hr" || (holdsText.has(element.tagName) && hasNoText(element));
function hasNoText({ children }: Element): boolean {
  for (const child of children)
    if (child.type === "element" ? !hasNoText(child) : child.type === "text" && !isBlank(child.value)) return false;
  return true;
}
const holdsText: ReadonlySet<string> = new Set(["p", "div", "section", "span"]);

/** A block that has nothing but a unit or a size, beside one that ends or begins with a figure. */
function unitInNextBlock(parent: Root | Element, words: FigureAffixes, unitOf: UnitOf): string | undefined {
  let block: (Root | Element)["children"][number] | undefined;
  let startsBefore = false;
  for (const next of parent.children) {
    if (next.type === "text" && isBlank(next.value)) continue;
    const startsSo = next.type === "element" && startsWithFigure(next);
    if (next.type === "element" && !startsSo && isEmpty(next)) continue;
    const before = block;
    const isBehindFigure = startsBefore;
    block = next;
    startsBefore = startsSo;
    // Cells of a row are figures, nearly all of them.
    if ((startsSo && isBehindFigure) || before?.type !== "element" || next.type !== "element") continue;
    if (!mayGoOn.has(next.tagName) || !breaksFlow(before.tagName)) continue;
    const said = startsSo
      ? unitBefore(before, next, { words, unitOf })
      : isFigureAlone(next)
        ? undefined
        : unitBehind(before, next, { words, unitOf });
    if (said !== undefined) return said;
  }
  return undefined;
}

interface BlockOptions {
  readonly words: FigureAffixes;
  readonly unitOf: UnitOf;
}

/** A unit or a size, alone or with what the figure counts: `274` above `million offences`. */
function unitBehind(before: Element, next: Element, { words, unitOf }: BlockOptions): string | undefined {
  const figure = lastFigure(before);
  if (!figure) return undefined;
  const text = shownIn(textIn(next));
  if (text === "" || text.length > 30 || /^[-‐‑–—−+]/u.test(text)) return undefined;
  const unit = unitOf(String(figure.properties.dataClaim));
  const affix = changingAffix({ left: "", right: ` ${text}` }, { words, unit, endsInDigits: true });
  if (affix === undefined || !text.startsWith(affix)) return undefined;
  if (affix !== text && !isOfOwn(text.slice(affix.length), unit)) return undefined;
  return `The figure "${textIn(figure)}" of the claim "${figure.properties.dataClaim}" stands before "${text}" in <${next.tagName}>, which makes another figure of it.`;
}

/** A block that has nothing but a currency or a size, right before one that begins with a figure, and does not begin with one itself. A dash or a plus is a cell of its own. */
function unitBefore(before: Element, next: Element, { words, unitOf }: BlockOptions): string | undefined {
  const held = textIn(before);
  const figure = firstFigure(next);
  if (!figure || !textsBy(words).before.get(held, () => mayBeUnitBefore(shownIn(held), words))) return undefined;
  const text = shownIn(held);
  const claim = String(figure.properties.dataClaim);
  const affix = changingAffix({ left: `${text} `, right: "" }, { words, unit: unitOf(claim), endsInDigits: true });
  // Per cent may be what the figure is in: what headings and terms say is asked by `unitsInLabels`.
  if (affix !== text || words.percent.test(text)) return undefined;
  return `The figure "${textIn(figure)}" of the claim "${claim}" stands behind "${text}" in <${before.tagName}>, which makes another figure of it.`;
}

/** Whether a text by itself makes another figure of one behind it, of some unit at least. */
const mayBeUnitBefore = (text: string, words: FigureAffixes): boolean =>
  text.length <= 20 && /^[\p{L}\p{Sc} ]+$/u.test(text) && affixesBefore(`${text} `, words).includes(text);

/** Whether words are those that the figure is of, and there are any. */
function isOfOwn(text: string, unit: FigureUnit | undefined): boolean {
  const said = wordsOf(text);
  const own = new Set(unit?.own.flatMap(wordsOf));
  return said.length > 0 && said.every((word) => own.has(word));
}

/** Figures in an element that has the direction of other words than it holds. */
function turnedByAttribute(element: Element): string | undefined {
  // That of <bdo> is told already (audit-css-affixes.ts).
  if (element.tagName === "bdo") return undefined;
  if (String(element.properties.dir ?? "").toLowerCase() !== "rtl" || rightToLeft.test(textIn(element)))
    return undefined;
  let figure: string | undefined;
  walkElements({ type: "root", children: [element] }, (inner) => {
    if (typeof inner.properties.dataClaim === "string") figure ??= textIn(inner);
  });
  return figure === undefined
    ? undefined
    : `dir="rtl" of <${element.tagName}> turns the order of what is read, among it the figure "${figure}".`;
}
