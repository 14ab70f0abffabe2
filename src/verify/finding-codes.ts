import { explain } from "../diagnostics/index.ts";

const keepAsIs = "Do not rely on the file: ask whoever published it for the original.";

/** Findings that contradict a file. */
export const contradictionCodes = explain({
  "alternative-differs": {
    meaning: "A text alternative is another than the record has.",
    remedy: keepAsIs,
  },
  "attachment-differs": {
    meaning: "An attached file is missing, or was changed.",
    remedy: keepAsIs,
  },
  "chart-differs": {
    meaning: "A chart shows another text than its record says, or its rows are not those of the data.",
    remedy: keepAsIs,
  },
  "data-changed": {
    meaning: "The data that the file carries is not the data whose hash it carries.",
    remedy: keepAsIs,
  },
  exchanged: {
    meaning: "In a folder, a file has the name of another file's content.",
    remedy: "Give the files their names back.",
  },
  "figure-differs": {
    meaning: "The file shows another text at a place than its record says.",
    remedy: keepAsIs,
  },
  "figure-missing": {
    meaning: "A text that the record has is nowhere in the file.",
    remedy: keepAsIs,
  },
  "figure-of-another": {
    meaning: "A text that stands for a claim or a cell says a figure that it does not have.",
    remedy: keepAsIs,
  },
  "figure-unrecorded": {
    meaning: "The file shows a figure that the record does not have.",
    remedy: keepAsIs,
  },
  "order-differs": {
    meaning: "Texts stand in another order than they were written.",
    remedy: keepAsIs,
  },
  "page-missing": {
    meaning: "The file has fewer or more pages than it was written with.",
    remedy: keepAsIs,
  },
  "record-differs": {
    meaning: "The record says another figure than the data gives.",
    remedy: keepAsIs,
  },
});

/** Findings that leave something open. */
export const openCodes = explain({
  "not-recomputed": {
    meaning: "The file is in a language of its author's own, so its figures were not computed again.",
    remedy: "Its texts are compared with its record all the same; ask for the data to check the rest.",
  },
  "not-verifiable": {
    meaning: "The file carries nothing to check.",
    remedy: "Make it with `verifiable`, or ask for one that was.",
  },
  "other-version": {
    meaning: "The file was made by another version of the program.",
    remedy: "Verify it with the version that made it.",
  },
  "saved-again": {
    meaning: "The file was saved again by other software, or changed outside of its figures.",
    remedy: "Ask for the original.",
  },
  "too-much-work": {
    meaning: "To compute the file's figures again would take longer than a stranger's file may ask for.",
    remedy: "Do not rely on it: no briefing needs so many cells.",
  },
  unreadable: {
    meaning: "The file, or what it carries for its verification, cannot be read.",
    remedy: "Ask for the file again.",
  },
});

/** What was found in a file, by a name for programs: a contradiction, or what keeps it from being checked. */
export type VerificationFindingCode = keyof typeof contradictionCodes | keyof typeof openCodes;
