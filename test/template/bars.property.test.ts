import fc from "fast-check";
import { expect, test } from "vitest";
import { barHtml, barScale } from "../../src/template/helpers/bars.ts";
import { trials } from "../support/trials.ts";

test("every bar begins within its room, also that of the lowest figure below zero", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 2, maxLength: 12 }),
      (values) => {
        const scale = barScale(values);
        for (const value of values)
          expect(barHtml(value, scale)).toMatch(
            /^<span class="bar" aria-hidden="true">(?:<span style="width:[\d.]+%;margin-left:[\d.]+%"><\/span>)?<\/span>$/,
          );
      },
    ),
    { numRuns: trials(2000, 500) },
  );
});
