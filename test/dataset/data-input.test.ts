import { describe, expect, expectTypeOf, test } from "vitest";
import { count } from "../../src/claims/index.ts";
import { type DataInput, defineDataset, loadDatasets, readDataset } from "../../src/dataset/index.ts";
import { formatDiagnostic } from "../../src/diagnostics/index.ts";
import { defineBriefing, generateBriefings } from "../../src/doors/index.ts";
import { failureOf, laterDiagnosticsOf } from "../support/diagnostics-of.ts";

const offences = defineDataset({
  title: "Offences",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { offences: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
});
type Input = DataInput<typeof offences>;

const csv = "area,year,offences\nKent,2018,12\nEssex,2018,30\n";
const rows = [
  { area: "Kent", year: 2018, offences: 12 },
  { area: "Essex", year: "2018", offences: 30n },
];
const read = (input: Input) => readDataset(offences, input, { id: "offences" });
const saidOf = async (input: unknown) => (await laterDiagnosticsOf(() => read(input as Input))).map(formatDiagnostic);

describe("the data of a dataset", () => {
  const before = read({ csv });
  test.each<[what: string, input: Input]>([
    ["a text", { csv }],
    ["bytes", { bytes: Buffer.from(csv), file: "offences.csv" }],
    ["rows", { rows }],
    ["rows as lists", { rows: [["area", "year", "offences"], ...rows.map((row) => Object.values(row))] }],
    [
      "several texts",
      csv
        .split("\n")
        .slice(1, 3)
        .map((line) => ({ csv: `area,year,offences\n${line}\n` })),
    ],
    ["a function", () => ({ rows })],
    ["a function that gives several", () => [{ rows: rows.slice(0, 1) }, { rows: rows.slice(1) }]],
    ["an async function", async () => ({ csv })],
    ["a function that gives a dataset", () => before],
  ])("may be %s", async (_, input) => {
    expect((await read(input)).observations).toEqual((await before).observations);
  });

  test("has the types of what may be given", () => {
    expectTypeOf<() => Promise<{ rows: { area: string }[] }>>().toExtend<Input>();
    expectTypeOf<() => number>().not.toExtend<Input>();
    expectTypeOf<Promise<{ csv: string }>>().not.toExtend<Input>();
  });
});

describe("a function", () => {
  test("is called once for a batch, whatever the number of areas", async () => {
    let calls = 0;
    const lines = Array.from({ length: 43 }, (_, index) => `Area ${index},2018,${100 + index}`);
    const briefing = defineBriefing({
      title: "Offences in {{area.label}}",
      lang: "en-GB",
      datasets: { offences },
      parameters: { area: { kind: "category", dataset: "offences", dimension: "area" } },
      claims: ({ offences, area }) => ({ total: count(offences, { area, year: "latest" }) }),
      template: { file: "offences.hbs", text: '<p>{{claim "total"}}</p>' },
    });
    const data = {
      offences: async () => {
        calls += 1;
        return { csv: `area,year,offences\n${lines.join("\n")}\n` };
      },
    };
    let generated = 0;
    for await (const { status } of generateBriefings(briefing, { data, each: "area", formats: ["html"] }))
      if (status === "generated") generated += 1;
    expect({ calls, generated }).toEqual({ calls: 1, generated: 43 });
  });

  test("that fails is an error of its dataset, with what it threw as the cause", async () => {
    const cause = new Error("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:5432") });
    const error = await failureOf(() => read(() => Promise.reject(cause)));
    expect(error.cause).toBe(cause);
    expect(error.message).toBe(
      'offences: error: The function that gives the data of "offences" failed: fetch failed: connect ECONNREFUSED 127.0.0.1:5432. [data-failed]',
    );
  });

  test.each([
    ["a text", "no rows"],
    ["nothing", undefined],
    ["an object", { rows: 0 }],
    ["itself", new AggregateError([new Error("first"), new Error("second")])],
  ])("may throw %s", async (_, thrown) => {
    const throwing = () => {
      throw thrown;
    };
    const [said, ...others] = await saidOf(throwing);
    expect(said).toMatch(
      /^offences: error: The function that gives the data of "offences" failed: .*\. \[data-failed\]$/,
    );
    expect(others).toEqual([]);
  });

  test("does not hide what is wrong with the data of others", async () => {
    const failing = () => Promise.reject(new Error("no answer"));
    const load = loadDatasets({ one: offences, two: offences, three: offences } as const, {
      one: failing,
      two: { csv: "area,year,offences\nKent,2018,many\n" },
      three: failing,
    });
    const error = await failureOf(() => load);
    expect(error.diagnostics.map(({ code, source }) => [code, source?.id ?? source?.file])).toEqual([
      ["data-failed", "one"],
      ["bad-cell", "two"],
      ["data-failed", "three"],
    ]);
    expect((error.cause as AggregateError).errors.map(({ message }: Error) => message)).toEqual([
      "no answer",
      "no answer",
    ]);
  });

  test("that reads another dataset hands on what is wrong with it, with its own name", async () => {
    const [said] = await laterDiagnosticsOf(() => read(() => readDataset(offences, 5 as never, { id: "inner" })));
    expect(said).toMatchObject({ code: "invalid-data", source: { id: "inner" } });
  });
});

test.each<[input: unknown, said: string]>([
  [csv, 'The data of "offences" is a text where the name of a file stands. Write { csv: text }.'],
  ["", 'The data of "offences" is an empty text.'],
  [
    rows,
    'The data of "offences" is a list with an object with area, year, offences. If these are rows, write { rows: [ … ] }.',
  ],
  [[["Kent", 2018, 1]], 'The data of "offences" is a list with rows. Write { rows: [ … ] }.'],
  [[], 'The data of "offences" is an empty list.'],
  [Buffer.from(csv), 'The data of "offences" is bytes without a name. Write { bytes, file: "offences.csv" }.'],
  [Promise.resolve({ csv }), 'The data of "offences" is a promise. Give the function: async () => …'],
  [() => () => ({ csv }), 'The function that gives the data of "offences" gave a function.'],
  [() => undefined, 'The function that gives the data of "offences" gave undefined.'],
  [() => Buffer.from(csv), 'The function that gives the data of "offences" gave bytes without a name.'],
  [new URL("https://example.org/a.csv"), "an address, and nothing is fetched that you do not fetch. Write async () =>"],
])("what is no data is told with what to write: %#", async (input, said) => {
  const [first, ...others] = await saidOf(input);
  expect(first).toContain(said);
  expect(first).toMatch(/^offences: error: .* \[invalid-data\]$/);
  expect(others).toEqual([]);
});

test("cells that nobody can write down are told with their place", async () => {
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const said = await saidOf({ rows: [{ area: "Kent", year: new Date(Number.NaN), offences: circular }] });
  expect(said).toEqual([
    "offences, row 2: error: Cell B2 holds a date that is none. [invalid-row]",
    "offences, row 2: error: Cell C2 holds what cannot be written as JSON. [invalid-row]",
  ]);
});

test("a whole number that a program cannot keep exactly is no figure, of whatever kind", async () => {
  const mean = defineDataset({
    ...offences.spec,
    measures: { offences: { label: "Mean", unit: { one: "offence", other: "offences" }, statType: "mean" } },
  });
  const read = (offences: unknown) =>
    laterDiagnosticsOf(() => readDataset(mean, { rows: [{ area: "Kent", year: 2018, offences }] }, { id: "mean" }));
  expect(await read(2n ** 53n - 1n)).toEqual([]);
  for (const large of [2n ** 53n + 1n, "9007199254740993", 1e21, "12345678901234567.5"])
    expect((await read(large)).map(({ code }) => code)).toEqual(["bad-cell"]);
});
