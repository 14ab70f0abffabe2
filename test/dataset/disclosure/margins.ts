import { type DatasetSpec, type DisclosureSpec, defineDataset, readDataset } from "../../../src/dataset/index.ts";

/** One dimension of a made-up table: its leaves, and the regions that hold them, if any. A total holds all. */
export interface Side {
  readonly leaves: number;
  /** Region of each leaf, by number. */
  readonly regions?: readonly number[];
}

export interface Cube {
  readonly sides: readonly Side[];
  /** By leaf, the last side fastest. */
  readonly values: readonly number[];
}

/** A cell of a cube with all its margins: category ids, the leaves that it adds up, and its value. */
export interface CubeCell {
  readonly at: Readonly<Record<string, string>>;
  readonly leaves: readonly number[];
  readonly value: number;
  /** What the file says, where it is not the value. */
  readonly text?: string | number;
}

const names = ["area", "age", "sex"];

function categoriesOf({ leaves, regions = [] }: Side): readonly { id: string; leaves: readonly number[] }[] {
  const all = Array.from({ length: leaves }, (_, leaf) => leaf);
  return [
    { id: "total", leaves: all },
    ...[...new Set(regions)].map((region) => ({
      id: `region-${region}`,
      leaves: all.filter((leaf) => regions[leaf] === region),
    })),
    ...all.map((leaf) => ({ id: `leaf-${leaf}`, leaves: [leaf] })),
  ];
}

/** Every cell of the cube, totals included. */
export function cellsOf({ sides, values }: Cube): readonly CubeCell[] {
  let cells: { at: Record<string, string>; leaves: readonly number[] }[] = [{ at: {}, leaves: [0] }];
  for (const [index, side] of sides.entries()) {
    cells = cells.flatMap((cell) =>
      categoriesOf(side).map(({ id, leaves }) => ({
        at: { ...cell.at, [names[index] as string]: id },
        leaves: cell.leaves.flatMap((outer) => leaves.map((leaf) => outer * side.leaves + leaf)),
      })),
    );
  }
  return cells.map((cell) => ({
    ...cell,
    value: cell.leaves.reduce((sum, leaf) => sum + (values[leaf] as number), 0),
  }));
}

export function specOf({ sides }: Pick<Cube, "sides">, disclosure: DisclosureSpec): DatasetSpec {
  return {
    title: "Made up",
    dimensions: Object.fromEntries(
      sides.map((side, index) => [
        names[index] as string,
        {
          role: index === 0 ? ("area" as const) : ("category" as const),
          label: names[index] as string,
          total: "total",
          categories: categoriesOf(side).map(({ id, leaves }) => ({
            id,
            label: id,
            ...(leaves.length === 1 && side.regions && id.startsWith("leaf")
              ? { parent: `region-${side.regions[leaves[0] as number]}` }
              : {}),
          })),
        },
      ]),
    ),
    measures: { n: { label: "Cases", unit: { one: "case", other: "cases" }, statType: "count" } },
    sources: { made: { title: "Made up", publisher: "Nobody", kind: "other" } },
    disclosure,
  };
}

/** Reads a cube as the library does. */
export function readCube(cube: Cube, disclosure: DisclosureSpec, cells = cellsOf(cube)) {
  return readDataset(
    defineDataset(specOf(cube, disclosure)),
    { rows: cells.map(({ at, value, text = value }) => ({ ...at, n: text })) },
    { id: "cube" },
  );
}
