import * as z from "zod";
import type { DisclosureRule } from "../disclosure/disclosure-spec.ts";

const figuresSchema = z.union([z.number(), z.array(z.number())]);

const shownSchema = z
  .union([
    figuresSchema,
    z.strictObject({ exact: figuresSchema }).describe("Shown as it is by a release that rounds others."),
    z.literal("hidden"),
    z.literal("known"),
    z.null(),
  ])
  .describe(
    "A figure, or those of several vintages; hidden; known, where readers have it from elsewhere and the release does not; null where the release has no such cell.",
  );

const releaseSchema = z
  .strictObject({
    id: z.string().describe("A hash of what the release shows and of the ids of those before it."),
    after: z.array(z.int()).describe("The releases that it was made after, by their numbers from 0."),
    structure: z.int().describe("How its cells hang together, by its number from 0 in `structures`."),
    hide: z.strictObject({ from: z.number(), to: z.number() }),
    roundTo: z.number().describe("1 where counts are shown as they are."),
    rounding: z.enum(["each", "together"]),
  })
  .describe("A release, and the rule by which it was protected.");

const structureSchema = z.strictObject({
  holders: z
    .record(z.string(), z.record(z.string(), z.string()))
    .describe("By dimension and category: the category that holds it."),
  sums: z
    .array(z.strictObject({ whole: z.string(), parts: z.array(z.string()) }))
    .describe("Measures that others are parts of."),
});

const cellSchema = z.strictObject({
  measure: z.string(),
  at: z.record(z.string(), z.string()).describe("Id of the category by dimension; of time, of the period."),
  shown: z
    .array(z.tuple([z.int(), shownSchema]))
    .describe("From which release on, by its number from 0, what is shown of the cell."),
});

const datasetSchema = z.strictObject({
  structures: z.array(structureSchema),
  releases: z.array(releaseSchema).min(1).describe("Each behind those that it was made after."),
  cells: z.array(cellSchema),
});

/** The shape of an edition, also published as a JSON Schema. */
export const editionSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    generator: z.string().describe("The program that made it, with its version."),
    digest: z.string().describe("SHA-256 of `datasets`, which tells whether somebody changed them."),
    datasets: z.record(z.string(), datasetSchema).describe("By the name that the briefing gives it."),
  })
  .describe(
    "What protected datasets showed, in this edition and in those before it: figures that are not hidden, and which cells are.",
  );

/** What is shown of a cell: figures, one for each vintage that differs; that it is hidden, or known from elsewhere; null where there is no such cell. */
export type Shown = z.infer<typeof shownSchema>;
/** One release: its place among the others, and the rule that it was protected by. */
export type Release = z.infer<typeof releaseSchema>;
/** The rule that a release was protected by. */
export type ReleaseRule = Pick<Release, "hide" | "roundTo" | "rounding">;
/** How the cells of a release hang together. */
export type ReleaseStructure = z.infer<typeof structureSchema>;
/** One cell, and what was shown of it from which release on. */
export type EditionCell = z.infer<typeof cellSchema>;
/** What the releases of one dataset showed. */
export type DatasetEdition = z.infer<typeof datasetSchema>;

/** What an edition and those before it showed of protected datasets, and so what their readers know. */
export interface Edition {
  readonly datasets: Readonly<Record<string, DatasetEdition>>;
}

export const ruleNow = ({ from, to, base, together }: DisclosureRule): ReleaseRule => ({
  hide: { from, to },
  roundTo: base,
  rounding: together ? "together" : "each",
});

/** The rule of a release, as far as figures that it showed depend on it. */
export const ruleOfRelease = ({ hide, roundTo, rounding }: ReleaseRule): DisclosureRule => ({
  name: "own",
  ...hide,
  base: roundTo,
  width: hide.to - hide.from + 1,
  together: rounding === "together",
});

/** What is shown of a cell in one release. */
export function shownIn({ shown }: Pick<EditionCell, "shown">, release: number): Shown {
  let found: Shown = null;
  for (const [from, is] of shown) {
    if (from > release) break;
    found = is;
  }
  return found;
}

/** The last of so many releases that had a cell. */
export const lastReleaseOf = ({ shown }: Pick<EditionCell, "shown">, releases: number): number =>
  (shown[shown.findLastIndex(([, is]) => is !== null) + 1]?.[0] ?? releases) - 1;

/** The figures among what is shown. */
export function figuresOf(shown: Shown): readonly number[] {
  if (typeof shown === "number") return [shown];
  if (Array.isArray(shown)) return shown;
  return isExact(shown) ? figuresOf(shown.exact) : [];
}

/** Whether a figure is shown as it is, whatever the rule of its release. */
export const isExact = (shown: Shown): shown is Extract<Shown, { readonly exact: unknown }> =>
  typeof shown === "object" && shown !== null && "exact" in shown;

/** What readers of all releases hold of a cell. */
export interface Standing {
  /** Whether a release hid it after which none showed it: where it is not known which of two was first, either may be the last. */
  readonly isHidden: boolean;
  /** The runs of `shown`, by their numbers, of which a release may be later than all that hid the cell. */
  readonly since: ReadonlySet<number>;
}

/** Whether each release was made after the one before it. */
export const areInLine = (releases: readonly Release[]): boolean =>
  releases.every(({ after }, number) => after.length === Math.min(number, 1) && (after[0] ?? -1) === number - 1);

/** Works out what stands of each cell after all releases, whether these follow one another or not. */
export function standings(releases: readonly Release[]): (cell: Pick<EditionCell, "shown">) => Standing {
  if (areInLine(releases)) return standingInLine;
  const before = releases.map((): Set<number> => new Set());
  for (const [number, { after }] of releases.entries())
    for (const earlier of after) for (const each of [earlier, ...(before[earlier] ?? [])]) before[number]?.add(each);
  const isBefore = (a: number, b: number) => before[b]?.has(a) === true;
  return ({ shown }) => {
    const held = releases.flatMap((_, release) => {
      const run = shown.findLastIndex(([from]) => from <= release);
      const is = shown[run]?.[1] ?? null;
      return is === null ? [] : [{ release, run, isHidden: is === "hidden" }];
    });
    const hidden = held.filter(({ isHidden }) => isHidden);
    const open = held.filter(({ isHidden }) => !isHidden);
    const isLast = ({ release }: { readonly release: number }, others: readonly { readonly release: number }[]) =>
      !others.some((other) => isBefore(release, other.release));
    return {
      isHidden: hidden.some((own) => isLast(own, open)),
      since: new Set(open.filter((own) => isLast(own, hidden)).map(({ run }) => run)),
    };
  };
}

function standingInLine({ shown }: Pick<EditionCell, "shown">): Standing {
  const hidden = shown.findLastIndex(([, is]) => is === "hidden");
  return {
    isHidden: hidden >= 0 && shown.slice(hidden + 1).every(([, is]) => is === null),
    since: new Set([...shown.keys()].filter((run) => run > hidden)),
  };
}
