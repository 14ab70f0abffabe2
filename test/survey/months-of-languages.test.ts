import { expect, it } from "vitest";
import { guessOf } from "./guess-of.ts";

it.each([
  ["id", ["Januari 2019", "Februari 2019", "Maret 2019", "Agustus 2019"]],
  ["pl", ["styczeń 2019", "luty 2019", "marzec 2019", "sierpień 2019"]],
  ["cs", ["leden 2019", "únor 2019", "březen 2019", "srpen 2019"]],
  ["fi", ["tammikuu 2019", "helmikuu 2019", "maaliskuu 2019", "elokuu 2019"]],
  ["tr", ["Ocak 2019", "Şubat 2019", "Mart 2019", "Ağustos 2019"]],
])("months in the language %s are periods", async (lang, months) => {
  const rows = months.map((month, at) => `${month},${812 + at * 37},${64 + at * 11}`);
  const { spec, dataset } = await guessOf(`Bulan,Kunjungan,Wisatawan\n${rows.join("\n")}\n`);
  expect(spec.lang).toBe(lang);
  expect(dataset?.periods().map(({ start }) => start)).toEqual([
    "2019-01-01",
    "2019-02-01",
    "2019-03-01",
    "2019-08-01",
  ]);
});

const across = (heads: string, below: string) =>
  `2020,,,,\n\n${heads}\nAzuay,360,319,293,59\nBolívar,63,84,45,7\nCañar,107,75,56,13\n\n${below}\n`;

it.each([
  ["es", "Provincia,ENERO,FEBRERO,MARZO,ABRIL"],
  ["de", "Gebiet,Januar,Februar,März,April"],
  ["fi", "Alue,tammikuu,helmikuu,maaliskuu,huhtikuu"],
])("months across the top in the language %s are those of the year that is said above them", async (lang, heads) => {
  const { spec, dataset } = await guessOf(across(heads, ""));
  expect(spec.lang).toBe(lang);
  expect(dataset?.periods().map(({ start }) => start.slice(0, 7))).toEqual([
    "2020-01",
    "2020-02",
    "2020-03",
    "2020-04",
  ]);
});

it("months beside other figures than their sum are no periods", async () => {
  const { spec } = await guessOf(across("Provincia,ENERO,FEBRERO,MARZO,Hogares", ""));
  expect(spec.lang).toBeUndefined();
});

it.each([
  ["Fallecidos en el periodo 1 enero – 7 de abril de 2020", "partial-period"],
  ["Fallecidos en el periodo 1 enero – 30 de abril de 2020", undefined],
  ["Publicado el 7 de abril de 2020", undefined],
])("a note that figures end within the last month marks it: %s", async (note, status) => {
  const { dataset, remarks } = await guessOf(across("Provincia,ENERO,FEBRERO,MARZO,ABRIL", note));
  const statuses = new Set(
    dataset?.observations.flatMap(({ at, statuses }) => statuses.map((own) => `${own} ${at["period"]}`)),
  );
  expect([...statuses]).toEqual(status === undefined ? [] : [`${status} 2020-04-01/2020-05-01`]);
  expect(remarks.get("dimensions.period.statuses")?.includes("1 enero – 7 de abril de 2020") ?? false).toBe(
    status !== undefined,
  );
});
