import { describe, expect, test } from "vitest";
import { timeLimit, trials } from "../../support/trials.ts";
import { readEditions } from "./reader-of-editions.ts";
import { publishYear, type YearOptions } from "./year-of-editions.ts";

const usual: YearOptions = {
  months: 12,
  regions: [0, 0, 0, 1, 1, 1],
  rates: [2, 6, 12, 3, 9, 15],
  late: 0.05,
  withdrawn: 0,
  profile: { hide: { from: 1, to: 4 } },
};

const years: Readonly<
  Record<string, { readonly options: YearOptions; readonly all: number; readonly sample: number }>
> = {
  "a year, a month at a time, with late records": { options: usual, all: 20, sample: 1 },
  "with many late records and some withdrawn": {
    options: { ...usual, months: 6, late: 0.2, withdrawn: 0.1 },
    all: 30,
    sample: 2,
  },
  "with late records where there were none": {
    options: { ...usual, months: 5, rates: [0.5, 3, 8, 1, 6, 9], late: 0.15 },
    all: 30,
    sample: 1,
  },
  "with the year so far beside its months": { options: { ...usual, months: 4, year: true }, all: 10, sample: 1 },
  "with rows of totals that come and go": { options: { ...usual, months: 6, gaps: 0.3 }, all: 30, sample: 2 },
  "with areas that go and come again": {
    options: { ...usual, months: 3, regions: [0, 0, 0, 0], rates: [3, 4, 8, 3], late: 0, moving: 0.2 },
    all: 100,
    sample: 8,
  },
  "with figures that are rounded": {
    options: { ...usual, months: 5, profile: { hide: { from: 1, to: 4 }, roundTo: 3 } },
    all: 20,
    sample: 1,
  },
};

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
