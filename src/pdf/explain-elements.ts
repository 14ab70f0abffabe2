import type { Diagnostics } from "../diagnostics/index.ts";
import { parseSelectors } from "../stylesheet/index.ts";
import { compileSelector } from "./css/compile-selector.ts";
import type { PageStyles } from "./css/page-style.ts";
import type { Styled, StyleEngine } from "./css/style-engine.ts";
import { styleText } from "./css/style-text.ts";
import { type DomElement, type DomLocation, elementsIn } from "./dom/dom-node.ts";
import { elementName } from "./dom/element-name.ts";
import { sourceLocation } from "./dom/source-location.ts";
import type { Rectangle } from "./geometry/rectangle.ts";
import type { BreakPoint } from "./layout/break-point.ts";
import { createBreakExplainer } from "./layout/explain-break.ts";
import type { PagedLayout } from "./layout/page-marks.ts";
import { visitShownAreas } from "./layout/shown-areas.ts";

/** What became of an element: its style, where it is, and why pages end before it and in it. */
export interface ExplainedElement {
  /** As a selector would name it: `h2#results.part`. */
  readonly name: string;
  /** Where it begins in the HTML; undefined for a tree that did not come from text. */
  readonly location: DomLocation | undefined;
  /** Computed values by property, as CSS with lengths in pt: those that are not the initial ones. */
  readonly style: ReadonlyMap<string, string>;
  /** One for each page that shows some of it; of text in a line, the line that it begins in. None: it has no box. */
  readonly areas: readonly ElementArea[];
  /** Of the page before the first that it is on, and of all of its own but the last. */
  readonly breaks: readonly ExplainedBreak[];
}

/** pt, from the top left corner of the page. */
export interface ElementArea extends Rectangle {
  /** From 1. */
  readonly page: number;
}

export interface ExplainedBreak {
  /** The page that ends, from 1. */
  readonly page: number;
  /** A sentence. */
  readonly why: string;
}

/** Those of a selector that are explained: a page of text is no answer to a question. */
const mostElements = 20;

interface SelectOptions {
  readonly diagnostics: Diagnostics;
  readonly file: string | undefined;
}

/** The elements that a list of selectors matches, in document order; none is an error. */
export function selectElements(
  html: DomElement,
  selector: string,
  { diagnostics, file }: SelectOptions,
): readonly DomElement[] {
  const compiled = parseSelectors(selector)?.map(compileSelector);
  if (!compiled || compiled.length === 0 || compiled.some((each) => !each || each.pseudo)) {
    diagnostics.error({
      code: "invalid-selector",
      message: `"${selector}" is no selector of elements.`,
      hint: 'Write one as in a stylesheet: "#results", "table.cases", "h2:nth-of-type(3)".',
    });
    return [];
  }
  const found = elementsIn(html, (element) => compiled.some((each) => each?.matches(element)));
  if (found.length === 0) {
    diagnostics.error({
      code: "unmatched-selector",
      message: `No element matches "${selector}".`,
      hint: "Look at the ids, classes and names in the HTML, which are told apart by case.",
      source: sourceLocation(file, undefined),
    });
  }
  if (found.length > mostElements) {
    diagnostics.warn({
      code: "unmatched-selector",
      message: `"${selector}" matches ${found.length} elements: the first ${mostElements} are explained.`,
      hint: "Ask for fewer.",
      source: sourceLocation(file, undefined),
    });
  }
  return found.slice(0, mostElements);
}

export interface ExplainOptions {
  readonly engine: StyleEngine;
  readonly layout: PagedLayout;
  /** That the layout is for, and how many times smaller it is printed. */
  readonly pages: PageStyles;
  readonly shrunk: number;
  readonly breaks: readonly BreakPoint[];
}

/** `elements`: those whose boxes are marked. */
export function explainElements(
  elements: readonly DomElement[],
  { engine, layout, pages, shrunk, breaks }: ExplainOptions,
): readonly ExplainedElement[] {
  if (elements.length === 0) return [];
  const styledOf = (element: DomElement): Styled =>
    engine.styleOf(element, element.parent ? styledOf(element.parent) : engine.root);
  const areasOf = findAreas(new Set(elements), { layout, pages, shrunk });
  const { slices, fragment } = layout;
  const explainBreak = createBreakExplainer(fragment, breaks);
  return elements.map((element) => {
    const areas = areasOf.get(element) ?? [];
    const [first, last] = [areas[0]?.page ?? 1, areas.at(-1)?.page ?? 0];
    const ending = (page: number) => slices[page - 1]?.ending;
    const pagesThatEnd = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first - 1 + index);
    return {
      name: elementName(element),
      location: element.location,
      style: styleText(styledOf(element).style),
      areas,
      breaks: pagesThatEnd.flatMap((page) => {
        const found = ending(page);
        return found ? [{ page, why: explainBreak(found) }] : [];
      }),
    };
  });
}

function findAreas(
  wanted: ReadonlySet<DomElement>,
  { layout, pages, shrunk }: Pick<ExplainOptions, "layout" | "pages" | "shrunk">,
) {
  const found = new Map<DomElement, ElementArea[]>();
  visitShownAreas({ ...layout, pages }, (fragment, shown) => {
    const marks = fragment.kind === "line" ? fragment.marks : [fragment.marks];
    for (const element of marks.flatMap((each) => each?.element ?? [])) {
      if (!wanted.has(element)) continue;
      const areas = found.get(element) ?? [];
      areas.push(
        ...shown.map(({ page, x, y, width, height }) => ({
          page: page + 1,
          x: x / shrunk,
          y: y / shrunk,
          width: width / shrunk,
          height: height / shrunk,
        })),
      );
      found.set(element, areas);
    }
  });
  return found;
}
