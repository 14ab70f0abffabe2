import fc from "fast-check";
import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

/** What columns may be called: alike but for their letters, as words that code or definitions use, or with signs of patterns. */
const headings =
  "Area|area|AREA|Areas|Area code|Area name|Code|Year|year|Period|Measure|measure|Value|Source|Vintage|At|From|To|State|Among|Rounding|Total|All|Sex|Age|Group|Group 2|Rate|Rate (%)|Rate %|Count|count|Number|{area}|{measure}|constructor|toString|__proto__|hasOwnProperty|1|2019|2020|2019/20|Ärea|a b|a-b|a_b".split(
    "|",
  );
/** What cells may be called: as headings, or alike but for spaces, case, accents and signs. */
const names =
  'Kent|kent|KENT|K ent|Ként|Kènt|Ként|Këñt|Kent.|Kent -|St. Ives|St Ives|St-Ives|st ives|Total|total|All|all|All areas|Other|N/A|-|c|*|Not stated|constructor|toString|__proto__|{area}|E06000001|E06000002|E10000016|1|01|2019|Male|Female|Persons|M|F|Kent total|Kent (all)|Essex [1]|Essex 1|Essex|England|Wales|North|North East|  |"'.split(
    "|",
  );

const table = fc
  .record({
    keys: fc.uniqueArray(fc.constantFrom(...headings), { minLength: 1, maxLength: 3 }),
    figures: fc.uniqueArray(fc.constantFrom(...headings), { minLength: 1, maxLength: 3 }),
    rows: fc.array(fc.array(fc.constantFrom(...names), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 10,
    }),
    counts: fc.array(fc.integer({ min: 10, max: 900 }), { minLength: 30, maxLength: 30 }),
  })
  .filter(({ keys, figures }) => !keys.some((key) => figures.includes(key)));

const counts = [18, 83, 12, 841, 383, 194, 346, 402, 573, 66, 717, 125];

/** Tables that were read by no guess. */
const onceRefused = [
  // Another column is called as the areas are labelled.
  {
    keys: ["Area", "year"],
    figures: ["constructor"],
    rows: [
      ["F", "Këñt"],
      ["E10000016", "Ként"],
      ["Kent", "all"],
      ["Kent", "F"],
      ["North", "Kent"],
      ["*", "All areas"],
    ],
    counts,
  },
  // Any object has these names.
  {
    keys: ["Area", "constructor"],
    figures: ["Count"],
    rows: [
      ["Kent", "M"],
      ["Essex", "F"],
      ["Wales", "F"],
    ],
    counts,
  },
  {
    keys: ["Area", "toString"],
    figures: ["Value"],
    rows: [
      ["{area}", "total"],
      ["Total", "  "],
      ["-", "kent"],
      ["{area}", "Kent total"],
      ["Other", "Kent."],
      ["Persons", "all"],
    ],
    counts,
  },
  // Two names make one id.
  {
    keys: ["Area", "Code"],
    figures: ["Value"],
    rows: [
      ["North", "KENT"],
      ["-", "M"],
      ["-", "Male"],
      ["Essex", "F"],
      ["-", "England"],
      ["Other", "Ként"],
      ["N/A", "1"],
      ["2019", "st ives"],
      ["M", "F"],
    ],
    counts,
  },
];

const quoted = (text: string): string => (/["]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Where all headings are numbers, none may be found. */
function noTable(error: unknown): undefined {
  if (!(error instanceof Error) || error.message !== "There is no table.") throw error;
}

test("whatever columns and cells are called, what is guessed of a table can be read", async () => {
  await fc.assert(
    fc.asyncProperty(table, async ({ keys, figures, rows, counts }) => {
      const lines = [
        [...keys, ...figures],
        ...rows.map((row, at) => [
          ...keys.map((_, index) => row[index] ?? ""),
          ...figures.map((_, index) => `${counts[(at * 3 + index) % counts.length]}`),
        ]),
      ];
      const csv = `${lines.map((line) => line.map(quoted).join(",")).join("\n")}\n`;
      const guess = await guessOf(csv).catch(noTable);
      if (!guess) return;
      const { spec, problems } = guess;
      expect(problems?.message, csv).toBeUndefined();
      const read = readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "figures" });
      await expect(read, csv).resolves.toBeDefined();
    }),
    { numRuns: trials(600, 60), examples: onceRefused.map((table) => [table]) },
  );
});
