import type { DiagnosticDetails, Diagnostics, SourceLocation } from "../../diagnostics/index.ts";
import type { DomElement } from "../dom/dom-node.ts";

/** Reports what is wrong with an SVG: each thing once, with the location where it is found first. */
export interface SvgReport {
  error(details: DiagnosticDetails, element: DomElement): void;
  warn(details: DiagnosticDetails, element: DomElement): void;
  /** An attribute whose value makes no sense, and is left out. */
  badValue(element: DomElement, attribute: string): void;
  locate(element: DomElement): SourceLocation;
}

export interface SvgReportOptions {
  readonly diagnostics: Diagnostics;
  /** What has been said already in this document. */
  readonly reported: Set<string>;
  locate(element: DomElement): SourceLocation;
}

export function createSvgReport({ diagnostics, reported, locate }: SvgReportOptions): SvgReport {
  function once(severity: "error" | "warn", details: DiagnosticDetails, element: DomElement): void {
    const key = `${details.code} ${details.message}`;
    if (reported.has(key)) return;
    reported.add(key);
    diagnostics[severity]({ ...details, source: { ...locate(element), ...details.source } });
  }
  const warn = (details: DiagnosticDetails, element: DomElement) => once("warn", details, element);

  return {
    error: (details, element) => once("error", details, element),
    warn,
    badValue: (element, attribute) =>
      warn(
        {
          code: "svg-value",
          message: `"${shorten(element.attributes[attribute] ?? "")}" is no value for ${attribute} of <${element.name}>.`,
          hint: "It is left out.",
        },
        element,
      ),
    locate,
  };
}

const shorten = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
