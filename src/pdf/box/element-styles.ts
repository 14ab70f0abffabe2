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
export function createElementStyles(options: ElementStylesOptions): (element: DomElement, parent: Styled) => Styled {
  const styles = new ElementStyles(options);
  return (element, parent) => styles.of(element, parent);
}

class ElementStyles {
  readonly #options: ElementStylesOptions;
  readonly #reportSvgOnly: ReturnType<typeof createSvgOnlyReport>;
  readonly #reportedStyles = new Set<Styled>();
  /** Many style attributes may have the same fault: once is enough. */
  readonly #reportedFaults = new Set<string>();
  #isRootScrolled = false;

  constructor(options: ElementStylesOptions) {
    this.#options = options;
    this.#reportSvgOnly = createSvgOnlyReport(options);
  }

  of(element: DomElement, parent: Styled): Styled {
    const styled = this.#options.engine.styleOf(element, parent);
    this.#reportSvgOnly(element, styled.style);
    this.#report(element, styled);
    return this.#withoutScreen(element, styled);
  }

  #report(element: DomElement, styled: Styled): void {
    if (styled.diagnostics.length === 0 || this.#reportedStyles.has(styled)) return;
    this.#reportedStyles.add(styled);
    // A style attribute has no location of its own: it is shared by all elements that have it.
    const location = this.#options.locate(element);
    for (const found of styled.diagnostics) {
      if (this.#reportedFaults.has(found.message)) continue;
      this.#reportedFaults.add(found.message);
      this.#options.diagnostics.add([{ ...found, source: { ...location, ...found.source } }]);
    }
  }

  /**
   * What the root, or `body` where the root says nothing, would have a screen scroll or cut off is said of the screen, not of
   * the box (CSS Overflow 3, 3.3), and paper does neither.
   */
  #withoutScreen(element: DomElement, styled: Styled): Styled {
    const isRoot = element.parent === undefined;
    const isBody = element.name === "body" && element.parent?.parent === undefined;
    if (!(isRoot || (isBody && !this.#isRootScrolled)) || overflowOf(styled.style) === "visible") return styled;
    if (isRoot) this.#isRootScrolled = true;
    return { ...styled, style: { ...styled.style, overflowX: "visible", overflowY: "visible" } };
  }
}
