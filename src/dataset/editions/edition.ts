import { z } from "zod";
import type { DisclosureRule } from "../disclosure/disclosure-spec.ts";

const shownSchema = z
  .union([z.number(), z.array(z.number()), z.literal("hidden"), z.null()])
  .describe("A figure, or those of several vintages; hidden; null where the release has no such cell.");

const releaseSchema = z
  .strictObject({
    hide: z.strictObject({ from: z.number(), to: z.number() }),
    roundTo: z.number().describe("1 where counts are shown as they are."),
    rounding: z.enum(["each", "together"]),
  })
  .describe("The rule by which a release was protected.");

const cellSchema = z.strictObject({
  measure: z.string(),
  at: z.record(z.string(), z.string()).describe("Id of the category by dimension; of time, of the period."),
  shown: z
    .array(z.tuple([z.int(), shownSchema]))
    .describe("From which release on, by its number from 0, what is shown of the cell."),
});

const datasetSchema = z.strictObject({
  releases: z.array(releaseSchema).min(1).describe("Earliest first."),
  cells: z.array(cellSchema),
});

/** The shape of an edition, also published as a JSON Schema. */
export const editionSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    generator: z.string().describe("The program that made it, with its version."),
    datasets: z.record(z.string(), datasetSchema).describe("By the name that the briefing gives it."),
  })
  .describe(
    "What protected datasets showed, in this edition and in those before it: figures that are not hidden, and which cells are.",
  );

/** What is shown of a cell: figures, one for each vintage that differs; that it is hidden; null where there is no such cell. */
export type Shown = z.infer<typeof shownSchema>;
/** The rule that a release was protected by. */
export type Release = z.infer<typeof releaseSchema>;
/** One cell, and what was shown of it from which release on. */
export type EditionCell = z.infer<typeof cellSchema>;
/** What the releases of one dataset showed. */
export type DatasetEdition = z.infer<typeof datasetSchema>;

/** What an edition and those before it showed of protected datasets, and so what their readers know. */
export interface Edition {
  readonly datasets: Readonly<Record<string, DatasetEdition>>;
}

export const releaseOf = ({ from, to, base, together }: DisclosureRule): Release => ({
  hide: { from, to },
  roundTo: base,
  rounding: together ? "together" : "each",
});

/** The rule of a release, as far as figures that it showed depend on it. */
export const ruleOfRelease = ({ hide, roundTo, rounding }: Release): DisclosureRule => ({
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

/** The figures among what is shown. */
export const figuresOf = (shown: Shown): readonly number[] =>
  typeof shown === "number" ? [shown] : Array.isArray(shown) ? shown : [];

/** What was shown of a cell when it was there last. */
export const lastShown = ({ shown }: Pick<EditionCell, "shown">): Shown =>
  shown.findLast(([, is]) => is !== null)?.[1] ?? null;
