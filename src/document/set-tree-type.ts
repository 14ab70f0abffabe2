import type { Element, Root, Text } from "hast";
import {
  createRecentAnswers,
  opaqueCharacter,
  type RecentAnswers,
  setLine,
  type TypeEdit,
  type Typography,
  typeEdits,
  typographyOf,
} from "../language/index.ts";
import { breaksFlow } from "./text-flow.ts";

/** What programs read, or what is to be read sign by sign. */
const asTyped: ReadonlySet<string> = new Set(
  "code kbd samp var tt pre script style template textarea math svg".split(" "),
);

/** Attributes with words for readers, in hast's names. */
const worded: ReadonlySet<string> = new Set([
  "alt",
  "title",
  "ariaLabel",
  "aria-description",
  "abbr",
  "label",
  "summary",
]);

/** The trees of one document have nearly all of their texts in common, and so have the documents of one template. */
const mostTexts = 4_000;
/** A longer text is a paragraph, which mostly has figures of its own. */
const longestRemembered = 300;

/** The edits of texts that were set before, by language. */
const knownEdits = new WeakMap<Typography, RecentAnswers<readonly TypeEdit[]>>();

function editsOf(text: string, typography: Typography): readonly TypeEdit[] {
  if (text.length > longestRemembered) return typeEdits(text, typography);
  const known = knownEdits.get(typography) ?? createRecentAnswers<readonly TypeEdit[]>(mostTexts);
  knownEdits.set(typography, known);
  return known.get(text, () => typeEdits(text, typography));
}

/** A text node of a line, with its offset there. */
interface LineNode {
  readonly node: Text;
  readonly start: number;
  /** The one before it in the line. */
  readonly before: LineNode | undefined;
}

/** A stretch of text across inline elements. */
interface Line {
  text: string;
  last: LineNode | undefined;
}

/**
 * Sets the type of a finished tree, in place: each text as its language does (`lang`), as a whole across inline elements, so
 * that a mark knows what stands beside it in another one. Text in a language that the house does not know stays as typed, as do
 * code and addresses. Words in attributes are set too, each on one line.
 *
 * Call it after the figure audit: what is audited is what was typed.
 */
export function setTreeType(tree: Root, typography: Typography): void {
  visit(tree, typography, newLine());
}

const newLine = (): Line => ({ text: "", last: undefined });

/** @param line what the texts of an inline element go on with. */
function visit(parent: Root | Element, typography: Typography | undefined, line: Line): void {
  for (const child of parent.children) {
    if (child.type === "text") {
      line.last = { node: child, start: line.text.length, before: line.last };
      line.text += child.value;
    }
    if (child.type !== "element") continue;
    const own = typographyIn(child, typography);
    if (own) setAttributes(child, own);
    if (asTyped.has(child.tagName)) {
      line.text += opaqueCharacter;
    } else if (child.tagName === "br") {
      line.text += "\n";
    } else if (isNoteReference(child)) {
      // Read elsewhere: what stands after it goes on with what stood before.
      visitApart(child, own);
    } else if (own !== typography) {
      line.text += opaqueCharacter;
      visitApart(child, own);
    } else if (breaksFlow(child.tagName)) {
      endLine(line, typography);
      visit(child, own, line);
      endLine(line, own);
    } else {
      visit(child, own, line);
    }
  }
  // Whoever began the line ends it.
  if (parent.type === "root") endLine(line, typography);
}

function endLine(line: Line, typography: Typography | undefined): void {
  setLineType(line, typography);
  line.text = "";
  line.last = undefined;
}

function visitApart(element: Element, typography: Typography | undefined): void {
  const line = newLine();
  visit(element, typography, line);
  setLineType(line, typography);
}

const isNoteReference = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.includes("note-ref");

function typographyIn({ properties: { lang } }: Element, around: Typography | undefined): Typography | undefined {
  if (typeof lang !== "string") return around;
  const own = typographyOf(lang);
  // Two tags of one language are one.
  return own === around ? around : own;
}

function setAttributes({ properties }: Element, typography: Typography): void {
  for (const name of worded) {
    const value = properties[name];
    if (typeof value === "string") properties[name] = setLine(value, typography);
  }
}

function setLineType({ text, last }: Line, typography: Typography | undefined): void {
  if (!typography || !last) return;
  const edits = editsOf(text, typography);
  if (edits.length === 0) return;
  for (let each: LineNode | undefined = last; each; each = each.before)
    each.node.value = edited(each.node.value, each.start, edits);
}

/** A text node with the edits that fall into it; one that spans several is written where it begins. */
function edited(value: string, start: number, edits: readonly TypeEdit[]): string {
  const end = start + value.length;
  let result = "";
  let at = start;
  for (const edit of edits) {
    if (edit.end <= at || edit.start >= end) continue;
    result += value.slice(at - start, Math.max(edit.start, at) - start);
    if (edit.start >= start) result += edit.replacement;
    at = Math.min(edit.end, end);
  }
  return result + value.slice(at - start);
}
