import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { headingLevelOf } from "../dom/heading-level.ts";
import { elementTag } from "../tags/element-tags.ts";
import { createHeadingLevels } from "../tags/heading-levels.ts";
import type { ContentTag, TagNode } from "../tags/tag-node.ts";
import type { Surroundings } from "./build-context.ts";
import { plainText } from "./plain-text.ts";
import { createTableParts } from "./table-parts.ts";

/** Makes the structure elements of one document. Undefined: an element has none, or all around it is decoration. */
export interface Tagger {
  tagFor(element: DomElement, around: Surroundings, extra?: Partial<TagNode>): TagNode | undefined;
  /**
   * For a block: headings have levels, lists numbering, terms and their descriptions share an item, and the parts of a table are that
   * however they are laid out.
   */
  blockTag(element: DomElement, around: Surroundings): TagNode | undefined;
  /** A footnote, or the note inside a list item; always with an id. */
  noteTag(element: DomElement, parent: TagNode): TagNode & { readonly id: string };
}

export interface TaggerOptions {
  readonly diagnostics: Diagnostics;
  locate(element: DomElement): SourceLocation;
}

export function createTagger({
  diagnostics,
  locate,
  ids,
}: TaggerOptions & { /** Of the HTML's elements. */ readonly ids: ReadonlySet<string> }): Tagger {
  const headingLevel = createHeadingLevels();
  const tableParts = createTableParts();
  let noteCount = 0;
  let definition: { readonly list: DomElement; readonly tag: TagNode; hasBody: boolean } | undefined;

  function tagFor(element: DomElement, around: Surroundings, extra: Partial<TagNode> = noExtra): TagNode | undefined {
    if (around.tag === "artifact") return undefined;
    const own = elementTag(element);
    const given = element.attributes.lang;
    const otherLang = given !== undefined && given !== "" && given !== around.lang ? given : undefined;
    const role = extra.role ?? own?.role ?? (otherLang === undefined ? undefined : around.isInline ? "Span" : "Div");
    if (role === undefined) return undefined;
    const lang = otherLang ?? extra.lang ?? own?.lang;
    const id = role === "Note" ? noteId(element) : (extra.id ?? own?.id);
    // What begins with a copy of another object, and is given more fields, has a hidden class of its own, several times its size.
    const tag: Mutable<TagNode> = { role, parent: around.tag, lang: undefined, id: undefined };
    Object.assign(tag, own, extra);
    tag.role = role;
    tag.lang = lang;
    tag.id = id;
    return tag;
  }

  /** ISO 14289-1, 7.9: every note has an id. */
  function noteId(element: DomElement): string {
    do noteCount += 1;
    while (ids.has(`note-${noteCount}`));
    return element.attributes.id || `note-${noteCount}`;
  }

  function blockTag(element: DomElement, around: Surroundings): TagNode | undefined {
    if (headingLevelOf(element) !== undefined) return headingTag(element, around);
    if (element.name === "li" && elementTag(element)?.role === "Note") return tagFor(element, around, { role: "LI" });
    if (element.name === "dt" || element.name === "dd") {
      return tagFor(element, { ...around, tag: definitionItem(element, around) });
    }
    const part = tableParts(element);
    if (part) return tagFor(element, around, part);
    const isList = elementTag(element)?.role === "L" && element.name !== "dl";
    const listStyle = around.styled.style.listStyleType;
    return tagFor(element, around, isList ? { listNumbering: listNumbering[listStyle] ?? "None" } : noExtra);
  }

  function headingTag(element: DomElement, around: Surroundings): TagNode | undefined {
    if (around.tag === "artifact") return undefined;
    const { level, isSkipped } = headingLevel(headingLevelOf(element) ?? 1);
    if (isSkipped) {
      diagnostics.warn({
        code: "heading-level-skipped",
        message: `The heading "${plainText(element)}" (${element.name}) skips a level; in the PDF it is H${level}.`,
        source: locate(element),
      });
    }
    return tagFor(element, around, { role: `H${level}` as TagNode["role"], title: plainText(element) });
  }

  /** A term and its descriptions are one list item; the next term starts another. */
  function definitionItem(element: DomElement, around: Surroundings): ContentTag {
    const list = element.parent?.name === "div" ? element.parent.parent : element.parent;
    if (around.tag === "artifact" || list?.name !== "dl") return around.tag;
    const isNew = !definition || definition.list !== list || (element.name === "dt" && definition.hasBody);
    if (!definition || isNew) definition = { list, tag: { role: "LI", parent: around.tag }, hasBody: false };
    if (element.name === "dd") definition.hasBody = true;
    return definition.tag;
  }

  return { tagFor, blockTag, noteTag: (element, parent) => ({ role: "Note", parent, id: noteId(element) }) };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Shared by all elements that say no more than their names do. */
const noExtra: Partial<TagNode> = {};

/** The names of ISO 32000-1, table 347. */
const listNumbering: Readonly<Record<string, NonNullable<TagNode["listNumbering"]>>> = {
  none: "None",
  disc: "Disc",
  circle: "Circle",
  square: "Square",
  decimal: "Decimal",
  "decimal-leading-zero": "Decimal",
  "upper-roman": "UpperRoman",
  "lower-roman": "LowerRoman",
  "upper-alpha": "UpperAlpha",
  "upper-latin": "UpperAlpha",
  "lower-alpha": "LowerAlpha",
  "lower-latin": "LowerAlpha",
};
