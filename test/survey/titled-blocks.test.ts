import { describe, expect, test } from "vitest";
import { guessOf } from "./guess-of.ts";

const towns = "Ashford Bexhill Crawley Dover Epsom Fareham Gosport Havant".split(" ");
const rows = (from: number, names: readonly string[] = towns) =>
  names.map((name, at) => `${name},${from + at * 7},${from + at * 9}`);

describe("blocks below titles of their own, and headings that come again, are told apart by the titles", () => {
  test.each([
    ["behind an empty row", [""]],
    ["without one", []],
  ])("%s", async (_, between) => {
    const { spec, dataset } = await guessOf(
      [
        "Table 1: Births",
        "Area,2020,2021",
        ...rows(200),
        ...between,
        "Table 2: Deaths",
        "Area,2020,2021",
        ...rows(300),
      ].join("\n"),
    );
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual(towns);
    expect(dataset?.categories("section").map(({ label }) => label)).toEqual(["Table 1: Births", "Table 2: Deaths"]);
    expect(spec.layout?.repeatedRows).toBeUndefined();
    expect(dataset?.observations).toHaveLength(32);
  });

  test("with other rows in each", async () => {
    const [first, second] = [
      ["Asthma", "Burns", "Croup", "Flu"],
      ["Normal birth", "Caesarean", "Other birth"],
    ] as const;
    const { dataset } = await guessOf(
      [
        "All stays",
        "Diagnosis,Stays,Beds",
        ...rows(200, first),
        "Maternal stays",
        "Diagnosis,Stays,Beds",
        ...rows(300, second),
      ].join("\n"),
    );
    expect(dataset?.categories("diagnosis").map(({ label }) => label)).toEqual([...first, ...second]);
    expect(dataset?.categories("section").map(({ label }) => label)).toEqual(["All stays", "Maternal stays"]);
  });

  test("but headings alone that come again on a new page are nothing", async () => {
    const { spec, dataset } = await guessOf(
      [
        "Table 1: Births",
        "Area,2020,2021",
        ...rows(200, towns.slice(0, 4)),
        "Area,2020,2021",
        ...rows(300, towns.slice(4)),
      ].join("\n"),
    );
    expect(spec.dimensions).not.toHaveProperty("section");
    expect(dataset?.categories("area").map(({ label }) => label)).toEqual(towns);
  });
});

describe("what says nothing is told of", () => {
  test("figures that are all zero", async () => {
    const { remarks } = await guessOf(
      ["Area,Cases,Deaths", ...towns.map((name, at) => `${name},0,${10 + at}`)].join("\n"),
    );
    expect(remarks.get("measures.cases")).toContain("All of its figures are 0");
    expect(remarks.get("measures.deaths")).toBeUndefined();
  });

  test("counts that are all hidden", async () => {
    const small = (count: (at: number) => number) =>
      guessOf(["Area,Children absent", ...towns.map((name, at) => `${name},${count(at)}`)].join("\n"));
    expect((await small((at) => 1 + (at % 4))).remarks.get("disclosure")).toContain("shows none of them");
    expect((await small((at) => 1 + (at % 7))).remarks.get("disclosure")).not.toContain("shows none of them");
  });
});
