import { create } from "fontkit";
import type { Font, FontFace, FontFileSpec } from "./font-face.ts";

/** A face that is parsed on first use. `usedIds`: ids of its set so far. */
export function createFace(spec: FontFileSpec, usedIds: ReadonlySet<string>): FontFace {
  const name = `${spec.family.toLowerCase().replaceAll(/\s+/g, "-")}-${spec.weight}-${spec.style}`;
  let font: Font | undefined;
  return {
    ...spec,
    id: uniqueId(name, usedIds),
    get font() {
      font ??= parseFont(spec.data);
      return font;
    },
  };
}

function uniqueId(name: string, usedIds: ReadonlySet<string>): string {
  let id = name;
  for (let count = 2; usedIds.has(id); count += 1) id = `${name}-${count}`;
  return id;
}

/** What of fontkit's layout tables is read here; its types leave them out. */
interface LayoutTable {
  readonly featureList?: readonly { readonly feature: { lookupListIndexes: readonly number[] } }[];
}

/** Throws what fontkit throws at a file that is no font. */
export function parseFont(data: Uint8Array): Font {
  const font = create(Buffer.from(data.buffer, data.byteOffset, data.byteLength)) as Font;
  // Inter lists the lookups of a feature twice, and fontkit would apply each of them twice: kerning would be doubled.
  const { GSUB, GPOS } = font as Font & { readonly GSUB?: LayoutTable | null; readonly GPOS?: LayoutTable | null };
  for (const { feature } of [...(GSUB?.featureList ?? []), ...(GPOS?.featureList ?? [])]) {
    feature.lookupListIndexes = [...new Set(feature.lookupListIndexes)];
  }
  return font;
}
