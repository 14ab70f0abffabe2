import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const towns = ["Avon", "Brook", "Carlow", "Denby", "Elton", "Farley", "Grantly", "Holm"];
const table = (headings: readonly string[], figure: (row: number, at: number) => number) =>
  [
    ["District", ...headings].join(),
    ...towns.map((town, row) => [town, ...headings.map((_, at) => figure(row, at))].join()),
  ].join("\n");
const some = (row: number, at: number) => 212 + ((row * 137 + at * 71) % 389);

const crossed = ["In-School Suspensions", "Expulsions"].flatMap((act) =>
  ["Black", "White", "Hispanic"].flatMap((group) => ["Male", "Female"].map((sex) => `${group} ${sex} ${act}`)),
);

test("headings that cross names of groups are asked whether these are dimensions, with what to paste", async () => {
  const source = table(crossed, some);
  const { spec, remarks } = await guessOf(source);
  const asked = remarks.get("measures") ?? "";
  expect(asked).toContain('sex: { role: "category", label: "Sex" }');
  const line = /wide: (?<line>\{ columns: \[.*?\] \})/u.exec(asked)?.groups?.line ?? "";
  expect(line).toContain('{ heading: "{ethnicity} {sex} Expulsions", measure: "expulsions" }');
  const of = { unit: { one: "pupil", other: "pupils" }, statType: "count" } as const;
  const pasted: DatasetSpec = {
    ...spec,
    dimensions: {
      ...spec.dimensions,
      ethnicity: { role: "category", label: "Ethnicity" },
      sex: { role: "category", label: "Sex" },
    },
    measures: {
      inSchoolSuspensions: { ...of, label: "In-School Suspensions" },
      expulsions: { ...of, label: "Expulsions" },
    },
    layout: {
      dimensions: spec.layout?.dimensions ?? {},
      // What the comment says is an object of JavaScript.
      wide: new Function(`return ${line}`)(),
    },
  };
  const dataset = await readDataset(defineDataset(pasted), { csv: source, file: "figures.csv" }, { id: "data" });
  expect(dataset.observations).toHaveLength(towns.length * crossed.length);
  expect(dataset.observations.at(-1)?.at).toMatchObject({ ethnicity: "hispanic", sex: "female" });
});

test("names of fuels or diseases beside other figures are asked for one by one, where no pattern finds them alone", async () => {
  const fuels = await guessOf(table(["coal", "gas", "wind", "population"], some));
  expect(fuels.remarks.get("measures")).toContain('{ heading: "coal", at: { fuel: "coal" }, measure: "figures" }');
  const causes = await guessOf(table(["Deaths COVID", "Deaths flu", "Deaths pneumonia"], some));
  expect(causes.remarks.get("measures")).toContain('{ heading: "Deaths {kind}", measure: "deaths" }');
  const unknown = await guessOf(table(["Deaths cancer", "Deaths stroke", "Deaths other"], some));
  expect(unknown.remarks.get("measures")).toContain('"Deaths {…}"');
});

test("two measures are no groups, whatever words their headings share", async () => {
  const prices = await guessOf(table(["Oil", "Gas bills", "Males per 100 females", "Flu jabs"], some));
  expect(prices.remarks.get("measures") ?? "").not.toContain("name groups or kinds");
});

test("headings of each sex and their total, which is the sum of these, are one dimension of each measure", async () => {
  const arrests = ["arrests", "cautions"].flatMap((act) => ["Male", "Female", "Total"].map((sex) => `${sex} ${act}`));
  const sums = (row: number, at: number) => (at % 3 === 2 ? some(row, at - 1) + some(row, at - 2) : some(row, at));
  const { spec, dataset } = await guessOf(table(arrests, sums));
  expect(spec.layout?.wide).toEqual({ columns: "{group} {measure}" });
  expect(spec.dimensions.group).toMatchObject({ label: "Sex", plural: "sexes", total: "total" });
  expect(Object.keys(spec.measures)).toEqual(["arrests", "cautions"]);
  expect(dataset?.observations).toHaveLength(towns.length * arrests.length);
  const other = await guessOf(table(arrests, some));
  expect(other.spec.layout?.wide).toBeUndefined();
});

test("sexes behind the years of headings that begin alike are a dimension", async () => {
  const headings = ["2020", "2021"].flatMap((year) => ["Men", "Women", "Total"].map((sex) => `Total ${year}/${sex}`));
  const { spec } = await guessOf(table(headings, some), { title: "People" });
  expect(spec.layout?.wide).toMatchObject({ columns: "Total {period}/{group}" });
  expect(spec.dimensions).toMatchObject({ group: { label: "Sex" }, period: { role: "time" } });
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["People"]);
});

test("headings of any groups and their total, which is the sum of these, are one dimension, however they are parted", async () => {
  const sums = (row: number, at: number) =>
    at % 4 === 3 ? [1, 2, 3].reduce((sum, back) => sum + some(row, at - back), 0) : some(row, at);
  const kinds = ["Home", "Hospital", "Hospice", "Total"];
  for (const write of [
    (act: string, kind: string) => `${act}_${kind}`,
    (act: string, kind: string) => `${act} (${kind})`,
    (act: string, kind: string) => `${act} - ${kind.toLowerCase()}`,
    (act: string, kind: string) => `${kind} ${act}`,
  ]) {
    const headings = ["Expected deaths", "Sudden deaths"].flatMap((act) => kinds.map((kind) => write(act, kind)));
    const { spec, dataset } = await guessOf(table(headings, sums));
    expect(
      Object.values(spec.measures).map(({ label }) => label),
      headings[0],
    ).toEqual(["Expected deaths", "Sudden deaths"]);
    expect(spec.dimensions.group, headings[0]).toMatchObject({ role: "category", total: "total" });
    expect(dataset?.observations, headings[0]).toHaveLength(towns.length * headings.length);
    expect((await guessOf(table(headings, some))).spec.dimensions.group, headings[0]).toBeUndefined();
  }
  const alone = await guessOf(
    table(
      kinds.map((kind) => `Deaths_${kind}`),
      sums,
    ),
  );
  expect(Object.values(alone.spec.measures)).toMatchObject([{ label: "Deaths", statType: "count" }]);
  expect(alone.spec.dimensions.group).toMatchObject({ total: "total" });
});

test("a group of which one measure has none is a group of the other", async () => {
  const headings = [
    "Boys hurt",
    "Girls hurt",
    "Transgender hurt",
    "Total hurt",
    "Boys lost",
    "Girls lost",
    "Transgender lost",
    "Total lost",
  ];
  const figure = (row: number, at: number): number =>
    at % 4 === 3 ? [1, 2, 3].reduce((sum, back) => sum + figure(row, at - back), 0) : at === 2 ? 0 : some(row, at);
  const { spec } = await guessOf(
    [
      ["District", ...headings].join(),
      ...Array.from({ length: 60 }, (_, row) =>
        [`Ward ${row + 1}`, ...headings.map((_, at) => figure(row, at))].join(),
      ),
    ].join("\n"),
  );
  expect(spec.layout?.wide).toEqual({ columns: "{group} {measure}" });
  expect(spec.layout?.ignore).toEqual(["Transgender hurt"]);
  expect(Object.keys(spec.measures)).toEqual(["hurt", "lost"]);
});

test("ages or sexes that each measure has are a dimension, also where their figures come to no total", async () => {
  const ages = ["0-4", "5-12", "13-17", "18-64", "65+", "All ages"];
  const headings = ["Admission rate", "Visit rate"].flatMap((of) => ages.map((age) => `${of} ${age}`));
  const rates = await guessOf(table(headings, (row, at) => some(row, at) / 7));
  expect(rates.spec.layout?.wide).toEqual({ columns: "{measure} {group}" });
  expect(rates.spec.dimensions.group).toMatchObject({ label: "Age", total: "all-ages" });
  expect(rates.remarks.get("dimensions.group")).toBeUndefined();
  expect(rates.dataset?.observations).toHaveLength(towns.length * headings.length);
  const arrests = await guessOf(table(["Arrests men", "Arrests women", "Cautions men", "Cautions women"], some));
  expect(arrests.spec.layout?.wide).toEqual({ columns: "{measure} {group}" });
  expect(Object.keys(arrests.spec.measures)).toEqual(["arrests", "cautions"]);
  // One of which a measure has not all is asked about.
  const gaps = await guessOf(table(["Arrests men", "Arrests women", "Cautions men"], some));
  expect(gaps.spec.layout?.wide).toBeUndefined();
});
