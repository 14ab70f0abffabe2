import type { ComputedStyle } from "../css/computed-style.ts";
import { contentModels } from "../tags/content-model.ts";
import { type ContentTag, groupingRoles } from "../tags/tag-node.ts";
import type { BlockBox, BlockContent, BlockLevelBox, BoxMarks } from "./box.ts";
import { isFloat, isFormattingRoot } from "./formatting-root.ts";
import { createInlineCollector, type InlineCollector } from "./inline-collector.ts";

/** The content of one block container while it is built: blocks, with runs of inline content between them. */
export interface Flow {
  /** The open run of inline content. */
  readonly inline: InlineCollector;
  /** A list or a table: white space in it, between what its items are, says nothing. */
  readonly holdsNoText: boolean;
  /** Where text straight in this container belongs: a paragraph of its own where the container only groups. */
  inlineTag(): ContentTag;
  block(box: BlockLevelBox): void;
  finish(): BlockContent;
}

/** Whether a box is a float, or leaves floats in it to the block around. */
export const leavesFloats = (box: BlockLevelBox) =>
  isFloat(box) || (box.kind === "block" && box.content.hasFloats && !isFormattingRoot(box));

/** `anonymous` is the style of the boxes made around inline content between blocks. */
export const createFlow = (anonymous: ComputedStyle, tag: ContentTag): Flow => new OpenFlow(anonymous, tag);

/** A class for the reason that the collector of inline content is one: each block has a flow. */
class OpenFlow implements Flow {
  inline = createInlineCollector();
  readonly holdsNoText: boolean;
  readonly #anonymous: ComputedStyle;
  readonly #tag: ContentTag;
  readonly #blocks: BlockLevelBox[] = [];
  #runTag: ContentTag | undefined;

  constructor(anonymous: ComputedStyle, tag: ContentTag) {
    this.holdsNoText = tag !== "artifact" && contentModels[tag.role] !== undefined && tag.role !== "LI";
    this.#anonymous = anonymous;
    this.#tag = tag;
  }

  inlineTag(): ContentTag {
    const tag = this.#tag;
    this.#runTag ??= tag !== "artifact" && groupingRoles.has(tag.role) ? { role: "P", parent: tag } : tag;
    return this.#runTag;
  }

  block(box: BlockLevelBox): void {
    this.#flush();
    this.#blocks.push(box);
  }

  finish(): BlockContent {
    // A line of nothing but a box out of the flow is none.
    const isLine = !(this.inline.isEmpty && this.inline.hasOutOfFlow);
    if (this.#blocks.length === 0 && isLine) return this.#inlineContent();
    this.#flush();
    return { kind: "blocks", children: this.#blocks, hasFloats: this.#blocks.some(leavesFloats) };
  }

  /** Inline content between blocks sits in an anonymous block (CSS 2.2, 9.2.1.1). */
  #flush(): void {
    if (!this.inline.isEmpty) this.#blocks.push(this.#anonymousBlock(undefined, this.#inlineContent()));
    else this.#keepMarks();
    // What holds nothing is as good as new.
    if (this.inline.items.length > 0) this.inline = createInlineCollector();
    this.#runTag = undefined;
  }

  /** A copy of the items takes no more than it holds: it is kept until all is laid out. */
  #inlineContent(): BlockContent {
    return { kind: "inline", items: this.inline.items.slice(), hasFloats: this.inline.hasFloats };
  }

  /** An empty anchor between blocks still marks its position, and a float is a block among them. */
  #keepMarks(): void {
    for (const item of this.inline.items) {
      if (item.kind === "float" || item.kind === "static-position") this.#blocks.push(item.box);
      if (item.kind !== "marks") continue;
      this.#blocks.push(this.#anonymousBlock(item.marks, { kind: "blocks", children: [], hasFloats: false }));
    }
  }

  #anonymousBlock(marks: BoxMarks | undefined, content: BlockContent): BlockBox {
    return { kind: "block", style: this.#anonymous, tag: undefined, marks, marker: undefined, content };
  }
}
