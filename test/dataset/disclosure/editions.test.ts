import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  collectEdition,
  type Dataset,
  type DatasetSpec,
  type DisclosureSpec,
  defineDataset,
  describeProtection,
  type Edition,
  formatEdition,
  readDataset,
  readEdition,
} from "../../../src/dataset/index.ts";
import { codesOf, errorsIn, laterDiagnosticsOf } from "../../support/diagnostics-of.ts";

const unit = { one: "case", other: "cases" };
const hide: DisclosureSpec = { profile: { hide: { from: 1, to: 4 } } };

const specOf = (disclosure: DisclosureSpec, other: Partial<DatasetSpec> = {}): DatasetSpec => ({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", total: "All" } },
  measures: { cases: { label: "Cases", unit, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure,
  ...other,
});

type Cells = Readonly<Record<string, number | string>>;

interface Publishing {
  readonly previous?: readonly Edition[];
  readonly disclosure?: DisclosureSpec;
  readonly id?: string;
}

/** Publishes cases by area, with their sum as All. */
function publish(cells: Cells, { previous, disclosure = hide, id = "cases" }: Publishing = {}): Promise<Dataset> {
  const all = Object.values(cells).reduce<number>((sum, value) => sum + Number(value), 0);
  const rows = Object.entries({ All: all, ...cells }).map(([area, cases]) => ({ area, cases }));
  return readDataset(defineDataset(specOf(disclosure)), { rows }, { id, ...(previous && { previous }) });
}

const hiddenIn = (dataset: Dataset) =>
  dataset.observations.flatMap(({ at, cell }) => (cell.state === "suppressed" ? [at.area] : [])).sort();
const editionOf = (dataset: Dataset, previous: readonly Edition[] = []) =>
  collectEdition([dataset], previous) as Edition;

describe("an edition after another", () => {
  test("keeps hidden what protects an old count, however large it is by now", async () => {
    const first = await publish({ Ash: 3, Birch: 9, Cedar: 30, Dell: 41 });
    expect(hiddenIn(first)).toEqual(["ash", "birch"]);
    const next = { Ash: 14, Birch: 9, Cedar: 30, Dell: 41 };
    expect(hiddenIn(await publish(next))).toEqual([]);
    const second = await publish(next, { previous: [editionOf(first)] });
    // All less Cedar, Dell and Birch was 3.
    expect(hiddenIn(second)).toEqual(["ash", "birch"]);
    expect(second.disclosure && describeProtection(second.disclosure)[1]).toBe(
      "Cases: of 5 cells, 2 since an earlier edition hid them.",
    );
    const third = await publish({ ...next, Elm: 50 }, { previous: [editionOf(second, [editionOf(first)])] });
    expect(hiddenIn(third)).toEqual(["ash", "birch"]);
  });

  test("does not take for secret what the one before it showed", async () => {
    const before = { Ash: 20, Birch: 9, Cedar: 30 };
    const previous = [editionOf(await publish(before))];
    const next = { ...before, Dell: 3 };
    expect(hiddenIn(await publish(next))).toEqual(["ash", "dell"]);
    const dataset = await publish(next, { previous });
    // Ash is known, and what All grew by is Dell.
    expect(hiddenIn(dataset)).toEqual(["all", "dell"]);
    expect(dataset.diagnostics).toMatchObject([
      { severity: "warning", code: "withdrawn-figure", message: expect.stringContaining("Cases for All") },
    ]);
  });

  test("hides no new count behind old ones, whose sum is known", async () => {
    const before = { Ash: 3, Birch: 9, Cedar: 30 };
    const previous = [editionOf(await publish(before))];
    const next = { ...before, Dell: 2 };
    expect(hiddenIn(await publish(next))).not.toContain("all");
    // Ash and Birch were 12 together, so that All less Cedar less 12 would be Dell.
    expect(hiddenIn(await publish(next, { previous }))).toEqual(["all", "ash", "birch", "dell"]);
  });

  test("is refused where nothing else is left to hide, and names cells, not counts", async () => {
    const before = { Ash: 20, Birch: 9 };
    const previous = [editionOf(await publish(before))];
    const disclosure: DisclosureSpec = { ...hide, known: [{ area: "All" }] };
    const [found, ...others] = await laterDiagnosticsOf(() =>
      publish({ ...before, Dell: 3 }, { previous, disclosure }),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: "error", code: "edition-not-protected" });
    expect(found?.message).toContain("Cases for Dell");
    expect(found?.message).not.toMatch(/\d/);
  });

  test("is not refused where it is the same again, nor where a month is added", async () => {
    const towns = (parent: string, ...names: readonly string[]) =>
      names.map((id) => ({ id, label: id, ...(parent && { parent }) }));
    const spec = specOf(hide, {
      dimensions: {
        area: {
          role: "area",
          label: "Area",
          categories: [
            { id: "all", label: "all" },
            ...towns("all", "south", "east", "north", "coast", "west"),
            ...towns("south", "town-2", "town-3", "town-4", "town-5", "town-8", "town-9", "town-12"),
            ...towns("east", "town-1", "town-6", "town-10", "town-11", "town-13"),
            ...towns("coast", "bay"),
            ...towns("", "town-7", "lake"),
          ],
        },
        year: { role: "time", label: "Year" },
      },
    });
    const cases: Readonly<Record<string, readonly [number, number]>> = {
      "town-1": [37, 29],
      south: [51, 22],
      "town-2": [5, 0],
      east: [133, 100],
      "town-3": [5, 0],
      "town-4": [1, 0],
      north: [0, 2],
      "town-5": [1, 8],
      "town-6": [2, 0],
      "town-7": [0, 12],
      "town-8": [1, 13],
      bay: [0, 2],
      "town-9": [36, 1],
      "town-10": [88, 71],
      "town-11": [5, 0],
      coast: [0, 2],
      "town-12": [2, 0],
      "town-13": [1, 0],
      lake: [0, 2],
      west: [0, 12],
      all: [184, 138],
    };
    const rowsOf = (years: readonly (readonly [string, 0 | 1])[]) =>
      Object.entries(cases).flatMap(([area, own]) => years.map(([year, of]) => ({ area, year, cases: own[of] })));
    const read = (years: readonly (readonly [string, 0 | 1])[], previous: readonly Edition[]) =>
      readDataset(defineDataset(spec), { rows: rowsOf(years) }, { id: "cases", previous });
    const years = [
      ["2014", 0],
      ["2015", 1],
    ] as const;
    const first = await read(years, []);
    // What north and coast come to is known, so that neither can be 5: that they can be nothing does as well, without hiding more.
    const again = await read(years, [editionOf(first)]);
    expect(again.hash).toBe(first.hash);
    const third = await read([...years, ["2016", 0]], [editionOf(again, [editionOf(first)])]);
    expect(third.edition).toBeDefined();
  });

  test("is not refused where what was nothing turns out to be a small count, as the totals that hold it are others now", async () => {
    const spec = specOf(hide, {
      dimensions: {
        area: { role: "area", label: "Area", total: "All" },
        stay: { role: "category", label: "Stay", total: "Any" },
      },
    });
    const read = (table: readonly (readonly number[])[], previous: readonly Edition[]) => {
      const sums = table[0]?.map((_, stay) => table.reduce((sum, row) => sum + (row[stay] as number), 0)) ?? [];
      const rows = [...table, sums].flatMap((row, area) =>
        [...row, row.reduce((sum, value) => sum + value, 0)].map((cases, stay) => ({
          area: ["Ash", "Birch", "Cedar", "All"][area],
          stay: ["Short", "Middle", "Long", "Any"][stay],
          cases,
        })),
      );
      return readDataset(defineDataset(spec), { rows }, { id: "cases", previous });
    };
    const first = await read(
      [
        [1, 3, 0],
        [0, 0, 3],
        [2, 0, 0],
      ],
      [],
    );
    const second = await read(
      [
        [1, 4, 0],
        [0, 1, 3],
        [2, 0, 0],
      ],
      [editionOf(first)],
    );
    const cellOf = (stay: string) => second.lookup("cases", { area: "birch", stay })[0]?.cell.state;
    expect(cellOf("middle")).toBe("suppressed");
  });

  test("reckons with a region of which an earlier edition had the parts and no row", async () => {
    const spec = specOf(hide, {
      dimensions: {
        area: {
          role: "area",
          label: "Area",
          categories: [
            { id: "all", label: "All" },
            { id: "south", label: "South", parent: "all" },
            ...["dell", "elm", "fern"].map((id) => ({ id, label: id, parent: "south" })),
          ],
        },
      },
    });
    const read = (cells: Cells, previous: readonly Edition[]) =>
      readDataset(
        defineDataset(spec),
        { rows: Object.entries(cells).map(([area, cases]) => ({ area, cases })) },
        { id: "cases", previous },
      );
    const first = await read({ All: 17, dell: 15, fern: 2 }, []);
    expect(hiddenIn(first)).toEqual(["dell", "fern"]);
    // Dell and Fern were 17 together, and Elm is what All has grown by.
    const second = await read({ All: 18, South: 18, dell: 15, elm: 1, fern: 2 }, [editionOf(first)]);
    expect(hiddenIn(second)).toEqual(expect.arrayContaining(["all", "south", "elm"]));
  });

  test("takes the advice: figures as they were published last", async () => {
    const before = { Ash: 20, Birch: 9 };
    const previous = [editionOf(await publish(before))];
    const disclosure: DisclosureSpec = { ...hide, known: [{ area: "All" }] };
    expect(hiddenIn(await publish(before, { previous, disclosure }))).toEqual([]);
  });

  test("rests nothing on a small count that was shown before, and says so", async () => {
    const cells = { Ash: 3, Birch: 2, Cedar: 30, Dell: 41 };
    // Together they are 5: each may be any of 1 to 4, or none.
    const lax: DisclosureSpec = { profile: { hide: { from: 1, to: 1 } } };
    const previous = [editionOf(await publish({ Ash: 3, Cedar: 30, Dell: 41 }, { disclosure: lax }))];
    expect(hiddenIn(await publish(cells))).toEqual(["ash", "birch"]);
    const dataset = await publish(cells, { previous });
    expect(hiddenIn(dataset)).toEqual(["all", "ash", "birch"]);
    expect(codesOf(dataset.diagnostics).toSorted()).toEqual([
      "disclosure-mostly-hidden",
      "shown-before",
      "withdrawn-figure",
    ]);
    expect(dataset.diagnostics.find(({ code }) => code === "shown-before")?.message).toContain("Cases for Ash");
  });

  test("takes no figure for known that was hidden since, though it is what it was", async () => {
    const releases: readonly Cells[] = [
      { Ash: 5, Birch: 7, Cedar: 1, Dell: 5, Elm: 4 },
      { Ash: 4, Birch: 7, Cedar: 1, Dell: 5, Elm: 4 },
      // All is 22 again.
      { Ash: 4, Birch: 8, Cedar: 1, Dell: 5, Elm: 4 },
    ];
    const hidden: (readonly (string | undefined)[])[] = [];
    let previous: readonly Edition[] = [];
    for (const cells of releases) {
      const dataset = await publish(cells, { previous });
      hidden.push(hiddenIn(dataset));
      previous = [editionOf(dataset, previous)];
    }
    expect(hidden).toEqual([
      ["cedar", "elm"],
      ["all", "ash", "cedar", "elm"],
      ["all", "ash", "cedar", "elm"],
    ]);
  });

  test("says where a figure moved by less than the rule hides", async () => {
    const previous = [editionOf(await publish({ Ash: 20, Birch: 30 }))];
    const { diagnostics } = await publish({ Ash: 21, Birch: 30 }, { previous });
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "small-revision" }]);
    expect(diagnostics[0]?.message).toContain("2 cells differ");
    expect(diagnostics[0]?.message).toMatch(/Cases for All; Cases for Ash/);
    expect(diagnostics[0]?.message).not.toMatch(/20|21/);
  });

  test("reckons with what two roundings of a figure leave in common", async () => {
    const fives: DisclosureSpec = { profile: { hide: { from: 1, to: 4 }, roundTo: 5 } };
    const tens: DisclosureSpec = { profile: { hide: { from: 1, to: 4 }, roundTo: 10 } };
    const cells = { Ash: 3, Birch: 27, Cedar: 33 };
    const previous = [editionOf(await publish(cells, { disclosure: fives }))];
    expect(hiddenIn(await publish(cells, { disclosure: tens }))).toEqual(["ash"]);
    expect(hiddenIn(await publish(cells, { disclosure: fives, previous }))).toEqual(["ash"]);
    // 65 and 60 are 63 or 64, 25 and 30 are 25 to 27, 35 and 30 are 33 or 34: Ash is not 1.
    expect(await laterDiagnosticsOf(() => publish(cells, { disclosure: tens, previous }))).toMatchObject([
      { code: "edition-not-protected", message: expect.stringContaining("Cases for Ash") },
    ]);
  });

  test("shows what was hidden only where it is released", async () => {
    const cells = { Ash: 3, Birch: 9, Cedar: 30 };
    const previous = [editionOf(await publish(cells))];
    const none: DisclosureSpec = { profile: "none" };
    const [found] = await laterDiagnosticsOf(() => publish(cells, { previous, disclosure: none }));
    expect(found).toMatchObject({
      code: "hidden-before",
      message: expect.stringContaining("Cases for Ash; Cases for Birch"),
    });
    const released = { ...none, released: [{ area: ["Ash", "Birch"] }] };
    expect(hiddenIn(await publish(cells, { previous, disclosure: released }))).toEqual([]);
    const grown = { Ash: 8, Birch: 9, Cedar: 30 };
    expect(hiddenIn(await publish(grown, { previous }))).toEqual(["ash", "birch"]);
    const own = { ...hide, released: [{ area: ["Ash", "Birch"], measure: "cases" }] };
    expect(hiddenIn(await publish(grown, { previous, disclosure: own }))).toEqual([]);
  });

  test("knows earlier cells by their names", async () => {
    const previous = [editionOf(await publish({ Ash: 20, Birch: 30 }))];
    const rows = [{ area: "North", cases: 20 }];
    const spec = specOf(hide, { dimensions: { area: { role: "area", label: "Area" } } });
    const other = () => readDataset(defineDataset(spec), { rows }, { id: "cases", previous });
    expect(await laterDiagnosticsOf(other)).toMatchObject([{ severity: "error", code: "edition-of-other-cells" }]);
    const { diagnostics } = await publish({ Ash: 20, Birch: 30 }, { previous, id: "referrals" });
    expect(diagnostics).toMatchObject([{ code: "not-in-edition", message: expect.stringContaining("cases") }]);
    const read = await publish({ Ash: 20, Birch: 30 });
    const again = () => readDataset(read.definition, read, { id: "cases", previous });
    expect(await laterDiagnosticsOf(again)).toMatchObject([{ code: "protected-before" }]);
  });
});

describe("what an edition remembers", () => {
  test("is what was shown, from which release on, and nothing of what is hidden", async () => {
    const first = editionOf(await publish({ Ash: 3, Birch: 9, Cedar: 30 }));
    const same = await publish({ Ash: 3, Birch: 9, Cedar: 30 }, { previous: [first] });
    expect(editionOf(same, [first])).toEqual(first);
    const next = editionOf(await publish({ Ash: 3, Birch: 9, Cedar: 44 }, { previous: [first] }), [first]);
    const { releases, cells } = next.datasets.cases as Edition["datasets"][string];
    expect(releases).toHaveLength(2);
    expect(cells).toEqual([
      {
        measure: "cases",
        at: { area: "all" },
        shown: [
          [0, 42],
          [1, 56],
        ],
      },
      { measure: "cases", at: { area: "ash" }, shown: [[0, "hidden"]] },
      { measure: "cases", at: { area: "birch" }, shown: [[0, "hidden"]] },
      {
        measure: "cases",
        at: { area: "cedar" },
        shown: [
          [0, 30],
          [1, 44],
        ],
      },
    ]);
    const twice = await publish({ Ash: 3, Birch: 9, Cedar: 44 }, { previous: [next, first] });
    expect(editionOf(twice, [next, first])).toEqual(next);
  });

  test("is kept of datasets that are gone", async () => {
    const previous = [editionOf(await publish({ Ash: 20 }))];
    expect(collectEdition([], previous)).toEqual(previous[0]);
    expect(collectEdition([])).toBeUndefined();
  });

  const folder = mkdtempSync(join(tmpdir(), "briefwright-editions-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is read from a folder or a file, or the reason is said", async () => {
    const edition = editionOf(await publish({ Ash: 3, Birch: 9, Cedar: 30 }));
    const made = join(folder, "made");
    expect(await laterDiagnosticsOf(() => readEdition(made))).toMatchObject([
      { code: "no-edition", source: { file: made } },
    ]);
    mkdirSync(made);
    expect(await laterDiagnosticsOf(() => readEdition(made))).toMatchObject([{ code: "no-edition" }]);
    writeFileSync(join(made, "one.edition.json"), formatEdition(edition));
    expect(await readEdition(made)).toEqual(edition);
    writeFileSync(join(made, "edition.json"), formatEdition(edition));
    expect(await readEdition(join(made, "edition.json"))).toEqual(edition);
    const changed = formatEdition(edition).replace('"hidden"', "3");
    writeFileSync(join(made, "edition.json"), changed);
    expect(await laterDiagnosticsOf(() => readEdition(made))).toMatchObject([
      { code: "edition-changed", source: { file: join(made, "edition.json") } },
    ]);
    // Whoever writes it otherwise changes nothing.
    writeFileSync(join(made, "edition.json"), JSON.stringify(JSON.parse(formatEdition(edition))));
    expect(await readEdition(join(made, "edition.json"))).toEqual(edition);
    for (const text of ["", "{", '{"version":2}', formatEdition(edition).replace('"hidden"', '"3"')]) {
      writeFileSync(join(made, "edition.json"), text);
      expect(await laterDiagnosticsOf(() => readEdition(made))).toMatchObject([{ code: "invalid-edition" }]);
    }
  });

  test("hides what a total comes to without a cell that was hidden and is gone", async () => {
    const cells = { Ash: 3, Cedar: 9, Dell: 3, Elm: 4 };
    const first = await publish(cells);
    expect(hiddenIn(first)).not.toContain("all");
    const { Elm: _, ...left } = cells;
    // All less what it was would be Elm.
    expect(hiddenIn(await publish(left, { previous: [editionOf(first)] }))).toContain("all");
    const disclosure: DisclosureSpec = { ...hide, released: [{ area: ["ash", "dell", "elm"] }] };
    expect(hiddenIn(await publish(left, { previous: [editionOf(first)], disclosure }))).not.toContain("all");
  });

  test("is refused where a hidden cell goes and its total has to be shown: the rest would tell it", async () => {
    const cells = { Ash: 3, Cedar: 9, Dell: 3, Elm: 4 };
    const previous = [editionOf(await publish(cells))];
    const { Elm: _, ...left } = cells;
    const known: DisclosureSpec = { ...hide, known: [{ area: "All" }] };
    const found = await laterDiagnosticsOf(() => publish(left, { previous, disclosure: known }));
    const gone = found.find(({ code }) => code === "hidden-cell-gone");
    expect(gone?.message).toContain("elm");
    expect(gone?.message).not.toMatch(/\d/);
    // Named by its id, as the message has it.
    const disclosure: DisclosureSpec = { ...known, released: [{ area: "elm" }] };
    expect(codesOf(await laterDiagnosticsOf(() => publish(left, { previous, disclosure })))).not.toContain(
      "hidden-cell-gone",
    );
  });

  test("hides an area that one which was hidden may have gone into", async () => {
    const cells = { Ash: 3, Birch: 9, Cedar: 30, Dell: 41 };
    const previous = [editionOf(await publish(cells))];
    // Ash is counted with Cedar by now: Cedar less what it was would be Ash.
    const dataset = await publish({ Birch: 9, Cedar: 33, Dell: 41 }, { previous });
    expect(hiddenIn(dataset)).toContain("cedar");
  });

  test("takes no count that its publisher hides by now for what it was, where a total says otherwise", async () => {
    const previous = [editionOf(await publish({ Ash: 30, Birch: 30, Dell: 41 }))];
    const rows = Object.entries({ All: 74, Ash: "[c]", Birch: 30, Dell: 41 }).map(([area, cases]) => ({ area, cases }));
    const dataset = await readDataset(defineDataset(specOf(hide)), { rows }, { id: "cases", previous });
    // All less the two others would be Ash.
    expect(hiddenIn(dataset).length).toBeGreaterThan(1);
  });

  test("remembers a release that was not protected, between two that were", async () => {
    const first = editionOf(await publish({ Cedar: 30, Dell: 40 }));
    const none: DisclosureSpec = { profile: "none" };
    const open = await publish({ Cedar: 31, Dell: 40 }, { previous: [first], disclosure: none });
    const previous = [editionOf(open, [first])];
    const dataset = await publish({ Cedar: 31, Dell: 40, Elm: 2 }, { previous });
    // Cedar was told to be 31, so that it hides no Elm: All has to.
    expect(hiddenIn(dataset)).toContain("all");
  });

  test("refuses what it hid also after an edition that lacked it", async () => {
    const cells = { Ash: 3, Birch: 9, Cedar: 30, Dell: 41 };
    const first = editionOf(await publish(cells));
    const other = readDataset(
      defineDataset(specOf(hide)),
      { rows: [{ area: "Cedar", cases: 30 }] },
      { id: "cases", previous: [first] },
    );
    const second = await other.then(
      (dataset) => editionOf(dataset, [first]),
      () => first,
    );
    const disclosure: DisclosureSpec = { profile: "none" };
    const codes = codesOf(await laterDiagnosticsOf(() => publish(cells, { previous: [second], disclosure })));
    expect(codes).toContain("hidden-before");
  });

  test("says which measure of `released` there is not", async () => {
    const previous = [editionOf(await publish({ Ash: 3, Birch: 9, Cedar: 30 }))];
    const disclosure: DisclosureSpec = { ...hide, released: [{ measure: "cas" }] };
    const codes = codesOf(
      await laterDiagnosticsOf(() => publish({ Ash: 3, Birch: 9, Cedar: 30 }, { previous, disclosure })),
    );
    expect(codes).toContain("unknown-measure");
  });

  test("refuses a measure that is gone, by the name that it had", async () => {
    const count = (label: string) => ({ label, unit, statType: "count" }) as const;
    const read = (
      measures: DatasetSpec["measures"],
      row: object,
      previous?: readonly Edition[],
      disclosure: DisclosureSpec = hide,
    ) =>
      readDataset(
        defineDataset(specOf(disclosure, { measures })),
        { rows: ["All", "Ash"].map((area) => ({ area, ...row })) },
        {
          id: "cases",
          ...(previous && { previous }),
        },
      );
    const first = await read({ cases: count("Cases"), other: count("Others") }, { cases: 30, other: 50 });
    const second = (disclosure = hide) =>
      read(
        { incidents: count("Incidents"), other: count("Others") },
        { incidents: 30, other: 50 },
        [editionOf(first)],
        disclosure,
      );
    expect(await laterDiagnosticsOf(() => second())).toMatchObject([
      { severity: "error", code: "measure-not-in-edition", hint: expect.stringContaining('unrelated: ["cases"]') },
    ]);
    expect((await second({ ...hide, unrelated: ["cases"] })).diagnostics).toEqual([]);
  });

  test("reckons with a measure that was the sum of others and is gone", async () => {
    const count = (label: string) => ({ label, unit, statType: "count" }) as const;
    const read = (
      rows: readonly Readonly<Record<string, unknown>>[],
      isSum: boolean,
      previous?: readonly Edition[],
      disclosure: DisclosureSpec = hide,
    ) =>
      readDataset(
        defineDataset(
          specOf(disclosure, {
            dimensions: { area: { role: "area", label: "Area" } },
            measures: { ...(isSum && { all: count("All") }), girls: count("Girls"), boys: count("Boys") },
            ...(isSum && { sums: [{ whole: "all", parts: ["girls", "boys"] }] }),
          }),
        ),
        { rows },
        { id: "cases", ...(previous && { previous }) },
      );
    const first = await read([{ area: "Ash", all: 42, girls: 2, boys: 40 }], true);
    expect(first.observations.filter(({ cell }) => cell.state === "suppressed")).toHaveLength(2);
    const rows = [{ area: "Ash", girls: 2, boys: 40 }];
    const alone = await read(rows, false);
    expect(alone.observations.filter(({ cell }) => cell.state === "suppressed")).toHaveLength(1);
    const second = await read(rows, false, [editionOf(first)]);
    expect(second.observations.filter(({ cell }) => cell.state === "suppressed")).toHaveLength(2);
    // Released or not: 42 less the boys would be the girls.
    const disclosure = { ...hide, released: [{ measure: "boys" }] };
    const third = await read(rows, false, [editionOf(first)], disclosure);
    expect(third.observations.filter(({ cell }) => cell.state === "suppressed")).toHaveLength(2);
  });

  test("reckons with a region that is gone from the definition", async () => {
    const areas = ["Ash", "Birch", "Cedar", "Dell"];
    const spec = (hasRegions: boolean, disclosure: DisclosureSpec) =>
      specOf(disclosure, {
        dimensions: {
          area: {
            role: "area",
            label: "Area",
            categories: [
              ...(hasRegions ? ["North", "South"].map((label) => ({ id: label.toLowerCase(), label })) : []),
              ...areas.map((label, index) => ({
                id: label.toLowerCase(),
                label,
                ...(hasRegions && { parent: index < 2 ? "north" : "south" }),
              })),
            ],
          },
        },
      });
    const read = (cells: Cells, hasRegions: boolean, previous?: readonly Edition[], disclosure = hide) =>
      readDataset(
        defineDataset(spec(hasRegions, disclosure)),
        { rows: Object.entries(cells).map(([area, cases]) => ({ area, cases })) },
        { id: "cases", ...(previous && { previous }) },
      );
    const cells = { Ash: 3, Birch: 9, Cedar: 30, Dell: 41 };
    const first = await read({ North: 12, South: 71, ...cells }, true);
    expect(hiddenIn(first)).toEqual(["ash", "birch"]);
    const released: DisclosureSpec = { ...hide, released: [{ area: "Birch" }] };
    expect(hiddenIn(await read(cells, false))).toEqual(["ash"]);
    // North was 12: less Birch it would be Ash, released or not.
    expect(hiddenIn(await read(cells, false, [editionOf(first)], released))).toEqual(["ash", "birch"]);
  });

  test("shows none as known that an earlier edition hid, until it is released", async () => {
    const cells = { Ash: 3, Birch: 9, Cedar: 30 };
    const previous = [editionOf(await publish(cells))];
    const known: DisclosureSpec = { ...hide, known: [{ area: "Birch" }] };
    const codes = codesOf(await laterDiagnosticsOf(() => publish(cells, { previous, disclosure: known })));
    expect(codes).toContain("hidden-before");
  });

  test("remembers which totals readers were said to know, and not what they come to", async () => {
    const spec = specOf(
      { ...hide, knownTotals: [{ measure: "cases", by: ["area"] }] },
      {
        dimensions: {
          area: { role: "area", label: "Area" },
          sex: { role: "category", label: "Sex" },
        },
      },
    );
    const rows = ["Ash", "Birch"].flatMap((area) => [
      { area, sex: "Girls", cases: 3 },
      { area, sex: "Boys", cases: 39 },
    ]);
    const dataset = await readDataset(defineDataset(spec), { rows }, { id: "cases" });
    const cells = editionOf(dataset).datasets.cases?.cells ?? [];
    expect(cells.filter(({ shown }) => shown[0]?.[1] === "known").map(({ at }) => at.area)).toEqual(["ash", "birch"]);
    expect(JSON.stringify(cells)).not.toContain("42");
    // They are known to have been what the hidden ones were together, also when nobody says so any more.
    const released: DisclosureSpec = { ...hide, released: [{ sex: "Boys" }] };
    const next = defineDataset({ ...spec, disclosure: released });
    const after = await readDataset(next, { rows }, { id: "cases", previous: [editionOf(dataset)] });
    expect(after.observations.filter(({ cell }) => cell.state === "suppressed")).toHaveLength(4);
  });

  test("is the same in whatever order editions are given, also where they do not follow one another", async () => {
    const first = editionOf(await publish({ Ash: 3, Birch: 9, Cedar: 30, Dell: 41 }));
    const second = editionOf(await publish({ Ash: 12, Birch: 9, Cedar: 30, Dell: 41 }, { previous: [first] }), [first]);
    // Made without the others: nobody knows when.
    const apart = editionOf(await publish({ Ash: 12, Birch: 9, Cedar: 31, Dell: 41 }));
    const orders = [
      [first, second, apart],
      [apart, second, first],
      [second, apart],
    ];
    const merged = orders.map((editions) => collectEdition([], editions));
    expect(merged[1]).toEqual(merged[0]);
    expect(merged[2]).toEqual(merged[0]);
    // It may have been before or after that Ash and Birch were shown: they stay hidden, and hide nothing else.
    for (const previous of orders) {
      const dataset = await publish({ Ash: 12, Birch: 9, Cedar: 31, Dell: 41 }, { previous });
      expect(hiddenIn(dataset)).toEqual(["ash", "birch"]);
      expect(dataset.edition?.releases.at(-1)?.after).toHaveLength(2);
    }
  });

  test("says again what a figure tells that is rounded no longer", async () => {
    const fives: DisclosureSpec = { profile: { hide: { from: 1, to: 4 }, roundTo: 5 } };
    const cells = { Ash: 30, Birch: 20 };
    const rounded = editionOf(await publish(cells, { disclosure: fives }));
    const exact = editionOf(await publish(cells, { previous: [rounded] }), [rounded]);
    // All is known to have been 50 exactly, though the same was shown of it before.
    const dataset = await publish({ ...cells, Cedar: 3 }, { previous: [exact], disclosure: fives }).catch(errorsIn);
    if (!("observations" in dataset)) throw new Error(JSON.stringify(dataset));
    expect(hiddenIn(dataset)).toContain("all");
  });

  test("reckons with a year that was shown and is gone, by its quarters", async () => {
    const spec = specOf(hide, {
      dimensions: {
        area: { role: "area", label: "Area" },
        period: { role: "time", label: "Period", frequency: "quarterly" },
      },
    });
    const read = (ash: readonly (readonly [string, number])[], previous?: readonly Edition[]) => {
      const cedar = [["2020", 50] as const, ...[10, 10, 18, 12].map((n, at) => [`2020 Q${at + 1}`, n] as const)];
      const rows = Object.entries({ Ash: ash, Cedar: cedar }).flatMap(([area, cells]) =>
        cells.map(([period, cases]) => ({ area, period, cases })),
      );
      return readDataset(defineDataset(spec), { rows }, { id: "cases", ...(previous && { previous }) });
    };
    const quarters = [10, 10].map((n, at) => [`2020 Q${at + 1}`, n] as const);
    const first = await read([["2020", 40], ...quarters]);
    const next = () => read([...quarters, ["2020 Q3", 18], ["2020 Q4", 2]], [editionOf(first)]);
    const shown = await next().catch(errorsIn);
    // 40 less the three other quarters would be the fourth: another of them is hidden, or the release is refused.
    if ("observations" in shown) expect(hiddenIn(shown).length).toBeGreaterThan(1);
    else expect(codesOf(shown)).toContain("edition-not-protected");
  });
});
