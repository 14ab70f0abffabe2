import { mapRanges } from "./cell-columns.ts";
import { mapCoded, type ObservationColumns } from "./observation-columns.ts";
import type { CellTable } from "./observation-store.ts";

/** The same columns with their numbers on memory that threads share: `postMessage` passes them on without a copy. */
export function shareColumns(columns: ObservationColumns): ObservationColumns {
  const { states, values, ranges } = columns.cells;
  const cells = { states: shared(states), values: shared(values), ranges: mapRanges(ranges, shared) };
  return { ...mapCoded(columns, (column) => ({ ...column, codes: shared(column.codes) })), cells };
}

/** The same for what cells are found by. */
export const shareCellTable = ({ groups, positions, starts }: CellTable): CellTable => ({
  groups: { ...groups, firsts: shared(groups.firsts), slots: shared(groups.slots) },
  positions: shared(positions),
  starts: shared(starts),
});

function shared<Numbers extends Uint8Array | Uint32Array | Float64Array>(numbers: Numbers): Numbers {
  if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
  const Same = numbers.constructor as new (memory: SharedArrayBuffer) => Numbers;
  const copy = new Same(new SharedArrayBuffer(numbers.byteLength));
  copy.set(numbers);
  return copy;
}
