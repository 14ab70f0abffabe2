import {
  type DatasetSpec,
  type DisclosureProfile,
  defineDataset,
  type Edition,
  readDataset,
} from "../../../src/dataset/index.ts";
import { BriefingError } from "../../../src/diagnostics/index.ts";
import type { PrintedCell, PrintedEdition } from "./reader-of-editions.ts";
import { shownOf, tableOfCases } from "./table-of-cases.ts";

/** A table that a publisher gives out anew each month: cases by area and month, with what adds them up. */
export interface YearOptions {
  readonly months: number;
  readonly regions: readonly number[];
  /** Cases a month, by area. */
  readonly rates: readonly number[];
  /** Late records of an earlier month, by area and edition. */
  readonly late: number;
  /** Cases that turn out to be none. */
  readonly withdrawn: number;
  readonly profile: DisclosureProfile;
  /** Whether the year so far is a period of its own. */
  readonly year?: boolean;
  /** How many of the rows of totals an edition leaves out. */
  readonly gaps?: number;
  /** How many areas of a month an edition drops, or takes in again, from the table and from its totals. */
  readonly moving?: number;
  /** Whether an edition says beside each figure what it was when it was first published. */
  readonly first?: boolean;
}

export const usual: YearOptions = {
  months: 12,
  regions: [0, 0, 0, 1, 1, 1],
  rates: [2, 6, 12, 3, 9, 15],
  late: 0.05,
  withdrawn: 0,
  profile: { hide: { from: 1, to: 4 } },
};

/** What may happen in a year, by name, and how many seeds of each are tried. */
export const years: Readonly<
  Record<string, { readonly options: YearOptions; readonly all: number; readonly sample: number }>
> = {
  "a year, a month at a time, with late records": { options: usual, all: 20, sample: 1 },
  "with many late records and some withdrawn": {
    options: { ...usual, months: 6, late: 0.2, withdrawn: 0.1 },
    all: 30,
    sample: 2,
  },
  "with late records where there were none": {
    options: { ...usual, months: 5, rates: [0.5, 3, 8, 1, 6, 9], late: 0.15 },
    all: 30,
    sample: 1,
  },
  "with the year so far beside its months": { options: { ...usual, months: 4, year: true }, all: 10, sample: 1 },
  "with rows of totals that come and go": { options: { ...usual, months: 6, gaps: 0.3 }, all: 30, sample: 2 },
  "with areas that go and come again": {
    options: { ...usual, months: 3, regions: [0, 0, 0, 0], rates: [3, 4, 8, 3], late: 0, moving: 0.2 },
    all: 100,
    sample: 8,
  },
  "with what was first published beside it": {
    options: {
      ...usual,
      months: 5,
      regions: [0, 0, 0, 0],
      rates: [2, 6, 12, 3],
      late: 0.2,
      withdrawn: 0.1,
      first: true,
    },
    all: 30,
    sample: 2,
  },
  "with figures that are rounded": {
    options: { ...usual, months: 5, profile: { hide: { from: 1, to: 4 }, roundTo: 3 } },
    all: 20,
    sample: 1,
  },
};

/** Random numbers from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function poisson(rate: number, random: () => number): number {
  let product = random();
  let count = 0;
  for (const limit = Math.exp(-rate); product > limit; count += 1) product *= random();
  return count;
}

interface Leaf {
  value: number;
  version: number;
  isGone: boolean;
}

interface Row {
  readonly area: string;
  readonly month: string;
  readonly isTotal: boolean;
  /** The day of its edition. */
  readonly published: string;
  /** What it adds up, each by its area, month and how often it was revised. */
  readonly parts: readonly string[];
  readonly truth: number;
}

/** What the publisher holds, edition by edition. */
function createYear(options: YearOptions, random: () => number) {
  const { regions, rates, late, withdrawn, moving = 0 } = options;
  const leaves = new Map<string, Leaf>();
  const firstOf = new Map<string, Row>();
  return {
    /** Another month is over; of the earlier ones some figures are revised. */
    next(month: number): readonly Row[] {
      for (const leaf of leaves.values()) {
        if (moving > 0 && random() < moving) leaf.isGone = !leaf.isGone;
        const change = poisson(late, random) - Math.min(leaf.value, poisson(withdrawn, random));
        if (change === 0) continue;
        leaf.value += change;
        leaf.version += 1;
      }
      for (const [area, rate] of rates.entries())
        leaves.set(`${area}|${month}`, { value: poisson(rate, random), version: 0, isGone: false });
      const areas = [
        { id: "all", of: regions.map((_, area) => area) },
        ...[...new Set(regions)].map((region) => ({
          id: `region-${region}`,
          of: regions.flatMap((own, area) => (own === region ? [area] : [])),
        })),
        ...regions.map((_, area) => ({ id: `area-${area}`, of: [area] })),
      ];
      const months = Array.from({ length: month + 1 }, (_, index) => index);
      const spans = [
        ...months.map((each) => ({ id: `2020-${String(each + 1).padStart(2, "0")}`, of: [each] })),
        ...(options.year ? [{ id: "2020", of: months }] : []),
      ];
      const published = `2021-${String(month + 1).padStart(2, "0")}-01`;
      const rows = areas.flatMap((area) =>
        spans.flatMap((span) => {
          const keys = area.of.flatMap((own) => span.of.map((each) => `${own}|${each}`));
          const held = keys.map((key) => ({ key, leaf: leaves.get(key) as Leaf })).filter(({ leaf }) => !leaf.isGone);
          if (held.length === 0) return [];
          return {
            area: area.id,
            month: span.id,
            isTotal: area.of.length > 1,
            published,
            parts: held.map(({ key, leaf }) => `${key}|${leaf.version}`),
            truth: held.reduce((sum, { leaf }) => sum + leaf.value, 0),
          };
        }),
      );
      return rows.flatMap((row) => {
        const key = `${row.area}|${row.month}`;
        const first = firstOf.get(key) ?? row;
        firstOf.set(key, first);
        return options.first && first !== row ? [first, row] : [row];
      });
    },
  };
}

const specOf = ({ regions, profile, first }: Pick<YearOptions, "regions" | "profile" | "first">): DatasetSpec =>
  tableOfCases({
    areas: [
      { id: "all", isPart: false },
      ...[...new Set(regions)].map((region) => ({ id: `region-${region}`, isPart: false })),
      ...regions.map((region, area) => ({ id: `area-${area}`, isPart: true, parent: `region-${region}` })),
    ],
    dimensions: { month: { role: "time", label: "Month" } },
    disclosure: { profile },
    ...(first && { layout: { vintage: { column: "published" } } }),
  });

const refusals: readonly string[] = ["edition-not-protected", "disclosure-not-protected", "hidden-cell-gone"];

export interface PublishedYear {
  readonly editions: readonly PrintedEdition[];
  readonly refused: number;
  readonly hidden: number;
  readonly cells: number;
}

/** Publishes each month what may be published, knowing what was published before or not. */
export async function publishYear(options: YearOptions, seed: number, knowing: boolean): Promise<PublishedYear> {
  const year = createYear(options, randomFrom(seed));
  const random = randomFrom(seed + 1000);
  const definition = defineDataset(specOf(options));
  const editions: PrintedEdition[] = [];
  let edition: Edition | undefined;
  let [refused, hidden, cells] = [0, 0, 0];
  for (let month = 0; month < options.months; month += 1) {
    const table = year.next(month).filter(({ isTotal }) => !isTotal || random() >= (options.gaps ?? 0));
    const rows = table.map(({ area, month: period, truth, published }) => ({
      area,
      month: period,
      cases: truth,
      ...(options.first && { published }),
    }));
    try {
      const dataset = await readDataset(
        definition,
        { rows },
        { id: "cases", ...(knowing && edition && { previous: [edition] }) },
      );
      if (dataset.edition) edition = { datasets: { cases: JSON.parse(JSON.stringify(dataset.edition)) } };
      const printed = table.map(({ area, month: period, parts, truth, published }): PrintedCell => {
        const all = dataset.lookup("cases", { area, month: dataset.readPeriod(period)?.id ?? "" });
        const { cell } = all.find(({ vintage }) => vintage === published) ?? (options.first ? {} : (all[0] ?? {}));
        const shown = shownOf(cell);
        cells += 1;
        if (!shown) hidden += 1;
        return { name: `${area} ${period}`, parts, truth, shown };
      });
      editions.push(printed);
    } catch (error) {
      if (!(error instanceof BriefingError)) throw error;
      if (!error.diagnostics.some(({ code }) => refusals.includes(code))) throw error;
      refused += 1;
    }
  }
  return { editions, refused, hidden, cells };
}
