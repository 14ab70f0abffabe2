import fc from "fast-check";
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

it("quarters across the top are periods, whatever words and signs tell which", async () => {
  const words = [
    ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"],
    ["first quarter", "second quarter", "third quarter", "fourth quarter"],
    ["I trimestre", "II trimestre", "III trimestre", "IV trimestre"],
    ["1. Quartal", "2. Quartal", "3. Quartal", "4. Quartal"],
    ["1T", "2T", "3T", "4T"],
    ["T1", "T2", "T3", "T4"],
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...words),
      fc.constantFrom("above", "before", "behind", "in-lines"),
      fc.integer({ min: 1990, max: 2028 }),
      async (parts, way, first) => {
        const years = [first, first + 1];
        const heads =
          way === "above"
            ? [
                ["", ...years.flatMap((year) => [year, "", "", ""])],
                ["Ort", ...years.flatMap(() => parts)],
              ]
            : [
                [
                  "Ort",
                  ...years.flatMap((year) =>
                    parts.map((part) =>
                      way === "behind" ? `${part} ${year}` : `"${year}${way === "in-lines" ? "\n" : " "}${part}"`,
                    ),
                  ),
                ],
              ];
        const rows = Array.from({ length: 7 }, (_, at) => [
          `Ort ${"ABCDEFG"[at]}`,
          ...years.flatMap((_year, of) => parts.map((_part, quarter) => 120 + at * 31 + of * 57 + quarter * 13)),
        ]);
        const { spec, dataset } = await guessOf([...heads, ...rows].map((row) => row.join(",")).join("\n"));
        expect(Object.keys(spec.measures)).toHaveLength(1);
        expect(dataset?.periods().map(({ start }) => start)).toEqual(
          years.flatMap((year) => ["01", "04", "07", "10"].map((month) => `${year}-${month}-01`)),
        );
        expect(dataset?.observations).toHaveLength(rows.length * 8);
      },
    ),
    { numRuns: 40 },
  );
});
