import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { completeGuess, guessDefinition, surveyTable } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
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

test("of a long table with few different cells, each is looked at, and not each row many times", async () => {
  const rows = Array.from(
    { length: 6_000 },
    (_, at) => `Area ${at % 20},${2000 + (at % 15)},${at % 2 ? "Women" : "Men"},Age group ${at % 7},${50 + (at % 90)}`,
  );
  const [sheet] = await readSheets(lines("Area,Year,Sex,Age group,Referrals", ...rows), {
    file: "figures.csv",
    diagnostics: createDiagnostics(),
  });
  const calls = await countCalls(async () => sheet && surveyTable(sheet), "survey");
  expect(calls / rows.length).toBeLessThan(60);
});

test("what readers see of data is worked out once", async () => {
  const rows = Array.from({ length: 12 }, (_, at) => {
    const [all, some] = [40 + at * 13, at === 4 ? 3 : 12 + at * 3];
    return `Area ${String.fromCharCode(65 + at)},${all},${some},${((100 * some) / all).toFixed(1)}`;
  });
  const csv = lines("Area,Referrals,Referrals of girls,% of girls", ...rows);
  const [sheet] = await readSheets(csv, { file: "figures.csv", diagnostics: createDiagnostics() });
  const found = sheet && surveyTable(sheet);
  if (!found) throw new Error("There is no table.");
  let reads = 0;
  const data = () => {
    reads += 1;
    return { csv, file: "figures.csv" };
  };
  const guess = await completeGuess(guessDefinition(found, "Figures"), data);
  const hidden = guess.shown?.observations.filter(({ cell }) => cell.state === "suppressed");
  // By the first guess, as readers see it, and to say what becomes of each number.
  expect({ reads, isHidden: hidden !== undefined && hidden.length > 0 }).toEqual({ reads: 3, isHidden: true });
});
