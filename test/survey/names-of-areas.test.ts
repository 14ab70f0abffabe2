import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const names = ["Barat", "Timur", "Utara", "Selatan", "Tengah"];
const roleBelow = async (heading: string) => {
  const rows = names.map((name, at) => `${name},${120 + at * 37},${140 + at * 29}`);
  const { spec } = await guessOf(`${heading},2021,2022\n${rows.join("\n")}\n`);
  return Object.values(spec.dimensions)[0]?.role;
};

test.each([
  "Kabupaten",
  "İlçe",
  "Județ",
  "Bairro",
  "Entidad federativa",
  "Alcaldía",
  "Arrondissement",
  "Wilaya",
  "LGA name",
  "Županija",
  "Район",
])("areas are known by what they are called elsewhere: %s", async (heading) =>
  expect(await roleBelow(heading)).toBe("area"),
);

test.each(["Partido", "Il prezzo", "Division", "Produk"])("and other things by theirs: %s", async (heading) =>
  expect(await roleBelow(heading)).toBe("category"),
);

test("headings that are the code and the name of a place each are areas of one measure", async () => {
  const places = [..."ABCDEFGHIJKLM"].map((letter, at) => `ort_${194_001 + at * 37}_${letter.toLowerCase()}dorf`);
  const rows = ["Assets", "Debts", "Reserves"].map(
    (name, row) => `${name},${places.map((_, at) => `${301 + at * 17 + row * 5}.5`).join()}`,
  );
  const { spec, dataset } = await guessOf(`1 000 CHF,${places.join()}\n${rows.join("\n")}\n`, { title: "Balances" });
  expect(spec.layout?.wide?.columns).toBe("ort_*_{area}");
  expect(Object.values(spec.measures)).toMatchObject([{ label: "Balances", unit: { other: "thousand Swiss francs" } }]);
  expect(dataset?.categories("area")[0]?.label).toBe("adorf");
  const few = await guessOf(
    `Name,${places.slice(0, 3).join()}\n${rows.map((row) => row.split(",").slice(0, 4).join()).join("\n")}\n`,
  );
  expect(few.spec.dimensions).not.toHaveProperty("area");
});
