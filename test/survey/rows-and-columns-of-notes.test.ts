import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const places = ["Ardia", "Belmora", "Cestina", "Dorvia", "Elland", "Ferrano", "Gallia", "Hestia"];
const row = (at: number, notes: readonly string[]) =>
  `${10 + at},${places[at]},${150 + at * 37}.25,${notes[0]},${60 + at * 3}.5,"${notes[1]}",${4000 + at * 917},${notes[2]}`;
const rows = places.map((_, at) =>
  row(at, [at === 2 ? "2" : "", ["4, 5", "4", ""][at % 3] ?? "", at === 5 ? "7" : ""]),
);
const table = (below: readonly string[]) =>
  ["Code,Country,Exposure,1,Distance,3,Stock,6", ...rows, ...below].join("\n");

test("what follows an empty row and a word with a colon, without a name, is none of the table", async () => {
  const { spec, dataset } = await guessOf(
    table(["", "Bounds:,,100.5,,10.5,,1500,", ",,900.5,,90.5,,100000,", "Footnotes:", "1,Source: one"]),
  );
  expect(spec.dimensions).toHaveProperty("country");
  expect(dataset?.categories("country").map(({ label }) => label)).toEqual(places);
  expect(spec.layout?.lastRow).toBe(9);
});

test("a sum without a name below an empty row is none of what follows a word with a colon", async () => {
  const named = await guessOf(table(["", "Total:,All of them,2400.5,,600.5,,40000,"]));
  expect(named.spec.layout?.lastRow).toBeUndefined();
});

test("columns of the numbers of notes are no measures, and their empty cells hide nothing", async () => {
  const { spec, remarks } = await guessOf(table([]));
  expect(Object.values(spec.measures).map(({ label }) => label)).toEqual(["Exposure", "Distance", "Stock"]);
  expect(spec.markers?.[""]).toBeUndefined();
  expect(remarks.get("layout.ignore")).toContain('"1", "3", "6": the numbers of notes');
});

test("columns of ages, one after another, are measures", async () => {
  const ages = [
    "Place,1,2,3",
    ...places.map((name, at) => `${name},${at % 2 ? "" : 12 + at},${at % 3 ? "" : 31},${at % 2 ? 40 : ""}`),
  ];
  const { remarks } = await guessOf(ages.join("\n"));
  expect(remarks.get("layout.ignore") ?? "").not.toContain("the numbers of notes");
});

test("rows without a name are said to be those that are not told apart", async () => {
  const { remarks } = await guessOf(
    [
      "Country,Exposure,Stock",
      ...places.map((name, at) => `${name},${150 + at * 37}.25,${4000 + at * 917}`),
      ",100.5,1500",
      ",900.5,100000",
    ].join("\n"),
  );
  expect(remarks.get("layout.dimensions.country")).toMatch(
    /^2 rows have no name in "Country", which tells all others/u,
  );
});
