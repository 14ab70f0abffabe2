import { describe, expect, test } from "vitest";
import { createPastCells } from "../../../src/dataset/disclosure/past-cells.ts";
import { type CellStatus, createPublication } from "../../../src/dataset/disclosure/publication.ts";
import { warnOfPast } from "../../../src/dataset/disclosure/report-past.ts";
import { type DatasetSpec, type DisclosureSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { createDiagnostics } from "../../../src/diagnostics/index.ts";
import { codesOf, laterDiagnosticsOf } from "../../support/diagnostics-of.ts";
import { rule } from "./attack-on.ts";
import { hierarchy, type Measure, tableOf } from "./made-table.ts";
import { pastEdition, type Runs } from "./past-edition.ts";

const unit = { one: "case", other: "cases" };
const specOf = (disclosure: DisclosureSpec, other: Partial<DatasetSpec> = {}): DatasetSpec => ({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area" }, year: { role: "time", label: "Year" } },
  measures: { n: { label: "Cases", unit, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure,
  ...other,
});

describe("what readers of earlier editions know more of", () => {
  const areas = hierarchy("area", {
    a: undefined,
    b: undefined,
    c: undefined,
    d: undefined,
    e: undefined,
    f: undefined,
    g: undefined,
  });

  /** What is said of cells, by the value that they have, what was shown of them, and what is done with them. */
  function said(
    cells: Measure["cells"],
    shown: Readonly<Record<string, Runs>>,
    statuses: Readonly<Record<string, CellStatus>> = {},
    own: Partial<typeof rule> = {},
  ) {
    const { table, countAt } = tableOf([{ axes: [areas], cells }]);
    const ruleNow = { ...rule, ...own };
    const publication = createPublication(table, ruleNow);
    for (const [place, status] of Object.entries(statuses))
      publication.setStatus(table.cellOf[countAt(place)] as number, status);
    const past = createPastCells(table, ruleNow, pastEdition({ cells: [{ dimensions: ["area"], shown }] }));
    const diagnostics = createDiagnostics();
    warnOfPast(
      {
        spec: specOf({ profile: "none" }),
        categories: { find: () => undefined, period: () => undefined },
        diagnostics,
      },
      { table, publication, rule: ruleNow, past },
    );
    return diagnostics.all.map(({ code, message }) => [code, message]);
  }

  test("a small count that was shown as it is, and is hidden now", () => {
    const text = (cells: string) => `${cells}, and an earlier edition showed the same: `;
    expect(said({ a: 3, b: 20 }, { a: [3], b: [20] }, { a: "primary" })).toEqual([
      ["shown-before", `${text("A cell is hidden")}Cases for a.`],
    ]);
    expect(said({ a: 3, b: 4 }, { a: [3], b: [4] }, { a: "primary", b: "primary" })).toEqual([
      ["shown-before", `${text("2 cells are hidden")}Cases for a; Cases for b.`],
    ]);
    // Another figure was shown, or none.
    expect(said({ a: 3, b: 4 }, { a: [9], b: ["hidden"] }, { a: "primary", b: "primary" })).toEqual([]);
    // One of two vintages is what was shown.
    expect(codesSaid(said({ a: { first: 2, second: 3 } }, { a: [3] }, { a: "primary" }))).toEqual(["shown-before"]);
  });

  test("figures that are withdrawn", () => {
    expect(said({ a: 9 }, { a: [7] }, { a: "secondary" })).toEqual([
      [
        "withdrawn-figure",
        "A cell was revised since an earlier edition showed it, and is hidden so that others cannot be worked out: Cases for a.",
      ],
    ]);
    const all = { a: 9, b: 9, c: 9, d: 9, e: 9, f: 9, g: 9 };
    const [[, message = ""] = []] = said(
      all,
      Object.fromEntries(Object.keys(all).map((place) => [place, [7]])),
      Object.fromEntries(Object.keys(all).map((place) => [place, "secondary" as const])),
    );
    expect(message).toBe(
      "7 cells were revised since an earlier edition showed them, and are hidden so that others cannot be worked out: Cases for a; Cases for b; Cases for c; Cases for d; Cases for e; and 2 more.",
    );
    expect(said({ a: 9 }, { a: ["hidden"] }, { a: "secondary" })).toEqual([]);
  });

  test.each([
    [20, [20], false],
    [21, [20], true],
    [24, [20], true],
    [25, [20], false],
    [16, [20], true],
    [15, [20], false],
    // The last vintage, against the last that was shown.
    [{ first: 20, second: 29 }, [20, 28], true],
    [{ first: 28, second: 40 }, [20, 28], false],
    [21, [[30, 20]], true],
    [21, [20, "hidden"], true],
    [21, ["hidden"], false],
  ] as const)(
    "a figure of %j after %j, as far as the difference is one that the rule hides",
    (value, shown, isSaid) => {
      const found = said({ a: value }, { a: shown as Runs });
      expect(codesSaid(found)).toEqual(isSaid ? ["small-revision"] : []);
      expect(said({ a: value }, { a: shown as Runs }, {}, { base: 5 })).toEqual([]);
      expect(codesSaid(said({ a: value }, { a: shown as Runs }, { a: "known" }))).toEqual([]);
    },
  );

  test("small revisions of one cell and of several", () => {
    const text = "from an earlier edition by no more than the rule hides: ";
    expect(said({ a: 21 }, { a: [20] })).toEqual([["small-revision", `A cell differs ${text}Cases for a.`]]);
    expect(said({ a: 21, b: 31 }, { a: [20], b: [30] })).toEqual([
      ["small-revision", `2 cells differ ${text}Cases for a; Cases for b.`],
    ]);
  });

  const codesSaid = (found: readonly (readonly (string | undefined)[])[]) => found.map(([code]) => code);
});

/** Cells by area and year, with the id that a year has. */
const byYear = (shown: Readonly<Record<string, Runs>>): Readonly<Record<string, Runs>> =>
  Object.fromEntries(
    Object.entries(shown).map(([place, runs]) => {
      const [area, year] = place.split(" ");
      return [`${area} ${year}-01-01/${Number(year) + 1}-01-01`, runs];
    }),
  );

describe("what an edition hid, by a profile that hides nothing", () => {
  type Row = Readonly<Record<string, unknown>>;
  const none: DisclosureSpec = { profile: "none" };

  interface Reading {
    readonly rows: readonly Row[];
    readonly shown: Readonly<Record<string, Runs>>;
    readonly disclosure?: DisclosureSpec;
    readonly spec?: Partial<DatasetSpec>;
    readonly measure?: string;
  }

  function read({ rows, shown, disclosure = none, spec = {}, measure = "n" }: Reading) {
    const cells = pastEdition({ cells: [{ measure, dimensions: ["area", "year"], shown: byYear(shown) }] });
    const definition = defineDataset({ ...specOf(disclosure, spec), markers: { "": "unavailable" } });
    return laterDiagnosticsOf(() =>
      readDataset(definition, { rows }, { id: "cases", previous: [{ datasets: { cases: cells } }] }),
    );
  }
  const row = (area: string, n: unknown, year = "2020") => ({ area, n, year });
  const kent = { "kent 2020": ["hidden"], "surrey 2020": [40] } as const;

  test("is not shown, nor what it was shown for is, and each cell is named once", async () => {
    const rows = [row("Kent", 3), row("Surrey", 40)];
    expect(await read({ rows, shown: kent })).toMatchObject([
      { code: "hidden-before", message: "A cell would be shown that an earlier edition hid: Cases for Kent, 2020." },
    ]);
    const both = { ...kent, "surrey 2020": ["hidden"] } as const;
    expect((await read({ rows, shown: both }))[0]?.message).toBe(
      "2 cells would be shown that an earlier edition hid: Cases for Kent, 2020; Cases for Surrey, 2020.",
    );
    expect(await read({ rows, shown: kent, disclosure: { ...none, released: [{ area: "Kent" }] } })).toEqual([]);
    expect(codesOf(await read({ rows, shown: kent, disclosure: { ...none, released: [{ area: "Surrey" }] } }))).toEqual(
      ["hidden-before"],
    );
    expect(await read({ rows, shown: { ...kent, "kent 2020": ["hidden", 3] } })).toEqual([]);
  });

  test("may be missing, or hidden by its publisher, and may not be gone beside others of its period", async () => {
    const gone = async (rows: readonly Row[], shown: Readonly<Record<string, Runs>> = kent) =>
      (await read({ rows, shown, spec: { markers: { "": "unavailable", "[c]": "suppressed" } } })).map(
        ({ code }) => code,
      );
    expect(await gone([row("Kent", "[c]"), row("Surrey", 40)])).toEqual([]);
    expect(await gone([row("Surrey", 40)])).toEqual(["hidden-cell-gone"]);
    expect(await gone([row("Kent", ""), row("Surrey", 40)])).toEqual(["hidden-cell-gone"]);
    // A period that is gone as a whole tells nothing.
    expect(await gone([row("Surrey", 41, "2021"), row("Surrey", "", "2020")])).toEqual([]);
    expect(await gone([row("Surrey", 40)], { ...kent, "kent 2020": ["hidden", 7] })).toEqual([]);
  });

  test("is named where it is gone, unless it is released", async () => {
    const shown = { ...kent, "essex 2020": ["hidden"] } as const;
    const rows = [row("Surrey", 40)];
    expect((await read({ rows, shown }))[0]?.message).toBe(
      "2 cells that an earlier edition hid are no longer there, while others of the same period are: Cases for kent, 2020; Cases for essex, 2020.",
    );
    // Of names nothing is said where no category is new.
    expect((await read({ rows: [row("Surrey", 40)], shown: { ...kent, "surrey 2020": [40] } }))[0]?.hint).toMatch(
      /^What the others come to by now/,
    );
    const disclosure = { ...none, released: [{ area: "essex" }] };
    expect((await read({ rows, shown, disclosure }))[0]?.message).toBe(
      "A cell that an earlier edition hid is no longer there, while others of the same period are: Cases for kent, 2020.",
    );
  });

  test("of a measure that is gone is refused where anything else is known again, unless it is said to be unrelated", async () => {
    const measures: DatasetSpec["measures"] = {
      n: { label: "Cases", unit, statType: "count" },
      m: { label: "Others", unit, statType: "count" },
    };
    const past = (shown: Readonly<Record<string, Runs>>, other: Readonly<Record<string, Runs>>) => ({
      datasets: {
        cases: pastEdition({
          cells: [
            { measure: "n", dimensions: ["area", "year"], shown: byYear(shown) },
            { measure: "old", dimensions: ["area", "year"], shown: byYear(other) },
            { measure: "older", dimensions: ["area", "year"], shown: byYear(other) },
          ],
        }),
      },
    });
    const found = (disclosure: DisclosureSpec, shown: Readonly<Record<string, Runs>> = { "surrey 2020": [40] }) =>
      laterDiagnosticsOf(() =>
        readDataset(
          defineDataset(specOf(disclosure, { measures })),
          { rows: [{ ...row("Surrey", 40), m: 50 }] },
          { id: "cases", previous: [past(shown, { "kent 2020": ["hidden"], "surrey 2020": [9] })] },
        ),
      );
    const [all] = await found(none);
    expect(all?.code).toBe("measure-not-in-edition");
    expect(all?.message).toContain('has no measure "old", "older",');
    expect(all?.source).toEqual({ id: "Cases", field: "disclosure" });
    const [one] = await found({ ...none, unrelated: ["old"] });
    expect(one?.message).toContain('has no measure "older",');
    expect(await found({ ...none, unrelated: ["old", "older"] })).toEqual([]);
    // Where none of its cells is known again, the edition is of something else.
    expect(codesOf(await found(none, { "essex 2020": [40] }))).toEqual(["edition-of-other-cells"]);
  });

  test("an edition of other cells is refused, and one of none is not", async () => {
    expect(
      (await read({ rows: [row("Kent", 30)], shown: { "essex 2020": [40], "sussex 2020": [41] } }))[0]?.message,
    ).toContain("None of the 2 cells of the earlier edition is in the data");
    expect(await read({ rows: [row("Kent", 30)], shown: {} })).toEqual([]);
  });
});
