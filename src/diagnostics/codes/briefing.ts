import { explain } from "./explanation.ts";

/** Of briefings as a whole: parameters, names, labels, what is sensitive. */
export const briefingCodes = explain({
  "harmful-words": {
    meaning: "A text uses words that guidelines on the briefing's topic advise against.",
    remedy: "Say what the hint says, unless you quote somebody.",
  },
  "invalid-briefing": {
    meaning:
      "A briefing lacks an option, has an unknown one, or one of the wrong type. Where a module is run, no compiler has looked at it.",
    remedy: "Correct the option that the message names; an editor that checks types shows it as it is typed.",
  },
  "invalid-chart-data": {
    meaning: "The `data` of a chart gives something else than a list of rows.",
    remedy: "Give the rows themselves: `where()` of a dataset, or a list of objects.",
  },
  "invalid-request": {
    meaning: "What a briefing is generated from lacks a part, has an unknown one, or one of the wrong type.",
    remedy: "Correct the part that the message names.",
  },
  "label-says-figure": {
    meaning: "A label that comes with the data, or a label of a definition, says a figure that nobody can trace.",
    remedy: "Give the category or measure a label that is a name.",
  },
  "long-chart-data": {
    meaning: "The figures behind a chart take many pages of a PDF.",
    remedy:
      'Draw fewer lines or periods, or leave the figures to the page, which saves them as a file: `data=false`, or `pages: { chartDetails: "none" }`; `"appendix"` has them at the end.',
  },
  "memory-limit": {
    meaning: "A worker of a batch needed more memory for one briefing than it may; the others were made.",
    remedy: "Draw and print fewer rows, or raise `limits.megabytes` (`--memory-limit`).",
  },
  "misplaced-figure": {
    meaning: "A figure stands beside the name of an area, a period or a measure that it is not of.",
    remedy: "Name the area and the period of each figure where it stands.",
  },
  "missing-parameter": {
    meaning: "A parameter of the briefing is not given.",
    remedy: "Give it: `params` in a program, `--param name=value` in a shell.",
  },
  "name-is-figure": {
    meaning: "A declared name is a figure, or a figure with what it counts.",
    remedy: "Declare names that have a word of their own; use `{{literal}}` for what is no figure of the data.",
  },
  "no-workers": {
    meaning:
      "Workers were asked for, and all briefings of the batch are made in this process, without limits of time and memory.",
    remedy:
      "Give `module`, the address of the module that exports the briefing; keep `worker.js` beside code that is bundled.",
  },
  "small-group-in-area": {
    meaning: "A small count of one group in one area is printed, and people who live there may know who it was.",
    remedy: "Give the dataset a disclosure profile, or print a wider group or area.",
  },
  "sparse-period": {
    meaning: "A word such as `latest` means a period that most areas have no figure for.",
    remedy: "Name a period, or ask for each area's own last one.",
  },
  "time-limit": {
    meaning: "One briefing of a batch took longer than it may, and was given up; the others were made.",
    remedy:
      "Look for a loop without end in functions, templates and charts, or raise `limits.seconds` (`--time-limit`).",
  },
  "unexpected-error": {
    meaning: "One briefing of a batch failed by an error that is no diagnostic; the others were made.",
    remedy: "Make that briefing by itself to see the error; report it if your own code is not its cause.",
  },
  "unknown-attachment": {
    meaning: "A briefing cannot attach a file of that kind.",
    remedy: "Use a kind that the hint lists.",
  },
  "unknown-format": {
    meaning: "A briefing cannot be made in that format.",
    remedy: "Ask for `pdf` or `html`.",
  },
  "unknown-parameter": {
    meaning: "The briefing has no parameter of that name, or none that has categories.",
    remedy: "Correct the name.",
  },
  "unknown-topic": {
    meaning: "There is no topic of that name.",
    remedy: "Correct the name, or give an object with helplines and advice.",
  },
  "unprotected-counts": {
    meaning:
      "A file would carry small counts that the briefing does not print, of a dataset without disclosure control.",
    remedy: "Give the dataset a disclosure profile, or say `publish: true` if all of its cells may be published.",
  },
  "verification-too-large": {
    meaning: "What a file would carry for its verification is too large.",
    remedy: "Print fewer figures in one file, or leave out `verifiable`.",
  },
  "worker-ended": {
    meaning: "The worker that made a briefing of a batch ended by itself; the others were made.",
    remedy: "Look for `process.exit` and for errors that nobody catches in the functions of the briefing.",
  },
  "worker-module": {
    meaning: "The module of a briefing, loaded by a worker, fails, or does not export the briefing that is asked for.",
    remedy:
      "Export the briefing from the module that `module` names, and let the module be the same each time that it is loaded.",
  },
});
