import { expect, test } from "vitest";
import { publishAtRandom, worlds } from "./random-editions.ts";
import type { PrintedEdition } from "./reader-of-editions.ts";
import { publishYear, years } from "./year-of-editions.ts";

/*
 * What is hidden of one edition after another, and what is refused: neither more, which would tell readers less than it may,
 * nor less. What stands in expected/ is reviewed as a change that users see.
 */

const hiddenIn = (edition: PrintedEdition): string =>
  edition
    .filter(({ shown }) => !shown)
    .map(({ name }) => name.replaceAll(" ", "-"))
    .join(" ") || "none";

test("the same editions have the same cells hidden", async () => {
  const lines: string[] = [];
  for (const [name, options] of Object.entries(worlds)) {
    lines.push(name);
    for (let seed = 1; seed <= 4; seed += 1) {
      const { editions, refused } = await publishAtRandom(options, seed);
      lines.push(`  ${seed}: ${editions.map(hiddenIn).join(", ")}${refused.map((code) => `; ${code}`).join("")}`);
    }
  }
  for (const [name, { options }] of Object.entries(years)) {
    const { editions, refused } = await publishYear({ ...options, months: Math.min(3, options.months) }, 3, true);
    lines.push(name, `  ${editions.map(hiddenIn).join(", ")}; ${refused} refused`);
  }
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("expected/editions.txt");
});
