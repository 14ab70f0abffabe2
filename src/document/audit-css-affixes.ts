import type { Element, Root, RootContent } from "hast";
import { toString as textIn } from "hast-util-to-string";
import type { Diagnostics } from "../diagnostics/index.ts";
import { looksLikeDigitAfter, looksLikeDigitBefore, type Words } from "../language/index.ts";
import { affixOf, traceOf, type UnitOf } from "./audit-affixes.ts";
import { type CssAffixRule, type CssWriting, copyCharacter, counterCharacter } from "./css-affixes.ts";
import { createMatcher } from "./match-selector.ts";
import { readLetters } from "./read-letters.ts";
import type { TextPiece } from "./read-traced-text.ts";
import { isEarlier } from "./resolve-traced-text.ts";
import { breaksFlow } from "./text-flow.ts";

interface AuditCssAffixesOptions {
  /** Those of the tree. */
  readonly styled: readonly Element[];
  readonly words: Pick<Words, "figureAffixes" | "saidFigures">;
  readonly unitOf: UnitOf;
  readonly warn: Diagnostics["warn"];
  /** What figures in words are told by; undefined where they are nobody's business. */
  readonly reportSaid: Diagnostics["warn"] | undefined;
}

/**
 * The audit of what stylesheets do to the figures of one document: each rule is put to the elements that it is for, and what it
 * writes is read where it would stand. Tells the rule, the figure and the claim that it is of, once for each rule.
 */
export function auditCssAffixes(tree: Root, rules: readonly CssAffixRule[], options: AuditCssAffixesOptions): void {
  const ofStyles = turnedByStyle(options.styled);
  if (rules.length === 0 && ofStyles.length === 0) return;
  const page = readPage(tree);
  const match = createMatcher(tree);
  for (const rule of rules) {
    const elements = rule.elements === "" ? [] : (match(rule.elements) ?? [...page.ranges.keys()]);
    auditRule(rule, elements, page, options);
  }
  for (const { element, what } of ofStyles) {
    const figure = figureIn(element, page);
    if (figure) options.warn({ code: "figure-affix", message: turned(what, figure), hint: turnHint });
  }
}

const turned = (what: string, figure: TextPiece) => `${what} turns characters round, among them ${nameOf(figure)}.`;
const turnHint = "Take it out. Words of another direction stand in an element with `dir`.";
const writeHint = "Say it in the template, or give the rule to elements that hold no figure.";

/** Where a rule writes: the figures near it, and what stands on either side in its block. */
interface InsertionPoint extends Around {
  readonly near: readonly TextPiece[];
}

function auditRule(
  rule: CssAffixRule,
  elements: readonly Element[],
  page: Page,
  options: AuditCssAffixesOptions,
): void {
  const { effect, selector, source } = rule;
  if (effect.kind === "writes") {
    auditWriting(rule, effect, insertionPoints(effect, elements, page), options);
    return;
  }
  // What stands elsewhere, or is not seen, is another audit's (audit-css-looks.ts).
  if (effect.kind === "looks") return;
  const isTurned = effect.kind === "turns";
  for (const element of elements) {
    const figure = isTurned ? figureIn(element, page) : firstFigureOf(element, page);
    if (!figure) continue;
    const what = `The rule for ${selector}`;
    const message = isTurned ? turned(what, figure) : `${what} hides the first letter of ${nameOf(figure)}.`;
    options.warn({ code: "figure-affix", message, hint: isTurned ? turnHint : writeHint, source });
    return;
  }
}

function insertionPoints(
  effect: CssWriting,
  elements: readonly Element[],
  { pieces, ranges }: Page,
): readonly InsertionPoint[] {
  const written = plain(effect.text);
  const alone: InsertionPoint = { left: [], written, right: [], near: [] };
  if (effect.at === "page") return [alone];
  return elements.map((element) => {
    const range = ranges.get(element);
    if (!range || effect.at === "instead") return alone;
    const at = effect.at === "after" ? range[1] : range[0];
    const left = leftOf(pieces, at);
    const right = rightOf(pieces, at);
    const near = [left.findLast(isFigure), right.find(isFigure)].filter((piece) => piece !== undefined);
    return { left, written, right, near };
  });
}

function auditWriting(
  { selector, source }: CssAffixRule,
  { text }: CssWriting,
  points: readonly InsertionPoint[],
  { words, unitOf, warn, reportSaid }: AuditCssAffixesOptions,
): void {
  const shown = text.replaceAll(counterCharacter, "1").replaceAll(copyCharacter, "…");
  const what = `The rule for ${selector} writes ${JSON.stringify(shown)}`;
  const beside = besideCopy(text, words.figureAffixes);
  if (beside !== undefined) {
    const message = `${what}: ${beside} stands beside what it copies from an element, and makes another figure of one that is there.`;
    warn({ code: "figure-affix", message, hint: writeHint, source });
  }
  if (text.includes(counterCharacter) && points.some(({ left }) => /\p{L}/u.test(textOf(left)))) {
    const message = `${what}, a count of elements, in the middle of a text, where it reads as a figure.`;
    warn({ code: "figure-affix", message, hint: "Let counters stand before what they number.", source });
  }
  const [changed] = firstOf(points, (point) =>
    point.near.find((figure) => changes(figure, point, words.figureAffixes, unitOf)),
  );
  if (changed) {
    const message = `${what} beside ${nameOf(changed)}, which makes another figure of it.`;
    warn({ code: "figure-affix", message, hint: writeHint, source });
  }
  const [said, point] = reportSaid ? firstOf(points, (point) => saidBy(text, point, words)) : [];
  if (said === undefined) return;
  const [figure] = point?.near ?? [];
  reportSaid?.({
    code: "said-figure",
    message: `${what}${figure ? `, beside ${nameOf(figure)}` : ""}, which says a figure in words that cannot be traced: "${said}".`,
    hint: writeHint,
    source,
  });
}

/** What CSS writes right beside what it copies, and would make another figure of one; another copy is one such thing. */
function besideCopy(text: string, affixes: Words["figureAffixes"]): string | undefined {
  if (!text.includes(copyCharacter)) return undefined;
  if (new RegExp(`${copyCharacter}\\s?[${copyCharacter}${counterCharacter}]`).test(text)) return "another text";
  const pieces = text
    .split(new RegExp(`(${copyCharacter})`))
    .map((part): TextPiece => (part === copyCharacter ? copied : plain(part)));
  const found = pieces.map((piece, at) =>
    piece === copied ? affixOf(pieces, at, affixes, () => noUnit)?.words : undefined,
  );
  const affix = found.find((each) => each !== undefined);
  return affix === undefined ? undefined : JSON.stringify(affix);
}

const noUnit = { own: [], others: [] };
const copied: TextPiece = { text: "0", run: { kind: "claim", id: "", value: 0 }, marks: [] };

function firstOf<T>(
  points: readonly InsertionPoint[],
  find: (point: InsertionPoint) => T | undefined,
): [found?: T, place?: InsertionPoint] {
  for (const point of points) {
    const found = find(point);
    if (found !== undefined) return [found, point];
  }
  return [];
}

interface Around {
  readonly left: readonly TextPiece[];
  readonly written: TextPiece;
  readonly right: readonly TextPiece[];
}

/** Whether what is written makes another figure of one near it than what stands there anyway. */
function changes(
  figure: TextPiece,
  { left, written, right }: Around,
  affixes: Words["figureAffixes"],
  unitOf: UnitOf,
): boolean {
  const isLeft = left.includes(figure);
  const gap = isLeft ? left.slice(left.indexOf(figure) + 1) : right.slice(0, right.indexOf(figure));
  const nearest = (isLeft ? written.text.trimStart()[0] : written.text.trimEnd().at(-1)) === counterCharacter;
  if (nearest && gap.every(({ text }) => text.trim() === "")) return true;
  const touches = gap.every(({ text }) => text === "") && /\p{N}/u.test(figure.text.at(isLeft ? -1 : 0) ?? "");
  if (touches && (isLeft ? looksLikeDigitAfter : looksLikeDigitBefore).test(written.text)) return true;
  const joined = [...left, written, ...right];
  const without = [...left, ...right];
  const words = affixOf(joined, joined.indexOf(figure), affixes, unitOf)?.words;
  return words !== undefined && words !== affixOf(without, without.indexOf(figure), affixes, unitOf)?.words;
}

/** What is said in words where some of the words are the stylesheet's. */
function saidBy(
  written: string,
  { left, right }: Around,
  { saidFigures }: Pick<Words, "saidFigures">,
): string | undefined {
  const own = readLetters(written);
  const [alone] = saidFigures(own.trim());
  if (alone) return alone.text;
  const [before, after] = [textOf(left), textOf(right)];
  const found = saidFigures(`${before}${own}${after}`);
  if (found.length === 0) return undefined;
  // A number of the page may be a figure by what the stylesheet says that it counts.
  const ofPage = new Set(saidFigures(`${before} ${after}`).map(({ text }) => text));
  const end = before.length + own.length;
  return found.find(({ index, text }) => (index < end && index + text.length > before.length) || !ofPage.has(text))
    ?.text;
}

const textOf = (pieces: readonly TextPiece[]): string =>
  pieces.map((piece) => (isFigure(piece) ? "\uFFFC" : readLetters(piece.text))).join("");

/** A document as it is read, in pieces; a piece of a line break alone ends a block. */
interface Page {
  readonly pieces: readonly TextPiece[];
  /** From the first piece that an element holds to the one after its last. */
  readonly ranges: ReadonlyMap<Element, readonly [from: number, to: number]>;
}

const plain = (text: string): TextPiece => ({ text, run: null, marks: [] });

const blockEnd = plain("\n");

function readPage(tree: Root): Page {
  const pieces: TextPiece[] = [];
  const ranges = new Map<Element, readonly [number, number]>();
  const readAll = (children: readonly RootContent[]) => {
    for (const child of children) {
      if (child.type === "text") pieces.push(plain(child.value));
      else if (child.type === "element") readElement(child);
    }
  };
  const readElement = (element: Element) => {
    const breaks = breaksFlow(element.tagName);
    if (breaks) pieces.push(blockEnd);
    const from = pieces.length;
    const figure = figureOf(element);
    if (figure) pieces.push(figure);
    else readAll(element.children);
    ranges.set(element, [from, pieces.length]);
    if (breaks) pieces.push(blockEnd);
  };
  readAll(tree.children);
  return { pieces, ranges };
}

/** A traced figure as it was before it became an element. */
function figureOf(element: Element): TextPiece | undefined {
  const { dataClaim, dataCell, value } = element.properties;
  const id = dataClaim ?? dataCell ?? (isEarlier(element) ? "earlier edition" : undefined);
  if (typeof id !== "string" || value === undefined) return undefined;
  const text = textIn(element);
  return {
    text,
    run: dataClaim ? { kind: "claim", id, value: 0 } : { kind: "cell", id, value: 0, origin: null },
    marks: [],
  };
}

const isFigure = ({ run }: TextPiece): boolean => run !== null;
const nameOf = ({ text, run }: TextPiece): string => `the figure "${text}" ${traceOf(run)}`;

/** At 0 nothing is left of it, whatever is found. */
const leftOf = (pieces: readonly TextPiece[], at: number): readonly TextPiece[] =>
  pieces.slice(pieces.lastIndexOf(blockEnd, at - 1) + 1, at);

function rightOf(pieces: readonly TextPiece[], at: number): readonly TextPiece[] {
  const end = pieces.indexOf(blockEnd, at);
  return pieces.slice(at, end < 0 ? undefined : end);
}

/** A figure that an element holds, or is. */
function figureIn(element: Element, { pieces, ranges }: Page): TextPiece | undefined {
  const [from, to] = ranges.get(element) ?? [0, 0];
  return pieces.slice(from, to).find(isFigure);
}

/** The figure that an element begins with. */
function firstFigureOf(element: Element, { pieces, ranges }: Page): TextPiece | undefined {
  const [from, to] = ranges.get(element) ?? [0, 0];
  const first = pieces.slice(from, to).find(({ text }) => /[\p{L}\p{N}\uE000]/u.test(text));
  return first && isFigure(first) ? first : undefined;
}

/** Elements that turn the order of characters by an attribute or by their own style. */
function turnedByStyle(styled: readonly Element[]): readonly { readonly element: Element; readonly what: string }[] {
  const found: { readonly element: Element; readonly what: string }[] = [];
  for (const element of styled) {
    const { style } = element.properties;
    if (element.tagName === "bdo") found.push({ element, what: "<bdo>" });
    else if (typeof style === "string" && /unicode-bidi\s*:\s*\S*override/i.test(style))
      found.push({ element, what: `The style attribute of <${element.tagName}>` });
  }
  return found;
}
