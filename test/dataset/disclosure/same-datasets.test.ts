import { test } from "vitest";
import { type DatasetSpec, type DisclosureSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";
import { BriefingError } from "../../../src/diagnostics/index.ts";
import { expectFirst } from "../../support/expect-first.ts";
import { inPart } from "../../support/trials.ts";
import { randomFrom } from "./year-of-editions.ts";

/*
 * What is hidden of whole datasets: with regions, periods that overlap, sums of measures, rates, vintages, figures that their
 * publisher hides and totals that readers know. What stands in expected/ is reviewed as a change that users see.
 */

const regionOf = { ash: "north", birch: "north", cedar: "south", dell: "south" } as const;
const quarters = ["2020 Q1", "2020 Q2", "2020 Q3", "2020 Q4"];
const sexes = ["girls", "boys"] as const;

const disclosures: readonly DisclosureSpec[] = [
  { profile: { hide: { from: 1, to: 4 } } },
  { profile: "under5" },
  { profile: "under10" },
  { profile: { hide: { from: 1, to: 4 }, roundTo: 3 }, rounding: "together" },
  { profile: { hide: { from: 1, to: 4 } }, known: [{ area: "ash" }] },
  { profile: { hide: { from: 1, to: 4 } }, knownTotals: [{ measure: "cases", by: ["period"] }] },
];

function tableOf(seed: number) {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const disclosure = disclosures[seed % disclosures.length] as DisclosureSpec;
  const isKnown = disclosure.knownTotals !== undefined;
  const has = {
    regions: seed % 2 === 0 && !isKnown,
    total: seed % 3 !== 0 && !isKnown,
    year: seed % 4 < 2,
    vintages: seed % 5 === 0,
    gaps: seed % 7 < 2,
    sums: seed % 5 < 3,
  };
  const spans = [...quarters.slice(0, 2 + (seed % 3)), ...(has.year ? ["2020"] : [])];
  const worth = new Map<string, number>();
  const leafOf = (leaf: string): number => {
    const dice = random();
    const value = worth.get(leaf) ?? (dice < 0.1 ? 0 : dice < 0.35 ? 1 + below(4) : 5 + below(40));
    worth.set(leaf, value);
    return value;
  };
  const leaves = Object.keys(regionOf);
  const areas = [
    ...(has.total ? [{ area: "all", of: leaves }] : []),
    ...(has.regions
      ? ["north", "south"].map((area) => ({ area, of: leaves.filter((id) => regionOf[id as "ash"] === area) }))
      : []),
    ...leaves.map((area) => ({ area, of: [area] })),
  ];
  const marked = (value: number) => (has.gaps && value < 5 && random() < 0.6 ? "[c]" : String(value));
  const rows = areas.flatMap(({ area, of }) =>
    spans.flatMap((period) => {
      const parts = (sex: string) =>
        of
          .flatMap((own) =>
            (period === "2020" ? quarters : [period]).map((quarter) => leafOf(`${own} ${quarter} ${sex}`)),
          )
          .reduce((all, value) => all + value, 0);
      const [girls, boys] = sexes.map(parts) as [number, number];
      const cases = girls + boys;
      const row = {
        area,
        period,
        published: "2021-01-31",
        cases: marked(cases),
        ...(has.sums && { girls: marked(girls), boys: marked(boys) }),
        people: "7000",
        rate: ((100 * cases) / 7000).toFixed(2),
      };
      const early = has.vintages && random() < 0.4;
      return early
        ? [row, { ...row, published: "2020-12-31", cases: String(Math.max(0, cases - 1 - below(3))) }]
        : [row];
    }),
  );
  const unit = { one: "case", other: "cases" };
  const spec: DatasetSpec = {
    title: "Cases",
    dimensions: {
      area: {
        role: "area",
        label: "Area",
        ...(has.total && { total: "all" }),
        notSums: leaves,
        categories: [...(has.total ? ["all"] : []), ...(has.regions ? ["north", "south"] : []), ...leaves].map(
          (id) => ({
            id,
            label: id,
            ...(has.regions && id in regionOf && { parent: regionOf[id as "ash"] }),
          }),
        ),
      },
      period: { role: "time", label: "Period" },
    },
    measures: {
      cases: { label: "Cases", unit, statType: "count", additive: seed % 11 !== 0 },
      ...(has.sums && {
        girls: { label: "Girls", unit, statType: "count" },
        boys: { label: "Boys", unit, statType: "count" },
      }),
      rate: {
        label: "Rate",
        unit: { one: "case", other: "cases" },
        statType: "share",
        fractions: false,
        numerator: "cases",
        denominator: "people",
      },
      people: { label: "People", unit: { one: "person", other: "people" }, statType: "count", additive: false },
    },
    ...(has.sums && { sums: [{ whole: "cases", parts: ["girls", "boys"] }] }),
    notSums: ["cases", "rate", "people", ...(has.sums ? ["girls", "boys"] : [])],
    layout: { vintage: { column: "published" } },
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
    disclosure: { ...disclosure, measures: { people: "publish" } },
  };
  return { spec, rows };
}

/** What is to be seen of a dataset, or why there is none. */
async function read(seed: number): Promise<string> {
  const { spec, rows } = tableOf(seed);
  try {
    const dataset = await readDataset(defineDataset(spec), { rows }, { id: "cases" });
    const hidden = dataset.observations.flatMap(({ measure, at, cell, vintage }) =>
      cell.state === "suppressed"
        ? [[measure, at.area, dataset.period(at.period ?? "")?.label, vintage.slice(2, 4)].join("-")]
        : [],
    );
    const rounded = dataset.observations.flatMap(({ cell }) =>
      cell.state === "rounded" ? [`${cell.low}–${cell.value}–${cell.high}`] : [],
    );
    const codes = dataset.diagnostics.map(({ code }) => code);
    const { alternatives = 0 } = dataset.disclosure ?? {};
    return [
      `${seed}: ${hidden.map((each) => each.replaceAll(" ", "")).join(" ") || "none"}`,
      `  ${alternatives} tables; ${codes.join(" ") || "no warning"}`,
      ...(rounded.length > 0 ? [`  ${rounded.join(" ")}`] : []),
    ].join("\n");
  } catch (error) {
    if (!(error instanceof BriefingError)) throw error;
    return `${seed}: ${error.diagnostics.map(({ code, message }) => `${code}: ${message}`).join("; ")}`;
  }
}

test("the same dataset has the same cells hidden", async () => {
  const lines: string[] = [];
  for (let seed = 1; seed <= inPart(44, 10); seed += 1) lines.push(await read(seed));
  await expectFirst(`${lines.join("\n")}\n`, new URL("expected/datasets.txt", import.meta.url));
});
