import type { Evidence } from "../claims/index.ts";
import { type Cell, type GapMarker, gapMarkers, markerOfCell } from "../dataset/index.ts";
import { type CellCoordinates, decimalsOf, exact } from "../language/index.ts";
import type { TrailInput } from "./trail-input.ts";
import { publicationOf, sourceKey } from "./trail-sources.ts";

/** Writes cells as lines of text: one a measure, with what all of its cells have in common said once. */
export interface CellWriter {
  /** @param isOfOneSource where it is said once for all of them, and not behind each line. */
  lines(evidence: readonly Evidence[], how: { readonly isOfOneSource: boolean }): readonly string[];
  /** What cells have in common: `Offences (2018/19)`. */
  subject(evidence: readonly Evidence[]): string;
}

export const markerOf = (cell: Cell): GapMarker | undefined => ("value" in cell ? undefined : markerOfCell(cell));

/** Those of texts that are a marker and nothing else. */
export const markersIn = (texts: readonly string[]): readonly GapMarker[] =>
  Object.values(gapMarkers).filter((marker) => texts.includes(marker));

export function createCellWriter(input: Pick<TrailInput, "datasets" | "words">): CellWriter {
  const { datasets, words } = input;

  const labelOf = ({ dataset, observation: { measure } }: Evidence): string =>
    datasets.get(dataset)?.definition.spec.measures[measure]?.label ?? measure;

  const valueText = ({ observation: { cell } }: Evidence): string => {
    if (!("value" in cell)) return markerOfCell(cell);
    const written = (value: number) => words.numbers.decimal(exact(value), decimalsOf(value));
    if (cell.state === "value") return written(cell.value);
    const [figure, low, high] = [cell.value, cell.low, cell.high].map(written) as [string, string, string];
    return words.charts.interval({ figure, low, high, short: true });
  };

  const coordinatesText = ({ dataset: id, observation: { at } }: Evidence, dimensions: readonly string[]): string => {
    const dataset = datasets.get(id);
    const isTime = (dimension: string) => dataset?.definition.spec.dimensions[dimension]?.role === "time";
    const coordinates: CellCoordinates = {
      categories: dimensions.flatMap((dimension) =>
        isTime(dimension) ? [] : (dataset?.category(dimension, at[dimension] ?? "") ?? []),
      ),
      periods: dimensions.flatMap((dimension) =>
        isTime(dimension) ? (dataset?.period(at[dimension] ?? "") ?? []) : [],
      ),
    };
    return coordinates.categories.length + coordinates.periods.length === 0 ? "" : words.names.cell(coordinates);
  };

  /** Dimensions in which all cells are of one category, and the others. */
  const dimensionsOf = ([first, ...others]: readonly Evidence[]) => {
    const at: Readonly<Record<string, string>> = first?.observation.at ?? {};
    const all = Object.keys(at);
    const isCommon = (dimension: string) =>
      others.every(({ observation }) => observation.at[dimension] === at[dimension]);
    return { common: all.filter(isCommon), varying: all.filter((dimension) => !isCommon(dimension)) };
  };

  const subject = (evidence: readonly Evidence[]): string => {
    const [first] = evidence;
    if (!first) return "";
    const about = coordinatesText(first, dimensionsOf(evidence).common);
    return [labelOf(first), about].filter(Boolean).join(", ");
  };

  return {
    subject,
    lines(evidence, { isOfOneSource }) {
      const groups = new Map<string, Evidence[]>();
      for (const item of evidence) {
        const key = JSON.stringify([item.dataset, item.observation.measure, isOfOneSource || sourceKey(item)]);
        groups.set(key, [...(groups.get(key) ?? []), item]);
      }
      return [...groups.values()].map((group) => {
        const { varying } = dimensionsOf(group);
        const cells = group.map((item) => [coordinatesText(item, varying), valueText(item)].filter(Boolean).join(": "));
        const [first] = group;
        const publication = first && !isOfOneSource ? publicationOf(first, input) : "";
        const separator = cells.length > 1 ? "; " : "";
        const colon = varying.length > 0 ? " – " : ": ";
        return `${subject(group)}${colon}${cells.join(separator)}${publication && ` (${publication})`}`;
      });
    },
  };
}
