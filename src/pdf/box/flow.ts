import type { ComputedStyle } from "../css/computed-style.ts";
import { type ContentTag, groupingRoles } from "../tags/tag-node.ts";
import type { BlockContent, BlockLevelBox } from "./box.ts";
import { createInlineCollector, type InlineCollector } from "./inline-collector.ts";

/** The content of one block container while it is built: blocks, with runs of inline content between them. */
export interface Flow {
  /** The open run of inline content. */
  readonly inline: InlineCollector;
  /** Where text straight in this container belongs: a paragraph of its own where the container only groups. */
  inlineTag(): ContentTag;
  block(box: BlockLevelBox): void;
  finish(): BlockContent;
}

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
        content: { kind: "inline", items: inline.items },
      });
    } else keepMarks();
    inline = createInlineCollector();
    runTag = undefined;
  }

  /** An empty anchor between blocks still marks its place. */
  function keepMarks(): void {
    for (const item of inline.items) {
      if (item.kind !== "marks") continue;
      blocks.push({
        kind: "block",
        style: anonymous,
        tag: undefined,
        marks: item.marks,
        marker: undefined,
        content: { kind: "blocks", children: [] },
      });
    }
  }

  return {
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
      if (blocks.length === 0) return { kind: "inline", items: inline.items };
      flush();
      return { kind: "blocks", children: blocks };
    },
  };
}
