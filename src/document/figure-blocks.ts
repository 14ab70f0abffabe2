import type { Element, ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { TracedRun } from "../template/index.ts";
import { isElement, isHeading } from "./is-element.ts";
import { isHidden } from "./is-hidden.ts";
import { readingText } from "./reading-text.ts";
import { breaksFlow } from "./text-flow.ts";
import type { TraceList } from "./trace-list.ts";

/** What a reader takes in at once, and that prints figures: a paragraph, an item, a table, a chart with its caption. */
export interface FigureBlock {
  /** What it is called: its caption, else the heading that it stands under. */
  readonly title: string;
  /** In the order printed. */
  readonly figures: readonly { readonly run: TracedRun; readonly text: string }[];
  /** Ids of the charts that it shows. */
  readonly charts: readonly string[];
  /** Puts a link at its end: in its text or caption where that can hold one, else after it. */
  addLink(link: Element): void;
}

interface OpenBlock extends FigureBlock {
  readonly figures: { readonly run: TracedRun; readonly text: string }[];
  readonly charts: string[];
  /** What is inside belongs to it, whatever element that is. */
  readonly isWhole: boolean;
}

/** The blocks of a document that print figures, in document order. What is hidden is none. */
export function figureBlocks(tree: Root, traces: TraceList, documentTitle: string): readonly FigureBlock[] {
  const blocks: OpenBlock[] = [];
  let heading = documentTitle;

  const open = (element: Root | Element, parent: Root | Element): OpenBlock => {
    const caption = captionOf(element);
    const isWhole = standsWhole(element);
    const block: OpenBlock = {
      title: (caption && readingText(titleIn(caption))) || heading,
      figures: [],
      charts: [],
      isWhole,
      addLink(link) {
        if (caption) lastLine(caption).children.push({ type: "text", value: " " }, link);
        else if (isWhole) addLinkAfter(element, parent, link);
        else addLinkInText(element, link);
      },
    };
    blocks.push(block);
    return block;
  };
  const visit = (parent: Root | Element, block: OpenBlock): void => {
    for (const child of [...parent.children]) {
      if (child.type !== "element" || isHidden(child)) continue;
      const { dataTrace, src } = child.properties;
      const run = traces.runOf(dataTrace);
      const text = run ? textOf(child) : "";
      if (run && text.trim() !== "") block.figures.push({ run, text });
      else if (typeof src === "string" && src.startsWith(chartScheme)) block.charts.push(src.slice(chartScheme.length));
      else visit(child, !block.isWhole && breaksFlow(child.tagName) ? open(child, parent) : block);
      if (isHeading(child)) heading = readingText(child);
    }
  };
  visit(tree, open(tree, tree));
  return blocks.filter(({ figures, charts }) => figures.length > 0 || charts.length > 0);
}

const chartScheme = "chart:";

/** A link within these would be read out among many others, as a part of a name, or would work as two controls. */
const whole: ReadonlySet<string> = new Set(["table", "dl", "summary", "figure"]);

const standsWhole = (element: Root | Element): boolean =>
  element.type === "element" &&
  (whole.has(element.tagName) || element.properties.dataTrail === "group" || isHeading(element));

const captions: ReadonlySet<string> = new Set(["caption", "figcaption"]);

function captionOf(element: Root | Element): Element | undefined {
  if (!isElement(element, "table") && !isElement(element, "figure")) return undefined;
  return element.children.find((child): child is Element => child.type === "element" && captions.has(child.tagName));
}

/** Of a caption of several lines, a paragraph each, the one that names what it stands above; the first where none does. */
function titleIn(caption: Element): Element {
  const lines = caption.children.filter((child) => isElement(child, "p"));
  return (
    lines.find(({ properties: { className } }) => [className].flat().includes("chart-title")) ?? lines[0] ?? caption
  );
}

function lastLine(caption: Element): Element {
  const last = caption.children.at(-1);
  return last && isElement(last, "p") ? last : caption;
}

const isBlock = (node: Root["children"][number]): node is Element =>
  node.type === "element" && breaksFlow(node.tagName) && node.tagName !== "br";

const holdsTrace = (node: Root["children"][number]): boolean =>
  node.type === "element" && (node.properties.dataTrace !== undefined || node.children.some(holdsTrace));

/** At the end of the text that prints the last figure: before a list or a table in it. */
function addLinkInText(element: Root | Element, link: Element): void {
  const children = element.children as ElementContent[];
  const last = children.findLastIndex((child) => !isBlock(child) && (holdsTrace(child) || isChartImage(child)));
  const end = children.findIndex((child, index) => index > last && isBlock(child));
  const text = end < 0 ? children.length : end;
  // White space at the end is that of the template's lines.
  const isSpace = (child: ElementContent | undefined) => child?.type === "text" && child.value.trim() === "";
  const at = isSpace(children[text - 1]) ? text - 1 : text;
  children.splice(at, 0, { type: "text", value: " " }, link);
}

const isChartImage = (node: Root["children"][number]): boolean =>
  isElement(node, "img") && String(node.properties.src).startsWith(chartScheme);

function addLinkAfter(element: Root | Element, parent: Root | Element, link: Element): void {
  const children = parent.children as ElementContent[];
  const at = children.findIndex((child) => (child as unknown) === element);
  children.splice(at + 1, 0, {
    type: "element",
    tagName: "p",
    properties: { className: ["trail-after"] },
    children: [link],
  });
}
