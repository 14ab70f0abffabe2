import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRowGroups, groupRows, sortByGroup } from "../../src/dataset/columns/group-rows.ts";
import { allRows, type ObservationColumns, observationAt } from "../../src/dataset/columns/observation-columns.ts";
import { type DatasetSpec, defineDataset, type Observation, readDataset } from "../../src/dataset/index.ts";

const areas = ["Kent", "Essex", "Bath", "Leeds"];
const years = ["2017", "2018", "2019"];
const kinds = ["Theft", "Arson", "Fraud"];
const vintages = ["2020", "2021-05", "2022-01-31"];
const remarks = ["", "provisional", "Counted anew"];

type Row = {
  readonly area: string;
  readonly year: string;
  readonly kind: string;
  readonly published: string;
  readonly note: string;
  readonly offences: string;
  readonly officers: string;
};

const definition = (disclosure?: DatasetSpec["disclosure"]) =>
  defineDataset({
    title: "Offences",
    dimensions: {
      area: { role: "area", label: "Area" },
      year: { role: "time", label: "Year" },
      kind: { role: "category", label: "Kind" },
    },
    measures: {
      offences: {
        label: "Offences",
        unit: { one: "offence", other: "offences" },
        statType: "count",
        absent: "not-available",
      },
      officers: {
        label: "Officers",
        unit: { one: "officer", other: "officers" },
        statType: "mean",
        dimensions: ["year", "area"],
      },
    },
    sources: { home: { title: "Offences", publisher: "Home Office", kind: "official-statistics" } },
    layout: {
      vintage: { column: "published" },
      note: { column: "note" },
      statuses: [{ noteContains: "provisional", status: "provisional" }],
    },
    notSums: ["offences"],
    ...(disclosure && { disclosure }),
  });

/** What a cell of the file holds, by the text that stands there. */
const cells: Readonly<Record<string, Observation["cell"]>> = {
  "1,204": { state: "value", value: 1204 },
  "7": { state: "value", value: 7 },
  "0": { state: "value", value: 0 },
  "<5": { state: "suppressed" },
  "*": { state: "suppressed" },
  "": { state: "missing", reason: "not-supplied" },
  "[z]": { state: "missing", reason: "not-applicable" },
  "..": { state: "missing", reason: "unavailable" },
};

/** A figure is a matter of its cell and edition: rows that repeat these say the same, or leave it empty. */
const table = fc
  .tuple(
    fc.array(
      fc.record({
        area: fc.constantFrom(...areas),
        year: fc.constantFrom(...years),
        kind: fc.constantFrom(...kinds),
        published: fc.constantFrom(...vintages),
        note: fc.constantFrom(...remarks),
        isEmpty: fc.boolean(),
      }),
      { minLength: 1, maxLength: 60 },
    ),
    fc.array(fc.constantFrom(...Object.keys(cells)), { minLength: 150, maxLength: 150 }),
  )
  .map(([places, texts]) =>
    places.map(({ isEmpty, ...place }): Row => {
      const { area, year, kind, published } = place;
      const edition =
        vintages.indexOf(published) + vintages.length * (areas.indexOf(area) + areas.length * years.indexOf(year));
      const offences = isEmpty ? "" : (texts[edition + 36 * kinds.indexOf(kind)] ?? "");
      return { ...place, offences, officers: texts[108 + edition] ?? "" };
    }),
  );

/** What rows come to, worked out one object at a time. */
function naive(rows: readonly Row[]): readonly Observation[] {
  const found = new Map<string, Observation>();
  for (const { area, year, kind, published, note, offences, officers } of rows) {
    const [areaId, period] = [area.toLowerCase(), `${year}-01-01/${Number(year) + 1}-01-01`];
    const statuses = note === "provisional" ? (["provisional"] as const) : [];
    const own = { source: "home", vintage: published, statuses, note };
    const both = [
      { measure: "offences", at: { area: areaId, year: period, kind: kind.toLowerCase() }, text: offences },
      { measure: "officers", at: { year: period, area: areaId }, text: officers },
    ];
    for (const { measure, at, text } of both) {
      const observation: Observation = { measure, at, cell: cells[text] as Observation["cell"], ...own };
      const key = JSON.stringify([measure, at, published]);
      const known = found.get(key);
      if (!known || (isBlank(known) && !isBlank(observation))) found.set(key, observation);
      else if (!isBlank(observation) || isBlank(known)) found.set(key, together(known, observation));
    }
  }
  // A cell that one edition hides is hidden in all.
  const hidden = new Set([...found.values()].filter(({ cell }) => cell.state === "suppressed").map(cellOf));
  return [...found.values()].map((own) => (hidden.has(cellOf(own)) ? { ...own, cell: { state: "suppressed" } } : own));
}

const isBlank = ({ cell }: Observation) => cell.state === "missing" && cell.reason === "not-supplied";
const cellOf = ({ measure, at }: Observation) => JSON.stringify([measure, at]);
const together = (a: Observation, b: Observation): Observation => ({
  ...a,
  statuses: [...new Set([...a.statuses, ...b.statuses])].sort(),
  note: [...new Set([...a.note.split("\n"), b.note].filter(Boolean))].sort().join("\n"),
});

const read = (rows: readonly Row[]) => readDataset(definition(), { rows }, { id: "offences" });

describe("observations in columns", () => {
  test("are those of the rows, found by their cell: revisions, repeated rows, blanks, measures that are broken down differently", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const dataset = await read(rows);
        const expected = naive(rows);
        expect(dataset.observations).toEqual(expected);
        for (const area of areas)
          for (const year of years)
            for (const kind of kinds) {
              const at = {
                area: area.toLowerCase(),
                year: `${year}-01-01/${Number(year) + 1}-01-01`,
                kind: kind.toLowerCase(),
              };
              for (const measure of ["offences", "officers"] as const) {
                const own = measure === "offences" ? at : { year: at.year, area: at.area };
                expect(dataset.lookup(measure, at)).toEqual(
                  expected.filter((one) => cellOf(one) === JSON.stringify([measure, own])),
                );
              }
            }
      }),
    );
  });

  test("are one object each, whoever asks", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const dataset = await read(rows);
        const { measure, at } = observationAt(dataset.columns, dataset.columns.length - 1);
        const [asked] = dataset.lookup(measure, at);
        const welsh = dataset.inLanguage({ lang: "cy", periodName: ({ label }) => `Blwyddyn ${label}` });
        expect(welsh.lookup(measure, at)[0]).toBe(asked);
        expect(dataset.observations.some((own) => own === asked)).toBe(true);
        expect(dataset.lookup(measure, at)[0]).toBe(asked);
      }),
    );
  });

  test("are read the same by a worker, from a copy and from shared memory", async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const { columns, observations } = await read(rows);
        for (const copy of [structuredClone(columns), shared(columns)])
          expect(observations.map((_, row) => observationAt(copy, row))).toEqual(observations);
      }),
    );
  });

  test("keep nothing of what is hidden, nor of the order of the rows", async () => {
    const secret = definition({ profile: { hide: { from: 1, to: 9 } }, measures: { officers: "publish" } });
    const whole = areas.flatMap((area, one) =>
      years.flatMap((year, two) =>
        kinds.map((kind, three): Row => {
          const count = (one * 7 + two * 5 + three * 3) % 11;
          return {
            area,
            year,
            kind,
            published: "2020",
            note: `${count} in ${area}`,
            offences: count === 3 ? "<5" : `${count}`,
            officers: "70",
          };
        }),
      ),
    );
    const expected = (await readDataset(secret, { rows: whole }, { id: "offences" })).columns;
    expect(JSON.stringify(expected)).not.toContain(" in ");
    expect(expected.cells.ranges).toBeUndefined();
    expect([...expected.cells.values].filter((value) => value >= 1 && value <= 9)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(whole, { minLength: whole.length }), async (rows) => {
        const { columns } = await readDataset(secret, { rows }, { id: "offences" });
        expect(columns).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

/** The same columns, with their numbers in memory that threads share. */
const shared = (columns: ObservationColumns): ObservationColumns => onSharedMemory(columns) as ObservationColumns;

function onSharedMemory(value: unknown): unknown {
  if (value instanceof Uint32Array) return new Uint32Array(sharedBytes(value));
  if (value instanceof Uint8Array) return new Uint8Array(sharedBytes(value));
  if (value instanceof Float64Array) return new Float64Array(sharedBytes(value));
  if (Array.isArray(value)) return value.map(onSharedMemory);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, onSharedMemory(inner)]));
}

function sharedBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): SharedArrayBuffer {
  const bytes = new SharedArrayBuffer(byteLength);
  new Uint8Array(bytes).set(new Uint8Array(buffer, byteOffset, byteLength));
  return bytes;
}

describe("groups of rows", () => {
  /** Codes that repeat, and codes that are far apart: both ways of grouping. */
  const keysOf = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom(2, 5, 100_000, 2 ** 32 - 1))
    .chain(([width, length, most]) =>
      fc.array(fc.array(fc.nat({ max: most }), { minLength: length, maxLength: length }), {
        minLength: width,
        maxLength: width,
      }),
    )
    .map((keys) => keys.map((codes) => Uint32Array.from(codes)));

  test("are those of a map by all codes, in the order of their first rows", () => {
    fc.assert(
      fc.property(keysOf, (keys) => {
        const length = keys[0]?.length ?? 0;
        const textOf = (row: number) => keys.map((codes) => codes[row]).join();
        const expected = new Map<string, number[]>();
        for (let row = 0; row < length; row += 1)
          expected.set(textOf(row), [...(expected.get(textOf(row)) ?? []), row]);
        const { groups, groupOf } = groupRows(keys, allRows({ length }));
        const { positions, starts } = sortByGroup(groupOf, groups.count);
        const found = Array.from({ length: groups.count }, (_, group) => [
          ...positions.subarray(starts[group], starts[group + 1]),
        ]);
        expect(found).toEqual([...expected.values()]);
        const hashed = createRowGroups(keys, length);
        expect(Array.from({ length }, (_, row) => hashed.add(row))).toEqual([...groupOf]);
        for (let row = 0; row < length; row += 1) {
          const codes = keys.map((own) => own[row] as number);
          const other = codes.map((code) => (code + 1) % 2 ** 32);
          const rowsLike = expected.get(other.join());
          for (const way of [groups, hashed]) {
            expect(way.find(codes)).toBe(groupOf[row]);
            expect(way.find(other)).toBe(rowsLike && groupOf[rowsLike[0] as number]);
          }
        }
      }),
    );
  });
});
