import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import type { ImageResolver, PdfRaster } from "../canvas/pdf-image.ts";
import type { ComputedStyle } from "../css/computed-style.ts";
import type { Styled, StyleEngine } from "../css/style-engine.ts";
import type { CompiledStylesheet } from "../css/stylesheet.ts";
import { isTransformed } from "../css/transform.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { sourceLocation } from "../dom/source-location.ts";
import { linkTargets } from "../tags/element-tags.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { Bidi } from "../text/bidi.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import { createElementAdder } from "./add-element.ts";
import { type BackgroundPicture, createBackgrounds } from "./backgrounds.ts";
import type { BlockBox } from "./box.ts";
import { type BoxMarkerOptions, createBoxMarker } from "./box-marks.ts";
import { buildBlock } from "./build-block.ts";
import type { BoxBuilder, Surroundings } from "./build-context.ts";
import { buildFlex } from "./build-flex.ts";
import { buildControl, buildImage, buildPlayer } from "./build-image.ts";
import { createSvgBoxes } from "./build-svg.ts";
import { buildTable, tableAround } from "./build-table.ts";
import { createCanvasBackground } from "./canvas-background.ts";
import { createCounters } from "./counters.ts";
import { createMarkers } from "./create-markers.ts";
import { createTagger } from "./create-tagger.ts";
import { createElementReport, reportDeadLink, reportEmptied, reportUnsafeLink } from "./element-report.ts";
import { createElementStyles } from "./element-styles.ts";
import { createFlowContent } from "./flow-content.ts";
import { isInline } from "./formatting-root.ts";
import { isGeneratedImage } from "./generated-element.ts";
import { listCount } from "./list-numbers.ts";
import { createPictures } from "./pictures.ts";
import { createReferences, type KnownTargets } from "./references.ts";
import { riseIn } from "./rise.ts";
import type { SharedRows } from "./shared-rows.ts";

export interface BuildBoxesOptions {
  readonly engine: StyleEngine;
  readonly diagnostics: Diagnostics;
  readonly images: ImageResolver | undefined;
  /** PNGs that stand for pictures of other kinds, by their addresses. */
  readonly decoded?: ReadonlyMap<string, PdfRaster>;
  /** The default style, which SVG files have too. */
  readonly userAgent: CompiledStylesheet;
  /** What shapes the text of pictures. */
  readonly shaper: WordShaper;
  readonly bidi: Bidi;
  /** The document's language, which elements need not repeat. */
  readonly lang: string;
  readonly file: string | undefined;
  /** `flow`: floats stand where they are written, as blocks. Default: at the side. */
  readonly floats?: "flow" | "side";
  /** What an earlier layout found out; undefined for the first. */
  readonly known: KnownTargets | undefined;
  /** Absent: this document has all rows of its tables for itself. */
  readonly sharedRows?: SharedRows;
  /** Whose boxes are marked with their element. Absent: none. */
  readonly isAskedFor?: BoxMarkerOptions["isAskedFor"];
}

export interface BoxTree {
  readonly root: BlockBox;
  /** The structure element of the whole document. */
  readonly tag: TagNode;
  /** In which this document has tags that it shares with others, by these. */
  readonly tagParents: ReadonlyMap<TagNode, TagNode>;
  /** The style of the root element, which page margin boxes inherit from. */
  readonly styled: Styled;
  /** Languages of text that `hyphens: auto` applies to. */
  readonly hyphenatedLangs: ReadonlySet<string>;
  /** Counters at each element with an id, for `target-counter()`. */
  readonly targetCounters: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Something of it hangs on where other things come to stand. */
  readonly asksTargets: boolean;
  /** What it says of where those stand: numbers of pages. */
  readonly crossReferences: readonly string[];
  /** It has floats at the side. */
  readonly hasFloats: boolean;
  /** It has footnotes. */
  readonly hasNotes: boolean;
  /** It has boxes that are moved, turned, out of the flow, or painted over others. */
  readonly hasPositioned: boolean;
  /** Whose background lies behind everything; undefined where there is none. */
  readonly canvas: ComputedStyle | undefined;
  /** Bytes of pictures that take a decoder, by their addresses. */
  readonly undecoded: ReadonlyMap<string, Uint8Array>;
  /** The pictures that styles name, by their addresses. */
  readonly backgrounds: ReadonlyMap<string, BackgroundPicture>;
  /** Reads the pictures that the style of a page or of something in its margins names. */
  readonly noteBackground: (style: ComputedStyle) => void;
}

const nothingKnown: KnownTargets = { pages: new Map(), counters: new Map() };

/**
 * HTML and its styles become a box tree, with the structure element that each piece of content belongs to. Collects
 * `missing-alt`, `unknown-image`, `unsupported-element` errors; warns of unknown elements and skipped headings.
 */
export function buildBoxes(html: DomElement, options: BuildBoxesOptions): BoxTree {
  const { engine, diagnostics, images, decoded = new Map(), userAgent, shaper, bidi, lang } = options;
  const locate = (element: DomElement): SourceLocation => sourceLocation(options.file, element.location);
  const counters = createCounters();
  const targets = linkTargets(html);
  const references = createReferences(targets.elements, options.known ?? nothingKnown);
  const tagger = createTagger({ diagnostics, locate, ids: targets.ids });
  const markerOf = createMarkers({ engine, counters, references, shaper });
  const marker = createBoxMarker({ counters, references, isAskedFor: options.isAskedFor });
  const ownStyleOf = createElementStyles({ engine, diagnostics, locate });
  const canvas = createCanvasBackground(html);
  let hasPositioned = false;
  const pictures = createPictures({ images, decoded, diagnostics, userAgent, shaper, bidi, lang });
  const backgrounds = createBackgrounds({ images, decoded, diagnostics, userAgent, shaper, bidi, lang }, pictures);
  const styleOf: BoxBuilder["styleOf"] = (element, parent) => {
    const own = ownStyleOf(element, parent);
    const { style } = own;
    backgrounds.note(style, () => locate(element));
    if (style.position !== "static" || style.zIndex !== "auto" || isTransformed(style)) hasPositioned = true;
    return own;
  };
  const elements = createElementAdder({
    engine,
    markerOf,
    tagger,
    counters,
    references,
    targets,
    floats: options.floats ?? "side",
    isThere: (element, address) => backgrounds.isThere(address, locate(element)),
    onDeadLink: (element) => reportDeadLink(element, { diagnostics, locate }),
    onUnsafeLink: (element) => reportUnsafeLink(element, { diagnostics, locate }),
    reportElement: createElementReport({ diagnostics, locate }),
  });
  const content = createFlowContent({
    engine,
    counters,
    references,
    styleOf,
    addElement: (element, context) => elements.add(element, context, builder),
    addTableParts(parts, around, flow) {
      const box = tableAround(parts, around, builder);
      if (isInline(around.styled.style.display)) flow.inline.atom(box, around);
      else flow.block(box);
    },
    reportEmptied: (element) => reportEmptied(element, { diagnostics, locate }),
  });
  // Somebody asks for elements: those of a row that is shared are of another document.
  const sharedRows = options.isAskedFor
    ? undefined
    : options.sharedRows?.inDocument({ engine, awaitsLetter: content.awaitsLetter });
  const builder: BoxBuilder = {
    sharedRows,
    styleOf,
    anonymousStyle: engine.anonymousStyle,
    tagFor: tagger.tagFor,
    blockTag: tagger.blockTag,
    marksOf: (element, own) => marker.marksOf(element, own),
    count: (element, { style }) => counters.apply(style, listCount(element, style)),
    scope: (body) => counters.scope(body),
    addNode: content.addNode,
    fill: content.fill,
    contentOf: content.contentOf,
    blockLevel: (element, around, display) => canvas.takeFrom(element, boxOf(element, around, display)),
    blockOf: (element, around) => buildBlock(element, around, { builder, tagger, markerOf }),
    pictureOf: (element, around, isInline) =>
      element.name === "svg"
        ? buildSvg(element, around, isInline)
        : element.name === "img" || isGeneratedImage(element)
          ? buildImage(element, around, { builder, pictures, diagnostics, locate, isInline })
          : (buildControl(element, around, { builder }) ?? buildPlayer(element, around, { builder, isInline })),
    riseIn: (style, given) => riseIn(style, given, shaper),
    warn: (element, warning) => diagnostics.warn({ ...warning, source: locate(element) }),
  };
  const boxOf: BoxBuilder["blockLevel"] = (element, around, display) => {
    if (display === "table") return buildTable(element, around, builder);
    if (display === "flex" || display === "grid") return buildFlex(element, around, builder);
    return builder.blockOf(element, around);
  };
  const ids = targets.elements;
  const buildSvg = createSvgBoxes({ builder, engine, pictures, shaper, bidi, lang, diagnostics, ids, locate });

  const tag: TagNode = { role: "Document", parent: undefined };
  const styled = styleOf(html, engine.root);
  counters.apply(styled.style);
  const around: Surroundings = {
    styled,
    tag,
    lang,
    link: undefined,
    decoration: undefined,
    lines: [],
    rise: 0,
    edge: undefined,
    shift: undefined,
    isInline: false,
  };
  const { style } = canvas.takeFrom(html, styled);
  const root: BlockBox = {
    kind: "block",
    style,
    tag,
    marks: undefined,
    marker: undefined,
    content: content.contentOf(html, around),
  };
  return {
    root: onPages(root, engine),
    tag,
    tagParents: sharedRows?.parents ?? new Map(),
    styled,
    hyphenatedLangs: content.hyphenatedLangs,
    targetCounters: marker.targetCounters,
    asksTargets: references.isAsked,
    crossReferences: references.written,
    hasFloats: elements.hasFloats,
    hasNotes: elements.hasNotes,
    hasPositioned,
    canvas: canvas.style,
    undecoded: pictures.undecoded,
    backgrounds: backgrounds.found,
    noteBackground: notingBackgrounds(backgrounds, options.file),
  };
}

/** By itself: boxes are kept longer than the elements, which what builds boxes knows. */
function notingBackgrounds(
  backgrounds: ReturnType<typeof createBackgrounds>,
  file: string | undefined,
): BoxTree["noteBackground"] {
  return (style) => backgrounds.note(style, () => (file === undefined ? {} : { file }));
}

/** The root in a box that fills its pages, where a style gives it margins or a width of its own, or makes it a table. */
function onPages(root: BlockBox, engine: StyleEngine): BlockBox {
  const { marginTop, marginRight, marginBottom, marginLeft, width, maxWidth, display } = root.style;
  const margins = [marginTop, marginRight, marginBottom, marginLeft];
  const hasMargins = margins.some((margin) => margin !== 0 && margin !== "auto");
  const isTable = display === "table" && width === "auto";
  if (!hasMargins && !isTable && typeof width !== "number" && typeof maxWidth !== "number") return root;
  const { page } = root.style;
  // Its margins are not those of what begins it.
  const style = { ...root.style, display: "flow-root", width: isTable ? "fit-content" : width } as const;
  return {
    kind: "block",
    style: { ...engine.anonymousStyle(root.style), page },
    tag: undefined,
    marks: undefined,
    marker: undefined,
    content: {
      kind: "blocks",
      hasFloats: false,
      children: [{ ...root, style }],
    },
  };
}
