import { transparent } from "../../stylesheet/index.ts";
import type { Display } from "../css/computed-style.ts";
import type { DomElement, DomNode } from "../dom/dom-node.ts";
import type { BlockLevelBox, FlexBox } from "./box.ts";
import { type BoxBuilder, type Into, insideBlock, type Surroundings } from "./build-context.ts";
import { withLinesOf } from "./build-inline.ts";
import { isPictureElement } from "./build-picture.ts";
import { createFlow, type Flow } from "./flow.ts";
import { insideOf, isAtomic, isOutOfFlow } from "./formatting-root.ts";

/** A flex or grid container: every element in it is a block, and none a float (CSS Flexbox 1, 3 and 4). `around.styled` is its own style. */
export function buildFlex(element: DomElement, around: Surroundings, builder: BoxBuilder): FlexBox {
  const { styled } = around;
  const tag = builder.blockTag(element, around);
  const inside: Surroundings = {
    ...insideBlock(around, styled, tag),
    lang: element.attributes.lang ?? around.lang,
    lines: withLinesOf(styled.style, around.lines),
  };
  const anonymous = builder.anonymousStyle(styled.style);
  const flow = createFlow(anonymous, inside.tag);
  builder.fill(element, inside, { flow, addChild: (child) => addItem(child, inside, { flow, builder }) });
  const content = flow.finish();
  const text: BlockLevelBox = {
    kind: "block",
    style: anonymous,
    tag: undefined,
    marks: undefined,
    marker: undefined,
    content,
  };
  const children = content.kind === "blocks" ? content.children : content.items.length === 0 ? [] : [text];
  return {
    kind: styled.style.display.endsWith("grid") ? "grid" : "flex",
    style: styled.style,
    tag,
    marks: builder.marksOf(element, styled),
    children: children.filter((child) => child.kind !== "static-position"),
    outOfFlow: children.filter((child) => child.kind === "static-position"),
  };
}

interface Adding {
  readonly flow: Flow;
  readonly builder: BoxBuilder;
}

function addItem(child: DomNode, around: Surroundings, { flow, builder }: Adding): void {
  if (child.kind === "text") {
    if (child.text.trim() !== "") builder.addNode(child, around, { flow });
    return;
  }
  const { style } = builder.styleOf(child, around.styled);
  if (isOutOfFlow({ style })) {
    builder.addNode(child, around, { flow });
    return;
  }
  const change = style.float === "none" || style.float === "footnote" ? undefined : ({ float: "none" } as const);
  const add = (display?: Display) =>
    builder.addNode(child, around, { flow, change: display ? { ...change, display } : change });
  if (isPictureElement(child)) add("block");
  else if (isAtomic(style.display)) add(insideOf[style.display]);
  else if (style.display === "inline" && child.name !== "br") addInlineItem(child, around, { flow, builder, change });
  else add();
}

/** A link as a flex item is still a link: its text goes inline into a block of its own, which has the box. */
function addInlineItem(
  child: DomElement,
  around: Surroundings,
  { flow, builder, change }: Adding & Pick<Into, "change">,
): void {
  const { style } = builder.styleOf(child, around.styled);
  const inner = createFlow(builder.anonymousStyle(style), around.tag);
  builder.addNode(child, around, { flow: inner, change: { ...noBox, ...change } });
  const block = { ...style, ...change, display: "block" } as const;
  const box = { kind: "block", style: block, tag: undefined, marks: undefined, marker: undefined } as const;
  flow.block({ ...box, content: inner.finish() });
}

/** What the block around an inline item draws is not drawn again inside. */
const noBox = {
  marginLeft: 0,
  marginRight: 0,
  paddingLeft: 0,
  paddingRight: 0,
  borderTopStyle: "none",
  borderRightStyle: "none",
  borderBottomStyle: "none",
  borderLeftStyle: "none",
  backgroundColor: transparent,
  backgroundImage: [],
  boxShadow: [],
} as const;
