import { expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { allFittingSums } from "../../src/survey/sums/possible-sums.ts";
import { guessOf } from "./guess-of.ts";

/** What is said of sums among the areas, and what readers see of a table. */
async function readingOf(...rows: readonly string[]) {
  const csv = `Area,Children injured\n${rows.join("\n")}\n`;
  const { spec, remarks } = await guessOf(csv);
  const { area } = spec.dimensions;
  const shown = await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "figures" });
  const labelOf = (id: string | undefined) => shown.category("area", id ?? "")?.label ?? id;
  return {
    left: spec.layout?.rows?.except?.Area ?? [],
    possible: area?.role === "time" ? [] : (area?.possibleSums ?? []),
    hidden: shown.observations.flatMap(({ at, cell }) => (cell.state === "value" ? [] : [labelOf(at.area)])),
    remark: remarks.get("dimensions.area.possibleSums") ?? "",
    reason: remarks.get("layout.rows") ?? "",
  };
}

test("a region that no name tells of stays, and is protected as what it may be", async () => {
  const rows = ["Northside,66", "Southside,62", "Alder,61", "Birch,5", "Cedar,61", "Damson,1"];
  const { left, possible, hidden, remark } = await readingOf(...rows);
  expect(left).toEqual([]);
  expect(possible).toContainEqual({ whole: "southside", parts: ["cedar", "damson"] });
  // Of "Southside", 61 and 1, two figures are hidden at least.
  expect(hidden).toContain("Damson");
  expect(hidden.some((name) => name === "Southside" || name === "Cedar")).toBe(true);
  expect(remark).toContain("they stay in ranks");
});

test("one that holds a count which somebody has hidden is left out, where what is hidden may contradict it", async () => {
  const { left, reason } = await readingOf("Northside,64", "Alder,61", "Birch,c", "Cedar,231", "Damson,118");
  expect(left).toContain("Northside");
  expect(reason).toContain("counts that are hidden could be worked out");
});

test("one whose name has a sign of patterns is left out too, where no other fits it", async () => {
  for (const name of ["North*side", "Northside*"]) {
    const { left } = await readingOf(`${name},64`, "Alder,61", "Birch,c", "Cedar,231", "Damson,118");
    expect(left).toContain(name);
  }
});

test("regions above many districts are protected as the sums that they may be", async () => {
  const district = (name: string, at: number) => `${name} district ${"ABCDEFGH"[at]},${at === 2 ? 3 : 17 + at * 29}`;
  const region = (name: string) => [
    `${name},${[0, 1, 2, 3, 4, 5].reduce((sum, at) => sum + (at === 2 ? 3 : 17 + at * 29), 0)}`,
    ...[0, 1, 2, 3, 4, 5].map((at) => district(name, at)),
  ];
  const { left, possible, hidden } = await readingOf(...region("North"), ...region("South"));
  expect(left).toEqual([]);
  expect(possible.map(({ whole }) => whole)).toEqual(expect.arrayContaining(["north", "south"]));
  for (const name of ["North", "South"])
    expect(hidden.filter((own) => own?.startsWith(name)).length).toBeGreaterThan(1);
});

test("a list of many areas, some of which are the sum of those below by chance, is read as it is", async () => {
  const counts = [12, 5, 7, 140, 3, 96, 31, 58, 77, 204, 19, 66, 45, 121];
  const { left } = await readingOf(...counts.map((count, at) => `${"ABCDEFGHIJKLMN"[at]}ton,${count}`));
  expect(left).toEqual([]);
});

test("areas are not left out beside one of which nothing is available, which would make any the sum of others", async () => {
  const counts = [212, "..", 307, 140, "..", 396, 231, 158, "..", 204, 319, 266, "..", 421];
  const { left } = await readingOf(...counts.map((count, at) => `${"ABCDEFGHIJKLMN"[at]}ton,${count}`));
  expect(left).toEqual([]);
});

test("of more rows than are added up it is said that they are not", async () => {
  const remarkOn = async (length: number) => {
    const rows = Array.from({ length }, (_, at) => `Place ${at}ton,${at === 7 ? 3 : 1000 + ((at * 7919) % 4001)}`);
    const { remarks } = await guessOf(`Area,Children injured\n${rows.join("\n")}\n`);
    return remarks.get("disclosure");
  };
  expect(await remarkOn(1100)).toContain("more rows than are added up");
  expect(await remarkOn(100)).not.toContain("Not looked at");
});

test("what has no figure beside those of a whole makes no further sum of it", async () => {
  const regions = Array.from({ length: 12 }, (_, at) =>
    [
      ["Region", 66],
      ["Alder", 41],
      ["Birch", 3],
      ["Cedar", 22],
    ].map(([name, count]) => `${name} ${"ABCDEFGHIJKL"[at]}ton,${2001 + at},${count}`),
  );
  const { dataset } = await guessOf(`Area,Year,Children injured\n${regions.flat().join("\n")}\n`);
  if (!dataset) throw new Error("The table cannot be read.");
  const { sums, isCut } = allFittingSums({ dataset, dimension: "area", tiling: undefined });
  expect(isCut).toBe(false);
  expect(sums.map(({ parts }) => parts.length)).toEqual(regions.map(() => 3));
});
