import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { affixInTitle } from "../../src/charts/scene-reading/drawn-affixes.ts";
import type { FieldMeaning } from "../../src/charts/scene-reading/field-meaning.ts";
import { createWords, findLanguage } from "../../src/language/index.ts";
import { trials } from "../support/trials.ts";

const words = createWords({ language: findLanguage("en-GB") }).figureAffixes;
const things = ["offences", "children", "women", "pounds", "GBP", "per cent of homes", "schools"];
const label = fc.constantFrom(...things, "Offences of children", "Women in prison", undefined);
const meaning = fc.record({
  unit: fc.constantFrom<FieldMeaning["unit"]>("number", "percent", "percentage"),
  decimals: fc.nat(2),
  additive: fc.boolean(),
  own: fc.subarray(things),
  others: fc.subarray(things),
  label,
  otherLabels: fc.subarray(["Offences", "Children", "Women in prison", "Schools"]),
  addsOver: fc.constant(() => true),
  spanMonths: fc.constantFrom<FieldMeaning["spanMonths"]>(
    () => 12,
    () => 1,
    () => undefined,
  ),
  isSigned: fc.boolean(),
});
const title = fc
  .array(
    fc.constantFrom(
      ...things,
      "Offences",
      "a month",
      "per week",
      "%",
      "(millions)",
      "£m",
      "thousand",
      "in prison",
      "of",
      "Schools",
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(" "));
const saysIn = (text: string, meanings: readonly FieldMeaning[], isOfScale: boolean, by = words) =>
  affixInTitle(text, { meanings, words: by, isOfScale });

describe("what a title says of figures", () => {
  test("property: of several fields it says only what it says of one of them", () => {
    let said = 0;
    fc.assert(
      fc.property(title, fc.array(meaning, { minLength: 1, maxLength: 3 }), fc.boolean(), (text, all, isOfScale) => {
        if (saysIn(text, all, isOfScale) === undefined) return;
        said += 1;
        expect(all.some((each) => saysIn(text, [each], isOfScale) !== undefined)).toBe(true);
      }),
      { numRuns: trials(4000, 1500) },
    );
    expect(said).toBeGreaterThan(100);
  });

  test("property: it says the same whatever was asked before, also of months that differ", () => {
    fc.assert(
      fc.property(title, meaning, fc.boolean(), (text, each, isOfScale) => {
        // Words of their own remember nothing.
        expect(saysIn(text, [each], isOfScale)).toBe(saysIn(text, [each], isOfScale, { ...words }));
      }),
      { numRuns: trials(2000, 800) },
    );
    const yearly: FieldMeaning = {
      unit: "number",
      decimals: 0,
      additive: true,
      own: ["offences"],
      others: [],
      label: "Offences",
      otherLabels: [],
      addsOver: () => true,
      spanMonths: () => 12,
      isSigned: false,
    };
    expect(saysIn("Offences a month", [yearly], true)).toBe("a month");
    expect(saysIn("Offences a month", [{ ...yearly, spanMonths: () => 1 }], true)).toBeUndefined();
  });
});
