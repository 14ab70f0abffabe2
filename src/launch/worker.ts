import { startProgram } from "./start-program.ts";

const { exports, keep } = startProgram<{ readonly firstMade: Promise<void> }>({
  folder: new URL("./", import.meta.url),
  entry: "worker.cjs",
  run: "worker",
});
// A worker is ended when nobody needs it any more, without a word.
await exports.firstMade;
keep();
