import { describe, expect, test } from "vitest";
import { trials } from "../../support/trials.ts";
import { type PrintedEdition, type Recovered, readEditions } from "./reader-of-editions.ts";
import { publishYear, usual, years } from "./year-of-editions.ts";

/** Whether the last edition still has what was hidden: what it was before it was revised is not kept, so that it cannot be proven. */
const isStill =
  (editions: readonly PrintedEdition[]) =>
  ({ edition, name, truth }: Recovered): boolean => {
    const now = new Set(editions.at(-1)?.map(({ parts }) => parts.join()));
    const own = editions[edition]?.filter((cell) => cell.name === name && cell.truth === truth) ?? [];
    return own.some(({ parts }) => now.has(parts.join()));
  };

describe("a reader of all editions, who knows which figures were revised", () => {
  for (const [name, { options, all, sample }] of Object.entries(years)) {
    test(`works out no small count of ${name}`, async () => {
      let published = 0;
      for (let seed = 1; seed <= trials(all, sample); seed += 1) {
        const { editions } = await publishYear(options, seed, true);
        published += editions.length;
        const found = await readEditions(editions, options.profile.hide);
        expect(options.first ? found.filter(isStill(editions)) : found, `seed ${seed}`).toEqual([]);
      }
      expect(published).toBeGreaterThan((trials(all, sample) * options.months) / 3);
    });
  }

  test("works out many where each edition is protected for itself", async () => {
    const { editions } = await publishYear({ ...usual, months: 6, gaps: 0.3 }, 1, false);
    expect((await readEditions(editions, usual.profile.hide)).length).toBeGreaterThan(3);
  });
});
