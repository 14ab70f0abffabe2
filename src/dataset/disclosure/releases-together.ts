import { type DatasetEdition, ruleOfRelease } from "../editions/edition.ts";
import { cellText } from "../editions/merge-editions.ts";
import { groupBy } from "../group-by.ts";
import { type CountTable, isLatent, type PublishedWhole } from "./count-table.ts";
import type { DisclosureRule } from "./disclosure-spec.ts";
import type { PastCells } from "./past-cells.ts";
import type { PastFamilies } from "./past-families.ts";
import type { PastRelations } from "./past-relations.ts";
import type { Publication } from "./publication.ts";
import type { Relation, Relations } from "./relation.ts";
import { type RoundingBounds, roundingBounds } from "./rounding-bounds.ts";

export interface ReleasesInput {
  readonly table: CountTable;
  readonly rule: DisclosureRule;
  readonly publication: Publication;
  /** Between the counts of this edition alone. */
  readonly now: Relations;
  readonly past: PastCells;
  readonly relations: PastRelations;
  readonly families: PastFamilies;
  readonly edition: DatasetEdition;
}

/** Beyond so many counts in so many releases, nothing is looked at. */
const limits = { places: 500, moments: 12 };

/** Counts that may differ in some release and hang together, with wholes that are published. */
export function groupsTiedToWholes(input: ReleasesInput): readonly (readonly number[])[] {
  const { table, now, past } = input;
  const releasesOf = (count: number): readonly number[] => {
    const cell = table.cellOf[count] as number;
    return [0, ...(cell < 0 || table.latent.has(count) ? [] : past.changesOf(cell)), past.releases];
  };
  const known = new Map<number, boolean>();
  const isOpen = (count: number): boolean => {
    const found = known.get(count) ?? releasesOf(count).some((release) => !isFixed(boundsIn(input, count, release)));
    known.set(count, found);
    return found;
  };
  const partners = wholesByCount(table);
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of partners.keys()) {
    if (seen.has(start) || !isOpen(start)) continue;
    const counts = new Set([start]);
    for (const count of counts) {
      const tied = now.of(count).flatMap(({ relation }) => relation.counts);
      const beside = (partners.get(count) ?? []).flatMap(({ parts }) => countsOf(table, parts));
      for (const other of [...tied, ...beside]) if (isOpen(other)) counts.add(other);
    }
    for (const count of counts) seen.add(count);
    groups.push([...counts]);
  }
  return groups;
}

/** What is published of wholes, by the counts that are parts of them. */
function wholesByCount(table: CountTable): ReadonlyMap<number, readonly PublishedWhole[]> {
  const pairs = table.published.flatMap((whole) => countsOf(table, whole.parts).map((count) => ({ count, whole })));
  const groups = groupBy(pairs, ({ count }) => count);
  return new Map([...groups].map(([count, own]) => [count, own.map(({ whole }) => whole)]));
}

const countsOf = ({ countsOf: all }: CountTable, cells: readonly number[]): readonly number[] =>
  cells.flatMap((cell) => all[cell] ?? []);

const isFixed = (bounds: RoundingBounds | undefined): boolean => bounds !== undefined && bounds.low === bounds.high;

/** What its own cell says of a count in a release, of which the last is this edition; undefined where that is not known here. */
function boundsIn(input: ReleasesInput, count: number, release: number): RoundingBounds | undefined {
  const { table, past, relations, publication, rule } = input;
  const cell = table.cellOf[count] as number;
  if (cell < 0 || past.supposed.has(count) || (table.countsOf[cell] ?? []).length !== 1) return undefined;
  const value = table.values[count] as number;
  if (Number.isNaN(value)) return undefined;
  if (release === past.releases) {
    if (publication.isHidden(count)) return publisherBounds(table, count);
    const isExact = rule.base === 1 || publication.statusOf(cell) === "known";
    return isExact ? { low: value, high: value } : roundingBounds(publication.rounded(count), rule);
  }
  const shown = table.latent.has(count) ? "hidden" : past.shownIn(cell, release);
  if (shown === "known") return undefined;
  if (shown === "hidden") return { low: 0, high: Number.POSITIVE_INFINITY };
  if (shown === null) return relations.isAbsent(count, release) ? { low: 0, high: 0 } : undefined;
  const [bounds, ...others] = past.boundsIn(cell, release);
  return others.length === 0 ? bounds : undefined;
}

const publisherBounds = ({ bounds }: CountTable, count: number): RoundingBounds => {
  const { from, to } = bounds.get(count) ?? { from: 0, to: Number.POSITIVE_INFINITY };
  return { low: from, high: to };
};

/** What a count may be in a release, or what there is of its whole beside it. */
export interface Place extends RoundingBounds {
  readonly count: number;
  /** Of `moments`, by its number. */
  readonly moment: number;
  readonly isRest: boolean;
  /** What the release hides by its rule, where it hides the count. */
  readonly hidden: DisclosureRule | undefined;
}

/** A sum of places, and what it comes to. */
export interface Tie extends RoundingBounds {
  readonly moment: number;
  readonly places: readonly number[];
  readonly signs: readonly number[];
}

/** One count in two releases that follow one another, and what there is beside it: the same numbers, if it was not revised. */
export type Step = readonly { readonly before: number; readonly after: number }[];

/** What is known of some counts in all releases that say something new of them. */
export interface Stage {
  readonly last: number;
  readonly places: readonly Place[];
  readonly ties: readonly Tie[];
  /** Of counts that are not sums of others. */
  readonly steps: readonly Step[];
  /** Whether it has all that is reckoned with elsewhere. */
  readonly isComplete: boolean;
}

/** Undefined where something is not known here that readers may know, or where there is too much of it. */
export function stageOf(input: ReleasesInput, counts: readonly number[]): Stage | undefined {
  const { families, past, relations, rule, table } = input;
  if (counts.some((count) => families.of(count).length > 0 || families.tiesOf(count).length > 0)) return undefined;
  const cast = castOf(input, counts);
  const { members, wholes, sums, bounded, ties } = cast;
  // Each release of a large table would take a look at all of its wholes.
  if (members.size > limits.places) return undefined;
  const moments = momentsOf(input, members, wholes);
  if (moments.length > limits.moments || members.size * moments.length > limits.places) return undefined;
  const isThere = (count: number, moment: number) => {
    const release = moments[moment] as number;
    return release === past.releases || table.latent.has(count) || !relations.isAbsent(count, release);
  };
  const places: Place[] = [];
  const [placeAt, restAt] = [new Map<string, number>(), new Map<string, number>()];
  for (const count of members)
    for (const [moment, release] of moments.entries()) {
      const bounds = boundsIn(input, count, release);
      if (!bounds) return undefined;
      placeAt.set(`${count} ${moment}`, places.length);
      places.push({ ...bounds, count, moment, isRest: false, hidden: ruleOfHidden(input, count, release) });
      if (!bounded.has(count)) continue;
      restAt.set(`${count} ${moment}`, places.length);
      const high = isThere(count, moment) ? Number.POSITIVE_INFINITY : 0;
      places.push({ low: 0, high, count, moment, isRest: true, hidden: undefined });
    }
  const at = {
    place: (count: number, moment: number) => placeAt.get(`${count} ${moment}`) as number,
    rest: (count: number, moment: number) => restAt.get(`${count} ${moment}`) as number,
  };
  const stepsOf = (count: number, moment: number): readonly Step[] => {
    if (!isThere(count, moment) || !isThere(count, moment + 1)) return [];
    const own = [at.place, ...(bounded.has(count) ? [at.rest] : [])];
    return [own.map((find) => ({ before: find(count, moment), after: find(count, moment + 1) }))];
  };
  const numbers = [...moments.keys()];
  const isSame = (relation: Relation) =>
    moments.every((release) => release === past.releases || relations.heldIn(relation, release));
  return narrowed({
    last: moments.length - 1,
    places,
    ties: [...moments.entries()].flatMap(([moment, release]) => tiesIn(input, cast, { moment, release, ...at })),
    steps: [...members].flatMap((count) =>
      sums.has(count) ? [] : numbers.slice(1).flatMap((moment) => stepsOf(count, moment - 1)),
    ),
    isComplete:
      !rule.together &&
      [...ties].every((relation) => relation.kind !== "equal" || isSame(relation)) &&
      numbers.every((moment) => [...members].every((count) => isThere(count, moment))),
  });
}

/** The counts, wholes and sums that some counts hang together with. */
interface Cast {
  readonly members: ReadonlySet<number>;
  readonly wholes: readonly PublishedWhole[];
  /** The counts that are sums, with one of the sums that they are. */
  readonly sums: ReadonlyMap<number, Relation>;
  readonly ties: ReadonlySet<Relation>;
  /** Those that are no sums, and of which wholes are published. */
  readonly bounded: ReadonlySet<number>;
  /** Those that a count is the sum of, or itself. */
  leavesOf(count: number): readonly number[];
}

function castOf({ table, now }: ReleasesInput, counts: readonly number[]): Cast {
  const cells = new Set(counts.map((count) => table.cellOf[count] as number));
  const near = table.published.filter(({ parts }) => parts.some((cell) => cells.has(cell)));
  const texts = new Set(near.map(cellText));
  const wholes = table.published.filter((whole) => texts.has(cellText(whole)));
  const parts = wholes.flatMap((whole) => countsOf(table, whole.parts));
  const relationsOf = (count: number) => now.of(count).map(({ relation }) => relation);
  const members = new Set([...counts.flatMap(relationsOf).flatMap((relation) => relation.counts), ...parts]);
  const sums = new Map<number, Relation>();
  for (const count of members) {
    const sum = relationsOf(count).find((relation) => relation.kind === "equal" && relation.counts[0] === count);
    if (!sum) continue;
    sums.set(count, sum);
    for (const other of sum.counts) members.add(other);
  }
  const leavesOf = (count: number): readonly number[] => sums.get(count)?.counts.slice(1).flatMap(leavesOf) ?? [count];
  const isWithin = (relation: Relation) => relation.counts.every((count) => members.has(count));
  return {
    members,
    wholes,
    sums,
    ties: new Set([...members].flatMap(relationsOf).filter(isWithin)),
    bounded: new Set(parts.flatMap(leavesOf)),
    leavesOf,
  };
}

/** The rule by which a release hid a count; undefined where it did not. */
function ruleOfHidden(
  { table, past, publication, edition, rule }: ReleasesInput,
  count: number,
  release: number,
): DisclosureRule | undefined {
  const cell = table.cellOf[count] as number;
  if (isLatent(table, cell)) return undefined;
  if (release === past.releases) return publication.isHidden(count) ? rule : undefined;
  const own = edition.releases[release];
  return own && past.shownIn(cell, release) === "hidden" ? ruleOfRelease(own) : undefined;
}

interface Moment {
  readonly moment: number;
  readonly release: number;
  /** The places of a count, and of what there is of its whole beside it. */
  place(count: number, moment: number): number;
  rest(count: number, moment: number): number;
}

/** What sums and published wholes came to in a release. */
function tiesIn(
  { table, past, relations }: ReleasesInput,
  { ties, wholes, leavesOf }: Cast,
  { moment, release, place, rest }: Moment,
): readonly Tie[] {
  const isNow = release === past.releases;
  const sums = [...ties].filter((relation) => !relation.published && (isNow || relations.heldIn(relation, release)));
  const bySums = sums.map(({ kind, counts, signs, known = 0 }): Tie => {
    const low = kind === "equal" ? -known : Number.NEGATIVE_INFINITY;
    return { moment, places: counts.map((count) => place(count, moment)), signs, low, high: -known };
  });
  const widthOf = ({ parts }: PublishedWhole) => countsOf(table, parts).flatMap(leavesOf).length;
  const widths = groupBy(wholes, cellText);
  // What a whole is divided into, and each of these by itself.
  const isAllOf = (whole: PublishedWhole) =>
    (widths.get(cellText(whole)) ?? []).every((other) => widthOf(other) <= widthOf(whole));
  const byWholes = wholes.flatMap((whole): readonly Tie[] => {
    const bounds = isNow ? { low: whole.least, high: whole.most } : past.wholeIn(whole, release);
    if (!bounds) return [];
    const parts = countsOf(table, whole.parts);
    const places = [
      ...parts.map((count) => place(count, moment)),
      ...parts.flatMap(leavesOf).map((count) => rest(count, moment)),
    ];
    const low = isAllOf(whole) ? bounds.low : Number.NEGATIVE_INFINITY;
    return [{ moment, places, signs: places.map(() => 1), low, high: bounds.high }];
  });
  return [...bySums, ...byWholes];
}

/** The releases that say something new of counts or of wholes, and this edition. */
function momentsOf(
  { table, past }: ReleasesInput,
  counts: ReadonlySet<number>,
  wholes: readonly PublishedWhole[],
): readonly number[] {
  const found = new Set([past.releases]);
  for (const count of counts) {
    const cell = table.cellOf[count] as number;
    if (cell >= 0 && !table.latent.has(count)) for (const release of past.changesOf(cell)) found.add(release);
  }
  for (let release = 0; release < past.releases; release += 1)
    if (wholes.some((whole) => isNews(past.wholeIn(whole, release), past.wholeIn(whole, release - 1))))
      found.add(release);
  return [...found].sort((a, b) => a - b);
}

const isNews = (bounds: RoundingBounds | undefined, before: RoundingBounds | undefined): boolean =>
  bounds?.low !== before?.low || bounds?.high !== before?.high;

/** How often bounds are carried from one sum to the next, and what no count is more than where nothing bounds it. */
const carried = 4;

/** Takes what each sum leaves its members into their bounds, so that none is without an end. */
function narrowed(stage: Stage): Stage {
  const bounds = stage.places.map(({ low, high }) => ({ low, high }));
  for (let time = 0; time < carried; time += 1)
    for (const { places, signs, low, high } of stage.ties) {
      const turned = signs.map((sign) => -sign);
      narrow(bounds, { places, signs, most: high });
      narrow(bounds, { places, signs: turned, most: -low });
    }
  const finite = bounds.flatMap(({ low, high }) => [low, high].filter(Number.isFinite));
  const beyond = 2 * finite.reduce((most, value) => Math.max(most, value), 50);
  return {
    ...stage,
    places: stage.places.map((place, index) => {
      const { low = 0, high = beyond } = bounds[index] ?? {};
      return { ...place, low, high: Number.isFinite(high) ? high : beyond };
    }),
  };
}

/** By a sum that is no more than something. */
function narrow(
  bounds: { low: number; high: number }[],
  { places, signs, most }: Pick<Tie, "places" | "signs"> & { readonly most: number },
): void {
  const lows = places.map((place, index) => {
    const { low, high } = bounds[place] as RoundingBounds;
    return (signs[index] as number) > 0 ? low : -high;
  });
  for (const [index, place] of places.entries()) {
    const left = lows.reduce((sum, low, at) => (at === index ? sum : sum - low), most);
    if (!Number.isFinite(left)) continue;
    const own = bounds[place] as { low: number; high: number };
    if ((signs[index] as number) > 0) own.high = Math.min(own.high, left);
    else own.low = Math.max(own.low, -left);
  }
}
