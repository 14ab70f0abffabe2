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
});
