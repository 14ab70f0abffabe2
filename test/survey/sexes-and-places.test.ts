import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const provinces = ["Arica", "Parinacota", "Iquique", "Tamarugal", "Tocopilla", "El Loa"];

test("a column of sexes is no area, though its total is called after a province", async () => {
  const rows = provinces.flatMap((province, at) => {
    const [men, women] = [4120 + at * 217, 4310 + at * 193];
    const own = (sex: string, count: number) => `${province},${at + 11},${sex},${count},${count - 1207}`;
    return [own("Hombres", men), own("Mujeres", women), own("Total Provincia", men + women)];
  });
  const csv = `NOMBRE PROVINCIA,CÓDIGO PROVINCIA,SEXO,Población,Mapuche\n${rows.join("\n")}\n`;
  const { spec } = await guessOf(csv);
  const byColumn = Object.entries(spec.layout?.dimensions ?? {}).map(([id, column]) => [
    column,
    spec.dimensions?.[id]?.role,
  ]);
  expect(byColumn).not.toContainEqual(["SEXO", "area"]);
});

test("a place whose German name begins with the middle is no average of others", async () => {
  const lands = [
    "Mittelsachsen",
    "Mittelems",
    "Nordwald",
    "Südwald",
    "Ostheim",
    "Westheim",
    "Talburg",
    "Seeburg",
    "Uferstadt",
  ];
  const rows = lands.map((land, at) => `${land},${183_211 + at * 7_431},${91_320 + at * 3_117},0`);
  const { spec } = await guessOf(`Gebiet,Wahlberechtigte,Wählende,Sonstige\n${rows.join("\n")}\n`);
  expect(spec.layout?.rows).toBeUndefined();
});
