import { expect, test } from "vitest";
import { countCalls } from "../support/count-calls.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;

test("a long list of names is looked through in one go", async () => {
  const callsOf = (count: number) => {
    const rows = Array.from({ length: count }, (_, at) => `Item ${at} and ${at * 7}x,${at}.5`);
    return countCalls(() => guessOf(lines("Item,Amount spent (£)", ...rows)));
  };
  // Each with each, sixteen times as many.
  expect((await callsOf(4_000)) / (await callsOf(1_000))).toBeLessThan(6);
});

test("where there are more figures than a first build protects, those of the first measures are read", async () => {
  const headings = Array.from(
    { length: 40 },
    (_, at) => `Votes for list ${String.fromCharCode(65 + (at % 26))}${at > 25 ? "x" : ""}`,
  );
  const rows = Array.from(
    { length: 3100 },
    (_, row) => `Ward ${row}k,${headings.map((_, at) => ((row + 3) * (at + 7) * 7919) % 97).join(",")}`,
  );
  const { spec, remarks } = await guessOf(lines(`Ward,${headings.join(",")}`, ...rows));
  expect(Object.keys(spec.measures)).toHaveLength(32);
  expect(remarks.get("layout.ignore")).toContain("8 of 40 measures are left out at first");
});
