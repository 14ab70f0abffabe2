import { groupBy } from "../dataset/index.ts";

/** What could not be known, by the field that it is about; the first remark on a field stands. */
export interface Remarks {
  readonly all: ReadonlyMap<string, string>;
  add(field: string, text: string): void;
  /** Adds to what was said of a field. */
  also(field: string, text: string): void;
  /** Takes back what was said of a field. */
  remove(field: string): void;
}

/** What is said of several fields, once: the fields, and the text. */
export const remarksByText = (
  remarks: ReadonlyMap<string, string>,
): readonly (readonly [fields: string, text: string])[] =>
  [...groupBy([...remarks], ([, text]) => text)].map(([text, own]) => {
    const fields = own.map(([field]) => field);
    const more = fields.length > 3 ? ` and ${fields.length - 3} more` : "";
    return [`${fields.slice(0, 3).join(", ")}${more}`, text] as const;
  });

export function createRemarks(): Remarks {
  const all = new Map<string, string>();
  // It becomes a comment, and what it quotes of the data may not end that.
  const plain = (text: string) => text.replaceAll(/\s+/gu, " ");
  return {
    all,
    remove: (field) => void all.delete(field),
    add(field, text) {
      if (!all.has(field)) all.set(field, plain(text));
    },
    also(field, text) {
      const known = all.get(field);
      if (!known?.includes(plain(text))) all.set(field, known === undefined ? plain(text) : `${known} ${plain(text)}`);
    },
  };
}
