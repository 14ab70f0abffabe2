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
    expect(dataset?.categories(id).map(({ label }) => label)).toEqual(
      expect.arrayContaining(["Aber", "Neath West", "Unknown"]),
    );
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
