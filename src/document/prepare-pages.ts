import type { Element, ElementContent, Root } from "hast";
import { h } from "hastscript";
import type { DiagnosticDetails } from "../diagnostics/index.ts";
import type { Words } from "../language/index.ts";
import { appendSection } from "./append-section.ts";
import { footNotes } from "./foot-notes.ts";
import { sayMarkers } from "./say-markers.ts";
import { uniqueIds } from "./unique-ids.ts";
import { walkElements } from "./walk-elements.ts";

/** Where pages have what a screen shows on demand. */
export interface PagesOptions {
  /** What charts show in words and figures: right after each, in an appendix at the end, or not at all. */
  readonly chartDetails: "after" | "appendix" | "none";
  /** Notes: in a list at the end, or at the foot of the page that refers to them first. */
  readonly notes: "end" | "foot";
}

/**
 * Makes of a tree what is printed on pages, in place.
 * @param warn of charts whose figures take many pages.
 */
export function preparePages(
  tree: Root,
  { chartDetails, notes }: PagesOptions,
  words: Pick<Words, "document" | "template">,
  warn: (details: DiagnosticDetails) => void,
): void {
  if (chartDetails !== "none") warnOfLongData(tree, warn);
  // In PDF the expansion of an abbreviation (ISO 32000-1, 14.9.5).
  sayMarkers(tree, words.template.markers, (marker, meaning) => [h("abbr", { title: meaning }, marker)]);
  if (chartDetails !== "after")
    takeChartDetails(tree, chartDetails === "appendix" ? words.document.chartAppendix : null);
  if (notes === "foot") footNotes(tree);
}

/** More rows than these behind one chart are looked up in a file rather than on paper. */
const mostRows = 400;
/** About how many rows of a table a page has. */
const rowsOfPage = 40;

function warnOfLongData(tree: Root, warn: (details: DiagnosticDetails) => void): void {
  const charts = new Map<unknown, string>();
  walkElements(tree, ({ properties: { src, ariaDetails } }) => {
    if (ariaDetails !== undefined && typeof src === "string") charts.set(ariaDetails, src.slice("chart:".length));
  });
  walkElements(tree, (element) => {
    if (element.tagName !== "details" || !hasClass(element, "chart-data")) return;
    let rows = 0;
    walkElements(element, ({ tagName }) => {
      if (tagName === "tr") rows += 1;
    });
    if (rows <= mostRows) return;
    warn({
      code: "long-chart-data",
      message: `The figures behind chart "${charts.get(element.properties.id) ?? ""}" are ${rows} rows in print, about ${Math.ceil(rows / rowsOfPage)} pages.`,
      hint: 'Draw fewer lines or periods; or leave them to the page, which saves them as a file: data=false for this chart, pages: { chartDetails: "none" } for all, or "appendix" to have them at the end.',
    });
  });
}

/** Takes the disclosures of charts out, and puts them into a section at the end; nowhere where it has no heading. */
function takeChartDetails(tree: Root, heading: string | null): void {
  const taken: Element[] = [];
  const visit = (parent: Root | Element): void => {
    parent.children = (parent.children as ElementContent[]).filter((child) => {
      if (child.type !== "element") return true;
      if (hasClass(child, "chart-data") && child.tagName === "details") {
        taken.push(child);
        return false;
      }
      visit(child);
      return true;
    });
  };
  visit(tree);
  if (heading === null) {
    const gone = new Set(taken.flatMap(({ properties: { id } }) => (typeof id === "string" ? [id] : [])));
    walkElements(tree, ({ properties }) => {
      if (typeof properties.ariaDetails === "string" && gone.has(properties.ariaDetails)) delete properties.ariaDetails;
    });
    return;
  }
  if (taken.length === 0) return;
  const section = appendSection(tree);
  section.properties.className = ["chart-appendix"];
  section.children.push(h("h2", { id: uniqueIds(tree)("charts") }, heading), ...taken);
}

const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name);
