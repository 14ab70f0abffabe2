import type { Styled, StyleEngine } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import type { Marker } from "./box.ts";
import type { Surroundings } from "./build-context.ts";
import { formatMarker, isBullet } from "./counter-style.ts";
import { type Counters, listItem } from "./counters.ts";
import { generatedText } from "./generated-text.ts";
import { createInlineCollector } from "./inline-collector.ts";
import type { References } from "./references.ts";

export interface MarkedItem {
  readonly around: Surroundings;
  readonly styled: Styled;
  readonly tag: TagNode | undefined;
}

export interface MarkerOptions {
  readonly engine: StyleEngine;
  readonly counters: Counters;
  readonly references: References;
  readonly shaper: WordShaper;
}

/** Makes the markers of list items: the list style's, or what `::marker` says; undefined for none. */
export function createMarkers({ engine, counters, references, shaper }: MarkerOptions) {
  function textOf(element: DomElement, styled: Styled, content: Styled["style"]["content"] | undefined): string {
    if (Array.isArray(content))
      return generatedText(content, { element, quotes: styled.style.quotes, counters, references });
    const type = styled.style.listStyleType;
    return type === "none" || content === "none" ? "" : formatMarker(counters.value(listItem), type);
  }

  return (element: DomElement, { around, styled, tag }: MarkedItem): Marker | undefined => {
    const own = engine.pseudoStyleOf(element, "marker", styled);
    const text = textOf(element, styled, own?.style.content);
    if (text === "") return undefined;
    const style = own?.style ?? engine.anonymousStyle(styled.style, "inline");
    const isItem = tag?.role === "LI" || tag?.role === "TOCI";
    const label: TagNode | undefined = isItem ? { role: "Lbl", parent: tag } : undefined;
    // A bullet that is no list's says nothing to whoever listens; a number does.
    const decorative = isBullet(styled.style.listStyleType) && !Array.isArray(own?.style.content);
    const collector = createInlineCollector();
    const written = `${text} `;
    collector.text(written, {
      style,
      tag: label ?? (decorative ? "artifact" : around.tag),
      link: undefined,
      decoration: undefined,
      lines: [],
      rise: 0,
      location: element.location,
      lang: around.lang,
    });
    if (decorative && styled.style.listStylePosition === "inside" && isRound(styled.style.listStyleType)) {
      const font = shaper.fontOf(style);
      const width = roomInside(style.fontSize, font.ascent) - font.line(written).advance * style.fontSize;
      collector.space({ width, decoration: undefined, isEnd: true });
    }
    return { items: collector.items, style, tag: label };
  };
}

const isRound = (type: string) => type === "disc" || type === "circle" || type === "square";

/**
 * What a bullet that stands in its text takes of the line in browsers (CSS Lists 3, 3.5 leaves it to them), pt: it is drawn in whole px, by the
 * height of the letters, and the text begins an em after it.
 */
function roomInside(fontSize: number, ascent: number): number {
  const px = Math.floor((Math.floor((Math.round((ascent * fontSize) / ptPerPx) * 2) / 3) + 1) / 2) + 1;
  return fontSize + px * ptPerPx;
}

const ptPerPx = 0.75;
