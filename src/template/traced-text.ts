import type { Diagnostic } from "../diagnostics/index.ts";
import type { FigureOrigin } from "../tracing/index.ts";

/**
 * How a figure carries its origin through HTML text. A helper wraps what it prints in a traced run; the template
 * compiler puts a position mark before every digit that the author typed. Both are made of Unicode noncharacters, which
 * no data may hold (U+FDD0 to U+FDEF are reserved for such internal use), so they work in text and in attribute values
 * alike, and document/ takes them all out again.
 *
 *   traced run      U+FDD0 index U+FDD1 text U+FDD2      index into `RenderedTemplate.runs`
 *   position mark   U+FDD3 index U+FDD1                  index into `RenderedTemplate.positions`
 *   left out        U+FDD6                               something that is not said this time stood here
 *   shared row      <!--U+FDDB index U+FDD1-->           index into `RenderedTemplate.rows`
 *
 * U+FDD4, U+FDD5 and U+FDD7 to U+FDDA hold places within this stage, for what is known once everything is printed.
 */
export const runStart = "\uFDD0";
export const markEnd = "\uFDD1";
export const runEnd = "\uFDD2";
export const positionStart = "\uFDD3";
export const leftOut = "\uFDD6";
export const rowStart = "\uFDDB";

/** Where a template asked for words that a claim does not have: its figure is missing, or it is of no period. */
export interface Gap {
  readonly helper: string;
  /** Index into `RenderedTemplate.positions`. */
  readonly position: number;
  /** In a few words: `its figure is not available`. */
  readonly why: string;
}

/** What a traced run came from. */
export type TracedRun =
  /** Words or a figure of a claim, or of a cell of a table (`table.row.column`); becomes `<data class="claim" value="…">` in text. */
  | {
      readonly kind: "claim";
      readonly id: string;
      /** The ends, where the figure is a range: `value="1.8/3.2"`, as ISO 8601 writes intervals. */
      readonly value: number | { readonly low: number; readonly high: number } | null;
      readonly gap?: Gap;
    }
  /** A figure of the data behind a chart, with the cell or the claim that it is; null for one that nobody traced. */
  | { readonly kind: "cell"; readonly id: string; readonly value: number | null; readonly origin: FigureOrigin | null }
  /** A figure as an earlier edition printed it, beside that of now; becomes `<data class="earlier" value="…">`. */
  | { readonly kind: "earlier"; readonly id: string; readonly value: number | null }
  /** Declared by the author as not being a figure of the data: a telephone number, a law's year. */
  | {
      readonly kind: "literal";
      /** Id of the claim that somebody made in these words. */
      readonly about?: string;
    }
  /** A period, a date. `datetime` is the HTML value of `<time>` where there is one. */
  | { readonly kind: "period"; readonly datetime?: string }
  /** Labels, titles, sources and caveats of the dataset; areas and other categories. */
  | { readonly kind: "metadata" }
  /** Alt text of a chart, written from its rows. */
  | { readonly kind: "chart"; readonly id: string };

/**
 * A row of a table that other documents of the template have too. It is the same object in each, so that what was made of it for one can be had
 * again for the next.
 */
export interface SharedRow {
  /** A `<tr>` as HTML text with marks of runs. */
  readonly html: string;
  /** Its own: its marks count from its first. */
  readonly runs: readonly TracedRun[];
}

/** Where an author typed something. Lines and columns count from 1. */
export interface TemplatePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What the template stage gives to the document stage. */
export interface RenderedTemplate {
  /** The body as HTML text with marks. */
  readonly html: string;
  /** The document's title as plain text with marks. */
  readonly title: string;
  /** What the document is about, for its metadata, as plain text with marks. Absent where the briefing says nothing. */
  readonly description?: string | undefined;
  readonly lang: string;
  readonly runs: readonly TracedRun[];
  /** Rows whose places in the body are comments: what stands in a table and is no row would be put before it. */
  readonly rows: readonly SharedRow[];
  readonly positions: readonly TemplatePosition[];
  /** Warnings: claims without a figure, of which the template says nothing. */
  readonly diagnostics: readonly Diagnostic[];
  /** Ids of the claims, cells of tables and charts that it shows, or would show if they had a figure. */
  readonly printed: { readonly figures: ReadonlySet<string>; readonly charts: ReadonlySet<string> };
}

const noncharacters = /[\uFDD0-\uFDEF]/gu;

/** Takes out of foreign text the characters that marks are made of. */
export const withoutMarks = (text: string): string => text.replaceAll(noncharacters, "");

/** A text as readers see it: without the marks of runs and positions, and what belongs to these. */
export const withoutTracing = (text: string): string => withoutMarks(text.replaceAll(/[\uFDD0\uFDD3]\d+\uFDD1/gu, ""));
