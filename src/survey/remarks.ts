/** What could not be known, by the field that it is about; the first remark on a field stands. */
export interface Remarks {
  readonly all: ReadonlyMap<string, string>;
  add(field: string, text: string): void;
}

export function createRemarks(): Remarks {
  const all = new Map<string, string>();
  return {
    all,
    add(field, text) {
      if (!all.has(field)) all.set(field, text);
    },
  };
}
