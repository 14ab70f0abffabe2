import type { DocumentWords } from "../contract/document.ts";
import type { TemplateWords } from "../contract/template.ts";
import type { Numbers } from "../numbers/numbers.ts";
import { exact } from "../numbers/rational.ts";

export function documentWords({ decimal }: Numbers): DocumentWords {
  const counted = (count: number): string => decimal(exact(count), 0);
  return {
    contents: "Contents",
    notes: "Notes",
    noteReference: (note) => `Note ${note}`,
    backToText: (note) => `Back to reference of note ${note}`,
    skip: "Skip to the content",
    chartAppendix: "The charts in words and figures",
    record: "What the briefing prints, and where each figure comes from",
    verification: "What the figures of this file can be worked out from again",
    trail: {
      heading: "Where the figures come from",
      introduction:
        "Each figure as it is printed, and the cells of the data that it was worked out from, as they were published. Figures are rounded once, last, half up.",
      source: "source",
      reference: (entry) => `Source of these figures, entry ${entry}`,
      back: "Back to the text",
      backToText: (entry, use, uses) =>
        uses > 1 ? `Back to the text, place ${use} of entry ${entry}` : `Back to the text of entry ${entry}`,
      sets: "Sets of cells",
      inSet: (set) => `cells of set ${set}`,
      set: (set, cells) => `Set ${set}, ${cells === 1 ? "1 cell" : `${counted(cells)} cells`}`,
      unrounded: (figure) => `before rounding: ${figure}`,
    },
    index: {
      briefings: (count) => (count === 1 ? "1 briefing" : `${counted(count)} briefings`),
      columns: {
        briefing: "Briefing",
        files: "Files",
        keyFigures: "Key figures",
        gaps: "Figures not shown",
        remarks: "Remarks",
      },
      none: "none",
      hidden: (count) => `${counted(count)} hidden to protect people`,
      missing: (count) => `${counted(count)} not available`,
      pdf: (pages) => `PDF, ${pages === 1 ? "1 page" : `${counted(pages)} pages`}`,
      html: "Web page",
      notMade: "Not made",
      earlier: "From an earlier run",
      warnings: (count) => (count === 1 ? "1 warning" : `${counted(count)} warnings`),
    },
    page: { before: "Page ", between: " of " },
  };
}

const absentOf = '{{place "total"}}{{#known}} ({{period "total"}}){{/known}}';

const changeAndRecord =
  '{{change "rise"}}{{#known}} ({{period "rise"}}){{/known}}.{{note "rise"}} {{/known}}{{#known claim="record"}}{{#known claim="rise"}}It{{else}}The figure{{place "record"}}{{/known}} is {{claim "record"}}.{{note "record"}}{{/known}}';

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
    areas: "Figures by area",
    "by-area": "Area by area",
    chart: "Chart",
    "chart-csv": "Save these figures as CSV",
    "chart-description": "Description of the chart",
    "chart-details": "Description of this chart, and the figures behind it",
    "chart-figures": "Figures behind this chart",
    contact: "Contact:",
    figure: "Figure",
    "figures-show": "What the figures show",
    help: "Where to find help",
    highlighted: "highlighted",
    "how-computed": "Every figure in this briefing is computed from the data of the sources named.",
    "counts-instead":
      "Where a percentage change would mislead because the numbers are small, the numbers are given instead.",
    "percent-of-data": "Percentages are worked out from the figures in the data, and rounded last.",
    "percent-of-rounded": "Percentages are worked out from counts that are rounded, to protect people.",
    "image-by": "Photo:",
    "in-detail": "In detail",
    "key-figures": "Key figures",
    "national-detail": "The national figure in detail",
    "national-overview": "National overview",
    "national-picture": "The national picture",
    "national-trend": "The national figure over time",
    "over-time": "Over time",
    provenance: "Where each figure comes from",
    "computed-from": "Computed from",
    "provenance-value": "Value",
    "figures-in-full": "The figures in full",
    "provenance-table": "Printed figures, and those in the data behind them",
    "area-profiles": "The areas, one by one",
    bulletin: "Statistical bulletin",
    "fact-sheet": "Fact sheet",
    "main-points": "Main points",
    "next-release": "Next release:",
    "quality-and-methods": "Quality and methods",
    report: "Report",
    revisions: "Provisional and revised figures",
    "revisions-none": "Their sources call none of these figures provisional, estimated or revised.",
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
      '{{#known claim="standing"}}{{lead "standing"}}: {{claim "total"}}{{subject "total"}}.{{else}}{{#known}}Figures for {{area "total"}}{{else}}The figures{{/known}}{{#known}} ({{period "total"}}){{/known}} show {{claim "total"}}{{subject "total"}}{{#known claim="rise"}}, {{claim "rise"}}{{/known}}.{{/known}}',
    "sentence-absent": `{{#if (eq (absence "total") "suppressed")}}The figure${absentOf} is withheld, to protect the people counted.{{else}}{{#if (eq (absence "total") "conflict")}}Publications disagree on the figure${absentOf}, so none is given here.{{else}}The data hold no figure${absentOf}.{{/if}}{{/if}}`,
    "sentence-change": `{{#known claim="trend"}}{{sentence "trend"}}.{{note "trend"}}{{else}}{{#known claim="rise"}}The figure{{place "rise"}} ${changeAndRecord}{{/known}}`,
    "sentence-national-change": `{{#known claim="trend"}}{{sentence "trend"}}.{{note "trend"}}{{else}}{{#known claim="rise"}}The national figure ${changeAndRecord}{{/known}}`,
    "sentence-rank":
      '{{#known claim="standing"}}{{sentence "standing"}}.{{note "standing"}}{{else}}{{#known claim="rank"}}The figure{{place "rank"}} is {{claim "rank"}}.{{note "rank"}} {{/known}}{{#known claim="comparison"}}{{#known claim="rank"}}That{{else}}The figure{{place "comparison"}}{{/known}} is {{claim "comparison"}}.{{note "comparison"}}{{/known}}{{/known}}',
    "sentence-median": 'The figure in the middle is {{claim "median"}}.{{note "median"}}',
    "heading-comparison": "Area by area",
    "caption-trend": "{{area.label}} over time",
    "caption-breakdown": "{{area.label}} in detail",
    "caption-ranking": "Figures by area",
  },
};
