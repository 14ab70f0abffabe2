import { createHash } from "node:crypto";
import type { DatasetEdition, Edition, EditionCell, Release, ReleaseRule, ReleaseStructure, Shown } from "./edition.ts";
import { shownIn } from "./edition.ts";

/**
 * What several editions showed of one dataset, in whatever order they are given: a release says itself after which it was made, and
 * one that two of them have is one. Undefined where none has it.
 */
export function mergeEditions(editions: readonly Edition[], id: string): DatasetEdition | undefined {
  const found = editions.flatMap(({ datasets }) => (Object.hasOwn(datasets, id) ? (datasets[id] ?? []) : []));
  const ids = new Set(found.flatMap(({ releases }) => releases.map((release) => release.id)));
  const whole = found.find(({ releases }) => releases.length === ids.size);
  return found.length === 0 || whole ? whole : mergeReleases(found);
}

function mergeReleases(editions: readonly DatasetEdition[]): DatasetEdition {
  const all = new Map<string, OneRelease>();
  const generations = new Map<string, number>();
  for (const edition of editions)
    for (const number of edition.releases.keys()) {
      const release = releaseAt(edition, number);
      all.set(release.id, release);
      generations.set(release.id, 1 + Math.max(-1, ...release.after.map(generationOf)));
    }
  function generationOf(id: string): number {
    return generations.get(id) ?? 0;
  }
  const sorted = [...all.values()].sort((a, b) => generationOf(a.id) - generationOf(b.id) || (a.id < b.id ? -1 : 1));
  let merged: DatasetEdition = { structures: [], releases: [], cells: [] };
  for (const release of sorted) merged = append(merged, release);
  return merged;
}

interface OneRelease extends Pick<Release, "id"> {
  /** By id. */
  readonly after: readonly string[];
  readonly rule: ReleaseRule;
  readonly structure: ReleaseStructure;
  readonly cells: readonly ShownCell[];
}

function releaseAt({ structures, releases, cells }: DatasetEdition, number: number): OneRelease {
  const { id, after, structure, hide, roundTo, rounding } = releases[number] as Release;
  return {
    id,
    after: after.map((own) => (releases[own] as Release).id),
    rule: { hide, roundTo, rounding },
    structure: structures[structure] ?? { holders: {}, sums: [] },
    cells: cells.flatMap(({ measure, at, shown }) => {
      const is = shownIn({ shown }, number);
      return is === null ? [] : [{ measure, at, is }];
    }),
  };
}

type ShownCell = Pick<EditionCell, "measure" | "at"> & { readonly is: Shown };

/** What is released, in the order in which its cells are kept. */
export interface Releasing {
  readonly rule: ReleaseRule;
  readonly structure: ReleaseStructure;
  readonly cells: readonly ShownCell[];
}

/** The same with one release more, after all others. Where the last one showed the same, nothing is added. */
export function withRelease(before: DatasetEdition | undefined, releasing: Releasing): DatasetEdition {
  const known = before ?? { structures: [], releases: [], cells: [] };
  const followed = new Set(known.releases.flatMap(({ after }) => after));
  const heads = [...known.releases.keys()].filter((number) => !followed.has(number));
  const [head = -1, ...others] = heads;
  if (head >= 0 && others.length === 0 && contentOf(releaseAt(known, head)) === contentOf(releasing)) return known;
  const after = heads.map((number) => (known.releases[number] as Release).id).sort();
  const id = hashOf([after, contentOf(releasing)]);
  return append(known, { ...releasing, id, after });
}

function append(
  { structures, releases, cells: known }: DatasetEdition,
  { id, after, rule, structure, cells }: OneRelease,
): DatasetEdition {
  const number = releases.length;
  const held = new Map(cells.map((cell) => [cellText(cell), cell]));
  const shownAs = (cell: EditionCell | undefined, is: Shown): EditionCell["shown"] => {
    const last = cell?.shown.at(-1)?.[1] ?? null;
    return JSON.stringify(last) === JSON.stringify(is) ? (cell?.shown ?? []) : [...(cell?.shown ?? []), [number, is]];
  };
  const kept = known.map((cell) => {
    const text = cellText(cell);
    const is = held.get(text)?.is ?? null;
    held.delete(text);
    return { ...cell, shown: shownAs(cell, is) };
  });
  const added = [...held.values()].map(({ measure, at, is }) => ({ measure, at, shown: shownAs(undefined, is) }));
  const same = structures.findIndex((own) => JSON.stringify(own) === JSON.stringify(structure));
  const numberOf = (wanted: string) => releases.findIndex((release) => release.id === wanted);
  return {
    structures: same < 0 ? [...structures, structure] : structures,
    releases: [
      ...releases,
      { id, after: after.map(numberOf), structure: same < 0 ? structures.length : same, ...rule },
    ],
    cells: [...kept, ...added],
  };
}

/** All that a release shows, in an order of its own. */
const contentOf = ({ rule, structure, cells }: Releasing): string =>
  JSON.stringify([rule, structure, cells.map((cell) => [cellText(cell), cell.is]).sort()]);

/** Whether the last release of each dataset of an edition shows just what its last one shows in another. */
export function isShownBy(known: Edition, edition: Edition): boolean {
  return Object.entries(edition.datasets).every(([id, own]) => {
    const other = mergeEditions([known], id);
    return other !== undefined && lastContent(other) === lastContent(own);
  });
}

const lastContent = (edition: DatasetEdition): string => contentOf(releaseAt(edition, edition.releases.length - 1));

const hashOf = (content: unknown): string => createHash("sha256").update(JSON.stringify(content)).digest("hex");

/** Tells whether somebody changed what a file says. Of what is published alone. */
export const digestOf = ({ datasets }: Edition): string => hashOf(datasets);

/** Names a cell, in whatever order its dimensions stand. */
export const cellText = ({ measure, at }: Pick<EditionCell, "measure" | "at">): string =>
  JSON.stringify([measure, ...Object.entries(at).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** What datasets show, after what earlier editions did; of a dataset that is gone, these alone. Undefined where nothing is protected, or was. */
export function collectEdition(
  datasets: Iterable<{ readonly id: string; readonly edition: DatasetEdition | undefined }>,
  previous: readonly Edition[] = [],
): Edition | undefined {
  const found = new Map<string, DatasetEdition>();
  for (const id of previous.flatMap((each) => Object.keys(each.datasets)).sort()) {
    const merged = mergeEditions(previous, id);
    if (merged) found.set(id, merged);
  }
  for (const { id, edition } of datasets) if (edition) found.set(id, edition);
  return found.size === 0 ? undefined : { datasets: Object.fromEntries(found) };
}
