/**
 * `npm test`: builds, checks types and lints side by side, since each of them keeps one core busy, and runs the tests as soon as they
 * have what was built: the types take longest, and would leave a core idle. Without declarations, which the types stand for, and
 * without the long tests (`npm run test:long`), of which `test/package/api-report.test.ts` compares what each door declares. What the checks say comes after the
 * tests. The exit code tells of all.
 *
 *   npm test                        everything
 *   npm test -- --reporter=verbose  options are vitest's
 *   npm test -- --without-parts     without the files of which it tries a part: for CI, where the long tests follow
 */
import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { longTests, triedInPart, without } from "./long-tests.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const isWithoutParts = process.argv.includes("--without-parts");
const options = process.argv.slice(2).filter((option) => option !== "--without-parts");
const [build, ...checks] = ["build:code", "typecheck", "lint"].map((name) => ({
  name,
  done: run("npm", ["run", "--silent", name], { isInNoHurry: name !== "build:code" }),
}));
const failed = [];
const isBuilt = await told(build);
const tests = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--config",
  ".config/vitest.config.ts",
  ...(options.some((option) => option.startsWith("--reporter")) ? [] : ["--reporter=default"]),
  "--reporter=./.config/seconds-by-room.mjs",
  ...without(isWithoutParts ? [...longTests, ...triedInPart()] : longTests),
  ...options,
];
if (isBuilt) {
  const { status } = await run(process.execPath, tests, { stdio: "inherit" });
  if (status !== 0) failed.push("vitest");
} else console.error("The build failed: no test was run.");
for (const check of checks) await told(check);
if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** Says what a step said, and whether it went well. */
async function told({ name, done }) {
  const { status, output } = await done;
  process.stdout.write(output);
  if (status !== 0) failed.push(name);
  return status === 0;
}

/** What a program says, once it has ended; `inherit`: as it says it. What is in no hurry takes what the others leave of the cores. */
function run(command, args, { stdio = "pipe", isInNoHurry = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", stdio, stdio], shell: process.platform === "win32" });
    if (isInNoHurry && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const parts = [];
    child.stdout?.on("data", (part) => parts.push(part));
    child.stderr?.on("data", (part) => parts.push(part));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output: Buffer.concat(parts) }));
  });
}
