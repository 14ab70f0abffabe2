import type { Verdict } from "./claims.ts";

/** What the markers in tables mean: the symbols of the UK Government Analysis Function. */
export type Marker = "[c]" | "[x]" | "[z]" | "[p]" | "[r]" | "[e]" | "[f]" | "[b]";

/** Words that helpers print, and those of the shipped templates. */
export interface TemplateWords {
  readonly markers: Readonly<Record<Marker, string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** What each verdict says, in a sentence without a stop. */
  readonly verdictMeanings: Readonly<Record<Verdict, string>>;
  /** What to ask of whoever made a claim. */
  readonly questions: Readonly<Record<ClaimQuestion, string>>;
  /** Plain texts, by name: `{{phrase "key-figures"}}`. */
  readonly phrases: Readonly<Record<TemplatePhrase, string>>;
  /** Sentences, headings and captions that hold a claim or an area: small templates, called as partials. */
  readonly sentences: Readonly<Record<TemplateSentence, string>>;
}

/** What a question about a claim is about. */
export type ClaimQuestion =
  | "number"
  | "counted"
  | "area"
  | "period"
  | "base"
  | "publication"
  | "coverage"
  | "degree"
  | "left-out"
  | "cases"
  | "overlap"
  | "same-way"
  | "earlier"
  | "figures"
  | "hidden"
  | "rests-on";

export type TemplatePhrase =
  | "about-the-figures"
  | "areas"
  | "by-area"
  | "chart"
  | "chart-csv"
  | "chart-description"
  | "chart-details"
  | "chart-figures"
  | "computed-from"
  | "contact"
  | "figure"
  | "figures-in-full"
  | "figures-show"
  | "help"
  | "highlighted"
  | "how-computed"
  | "counts-instead"
  | "percent-of-data"
  | "percent-of-rounded"
  | "image-by"
  | "in-detail"
  | "key-figures"
  | "national-overview"
  | "national-picture"
  | "over-time"
  | "provenance"
  | "provenance-table"
  | "provenance-value"
  | "area-profiles"
  | "bulletin"
  | "fact-sheet"
  | "main-points"
  | "next-release"
  | "quality-and-methods"
  | "report"
  | "revisions"
  | "revisions-none"
  | "corrections"
  | "corrections-none"
  | "corrections-caption"
  | "corrections-earlier"
  | "corrections-now"
  | "corrections-why"
  | "corrections-revised"
  | "corrections-provisional"
  | "corrections-worked-out"
  | "corrections-unsaid"
  | "corrections-withheld"
  | "article-as-published"
  | "ask-the-source"
  | "checked-article"
  | "claims-one-by-one"
  | "in-the-data"
  | "not-checked"
  | "claims-together"
  | "why"
  | "published"
  | "regional-briefing"
  | "source"
  | "sources"
  | "summary"
  | "symbols"
  | "this-area";

export type TemplateSentence =
  | "sentence-figures"
  | "sentence-absent"
  | "sentence-change"
  | "sentence-rank"
  | "sentence-median"
  | "heading-comparison"
  | "caption-trend"
  | "caption-breakdown"
  | "caption-ranking";
