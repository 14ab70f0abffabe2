import { expect, test } from "vitest";
import { chooseStart } from "../../src/cli/choose-start.ts";
import { isRank } from "../../src/survey/index.ts";
import { guessOf } from "./guess-of.ts";

const areas = ["Kent", "Essex", "Devon", "Surrey", "Dorset", "Norfolk"];
const csv = (head: string, row: (at: number, which: number) => string) =>
  `Area,Domain,${head}\n${["Income", "Crime"].flatMap((domain, which) => areas.map((area, at) => `${area},${domain},${row(at, which)}`)).join("\n")}\n`;

test("ranks that a heading names are no amounts, and a first briefing is of what stands beside them", async () => {
  const { spec, dataset, remarks } = await guessOf(
    csv("Rank average score,Share", (at, which) => `${40 + at * 7 - which * 3 * at},${12 + at * (which + 1)}.5`),
  );
  const [rank] = Object.entries(spec.measures).filter(([, own]) => isRank(own));
  expect(rank?.[1].label).toBe("Rank average score");
  expect(remarks.get(`measures.${rank?.[0]}.statType`)).toMatch(/^Guessed from its name; check\. Ranks:/);
  if (!dataset) throw new Error("The guess does not build.");
  expect(spec.measures[chooseStart(dataset, spec).measure]?.label).toBe("Share");
});

test("a measure that only has the word in it is none", async () => {
  const { spec } = await guessOf(csv("Employees", (at, which) => String(400 + at * 7 - which * at)));
  expect(Object.values(spec.measures).some(isRank)).toBe(false);
});
