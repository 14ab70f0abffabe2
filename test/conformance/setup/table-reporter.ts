import { relative } from "node:path";
import type { Reporter, TestCase, TestModule } from "vitest/node";

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const total = "all";

/** Ends the run with a table: a row for each check, a column for each example, in the cells how many files passed. */
export class TableReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const rows = new Map<string, Map<string, Tally>>();
    const columns = new Set<string>();
    const reasons = new Set<string>();
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const column = columnOf(test);
      columns.add(column);
      const row = rows.get(test.name) ?? new Map<string, Tally>();
      rows.set(test.name, row);
      const result = test.result();
      if (result.state === "skipped" && result.note) reasons.add(result.note);
      for (const key of [column, total]) count(row, key, result.state);
    }
    const names = [...columns, total];
    const lines = [...rows].map(([check, row]) => [check, ...names.map((name) => cell(row.get(name)))]);
    console.log(`\n${layOut([["", ...names], ...lines])}\n`);
    for (const reason of reasons) console.log(`Skipped: ${reason}`);
  }
}

/** The example that a test is about: the first folder in the name of its suite, which is a file. */
function columnOf(test: TestCase): string {
  const { parent } = test;
  const name = parent.type === "suite" ? parent.name : relative(process.cwd(), test.module.moduleId);
  return name.includes("/") ? (name.split("/")[0] ?? "") : "itself";
}

function count(row: Map<string, Tally>, key: string, state: "passed" | "failed" | "skipped" | "pending"): void {
  const tally = row.get(key) ?? { passed: 0, failed: 0, skipped: 0 };
  tally[state === "pending" ? "failed" : state]++;
  row.set(key, tally);
}

function cell(tally: Tally | undefined): string {
  if (!tally) return "";
  const { passed, failed, skipped } = tally;
  if (failed > 0) return `${failed} of ${passed + failed} FAILED`;
  return passed > 0 ? `${passed} ok` : `${skipped} skipped`;
}

function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((text, index) => (index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
