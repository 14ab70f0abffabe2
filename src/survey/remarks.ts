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
      // It becomes a comment, and what it quotes of the data may not end that.
      if (!all.has(field)) all.set(field, text.replaceAll(/\s+/gu, " "));
    },
  };
}
