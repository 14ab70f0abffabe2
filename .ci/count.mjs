// Adds up the reports of the steps, given as NAME:EXIT-CODE:REPORT, and ends with `N passed, N failed, N skipped`.
import { existsSync, readFileSync } from "node:fs";

const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of process.argv.slice(2)) {
  const [name, exitCode, ...path] = step.split(":");
  const file = path.join(":");
  const report = file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const failed = report?.numFailedTests ?? 0;
  total.passed += report?.numPassedTests ?? 0;
  total.failed += failed;
  total.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const silent = file !== "" && report === undefined;
  if (failed === 0 && (exitCode !== "0" || silent)) {
    console.error(`${name} ended with ${exitCode}${silent ? " and without a report" : ""}.`);
    total.failed++;
  }
}
if (total.passed === 0 && total.failed === 0) {
  console.error("No test ran.");
  process.exitCode = 1;
}
if (total.failed > 0) process.exitCode = 1;
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
