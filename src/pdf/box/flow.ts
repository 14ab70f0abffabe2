import type { ComputedStyle } from "../css/computed-style.ts";
import { contentModels } from "../tags/content-model.ts";
import { type ContentTag, groupingRoles } from "../tags/tag-node.ts";
import type { BlockContent, BlockLevelBox } from "./box.ts";
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
export function createFlow(anonymous: ComputedStyle, tag: ContentTag): Flow {
  const blocks: BlockLevelBox[] = [];
  let inline = createInlineCollector();
  let runTag: ContentTag | undefined;

  /** Inline content between blocks sits in an anonymous block (CSS 2.2, 9.2.1.1). */
  function flush(): void {
    if (!inline.isEmpty) {
      blocks.push({
        kind: "block",
        style: anonymous,
        tag: undefined,
        marks: undefined,
        marker: undefined,
        content: inlineContent(),
      });
    } else keepMarks();
    // What holds nothing is as good as new.
    if (inline.items.length > 0) inline = createInlineCollector();
    runTag = undefined;
  }

  function inlineContent(): BlockContent {
    return { kind: "inline", items: inline.items, hasFloats: inline.hasFloats };
  }

  /** An empty anchor between blocks still marks its position, and a float is a block among them. */
  function keepMarks(): void {
    for (const item of inline.items) {
      if (item.kind === "float" || item.kind === "static-position") blocks.push(item.box);
      if (item.kind !== "marks") continue;
      blocks.push({
        kind: "block",
        style: anonymous,
        tag: undefined,
        marks: item.marks,
        marker: undefined,
        content: { kind: "blocks", children: [], hasFloats: false },
      });
    }
  }

  return {
    holdsNoText: tag !== "artifact" && contentModels[tag.role] !== undefined && tag.role !== "LI",
    get inline() {
      return inline;
    },
    inlineTag() {
      runTag ??= tag !== "artifact" && groupingRoles.has(tag.role) ? { role: "P", parent: tag } : tag;
      return runTag;
    },
    block(box) {
      flush();
      blocks.push(box);
    },
    finish() {
      // A line of nothing but a box out of the flow is none.
      const isLine = !(inline.isEmpty && inline.hasOutOfFlow);
      if (blocks.length === 0 && isLine) return inlineContent();
      flush();
      return { kind: "blocks", children: blocks, hasFloats: blocks.some(leavesFloats) };
    },
  };
}
