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
