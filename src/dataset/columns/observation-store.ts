import type { Observation } from "../observation.ts";
import type { CodedColumn } from "./coded-column.ts";
import { groupRows, sortByGroup } from "./group-rows.ts";
import { allRows, cellKeys, type ObservationColumns, observationAt, type PlaceColumn } from "./observation-columns.ts";

/** The observations of a dataset, found by their cell. Objects are made of those that are asked for, and once. */
export interface ObservationStore {
  readonly columns: ObservationColumns;
  readonly observations: readonly Observation[];
  /** The observations of one cell, in the order of the dataset. */
  lookup(measure: string, at: Readonly<Record<string, string>>): readonly Observation[];
  has(measure: string, at: Readonly<Record<string, string>>): boolean;
  /** The rows of each cell of a measure. */
  cellsOf(measure: string): Iterable<Uint32Array>;
  observation(row: number): Observation;
}

export function createObservationStore(columns: ObservationColumns): ObservationStore {
  const made = new Map<number, Observation>();
  let all: readonly Observation[] | undefined;
  let index: CellIndex | undefined;

  const observation = (row: number): Observation => {
    if (all) return all[row] as Observation;
    const known = made.get(row) ?? observationAt(columns, row);
    made.set(row, known);
    return known;
  };
  const rowsAt = (measure: string, at: Readonly<Record<string, string>>): Uint32Array => {
    index ??= createCellIndex(columns);
    return index.rowsAt(measure, at);
  };
  return {
    columns,
    observation,
    get observations() {
      all ??= Array.from({ length: columns.length }, (_, row) => observation(row));
      return all;
    },
    lookup: (measure, at) => Array.from(rowsAt(measure, at), observation),
    has: (measure, at) => rowsAt(measure, at).length > 0,
    cellsOf(measure) {
      index ??= createCellIndex(columns);
      return index.cellsOf(measure);
    },
  };
}

interface CellIndex {
  rowsAt(measure: string, at: Readonly<Record<string, string>>): Uint32Array;
  cellsOf(measure: string): Iterable<Uint32Array>;
}

const none = new Uint32Array();

function createCellIndex(columns: ObservationColumns): CellIndex {
  const { measure, places, placesOf } = columns;
  const { groups, groupOf } = groupRows(cellKeys(columns), allRows(columns));
  const { positions, starts } = sortByGroup(groupOf, groups.count);
  const rowsOf = (cell: number): Uint32Array => positions.subarray(starts[cell], starts[cell + 1]);
  const measures = codesOf(measure);
  const categories = places.map(codesOf);
  const wanted = new Uint32Array(places.length + 1);
  return {
    rowsAt(name, at) {
      const code = measures.get(name);
      if (code === undefined) return none;
      wanted.fill(0);
      wanted[0] = code;
      for (const place of placesOf[code] ?? []) {
        const id = at[(places[place] as PlaceColumn).dimension];
        const category = id === undefined ? 0 : categories[place]?.get(id);
        if (category === undefined) return none;
        wanted[place + 1] = category;
      }
      const cell = groups.find(wanted);
      return cell === undefined ? none : rowsOf(cell);
    },
    *cellsOf(name) {
      const code = measures.get(name);
      for (let cell = 0; cell < groups.count; cell += 1)
        if (measure.codes[groups.firsts[cell] as number] === code) yield rowsOf(cell);
    },
  };
}

const codesOf = ({ values }: CodedColumn<string>): ReadonlyMap<string, number> =>
  new Map(values.map((value, code) => [value, code]));
