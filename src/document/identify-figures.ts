import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { plainType } from "../language/index.ts";
import type { TracedRun } from "../template/index.ts";
import { figurePattern } from "./audit-figures.ts";
import { isElement } from "./is-element.ts";
import { isHidden } from "./is-hidden.ts";
import type { TraceList } from "./trace-list.ts";
import { uniqueIds } from "./unique-ids.ts";
import { isVisibleAttribute } from "./visible-attributes.ts";

/** A stretch of text that can be found again in the finished file, by its element. */
export interface IdentifiedText {
  /** Of the element that holds it, and nothing else. */
  readonly id: string;
  readonly kind: TracedRun["kind"];
  /** Id of the claim, the cell or the chart; absent for labels, periods and literals. */
  readonly of?: string | undefined;
  readonly text: string;
  /** It stands in an element that hides it. */
  readonly hidden?: true;
}

/** Where the figures of a document stand. */
export interface DocumentFigures {
  /** In document order. */
  readonly identified: readonly IdentifiedText[];
  /** Figures outside of them, in document order: numbers of notes, headings repeated in the contents. */
  readonly others: readonly string[];
  /** The text alternatives of images, in document order. */
  readonly alternatives: readonly string[];
  /** Other attributes that readers meet and that have figures, and both ends of links, in document order. */
  readonly labels: readonly string[];
  /** Ids of the elements that show charts, with the chart's own id. */
  readonly charts: readonly { readonly id: string; readonly chart: string }[];
}

/** The figures of a text, as they read: the same where its type is set and where it is as typed. */
export const figuresIn = (text: string): readonly string[] => plainType(text).match(figurePattern) ?? [];

/** Elements that links lead to; those of figures get their ids here. */
const linked = new Set(["a", "li", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** Elements that show their value: no briefing has any, and a page that was changed may. */
const controls: ReadonlySet<string> = new Set(["input", "meter", "progress", "button"]);

/**
 * What readers meet of an element's attributes, where it has figures, and where links lead: a note or a source of another
 * figure is as wrong as the figure. Alternatives of images stand for themselves.
 */
export const labelsOf = ({ tagName, properties }: Element): readonly string[] =>
  tagName === "img" || tagName === "svg"
    ? []
    : Object.entries(properties).flatMap(([name, value]) => {
        const isOfLink = (tagName === "a" && name === "href") || (linked.has(tagName) && name === "id");
        const isShown = isVisibleAttribute(name, tagName) || (name === "value" && controls.has(tagName));
        const isLabel = isShown && figuresIn(String(value)).length > 0;
        return isOfLink || isLabel ? [String(value)] : [];
      });

/**
 * Gives an id to each element that `resolveTracedText` left a `dataTrace` on, and to the images of charts, in place. Call
 * it when nothing of the tree moves any more: notes that say the same are one, and what is copied is not identified twice.
 */
export function identifyFigures(tree: Root, traces: TraceList): DocumentFigures {
  const newId = uniqueIds(tree);
  const identified: IdentifiedText[] = [];
  const others: string[] = [];
  const alternatives: string[] = [];
  const labels: string[] = [];
  const charts: { id: string; chart: string }[] = [];

  const visitElement = (node: Element, isInHidden: boolean): void => {
    const { dataTrace, alt, src } = node.properties;
    const isHiddenHere = isInHidden || isHidden(node);
    labels.push(...labelsOf(node));
    const run = traces.runOf(dataTrace);
    if (run) {
      const text = identify(node, run, newId("figure"));
      identified.push(isHiddenHere ? { ...text, hidden: true } : text);
      return;
    }
    if (isElement(node, "img") && typeof alt === "string" && alt !== "") alternatives.push(alt);
    if (typeof src === "string" && src.startsWith("chart:")) {
      const { id = newId("chart-image") } = node.properties;
      node.properties.id = id;
      charts.push({ id: String(id), chart: src.slice("chart:".length) });
    }
    visitChildren(node, isHiddenHere);
  };
  const visitChildren = ({ children }: Root | Element, isInHidden: boolean): void => {
    for (const child of children) {
      if (child.type === "text") others.push(...figuresIn(child.value));
      else if (child.type === "element") visitElement(child, isInHidden);
    }
  };
  visitChildren(tree, false);
  return { identified, others, alternatives, labels, charts };
}

function identify(element: Element, run: TracedRun, id: string): IdentifiedText {
  delete element.properties.dataTrace;
  element.properties.id = id;
  return { id, kind: run.kind, of: "id" in run ? run.id : undefined, text: textOf(element) };
}
