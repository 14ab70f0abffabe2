import { explain } from "./explanation.ts";

/** Of the command line, and the files that it reads and writes. */
export const cliCodes = explain({
  "invalid-option": {
    meaning: "Options contradict each other, or one has a value that it cannot have.",
    remedy: "Correct the option; `briefwright help` lists them.",
  },
  "lost-files": {
    meaning: "Files that were written are no longer there at the end of the run.",
    remedy: "Find out what removed them, and run it again.",
  },
  "missing-datasets": {
    meaning: "There is data, and nothing that says what its columns mean.",
    remedy: "Add `--datasets` with a claims.json, or a module that exports claims.",
  },
  "missing-package": {
    meaning: "An optional package is needed that is not installed.",
    remedy: "Install it with the command in the hint.",
  },
  "pdf-limit": {
    meaning:
      "With `--time-limit` or `--memory-limit` of `briefwright pdf`: making the PDF took more time or memory than it may.",
    remedy: "Look for a paragraph or a table that is far too long, or raise the limit.",
  },
  "plan-limit": {
    meaning: "With `--isolate`: reading, protecting and planning took more time or memory than it may.",
    remedy:
      "Look for a loop without end, or for what eats memory, in the module and its data functions; or raise `--plan-limit` or `--memory-limit`.",
  },
  "module-failed": {
    meaning: "Your module cannot be loaded, or its code throws an error.",
    remedy: "Correct it at the file and line of the message.",
  },
  "name-collision": {
    meaning: "Two briefings would be written to one file.",
    remedy: "Change the ids, or give `--name` a pattern that tells them apart.",
  },
  "no-figures": {
    meaning: "No briefing that was built has a single figure: all that it would print is hidden or not available.",
    remedy: "Look at what the claims select; if cells that the data leaves out are zero, say `absent` of the measure.",
  },
  "no-headings": {
    meaning: "A file of data holds numbers, and no row of it was found to be their headings.",
    remedy: "Write one row of headings right above the first row of figures, a name over each column.",
  },
  "no-records": {
    meaning: "A folder holds no records of briefings.",
    remedy: "Name a folder that `briefwright build` wrote.",
  },
  "nothing-to-verify": {
    meaning: "A folder holds no PDF and no HTML page.",
    remedy: "Name a folder that `briefwright build --verifiable` wrote.",
  },
  "only-gaps": {
    meaning: "All figures that a briefing's claims and tables would print are hidden or not available.",
    remedy: "Leave that area out, put areas together, or say `absent` of the measure where rows are left out for zero.",
  },
  "invalid-store": {
    meaning: "The address of a store of files is none that is known.",
    remedy: "Name a folder, or a bucket as `s3://bucket/prefix`.",
  },
  "store-unavailable": {
    meaning: "A store of files does not answer, or refuses what it is asked for.",
    remedy:
      "Check its address, its bucket and what the credentials may do; work that a queue was given is tried again.",
  },
  "store-without-conditions": {
    meaning: "A store of files writes without regard to `If-None-Match` and `If-Match`.",
    remedy: "Use a server that knows them: without, two workers could undo each other's work.",
  },
  "queue-unavailable": {
    meaning: "Redis, which keeps the jobs of a queue, does not answer or refuses.",
    remedy: "Check its address, its password, and that it runs. Workers go on when it is back.",
  },
  "no-worker": {
    meaning: "Areas wait in a queue, and for ten seconds no worker has been there that takes them.",
    remedy: "Start a worker with the same module, stores and queue; what is enqueued stays.",
  },
  "queue-shared": {
    meaning: "A queue has areas of another work store than its worker has.",
    remedy:
      "Give each set of briefings a `--queue` of its own; or give the worker the `--work` that they were enqueued with.",
  },
  "queue-differs": {
    meaning: "A worker takes areas of another queue than the plan in its work store was enqueued to.",
    remedy: "Give the worker the `--queue` that the briefings were enqueued with.",
  },
  "output-differs": {
    meaning: "A worker would write briefings of a plan into another place than the plan's own.",
    remedy: "Give the worker the `--out` that the briefings were enqueued with.",
  },
  "queue-evicts": {
    meaning: "The Redis of a queue throws keys out when its memory is full.",
    remedy: "Set its `maxmemory-policy` to `noeviction`.",
  },
  "queue-forgot": {
    meaning: "Redis lost areas that a queue had given it; they were given again.",
    remedy: "Have it write what it is told to its disk: `appendonly yes`, `appendfsync always`.",
  },
  "store-slow": {
    meaning: "A store of files took longer than five seconds to answer.",
    remedy:
      "Look at the store and at the network between; `briefwright_store_seconds` of the worker's numbers says how slow it is.",
  },
  "area-given-on": {
    meaning:
      "An area of a queue was given to another worker: the one that was at it said nothing for longer than `--patience`, or Redis forgot its job.",
    remedy: "Nothing is lost. If it happens often, look at the memory and the load of workers, or raise `--patience`.",
  },
  "clock-differs": {
    meaning: "The clock of a worker's machine is more than a minute ahead of or behind that of Redis.",
    remedy: "Set it by a time server.",
  },
  "unreadable-plan": {
    meaning: "A worker of a queue cannot read the plan, the data or the areas that it was given.",
    remedy: "Give workers the work store that the briefings were enqueued with, or enqueue them again.",
  },
  "worker-differs": {
    meaning: "A worker of a queue has another version, another module or other files than the plan was made with.",
    remedy: "Give all machines the same package and files; until then its areas are left to other workers.",
  },
  "too-many-failures": {
    meaning: "A run stopped before all briefings were made, since as many failed as `--max-failures` says.",
    remedy: "Correct why they failed and run it again, or raise the number.",
  },
  "unreadable-image": {
    meaning: "An image of an HTML file cannot be opened, or is no image.",
    remedy: "Check its address, which is relative to the file.",
  },
  "unwritable-file": {
    meaning: "A file cannot be written.",
    remedy: "Check its folder, who may write there, and the room on the disk.",
  },
  "edition-not-named": {
    meaning:
      "A folder is written into that holds another edition of protected data, and `--previous` does not name it: with `--shard` or `--strict` an error.",
    remedy: "Name it with `--previous`, or remove the folder if nobody has seen what is in it.",
  },
  "folder-in-use": {
    meaning: "Another run, or a queue's workers, write into the folder: their files would be mixed.",
    remedy:
      "Wait for its end, or write into another folder. The lock of a run that was killed is taken over by the next; a plan in a queue by `enqueue --replace`.",
  },
  "folder-of-another": {
    meaning: "The manifest of a folder is of another module's briefings, which this run would remove.",
    remedy: "Write into another folder, or remove the manifest.",
  },
  "invalid-manifest": {
    meaning: "The `manifest.json` of a folder is none of briefings.",
    remedy: "Write into another folder, or move the file away.",
  },
  "unwritable-cache": {
    meaning: "What was made cannot be remembered for the next run, which makes all of it again.",
    remedy: "Name a folder that can be written to: `XDG_CACHE_HOME=/var/cache/briefings`.",
  },
  "wrong-module": {
    meaning: "A module does not export what the command needs.",
    remedy: "End it with `export default defineBriefing(…)` or `defineClaims(…)`, or use the command in the hint.",
  },
});
