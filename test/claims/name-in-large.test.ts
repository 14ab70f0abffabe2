import { expect, test } from "vitest";
import { createClaimEvaluator, evaluateClaims, rate } from "../../src/claims/index.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";

async function wordsOf(label: string, unit: string) {
  const dataset = await readDataset(
    defineDataset({
      title: "Deprivation",
      dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
      measures: { n: { label, unit: { one: unit, other: unit }, statType: "quantity", decimals: 0 } },
      sources: { s: { title: "Deprivation", publisher: "Council", kind: "official-statistics" } },
    }),
    { rows: [{ area: "Kent", year: "2024", n: 99 }] },
    { id: "deprivation" },
  );
  const claims = { it: rate(dataset, { measure: "n", area: "Kent", year: "2024" }) };
  return evaluateClaims(claims, createClaimEvaluator(new Map([["deprivation", dataset]]))).get("it")?.words;
}

test("below a figure in large stands its measure where a remark stands for its unit, unless the name has a number", async () => {
  expect((await wordsOf("Income rank", "(rank)"))?.label).toBe("Income rank");
  expect((await wordsOf("Income rank", "(unit not stated)"))?.label).toBe("Income rank");
  expect((await wordsOf("Income rank", "points"))?.label).toBe("points");
  expect((await wordsOf("Rank (1 is most deprived)", "(rank)"))?.label).toBe("(rank)");
});

test("and before it where it is the first thing said", async () => {
  expect((await wordsOf("Share", "(unit not stated)"))?.lead).toBe("Share: 99 (unit not stated)");
  expect((await wordsOf("Cocaine (T40.5)", "(unit not stated)"))?.lead).toBe("99 (unit not stated)");
  expect((await wordsOf("Share", "points"))?.lead).toBe("Ninety-nine points");
});
