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
import { randomFrom } from "./year-of-editions.ts";

/** What happens to a small table from one edition to the next. */
export interface RandomOptions {
  readonly profiles: readonly DisclosureProfile[];
  /** How many areas go, or come again, each time. */
  readonly moving?: number;
  /** Whether areas go into others for good. */
  readonly merging?: boolean;
  /** How many areas have another name each time, and whether the definition says so. */
  readonly renaming?: number;
  readonly declaring?: boolean;
  /** Whether some areas are counted in others at first, and by themselves later on. */
  readonly dividing?: boolean;
  /** How many editions are not protected. */
  readonly open?: number;
  /**
   * Whether regions stand between areas and the total: always, with rows that come and go, in definitions that change, or in all tables
   * and some definitions.
   */
  readonly regions?: "rows" | "definitions" | "undeclared";
  /** Whether cases are of girls and of boys, whose sum is a measure that comes and goes. */
  readonly sums?: boolean;
}

const hide = { from: 1, to: 4 };
const exact = { hide };
const changing = [exact, { hide, roundTo: 5 }, { hide, roundTo: 3 }];

/** What may happen to a table, by name. */
export const worlds: Readonly<Record<string, RandomOptions>> = {
  "with figures that are revised": { profiles: [exact] },
  "with areas that come and go": { profiles: [exact], moving: 0.2 },
  "with areas that go into others": { profiles: [exact], moving: 0.2, merging: true },
  "with another rule each time": { profiles: changing, moving: 0.2 },
  "with rows of regions that come and go": { profiles: [exact], moving: 0.1, regions: "rows" },
  "with regions that are redrawn and given up": { profiles: [exact], moving: 0.1, regions: "definitions" },
  "with a sum of measures that comes and goes": { profiles: [exact], sums: true },
  "with areas that have other names": { profiles: [exact], renaming: 0.15 },
  "with areas whose other names are declared": { profiles: [exact], renaming: 0.15, declaring: true },
  "with areas that are divided": { profiles: [exact], dividing: true },
  "with regions that some definitions do not tell of": { profiles: [exact], regions: "undeclared" },
  "with editions that are not protected": { profiles: [exact, { hide, roundTo: 3 }], moving: 0.1, open: 0.4 },
  "with other names after editions that are not protected": { profiles: [exact], renaming: 0.15, open: 0.4 },
  "with areas that are divided, and another rule each time": {
    profiles: changing,
    dividing: true,
  },
  "with another rule each time, and a sum of measures that comes and goes": { profiles: changing, sums: true },
  "with thresholds that change": { profiles: [exact, { hide: { from: 1, to: 2 } }, { hide: { from: 1, to: 7 } }] },
};

const areas = ["ash", "birch", "cedar", "dell", "elm", "fern"];
const sexes = ["girls", "boys"];
const editionsEach = 4;

/** A number that is there for as long as it is not revised. */
interface Leaf {
  value: number;
  version: number;
}

interface Table {
  readonly spec: DatasetSpec;
  readonly cells: readonly (Pick<PrintedCell, "parts" | "truth"> & {
    readonly area: string;
    readonly measure: string;
  })[];
}

function createWorld(options: RandomOptions, random: () => number) {
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const measures = options.sums ? sexes : ["cases"];
  const leaves = new Map<string, Leaf>();
  for (const area of areas)
    for (const measure of measures) leaves.set(`${area} ${measure}`, { value: int(0, 14), version: 0 });
  const here = new Set(areas.filter(() => random() >= (options.moving ? 0.3 : 0)));
  const mergedInto = new Map<string, string>();
  const regionOf = new Map(areas.map((area, index) => [area, index < 3 ? "north" : "south"]));
  const nameOf = new Map(areas.map((area) => [area, area]));
  let wasDeclared = false;
  for (const [index, area] of options.dividing ? areas.entries() : [])
    if (index % 2 === 1 && random() < 0.7) {
      here.delete(area);
      mergedInto.set(area, areas[index - 1] as string);
    }

  function revise(leaf: Leaf): void {
    if (random() >= 0.3) return;
    const value = Math.max(0, leaf.value + int(-6, 8));
    if (value !== leaf.value) Object.assign(leaf, { value, version: leaf.version + 1 });
  }

  /** An area goes, comes again, or goes into another for good. */
  function move(area: string): void {
    if (mergedInto.has(area) || random() >= (options.moving ?? 0)) return;
    const others = [...here].filter((other) => other !== area);
    const into = others[int(0, others.length - 1)];
    if (!here.has(area)) here.add(area);
    else {
      here.delete(area);
      if (!options.merging || into === undefined || random() >= 0.7) return;
      mergedInto.set(area, into);
      for (const [from, to] of mergedInto) if (to === area) mergedInto.set(from, into);
    }
  }

  /** An area that was counted in another stands by itself. */
  function divide(area: string): void {
    if (!mergedInto.has(area) || random() >= 0.4) return;
    mergedInto.delete(area);
    here.add(area);
  }

  function change(): void {
    for (const leaf of leaves.values()) revise(leaf);
    for (const area of areas) move(area);
    for (const area of options.dividing ? areas : []) divide(area);
    for (const area of areas) if (random() < (options.renaming ?? 0)) nameOf.set(area, `${nameOf.get(area)}-new`);
    if (options.regions === "definitions" && random() < 0.3) {
      const area = areas[int(0, areas.length - 1)] as string;
      regionOf.set(area, regionOf.get(area) === "north" ? "south" : "north");
    }
  }

  /** The table of now; undefined where there is nothing to add up. */
  function table(profile: DisclosureProfile): Table | undefined {
    const own = areas.filter((area) => here.has(area));
    if (own.length < 2) return undefined;
    // Who tells of regions never is not found out by one edition either.
    const isDeclared = options.regions !== "undeclared" || !wasDeclared || random() < 0.5;
    wasDeclared = true;
    const hasRegions =
      options.regions === "rows" ||
      options.regions === "undeclared" ||
      (options.regions === "definitions" && random() < 0.6);
    const rows = new Map<string, readonly string[]>([["all", own], ...own.map((area) => [area, [area]] as const)]);
    for (const region of hasRegions ? ["north", "south"] : []) {
      const within = own.filter((area) => regionOf.get(area) === region);
      if (within.length > 0 && (options.regions !== "rows" || random() < 0.6)) rows.set(region, within);
    }
    const wholes = options.sums && random() < 0.6 ? { cases: sexes } : {};
    const all: Readonly<Record<string, readonly string[]>> = {
      ...Object.fromEntries(measures.map((measure) => [measure, [measure]])),
      ...wholes,
    };
    const cells = [...rows].flatMap(([area, within]) =>
      Object.entries(all).map(([measure, of]) => {
        const held = within.flatMap((each) => [each, ...areas.filter((from) => mergedInto.get(from) === each)]);
        const keys = held.flatMap((each) => of.map((part) => `${each} ${part}`));
        const parts = keys.map((key) => `${key} ${leaves.get(key)?.version}`);
        return {
          area: nameOf.get(area) ?? area,
          measure,
          parts,
          truth: keys.reduce((sum, key) => sum + (leaves.get(key)?.value ?? 0), 0),
        };
      }),
    );
    return {
      cells,
      spec: specOf(Object.keys(all), {
        profile,
        hasRegions,
        isDeclared,
        hasSums: "cases" in wholes,
        areas: own.map((area) => {
          const name = nameOf.get(area) as string;
          return { id: options.declaring ? area : name, label: name, region: regionOf.get(area) as string };
        }),
        isOpen: random() < (options.open ?? 0),
      }),
    };
  }

  return { change, table, int };
}

interface Shape {
  readonly profile: DisclosureProfile;
  readonly hasRegions: boolean;
  readonly isDeclared: boolean;
  readonly hasSums: boolean;
  readonly areas: readonly { readonly id: string; readonly label: string; readonly region: string }[];
  readonly isOpen: boolean;
}

function specOf(
  measures: readonly string[],
  { profile, hasRegions, isDeclared, hasSums, areas, isOpen }: Shape,
): DatasetSpec {
  const regions = hasRegions ? ["north", "south"] : [];
  return tableOfCases({
    areas: [
      { id: "all", isPart: false },
      ...regions.map((id) => ({ id, isPart: !isDeclared })),
      ...areas.map(({ id, label, region }) => ({
        id,
        label,
        isPart: true,
        parent: hasRegions && isDeclared ? region : undefined,
      })),
    ],
    measures,
    ...(hasSums && { sums: [{ whole: "cases", parts: sexes }] }),
    notSums: measures,
    disclosure: { profile: isOpen ? "none" : profile },
  });
}

const refusals: readonly string[] = [
  "edition-not-protected",
  "disclosure-not-protected",
  "hidden-cell-gone",
  "measure-not-in-edition",
  "hidden-before",
];

export interface RandomEditions {
  readonly editions: readonly PrintedEdition[];
  /** By the code of the refusal. */
  readonly refused: readonly string[];
  /** What happened, for a person. */
  readonly story: readonly string[];
}

/** Publishes a table that changes at random, several times, as far as it may be published. */
export async function publishAtRandom(options: RandomOptions, seed: number): Promise<RandomEditions> {
  const world = createWorld(options, randomFrom(seed));
  const editions: PrintedEdition[] = [];
  const refused: string[] = [];
  const story: string[] = [];
  let previous: readonly Edition[] = [];
  for (let number = 0; number < editionsEach; number += 1) {
    if (number > 0) world.change();
    const profile = options.profiles[world.int(0, options.profiles.length - 1)] as DisclosureProfile;
    const table = world.table(profile);
    if (!table) continue;
    const areas = [...new Set(table.cells.map(({ area }) => area))];
    const rows = areas.map((area) => ({
      area,
      ...Object.fromEntries(
        table.cells.filter((cell) => cell.area === area).map(({ measure, truth }) => [measure, truth]),
      ),
    }));
    const said = table.cells.map(({ area, measure, truth }) => `${area} ${measure} ${truth}`).join(", ");
    try {
      const dataset = await readDataset(defineDataset(table.spec), { rows }, { id: "cases", previous });
      previous = [{ datasets: { cases: JSON.parse(JSON.stringify(dataset.edition)) } }];
      const printed = table.cells.map(({ area, measure, parts, truth }): PrintedCell => {
        const cell = dataset.lookup(measure, { area: dataset.category("area", area)?.id ?? area })[0]?.cell;
        const shown = shownOf(cell);
        return { name: `${area} ${measure}`, parts, truth, shown };
      });
      editions.push(printed);
      story.push(
        `${JSON.stringify(profile)} ${said} -> ${printed.map(({ name, shown }) => `${name}=${shown ?? "hidden"}`).join(" ")}`,
      );
    } catch (error) {
      if (!(error instanceof BriefingError)) throw error;
      const code = error.diagnostics.find(({ severity }) => severity === "error")?.code ?? "";
      if (!refusals.includes(code)) throw error;
      refused.push(code);
      story.push(`refused (${code}): ${said}`);
    }
  }
  return { editions, refused, story };
}
