import { expect, test } from "vitest";
import { createClaimEvaluator, evaluateClaims, rate } from "../../src/claims/index.ts";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";

async function labelOf(label: string, unit: string) {
  const dataset = await readDataset(
    defineDataset({
      title: "Deprivation",
      dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
      measures: { n: { label, unit: { one: unit, other: unit }, statType: "quantity" } },
      sources: { s: { title: "Deprivation", publisher: "Council", kind: "official-statistics" } },
    }),
    { rows: [{ area: "Kent", year: "2024", n: 99 }] },
    { id: "deprivation" },
  );
  const claims = { it: rate(dataset, { measure: "n", area: "Kent", year: "2024" }) };
  return evaluateClaims(claims, createClaimEvaluator(new Map([["deprivation", dataset]]))).get("it")?.words.label;
}

test("below a figure in large stands its measure where a remark stands for its unit, unless the name has a number", async () => {
  expect(await labelOf("Income rank", "(rank)")).toBe("Income rank");
  expect(await labelOf("Income rank", "(unit not stated)")).toBe("Income rank");
  expect(await labelOf("Income rank", "points")).toBe("points");
  expect(await labelOf("Rank (1 is most deprived)", "(rank)")).toBe("(rank)");
});
