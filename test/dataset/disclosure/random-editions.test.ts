import { describe, expect, test } from "vitest";
import { inPart, someOf, trials } from "../../support/trials.ts";
import { publishAtRandom, type RandomEditions, type RandomOptions, worlds } from "./random-editions.ts";
import { type Recovered, readEditions } from "./reader-of-editions.ts";

const hide = { from: 1, to: 4 };

const tried = someOf(Object.entries(worlds), inPart(Object.keys(worlds).length, 4));

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

/** Series that gave a count away once, each for another reason. */
const once: readonly (readonly [name: string, seed: number])[] = [
  ["with areas that go into others", 24],
  ["with areas whose other names are declared", 110],
  ["with another rule each time", 694],
  ["with another rule each time", 926],
  ["with areas that are divided", 839],
  ["with another rule each time", 5073],
  ["with another rule each time", 5276],
  ["with regions that are redrawn and given up", 2069],
  ["with areas that have other names", 5038],
  ["with another rule each time", 8100],
  ["with another rule each time", 9031],
  ["with other names after editions that are not protected", 8071],
  ["with other names after editions that are not protected", 9013],
  ["with other names after editions that are not protected", 9089],
  ["with areas that are divided, and another rule each time", 9033],
  ["with areas that are divided, and another rule each time", 9050],
  ["with areas that are divided, and another rule each time", 9095],
  ["with areas that have other names", 40079],
];

test("a reader of rounded editions holds the truth possible", async () => {
  const options = worlds["with another rule each time, and a sum of measures that comes and goes"] as RandomOptions;
  const made = await publishAtRandom(options, 40_051);
  expect(await readEditions(made.editions, hide), made.story.join("\n")).toEqual([]);
});

test.each(once)("a reader of all editions works out no small count %s, as of seed %i", async (name, seed) => {
  const made = await publishAtRandom(worlds[name] as RandomOptions, seed);
  expect((await readEditions(made.editions, hide)).filter(isSecret(made)), made.story.join("\n")).toEqual([]);
});

describe("a reader of all editions of a small table", () => {
  const all = { published: 0, refused: 0 };
  for (const [name, options] of tried) {
    test(`works out no small count ${name}`, async () => {
      let [published, refused, known] = [0, 0, 0];
      for (let seed = 1; seed <= trials(options.sums ? 60 : 500, options.sums ? 1 : inPart(2, 1)); seed += 1) {
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
