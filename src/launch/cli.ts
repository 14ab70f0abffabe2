#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { flagsOfRun, isBatch } from "./flags-of-run.ts";
import { startProgram } from "./start-program.ts";
import { growYoungGeneration } from "./young-generation.ts";

const argv = process.argv.slice(2);
const flags = [...flagsOfRun(argv), ...(isBatch(argv) ? growYoungGeneration() : [])];
const set = () => {
  for (const flag of flags) setFlagsFromString(flag.set);
};
set();
const { exports, keep } = startProgram<{ readonly main: (argv: readonly string[]) => Promise<void> }>({
  folder: new URL("./program/", import.meta.url),
  entry: "cli.cjs",
  // A command, and which options it is given.
  run: argv
    .filter((word, index) => index === 0 || word.startsWith("-"))
    .map((word) => word.replace(/=.*/s, ""))
    .join(" ")
    .slice(0, 200),
  withoutFlags(load) {
    for (const flag of flags) setFlagsFromString(flag.reset);
    try {
      return load();
    } finally {
      set();
    }
  },
});
await exports.main(argv);
keep();
