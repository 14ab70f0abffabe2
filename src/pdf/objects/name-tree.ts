/** The order of a PDF name tree (ISO 32000-1, 7.9.6), the same in every locale. */
export const byteOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A name tree of one node; `entries` in byte order. */
export function nameTree(
  entries: readonly { readonly name: string; readonly value: unknown }[],
): Record<string, unknown> {
  return { Names: entries.flatMap(({ name, value }) => [new String(name), value]) };
}
