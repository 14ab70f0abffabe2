import type { CodedColumn } from "./coded-column.ts";
import type { ObservationColumns } from "./observation-columns.ts";
import type { CellTable } from "./observation-store.ts";

/** The same columns with their numbers on memory that threads share: `postMessage` passes them on without a copy. */
export function shareColumns(columns: ObservationColumns): ObservationColumns {
  const { states, values, ranges } = columns.cells;
  return {
    length: columns.length,
    measure: shareCodes(columns.measure),
    categoryColumns: columns.categoryColumns.map(shareCodes),
    dimensionIndices: columns.dimensionIndices,
    cells: {
      states: shareBytes(states),
      values: shareDoubles(values),
      ranges: ranges && {
        low: shareDoubles(ranges.low),
        high: shareDoubles(ranges.high),
        base: shareDoubles(ranges.base),
      },
    },
    source: shareCodes(columns.source),
    vintage: shareCodes(columns.vintage),
    statuses: shareCodes(columns.statuses),
    note: shareCodes(columns.note),
  };
}

/** The same for what cells are found by. */
export const shareCellTable = ({ groups, positions, starts }: CellTable): CellTable => ({
  groups: { ...groups, firsts: shareNumbers(groups.firsts), slots: shareNumbers(groups.slots) },
  positions: shareNumbers(positions),
  starts: shareNumbers(starts),
});

const shareCodes = <T extends CodedColumn<unknown>>(column: T): T => ({ ...column, codes: shareNumbers(column.codes) });

const isShared = ({ buffer }: ArrayBufferView): boolean => buffer instanceof SharedArrayBuffer;

function shareNumbers(numbers: Uint32Array): Uint32Array {
  if (isShared(numbers)) return numbers;
  const shared = new Uint32Array(new SharedArrayBuffer(numbers.byteLength));
  shared.set(numbers);
  return shared;
}

function shareDoubles(numbers: Float64Array): Float64Array {
  if (isShared(numbers)) return numbers;
  const shared = new Float64Array(new SharedArrayBuffer(numbers.byteLength));
  shared.set(numbers);
  return shared;
}

function shareBytes(bytes: Uint8Array): Uint8Array {
  if (isShared(bytes)) return bytes;
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  shared.set(bytes);
  return shared;
}
