import type { Root } from "hast";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { DocumentFigures } from "./identify-figures.ts";

/** A heading, in document order. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** The element's id, unique in the document. */
  readonly id: string;
  /** Without references to notes. */
  readonly text: string;
}

/** The one tree that every output is made from. Outputs read it, and never change it. */
export interface BriefingDocument {
  /** What belongs in `<body>`. Charts are still `<img src="chart:ID">`, images `<img src="image:ID">`. For pages alone it is the tree of `paged`. */
  readonly tree: Root;
  /** Plain text, as it was typed: what names the document in data. */
  readonly title: string;
  /** The same as readers see it. */
  readonly printedTitle: string;
  /** What it is about, for metadata. Plain text, never empty. */
  readonly description?: string | undefined;
  /** BCP 47. */
  readonly lang: string;
  readonly headings: readonly Heading[];
  /** Where its figures stand, if it was asked to identify them. */
  readonly figures?: DocumentFigures;
  /** The same with a trail, for outputs that readers can follow links in, if one was asked for. */
  readonly trailed?: Pick<BriefingDocument, "tree" | "figures"> | undefined;
  /** The same for pages, if it was asked for. */
  readonly paged?: Pick<BriefingDocument, "tree" | "figures"> | undefined;
  /** Warnings; errors are thrown. */
  readonly diagnostics: readonly Diagnostic[];
  /** Looks for the warnings that were left for later, because somebody waits for what is made of the document. */
  readonly lateDiagnostics: () => readonly Diagnostic[];
}
