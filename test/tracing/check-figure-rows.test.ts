import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/claims/index.ts";
import { defineDataset, loadDatasets } from "../../src/dataset/index.ts";
import {
  cellFigure,
  checkFigureRows,
  claimFigure,
  createCategoryNames,
  describeCoordinates,
  dimensionKey,
  type FigureRow,
  type TracedFigure,
} from "../../src/tracing/index.ts";

const offences = defineDataset({
  title: "Recorded offences",
  dimensions: {
    area: {
      role: "area",
      label: "Police force",
      categories: [
        { id: "all", label: "All forces" },
        { id: "kent", label: "Kent", parent: "all", aliases: ["Kent Police"], inText: "the county of Kent" },
        { id: "essex", label: "Essex", parent: "all" },
        { id: "surrey", label: "Surrey", parent: "all" },
        { id: "s2", label: "Northern", parent: "all" },
        { id: "north-east", label: "North East", parent: "all" },
      ],
    },
    period: { role: "time", label: "Year" },
  },
  measures: { n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
  sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
});
const years = ["2017/18", "2018/19"];
const csv = `area,period,n\n${["all", "kent", "essex", "surrey", "s2", "north-east"]
  .flatMap((area, index) => years.map((year, later) => `${area},${year},${100 * index + later + 1}`))
  .join("\n")}\n`;
const datasets = await loadDatasets({ offences }, { offences: { csv } });
const namesNow = () => createCategoryNames(datasets);
const areaKey = dimensionKey("offences", "area");
const periodKey = dimensionKey("offences", "period");

const cell = (area: string, period = "2017-18", value = 7): TracedFigure =>
  cellFigure({ kind: "cell", dataset: "offences", measure: "n", at: { area, period } }, value);
const periods = datasets.get("offences")?.categories("period") ?? [];
const [first = "", second = ""] = periods.map(({ id }) => id);
const claim = (
  areas: readonly string[],
  periods: readonly string[] = [first],
  across: readonly string[] = [],
): TracedFigure => ({
  origin: { kind: "claim", claim: {} as Claim },
  value: 7,
  coordinates: new Map([
    [areaKey, new Set(areas)],
    [periodKey, new Set(periods)],
  ]),
  across: new Set(across),
  rounding: undefined,
});
const row = (
  texts: Readonly<Record<string, string>>,
  figures: Readonly<Record<string, TracedFigure | readonly TracedFigure[]>>,
  hasGaps = false,
): FigureRow => ({
  texts: new Map(Object.entries(texts)),
  figures: new Map(Object.entries(figures).map(([field, each]) => [field, [each].flat() as readonly TracedFigure[]])),
  hasGaps,
});
const check = (...rows: readonly FigureRow[]) =>
  checkFigureRows(rows, { names: namesNow(), timeDimensions: new Set([periodKey]) });
const found = (...rows: readonly FigureRow[]) =>
  check(...rows).found.map((each) =>
    each.kind === "mixed" ? ["mixed", each.row] : [each.kind, each.row, each.count, each.textField, each.said],
  );

const kent = cell("kent", first);
const essex = cell("essex", first);
const surrey = cell("surrey", first);

describe("a figure beside the name of another place", () => {
  test("is told with its first row, and how many have it", () => {
    const rows = [
      row({ name: "Kent" }, { n: kent }),
      row({ name: "Kent" }, { n: essex }),
      row({ name: "Essex" }, { n: surrey }),
    ];
    expect(check(...rows).found).toEqual([
      { kind: "figure", row: 1, count: 2, field: "n", textField: "name", said: "Kent", figure: essex },
    ]);
  });

  test.each<[string, readonly FigureRow[], readonly unknown[]]>([
    ["its own", [row({ name: "Kent" }, { n: kent })], []],
    ["an alias of its own", [row({ name: "kent  police" }, { n: kent })], []],
    ["its name within a sentence", [row({ name: "the county of Kent" }, { n: kent })], []],
    ["a name that nobody knows", [row({ name: "The South" }, { n: kent })], []],
    ["no name", [row({}, { n: kent })], []],
    ["the whole that it is a part of", [row({ name: "All forces" }, { n: kent })], []],
    ["the whole, for a sum of parts", [row({ name: "All forces" }, { n: claim(["kent", "essex"]) })], []],
    [
      "a part, for a figure of the whole",
      [row({ name: "Kent" }, { n: cell("all", first) })],
      [["label", 0, 1, "name", "Kent"]],
    ],
    ["one of two, for their sum", [row({ name: "Kent" }, { n: claim(["kent", "essex"]) })], []],
    [
      "one of those that it goes across",
      [
        row({ name: "Kent" }, { n: claim(["kent", "essex"], [first], [areaKey]) }),
        row({ name: "Essex" }, { n: essex }),
      ],
      [["label", 0, 1, "name", "Kent"]],
    ],
    [
      "each of them, for what goes across all",
      [
        row({ name: "Kent" }, { n: claim(["kent", "essex"], [first], [areaKey]) }),
        row({ name: "Essex" }, { n: claim(["kent", "essex"], [first], [areaKey]) }),
      ],
      [["label", 0, 2, "name", "Kent"]],
    ],
    ["its own code in its own column", [row({ area: "Northern" }, { n: cell("s2", first) })], []],
    ["a code, which is no name", [row({ area: "s2" }, { n: cell("s2", first) })], [["label", 0, 1, "area", "s2"]]],
    ["a code, in a column of another name", [row({ code: "s2" }, { n: cell("s2", first) })], []],
    ["an id that reads as its label", [row({ area: "north-east" }, { n: cell("north-east", first) })], []],
    ["another in its own column", [row({ area: "Essex" }, { n: kent })], [["label", 0, 1, "area", "Essex"]]],
    ["nobody in its own column", [row({ area: "The South" }, { n: kent })], [["figure", 0, 1, "area", "The South"]]],
    ["its year", [row({ name: "Kent", year: "2017/18" }, { n: kent })], []],
    ["another year", [row({ name: "Kent", year: "2018/19" }, { n: kent })], [["label", 0, 1, "year", "2018/19"]]],
    ["the day on which its year begins", [row({ name: "Kent", from: "2017-04-01" }, { n: kent })], []],
    [
      "the day on which another begins",
      [row({ from: "2018-04-01" }, { n: kent })],
      [["label", 0, 1, "from", "2018-04-01"]],
    ],
  ])("or of %s", (_, rows, expected) => {
    expect(found(...rows)).toEqual(expected);
  });

  test("may be of another that its row names", () => {
    const pair = (name: string, against: string, a: TracedFigure, b: TracedFigure) =>
      row({ name, against }, { n: a, other: b });
    expect(found(pair("Kent", "Essex", kent, essex), pair("Surrey", "Essex", surrey, essex))).toEqual([]);
    expect(found(pair("Kent", "Essex", kent, surrey), pair("Surrey", "Kent", surrey, kent))).toEqual([
      ["figure", 0, 2, "name", "Kent"],
      ["figure", 0, 1, "against", "Essex"],
    ]);
    // One row that is right does not excuse another.
    expect(found(pair("Kent", "Essex", essex, kent), pair("Kent", "Essex", surrey, kent))).toEqual([
      ["figure", 0, 2, "name", "Kent"],
      ["figure", 1, 1, "against", "Essex"],
    ]);
    // A year says nothing of an area.
    expect(found(row({ name: "Kent", year: "2017/18" }, { n: essex }))).toEqual([["label", 0, 1, "name", "Kent"]]);
  });

  test("may be the same comparator in all rows", () => {
    const all = cell("all", first);
    const beside = (name: string, own: TracedFigure, other: TracedFigure) => row({ name }, { n: own, other });
    expect(found(beside("Kent", kent, all), beside("Essex", essex, all))).toEqual([]);
    expect(found(beside("Kent", kent, surrey), beside("Essex", essex, surrey))).toEqual([]);
    expect(found(beside("Kent", kent, kent), beside("Essex", essex, kent))).toEqual([]);
    expect(found(beside("Kent", kent, surrey), beside("Essex", essex, all))).toEqual([
      ["figure", 0, 2, "name", "Kent"],
    ]);
    const across = claim(["kent", "essex"], [first], [areaKey]);
    expect(found(beside("Kent", kent, across), beside("Essex", essex, across))).toEqual([]);
    expect(found(beside("Kent", kent, across), beside("Essex", essex, surrey))).toEqual([
      ["figure", 0, 2, "name", "Kent"],
    ]);
  });
});

test("a column that is named after a year holds its figures", () => {
  const columns = (a: TracedFigure, b: TracedFigure) => row({ name: "Kent" }, { "2017/18": a, "2018/19": b });
  expect(found(columns(kent, cell("kent", second)))).toEqual([]);
  expect(found(columns(cell("kent", second), kent))).toEqual([
    ["figure", 0, 1, "2017/18", "2017/18"],
    ["figure", 0, 1, "2018/19", "2018/19"],
  ]);
  // Also where all rows have the same fault.
  expect(found(columns(kent, kent), columns(kent, kent))).toEqual([["figure", 0, 2, "2018/19", "2018/19"]]);
});

test("a column that is named after the measure of its figures says no area, though an area is called so", () => {
  const of = (measure: string) => cellFigure({ kind: "cell", dataset: "offences", measure, at: { area: "essex" } }, 7);
  const column = (figure: TracedFigure) => found(row({ name: "Essex" }, { kent: figure }));
  expect(column(of("kent"))).toEqual([]);
  expect(column(of("n"))).toEqual([["figure", 0, 1, "kent", "kent"]]);
  expect(column({ ...of("n"), origin: claim(["essex"]).origin })).toEqual([["figure", 0, 1, "kent", "kent"]]);
});

describe("of equal figures", () => {
  const origins = (texts: Readonly<Record<string, string>>, figures: readonly TracedFigure[]) =>
    check(row(texts, { n: figures })).origins[0]?.get("n");
  test("the one that the row names is taken", () => {
    expect(origins({ name: "Essex" }, [kent, essex, surrey])).toBe(essex);
    expect(origins({ name: "Kent" }, [kent, essex, surrey])).toBe(kent);
    expect(origins({ name: "Nobody" }, [kent, essex])).toBe(kent);
  });
  test("that with the fewest faults, then the most that is right", () => {
    const later = cell("kent", second);
    expect(origins({ name: "Kent", year: "2018/19" }, [essex, kent, later])).toBe(later);
    expect(origins({ name: "Kent", year: "2018/19" }, [essex, kent])).toBe(kent);
    expect(origins({ name: "Kent", year: "2018/19" }, [kent, essex])).toBe(kent);
    const anywhen: TracedFigure = { ...kent, coordinates: new Map([[areaKey, new Set(["kent"])]]) };
    const silent: TracedFigure = { ...kent, coordinates: new Map() };
    expect(origins({ name: "Kent", year: "2017/18" }, [silent, kent])).toBe(kent);
    expect(origins({ name: "Kent", year: "2017/18" }, [anywhen, kent])).toBe(anywhen);
    expect(origins({ name: "Nobody" }, [])).toBeUndefined();
  });
});

describe("a name that no figure of its rows is of", () => {
  const beside = (name: string, against: string, n: TracedFigure, hasGaps = false) =>
    row({ name, against }, { n }, hasGaps);
  const comparators = ["Essex", "Surrey"] as const;
  test("is told", () => {
    expect(found(beside("Kent", "Essex", kent), beside("Kent", "Surrey", kent))).toEqual([
      ["label", 0, 2, "against", "Essex"],
    ]);
    expect(found(beside("Kent", "Essex", kent), beside("Essex", "Kent", essex))).toEqual([
      ["label", 0, 2, "against", "Essex"],
    ]);
  });
  test("unless its rows have gaps", () => {
    const [a, b] = comparators;
    expect(found(beside("Kent", a, kent, true), beside("Kent", b, kent, true))).toEqual([]);
    expect(found(beside("Kent", a, kent, true), beside("Kent", b, kent))).toEqual([
      ["label", 0, 2, "against", "Essex"],
    ]);
  });
  test("unless it is what all rows are about, and one figure is", () => {
    const about = (subject: string | undefined, name: string, figures: Readonly<Record<string, TracedFigure>>) =>
      row({ ...(subject !== undefined && { subject }), name }, figures);
    expect(found(about("Kent", "Kent", { n: kent }), about("Kent", "Essex", { n: essex }))).toEqual([]);
    expect(found(about("Kent", "Kent", { n: kent }), about(undefined, "Essex", { n: essex }))).toEqual([]);
    expect(found(about("Kent", "Surrey", { n: surrey }), about("Kent", "Essex", { n: essex }))).toEqual([
      ["label", 0, 2, "subject", "Kent"],
    ]);
  });
  test("unless some figure is always of it", () => {
    const both = (name: string, own: TracedFigure) => row({ name, against: "Kent" }, { n: own, other: kent });
    expect(found(both("Essex", essex), both("Surrey", surrey))).toEqual([]);
  });
});

describe("figures of several periods", () => {
  const later = cell("kent", second);
  test("say which", () => {
    expect(found(row({ name: "Kent" }, { n: kent }), row({ name: "Essex" }, { n: cell("essex", second) }))).toEqual([
      ["mixed", 1],
    ]);
    expect(
      found(row({ name: "Kent", year: "2017/18" }, { n: kent }), row({ name: "Kent", year: "2018/19" }, { n: later })),
    ).toEqual([]);
    expect(found(row({ name: "Kent" }, { n: kent }), row({ name: "Essex" }, { n: essex }))).toEqual([]);
    expect(found(row({ name: "Kent" }, {}), row({ name: "Essex" }, { n: cell("essex", second) }))).toEqual([]);
    expect(found(row({ name: "Kent", year: "2018/19" }, { n: later }), row({ name: "Essex" }, { n: essex }))).toEqual(
      [],
    );
  });
  test("are not mixed with one that is of no period", () => {
    const timeless = claim(["essex"], []);
    expect(found(row({ name: "Kent" }, { n: kent }), row({ name: "Essex" }, { n: timeless }))).toEqual([]);
    expect(found(row({ name: "Essex" }, { n: timeless }), row({ name: "Kent" }, { n: later }))).toEqual([]);
  });
  test("are told by the first that has another one", () => {
    const rows = [
      row({ name: "Kent" }, { n: kent }),
      row({ name: "Essex" }, { n: essex }),
      row({ name: "Surrey" }, { n: cell("surrey", second) }),
    ];
    expect(check(...rows).found).toEqual([
      { kind: "mixed", field: "n", row: 2, figures: [kent, cell("surrey", second)] },
    ]);
  });
  test("may be equal ones of one period", () => {
    const either = [cell("essex", second), essex];
    expect(found(row({ name: "Kent" }, { n: kent }), row({ name: "Essex" }, { n: either }))).toEqual([]);
    // A figure that is equal, and of another place, is none.
    const another = [cell("essex", second), surrey];
    expect(found(row({ name: "Kent" }, { n: kent }), row({ name: "Essex" }, { n: another }))).toEqual([["mixed", 1]]);
    const parts = [claim(["essex", "surrey"], [second]), claim(["essex", "kent"], [first])];
    expect(found(row({ name: "Kent" }, { n: kent }), row({}, { n: parts }))).toEqual([["mixed", 1]]);
  });
  test("have one in common that all share", () => {
    const span = claim(["essex"], [first, second]);
    expect(found(row({ name: "Kent" }, { n: kent }), row({ name: "Essex" }, { n: span }))).toEqual([]);
    const rows = [row({}, { n: span }), row({}, { n: kent }), row({}, { n: later })];
    expect(check(...rows).found).toEqual([{ kind: "mixed", field: "n", row: 1, figures: [span, kent] }]);
  });
});

test("a place in words", () => {
  const said = (figure: TracedFigure) => describeCoordinates(figure, namesNow());
  expect(said(kent)).toBe("Kent, 2017/18");
  expect(said(claim(["kent", "essex"]))).toBe("Kent and Essex, 2017/18");
  expect(said(claim(["kent", "essex", "surrey", "s2"]))).toBe("Kent and 3 others, 2017/18");
  expect(said(claim(["kent", "essex"], [first], [areaKey]))).toBe("2017/18");
});

test("a figure of a claim is of the cells that it counts", () => {
  const evidence = (role: string, area: string, period = first) => ({
    role,
    dataset: "offences",
    observation: { at: { area, period }, cell: { state: "value", value: 7 } },
  });
  const of = (...items: readonly ReturnType<typeof evidence>[]) => {
    const figure = claimFigure({ evidence: items } as unknown as Claim, 7);
    return { areas: [...(figure.coordinates.get(areaKey) ?? [])], across: [...figure.across] };
  };
  expect(of(evidence("subject", "kent"), evidence("population", "essex"))).toEqual({ areas: ["kent"], across: [] });
  for (const role of ["among", "since", "otherWhole", "whole"])
    expect(of(evidence("subject", "kent"), evidence(role, "essex")).areas).toEqual(["kent"]);
  expect(of(evidence("subject", "kent"), evidence("subject", "essex"))).toEqual({
    areas: ["kent", "essex"],
    across: [],
  });
  expect(of(evidence("among", "kent"), evidence("among", "essex"))).toEqual({
    areas: ["kent", "essex"],
    across: [areaKey],
  });
});

describe("names", () => {
  test("of a category, as readers know it", () => {
    const of = (id: string) => ({ dataset: "offences", dimension: "area", id, key: areaKey });
    expect(namesNow().labelOf(of("kent"))).toBe("Kent");
    expect(namesNow().labelOf(of("unknown"))).toBe("unknown");
    expect(namesNow().named(" KENT ")).toEqual([of("kent")]);
    expect(namesNow().named("s2")).toEqual([{ ...of("s2"), byCode: true }]);
    expect(namesNow().named("north-east")).toEqual([of("north-east")]);
    expect(namesNow().named("")).toEqual([]);
    expect(namesNow().named("All \n forces")).toEqual([of("all")]);
    expect(namesNow().named("2018-19")).toEqual([
      { dataset: "offences", dimension: "period", id: second, key: dimensionKey("offences", "period") },
    ]);
  });
  test("within a text, the longest that fits", () => {
    const said = (text: string) =>
      namesNow()
        .mentions(text)
        .map(({ index, text }) => [index, text]);
    expect(said("In Kent Police, and Kent; not in Kentish or NorthernX.")).toEqual([
      [3, "Kent Police"],
      [20, "Kent"],
    ]);
    expect(said("all   forces")).toEqual([[0, "all   forces"]]);
    expect(said("nobody")).toEqual([]);
    expect(createCategoryNames(new Map()).mentions("Kent")).toEqual([]);
  });
  test("that have signs of patterns, or one letter", async () => {
    const spec = {
      title: "Signs",
      dimensions: {
        area: {
          role: "area",
          label: "Area",
          categories: [
            { id: "a.b", label: "A.B (North)" },
            { id: "q", label: "Q" },
          ],
        },
      },
      measures: { n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
      sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
    } as const;
    const signs = await loadDatasets({ signs: defineDataset(spec) }, { signs: { csv: "area,n\na.b,1\nq,2\n" } });
    const said = (text: string) =>
      createCategoryNames(signs)
        .mentions(text)
        .map(({ text }) => text);
    expect(said("of axb and a.b")).toEqual(["a.b"]);
    expect(said("of q, and Q")).toEqual([]);
  });
  test("of what a figure goes across", () => {
    const goes = (figure: TracedFigure, id: string) =>
      namesNow().goesAcross(figure, { dataset: "offences", dimension: "area", id, key: areaKey });
    const across = (...areas: readonly string[]) => claim(areas, [first], [areaKey]);
    expect(goes(across("kent", "essex"), "all")).toBe(true);
    expect(goes(across("kent", "essex"), "kent")).toBe(false);
    expect(goes(across("kent", "all"), "all")).toBe(true);
    expect(goes(across("kent"), "kent")).toBe(true);
    expect(goes(across("kent", "elsewhere"), "all")).toBe(false);
    expect(goes(claim(["kent", "essex"]), "all")).toBe(false);
  });
  test("of a whole and of another place say nothing of a part of the whole", async () => {
    const area = (id: string, label: string, parent?: string) => ({
      id,
      label,
      ...(parent !== undefined && { parent }),
    });
    const towns = defineDataset({
      title: "Offences by town",
      dimensions: {
        area: {
          role: "area",
          label: "County",
          categories: [area("durham", "Durham"), area("consett", "Consett", "durham"), area("usk", "Usk")],
        },
        city: { role: "category", label: "City", categories: [area("d", "Durham"), area("e", "Exeter")] },
      },
      measures: { n: { label: "Offences", unit: { one: "offence", other: "offences" }, statType: "count" } },
      sources: { home: { title: "Recorded crime", publisher: "Home Office", kind: "official-statistics" } },
    });
    const data = await loadDatasets({ towns }, { towns: { csv: "area,city,n\ndurham,d,3\nconsett,e,4\nusk,e,5\n" } });
    const of = (at: Readonly<Record<string, string>>) =>
      cellFigure({ kind: "cell", dataset: "towns", measure: "n", at }, 4);
    const told = (at: Readonly<Record<string, string>>) =>
      checkFigureRows([row({ name: "Durham" }, { n: of(at) })], {
        names: createCategoryNames(data),
        timeDimensions: new Set(),
      }).found.length;
    // The county has Consett, whatever the city is.
    expect(told({ area: "consett", city: "e" })).toBe(0);
    expect(told({ area: "usk", city: "e" })).toBe(1);
    expect(told({ area: "usk", city: "d" })).toBe(0);
  });
  test("of what a figure is of", () => {
    const is = (figure: TracedFigure, id: string) =>
      namesNow().isOf(figure, { dataset: "offences", dimension: "area", id, key: areaKey });
    expect(is(kent, "kent")).toBe(true);
    expect(is(kent, "essex")).toBe(false);
    expect(is(kent, "all")).toBe("part");
    expect(is(claim(["kent", "essex"]), "all")).toBe(true);
    expect(is(claim(["kent", "all"]), "essex")).toBe(false);
    expect(is(claim(["kent"], [first], [areaKey]), "kent")).toBe(false);
    expect(
      namesNow().isOf(kent, { dataset: "others", dimension: "area", id: "kent", key: dimensionKey("others", "area") }),
    ).toBeUndefined();
  });
});
