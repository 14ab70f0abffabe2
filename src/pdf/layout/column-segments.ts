import type { BlockBox, BlockContent, BlockLevelBox } from "../box/box.ts";
import { leavesFloats } from "../box/flow.ts";
import { isFloat, isFormattingRoot } from "../box/formatting-root.ts";

/** Content in columns, and between two parts of it a box that spans them all. */
export type ColumnSegment =
  | { readonly kind: "columns"; readonly content: BlockContent }
  | { readonly kind: "span"; readonly box: BlockLevelBox };

/**
 * Divides the content of a container at the boxes that span its columns (CSS Multi-column Layout 1, 6). A block that such a box stands
 * in goes on after it: it has its upper edges before the first, and the lower ones after the last.
 */
export function columnSegments(content: BlockContent): readonly ColumnSegment[] {
  if (content.kind === "inline" || !content.children.some(hasSpanner)) return [{ kind: "columns", content }];
  const segments: ColumnSegment[] = [];
  let children: BlockLevelBox[] = [];
  const flush = () => {
    if (children.length > 0) segments.push({ kind: "columns", content: blocks(children) });
    children = [];
  };
  for (const child of content.children) {
    if (isSpanner(child)) {
      flush();
      segments.push({ kind: "span", box: child });
    } else if (child.kind === "block" && hasSpanner(child)) {
      for (const part of partsOf(child)) {
        if (part.kind === "columns") {
          children.push(part.box);
          continue;
        }
        flush();
        segments.push(part);
      }
    } else children.push(child);
  }
  flush();
  return segments;
}

const blocks = (children: readonly BlockLevelBox[]): BlockContent => ({
  kind: "blocks",
  children,
  hasFloats: children.some(leavesFloats),
});

const isSpanner = (box: BlockLevelBox) =>
  box.kind !== "static-position" && box.style.columnSpan === "all" && !isFloat(box);

/** In the same formatting context. */
const hasSpanner = (box: BlockLevelBox): boolean =>
  isSpanner(box) ||
  (box.kind === "block" &&
    !isFloat(box) &&
    !isFormattingRoot(box) &&
    box.content.kind === "blocks" &&
    box.content.children.some(hasSpanner));

type Part =
  | { readonly kind: "columns"; readonly box: BlockBox }
  | { readonly kind: "span"; readonly box: BlockLevelBox };

function partsOf(box: BlockBox): readonly Part[] {
  const segments = columnSegments(box.content);
  return segments.map((segment, index): Part => {
    if (segment.kind === "span") return segment;
    const isFirst = index === 0;
    const isLast = index === segments.length - 1;
    const style = {
      ...box.style,
      height: "auto" as const,
      minHeight: 0,
      ...(isFirst ? {} : noTop),
      ...(isLast ? {} : noBottom),
    };
    const marks = isFirst ? box.marks : undefined;
    const marker = isFirst ? box.marker : undefined;
    return { kind: "columns", box: { ...box, style, marks, marker, content: segment.content } };
  });
}

const noTop = { marginTop: 0, borderTopWidth: 0, paddingTop: 0, textIndent: 0 } as const;
const noBottom = { marginBottom: 0, borderBottomWidth: 0, paddingBottom: 0 } as const;
