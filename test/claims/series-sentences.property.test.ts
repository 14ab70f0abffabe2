import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dataset, type DatasetSpec, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { isCutShort, trials } from "../support/trials.ts";
import { sentencesOfAreas } from "./area-sentences.ts";
import { sentenceFaults, type World } from "./series-sentences.ts";

/** A dataset of areas by year, in units of its last decimal; `x` and `c` are missing and suppressed cells. */
interface Drawn {
  readonly statType: World["statType"];
  readonly rows: readonly (readonly (number | "x" | "c")[])[];
  /** So many years lie between two figures; 1 where absent. */
  readonly step?: number;
}

const firstYear = 2010;
const nameOf = (row: number): string => `Area ${String.fromCharCode(65 + Math.floor(row / 26), 65 + (row % 26))}`;
const decimalsOf = (statType: World["statType"]) => (statType === "count" ? 0 : 1);

/** Figures that go somewhere: random walks, steady ways, plateaus, few of them and many. */
const series = (length: number) =>
  fc.oneof(
    fc.array(fc.integer({ min: 0, max: 400 }), { minLength: length, maxLength: length }),
    fc
      .record({
        start: fc.integer({ min: 20, max: 900 }),
        steps: fc.array(fc.integer({ min: -60, max: 60 }), { minLength: length, maxLength: length }),
        trend: fc.integer({ min: -60, max: 60 }),
      })
      .map(({ start, steps, trend }) => {
        let value = start;
        return steps.map((step) => {
          value = Math.max(0, value + step + trend);
          return value;
        });
      }),
    fc
      .record({ start: fc.integer({ min: 100, max: 500 }), step: fc.integer({ min: -12, max: 40 }) })
      .map(({ start, step }) => Array.from({ length }, (_, index) => Math.max(0, start + index * step))),
    fc.integer({ min: 0, max: 300 }).map((value) => Array.from({ length }, (_, index) => value + (index % 2))),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }),
  );

/** Of all areas: what most of them do is no news of one. */
const alike = (length: number) =>
  fc
    .record({
      step: fc.integer({ min: -20, max: 20 }),
      noise: fc.constantFrom(0, 1, 12),
      turn: fc.constantFrom(length, length, Math.floor(length / 2)),
      areas: fc.integer({ min: 6, max: 30 }),
    })
    .chain(({ step, noise, turn, areas }) =>
      fc.array(
        fc
          .tuple(
            fc.integer({ min: 100, max: 400 }),
            fc.integer({ min: 2, max: 12 }),
            fc.array(fc.integer({ min: -noise, max: noise }), { minLength: length, maxLength: length }),
          )
          .map(([start, slope, steps]) => {
            let value = start;
            return steps.map((own, index) => {
              value = Math.max(
                0,
                value + (index > 0 ? Math.round((step * slope) / 10) * (index > turn ? -1 : 1) + own : 0),
              );
              return value;
            });
          }),
        { minLength: areas, maxLength: areas },
      ),
    );

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    statType: fc.constantFrom("count", "rate", "share", "mean"),
    areas: fc.integer({ min: 1, max: 30 }),
    years: fc.oneof(fc.integer({ min: 4, max: 11 }), fc.integer({ min: 1, max: 11 })),
  })
  .chain(({ statType, areas, years }) =>
    fc.record({
      statType: fc.constant(statType as World["statType"]),
      step: fc.constantFrom(1, 1, 5),
      rows: fc.oneof(
        { weight: 1, arbitrary: alike(years) },
        {
          weight: 2,
          arbitrary: fc.array(
            fc
              .tuple(
                series(years),
                fc.oneof(
                  { weight: 11, arbitrary: fc.constant(undefined) },
                  { weight: 1, arbitrary: fc.tuple(fc.nat(years - 1), fc.constantFrom("x", "c")) },
                ),
              )
              .map(([values, gap]) =>
                values.map((value, index) => (gap?.[0] === index ? (gap[1] as "x" | "c") : value)),
              ),
            { minLength: areas, maxLength: areas },
          ),
        },
      ),
    }),
  );

/** Whether the data has a figure for its first and its last year: these are what `first` and `latest` mean. */
const isHeld = ({ rows }: Drawn): boolean =>
  [0, (rows[0]?.length ?? 0) - 1].every((index) => rows.some((row) => typeof row[index] === "number"));

async function datasetOf({ statType, rows, step = 1 }: Drawn, extra: Partial<DatasetSpec> = {}): Promise<Dataset> {
  const years = rows[0]?.map((_, index) => firstYear + index * step) ?? [];
  const unit = 10 ** decimalsOf(statType);
  const lines = rows.map((row, index) => [
    nameOf(index),
    ...row.map((value) => (typeof value === "number" ? value / unit : `[${value}]`)),
  ]);
  const definition = defineDataset({
    title: "Figures of a test",
    dimensions: {
      area: { role: "area", label: "Area", plural: "areas" },
      period: { role: "time", label: "Year" },
    },
    measures: {
      figure: {
        label: "Figure",
        short: "figure",
        unit: { one: "loan", other: "loans" },
        statType,
        ...(statType === "rate" && { per: 1000 }),
      },
    },
    sources: { one: { title: "Figures", publisher: "An office", kind: "official-statistics" } },
    ...extra,
    layout: { dimensions: { area: "area" }, wide: { columns: "{period}", measure: "figure" } },
    translations: {
      cy: {
        title: "Ffigurau prawf",
        dimensions: { area: { label: "Ardal", plural: "ardaloedd" }, period: { label: "Blwyddyn" } },
        measures: { figure: { label: "Ffigur", short: "ffigur", unit: { one: "benthyciad", other: "benthyciadau" } } },
        sources: { one: { title: "Ffigurau", publisher: "Swyddfa" } },
      },
    },
  });
  const csv = [["area", ...years], ...lines].map((line) => line.join(",")).join("\n");
  return await readDataset(definition, { csv }, { id: "data" });
}

const worldOf = ({ statType, rows, step = 1 }: Drawn): World => ({
  statType,
  decimals: decimalsOf(statType),
  years: rows[0]?.map((_, index) => firstYear + index * step) ?? [],
  cells: new Map(
    rows.map((row, index) => [nameOf(index), row.map((value) => (typeof value === "number" ? value : null))]),
  ),
  hidden: rows.filter((row) => row.at(-1) === "c").length,
});

describe("sentences of trends and standings", () => {
  it.each(["en", "cy"] as const)("are true of the cells, worked out by other code, in %s", async (lang) => {
    await fc.assert(
      fc.asyncProperty(drawn, async (data) => {
        fc.pre((data.rows[0]?.length ?? 0) > 1 && isHeld(data));
        const world = worldOf(data);
        const dataset = await datasetOf(data);
        for (const { area, trend, standing } of sentencesOfAreas(dataset, lang)) {
          for (const { words, absence } of [trend, standing]) {
            if (absence === null)
              expect(sentenceFaults(`${words.sentence}.`, world, { area: area.label, lang })).toEqual([]);
            else expect(words.sentence).not.toMatch(/\d/);
          }
        }
      }),
      { numRuns: trials(2000, 20), seed: 18 },
    );
  });

  it("are chosen by what is published alone", async () => {
    const counts = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 6 }), {
      minLength: 2,
      maxLength: 5,
    });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(counts, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), async (rows, others) => {
        const isSmall = (value: number) => value > 0 && value < 5;
        const other = rows.map((row) => row.map((value) => (isSmall(value) ? (others.next().value ?? 1) : value)));
        const [one, two] = await Promise.all([rows, other].map((drawn) => protectedWords(drawn)));
        if (one?.published !== two?.published) return;
        compared += 1;
        expect(one?.words).toEqual(two?.words);
      }),
      { numRuns: trials(400, 18), seed: 19 },
    );
    if (!isCutShort) expect(compared).toBeGreaterThan(trials(60, 5));
  });

  it("say figures that were rounded as such, and no order that rounding leaves open", async () => {
    const said = async (row: readonly number[]) =>
      (await protectedWords([row, [50, 60, 70, 80, 90, 95]])).words[0]?.split(" | ")[0];
    expect(await said([42, 48, 57, 71, 88, 103])).toBe(
      "Area AA's figure rose every year from 2010 to 2015, from about 40 to about 105",
    );
    expect(await said([46, 48, 57, 58, 44, 44])).toMatch(/not available/);
  });
});

/** What is published of counts under the profile `under5`, and what is said of it. */
async function protectedWords(rows: readonly (readonly number[])[]) {
  const dataset = await datasetOf({ statType: "count", rows }, { disclosure: { profile: "under5" } });
  const published = JSON.stringify(dataset.observations.map(({ at, cell }) => [at, cell]));
  const words = sentencesOfAreas(dataset, "en").map(({ trend, standing }) =>
    [trend, standing].map((claim) => claim.words.sentence).join(" | "),
  );
  return { published, words };
}

/** The sentences of Kent among a few, whose measure has this name. */
async function saidOf(
  short: string,
  rows: Readonly<Record<string, readonly number[]>>,
  { step = 1, months = "", lang = "en" }: { step?: number; months?: string; lang?: "en" | "cy" } = {},
): Promise<string> {
  const years = Object.values(rows)[0]?.map((_, index) => `${months}${2000 + index * step}`) ?? [];
  const definition = defineDataset({
    title: "Figures",
    dimensions: { area: { role: "area", label: "Area", plural: "areas" }, period: { role: "time", label: "Year" } },
    measures: { n: { label: "Figures", short, unit: { one: "case", other: "cases" }, statType: "mean", decimals: 1 } },
    sources: { one: { title: "Figures", publisher: "An office", kind: "official-statistics" } },
    layout: { dimensions: { area: "area" }, wide: { columns: "{period}", measure: "n" } },
  });
  const csv = [["area", ...years], ...Object.entries(rows).map(([area, values]) => [area, ...values])];
  const dataset = await readDataset(definition, { csv: csv.map((line) => line.join(",")).join("\n") }, { id: "data" });
  const [kent] = sentencesOfAreas(dataset, lang);
  return `${kent?.trend.words.phrase}. ${kent?.standing.words.phrase}.`;
}

const others = { Essex: [20, 20, 20, 20, 20, 20], Surrey: [30, 30, 30, 30, 30, 30] };

describe("the words of a measure", () => {
  it.each([
    ["sales", "Kent's sales were", "They have risen by 50% since their low"],
    ["life expectancy", "Kent's life expectancy was", "It has risen by 50% since its low"],
    ["number of people", "Kent's number of people was", "It has risen by 50% since its low"],
    ["women in prison", "Kent's women in prison were", "They have risen by 50% since their low"],
    ["diagnosis", "Kent's diagnosis was", "It has risen by 50% since its low"],
  ])("agree with %s", async (short, verb, remark) => {
    const said = await saidOf(short, { Kent: [80, 60, 40, 30, 20, 30], ...others });
    expect(said).toContain(verb);
    expect(said).toContain(remark);
  });
});

describe("some months of each year", () => {
  const rows = { Kent: [50, 53, 56, 54, 57, 60, 63], ...others };

  it("are beyond the same months of other years alone, of which no others are compared", async () => {
    const longer = Object.fromEntries(
      Object.entries(rows).map(([area, values]) => [area, [...values, ...values].slice(0, 7)]),
    );
    expect(await saidOf("rate", longer, { months: "Jan-Mar " })).toContain(
      "in Jan-Mar 2006, the highest for those months in the 7 years",
    );
    expect(await saidOf("rate", longer, { months: "Jan-Mar ", lang: "cy" })).toContain(
      "y lefel uchaf ar gyfer y misoedd hynny yn y cyfnod hwn",
    );
    expect(await saidOf("rate", longer)).toContain("in 2006, the highest of the 7 years");
  });
});

describe("what is particular to an area", () => {
  const flat = Object.fromEntries(
    Array.from({ length: 11 }, (_, index) => [nameOf(index), Array.from({ length: 13 }, () => 50)]),
  );
  it.each([
    [
      "when most of a change came, early",
      [10, 30, 50, 60, 70, 75, 75, 80, 79, 84, 88, 88, 90],
      "the highest of the 13 years and the largest percentage rise of the 12 areas; more than half of the rise came between 2000 and 2003.",
    ],
    [
      "when most of it came, late",
      [90, 89, 90, 88, 87, 88, 86, 85, 86, 80, 60, 40, 20],
      "the lowest of the 13 years and the largest percentage fall of the 12 areas; more than half of the fall has come since 2010. It has fallen every year since 2008",
    ],
    [
      "when two thirds of it came",
      [10, 14, 20, 26, 36, 50, 66, 68, 70, 72, 74, 76, 78],
      "rose more than sevenfold, from 10.0 in 2000 to 78.0 in 2012, rising every year, the largest percentage rise of the 12 areas; more than two thirds of the rise came between 2000 and 2006.",
    ],
    [
      "the largest step",
      [50, 53, 56, 58, 61, 64, 73, 75, 78, 81, 83, 86, 89],
      "by 78% in all, the largest rise of the 12 areas; its steepest rise in a year, from 64.0 to 73.0, came between 2005 and 2006.",
    ],
    [
      "the largest step, against the change",
      [50, 55, 60, 65, 70, 75, 62, 67, 72, 77, 82, 87, 92],
      "; the largest change in a year was a fall, from 75.0 to 62.0 between 2005 and 2006. It rose in every year except 2006.",
    ],
    [
      "the years that were none of a rise",
      [50, 53, 56, 54, 57, 60, 63, 66, 65, 68, 71, 74, 77],
      "It rose in every year except 2003 and 2008.",
    ],
    [
      "what it went to in the one year that was no part of a fall",
      [90, 84, 80, 76, 78, 73, 69, 65, 60, 56, 51, 47, 44],
      "It fell in every year except 2004, when it rose to 78.0.",
    ],
    [
      "a way out and back",
      [50, 56, 62, 68, 74, 80, 86, 76, 66, 60, 54, 48, 44],
      "rose every year from 50.0 in 2000 to a high of 86.0 in 2006, then fell every year to 44.0 in 2012, the lowest of the 13 years and 12% lower than in 2000",
    ],
    ["by how much it came back", [60, 70, 95, 96, 90, 80, 70, 70, 60, 60, 50, 40, 41], "then more than halved to 41.0"],
  ])("is %s", async (_, values, words) => {
    expect(await saidOf("rate", { Kent: values, ...flat })).toContain(words);
  });

  it("is none of these where the half-way mark is passed twice, some was undone, or figures are few", async () => {
    const said = async (values: readonly number[]) => await saidOf("rate", { Kent: values });
    expect(await said([10, 40, 60, 70, 45, 40, 55, 60, 62, 70, 75, 80, 90])).not.toMatch(/half|thirds/);
    expect(await said([10, 30, 60, 70, 80])).not.toMatch(/; more than/);
    expect(await said([10, 30, 40])).toContain("; more than half of the rise came between 2000 and 2001.");
    expect(await said([50, 45, 20])).toContain("; more than half of the fall has come since 2001.");
    expect(await said([10, 25, 40])).not.toMatch(/half/);
    // Some of the fall was undone.
    expect(await said([29.3, 27.7, 31.5, 32.2, 27.6, 22.1, 17.4, 19.3, 20.4])).not.toMatch(/; more than/);
  });

  /** Kent among areas that rose by 20 to 70%. */
  const grown = (own: number) => ({
    Kent: [50, own],
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [
        nameOf(index),
        [40 + 3 * index, (40 + 3 * index) * (1.2 + index / 20)],
      ]),
    ),
  });
  it.each([
    [90, "Kent's rate rose by 80%, from 50.0 in 2000 to 90.0 in 2001, the largest rise of the 12 areas."],
    [55, "Kent's rate rose by 10%, from 50.0 in 2000 to 55.0 in 2001, the smallest rise of the 12 areas."],
    [
      78,
      "Kent's rate rose by 56%, from 50.0 in 2000 to 78.0 in 2001, a larger rise than in two thirds of the 12 areas.",
    ],
    [
      62,
      "Kent's rate rose by 24%, from 50.0 in 2000 to 62.0 in 2001, a smaller rise than in two thirds of the 12 areas.",
    ],
    [
      73,
      "Kent's rate rose by 46%, from 50.0 in 2000 to 73.0 in 2001, much the same as the median rise among the 12 areas.",
    ],
    [
      74,
      "Kent's rate rose by 48%, from 50.0 in 2000 to 74.0 in 2001, above the median rise of 47% among the 12 areas.",
    ],
    [
      72,
      "Kent's rate rose by 44%, from 50.0 in 2000 to 72.0 in 2001, below the median rise of 45% among the 12 areas.",
    ],
    [45, "Kent's rate fell by 10%, from 50.0 in 2000 to 45.0 in 2001, while it rose in 11 of the 12 areas."],
  ])("is a change among those of all others, to %d", async (own, words) => {
    expect(await saidOf("rate", grown(own))).toContain(words);
  });

  it("is a distance to the median that was another one", async () => {
    const middle = { A: [50, 50, 50], B: [51, 50, 50], C: [49, 50, 51], D: [48, 48, 48] };
    expect(await saidOf("rate", { Kent: [90, 70, 60], ...middle })).toContain(
      "20% above the median of 50.0. In 2000 it was 80% above the median of 50.0.",
    );
  });
});

describe("figures of every fifth year", () => {
  it("have a time in which most of a change came, and a largest step of those between them", async () => {
    const early = await saidOf("rate", { Kent: [40, 46, 52, 54, 56, 58, 60] }, { step: 5 });
    expect(early).toContain("to 60.0 in 2030; more than half of the rise came between 2000 and 2010.");
    const step = await saidOf("rate", { Kent: [40, 43, 46, 49, 57, 60, 63] }, { step: 5 });
    expect(step).toContain(
      "; the largest rise from one figure to the next, from 49.0 to 57.0, came between 2015 and 2020.",
    );
  });

  it("have turns, and no run of years", async () => {
    const said = await saidOf("rate", { Kent: [40, 43, 46, 22, 36, 46], ...others }, { step: 5 });
    expect(said).toContain("fell from 40.0 in 2000 to a low of 22.0 in 2015, then more than doubled to 46.0 in 2025");
    expect(await saidOf("rate", { Kent: [40, 42, 44, 46, 48, 50], ...others }, { step: 5 })).not.toMatch(/every|years/);
  });
});
