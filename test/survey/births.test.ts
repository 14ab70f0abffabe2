import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]) => `${rows.join("\n")}\n`;
const two = (of: number) => String(of).padStart(2, "0");
const born = (at: number) => `${1950 + ((at * 7) % 50)}-${two(1 + (at % 12))}-${two(1 + (at % 28))}`;

test.each([
  ["NACIMIENTO", "AÑO", "MES"],
  ["Date de naissance", "Année", "Mois"],
  ["Geburtsdatum", "Jahr", "Monat"],
  ["date_of_birth", "year", "month"],
])("a list of people has the period of its %s of nobody, but that of its %s and %s", async (birth, year, month) => {
  const rows = Array.from(
    { length: 60 },
    (_, at) => `${at % 2 ? "W" : "M"},${born(at)},Town ${at % 3},2021,${1 + (at % 4)}`,
  );
  const { dataset } = await guessOf(lines(`Group,${birth},Town,${year},${month}`, ...rows));
  expect(dataset?.periods().map(({ start }) => start)).toEqual([
    "2021-01-01",
    "2021-02-01",
    "2021-03-01",
    "2021-04-01",
  ]);
});

test("a list with nothing but dates of birth has no period", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `${at % 2 ? "W" : "M"},${born(at)},Town ${at % 3}`);
  expect((await guessOf(lines("Group,Fecha de nacimiento,Town", ...rows))).dataset?.periods()).toEqual([]);
});

test("figures of those born in each year have these as their periods", async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `${1990 + at},${4000 + at * 31}`);
  expect((await guessOf(lines("Year of birth,Pupils", ...rows))).dataset?.periods()).toHaveLength(12);
});
