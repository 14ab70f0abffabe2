import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type DatasetSpec, defineDataset, type Edition, readDataset } from "../../src/dataset/index.ts";
import { randomFrom } from "../dataset/disclosure/year-of-editions.ts";
import { trials } from "../support/trials.ts";
import { useWorkplace } from "./briefwright.ts";

/*
 * Two publishers whose tables differ in hidden counts alone are told apart by nothing: what each publishes, night after night, and
 * what is said of it is the same, byte for byte. Whoever finds a difference has found something of a hidden count.
 */

const { folder, run } = useWorkplace();

const areas = ["ash", "birch", "cedar", "dell", "elm"] as const;
const sexes = ["girls", "boys"] as const;
const years = ["2019", "2020"] as const;

/** Cases by area, year and sex: what everything else adds up. */
type Leaves = ReadonlyMap<string, number>;

const keyOf = (area: string, year: string, sex: string) => `${area} ${year} ${sex}`;
const keys = areas.flatMap((area) => years.flatMap((year) => sexes.map((sex) => keyOf(area, year, sex))));

function rowsOf(leaves: Leaves, published: string, before?: { readonly leaves: Leaves; readonly published: string }) {
  const rows = (own: Leaves, day: string) =>
    ["All", ...areas].flatMap((area) =>
      years.map((year) => {
        const sum = (sex: string) =>
          (area === "All" ? areas : [area]).reduce((all, each) => all + (own.get(keyOf(each, year, sex)) ?? 0), 0);
        const [girls, boys] = sexes.map(sum) as [number, number];
        return { area, year, published: day, cases: girls + boys, girls, boys };
      }),
    );
  // What was first published stands beside what it is by now.
  return [...(before ? rows(before.leaves, before.published) : []), ...rows(leaves, published)];
}

const unit = (one: string, other: string) => ({ one, other });
const definition: DatasetSpec = {
  title: "Cases",
  dimensions: {
    area: { role: "area", label: "Area", total: "All", notSums: areas },
    year: { role: "time", label: "Year" },
  },
  measures: {
    cases: { label: "Cases", unit: unit("case", "cases"), statType: "count" },
    girls: { label: "Girls", unit: unit("girl", "girls"), statType: "count" },
    boys: { label: "Boys", unit: unit("boy", "boys"), statType: "count" },
  },
  sums: [{ whole: "cases", parts: ["girls", "boys"] }],
  notSums: ["cases", "girls", "boys"],
  vintages: "latest",
  layout: { vintage: { column: "published" } },
  sources: { s: { title: "Cases", publisher: "P", kind: "official-statistics" } },
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
};

const module = `import { change, comparison, count, defineBriefing, defineDataset, rank, table } from "briefwright";
import { barSpec, rankingSpec } from "briefwright/charts";
const cases = defineDataset(${JSON.stringify(definition)});
export default defineBriefing({
  title: "Cases in {{area.label}}",
  lang: "en-GB",
  datasets: { cases },
  parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
  claims: ({ cases, area }) => ({
    own: count(cases, { area, year: "latest", measure: "cases" }),
    all: count(cases, { area: "All", year: "latest", measure: "cases" }, { stated: { value: 90, hedge: "about" } }),
    girls: count(cases, { area, year: "latest", measure: "girls" }, { stated: { value: 3 } }),
    rank: rank(cases, { area, year: "latest", measure: "cases", among: "area" }),
    change: change(cases, { area, measure: "cases", from: "first", to: "latest" }),
    more: comparison(cases, { left: { area, year: "latest", measure: "cases" }, right: { area: "Dell", year: "latest", measure: "cases" } }),
  }),
  tables: ({ cases }) => ({
    all: table({
      caption: "All areas",
      rowHeader: "Area",
      rows: cases.categories("area"),
      columns: Object.fromEntries(["cases", "girls", "boys"].map((measure) => [measure, {
        header: measure,
        cell: (row) => count(cases, { area: row, year: "latest", measure }),
      }])),
    }),
  }),
  charts: {
    bar: { spec: barSpec({ x: "year", y: "cases", yTitle: "Cases", format: "d" }), data: ({ cases, area }) => cases.where({ area, measure: "cases" }) },
    ranking: { spec: rankingSpec({ category: "area", value: "cases", valueTitle: "Cases", format: "d" }), data: ({ cases }) => cases.where({ year: "latest", measure: "cases" }) },
  },
  template: new URL("./twins.hbs", import.meta.url),
});
`;

const template = `<h1>{{title}}</h1>
${["own", "all", "girls", "rank", "change", "more"].map((id) => `{{#known}}<p>{{claim "${id}"}}</p>{{else}}<p>Not shown.</p>{{/known}}`).join("\n")}
{{table "all"}}{{chart "bar"}}{{chart "ranking"}}
{{#if (eq area.id "elm")}}<p>Up 9%.</p>{{/if}}
{{> provenance}}{{notes}}
`;

interface Publisher {
  readonly first: Leaves;
  readonly second: Leaves;
}

const days = ["2021-01-01", "2021-02-01"] as const;
const tablesOf = ({ first, second }: Publisher) => [
  rowsOf(first, days[0]),
  rowsOf(second, days[1], { leaves: first, published: days[0] }),
];

/**
 * What both editions of a publisher show of each cell, and which counts they hide; undefined where one may not be published.
 */
async function shownBy(publisher: Publisher) {
  const cases = defineDataset(definition);
  const shown: unknown[] = [];
  const hidden = new Set<string>();
  let previous: readonly Edition[] = [];
  for (const rows of tablesOf(publisher)) {
    try {
      const dataset = await readDataset(cases, { rows }, { id: "cases", previous });
      for (const { measure, at, cell } of dataset.observations)
        if (cell.state === "suppressed")
          hidden.add(keyOf(at.area ?? "", dataset.period(at.year ?? "")?.label ?? "", measure));
      shown.push(dataset.observations.map(({ measure, at, vintage, cell }) => [measure, at, vintage, cell]));
      previous = dataset.edition ? [{ datasets: { cases: dataset.edition } }] : [];
    } catch {
      return undefined;
    }
  }
  return { all: JSON.stringify(shown), hidden };
}

/** Two publishers that show the same and hide other counts; undefined where a seed has none. */
async function twins(seed: number): Promise<readonly [Publisher, Publisher] | undefined> {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const first = new Map(keys.map((key) => [key, random() < 0.45 ? 1 + below(4) : 5 + below(20)]));
  const second = new Map(
    [...first].map(([key, value]) => [key, random() < 0.2 ? Math.max(0, value + below(7) - 3) : value]),
  );
  const one = { first, second };
  const shown = await shownBy(one);
  if (shown === undefined) return undefined;
  for (let trial = 0; trial < 500; trial += 1) {
    const [year, sex] = [years[below(2)] as string, sexes[below(2)] as string];
    const [a, b] = [areas[below(5)] as string, areas[below(5)] as string];
    // Along a rectangle, so that sums over areas and over sexes are kept.
    const other = sexes.find((each) => each !== sex) as string;
    const steps = [
      [keyOf(a, year, sex), 1],
      [keyOf(b, year, sex), -1],
      ...(random() < 0.5 ? [[keyOf(a, year, other), -1] as const, [keyOf(b, year, other), 1] as const] : []),
    ] as const;
    const moved = (leaves: Leaves) => {
      const next = new Map(leaves);
      for (const [key, by] of steps) next.set(key, (next.get(key) ?? 0) + by);
      return next;
    };
    const two = { first: moved(first), second: moved(second) };
    const touched = steps.flatMap(([key]) => (steps.length === 2 ? [key, key.replace(sex, "cases")] : [key]));
    const isHidden = touched.every((key) => shown.hidden.has(key));
    const isCount = [...two.first.values(), ...two.second.values()].every((value) => value >= 0);
    if (a !== b && isHidden && isCount && (await shownBy(two))?.all === shown.all) return [one, two];
  }
  return undefined;
}

/** Everything that comes of two nights: files, and what is said in all ways there are. */
async function publish(publisher: Publisher, home: string) {
  const env = { XDG_CACHE_HOME: join(folder, home, ".cache") };
  const place = join(folder, "twins");
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  writeFileSync(join(place, "twins.ts"), module);
  writeFileSync(join(place, "twins.hbs"), template);
  const said: Record<string, unknown> = {};
  for (const [night, rows] of tablesOf(publisher).entries()) {
    const [head = {}] = rows;
    const lines = [Object.keys(head), ...rows.map((row) => Object.values(row))].map((cells) => cells.join());
    writeFileSync(join(place, "night.csv"), `${lines.join("\n")}\n`);
    const build = ["build", "twins/twins.ts", "--data", "cases=twins/night.csv", "--each", "area"];
    const previous = night === 0 ? [] : ["--previous", "twins/out-0"];
    said[`${night} plan`] = await run([...build, ...previous, "--out", "twins/plan", "--dry-run"], env);
    const out = `twins/out-${night}`;
    const events = await run(
      [...build, ...previous, "--out", out, "--json", "--verifiable", "--trail", "--report", `${out}.md`],
      env,
    );
    said[`${night} events`] = events;
    said[`${night} again`] = await run([...build, ...previous, "--out", out], env);
    said[`${night} report`] = readFileSync(join(folder, `${out}.md`), "utf8").replace(/^.* UTC, .*$/m, "");
    for (const name of readdirSync(join(folder, out)))
      said[`${night} ${name}`] = readFileSync(join(folder, out, name)).toString("latin1");
  }
  said.diff = await run(["diff", "twins/out-0/ash.claims.json", "twins/out-1/ash.claims.json"], env);
  return said;
}

it("tells nothing of hidden counts, by whatever it writes or says", { timeout: 600_000 }, async () => {
  const names = new Set<string>();
  for (let seed = 1, pairs = 0; pairs < trials(12, 2); seed += 1) {
    expect(seed).toBeLessThan(200);
    const found = await twins(seed);
    if (!found) continue;
    pairs += 1;
    const [one, two] = [await publish(found[0], "one"), await publish(found[1], "two")];
    expect(Object.keys(two)).toEqual(Object.keys(one));
    for (const [name, own] of Object.entries(one)) {
      names.add(name);
      expect(two[name], `seed ${seed}: ${name}`).toEqual(own);
    }
  }
  expect([...names]).toEqual(
    expect.arrayContaining([
      "1 ash.pdf",
      "1 ash.html",
      "1 ash.claims.json",
      "1 manifest.json",
      "1 edition.json",
      "1 index.html",
    ]),
  );
});
