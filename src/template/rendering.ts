import Handlebars from "handlebars";
import type { ChartRow, FormatValue, RenderedChart } from "../charts/index.ts";
import type { Claim, ClaimTable } from "../claims/index.ts";
import type { Category, Dataset, Source } from "../dataset/index.ts";
import type { Diagnostic, Diagnostics } from "../diagnostics/index.ts";
import type { Marker, TemplatePhrase, Words } from "../language/index.ts";
import type { Helpline } from "../topics/index.ts";
import type { TracedFigure } from "../tracing/index.ts";
import { markDigits } from "./mark-digits.ts";
import { markersIn } from "./markers-in.ts";
import type { SharedRows } from "./shared-rows.ts";
import {
  leftOut,
  markEnd,
  rowStart,
  runEnd,
  runStart,
  type SharedRow,
  type TemplatePosition,
  type TracedRun,
  withoutMarks,
} from "./traced-text.ts";

/** What stands around a chart. */
export interface ChartFrame {
  /** The claim whose finding heads it. */
  readonly headline: Claim | undefined;
  /** What it measures, in the data's words. */
  readonly measure: string | undefined;
  /** Where its figures come from. */
  readonly sources: readonly Source[];
}

/** An image that a template can show. */
export interface TemplateImage {
  readonly id: string;
  /** What it shows; empty for decoration. */
  readonly alt: string;
  /** Whose it is. */
  readonly credit?: string | undefined;
  /** Undefined for one that has the size that it is shown in. */
  readonly widthPx: number | undefined;
  readonly heightPx: number | undefined;
}

/** A figure of now, and what an earlier edition printed in its place. */
export interface Correction {
  readonly claim: Claim;
  readonly before: { readonly text: string; readonly value: number | null };
  /** What is said of why: by the source, in its words and by its marks. */
  readonly reasons: readonly CorrectionReason[];
}

export type CorrectionReason =
  | { readonly kind: "revised" | "provisional" | "worked-out" | "unsaid" }
  /** A remark of the source on the figure. */
  | { readonly kind: "remark"; readonly text: string };

/** What became of the figures that an earlier edition printed. */
export interface Corrections {
  /** The date of that edition: an ISO date or its first part; empty where it is not known. */
  readonly edition: string;
  readonly all: readonly Correction[];
  /** So many more are not set out. */
  readonly more: number;
  /** So many more were revised, and are not told since a hidden figure could be worked out by them. */
  readonly withheld: number;
}

/** What a template is rendered with. */
export interface TemplateInput {
  readonly lang: string;
  /** What helpers write with, in the language of the briefing. */
  readonly words: Words;
  /** The date of the briefing: an ISO date or its first part; empty where it is not known. */
  readonly date: string;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly charts: ReadonlyMap<string, RenderedChart>;
  /** How the figures behind a chart are written, by the chart's id. Three decimals at most where absent. */
  readonly chartFormats?: ReadonlyMap<string, FormatValue>;
  /** What the figures of the charts' rows are, by the chart's id, row and field. */
  readonly chartOrigins?: ReadonlyMap<string, ReadonlyMap<ChartRow, ReadonlyMap<string, TracedFigure>>>;
  /** What stands around charts, by the chart's id; nothing does where absent. */
  readonly chartFrames?: ReadonlyMap<string, ChartFrame>;
  /** Charts that exist, and have nothing to draw this time: the template may name them, and shows nothing. */
  readonly emptyCharts?: ReadonlySet<string>;
  readonly tables: ReadonlyMap<string, ClaimTable>;
  /** None where absent. */
  readonly images?: ReadonlyMap<string, TemplateImage>;
  readonly sources: ReadonlyMap<string, Source>;
  /** What the claims were computed from, for `provenance`. */
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** What an earlier edition printed otherwise, for `corrections`. Absent where there was none. */
  readonly corrections?: Corrections | undefined;
  /** Where readers find help, for `helplines`. */
  readonly helplines?: readonly Helpline[];
  /** How figures on the topics of the briefing are to be read where they are records of what was reported, for `method`. */
  readonly readings?: readonly string[];
  /** Categories print as metadata; free words and numbers are not traced, so that the figure audit sees their digits. */
  readonly parameters: Readonly<Record<string, Category | string | number | boolean>>;
}

/** The state of one rendering, as helpers see it. */
export interface Rendering {
  readonly input: TemplateInput;
  readonly runs: readonly TracedRun[];
  /** Those of this document. */
  readonly rows: readonly SharedRow[];
  /** Those of all documents of the template. */
  readonly sharedRows: SharedRows;
  /** Charts whose data table the template places itself. */
  readonly ownTables: ReadonlySet<string>;
  /** Things that the template names and the input lacks, `kind:id` each: reported before the rendering began. */
  readonly missing: ReadonlySet<string>;
  /** Ids of the sources of everything printed so far, in the order of printing. */
  readonly citedSources: ReadonlySet<string>;
  /** Escapes foreign text and wraps it in a traced run. Empty text stays empty. */
  trace(run: TracedRun, text: string): string;
  /** Remembers the markers in what is printed of a figure. */
  noteMarkers(text: string): void;
  /** Writes a row with runs of its own. */
  writeRow(write: () => string): SharedRow;
  /** HTML text that holds the place of a row. */
  placeRow(row: SharedRow): string;
  /** Escapes words of the author's that come from outside the template; their digits are not traced. */
  authored(text: string, position: number): string;
  /** Renders a caption, which is a small template of its own. */
  caption(text: string, file: string): string;
  /** Words of the shipped templates in the language of the briefing, as HTML text. */
  phrase(name: TemplatePhrase): string;
  /** Escapes foreign text that nobody reads, or that holds no figure: an id, an address. */
  attribute(text: string): string;
  /** Ids of the claims and charts printed so far. */
  readonly printed: { readonly figures: ReadonlySet<string>; readonly charts: ReadonlySet<string> };
  /** Markers that stand in place of figures printed so far. */
  readonly markers: ReadonlySet<Marker>;
  /** Remembers that words of a claim are asked for that it does not have. */
  miss(claim: Claim): void;
  /**
   * Renders what may be said only as a whole. Where it asks for words that a claim does not have, or holds nothing, there is
   * no HTML text, but the claims that were missed, and nothing of it was printed or cited.
   */
  tentatively(content: () => string): { readonly html: string } | { readonly missed: readonly Claim[] };
  /** Claims without a figure about which something was left out, and whether something was said in its place. */
  readonly unsaid: ReadonlyMap<Claim, { readonly isReplaced: boolean }>;
  leaveUnsaid(claims: readonly Claim[], how: { readonly isReplaced: boolean }): void;
  /** Remembers that a claim is printed, and what it rests on. */
  cite(claim: Claim): void;
  /** Remembers the sources of what is printed. */
  citeSources(ids: readonly string[]): void;
  /** An id that no other call was given: the one that is wanted, else with a number. */
  uniqueId(wanted: string): string;
  /** Remembers that a chart, or its figures, are printed. */
  showChart(chart: RenderedChart): void;
  /** Reports an error at a position; the same one once. */
  error(details: Pick<Diagnostic, "code" | "message" | "hint">, position: number): void;
}

interface RenderingOptions {
  readonly input: TemplateInput;
  readonly positions: readonly TemplatePosition[];
  readonly ownTables: ReadonlySet<string>;
  readonly sharedRows: SharedRows;
  readonly missing: ReadonlySet<string>;
  readonly caption: Rendering["caption"];
  readonly diagnostics: Diagnostics;
}

export function createRendering({ diagnostics, positions, ...shared }: RenderingOptions): Rendering {
  const runs: TracedRun[] = [];
  /** Those that are written now. */
  let traced = runs;
  const rows: SharedRow[] = [];
  const citedSources = new Set<string>();
  const printed = { figures: new Set<string>(), charts: new Set<string>() };
  const reported = new Set<string>();
  const ids = new Set<string>();
  const markers = new Set<Marker>();
  const unsaid = new Map<Claim, { readonly isReplaced: boolean }>();
  const missed: Claim[] = [];
  const noteMarkers = (text: string): void => {
    for (const marker of markersIn([text])) markers.add(marker);
  };
  const states = [
    remember(citedSources),
    remember(printed.figures),
    remember(printed.charts),
    remember(ids),
    remember(markers),
  ];
  return {
    ...shared,
    runs,
    rows,
    citedSources,
    printed,
    markers,
    unsaid,
    miss: (claim) => void missed.push(claim),
    tentatively(content) {
      const restore = states.map((state) => state());
      const before = missed.length;
      const html = content();
      const found = missed.splice(before);
      if (found.length === 0 && html.replaceAll(leftOut, "").trim() !== "") return { html };
      for (const undo of restore) undo();
      return { missed: found };
    },
    leaveUnsaid(claims, { isReplaced }) {
      for (const claim of claims.filter(({ absence }) => absence !== null)) {
        unsaid.set(claim, { isReplaced: isReplaced && unsaid.get(claim)?.isReplaced !== false });
      }
    },
    trace(run, text) {
      if (run.kind === "claim" || run.kind === "cell") noteMarkers(text);
      if (text === "" && !(run.kind === "claim" && run.gap)) return "";
      const index = traced.push(run) - 1;
      return `${runStart}${index}${markEnd}${Handlebars.escapeExpression(withoutMarks(text))}${runEnd}`;
    },
    writeRow(write) {
      const own: TracedRun[] = [];
      traced = own;
      const html = write();
      traced = runs;
      return { html, runs: own };
    },
    noteMarkers,
    placeRow: (row) => `<!--${rowStart}${rows.push(row) - 1}${markEnd}-->`,
    authored: (text, position) => Handlebars.escapeExpression(markDigits(withoutMarks(text), () => position)),
    phrase: (name) => Handlebars.escapeExpression(shared.input.words.template.phrases[name]),
    attribute: (text) => Handlebars.escapeExpression(withoutMarks(text)),
    cite(claim) {
      printed.figures.add(claim.id);
      for (const source of claim.sources) citedSources.add(source);
    },
    citeSources(ids) {
      for (const id of ids) citedSources.add(id);
    },
    uniqueId(wanted) {
      let id = wanted;
      for (let count = 2; ids.has(id); count += 1) id = `${wanted}-${count}`;
      ids.add(id);
      return id;
    },
    showChart({ id, texts }) {
      printed.charts.add(id);
      for (const text of texts) noteMarkers(text);
    },
    error({ code, message, hint }, position) {
      const key = `${code} ${position} ${message}`;
      if (reported.has(key)) return;
      reported.add(key);
      const source = positions[position];
      diagnostics.error({ code, message, hint, source });
    },
  };
}

/** A function that notes what a set holds, and gives one that takes the set back to it. */
const remember =
  <T>(set: Set<T>) =>
  () => {
    const before = [...set];
    return () => {
      set.clear();
      for (const value of before) set.add(value);
    };
  };
