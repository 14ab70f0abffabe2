import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const towns = "Ashford Bexhill Crawley Dover Epsom Fareham Gosport Havant".split(" ");
const table = (heading: string, row: (at: number) => readonly (string | number)[]) =>
  [heading, ...towns.map((name, at) => [name, ...row(at)].join(","))].join("\n");

describe("the limits of an interval are bounds of a measure, and none of their own", () => {
  test.each([
    ["behind it", "Area,Prevalence (%),Upper confidence interval,Lower confidence interval", "Prevalence (%)"],
    ["in short", "Area,Prevalence (%),UCI,LCI", "Prevalence (%)"],
    ["with what they are of", "Area,Smokers %,Smokers % upper 95% CI,Smokers % lower 95% CI", "Smokers %"],
    ["in French", "Area,Taux pour 1000,IC95 supérieur,IC95 inférieur", "Taux pour 1000"],
  ])("%s", async (_, heading, of) => {
    const { spec, remarks } = await guessOf(table(heading, (at) => [20.4 + at, 24.5 + at, 17.2 + at]));
    const [own, upper, lower] = Object.values(spec.measures);
    expect(upper).toMatchObject({ label: `${own?.label}, upper bound`, statType: "mean", unit: own?.unit });
    expect(lower).toMatchObject({ label: `${own?.label}, lower bound`, statType: "mean", unit: own?.unit });
    expect(of).toContain(own?.label.split(" ")[0]);
    expect([...remarks.values()].join(" ")).toContain("it says how sure that is");
  });

  test("each behind its own, where programs number headings that come again", async () => {
    const heading = "Area,General %,Lower 95% CI,Upper 95% CI,Severe %,Lower 95% CI2,Upper 95% CI3";
    const { spec } = await guessOf(
      table(heading, (at) => [20.4 + at, 17.2 + at, 24.5 + at, 6.4 + at, 5.1 + at, 8.3 + at]),
    );
    const labels = Object.values(spec.measures).map(({ label }) => label);
    const general = ["General %", "General %, lower bound", "General %, upper bound"];
    expect(labels).toEqual([...general, "Severe %", "Severe %, lower bound", "Severe %, upper bound"]);
  });

  test("but not highest and lowest figures, nor one alone", async () => {
    const { spec } = await guessOf(table("Area,Mean rent,Upper quartile,Lower quartile", (at) => [700 + at, 900, 500]));
    expect(Object.values(spec.measures).map(({ label }) => label)).not.toContain("Mean rent, upper bound");
    const other = await guessOf(table("Area,Rate,Upper limit of speed", (at) => [20.4 + at, 30 + at]));
    expect(JSON.stringify(other.spec.measures)).not.toContain("bound");
  });
});

test("numerators that have decimals and small counts are not read, since they could not be hidden", async () => {
  const { spec, remarks } = await guessOf(table("Area,Numerator,Rate", (at) => [at < 2 ? 3 : 20.5 + at, 4.1 + at]));
  expect(Object.keys(spec.measures)).toEqual(["rate"]);
  expect(remarks.get("layout.ignore")).toContain('"Numerator": what rates are made of');
});

test("a count in angle brackets is hidden", async () => {
  const { dataset } = await guessOf(table("Area,Pupils", (at) => [at < 3 ? "<under 6>" : 20 + at]));
  const cells = dataset?.observations.map(({ cell }) => cell.state);
  expect(cells?.filter((state) => state === "suppressed")).toHaveLength(3);
});
