/**
 * The tests of the rooms that were touched since the last commit, for a look while at work: no build, of each property as many
 * cases as fit into a fifth of a second, and of the dearest tests those that were touched themselves.
 *
 *   npm run test:quick                      rooms of files that git sees as changed or new
 *   npm run test:quick -- claims language   these rooms
 *
 * What needs the built package (`test/cli`, `test/package`) is left to `npm test`. Exit codes are vitest's.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dearTests, longTests, without } from "./long-tests.mjs";

const needBuild = new Set(["cli", "package", "conformance", "bench", "tools"]);
const testsSeparately = new Map([["templates", ["template", "briefing"]]]);

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const known = readdirSync("test").filter((room) => !needBuild.has(room) && !room.includes("."));
const named = process.argv.slice(2);
const unknown = named.filter((room) => !known.includes(room));
if (unknown.length > 0) {
  console.error(`There are no quick tests of ${unknown.join(", ")}. Name some of: ${known.join(", ")}.`);
  process.exit(2);
}
const files = changedFiles();
const rooms = named.length > 0 ? named : touched().filter((room) => known.includes(room));
if (rooms.length === 0) {
  console.log("No room with quick tests was touched. Name some: npm run test:quick -- claims language");
  process.exit();
}
const leftOut = dearTests.filter((file) => rooms.includes(file.split("/")[1]) && !files.includes(file));
console.log(`Testing ${rooms.join(", ")}.${leftOut.length > 0 ? ` Left to npm test: ${leftOut.join(", ")}.` : ""}`);
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--config",
    ".config/vitest.config.ts",
    ...without([...longTests, ...leftOut]),
    ...rooms.map((room) => `test/${room}/`),
  ],
  { stdio: "inherit", env: { ...process.env, FC_TIME_LIMIT: "200" } },
);
process.exit(status ?? 1);

/** What differs from the last commit. */
function changedFiles() {
  const changed = execFileSync("git", ["status", "--porcelain", "--untracked-files=all", "--no-renames"], {
    encoding: "utf8",
  });
  return changed.split("\n").map((line) => line.slice(3).replaceAll('"', ""));
}

/** Rooms of `src/` and `test/` in which it does. */
function touched() {
  const found = files.flatMap((file) => {
    const [folder = "", room = ""] = file.split("/");
    return ["src", "test"].includes(folder) ? [room] : (testsSeparately.get(folder) ?? []);
  });
  return [...new Set(found)].sort();
}
