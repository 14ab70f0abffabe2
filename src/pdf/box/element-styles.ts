import type { Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import { overflowOf } from "../css/overflow.ts";
import type { Styled, StyleEngine } from "../css/style-engine.ts";
import type { DomElement } from "../dom/dom-node.ts";
import { createSvgOnlyReport } from "./element-report.ts";

export interface ElementStylesOptions {
  readonly engine: StyleEngine;
  readonly diagnostics: Diagnostics;
  locate(element: DomElement): SourceLocation;
}

/** The styles of elements of one document. What is wrong with a style is reported once, at the first element that has it. */
export function createElementStyles({ engine, diagnostics, locate }: ElementStylesOptions) {
  const reportSvgOnly = createSvgOnlyReport({ diagnostics, locate });
  const reportedStyles = new Set<Styled>();
  /** Many style attributes may have the same fault: once is enough. */
  const reportedFaults = new Set<string>();

  function report(element: DomElement, styled: Styled): void {
    if (styled.diagnostics.length === 0 || reportedStyles.has(styled)) return;
    reportedStyles.add(styled);
    // A style attribute has no location of its own: it is shared by all elements that have it.
    const location = locate(element);
    for (const found of styled.diagnostics) {
      if (reportedFaults.has(found.message)) continue;
      reportedFaults.add(found.message);
      diagnostics.add([{ ...found, source: { ...location, ...found.source } }]);
    }
  }

  /**
   * What the root, or `body` where the root says nothing, would have a screen scroll or cut off is said of the screen, not of
   * the box (CSS Overflow 3, 3.3), and paper does neither.
   */
  let isRootScrolled = false;
  function withoutScreen(element: DomElement, styled: Styled): Styled {
    const isRoot = element.parent === undefined;
    const isBody = element.name === "body" && element.parent?.parent === undefined;
    if (!(isRoot || (isBody && !isRootScrolled)) || overflowOf(styled.style) === "visible") return styled;
    if (isRoot) isRootScrolled = true;
    return { ...styled, style: { ...styled.style, overflowX: "visible", overflowY: "visible" } };
  }

  return (element: DomElement, parent: Styled): Styled => {
    const styled = engine.styleOf(element, parent);
    reportSvgOnly(element, styled.style);
    report(element, styled);
    return withoutScreen(element, styled);
  };
}
