import { expect, test } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const places = ["Avon", "Brook", "Carlow", "Denby", "Elton", "Farley", "Grantly", "Holm"];
const some = (row: number, at: number) => 212 + ((row * 137 + at * 71) % 389);
const table = (headings: readonly string[], figure: (row: number, at: number) => number, above = "", corner = "Town") =>
  `${above}${[
    [corner, ...headings].join(),
    ...places.map((place, row) => [place, ...headings.map((_, at) => figure(row, at))].join()),
  ].join("\n")}`;

/** Reads a table by what is asked of its headings, as somebody does who pastes it. */
async function pasted(source: string, statType: "count" | "quantity" = "count") {
  const { spec: guessed, remarks } = await guessOf(source);
  const { sums: _sums, disclosure: _disclosure, ...spec } = guessed;
  const asked = remarks.get("measures") ?? "";
  // What a comment says is an object of JavaScript.
  const of = (line: string | undefined) => new Function(`return ${line ?? "undefined"}`)();
  const dimension = /then add (?<id>\w+): (?<own>\{.*?\}) to dimensions/u.exec(asked)?.groups;
  const { measures: _measures, ...layout } = spec.layout ?? {};
  // What is no category keeps its measure.
  const others = Object.fromEntries(Object.entries(spec.measures).filter(([id]) => asked.includes(`measure: "${id}"`)));
  const definition: DatasetSpec = {
    ...spec,
    dimensions: { ...spec.dimensions, [dimension?.id ?? "none"]: of(dimension?.own) },
    measures: { ...others, figures: { label: "Figures", unit: { one: "thing", other: "things" }, statType } },
    layout: { ...layout, wide: of(/to layout wide: (?<line>\{.*?\})\. Say/u.exec(asked)?.groups?.line) },
  };
  const dataset = await readDataset(defineDataset(definition), { csv: source, file: "figures.csv" }, { id: "data" });
  return { asked, dataset };
}

test.each([
  ["sectors", ["Public sector", "Private sector"]],
  ["nationalities", ["Spanish", "Foreign"]],
  ["answers", ["Agree", "Disagree"]],
])("two headings that are %s are asked whether they are of one measure, and what is offered works", async (_, own) => {
  const decimals = (row: number, at: number) => some(row, at) + 0.5;
  const { remarks } = await guessOf(table(own, decimals));
  expect(remarks.get("measures")).toContain("may be categories of one measure");
  const { dataset } = await pasted(table(own, some));
  expect(dataset.observations).toHaveLength(places.length * own.length);
});

test("a heading that is the sum of the others, or a unit that stands once for all, asks it too", async () => {
  const sums = (row: number, at: number) => (at === 0 ? some(row, 1) + some(row, 2) : some(row, at));
  const { asked, dataset } = await pasted(table(["Dwelt in", "Owned", "Rented"], sums));
  expect(asked).toContain('"Dwelt in" is the sum of the others');
  expect(dataset.observations).toHaveLength(places.length * 3);
  const apart = await guessOf(table(["Births", "Deaths"], some));
  expect(apart.remarks.get("measures")).toBeUndefined();
});

test("what the title says that headings are by asks it of two, where no column tells it", async () => {
  const { asked, dataset } = await pasted(table(["Rated low", "Rated high"], some, "Homes by energy rating\n\n"));
  expect(asked).toContain('the title says "by energy rating"');
  expect(dataset.observations).toHaveLength(places.length * 2);
});

test("two measures by place are asked nothing, whatever their places are called", async () => {
  const decimals = (row: number, at: number) => some(row, at) + 0.5;
  const { remarks } = await guessOf(table(["Warmth", "Rainfall"], decimals, "Weather by station\n\n"));
  expect(remarks.get("measures") ?? "").not.toContain("may be categories");
});

test("sexes of another language are a dimension", async () => {
  const { spec } = await guessOf(table(["weiblich", "maennlich"], some, "", "Ort"));
  expect(spec.layout?.wide).toMatchObject({ columns: "{group}" });
  expect(spec.dimensions.group).toMatchObject({ label: "Sex" });
});

test("a total above the words that stand below all others is the whole of them", async () => {
  const sums = (row: number, at: number) => (at === 0 ? some(row, 1) + some(row, 2) : some(row, at));
  const csv = table(["All", "All", "All"], sums, ",Total,Natives,Strangers\n", "");
  const { spec } = await guessOf(csv);
  expect(spec.layout?.wide).toMatchObject({ columns: "{group} | All" });
  expect(spec.dimensions.group).toMatchObject({ total: "total" });
});

test("columns that may be of one measure are asked alike what they count", async () => {
  const { spec, remarks } = await guessOf(table(["weiblich", "maennlich", "divers"], some, "", "Ort"));
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(Array(3).fill("(unit not stated)"));
  expect(remarks.get("measures")).toContain("may be categories of one measure");
  const nouns = await guessOf(table(["Frauen", "Maenner"], some, "", "Ort"));
  expect([...nouns.remarks].filter(([, said]) => said.includes("Guessed from its name"))).not.toEqual([]);
});

test("Percent below the first heading alone is the unit of all, and they are asked whether they are of one measure", async () => {
  const decimals = (row: number, at: number) => (some(row, at) % 90) + 0.5;
  const source = table(
    ["Percent", "", ""],
    decimals,
    "Homes without heat by state of repair\n,Sound,Worn,Ruined\n",
    "",
  );
  const { spec, remarks } = await guessOf(source);
  expect(Object.values(spec.measures).map(({ unit }) => unit.other)).toEqual(["%", "%", "%"]);
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Sound", "Worn", "Ruined"]);
  expect(remarks.get("measures")).toContain("may be categories of one measure");
  const { dataset } = await pasted(source, "quantity");
  expect(dataset.observations).toHaveLength(places.length * 3);
});

test("what stands beside names of groups is in the lines to paste, too", async () => {
  const { asked, dataset } = await pasted(table(["force size", "white", "black", "asian"], some));
  expect(asked).toContain('{ heading: "force size", at: { ethnicity: "All" }, measure: "forceSize" }');
  expect(dataset.observations).toHaveLength(places.length * 4);
});
