import { type Family, spanOf } from "../mention.ts";

/** `record numbers`, `a record high`, `the highest since 2014`, `the highest ever`, `an all-time low`. To record is no record. */
export const records: Family = {
  pattern:
    /(?<!\p{L})(?:(?<!to\s|police\s|forces?\s|not\s|we\s|they\s)(?:an?\s+)?(?:new\s+)?record\s+(?<record>high|low|numbers?|levels?|figures?|totals?|rates?|amounts?|years?|(?:\p{L}+\s)?(?:of\s)?\d)|(?<extreme>highest|lowest|worst|largest|smallest)(?:\s+(?:number|figure|level|rate|total|year|count))?(?:\s+(?:since|ever|on\s+record|yet|recorded|in\s+(?:its|their)\s+history))|(?:an?\s+)?all[-\s]time\s+(?<all>high|low))(?!\p{L})/giu,
  read(match) {
    const { record, extreme, all } = match.groups ?? {};
    // "Record 274" is a verb or a headline: the number is read by itself.
    if (record !== undefined && /\d$/.test(record)) return undefined;
    const lowest = /low|smallest/i.test(record ?? extreme ?? all ?? "");
    const end = match[0].toLowerCase().endsWith("since") ? match[0].length - "since".length : match[0].length;
    const words = match[0].slice(0, end).trimEnd();
    return {
      ...spanOf(match),
      end: match.index + words.length,
      kind: "record",
      extreme: lowest ? "lowest" : "highest",
    };
  },
};
