import { explain } from "../../diagnostics/index.ts";

/** What may be said of a claim beside its verdict. The page of codes is made from here. */
export const issueCodes = explain({
  "area-mismatch": {
    meaning: "The stated number is the figure of an area that holds the one named, or that it holds.",
    remedy: "Name the area that the figure is of.",
  },
  "base-omitted": {
    meaning: "The base of a share is not published, so the share cannot be worked out.",
    remedy: "Name the measure that holds the base, or leave the claim as it is stated.",
  },
  "coverage-unequal": {
    meaning: "What is compared does not cover the same areas, places or rules of counting.",
    remedy: "Compare what covers the same, or say the difference.",
  },
  "degree-not-defined": {
    meaning: 'A word such as "soared" has no definition, so only the direction is judged.',
    remedy: "Use a word with a definition, or state the change as a number.",
  },
  "denominator-mismatch": {
    meaning: "The stated share does not fit the base that is named, and would fit another.",
    remedy: "Name the base that the figure is of.",
  },
  forecast: {
    meaning: "A figure that the claim rests on is a forecast or a projection.",
    remedy: "Say so. How it compares with what came before has not happened, and is not said.",
  },
  "hedge-dropped": {
    meaning: 'The publisher says "at least", and the claim does not.',
    remedy: 'Say "at least".',
  },
  "hedge-too-wide": {
    meaning: 'A hedge such as "more than" makes the claim true, but it is far from the figure.',
    remedy: "State a number that is nearer.",
  },
  "lower-bound": {
    meaning: "A figure that the claim rests on is a least number: some cases are not in it.",
    remedy: 'Say "at least".',
  },
  "not-significant": {
    meaning: "The change is within what chance would give.",
    remedy: "Do not call it a rise or a fall, or say that it may be chance.",
  },
  "overlapping-categories": {
    meaning: "One case may fall into several categories, so their figures cannot be added up.",
    remedy: "Use the figure that the publisher gives for all of them, or one category.",
  },
  "partial-period": {
    meaning: "A figure that the claim rests on covers only a part of its period.",
    remedy: "Use a whole period, or say which part.",
  },
  "percent-of-share": {
    meaning: "A change of a share is stated in per cent, where percentage points may be meant.",
    remedy: 'Say "percentage points" where they are.',
  },
  "period-ambiguous": {
    meaning: "The claim does not say which period well enough: it is true of one reading and not of another.",
    remedy: "Name the period.",
  },
  "period-mismatch": {
    meaning: "The stated number is the figure of another period than the one named.",
    remedy: "Name the period that the figure is of.",
  },
  "periods-differ": {
    meaning: "The population of a rate, or the base of a share, is of another period than its cases.",
    remedy: "Select both of one period, or say the period of each.",
  },
  provisional: {
    meaning: "A figure that the claim rests on is provisional, estimated or revised.",
    remedy: "Say so, and check again when it is final.",
  },
  rounded: {
    meaning: "The claim rests on figures that their publisher rounded.",
    remedy: "Nothing: the note says so, and figures are printed no more exactly than they are known.",
  },
  "running-total": {
    meaning:
      "A figure that the claim rests on is a running total: all up to the end of its period, and not what happened in it.",
    remedy: "Nothing: the note says so. For what happened in a period, give the differences as a measure of their own.",
  },
  "series-break": {
    meaning: "What was counted, or how, changed between the periods.",
    remedy: "Compare periods on one side of the break, or say it.",
  },
  "short-series": {
    meaning: "Too few periods are compared for a trend or a record.",
    remedy: "Compare more of them, or say the two figures.",
  },
  "small-base": {
    meaning: "A percentage or a ratio is of a small count.",
    remedy: "Give the counts: they say more.",
  },
  "sparse-period": {
    meaning: "A word such as `latest` means a period that most areas have no figure for.",
    remedy: "Name a period, or ask for each area's own last one.",
  },
  "tied-record": {
    meaning: "A record equals an earlier one.",
    remedy: 'Say "the joint highest".',
  },
  "unit-mismatch": {
    meaning: "The claim is true in another unit than the one it is stated in: per cent for percentage points, say.",
    remedy: "State it in the unit of the figure.",
  },
  "vintage-conflict": {
    meaning: "Publications disagree about a figure that the claim rests on.",
    remedy: "Say which publication it is from.",
  },
  "without-figure": {
    meaning: "Some of those that are compared have no figure, and are left out.",
    remedy: "Say of how many the claim is.",
  },
});

/** What keeps a claim from being judged or supported, by a name for programs. */
export type IssueCode = keyof typeof issueCodes;
