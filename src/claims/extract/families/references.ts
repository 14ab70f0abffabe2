import { type Family, spanOf } from "../mention.ts";

/** What is numbered, not counted: `Table 3`, `page 12`, `Section 15A`, `No 10`. */
export const references: Family = {
  pattern:
    /(?<!\p{L})(?:figures?|figs?\.?|tables?|charts?|chapters?|sections?|pages?|pp?\.|parts?|articles?|clauses?|paragraphs?|annexe?s?|appendix|act|no\.?|nos\.?|number|room|unit|junction|channel|group|grade|class|step|question|phase|stage|level|tier|category|version|volume|vol\.?|issue|episode|season|series|route|flight|platform|gate|key stage|year group|world war|form)\s+(?:\d{1,4}(?:\.\d+)*[a-z]?)(?![\p{L}\p{N}%,]|\s?(?:%|per\s?cent))/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "reference" }),
};
