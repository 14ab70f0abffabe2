/** Groups of rows that have the same codes in some columns, numbered in the order in which they are met. */
export interface RowGroups {
  /** The group of a row; a new one if no row before it is like it. */
  add(row: number): number;
  /** The group with some codes, one a column; undefined if there is none. */
  find(codes: ArrayLike<number>): number | undefined;
  readonly count: number;
  /** By group, the row that it was met with. */
  readonly firsts: Uint32Array;
  /** All that it knows, as plain data: see `restoreRowGroups`. */
  readonly table: GroupTable;
}

/** What groups are found by. */
export interface GroupTable {
  readonly firsts: Uint32Array;
  count: number;
  /** One more than the group; 0 is free. */
  readonly slots: Uint32Array;
  /** How many codes each column has, where each combination of codes has a slot of its own; else slots are found by a hash. */
  readonly sizes: readonly number[] | undefined;
}

/**
 * Groups by a hash of the codes, with open addressing.
 * @param most how many groups there may be.
 */
export const createRowGroups = (keys: readonly Uint32Array[], most: number): RowGroups =>
  hashedGroups(keys, {
    firsts: new Uint32Array(most),
    count: 0,
    // At most half are taken.
    slots: new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1, most) * 2))),
    sizes: undefined,
  });

/** The groups of a table that was filled before, by columns of the same codes. */
export const restoreRowGroups = (keys: readonly Uint32Array[], table: GroupTable): RowGroups =>
  table.sizes ? denseGroups(keys, table.sizes, table) : hashedGroups(keys, table);

function hashedGroups(keys: readonly Uint32Array[], table: GroupTable): RowGroups {
  const { firsts, slots } = table;
  const mask = slots.length - 1;

  const isLike = (row: number, other: number): boolean => {
    for (let index = 0; index < keys.length; index += 1) {
      const codes = keys[index] as Uint32Array;
      if (codes[row] !== codes[other]) return false;
    }
    return true;
  };

  return {
    firsts,
    table,
    get count() {
      return table.count;
    },
    add(row) {
      let hash = 0;
      for (let index = 0; index < keys.length; index += 1)
        hash = hashWith(hash, (keys[index] as Uint32Array)[row] as number);
      let slot = spread(hash) & mask;
      for (let group = slots[slot] as number; group !== 0; group = slots[slot] as number) {
        if (isLike(row, firsts[group - 1] as number)) return group - 1;
        slot = (slot + 1) & mask;
      }
      firsts[table.count] = row;
      table.count += 1;
      slots[slot] = table.count;
      return table.count - 1;
    },
    find(codes) {
      let hash = 0;
      for (let index = 0; index < keys.length; index += 1) hash = hashWith(hash, codes[index] as number);
      let slot = spread(hash) & mask;
      for (let group = slots[slot] as number; group !== 0; group = slots[slot] as number) {
        const first = firsts[group - 1] as number;
        if (keys.every((own, index) => own[first] === codes[index])) return group - 1;
        slot = (slot + 1) & mask;
      }
      return undefined;
    },
  };
}

const hashWith = (hash: number, code: number): number => (Math.imul(hash, 0x01000193) ^ code) | 0;

/** Every bit of the codes has to say something about the lower bits of a hash. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return mixed ^ (mixed >>> 15);
}

/**
 * Groups rows where there are not many more combinations of codes than rows: each combination has a place of its own.
 * @param sizes how many codes each column has.
 */
const createDenseGroups = (keys: readonly Uint32Array[], sizes: readonly number[], most: number): RowGroups =>
  denseGroups(keys, sizes, {
    firsts: new Uint32Array(most),
    count: 0,
    slots: new Uint32Array(sizes.reduce((product, size) => product * size, 1)),
    sizes,
  });

function denseGroups(keys: readonly Uint32Array[], sizes: readonly number[], table: GroupTable): RowGroups {
  const { firsts, slots } = table;
  return {
    firsts,
    table,
    get count() {
      return table.count;
    },
    add(row) {
      let slot = 0;
      for (let index = 0; index < keys.length; index += 1)
        slot = slot * (sizes[index] as number) + ((keys[index] as Uint32Array)[row] as number);
      const group = slots[slot] as number;
      if (group !== 0) return group - 1;
      firsts[table.count] = row;
      table.count += 1;
      slots[slot] = table.count;
      return table.count - 1;
    },
    find(codes) {
      let slot = 0;
      for (let index = 0; index < keys.length; index += 1) {
        const [code, size] = [codes[index] as number, sizes[index] as number];
        if (code >= size) return undefined;
        slot = slot * size + code;
      }
      const group = slots[slot] as number;
      return group === 0 ? undefined : group - 1;
    },
  };
}

/** Combinations of codes for a row, up to which each has a place of its own. */
const densest = 4;

/** Groups some rows. @returns the group of each, by its position among them. */
export function groupRows(
  keys: readonly Uint32Array[],
  rows: Uint32Array,
): { readonly groups: RowGroups; readonly groupOf: Uint32Array } {
  const sizes = keys.map((codes) => sizeOf(codes, rows));
  const isDense = sizes.reduce((product, size) => product * size, 1) <= rows.length * densest;
  const groups = isDense ? createDenseGroups(keys, sizes, rows.length) : createRowGroups(keys, rows.length);
  const groupOf = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) groupOf[index] = groups.add(rows[index] as number);
  return { groups, groupOf };
}

/** One more than the largest code of some rows. */
function sizeOf(codes: Uint32Array, rows: Uint32Array): number {
  let largest = 0;
  // Of all rows, in whatever order, the codes are looked at as they stand.
  if (rows.length === codes.length) {
    for (let index = 0; index < codes.length; index += 1)
      if ((codes[index] as number) > largest) largest = codes[index] as number;
    return largest + 1;
  }
  for (let index = 0; index < rows.length; index += 1) {
    const code = codes[rows[index] as number] as number;
    if (code > largest) largest = code;
  }
  return largest + 1;
}

/** Rows by their groups. */
export interface GroupedRows {
  /** Positions, those of the first group first; in their order within each. */
  readonly positions: Uint32Array;
  /** By group, where its own begin; then the end of the last. */
  readonly starts: Uint32Array;
}

/** Puts positions together by group. */
export function sortByGroup(groupOf: Uint32Array, count: number): GroupedRows {
  const starts = new Uint32Array(count + 1);
  for (let index = 0; index < groupOf.length; index += 1) {
    const next = (groupOf[index] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let group = 0; group < count; group += 1)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const positions = new Uint32Array(groupOf.length);
  const ends = starts.slice();
  for (let index = 0; index < groupOf.length; index += 1) {
    const group = groupOf[index] as number;
    const end = ends[group] as number;
    positions[end] = index;
    ends[group] = end + 1;
  }
  return { positions, starts };
}

/** Rows of groups that `groupRows` numbered as it met them: where each has one row, they stand in order. */
export function sortGroups({ groups, groupOf }: ReturnType<typeof groupRows>): GroupedRows {
  if (groups.count < groupOf.length) return sortByGroup(groupOf, groups.count);
  const starts = new Uint32Array(groups.count + 1);
  for (let group = 0; group < starts.length; group += 1) starts[group] = group;
  return { positions: groupOf, starts };
}
