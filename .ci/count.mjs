// Adds up the reports of the steps, given as NAME:EXIT-CODE:REPORT, tells what failed once more, since only the end of a
// log of CI may be kept, and ends with `N passed, N failed, N skipped`.
import { existsSync, readFileSync } from "node:fs";

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

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of process.argv.slice(2)) {
  const [name, exitCode, ...path] = step.split(":");
  const file = path.join(":");
  const report = file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const failed = report?.numFailedTests ?? 0;
  total.passed += report?.numPassedTests ?? 0;
  total.failed += failed;
  total.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  for (const failure of report ? failures(report) : []) console.log(`\nFailed in ${name}: ${failure}`);
  const silent = file !== "" && report === undefined;
  if (failed === 0 && (exitCode !== "0" || silent)) {
    console.log(`${name} ended with ${exitCode}${silent ? " and without a report" : ""}.`);
    total.failed++;
  }
}
if (total.passed === 0 && total.failed === 0) {
  console.log("No test ran.");
  process.exitCode = 1;
}
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
