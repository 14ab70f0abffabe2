import { BriefingError, generateBriefing } from "briefwright";
import { type BriefingRecord, formatBriefingRecord, parseBriefingRecord } from "briefwright/record";
import { describe, expect, it } from "vitest";
import regions, { data as regionsData } from "../../examples/regions/briefing.ts";
import article, { data as articleData } from "../../examples/thames-valley/briefing.ts";
import { inPart, someOf } from "../support/trials.ts";
import { figureOf, recordOf } from "./offences.ts";

const rows = "Kent,2017/18,114,2019-01\nKent,2018/19,274,2019-01\nEssex,2018/19,300,2019-01\n";

describe("a record", () => {
  it("traces each figure to its cells, with source and vintage", async () => {
    const { record } = await recordOf(rows);
    const rise = figureOf(record, "rise");
    expect(rise).toMatchObject({ printed: true, value: "140%", period: "2017/18 to 2018/19", area: "Kent" });
    expect(rise?.evidence.map(({ role, observation }) => [role, record.observations[observation]])).toEqual([
      ["from", expect.objectContaining({ state: "value", value: 114, vintage: "2019-01", source: "home" })],
      ["to", expect.objectContaining({ state: "value", value: 274, labels: { area: "Kent", period: "2018/19" } })],
    ]);
    expect(record.sources.map(({ id }) => id)).toEqual(["home"]);
    expect(record.parameters).toEqual({ area: "kent" });
  });

  it("says what is printed, and what is only computed", async () => {
    const { record } = await recordOf(rows);
    expect(record.claims.filter(({ printed }) => printed).map(({ id }) => id)).toEqual(["total", "rise", "said"]);
    expect(record.cells.map(({ id, printed, value }) => [id, printed, value])).toEqual([
      ["years.2017-04-01/2018-04-01.offences", true, "114"],
      ["years.2018-04-01/2019-04-01.offences", true, "274"],
    ]);
    expect(record.charts).toMatchObject([{ id: "years", printed: true }]);
  });

  it("holds no number of a hidden cell, nor one that an earlier vintage gave", async () => {
    const { record } = await recordOf(
      "Kent,2017/18,7919,2018-01\nKent,2017/18,[c],2019-01\nKent,2018/19,274,2019-01\n",
    );
    expect(formatBriefingRecord(record)).not.toContain("7919");
    expect(figureOf(record, "rise")).toMatchObject({ value: "[c]", figure: null, absence: "suppressed" });
    const hidden = record.observations.filter(({ state }) => state === "suppressed");
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every((observation) => !("value" in observation))).toBe(true);
  });

  it("does not change with a cell that no figure of it rests on: nobody can try out values against its hash", async () => {
    const formatted = async (essex: number) =>
      formatBriefingRecord((await recordOf(rows.replace("300", String(essex)))).record);
    expect(await formatted(1)).toBe(await formatted(300));
    const { record } = await recordOf(rows.replace("274", "275"));
    expect(record.datasets[0]?.hash).not.toBe((await recordOf(rows)).record.datasets[0]?.hash);
  });

  it("shares with others of its batch only what nobody can change in place", async () => {
    const { record } = await recordOf(rows);
    const [observation] = record.observations;
    expect(() => Object.assign(observation?.labels ?? {}, { area: "Essex" })).toThrow(TypeError);
    expect(() => Object.assign(record.cells[0]?.figure ?? {}, { rounded: 1 })).toThrow(TypeError);
    expect(() => Object.assign(record.datasets[0]?.measures ?? {}, { more: 1 })).toThrow(TypeError);
  });

  it("reads back as it was written", async () => {
    const { record } = await recordOf(rows);
    expect(parseBriefingRecord(formatBriefingRecord(record), "kent.claims.json")).toEqual(record);
  });

  it("is the same for the same briefing", async () => {
    expect(formatBriefingRecord((await recordOf(rows)).record)).toBe(
      formatBriefingRecord((await recordOf(rows)).record),
    );
  });

  it("names everything that is wrong in a file", async () => {
    const { record } = await recordOf(rows);
    const broken = {
      ...record,
      digest: "",
      version: 2,
      claims: [{ ...record.claims[0], evidence: [{ role: 1, observation: 0 }] }],
    };
    const dangling = {
      ...record,
      digest: "",
      claims: [{ ...record.claims[0], evidence: [{ role: "of", observation: 99 }] }],
    };
    const fieldsOf = (text: string) => {
      try {
        parseBriefingRecord(text, "old.claims.json");
      } catch (error) {
        return (error as BriefingError).diagnostics.map(({ code, source }) => [
          code,
          source?.file,
          source?.field ?? source?.id,
        ]);
      }
      return [];
    };
    expect(fieldsOf("{")).toEqual([["invalid-json", "old.claims.json", undefined]]);
    expect(fieldsOf(JSON.stringify(broken))).toEqual([
      ["invalid-record", "old.claims.json", "version"],
      ["invalid-record", "old.claims.json", "claims.0.evidence.0.role"],
    ]);
    expect(fieldsOf(JSON.stringify(dangling))).toEqual([["invalid-record", "old.claims.json", "total"]]);
  });

  it("is read however its file is laid out, and not with anything changed in it", async () => {
    const { record } = await recordOf(rows);
    const written = JSON.parse(formatBriefingRecord(record));
    const reversed = Object.fromEntries(Object.entries(written).reverse());
    expect(parseBriefingRecord(JSON.stringify({ $schema: "r.json", ...reversed }, null, 4), "kent")).toEqual(record);
    const places = placesIn(written);
    for (const { holder, key, value } of someOf(places, inPart(places.length, 60))) {
      holder[key] = typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : `${value}1`;
      expect(() => parseBriefingRecord(JSON.stringify(written), "kent.claims.json"), key).toThrow(BriefingError);
      holder[key] = value;
    }
    expect(() => parseBriefingRecord(JSON.stringify(record), "kent.claims.json")).toThrow(/digest/);
  });
});

/** What the figures of the examples are, worked out from the cells that their records name, by plain division. */
type Cells = Readonly<Record<string, readonly number[]>>;
const worked: Readonly<Record<string, (cells: Cells) => number | undefined>> = {
  count: ({ of = [] }) => of.reduce((sum, value) => sum + value, 0),
  rate: ({ of = [] }) => of[0],
  change: (cells) => (cells.to?.[0] ?? Number.NaN) / (cells.from?.[0] ?? Number.NaN) - 1,
};

describe.each([
  ["the article", () => generateBriefing(article, { data: articleData, formats: ["html"] })],
  ["a region", () => generateBriefing(regions, { data: regionsData, parameters: { area: "kent" }, formats: ["html"] })],
])("the record of %s", (_, generate) => {
  it("names cells from which its figures can be worked out again", async () => {
    const { record }: { readonly record: BriefingRecord } = await generate();
    let checked = 0;
    for (const { kind, figure, evidence, spec } of [...record.claims, ...record.cells]) {
      const work = worked[kind];
      if (!figure || figure.value === null || !work || "per" in spec || "mode" in spec) continue;
      const cells: Record<string, number[]> = {};
      for (const { role, observation } of evidence) {
        const value = record.observations[observation]?.value;
        if (value !== undefined) cells[role] = [...(cells[role] ?? []), value];
      }
      expect(work(cells)).toBeCloseTo(figure.value, 9);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(10);
  });

  it("has the figures that the page shows, and no others, among those printed", async () => {
    const { record, html } = await generate();
    const shown = new Set([...html.matchAll(/ data-claim="([^"]*)"/g)].map(([, id]) => id));
    const recorded = new Set([...record.claims, ...record.cells].filter(({ printed }) => printed).map(({ id }) => id));
    expect([...shown].filter((id) => id !== undefined && !recorded.has(id))).toEqual([]);
  });
});

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly value: unknown;
}

/** Where a file says something: each text, number and answer in it. */
const placesIn = (holder: Record<string, unknown>): readonly Place[] =>
  Object.entries(holder).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? placesIn(value as Record<string, unknown>)
      : value === null
        ? []
        : [{ holder, key, value }],
  );
