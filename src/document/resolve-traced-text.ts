import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import type { Gap, RenderedTemplate, SharedRow, TracedRun } from "../template/index.ts";
import { discardedElements } from "./allowed-html.ts";
import { attributeName } from "./attribute-name.ts";
import { cloneElement } from "./clone-tree.ts";
import { styleFigures } from "./css-figures.ts";
import { hasMarks, readTracedText, type TextPiece, type TracedOrigins } from "./read-traced-text.ts";
import type { PlacedRows } from "./shared-rows.ts";
import { holdsSvgText, svgTextFigure } from "./svg-text.ts";
import { breaksFlow, createFlows, type TextFlow } from "./text-flow.ts";
import type { TraceList } from "./trace-list.ts";
import { isVisibleAttribute } from "./visible-attributes.ts";

/** A gap in running text, which shows no figure, for want of one. */
export interface FoundGap {
  readonly gap: Gap;
  readonly claim: string;
  /** Where it stands: `the text`, `the title attribute of <a>`. */
  readonly where: string;
}

/** What a tree shows, and where it shows nothing. */
export interface Untraced {
  /** In document order; those in cells of tables are none. */
  readonly gaps: readonly FoundGap[];
  /** In document order. */
  readonly flows: readonly TextFlow[];
  /** Figures that are no text: written by style attributes, or in images. */
  readonly figures: readonly DiagnosticDetails[];
}

/** Attributes that are numbers in hast; one that held a mark was parsed as text. */
const numeric = new Set(["colSpan", "rowSpan", "start", "width", "height", "tabIndex", "span", "size"]);

/** Attributes with the figure that an element means: the house writes them beside the figure that they are of, and nobody else. */
const writtenByHouse: ReadonlySet<string> = new Set(["data value"]);

const asTyped = (piece: TextPiece): TextPiece => ({ ...piece, run: null });

export interface ResolveOptions {
  /** Leave a `dataTrace` on an element for each run of these kinds; `all` also where nothing else needs an element. */
  readonly mark: "all" | "figures" | "none";
  readonly traces: TraceList;
  /** Elements that stylesheets set on their line. */
  readonly levelled?: ReadonlySet<Element>;
  /** Rows that stand in the tree as other documents have them: each becomes one of its own. */
  readonly rows?: PlacedRows;
}

/**
 * Takes every tracing mark out of a freshly parsed tree, in place: a claim or a cell becomes `<data>`, a period `<time>`.
 * Returns what it shows, for the audit.
 */
export function resolveTracedText(tree: Root, source: RenderedTemplate, options: ResolveOptions): Untraced {
  const resolver = new Resolver(source, options);
  resolver.resolveChildren(tree);
  const { texts, figures, gaps } = resolver;
  return { flows: texts.flows.filter(isSaid), figures, gaps };
}

class Resolver {
  readonly texts = createFlows("the text");
  readonly figures: DiagnosticDetails[] = [];
  readonly gaps: FoundGap[] = [];
  readonly #source: TracedOrigins;
  readonly #options: ResolveOptions;

  constructor(source: TracedOrigins, options: ResolveOptions) {
    this.#source = source;
    this.#options = options;
  }

  resolveChildren(parent: Root | Element, isInCell = false): void {
    const { children } = parent;
    // As it was, where nothing in it becomes something else: most elements hold one text.
    let resolved: (RootContent | ElementContent)[] | undefined;
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index] as RootContent | ElementContent;
      const found = this.#resolveChild(child, parent, isInCell);
      if (children.length === 1 && found !== child) resolved = asList(found);
      else if (resolved || found !== child) {
        resolved ??= children.slice(0, index);
        for (const node of asList(found)) resolved.push(node);
      }
    }
    if (resolved) parent.children = resolved as ElementContent[];
  }

  /** What stands in its place: itself, others, or nothing. */
  #resolveChild(
    child: RootContent | ElementContent,
    parent: Root | Element,
    isInCell: boolean,
  ): RootContent | ElementContent | ElementContent[] {
    if (child.type === "element") {
      const row = this.#options.rows?.get(child);
      if (row) return this.#resolveRow(child, row);
      if (!discardedElements.has(child.tagName)) this.#resolveElement(child, isInCell);
      return child;
    }
    if (child.type !== "text") return [];
    const isRaised = isPlainRaised(parent, this.#options);
    // Most texts of a page are the author's own, and stay as they are.
    if (hasMarks(child.value)) return this.#resolveText(child.value, isInCell, isRaised);
    this.texts.add([typed(child.value, isRaised)]);
    return child;
  }

  #resolveRow(parsed: Element, row: SharedRow): Element {
    const { element, flows, figures, gaps } = resolvedRow(parsed, row, this.#options);
    this.texts.end();
    for (const flow of flows) this.texts.insert(flow);
    this.figures.push(...figures);
    this.gaps.push(...gaps);
    return cloneElement(element);
  }

  #resolveElement(element: Element, isInCell: boolean): void {
    // The house alone writes it.
    if ("dataTrace" in element.properties) delete element.properties.dataTrace;
    this.#resolveProperties(element);
    const { src, style } = element.properties;
    if (src !== undefined || style !== undefined) this.figures.push(...figuresShownBy(element));
    if (element.tagName === "br") {
      this.texts.add([{ text: " ", run: null, marks: [] }]);
      return;
    }
    if (isPictureInLine(element)) {
      this.texts.add([{ text: String(element.properties.alt), run: { kind: "metadata" }, marks: [] }]);
      return;
    }
    // A note is read elsewhere.
    if (element.properties.dataNote !== undefined) {
      this.texts.aside(() => this.resolveChildren(element, isInCell));
      return;
    }
    const breaks = breaksFlow(element.tagName);
    if (breaks) this.texts.end();
    this.resolveChildren(element, isInCell || isCell(element));
    if (breaks) this.texts.end();
  }

  #resolveText(value: string, isInCell: boolean, isRaised: boolean): ElementContent[] {
    const pieces = readTracedText(value, this.#source);
    this.texts.add(isRaised ? pieces.map((piece) => ({ ...piece, isRaised })) : pieces);
    if (!isInCell) this.gaps.push(...gapsIn(pieces, "the text"));
    const [first] = pieces;
    return first && pieces.length === 1 ? [this.#nodeOf(first)] : pieces.map((piece) => this.#nodeOf(piece));
  }

  #nodeOf({ text, run }: TextPiece): ElementContent {
    if (!run) return { type: "text", value: text };
    const { mark, traces } = this.#options;
    const node = tracedElement(text, run);
    if (mark === "none" || (mark === "figures" && !isOfFigure(run))) return node;
    return withTrace(node, traces.numberOf(run));
  }

  #resolveProperties({ tagName, properties }: Element): void {
    // What is set here is there already, so that none is met twice.
    for (const name in properties) {
      const value = properties[name];
      if (value === null || value === undefined) continue;
      const text = Array.isArray(value) ? value.join(" ") : String(value);
      const visible = isVisibleAttribute(name, tagName);
      const marked = hasMarks(text);
      if (!marked && !visible) continue;
      const pieces = readTracedText(text, this.#source);
      if (visible) {
        const where = `the ${attributeName(name)} attribute of <${tagName}>`;
        this.texts.insert({ where, pieces: writtenByHouse.has(`${tagName} ${name}`) ? pieces.map(asTyped) : pieces });
        this.gaps.push(...gapsIn(pieces, where));
      }
      properties[name] = propertyValue(name, value, pieces.map((piece) => piece.text).join(""));
    }
  }
}

interface ResolvedRow extends Untraced {
  readonly element: Element;
}

/** Of rows that say nothing of the document that they stand in. */
const knownRows = new WeakMap<SharedRow, ResolvedRow>();

function resolvedRow(parsed: Element, row: SharedRow, options: ResolveOptions): ResolvedRow {
  // Traces have the numbers of a document.
  if (options.mark !== "none") return resolveRow(parsed, row, options);
  const resolved = knownRows.get(row) ?? resolveRow(parsed, row, options);
  knownRows.set(row, resolved);
  return resolved;
}

function resolveRow(parsed: Element, { runs }: SharedRow, { mark, traces }: ResolveOptions): ResolvedRow {
  const element = cloneElement(parsed);
  const resolver = new Resolver({ runs, positions: [] }, { mark, traces });
  resolver.resolveChildren({ type: "root", children: [element] });
  const { texts, figures, gaps } = resolver;
  return { element, flows: texts.flows, figures, gaps };
}

const asList = <Node>(found: Node | Node[]): Node[] => (Array.isArray(found) ? found : [found]);

const noMarks: TextPiece["marks"] = [];

const typed = (text: string, isRaised: boolean): TextPiece =>
  isRaised ? { text, run: null, marks: noMarks, isRaised } : { text, run: null, marks: noMarks };

/** A superscript that nothing but its element sets: an attribute or a stylesheet may set it on the line again. */
const isPlainRaised = (parent: Root | Element, { levelled }: ResolveOptions): boolean =>
  parent.type === "element" &&
  parent.tagName === "sup" &&
  parent.children.length === 1 &&
  !levelled?.has(parent) &&
  Object.keys(parent.properties).length === 0;

/** What stands between blocks and is seen by nobody says nothing: half of all texts of a table. */
const isSaid = ({ pieces }: TextFlow): boolean => pieces.some(({ text, run }) => run !== null || text.trim() !== "");

/** A text of the document's metadata as one line of plain text, and where each part of it comes from. */
export function resolveLine(
  marked: string,
  where: string,
  source: RenderedTemplate,
): { text: string; flow: TextFlow; gaps: FoundGap[] } {
  const pieces = readTracedText(marked, source);
  return {
    text: pieces
      .map(({ text }) => text)
      .join("")
      .replaceAll(/\s+/g, " ")
      .trim(),
    flow: { where, pieces },
    gaps: gapsIn(pieces, where),
  };
}

const gapsIn = (pieces: readonly TextPiece[], where: string): FoundGap[] =>
  pieces.flatMap(({ run }) => (run?.kind === "claim" && run.gap ? [{ gap: run.gap, claim: run.id, where }] : []));

/** An image is read within its line by what stands for it. The figures of that are an attribute's; a chart is a block. */
const isPictureInLine = ({ tagName, properties: { alt, src } }: Element): boolean =>
  tagName === "img" && typeof alt === "string" && !String(src).startsWith("chart:");

/** Where a marker in place of a figure is what a reader expects. */
const isCell = ({ tagName }: Element): boolean => tagName === "td" || tagName === "th";

/** Figures that an element shows without holding them as text: in its image, or by the CSS of its style attribute. */
function figuresShownBy({ tagName, properties: { src, style } }: Element): DiagnosticDetails[] {
  const inImage = typeof src === "string" && holdsSvgText(src) ? [svgTextFigure("An image")] : [];
  const written = typeof style === "string" ? styleFigures(style) : [];
  return [
    ...inImage,
    ...written.map(({ what, hint }) => ({
      code: "untraced-figure" as const,
      message: `The style attribute of <${tagName}> ${what}.`,
      hint,
    })),
  ];
}

/** Whether words come from cells of the data, in print or in the mouth of somebody whose claim is checked. */
const isOfFigure = (run: TracedRun): boolean =>
  run.kind === "claim" || run.kind === "cell" || (run.kind === "literal" && run.about !== undefined);

/** Whether an element is a figure that an earlier edition printed, in a note on it. */
export const isEarlier = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === "data" && [className].flat().includes("earlier");

function tracedElement(text: string, run: TracedRun): ElementContent {
  const children: ElementContent[] = [{ type: "text", value: text }];
  if (run.kind === "earlier") {
    const properties = { className: ["earlier"] };
    return run.value === null
      ? { type: "element", tagName: "span", properties, children }
      : { type: "element", tagName: "data", properties: { ...properties, value: String(run.value) }, children };
  }
  if (run.kind === "claim" || run.kind === "cell") {
    const properties: Properties = {
      className: [run.kind],
      [run.kind === "claim" ? "dataClaim" : "dataCell"]: run.id,
    };
    // <data> needs a value (HTML, 4.5.13); a figure that is hidden or missing has none.
    if (run.value === null) return { type: "element", tagName: "span", properties, children };
    const value = typeof run.value === "number" ? String(run.value) : `${run.value.low}/${run.value.high}`;
    return { type: "element", tagName: "data", properties: { ...properties, value }, children };
  }
  if (run.kind === "period" && run.datetime !== undefined) {
    return { type: "element", tagName: "time", properties: { dateTime: run.datetime }, children };
  }
  return { type: "text", value: text };
}

/** An element that says what its text was traced to; `<data>` where the run has none of its own (HTML, 4.5.13). */
export function withTrace(node: ElementContent, trace: number): Element {
  const element: Element =
    node.type === "element" ? node : { type: "element", tagName: "data", properties: {}, children: [node] };
  const { tagName, properties } = element;
  if (tagName === "time") return { ...element, properties: { ...properties, dataTrace: trace } };
  return {
    ...element,
    tagName: "data",
    properties: { ...properties, value: properties.value ?? "", dataTrace: trace },
  };
}

function propertyValue(name: string, before: Properties[string], text: string): Properties[string] {
  if (Array.isArray(before)) return text.split(/\s+/).filter(Boolean);
  return numeric.has(name) && /^\d+$/.test(text) ? Number(text) : text;
}
