import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const outcomes = ["Fine", "Warning", "Discharge", "Compensation", "Referral"];
/** A block below a line that says nothing of what it is of. */
const block = (size: number) => [
  "Outcomes of courts,,",
  ...outcomes.map((name, at) => `${name},${size * (at + 3) + 11 * at},${size * (at + 2) + 7 * at}`),
];
const csv = (...blocks: readonly (readonly string[])[]) =>
  `Outcome,Girls,Boys\n${blocks.map((rows) => rows.join("\n")).join("\n,,\n")}\n`;

describe("the same rows again, below lines of their own", () => {
  test("are not added up: the first block is read, and the others are told", async () => {
    const { dataset, spec, remarks } = await guessOf(csv(block(900), block(400), block(500)), { title: "Outcomes" });
    expect(spec.layout?.repeatedRows).toBeUndefined();
    const values = dataset?.observations.flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : []));
    expect(Math.max(...(values ?? []))).toBeLessThan(900 * 8);
    expect(remarks.get("layout.lastRow")).toMatch(/the same rows come again, about 2 times/u);
    expect(remarks.get("layout")).toMatch(/20 below the table/u);
  });

  test("with a column that has figures in the later blocks alone: it is no measure", async () => {
    const noted = (rows: readonly string[], figure: string) =>
      rows.map((row) => `${row},${/\d/u.test(row) ? figure : ""}`);
    const blocks = [noted(block(900), ""), noted(block(400), "7")];
    const { spec } = await guessOf(`Outcome,Girls,Boys,\n${blocks.map((rows) => rows.join("\n")).join("\n,,,\n")}\n`);
    expect(spec.layout?.lastRow).toBeDefined();
    expect(JSON.stringify(spec.layout)).not.toContain("#D");
  });

  test("are read as before where a column says of which block each row is", async () => {
    const rows = (year: number) => outcomes.map((name, at) => `${year},${name},${year - 1000 + at * 31}`);
    const { dataset, spec } = await guessOf(
      `Year,Outcome,Cases\n${rows(2020).join("\n")}\n,,\n${rows(2021).join("\n")}\n`,
    );
    expect(spec.layout?.lastRow).toBeUndefined();
    expect(dataset?.observations).toHaveLength(10);
  });

  test("are cases where no line stands between them", async () => {
    const names = [...outcomes, ...outcomes, ...outcomes];
    const { spec } = await guessOf(`Outcome,Cost\n${names.map((name, at) => `${name},${120 + at * 7}`).join("\n")}\n`);
    expect(spec.layout?.lastRow).toBeUndefined();
  });
});
