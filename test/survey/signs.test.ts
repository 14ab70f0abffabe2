import { describe, expect, it, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/index.ts";
import { type Legend, legendOfSheet } from "../../src/survey/index.ts";
import { readSheets } from "../../src/tables/index.ts";
import { guessOf } from "./guess-of.ts";

const lines = (...rows: readonly string[]): string => `${rows.join("\n")}\n`;

describe("what a file says of signs in the place of figures", () => {
  const legendOf = async (...rows: readonly string[]): Promise<Legend> => {
    const [sheet] = await readSheets(lines("Notes,", ...rows), { file: "notes.csv", diagnostics: createDiagnostics() });
    return sheet ? legendOfSheet(sheet) : new Map();
  };

  it.each([
    ["[z] = not applicable", { "[z]": "not-applicable" }],
    ["~ not applicable", { "~": "not-applicable" }],
    [": not available", { ":": "unavailable" }],
    ['"Symbols: x - figure not available; c = confidential"', { x: "unavailable", c: "suppressed" }],
    ["'..' denotes data that were not collected", { "..": "unavailable" }],
    ["- nil", { "-": "zero" }],
    ["* Fewer than five pupils", { "*": "suppressed" }],
    ['"Figures below 5 have been suppressed and replaced by an asterisk."', { "*": "suppressed" }],
    ['"Counts of 1 to 4 are shown as ""#"" to protect people."', { "#": "suppressed" }],
    [
      '"[c] confidential, [x] not available, [z] not applicable"',
      { "[c]": "suppressed", "[x]": "unavailable", "[z]": "not-applicable" },
    ],
    ["[x],Data not available", { "[x]": "unavailable" }],
    ["S,Suppressed to avoid disclosure", { s: "suppressed" }],
    ["... datos no disponibles", { "...": "unavailable" }],
    ["A change of method makes 2019 not comparable", {}],
    ["We counted all who came", {}],
  ])("%s", async (line, expected) => {
    expect(Object.fromEntries(await legendOf(line))).toMatchObject(expected);
    if (Object.keys(expected).length === 0) expect((await legendOf(line)).has("*")).toBe(false);
  });

  it("is taken before what is usual", async () => {
    const rows = Array.from(
      { length: 8 },
      (_, at) => `Town ${at}x,${at % 4 === 0 ? "*" : 40 + at * 11},${at === 3 ? "~" : 100 + at}`,
    );
    const { spec, remarks } = await guessOf(
      lines("Visits and stays,,", "* not available,,", "~ fewer than 5,,", "Town,Visits,Stays", ...rows),
    );
    expect(spec.markers).toEqual({ "*": "unavailable", "~": "suppressed" });
    expect(remarks.get("markers")).not.toContain("Guessed");
  });
});

describe("what no file says", () => {
  it("is no suppression, and is marked", async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `Town ${at}x,${at % 4 === 0 ? "^" : at * 11.5},${at * 7.25}`);
    const { spec, remarks } = await guessOf(lines("Town,Mean wait,Mean stay", ...rows));
    expect(spec.markers).toEqual({ "^": "unavailable" });
    expect(remarks.get("markers")).toContain('Nothing says what "^" stands for');
  });

  it("is a letter of offices among counts alone", async () => {
    const rows = (of: (at: number) => number) =>
      Array.from({ length: 9 }, (_, at) => `Town ${at}x,${at % 4 === 0 ? "s" : of(at)},${of(at + 1)}`);
    const counts = await guessOf(lines("Town,Referrals,Visits", ...rows((at) => at * 2)));
    expect(counts.spec.markers).toEqual({ s: "suppressed" });
    expect(counts.remarks.get("markers")).toContain("as offices mark these");
    const means = await guessOf(lines("Town,Mean wait,Mean stay", ...rows((at) => at * 2.25)));
    expect(means.spec.markers).toEqual({ s: "unavailable" });
  });

  test("a star among means is marked", async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `Town ${at}x,${at % 4 === 0 ? "*" : at * 11.5}`);
    const { spec, remarks } = await guessOf(lines("Town,Mean wait", ...rows));
    expect(spec.markers).toEqual({ "*": "suppressed" });
    expect(remarks.get("markers")).toContain("Guessed");
  });
});

describe("rows that are none of the data", () => {
  const years = ["2018", "2019", "2020"];
  const heading = `DISTRICT,${years.join(",")}`;
  const rows = (from: number) =>
    Array.from(
      { length: 8 },
      (_, at) => `Place ${from + at}x,${years.map((_, on) => 1200 + (from + at) * 31 + on * 7).join(",")}`,
    );

  it("headings on each page, and where the table goes on", async () => {
    const { spec, dataset, remarks } = await guessOf(
      lines(
        "Visits by district,,,",
        heading,
        ...rows(0),
        ",,,Continues…",
        "Visits by district,,,",
        heading,
        ...rows(8),
      ),
    );
    expect(spec.markers).toBeUndefined();
    expect(dataset?.observations).toHaveLength(48);
    expect(remarks.get("layout.rows")).toContain("headings once more");
  });

  it("short forms of headings", async () => {
    const life = Array.from(
      { length: 12 },
      (_, at) => `${at}-${at + 1},${(0.01 + at / 1000).toFixed(4)},${100000 - at * 371.5},${80 - at + 0.4}`,
    );
    const { spec, dataset } = await guessOf(
      lines(",Probability of dying,Number surviving to age x,Expectation of life", "Age,q(x),l(x),e(x)", ...life),
    );
    expect(spec.markers).toBeUndefined();
    expect(dataset?.observations).toHaveLength(36);
    expect(Object.values(spec.measures).map(({ label, unit }) => `${label}: ${unit.other}`)).toEqual([
      "Probability of dying: (unit not stated)",
      "Number surviving to age x: (unit not stated)",
      "Expectation of life: years",
    ]);
  });
});

test("a dash among counts of which none is 0 and some are 1 is asked about, and shown as none by nobody", async () => {
  const towns = "Ashford Bexhill Crawley Dover Epsom Fareham Gosport Havant".split(" ");
  const rows = towns.map((name, at) => `${name},${at % 3 ? "-" : at + 1},${at + 2}`);
  const { spec, remarks } = await guessOf(lines("Area,2020,2021", ...rows));
  expect(spec.markers).toEqual({ "-": "not-supplied" });
  expect(remarks.get("markers")).toContain('No 0 stands beside "-"');
  const withZero = await guessOf(lines("Area,2020,2021", ...rows, "Woking,0,3"));
  expect(withZero.spec.markers).toBeUndefined();
  const told = await guessOf(lines("Area,2020,2021", ...rows, "", "- nil"));
  expect(told.spec.markers).toEqual({ "-": "zero" });
});

test("districts of Brazil are areas, and what is in none that is known is none", async () => {
  const names = "12001 CRUZEIRO DO SUL;12002 TARAUACA;12003 SENA MADUREIRA;12004 RIO BRANCO;12005 BRASILEIA".split(";");
  const rows = names.map((name, at) => `${name},${20 + at * 7},${31 + at * 5}`);
  const { spec } = await guessOf(lines("Microrregião IBGE,2020,2021", ...rows, "Ignorado - AC,1,2"));
  expect(spec.dimensions).toMatchObject({ microrregiaoIbge: { role: "area" } });
  expect(spec.layout?.rows).toMatchObject({ except: { "Microrregião IBGE": ["Ignorado - AC"] } });
});

describe("signs that stand in many cells and are explained nowhere", () => {
  const towns = Array.from({ length: 24 }, (_, at) => `Town ${"ABCDEFGHIJKLMNOPQRSTUVWX"[at]}`);

  test("dashes are asked about, with how many there are and where first", async () => {
    const rows = towns.map((name, at) => `${name},${at % 3 ? "-" : at},${at === 5 ? "" : at * 7 + 2}`);
    const { spec, remarks } = await guessOf(lines("Area,Cases,Visits", ...rows));
    expect(spec.markers).toEqual({ "-": "not-supplied" });
    expect(remarks.get("markers")).toContain(
      '"-" in 16 of 24 cells, first in row 3: taken for figures that are not there. Many offices write it for none: then say "zero".',
    );
  });

  test("one dash beside empty cells is asked about", async () => {
    const rows = towns.map((name, at) => `${name},${at === 4 ? "-" : at === 9 ? "" : 50 + at},${at * 7 + 20}`);
    const { remarks } = await guessOf(lines("Area,Cases,Visits", ...rows));
    expect(remarks.get("markers")).toContain('"-" in 1 of 23 cells, first in row 6, beside others that are empty');
  });

  test("a star beside further signs is asked about", async () => {
    const rows = towns.map(
      (name, at) => `${name},${at % 5 ? at * 10 + 30 : "*"},${at % 4 ? at * 7.5 : at % 8 ? "#" : "*"}`,
    );
    const { spec, remarks } = await guessOf(lines("Area,Jobs,Mean wage", ...rows));
    expect(spec.markers).toMatchObject({ "*": "suppressed" });
    expect(remarks.get("markers")).toContain('"*": taken for counts that are hidden');
  });

  test("whether zeros are hidden too is asked where none of the few is shown and zeros are", async () => {
    const counts = [0, ".", 5, 6, 7, 0, 8, ".", 5, 9, 6, 0, 7, ".", 5, 11, 6, 0, 8, 5, ".", 7, 6, 9];
    const rows = towns.map((name, at) => `${name},${counts[at]},${at * 37 + 100}`);
    const { remarks } = await guessOf(lines("Area,Thefts,Visits", ...rows));
    expect(remarks.get("markers")).toContain("Ask whether a 0 may be one of these too");
  });
});
