import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const outcomes = ["Fine", "Warning", "Discharge", "Compensation", "Referral"];
/** A block with lines of two levels, of which the upper one says what it is of. */
const block = (title: string, size: number) => {
  const rows = outcomes.map((name, at) => `${name},${size * (at + 3) + 11 * at},${size * (at + 2) + 7 * at}`);
  return [`${title},,`, ",,", "Before court,,", ...rows.slice(0, 2), ",,", "In court,,", ...rows.slice(2)];
};
const csv = (...blocks: readonly (readonly string[])[]) =>
  `Outcome,Girls,Boys\n${blocks.map((rows) => rows.join("\n")).join("\n,,\n")}\n`;

describe("the same rows again, below lines of their own", () => {
  test("are not added up: the first block is read, and the others are told", async () => {
    const { dataset, spec, remarks } = await guessOf(
      csv(block("The nation", 900), block("The East", 400), block("The West", 500)),
      { title: "Outcomes" },
    );
    expect(spec.layout?.repeatedRows).toBeUndefined();
    const values = dataset?.observations.flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : []));
    expect(Math.max(...(values ?? []))).toBeLessThan(900 * 8);
    expect(remarks.get("layout.lastRow")).toMatch(/the same rows come again, about 2 times/u);
    expect(remarks.get("layout")).toMatch(/20 below the table/u);
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
