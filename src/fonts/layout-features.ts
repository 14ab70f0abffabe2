import type { FontTables } from "./font-tables.ts";

/** Scripts whose features are those of a font as a whole, the first that it has. */
const scripts = ["DFLT", "dflt", "latn"];

/** The tags of the features that a font has in its own language system (OpenType, "Common Table Formats"). */
export function readLayoutFeatures(tables: FontTables): ReadonlySet<string> {
  const tags = new Set(["GSUB", "GPOS"].flatMap((tag) => readFeatures(layoutTable(tables, tag))));
  if (tables.table("kern")) tags.add("kern");
  return tags;
}

/** The same of what moves glyphs alone. */
export const readPositioningFeatures = (tables: FontTables): ReadonlySet<string> =>
  new Set(readFeatures(layoutTable(tables, "GPOS")));

/** HarfBuzz does without a table that it cannot read: a font whose layout is damaged is told of. */
function layoutTable(tables: FontTables, tag: string): DataView | undefined {
  const table = tables.table(tag);
  if (table && (table.getUint16(0) !== 1 || [4, 6, 8].some((at) => table.getUint16(at) >= table.byteLength)))
    throw new Error(`its table ${tag} cannot be read`);
  return table;
}

function readFeatures(table: DataView | undefined): readonly string[] {
  if (!table) return [];
  const tagAt = (at: number) => String.fromCharCode(...[0, 1, 2, 3].map((index) => table.getUint8(at + index)));
  const scriptList = table.getUint16(4);
  const featureList = table.getUint16(6);
  const found = new Map(
    Array.from({ length: table.getUint16(scriptList) }, (_, index): [string, number] => {
      const at = scriptList + 2 + 6 * index;
      return [tagAt(at), scriptList + table.getUint16(at + 4)];
    }),
  );
  const script = scripts.map((tag) => found.get(tag)).find((at) => at !== undefined);
  const own = script === undefined ? 0 : table.getUint16(script);
  if (script === undefined || own === 0) return [];
  const system = script + own;
  return Array.from({ length: table.getUint16(system + 4) }, (_, index) =>
    tagAt(featureList + 2 + 6 * table.getUint16(system + 6 + 2 * index)),
  );
}
