import { describe, expect, test } from "vitest";
import {
  type Dataset,
  type DatasetEdition,
  type DatasetInput,
  type DatasetSpec,
  type DisclosureSpec,
  defineDataset,
  type Edition,
  readDataset,
  readDatasets,
} from "../../../src/dataset/index.ts";
import { BriefingError } from "../../../src/diagnostics/index.ts";
import { laterDiagnosticsOf } from "../../support/diagnostics-of.ts";
import { type PrintedEdition, readEditions } from "./reader-of-editions.ts";

const unit = { one: "case", other: "cases" };
const hide = { from: 1, to: 4 };
const exact: DisclosureSpec = { profile: { hide } };

const specOf = (other: Partial<DatasetSpec> = {}): DatasetSpec => ({
  title: "Cases",
  dimensions: { area: { role: "area", label: "Area", total: "All" } },
  measures: { cases: { label: "Cases", unit, statType: "count" } },
  sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
  disclosure: exact,
  ...other,
});

/** A cell, and what it adds up: numbers that have one name for as long as they are not revised. */
interface OpenCell {
  readonly measure?: string;
  readonly at: Readonly<Record<string, string>>;
  readonly parts: readonly string[];
}

interface Night {
  readonly spec: DatasetSpec;
  readonly cells: readonly OpenCell[];
}

/** Publishes one edition after another, as far as they may be published, and has them read together. */
async function read(numbers: Readonly<Record<string, number>>, nights: readonly Night[]) {
  const worth = (parts: readonly string[]) => parts.reduce((sum, part) => sum + (numbers[part] as number), 0);
  const editions: PrintedEdition[] = [];
  const refused: string[] = [];
  let previous: readonly Edition[] = [];
  for (const { spec, cells } of nights) {
    const rows = cells.map(({ measure = "cases", at, parts }) => ({ ...at, [measure]: worth(parts) }));
    try {
      const dataset: Dataset = await readDataset(defineDataset(spec), { rows }, { id: "cases", previous });
      previous = [{ datasets: { cases: JSON.parse(JSON.stringify(dataset.edition)) } }];
      editions.push(
        cells.map(({ measure = "cases", at, parts }) => {
          const coordinates = Object.entries(at).map(([dimension, label]) => [
            dimension,
            dataset.category(dimension, label)?.id ?? dataset.readPeriod(label)?.id ?? "",
          ]);
          const cell = dataset.lookup(measure, Object.fromEntries(coordinates))[0]?.cell;
          const [low, high] =
            cell?.state === "rounded"
              ? [cell.low, cell.high]
              : cell?.state === "value"
                ? [cell.value, cell.value]
                : [Number.NaN, Number.NaN];
          const name = `${measure} ${Object.values(at).join(" ")}`;
          return { name, parts, truth: worth(parts), shown: Number.isNaN(low) ? null : [low, high] };
        }),
      );
    } catch (error) {
      if (!(error instanceof BriefingError)) throw error;
      refused.push(error.diagnostics[0]?.code ?? "");
    }
  }
  return { found: await readEditions(editions, hide), refused };
}

/** Cases by area, with All. */
const rowsOf = (cases: Readonly<Record<string, number>>) =>
  Object.entries({ All: Object.values(cases).reduce((sum, own) => sum + own, 0), ...cases }).map(([area, own]) => ({
    area,
    cases: own,
  }));

/** Areas, each with the numbers that it adds up, and All. */
const areas = (own: Readonly<Record<string, readonly string[]>>, spec = specOf()): Night => ({
  spec,
  cells: [
    { at: { area: "All" }, parts: Object.values(own).flat() },
    ...Object.entries(own).map(([area, parts]) => ({ at: { area }, parts })),
  ],
});

const numbers = { ash: 12, ashRevised: 3, birch: 9, birchA: 4, birchB: 5, cedar: 30, cedarRevised: 33, dell: 1 };
const first = { Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"] };
const second = { ...first, Ash: ["ashRevised"] };

describe("a reader of two editions works out no small count", () => {
  test("where the first was not protected, in whole or by measure, or was rounded and this measure was not", async () => {
    const open: readonly DisclosureSpec[] = [
      { profile: "none" },
      { ...exact, measures: { cases: "publish" } },
      { profile: { hide, roundTo: 10 }, measures: { cases: "publish" } },
      { profile: { hide, roundTo: 10 }, known: [{ area: ["All", "Ash", "Birch", "Cedar"] }] },
    ];
    for (const disclosure of open)
      expect(
        await read(numbers, [areas(first, specOf({ disclosure })), areas(second)]),
        JSON.stringify(disclosure),
      ).toEqual({
        found: [],
        refused: [],
      });
  });

  test("where an area has another name, or is divided", async () => {
    const renamed = { Ash: ["ashRevised"], "Birch Council": ["birch"], Cedar: ["cedar"] };
    expect((await read(numbers, [areas(first), areas(renamed)])).found).toEqual([]);
    const before = { ...first, Birch: ["birchA", "birchB"] };
    const divided = { Ash: ["ashRevised"], Byre: ["birchA"], Burn: ["birchB"], Cedar: ["cedarRevised"] };
    expect((await read(numbers, [areas(before), areas(divided)])).found).toEqual([]);
    // Birch was hidden for Ash's sake; so is what it may be called by now.
    const small = { Ash: ["ashRevised"], Birch: ["birch"], Cedar: ["cedar"] };
    const named = { Ash: ["ashRevised"], Dell: ["dell"], "Birch Council": ["birch"], Cedar: ["cedar"] };
    expect((await read(numbers, [areas(small), areas(named)])).found).toEqual([]);
  });

  test("where an area that was hidden is divided", async () => {
    const own = { ash: 6, cedar: 0, dell: 2, elm: 12, elmRevised: 7, fern: 3 };
    const whole = areas({ Ash: ["ash"], Cedar: ["cedar", "dell"], Elm: ["elm", "fern"] });
    // Who takes Dell for part of Cedar has All less Elm's 7 and the 8 of before.
    const divided = areas({ Ash: ["ash"], Cedar: ["cedar"], Dell: ["dell"], Elm: ["elmRevised"], Fern: ["fern"] });
    expect((await read(own, [whole, divided])).found).toEqual([]);
    const apart = areas({ Ash: ["ash"], Dill: ["cedar"], Dell: ["dell"], Elm: ["elmRevised"], Fern: ["fern"] });
    expect((await read({ ...own, cedar: 1 }, [whole, apart])).found).toEqual([]);
  });

  test("where nothing was divided from an area whose figure stays", async () => {
    const own = { ash: 17, birch: 4, fern: 6 };
    const whole = areas({ Ash: ["ash"], Fern: ["fern"] });
    // Who takes Dell for part of Fern knows that it is none.
    const divided = areas({ Ash: ["ash"], Birch: ["birch"], Dell: [], Fern: ["fern"] });
    expect(await read(own, [whole, divided])).toEqual({ found: [], refused: [] });
  });

  test("where an area is missing from one edition, and has gone into another in the next", async () => {
    const own = { ash: 14, birch: 4, cedar: 1, cedarRevised: 8, dell: 7, elm: 1 };
    const apart = areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dell"], Elm: ["elm"] });
    const without = areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dell"] });
    const merged = areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedarRevised"], Dell: ["dell", "elm"] });
    expect((await read(own, [apart, without, merged])).found).toEqual([]);
  });

  test("where an area had grown while it was counted in another", async () => {
    const own = { ash: 13, birch: 6, birchLast: 2, cedar: 2, cedarBefore: 0, dell: 39 };
    const before = areas({ Ash: ["ash"], Birch: ["birch", "cedarBefore"], Dell: ["dell"] });
    const grown = areas({ Ash: ["ash"], Birch: ["birch", "cedar"], Dell: ["dell"] });
    const divided = areas({ Ash: ["ash"], Birch: ["birchLast"], Cedar: ["cedar"], Dell: ["dell"] });
    // Both are four together, and two of them are Cedar's at least.
    expect(await read(own, [before, grown, divided])).toEqual({ found: [], refused: [] });
  });

  test("where a hidden count was more, while another beside it was less", async () => {
    const own = { ash: 1, ashLast: 0, birch: 11, cedar: 12, dell: 3, dellLater: 8 };
    const nights = [
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dell"] }),
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dellLater"] }),
      // Ash and Dell were four once; All has one less, which was of Ash.
      areas({ Ash: ["ashLast"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dellLater"] }),
    ];
    expect(await read(own, nights)).toEqual({ found: [], refused: [] });
  });

  test("where figures were rounded otherwise each time", async () => {
    const to = (base: number) => specOf({ disclosure: { profile: { hide, roundTo: base } } });
    const own = { ash: 4, birch: 13, cedar: 11, cedarLast: 6, dell: 5, dellLater: 10 };
    const nights = [
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dell"] }, to(5)),
      areas({ Ash: ["ash"], Birch: ["birch"], Dell: ["dell"] }, to(5)),
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dellLater"] }, to(5)),
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedarLast"], Dell: ["dellLater"] }, to(3)),
    ];
    expect((await read(own, nights)).found).toEqual([]);
    const others = { ash: 2, birch: 13, cedar: 7, dell: 6, dellLast: 20, elm: 13 };
    const first = { Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dell"], Elm: ["elm"] };
    const last = areas({ Ash: ["ash"], Dell: ["dellLast"] }, to(5));
    expect((await read(others, [areas(first, to(3)), last])).found).toEqual([]);
  });

  test("where a bound of one edition and one of another leave no count but small ones", async () => {
    const to = (base: number) => specOf({ disclosure: { profile: { hide, roundTo: base } } });
    const own = { ash: 16, ashLast: 14, birch: 5, cedar: 3, elm: 18, elmLast: 19, fern: 5 };
    const nights = [
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Elm: ["elm"] }, to(3)),
      // 43 at least, of which Ash is up to 16 by the night before, Birch up to 7, Elm up to 19 by the night after: Cedar is one at least.
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Elm: ["elmLast"] }, to(5)),
      areas({ Ash: ["ashLast"], Birch: ["birch"], Cedar: ["cedar"], Elm: ["elmLast"], Fern: ["fern"] }, to(3)),
    ];
    expect((await read(own, nights)).found).toEqual([]);
    // What Cedar was then, as the figures beside it are exact by now.
    const before = { ash: 5, birch: 14, cedar: 3, cedarLast: 6, fern: 17 };
    const exactly = [
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Fern: ["fern"] }, to(3)),
      areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedarLast"], Fern: ["fern"] }),
    ];
    expect((await read(before, exactly)).found).toEqual([]);
  });

  test("where what it was divided from had been rounded", async () => {
    const rounded = specOf({ disclosure: { profile: { hide, roundTo: 3 } } });
    const own = { ash: 1, birch: 13, cedar: 6, dell: 3, elm: 15, elmLast: 10 };
    const whole = areas({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar", "dell"], Elm: ["elm"] }, rounded);
    // Cedar and Dell were 8 to 10 together.
    const divided = { Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dell"], Elm: ["elmLast"] };
    expect(await read(own, [whole, areas(divided)])).toEqual({ found: [], refused: [] });
  });

  test("where small counts had been shown before there was a rule", async () => {
    const open = (own: Parameters<typeof areas>[0]) => areas(own, specOf({ disclosure: { profile: "none" } }));
    const own = { ash: 7, birch: 9, cedar: 4, cedarLast: 3, dell: 9, dellLast: 18, elm: 4, fern: 8, fernLast: 3 };
    const before = open({ Ash: ["ash"], Birch: ["birch"], Cedar: ["cedar"], Dell: ["dell"], Fern: ["fern"] });
    const next = { Ash: ["ash"], Birch: ["birch"], Dell: ["dell"], Fern: ["fernLast"] };
    const last = { Ash: ["ash"], Birch: ["birch"], Dell: ["dellLast"], Fern: ["fernLast"] };
    const secretsOf = async (nights: readonly Night[]) => {
      const { found, refused } = await read(own, nights);
      // Cedar had been shown.
      return { found: found.filter(({ truth }) => truth !== own.cedar), refused };
    };
    const none = { found: [], refused: [] };
    // Who takes Cedar Town for Cedar knows it, and could take it from All.
    expect(await secretsOf([before, areas({ ...next, "Cedar Town": ["cedar"] })])).toEqual(none);
    // So could, by what Cedar was, who knows that it is another by now.
    for (const name of ["Cedar Town", "Cedar"]) {
      const nights = [before, areas({ ...next, [name]: ["cedar"] }), areas({ ...last, [name]: ["cedarLast"] })];
      expect(await secretsOf(nights), name).toEqual(none);
    }
  });

  test("where a small count that had been shown is the same again, or seems to have taken in another", async () => {
    const open = (own: Parameters<typeof areas>[0]) => areas(own, specOf({ disclosure: { profile: "none" } }));
    const own = { ash: 7, birch: 9, birchLast: 12, cedar: 3, cedarMore: 6, cedarAgain: 3, cedarGrown: 4, dell: 1 };
    const others = { Ash: ["ash"], Birch: ["birch"] };
    const nights = [
      open({ ...others, Cedar: ["cedar"] }),
      open({ ...others, Cedar: ["cedarMore"] }),
      areas({ ...others, Cedar: ["cedarAgain"] }),
    ];
    expect(await read(own, nights)).toEqual({ found: [], refused: [] });
    const last = areas({ ...others, Birch: ["birchLast"], Cedar: ["cedarGrown"] });
    expect(await read(own, [open({ ...others, Cedar: ["cedar"], Dell: ["dell"] }), last])).toEqual({
      found: [],
      refused: [],
    });
  });

  test("where a hidden area has another name, night after night", async () => {
    const night = (name: string, cedar = "cedar"): Night =>
      areas({ [name]: ["birchA"], Dell: ["dell"], Elm: ["ashRevised"], Cedar: [cedar], Fern: ["ash"] });
    const nights = [night("Ash"), night("Ash Council"), night("Ash Council", "cedarRevised"), night("Ash Town")];
    expect(await read(numbers, nights)).toEqual({ found: [], refused: [] });
  });

  test("where areas have other names, which the definition says", async () => {
    const before = await readDataset(
      defineDataset(specOf()),
      { rows: rowsOf({ Ash: 8, Birch: 5, Cedar: 1 }) },
      { id: "cases" },
    );
    const previous = [{ datasets: { cases: before.edition as DatasetEdition } }];
    const tonight = (aliases?: Readonly<Record<string, string>>) => {
      const area = { role: "area", label: "Area", total: "All", ...(aliases && { aliases }) } as const;
      const rows = rowsOf({ Ash: 8, "Birch Town": 5, "Cedar Town": 1, Elm: 3 });
      const spec = specOf({ dimensions: { area }, notSums: ["cases"] });
      return readDataset(defineDataset(spec), { rows }, { id: "cases", previous });
    };
    const hint = 'say so by dimensions.area.aliases: { "Birch Town": "birch", "Cedar Town": "cedar" }, or give';
    await expect(tonight()).rejects.toThrow(hint);
    const { observations } = await tonight({ "Birch Town": "Birch", "Cedar Town": "Cedar" });
    const shown = observations.flatMap(({ at, cell }) => (cell.state === "value" ? at.area : []));
    expect(shown).toEqual(["birch"]);
  });

  test("where areas have names of their own, of which the hint says what names and figures tell", async () => {
    const years = ["2020", "2021", "2022", "2023"];
    const spec = (aliases?: Readonly<Record<string, string>>) =>
      specOf({
        dimensions: {
          area: { role: "area", label: "Area", total: "All", ...(aliases && { aliases }) },
          year: { role: "time", label: "Year" },
        },
      });
    const rows = (counts: Readonly<Record<string, readonly number[]>>) =>
      years.flatMap((year, index) => {
        const own = Object.entries(counts).map(([area, all]) => ({ area, year, cases: all[index] ?? 0 }));
        return [{ area: "All", year, cases: own.reduce((sum, { cases }) => sum + cases, 0) }, ...own];
      });
    const [ash, birch, cedar] = [
      [8, 9, 1, 21],
      [5, 17, 2, 44],
      [30, 31, 3, 33],
    ];
    const { edition } = await readDataset(
      defineDataset(spec()),
      { rows: rows({ Ash: ash, Birch: birch, Cedar: cedar, Dell: [6, 7, 5, 9] }) },
      { id: "cases" },
    );
    const previous = [{ datasets: { cases: edition as DatasetEdition } }];
    const tonight = (counts: Readonly<Record<string, readonly number[]>>, aliases?: Readonly<Record<string, string>>) =>
      readDataset(defineDataset(spec(aliases)), { rows: rows(counts) }, { id: "cases", previous });
    // Oban is Birch by its figures, York is Ash by what is left; neither is who comes first in the alphabet.
    const named = { York: ash, "Cedar and District": cedar, Oban: birch, Dell: [6, 7, 5, 9] };
    const hint = '{ "Cedar and District": "cedar", "Oban": "birch", "York": "ash" }';
    await expect(tonight(named)).rejects.toThrow(hint);
    const { observations } = await tonight(named, { "Cedar and District": "cedar", Oban: "birch", York: "ash" });
    expect(observations.filter(({ at, cell }) => at.area === "birch" && cell.state === "value")).toHaveLength(3);
    // All figures are revised: nothing tells two areas apart.
    const revised = { York: [11, 12, 2, 24], Oban: [15, 7, 1, 40], Cedar: cedar, Dell: [6, 7, 5, 9] };
    await expect(tonight(revised)).rejects.toThrow("neither names nor figures tell which of them is which");
  });

  test("where regions or sums of measures are there as before, and are declared no longer", async () => {
    const ids = ["ash", "birch", "cedar", "dell"];
    const spec = (isDeclared: boolean) =>
      specOf({
        dimensions: {
          area: {
            role: "area",
            label: "Area",
            notSums: isDeclared ? ids : [...ids, "north"],
            categories: [
              { id: "north", label: "north" },
              ...ids.map((id, index) => ({ id, label: id, ...(isDeclared && index < 3 && { parent: "north" }) })),
            ],
          },
        },
      });
    const cells = (ash: string): readonly OpenCell[] => [
      { at: { area: "north" }, parts: [ash, "birch", "cedar"] },
      ...[ash, "birch", "cedar", "dell"].map((part, index) => ({ at: { area: ids[index] as string }, parts: [part] })),
    ];
    const regions = [
      { spec: spec(true), cells: cells("ash") },
      { spec: spec(false), cells: cells("ashRevised") },
    ];
    expect((await read(numbers, regions)).found).toEqual([]);

    const sexes = {
      girls: { label: "Girls", unit, statType: "count" },
      boys: { label: "Boys", unit, statType: "count" },
    } as const;
    const sums = (isDeclared: boolean) =>
      specOf({
        dimensions: { area: { role: "area", label: "Area" } },
        measures: { ...sexes, cases: { label: "Cases", unit, statType: "count" } },
        ...(isDeclared && { sums: [{ whole: "cases", parts: ["girls", "boys"] }] }),
        notSums: ["girls", "boys", ...(isDeclared ? [] : ["cases"])],
      });
    const of = (girls: string): readonly OpenCell[] => [
      { measure: "girls", at: { area: "Ash" }, parts: [girls] },
      { measure: "boys", at: { area: "Ash" }, parts: ["birch"] },
      { measure: "cases", at: { area: "Ash" }, parts: [girls, "birch"] },
    ];
    const measures = [
      { spec: sums(true), cells: of("ash") },
      { spec: sums(false), cells: of("ashRevised") },
    ];
    expect((await read(numbers, measures)).found).toEqual([]);
  });

  test("where a month is gone and its quarter is new", async () => {
    const spec = specOf({
      dimensions: { area: { role: "area", label: "Area", total: "All" }, month: { role: "time", label: "Month" } },
    });
    const worth: Record<string, number> = {};
    for (const [area, months] of Object.entries({ Ash: [3, 20, 10], Birch: [9, 31, 22], Cedar: [40, 51, 60] }))
      for (const [month, value] of months.entries()) worth[`${area} ${month}`] = value;
    const table = (months: Readonly<Record<string, readonly number[]>>): Night => ({
      spec,
      cells: Object.entries(months).flatMap(([month, of]) =>
        ["All", "Ash", "Birch", "Cedar"].map((area) => ({
          at: { area, month },
          parts: (area === "All" ? ["Ash", "Birch", "Cedar"] : [area]).flatMap((own) =>
            of.map((each) => `${own} ${each}`),
          ),
        })),
      ),
    });
    const january = table({ "2020-01": [0], "2020-02": [1] });
    const quarter = table({ "2020-02": [1], "2020-03": [2], "2020 Q1": [0, 1, 2] });
    expect(await read(worth, [january, quarter])).toEqual({ found: [], refused: [] });
  });

  test("where a figure that was rounded is exact by now, and its total was not", async () => {
    const rounded = specOf({ disclosure: { profile: { hide, roundTo: 3 } } });
    const worth = { ash: 10, cedar: 6, dell: 1 };
    const nights = [
      areas({ Ash: ["ash"], Dell: ["dell"] }, rounded),
      areas({ Ash: ["ash"], Cedar: ["cedar"], Dell: ["dell"] }),
    ];
    expect((await read(worth, nights)).found).toEqual([]);
  });

  test("where one measure of several is broken down otherwise, which is refused", async () => {
    const referrals = { label: "Referrals", unit, statType: "count" } as const;
    const { cases } = specOf().measures as { cases: DatasetSpec["measures"][string] };
    const two = { measures: { cases, referrals }, notSums: ["cases", "referrals"] };
    const beside: readonly OpenCell[] = [
      { measure: "referrals", at: { area: "All" }, parts: ["cedar", "cedarRevised"] },
    ];
    const one = areas(first, specOf(two));
    const bySex = specOf({
      ...two,
      dimensions: {
        area: { role: "area", label: "Area", total: "All" },
        sex: { role: "category", label: "Sex", total: "Both" },
      },
      measures: { cases, referrals: { ...referrals, dimensions: ["area"] } },
    });
    const by = areas(second, bySex);
    const withSex = [...by.cells, ...beside].map((cell) => ({ ...cell, at: { ...cell.at, sex: "Both" } }));
    const nights = [
      { ...one, cells: [...one.cells, ...beside] },
      { ...by, cells: withSex },
    ];
    expect(await read(numbers, nights)).toEqual({ found: [], refused: ["edition-of-other-cells"] });
  });
});

describe("a dataset under another name", () => {
  const input = (id: string, csv: string, disclosure = exact): DatasetInput => ({
    id,
    definition: defineDataset(specOf({ disclosure })),
    input: { csv },
  });
  const publish = async (inputs: readonly DatasetInput[], previous: readonly Edition[] = []): Promise<Edition> => ({
    datasets: Object.fromEntries(
      (await readDatasets(inputs, { previous })).map(({ id, edition }) => [id, JSON.parse(JSON.stringify(edition))]),
    ),
  });
  const csv = "area,cases\nAll,92\nAsh,12\nBirch,9\nCedar,30\nDell,41\n";
  const revised = csv.replace("92", "83").replace("12", "3");

  test("is refused until it is said that the two have nothing in common", async () => {
    const previous = [await publish([input("cases", csv)])];
    const renamed = () => publish([input("offences", revised)], previous);
    expect(await laterDiagnosticsOf(renamed)).toMatchObject([
      { code: "dataset-not-in-edition", hint: expect.stringContaining('unrelated: ["cases"]') },
    ]);
    await publish([input("offences", revised, { ...exact, unrelated: ["cases"] })], previous);
    // What is new beside it is another.
    await publish([input("cases", revised), input("offences", "area,cases\nAll,70\nAsh,40\nBirch,30\n")], previous);
  });

  test("is refused where another briefing published the same figures by another name", async () => {
    const previous = [await publish([input("cases", csv)]), await publish([input("offences", csv)])];
    expect(await laterDiagnosticsOf(() => publish([input("cases", revised)], previous))).toMatchObject([
      { code: "dataset-not-in-edition", message: expect.stringContaining("the same") },
    ]);
    const others = [
      previous[0] as Edition,
      await publish([
        input(
          "pupils",
          csv.replace(/\d+/g, (n) => `${Number(n) * 7}`),
        ),
      ]),
    ];
    await publish([input("cases", revised)], others);
  });
});
