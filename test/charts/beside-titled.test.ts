import { describe, expect, test } from "vitest";
import { affixInTitle } from "../../src/charts/scene-reading/drawn-affixes.ts";
import type { FieldMeaning } from "../../src/charts/scene-reading/field-meaning.ts";
import { findLanguage } from "../../src/language/index.ts";

const { figureAffixes: words } = findLanguage("en");
const meaning = (changed: Partial<FieldMeaning> = {}): FieldMeaning => ({
  unit: "number",
  decimals: 0,
  additive: true,
  isSigned: false,
  own: ["offences", "Offences"],
  others: [],
  label: "Offences",
  otherLabels: [],
  addsOver: () => true,
  spanMonths: () => undefined,
  ...changed,
});
const titled = (title: string, changed?: Partial<FieldMeaning>, isOfScale = true) =>
  affixInTitle(title, { meanings: [meaning(changed)], words, isOfScale });

describe("a title over figures", () => {
  test("has their currency, and no other", () => {
    expect(titled("Offences (£)")).toBe("£");
    expect(titled("Cost (£)", { own: ["pounds", "£ a year"], label: "Cost" })).toBeUndefined();
    expect(titled("Cost (€)", { own: ["pounds", "£ a year"], label: "Cost" })).toBe("€");
  });

  test.each<[title: string, changed: Partial<FieldMeaning>, told: string | undefined]>([
    ["Offences", {}, undefined],
    ["Offences (%)", {}, "%"],
    ["Share of all (%)", { unit: "percent" }, undefined],
    ["Share of all (%)", { unit: "percentage-points" }, undefined],
    ["Offences in millions", {}, "millions"],
    ["Millions of offences", {}, "millions"],
    ["Offences in millions", { own: ["millions of offences"] }, undefined],
    ["Offences (m)", {}, "m"],
    ["Offences m", {}, undefined],
    ["Children", {}, "children"],
    ["Children", { own: ["offences", "children"] }, undefined],
    ["Children and offences", {}, undefined],
    ["Referrals", { others: ["referrals"] }, "referrals"],
    ["Referrals", { others: ["referrals"], label: undefined }, undefined],
  ])("%s of %j says %s", (title, changed, told) => {
    expect(titled(title, changed)).toBe(told);
  });

  test("of the chart may speak of what else it likes, but for another unit or measure", () => {
    const ofChart = (title: string, changed?: Partial<FieldMeaning>) => titled(title, changed, false);
    expect(ofChart("Children", { others: ["children"] })).toBeUndefined();
    expect(ofChart("Children in millions")).toBe("millions");
    expect(ofChart("Arrests", { otherLabels: ["Arrests"] })).toBe("Arrests");
  });

  test("may say a span of time that is no shorter than the periods of its figures, or in their name", () => {
    const over = (months: number | undefined) => ({ spanMonths: () => months });
    expect(titled("Offences a month", over(12))).toBe("a month");
    expect(titled("Offences, weekly", over(12))).toBe("weekly");
    expect(titled("Offences a month", over(1))).toBeUndefined();
    expect(titled("Offences a month", over(undefined))).toBeUndefined();
    expect(titled("Offences a month", { ...over(12), own: ["offences a month"] })).toBeUndefined();
    expect(titled("Offences a month", over(12), false)).toBeUndefined();
  });

  test("of a number of rows is none that their figures have", () => {
    const rows = { label: undefined, own: [], otherLabels: ["Offences", "offence", "offences"] };
    expect(titled("Offences", rows)).toBe("Offences");
    expect(titled("Number of forces", rows)).toBeUndefined();
    expect(titled("Forces by offences", rows)).toBeUndefined();
  });

  test("may be the name of no other measure, whatever words that shares with theirs", () => {
    const others = { otherLabels: ["Offences closed", "Arrests"] };
    expect(titled("Offences closed", others)).toBe("Offences closed");
    expect(titled("Offences, arrests", others)).toBeUndefined();
    expect(titled("Arrests by force", others)).toBe("Arrests");
    // The same measure by another spelling.
    expect(titled("offences", { otherLabels: ["OFFENCES"] })).toBeUndefined();
  });
});
