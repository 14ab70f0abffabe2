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
    expect(upper).toMatchObject({ label: `${own?.label}, upper bound`, statType: "quantity", unit: own?.unit });
    expect(lower).toMatchObject({ label: `${own?.label}, lower bound`, statType: "quantity", unit: own?.unit });
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

describe("bounds are of the measure that they name", () => {
  test("in a block behind all of them, by their names without what these say of their kind", async () => {
    const { spec } = await guessOf(
      table(
        "Area,Mean teeth,% decayed,Care index %,Lower CI teeth,Upper CI teeth,Lower CI decayed,Upper CI decayed,Lower CI care index,Upper CI care index",
        (at) => [1.4 + at / 10, 33.5 + at, 47.5 + at, 1.2, 1.6, 30.5, 36.5, 44.5, 50.5],
      ),
    );
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      ...["Mean teeth", "% decayed", "Care index %"],
      ...["Mean teeth, lower bound", "Mean teeth, upper bound"],
      ...["% decayed, lower bound", "% decayed, upper bound"],
      ...["Care index %, lower bound", "Care index %, upper bound"],
    ]);
  });

  test("and of none where they name none of them, and do not stand right behind one", async () => {
    const { spec } = await guessOf(
      table("Area,Rate,Share,Lower CI alpha,Upper CI alpha,Lower CI beta,Upper CI beta", (at) => [
        ...[20.4 + at, 41.2 + at, 38.1, 44.2],
        ...[18.1, 22.9],
      ]),
    );
    const labels = Object.values(spec.measures).map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith("Share, "))).toHaveLength(2);
    expect(labels).not.toContain("Rate, lower bound");
  });

  test("in rows of their own, beside the figure", async () => {
    const rows = towns.flatMap((name, at) => [
      `${name},Lower,${17.25 + at},${16.25 + at}`,
      `${name},Median,${20.45 + at},${19.45 + at}`,
      `${name},Upper,${24.5 + at},${23.5 + at}`,
    ]);
    const { spec, dataset } = await guessOf(["Town,Uncertainty bounds,2019,2020", ...rows].join("\n"), {
      title: "Mortality rate",
    });
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Mortality rate",
      "Mortality rate, lower bound",
      "Mortality rate, upper bound",
    ]);
    expect(Object.keys(spec.dimensions)).toEqual(["town", "period"]);
    expect(dataset?.observations).toHaveLength(towns.length * 6);
  });

  test("are parts of one where it is told so", async () => {
    const { spec, dataset } = await guessOf(
      table("Area,Percent of adults,Lower CI,Upper CI", (at) => [
        ...[0.4365504446 + at / 20.3, 0.4065504446 + at / 20.3, 0.4665504446 + at / 20.3],
      ]),
    );
    expect(Object.values(spec.measures).map(({ fractions }) => fractions)).toEqual([true, true, true]);
    const values = dataset?.observations.flatMap(({ cell }) => (cell.state === "value" ? [cell.value] : [])) ?? [];
    expect(Math.min(...values)).toBeGreaterThan(40);
  });

  test("highest and lowest figures of days keep their names", async () => {
    const rows = towns.flatMap((name, at) => [
      `${name},Highest,${24.5 + at}`,
      `${name},Mean,${20 + at}`,
      `${name},Lowest,${17 + at}`,
    ]);
    const { spec } = await guessOf(["Town,Temperature,Degrees", ...rows].join("\n"));
    expect(JSON.stringify(spec.measures)).not.toContain("bound");
  });
});

test("the ends of an interval that are called its minimum and its maximum are bounds, and others are not", async () => {
  const { spec } = await guessOf(
    table("Area,Rate,Min rate,Max rate,CI min rate,CI max rate", (at) => [20.4 + at, 18.5, 31.5, 19.4 + at, 21.4 + at]),
  );
  const labels = Object.values(spec.measures).map(({ label }) => label);
  expect(labels).toEqual(["Rate", "Min rate", "Max rate", "Rate, lower bound", "Rate, upper bound"]);
});

test("rows that a column calls ends of an interval are bounds of what else it names, behind all others, wherever these stand", async () => {
  const rows = ["North", "South", "East", "West"].flatMap((area, at) => [
    `${area},Lower 95% CI percent of homes with damp,${at + 10}.1`,
    `${area},Percent of homes with damp,${at + 12}.4`,
    `${area},Upper 95% CI percent of homes with damp,${at + 15}.2`,
  ]);
  const { spec, remarks } = await guessOf(["Area,Units,Value", ...rows].join("\n"), { title: "Damp homes" });
  expect(Object.values(spec.measures).map(({ label, statType }) => [label, statType])).toEqual([
    ["Percent of homes with damp", "share"],
    ["Percent of homes with damp, lower bound", "quantity"],
    ["Percent of homes with damp, upper bound", "quantity"],
  ]);
  const [, bound = ""] = Object.keys(spec.measures);
  expect(remarks.get(`measures.${bound}.statType`)).toContain('A bound of "Percent of homes with damp"');
});

test("an end of an interval whose middle no row names is no bound of another", async () => {
  const rows = ["North", "South", "East", "West"].flatMap((area, at) => [
    `${area},Average rent,${at + 600}.1`,
    `${area},Lower 95% CI damp,${at + 12}.4`,
    `${area},Upper 95% CI damp,${at + 15}.2`,
  ]);
  const { spec } = await guessOf(["Area,Measure,Value", ...rows].join("\n"), { title: "Homes" });
  expect(Object.values(spec.measures).filter(({ label }) => /bound$/u.test(label))).toEqual([]);
});

describe("limits that name nothing, of a rate each year beside other figures", () => {
  const rateAt = (at: number, year: number) => 12.25 + at + year;
  const ofYears = (cell: (at: number, year: number) => readonly string[], headings: readonly string[]) =>
    guessOf(
      table(["Area", ...headings.flatMap((name) => [`${name}_15`, `${name}_16`])].join(), (at) => {
        const [first, second] = [cell(at, 0), cell(at, 1)];
        return first.flatMap((text, index) => [text, second[index] ?? ""]);
      }),
    );
  const figures = (at: number, year: number) => [
    `${rateAt(at, year)}`,
    `${140 + at * 31}`,
    `${rateAt(at, year) - 1.5}`,
    `${48_589 + at * 917 + year}`,
    `${rateAt(at, year) + 2.25}`,
  ];
  const headings = ["adj_rate", "deaths", "lower_int", "population", "upper_int"];

  test("are those of what lies between them in all cases", async () => {
    const { spec } = await ofYears(figures, headings);
    expect(Object.values(spec.measures).map(({ label }) => label)).toEqual([
      "Adj rate",
      "Deaths",
      "Adj rate, lower bound",
      "Population",
      "Adj rate, upper bound",
    ]);
  });

  test("are bounds of nothing where two measures lie between them, or none", async () => {
    const boundsOf = async (rate: (at: number) => number, deaths: (at: number) => number) => {
      const { spec } = await ofYears(
        (at, year) => figures(at, year).map((text, index) => `${[rate, deaths][index]?.(at) ?? text}`),
        headings,
      );
      return Object.values(spec.measures).filter(({ label }) => label.endsWith("bound"));
    };
    expect(
      await boundsOf(
        (at) => 12.25 + at,
        (at) => 12.5 + at,
      ),
    ).toEqual([]);
    expect(
      await boundsOf(
        (at) => 212.25 + at,
        (at) => 240 + at,
      ),
    ).toEqual([]);
  });
});

test("a label has no mark behind which nothing stands", async () => {
  const csv = table("Area,Estimate; Total:,Margin of Error; Total:", (at) => [4120 + at * 310, 52 + at]);
  const labels = Object.values((await guessOf(csv)).spec.measures).map(({ label }) => label);
  expect(labels).toEqual(["Estimate; Total", "Estimate; Total, margin"]);
});
