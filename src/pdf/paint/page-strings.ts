import type { PageStrings } from "../box/margin-text.ts";

/** Collects named strings while pages are painted in order. */
export interface StringCollector {
  set(page: number, name: string, value: string): void;
  on(page: number): PageStrings;
}

export function createStringCollector(): StringCollector {
  const values: { readonly page: number; readonly name: string; readonly value: string }[] = [];
  return {
    set: (page, name, value) => void values.push({ page, name, value }),
    on: (page) => ({
      before: (name) => values.findLast((entry) => entry.name === name && entry.page < page)?.value ?? "",
      here: (name) => values.filter((entry) => entry.name === name && entry.page === page).map((entry) => entry.value),
    }),
  };
}
