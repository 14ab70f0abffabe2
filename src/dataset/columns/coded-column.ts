/** A column of few different values, or of texts: each different one once, and of each row which of them stands there. */
export interface CodedColumn<T> {
  readonly values: readonly T[];
  /** Of each row, the index into `values`. */
  readonly codes: Uint32Array;
}

/** A coded column that is being filled: codes are set by row. */
export interface CodedColumnBuilder<T> extends CodedColumn<T> {
  /** The code of a value; a new one is added. */
  codeOf(value: T): number;
}

/** @param keyOf what makes two values one; a text. */
export function buildCodedColumn<T>(
  length: number,
  start: readonly T[],
  keyOf: (value: T) => string,
): CodedColumnBuilder<T> {
  const values = [...start];
  const known = new Map(values.map((value, code) => [keyOf(value), code]));
  return {
    values,
    codes: new Uint32Array(length),
    codeOf(value) {
      const key = keyOf(value);
      const code = known.get(key);
      if (code !== undefined) return code;
      known.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}

/** The values that any row has. */
export function usedValues<T>({ values, codes }: CodedColumn<T>): readonly T[] {
  const isUsed = new Uint8Array(values.length);
  for (let row = 0; row < codes.length; row += 1) isUsed[codes[row] as number] = 1;
  return values.filter((_, code) => isUsed[code] === 1);
}

/** Some of the codes, in the order given. */
export function takeCodes(codes: Uint32Array, rows: Uint32Array): Uint32Array {
  const taken = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) taken[index] = codes[rows[index] as number] as number;
  return taken;
}
