/**
 * `npm test`: builds, checks types and lints side by side, since each of them keeps one core busy, then runs the tests, which use all
 * cores; without declarations, which the types and `test/package/api-report.test.ts` stand for, and without the long tests
 * (`npm run test:long`). What is said comes step by step, in this order. The tests run although a check failed; the exit code tells of both.
 *
 *   npm test                        everything
 *   npm test -- --reporter=verbose  options are vitest's
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { withoutLongTests } from "./long-tests.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const steps = ["build:code", "typecheck", "lint"].map((name) => ({
  name,
  done: run("npm", ["run", "--silent", name]),
}));
const failed = [];
for (const { name, done } of steps) {
  const { status, output } = await done;
  process.stdout.write(output);
  if (status !== 0) failed.push(name);
}
if (failed.includes("build:code")) {
  console.error("The build failed: no test was run.");
  process.exit(1);
}
const tests = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--config",
  ".config/vitest.config.ts",
  ...withoutLongTests,
  ...process.argv.slice(2),
];
const { status } = await run(process.execPath, tests, "inherit");
if (status !== 0) failed.push("vitest");
if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** What a program says, once it has ended; `inherit`: as it says it. */
function run(command, args, stdio = "pipe") {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", stdio, stdio], shell: process.platform === "win32" });
    const parts = [];
    child.stdout?.on("data", (part) => parts.push(part));
    child.stderr?.on("data", (part) => parts.push(part));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output: Buffer.concat(parts) }));
  });
}
