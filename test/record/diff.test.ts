import { type BriefingRecord, diffBriefings } from "briefwright/record";
import { describe, expect, it } from "vitest";
import { recordOf } from "./offences.ts";

const before = "Kent,2017/18,114,2019-01\nKent,2018/19,274,2019-01\n";
const changesOf = async (earlier: string, later: string) => {
  const [previous, next] = await Promise.all([recordOf(earlier), recordOf(later)]);
  return diffBriefings(previous.record, next.record);
};
const kinds = ({ changes }: { readonly changes: readonly { readonly kind: string; readonly id: string }[] }) =>
  changes.map(({ kind, id }) => `${kind} ${id}`);

describe("two editions", () => {
  it("of the same data have nothing to tell", async () => {
    const diff = await changesOf(before, before);
    expect(diff).toMatchObject({ changes: [], changedDatasets: [] });
    expect(diff.unchanged).toBeGreaterThan(4);
  });

  it("tell a revision, with the cell that was revised", async () => {
    const diff = await changesOf(before, `${before}Kent,2017/18,120,2020-01\n`);
    expect(kinds(diff)).toEqual([
      "revised claim rise",
      "judged claim said",
      "revised cell years.2017-04-01/2018-04-01.offences",
      "revised chart years: 2017/18, Offences",
    ]);
    expect(diff.changedDatasets).toEqual(["offences"]);
    expect(diff.changes[0]).toMatchObject({
      before: { value: "140%" },
      after: { value: "128%" },
      cells: [
        {
          labels: { area: "Kent", period: "2017/18" },
          before: { state: "value", value: 114, vintage: "2019-01" },
          after: { state: "value", value: 120, vintage: "2020-01" },
        },
      ],
    });
  });

  it("tell a new period from a revision, and the rows that come with it", async () => {
    const diff = await changesOf(before, `${before}Kent,2019/20,300,2020-01\n`);
    expect(kinds(diff)).toEqual([
      "updated claim total",
      "updated claim rise",
      "appeared cell years.2019-04-01/2020-04-01.offences",
      "appeared chart years: 2019/20, Offences",
    ]);
    expect(diff.changes[0]).toMatchObject({ before: { value: "274", period: "2018/19" }, after: { value: "300" } });
  });

  it("tell what is hidden now, and what was", async () => {
    const hidden = "Kent,2017/18,[c],2019-01\nKent,2018/19,274,2019-01\n";
    expect(kinds(await changesOf(before, hidden))).toEqual([
      "hidden claim rise",
      "hidden claim said",
      "hidden cell years.2017-04-01/2018-04-01.offences",
      "hidden chart years: 2017/18, Offences",
    ]);
    expect(kinds(await changesOf(hidden, before)).filter((kind) => kind.startsWith("shown"))).toHaveLength(4);
  });

  it("tell no count that one of them hides, nor what is made of it", async () => {
    const hidden = "Kent,2017/18,[c],2019-01\nKent,2018/19,274,2019-01\n";
    for (const [earlier, later] of [
      [before, hidden],
      [hidden, before],
    ] as const) {
      const diff = await changesOf(earlier, later);
      expect(diff.changes.every(({ withheld }) => withheld)).toBe(true);
      expect(JSON.stringify(diff)).not.toMatch(/114|140%/);
      expect(diff.changes[0]?.cells[0]).toMatchObject({
        before: { vintage: "2019-01" },
        after: { vintage: "2019-01" },
      });
    }
  });

  it("tell no difference of what may be the total of a count that is hidden", async () => {
    const [earlier, later] = await Promise.all([
      recordOf(before),
      recordOf(`${before}Kent,2018/19,281,2020-01\nKent,2017/18,120,2020-01\n`),
    ]);
    const hiding = (record: BriefingRecord, period: string): BriefingRecord => {
      const own = record.observations.find(({ labels }) => labels.period === period);
      if (!own) throw new Error("There is no such cell.");
      const { value: _, ...other } = own;
      const essex = { at: { ...own.at, area: "essex" }, labels: { ...own.labels, area: "Essex" } };
      return { ...record, observations: [...record.observations, { ...other, ...essex, state: "suppressed" }] };
    };
    const plain = diffBriefings(earlier.record, later.record);
    expect(JSON.stringify(plain)).toMatch(/274.*281/);
    expect(plain.changes.some(({ withheld }) => withheld)).toBe(false);
    for (const [one, other] of [
      [hiding(earlier.record, "2018/19"), later.record],
      [earlier.record, hiding(later.record, "2018/19")],
    ] as const) {
      const diff = diffBriefings(one, other);
      expect(kinds(diff)).toEqual(kinds(plain));
      expect(JSON.stringify(diff)).not.toMatch(/274|281/);
      // The year before has no hidden count.
      expect(diff.changes.find(({ id }) => id.startsWith("cell years.2017"))).toMatchObject({
        withheld: false,
        before: { value: "114" },
        after: { value: "120" },
      });
    }
  });

  it("tell what only one of them prints", async () => {
    const { record } = await recordOf(before);
    const without: BriefingRecord = { ...record, claims: record.claims.filter(({ id }) => id !== "rise") };
    expect(kinds(diffBriefings(record, without))).toEqual(["vanished claim rise"]);
    expect(kinds(diffBriefings(without, record))).toEqual(["appeared claim rise"]);
  });

  it("tell a claim that asks for something else under its name", async () => {
    const { record } = await recordOf(before);
    const [total, ...claims] = record.claims;
    const other = { ...total!, spec: { ...total!.spec, of: { at: { area: "essex" } } }, area: "Essex" };
    expect(kinds(diffBriefings(record, { ...record, claims: [other, ...claims] }))).toEqual(["redefined claim total"]);
  });
});
