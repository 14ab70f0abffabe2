import type { Cell, DatasetSpec, DimensionSpec } from "../../../src/dataset/index.ts";

/** An area of a table of cases; `isPart`: it has no parts, so that small numbers add up to it by chance alone. */
export interface AreaOfCases {
  readonly id: string;
  readonly label?: string;
  readonly parent?: string | undefined;
  readonly isPart: boolean;
}

interface TableOfCases extends Pick<DatasetSpec, "sums" | "notSums" | "disclosure" | "layout"> {
  /** The first is that of all. */
  readonly areas: readonly AreaOfCases[];
  readonly measures?: readonly string[];
  readonly dimensions?: Readonly<Record<string, DimensionSpec>>;
}

/** What a publisher says of a table of cases by area. */
export function tableOfCases({ areas, measures = ["cases"], dimensions = {}, ...rest }: TableOfCases): DatasetSpec {
  return {
    title: "Cases",
    dimensions: {
      area: {
        role: "area",
        label: "Area",
        total: areas[0]?.id ?? "",
        notSums: areas.filter(({ isPart }) => isPart).map(({ id }) => id),
        categories: areas.map(({ id, label = id, parent }) => ({ id, label, ...(parent !== undefined && { parent }) })),
      },
      ...dimensions,
    },
    measures: Object.fromEntries(
      measures.map((id) => [id, { label: id, unit: { one: "case", other: "cases" }, statType: "count" }]),
    ),
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
    ...rest,
  };
}

/** What a reader sees of a cell: the least and the greatest that it can be, or null where it is hidden. */
export const shownOf = (cell: Cell | undefined): readonly [number, number] | null =>
  cell?.state === "value" ? [cell.value, cell.value] : cell?.state === "rounded" ? [cell.low, cell.high] : null;
