import type { DatasetSpec } from "../../src/dataset/index.ts";

/** Cases by a key that names the cell of a table that nothing breaks down further: what everything else adds up. */
export type Leaves = ReadonlyMap<string, number>;

export type Row = Readonly<Record<string, string | number>>;

/** A table that is published, and all that its briefings say of it. */
export interface TwinWorld {
  readonly name: string;
  readonly definitions: Readonly<Record<string, DatasetSpec>>;
  /** The counts of one publisher: of each night one. */
  draw(random: () => number): readonly Leaves[];
  /** A change of a few counts by little, by key; empty where there is none this time. */
  move(random: () => number): readonly (readonly [key: string, by: number])[];
  /** The rows of the files of one night, by dataset. */
  rowsOf(nights: readonly Leaves[], night: number): Readonly<Record<string, readonly Row[]>>;
  readonly module: string;
  readonly template: string;
  /** Claims that somebody else makes of the cells: what `check` says of them tells nothing. */
  readonly claims: Readonly<Record<string, object>>;
}

const below = (random: () => number, most: number) => Math.floor(random() * most);
const pick = <T>(random: () => number, items: readonly T[]): T => items[below(random, items.length)] as T;
const sumOf = (leaves: Leaves, keys: readonly string[]) => keys.reduce((sum, key) => sum + (leaves.get(key) ?? 0), 0);

/** Small ones and larger ones. */
const drawCount = (random: () => number, small: number, most: number) =>
  random() < small ? 1 + below(random, 4) : 5 + below(random, most);

/** A fifth of them are others by little. */
const revised = (random: () => number, first: Leaves): Leaves =>
  new Map([...first].map(([key, value]) => [key, random() < 0.2 ? Math.max(0, value + below(random, 7) - 3) : value]));

const unit = (one: string, other: string) => ({ one, other });
const source = { title: "Cases", publisher: "P", kind: "official-statistics" } as const;
const stated = [0, 1, 2, 3, 4, 5, 7];
const hedges = ["none", "at-least", "less-than", "about"];

/** Two different ones. */
function pair<T>(random: () => number, items: readonly T[]): readonly [T, T] {
  const one = pick(random, items);
  const other = pick(
    random,
    items.filter((item) => item !== one),
  );
  return [one, other];
}

/** A cell as claims of a file name it. */
const cell = (measure: string, at: Readonly<Record<string, string>>) => ({ measure, at });

/** Where claims have no figure, a page says so, whichever they are. */
const known = (ids: readonly string[]) =>
  ids.map((id) => `{{#known}}<p>{{claim "${id}"}}{{note "${id}"}}</p>{{else}}<p>Not shown.</p>{{/known}}`).join("\n");
const drawn = (ids: readonly string[]) => ids.map((id) => `{{chart "${id}"}}`).join("\n");

/** Largest first: a file's order tells which of two counts is larger. */
const bySize = <R extends Row>(rows: readonly R[], measure: string): readonly R[] =>
  [...rows].sort((a, b) => Number(b[measure]) - Number(a[measure]));

/*
 * Figures as they are, by sex and year, revised from one night to the next, with what was first published beside what they are.
 */
const editions: TwinWorld = (() => {
  const areas = ["ash", "birch", "cedar", "dell", "elm"] as const;
  const sexes = ["girls", "boys"] as const;
  const years = ["2019", "2020"] as const;
  const days = ["2021-01-01", "2021-02-01"] as const;
  const keyOf = (area: string, year: string, sex: string) => `${area} ${year} ${sex}`;
  const keys = areas.flatMap((area) => years.flatMap((year) => sexes.map((sex) => keyOf(area, year, sex))));
  const measures = ["cases", "girls", "boys"] as const;
  const rows = (leaves: Leaves, day: string) =>
    ["All", ...areas].flatMap((area) =>
      years.map((year) => {
        const [girls, boys] = sexes.map((sex) =>
          sumOf(
            leaves,
            (area === "All" ? areas : [area]).map((each) => keyOf(each, year, sex)),
          ),
        ) as [number, number];
        return { area, year, published: day, cases: girls + boys, girls, boys };
      }),
    );
  return {
    name: "editions",
    definitions: {
      cases: {
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
        notSums: measures,
        vintages: "latest",
        layout: { vintage: { column: "published" } },
        sources: { s: source },
        disclosure: { profile: { hide: { from: 1, to: 4 } } },
      },
    },
    draw(random) {
      const first = new Map(keys.map((key) => [key, drawCount(random, 0.45, 20)]));
      return [first, revised(random, first)];
    },
    move(random) {
      const [year, sex] = [pick(random, years), pick(random, sexes)];
      const [a, b] = pair(random, areas);
      // Along a rectangle, so that sums over areas and over sexes are kept.
      const other = sexes.find((each) => each !== sex) as string;
      return [
        [keyOf(a, year, sex), 1],
        [keyOf(b, year, sex), -1],
        ...(random() < 0.5
          ? ([
              [keyOf(a, year, other), -1],
              [keyOf(b, year, other), 1],
            ] as const)
          : []),
      ];
    },
    rowsOf: (nights, night) => ({
      cases: nights
        .slice(0, night + 1)
        .flatMap((leaves, index) => bySize(rows(leaves, days[index] as string), "cases")),
    }),
    module: `import { change, comparison, count, defineBriefing, defineDataset, rank, table } from "briefwright";
import { barSpec, rankingSpec } from "briefwright/charts";
export default (definitions) => {
  const cases = defineDataset(definitions.cases);
  return defineBriefing({
  title: "Cases in {{area.label}}",
  lang: "en-GB",
  attach: ["data", "claims"],
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
        bars: true,
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
};
`,
    template: `<h1>{{title}}</h1>
${known(["own", "all", "girls", "rank", "change", "more"])}
{{table "all"}}{{chart "bar"}}{{chart "ranking"}}
{{> corrections}}
{{#if (eq area.id "elm")}}<p>Up 9%.</p>{{/if}}
{{> provenance}}{{notes}}
`,
    claims: Object.fromEntries(
      areas.flatMap((area) =>
        measures.flatMap((measure) =>
          stated.map((value) => [
            `${area}-${measure}-${value}`,
            {
              kind: "count",
              dataset: "cases",
              of: cell(measure, { area, year: "2020" }),
              stated: { value, hedge: hedges[value % hedges.length] },
            },
          ]),
        ),
      ),
    ),
  };
})();

/** Every kind of claim of a measure `cases` by area and year, and every recipe that can draw it. */
const everything = (people: string) => `import {
  change, comparison, count, defineBriefing, defineDataset, direction, median, rank, rate, record, share, standing, table, trend,
} from "briefwright";
import {
  barSpec, bulletSpec, dumbbellSpec, funnelSpec, heatSpec, intervalSpec, rankingSpec, shareSpec, slopeSpec,
  smallMultiplesSpec, sparklinesSpec, stripSpec, tileMapSpec, trendSpec,
} from "briefwright/charts";
const all = { measure: "cases", area: "All" };
export default (definitions) => {
  const cases = defineDataset(definitions.cases);
  const at = (area, year, measure = "cases") => ({ measure, area, year });
  const leaves = (cases) => cases.leaves("area").map(({ id }) => id);
  const rows = (cases, year) => cases.where({ measure: "cases", area: leaves(cases), ...(year && { year }) });
  const over = { x: "year", y: "cases", yTitle: "Cases", format: "d" };
  const by = { category: "area", value: "cases", valueTitle: "Cases", format: "d" };
  const tiles = Object.fromEntries(["Ash", "Birch", "Cedar", "Dell", "Elm", "Fern"].map((name, index) =>
    [name, { row: index % 2, column: index >> 1, label: name.slice(0, 2) }]));
  return defineBriefing({
    title: "Cases in {{area.label}}",
    lang: "en-GB",
    attach: ["data", "claims"],
    datasets: { cases },
    parameters: { area: { kind: "category", dataset: "cases", dimension: "area" }, organisation: { kind: "text", default: "Somebody" } },
    claims: ({ cases, area }) => ({
      total: count(cases, at(area, "latest"), { uncertainty: true }),
      all: count(cases, at("All", "latest")),
      rise: change(cases, { measure: "cases", area, from: "previous", to: "latest" }, { uncertainty: true }),
      more: change(cases, { measure: "cases", area, from: "first", to: "latest" }, { mode: "absolute" }),
      times: change(cases, { measure: "cases", area, from: "first", to: "latest" }, { mode: "ratio" }),
      share: share(cases, { part: at(area, "latest"), whole: at("All", "latest") }),
      beside: comparison(cases, { left: at(area, "latest"), right: at("Dell", "latest") }),
      middle: comparison(cases, { left: at(area, "latest"), right: { median: { measure: "cases", year: "latest" }, among: "area" } }),
      median: median(cases, { measure: "cases", year: "latest", among: "area" }),
      rank: rank(cases, { ...at(area, "latest"), among: "area" }),
      lowest: rank(cases, { ...at(area, "latest"), among: "area" }, { order: "lowest" }),
      record: record(cases, { ...at(area, "latest") }, { extreme: "highest" }),
      least: record(cases, { ...at(area, "first") }, { extreme: "lowest" }),
      direction: direction(cases, { measure: "cases", area, from: "first", to: "latest" }),
      trend: trend(cases, { measure: "cases", area, from: "first", to: "latest", among: "area" }),
      standing: standing(cases, { ...at(area, "latest"), among: "area" }, { since: "first" }),
      daily: rate(cases, at(area, "latest"), { per: "day" }),
      rate: rate(cases, at(area, "latest"), { population: at(area, "latest", "${people}"), per: 1000, uncertainty: true }),
      published: rate(cases, at(area, "latest", "rate")),
      rateRank: rank(cases, { ...at(area, "latest", "rate"), among: "area" }),
      rateMedian: median(cases, { measure: "rate", year: "latest", among: "area" }),
      rateRecord: record(cases, { ...at(area, "latest", "rate") }, { extreme: "highest" }),
    }),
    tables: ({ cases, area }) => ({
      "by-year": table({
        caption: "By year", rowHeader: "Year", rows: cases.periods(),
        columns: {
          cases: { header: "Cases", cell: (year) => count(cases, at(area, year.label)) },
          rate: { header: "Rate", cell: (year) => rate(cases, at(area, year.label, "rate")) },
          share: { header: "Share", cell: (year) => share(cases, { part: at(area, year.label), whole: at("All", year.label) }) },
        },
      }),
      "by-area": table({
        caption: "By area", rowHeader: "Area", rows: cases.leaves("area"),
        columns: {
          cases: { header: "Cases", bars: true, cell: (row) => count(cases, at(row.id, "latest")) },
          rank: { header: "Rank", cell: (row) => rank(cases, { ...at(row.id, "latest"), among: "area" }) },
          share: { header: "Share", cell: (row) => share(cases, { part: at(row.id, "latest"), whole: at("All", "latest") }) },
        },
        highlight: area.id,
      }),
    }),
    charts: {
      trend: { spec: trendSpec({ ...over, series: "area" }), data: ({ cases, area }) => cases.where({ measure: "cases", area }) },
      ranking: { spec: rankingSpec(by), data: ({ cases, area }) => rows(cases, "latest").map((row) => ({ ...row, highlight: row.area === area.label })) },
      bar: { spec: barSpec(over), data: ({ cases, area }) => cases.where({ measure: "cases", area }) },
      strip: { spec: stripSpec(by), data: ({ cases, area }) => rows(cases, "latest").map((row) => ({ ...row, highlight: row.area === area.label })) },
      heat: { spec: heatSpec({ row: "area", column: "year", value: "cases", valueTitle: "Cases", format: "d" }), data: ({ cases }) => rows(cases) },
      slope: { spec: slopeSpec({ ...over, series: "area" }), data: ({ cases }) => {
        const [first, last] = [cases.periods().at(0), cases.periods().at(-1)];
        return rows(cases).filter(({ year }) => year === first.label || year === last.label);
      } },
      dumbbell: { spec: dumbbellSpec({ ...by, series: "year" }), data: ({ cases }) => {
        const [first, last] = [cases.periods().at(0), cases.periods().at(-1)];
        return rows(cases).filter(({ year }) => year === first.label || year === last.label);
      } },
      multiples: { spec: smallMultiplesSpec({ ...over, series: "area" }), data: ({ cases }) => rows(cases) },
      sparklines: { spec: sparklinesSpec({ ...over, series: "area" }), data: ({ cases }) => rows(cases) },
      tiles: { spec: tileMapSpec({ area: "area", value: "cases", tiles, valueTitle: "Cases", format: "d" }), data: ({ cases }) => rows(cases, "latest") },
      shares: {
        spec: shareSpec({ period: "year", category: "area", share: "share", shareTitle: "Share", layout: "beside" }),
        data: ({ cases, figure }) => cases.periods().slice(-2).flatMap(({ label: year }) => leaves(cases).slice(0, 4).map((area) => ({
          year, area: cases.category("area", area).label,
          share: figure(share(cases, { part: at(area, year), whole: at("All", year) })),
        }))),
      },
      bullet: {
        spec: bulletSpec({ category: "year", value: "cases", comparator: "median", comparatorTitle: "Median", valueTitle: "Cases", format: "d" }),
        data: ({ cases, area, figure }) => cases.periods().map(({ label: year }) => ({
          year, cases: figure(count(cases, at(area, year))), median: figure(median(cases, { measure: "cases", year, among: "area" })),
        })),
      },
      intervals: {
        spec: intervalSpec({ ...by, low: "from", high: "to" }),
        data: ({ cases, interval }) => rows(cases, "latest").map((row) => {
          const { low, high } = interval(count(cases, at(String(row.area), "latest")));
          return { ...row, from: low, to: high };
        }),
      },
      funnel: {
        spec: funnelSpec({
          category: "area", value: "rate", population: "${people}", low: "low", high: "high", outerLow: "outerLow", outerHigh: "outerHigh",
          reference: "overall", referenceTitle: "All", valueTitle: "Rate", populationTitle: "People", lowTitle: "Low", highTitle: "High",
          outerLowTitle: "Outer low", outerHighTitle: "Outer high", format: ".1f",
        }),
        data: ({ cases, figure, limits }) => {
          const overall = { of: at("All", "latest"), population: at("All", "latest", "${people}") };
          return cases.where({ measure: "${people}", area: leaves(cases), year: "latest" }).map((row) => {
            const own = rate(cases, at(String(row.area), "latest"), { population: at(String(row.area), "latest", "${people}"), per: 1000, overall });
            return { ...row, rate: figure(own), ...limits(own), overall: figure(rate(cases, overall.of, { population: overall.population, per: 1000 })) };
          });
        },
        literals: ["1,000"],
      },
    },
    template: new URL("./twins.hbs", import.meta.url),
  });
};
`;

const everyClaim = [
  ..."total all rise more times share beside middle median rank lowest record least direction trend standing daily rate".split(
    " ",
  ),
  ..."published rateRank rateMedian rateRecord".split(" "),
];
const everyChart =
  "trend ranking bar strip heat slope dumbbell multiples sparklines tiles shares bullet intervals funnel".split(" ");

const everyClaimAgainst = (area: string, year: string): Readonly<Record<string, object>> => {
  const inArea = (each: string) => cell("cases", { area: each, year });
  const of = inArea(area);
  const id = (name: string) => `${area.toLowerCase()}-${name}`;
  const span = { of: cell("cases", { area }), from: "first", to: year };
  return Object.fromEntries([
    ...stated.map((value) => [
      id(`count-${value}`),
      { kind: "count", dataset: "cases", of, stated: { value, hedge: hedges[value % hedges.length] } },
    ]),
    ...[-50, -10, 10, 50].map((value) => [
      id(`change${value}`),
      { kind: "change", dataset: "cases", ...span, stated: { value, unit: "percent" } },
    ]),
    ...[2, 10, 25].map((value) => [
      id(`share-${value}`),
      {
        kind: "share",
        dataset: "cases",
        part: of,
        whole: inArea("All"),
        stated: { value, hedge: "about", unit: "percent" },
      },
    ]),
    [id("up"), { kind: "direction", dataset: "cases", ...span, direction: "up" }],
    [id("record"), { kind: "record", dataset: "cases", of, extreme: "lowest" }],
    [
      id("rank"),
      { kind: "rank", dataset: "cases", of, among: { dimension: "area" }, order: "lowest", stated: { value: 1 } },
    ],
    [id("higher"), { kind: "comparison", dataset: "cases", left: of, right: inArea("Dell"), relation: "higher" }],
  ]);
};

const names: readonly string[] = ["Ash", "Birch", "Cedar", "Dell", "Elm", "Fern"];
const population = (area: string) => 400 + names.indexOf(area) * 150;

interface ByAreaAndYear {
  readonly name: string;
  readonly disclosure: NonNullable<DatasetSpec["disclosure"]>;
  readonly small: number;
  readonly most: number;
  readonly years: readonly string[];
  /** Whether one count alone may change unseen. */
  readonly isRounded: boolean;
  /** Whether a second night has other figures of some. */
  readonly isRevised?: boolean;
}

/** Areas in two regions and years, with a population and a rate in the file: everything that may be said and drawn of them. */
function byAreaAndYear({ name, disclosure, small, most, years, isRounded, isRevised }: ByAreaAndYear): TwinWorld {
  const regions: Readonly<Record<string, readonly string[]>> = { North: names.slice(0, 3), South: names.slice(3) };
  const keyOf = (area: string, year: string) => `${area} ${year}`;
  const keys = names.flatMap((area) => years.map((year) => keyOf(area, year)));
  return {
    name,
    definitions: {
      cases: {
        title: "Cases",
        dimensions: {
          area: { role: "area", label: "Area", plural: "areas", total: "All", holds: regions, notSums: names },
          year: { role: "time", label: "Year" },
        },
        measures: {
          cases: { label: "Cases", unit: unit("case", "cases"), statType: "count" },
          people: { label: "People", unit: unit("person", "people"), statType: "count" },
          rate: {
            label: "Cases per 1,000 people",
            unit: unit("case", "cases"),
            statType: "rate",
            per: 1000,
            population: "people",
            numerator: "cases",
            denominator: "people",
          },
        },
        notSums: ["cases", "people"],
        sources: { s: source },
        disclosure: { ...disclosure, measures: { people: "publish" } },
      },
    },
    draw(random) {
      // With nothing hidden, ranks and medians are worked out of what is rounded.
      const share = pick(random, [0, small / 3, small]);
      const first = new Map(keys.map((key) => [key, drawCount(random, share, most)]));
      return isRevised ? [first, revised(random, first)] : [first];
    },
    move(random) {
      const year = pick(random, years);
      const [a, b] = pair(random, names);
      if (isRounded && random() < 0.7) return [[keyOf(a, year), random() < 0.5 ? 1 : -1]];
      return [
        [keyOf(a, year), 1],
        [keyOf(b, year), -1],
      ];
    },
    rowsOf: (nights, night) => ({
      cases: bySize(
        Object.entries({ All: names, ...regions, ...Object.fromEntries(names.map((each) => [each, [each]])) }).flatMap(
          ([area, parts]) =>
            years.map((year) => {
              const cases = sumOf(
                nights[night] ?? new Map(),
                parts.map((part) => keyOf(part, year)),
              );
              const people = parts.reduce((sum, part) => sum + population(part), 0);
              // As many digits as it takes: a file that was computed.
              return { area, year, cases, people, rate: (cases / people) * 1000 };
            }),
        ),
        "cases",
      ),
    }),
    module: everything("people"),
    template: `{{> masthead kind=(phrase "regional-briefing")}}<main>
{{> key-figures ids=(list "total" "rise" "rank" "median")}}
<p>{{> sentence-change}}</p><p>{{> sentence-rank}}</p>
<h2>Claims</h2>
${known(everyClaim)}
{{table "by-year"}}{{table "by-area"}}
${drawn(everyChart)}
{{> corrections}}{{> about-the-figures}}{{> provenance}}{{notes}}</main>
`,
    claims: Object.assign({}, ...names.map((area) => everyClaimAgainst(area, years.at(-1) as string))),
  };
}

const roundedEach = byAreaAndYear({
  name: "rounded each",
  disclosure: { profile: "under5" },
  small: 0.3,
  most: 40,
  years: ["2018", "2019", "2020"],
  isRounded: true,
});

const exact = byAreaAndYear({
  name: "as they are",
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
  small: 0.35,
  most: 30,
  years: ["2019", "2020"],
  isRounded: false,
});

const together = byAreaAndYear({
  name: "rounded together",
  disclosure: { profile: "under5", rounding: "together" },
  small: 0.25,
  most: 40,
  years: ["2019", "2020"],
  isRounded: true,
});

/*
 * Two datasets of one briefing that count the same cases, by kind and by place: what one shows of the totals, the other is protected against.
 */
const linked: TwinWorld = (() => {
  const areas = ["ash", "birch", "cedar", "dell"] as const;
  const breakdowns = { kinds: ["theft", "fraud", "arson"], places: ["indoors", "outdoors"] } as const;
  const { kinds, places } = breakdowns;
  const keyOf = (area: string, kind: string, place: string) => `${area} ${kind} ${place}`;
  const keys = areas.flatMap((area) => kinds.flatMap((kind) => places.map((place) => keyOf(area, kind, place))));
  const definitionOf = (by: keyof typeof breakdowns): DatasetSpec => ({
    title: "Cases",
    dimensions: {
      area: { role: "area", label: "Area", total: "All", notSums: areas },
      [by]: { role: "category", label: by, total: "Every", notSums: breakdowns[by] },
    },
    measures: { cases: { label: "Cases", unit: unit("case", "cases"), statType: "count" } },
    sources: { s: source },
    disclosure: {
      profile: { hide: { from: 1, to: 4 } },
      knownTotals: [{ measure: "cases", by: ["area"] }],
    },
  });
  const rowsBy = (leaves: Leaves, by: keyof typeof breakdowns): readonly Row[] =>
    ["All", ...areas].flatMap((area) =>
      ["Every", ...breakdowns[by]].map((each) => ({
        area,
        [by]: each,
        cases: sumOf(
          leaves,
          keys.filter((key) => {
            const [own, kind, place] = key.split(" ");
            return (area === "All" || area === own) && (each === "Every" || each === (by === "kinds" ? kind : place));
          }),
        ),
      })),
    );
  return {
    name: "two cuts of the same cases",
    definitions: { byKind: definitionOf("kinds"), byPlace: definitionOf("places") },
    draw: (random) => [new Map(keys.map((key) => [key, drawCount(random, 0.3, 9)]))],
    move(random) {
      const [a, b] = pair(random, areas);
      const [k, l] = pair(random, kinds);
      const [p, q] = random() < 0.6 ? [pick(random, places), pick(random, places)] : pair(random, places);
      // Along a rectangle of kinds, or of kinds and places at once: totals of areas are kept.
      return [
        [keyOf(a, k, p), 1],
        [keyOf(a, l, q), -1],
        [keyOf(b, k, p), -1],
        [keyOf(b, l, q), 1],
      ];
    },
    rowsOf: ([leaves = new Map()]) => ({
      byKind: bySize(rowsBy(leaves, "kinds"), "cases"),
      byPlace: bySize(rowsBy(leaves, "places"), "cases"),
    }),
    module: `import { count, defineBriefing, defineDataset, rank, share, table } from "briefwright";
import { barSpec, rankingSpec } from "briefwright/charts";
export default (definitions) => {
  const byKind = defineDataset(definitions.byKind);
  const byPlace = defineDataset(definitions.byPlace);
  const kind = (area, kinds) => ({ measure: "cases", area, kinds });
  const place = (area, places) => ({ measure: "cases", area: area.id, places });
  return defineBriefing({
    title: "Cases in {{area.label}}",
    lang: "en-GB",
    attach: ["data", "claims"],
    datasets: { byKind, byPlace },
    parameters: { area: { kind: "category", dataset: "byKind", dimension: "area" } },
    claims: ({ byKind, byPlace, area }) => ({
      total: count(byKind, kind(area, "Every")),
      other: count(byPlace, place(area, "Every")),
      theft: share(byKind, { part: kind(area, "theft"), whole: kind(area, "Every") }),
      indoors: share(byPlace, { part: place(area, "indoors"), whole: place(area, "Every") }),
      rank: rank(byPlace, { ...place(area, "outdoors"), among: "area" }),
      stated: count(byKind, kind(area, "fraud"), { stated: { value: 2 } }),
    }),
    tables: ({ byKind, byPlace, area }) => ({
      kinds: table({ caption: "By kind", rowHeader: "Kind", rows: byKind.leaves("kinds"),
        columns: { cases: { header: "Cases", cell: (row) => count(byKind, kind(area, row.id)) } } }),
      places: table({ caption: "By place", rowHeader: "Place", rows: byPlace.leaves("places"),
        columns: { cases: { header: "Cases", cell: (row) => count(byPlace, place(area, row.id)) } } }),
    }),
    charts: {
      kinds: { spec: barSpec({ x: "kinds", y: "cases", yTitle: "Cases", format: "d" }),
        data: ({ byKind, area }) => byKind.where({ measure: "cases", area, kinds: byKind.leaves("kinds").map(({ id }) => id) }) },
      places: { spec: rankingSpec({ category: "area", value: "cases", valueTitle: "Cases", format: "d" }),
        data: ({ byPlace }) => byPlace.where({ measure: "cases", area: byPlace.leaves("area").map(({ id }) => id), places: "indoors" }) },
    },
    template: new URL("./twins.hbs", import.meta.url),
  });
};
`,
    template: `<h1>{{title}}</h1>
${known(["total", "other", "theft", "indoors", "rank", "stated"])}
{{table "kinds"}}{{table "places"}}{{chart "kinds"}}{{chart "places"}}
{{> corrections}}{{> provenance}}{{notes}}
`,
    claims: Object.fromEntries(
      areas.flatMap((area) =>
        kinds.flatMap((each) =>
          stated.map((value) => [
            `${area}-${each}-${value}`,
            { kind: "count", dataset: "byKind", of: cell("cases", { area, kinds: each }), stated: { value } },
          ]),
        ),
      ),
    ),
  };
})();

export const twinWorlds: readonly TwinWorld[] = [editions, roundedEach, exact, together, linked];

const revisedExact = byAreaAndYear({
  name: "as they are, and revised",
  disclosure: { profile: { hide: { from: 1, to: 4 } } },
  small: 0.35,
  most: 30,
  years: ["2019", "2020"],
  isRounded: false,
  isRevised: true,
});

const revisedRounded = byAreaAndYear({
  name: "rounded each, and revised",
  disclosure: { profile: "under5" },
  small: 0.3,
  most: 40,
  years: ["2019", "2020"],
  isRounded: true,
  isRevised: true,
});

/*
 * Cases by sex, and how many people live in each area: a number that stands in the rows of both sexes.
 */
const repeated: TwinWorld = (() => {
  const areas = names.slice(0, 5);
  const sexes = ["Girls", "Boys"] as const;
  const years = ["2019", "2020"] as const;
  const keyOf = (area: string, sex: string, year: string) => `${area} ${sex} ${year}`;
  const keys = areas.flatMap((area) => sexes.flatMap((sex) => years.map((year) => keyOf(area, sex, year))));
  const of = (area: string) => (area === "All" ? areas : [area]);
  return {
    name: "people in the rows of both sexes",
    definitions: {
      cases: {
        title: "Cases",
        dimensions: {
          area: { role: "area", label: "Area", total: "All", notSums: areas },
          sex: { role: "category", label: "Sex", total: "Both", notSums: sexes },
          year: { role: "time", label: "Year" },
        },
        measures: {
          cases: { label: "Cases", unit: unit("case", "cases"), statType: "count" },
          people: { label: "People", unit: unit("person", "people"), statType: "count", dimensions: ["area", "year"] },
        },
        notSums: ["cases", "people"],
        sources: { s: source },
        disclosure: { profile: { hide: { from: 1, to: 4 } }, measures: { people: "publish" } },
      },
    },
    draw(random) {
      const first = new Map(keys.map((key) => [key, drawCount(random, 0.3, 25)]));
      return [first, revised(random, first)];
    },
    move(random) {
      const year = pick(random, years);
      const [a, b] = pair(random, areas);
      return [
        [keyOf(a, "Girls", year), 1],
        [keyOf(b, "Girls", year), -1],
        [keyOf(a, "Boys", year), -1],
        [keyOf(b, "Boys", year), 1],
      ];
    },
    rowsOf: (nights, night) => ({
      cases: bySize(
        ["All", ...areas].flatMap((area) =>
          years.flatMap((year) =>
            ["Both", ...sexes].map((sex) => ({
              area,
              sex,
              year,
              cases: sumOf(
                nights[night] ?? new Map(),
                of(area).flatMap((each) => (sex === "Both" ? sexes : [sex]).map((own) => keyOf(each, own, year))),
              ),
              people: of(area).reduce((sum, each) => sum + population(each), 0),
            })),
          ),
        ),
        "cases",
      ),
    }),
    module: `import { count, defineBriefing, defineDataset, rank, rate, share, table } from "briefwright";
import { rankingSpec } from "briefwright/charts";
export default (definitions) => {
  const cases = defineDataset(definitions.cases);
  const at = (area, sex = "Both") => ({ measure: "cases", area, sex, year: "latest" });
  const people = (area) => ({ measure: "people", area, year: "latest" });
  const per = (cases, area, sex) => rate(cases, at(area, sex), { population: people(area), per: 1000, uncertainty: true });
  return defineBriefing({
    title: "Cases in {{area.label}}",
    lang: "en-GB",
    attach: ["data", "claims"],
    datasets: { cases },
    parameters: { area: { kind: "category", dataset: "cases", dimension: "area" } },
    claims: ({ cases, area }) => ({
      total: count(cases, at(area)),
      girls: count(cases, at(area, "Girls")),
      people: count(cases, people(area)),
      rate: per(cases, area),
      boys: per(cases, area, "Boys"),
      share: share(cases, { part: at(area, "Girls"), whole: at(area) }),
      rank: rank(cases, { ...at(area, "Girls"), among: "area" }),
    }),
    tables: ({ cases }) => ({
      all: table({ caption: "All areas", rowHeader: "Area", rows: cases.categories("area"), sort: { by: "boys", order: "descending" },
        columns: {
          girls: { header: "Girls", bars: true, cell: (row) => count(cases, at(row.id, "Girls")) },
          boys: { header: "Boys", bars: true, cell: (row) => per(cases, row.id, "Boys") },
        } }),
    }),
    charts: {
      rates: { spec: rankingSpec({ category: "area", value: "rate", valueTitle: "Cases per 1,000", format: ".1f" }), literals: ["1,000"],
        data: ({ cases, figure }) => cases.leaves("area").map(({ id, label }) => ({ area: label, rate: figure(per(cases, id, "Girls")) })) },
    },
    template: new URL("./twins.hbs", import.meta.url),
  });
};
`,
    template: `<h1>{{title}}</h1>
${known(["total", "girls", "people", "rate", "boys", "share", "rank"])}
{{table "all"}}{{chart "rates"}}
{{> corrections}}{{> provenance}}{{notes}}
`,
    claims: Object.fromEntries(
      areas.flatMap((area) =>
        stated.map((value) => [
          `${area.toLowerCase()}-${value}`,
          {
            kind: "count",
            dataset: "cases",
            of: cell("cases", { area, sex: "Girls", year: "2020" }),
            stated: { value, hedge: hedges[value % hedges.length] },
          },
        ]),
      ),
    ),
  };
})();

/** Those of which a second night has other figures, so that one corrects the other. */
export const revisedWorlds: readonly TwinWorld[] = [revisedExact, revisedRounded, editions, repeated];
