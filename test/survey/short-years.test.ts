import { expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const table = (heading: string, years: readonly string[]) =>
  [
    `Kind;${heading};Departement code;Facts`,
    ...["01", "02", "03", "2A", "75", "77"].flatMap((code, at) =>
      ["Theft", "Fraud"].flatMap((kind, which) =>
        years.map((year, of) => `${kind};${year};${code};${140 + at * 31 + which * 17 + of * 5}`),
      ),
    ),
  ].join("\n");

test.each(["annee", "Year", "Jahr"])("years of two digits that follow each other are years: %s", async (heading) => {
  const { dataset, spec, remarks } = await guessOf(table(heading, ["16", "17", "18", "19"]));
  expect(dataset?.periods().map(({ start }) => start.slice(0, 4))).toEqual(["2016", "2017", "2018", "2019"]);
  expect(Object.values(spec.dimensions).filter(({ role }) => role === "time")).toHaveLength(1);
  expect([...remarks.values()].join(" ")).toMatch(/Guessed from its heading; check\. Years of two digits/u);
});

test("and numbers with gaps are none", async () => {
  const { spec } = await guessOf(table("annee", ["16", "17", "19"]));
  expect(Object.values(spec.dimensions).some(({ role }) => role === "time")).toBe(false);
});

test("two years that stand alone are both, where nothing says that they are one year", async () => {
  const rows = (label: string) =>
    ["Cork", "Derry", "Galway", "Sligo"].map((name, at) => `${label},${name},${4120 + at * 377}`).join("\n");
  const read = async (heading: string, label: string) =>
    (await guessOf(`${heading},Town,Residents\n${rows(label)}\n`)).dataset
      ?.periods()
      .map(({ start, endExclusive }) => [start, endExclusive]);
  expect(await read("Census Year", "2021/2022")).toEqual([["2021-01-01", "2023-01-01"]]);
  expect(await read("Financial year", "2021/2022")).toEqual([["2021-04-01", "2022-04-01"]]);
  const { remarks } = await guessOf(`Census Year,Town,Residents\n${rows("2021/2022")}\n`);
  expect(remarks.get("dimensions.period.format")).toContain("Both years together");
});
