import type { ComputedStyle, Display } from "../css/computed-style.ts";
import type { Styled } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { ContentTag, TagNode } from "../tags/tag-node.ts";
import type { BlockBox, BlockContent, BoxMarks, InlineDecoration, LinkTarget, TextLine } from "./box.ts";
import type { Flow } from "./flow.ts";

/** What an element hands down to its children while boxes are built. */
export interface Surroundings {
  readonly styled: Styled;
  /** The structure element around; text goes there unless its flow makes a paragraph. */
  readonly tag: ContentTag;
  readonly lang: string;
  readonly link: LinkTarget | undefined;
  readonly decoration: InlineDecoration | undefined;
  readonly lines: readonly TextLine[];
  /** How far the baseline is raised, pt. */
  readonly rise: number;
  /** Inside an inline element: its text keeps to its own tag, not to the flow's paragraph. */
  readonly isInline: boolean;
}

/** What the files that build one kind of box ask of each other. */
export interface BoxBuilder {
  styleOf(element: DomElement, parent: Styled): Styled;
  anonymousStyle(parent: ComputedStyle, display?: Display): ComputedStyle;
  /** A structure element for `element`, or undefined if it has none, or all here is decoration. */
  tagFor(element: DomElement, around: Surroundings, extra?: Partial<TagNode>): TagNode | undefined;
  marksOf(element: DomElement, styled: Styled): BoxMarks | undefined;
  /** Children, with `::before` and `::after`, into a flow. */
  fill(element: DomElement, around: Surroundings, flow: Flow): void;
  contentOf(element: DomElement, around: Surroundings): BlockContent;
  blockOf(element: DomElement, around: Surroundings): BlockBox;
}

/** What goes into a block's content: nothing inline carries over its edge but the text decoration. */
export function insideBlock(around: Surroundings, styled: Styled, tag: TagNode | undefined): Surroundings {
  return { ...around, styled, tag: tag ?? around.tag, decoration: undefined, rise: 0, isInline: false };
}
