/** More than any drawing program declares; and as long as names of namespaces are. */
const mostEntities = 100;
const longestValue = 1_000;

/**
 * The entities that a DOCTYPE declares as plain text, as drawing programs do for namespaces. One whose value holds markup or
 * refers to another entity is left unknown, and so an error where it is used: text never grows by being replaced.
 */
export function internalEntities(doctype: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  for (const [, name = "", double, single] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    const value = double ?? single ?? "";
    if (entities.size < mostEntities && value.length <= longestValue && !/[<&%]/.test(value)) entities.set(name, value);
  }
  return entities;
}
