import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Styled, StyleEngine } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { identity } from "../geometry/matrix.ts";
import { accessibleName, createSvgReport, type HtmlArea, type SvgPicture, svgPicture, usedSize } from "../svg/index.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { Bidi } from "../text/bidi.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import type { ReplacedBox } from "./box.ts";
import type { BoxBuilder, Surroundings } from "./build-context.ts";
import { replacedSize } from "./build-image.ts";
import type { Pictures } from "./pictures.ts";

export interface SvgBoxesOptions {
  readonly builder: BoxBuilder;
  readonly engine: StyleEngine;
  readonly pictures: Pictures;
  readonly shaper: WordShaper;
  readonly bidi: Bidi;
  readonly lang: string;
  readonly diagnostics: Diagnostics;
  /** Elements of the whole document by their ids. */
  readonly ids: ReadonlyMap<string, DomElement>;
  locate(element: DomElement): SourceLocation;
}

/** Builds the box of an `svg` in the HTML; `around.styled` is its own style. Undefined: there is nothing to see. */
export type BuildSvg = (element: DomElement, around: Surroundings, isInline: boolean) => ReplacedBox | undefined;

/**
 * Inline SVG of one document: a figure with the name that it gives itself, or decoration. The document's styles reach into
 * it, and its elements may refer to those of others. Errors: no name (`missing-alt`), and what `svg/` says of it.
 */
export function createSvgBoxes(options: SvgBoxesOptions): BuildSvg {
  const { builder, engine, pictures, shaper, bidi, lang, diagnostics, ids, locate } = options;
  const report = createSvgReport({ diagnostics, reported: new Set(), locate });
  const byId = (id: string) => ids.get(id);
  const styleAt = (element: DomElement): Styled =>
    engine.styleOf(element, element.parent ? styleAt(element.parent) : engine.root);
  const surroundings = {
    shaper,
    bidi,
    lang,
    report,
    byId,
    styleAt,
    styleOf: builder.styleOf,
    picture: pictures.embedded,
    holdsHtml: true,
  };

  return (element, around, isInline) => {
    const picture = svgPicture({ element, styled: around.styled, opacity: 1 }, surroundings);
    const size = replacedSize(picture.natural);
    if (!size) return undefined;
    const inside = picture.html(usedSize(picture.natural));
    const isDecorative =
      inside.isAlone || around.tag === "artifact" || ["presentation", "none"].includes(element.attributes.role ?? "");
    const figure = isDecorative ? undefined : figureOf(element, around, isInline);
    const html = inside.areas.length > 0 ? htmlIn(picture, inside.areas, around) : undefined;
    return {
      kind: "replaced",
      style: around.styled.style,
      tag: figure,
      marks: builder.marksOf(element, around.styled),
      image: picture.drawing,
      content: figure ?? "artifact",
      ...size,
      // It fits itself into its box.
      picture: { width: 0, height: 0 },
      isPlaceholder: false,
      givesWay: false,
      link: around.link,
      html,
    };
  };

  /** The boxes of HTML in a picture, which is read after what the picture says of itself. */
  function htmlIn(picture: SvgPicture, areas: readonly HtmlArea[], around: Surroundings): ReplacedBox["html"] {
    const boxes = new Map(
      areas.map(({ element, styled }) => {
        const own = { ...styled, style: asContainer(styled.style), children: new Map() };
        return [element, builder.blockOf(element, { ...around, styled: own, lines: [] })] as const;
      }),
    );
    return (size) =>
      picture.html(size).areas.flatMap(({ element, width, height, matrix }) => {
        const box = boxes.get(element);
        return box ? [{ box, width, height, matrix }] : [];
      });
  }

  function figureOf(element: DomElement, around: Surroundings, isInline: boolean): TagNode | undefined {
    const alt = accessibleName(element, byId);
    if (alt === undefined) {
      diagnostics.error({
        code: "missing-alt",
        message: "An inline <svg> has no text that says what it shows.",
        hint: 'Give it role="img" and an aria-label="…" or a <title>; aria-hidden="true" if it is decoration.',
        source: locate(element),
      });
    }
    return builder.tagFor(element, around, { role: "Figure", alt, needsBBox: true, isInline });
  }
}

/** Its area has its size and its place; boxes out of the flow of its HTML, fixed ones too, stand in it. */
const asContainer = (style: ComputedStyle): ComputedStyle => ({
  ...style,
  display: "block",
  position: "relative",
  top: "auto",
  right: "auto",
  bottom: "auto",
  left: "auto",
  float: "none",
  width: "auto",
  height: "auto",
  transform: [identity],
  translate: "none",
  rotate: "none",
  scale: "none",
});
