import type { Element, ElementContent, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { TracedRun } from "../template/index.ts";
import { figurePattern } from "./audit-figures.ts";
import { isElement } from "./is-element.ts";
import { uniqueIds } from "./unique-ids.ts";

/** A stretch of text that can be found again in the finished file, by its element. */
export interface IdentifiedText {
  /** Of the element that holds it, and nothing else. */
  readonly id: string;
  readonly kind: TracedRun["kind"];
  /** Id of the claim, the cell or the chart; absent for labels, periods and literals. */
  readonly of?: string;
  readonly text: string;
}

/** Where the figures of a document stand. */
export interface DocumentFigures {
  /** In document order. */
  readonly identified: readonly IdentifiedText[];
  /** Figures outside of them, in document order: numbers of notes, headings repeated in the contents. */
  readonly others: readonly string[];
  /** The text alternatives of images, in document order. */
  readonly alternatives: readonly string[];
  /** Ids of the elements that show charts, with the chart's own id. */
  readonly charts: readonly { readonly id: string; readonly chart: string }[];
}

/** The figures of a text, as they read. */
export const figuresIn = (text: string): readonly string[] => text.match(figurePattern) ?? [];

/** What an element was traced to, between `resolveTracedText` and `identifyFigures`. */
export const traceOf = (run: TracedRun): string => ("id" in run ? `${run.kind}:${run.id}` : run.kind);

/**
 * Gives an id to each element that `resolveTracedText` left a `dataTrace` on, and to the images of charts, in place. Call
 * it when nothing of the tree moves any more: notes that say the same are one, and what is copied is not identified twice.
 */
export function identifyFigures(tree: Root): DocumentFigures {
  const newId = uniqueIds(tree);
  const identified: IdentifiedText[] = [];
  const others: string[] = [];
  const alternatives: string[] = [];
  const charts: { id: string; chart: string }[] = [];

  const visit = (node: Root | Element | ElementContent): void => {
    if (node.type === "text") others.push(...figuresIn(node.value));
    if (node.type !== "root" && node.type !== "element") return;
    if (node.type === "element") {
      const { dataTrace, alt, src } = node.properties;
      if (typeof dataTrace === "string") return void identified.push(identify(node, dataTrace, newId("figure")));
      if (isElement(node, "img") && typeof alt === "string" && alt !== "") alternatives.push(alt);
      if (typeof src === "string" && src.startsWith("chart:")) {
        const { id = newId("chart-image") } = node.properties;
        node.properties.id = id;
        charts.push({ id: String(id), chart: src.slice("chart:".length) });
      }
    }
    for (const child of node.children) visit(child as ElementContent);
  };
  visit(tree);
  return { identified, others, alternatives, charts };
}

function identify(element: Element, trace: string, id: string): IdentifiedText {
  const [kind, ...of] = trace.split(":");
  delete element.properties.dataTrace;
  element.properties.id = id;
  return {
    id,
    kind: kind as TracedRun["kind"],
    ...(of.length > 0 && { of: of.join(":") }),
    text: textOf(element),
  };
}
