import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import type { Display } from "../css/computed-style.ts";
import type { Styled, StyleEngine } from "../css/style-engine.ts";
import type { DomElement, DomNode } from "../dom/dom-node.ts";
import type { ImageResolver } from "../pdf-image.ts";
import { elementTag, isNote, linkTargets } from "../tags/element-tags.ts";
import type { TagNode } from "../tags/tag-node.ts";
import type { BlockBox, BlockLevelBox, BoxMarks, FlexBox, Marker } from "./box.ts";
import { type BoxBuilder, insideBlock, type Surroundings } from "./build-context.ts";
import { buildImage } from "./build-image.ts";
import { buildInline, linesOf, riseOf } from "./build-inline.ts";
import { buildTable } from "./build-table.ts";
import { formatMarker } from "./counter-style.ts";
import { createCounters } from "./counters.ts";
import { createFlow, type Flow } from "./flow.ts";
import { generatedText, plainText } from "./generated-text.ts";
import { createHeadingLevels } from "./heading-levels.ts";
import { createInlineCollector } from "./inline-collector.ts";
import { knownElements } from "./known-elements.ts";
import { listNumbers } from "./list-numbers.ts";

export interface BuildBoxesOptions {
  readonly engine: StyleEngine;
  readonly diagnostics: Diagnostics;
  readonly images: ImageResolver | undefined;
  /** The document's language, which elements need not repeat. */
  readonly lang: string;
  readonly file: string | undefined;
}

export interface BoxTree {
  readonly root: BlockBox;
  /** The structure element of the whole document. */
  readonly tag: TagNode;
  /** The style of the root element, which page margin boxes inherit from. */
  readonly styled: Styled;
}

/**
 * HTML and its styles become a box tree, with the structure element that each piece of content belongs to. Collects
 * `missing-alt`, `unknown-image`, `unsupported-element` errors; warns of unknown elements and skipped headings.
 */
export function buildBoxes(html: DomElement, options: BuildBoxesOptions): BoxTree {
  const { engine, diagnostics } = options;
  const counters = createCounters();
  const headingLevel = createHeadingLevels();
  const inlineOptions = { targets: linkTargets(html), onDeadLink };
  const listItems = new Map<DomElement, ReadonlyMap<DomElement, number>>();
  const reportedStyles = new Set<Styled>();
  const reportedElements = new Set<string>();
  let noteCount = 0;
  let definition: { readonly list: DomElement; readonly tag: TagNode; hasBody: boolean } | undefined;

  const builder: BoxBuilder = {
    styleOf,
    anonymousStyle: engine.anonymousStyle,
    tagFor,
    marksOf,
    fill,
    contentOf,
    blockOf,
  };

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
    return { ...(options.file !== undefined && { file: options.file }), ...element.place };
  }

  function styleOf(element: DomElement, parent: Styled): Styled {
    const styled = engine.styleOf(element, parent);
    if (styled.diagnostics.length > 0 && !reportedStyles.has(styled)) {
      reportedStyles.add(styled);
      // A style attribute knows no place of its own: it is shared by all elements that have it.
      const place = locate(element);
      diagnostics.add(styled.diagnostics.map((found) => ({ ...found, source: { ...place, ...found.source } })));
    }
    return styled;
  }

  function tagFor(element: DomElement, around: Surroundings, extra: Partial<TagNode> = {}): TagNode | undefined {
    if (around.tag === "artifact") return undefined;
    const own = elementTag(element);
    const { lang } = element.attributes;
    const otherLang = lang !== undefined && lang !== "" && lang !== around.lang ? lang : undefined;
    const role = extra.role ?? own?.role ?? (otherLang === undefined ? undefined : around.isInline ? "Span" : "Div");
    if (role === undefined) return undefined;
    return {
      ...own,
      ...extra,
      role,
      parent: around.tag,
      ...(otherLang !== undefined && { lang: otherLang }),
      ...(role === "Note" && { id: element.attributes.id ?? nextNoteId() }),
    };
  }

  function nextNoteId(): string {
    noteCount += 1;
    return `note-${noteCount}`;
  }

  function marksOf(element: DomElement, { style }: Styled): BoxMarks | undefined {
    const anchors = [element.attributes.id, element.name === "a" ? element.attributes.name : undefined].filter(
      (id): id is string => id !== undefined && id !== "",
    );
    const strings = style.stringSet.map(({ name, parts }) => ({
      name,
      value: generatedText(parts, element, counters),
    }));
    const heading = /^h[1-6]$/.test(element.name) ? Number(element.name[1]) : undefined;
    const level = style.bookmarkLevel === "auto" ? heading : style.bookmarkLevel;
    const title = typeof level === "number" ? plainText(element) : "";
    if (anchors.length === 0 && strings.length === 0 && title === "") return undefined;
    return { anchors, strings, ...(typeof level === "number" && title !== "" && { bookmark: { level, title } }) };
  }

  /** `marker` is one that stands inside: the first thing in the first line. */
  function contentOf(element: DomElement, around: Surroundings, marker?: Marker) {
    const flow = createFlow(engine.anonymousStyle(around.styled.style), around.tag);
    for (const item of marker?.items ?? []) if (item.kind === "text") flow.inline.text(item.text, item);
    fill(element, around, flow);
    return flow.finish();
  }

  function fill(element: DomElement, around: Surroundings, flow: Flow): void {
    counters.scope(() => {
      addGenerated("before", element, { around, flow });
      for (const child of element.children) addNode(child, around, flow);
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
    const text = generatedText(styled.style.content, element, counters);
    const generated: DomElement = {
      kind: "element",
      name: `::${pseudo}`,
      attributes: {},
      classes: [],
      parent: element,
      children: [],
      place: element.place,
    };
    const withText = {
      ...generated,
      children: [{ kind: "text" as const, text, parent: generated, place: element.place }],
    };
    addElement(withText, { around, styled, flow });
  }

  function addNode(node: DomNode, around: Surroundings, flow: Flow): void {
    if (node.kind === "element") {
      const styled = styleOf(node, around.styled);
      if (styled.style.display === "none") return;
      counters.apply(styled.style);
      if (node.attributes["aria-hidden"] === "true")
        addElement(node, { around: { ...around, tag: "artifact" }, styled, flow });
      else addElement(node, { around, styled, flow });
      return;
    }
    flow.inline.text(node.text, {
      style: around.styled.style,
      tag: around.isInline ? around.tag : flow.inlineTag(),
      link: around.link,
      decoration: around.decoration,
      lines: around.lines,
      rise: around.rise,
      place: node.place,
    });
  }

  interface Placing {
    readonly around: Surroundings;
    readonly styled: Styled;
    readonly flow: Flow;
  }

  function addElement(element: DomElement, placing: Placing): void {
    const { around, styled, flow } = placing;
    reportElement(element);
    const special = specialElements[element.name];
    const { display } = styled.style;
    if (special) special(element, placing);
    else if (display === "contents") fill(element, { ...around, styled }, flow);
    else if (display === "inline") buildInline(element, placing, { builder, ...inlineOptions });
    else if (display === "inline-block") {
      const outer = around.isInline ? around : { ...around, tag: flow.inlineTag() };
      flow.inline.atom(
        blockLevel(element, { ...outer, styled }, "flow-root"),
        around.rise + riseOf(styled.style, around.styled.style),
      );
    } else flow.block(blockLevel(element, { ...around, styled }, display));
  }

  /** Elements that are more than their style says. */
  const specialElements: Readonly<Record<string, (element: DomElement, placing: Placing) => void>> = {
    img: addImage,
    br: (_, { around, styled, flow }) =>
      flow.inline.lineBreak(styled.style, around.isInline ? around.tag : flow.inlineTag()),
    wbr: (element, { around, flow }) =>
      addNode({ kind: "text", text: "\u200b", parent: element, place: element.place }, around, flow),
  };

  function addImage(element: DomElement, { around, styled, flow }: Placing): void {
    const isBlock = styled.style.display !== "inline" && styled.style.display !== "inline-block";
    const outer = isBlock || around.isInline ? around : { ...around, tag: flow.inlineTag() };
    const box = buildImage(element, { ...outer, styled }, { builder, diagnostics, images: options.images, locate });
    if (!box) return;
    if (isBlock) flow.block(box);
    else flow.inline.atom(box, around.rise + riseOf(styled.style, around.styled.style));
  }

  function reportElement(element: DomElement): void {
    if (knownElements.has(element.name) || element.name.startsWith("::") || reportedElements.has(element.name)) return;
    reportedElements.add(element.name);
    const isPicture = ["svg", "canvas", "video", "audio", "iframe", "object", "embed", "math", "picture"].includes(
      element.name,
    );
    const details = {
      code: isPicture ? "unsupported-element" : "unknown-element",
      message: `The element <${element.name}> is not supported in PDF.`,
      hint: isPicture ? "Use an <img> with an alt text." : "It is laid out as its style says.",
      source: locate(element),
    };
    if (isPicture) diagnostics.error(details);
    else diagnostics.warn(details);
  }

  /** `around.styled` is the element's own. */
  function blockLevel(element: DomElement, around: Surroundings, display: Display): BlockLevelBox {
    if (display === "table") return buildTable(element, around, builder);
    if (display === "flex" || display === "grid") return flexOf(element, around, display);
    return blockOf(element, around);
  }

  function blockOf(element: DomElement, around: Surroundings): BlockBox {
    const { styled } = around;
    const isItem = styled.style.display === "list-item";
    const tag = blockTag(element, around);
    const note: TagNode | undefined = tag?.role === "LI" && isNote(element) ? noteTag(element, tag) : undefined;
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

  const noteTag = (element: DomElement, parent: TagNode): TagNode => ({
    role: "Note",
    parent,
    id: element.attributes.id ?? nextNoteId(),
  });

  function blockTag(element: DomElement, around: Surroundings): TagNode | undefined {
    if (/^h[1-6]$/.test(element.name)) return headingTag(element, around);
    if (element.name === "li" && isNote(element)) return tagFor(element, around, { role: "LI" });
    if (element.name === "ul" || element.name === "ol" || element.name === "menu") {
      const numbering = listNumbering[around.styled.style.listStyleType] ?? "None";
      const role = elementTag(element)?.role;
      return tagFor(element, around, role === "L" ? { listNumbering: numbering } : {});
    }
    if (element.name === "dt" || element.name === "dd")
      return tagFor(element, { ...around, tag: definitionItem(element, around) });
    return tagFor(element, around);
  }

  function headingTag(element: DomElement, around: Surroundings): TagNode | undefined {
    if (around.tag === "artifact") return undefined;
    const { level, isSkipped } = headingLevel(Number(element.name[1]));
    if (isSkipped) {
      diagnostics.warn({
        code: "heading-level-skipped",
        message: `The heading "${plainText(element)}" (${element.name}) skips a level; in the PDF it is H${level}.`,
        source: locate(element),
      });
    }
    return tagFor(element, around, { role: `H${level}` as TagNode["role"], title: plainText(element) });
  }

  /** A term and its descriptions are one list item; the next term starts another. */
  function definitionItem(element: DomElement, around: Surroundings): Surroundings["tag"] {
    const list = element.parent?.name === "div" ? element.parent.parent : element.parent;
    if (around.tag === "artifact" || list?.name !== "dl") return around.tag;
    const isNew = !definition || definition.list !== list || (element.name === "dt" && definition.hasBody);
    if (!definition || isNew) definition = { list, tag: { role: "LI", parent: around.tag }, hasBody: false };
    if (element.name === "dd") definition.hasBody = true;
    return definition.tag;
  }

  function markerOf(
    element: DomElement,
    {
      around,
      styled,
      tag,
    }: { readonly around: Surroundings; readonly styled: Styled; readonly tag: TagNode | undefined },
  ): Marker | undefined {
    const markerStyled = engine.pseudoStyleOf(element, "marker", styled);
    const type = styled.style.listStyleType;
    const content = markerStyled?.style.content;
    const text = Array.isArray(content)
      ? generatedText(content, element, counters)
      : type === "none"
        ? ""
        : `${formatMarker(ordinalOf(element), type)}`;
    if (text === "" || content === "none") return undefined;
    const style = markerStyled?.style ?? engine.anonymousStyle(styled.style, "inline");
    const label: TagNode | undefined =
      tag?.role === "LI" || tag?.role === "TOCI" ? { role: "Lbl", parent: tag } : undefined;
    const collector = createInlineCollector();
    collector.text(`${text} `, {
      style,
      tag: label ?? around.tag,
      link: undefined,
      decoration: undefined,
      lines: [],
      rise: 0,
      place: element.place,
    });
    return { items: collector.items, style, tag: label };
  }

  function ordinalOf(item: DomElement): number {
    const list = item.parent;
    if (!list) return 1;
    const numbers = listItems.get(list) ?? listNumbers(list);
    listItems.set(list, numbers);
    return numbers.get(item) ?? 1;
  }

  function flexOf(element: DomElement, around: Surroundings, kind: "flex" | "grid"): FlexBox {
    const { styled } = around;
    const tag = blockTag(element, around);
    const inside: Surroundings = {
      ...insideBlock(around, styled, tag),
      lang: element.attributes.lang ?? around.lang,
      lines: [...around.lines, ...linesOf(styled.style)],
    };
    const flow = createFlow(engine.anonymousStyle(styled.style), inside.tag);
    counters.scope(() => {
      addGenerated("before", element, { around: inside, flow });
      for (const child of element.children) addFlexItem(child, inside, flow);
      addGenerated("after", element, { around: inside, flow });
    });
    const content = flow.finish();
    const children: readonly BlockLevelBox[] =
      content.kind === "blocks"
        ? content.children
        : content.items.length === 0
          ? []
          : [
              {
                kind: "block",
                style: engine.anonymousStyle(styled.style),
                tag: undefined,
                marks: undefined,
                marker: undefined,
                content,
              },
            ];
    return { kind, style: styled.style, tag, marks: marksOf(element, styled), children };
  }

  /** Every element in a flex or grid container is a block (CSS Flexbox 1, 4). */
  function addFlexItem(child: DomNode, around: Surroundings, flow: Flow): void {
    if (child.kind === "text") {
      if (child.text.trim() !== "") addNode(child, around, flow);
      return;
    }
    const styled = styleOf(child, around.styled);
    const { display } = styled.style;
    if (display === "none") return;
    counters.apply(styled.style);
    reportElement(child);
    if (child.name === "img") {
      const box = buildImage(child, { ...around, styled }, { builder, diagnostics, images: options.images, locate });
      if (box) flow.block(box);
    } else if (display === "inline" && child.name !== "br") {
      // A link as a flex item is still a link: its text goes inline into a block of its own.
      const inner = createFlow(engine.anonymousStyle(styled.style), around.tag);
      buildInline(
        child,
        { around, styled: { ...styled, style: { ...styled.style, ...noEdges } }, flow: inner },
        { builder, ...inlineOptions },
      );
      const style = { ...styled.style, display: "block" as const };
      flow.block({
        kind: "block",
        style,
        tag: undefined,
        marks: undefined,
        marker: undefined,
        content: inner.finish(),
      });
    } else flow.block(blockLevel(child, { ...around, styled }, display));
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
  return { root, tag: documentTag, styled };
}

const noEdges = {
  marginLeft: 0,
  marginRight: 0,
  paddingLeft: 0,
  paddingRight: 0,
  borderTopStyle: "none",
  borderRightStyle: "none",
  borderBottomStyle: "none",
  borderLeftStyle: "none",
  backgroundColor: { red: 0, green: 0, blue: 0, alpha: 0 },
} as const;

const listNumbering: Readonly<Record<string, NonNullable<TagNode["listNumbering"]>>> = {
  none: "None",
  disc: "Disc",
  circle: "Circle",
  square: "Square",
  decimal: "Decimal",
  "decimal-leading-zero": "Decimal",
  "upper-roman": "UpperRoman",
  "lower-roman": "LowerRoman",
  "upper-alpha": "UpperAlpha",
  "upper-latin": "UpperAlpha",
  "lower-alpha": "LowerAlpha",
  "lower-latin": "LowerAlpha",
};
