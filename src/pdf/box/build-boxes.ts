import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import type { ImageResolver } from "../canvas/pdf-image.ts";
import type { PseudoElement } from "../css/compile-selector.ts";
import type { Display } from "../css/computed-style.ts";
import type { Styled, StyleEngine } from "../css/style-engine.ts";
import type { CompiledStylesheet } from "../css/stylesheet.ts";
import { type DomElement, type DomNode, type DomText, textOf } from "../dom/dom-node.ts";
import { sourceLocation } from "../dom/source-location.ts";
import { elementTag, isNote, linkTargets } from "../tags/element-tags.ts";
import { type ContentTag, groupingRoles, type TagNode } from "../tags/tag-node.ts";
import type { Bidi } from "../text/bidi.ts";
import type { WordShaper } from "../text/word-shaper.ts";
import type { BlockBox, BlockLevelBox, BoxMarks, Marker, ReplacedBox } from "./box.ts";
import { type BoxBuilder, type Into, insideBlock, type Surroundings } from "./build-context.ts";
import { buildFlex } from "./build-flex.ts";
import { buildFootnote } from "./build-footnote.ts";
import { buildImage } from "./build-image.ts";
import { buildInline, linesOf, riseOf } from "./build-inline.ts";
import { createSvgBoxes } from "./build-svg.ts";
import { buildTable } from "./build-table.ts";
import { createCounters } from "./counters.ts";
import { createMarkers } from "./create-markers.ts";
import { createTagger } from "./create-tagger.ts";
import { createElementReport, createSvgOnlyReport } from "./element-report.ts";
import { createFlow, type Flow } from "./flow.ts";
import { isFloat } from "./formatting-root.ts";
import { generatedText } from "./generated-text.ts";
import { createPictures } from "./pictures.ts";
import { plainText } from "./plain-text.ts";
import { createReferences, type KnownTargets } from "./references.ts";

export interface BuildBoxesOptions {
  readonly engine: StyleEngine;
  readonly diagnostics: Diagnostics;
  readonly images: ImageResolver | undefined;
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
}

export interface BoxTree {
  readonly root: BlockBox;
  /** The structure element of the whole document. */
  readonly tag: TagNode;
  /** The style of the root element, which page margin boxes inherit from. */
  readonly styled: Styled;
  /** Languages of text that `hyphens: auto` applies to. */
  readonly hyphenatedLangs: ReadonlySet<string>;
  /** Counters at each element with an id, for `target-counter()`. */
  readonly targetCounters: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Something of it hangs on where other things come to stand. */
  readonly asksTargets: boolean;
  /** It has floats at the side. */
  readonly hasFloats: boolean;
  /** It has footnotes. */
  readonly hasNotes: boolean;
}

function generatedElement(pseudo: PseudoElement, text: string, of: DomElement): DomElement {
  const { location } = of;
  const element = {
    kind: "element",
    space: "html",
    name: `::${pseudo}`,
    attributes: {},
    classes: [],
    parent: of,
    children: [],
    location,
  } as const;
  return { ...element, children: [{ kind: "text", text, parent: element, location }] };
}

/** A float as the block that it is. */
function withoutFloat<Placing extends { readonly styled: Styled }>({ styled, ...placing }: Placing) {
  const { display } = styled.style;
  const style = {
    ...styled.style,
    float: "none" as const,
    display: display === "inline" || display === "inline-block" ? ("block" as const) : display,
  };
  return { ...placing, styled: { ...styled, style } };
}

const isGenerated = ({ name }: DomElement) => name.startsWith("::");

const nothingKnown: KnownTargets = { pages: new Map(), counters: new Map() };

/**
 * HTML and its styles become a box tree, with the structure element that each piece of content belongs to. Collects
 * `missing-alt`, `unknown-image`, `unsupported-element` errors; warns of unknown elements and skipped headings.
 */
export function buildBoxes(html: DomElement, options: BuildBoxesOptions): BoxTree {
  const { engine, diagnostics } = options;
  const counters = createCounters();
  const targets = linkTargets(html);
  const references = createReferences(targets.elements, options.known ?? nothingKnown);
  const targetCounters = new Map<string, ReadonlyMap<string, number>>();
  const tagger = createTagger({ diagnostics, locate, ids: targets.ids });
  const markerOf = createMarkers({ engine, counters, references });
  const reportElement = createElementReport({ diagnostics, locate });
  const reportSvgOnly = createSvgOnlyReport({ diagnostics, locate });
  const inlineOptions = { targets, onDeadLink };
  const reportedStyles = new Set<Styled>();
  /** Many style attributes may have the same fault: once is enough. */
  const reportedFaults = new Set<string>();
  const hyphenatedLangs = new Set<string>();
  /** The block whose first letter has a style of its own, until the letter is found. */
  let firstLetter: { readonly element: DomElement; readonly styled: Styled } | undefined;
  let isInNote = false;
  let hasNotes = false;
  let hasFloats = false;
  const builder: BoxBuilder = {
    styleOf,
    anonymousStyle: engine.anonymousStyle,
    tagFor: tagger.tagFor,
    blockTag: tagger.blockTag,
    marksOf,
    addNode,
    fill,
    contentOf,
    blockOf,
    warn: (element, warning) => diagnostics.warn({ ...warning, source: locate(element) }),
  };

  const { images, userAgent, shaper, bidi, lang } = options;
  const pictures = createPictures({ images, diagnostics, userAgent, shaper, bidi, lang });
  const buildSvg = createSvgBoxes({
    builder,
    engine,
    pictures,
    shaper,
    bidi,
    lang,
    diagnostics,
    ids: targets.elements,
    locate,
  });

  function onDeadLink(element: DomElement): void {
    const { href } = element.attributes;
    // "#" alone is the top of the page, which paper has in plain sight.
    if (href === "#" || href === "#top") return;
    diagnostics.warn({
      code: "unknown-link-target",
      message: `The link to "${href}" leads nowhere: no element has that id.`,
      hint: "Its text is printed without the link.",
      source: locate(element),
    });
  }

  function locate(element: DomElement): SourceLocation {
    return sourceLocation(options.file, element.location);
  }

  function styleOf(element: DomElement, parent: Styled): Styled {
    const styled = engine.styleOf(element, parent);
    reportSvgOnly(element, styled.style);
    if (styled.diagnostics.length > 0 && !reportedStyles.has(styled)) {
      reportedStyles.add(styled);
      // A style attribute has no location of its own: it is shared by all elements that have it.
      const location = locate(element);
      for (const found of styled.diagnostics) {
        if (reportedFaults.has(found.message)) continue;
        reportedFaults.add(found.message);
        diagnostics.add([{ ...found, source: { ...location, ...found.source } }]);
      }
    }
    return styled;
  }

  function marksOf(element: DomElement, { style }: Styled): BoxMarks | undefined {
    const anchors = [element.attributes.id, element.name === "a" ? element.attributes.name : undefined].filter(
      (id): id is string => id !== undefined && id !== "",
    );
    for (const id of anchors) if (!targetCounters.has(id)) targetCounters.set(id, counters.snapshot());
    const strings = style.stringSet.map(({ name, parts }) => ({
      name,
      value: generatedText(parts, { element, quotes: style.quotes, counters, references }),
    }));
    const heading = /^h[1-6]$/.test(element.name) ? Number(element.name[1]) : undefined;
    const level = style.bookmarkLevel === "auto" ? heading : style.bookmarkLevel;
    const title = typeof level === "number" ? plainText(element) : "";
    if (anchors.length === 0 && strings.length === 0 && title === "") return undefined;
    return { anchors, strings, bookmark: typeof level === "number" && title !== "" ? { level, title } : undefined };
  }

  /** `marker` is one that stands inside: the first thing in the first line. */
  function contentOf(element: DomElement, around: Surroundings, marker?: Marker) {
    const letter = isGenerated(element) ? undefined : engine.pseudoStyleOf(element, "first-letter", around.styled);
    if (letter) firstLetter = { element, styled: letter };
    const flow = createFlow(engine.anonymousStyle(around.styled.style), around.tag);
    for (const item of marker?.items ?? []) if (item.kind === "text") flow.inline.text(item.text, item);
    fill(element, around, { flow });
    if (letter) firstLetter = undefined;
    return flow.finish();
  }

  function fill(
    element: DomElement,
    around: Surroundings,
    { flow, addChild }: Parameters<BoxBuilder["fill"]>[2],
  ): void {
    counters.scope(() => {
      addGenerated("before", element, { around, flow });
      for (const child of element.children) addChild ? addChild(child) : addNode(child, around, { flow });
      addGenerated("after", element, { around, flow });
    });
  }

  function addGenerated(
    pseudo: "before" | "after",
    element: DomElement,
    { around, flow }: { readonly around: Surroundings; readonly flow: Flow },
  ): void {
    const styled = engine.pseudoStyleOf(element, pseudo, around.styled);
    if (!styled || styled.style.display === "none") return;
    counters.apply(styled.style);
    if (!Array.isArray(styled.style.content)) return;
    const text = generatedText(styled.style.content, { element, quotes: styled.style.quotes, counters, references });
    addElement(generatedElement(pseudo, text, element), { around, styled, flow });
  }

  function addNode(node: DomNode, around: Surroundings, { flow, change }: Into): void {
    if (node.kind === "text") {
      addText(node, around, flow);
      return;
    }
    const own = styleOf(node, around.styled);
    if (own.style.display === "none") return;
    counters.apply(own.style);
    const styled = change ? { ...own, style: { ...own.style, ...change } } : own;
    const isHidden = node.attributes["aria-hidden"] === "true";
    // Decoration keeps out of the paragraph that it stands in.
    addElement(node, { around: isHidden ? { ...around, tag: "artifact", isInline: true } : around, styled, flow });
  }

  /** The first letter of a block, with the punctuation around it (CSS Pseudo-Elements 4, 3.2), is an element of its own. */
  function addText(node: DomText, around: Surroundings, flow: Flow): void {
    const [start = "", letter = ""] = firstLetter
      ? (node.text.match(/^(\s*)(\p{P}*[\p{L}\p{N}]\p{M}*\p{P}*)/u)?.slice(1) ?? [])
      : [];
    if (!firstLetter || letter === "") {
      addPlainText(node, around, flow);
      return;
    }
    const { element, styled } = firstLetter;
    firstLetter = undefined;
    const rest = node.text.slice(start.length + letter.length);
    // A word of one letter: the space after it, which begins a line beside a float, is not drawn.
    const space = isFloat(styled) && /^\s/.test(rest) ? " " : "";
    addPlainText({ ...node, text: start }, around, flow);
    addElement(generatedElement("first-letter", `${letter}${space}`, element), { around, styled, flow });
    addPlainText({ ...node, text: rest }, around, flow);
  }

  function addPlainText(node: DomText, around: Surroundings, flow: Flow): void {
    if (around.styled.style.hyphens === "auto") hyphenatedLangs.add(around.lang);
    flow.inline.text(node.text, {
      style: around.styled.style,
      tag: around.isInline ? around.tag : flow.inlineTag(),
      link: around.link,
      decoration: around.decoration,
      lines: around.lines,
      rise: around.rise,
      location: node.location,
      lang: around.lang,
    });
  }

  interface Placing {
    readonly around: Surroundings;
    readonly styled: Styled;
    readonly flow: Flow;
  }

  function addElement(element: DomElement, given: Placing): void {
    const placing = options.floats === "flow" && isFloat(given.styled) ? withoutFloat(given) : given;
    const { around, styled, flow } = placing;
    if (!reportElement(element)) return;
    const special = specialElements[element.name];
    const { display } = styled.style;
    // A note within a note is part of its text.
    if (styled.style.float === "footnote" && !isInNote) addFootnote(element, placing);
    else if (isFloat(styled) && element.name !== "br" && element.name !== "wbr") addFloat(element, placing);
    else if (special) special(element, placing);
    else if (display === "contents") fill(element, { ...around, styled }, { flow });
    else if (display === "inline") buildInline(element, placing, { builder, ...inlineOptions });
    else if (display === "inline-block") {
      const outer = around.isInline ? around : { ...around, tag: flow.inlineTag() };
      flow.inline.atom(
        blockLevel(element, { ...outer, styled }, "flow-root"),
        around.rise + riseOf(styled.style, around.styled.style),
      );
    } else flow.block(blockLevel(element, { ...around, styled }, display));
  }

  /** A float is a block, whatever else it would be (CSS 2.2, 9.7). It belongs to the text around it, if there is some. */
  function addFloat(element: DomElement, { around, styled, flow }: Placing): void {
    const isBetween = around.isInline || flow.inline.isEmpty;
    const parent = isBetween ? around.tag : flow.inlineTag();
    const outer = { ...around, tag: asideTag(element, parent), styled };
    const { display } = styled.style;
    const buildPicture = pictureElements[element.name];
    const box = buildPicture
      ? buildPicture(element, outer, false)
      : blockLevel(element, outer, display === "inline" || display === "inline-block" ? "block" : display);
    if (!box) return;
    hasFloats = true;
    flow.inline.float(box);
  }

  /** Within a paragraph or a cell, the words of a float are kept apart from those around it. */
  function asideTag(element: DomElement, parent: ContentTag): ContentTag {
    const isApart = parent === "artifact" || groupingRoles.has(parent.role) || elementTag(element) !== undefined;
    // A picture is a Figure.
    if (isApart || element.name === "img") return parent;
    if (element.name === "::first-letter") {
      const text = textOf(element);
      // One word with what follows, or a word by itself, which is heard as one.
      return text.endsWith(" ") ? { role: "Span", parent, actualText: text } : parent;
    }
    return { role: isGenerated(element) ? "Span" : "Div", parent };
  }

  function addFootnote(element: DomElement, placing: Placing): void {
    isInNote = true;
    hasNotes = true;
    buildFootnote(element, placing, { builder, engine, tagger, counters, references });
    isInNote = false;
  }

  /** Elements that are one picture to the layout. */
  const pictureElements: Readonly<
    Record<string, (element: DomElement, around: Surroundings, isInline: boolean) => ReplacedBox | undefined>
  > = {
    img: (element, around, isInline) =>
      buildImage(element, around, { builder, pictures, diagnostics, locate, isInline }),
    svg: buildSvg,
  };

  /** Elements that are more than their style says. */
  const specialElements: Readonly<Record<string, (element: DomElement, placing: Placing) => void>> = {
    img: addPicture,
    svg: addPicture,
    br: (_, { around, styled, flow }) =>
      flow.inline.lineBreak(styled.style, around.isInline ? around.tag : flow.inlineTag()),
    wbr: (element, { around, flow }) =>
      addText({ kind: "text", text: "\u200b", parent: element, location: element.location }, around, flow),
  };

  function addPicture(element: DomElement, { around, styled, flow }: Placing): void {
    const isBlock = styled.style.display !== "inline" && styled.style.display !== "inline-block";
    const outer = isBlock || around.isInline ? around : { ...around, tag: flow.inlineTag() };
    const box = pictureElements[element.name]?.(element, { ...outer, styled }, !isBlock);
    if (!box) return;
    if (isBlock) flow.block(box);
    else flow.inline.atom(box, around.rise + riseOf(styled.style, around.styled.style));
  }

  /** `around.styled` is the element's own. */
  function blockLevel(element: DomElement, around: Surroundings, display: Display): BlockLevelBox {
    if (display === "table") return buildTable(element, around, builder);
    if (display === "flex" || display === "grid") return buildFlex(element, around, builder);
    return blockOf(element, around);
  }

  function blockOf(element: DomElement, around: Surroundings): BlockBox {
    const { styled } = around;
    const isItem = styled.style.display === "list-item";
    const tag = tagger.blockTag(element, around);
    const note: TagNode | undefined = tag?.role === "LI" && isNote(element) ? tagger.noteTag(element, tag) : undefined;
    const body: TagNode | undefined = tag?.role === "LI" ? { role: "LBody", parent: tag } : undefined;
    const inside: Surroundings = {
      ...insideBlock(around, styled, note ? { ...note, parent: body } : (body ?? tag)),
      lang: element.attributes.lang ?? around.lang,
      lines: [...around.lines, ...linesOf(styled.style)],
    };
    const marker = isItem ? markerOf(element, { around, styled, tag }) : undefined;
    const isInside = styled.style.listStylePosition === "inside";
    return {
      kind: "block",
      style: styled.style,
      tag,
      marks: marksOf(element, styled),
      marker: isInside ? undefined : marker,
      content: contentOf(element, inside, isInside ? marker : undefined),
    };
  }

  const documentTag: TagNode = { role: "Document", parent: undefined };
  const styled = styleOf(html, engine.root);
  const around: Surroundings = {
    styled,
    tag: documentTag,
    lang: options.lang,
    link: undefined,
    decoration: undefined,
    lines: [],
    rise: 0,
    isInline: false,
  };
  counters.apply(styled.style);
  const content = contentOf(html, around);
  const root: BlockBox = {
    kind: "block",
    style: styled.style,
    tag: documentTag,
    marks: undefined,
    marker: undefined,
    content,
  };
  return {
    root,
    tag: documentTag,
    styled,
    hyphenatedLangs,
    targetCounters,
    asksTargets: references.isAsked,
    hasFloats,
    hasNotes,
  };
}
