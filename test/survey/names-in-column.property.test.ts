import fc from "fast-check";
import { expect, it } from "vitest";
import { splitName } from "../../src/survey/sums/totals-of-some.ts";

/** Names as tables have them: words, some with remarks in brackets that are closed. */
const word = fc.stringMatching(/^[A-Za-z]{1,8}$/u);
const name = fc
  .tuple(word, fc.array(fc.tuple(word, fc.boolean()), { maxLength: 3 }))
  .map(([first, others]) =>
    [first, ...others.map(([next, inner]) => (inner ? `(${next} (${first}))` : `(${next})`))].join(" "),
  );

it("knows a name and its group again, whichever brackets they have of their own", () => {
  fc.assert(
    fc.property(name, name, (text, group) => {
      expect(splitName(`${text} (${group})`)).toEqual({ text, group });
    }),
  );
});

it("takes a name without brackets at its end for one in no group", () => {
  for (const text of ["Tractor", "Tractor (", "Tractor)", "(Total)", "Tractor(Total)", "a) b)"])
    expect(splitName(text), text).toEqual({ text, group: "" });
});
