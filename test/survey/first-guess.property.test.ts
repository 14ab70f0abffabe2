import fc from "fast-check";
import { expect, test } from "vitest";
import { loadSolver } from "../../src/dataset/disclosure/solver.ts";
import { type Dataset, defineDataset, readDataset } from "../../src/dataset/index.ts";
import { trials } from "../support/trials.ts";
import { guessOf } from "./guess-of.ts";

const solver = await loadSolver();

const places = "Alder Birch Cedar Damson Elder Fir Gorse Hazel Ivy Juniper Larch Maple".split(" ");
const groups = ["Burns", "Falls", "Cuts"] as const;
const regions = ["Northside", "Southside"] as const;

/** A table of places, some of which are held by others, by groups and years. */
interface Table {
  readonly places: number;
  readonly groups: number;
  readonly years: number;
  /** By place, group and year. */
  readonly counts: readonly number[];
  /** Where the second region begins: 0 where there is none. */
  readonly split: number;
  readonly total: string | undefined;
  readonly groupTotal: string | undefined;
  /** What is printed for small counts that somebody has hidden before, and of which. */
  readonly hidden: { readonly as: string; readonly which: readonly number[] } | undefined;
  readonly layout: "long" | "years" | "groups";
  readonly order: "above" | "below" | "within" | readonly number[];
}

interface Place {
  readonly name: string;
  readonly of: readonly number[];
}

/** A count with the leaves that it adds up. */
interface Count {
  readonly place: string;
  readonly group: string;
  readonly year: string;
  readonly leaves: readonly number[];
  readonly value: number;
  readonly text: string;
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);

function placesOf({ places: many, split, total }: Table): readonly Place[] {
  const all = range(many);
  const at = split > 0 ? Math.min(Math.max(2, split), many - 2) : 0;
  return [
    ...(total === undefined ? [] : [{ name: total, of: all }]),
    ...(at < 2 ? [] : [all.slice(0, at), all.slice(at)].map((of, index) => ({ name: regions[index] as string, of }))),
    ...all.map((own) => ({ name: places[own] as string, of: [own] })),
  ];
}

function groupsOf({ groups: many, groupTotal }: Table): readonly Place[] {
  if (many === 0) return [{ name: "", of: [0] }];
  const all = range(many);
  return [
    ...all.map((own) => ({ name: groups[own] as string, of: [own] })),
    ...(groupTotal === undefined ? [] : [{ name: groupTotal, of: all }]),
  ];
}

function countsOf(table: Table): readonly Count[] {
  const width = Math.max(1, table.groups);
  return placesOf(table).flatMap((place) =>
    groupsOf(table).flatMap((group) =>
      range(table.years).map((year): Count => {
        const leaves = place.of.flatMap((p) => group.of.map((g) => (p * width + g) * table.years + year));
        const value = leaves.reduce((sum, leaf) => sum + (table.counts[leaf] ?? 0), 0);
        const isHidden = value > 0 && value < 5 && leaves.some((leaf) => table.hidden?.which.includes(leaf));
        return {
          place: place.name,
          group: group.name,
          year: `${2019 + year}`,
          leaves,
          value,
          text: isHidden && table.hidden ? table.hidden.as : `${value}`,
        };
      }),
    ),
  );
}

/** The places of a table from above to below. */
function orderOf(table: Table): readonly string[] {
  const names = placesOf(table).map(({ name }) => name);
  const { order } = table;
  if (order === "above") return names;
  if (order === "below") return names.toReversed();
  // Each region above its own places.
  if (order === "within")
    return placesOf(table)
      .toSorted((a, b) => (a.of[0] ?? 0) - (b.of[0] ?? 0) || b.of.length - a.of.length)
      .map(({ name }) => name);
  const places = names.map((name, at) => ({ name, by: order[at] ?? 0 }));
  return places.sort((a, b) => a.by - b.by).map(({ name }) => name);
}

function csvOf(table: Table, counts: readonly Count[]): string {
  const order = orderOf(table);
  const names = groupsOf(table).map(({ name }) => name);
  const years = range(table.years).map((year) => `${2019 + year}`);
  const at = (place: string, group: string, year: string) =>
    counts.find((own) => own.place === place && own.group === group && own.year === year)?.text ?? "";
  const [title, cellOf] = table.groups > 0 ? [["Injury"], (group: string) => [group]] : [[], () => []];
  const rowsOf = {
    long: () => [
      ["Area", ...title, "Year", "Children injured"],
      ...order.flatMap((place) =>
        names.flatMap((group) => years.map((year) => [place, ...cellOf(group), year, at(place, group, year)])),
      ),
    ],
    years: () => [
      ["Area", ...title, ...years],
      ...order.flatMap((place) =>
        names.map((group) => [place, ...cellOf(group), ...years.map((year) => at(place, group, year))]),
      ),
    ],
    groups: () => [
      ["Area", "Year", ...names],
      ...order.flatMap((place) => years.map((year) => [place, year, ...names.map((group) => at(place, group, year))])),
    ],
  };
  const rows = rowsOf[table.groups === 0 && table.layout === "groups" ? "long" : table.layout]();
  return `${rows.map((row) => row.join(",")).join("\n")}\n`;
}

const count = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 5, arbitrary: fc.integer({ min: 5, max: 60 }) },
  { weight: 3, arbitrary: fc.integer({ min: 61, max: 900 }) },
);

const anyTable: fc.Arbitrary<Table> = fc.record({
  places: fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 3, max: 6 }) }, fc.integer({ min: 7, max: 12 })),
  groups: fc.constantFrom(0, 0, 2, 3),
  years: fc.integer({ min: 1, max: 4 }),
  counts: fc.array(count, { minLength: 144, maxLength: 144 }),
  split: fc.constantFrom(0, 0, 2, 3, 6),
  total: fc.constantFrom(undefined, "Total", "All areas", "Greater Kelp", "Kelpshire"),
  groupTotal: fc.constantFrom(undefined, "All", "Total", "Injuries"),
  hidden: fc.option(
    fc.record({
      as: fc.constantFrom("c", "*", "<5"),
      which: fc.uniqueArray(fc.nat(143), { maxLength: 60 }),
    }),
    { nil: undefined },
  ),
  layout: fc.constantFrom("long", "years", "groups"),
  order: fc.oneof(
    fc.constantFrom("above", "below", "within"),
    fc.array(fc.nat(1000), { minLength: 15, maxLength: 15 }),
  ),
});

/** Tables whose first guess once was refused, or gave a count away. */
const onceWrong: readonly Table[] = [
  // Of two regions, beside which no total could be read, one was left out, and the total left what was hidden in it.
  {
    places: 12,
    groups: 0,
    years: 1,
    counts: [5, 9, 7, 0, 3, 5, 9, 5, 5, 14, 5, 5],
    split: 6,
    total: "Total",
    groupTotal: undefined,
    hidden: undefined,
    layout: "long",
    order: "within",
  },
  // The regions show in the two measures together alone.
  {
    places: 6,
    groups: 2,
    years: 2,
    counts: [0, 49, 9, 746, 20, 23, 1, 252, 49, 35, 46, 3, 4, 45, 544, 515, 25, 40, 31, 131, 2, 45, 6, 35],
    split: 3,
    total: "All areas",
    groupTotal: undefined,
    hidden: undefined,
    layout: "groups",
    order: [529, 4, 960, 520, 139, 996, 927, 520, 957],
  },
  // What held a region whose row was left out named it all the same.
  {
    places: 5,
    groups: 3,
    years: 1,
    counts: [0, 29, 364, 1, 58, 20, 54, 7, 12, 196, 3, 19, 351, 35, 635],
    split: 2,
    total: "Greater Kelp",
    groupTotal: undefined,
    hidden: { as: "<5", which: [] },
    layout: "long",
    order: "above",
  },
  {
    places: 5,
    groups: 0,
    years: 3,
    counts: [56, 12, 19, 2, 19, 36, 7, 423, 892, 37, 6, 3, 0, 56, 41],
    split: 3,
    total: "Kelpshire",
    groupTotal: undefined,
    hidden: { as: "c", which: [1, 10] },
    layout: "long",
    order: [0, 433, 194, 997, 854, 840, 477, 672, 8],
  },
  // A region of which one year is known, beside another.
  {
    places: 5,
    groups: 0,
    years: 2,
    counts: [6, 514, 617, 2, 677, 3, 64, 10, 0, 388],
    split: 2,
    total: "Total",
    groupTotal: undefined,
    hidden: { as: "c", which: [5, 0] },
    layout: "long",
    order: [7, 66, 994, 995, 948, 110, 323, 48, 213],
  },
  // Without the rows of one region, the total was the sum of others.
  {
    places: 4,
    groups: 0,
    years: 2,
    counts: [43, 6, 895, 51, 10, 10, 9, 2],
    split: 2,
    total: "Greater Kelp",
    groupTotal: undefined,
    hidden: { as: "*", which: [0] },
    layout: "long",
    order: [5, 82, 564, 884, 995, 663, 205, 957, 860],
  },
  // Regions without a total, in one column of figures.
  {
    places: 4,
    groups: 0,
    years: 1,
    counts: [61, 5, 61, 1],
    split: 2,
    total: undefined,
    groupTotal: undefined,
    hidden: undefined,
    layout: "long",
    order: "above",
  },
  // Without a row that may be a sum, another was one.
  {
    places: 6,
    groups: 0,
    years: 2,
    counts: [67, 0, 508, 248, 55, 28, 0, 9, 429, 3, 27, 219],
    split: 2,
    total: undefined,
    groupTotal: undefined,
    hidden: { as: "c", which: [62] },
    layout: "long",
    order: [4, 978, 958, 359, 518, 998, 2, 382, 131],
  },
  // A place that some of the others add up to by chance was no part of any sum that was looked for.
  {
    places: 4,
    groups: 2,
    years: 1,
    counts: [25, 1, 41, 4, 4, 0, 66, 56],
    split: 3,
    total: "All areas",
    groupTotal: undefined,
    hidden: { as: "c", which: [1, 5] },
    layout: "years",
    order: [673, 536, 753, 5, 9, 841, 612, 601, 441],
  },
  // Two sums, each of which leaves two counts open, and both together none.
  {
    places: 4,
    groups: 0,
    years: 2,
    counts: [0, 3, 11, 38, 620, 323, 57, 47],
    split: 3,
    total: "Greater Kelp",
    groupTotal: "All",
    hidden: { as: "*", which: [1] },
    layout: "long",
    order: [426, 453, 993, 717, 6, 1000, 994, 110, 167],
  },
  {
    places: 4,
    groups: 0,
    years: 2,
    counts: [3, 3, 25, 6, 262, 157, 26, 31],
    split: 3,
    total: "Greater Kelp",
    groupTotal: "Injuries",
    hidden: { as: "c", which: [0, 1] },
    layout: "groups",
    order: "below",
  },
  // A region whose row was left out was what the total leaves beside the others.
  {
    places: 4,
    groups: 0,
    years: 2,
    counts: [2, 2, 2, 54, 7, 57, 739, 2],
    split: 3,
    total: "Greater Kelp",
    groupTotal: "Injuries",
    hidden: undefined,
    layout: "long",
    order: [395, 705, 812, 781, 679, 2, 9, 904, 642],
  },
];

/** What is printed of each count: undefined where it is not, or hidden. */
function printedIn(dataset: Dataset, counts: readonly Count[]): readonly (number | undefined)[] {
  const printed = new Map<string, number>();
  const names = {
    place: new Set(counts.map(({ place }) => place)),
    group: new Set(counts.map(({ group }) => group)),
  };
  for (const { measure, at, cell } of dataset.observations) {
    if (cell.state !== "value") continue;
    const said = [
      dataset.definition.spec.measures[measure]?.label ?? measure,
      ...Object.entries(at).map(([dimension, id]) => dataset.category(dimension, id)?.label ?? id),
    ];
    const place = said.find((own) => names.place.has(own)) ?? "";
    const others = said.filter((own) => own !== place);
    const group = others.find((own) => own !== "" && names.group.has(own)) ?? "";
    const year = said.flatMap((own) => /20(?:19|2\d)/u.exec(own)?.[0] ?? [])[0] ?? "";
    printed.set(JSON.stringify([place, group, year]), cell.value);
  }
  return counts.map(({ place, group, year }) => printed.get(JSON.stringify([place, group, year])));
}

/** Whether a count may be a number, by what is printed and by what adds up to what. */
function mayBe({ counts, printed }: Attacked, index: number, value: number): boolean {
  const of = counts[index] as Count;
  const own = counts.map((_, at) => at).filter((at) => counts[at]?.year === of.year);
  const leaves = [...new Set(own.flatMap((at) => counts[at]?.leaves ?? []))];
  const columnOf = new Map(leaves.map((leaf, column) => [leaf, column]));
  const rows = own.flatMap((at) => {
    const known = at === index ? value : printed[at];
    if (known === undefined) return [];
    const columns = (counts[at]?.leaves ?? []).map((leaf) => columnOf.get(leaf) as number);
    return [{ columns, factors: columns.map(() => 1), lower: known, upper: known }];
  });
  return (
    solver.solve({
      costs: leaves.map(() => 0),
      lower: leaves.map(() => 0),
      upper: leaves.map(() => 10_000),
      whole: leaves.map(() => true),
      rows,
    }) !== undefined
  );
}

interface Attacked {
  readonly counts: readonly Count[];
  readonly printed: readonly (number | undefined)[];
}

/** Small counts that are printed, or that readers can work out: all that a hidden one may be is every small one, and one that is not. */
function givenAway({ counts, printed }: Attacked): readonly string[] {
  return counts.flatMap(({ value, text, place, group, year }, at) => {
    if (value < 1 || value > 4) return [];
    const possible = range(10).filter((own) => mayBe({ counts, printed }, at, own));
    // Whoever hid it before may have given it away to some extent.
    const wanted = text === `${value}` ? [1, 2, 3, 4] : [value];
    const isOpen = wanted.every((own) => possible.includes(own)) && possible.some((own) => own < 1 || own > 4);
    return printed[at] === undefined && isOpen ? [] : [`${place} ${group} ${year}: ${possible.join()}`];
  });
}

test("a first guess of any table builds, and shows nothing that gives hidden counts away", async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, async (table) => {
      const counts = countsOf(table);
      const csv = csvOf(table, counts);
      const { spec } = await guessOf(csv);
      const dataset = await readDataset(defineDataset(spec), { csv, file: "figures.csv" }, { id: "figures" });
      expect(givenAway({ counts, printed: printedIn(dataset, counts) }), csv).toEqual([]);
    }),
    { numRuns: trials(600, 90), examples: onceWrong.map((table) => [table]) },
  );
});
