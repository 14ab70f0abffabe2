import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const towns = "Aber Barry Conwy Denbigh Ely Flint Gower Holyhead Irfon Jeffreys Kidwelly Llanelli Mold Neath".split(
  " ",
);
const table = (names: readonly string[], more: readonly string[] = []) =>
  `${[
    "Code,Place name,Claims,Visits",
    ...names.map((name, at) => `${101021007 + at * 3},${name},${135 + at * 17},${211 + at * 5}`),
    ...more,
  ].join("\n")}\n`;

describe("places are called by their names", () => {
  test("also where a few rows have none, and say why in the place of the code", async () => {
    const { spec, dataset, remarks } = await guessOf(
      table([...towns, ...towns.map((name) => `${name} West`)], ["Unknown,,175,15"]),
    );
    const [[id = "", dimension] = []] = Object.entries(spec.dimensions);
    expect(dimension).toMatchObject({ role: "area" });
    expect(spec.layout?.dimensions?.[id]).toEqual({ firstOf: ["Place name", "Code"] });
    expect(remarks.get(`layout.dimensions.${id}`)).toContain("no name");
    expect(dataset?.categories(id).map(({ label }) => label)).toEqual(expect.arrayContaining(["Aber", "Neath West"]));
  });

  test("below one heading over codes and names, where the names of totals stand among the codes", async () => {
    const wholes = ["Mainland,,3276,4120", "Islands,,615,1212"];
    const rows = towns.map((name, at) => `${at < 9 ? "0" : ""}${at + 1},${name},${135 + at * 17},${211 + at * 5}`);
    const { spec, dataset } = await guessOf(
      `${["Districts,Districts,Claims,Visits", ...rows, ...wholes].join("\n")}\n`,
    );
    const [id = ""] = Object.keys(spec.dimensions);
    expect(spec.layout?.dimensions?.[id]).toEqual({ firstOf: ["#B", "#A"] });
    expect(dataset?.categories(id).map(({ label }) => label)).toEqual([...towns, "Mainland", "Islands"]);
  });

  test("and by their codes where one name has several", async () => {
    const { spec } = await guessOf(table([...towns, ...towns], ["Unknown,,175,15"]));
    expect(Object.values(spec.layout?.dimensions ?? {})).not.toContainEqual({ firstOf: ["Place name", "Code"] });
  });

  test("and are two where their codes differ, however alike these are spelled", async () => {
    const { dataset, spec } = await guessOf(table([...towns, "Mold - North", "Mold North"]));
    const [id = ""] = Object.keys(spec.dimensions);
    expect(dataset?.categories(id)).toHaveLength(towns.length + 2);
    expect(dataset?.observations).toHaveLength((towns.length + 2) * 2);
  });
});

describe("codes and names in one cell", () => {
  const tableOf = (labels: readonly string[]) =>
    `${["Area,Claims,Visits", ...labels.map((label, at) => `${label},${135 + at * 17},${211 + at * 5}`)].join("\n")}\n`;
  const labelsOf = async (labels: readonly string[]) => {
    const { dataset, spec } = await guessOf(tableOf(labels));
    const [id = ""] = Object.keys(spec.dimensions);
    return dataset?.categories(id).map(({ label }) => label);
  };

  test.each([
    (name: string, at: number) => `E070002${10 + at} ${name}`,
    (name: string, at: number) => `${1101 + at}: ${name}`,
    (name: string, at: number) => `${name} (W060000${10 + at})`,
  ])("are read as the names alone", async (labelOf) => {
    const own = towns.slice(0, 10);
    expect(await labelsOf(own.map(labelOf))).toEqual(expect.arrayContaining(own));
  });

  test("are names as they stand where codes are years, of several kinds, or of one name each twice", async () => {
    const years = towns.map((name, at) => `${2001 + at} ${name}`);
    expect(await labelsOf(years)).toEqual(expect.arrayContaining(years.slice(0, 3)));
    const mixed = towns.map((name, at) => (at % 2 === 0 ? `1${101 + at} ${name}` : `1${101 + at}7 ${name}`));
    expect(await labelsOf(mixed)).toEqual(expect.arrayContaining(mixed.slice(0, 3)));
    const twice = towns.map((name, at) => `${1101 + at} ${towns[at % 5] ?? name}`);
    expect(await labelsOf(twice)).toEqual(expect.arrayContaining(twice.slice(0, 3)));
  });
});
