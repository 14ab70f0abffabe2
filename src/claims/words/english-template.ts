import type { DocumentWords, TemplateWords } from "./language.ts";

export const documentWords: DocumentWords = {
  contents: "Contents",
  notes: "Notes",
  noteReference: (note) => `Note ${note}`,
  backToText: (note, use, uses) =>
    uses > 1 ? `Back to reference ${use} of note ${note}` : `Back to reference of note ${note}`,
  record: "What the briefing prints, and where each figure comes from",
  page: { before: "Page ", between: " of " },
};

export const templateWords: TemplateWords = {
  markers: {
    "[c]": "not shown, to protect the people counted",
    "[x]": "not available",
    "[z]": "not applicable",
    "[p]": "provisional",
    "[r]": "revised",
    "[e]": "estimated",
    "[b]": "break in the series",
  },
  verdicts: {
    supported: "Supported",
    refuted: "Refuted",
    "not-enough-evidence": "Not enough evidence",
    "conflicting-evidence": "Conflicting evidence",
    "not-checkable": "Not checkable",
  },
  phrases: {
    "about-the-figures": "About the figures",
    "all-areas": "All areas, from highest to lowest",
    "areas-differ": "How areas differ",
    chart: "Chart",
    "chart-description": "Description of the chart",
    "chart-details": "Description of this chart, and the figures behind it",
    "chart-figures": "Figures behind this chart",
    "computed-from": "Computed from",
    contact: "Contact:",
    figure: "Figure",
    "figures-show": "What the figures show",
    help: "Where to find help",
    highlighted: "highlighted",
    "how-computed":
      "Every figure in this briefing is computed from the published data listed below. Percentages are worked out from unrounded figures. Where a percentage change would mislead because the numbers are small, the numbers are given instead.",
    "how-recorded":
      "Recorded figures show what was reported and recorded. A change can reflect more harm, more reporting, better recording, or all of these.",
    "in-detail": "What lies behind it",
    "key-figures": "Key figures",
    "national-detail": "The national figure in detail",
    "national-overview": "National overview",
    "national-picture": "The national picture",
    "national-trend": "The national figure over time",
    "over-time": "How the figure has changed",
    provenance: "Where each figure comes from",
    "provenance-table": "Printed figures, and the published ones behind them",
    published: "Published",
    "regional-briefing": "Regional briefing",
    source: "Source",
    sources: "Sources",
    summary: "Summary",
    symbols: "Symbols",
    "this-area": "this area",
  },
  sentences: {
    "sentence-figures":
      'Figures for {{period "total"}} show {{claim "total"}}{{place "total"}}{{#if (has claim="rise")}}, {{claim "rise"}}{{/if}}.',
    "sentence-change":
      'The figure {{change "rise"}}{{place "rise"}} ({{period "rise"}}).{{note "rise"}}{{#if (has claim="record")}} It is {{claim "record"}}.{{note "record"}}{{/if}}',
    "sentence-national-change":
      'The national figure {{change "rise"}} ({{period "rise"}}).{{note "rise"}}{{#if (has claim="record")}} It is {{claim "record"}}.{{note "record"}}{{/if}}',
    "sentence-rank":
      'On this measure {{area.inText}} is {{claim "rank"}}.{{note "rank"}}{{#if (has claim="comparison")}} That is {{claim "comparison"}}.{{note "comparison"}}{{/if}}',
    "sentence-median": 'The figures of the areas lie around {{claim "median"}}.{{note "median"}}',
    "heading-comparison": "How {{area.inText}} compares",
    "caption-trend": "{{area.label}} over time",
    "caption-breakdown": "{{area.label}} in detail",
    "caption-ranking": "{{area.label}} among all areas",
  },
};
