import type { Styled, StyleEngine } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { Cell, InlineItem, Row, TextItem } from "./box.ts";
import type { HeaderCell } from "./table-headers.ts";
import { isSameElement, type WordElement, wordElement } from "./word-elements.ts";

/**
 * Rows of tables as boxes that the documents of one formatter share: a batch has the same ones in each. The tag of a shared row has no
 * parent of its own; each document knows the one that it has there.
 */
export interface SharedRows {
  inDocument(document: DocumentOptions): DocumentRows;
}

interface DocumentOptions {
  readonly engine: StyleEngine;
  /** A letter is looked for that the next words begin with. */
  awaitsLetter(): boolean;
}

/** What of the shared rows one document has. */
export interface DocumentRows {
  /** By the tags of the rows. */
  readonly parents: ReadonlyMap<TagNode, TagNode>;
  /** The row that a build would give. None stands in a document twice. */
  find(source: RowSource): Row | undefined;
  /** Lets go of the parent of a row's tag where the row may be shared. */
  adopt(tag: TagNode | undefined, source: RowSource): TagNode | undefined;
  /** Shares a row whose tag was adopted, if it has nothing of its document. */
  share(row: Row, source: RowSource): void;
}

/** What a row of a table for listeners is built of. */
export interface RowSource {
  readonly element: DomElement;
  /** `styled` is the row's own. */
  readonly around: Pick<TextItem, "tag" | "lang" | "link" | "lines"> & { readonly styled: Styled };
  /** Of the table. */
  readonly headers: ReadonlyMap<DomElement, HeaderCell>;
}

/** Rows of some dozen tables; past it those that were not asked for since are let go of. */
const mostRows = 1_000;
/** Rows that a document adds: of a large table hardly any is in another document. */
const mostAdded = 400;

interface KeptRow {
  readonly element: WordElement;
  readonly lang: string;
  readonly row: Row & { readonly tag: TagNode };
}

/** Rows of a style, by the text that they begin with. */
type ByText = Map<string, KeptRow[]>;

export function createSharedRows(): SharedRows {
  const memory = new RowMemory();
  return { inDocument: (document) => new RowsOfDocument(document, memory) };
}

class RowMemory {
  #newer = new WeakMap<Styled, ByText>();
  #older = new WeakMap<Styled, ByText>();
  #count = 0;

  add(kept: KeptRow, text: string): void {
    if (this.#count >= mostRows / 2) {
      this.#older = this.#newer;
      this.#newer = new WeakMap();
      this.#count = 0;
    }
    this.#count += 1;
    const { styled } = kept.element;
    const byText: ByText = this.#newer.get(styled) ?? new Map();
    this.#newer.set(styled, byText);
    const same = byText.get(text);
    if (same) same.push(kept);
    else byText.set(text, [kept]);
  }

  find(styled: Styled, text: string, isWanted: (kept: KeptRow) => boolean): KeptRow | undefined {
    const known = this.#newer.get(styled)?.get(text)?.find(isWanted);
    if (known) return known;
    const old = this.#older.get(styled)?.get(text)?.find(isWanted);
    if (old) this.add(old, text);
    return old;
  }
}

class RowsOfDocument implements DocumentRows {
  readonly parents = new Map<TagNode, TagNode>();
  readonly #document: DocumentOptions;
  readonly #memory: RowMemory;
  #added = 0;

  constructor(document: DocumentOptions, memory: RowMemory) {
    this.#document = document;
    this.#memory = memory;
  }

  find(source: RowSource): Row | undefined {
    const { element, around } = source;
    if (!this.#mayShare(source)) return undefined;
    const kept = this.#memory.find(around.styled, firstText(element), (each) => this.#isOf(each, source));
    if (kept) this.parents.set(kept.row.tag, around.tag as TagNode);
    return kept?.row;
  }

  adopt(tag: TagNode | undefined, source: RowSource): TagNode | undefined {
    if (!tag || this.#added >= mostAdded || !this.#mayShare(source)) return tag;
    this.#added += 1;
    const adopted: TagNode = { ...tag, parent: undefined };
    this.parents.set(adopted, source.around.tag as TagNode);
    return adopted;
  }

  share(row: Row, { element, around, headers }: RowSource): void {
    const { tag } = row;
    if (!tag || !this.parents.has(tag) || row.marks || !row.cells.every(isOfWords)) return;
    const kept = hasPlainHeaders(row, element, headers)
      ? wordElement(element, around.styled, this.#document.engine)
      : undefined;
    if (!kept) return;
    this.#memory.add(
      { element: kept, lang: around.lang, row: { ...row, tag, cells: row.cells.map(sharedCell) } },
      firstText(element),
    );
  }

  #mayShare({ around: { tag, link, lines } }: RowSource): boolean {
    return tag !== "artifact" && !link && lines.length === 0 && !this.#document.awaitsLetter();
  }

  #isOf({ element: kept, lang, row }: KeptRow, { element, around, headers }: RowSource): boolean {
    return (
      lang === around.lang &&
      !this.parents.has(row.tag) &&
      isSameElement(kept, element, around.styled, this.#document.engine) &&
      hasPlainHeaders(row, element, headers)
    );
  }
}

/** Whether nothing stands in a cell but text, and none of it is a link or calls a note. */
const isOfWords = ({ box: { marks, marker, content }, rowSpan, columnSpan }: Cell): boolean =>
  rowSpan === 1 && columnSpan === 1 && !marks && !marker && content.kind === "inline" && content.items.every(isText);

const sharedCell = (cell: Cell): Cell => {
  const { content } = cell.box;
  if (content.kind !== "inline") return cell;
  return { ...cell, box: { ...cell.box, content: { ...content, isShared: true } } };
};

const isText = (item: InlineItem): boolean =>
  item.kind === "text" ? !item.link && !item.note : item.kind === "space" || item.kind === "isolate";

/** Whether the cells of a row are what the headers of its table say, and none of these has an id, which is made of its place in the document. */
function hasPlainHeaders({ cells }: Row, { children }: DomElement, headers: RowSource["headers"]): boolean {
  let index = 0;
  for (const child of children) {
    if (child.kind === "text") continue;
    const header = headers.get(child);
    const scope = cells[index]?.box.tag?.scope;
    if (header?.scope !== scope || header?.id !== undefined || header?.headers !== undefined) return false;
    index += 1;
  }
  return index === cells.length;
}

function firstText({ children }: DomElement): string {
  for (const child of children) {
    const text = child.kind === "text" ? child.text.trim() : firstText(child);
    if (text !== "") return text;
  }
  return "";
}
