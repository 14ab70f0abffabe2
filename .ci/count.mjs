// Adds up the reports of the steps, given as NAME:EXIT-CODE:SECONDS:PROCESSOR-SECONDS:REPORT after the folder of their logs, tells what took long and what
// failed once more, since only the end of a log of CI may be kept, and ends with `N passed, N failed, N skipped`.
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/** The tests and files of a report that failed, each with the first lines of what it said. */
function failures({ testResults = [] }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === "failed");
    if (tests.length === 0) return message ? [`${name}\n${beginning(message)}`] : [];
    return tests.map(
      ({ fullName, failureMessages }) => `${name}: ${fullName}\n${beginning(failureMessages.join("\n"))}`,
    );
  });
}

const beginning = (message) => message.split("\n").slice(0, 12).join("\n").slice(0, 2_000);

/** What a step printed that ended badly without a failed test: vitest's errors outside of tests, and the end, where checks say theirs. */
function lastWords(log) {
  if (!existsSync(log)) return "";
  const lines = stripVTControlCharacters(readFileSync(log, "utf8")).split("\n");
  const outside = lines.findIndex((line) => line.includes("Unhandled Error"));
  const errors = outside < 0 ? [] : lines.slice(outside, outside + 40);
  return [...errors, "…", ...lines.slice(-60)].map((line) => line.slice(0, 300)).join("\n");
}

/** Test files of which so many are named, the dearest first. */
const named = 12;

/** How long each file of a report took, in seconds. */
const dearest = ({ testResults = [] }) =>
  testResults.map(({ name, startTime, endTime }) => [relative(process.cwd(), name), (endTime - startTime) / 1000]);

const total = { passed: 0, failed: 0, skipped: 0 };
const [times, files] = [[], []];
const [logs, ...steps] = process.argv.slice(2);
for (const step of steps) {
  const [name, exitCode, seconds, busy, ...path] = step.split(":");
  times.push(`${name} ${seconds} s (${(busy / Math.max(1, seconds)).toFixed(1)} processors busy)`);
  const file = path.join(":");
  const report = file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  if (report) files.push(...dearest(report));
  const failed = report?.numFailedTests ?? 0;
  total.passed += report?.numPassedTests ?? 0;
  total.failed += failed;
  total.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  for (const failure of report ? failures(report) : []) console.log(`\nFailed in ${name}: ${failure}`);
  const silent = file !== "" && report === undefined;
  if (failed === 0 && (exitCode !== "0" || silent)) {
    console.log(`${name} ended with ${exitCode}${silent ? " and without a report" : ""}.`);
    console.log(lastWords(join(logs, `${name}.log`)));
    total.failed++;
  }
}
const slowest = files.toSorted(([, a], [, b]) => b - a).slice(0, named);
console.log(
  `\n${times.join(", ")}. Of files: ${slowest.map(([name, took]) => `${name} ${took.toFixed(0)} s`).join(", ")}.`,
);
if (total.passed === 0 && total.failed === 0) {
  console.log("No test ran.");
  process.exitCode = 1;
}
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
