import type { DomElement } from "../dom/dom-node.ts";
import { hrefOf } from "./href.ts";
import { type Axis, lengthsOf } from "./lengths.ts";
import type { Referred, Size, SvgBuilder } from "./svg-context.ts";

/** The attributes of a gradient or pattern, with those of the ones that it refers to by `href` (SVG 2, 14.1.1). */
export interface InheritedAttributes {
  /** Itself, then what it refers to, and so on. */
  readonly chain: readonly DomElement[];
  text(attribute: string): string | undefined;
  /** A length: in px, or as a share where `viewport` is the unit square. */
  length(attribute: string, axis: Axis, viewport: Size): number | undefined;
}

export const unitSquare: Size = { width: 1, height: 1 };

export function inheritedAttributes({ element, context }: Referred, builder: SvgBuilder): InheritedAttributes {
  const chain = [element];
  for (let href = hrefOf(element), last = element; href !== ""; href = hrefOf(last)) {
    const next = builder.refer(href, last, { ...context, referrers: chain.slice(0, -1) });
    if (!next || chain.includes(next.element)) break;
    last = next.element;
    chain.push(last);
  }
  const owner = (attribute: string) => chain.find(({ attributes }) => attributes[attribute] !== undefined);
  return {
    chain,
    text: (attribute) => owner(attribute)?.attributes[attribute]?.trim(),
    length(attribute, axis, viewport) {
      const from = owner(attribute);
      if (!from) return undefined;
      return lengthsOf(from, { ...context, styled: builder.styleAt(from), viewport }, builder.report).maybe(
        attribute,
        axis,
      );
    },
  };
}
