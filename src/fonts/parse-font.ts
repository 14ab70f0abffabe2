import { readCharacterMap } from "./character-map.ts";
import { type CompactGlyphs, loadCompactGlyphs } from "./compact-glyphs.ts";
import type { EmbeddingRights, Font } from "./font-face.ts";
import { nameIds, readFontNames } from "./font-names.ts";
import { type FontTables, readFontTables } from "./font-tables.ts";
import { readLayoutFeatures } from "./layout-features.ts";
import { readPairKerning } from "./pair-kerning.ts";
import { type GlyphMetrics, readTrueType } from "./true-type.ts";

/**
 * A TrueType or OpenType file as a font: each table is read when it is first asked for. Throws a part of a sentence (`it has no table
 * cmap`) of a file that is damaged.
 */
export function parseFont(data: Uint8Array): Font {
  const tables = readFontTables(data);
  const isCompact = !tables.has("glyf");
  let compact: CompactGlyphs | undefined;
  const metricsOf = once(() => readMetrics(tables));
  const characters = once(() => readCharacterMap(tables));
  const names = once(() => readFontNames(tables));
  const features = once(() => readLayoutFeatures(tables));
  const pairKerning = once(() => readPairKerning(tables));
  const head = once(() => tables.needed("head"));
  const hhea = once(() => tables.needed("hhea"));
  const post = once(() => tables.needed("post"));
  const os2 = once(() => readOs2(tables));
  const trueType = once(() => readTrueType(tables, metricsOf()));
  const glyphs = () => {
    if (!isCompact) return trueType();
    if (!compact) throw new Error("A font in the outlines of PostScript is to be made ready first.");
    return compact;
  };

  return {
    get unitsPerEm() {
      return head().getUint16(18);
    },
    get bbox() {
      const [minX, minY, maxX, maxY] = [36, 38, 40, 42].map((at) => head().getInt16(at)) as [
        number,
        number,
        number,
        number,
      ];
      return { minX, minY, maxX, maxY };
    },
    get isItalic() {
      return (head().getUint16(44) & 2) !== 0;
    },
    get ascent() {
      return hhea().getInt16(4);
    },
    get descent() {
      return hhea().getInt16(6);
    },
    get lineGap() {
      return hhea().getInt16(8);
    },
    get italicAngle() {
      if (!postVersions.has(post().getUint32(0))) throw new Error("its table post cannot be read");
      return post().getInt32(4) / 0x10000;
    },
    get isFixedPitch() {
      return post().getUint32(12) !== 0;
    },
    get numGlyphs() {
      return tables.needed("maxp").getUint16(4);
    },
    get capHeight() {
      return os2() ? os2()?.capHeight : hhea().getInt16(4);
    },
    get xHeight() {
      return os2()?.xHeight;
    },
    get averageWidth() {
      return os2()?.averageWidth;
    },
    get weight() {
      return os2()?.weight ?? 400;
    },
    get isSlanted() {
      return os2()?.isSlanted ?? false;
    },
    get familyClass() {
      return os2()?.familyClass ?? 0;
    },
    get embedding() {
      return os2()?.embedding ?? freely;
    },
    get familyName() {
      return names().name(nameIds.family);
    },
    get typographicFamily() {
      return names().name(nameIds.typographicFamily);
    },
    get fullName() {
      return names().name(nameIds.full);
    },
    get postscriptName() {
      return names().name(nameIds.postScript);
    },
    get features() {
      return features();
    },
    get pairKerning() {
      return pairKerning();
    },
    glyphOf: (codePoint) => characters()(codePoint),
    advanceOf: (glyph) => metricsOf()(glyph).advance,
    topOf: (glyph) => glyphs().top(glyph),
    outlineOf: (glyph) => glyphs().outline(glyph),
    createSubset() {
      if (tables.has("COLR") && tables.has("CPAL"))
        throw new Error("its glyphs are layers of colours, of which none is kept");
      return glyphs().createSubset();
    },
    async ready() {
      if (isCompact) compact ??= await loadCompactGlyphs(data);
    },
  };
}

/** 1, 2, 2.5, 3 and 4. */
const postVersions: ReadonlySet<number> = new Set([0x10000, 0x20000, 0x25000, 0x28000, 0x30000, 0x40000]);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Glyphs behind the last that has an advance of its own have the same (OpenType, hmtx). */
function readMetrics(tables: FontTables): (glyph: number) => GlyphMetrics {
  const hmtx = tables.needed("hmtx");
  const count = tables.needed("hhea").getUint16(34);
  if (count === 0 || 4 * count > hmtx.byteLength) throw new Error("it has no widths");
  return (glyph) => {
    if (glyph < count) return { advance: hmtx.getUint16(4 * glyph), bearing: hmtx.getInt16(4 * glyph + 2) };
    const at = 4 * count + 2 * (glyph - count);
    return {
      advance: hmtx.getUint16(4 * (count - 1)),
      bearing: at + 2 <= hmtx.byteLength ? hmtx.getInt16(at) : 0,
    };
  };
}

const freely: EmbeddingRights = {
  noEmbedding: false,
  viewOnly: false,
  editable: false,
  noSubsetting: false,
  bitmapOnly: false,
};

/** OpenType, OS/2. Undefined where there is none that can be read. */
function readOs2(tables: FontTables) {
  const table = tables.table("OS/2");
  if (!table || table.byteLength < 68) return undefined;
  const rights = table.getUint16(8);
  const selection = table.getUint16(62);
  const hasHeights = table.getUint16(0) >= 2 && table.byteLength >= 90;
  return {
    averageWidth: table.getInt16(2),
    weight: table.getUint16(4),
    familyClass: table.getInt16(30),
    isSlanted: (selection & 0x201) !== 0,
    xHeight: hasHeights ? table.getInt16(86) : undefined,
    capHeight: hasHeights ? table.getInt16(88) : undefined,
    embedding: {
      noEmbedding: (rights & 2) !== 0,
      viewOnly: (rights & 4) !== 0,
      editable: (rights & 8) !== 0,
      noSubsetting: (rights & 0x100) !== 0,
      bitmapOnly: (rights & 0x200) !== 0,
    } satisfies EmbeddingRights,
  };
}
