import { describe, expect, test } from "vitest";
import { timeLimit, trials } from "../../support/trials.ts";
import { publishAtRandom, type RandomEditions, type RandomOptions } from "./random-editions.ts";
import { type Recovered, readEditions } from "./reader-of-editions.ts";

const hide = { from: 1, to: 4 };
const exact = { hide };

const worlds: Readonly<Record<string, RandomOptions>> = {
  "with figures that are revised": { profiles: [exact] },
  "with areas that come and go": { profiles: [exact], moving: 0.2 },
  "with areas that go into others": { profiles: [exact], moving: 0.2, merging: true },
  "with another rule each time": { profiles: [exact, { hide, roundTo: 5 }, { hide, roundTo: 3 }], moving: 0.2 },
  "with rows of regions that come and go": { profiles: [exact], moving: 0.1, regions: "rows" },
  "with regions that are redrawn and given up": { profiles: [exact], moving: 0.1, regions: "definitions" },
  "with a sum of measures that comes and goes": { profiles: [exact], sums: true },
  "with areas that have other names": { profiles: [exact], renaming: 0.15 },
  "with areas that are divided": { profiles: [exact], dividing: true },
  "with regions that some definitions do not tell of": { profiles: [exact], regions: "undeclared" },
  "with editions that are not protected": { profiles: [exact, { hide, roundTo: 3 }], moving: 0.1, open: 0.4 },
  "with thresholds that change": { profiles: [exact, { hide: { from: 1, to: 2 } }, { hide: { from: 1, to: 7 } }] },
};

/**
 * Whether a count is what it was, of the area that it was of: what a hidden count was that is revised, or that another has gone into, is not
 * kept, so that it cannot be proven.
 */
const isStill =
  ({ editions }: RandomEditions) =>
  ({ edition, name }: Recovered): boolean => {
    const own = editions.flatMap((cells) => cells.filter((cell) => cell.name === name));
    const parts = editions[edition]?.find((cell) => cell.name === name)?.parts ?? [];
    return !own.some((cell) => cell.parts.join() !== parts.join());
  };

/** Whether no edition showed what it comes to. */
const isSecret =
  ({ editions }: RandomEditions) =>
  ({ edition, name }: Recovered): boolean => {
    const parts = editions[edition]?.find((cell) => cell.name === name)?.parts ?? [];
    const all = editions.flat().filter((cell) => cell.parts.join() === parts.join());
    return !all.some(({ shown }) => shown && shown[0] === shown[1]);
  };

describe("a reader of all editions of a small table", () => {
  const all = { published: 0, refused: 0 };
  for (const [name, options] of Object.entries(worlds)) {
    test(`works out no small count ${name}`, { timeout: timeLimit(120_000) }, async () => {
      let [published, refused, known] = [0, 0, 0];
      for (let seed = 1; seed <= trials(options.sums ? 60 : 500, options.sums ? 1 : 3); seed += 1) {
        const made = await publishAtRandom(options, seed);
        published += made.editions.length;
        refused += made.refused.length;
        const found = (await readEditions(made.editions, hide)).filter(isSecret(made));
        known += found.length;
        expect(found.filter(isStill(made)), `seed ${seed}: ${made.story.join("\n")}`).toEqual([]);
      }
      expect(known).toBeLessThanOrEqual(Math.max(2, published / 100));
      all.published += published;
      all.refused += refused;
    });
  }

  test("has most of them to read", () => {
    expect(all.published).toBeGreaterThan(all.refused);
  });
});
