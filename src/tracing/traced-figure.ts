import type { Claim, Evidence } from "../claims/index.ts";
import type { CellRounding } from "../dataset/index.ts";
import { createRecentAnswers } from "../language/index.ts";

/** Where a figure comes from: one cell of a dataset, or a claim that was computed. */
export type FigureOrigin =
  | {
      readonly kind: "cell";
      readonly dataset: string;
      readonly measure: string;
      /** Category id by dimension id; of time, the id of the period. */
      readonly at: Readonly<Record<string, string>>;
    }
  | { readonly kind: "claim"; readonly claim: Claim };

/** What is known of a figure that was rounded: `CellRounding` without what it was rounded of. */
export type FigureRounding = Omit<CellRounding, "of">;

/** A figure with its origin, and what it is a figure of. */
export interface TracedFigure {
  readonly origin: FigureOrigin;
  readonly value: number | null;
  /** Ids of the categories that it is of, by dataset and dimension (`dimensionKey`). */
  readonly coordinates: ReadonlyMap<string, ReadonlySet<string>>;
  /** What it was rounded to, or the counts behind it, and the values that leaves possible; undefined where none was. */
  readonly rounding: FigureRounding | undefined;
  /** Dimensions that it goes across, so that it is of no one category: those of a median. */
  readonly across: ReadonlySet<string>;
}

/** A dimension of a dataset, as sets hold it. */
export const dimensionKey = (dataset: string, dimension: string): string => `${dataset}\n${dimension}`;

/** What a figure is compared with, or divided by: it is no figure of these cells. */
const comparedRoles = ["among", "population", "since", "otherWhole", "whole"];
const isCompared = ({ role }: Evidence): boolean => comparedRoles.some((beside) => role.startsWith(beside));

export interface CellFigureOptions {
  readonly rounding?: FigureRounding | undefined;
  /** `dimensionKey` of each of its dimensions, where these are known. */
  readonly keys?: Readonly<Record<string, string>>;
}

export function cellFigure(
  origin: Extract<FigureOrigin, { kind: "cell" }>,
  value: number | null,
  { rounding, keys = {} }: CellFigureOptions = {},
): TracedFigure {
  const coordinates = new Map<string, ReadonlySet<string>>();
  for (const dimension in origin.at)
    coordinates.set(keys[dimension] ?? dimensionKey(origin.dataset, dimension), onlyOf(origin.at[dimension] as string));
  return { origin, value, coordinates, across: noDimensions, rounding };
}

/** Areas and periods of some dozens of charts. */
const mostIds = 2_000;
const setsOfOne = createRecentAnswers<ReadonlySet<string>>(mostIds);
const setOf = (id: string): ReadonlySet<string> => new Set([id]);

/** The set of one category: figures of all briefings share it. */
const onlyOf = (id: string): ReadonlySet<string> => setsOfOne.get(id, setOf);

const noDimensions: ReadonlySet<string> = new Set();

/** How the figure of a claim was rounded by way of its counts; of exact counts, what it was before it was rounded to be printed. */
export function roundingOfClaim({ figure, evidence }: Claim): FigureRounding | undefined {
  if (!figure || figure.rounded === null) return undefined;
  const { rounded, value, bounds } = figure;
  const { base } = evidenceRead(evidence);
  if (base === undefined && !bounds) return value === null ? undefined : { low: value, high: value, base: 1 };
  const { low, high } = bounds ?? { low: rounded, high: rounded };
  return base === undefined ? undefined : { low, high, base };
}

/** The figure of a claim, or an end of its interval. */
export function claimFigure(claim: Claim, value: number | null, rounding?: FigureRounding): TracedFigure {
  const { coordinates, across } = evidenceRead(claim.evidence);
  return { origin: { kind: "claim", claim }, value, coordinates, across, rounding };
}

interface RestsOn extends Pick<TracedFigure, "coordinates" | "across"> {
  /** The largest that one of its cells was rounded to; undefined where none was. */
  readonly base: number | undefined;
}

/** What evidence is of is read once: claims of tables are the same in all briefings of a batch. */
const restsOn = new WeakMap<readonly Evidence[], RestsOn>();

function evidenceRead(evidence: readonly Evidence[]): RestsOn {
  const known = restsOn.get(evidence) ?? readEvidence(evidence);
  restsOn.set(evidence, known);
  return known;
}

function readEvidence(evidence: readonly Evidence[]): RestsOn {
  const own = evidence.filter((item) => !isCompared(item));
  const isAcross = own.length === 0;
  const coordinates = new Map<string, Set<string>>();
  for (const { dataset, observation } of isAcross ? evidence : own) {
    for (const [dimension, id] of Object.entries(observation.at)) {
      const key = dimensionKey(dataset, dimension);
      coordinates.set(key, (coordinates.get(key) ?? new Set()).add(id));
    }
  }
  const across = [...coordinates].filter(([, ids]) => isAcross && ids.size > 1).map(([key]) => key);
  let base: number | undefined;
  for (const { observation } of evidence)
    if (observation.cell.state === "rounded") base = Math.max(base ?? -Infinity, observation.cell.base);
  return { coordinates, across: new Set(across), base };
}
