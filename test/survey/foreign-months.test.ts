import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

/** Index figures of goods by month, with the years above the months. */
const table = (first: string, months: readonly string[]): string => {
  const years = [2018, 2019].flatMap((year) => months.map((_, at) => (at === 0 ? year : "")));
  const rows = ["Bahan", "Makanan", "Minuman", "Pakaian"].map(
    (name, row) => `${name},${years.map((_, at) => 101.5 + row * 7 + at * 3).join(",")}`,
  );
  return [`,${years.join(",")}`, `${first},${[...months, ...months].join(",")}`, ...rows].join("\n");
};

describe("months in another language below their years", () => {
  test.each([
    ["id", ["April", "Mei", "Juni", "Agustus", "Desember"]],
    ["de", ["Februar", "März", "April", "Mai", "Juni", "Juli"]],
    ["fr", ["janvier", "février", "mars", "avril", "juin"]],
  ])("are one series: %s", async (lang, months) => {
    const { spec, dataset } = await guessOf(table("Barang", months));
    expect(spec).toMatchObject({ lang, dimensions: { period: { role: "time" } } });
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.periods()).toHaveLength(months.length * 2);
  });

  test("are English where they are so", async () => {
    const { spec, dataset } = await guessOf(table("Goods", ["April", "May", "June", "July"]));
    expect(spec.lang).toBeUndefined();
    expect(dataset?.periods()).toHaveLength(8);
  });

  test.each([
    ["pt", ["1998/Fev", "1998/Ago", "1998/Set", "1999/Jan", "1999/Out", "1999/Dez"]],
    ["es", ["ene-2019", "feb-2019", "abr-2019", "ago-2019", "dic-2019"]],
    ["pt", [2020, 2021].flatMap((year) => [1, 2, 3, 4].map((of) => `${of}º trimestre ${year}`))],
    ["de", [2020, 2021].flatMap((year) => [1, 2, 3, 4].map((of) => `${of}. Quartal ${year}`))],
    ["it", [2020, 2021].flatMap((year) => [1, 2, 3, 4].map((of) => `${year} Trimestre ${of}`))],
  ])("are one series where they stand beside them, months or quarters: %s", async (_, periods) => {
    const rows = ["Norte", "Nordeste", "Sudeste"].map(
      (name, row) => `${name},${periods.map((_, at) => 10150 + row * 710 + at * 130).join(",")}`,
    );
    const { spec, dataset } = await guessOf([`Lugar,${periods.join(",")}`, ...rows].join("\n"));
    expect(Object.values(spec.dimensions)).toContainEqual(expect.objectContaining({ role: "time" }));
    expect(Object.keys(spec.measures)).toHaveLength(1);
    expect(dataset?.periods()).toHaveLength(periods.length);
  });

  test("are quarters below their years, without the whole years beside them", async () => {
    const parts = ["1º trimestre", "2º trimestre", "3º trimestre", "4º trimestre", "Total"];
    const { spec, dataset } = await guessOf(table("Lugar", parts));
    expect(spec).toMatchObject({ dimensions: { period: { role: "time" } } });
    expect(dataset?.periods()).toHaveLength(8);
  });

  test("are the times of rows, without what changed from one to the next", async () => {
    const periods = ["Enero-septiembre 2020", "Enero-septiembre 2021", "Variación % 2021/2020"];
    const rows = ["Almería", "Cádiz", "Jaén"].flatMap((name, row) =>
      periods.map((period, at) => `${name};${period};${at === 2 ? "-10,4" : `${4 + row}.${120 + at * 37}`}`),
    );
    const { spec, dataset } = await guessOf(["Provincia;Periodos;Delitos", ...rows].join("\n"));
    expect(spec).toMatchObject({ lang: "es", measures: { delitos: { statType: "count" } } });
    expect(dataset?.periods()).toHaveLength(2);
    expect(dataset?.observations).toHaveLength(6);
    expect(dataset?.observations.map(({ cell }) => (cell.state === "value" ? cell.value : undefined))).toContain(4120);
  });
});
