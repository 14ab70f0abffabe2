import fc from "fast-check";
import { expect, test } from "vitest";
import { trials } from "../support/trials.ts";
import { faultsOf } from "./faults-of-guess.ts";
import { anyField, tellOf } from "./publication.ts";
import { csvOf } from "./written-publication.ts";

test("a first guess of a table as offices publish it says what the table says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.record(anyField), async (publication) => {
      expect(await faultsOf(publication), csvOf(publication, tellOf(publication))).toEqual([]);
    }),
    { numRuns: trials(600, 120) },
  );
});
