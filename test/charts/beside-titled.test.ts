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

  test("may be the name of no other measure, whatever words that shares with theirs", () => {
    const others = { otherLabels: ["Offences closed", "Arrests"] };
    expect(titled("Offences closed", others)).toBe("Offences closed");
    expect(titled("Offences, arrests", others)).toBeUndefined();
    expect(titled("Arrests by force", others)).toBe("Arrests");
    // The same measure by another spelling.
    expect(titled("offences", { otherLabels: ["OFFENCES"] })).toBeUndefined();
  });
});
