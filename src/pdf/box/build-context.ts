import type { Diagnostic } from "../../diagnostics/index.ts";
import type { ComputedStyle, Display } from "../css/computed-style.ts";
import type { Styled } from "../css/style-engine.ts";
import type { DomElement, DomNode } from "../dom/dom-node.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { BlockBox, BlockContent, BlockLevelBox, BoxMarks, Marker, ReplacedBox, Shift, TextItem } from "./box.ts";
import type { Flow } from "./flow.ts";
import type { DocumentRows } from "./shared-rows.ts";

/** What an element hands down to its children while boxes are built. */
export interface Surroundings
  extends Pick<TextItem, "tag" | "lang" | "link" | "decoration" | "lines" | "rise" | "edge"> {
  readonly styled: Styled;
  /** How far `position: relative` of inline elements moves it. */
  readonly shift: Shift | undefined;
  /** Inside an inline element: its text keeps to its own tag, not to the flow's paragraph. */
  readonly isInline: boolean;
}

/** Where a node goes. */
export interface Into {
  readonly flow: Flow;
  readonly change?: Partial<ComputedStyle> | undefined;
}

/** An element on its way into a flow, with its own style. */
export interface ElementContext {
  readonly around: Surroundings;
  readonly styled: Styled;
  readonly flow: Flow;
}

/** What the files that build one kind of box ask of each other. */
export interface BoxBuilder {
  styleOf(element: DomElement, parent: Styled): Styled;
  anonymousStyle(parent: ComputedStyle, display?: Display): ComputedStyle;
  tagFor(element: DomElement, around: Surroundings, extra?: Partial<TagNode>): TagNode | undefined;
  blockTag(element: DomElement, around: Surroundings): TagNode | undefined;
  marksOf(element: DomElement, styled: Styled): BoxMarks | undefined;
  /** Applies the counters of an element that does not come by a flow. */
  count(element: DomElement, styled: Styled): void;
  /** Counters that `build` creates end with it. */
  scope<T>(build: () => T): T;
  /** An element or text, into the flow; `change` overrides what is not inherited of the element's style. */
  addNode(node: DomNode, around: Surroundings, into: Into): void;
  /** All children, with `::before` and `::after`, into a flow; `addChild` for those who treat children their own way. */
  fill(element: DomElement, around: Surroundings, into: { readonly flow: Flow; addChild?(child: DomNode): void }): void;
  /** `marker` is one that stands inside: the first thing in the first line. */
  contentOf(element: DomElement, around: Surroundings, marker?: Marker): BlockContent;
  /** A box of any kind but an inline one; `around.styled` is the element's own style. */
  blockLevel(element: DomElement, around: Surroundings, display: Display): BlockLevelBox;
  blockOf(element: DomElement, around: Surroundings): BlockBox;
  /** The box of an `img` or `svg`; undefined, and an error reported, if it has none. */
  pictureOf(element: DomElement, around: Surroundings, isInline: boolean): ReplacedBox | undefined;
  /** Where `vertical-align` puts an inline box of this style. */
  riseIn(style: ComputedStyle, around: Surroundings): Pick<Surroundings, "rise" | "edge">;
  /** Undefined where each document has its own. */
  readonly sharedRows: DocumentRows | undefined;
  /** About an element, whose location is reported with it. */
  warn(element: DomElement, warning: Pick<Diagnostic, "code" | "message" | "hint">): void;
}

/** What goes into a block's content: nothing inline carries over its edge but the text decoration. */
export function insideBlock(around: Surroundings, styled: Styled, tag: TagNode | undefined): Surroundings {
  const { lang, link, lines } = around;
  // Field by field, so that all of them have one shape, however deep boxes stand in boxes.
  return {
    styled,
    tag: tag ?? around.tag,
    lang,
    link,
    decoration: undefined,
    lines,
    rise: 0,
    edge: undefined,
    shift: undefined,
    isInline: false,
  };
}
