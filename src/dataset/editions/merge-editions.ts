import type { DatasetEdition, Edition, EditionCell, Release, Shown } from "./edition.ts";
import { shownIn } from "./edition.ts";

/** What several editions showed of one dataset; a release that two of them have is one. Undefined where none has it. */
export function mergeEditions(editions: readonly Edition[], id: string): DatasetEdition | undefined {
  const found = editions.flatMap(({ datasets }) => (Object.hasOwn(datasets, id) ? (datasets[id] ?? []) : []));
  const [first, ...others] = found;
  if (!first || others.length === 0) return first;
  const known = new Set<string>();
  let merged: DatasetEdition | undefined;
  for (const edition of found) {
    for (const [number, release] of edition.releases.entries()) {
      const cells = edition.cells.map((cell) => ({ ...cell, is: shownIn(cell, number) }));
      const held = cells.filter(({ is }) => is !== null);
      const text = JSON.stringify([release, held.map(({ measure, at, is }) => [cellText({ measure, at }), is]).sort()]);
      if (known.has(text)) continue;
      known.add(text);
      merged = withRelease(merged, release, held);
    }
  }
  return merged;
}

type ShownCell = Pick<EditionCell, "measure" | "at"> & { readonly is: Shown };

/**
 * The same with one release more. Where the last one showed the same, nothing is added.
 * @param cells all that the release has, in the order in which they are kept.
 */
export function withRelease(
  before: DatasetEdition | undefined,
  release: Release,
  cells: readonly ShownCell[],
): DatasetEdition {
  const { releases, cells: known } = before ?? { releases: [], cells: [] };
  const number = releases.length;
  const held = new Map(cells.map((cell) => [cellText(cell), cell]));
  let isOther = JSON.stringify(releases.at(-1)) !== JSON.stringify(release);
  const shownAs = (cell: EditionCell | undefined, is: Shown): EditionCell["shown"] => {
    const last = cell?.shown.at(-1)?.[1] ?? null;
    if (JSON.stringify(last) === JSON.stringify(is)) return cell?.shown ?? [];
    isOther = true;
    return [...(cell?.shown ?? []), [number, is]];
  };
  const kept = known.map((cell) => {
    const text = cellText(cell);
    const is = held.get(text)?.is ?? null;
    held.delete(text);
    return { ...cell, shown: shownAs(cell, is) };
  });
  const added = [...held.values()].map(({ measure, at, is }) => ({ measure, at, shown: shownAs(undefined, is) }));
  return before && !isOther ? before : { releases: [...releases, release], cells: [...kept, ...added] };
}

/** Names a cell, in whatever order its dimensions stand. */
export const cellText = ({ measure, at }: Pick<EditionCell, "measure" | "at">): string =>
  JSON.stringify([measure, ...Object.entries(at).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** What datasets show, after what earlier editions did; of a dataset that is gone, these alone. Undefined where nothing is protected, or was. */
export function collectEdition(
  datasets: Iterable<{ readonly id: string; readonly edition: DatasetEdition | undefined }>,
  previous: readonly Edition[] = [],
): Edition | undefined {
  const found = new Map<string, DatasetEdition>();
  for (const id of previous.flatMap((each) => Object.keys(each.datasets))) {
    const merged = mergeEditions(previous, id);
    if (merged) found.set(id, merged);
  }
  for (const { id, edition } of datasets) if (edition) found.set(id, edition);
  return found.size === 0 ? undefined : { datasets: Object.fromEntries(found) };
}
