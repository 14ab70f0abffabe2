import { describe, expect, test } from "vitest";
import { defineDataset, readDataset } from "../../src/dataset/index.ts";
import { guessOf } from "./guess-of.ts";

const names = "Alder Birch Cedar Damson Elder Fir Gorse Hazel Ivy Juniper Kelp Larch".split(" ");
const quarters = names.map((name, at) => ({
  name,
  people: 1204 + at * 317 + ((at * at * 53) % 211),
  children: 211 + at * 47 + ((at * at * 31) % 83),
  arrivals: 96 + at * 13 + ((at * at * 17) % 41),
  moves: at === 7 ? 2 : 31 + at * 5 + ((at * at * 7) % 19),
}));
type Quarter = (typeof quarters)[number];

const wholeOf = (name: string, own: readonly Quarter[], off = 0): Quarter => {
  const sum = (id: "people" | "children" | "arrivals" | "moves") => own.reduce((all, one) => all + one[id], 0);
  return {
    name,
    people: sum("people"),
    children: sum("children"),
    arrivals: sum("arrivals") + off,
    moves: sum("moves"),
  };
};
const [north, south] = [quarters.slice(0, 7), quarters.slice(7)];
/** Prices are not known of each quarter. */
const row = ({ name, people, children, arrivals, moves }: Quarter, at: number): string =>
  [
    name,
    people,
    children,
    ((100 * children) / people).toFixed(1),
    arrivals,
    moves,
    at % 4 === 1 ? "." : 1500 + at * 77,
  ].join(",");
const heading = "Quarter,People,Children,% children,Arrivals,Moves,Price per m²";
const table = (rows: readonly Quarter[]): string => `${[heading, ...rows.map(row)].join("\n")}\n`;

/** What tells of the wholes in a definition: rows that are left out, the end of the table, or a declaration. */
async function toldOf(csv: string) {
  const { spec, dataset } = await guessOf(csv);
  const own = spec.dimensions.quarter;
  const declared = own && own.role !== "time" ? [own.total, ...Object.keys(own.holds ?? {})] : [];
  const left = [spec.layout?.rows?.except?.Quarter ?? []].flat();
  const behind = csv
    .trim()
    .split("\n")
    .slice(spec.layout?.lastRow ?? Number.POSITIVE_INFINITY)
    .map((line) => line.split(",")[0]);
  return { told: [...declared, ...left, ...behind].flatMap((name) => name?.toLowerCase() ?? []), spec, dataset };
}

describe("rows of a whole among its areas, by their figures", () => {
  const wholes = [wholeOf("Northside", north), wholeOf("Southside", south), wholeOf("Harbour", quarters)];

  test("below all of them", async () => {
    const { told } = await toldOf(table([...quarters, ...wholes]));
    expect(told).toEqual(expect.arrayContaining(["northside", "southside", "harbour"]));
  });

  test("where one measure is off by rounding", async () => {
    const off = [wholes[0], wholes[1], wholeOf("Harbour", quarters, 1)] as readonly Quarter[];
    const { told } = await toldOf(table([...quarters, ...off]));
    expect(told).toEqual(expect.arrayContaining(["northside", "southside", "harbour"]));
  });

  test("where districts hold quarters that stand anywhere", async () => {
    const [odd, even] = [quarters.filter((_, at) => at % 2 === 1), quarters.filter((_, at) => at % 2 === 0)];
    const { told } = await toldOf(
      table([...quarters, wholeOf("Northside", odd), wholeOf("Southside", even), wholeOf("Harbour", quarters)]),
    );
    expect(told).toEqual(expect.arrayContaining(["northside", "southside", "harbour"]));
  });

  test("where what describes each row was taken for what they are broken down by", async () => {
    const marks = (at: number) => (at % 3 === 0 ? `K${at}/x` : `Z-${at}`);
    const csv = `${heading},Note\n${[...quarters, ...wholes].map((own, at) => `${row(own, at)},${marks(at)}`).join("\n")}\n`;
    const { told } = await toldOf(csv);
    expect(told).toEqual(expect.arrayContaining(["northside", "southside", "harbour"]));
  });

  test("where districts are called as one of their quarters", async () => {
    const csv = table([...quarters, wholeOf("Cedar", north), wholeOf("Juniper", south), wholeOf("Harbour", quarters)]);
    const { told, spec, dataset } = await toldOf(csv);
    expect(told).toEqual(["cedar", "juniper", "harbour"]);
    // All that is read are the quarters, so that no rank or sum has a district in it, and nothing is left of one.
    expect(dataset?.categories("quarter").map(({ label }) => label)).toEqual(names);
    const people = dataset?.observations.filter(({ measure }) => measure === "people");
    expect(people?.map(({ cell }) => (cell.state === "value" ? cell.value : undefined))).toEqual(
      quarters.map((own) => own.people),
    );
    const shown = await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "data" });
    expect(
      shown.observations.filter(({ cell }) => cell.state === "suppressed").map(({ measure, at }) => [measure, at]),
    ).toEqual([["moves", { quarter: "hazel" }]]);
  });

  test("and no quarter is one", async () => {
    const { told } = await toldOf(table(quarters));
    expect(told).toEqual([]);
  });
});
