import { type Family, spanOf } from "../mention.ts";

/** What is numbered, not counted: `Table 3`, `page 12`, `Section 15A`, `No 10`. */
export const references: Family = {
  pattern:
    /(?<!\p{L})(?:figures?|figs?\.?|tables?|charts?|chapters?|sections?|pages?|pp?\.|parts?|articles?|clauses?|paragraphs?|annexe?s?|appendix|act|no\.?|nos\.?|number|room|court|unit|junction|channel|group|grades?|class|step|question|phase|stage|level|tier|category|version|volume|vol\.?|issue|episode|season|series|route|flight|platform|gate|key stage|year group|world war|form|attainment|progress|type)\s+(?:\d{1,4}(?:\.\d+)*[a-z]?(?:(?<=grades?\s.{1,12})(?:(?:,\s|\s(?:and|or|to)\s|\s?[–-]\s?)\d)+)?)(?![\p{L}\p{N}%,]|\s?(?:%|per\s?cent))/giu,
  read: (match) => ({ ...spanOf(match), kind: "not-a-statistic", what: "reference" }),
};
