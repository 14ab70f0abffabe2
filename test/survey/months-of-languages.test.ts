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
