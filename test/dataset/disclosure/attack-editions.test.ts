import { describe, expect, test } from "vitest";
import { timeLimit, trials } from "../../support/trials.ts";
import { readEditions } from "./reader-of-editions.ts";
import { publishYear, usual, years } from "./year-of-editions.ts";

describe("a reader of all editions, who knows which figures were revised", () => {
  for (const [name, { options, all, sample }] of Object.entries(years)) {
    test(`works out no small count of ${name}`, { timeout: timeLimit(120_000) }, async () => {
      let published = 0;
      for (let seed = 1; seed <= trials(all, sample); seed += 1) {
        const { editions } = await publishYear(options, seed, true);
        published += editions.length;
        expect(await readEditions(editions, options.profile.hide), `seed ${seed}`).toEqual([]);
      }
      expect(published).toBeGreaterThan((trials(all, sample) * options.months) / 3);
    });
  }

  test("works out many where each edition is protected for itself", { timeout: timeLimit(60_000) }, async () => {
    const { editions } = await publishYear({ ...usual, months: 6, gaps: 0.3 }, 1, false);
    expect((await readEditions(editions, usual.profile.hide)).length).toBeGreaterThan(3);
  });
});
