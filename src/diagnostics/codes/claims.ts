import { explain } from "./explanation.ts";

/** Of claims and tables that cannot be evaluated, files of claims and proposals, and languages. */
export const claimsCodes = explain({
  "empty-set": {
    meaning: "There is nothing to take a median of.",
    remedy: "Select a set that has members.",
  },
  "invalid-claim": {
    meaning:
      "A claim lacks a part, has an unknown one, or one of the wrong type. Where a module is run, no compiler has looked at it.",
    remedy: "Correct the part that the message names; an editor that checks types shows it as it is typed.",
  },
  "invalid-claims-file": {
    meaning: "A file of claims lacks a field, has an unknown one, or one of the wrong type.",
    remedy: "Correct the field that the message names; `claims.schema.json` lists what there is.",
  },
  "invalid-json": {
    meaning: "A file is not JSON.",
    remedy: "Correct it at the place of the message: mostly a comma or a quotation mark.",
  },
  "invalid-record": {
    meaning: "A record of a briefing is incomplete, or was changed after it was written.",
    remedy: "Give the `.claims.json` that was written beside the briefing, or make it again.",
  },
  "invalid-table": {
    meaning: "A table lacks a part, has an unknown one, or one of the wrong type.",
    remedy: "Correct the part that the message names; an editor that checks types shows it as it is typed.",
  },
  "missing-locale-data": {
    meaning: "Node.js was built without the number and date formats of a language.",
    remedy: "Use a Node.js with full ICU data.",
  },
  "no-time-dimension": {
    meaning: "A claim is about a change, and the dataset has no time dimension.",
    remedy: "Give one of its dimensions the role `time`.",
  },
  "not-among": {
    meaning: "A rank is of a category that is not among those ranked.",
    remedy: "Name one category of that dimension, and one that is nobody's parent.",
  },
  "periods-reversed": {
    meaning: "A change goes to a period that is not later than the one it comes from.",
    remedy: "Swap `from` and `to`.",
  },
  "population-elsewhere": {
    meaning: "The cases and the population of a rate are of different areas.",
    remedy: "Select the same areas in both.",
  },
  "population-missing": {
    meaning: "A rate, or its uncertainty, needs a population and has none.",
    remedy: "Add `population`: the cells that hold it.",
  },
  "uncertainty-needs-counts": {
    meaning: "Uncertainty is asked for of a change in something that is no count.",
    remedy: "Leave `uncertainty` out.",
  },
  "unlike-bars": {
    meaning:
      "A column of a table has bars, and its figures cannot be set against one another on one scale: words, places in an order, several units or measures.",
    remedy: "Leave `bars` out, or give the column figures of one measure and unit.",
  },
  "unconfirmed-part": {
    meaning: "A text does not say a part of the claim that was found in it: its area or its period, say.",
    remedy: "Add that part to the claim.",
  },
  "claim-not-in-text": {
    meaning: "A claim that an article was to be checked for is not found in its text by its words.",
    remedy: "Give the claim the words of the text, as they stand there.",
  },
  "unconfirmed-proposal": {
    meaning: "A proposal in a file of claims is not checked until somebody has confirmed it.",
    remedy: "Complete it and move it to the claims, or delete it.",
  },
  "unreckoned-share": {
    meaning: "A share tells that one count is part of another, and nothing hidden is protected against who knows that.",
    remedy: "Declare it as the hint says: by `sums`, or by a measure of both that is a share.",
  },
  "unit-not-of-kind": {
    meaning: "A claim is stated in a unit that its kind or relation does not have.",
    remedy: "Use the unit, the relation or the kind that the hint names.",
  },
  "unknown-column": {
    meaning: "A table is sorted by something that is not one of its columns.",
    remedy: "Name a column of the table.",
  },
  "unknown-language": {
    meaning: "There are no words in the language that was asked for.",
    remedy: "Use a language that there is, or give the briefing a `language` of your own.",
  },
  "unknown-style": {
    meaning: "There is no number style of that name.",
    remedy: "Use a style that the hint lists.",
  },
  "wrong-kind": {
    meaning: "A claim or a definition uses a measure of the wrong kind, such as a rate where a count is needed.",
    remedy: "Choose another measure, or the kind or mode of claim that the hint names.",
  },
});
