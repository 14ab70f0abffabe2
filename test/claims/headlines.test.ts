import { describe, expect, test } from "vitest";
import { change, createClaimEvaluator, evaluateClaims, standing, trend } from "../../src/claims/index.ts";
import { defineDataset, type MeasureSpec, readDataset } from "../../src/dataset/index.ts";
import { createWords, englishWords, findLanguage } from "../../src/language/index.ts";

const areas = ["Kent", "Essex", "Dorset", "Devon", "Norfolk"] as const;

/** What headlines say of Kent, whose figures go from 6.7 to 8.8 (of counts, 67 to 88), the highest. */
async function headlines(measure: Measure, words = englishWords()) {
  const dataset = await datasetOf(measure);
  const of = { measure: "n", area: "Kent" } as const;
  const claims = {
    trend: trend(dataset, { ...of, from: "2023", to: "2024" }),
    standing: standing(dataset, { ...of, year: "2024", among: "area" }),
  };
  const found = evaluateClaims(claims, createClaimEvaluator(new Map([["figures", dataset]]), words));
  return [found.get("trend")?.words.lead, found.get("standing")?.words.lead];
}

type Measure = Pick<MeasureSpec, "label" | "statType"> & Partial<MeasureSpec>;

async function datasetOf(measure: Measure) {
  const unit = measure.statType === "count" ? 10 : 1;
  return readDataset(
    defineDataset({
      title: "Figures by area",
      dimensions: { area: { role: "area", label: "Area", plural: "areas" }, year: { role: "time", label: "Year" } },
      measures: { n: { unit: { one: "%", other: "%" }, decimals: unit === 1 ? 1 : 0, ...measure } },
      sources: { s: { title: "Figures", publisher: "Council", kind: "official-statistics" } },
    }),
    {
      rows: areas.flatMap((area, index) => [
        { area, year: "2023", n: (Math.round(67 - 10 * index) * unit) / 10 },
        { area, year: "2024", n: (Math.round(88 - 10 * index) * unit) / 10 },
      ]),
    },
    { id: "figures" },
  );
}

describe("a headline says of what a figure is", () => {
  test.each([
    ["Unemployment rate", "rate", "Kent's unemployment rate was the highest"],
    ["Unemployment Rate, %", "rate", "Kent's unemployment rate was the highest"],
    ["Unemployment (%)", "rate", "Kent's rate of unemployment was the highest"],
    ["Suicides per 100,000 people", "rate", "Kent's rate of suicides was the highest"],
    ["Women sent to prison per 100,000 women", "rate", "Kent's rate of women sent to prison was the highest"],
    ["Packs per person", "rate", "Kent's packs per person were the highest"],
    ["Recorded offences", "count", "Kent's number of recorded offences was the highest"],
    ["Number of deaths in prison", "count", "Kent's number of deaths in prison was the highest"],
    ["Population", "count", "Kent's population was the highest"],
    ["Pupils absent", "share", "The share of pupils absent for Kent was the highest"],
    ["Percentage of pupils absent", "share", "The percentage of pupils absent for Kent was the highest"],
    ["Turnout", "share", "Kent's turnout was the highest"],
    ["Life expectancy", "mean", "Kent's life expectancy was the highest"],
    ["Weekly earnings", "mean", "Kent's weekly earnings were the highest"],
    ["GDP per head", "quantity", "Kent's GDP per head was the highest"],
    ["Welsh speakers", "share", "The share of Welsh speakers for Kent was the highest"],
    ["Universal Credit claimants", "count", "Kent's number of Universal Credit claimants was the highest"],
    // What says which stands in brackets, wherever the label has it; units and numbers stand below.
    ["Offences, recorded", "rate", "Kent's rate of offences (recorded) was the highest"],
    [
      "Offences, excluding theft and fraud",
      "count",
      "Kent's number of offences (excluding theft and fraud) was the highest",
    ],
    ["Offences recorded (all), per 1,000 people", "rate", "Kent's rate of offences recorded (all) was the highest"],
    ["Deaths (all causes)", "count", "Kent's number of deaths (all causes) was the highest"],
    ["Deaths: drug poisoning (per 100,000)", "rate", "Kent's rate of deaths (drug poisoning) was the highest"],
    ["Pupils absent – all schools", "share", "The share of pupils absent (all schools) for Kent was the highest"],
    ["Employment rate (aged 16 to 64)", "rate", "Kent's employment rate (aged 16 to 64) was the highest"],
    ["Children (0 to 17) in care", "count", "Kent's number of children in care (0 to 17) was the highest"],
    ["Weekly earnings (£)", "mean", "Kent's weekly earnings were the highest"],
    ["Weekly earnings (gross)", "mean", "Kent's weekly earnings (gross) were the highest"],
    ["Emissions, thousands", "count", "Kent's number of emissions was the highest"],
    ["Offences (number)", "count", "Kent's number of offences was the highest"],
    ["Burglary/robbery", "rate", "Kent's rate of burglary/robbery was the highest"],
    // A list is one name, of which what stands before it makes one thing.
    ["Theft, burglary and robbery", "rate", "Kent's rate of theft, burglary and robbery was the highest"],
    [
      "Children, young people and families",
      "count",
      "Kent's number of children, young people and families was the highest",
    ],
    ["Theft, burglary and robbery", "quantity", "Kent's figure was the highest"],
    // What says nothing, and what stands in no sentence.
    ["Value", "quantity", "Kent's figure was the highest"],
    ["Rate", "rate", "Kent's rate was the highest"],
    ["Before housing costs", "share", "Kent's share was the highest"],
    ["In paid work", "rate", "Kent's rate was the highest"],
    ["Rate: all ages (16+)", "rate", "Kent's rate was the highest"],
  ] as const)("%s, a %s", async (label, statType, words) => {
    const [, rank] = await headlines({ label, statType, unit: { one: "point", other: "points" } });
    expect(rank).toContain(`${words} of 5 areas`);
  });

  test("by its short name where that does, and by its label where that is `rate`", async () => {
    const label = "Unemployment rate";
    expect((await headlines({ label, statType: "rate", short: "jobless rate" }))[1]).toContain(
      "Kent's jobless rate was",
    );
    expect((await headlines({ label, statType: "rate", short: "rate" }))[1]).toContain("Kent's unemployment rate was");
  });

  test("of percentages, rates too, how far they moved in percentage points", async () => {
    for (const [statType, label] of [
      ["rate", "Unemployment rate"],
      ["share", "Unemployment rate"],
    ] as const)
      expect((await headlines({ label, statType }))[0]).toBe(
        "Kent's unemployment rate rose by 2.1 percentage points from 2023 to 2024",
      );
  });

  test.each([
    ["Cyfradd ddiweithdra", "cyfradd ddiweithdra Kent"],
    ["Cyfradd marwolaethau cyffuriau", "y gyfradd marwolaethau cyffuriau ar gyfer Kent"],
    ["Canran y disgyblion absennol", "canran y disgyblion absennol ar gyfer Kent"],
    ["Diweithdra", "cyfradd Kent"],
    ["Cyfradd marwolaethau (pob achos)", "y gyfradd marwolaethau (pob achos) ar gyfer Kent"],
    ["Cyfradd ddiweithdra, oedolion, %", "y gyfradd ddiweithdra (oedolion) ar gyfer Kent"],
    ["Nifer y troseddau: pob math", "nifer y troseddau (pob math) ar gyfer Kent"],
  ])("in Welsh: %s", async (label, words) => {
    const welsh = createWords({ language: findLanguage("cy") });
    expect((await headlines({ label, statType: "rate" }, welsh))[0]).toBe(
      `Mae ${words} wedi codi 2.1 pwynt canran ers 2023`,
    );
  });

  test("and a rise of a rate in % that is stated in per cent is one of a percentage, as of shares", async () => {
    const dataset = await datasetOf({ label: "Unemployment rate", statType: "rate" });
    const stated = (value: number) =>
      change(dataset, { measure: "n", area: "Kent", from: "2023", to: "2024" }, { stated: { value, unit: "percent" } });
    const found = evaluateClaims(
      { right: stated(31), taken: stated(2.1) },
      createClaimEvaluator(new Map([["figures", dataset]])),
    );
    expect(found.get("right")?.verdict).toBe("supported");
    expect(found.get("right")?.issues.map(({ code }) => code)).toContain("percent-of-share");
    expect(found.get("taken")?.issues.map(({ code }) => code)).toContain("unit-mismatch");
  });
});
