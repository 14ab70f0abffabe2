import type { Element, Root } from "hast";
import { toString as textIn } from "hast-util-to-string";
import type { Diagnostics, SourceLocation } from "../diagnostics/index.ts";
import { rightToLeft } from "../language/index.ts";
import { parseDeclarationList } from "../stylesheet/index.ts";
import type { CssAffixRule } from "./css-affixes.ts";
import { type CssLook, looksOf } from "./css-moves.ts";
import { createMatcher } from "./match-selector.ts";
import { isEarlier } from "./resolve-traced-text.ts";
import { breaksFlow } from "./text-flow.ts";
import { walkElements } from "./walk-elements.ts";

interface LookRule {
  readonly what: string;
  readonly look: CssLook;
  readonly elements: readonly Element[];
  readonly source: SourceLocation | undefined;
}

const hint = "Give the rule to elements that hold a figure with all that is said of it, or leave it out.";

/**
 * The audit of rules that change what a figure stands beside, or how much of it is seen: figures without their labels (or labels
 * without their figures) that are moved where others stand, cells that are left out under headings that stay, parts that
 * are cut off, text that is mirrored or drawn twice. What moves as a whole, figure and label, is a brand's affair.
 * @param styled the elements of the tree that have a style of their own.
 */
export function auditCssLooks(
  tree: Root,
  { rules, styled }: { readonly rules: readonly CssAffixRule[]; readonly styled: readonly Element[] },
  warn: Diagnostics["warn"],
): void {
  const found = [...rulesOf(tree, rules), ...ofStyles(styled)];
  if (found.length === 0) return;
  const page = readHolders(tree);
  const hidden = elementsGiven(found, "hides");
  const isRaised = raisedOtherwise(found);
  for (const rule of found) {
    const said = rule.elements.map((element) => effectOn(element, rule.look, { page, hidden, isRaised })).find(Boolean);
    if (!said) continue;
    warn({ code: "figure-affix", message: `${rule.what} ${said}.`, hint, source: rule.source });
  }
}

const elementsGiven = (rules: readonly LookRule[], look: CssLook): ReadonlySet<Element> =>
  new Set(rules.flatMap((rule) => (rule.look === look ? rule.elements : [])));

/** Whether rules set an element above its line by another way than `vertical-align`, as normalize.css does. */
function raisedOtherwise(rules: readonly LookRule[]): (element: Element) => boolean {
  const relative = elementsGiven(rules, "relative");
  const above = elementsGiven(rules, "raises");
  const settled = elementsGiven(rules, "settles");
  return (element) => relative.has(element) && above.has(element) && !settled.has(element);
}

const noElements: ReadonlySet<Element> = new Set();

/** The elements that rules set on their line: a superscript among them is none. */
export function levelledElements(tree: Root, rules: readonly CssAffixRule[]): ReadonlySet<Element> {
  if (!rules.some(({ effect }) => effect.kind === "looks" && effect.look === "levels")) return noElements;
  const found = rulesOf(tree, rules);
  const isRaised = raisedOtherwise(found);
  return new Set([...elementsGiven(found, "levels")].filter((element) => !isRaised(element)));
}

function rulesOf(tree: Root, rules: readonly CssAffixRule[]): readonly LookRule[] {
  const looks = rules.flatMap((rule) => (rule.effect.kind === "looks" ? [{ rule, look: rule.effect.look }] : []));
  if (looks.length === 0) return [];
  const match = createMatcher(tree);
  return looks.map(({ rule: { selector, elements, source }, look }) => ({
    what: `The rule for ${selector}`,
    look,
    elements: elements === "" ? [] : (match(elements) ?? []),
    source,
  }));
}

function ofStyles(styled: readonly Element[]): readonly LookRule[] {
  const found: LookRule[] = [];
  for (const element of styled) {
    const { style } = element.properties;
    if (typeof style !== "string") continue;
    for (const { look } of looksOf(parseDeclarationList(style, { positions: false }), new Map()))
      found.push({ what: `The style attribute of <${element.tagName}>`, look, elements: [element], source: undefined });
  }
  return found;
}

/** What an element holds: figures, and words that are none. */
interface Held {
  readonly figures: readonly Element[];
  readonly hasWords: boolean;
}

interface Holders {
  readonly held: (element: Element) => Held;
  readonly parentOf: (element: Element) => Element | undefined;
}

const isFigure = (element: Element): boolean => {
  const { dataClaim, dataCell, value } = element.properties;
  return value !== undefined && (typeof dataClaim === "string" || typeof dataCell === "string" || isEarlier(element));
};

function readHolders(tree: Root): Holders {
  const parents = new Map<Element, Element>();
  walkElements(tree, (element, parent) => {
    if (parent.type === "element") parents.set(element, parent);
  });
  const known = new Map<Element, Held>();
  const held = (element: Element): Held => {
    const before = known.get(element);
    if (before) return before;
    const figures: Element[] = [];
    let hasWords = false;
    if (isFigure(element)) figures.push(element);
    else
      for (const child of element.children) {
        if (child.type === "text") hasWords ||= /\p{L}/u.test(child.value);
        else if (child.type === "element" && !isNote(child)) {
          const inner = held(child);
          figures.push(...inner.figures);
          hasWords ||= inner.hasWords;
        }
      }
    const all = { figures, hasWords };
    known.set(element, all);
    return all;
  };
  return { held, parentOf: (element) => parents.get(element) };
}

const isNote = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === "sup" && [className].flat().includes("note-ref");

const isCell = ({ tagName }: Element): boolean => tagName === "td" || tagName === "th";

interface EffectOptions {
  readonly page: Holders;
  readonly hidden: ReadonlySet<Element>;
  /** Whether rules set it above its line by another way than `vertical-align`, as normalize.css does. */
  readonly isRaised: (element: Element) => boolean;
}

/** Looks that are told of every figure that they are given to. */
const onFigures: Partial<Record<CssLook, (figure: string) => string>> = {
  mirrors: (figure) => `turns or mirrors ${figure}`,
  doubles: (figure) => `draws ${figure} a second time beside itself`,
  overprints: (figure) => `sets the characters of ${figure} over one another`,
  substitutes: (figure) => `draws other signs in place of the characters of ${figure}`,
  clamps: (figure) => `leaves out lines, and may cut ${figure}`,
};

/** Looks of a first letter that are told where it is a figure's first digit. */
const onFirstDigits: Partial<Record<CssLook, (figure: string) => string>> = {
  "lifts-first": (figure) => `sets the first digit of ${figure} above or below the others`,
  "shifts-first": (figure) => `sets the first digit of ${figure} over what stands beside it, or away from it`,
  "doubles-first": (figure) => `draws the first digit of ${figure} again`,
  "substitutes-first": (figure) => `draws another sign in place of the first digit of ${figure}`,
};

function effectOn(element: Element, look: CssLook, { page, hidden, isRaised }: EffectOptions): string | undefined {
  const { figures, hasWords } = page.held(element);
  const [figure] = figures;
  const name = figure ? nameOf(figure) : `"${textIn(element).trim().slice(0, 40)}"`;
  const onFigure = onFigures[look];
  if (onFigure) return figure && onFigure(name);
  const onFirst = onFirstDigits[look];
  if (onFirst) return beginsWith(element, figure) ? onFirst(name) : undefined;
  switch (look) {
    case "moves":
      return isPartOfMany(element, page) ? `moves ${name} away from what stands beside it` : undefined;
    case "joins":
      return figures.length > 1 && !breaksWithin(element) ? `sets ${name} and another over one another` : undefined;
    case "reverses":
      return setsPartsInOrder(element, page) ? "reverses the order of figures and what stands beside them" : undefined;
    case "cuts":
      return figure && !hasWords ? `shows a part of ${name}` : undefined;
    case "shows-first":
      return beginsWith(element, figure) && hidden.has(element) ? `shows a part of ${name}` : undefined;
    case "levels":
      return isNoteOfDigits(element, page) && !isRaised(element)
        ? "sets the number of a note beside the digits of a figure as if it were one of them"
        : undefined;
    case "turns-direction":
      return turnsOrder(element, figure && name, page);
    case "hides":
      return hiddenBetween(element, page) ?? columnsOutOfStep(element, page, hidden);
    default:
      return undefined;
  }
}

function turnsOrder(element: Element, figure: string | undefined, page: Holders): string | undefined {
  if (rightToLeft.test(textIn(element))) return undefined;
  if (figure !== undefined) return `turns the order of what is read, among it ${figure}`;
  return headsFigures(element, page) ? "turns the order of headings over figures" : undefined;
}

/** Whether the first letter of an element is that of its first figure; signs that stand before it belong to it (CSS Pseudo 4, 5.2.1). */
const beginsWith = (element: Element, figure: Element | undefined): boolean =>
  figure !== undefined &&
  /^\p{N}/u.test(textIn(figure)) &&
  textIn(element)
    .replace(/^[\s\p{P}]+/u, "")
    .startsWith(textIn(figure));

/** A head of columns of figures, or its row. */
function headsFigures(element: Element, { held, parentOf }: Holders): boolean {
  if (element.tagName !== "thead" && element.tagName !== "tr") return false;
  let table = parentOf(element);
  while (table && table.tagName !== "table") table = parentOf(table);
  return table !== undefined && held(table).figures.length > 0;
}

/** Whether it holds blocks, so that its figures do not share a line. */
const breaksWithin = (element: Element): boolean =>
  element.children.some((child) => child.type === "element" && (breaksFlow(child.tagName) || breaksWithin(child)));

const nameOf = (figure: Element): string => {
  const { dataClaim, dataCell } = figure.properties;
  if (isEarlier(figure)) return `the figure "${textIn(figure)}" of the earlier edition`;
  return `the figure "${textIn(figure)}" ${dataClaim ? `of the claim "${dataClaim}"` : `of the cell "${dataCell}"`}`;
};

/** A figure without its label, or a label without its figure, in something that has several of both. */
function isPartOfMany(element: Element, { held, parentOf }: Holders): boolean {
  const isPart = (each: Element) => held(each).figures.length > 0 !== held(each).hasWords;
  if (!isPart(element) || held(element).figures.length > 1) return false;
  let whole: Element | undefined = element;
  while (whole && isPart(whole) && held(whole).figures.length < 2) whole = parentOf(whole);
  // A row by itself has one label; its cells stand above and below others.
  if (whole?.tagName === "tr") while (whole && whole.tagName !== "table") whole = parentOf(whole);
  return whole !== undefined && held(whole).figures.length > 1;
}

/** Whether an element has figures and what stands between them as children of their own, or is a row of cells. */
function setsPartsInOrder(element: Element, { held }: Holders): boolean {
  const children = element.children.filter((child) => child.type === "element");
  const figures = children.filter((child) => held(child).figures.length > 0 && !held(child).hasWords);
  const isLabel = (child: Element["children"][number]) =>
    child.type === "element"
      ? held(child).figures.length === 0 && /[\p{L}\p{N}]/u.test(textIn(child))
      : child.type === "text" && /[\p{L}\p{N}]/u.test(child.value);
  return figures.length > 1 && (element.children.some(isLabel) || element.tagName === "tr");
}

/** The number of a note right behind a figure that ends in a digit. */
function isNoteOfDigits(element: Element, { parentOf }: Holders): boolean {
  const parent = isNote(element) ? parentOf(element) : undefined;
  const before = parent?.children[parent.children.indexOf(element) - 1];
  return before?.type === "element" && isFigure(before) && /\p{N}$/u.test(textIn(before));
}

/** Two figures that nothing stands between any more. */
function hiddenBetween(element: Element, { held, parentOf }: Holders): string | undefined {
  const parent = parentOf(element);
  if (!parent || breaksFlow(element.tagName) || held(element).figures.length > 0) return undefined;
  const at = parent.children.indexOf(element);
  const isBlank = (child: Element["children"][number]) => child.type === "text" && child.value.trim() === "";
  const left = parent.children.slice(0, at).findLast((child) => !isBlank(child));
  const right = parent.children.slice(at + 1).find((child) => !isBlank(child));
  if (left?.type !== "element" || right?.type !== "element" || !isFigure(left) || !isFigure(right)) return undefined;
  return `leaves out what stands between ${nameOf(left)} and ${nameOf(right)}`;
}

/** Cells of a row that are left out where those of the row above it, its headings, are not. */
function columnsOutOfStep(
  element: Element,
  { held, parentOf }: Holders,
  hidden: ReadonlySet<Element>,
): string | undefined {
  if (!isCell(element)) return undefined;
  const row = parentOf(element);
  let table = row;
  while (table && table.tagName !== "table") table = parentOf(table);
  if (!row || !table) return undefined;
  const rows: Element[] = [];
  walkElements(table, (each) => {
    if (each.tagName === "tr") rows.push(each);
  });
  const leftOut = (each: Element): string =>
    each.children
      .filter((child) => child.type === "element")
      .flatMap((child, index) => (hidden.has(child) ? [index] : []))
      .join(" ");
  const shown = rows.filter((each) => !hidden.has(each) && each.children.length > 1);
  const other = shown.find((each) => leftOut(each) !== leftOut(row));
  if (!other || ![row, other].some((each) => held(each).figures.length > 0)) return undefined;
  return "leaves out a cell in some rows of a table and not in others, so that figures stand under other headings than their own";
}
