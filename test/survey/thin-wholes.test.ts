import { describe, expect, it } from "vitest";
import { type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { thinWholes } from "../../src/survey/sums/thin-wholes.ts";

const spec = {
  title: "Lettings",
  dimensions: { area: { role: "area", label: "Area" } },
  measures: { lettings: { label: "Lettings", unit: { one: "letting", other: "lettings" }, statType: "count" } },
  sources: { office: { title: "Lettings", publisher: "Office", kind: "official-statistics" } },
} satisfies DatasetSpec;

const read = (counts: readonly number[]) =>
  readDataset(
    defineDataset(spec),
    { rows: counts.map((lettings, at) => ({ area: `Place ${at}`, lettings })) },
    { id: "lettings" },
  );
const id = (at: number) => `place-${at}`;
const run = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => id(from + at));

/** Sixty counts in tens, without an order. */
const tens = Array.from({ length: 60 }, (_, at) => 10 * (3 + ((at * 37 + at * at * 11) % 91)));
const sumOf = (counts: readonly number[], from: number, to: number): number =>
  counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);

describe("wholes that may be sums by chance", () => {
  it("are those of one rounded figure among many", async () => {
    const counts = tens.with(30, sumOf(tens, 25, 29));
    expect(thinWholes(await read(counts), "area", { [id(30)]: run(25, 29) })).toEqual([id(30)]);
  });

  it("are none of large figures that nobody has rounded", async () => {
    const exact = tens.map((count, at) => count * 12_347 + ((at * 7919) % 10_007));
    const counts = exact.with(30, sumOf(exact, 25, 29));
    expect(thinWholes(await read(counts), "area", { [id(30)]: run(25, 29) })).toEqual([]);
  });

  it("are told by standing on the other side of their parts than most", async () => {
    const wholes = [0, 10, 20, 40];
    const exact = tens.map((count, at) => count * 12_347 + ((at * 7919) % 10_007));
    const above = exact.map((count, at) => (wholes.includes(at) ? sumOf(exact, at + 1, at + 5) : count));
    const counts = above.with(31, 30).with(32, 40).with(33, 70);
    const holds = Object.fromEntries(wholes.map((at) => [id(at), run(at + 1, at + 5)]));
    const found = thinWholes(await read(counts), "area", { ...holds, [id(33)]: run(31, 32) });
    expect(found).toEqual([id(33)]);
  });
});
