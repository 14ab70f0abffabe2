import type { PageStrings } from "../box/margin-text.ts";

/** Collects named strings while pages are painted in order. */
export interface StringCollector {
  /** `page` is the one that is being painted. */
  set(page: number, name: string, value: string): void;
  on(page: number): PageStrings;
}

interface NamedString {
  readonly page: number;
  /** On that page, in order. */
  readonly values: string[];
  /** The last one on the pages before it. */
  readonly before: string;
}

/** Knows the last page that set a string, and what it was before: nothing else is asked for. */
export function createStringCollector(): StringCollector {
  const strings = new Map<string, NamedString>();
  const lastOf = (string: NamedString | undefined) => string?.values.at(-1) ?? "";
  return {
    set(page, name, value) {
      const known = strings.get(name);
      if (known?.page === page) known.values.push(value);
      else strings.set(name, { page, values: [value], before: lastOf(known) });
    },
    on: (page) => ({
      before(name) {
        const known = strings.get(name);
        return known?.page === page ? known.before : lastOf(known);
      },
      here(name) {
        const known = strings.get(name);
        return known?.page === page ? known.values : [];
      },
    }),
  };
}
